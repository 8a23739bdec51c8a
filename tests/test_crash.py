"""Killed at any moment, a full or read-only disk, damage, a clock set back: nothing lost or twice, a clear word."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from http.client import HTTPException

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from casetrack.casebook import SYSTEM, Casebook, care
from casetrack.settings import load_settings
from casetrack.store import Store
from casetrack.store.database import MIGRATIONS
from tests import running
from tests.running import Running, Visitor, casetrack, environment, kill, open_account
from tests.samples import ORDER

BATCH = 20
"""Documents sent at once."""
FACTS = "select kind, subject, quote, start from facts order by kind, subject, quote, start"


def order(number: int) -> bytes:
    """One order of the invented affair, unlike the others."""
    return ORDER.replace("999201", f"99{number:04}").replace("Nuage", f"Nuage {number}").encode()


def assert_whole(home, count: int) -> None:
    """Every document once, read, with its facts and its passages; originals, index and base agree."""
    done = casetrack(home, "ingest", str(home.parent / "documents"), "--jsonl")
    assert done.returncode == 0, done.stderr
    settings = load_settings(home=home, parse_processes=1)
    casebook = Casebook(settings)
    try:
        assert all(check.ok for check in care.verify(casebook)), care.verify(casebook)
        assert all(check.ok for check in care.doctor(settings)), care.doctor(settings)
        with casebook.store.read() as connection:
            ask = connection.exec_driver_sql
            assert ask("select count(*), count(distinct sha256) from documents").one() == (count, count)
            assert ask("select distinct state from documents").all() == [("read",)]
            assert ask("select count(*) from texts").scalar() == count
            assert ask("select count(*) from tasks where state in ('queued', 'running')").scalar() == 0
            assert (
                ask("select count(distinct n) from (select count(*) n from facts group by document_id)").scalar() == 1
            )
            assert ask("select count(*) from facts group by document_id limit 1").scalar() > 5
        assert casebook.search("phares OU phare", viewer=SYSTEM).total == count
    finally:
        casebook.close()


def write_documents(folder, count: int) -> list[tuple[str, bytes]]:
    folder.mkdir()
    files = [(f"{number}.txt", order(number)) for number in range(count)]
    for name, data in files:
        (folder / name).write_bytes(data)
    return files


class Sender(threading.Thread):
    """Somebody whose server dies as they add documents: what is not taken is sent again, once the site is back."""

    def __init__(self, address: str, files: Sequence[tuple[str, bytes]]) -> None:
        super().__init__(daemon=True)
        self.address = address
        self._files = files
        self._visitor: Visitor | None = None

    def run(self) -> None:
        for first in range(0, len(self._files), BATCH):
            while not self._is_taken(self._files[first : first + BATCH]):
                time.sleep(0.2)

    def _is_taken(self, files: Sequence[tuple[str, bytes]]) -> bool:
        try:
            if self._visitor is None or self._visitor.address != self.address:
                self._visitor = Visitor(self.address)
                self._visitor.sign_in()
            return self._visitor.send("/ajouter/fichiers", files)[0] == 200
        except (OSError, HTTPException):
            self._visitor = None
            return False


def ingest_under_fire(tmp_path, count: int, kills: int, seed: int) -> None:
    """Send documents to a site whose processes are killed at random moments of it, then look at what is left."""
    chance = random.Random(seed)
    home = tmp_path / "home"
    files = write_documents(tmp_path / "documents", count)
    open_account(home)
    server = Running(home)
    sender = Sender(server.address, files)
    sender.start()
    for many in sorted(chance.sample(range(count), kills)):
        wait_for_documents(home, many)
        time.sleep(chance.uniform(0.0, 1.0))
        below = server.children()
        victim = chance.choice(("server", "worker", "parser"))
        if victim == "server" or not below:
            server.kill()
        else:
            kill(below[0] if victim == "worker" else below[-1])
        if server.process.poll() is not None:
            server = Running(home)
            sender.address = server.address
    sender.join(running.WAIT)
    assert not sender.is_alive()
    server.stop()
    assert_whole(home, count)


def wait_for_documents(home, many: int) -> None:
    """Until that many are read; a site where nothing moves any more fails."""
    until = time.monotonic() + running.WAIT
    while time.monotonic() < until:
        with contextlib.closing(sqlite3.connect(f"file:{home}/casetrack.db?mode=ro", uri=True)) as database:
            if database.execute("select count(*) from documents where state = 'read'").fetchone()[0] >= many:
                return
        time.sleep(0.05)
    raise AssertionError(f"{many} documents were never read")


def test_documents_come_through_processes_that_are_killed(tmp_path):
    ingest_under_fire(tmp_path, count=48, kills=6, seed=1)


@pytest.mark.slow
def test_five_hundred_documents_come_through_ten_kills(tmp_path):
    ingest_under_fire(tmp_path, count=500, kills=10, seed=2)


# ------------------------------------------------------------------------------------------- the disk


def limited(home, most: int) -> subprocess.CompletedProcess[str]:
    """`casetrack ingest` when no file may grow beyond ``most`` bytes, as on a disk that fills up."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    line = [sys.executable, "-m", "casetrack", "ingest", str(home.parent / "documents"), "--jsonl"]
    return subprocess.run(line, capture_output=True, text=True, env=environment(home), preexec_fn=bound, timeout=600)


