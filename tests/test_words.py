"""Values said to people."""

from __future__ import annotations

import datetime as dt

import pytest

from casetrack import words
from casetrack.model import (
    DocumentKind,
    FactStatus,
    Ground,
    Liberty,
    Modality,
    PartyType,
    Precision,
    Role,
    Shelf,
    UserRole,
    Visibility,
    ZoneName,
)

TABLES = [
    (DocumentKind, words.KINDS),
    (DocumentKind, words.KINDS_PLURAL),
    (FactStatus, words.STATUSES),
    (Modality, words.MODALITIES),
    (Precision, words.PRECISIONS),
    (Role, words.ROLES),
    (PartyType, words.PARTY_TYPES),
    (ZoneName, words.ZONES),
    (Ground, words.GROUNDS),
    (Liberty, words.LIBERTIES),
    (Visibility, words.VISIBILITIES),
    (Shelf, words.SHELVES),
    (UserRole, words.USER_ROLES),
]


@pytest.mark.parametrize(("values", "table"), TABLES)
def test_every_value_has_a_label(values, table):
    assert {str(value) for value in values} == {str(key) for key in table}
    assert all(table.values())


@pytest.mark.parametrize(
    ("plain", "set_well"),
    [
        ("n° 450163", "n°\u00a0450163"),
        ("nos 440442, 440445", "nos\u00a0440442, 440445"),
        ("article L. 521-2", "article\u00a0L.\u00a0521-2"),
        ("48 h", "48\u00a0h"),
        ("10 000 €", "10\u202f000\u00a0€"),
        ("Vraiment ?", "Vraiment\u202f?"),
        ("le juge : rejette ; ordonne", "le juge\u00a0: rejette\u202f; ordonne"),
        ("« urgence »", "«\u00a0urgence\u00a0»"),
        ("«urgence»", "«\u00a0urgence\u00a0»"),
        ("https://exemple.fr/a?b=1", "https://exemple.fr/a?b=1"),  # an address is left alone
        ("12 mars 2021", "12\u00a0mars 2021"),  # a year is no thousand
        ("CE, 25 nov. 2020", "CE, 25\u00a0nov. 2020"),
        ("le 1er avr. 2019", "le 1er\u00a0avr. 2019"),
        ("M. A... B...", "M.\u00a0A... B..."),
        ("point 7", "point\u00a07"),
    ],
)
def test_no_break_spaces(plain, set_well):
    assert words.typo(plain) == set_well
    assert words.typo(set_well) == set_well


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ("12\u00a0mars 2021", {"date": dt.date(2021, 3, 12)}),
        ("1er\u00a0mars 2021", {"date": dt.date(2021, 3, 1)}),
        ("5\u00a0mars 2021, 15\u00a0h\u00a013", {"date": dt.date(2021, 3, 5), "time": "15:13"}),
        ("8\u00a0mars 2021, 10\u00a0h", {"date": dt.date(2021, 3, 8), "time": "10:00"}),
        ("mars 2021", {"date": dt.date(2021, 3, 1), "precision": "month"}),
        ("2021", {"date": dt.date(2021, 1, 1), "precision": "year"}),
        ("semaine du 8\u00a0mars 2021", {"date": dt.date(2021, 3, 8), "precision": "week"}),
        ("du 3 au 5\u00a0mars 2021", {"date": dt.date(2021, 3, 3), "date_end": dt.date(2021, 3, 5)}),
        (
            "du 26\u00a0février au 1er\u00a0mars 2021",
            {"date": dt.date(2021, 2, 26), "date_end": dt.date(2021, 3, 1)},
        ),
        ("vers mars 2021", {"date": dt.date(2021, 3, 1), "precision": "vague"}),
    ],
)
def test_moments_are_said_as_precisely_as_known(said, arguments):
    assert words.when_words(**arguments) == said


def test_counts_agree_in_french():
    assert words.plural(0, "document") == "0\u00a0document"
    assert words.plural(1, "document") == "1\u00a0document"
    assert words.plural(12000, "document") == "12\u202f000\u00a0documents"


def test_courts_roles_and_bases():
    assert words.court_short("CAA75") == "CAA Paris"
    assert words.court_short("CE") == "Conseil d’État"
    assert words.court_short("XX9") == "XX9"
    assert words.role_words("appelant", "defendeur") == "appelant (défendeur en première instance)"
    assert words.basis_words("L. 521-2") == "référé-liberté (L.\u00a0521-2)"


@pytest.mark.parametrize(
    ("event_type", "family"),
    [("mémoire en défense", "ecrit"), ("audience", "audience"), ("décision attaquée", "decision"),
     ("acte contesté", "acte"), ("publication", "presse"), ("chose rare", "autre")],
)  # fmt: skip
def test_event_families(event_type, family):
    assert words.event_family(event_type) == family


def test_sizes_in_words():
    assert words.size_words(312 * 1024) == "312\u00a0ko"
    assert words.size_words(200 * 1024 * 1024) == "200\u00a0Mo"
    assert words.size_words(1_500_000) == "1,4\u00a0Mo"
    assert words.size_words(70 * 1024**3) == "70\u00a0Go"
