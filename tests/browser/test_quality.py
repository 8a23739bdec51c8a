"""Every page type: accessible, light and dark, at 320 pixels; nobody else is called; nothing jumps; little to load."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web_site import CASE

pytestmark = pytest.mark.browser
OPEN = [
    "/",
    "/affaires/",
    f"/affaires/{CASE}",
    "/chronologie?aligner=depot",
    "/parties/",
    "/requerants/",
    "/recherche",
    "/recherche?q=bornes&kind=decision",
    "/recherche?q=introuvablissime",
    "/bibliotheque",
    "/documents/",
    "/decisions/ce/2023-10-20/999101?q=bornes",
    "/articles/cja/l-521-2",
    "/verifier-un-projet",
    "/references?q=bornes",
    "/chiffres",
    "/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-05&notifiee=2023-10-06&issue=rejet",
    "/avant-de-deposer",
    "/aide/glossaire",
    "/aide/recherche",
    "/accessibilite",
    "/mentions-legales",
    "/connexion",
    "/mot-de-passe-oublie",
    "/introuvable",
]
CLOSED = [
    f"/affaires/{CASE}?par=partie",
    "/a-verifier",
    "/ajouter",
    "/journal",
    "/compte",
    "/compte/deux-etapes",
    "/utilisateurs",
]
EVERY = [*[(path, "") for path in OPEN], *[(path, "administrateur") for path in CLOSED]]
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


def faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}) {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.mark.parametrize(("path", "role"), EVERY)
def test_each_page_type_is_accessible_still_and_alone(visit, path, role):
    page = visit(path, role=role)
    assert faults(page) == []
    assert page.evaluate(SHIFTS) < 0.02
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 800})
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [said for said in page.complaints if "404" not in said] == []
    assert {urlsplit(url).hostname for url in page.called} == {"127.0.0.1"}


def test_pages_are_light(site):
    client = site.client()
    shared = sum(
        len(gzip.compress(client.get(f"/statique/{name}").data)) for name in ("site.css", "site.js", "icon.svg")
    )
    assert shared + len(gzip.compress(client.get("/").data)) < 60_000
    for path in OPEN:
        assert shared + len(gzip.compress(client.get(path).data)) < 150_000