def assert_said(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert any(word in done.stdout + done.stderr for word in ("Libérez", "droits", "Impossible", "illisible"))


def test_a_disk_that_fills_up_is_said_and_loses_nothing(tmp_path):
    home = tmp_path / "home"
    write_documents(tmp_path / "documents", 6)
    assert casetrack(home, "doctor").returncode == 0
    assert_said(limited(home, 30_000))
    assert_whole(home, 6)


def mounted(folder, options: str) -> bool:
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    return done.returncode == 0


def test_a_read_only_home_and_a_full_disk_are_said(tmp_path):
    """On a real small disk when one may be mounted here."""
    disk = tmp_path / "disque"
    if os.geteuid() != 0 or not mounted(disk, "size=3m"):
        pytest.skip("a disk can only be mounted by root: RLIMIT_FSIZE stands for it above")
    try:
        home = disk / "home"
        write_documents(tmp_path / "documents", 40)
        asked = ("ingest", str(tmp_path / "documents"), "--jsonl")
        filler = disk / "autre"
        assert casetrack(home, "user", "add", "a@b.fr").returncode == 0
        free = shutil.disk_usage(disk).free
        filler.write_bytes(b"x" * max(0, free - 300_000))
        assert_said(casetrack(home, *asked))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert_said(casetrack(home, *asked))
        subprocess.run(["mount", "-o", "remount,rw,size=200m", str(disk)], check=True)
        filler.unlink()
        shutil.copytree(home, tmp_path / "home")
        assert_whole(tmp_path / "home", 40)
    finally:
        subprocess.run(["umount", str(disk)], check=False)


# ------------------------------------------------------------------------------- two servers, damage


@pytest.fixture
def ingested(tmp_path):
    home = tmp_path / "home"
    write_documents(tmp_path / "documents", 8)
    assert casetrack(home, "ingest", str(tmp_path / "documents")).returncode == 0
    return home


def test_a_second_server_on_the_same_home_is_refused_and_the_first_goes_on(ingested):
    with Running(ingested) as first:
        second = casetrack(ingested, "serve", "--port", "0")
        assert second.returncode == 1 and "sert déjà ce dossier" in second.stderr and "Traceback" not in second.stderr
        assert Visitor(first.address).get("/")[0] == 200


def test_a_damaged_page_of_the_base_is_said_by_each_command(ingested):
    sqlite3.connect(ingested / "casetrack.db").execute("pragma wal_checkpoint(truncate)")
    path = ingested / "casetrack.db"
    before = path.read_bytes()
    for start in (0, len(before) // 3, len(before) // 2):
        path.write_bytes(before[:start] + os.urandom(4096) + before[start + 4096 :])
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        checked = casetrack(ingested, "doctor")
        assert checked.returncode == 1 and "restaurez" in checked.stdout + checked.stderr, checked.stdout
        for asked in (["verify"], ["timeline", "--all", "--json"]):
            done = casetrack(ingested, *asked)
            assert "Traceback" not in done.stderr, done.stderr[-2000:]
    path.write_bytes(before)
    assert_whole(ingested, 8)


@pytest.mark.parametrize("damage", ["garbage", "cut", "absent"])
def test_a_damaged_index_is_built_again(ingested, damage):
    files = [path for path in (ingested / "index").rglob("*") if path.is_file() and not path.name.endswith(".lock")]
    assert files
    for path in files:
        if damage == "garbage":
            path.write_bytes(os.urandom(max(path.stat().st_size, 10)))
        elif damage == "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        else:
            path.unlink()
    found = casetrack(ingested, "search", "phare", "--json")
    assert found.returncode == 0 and "Traceback" not in found.stderr, found.stderr[-2000:]
    assert '"total": 8' in found.stdout
    assert_whole(ingested, 8)


def test_the_old_index_serves_while_another_is_built(ingested):
    casebook = Casebook(load_settings(home=ingested, parse_processes=1))
    try:
        assert casebook.search("phare", viewer=SYSTEM).total == 8
        over = threading.Event()
        seen: list[int] = []

        def read() -> None:
            while not over.is_set():
                seen.append(casebook.search("phare", viewer=SYSTEM).total)

        reading = threading.Thread(target=read)
        reading.start()
        for _ in range(3):
            casebook.reindex()
        over.set()
        reading.join()
        assert seen and set(seen) == {8}
    finally:
        casebook.close()


def test_a_clock_set_back_loses_and_repeats_nothing(ingested, monkeypatch):
    """Order and freshness come from change numbers, never from the clock."""
    earlier = time.time() - 400 * 86_400
    monkeypatch.setattr(time, "time", lambda: earlier)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("casetrack.") and hasattr(module, "now"):
            monkeypatch.setattr(module, "now", lambda: "2020-01-01T00:00:00+00:00")
    casebook = Casebook(load_settings(home=ingested, parse_processes=1))
    try:
        batch = casebook.upload([("tard.txt", order(77)), ("0.txt", order(0))], viewer=SYSTEM)
        list(casebook.work_off_queue())
        casebook.update_index()
        outcomes = [item.outcome for item in casebook.batch(batch, viewer=SYSTEM).items]
        assert outcomes == ["added", "unchanged"]
        assert casebook.search("phare", viewer=SYSTEM).total == 9
        assert all(check.ok for check in care.verify(casebook))
    finally:
        casebook.close()


# ------------------------------------------------------------------------------------------ migrations


def test_a_migration_cut_at_any_statement_starts_again(tmp_path):
    """The files as a power cut would leave them before each statement of every migration after the first."""
    path = tmp_path / "casetrack.db"
    store = Store(path)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = store._engine
    command.upgrade(config, "0001")
    with store.write() as connection:
        connection.exec_driver_sql(
            "insert into users values (1, 'a@b.fr', 'Ana', '!', 'lecteur', 1, 1, '2026-01-01T00:00:00+00:00')"
        )
    cuts = []

    def cut(_connection, _cursor, statement, *_: object) -> None:
        folder = tmp_path / f"coupure-{len(cuts)}"
        folder.mkdir()
        for name in ("casetrack.db", "casetrack.db-wal"):
            if (tmp_path / name).exists():
                shutil.copy(tmp_path / name, folder)
        cuts.append((folder, statement))

    sa.event.listen(store._engine, "before_cursor_execute", cut)
    store.migrate()
    store.close()
    assert any("publications" in statement.lower() for _, statement in cuts), "the cuts fall inside the migrations"
    for folder, _ in cuts:
        again = Store(folder / "casetrack.db")
        again.migrate()
        assert again.version() == again.head() and not again.damage()
        with again.read() as connection:
            assert connection.exec_driver_sql("select email from users").scalars().all() == ["a@b.fr"]
        again.close()
