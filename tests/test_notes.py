"""Notes and saved searches: whose they are, where they hold, when they go."""

from __future__ import annotations

import re

import pytest

from casetrack.accounts import Accounts
from casetrack.casebook import SYSTEM
from casetrack.errors import Conflict, NotAllowed, NotFound, Refused
from casetrack.extract import extract
from casetrack.extract.output import to_json
from casetrack.model import ANONYMOUS, Reading, UserRole
from casetrack.store import documents, traces
from casetrack.store import notes as notes_store
from tests.web_site import PASSWORD, open_site

OFFICIAL = "DCE_999101_20231020.xml"
QUOTE = "porte une atteinte grave et manifestement illégale"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("notes")) as opened:
        yield opened


@pytest.fixture(scope="module")
def people(site):
    return {account.role.value: account.viewer for account in site.accounts.list()}


@pytest.fixture
def book(site):
    yield site.casebook
    with site.casebook.store.write() as connection:
        connection.exec_driver_sql("delete from notes")


def read(book, document_id, viewer):
    return book.notes(book.document(document_id, viewer=viewer), viewer=viewer)


def test_a_private_note_is_its_writers_alone_and_a_shared_one_the_members(site, book, people):
    number = site.documents[OFFICIAL]
    book.add_note(number, "pour moi", viewer=people["contributeur"], quote=QUOTE)
    book.add_note(number, "pour nous", viewer=people["contributeur"], is_shared=True)
    seen = {role: [note.body for note in read(book, number, viewer)] for role, viewer in people.items()}
    assert seen.pop("contributeur") == ["pour moi", "pour nous"]
    assert set(map(tuple, seen.values())) == {("pour nous",)}
    assert read(book, number, ANONYMOUS) == ()


def test_who_may_write_and_remove(site, book, people):
    number = site.documents[OFFICIAL]
    with pytest.raises(NotAllowed):
        book.add_note(number, "x", viewer=ANONYMOUS)
    with pytest.raises(NotAllowed):
        book.add_note(number, "x", viewer=people["lecteur"], is_shared=True)
    with pytest.raises(Refused):
        book.add_note(number, "  ", viewer=people["lecteur"])
    own = book.add_note(number, "à moi", viewer=people["lecteur"]).id
    shared = book.add_note(number, "à nous", viewer=people["contributeur"], is_shared=True).id
    with pytest.raises(NotFound):
        book.remove_note(own, viewer=people["administrateur"])  # nobody learns that it exists
    with pytest.raises(NotAllowed):
        book.remove_note(shared, viewer=people["lecteur"])
    book.remove_note(shared, viewer=people["editeur"])
    book.remove_note(own, viewer=people["lecteur"])
    assert read(book, number, people["lecteur"]) == ()


def test_the_journal_holds_shared_notes_only_and_undoes_them(site, book, people):
    number, editor = site.documents[OFFICIAL], people["editeur"]
    assert book.add_note(number, "secret", viewer=editor).journal_id == 0
    made = book.add_note(number, "à relire", viewer=editor, quote=QUOTE, is_shared=True)
    removed, _ = book.remove_note(made.id, viewer=editor)
    book.undo(removed.journal_id, viewer=editor)
    (back,) = [note for note in read(book, number, people["lecteur"])]
    assert back.body == "à relire" and back.id == made.id and back.end
    book.undo(made.journal_id, viewer=editor)
    assert read(book, number, people["lecteur"]) == ()
    assert "secret" not in str(book.journal(viewer=editor))


def person(casebook, role):
    return (
        Accounts(casebook.store, "secret")
        .create(email="ana@exemple.fr", name="Ana", role=role, password=PASSWORD)
        .viewer
    )


def test_a_note_moves_with_its_words_and_is_never_lost(casebook, take):
    number = take("Vu la requête. L'urgence est établie par les pièces. Le reste est rejeté.", name="a.txt")
    writer = person(casebook, UserRole.READER)
    casebook.add_note(number, "ma note", viewer=writer, quote="L’urgence est établie")

    def reread(text):
        reading = Reading(text=text, pages=(0,), format="txt", extractor="essai", extractor_version="2")
        with casebook.store.write() as connection:
            text_id = documents.save_text(connection, number, reading, to_json(extract(text)), "essai")
            documents.update_document(connection, number, text_id=text_id)
        (note,) = read(casebook, number, writer)
        return note, text[note.start : note.end]

    note, words = reread("Page 1\nVu la requête, enregistrée. L'urgence\nest établie par les pièces.")
    assert words == "L'urgence\nest établie" and not note.is_lost
    note, words = reread("Vu la requête. Rien n'est établi.")
    assert note.is_lost and note.body == "ma note" and note.quote == "L'urgence est établie"
    _, words = reread("L'urgence est établie.")
    assert words == "L'urgence est établie"


