"""Hostile files sent to a site that runs: it goes on answering, each file has its reason, memory stays bounded."""

from __future__ import annotations

import io
import json
import re
import threading
import zipfile

import pytest

from casetrack.casebook import SYSTEM, Casebook, care
from casetrack.settings import load_settings
from tests.hostile.make import FILES, MEGABYTE
from tests.running import Running, Visitor, casetrack, open_account
from tests.test_read_hostile import SLOW

QUICK = [name for name in FILES if name not in SLOW]
LIMITS = {
    "parse_memory": 640 * MEGABYTE,
    "parse_seconds": 8,
    "parse_unpacked": 20 * MEGABYTE,
    "upload_limit": 30 * MEGABYTE,
}
MOST_MEMORY = 1_500 * MEGABYTE
"""Of the server, the worker and one parser together, whose own limit is 640 MB."""

BETWEEN = 0.8
"""Seconds between two looks: below the 120 searches a minute that the site allows one address."""


class Watch:
    """Somebody reads the site all the while, and notes what it holds in memory."""

    def __init__(self, server: Running) -> None:
        self.server = server
        self.statuses: list[int] = []
        self.memory = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        visitor = Visitor(self.server.address)
        while not self._over.wait(BETWEEN):
            for path in ("/", "/recherche?q=requ%C3%AAte", "/documents/"):
                self.statuses.append(visitor.get(path)[0])
            self.memory = max(self.memory, self.server.memory())

    def stop(self) -> None:
        self._over.set()
        self._thread.join(timeout=60)


def sent(home, names) -> tuple[dict[str, tuple[str, str]], Watch]:
    """Send files to a running site; (state, reason) of each document by name, and what was seen meanwhile."""
    open_account(home)
    with Running(home, **LIMITS) as server:
        visitor = Visitor(server.address)
        visitor.sign_in()
        watch = Watch(server)
        pages = []
        for first in range(0, len(names), 10):
            files = [(name, FILES[name][0]()) for name in names[first : first + 10]]
            status, page = visitor.send("/ajouter/fichiers", files)
            assert status == 200, page[:500]
            pages.append(visitor.at)
        visitor.wait_for_batches(pages)
        watch.stop()
        assert server.process.poll() is None
        assert visitor.get("/")[0] == 200
    return states(home), watch


def states(home) -> dict[str, tuple[str, str]]:
    casebook = Casebook(load_settings(home=home))
    try:
        with casebook.store.read() as connection:
            query = (
                "select s.name, d.state, d.failure_code, d.failure from documents d join sources s on "
                "s.sha256 = d.sha256"
            )
            rows = connection.exec_driver_sql(query).all()
        assert not [check for check in care.verify(casebook) if not check.ok]
        assert casebook.tasks(viewer=SYSTEM).items or rows
        return {name: ("lu" if state == "read" else code, reason) for name, state, code, reason in rows}
    finally:
        casebook.close()


def check(found: dict[str, tuple[str, str]], names) -> None:
    for name in names:
        code, reason = found[name]
        expected = FILES[name][1] | {"bombe", "delai", "memoire"}
        assert code in expected, (name, code, reason)
        assert code == "lu" or re.search(r"[.:].*\.$", reason), (name, reason)


def test_files_sent_to_a_running_site(tmp_path):
    found, watch = sent(tmp_path / "home", QUICK)
    check(found, QUICK)
    assert watch.statuses and set(watch.statuses) == {200}
    assert watch.memory < MOST_MEMORY


@pytest.mark.slow
def test_the_heaviest_files_sent_to_a_running_site(tmp_path):
    names = [name for name in FILES if name in SLOW and len(FILES[name][0]()) < LIMITS["upload_limit"] // 10]
    found, watch = sent(tmp_path / "home", names)
    check(found, names)
    assert watch.statuses and set(watch.statuses) == {200}
    assert watch.memory < MOST_MEMORY


def test_what_is_too_big_to_send_is_refused_with_its_limit(tmp_path):
    home = tmp_path / "home"
    open_account(home)
    with Running(home, upload_limit=MEGABYTE) as server:
        visitor = Visitor(server.address)
        visitor.sign_in()
        status, page = visitor.send("/ajouter/fichiers", [("gros.txt", b"a" * (MEGABYTE + 500_000))])
        assert status == 413 and "dépasse" in page and "Mo" in page
        assert visitor.get("/")[0] == 200
    assert states_are_empty(home)


def states_are_empty(home) -> bool:
    return not list((home / "originals").rglob("*")) if (home / "originals").exists() else True


def test_the_same_files_in_a_folder_and_in_a_zip(tmp_path):
    """The ZIP begins with a PDF that is not compressed, and is a ZIP all the same."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    names = [name for name in QUICK if len(name.encode()) < 200 and not name.endswith(".zip")]
    for name in names:
        (folder / name).write_bytes(FILES[name][0]())
    by_folder = casetrack(tmp_path / "a", "ingest", str(folder), "--jsonl", **LIMITS)
    lines = [json.loads(line) for line in by_folder.stdout.splitlines()]
    found = {line["path"].rsplit("/", 1)[-1]: line for line in lines}
    assert set(names) <= set(found), by_folder.stderr[-2000:]
    for line in lines:
        assert line["outcome"] in ("added", "unchanged", "failed") and "Traceback" not in (line["reason"] or "")
        assert line["outcome"] == "added" or re.search(r"[.:].*\.$", line["reason"]), line
    assert "Traceback" not in by_folder.stderr

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(f"../{name}", (folder / name).read_bytes())
    (tmp_path / "tout.zip").write_bytes(buffer.getvalue())
    by_zip = casetrack(tmp_path / "b", "ingest", str(tmp_path / "tout.zip"), "--jsonl", **LIMITS)
    assert "Traceback" not in by_zip.stderr
    casetrack(tmp_path / "b", "verify", **LIMITS)
    inside = states(tmp_path / "b")
    assert len(inside) >= len(names) * 0.8
    assert not any("/" in name or "\\" in name for name in inside)
    assert not (tmp_path / "evasion.txt").exists()
    assert all(code == "lu" or reason for code, reason in inside.values())


ADDRESSES = (
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://0.0.0.0:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://[fd00::1]/",
    "http://user:pass@127.0.0.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "javascript:alert(1)",
)


def test_the_inside_of_the_network_is_not_fetched_by_the_site(tmp_path):
    """Every way of writing this machine or its network; the site asked for is casetrack itself, which would answer."""
    home = tmp_path / "home"
    open_account(home)
    with Running(home) as server:
        port = server.address.rsplit(":", 1)[1]
        visitor = Visitor(server.address)
        visitor.sign_in()
        pages = []
        for address in ADDRESSES:
            status, page = visitor.send("/ajouter/adresse", address=address.format(port=port))
            if status == 200:
                pages.append(visitor.at)
            else:
                assert status == 400 and "doit commencer par https://" in page, address
        for page in visitor.wait_for_batches(pages):
            assert "échec" in page and "ajouté" not in re.sub(r"<[^>]+>", " ", page).split("Suivi")[-1]
        assert len(pages) == sum(address.startswith("http") for address in ADDRESSES)
    assert states(home) == {}
