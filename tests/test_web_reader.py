"""The page of a document: the text first, the original beside it for whoever may have it, hits one after another."""

from __future__ import annotations

import re

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.publishing import CHECKS
from tests.web_site import open_site

PDF = "04-ordonnance-tribunal-administratif.pdf"
WORD = "02-memoire-en-defense-tribunal.docx"
OFFICIAL = "/decisions/ce/2023-10-20/999101"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("lecture")) as opened:
        yield opened


@pytest.fixture(scope="module")
def reader(site):
    return site.client("lecteur")


def test_the_original_is_shown_at_the_page_asked_for(site, reader):
    number = site.documents[PDF]
    said = reader.get(f"/documents/{number}?original=2").get_data(as_text=True)
    assert f'<img src="/documents/{number}/pages/2.png"' in said
    assert 'id="page-1"' in said and 'id="page-2"' in said
    assert f'href="/documents/{number}?original=3#page-3"' in said
    alone = reader.get(f"/documents/{number}").get_data(as_text=True)
    assert "<img" not in alone and "côte à côte" in alone


def test_a_passage_brings_its_own_page(site, reader):
    number = site.documents[PDF]
    view = site.casebook.document(number, viewer=SYSTEM)
    start = view.pages[2] + 5
    said = reader.get(f"/documents/{number}?original=1&passage={start}-{start + 20}").get_data(as_text=True)
    assert f'<img src="/documents/{number}/pages/3.png"' in said


def test_a_page_asked_beyond_the_end_is_the_last(site, reader):
    number = site.documents[PDF]
    said = reader.get(f"/documents/{number}?original=900").get_data(as_text=True)
    last = len(site.casebook.document(number, viewer=SYSTEM).pages)
    assert f"/pages/{last}.png" in said


def test_a_page_is_a_picture_that_the_browser_may_keep_but_must_ask_about(site, reader):
    address = f"/documents/{site.documents[PDF]}/pages/1.png"
    answer = reader.get(address)
    assert answer.mimetype == "image/png" and answer.data.startswith(b"\x89PNG")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    again = reader.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304 and not again.data
    stolen = site.client().get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert stolen.status_code == 404


@pytest.mark.parametrize(("name", "page"), [(PDF, 0), (PDF, 99), (WORD, 1)])
def test_no_picture_of_what_has_no_such_page(site, reader, name, page):
    assert reader.get(f"/documents/{site.documents[name]}/pages/{page}.png").status_code == 404


def test_what_an_editor_published_masked_is_never_shown_as_it_was(site):
    number = site.documents[PDF]
    site.casebook.publish(number, viewer=SYSTEM, checks=tuple(CHECKS))
    try:
        visitor = site.client()
        said = visitor.get(f"/documents/{number}?original=1").get_data(as_text=True)
        assert 'class="text"' in said and "<img" not in said and "côte à côte" not in said
        assert visitor.get(f"/documents/{number}/pages/1.png").status_code == 404
    finally:
        site.casebook.take_back(number, viewer=SYSTEM)


def test_hits_are_walked_one_after_another(site):
    visitor = site.client()
    first = visitor.get(f"{OFFICIAL}?q=bornes&rang=1").get_data(as_text=True)
    count = int(re.search(r"Passage 1 sur (\d+)", first)[1])
    assert count > 2 and first.count("is-hit") == count
    assert 'rel="prev"' not in first and f'{OFFICIAL}?q=bornes&amp;rang=2#m-2"' in first
    last = visitor.get(f"{OFFICIAL}?q=bornes&rang={count + 5}").get_data(as_text=True)
    assert f"Passage {count} sur {count}" in last and 'rel="next"' not in last
    assert re.search(rf'<mark class="[^"]*is-current[^"]*" id="m-{count}"', last)


def test_citations_say_where_they_lead(site):
    said = site.client().get(OFFICIAL).get_data(as_text=True)
    previews = re.findall(r'<a class="cited" href="([^"]+)" data-preview="([^"]+)"', said)
    assert any(href == "/articles/cja/l-521-2" and "code de justice administrative" in text for href, text in previews)
    assert any(href.startswith("/recherche?q=cite:") and "Pas détenue ici" in text for href, text in previews)


def test_facts_are_folded_and_the_one_asked_for_is_open(site):
    number = site.documents[PDF]
    editor = site.client("editeur")
    fact = next(item for item in site.casebook.document(number, viewer=SYSTEM).facts if item.kind == "event")
    folded = editor.get(f"/documents/{number}").get_data(as_text=True)
    assert '<details class="fact-group">' in folded and '<details class="fact-group" open>' not in folded
    asked = editor.get(f"/documents/{number}?fait={fact.id}").get_data(as_text=True)
    assert asked.count('<details class="fact-group" open>') == 1
    assert re.search(rf'<li id="fait-{fact.id}">.*?<details open>', asked, re.S)
