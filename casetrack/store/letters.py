"""Letters to send: tasks of their own kind. Only the last one to each account is remembered, and no link is kept."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.store import tasks as queue_of_tasks
from casetrack.store.database import rows
from casetrack.store.schema import tasks


def queue(connection: Connection, payload: dict[str, Any], *, created_by: int | None = None) -> int:
    return queue_of_tasks.add_task(connection, queue_of_tasks.LETTER, payload, created_by=created_by)


def finish(connection: Connection, task_id: int, user_id: int | None, why: str, *, failure: str = "") -> None:
    """Remember how it went for an account, in place of the letter before; an address that nobody has is forgotten."""
    mine = (tasks.c.kind == queue_of_tasks.LETTER) & (tasks.c.payload["user_id"].as_integer() == user_id)
    over = mine & tasks.c.state.in_(["done", "failed"])
    connection.execute(tasks.delete().where(tasks.c.id == task_id if user_id is None else over))
    payload = {"user_id": user_id, "why": why}
    connection.execute(tasks.update().where(tasks.c.id == task_id).values(payload=payload))
    queue_of_tasks.finish_task(connection, task_id, failure=failure)


def latest(connection: Connection) -> dict[int, dict[str, Any]]:
    """The last letter to each account."""
    query = sa.select(tasks).where(tasks.c.kind == queue_of_tasks.LETTER).order_by(tasks.c.id)
    return {row["payload"]["user_id"]: row for row in rows(connection, query) if "user_id" in row["payload"]}


def forget(connection: Connection, user_id: int) -> None:
    """The link was used: how its letter went matters no more."""
    mine = (tasks.c.kind == queue_of_tasks.LETTER) & (tasks.c.payload["user_id"].as_integer() == user_id)
    connection.execute(tasks.delete().where(mine))
