"""The second step of signing in: one secret a person, and what recovers it, as digests."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table

from casetrack.store.database import now
from casetrack.store.schema import metadata

second_steps = Table(
    "second_steps",
    metadata,
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("secret", String, nullable=False),
    Column("last_step", Integer, nullable=False, default=0),
    Column("confirmed_at", String, nullable=False, default=""),
)
recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), primary_key=True),
)


def prepare(connection: Connection, user_id: int, secret: str) -> None:
    """A secret that nobody is asked for yet, in place of an earlier one."""
    remove(connection, user_id)
    connection.execute(second_steps.insert().values(user_id=user_id, secret=secret))


def find(connection: Connection, user_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(second_steps).where(second_steps.c.user_id == user_id)).mappings().first()
    return dict(row) if row else None


def confirm(connection: Connection, user_id: int, step: int, digests: Collection[str]) -> None:
    """From now on it is asked for; the step of the first code is spent."""
    mine = second_steps.c.user_id == user_id
    connection.execute(second_steps.update().where(mine).values(confirmed_at=now(), last_step=step))
    connection.execute(recovery_codes.insert(), [{"user_id": user_id, "digest": digest} for digest in digests])


def use_step(connection: Connection, user_id: int, step: int) -> bool:
    """Spend a step; False when it, or a later one, was already spent."""
    fresh = (second_steps.c.user_id == user_id) & (second_steps.c.last_step < step)
    return bool(connection.execute(second_steps.update().where(fresh).values(last_step=step)).rowcount)


def use_recovery(connection: Connection, user_id: int, digest: str) -> bool:
    """Spend a recovery code; False when there is none such."""
    mine = (recovery_codes.c.user_id == user_id) & (recovery_codes.c.digest == digest)
    return bool(connection.execute(recovery_codes.delete().where(mine)).rowcount)


def recovery_left(connection: Connection, user_id: int) -> int:
    mine = recovery_codes.c.user_id == user_id
    return int(connection.execute(sa.select(sa.func.count()).select_from(recovery_codes).where(mine)).scalar_one())


def remove(connection: Connection, user_id: int) -> None:
    connection.execute(recovery_codes.delete().where(recovery_codes.c.user_id == user_id))
    connection.execute(second_steps.delete().where(second_steps.c.user_id == user_id))
