"""Letters to send: tasks of their own kind. Only the last one to each account is remembered, and no link is kept."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.store import tasks as queue_of_tasks
from casetrack.store.database import rows
from casetrack.store.schema import tasks

NOTICE = "changement"
"""Why of a letter without a link: see `casetrack.accounts.links.Why`."""


def queue(connection: Connection, payload: dict[str, Any], *, created_by: int | None = None) -> int:
    return queue_of_tasks.add_task(connection, queue_of_tasks.LETTER, payload, created_by=created_by)


def finish(connection: Connection, task_id: int, user_id: int | None, why: str, *, failure: str = "") -> None:
    """Remember how it went for an account, in place of the letter before.

    Forgotten are an address that nobody has, and a letter without a link: nobody has to send it again.
    """
    mine = (tasks.c.kind == queue_of_tasks.LETTER) & (tasks.c.payload["user_id"].as_integer() == user_id)
    if user_id is None or why == NOTICE:
        connection.execute(tasks.delete().where(tasks.c.id == task_id))
        return
    connection.execute(tasks.delete().where(mine, tasks.c.state.in_(["done", "failed"])))
    payload = {"user_id": user_id, "why": why}
    connection.execute(tasks.update().where(tasks.c.id == task_id).values(payload=payload))
    queue_of_tasks.finish_task(connection, task_id, failure=failure)


def latest(connection: Connection) -> dict[int, dict[str, Any]]:
    """The last letter with a link to each account."""
    query = sa.select(tasks).where(tasks.c.kind == queue_of_tasks.LETTER).order_by(tasks.c.id)
    found = [row for row in rows(connection, query) if row["payload"].get("why") != NOTICE]
    return {row["payload"]["user_id"]: row for row in found if "user_id" in row["payload"]}


def forget(connection: Connection, user_id: int) -> None:
    """The link was used: how its letter went matters no more."""
    mine = (tasks.c.kind == queue_of_tasks.LETTER) & (tasks.c.payload["user_id"].as_integer() == user_id)
    connection.execute(tasks.delete().where(mine))
