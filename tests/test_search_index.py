"""Both engines, through the index: who finds what, and that the same question has the same answer."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from casetrack.model import DocumentKind, IndexRecord, Shelf
from casetrack.search import Index, open_index, parse, rebuild

ENGINES = ["whoosh", *(["tantivy"] if importlib.util.find_spec("tantivy") else [])]
"""The plain install has Whoosh alone: everything here must hold there too."""
TODAY = dt.date(2021, 3, 10)


def record(number: int, text: str, audience: str = "all", **more: object) -> IndexRecord:
    values: dict[str, object] = {"kind": DocumentKind.DECISION, "title": f"Texte {number}", "shelf": Shelf.LIBRARY}
    return IndexRecord(document_id=number, text=text, audience=audience, **(values | more))  # type: ignore[arg-type]


RECORDS = [
    record(
        1,
        "Le juge des référés du Conseil d'État rejette la requête de la personne expulsée. La condition d'urgence "
        "n'est pas remplie.",
        court_code="CE",
        day=dt.date(2021, 3, 12),
        dockets=("450163",),
        ecli="ECLI:FR:CEORD:2021:450163.20210312",
        basis="L. 521-2",
        outcomes=("rejet",),
        grounds=("urgence",),
        articles=("cja/l-521-2", "cja/r-522-1"),
        cites=("CE/2020-06-18/440916", "440916"),
        zones=(("motifs", "La condition d'urgence n'est pas remplie."), ("dispositif", "La requête est rejetée.")),
        authority=0.9,
        cited=12,
    ),
    record(
        2,
        "RÉFÉRÉ LIBERTÉ. Hébergement d'urgence : il est enjoint au préfet d'agir. Doctolib n'y est pour rien.",
        court_code="TA75",
        day=dt.date(2020, 1, 2),
        dockets=("2001234/9",),
        basis="L. 521-2",
        outcomes=("injonction", "rejet"),
        liberties=("hebergement",),
        parties=("Association InterHop", "Ligue des droits de l'homme"),
        plaintiffs=("Association InterHop",),
        defendants=("Ministre de la santé",),
        articles=("cja/l-521-2",),
        zones=(("dispositif", "Il est enjoint au préfet d'agir."),),
        cited=3,
    ),
    record(3, "Le Conseil d'État dira.", "public", kind=DocumentKind.PRESS, publisher="Le Journal du soir"),
    record(
        3,
        "Le Conseil d'État dira. Le corps parle du Health Data Hub et d'un référé-liberté introuvable.",
        "members",
        kind=DocumentKind.PRESS,
        day=dt.date(2021, 3, 5),
        shelf=Shelf.DOSSIERS,
    ),
    record(4, "Mémoire en défense confidentiel sur l'hébergeur.", "members", kind=DocumentKind.FILING),
]


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened = open_index(tmp_path / "index", request.param)
    opened.apply(RECORDS, [], 7)
    yield opened
    opened.close()


def found(index: Index, text: str, is_member: bool = True) -> list[int]:
    return sorted(hit.document_id for hit in index.search(parse(text, TODAY).tree, is_member=is_member).hits)


# (query, what visitors find, what members find)
WHO_FINDS_WHAT = [
    ("référé liberté", [2], [2, 3]),
    ("refere-liberte", [1, 2], [1, 2, 3]),  # with a hyphen: also what was judged on that basis
    ("RÉFÉRÉ-LIBERTÉ", [1, 2], [1, 2, 3]),
    ("expulsé", [1], [1]),
    ("expulsee", [1], [1]),
    ('"juge des référés"', [1], [1]),
    ('"juge référés"', [1], [1]),
    ('"référés juge"', [], []),
    ('"condition remplie"~2', [1], [1]),
    ('"condition remplie"~1', [], []),
    ("héberg*", [2], [2, 4]),
    ("HEBERG*", [2], [2, 4]),
    ("doctolb~", [2], [2]),
    ("health", [], [3]),
    ("heal*", [], [3]),
    ("helth~", [], [3]),
    ("journal", [3], [3]),
    ("confidentiel", [], [4]),
    ("dans:dispositif enjoint", [2], [2]),
    ("dans:dispositif urgence", [], []),
    ('dans:motifs "condition urgence"', [1], [1]),
    ("dans:dispositif(enjoint OU rejetée)", [1, 2], [1, 2]),
    ("partie:interhop", [2], [2]),
    ("requerant:ligue", [], []),
    ('partie:"ligue des droits"', [2], [2]),
    ("defendeur:ministre", [2], [2]),
    ("titre:texte -urgence", [3], [3, 4]),
    ("juridiction:TA", [2], [2]),
    ('juridiction:"Conseil d\'État"', [1], [1]),
    ("juridiction:Paris", [2], [2]),
    ("date:2021", [1], [1, 3]),
    ("date:03/2021", [1], [1, 3]),
    ("date:5 mars 2021", [], [3]),
    ("date:[2019 TO 2020]", [2], [2]),
    ("avant:2021", [2], [2]),
    ("depuis:2021", [1], [1, 3]),
    ("article:L. 521-2", [1, 2], [1, 2]),
    ('article:"R. 522-1 CJA"', [1], [1]),
    ("cite:440916", [1], [1]),
    ("n°:2001234", [2], [2]),
    ("450163", [1], [1]),
    ("ecli:FR:CEORD:2021:450163.20210312", [1], [1]),
    ("fondement:référé-liberté", [1, 2], [1, 2]),
    ("solution:injonction", [2], [2]),
    ("motif:urgence", [1], [1]),
    ("liberte:hebergement", [2], [2]),
    ("type:presse", [3], [3]),
    ("type:acte", [], [4]),
    ("urgence SAUF enjoint", [1], [1]),
    ("NOT urgence", [3], [3, 4]),
    ("(urgence OU conseil) -injonction", [1, 2, 3], [1, 2, 3]),
    ("*", [1, 2, 3], [1, 2, 3, 4]),
]


@pytest.mark.parametrize(("text", "visitors", "members"), WHO_FINDS_WHAT, ids=[row[0] for row in WHO_FINDS_WHAT])
def test_who_finds_what(index: Index, text: str, visitors: list[int], members: list[int]):
    assert found(index, text, is_member=False) == visitors
    assert found(index, text, is_member=True) == members


def test_facets_count_the_whole_result_whatever_the_limit(index: Index):
    results = index.search(parse("*", TODAY).tree, is_member=True, limit=1, facets=("kind", "outcome", "year", "shelf"))
    assert len(results.hits) == 1 and results.total == 4
    counts = {name: {row.value: row.count for row in rows} for name, rows in results.facets.items()}
    assert counts == {
        "kind": {"decision": 2, "press": 1, "filing": 1},
        "outcome": {"rejet": 2, "injonction": 1},
        "year": {"2021": 2, "2020": 1},
        "shelf": {"bibliotheque": 3, "dossiers": 1},
    }


def test_filters_are_alternatives_within_a_facet_and_all_hold_together(index: Index):
    tree = parse("*", TODAY).tree
    both = index.search(tree, is_member=True, filters={"kind": ["decision", "press"], "year": ["2021"]})
    assert sorted(hit.document_id for hit in both.hits) == [1, 3]
    assert index.search(tree, is_member=False, filters={"court_code": ["TA75"], "outcome": ["injonction"]}).total == 1


@pytest.mark.parametrize(
    ("sort", "expected"), [("date", [2, 3, 1, 4]), ("-date", [1, 3, 2, 4]), ("cited", [1, 2, 3, 4])]
)
def test_sorts_put_undated_documents_last(index: Index, sort: str, expected: list[int]):
    tree = parse("*", TODAY).tree
    assert [hit.document_id for hit in index.search(tree, is_member=True, sort=sort).hits] == expected
    pages = [index.search(tree, is_member=True, sort=sort, limit=1, offset=at).hits for at in range(5)]
    assert [hit.document_id for page in pages for hit in page] == expected


def test_applying_again_replaces_and_deleting_removes_every_face(index: Index):
    index.apply([record(2, "Tout autre chose.")], [3], 8)
    assert index.last_seq == 8
    assert found(index, "doctolib") == []
    assert found(index, "autre") == [2]
    assert found(index, "health") == [] and found(index, "journal", is_member=False) == []
    assert index.count() == 3


def test_a_rebuilt_index_serves_those_who_had_the_old_one_open(index: Index, tmp_path: Path):
    assert found(index, "expulsée") == [1]
    rebuild(tmp_path / "index", index.stamps.engine, RECORDS[1:], 9)
    assert found(index, "expulsée") == []
    assert found(index, "référé liberté") == [2, 3]
    assert index.last_seq == 9
