"""No field that people or files fill runs anything in a real browser, on any page, visitor or administrator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.test_web_access import GETS, address_of
from tests.trapped_site import TRICKS, open_trapped_site
from tests.web_site import Site

pytestmark = pytest.mark.browser
WITHOUT_A_PAGE = ("api.", "feeds.", "static", "search.suggestions", "auth.sign_in", "two_steps.ask")
FILES = ("export", "dossier", "original", "beside.")
"""Answers that a browser saves, or shows outside of any page of ours: `tests.test_surface` says how they are boxed."""
ALIVE = """() => [
  document.querySelectorAll('a[href^="javascript:" i], a[href^="data:" i], [style], [onerror], [onload]').length,
  document.querySelectorAll('iframe[srcdoc], script:not([nonce])').length,
]"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with open_trapped_site(tmp_path_factory.mktemp("pieges")) as opened:
        yield opened


def pages(site: Site) -> list[str]:
    """One address of each route that is a page, and each trapped document."""
    named = [name for name in GETS if not name.startswith(WITHOUT_A_PAGE) and not any(word in name for word in FILES)]
    found = [address_of(site, name) for name in named]
    found += [f"/documents/{site.documents[name]}" for name in ("article", "filing", "mail", "pdf", "word", "zip")]
    found += [f"/documents/{site.documents['filing']}/publier", "/documents/?etat=failed", "/a-verifier?genre=request"]
    found += [f"/recherche?q=audience {TRICKS[1]}", "/recherche?q=piege", "/affaires/", "/chronologie?par=partie"]
    return found


@pytest.mark.parametrize("role", ["", "administrateur"])
def test_nothing_runs(visit, site, role):
    page = visit("/", role=role)
    ran: list[str] = []
    page.context.expose_binding("piege", lambda source: ran.append(source["frame"].url))
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    met = 0
    for address in pages(site):
        page.goto(address)
        assert page.evaluate(ALIVE) == [0, 0], address
        met += page.get_by_text("piege()").count() > 0
    assert ran == []
    assert not [said for said in page.complaints if "Content Security Policy" in said or "piege" in said]
    assert met > (15 if role else 8), "the tricks are shown, as text"


def test_what_scripts_of_ours_insert_does_not_run_either(visit, site):
    """Suggestions, cards of the timeline, the form under a passage: what our own script writes into the page."""
    page = visit("/", role="administrateur")
    ran: list[str] = []
    page.context.expose_binding("piege", lambda source: ran.append(source["frame"].url))
    page.reload()
    page.locator("#recherche-globale").press_sequentially("Affaire")
    page.get_by_role("option").first.wait_for()
    assert "piege()" in page.get_by_role("listbox").first.inner_text()
    page.goto(address_of(site, "cases.case"))
    for number in range(min(page.locator(".sign").count(), 4)):
        page.locator(".sign").nth(number).focus()
    assert page.locator(".tooltip").count()
    assert ran == [] and not [said for said in page.complaints if "Content Security Policy" in said]


def test_the_browser_would_have_told(visit):
    """The same tricks in a page that is careless on purpose do run: the absence above means something."""
    page = visit("/connexion")
    ran: list[str] = []
    page.context.expose_binding("piege", lambda source: ran.append(source["frame"].url))
    page.goto("about:blank")
    page.set_content(f"<title>{TRICKS[4]}{TRICKS[1]}{TRICKS[3]}{TRICKS[8]}")
    page.wait_for_timeout(200)
    assert len(ran) >= 3
