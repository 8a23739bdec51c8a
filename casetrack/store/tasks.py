"""Work to do, as rows: a killed worker loses nothing, because its rows go back to the queue."""

from __future__ import annotations

import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.store.database import now, rows
from casetrack.store.schema import documents, tasks

MAX_ATTEMPTS = 3
STALE_SECONDS = 900.0
LETTER = "letter"
"""The kind of a task that sends a letter (`casetrack.store.letters`); the other kinds read documents."""


def add_task(
    connection: Connection, kind: str, payload: dict[str, Any], *, batch: str = "", created_by: int | None = None
) -> int:
    result = connection.execute(
        tasks.insert().values(
            kind=kind, payload=payload, state="queued", batch=batch, created_at=now(), created_by=created_by
        )
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def claim_task(connection: Connection, task_id: int, worker: str) -> dict[str, Any] | None:
    """Take a queued task; None when somebody else has it or it is over."""
    row = (
        connection.execute(
            tasks.update()
            .where(tasks.c.id == task_id, tasks.c.state == "queued")
            .values(state="running", claimed_by=worker, heartbeat_at=time.time(), attempts=tasks.c.attempts + 1)
            .returning(*tasks.c)
        )
        .mappings()
        .first()
    )
    return dict(row) if row else None


def queued_ids(connection: Connection, *, but: str = "") -> list[int]:
    """What waits, oldest first, without the tasks of one kind."""
    waiting = sa.select(tasks.c.id).where(tasks.c.state == "queued", tasks.c.kind != but)
    return list(connection.execute(waiting.order_by(tasks.c.id)).scalars())


def finish_task(connection: Connection, task_id: int, *, result: Any = None, failure: str = "") -> None:
    connection.execute(
        tasks.update()
        .where(tasks.c.id == task_id)
        .values(state="failed" if failure else "done", message=failure, result=result, claimed_by="")
    )


def requeue_unfinished(connection: Connection, *, stale_only: bool = False) -> list[int]:
    """Put back what a dead worker held. A task tried `MAX_ATTEMPTS` times is failed, with a reason."""
    held = tasks.c.state == "running"
    if stale_only:
        held = sa.and_(held, tasks.c.heartbeat_at < time.time() - STALE_SECONDS)
    connection.execute(
        tasks.update()
        .where(held, tasks.c.attempts >= MAX_ATTEMPTS)
        .values(
            state="failed",
            claimed_by="",
            message="Le traitement s'est interrompu plusieurs fois. L'original est gardé : relancez la lecture.",
        )
    )
    connection.execute(tasks.update().where(held).values(state="queued", claimed_by=""))
    return queued_ids(connection)


_DOCUMENT = tasks.c.payload["document_id"].as_integer()
_LIVE = tasks.c.state.in_(["queued", "running"])


def is_waiting(connection: Connection, document_id: int) -> bool:
    """Whether a task that is not over names this document."""
    return bool(connection.scalar(sa.select(sa.exists().where(_LIVE, document_id == _DOCUMENT))))


def queue_orphans(connection: Connection) -> None:
    """Queue the documents that wait to be read and that no task names: their sender was killed in between."""
    named = sa.select(_DOCUMENT).where(_LIVE, _DOCUMENT.is_not(None))
    waiting = sa.select(documents.c.id, documents.c.title).where(
        documents.c.state == "pending", documents.c.deleted_at.is_(None), documents.c.id.not_in(named)
    )
    for row in connection.execute(waiting).all():
        add_task(connection, "read", {"document_id": row.id, "name": row.title})


def beat(connection: Connection, task_id: int) -> None:
    connection.execute(tasks.update().where(tasks.c.id == task_id).values(heartbeat_at=time.time()))


def batch_tasks(connection: Connection, batch: str) -> list[dict[str, Any]]:
    return rows(connection, sa.select(tasks).where(tasks.c.batch == batch).order_by(tasks.c.id))


def recent_tasks(connection: Connection, limit: int = 50) -> list[dict[str, Any]]:
    """The latest readings of documents; letters concern administrators only."""
    query = sa.select(tasks).where(tasks.c.kind != LETTER)
    return rows(connection, query.order_by(tasks.c.id.desc()).limit(limit))


def forget_document(connection: Connection, document_id: int) -> None:
    """Erase job payloads that name a document."""
    connection.execute(tasks.delete().where(tasks.c.payload["document_id"].as_integer() == document_id))
