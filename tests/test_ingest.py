"""Bytes in: kept first, read once, one bad file never stops the rest."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from casetrack.casebook import SYSTEM, Casebook
from casetrack.errors import Refused
from casetrack.extract import extract
from casetrack.ingest import Arrival
from casetrack.ingest.indexing import masked
from casetrack.ingest.pipeline import quotation
from casetrack.model import Finding
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
