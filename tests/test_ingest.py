"""Bytes in: kept first, read once, one bad file never stops the rest."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO

import docx
import pytest

from casetrack.casebook import SYSTEM, Casebook
from casetrack.errors import Refused
from casetrack.extract import extract
from casetrack.ingest import Arrival
from casetrack.ingest.indexing import masked
from casetrack.ingest.pipeline import quotation
from casetrack.model import ANONYMOUS, Finding
from tests.samples import ARTICLE, ORDER


def test_the_same_bytes_twice_are_one_document(casebook: Casebook):
    first = casebook.pipeline.take_in(ORDER.encode(), Arrival(how="essai", name="a.txt"))
    casebook.pipeline.read(first.document_id or 0)
    second = casebook.pipeline.take_in(ORDER.encode(), Arrival(how="essai", name="b.txt"))
    assert (first.outcome, second.outcome) == ("added", "unchanged")
    assert first.document_id == second.document_id
    assert casebook.pipeline.originals.get(first.sha256) == ORDER.encode()
    assert [a["name"] for a in casebook.document(first.document_id or 0, viewer=SYSTEM).arrivals] == ["a.txt", "b.txt"]


def test_a_bad_file_fails_with_a_reason_keeps_its_original_and_can_be_tried_again(casebook: Casebook):
    taken = casebook.pipeline.take_in(b"%PDF-1.7 not really", Arrival(how="essai", name="faux.pdf"))
    assert taken.document_id
    outcome = casebook.pipeline.read(taken.document_id)
    assert outcome.outcome == "failed"
    assert outcome.reason
    (failed,) = casebook.documents(viewer=SYSTEM, state="failed")
    assert failed.failure == outcome.reason
    assert casebook.pipeline.originals.get(taken.sha256) == b"%PDF-1.7 not really"
    batch = casebook.retry_document(taken.document_id, viewer=SYSTEM)
    list(casebook.work_off_queue())
    assert casebook.batch(batch, viewer=SYSTEM).items[0].outcome == "failed"


def test_a_zip_gives_documents_of_their_own(casebook: Casebook):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ordonnance.txt", ORDER)
        archive.writestr("article.txt", ARTICLE)
    batch = casebook.upload([("dossier.zip", packed.getvalue())], viewer=SYSTEM)
    outcomes = list(casebook.work_off_queue())
    assert {outcome.outcome for _, outcome in outcomes} == {"added"}
    (item,) = casebook.batch(batch, viewer=SYSTEM).items
    children = casebook.document(item.document_id or 0, viewer=SYSTEM).children
    assert {child.kind for child in children} == {"decision", "press"}


def test_too_many_bytes_are_refused_before_anything_is_kept(casebook: Casebook, monkeypatch):
    limited = casebook.settings.model_copy(update={"upload_limit": 10})
    monkeypatch.setattr(casebook.pipeline, "settings", limited)
    with pytest.raises(Refused):
        casebook.pipeline.take_in(b"x" * 11, Arrival(how="essai", name="gros.txt"))
    assert list(casebook.pipeline.originals.names()) == []


def test_names_of_judges_are_blanked_before_the_index():
    text = "La présidente, Claire Exemple, a lu."
    start = text.index("Claire")
    assert masked(text, [Finding(start=start, end=start + 14)]) == "La présidente,            […], a lu."
    assert len(masked(text, [Finding(start=0, end=5), Finding(start=3, end=8)])) == len(text)


def test_the_index_can_always_be_rebuilt_from_the_store(casebook: Casebook, take):
    take(ORDER)
    take(ARTICLE, "a.txt")
    before = casebook.search("phare", viewer=SYSTEM).total
    count = casebook.index.count()
    assert casebook.reindex() == count
    assert casebook.search("phare", viewer=SYSTEM).total == before == 2


def _word(title: str | None, *lines: tuple[str, int | None]) -> bytes:
    """A Word file with this property (None: as the program leaves it) and these lines, headings with their level."""
    made = docx.Document()
    made.core_properties.title = "Word Document" if title is None else title
    for line, level in lines:
        made.add_paragraph(line) if level is None else made.add_heading(line, level)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (_word(None, ("Note sur les bornes", 1), ("Le texte.", None)), "Note sur les bornes"),
        (_word(None, ("Le texte seul.", None)), "note-du-12.docx"),
        (_word("Microsoft Word - brouillon.doc", ("Le texte seul.", None)), "note-du-12.docx"),
        (_word(None, ("Le texte. " * 40, None), ("Deuxième partie", 1)), "note-du-12.docx"),  # a part's title
        (_word("Note aux membres", ("Autre titre", 1)), "Note aux membres"),
    ],
)
def test_what_has_no_title_bears_its_heading_or_its_file_name(casebook: Casebook, data, title):
    taken = casebook.pipeline.take_in(data, Arrival(how="essai", name="note-du-12.docx"))
    casebook.pipeline.read(taken.document_id or 0)
    assert casebook.document(taken.document_id or 0, viewer=SYSTEM).ref.title == title


def test_a_quotation_prefers_a_sentence_that_cannot_name_anybody():
    """« Oriabel Castanvert » is in no list of first names: another sentence is quoted, when there is one."""
    doubtful = "La décision a été saluée hier soir par Oriabel Castanvert devant la mairie."
    plain = "Le conseil municipal doit se réunir mardi soir pour parler des bornes."
    named = "Le recours de la Ligue des droits de l'homme est soutenu par Greenpeace France depuis hier."
    findings = extract(f"Publié le 5 mars 2021\n{doubtful}\n{plain}")
    assert quotation(f"{doubtful}\n{plain}", findings) == plain
    assert quotation(doubtful, findings) == doubtful, "rather than nothing"
    assert quotation(named, extract(f"{plain}\n{named}")) == named


NOTES = """Compte rendu de l'audience du 4 octobre 2023
Publié le 4 octobre 2023
Le tribunal administratif de Dijon a entendu notre association. La Gazette de l'Orle était là, selon Mediapart.
Nous gardons pour nous ce que le juge a laissé entendre de l'urgence et des bornes de la cantine.
"""


def test_what_was_joined_to_a_mail_is_for_members_even_when_it_reads_like_press(casebook: Casebook):
    """A member's own notes, taken for an article: no visitor meets their title or a sentence of them."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Audience", "a@exemple.fr", "b@exemple.fr"
    mail.set_content("Voici mes notes, bien à vous, et bonne lecture à toute l'équipe.")
    mail.add_attachment(NOTES.encode(), maintype="text", subtype="plain", filename="notes.txt")
    casebook.upload([("courrier.eml", mail.as_bytes())], viewer=SYSTEM)
    outcomes = {outcome.name: outcome for _, outcome in casebook.work_off_queue()}
    assert outcomes["notes.txt"].kind == "press", "the trap is there"
    assert casebook.document(outcomes["notes.txt"].document_id or 0, viewer=SYSTEM).ref.visibility == "members"
    assert casebook.documents(viewer=ANONYMOUS) == ()


def test_a_dated_text_alone_is_no_article(casebook: Casebook, take):
    """Nothing says who published it."""
    number = take("Réunion du bureau\nPublié le 5 mars 2021\nLe bureau a parlé hier de la requête et du tribunal.\n")
    assert casebook.document(number, viewer=SYSTEM).ref.visibility == "members"


def test_a_quotation_never_begins_in_the_middle_of_a_sentence():
    long = (
        "Le tribunal administratif de Dijon a rejeté hier la requête déposée par l'association Clair-Registre et par "
        "l'association des parents d'élèves de Valbrume contre les bornes de reconnaissance faciale des restaurants "
        "scolaires, posées en septembre."
    )
    short = "Les bornes restent donc branchées."
    assert quotation(f"{long} {short}", extract(long)) == short
    alone = quotation(long, extract(long))
    assert alone.endswith("…") and long.startswith(alone[:-1]) and 150 < len(alone) <= 200
