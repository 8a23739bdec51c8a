"""On a page where a decision and its press meet, nobody is recognised: what visitors reach holds no name."""

from __future__ import annotations

import re

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.forms import timeline_form
from casetrack.ingest import Arrival
from casetrack.model import ANONYMOUS, UserRole, Viewer
from tests.web_site import CASE, open_site

NAMES = ("Karamazine", "Oulianovski", "Tchernichev", "karamazine@exemple.fr", "06 12 34 56 78")
EDITOR = Viewer(user_id=2, name="Zoroastrine Membre", role=UserRole.EDITOR)
PRESS = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>Bornes : Kenza Karamazine contre la commune | La Gazette de l'Orle</title>
<meta property="og:site_name" content="La Gazette de l'Orle"><meta name="author" content="Piotr Tchernichev">
<meta property="article:published_time" content="2023-10-14T08:00:00+02:00"></head><body><article>
<h1>Bornes : Kenza Karamazine contre la commune</h1>
<p>Le conseil municipal de Valbrume doit se réunir mardi soir pour parler des bornes de la cantine scolaire.</p>
<p>Kenza Karamazine, mère de famille, a déposé une requête le 3 octobre 2023 devant le tribunal administratif de Lyon.
Une audience est prévue le 18 octobre 2023 devant le Conseil d'État, a dit M. Oulianovski, sous le n° 999101.</p>
</article></body></html>"""
FILING = """MÉMOIRE EN DÉFENSE
Conseil d'État
N° 999101
POUR : Mme Kenza Karamazine, 12 rue des Lilas, 69003 Lyon, karamazine@exemple.fr, 06 12 34 56 78
CONTRE : la commune de Valbrume
Mme Karamazine expose que la requête a été déposée le 3 octobre 2023. KARAMAZINE maintient ses conclusions.
L'association Les Riverains de l'Orle a déposé une intervention le 5 octobre 2023, soutenue par M. Oulianovski.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("pare-feu")) as opened:
        book = opened.casebook
        files = [("presse.html", PRESS.encode()), ("memoire.txt", FILING.encode())]
        book.upload(files, viewer=EDITOR, case=CASE)
        made = {outcome.name: outcome.document_id for _, outcome in book.work_off_queue()}
        made["blog.html"] = fetched(book)
        for document_id in made.values():
            for fact in book.document(document_id, viewer=EDITOR).facts:
                book.confirm(fact.id, viewer=EDITOR)
        text = book.document(made["memoire.txt"], viewer=EDITOR).text or ""
        start = text.index("Mme Karamazine expose")
        value = {
            "date": "2023-10-03",
            "type": "requête",
            "precision": "day",
            "party": "Mme Karamazine",
            "note": "Karamazine",
        }
        book.add_fact(
            made["memoire.txt"],
            kind="event",
            subject="requête",
            value=value,
            start=start,
            end=start + 40,
            viewer=EDITOR,
        )
        party = {
            "name": "Kenza Karamazine",
            "role": "requerant",
            "type": "personne-physique",
            "counsel": "Me Oulianovski",
        }
        book.add_fact(
            made["presse.html"],
            kind="participation",
            subject="requerant|kenza karamazine",
            value=party,
            start=0,
            end=6,
            viewer=EDITOR,
        )
        book.publish(made["memoire.txt"], viewer=EDITOR)
        opened.documents.update(made)
        yield opened


def fetched(book) -> int:
    """The article again, from a site and an address that bear the name."""
    address = "https://gazette.exemple.fr/2023/10/kenza-karamazine-contre-la-commune.html"
    arrival = Arrival(how="adresse", name="blog.html", address=address, publisher="Le blog de Kenza Karamazine")
    taken = book.pipeline.take_in(PRESS.replace("mardi", "mercredi").encode(), arrival)
    book.pipeline.read(taken.document_id)
    book.attach_document(CASE, taken.document_id, viewer=EDITOR)
    book.update_index()
    return taken.document_id


