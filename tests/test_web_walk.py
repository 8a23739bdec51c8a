"""What a new user stumbled on, each once: words of the journal, contradictions, results of plaintiffs, merging."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from casetrack import words
from casetrack.casebook import SYSTEM, Casebook
from casetrack.casebook.quoting import place
from casetrack.casebook.undoing import INVERSES
from casetrack.errors import NotFound
from casetrack.model import fold
from casetrack.web.shown import fr
from tests.samples import ECHO, ORDER
from tests.web_site import CASE, Site, open_site

ISO_DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("maison")) as found:
        yield found


def filing_conflict(casebook: Casebook):
    items = casebook.review_queue(viewer=SYSTEM, kind="conflict").items
    return next((item for item in items if any(choice.field == "date" for choice in item.choices)), None)


def test_a_contradiction_is_asked_in_words_and_settled_by_keeping_one(casebook: Casebook, take):
    take(ORDER)
    take(ECHO, "b.txt")
    item = filing_conflict(casebook)
    assert item is not None
    assert not ISO_DAY.search(item.question), item.question
    kept = next(choice for choice in item.choices if choice.value == "2021-02-26")
    assert kept.said == words.field_value("date", "2021-02-26") == "26\u00a0février 2021"
    act = casebook.keep_one(item.key, "date", "2021-02-26", viewer=SYSTEM)
    assert act.said == "1\u00a0autre lecture écartée." and act.journal_id
    assert filing_conflict(casebook) is None
    with pytest.raises(NotFound):
        casebook.keep_one(item.key, "date", "2021-02-26", viewer=SYSTEM)
    casebook.undo(act.journal_id, viewer=SYSTEM)
    assert filing_conflict(casebook) is not None, "undo brings the question back"


def test_every_act_that_can_be_undone_has_its_words():
    assert set(INVERSES) <= set(words.ACTS)


def test_the_journal_names_what_was_touched_and_an_undo_offers_no_undo(site: Site):
    client = site.client("editeur")
    document = site.documents["20-presse-echo-de-l-orle.html"]
    answer = site.post(client, f"/documents/{document}/rattacher", case=CASE)
    assert answer.status_code == 303
    site.post(client, f"/documents/{document}/detacher", case=CASE)
    page = client.get("/journal").get_data(as_text=True)
    assert "case:" not in page and page.index("Document détaché") < page.index("Document rattaché")
    title = site.casebook.document(document, viewer=SYSTEM).ref.title
    assert page.count(f"<td>{fr(title)}<br>") >= 2, "which document, in both rows"
    site.post(client, f"/documents/{document}/rattacher", case=CASE)
    assert f'href="/affaires/{CASE}">Bornes de Valbrume' in page
    latest = site.casebook.journal(viewer=SYSTEM, limit=1)[0]
    assert site.post(client, f"/journal/{latest['id']}/annuler").status_code == 303
    after = client.get("/journal").get_data(as_text=True)
    assert "est annulé." in after
    assert "Annuler ce geste" not in after


def test_a_case_without_outcome_tells_where_it_stands(casebook: Casebook, take):
    take(ECHO, "b.txt")
    rows = [row for plaintiff in casebook.plaintiffs(viewer=SYSTEM) for row in plaintiff.rows]
    assert all(row.state for row in rows)


def test_plaintiffs_stand_in_the_order_of_the_alphabet_whatever_their_capitals(casebook: Casebook, take):
    take(ORDER)
    names = [view.name for view in casebook.plaintiffs(viewer=SYSTEM) if len(view.rows) == 1]
    assert names == sorted(names, key=fold)


def test_merging_offers_the_other_cases_by_name(site: Site):
    other = site.casebook.create_case("Autre affaire", viewer=SYSTEM)
    page = site.client("editeur").get(f"/affaires/{CASE}").get_data(as_text=True)
    chosen = re.search(r'<select id="f-into".*?</select>', page, re.DOTALL)
    assert chosen and f'value="{other.slug}"' in chosen[0] and f'value="{CASE}"' not in chosen[0]
    assert 'id="f-into"' not in site.client("contributeur").get(f"/affaires/{CASE}").get_data(as_text=True)


def test_a_sentence_copied_from_the_page_is_found_whatever_its_spaces_and_apostrophes():
    text = "Hier,\nla requête de l'association\nest venue à 10 h."
    where = place(text, "la requête de l’association est venue à\u00a010\u00a0h.")
    assert where and text[slice(*where)].startswith("la requête") and where[1] == len(text)
    assert place(text, "une autre phrase") is None
    assert place(text, "  ") is None


def test_merging_without_a_choice_says_what_to_choose(site: Site):
    client = site.client("editeur")
    answer = site.post(client, f"/affaires/{CASE}/fusionner")
    assert answer.status_code == 303
    assert "Choisissez l’affaire qui reste." in client.get(f"/affaires/{CASE}").get_data(as_text=True)


def test_nobody_sues_oneself(site: Site):
    for plaintiff in site.casebook.plaintiffs(viewer=SYSTEM):
        for row in plaintiff.rows:
            assert plaintiff.name not in row.defendants


def test_before_any_docket_exists_a_case_is_opened_while_adding(site: Site):
    """A draft and its exhibits bear no number: the page where they are sent names their case; so does a document."""
    client = site.client("contributeur")
    text = "Nous demandons à l'établissement de suspendre l'entrepôt. Fait à Rennes, le 9 novembre 2023."
    sent = site.post(client, "/ajouter/texte", text=text, title="Courrier", new_case="Entrepôt du littoral")
    assert sent.status_code == 303 and sent.headers["Location"].startswith("/ajouter/suivi/")
    list(site.casebook.work_off_queue())
    case = site.casebook.case("entrepot-du-littoral", viewer=SYSTEM)
    (placed,) = case.documents
    assert placed.title == "Courrier"
    site.post(client, f"/documents/{placed.id}/rattacher", new_case="Suites du littoral")
    assert [ref.id for ref in site.casebook.case("suites-du-littoral", viewer=SYSTEM).documents] == [placed.id]
