"""What people do here, from the first page to the proof."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web_site import CASE

pytestmark = pytest.mark.browser
NEWS = "Bornes de Valbrume : une nouvelle audience. L’audience se tiendra le 9 novembre 2023 devant le Conseil d’État."


def test_from_the_home_page_to_the_sentence_that_proves_a_date(visit):
    page = visit("/")
    page.get_by_role("link", name="Bornes de Valbrume").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bornes de Valbrume")
    entry = page.locator("li.entry", has=page.locator("blockquote")).first
    entry.locator("blockquote a").click()
    marked = page.locator("mark.is-target").first
    expect(marked).to_be_visible()
    expect(marked).to_be_in_viewport()


def test_signing_in_adding_a_text_with_its_date_and_seeing_it_on_the_timeline(visit):
    page = visit("/ajouter", role="contributeur")
    section = page.locator("section", has=page.get_by_role("heading", name="Un texte collé"))
    section.get_by_label("Titre").fill("Une nouvelle audience")
    section.get_by_label("Éditeur").fill("Le Relais du Val")
    section.get_by_label("Date de publication").fill("2023-11-02")
    section.get_by_label("Texte", exact=True).fill(NEWS)
    section.get_by_label(re.compile("Ranger dans l’affaire")).select_option(CASE)
    section.get_by_role("button", name="Ajouter ce texte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lecture terminée", timeout=20_000)
    expect(page.get_by_text("ajouté", exact=True)).to_be_visible()
    page.goto(f"/affaires/{CASE}")
    expect(page.locator("li.entry", has_text=re.compile("9\u00a0novembre 2023"))).to_be_visible()


def test_files_are_dropped_and_followed_to_the_end(visit, tmp_path):
    paths = []
    for number in (1, 2):
        path = tmp_path / f"note-{number}.txt"
        path.write_text(f"Note {number}. Un mémoire a été enregistré le {number} juin 2023.", encoding="utf-8")
        paths.append(path)
    page = visit("/ajouter", role="contributeur")
    page.locator("#f-files").set_input_files(paths)
    expect(page.locator("[data-chosen]")).to_have_text("2 fichiers")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lecture terminée", timeout=20_000)
    expect(page.get_by_role("main").get_by_role("status").first).to_contain_text("2 documents traités sur 2")


def test_a_correction_survives_a_new_reading(visit, site):
    document = site.documents["23-presse-courrier-des-trois-vallees.html"]
    page = visit(f"/documents/{document}", role="contributeur")
    events = page.locator("#faits details", has_text="Événements").first
    events.locator("summary").first.click()
    fact = events.locator("li[id^=fait-]").first
    fact.get_by_text("Vérifier").click()
    fact.get_by_label("Date").fill("2023-10-14")
    fact.get_by_role("button", name="Corriger").click()
    expect(page.get_by_role("status").first).to_contain_text("Fait corrigé")
    page.get_by_role("button", name="Relire").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lecture terminée", timeout=20_000)
    page.goto(f"/documents/{document}")
    expect(page.locator("#faits")).to_contain_text("14\u00a0octobre 2023")


def test_searching_then_filtering_then_taking_the_filter_off(visit):
    page = visit("/", role="lecteur")
    page.locator("#recherche-globale").fill("bornes")
    page.locator("#recherche-globale").press("Enter")
    expect(page).to_have_url(re.compile(r"/recherche\?q=bornes"))
    everything = page.locator("ol.rows > li").count()
    page.locator(".facet", has_text="Nature").get_by_role("link", name=re.compile("Décision")).click()
    chip = page.get_by_role("link", name="Retirer le filtre Nature : Décision")
    expect(chip).to_be_visible()
    assert 0 < page.locator("ol.rows > li").count() < everything
    chip.click()
    expect(page.locator("ol.rows > li")).to_have_count(everything)


def test_suggestions_are_chosen_at_the_keyboard(visit):
    page = visit("/", role="lecteur")
    field = page.locator("#recherche-globale")
    field.press_sequentially("Born")
    expect(page.get_by_role("option", name="Bornes de Valbrume — affaire")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("proposition")
    field.press("ArrowUp")
    field.press("ArrowDown")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("recherche-globale"))
    field.press("Enter")
    page.wait_for_url(f"**/affaires/{CASE}")


def test_to_check_is_worked_at_the_keyboard(visit):
    page = visit("/a-verifier", role="contributeur")
    every = page.get_by_role("link", name=re.compile("^Tout"))
    total = every.inner_text()
    page.keyboard.press("j")
    expect(page.locator(".question.is-current")).to_have_count(1)
    page.keyboard.press("o")
    expect(every).not_to_have_text(total)
    page.get_by_role("button", name="Annuler ce geste").click()
    expect(page.get_by_role("status").filter(has_text="annulé").first).to_be_visible()
    expect(every).to_have_text(total)


def test_the_timeline_is_walked_with_the_keyboard_and_says_what_it_shows(visit):
    page = visit(f"/affaires/{CASE}")
    signs = page.locator(".sign")
    signs.first.focus()
    card = page.locator(".tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text(re.compile(r"20\d\d"))
    before = page.evaluate("document.activeElement.querySelector('title').textContent")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.querySelector('title').textContent") != before
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#e-"))


def test_a_visitor_sees_the_decision_but_neither_filings_nor_acts(visit):
    page = visit(f"/affaires/{CASE}")
    expect(page.get_by_role("heading", name="Décisions", exact=False).first).to_be_visible()
    expect(page.get_by_role("heading", name="Actes de procédure")).to_have_count(0)
    expect(page.get_by_role("button", name="Confirmer")).to_have_count(0)
    expect(page.get_by_role("heading", name="Organiser")).to_have_count(0)


def test_everything_works_without_javascript(visit):
    page = visit("/", role="contributeur", java_script_enabled=False)
    page.locator("#recherche-globale").fill("bornes")
    page.locator("#recherche-globale").press("Enter")
    expect(page.locator("ol.rows > li").first).to_be_visible()
    page.goto("/ajouter")
    page.get_by_label("Adresse").fill("http://127.0.0.1:9/rien")
    page.get_by_role("button", name="Aller la lire").click()
    for _ in range(30):
        if page.get_by_role("heading", level=1).inner_text() == "Lecture terminée":
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.get_by_text("échec")).to_be_visible()
    expect(page.locator(".reason")).not_to_be_empty()
    page.goto(f"/affaires/{CASE}?par=instance&zoom=jours")
    expect(page.locator("svg.timeline .sign").first).to_be_visible()


def test_a_password_may_be_looked_at_and_is_hidden_again_before_it_leaves(visit):
    page = visit("/connexion")
    field = page.get_by_label("Mot de passe")
    field.fill("un essai de mot de passe")
    page.get_by_role("button", name="Montrer").click()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value("un essai de mot de passe")
    page.get_by_role("button", name="Masquer").click()
    expect(field).to_have_attribute("type", "password")


def test_a_fact_is_cited_and_a_case_searched_and_taken_away(visit):
    page = visit(f"/affaires/{CASE}")
    entry = page.locator("li.entry", has=page.locator(".entry-when time[datetime='2023-10-20']")).first
    entry.get_by_text("Comment le sait-on").click()
    entry.get_by_role("link", name="Citer ce fait, voir son histoire").click()
    expect(page.get_by_role("heading", name="Son histoire")).to_be_visible()
    reference = page.get_by_label("Référence").input_value()
    assert reference.endswith(page.url.partition("#")[0]) and "20\u00a0octobre 2023" in reference
    page.go_back()
    inside = page.get_by_role("search", name="Dans cette affaire")
    inside.get_by_label("Chercher dans cette affaire").fill("astreinte")
    inside.get_by_role("button", name="Chercher").click()
    expect(page.locator("main mark").first).to_be_visible()
    page.go_back()
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger le dossier").click()
    assert download.value.suggested_filename == f"{CASE}.zip"
