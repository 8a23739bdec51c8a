"""What other projects' search engines stumbled over, on each engine: the index must survive, or say what to do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casetrack.errors import Conflict, IndexUnusable
from casetrack.search import open_index, parse, rebuild
from casetrack.search.folder import current, locked
from tests.test_search_index import ENGINES, RECORDS, TODAY, found, record

each_engine = pytest.mark.parametrize("engine", ENGINES)
ROOT = Path(__file__).parent.parent


@pytest.fixture
def memory_folder() -> Iterator[Path]:
    """A folder in memory where there is one: hundreds of commits are not about the speed of a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def run_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process, with the project importable."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."})


@each_engine
@pytest.mark.parametrize("text", ['"hébergement"', '"le hébergement"', '"hébergement d\'"', '"héberg*"', '"l"'])
def test_a_phrase_of_one_word_is_that_word(tmp_path: Path, engine: str, text: str):
    index = open_index(tmp_path, engine)
    index.apply(RECORDS, [], 1)
    if text == '"l"':
        with pytest.raises(Exception, match="Rien à chercher"):
            parse(text, TODAY)
        return
    expected = [2, 4] if "*" in text else [2]
    assert found(index, text) == expected


@each_engine
def test_facets_with_a_small_limit_do_not_fetch_everything(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    index.apply([record(number, "astreinte") for number in range(1, 301)], [], 1)
    results = index.search(parse("astreinte", TODAY).tree, is_member=False, limit=3, facets=("kind",))
    assert len(results.hits) == 3
    assert results.facets["kind"][0].count == results.total == 300


@each_engine
def test_similar_decisions_after_most_are_deleted(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    made = [
        record(number, f"Hébergement d'urgence et carence de la préfecture numéro {number}.", cites=("449000",))
        for number in range(1, 301)
    ]
    index.apply(made, [], 1)
    index.apply([], range(11, 301), 2)
    alike = index.similar(made[0], is_member=False)
    hits = index.search(alike.tree, is_member=False).hits
    assert sorted(hit.document_id for hit in hits) == list(range(2, 11))
    words, citations = alike.shared(made[1].text, made[1].cites, made[1].articles)
    assert citations == ["449000"]


@each_engine
def test_what_was_withdrawn_is_never_suggested_again(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    index.apply([record(1, "Affaire Zébulonnet."), record(2, "Affaire Zébulonnet."), record(3, "Affaire.")], [], 1)
    assert index.suggest("zébu", is_member=False) == ["zébulonnet"]
    assert index.did_you_mean("zebulonet", is_member=False) == "zébulonnet"
    index.apply([], [1, 2], 2)
    for is_member in (False, True):
        assert index.suggest("zébu", is_member=is_member) == []
        assert index.did_you_mean("zebulonet", is_member=is_member) is None


@each_engine
def test_visitors_are_told_nothing_by_suggestions(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    members = [record(n, "Stratégie confidentielle du cabinet.", "members") for n in (1, 2, 3)]
    index.apply([*members, record(4, "Un nom rare : Hippolytine.")], [], 1)
    assert index.suggest("conf", is_member=True) == ["confidentielle"]
    assert index.suggest("conf", is_member=False) == []
    assert index.did_you_mean("confidentiele", is_member=False) is None
    assert index.search(parse("confidentiele~ OU conf*", TODAY).tree, is_member=False).total == 0
    assert index.suggest("hippo", is_member=False) == [], "one document alone: it may be somebody's name"


@each_engine
def test_expansion_stops_at_two_hundred_terms_and_says_so(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    letters = "bcdfghjklmnpqrstvz"
    words = [f"vocab{first}{second}a" for first in letters for second in letters]
    index.apply([record(number, word) for number, word in enumerate(words, 1)], [], 1)
    results = index.search(parse("vocab*", TODAY).tree, is_member=False)
    assert len(words) > 200
    assert results.total == 200
    assert results.cut == ("vocab*",)
    assert index.search(parse("vocabb*", TODAY).tree, is_member=False).cut == ()


KILLED_WHILE_WRITING = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from casetrack.search import open_index
from tests.test_search_index import record
index = open_index(Path(sys.argv[1]), sys.argv[2])
for step in range(int(sys.argv[3]), 100000):
    index.apply([record(1000 + step, f"astreinte numéro {step}")], [], step)
    print(step, flush=True)
"""


@each_engine
@pytest.mark.slow
def test_killed_while_committing_it_opens_with_whole_commits(tmp_path: Path, engine: str):
    done = 0
    for turn in range(4):
        process = run_python(KILLED_WHILE_WRITING, tmp_path, engine, done + 1)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.05 + 0.07 * turn)
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        index = open_index(tmp_path, engine)
        assert index.last_seq >= max(map(int, rest), default=done + 1)
        done = index.last_seq
        held = index.search(parse("astreinte", TODAY).tree, is_member=False, limit=1000).hits
        # The commit after the last one recorded may have been made, never half of one: it will be replayed.
        assert len(held) in (done, done + 1)
        index.apply([record(1001 + done, "astreinte rejouée")], [], done + 1)
        assert index.search(parse("astreinte", TODAY).tree, is_member=False).total == done + 1
        done += 1
        index.close()


WRITER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from casetrack.search import open_index
from tests.test_search_index import record
index = open_index(Path(sys.argv[1]), sys.argv[2])
for step in range(int(sys.argv[4])):
    index.apply([record(int(sys.argv[3]) + step, "astreinte")], [], step)
"""


@each_engine
@pytest.mark.slow
def test_two_processes_writing_lose_nothing(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    writers = [run_python(WRITER, tmp_path, engine, first, 25) for first in (1000, 2000)]
    assert [writer.wait(timeout=600) for writer in writers] == [0, 0]
    assert index.search(parse("astreinte", TODAY).tree, is_member=False).total == 50, "seen without opening it again"
    assert index.count() == 50


@each_engine
@pytest.mark.slow
def test_five_hundred_small_commits_leave_no_orphan_segments(memory_folder: Path, engine: str):
    index = open_index(memory_folder, engine)
    for step in range(500):
        index.apply([record(step % 100 + 1, f"astreinte {step}")], [], step)
    assert index.count() == 100
    generation = current(memory_folder)
    assert generation is not None
    files = list((generation / "data").iterdir())
    assert len(files) < 120, sorted(path.name for path in files)
    if engine == "tantivy":
        listed = json.loads((generation / "data" / "meta.json").read_text())["segments"]
        alive = {segment["segment_id"].replace("-", "") for segment in listed}
        held = {path.name.split(".")[0] for path in files if len(path.name.split(".")[0]) == 32}
        assert held == alive


@each_engine
def test_another_version_asks_for_a_rebuild(tmp_path: Path, engine: str):
    open_index(tmp_path, engine).apply(RECORDS, [], 3)
    generation = current(tmp_path)
    assert generation is not None
    state = json.loads((generation / "state.json").read_text())
    (generation / "state.json").write_text(json.dumps(state | {"analyser": 0}))
    with pytest.raises(IndexUnusable, match="autre version"):
        open_index(tmp_path, engine)
    rebuild(tmp_path, engine, RECORDS, 4)
    assert found(open_index(tmp_path, engine), "expulsée") == [1]


@pytest.mark.skipif(len(ENGINES) < 2, reason="only one engine is installed")
def test_another_engine_asks_for_a_rebuild(tmp_path: Path):
    open_index(tmp_path, "whoosh").apply(RECORDS, [], 3)
    with pytest.raises(IndexUnusable, match="whoosh"):
        open_index(tmp_path, "tantivy")
    rebuild(tmp_path, "tantivy", RECORDS, 3)
    assert found(open_index(tmp_path, "tantivy"), "expulsée") == [1]


@each_engine
@pytest.mark.parametrize("keep", [0.5, 0.95])
def test_a_shortened_segment_is_noticed_and_rebuilt(tmp_path: Path, engine: str, keep: float):
    index = open_index(tmp_path, engine)
    index.apply(RECORDS, [], 3)
    index.close()
    generation = current(tmp_path)
    assert generation is not None
    segments = [path for path in (generation / "data").iterdir() if path.suffix in (".seg", ".term", ".idx", ".fast")]
    largest = max(segments, key=lambda path: path.stat().st_size)
    os.truncate(largest, int(largest.stat().st_size * keep))
    with pytest.raises(IndexUnusable, match="reindex"):
        open_index(tmp_path, engine)
    rebuild(tmp_path, engine, RECORDS, 3)
    assert found(open_index(tmp_path, engine), "expulsée") == [1]


@each_engine
def test_a_segment_gone_asks_for_a_rebuild(tmp_path: Path, engine: str):
    open_index(tmp_path, engine).apply(RECORDS, [], 3)
    generation = current(tmp_path)
    assert generation is not None
    for path in (generation / "data").iterdir():
        if path.suffix in (".seg", ".term"):
            path.unlink()
    with pytest.raises(IndexUnusable, match="reindex"):
        open_index(tmp_path, engine)


@each_engine
def test_an_unreadable_state_asks_for_a_rebuild(tmp_path: Path, engine: str):
    open_index(tmp_path, engine)
    generation = current(tmp_path)
    assert generation is not None
    (generation / "state.json").write_text("{")
    with pytest.raises(IndexUnusable):
        open_index(tmp_path, engine)


@each_engine
def test_a_rebuild_that_fails_leaves_the_old_index_serving(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    index.apply(RECORDS, [], 3)

    def broken():
        yield RECORDS[0]
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError, match="went away"):
        rebuild(tmp_path, engine, broken(), 9)
    assert found(index, "enjoint") == [2]
    assert index.last_seq == 3
    index.apply([record(9, "suite")], [], 4)
    assert len(list(tmp_path.glob("g-*"))) == 1, "what was begun is swept away"


@each_engine
def test_whoever_finds_the_lock_held_is_told(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    with locked(tmp_path), pytest.raises(Conflict):
        index.apply(RECORDS, [], 1, wait=0.0)
    index.apply(RECORDS, [], 1, wait=0.0)
    assert index.last_seq == 1


@each_engine
def test_threads_search_while_others_write_and_rebuild(memory_folder: Path, engine: str):
    index = open_index(memory_folder, engine)
    index.apply(RECORDS, [], 1)
    tree = parse('"juge des référés" OU enjoint', TODAY).tree
    stop = threading.Event()

    def search() -> set[int]:
        totals = set()
        while not stop.is_set():
            totals.add(index.search(tree, is_member=True, facets=("kind",)).total)
        return totals

    with ThreadPoolExecutor(4) as pool:
        searching = [pool.submit(search) for _ in range(3)]
        for step in range(12):
            index.apply([record(100 + step, "Rien de tel.")], [], 2 + step)
            if step % 4 == 3:
                rebuild(memory_folder, engine, RECORDS, 2 + step)
        stop.set()
        assert [thread.result(timeout=60) for thread in searching] == [{2}] * 3


@each_engine
def test_what_is_tidied_afterwards_keeps_writers_out_but_not_readers(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
):
    index = open_index(tmp_path, engine)
    other = open_index(tmp_path, engine)
    over = threading.Event()
    settle = index._opened.engine.settle
    monkeypatch.setattr(index._opened.engine, "settle", lambda: (over.wait(30), settle()))
    index.apply([record(1, "Une astreinte.")], [], 1)
    assert found(index, "astreinte") == found(other, "astreinte") == [1]
    assert other.last_seq == 1
    with pytest.raises(Conflict):
        other.apply([record(2, "Une astreinte.")], [], 2, wait=0.05)
    over.set()
    other.apply([record(2, "Une astreinte.")], [], 2)
    assert found(index, "astreinte") == [1, 2]
    index.close()
    other.close()


@each_engine
def test_facets_kept_for_the_next_page_follow_every_commit_and_audience(tmp_path: Path, engine: str):
    index = open_index(tmp_path, engine)
    index.apply([record(1, "astreinte"), record(2, "astreinte"), record(3, "astreinte", "members")], [], 1)

    def counted(*, is_member: bool = False, offset: int = 0, sort: str = "relevance") -> int:
        tree = parse("astreinte", TODAY).tree
        results = index.search(tree, is_member=is_member, limit=1, offset=offset, sort=sort, facets=("kind",))
        assert sum(item.count for item in results.facets["kind"]) == results.total
        return results.total

    assert counted() == counted(offset=1) == counted(sort="date") == 2
    assert counted(is_member=True) == counted(is_member=True, offset=1) == 3
    index.apply([], [2], 2)
    assert (counted(), counted(offset=1), counted(is_member=True)) == (1, 1, 2)
    index.close()
