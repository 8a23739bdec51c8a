"""From an empty search to a precedent, by clicking alone, on the real files of official archives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from casetrack.accounts import Accounts
from casetrack.casebook import Casebook
from casetrack.model import ANONYMOUS
from casetrack.settings import load_settings
from casetrack.web import create_app
from casetrack.web.security import limiter
from tests.web_site import Site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A library of the Conseil d'État's open data, and nothing else."""
    settings = load_settings(home=tmp_path_factory.mktemp("precedent") / "home")
    casebook = Casebook(settings)
    report = casebook.import_archives([shared_data / "ce_opendata"])
    assert not report.failed
    accounts = Accounts(casebook.store, "secret-de-test")
    limiter.enabled = False
    yield Site(create_app(casebook, settings, accounts), casebook, accounts, settings, {})
    casebook.close()


def choose(page: Page, facet: str, value: str | re.Pattern[str]) -> None:
    """Click one value of a facet."""
    page.locator(".facet", has=page.get_by_role("heading", name=facet)).get_by_role("link", name=value).click()
    expect(page.get_by_role("link", name=re.compile(f"Retirer le filtre {facet}")).first).to_be_visible()


def dockets(page: Page) -> set[str]:
    return set(re.findall(r"n°\s(\d{6})", " ".join(page.locator("ol.rows .row-title").all_inner_texts())))


def test_what_was_rejected_for_lack_of_urgency(visit):
    page = visit("/recherche")
    choose(page, "Fondement", "référé-suspension")
    choose(page, "Motif décisif", "urgence")
    choose(page, "Issue", re.compile(r"^Rejet\s*\d+$"))
    assert dockets(page) == {"457559", "458107", "458186"}
    page.locator("ol.rows .row-title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Conseil d")


def test_what_was_enjoined(visit):
    """No order of these samples enjoined anything on the basis of L. 521-2: the facet then offers no such value."""
    page = visit("/recherche")
    choose(page, "Issue", "injonction")
    assert dockets(page) == {"437613"}
    page.goto("/recherche")
    choose(page, "Fondement", "référé-liberté")
    outcomes = page.locator(".facet", has=page.get_by_role("heading", name="Issue"))
    expect(outcomes.get_by_role("link", name="rejet").first).to_be_visible()
    expect(outcomes.get_by_role("link", name="injonction")).to_have_count(0)


def test_who_cites_an_article(visit, site: Site):
    page = visit("/recherche")
    choose(page, "Fondement", "référé-liberté")
    page.locator("ol.rows .row-title a").first.click()
    page.locator("a[href='/articles/cja/l-521-2']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("L. 521-2")
    held = len(site.casebook.search('article:"L. 521-2 CJA"', viewer=ANONYMOUS).results.hits)
    assert held >= 5
    expect(page.get_by_text(re.compile(rf"\b{held}\b")).first).to_be_visible()
