"""Erasure: the one exception to « nothing is ever lost ». What stays is a tombstone without content."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.store import traces
from casetrack.store.database import next_seq, now, rows
from casetrack.store.notes import notes
from casetrack.store.schema import (
    arrivals,
    case_documents,
    citations,
    decisions,
    documents,
    facts,
    journal,
    parties,
    pseudonyms,
    publications,
    replies,
    reviews,
    sources,
    suggestions,
    tasks,
    texts,
    tombstones,
)


def tombstones_of(database: Path) -> list[tuple[str, str]]:
    """(SHA-256, why) of everything erased in a database file, whatever its version."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return list(connection.execute("select sha256, why from tombstones"))
    except sqlite3.DatabaseError:
        return []
    finally:
        connection.close()


def family(connection: Connection, row: dict[str, Any]) -> list[dict[str, Any]]:
    """A document, what is inside it, and what it came in: their bytes hold one another."""
    found = {row["id"]: row}
    waiting = [row]
    while waiting:
        one = waiting.pop()
        inside = rows(connection, sa.select(documents).where(documents.c.parent_id == one["id"]))
        waiting += [child for child in inside if child["id"] not in found]
        found |= {child["id"]: child for child in inside}
    above = row
    while above["parent_id"]:
        parents = rows(connection, sa.select(documents).where(documents.c.id == above["parent_id"]))
        if not parents or parents[0]["id"] in found:
            break
        above = parents[0]
        found[above["id"]] = above
    return list(found.values())


def erase(connection: Connection, sha256: str, why: str) -> bool:
    """Remove every trace of a document's content; True when it was there. VACUUM is the caller's."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).mappings().first()
    connection.execute(sqlite_insert(tombstones).values(sha256=sha256, at=now(), why=why).on_conflict_do_nothing())
    if row is None:
        connection.execute(sources.delete().where(sources.c.sha256 == sha256))
        return False
    said = " ".join([*traces.texts_of(connection, row["id"]), row["title"], row["quotation"]])
    asked = list(connection.execute(_asked(row["id"])).scalars())
    party_ids = set(connection.execute(sa.select(facts.c.party_id).where(facts.c.document_id == row["id"])).scalars())
    for table in (texts, facts, reviews, citations, case_documents, publications, notes):
        connection.execute(table.delete().where(table.c.document_id == row["id"]))
    connection.execute(suggestions.delete().where(suggestions.c.id.in_(asked)))
    mine = [f"document:{row['id']}", *(f"suggestion:{number}" for number in asked)]
    connection.execute(journal.update().where(journal.c.target.in_(mine)).values(before=None, after=None))
    traces.forget_quotes(connection, said)
    connection.execute(replies.delete().where(replies.c.target == mine[0]))
    connection.execute(pseudonyms.delete().where(pseudonyms.c.scope == mine[0]))
    about = [tasks.c[name]["document_id"].as_integer() == row["id"] for name in ("payload", "result")]
    connection.execute(tasks.delete().where(sa.or_(*about)))
    _forget_parties(connection, party_ids - {None})
    connection.execute(arrivals.delete().where(arrivals.c.sha256 == sha256))
    connection.execute(sources.delete().where(sources.c.sha256 == sha256))
    connection.execute(
        documents.update()
        .where(documents.c.id == row["id"])
        .values(
            change_seq=next_seq(connection),
            deleted_at=now(),
            state="failed",
            text_id=None,
            decision_id=None,
            decided_on=None,
            published_on=None,
            reference_on=None,
            court_code="",
            format="",
            **{name: "" for name in _WORDS},
            notices=[],
            details={},
        )
    )
    if row["decision_id"]:
        still = sa.select(documents.c.id).where(documents.c.decision_id == row["decision_id"])
        if connection.execute(still).first() is None:
            connection.execute(decisions.delete().where(decisions.c.id == row["decision_id"]))
    return True


def _asked(document_id: int) -> sa.Select[Any]:
    """Questions about a document."""
    about = suggestions.c.payload["document_id"].as_integer() == document_id
    return sa.select(suggestions.c.id).where(sa.or_(suggestions.c.document_id == document_id, about))


def _forget_parties(connection: Connection, party_ids: set[Any]) -> None:
    """A legal person that only the erased document named goes with it, unless somebody named it by hand."""
    held = set(connection.execute(sa.select(facts.c.party_id).where(facts.c.party_id.in_(party_ids))).scalars())
    gone = list(party_ids - held)
    connection.execute(parties.delete().where(parties.c.id.in_(gone), parties.c.named_by_person.is_(False)))


_WORDS = (
    "title",
    "publisher",
    "author",
    "address",
    "quotation",
    "origin",
    "failure",
    "failure_code",
    "archive_id",
    "published_time",
    "basis",
)
