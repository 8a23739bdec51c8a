"""Erasure, by a scan of every byte of the home: files, database values, what they hold compressed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from casetrack.casebook import SYSTEM, Casebook, care
from casetrack.errors import NotAllowed, Refused
from casetrack.ingest import Arrival
from casetrack.jobs import open_queue
from casetrack.model import ANONYMOUS, UserRole, Viewer
from casetrack.store.backup import snapshot
from tests.samples import ORDER

EDITOR = Viewer(user_id=2, name="Édith", role=UserRole.EDITOR)
PLANTED = ("zibelinard", "quorindel", "bravoltine", "fustangue", "melchiorne", "pardoluze")
FILING = """MÉMOIRE EN DÉFENSE
Conseil d'État
N° 450163
POUR : l'association Quorindel Bravoltine
CONTRE : le ministre de la mer
M. Zibelinard expose que la requête a été déposée le 25 février 2021 par l'association Quorindel Bravoltine.
Une audience fustangue est prévue le 8 mars 2021 à 10 heures.
"""


def traces(home: Path, words: tuple[str, ...] = PLANTED) -> list[str]:
    """Where any of the words still is: « file » or « file: table.column », raw or compressed, whatever the case."""
    found = []
    for path in sorted(home.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if _holds(data, words):
            found.append(str(path.relative_to(home)))
        if data.startswith(b"SQLite format 3"):
            found += [f"{path.name}: {place}" for place, value in _values(path) if _holds(value, words)]
    return found


def _holds(data: bytes, words: tuple[str, ...]) -> bool:
    low = data.lower()
    return any(form in low for word in words for form in (word.encode(), word.encode("utf-16-le")))


def _values(path: Path) -> Iterator[tuple[str, bytes]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            cursor = connection.execute(f'select * from "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor:
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, str):
                        yield f"{table}.{name}", value.encode("utf-8", "surrogatepass")
                    elif isinstance(value, bytes):
                        yield f"{table}.{name}", _opened(value)
    finally:
        connection.close()


def _opened(value: bytes) -> bytes:
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def planted(casebook: Casebook) -> int:
    """A filing whose words went everywhere: facts, reviews, corrections, journal, questions, tasks, index, copies."""
    made = casebook.create_case("Bornes", viewer=SYSTEM)
    casebook.upload([("pardoluze.txt", FILING.encode())], viewer=EDITOR, case=made.slug)
    ((_, outcome),) = list(casebook.work_off_queue())
    document_id = outcome.document_id
    assert document_id is not None
    casebook.update_index()
    text = casebook.document(document_id, viewer=EDITOR).text or ""
    for fact in casebook.document(document_id, viewer=EDITOR).facts[:8]:
        casebook.confirm(fact.id, viewer=EDITOR)
    start = text.index("audience fustangue")
    value = {"date": "2021-03-08", "type": "audience", "precision": "day", "note": "melchiorne"}
    casebook.add_fact(
        document_id, kind="event", subject="audience", value=value, start=start, end=start + 18, viewer=EDITOR
    )
    event = next(f for f in casebook.document(document_id, viewer=EDITOR).facts if f.kind == "event")
    casebook.correct(event.id, {"note": "dit M. Zibelinard, melchiorne"}, viewer=EDITOR)
    casebook.publish(document_id, viewer=EDITOR, also=["fustangue"])
    casebook.ask(f"document:{document_id}", "retirer", "Retirez mon nom : Zibelinard.", "melchiorne", viewer=ANONYMOUS)
    open_queue(casebook.settings)
    home = casebook.settings.home
    snapshot(casebook.settings.database, home / "casetrack.before-0009.db")
    return document_id


def test_nothing_is_left_of_an_erased_document(casebook: Casebook, take):
    take(ORDER)
    document_id = planted(casebook)
    home = casebook.settings.home
    before = " ".join(traces(home))
    for place in ("originals/", "texts.body", "facts.value", "reviews.quote", "journal.before", "suggestions.reasons",
                  "tasks.payload", "index/", "sources.name", "parties.name", "casetrack.before-0009.db"):  # fmt: skip
        assert place in before, place
    sha256 = casebook.document(document_id, viewer=EDITOR).sha256
    casebook.erase_document(document_id, "demande d'une personne", viewer=SYSTEM)
    assert traces(home) == []
    assert not casebook.pipeline.originals.has(sha256)
    assert casebook.search("phare", viewer=SYSTEM).total == 1, "the others stay"
    assert all(check.ok for check in care.verify(casebook))
    with pytest.raises(Refused, match="effacé"):
        casebook.pipeline.take_in(FILING.encode(), Arrival(how="essai", name="retour.txt"))


def test_a_backup_from_before_does_not_bring_it_back(casebook: Casebook, tmp_path):
    document_id = planted(casebook)
    settings, saved = casebook.settings, tmp_path / "avant.zip"
    care.backup(settings, saved)
    casebook.erase_document(document_id, "", viewer=SYSTEM)
    casebook.close()
    assert care.restore(settings, saved, replace=True)[1] == 1
    assert traces(settings.home) == []


def test_what_holds_the_bytes_goes_too(casebook: Casebook):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Pièce", "a@exemple.fr", "b@exemple.fr"
    mail.set_content("Voici la pièce, bien à vous, et bonne lecture à toute l'équipe.")
    mail.add_attachment(FILING.encode(), maintype="text", subtype="plain", filename="pardoluze.txt")
    casebook.upload([("courrier.eml", mail.as_bytes())], viewer=EDITOR)
    outcomes = [outcome for _, outcome in casebook.work_off_queue()]
    casebook.update_index()
    inside = next(o.document_id for o in outcomes if o.name == "pardoluze.txt")
    assert inside is not None
    assert len(casebook.erased_with(inside, viewer=SYSTEM)) == 2
    casebook.erase_document(inside, "", viewer=SYSTEM)
    assert traces(casebook.settings.home) == []


def test_only_an_administrator_erases(casebook: Casebook, take):
    document_id = take(ORDER)
    with pytest.raises(NotAllowed):
        casebook.erase_document(document_id, "", viewer=EDITOR)
