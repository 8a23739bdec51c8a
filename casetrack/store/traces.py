"""What people's notes and the history keep of a text, and how it is taken out of them when the text must go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.model import fold
from casetrack.store.database import rows
from casetrack.store.documents import unpack
from casetrack.store.notes import notes
from casetrack.store.schema import facts, journal, reviews, suggestions, texts

CONTEXT = 30
SHORTEST = 4
"""Shorter words are in every text."""
GONE = "[passage retiré]"


_WORD = re.compile(r"\w+")


def texts_of(connection: Connection, document_id: int) -> list[str]:
    """Every text version of a document."""
    found = connection.execute(sa.select(texts.c.body).where(texts.c.document_id == document_id)).scalars()
    return [unpack(body) for body in found]


def _bare(text: str) -> str:
    """Words alone: a name is the same with another case or comma."""
    return " ".join(_WORD.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class Change:
    """An older text and the newer one that replaces it, both as bare words."""

    before: str
    after: str

    def takes_out(self, said: str) -> bool:
        """Whether this stood in the older text and no longer does."""
        bare = _bare(said)
        return len(bare) >= SHORTEST and bare in self.before and bare not in self.after

    def without(self, value: Any) -> Any:
        """A value of JSON, each string that was taken out replaced."""
        if isinstance(value, dict):
            return {key: self.without(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.without(item) for item in value]
        return GONE if isinstance(value, str) and self.takes_out(value) else value


def forget(connection: Connection, document_id: int, before: str, after: str) -> None:
    """Take out of reviews, questions and history what only the older text said. Reviews stay; their quote may not."""
    change = Change(_bare(before), _bare(after))
    for row in rows(connection, sa.select(reviews).where(reviews.c.document_id == document_id)):
        role, _, name = row["subject"].rpartition("|")
        values = {
            **_passage(row["quote"], after),
            "subject": f"{role}|{GONE}" if change.takes_out(name) else row["subject"],
            "value": change.without(row["value"]),
        }
        connection.execute(reviews.update().where(reviews.c.id == row["id"]).values(**values))
    for row in rows(connection, sa.select(notes).where(notes.c.document_id == document_id)):
        values = {**_passage(row["quote"], after), "body": change.without(row["body"])}
        connection.execute(notes.update().where(notes.c.id == row["id"]).values(**values))
    histories = (
        (journal, journal.c.target == f"document:{document_id}", ("before", "after")),
        (suggestions, suggestions.c.document_id == document_id, ("payload", "reasons")),
    )
    for table, mine, names in histories:
        for row in rows(connection, sa.select(table).where(mine)):
            kept = {name: change.without(row[name]) for name in names}
            connection.execute(table.update().where(table.c.id == row["id"]).values(**kept))
    connection.execute(facts.delete().where(facts.c.document_id == document_id))


QUOTED = 12
"""A shorter string of the history is a name or a word that others may have written."""


def forget_quotes(connection: Connection, said: str) -> None:
    """Take out of the whole history every string that an erased text holds."""
    change = Change(_bare(said), "")
    for row in rows(
        connection, sa.select(journal).where(sa.or_(journal.c.before.is_not(None), journal.c.after.is_not(None)))
    ):
        kept = {name: _long(change, row[name]) for name in ("before", "after")}
        if kept != {name: row[name] for name in kept}:
            connection.execute(journal.update().where(journal.c.id == row["id"]).values(**kept))


def _long(change: Change, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _long(change, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_long(change, item) for item in value]
    return GONE if isinstance(value, str) and len(value) >= QUOTED and change.takes_out(value) else value


def _passage(quote: str, text: str) -> dict[str, str]:
    """The quote with its neighbours of today; nothing when it is gone."""
    at = text.find(quote) if quote else -1
    if at < 0:
        return {"quote": "", "before": "", "after": ""}
    end = at + len(quote)
    return {"quote": quote, "before": text[max(0, at - CONTEXT) : at], "after": text[end : end + CONTEXT]}