def everything(site, client) -> dict[str, str]:
    """Every page and export that links lead to."""
    exports = [f"/affaires/{CASE}/chronologie.{form}" for form in ("csv", "json", "svg", "html")]
    waiting = ["/", *exports, *(f"/documents/{document_id}" for document_id in site.documents.values())]
    waiting += ["/recherche?q=requ%C3%AAte", "/recherche?q=bornes"]
    seen: dict[str, str] = {}
    while waiting and len(seen) < 250:
        address = waiting.pop(0)
        if address in seen:
            continue
        answer = client.get(address)
        said = answer.get_data().decode("utf-8", "replace") if answer.status_code == 200 else ""
        seen[address] = said
        waiting += [found.replace("&amp;", "&") for found in re.findall(r'href="(/(?!statique)[^"#]*)', said)]
    return seen


def test_no_page_for_visitors_names_anybody(site):
    pages = everything(site, site.client())
    assert len(pages) > 30
    leaks = [(name, address) for address, said in pages.items() for name in NAMES if name.lower() in said.lower()]
    assert leaks == []
    assert not any("Zoroastrine" in said for said in pages.values()), "nor the members"
    assert "Personne\u00a01" in pages[f"/documents/{site.documents['memoire.txt']}"]
    assert any("karamazine" in said.lower() for said in everything(site, site.client("lecteur")).values())


def test_the_address_of_an_article_names_nobody(site):
    number = site.documents["blog.html"]
    whole = site.casebook.document(number, viewer=EDITOR).ref
    shown = site.casebook.document(number, viewer=ANONYMOUS).ref
    assert "karamazine" in whole.address and shown.address == "https://gazette.exemple.fr/"
    assert whole.publisher == "Le blog de Kenza Karamazine" and re.fullmatch(
        r"Le blog de Personne\xa0\d+", shown.publisher
    )
    assert "Karamazine" not in str(site.casebook.search("bornes", viewer=ANONYMOUS).facets)


def test_one_person_is_one_pseudonym_in_the_whole_case(site):
    filing = site.casebook.document(site.documents["memoire.txt"], viewer=ANONYMOUS).text or ""
    title = site.casebook.document(site.documents["presse.html"], viewer=ANONYMOUS).ref.title
    number = re.search(r"Mme (Personne\u00a0\d+)", filing)
    assert number and number[1] in title
    assert "Les Riverains de l'Orle" in filing, "legal persons are not masked"


def test_no_search_nor_suggestion_finds_them(site):
    book = site.casebook
    for word in ("Karamazine", "Oulianovski", "Tchernichev", "Kenza"):
        assert book.search(word, viewer=ANONYMOUS).total == 0, word
        assert book.suggest(word[:4].lower(), viewer=ANONYMOUS) == ()
        assert book.search(word, viewer=SYSTEM).total or word == "Tchernichev"
    assert book.search("Riverains Orle", viewer=ANONYMOUS).total == 1


def test_timelines_and_facts_for_visitors_name_nobody(site):
    book = site.casebook
    told = str(timeline_form(book.timeline(viewer=ANONYMOUS, case=CASE)))
    facts = str(
        [
            book.document(i, viewer=ANONYMOUS).facts
            for i in (site.documents["presse.html"], site.documents["memoire.txt"])
        ]
    )
    for name in NAMES:
        at = [m.start() for m in re.finditer(re.escape(name), told + facts, re.IGNORECASE)]
        assert not at, [(told + facts)[max(0, place - 150) : place + 40] for place in at]
    assert "audience" in told


def test_the_facts_of_a_published_filing_stand_in_its_text(site):
    shown = site.casebook.document(site.documents["memoire.txt"], viewer=ANONYMOUS)
    placed = [fact for fact in shown.facts if fact.end]
    assert placed and all(shown.text[fact.start : fact.end] == fact.quote for fact in placed)


def test_taken_back_it_is_gone_at_once(site):
    book, document_id = site.casebook, site.documents["memoire.txt"]
    sha256 = book.document(document_id, viewer=EDITOR).sha256
    visitor = site.client()
    assert visitor.get(f"/documents/{document_id}").status_code == 200
    assert visitor.get(f"/sources/{sha256}").status_code == 404, "never the original bytes"
    book.take_back(document_id, viewer=EDITOR)
    try:
        assert visitor.get(f"/documents/{document_id}").status_code == 404
        assert book.search("Riverains Orle", viewer=ANONYMOUS).total == 0
        assert f"/documents/{document_id}" not in visitor.get(f"/affaires/{CASE}").get_data(as_text=True)
    finally:
        book.publish(document_id, viewer=EDITOR)
