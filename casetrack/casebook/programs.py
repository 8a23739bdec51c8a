"""Texts in and out: without the names of judges, the references read in one, and a file read without keeping it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from casetrack import words
from casetrack.casebook.reading import Reading
from casetrack.casebook.shown_texts import shown_texts
from casetrack.errors import Refused
from casetrack.extract.citations import cite
from casetrack.model import Viewer
from casetrack.store import documents as documents_store


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedThing:
    """One reference read in a text, in the fixed form of `casetrack cite`."""

    text: str
    kind: str
    key: str
    court: str
    court_code: str
    number: str
    date: dt.date | None
    target: str | None
    """Address of the one decision here that it means."""
    quoted: bool
    start: int
    end: int


def text_for_programs(casebook: Reading, document_id: int, *, viewer: Viewer) -> str | None:
    """The text this viewer may read, with the names of judges and clerks blanked, same length (art. L. 10 CJA)."""
    with casebook.store.read() as connection:
        row = documents_store.find_document(connection, document_id, viewer)
        shown = shown_texts(connection, [row], viewer).get(document_id) if row else None
    if shown is None:
        return None
    return shown.quiet


def text_of_file(casebook: Reading, data: bytes, name: str) -> str:
    """What a file says, read in a limited child; nothing of it is kept. Raises `Unreadable`, `Refused`."""
    if len(data) > casebook.settings.upload_limit:
        raise Refused(f"Le fichier dépasse {words.size_words(casebook.settings.upload_limit)}.")
    reading = casebook.pipeline.sandbox.read(data, name)
    if not reading.text.strip():
        raise Refused("Aucun texte dans ce fichier : une image demande une reconnaissance, collez plutôt le texte.")
    return reading.text


def cited_in(casebook: Reading, text: str, *, viewer: Viewer) -> tuple[CitedThing, ...]:
    """References to decisions, dockets, articles and texts, each with the decision it leads to here."""
    return tuple(
        CitedThing(
            text=item.text,
            kind=item.kind,
            key=item.key,
            court=item.court,
            court_code=item.court_code,
            number=item.number,
            date=item.date,
            target=casebook.target_of(item.key, viewer=viewer) if item.kind in ("decision", "docket") else None,
            quoted=item.quoted,
            start=item.start,
            end=item.end,
        )
        for item in cite(text)
    )
