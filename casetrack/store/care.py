"""Erasure: the one exception to « nothing is ever lost ». What stays is a tombstone without content."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.store.database import next_seq, now
from casetrack.store.schema import (
    arrivals,
    case_documents,
    citations,
    documents,
    facts,
    journal,
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


def erase(connection: Connection, sha256: str, why: str) -> bool:
    """Remove every trace of a document's content; True when it was there. VACUUM is the caller's."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).mappings().first()
    connection.execute(sqlite_insert(tombstones).values(sha256=sha256, at=now(), why=why).on_conflict_do_nothing())
    if row is None:
        connection.execute(sources.delete().where(sources.c.sha256 == sha256))
        return False
    for table in (texts, facts, reviews, citations, case_documents, suggestions):
        connection.execute(table.delete().where(table.c.document_id == row["id"]))
    own = journal.c.target == f"document:{row['id']}"
    connection.execute(journal.update().where(own).values(before=None, after=None))
    connection.execute(tasks.delete().where(tasks.c.payload["document_id"].as_integer() == row["id"]))
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
            **{name: "" for name in _WORDS},
            notices=[],
            details={},
        )
    )
    return True


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
