"""A search without answer says what would answer."""

from __future__ import annotations

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.nearby import MOST_PIECES, nearby
from casetrack.model import ANONYMOUS
from tests.web_site import open_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("voisines")) as opened:
        yield opened


def found(site, text, viewer=SYSTEM, **filters):
    return [(one.without, one.query) for one in nearby(site.casebook, text, viewer=viewer, filters=filters)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("bornes introuvablissime", [("introuvablissime", "bornes")]),
        ('bornes "mots qui ne se suivent pas"', [('"mots qui ne se suivent pas"', "bornes")]),
        ("bornes ET introuvablissime", []),  # what is left is no search
        ("introuvablissime", []),
        ("", []),
        ("introuvablissime " * (MOST_PIECES + 1), []),
    ],
)
def test_the_piece_too_many_is_named(site, text, answer):
    assert found(site, text) == answer


def test_filters_may_be_what_is_too_much(site):
    assert ("", "bornes") in found(site, "bornes", year=["1912"])
    page = site.client("lecteur").get("/recherche?q=bornes&year=1912").get_data(as_text=True)
    assert "sans les filtres" in page and 'href="/recherche?q=bornes"' in page


def test_a_visitor_learns_nothing_of_what_is_not_theirs(site):
    """The word is in a filing that only members read."""
    filing = site.casebook.document(site.documents["02-memoire-en-defense-tribunal.docx"], viewer=SYSTEM).text or ""
    book = site.casebook
    private = (
        word
        for word in filing.split()
        if word.isalpha() and len(word) > 6 and not book.search(word, viewer=ANONYMOUS).total
    )
    word = next(word for word in private if book.search(word, viewer=SYSTEM).total)
    assert found(site, f"{word} introuvablissime") == [("introuvablissime", word)]
    assert found(site, f"{word} introuvablissime", ANONYMOUS) == []
