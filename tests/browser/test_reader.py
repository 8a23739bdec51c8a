"""Reading a document with pointer and keyboard: the original beside, previews, copies, notes; and working a queue."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PDF = "04-ordonnance-tribunal-administratif.pdf"
OFFICIAL = "/decisions/ce/2023-10-20/999101"
CHOOSE = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("article.text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
}"""
COPY = """() => new Promise(done => {
  document.addEventListener("copy", (event) => done(event.clipboardData.getData("text/plain")), { once: true });
  document.execCommand("copy");
})"""


def test_the_original_follows_the_reading(visit, site):
    page = visit(f"/documents/{site.documents[PDF]}", role="lecteur")
    page.get_by_role("link", name="Texte et original côte à côte").click()
    picture = page.locator(".sheet img")
    expect(picture).to_have_attribute("src", re.compile(r"/pages/1\.png"))
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1000
    page.locator(".sheet").get_by_role("link", name="suivante").click()
    expect(picture).to_have_attribute("src", re.compile(r"/pages/2\.png"))
    expect(page.locator("#page-2")).to_be_in_viewport()
    page.wait_for_timeout(1100)
    page.locator("#page-3").evaluate("mark => mark.scrollIntoView()")
    expect(picture).to_have_attribute("src", re.compile(r"/pages/3\.png"))
    assert page.complaints == []


def test_the_original_without_javascript(visit, site):
    page = visit(f"/documents/{site.documents[PDF]}?original=1", role="lecteur", java_script_enabled=False)
    page.locator(".sheet").get_by_role("link", name="suivante").click()
    expect(page.locator(".sheet img")).to_have_attribute("src", re.compile(r"/pages/2\.png"))
    expect(page.locator("#page-2")).to_be_in_viewport()


def test_a_citation_says_where_it_leads_on_focus_and_escape_takes_it_away(visit):
    page = visit(OFFICIAL)
    link = page.locator("a.cited[data-preview]").first
    card = page.get_by_role("tooltip")
    link.focus()
    expect(card).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "apercu")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    link.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()


def test_what_is_copied_says_where_it_comes_from(visit):
    page = visit(OFFICIAL)
    words = "porte une atteinte grave et manifestement illégale"
    assert page.evaluate(CHOOSE, words)
    said = page.evaluate(COPY)
    assert said.startswith(f"«\u00a0{words}\u00a0» (CE, ord., 20\u00a0octobre 2023")
    assert re.search(r"n°\u00a0999101.*, http://127\.0\.0\.1:\d+/decisions/ce/2023-10-20/999101(#\w+-\d+)?\)$", said)
    assert page.evaluate(CHOOSE, "illégale")
    assert page.evaluate(COPY) == ""  # a word alone is left to the browser


def test_a_passage_is_chosen_noted_and_found_again(visit):
    page = visit(OFFICIAL, role="contributeur")
    assert page.evaluate(CHOOSE, "porte une atteinte grave et manifestement illégale")
    page.get_by_role("button", name="Noter ce passage").click()
    notes = page.locator("#notes")
    expect(notes.get_by_label("Votre note")).to_be_focused()
    page.keyboard.type("À citer dans notre mémoire.")
    notes.get_by_role("button", name="Garder la note").click()
    expect(notes.locator("li")).to_contain_text("À citer dans notre mémoire.")
    notes.locator("li .quote a").click()
    expect(page.locator("mark.noted").first).to_be_in_viewport()
    notes.get_by_role("button", name="Retirer").click()
    expect(page.locator("#notes li")).to_have_count(0)


def test_the_queue_keeps_ones_place_and_its_keys_can_be_cut(visit):
    page = visit("/a-verifier", role="contributeur")
    page.keyboard.press("j")
    page.keyboard.press("j")
    current = page.locator(".question.is-current")
    following = page.locator(".question").nth(3).get_attribute("id")
    before = page.evaluate("performance.timeOrigin")
    page.keyboard.press("o")
    expect(page.locator(".flashes")).to_contain_text("confirmé")
    expect(current).to_have_attribute("id", str(following))
    assert page.evaluate("performance.timeOrigin") == before, "the page was never left"
    page.keyboard.press("a")
    expect(page.locator(".flashes")).to_contain_text("annulé")
    page.get_by_role("button", name="Couper les raccourcis").click()
    page.reload()
    held = current.get_attribute("id")
    page.keyboard.press("j")
    expect(current).to_have_attribute("id", str(held))
    page.get_by_role("button", name="Activer les raccourcis").click()
    page.keyboard.press("j")
    expect(current).not_to_have_attribute("id", str(held))


def test_what_is_ticked_stays_ticked_elsewhere_in_the_search(visit):
    page = visit("/recherche?q=bornes", role="lecteur")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    title = page.locator("ol.rows > li").nth(1).locator(".row-title a").inner_text()
    page.get_by_role("link", name="plus anciens").click()
    expect(page.locator("ol.rows input:checked")).to_have_count(1)
    page.locator(".facet a").first.click()
    page.get_by_role("button", name="Citer ce qui est coché").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^1.référence"))
    expect(page.locator("main")).to_contain_text(title)
