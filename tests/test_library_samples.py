"""The real samples of official archives: what their tags say is what the library holds."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
import sys
from collections import Counter
from pathlib import Path

import pytest

from casetrack import resolve
from casetrack.casebook import Casebook
from casetrack.casebook.base import SYSTEM
from casetrack.errors import Unreadable
from casetrack.extract.courts import court_code, court_name
from casetrack.extract.numbers import parse_ecli
from casetrack.model import ANONYMOUS, Reading
from casetrack.read import read_bytes
from casetrack.settings import load_settings

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import ranking

FOLDERS = ("ce_opendata", "ta_opendata", "dila_jade", "dila_cass", "judilibre")
PAIRS = (("452952", "2021-11-15"), ("454125", "2021-11-15"), ("431747", "2021-11-05"))
UNSAID = {"", "undefined", "null"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def library(shared_data: Path, tmp_path_factory: pytest.TempPathFactory):
    """Every sample imported once; with the report."""
    opened = Casebook(load_settings(home=tmp_path_factory.mktemp("samples") / "home"))
    report = opened.import_archives([shared_data / folder for folder in FOLDERS])
    yield opened, report
    opened.close()


def readings(shared_data: Path) -> list[tuple[str, Reading]]:
    found = []
    for folder in FOLDERS:
        for path in sorted((shared_data / folder).iterdir()):
            try:
                found.append((path.name, read_bytes(path.read_bytes(), path.name)))
            except Unreadable:
                continue
    return found


def rows(casebook: Casebook, query: str) -> list[tuple]:
    return sqlite3.connect(casebook.settings.database).execute(query).fetchall()


def test_counts(library, shared_data: Path):
    """Two Judilibre samples are two states of one decision; a list of results and a description are no decision."""
    casebook, report = library
    read = readings(shared_data)
    assert Counter(reading.format for _, reading in read) == {
        "opendata": 101,
        "jade": 63,
        "cass": 9,
        "judilibre": 5,
    }
    assert (report.added, report.updated, report.unchanged, report.withdrawn) == (177, 1, 0, 0)
    assert [item.label for item in report.failed] == [
        "judilibre/JUDILIBRE-public.openapi.json",
        "judilibre/tcom_sample_list.json",
    ]
    assert rows(casebook, "select count(*) from documents where state = 'read' and kind = 'decision'") == [(177,)]
    assert casebook.feed.expected() == casebook.index.count() == 177 - len(PAIRS)


def test_docket_day_court_and_ecli_are_those_of_the_tags(library, shared_data: Path):
    casebook, _ = library
    held = {
        name: row
        for name, *row in rows(
            casebook,
            "select s.name, d.court_code, d.decided_on, d.decision_id, e.ecli from sources s"
            " join documents d on d.sha256 = s.sha256 left join decisions e on e.id = d.decision_id",
        )
    }
    dockets: dict[int, set[str]] = {}
    for decision_id, docket in rows(casebook, "select decision_id, docket from decision_dockets"):
        dockets.setdefault(decision_id, set()).add(docket)
    wrong = []
    for name, reading in readings(shared_data):
        if name not in held:
            continue  # the older state of one decision
        said = {item.field: item.value for item in reversed(reading.declared)}
        numbers = {resolve.docket_key(item.value) for item in reading.declared if item.field == "docket"}
        code, day, decision_id, ecli = held[name]
        wanted = said.get("court_code") if court_name(said.get("court_code", "")) else court_code(said["court"])
        read = parse_ecli(said.get("ecli", ""))
        checks = {
            "day": day == dt.date.fromisoformat(said["decided_on"]).isoformat(),
            "court": code == (wanted or ""),
            "dockets": not (numbers and code) or numbers <= dockets.get(decision_id, set()),
            "ecli": not (read and read.is_trusted and decision_id) or ecli == said["ecli"],
        }
        wrong += [(name, what) for what, is_right in checks.items() if not is_right]
    assert wrong == []
    assert len(held) == 177


@pytest.mark.parametrize(("docket", "day"), PAIRS)
def test_one_decision_in_two_formats_is_one_page_and_one_hit(library, docket: str, day: str):
    casebook, _ = library
    document_id = casebook.decision_document("ce", dt.date.fromisoformat(day), docket, viewer=ANONYMOUS)
    view = casebook.document(document_id, viewer=ANONYMOUS)
    assert {view.ref.format, *(copy.format for copy in view.copies)} == {"opendata", "jade"}
    page = casebook.search(f"n°:{docket}", viewer=ANONYMOUS)
    own = [hit for hit in page.hits if docket in hit.document.dockets]
    assert len(own) == 1


def test_the_same_folders_again_change_nothing(library, shared_data: Path):
    casebook, _ = library
    before = rows(casebook, "select id, sha256, change_seq from documents")
    again = casebook.import_archives([shared_data / folder for folder in FOLDERS if folder != "judilibre"])
    assert (again.added, again.unchanged, again.updated) == (0, 173, 0)
    assert rows(casebook, "select id, sha256, change_seq from documents") == before


def test_every_original_is_kept_to_the_byte(library, shared_data: Path):
    casebook, _ = library
    for path in sorted((shared_data / "ce_opendata").iterdir())[:20]:
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        found, name = casebook.original(sha256, viewer=SYSTEM)
        assert (found.getvalue(), name) == (data, path.name)


def test_what_answers_comes_first(library, tmp_path: Path):
    """Questions judged by reading, made-up decisions as noise; the second floor: questions kept from the tuning."""
    real = list(library[0].feed.everything())
    index = ranking.build(tmp_path, "auto", real)
    found = ranking.measure(index, real)
    index.close()
    assert ranking.mean(found, is_apart=False) >= 0.77
    assert ranking.mean(found, is_apart=True) >= 0.87


def test_the_measure_of_order():
    expected = {"1": 3, "2": 1}
    assert ranking.ndcg([("1",), ("2",)], expected) == 1
    assert ranking.ndcg([], expected) == ranking.ndcg([("9",)] * 12 + [("1",)], expected) == 0
    assert 0.6 < ranking.ndcg([("9",), ("1", "8"), ("1",), ("2",)], expected) < 0.7
    judged = ranking.judgements()
    assert len(judged) >= 30
    assert sum(item.is_apart for item in judged) * 3 == len(judged)
