"""Every page type: accessible, light and dark, at 320 pixels; nobody else is called; nothing jumps; little to load.

What is checked here has its line in `casetrack.web.page_types`, which the accessibility statement is written from.
"""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from casetrack.web.page_types import CHECKS, PAGE_TYPES
from tests.test_web_access import GETS, ROLES, address_of
from tests.web_site import CASE

pytestmark = pytest.mark.browser
STATES = [
    ("/recherche?q=bornes&kind=decision", ""),
    ("/recherche?q=introuvablissime", ""),
    ("/chronologie?aligner=depot", ""),
    ("/decisions/ce/2023-10-20/999101?q=bornes&rang=1", ""),
    ("/references?q=bornes", ""),
    ("/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-05&notifiee=2023-10-06&issue=rejet", ""),
    ("/introuvable", ""),
    (f"/affaires/{CASE}?par=partie", "administrateur"),
    ("/documents/1?fait=1", "administrateur"),
    ("/documents/2?original=2", "administrateur"),
    ("/recherche?q=bornes", "administrateur"),
]
"""States that the address of a page type does not show, and for whom."""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


def faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}) {one['nodes'][0]['html'][:120]}" for one in found]


def least_role(endpoint: str) -> str:
    """Who sees the page itself: the most that may, where a visitor may not."""
    return "" if GETS[endpoint][0] in (200, 400) else ROLES[-1]


def check(page) -> dict[str, object]:
    """What each check of the statement found; empty when all is well."""
    found: dict[str, object] = {"axe": faults(page), "stable": page.evaluate(SHIFTS) >= 0.02}
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 800})
    found["axe-dark"] = faults(page)
    found["reflow"] = page.evaluate("document.documentElement.scrollWidth") > 320
    elsewhere = {urlsplit(url).hostname for url in page.called} - {"127.0.0.1"}
    complaints = [said for said in page.complaints if "404" not in said and "400" not in said]
    found["alone"] = elsewhere or complaints
    return found


def test_the_statement_says_what_is_checked(visit):
    page = visit("/accessibilite")
    assert set(check(page)) | {"light", "valid"} == set(CHECKS)
    assert page.locator("main li").count() >= len(CHECKS) + len(PAGE_TYPES)


@pytest.mark.parametrize("endpoint", PAGE_TYPES)
def test_each_page_type_is_accessible_still_and_alone(site, visit, endpoint):
    page = visit(address_of(site, endpoint), role=least_role(endpoint))
    assert {name: wrong for name, wrong in check(page).items() if wrong} == {}


@pytest.mark.parametrize(("path", "role"), STATES)
def test_other_states_are_accessible_still_and_alone(visit, path, role):
    page = visit(path, role=role)
    assert {name: wrong for name, wrong in check(page).items() if wrong} == {}


def test_pages_are_light(site):
    """Compressed by us, or as a proxy would where we do not (see `casetrack.web.compression`)."""
    clients = {role: site.client(role) for role in ("", ROLES[-1])}
    files = ("site.css", "site.js", "reader.js", "icon.svg")
    shared = sum(len(gzip.compress(clients[""].get(f"/statique/{name}").data)) for name in files)
    assert shared + len(gzip.compress(clients[""].get("/").data)) < 60_000
    pages = [(address_of(site, endpoint), least_role(endpoint)) for endpoint in PAGE_TYPES]
    for path, role in [*pages, *STATES]:
        assert shared + len(gzip.compress(clients[role].get(path).data)) < 150_000, path