def test_words_that_are_not_found_do_not_lose_the_note(site, book, people):
    number = site.documents[OFFICIAL]
    made = book.add_note(number, "à garder", viewer=people["lecteur"], quote="des mots qui n'y sont pas")
    (note,) = read(book, number, people["lecteur"])
    assert note.is_lost and "pas été trouvé" in made.said


def test_notes_go_with_the_document(casebook, take):
    number = take("Une phrase canari que personne ne doit garder.", name="b.txt")
    writer = person(casebook, UserRole.EDITOR)
    casebook.add_note(number, "corps canarinote", viewer=writer, quote="Une phrase canari", is_shared=True)
    casebook.erase_document(number, "demande", viewer=SYSTEM)
    for path in casebook.settings.home.rglob("casetrack.db*"):
        assert b"canari" not in path.read_bytes()


def test_notes_are_written_on_the_page_without_javascript(site, book):
    client = site.client("contributeur")
    number = site.documents[OFFICIAL]
    sent = {"quote": QUOTE, "body": "Voir <b>aussi</b>", "pour": "membres"}
    answer = site.post(client, f"/documents/{number}/notes", **sent)
    said = client.get(answer.headers["Location"]).get_data(as_text=True)
    assert "Voir &lt;b&gt;aussi&lt;/b&gt;" in said and "Note gardée" in said
    assert re.search(r'<mark class="[^"]*noted', said)
    visitor = site.client().get(f"/documents/{number}").get_data(as_text=True)
    assert "&lt;b&gt;" not in visitor and 'id="notes"' not in visitor and "noted" not in visitor


def test_a_search_is_kept_and_forgotten(site, people):
    reader, other = site.client("lecteur"), site.client("editeur")
    answer = site.post(reader, "/recherches", name="Bornes au CE", recherche="q=bornes&court_code=CE")
    assert answer.headers["Location"] == "/recherche?q=bornes&court_code=CE"
    (kept,) = site.casebook.saved_searches(viewer=people["lecteur"])
    assert 'href="/recherche?q=bornes&amp;court_code=CE"' in reader.get("/recherche").get_data(as_text=True)
    assert "Bornes au CE" not in other.get("/recherche").get_data(as_text=True)
    assert site.post(other, f"/recherches/{kept['id']}/retirer").status_code == 404
    assert site.post(reader, f"/recherches/{kept['id']}/retirer").status_code == 303
    assert site.casebook.saved_searches(viewer=people["lecteur"]) == []
    assert site.post(reader, "/recherches", name=" ", recherche="q=x").status_code == 400


def test_what_a_court_hides_later_goes_from_notes_too(casebook, take):
    """A decision published again with a name hidden: the note stays, what it quoted of the older text does not."""
    before, after = "Mme Zélie Ancienne demande réparation.", "Mme A... B... demande réparation."
    number = take(before, name="c.txt")
    writer = person(casebook, UserRole.READER)
    casebook.add_note(number, "À suivre.", viewer=writer, quote="Mme Zélie Ancienne")
    casebook.add_note(number, "Zélie Ancienne", viewer=writer, quote="demande réparation")
    with casebook.store.write() as connection:
        traces.forget(connection, number, before, after)
        found = notes_store.list_notes(connection, number, writer)
    assert {(row["body"], row["quote"]) for row in found} == {
        ("À suivre.", ""),
        (traces.GONE, "demande réparation"),
    }


def test_a_note_of_an_erased_document_does_not_come_back(casebook, take):
    number = take("Une phrase quelconque, à effacer.", name="d.txt")
    writer = person(casebook, UserRole.EDITOR)
    made = casebook.add_note(number, "note", viewer=writer, quote="Une phrase", is_shared=True)
    removed, _ = casebook.remove_note(made.id, viewer=writer)
    casebook.erase_document(number, "demande", viewer=SYSTEM)
    with pytest.raises(Conflict, match="effacé"):
        casebook.undo(removed.journal_id, viewer=writer)
