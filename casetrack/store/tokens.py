"""Personal tokens of programs: only the digest of a token is kept."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table

from casetrack.store.database import now, rows
from casetrack.store.schema import metadata

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("scope", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("used_on", String, nullable=False, default=""),
)


def add_token(connection: Connection, *, user_id: int, name: str, digest: str, scope: str) -> None:
    connection.execute(
        api_tokens.insert().values(user_id=user_id, name=name, digest=digest, scope=scope, created_at=now(), used_on="")
    )


def find_token(connection: Connection, digest: str) -> dict[str, Any] | None:
    row = connection.execute(sa.select(api_tokens).where(api_tokens.c.digest == digest)).mappings().first()
    return dict(row) if row else None


def list_tokens(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """Those of one person, newest first."""
    return rows(
        connection, sa.select(api_tokens).where(api_tokens.c.user_id == user_id).order_by(api_tokens.c.id.desc())
    )


def stamp_use(connection: Connection, token_id: int, day: str) -> None:
    """The day of its last use, so that a forgotten token can be told from one that serves."""
    connection.execute(api_tokens.update().where(api_tokens.c.id == token_id).values(used_on=day))


def remove_token(connection: Connection, user_id: int, token_id: int) -> bool:
    """Whether this person had such a token."""
    mine = (api_tokens.c.id == token_id) & (api_tokens.c.user_id == user_id)
    return bool(connection.execute(api_tokens.delete().where(mine)).rowcount)
