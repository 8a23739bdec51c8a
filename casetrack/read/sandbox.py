"""Files from elsewhere are read here: in child processes under limits, which may die without anybody noticing.

Each child takes one file at a time, with memory, time and page limits reset for it, and is replaced after
``settings.parse_recycle`` files. The parent never waits longer than the limits say.
"""

from __future__ import annotations

import dataclasses
import os
import queue
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import casetrack
from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import defects, names, pictures, wire
from casetrack.read.limits import MEGABYTE, Limits
from casetrack.read.pdf import LOST_NOTICE
from casetrack.read.sniffing import is_pdf
from casetrack.settings import Settings

_SPAWN_SECONDS = 20.0
"""What a child may take to start on a busy machine, beyond the time of its first file."""
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT", "TZ")
_TIMED_OUT = {-signal.SIGXCPU, -signal.SIGALRM}


class Sandbox:
    """A pool of parsing children, usable from several threads at once; close it, or use it in a ``with``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limits = Limits.from_settings(settings)
        self._free: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        self._closed = threading.Event()
        for _ in range(settings.parse_processes):
            self._free.put(None)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, source: Path | bytes, name: str) -> Reading:
        """Read a file, given by its path or its bytes. Raises `Unreadable`, also with code ``memoire``, ``delai`` or
        ``plantage`` when the child had to be given up. PDF: pdfium, then pypdf in another try when it fails."""
        name = names.safe_name(name)
        if isinstance(source, Path):
            return self._read_path(source, name)
        with tempfile.TemporaryDirectory(prefix="casetrack-") as folder:
            path = Path(folder) / "source"
            path.write_bytes(source)
            return self._read_path(path, name)

    def inspect(self, source: Path | bytes, name: str) -> tuple[defects.Defect, ...]:
        """What a file holds beside what it shows: see `casetrack.read.defects`. Raises `Unreadable` as `read` does."""
        with self._file(source) as path:
            return defects.from_wire(*self._exchange(path, names.safe_name(name), (), "inspect"))

    def draw(self, source: Path | bytes, number: int) -> bytes:
        """Page ``number`` of a PDF as PNG: see `casetrack.read.pictures`. Raises `Unreadable` as `read` does."""
        with self._file(source) as path:
            return pictures.from_wire(*self._exchange(path, "", (), "draw", number))

    @contextmanager
    def _file(self, source: Path | bytes) -> Iterator[Path]:
        """The path of a source that is not too heavy; bytes are written down for the child."""
        if isinstance(source, Path):
            _head(source, self._settings.upload_limit)
            yield source
            return
        with tempfile.TemporaryDirectory(prefix="casetrack-") as folder:
            path = Path(folder) / "source"
            path.write_bytes(source)
            yield path

    def _read_path(self, path: Path, name: str) -> Reading:
        if not is_pdf(_head(path, self._settings.upload_limit)):
            return self._attempt(path, name, ())
        try:
            reading = self._attempt(path, name, ("pdfium",))
        except Unreadable as error:
            if error.code in {"chiffre", "trop-gros", "vide", "delai"}:
                raise
            return self._second_try(path, name, error)
        if LOST_NOTICE in reading.notices:
            return self._or_else(path, name, reading)
        return reading

    def _second_try(self, path: Path, name: str, first: Unreadable) -> Reading:
        """By pypdf; if it fails too the first reason stands, except when pdfium just died and pypdf knows why."""
        try:
            return self._attempt(path, name, ("pypdf",))
        except Unreadable as second:
            raise (second if first.code == "plantage" else first) from second

    def _or_else(self, path: Path, name: str, reading: Reading) -> Reading:
        """pypdf's text when it kept the spaces, else what we have."""
        try:
            other = self._attempt(path, name, ("pypdf",))
        except Unreadable:
            return reading
        return reading if LOST_NOTICE in other.notices else other

    def _attempt(self, path: Path, name: str, engines: tuple[str, ...]) -> Reading:
        return wire.to_reading(*self._exchange(path, name, engines, "read"))

    def _exchange(
        self, path: Path, name: str, engines: tuple[str, ...], verb: str, number: int = 0
    ) -> tuple[bytes, bytes]:
        child = self._free.get()
        try:
            if self._closed.is_set():
                raise RuntimeError("sandbox closed")
            if child is None or child.served >= self._settings.parse_recycle or not child.is_alive():
                if child is not None:
                    child.stop()
                child = None  # should the start fail, the slot is free again
                child = _Child()
            return child.ask(verb, path, name, engines, self._limits, number)
        finally:
            if child is not None and (child.is_spent or self._closed.is_set()):
                child.stop()
                child = None
            self._free.put(child)

    def close(self) -> None:
        """End the children; those at work are ended by the thread that waits for them."""
        self._closed.set()
        for _ in range(self._settings.parse_processes):
            try:
                child = self._free.get_nowait()
            except queue.Empty:
                return
            if child is not None:
                child.stop()
        for _ in range(self._settings.parse_processes):
            self._free.put(None)


