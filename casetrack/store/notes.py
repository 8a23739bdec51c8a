"""What members write for themselves: notes on passages, searches to come back to. Nothing else reads these tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, String, Table, Text

from casetrack.model import Viewer
from casetrack.store.database import now, rows
from casetrack.store.schema import metadata

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("user_name", String, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("created_at", String, nullable=False),
)
saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("query", Text, nullable=False),
    Column("created_at", String, nullable=False),
)


def readable(viewer: Viewer) -> sa.ColumnElement[bool]:
    """A visitor reads none; a member their own and those shared with members."""
    if not viewer.is_member:
        return sa.false()
    return sa.or_(notes.c.is_shared, notes.c.user_id == viewer.user_id)


def add_note(connection: Connection, **values: Any) -> int:
    """Keep a note, or put one back as it was. Returns its id."""
    made = connection.execute(notes.insert().values(**{"created_at": now(), **values}))
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def find_note(connection: Connection, note_id: int, viewer: Viewer) -> dict[str, Any] | None:
    return next(iter(rows(connection, sa.select(notes).where(notes.c.id == note_id, readable(viewer)))), None)


def list_notes(connection: Connection, document_id: int, viewer: Viewer) -> list[dict[str, Any]]:
    """In the order of the text, then of writing."""
    query = sa.select(notes).where(notes.c.document_id == document_id, readable(viewer))
    return rows(connection, query.order_by(notes.c.start, notes.c.id))


def count_notes(connection: Connection, user_id: int) -> int:
    query = sa.select(sa.func.count()).select_from(notes).where(notes.c.user_id == user_id)
    return int(connection.execute(query).scalar_one())


def remove_note(connection: Connection, note_id: int) -> None:
    connection.execute(notes.delete().where(notes.c.id == note_id))


def add_search(connection: Connection, *, user_id: int, name: str, query: str) -> int:
    made = connection.execute(saved_searches.insert().values(user_id=user_id, name=name, query=query, created_at=now()))
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def list_searches(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """Those of one person, latest first."""
    mine = saved_searches.c.user_id == user_id
    return rows(connection, sa.select(saved_searches).where(mine).order_by(saved_searches.c.id.desc()))


def remove_search(connection: Connection, user_id: int, search_id: int) -> bool:
    """Whether this person had such a search."""
    mine = (saved_searches.c.id == search_id) & (saved_searches.c.user_id == user_id)
    return bool(connection.execute(saved_searches.delete().where(mine)).rowcount)
