"""The pictures of `make screenshots` show every type of page."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from casetrack.web.page_types import PAGE_TYPES
from tests.web_site import open_site

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "screenshots.py"
NOT_ALONE = {"two_steps.ask"}
"""Asked between two steps of signing in: no address shows it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("pictures")) as opened:
        yield opened


def test_every_type_of_page_has_its_picture(site):
    named = runpy.run_path(str(SCRIPT))
    adapter = site.app.url_map.bind("localhost")
    shown = set()
    for path in (named["VISITOR"] | named["MEMBER"]).values():
        plain = path.partition("?")[0]
        if plain.startswith(("/faits/", "/ajouter/suivi/", "/mot-de-passe/")):
            plain += "x"  # the end is known once the site runs
        shown.add(adapter.match(plain)[0])
    assert shown >= set(PAGE_TYPES) - NOT_ALONE
