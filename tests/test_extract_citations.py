"""Citations of decisions: a table of written forms, a third of it set aside before the rules were written."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from casetrack.extract.citations import cite, find_citations

TABLE = [json.loads(line) for line in (Path(__file__).parent / "gold/citations.jsonl").read_text("utf-8").splitlines()]
FLOOR = 0.98


def found(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (item.key, item.court_code, item.number, item.date.isoformat() if item.date else None)
        for item in find_citations(text)
    ]


def expected(row: dict[str, object]) -> list[tuple[str, str, str, str | None]]:
    return [(e["key"], e["court_code"], e["number"], e["date"]) for e in row["expected"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("is_aside", [False, True], ids=["developed on", "set aside"])
def test_the_table_of_forms_holds_its_floor(is_aside: bool):
    matched = wanted = given = 0
    for row in TABLE:
        if row["set_aside"] == is_aside:
            want, have = Counter(expected(row)), Counter(found(row["text"]))
            matched += (want & have).total()
            wanted, given = wanted + want.total(), given + have.total()
    precision, recall = matched / given, matched / wanted
    assert 2 * precision * recall / (precision + recall) >= FLOOR


@pytest.mark.parametrize("text", [row["text"] for row in TABLE if not row["expected"]])
def test_what_is_no_decision(text: str):
    assert find_citations(text) == ()


def test_the_table_is_large_enough():
    assert len(TABLE) >= 300
    assert sum(not row["expected"] for row in TABLE) >= 60
    assert sum(row["set_aside"] for row in TABLE) >= 150


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["trap"])
def test_a_passage_is_the_text_it_claims(row: dict[str, str]):
    for item in cite(row["text"]):
        assert item.text == row["text"][item.start : item.end]


def test_a_docket_is_not_a_decision():
    docket, decision = find_citations("la requête n° 450163 ; CE, 12 mars 2021, n° 450163")
    assert (docket.kind, docket.key) == ("docket", "CE/450163")
    assert (decision.kind, decision.key) == ("decision", "CE/2021-03-12/450163")


def test_a_judgment_is_never_of_the_court_of_asylum():
    """Eight figures are those of the CNDA, or of a tribunal's number with one too many."""
    assert [item[1] for item in found("Par un jugement n° 15005430 du 24 octobre 2017, il a été fait droit.")] == ["TA"]
    assert [item[1] for item in found("Par une décision n° 17001480 du 28 février 2020, la cour a rejeté.")] == ["CNDA"]


def test_the_span_holds_the_whole_citation():
    text = "Voir CE, ord., 12 mars 2021, Association InterHop, n° 450163, point 7."
    (item,) = find_citations(text)
    assert item.text == "CE, ord., 12 mars 2021, Association InterHop, n° 450163"


def test_cite_gives_decisions_articles_and_texts_in_order():
    items = cite("CE, 12 mars 2021, n° 450163 (art. L. 521-2 CJA ; loi n° 78-17 du 6 janvier 1978)")
    assert [(item.kind, item.key) for item in items] == [
        ("decision", "CE/2021-03-12/450163"),
        ("article", "cja/l-521-2"),
        ("text", "loi/78-17"),
    ]


def test_a_chain_of_decisions():
    text = (
        "Par un jugement n° 1712217/6-3 du 4 juillet 2019, le tribunal administratif de Paris a rejeté sa demande. "
        "Par un arrêt n° 19PA02902 du 1er décembre 2020, la cour administrative d'appel de Paris a rejeté son appel. "
        "Par une décision n° 449254 du 23 décembre 2021, le Conseil d'État a annulé cet arrêt et renvoyé l'affaire. "
        "Par un arrêt n° 21PA06696 du 28 septembre 2022, la cour a statué."
    )
    assert [item.key for item in find_citations(text)] == [
        "TA75/2019-07-04/1712217/6-3",
        "CAA75/2020-12-01/19PA02902",
        "CE/2021-12-23/449254",
        "CAA75/2022-09-28/21PA06696",
    ]
