"""One row a human act, with what was before and after: the history people see, and what undo writes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.model import Viewer
from casetrack.store.database import now, rows
from casetrack.store.schema import journal


def record(connection: Connection, viewer: Viewer, act: str, target: str, before: Any = None, after: Any = None) -> int:
    """Write one act; ``target`` is like ``case:12``. Returns its id."""
    result = connection.execute(
        journal.insert().values(
            at=now(), user_id=viewer.user_id, user_name=viewer.name, act=act, target=target, before=before, after=after
        )
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def get_entry(connection: Connection, entry_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(journal).where(journal.c.id == entry_id)).mappings().first()
    return dict(row) if row else None


def mark_undone(connection: Connection, entry_id: int, by: int) -> None:
    connection.execute(journal.update().where(journal.c.id == entry_id).values(undone_by=by))


def entries(connection: Connection, *, target: str = "", limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
    """Latest first."""
    query = sa.select(journal).order_by(journal.c.id.desc()).limit(limit).offset(offset)
    return rows(connection, query.where(journal.c.target == target) if target else query)


RULINGS = ("confirme", "ecarte", "corrige", "ajoute")


def of_facts(connection: Connection, marks: Mapping[str, int]) -> list[dict[str, Any]]:
    """What people ruled of these facts (mark -> document id), oldest first; ``undone_at``: when it was taken back."""
    undoing = journal.alias()
    mark, other = journal.c.before["fingerprint"].as_string(), journal.c.before["other"].as_string()
    targets = [f"document:{document_id}" for document_id in set(marks.values())]
    events = [f"event:{name}" for name in marks]
    query = (
        sa.select(journal, undoing.c.at.label("undone_at"))
        .join(undoing, undoing.c.id == journal.c.undone_by, isouter=True)
        .where(
            sa.or_(
                sa.and_(journal.c.target.in_(targets), journal.c.act.in_(RULINGS), mark.in_(marks)),
                sa.and_(journal.c.act == "lien", sa.or_(journal.c.target.in_(events), other.in_(marks))),
            )
        )
        .order_by(journal.c.id)
    )
    return rows(connection, query)
