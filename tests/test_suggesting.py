"""What is proposed while somebody types: places to go, as far as they may see them."""

from __future__ import annotations

import pytest

from casetrack.casebook.suggesting import EACH, suggestions
from casetrack.model import ANONYMOUS
from tests.web_site import CASE, open_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("propositions")) as opened:
        yield opened


@pytest.fixture(scope="module")
def member(site):
    return next(account.viewer for account in site.accounts.list() if account.role.value == "lecteur")


def proposed(site, typed, viewer=ANONYMOUS):
    return [(one.kind, one.url) for one in suggestions(site.casebook, typed, viewer=viewer)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("9991", ("décision", "/decisions/ce/2023-10-20/999101")),
        ("n° 99910", ("décision", "/decisions/ce/2023-10-20/999101")),
        ("n°999101", ("décision", "/decisions/ce/2023-10-20/999101")),
        ("L. 521", ("article", "/articles/cja/l-521-2")),
        ("article l521-2", ("article", "/articles/cja/l-521-2")),
        ("521-2", ("article", "/articles/cja/l-521-2")),
        ("n° 23999", ("affaire", f"/affaires/{CASE}")),
        ("born", ("affaire", f"/affaires/{CASE}")),
        ("bornes de val", ("affaire", f"/affaires/{CASE}")),
        ("BORNES DE VALBRÛME", ("affaire", f"/affaires/{CASE}")),
        ("clair-reg", ("partie", "/parties/clair-registre")),
    ],
)
def test_what_is_typed_leads_somewhere(site, typed, found):
    assert found in proposed(site, typed)


@pytest.mark.parametrize("typed", ["", "b", " ", "n°", "zzyzx", "%", "_____", "888777", "R. 888"])
def test_nothing_answers_nothing(site, typed):
    assert not [one for one in proposed(site, typed) if one[1]]


def test_a_private_docket_is_for_members(site, member):
    private = ("décision", "/decisions/ta21/2023-10-05/2399901")
    assert private in proposed(site, "23999", member)
    assert private not in proposed(site, "23999")


def test_ones_own_searches_come_first(site, member):
    site.casebook.save_search("Bornes au CE", "q=bornes&court_code=CE", viewer=member)
    assert proposed(site, "bornes", member)[0] == ("recherche gardée", "/recherche?q=bornes&court_code=CE")
    assert not [kind for kind, _ in proposed(site, "bornes") if kind == "recherche gardée"]


def test_neither_a_judge_nor_a_plaintiff_without_legal_person_is_proposed(site, member):
    """The order names its judge; the articles and filings name people."""
    for typed in ("gabin", "gabarit", "m. gab", "prune", "mme"):
        for viewer in (ANONYMOUS, member):
            found = suggestions(site.casebook, typed, viewer=viewer)
            assert not [one for one in found if one.kind in ("partie", "affaire")], typed
    assert not suggestions(site.casebook, "gabarit", viewer=ANONYMOUS)


def test_no_kind_crowds_the_others_out(site, member):
    found = [kind for kind, _ in proposed(site, "ass", member)]
    assert all(found.count(kind) <= EACH for kind in set(found) - {"mot"})


@pytest.mark.parametrize("asked", ["2399901", "n° 2399901", "TA Dijon, ord., 5 octobre 2023, n° 2399901"])
def test_a_number_whose_decision_visitors_may_not_read_leads_to_its_case(site, asked):
    page = site.client().get("/recherche", query_string={"q": asked}).get_data(as_text=True)
    assert "Le n°\u00a02399901 est suivi dans l’affaire" in page
    assert f'<a href="/affaires/{CASE}">' in page
    assert "Le n°" not in site.client().get("/recherche?q=2399908").get_data(as_text=True)
