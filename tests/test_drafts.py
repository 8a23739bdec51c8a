"""A draft with planted errors: every one found, no alarm on what is right."""

from __future__ import annotations

import pytest

from casetrack.casebook import SYSTEM, Casebook
from tests.samples import ORDER

RIGHT = "CE, ord., 12 mars 2021, Association Les Amis du Phare et autres, n° 999201"


@pytest.fixture
def held(casebook: Casebook, take):
    take(ORDER)
    return casebook


def verdicts(casebook: Casebook, draft: str) -> list[str]:
    return [remark.verdict for remark in casebook.check_draft(draft, viewer=SYSTEM).remarks]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (f"Voir {RIGHT}.", ["exact"]),
        (
            f"Voir {RIGHT} : « La condition d’urgence prévue par l'article L. 521-2 n'est pas remplie ».",
            ["exact", "exact"],
        ),
        (f"Voir {RIGHT.replace('12 mars', '13 mars')}.", ["autre-date"]),
        (f"Voir {RIGHT.replace('999201', '999210')}.", ["autre-numero"]),
        ("Voir CE, ord., 2 mai 2019, n° 999555.", ["absent"]),
        (f"{RIGHT} : « la condition d'urgence prévue par l'article L. 521-2 est bien remplie ».", ["exact", "altere"]),
        (f"{RIGHT} : « il est porté une atteinte grave et manifestement illégale ».", ["exact", "par-une-partie"]),
    ],
)
def test_each_reference_and_quotation_is_judged(held: Casebook, draft, expected):
    assert verdicts(held, draft) == expected


def test_nothing_of_a_draft_is_kept(held: Casebook):
    held.check_draft("Le mot ornithorynque n'est nulle part. " + RIGHT, viewer=SYSTEM)
    assert held.search("ornithorynque", viewer=SYSTEM).total == 0
    assert b"ornithorynque" not in held.settings.database.read_bytes()


def test_hits_in_a_document_are_where_the_words_are(held: Casebook):
    (document,) = held.documents(viewer=SYSTEM)
    text = held.document(document.id, viewer=SYSTEM).text or ""
    spans = held.hits_in(document.id, "urgence", viewer=SYSTEM)
    assert spans
    assert {text[start:end].lower() for start, end in spans} == {"urgence"}
