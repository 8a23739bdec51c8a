"""The pool of children: what one of them suffers, nobody else feels."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casetrack.errors import Unreadable
from casetrack.model import Attachment, Declared, Reading
from casetrack.read import Limits, child, read_bytes, sandbox, wire
from casetrack.read.pdf import LOST_NOTICE
from casetrack.read.sandbox import Sandbox
from casetrack.settings import load_settings
from tests import pdfs
from tests.hostile.make import MEGABYTE, pdf_form_loop, zip_names
from tests.test_read_ocr import TEXT
from tests.test_read_office import zipped

GOOD = pdfs.written([pdfs.column(TEXT)])


@pytest.fixture
def pool():
    with Sandbox(load_settings(parse_processes=1, parse_memory=640 * MEGABYTE, parse_seconds=20)) as made:
        yield made


def only_child(pool: Sandbox) -> sandbox._Child:
    found = pool._free.get()
    pool._free.put(found)
    assert found is not None
    return found


def test_a_child_gives_what_this_process_would(pool, shared_data):
    paths = [*sorted((shared_data / "seeds").glob("*.txt")), *sorted((shared_data / "dila_jade").glob("*.xml"))[:5]]
    for path in paths:
        assert pool.read(path, path.name) == read_bytes(path.read_bytes(), path.name)
    assert pool.read(GOOD, "a.pdf") == read_bytes(GOOD, "a.pdf")
    assert pool.read(zip_names(), "a.zip") == read_bytes(zip_names(), "a.zip")


def test_a_killed_child_is_replaced(pool):
    pool.read(b"un", "a.txt")
    first = only_child(pool).pid
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert pool.read(b"deux", "b.txt").text == "deux"
    assert only_child(pool).pid != first


def test_a_child_that_hangs_is_given_up(pool, tmp_path):
    """Stopped, it answers nothing and does not end either."""
    pool.read(b"un", "a.txt")
    hung = only_child(pool)
    os.kill(hung.pid, signal.SIGSTOP)
    source = tmp_path / "a.txt"
    source.write_bytes(b"trois")
    with pytest.raises(Unreadable) as refused:
        hung.ask("read", source, "a.txt", (), Limits(seconds=0.2))
    assert refused.value.code == "delai" and hung.is_spent
    os.kill(hung.pid, signal.SIGCONT)


def test_what_is_no_ordinary_file_is_never_opened(pool, tmp_path):
    os.mkfifo(tmp_path / "tube")
    for path in (tmp_path / "tube", tmp_path, Path("/dev/zero"), tmp_path / "absent"):
        with pytest.raises(Unreadable):
            pool.read(path, "a.txt")


def test_a_child_without_memory_says_so_and_is_replaced():
    settings = load_settings(parse_processes=1, parse_memory=200 * MEGABYTE, parse_seconds=20)
    with Sandbox(settings) as pool:
        with pytest.raises(Unreadable) as refused:
            pool.read("référé €\n".encode() * 1_400_000, "a.txt")
        assert refused.value.code == "memoire"
        assert pool.read(b"court", "b.txt").text == "court"


@pytest.mark.slow
def test_pypdf_reads_what_kills_pdfium(pool, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_form_loop())
    with pytest.raises(Unreadable) as refused:
        pool._attempt(path, "a.pdf", ("pdfium",))
    assert refused.value.code in {"plantage", "memoire", "delai"}
    assert pool.read(path, "a.pdf").extractor == "pypdf"


def test_children_are_recycled():
    with Sandbox(load_settings(parse_processes=1, parse_recycle=2)) as pool:
        seen = []
        for number in range(5):
            pool.read(f"texte {number}".encode(), "a.txt")
            seen.append(only_child(pool).pid)
    assert seen[0] == seen[1] != seen[2] == seen[3] != seen[4]


def test_two_threads_and_more_share_the_pool():
    with Sandbox(load_settings(parse_processes=2)) as pool, ThreadPoolExecutor(6) as threads:
        texts = [f"document numéro {number}" for number in range(40)]
        read = threads.map(lambda text: pool.read(text.encode(), "a.txt").text, texts)
        assert list(read) == texts


def test_closing_frees_those_who_wait():
    pool = Sandbox(load_settings(parse_processes=1))
    taken = pool._free.get()
    failures: list[BaseException] = []

    def wait() -> None:
        try:
            pool.read(b"texte", "a.txt")
        except RuntimeError as error:
            failures.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    pool.close()
    pool._free.put(taken)
    thread.join(timeout=20)
    assert not thread.is_alive() and len(failures) == 1


def test_the_size_limit_is_checked_before_reading():
    with Sandbox(load_settings(upload_limit=1000)) as pool, pytest.raises(Unreadable) as refused:
        pool.read(b"x" * 1001, "a.txt")
    assert refused.value.code == "trop-gros"


def test_the_wire_keeps_everything():
    reading = Reading(
        text="« été » \n😀",
        pages=(0, 3),
        format="pdf",
        extractor="pdfium",
        extractor_version="1",
        declared=(Declared(field="title", value="é", origin="meta"),),
        attachments=(Attachment(name="a", data=b"\x00\xff"), Attachment(name="b", data=b"")),
        outline=(("x", 3),),
        notices=("n",),
        needs_ocr=True,
    )
    packed = wire.from_reading(reading)
    body, blobs = wire.lengths(packed[: wire.HEADER.size], 10_000)
    assert wire.to_reading(packed[wire.HEADER.size :][:body], packed[len(packed) - blobs :]) == reading


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"reading": {}}', b'{"reading": {"text": 1}}', b"null"])
def test_a_child_that_lies_is_not_believed(body):
    with pytest.raises(ValueError):
        wire.to_reading(body, b"")


def test_limits_are_reset_for_each_file():
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    child._limit(resource.RLIMIT_CPU, 10_000)
    child._limit(resource.RLIMIT_CPU, 20_000)
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] == 20_000
    child._limit(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
    assert resource.getrlimit(resource.RLIMIT_CPU) == before


def test_lost_spaces_are_said_when_no_library_finds_them(pool):
    line = "d'unsystèmeDebian,souslaformedepaquetsquel'administrateurinstalleetmetàjour"
    reading = pool.read(pdfs.written([[(70, 800 - 15 * number, line) for number in range(20)]]), "a.pdf")
    assert (reading.extractor, reading.notices) == ("pdfium", (LOST_NOTICE,))


def test_the_parent_never_waits_for_a_pipe_that_fills(pool):
    """An answer heavier than a pipe holds, both ways."""
    data = zipped({f"{number}.bin": os.urandom(400_000) for number in range(20)})
    assert sum(len(item.data) for item in pool.read(data, "lot.zip").attachments) == 20 * 400_000


def test_nothing_of_the_parent_is_told_to_the_children(pool, monkeypatch):
    monkeypatch.setenv("CASETRACK_SMTP_PASSWORD", "canari")
    pool.read(b"texte", "a.txt")
    assert b"canari" not in Path(f"/proc/{only_child(pool).pid}/environ").read_bytes()
