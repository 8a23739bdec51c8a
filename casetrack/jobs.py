"""Background work. The work itself is rows of the store; huey only carries their ids to the worker's threads.

A killed worker loses nothing: at its next start every unfinished row is queued again, and every step may be done twice.
"""

from __future__ import annotations

import fcntl
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from huey import SqliteHuey
from huey.consumer import Consumer
from huey.serializer import SignedSerializer

from casetrack.accounts import open_accounts, read_secret
from casetrack.casebook import Casebook
from casetrack.errors import CasetrackError
from casetrack.mailing import deliver
from casetrack.settings import Settings
from casetrack.store import tasks
from casetrack.store.tasks import requeue_unfinished

__all__ = ["Supervisor", "Worker", "lock_home", "open_queue", "requeue_unfinished", "until_orphaned"]
log = logging.getLogger(__name__)
SWEEP_SECONDS = 2.0
RESTART_SECONDS = 1.0


def open_queue(settings: Settings) -> SqliteHuey:
    """The queue of ids, signed: its file is not trusted to hold anything else."""
    serializer = SignedSerializer(secret=read_secret(settings.home / "queue.key"))
    return SqliteHuey("casetrack", filename=str(settings.home / "queue.db"), results=False, serializer=serializer)


class _Threads(Consumer):  # type: ignore[misc]
    """huey's threads, without its signal handlers: `casetrack worker` has its own."""

    def _set_signal_handlers(self) -> None:
        return


class Worker:
    """Claims rows and does them, in as many threads as there are parsing processes; then updates the index."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self.accounts = open_accounts(casebook.store, casebook.settings.home)
        self.name = f"{os.getpid()}"
        self.queue = open_queue(casebook.settings)
        self.perform = self.queue.task()(self._perform)
        self._sent: set[int] = set()

    def _perform(self, task_id: int) -> None:
        """One row, if nobody else has it."""
        with self.casebook.store.write() as connection:
            task = tasks.claim_task(connection, task_id, self.name)
        if task is None:
            return
        try:
            self._do(task)
        except Exception as error:  # a fault of ours must not lose the row nor stop the others
            log.exception("task %s failed", task_id)
            said = "Le traitement a échoué pour une raison imprévue ; l'original est gardé. Relancez la lecture."
            with self.casebook.store.write() as connection:
                tasks.finish_task(connection, task_id, failure=f"{said} ({type(error).__name__})")
        if task["kind"] != tasks.LETTER:
            self._index()

    def _do(self, task: dict[str, Any]) -> None:
        if task["kind"] == tasks.LETTER:
            deliver(task, accounts=self.accounts, store=self.casebook.store, settings=self.casebook.settings)
        else:
            self.casebook.run_task(task, lambda: self._beat(task["id"]))

    def _beat(self, task_id: int) -> None:
        with self.casebook.store.write() as connection:
            tasks.beat(connection, task_id)

    def _index(self) -> None:
        try:
            self.casebook.update_index()
        except CasetrackError as error:
            log.warning("index left for later: %s", error)

    def sweep(self) -> None:
        """Send the ids of queued rows to the threads, each once."""
        with self.casebook.store.read() as connection:
            waiting = tasks.queued_ids(connection)
        self._sent &= set(waiting)
        for task_id in waiting:
            if task_id not in self._sent:
                self._sent.add(task_id)
                self.perform(task_id)

    def run(self, is_over: Callable[[], bool]) -> None:
        """Work until told; only one worker serves a home (a second one waits for its rows in vain)."""
        self.queue.flush()
        with self.casebook.store.write() as connection:
            requeue_unfinished(connection)
            tasks.queue_orphans(connection)
        self._index()
        consumer = _Threads(
            self.queue,
            workers=self.casebook.settings.parse_processes,
            periodic=False,
            initial_delay=0.05,
            max_delay=0.3,
        )
        consumer.start()
        try:
            while not is_over():
                self.sweep()
                time.sleep(SWEEP_SECONDS / 10)
        finally:
            consumer.stop(graceful=True)


def until_orphaned() -> Callable[[], bool]:
    """Over when standard input ends: the supervisor holds its other end, so it ends with it, even killed."""
    over = threading.Event()

    def watch() -> None:
        sys.stdin.buffer.read()
        over.set()

    threading.Thread(target=watch, daemon=True).start()
    return over.is_set


class Supervisor:
    """Keeps one worker process alive beside the server; it ends with the server."""

    def __init__(self, settings: Settings) -> None:
        self._environment = {**os.environ, "CASETRACK_HOME": str(settings.home)}
        self._over = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _keep(self) -> None:
        while not self._over.is_set():
            command = [sys.executable, "-m", "casetrack", "worker", "--with-parent"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, env=self._environment)
            self._process.wait()
            self._over.wait(RESTART_SECONDS)

    def stop(self) -> None:
        self._over.set()
        if self._process is not None and self._process.poll() is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()


def lock_home(path: Path) -> int:
    """Hold a home for one server. Raises `CasetrackError` when another has it. Keep the handle open."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise CasetrackError(
            "Un autre casetrack sert déjà ce dossier : arrêtez-le, ou choisissez un autre CASETRACK_HOME."
        ) from error
    return handle