class _Child:
    """One process and its two pipes."""

    def __init__(self) -> None:
        self.served = 0
        self.is_spent = False
        root = str(Path(casetrack.__file__).parent.parent)
        environment = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
        environment |= {"PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "casetrack.read.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """Of the process, for those who watch it."""
        return self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(
        self, verb: str, path: Path, name: str, engines: tuple[str, ...], limits: Limits, number: int = 0
    ) -> tuple[bytes, bytes]:
        """The answer about one file. Raises `Unreadable`; the child is spent when it did not answer well."""
        deadline = time.monotonic() + limits.seconds + (0.0 if self.served else _SPAWN_SECONDS)
        asked = {"verb": verb, "path": str(path.resolve()), "name": name, "engines": engines, "number": number}
        request = {**asked, "limits": dataclasses.asdict(limits)}
        self.served += 1
        self.is_spent = True
        try:
            self._send(wire.pack(request))
            most = 6 * limits.characters + limits.unpacked + 16 * MEGABYTE
            body, blobs = wire.lengths(self._receive(wire.HEADER.size, deadline), most)
            answer = self._receive(body, deadline), self._receive(blobs, deadline)
        except TimeoutError as error:
            raise _too_slow(limits) from error
        except (OSError, ValueError) as error:
            raise self._died(limits) from error
        return self._understand(*answer)

    def _understand(self, body: bytes, blobs: bytes) -> tuple[bytes, bytes]:
        """The answer, once known to make sense."""
        try:
            wire.check(body, blobs)
        except Unreadable as error:
            self.is_spent = error.code == "memoire"
            raise
        except ValueError as error:
            raise _crashed() from error
        self.is_spent = False
        return body, blobs

    def _send(self, message: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(message)
        self._process.stdin.flush()

    def _receive(self, size: int, deadline: float) -> bytes:
        """Exactly ``size`` bytes. Raises TimeoutError, or OSError when the child is gone."""
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        received = bytearray()
        while len(received) < size:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                raise TimeoutError
            piece = os.read(pipe, min(MEGABYTE, size - len(received)))
            if not piece:
                raise OSError("child ended")
            received += piece
        return bytes(received)

    def _died(self, limits: Limits) -> Unreadable:
        """Why a child ended: stopped by its clock, by the system for want of memory, or crashed."""
        try:
            code = self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return _crashed()
        if code in _TIMED_OUT:
            return _too_slow(limits)
        return _too_big() if code == -signal.SIGKILL else _crashed()

    def stop(self) -> None:
        """End the process at once and give its pipes back."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:  # a request that was never read
                    continue


def _head(path: Path, limit: int) -> bytes:
    """The first bytes of an ordinary file that is not too heavy."""
    try:
        if not path.is_file():
            raise Unreadable("Ce n'est pas un fichier ordinaire : déposez le document lui-même.", code="illisible")
        size = path.stat().st_size
        if size > limit:
            raise Unreadable(
                f"Ce fichier pèse {size // MEGABYTE} Mo, au-delà de la limite de {limit // MEGABYTE} Mo. Découpez-le.",
                code="trop-gros",
            )
        with path.open("rb") as stream:
            return stream.read(4096)
    except OSError as error:
        raise Unreadable("Ce fichier n'a pas pu être ouvert : vérifiez vos droits.", code="illisible") from error


def _too_slow(limits: Limits) -> Unreadable:
    return Unreadable(
        f"La lecture de ce fichier a dépassé {limits.seconds:g} secondes. Découpez-le, ou imprimez-le en PDF.",
        code="delai",
    )


def _too_big() -> Unreadable:
    return Unreadable("Lire ce fichier demande trop de mémoire. Découpez-le, ou imprimez-le en PDF.", code="memoire")


def _crashed() -> Unreadable:
    return Unreadable(
        "Ce fichier a fait échouer le logiciel de lecture. Ouvrez-le et imprimez-le en PDF, puis déposez la copie.",
        code="plantage",
    )
