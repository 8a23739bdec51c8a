"""People who may sign in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.model import UserRole
from casetrack.store.database import now, rows
from casetrack.store.schema import users
from casetrack.store.second_steps import second_steps

_TWO = sa.exists().where(second_steps.c.user_id == users.c.id, second_steps.c.confirmed_at != "")
_USERS = sa.select(users, _TWO.label("has_two_steps"))


def create_user(connection: Connection, *, email: str, name: str, password_hash: str, role: UserRole) -> int:
    """Returns the new id; the address is kept in lower case and must be new (sqlite raises otherwise)."""
    result = connection.execute(
        users.insert().values(
            email=email.strip().lower(),
            name=name.strip(),
            password_hash=password_hash,
            role=role.value,
            is_active=True,
            session_version=1,
            created_at=now(),
        )
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def find_user(connection: Connection, email: str) -> dict[str, Any] | None:
    row = connection.execute(_USERS.where(users.c.email == email.strip().lower())).mappings().first()
    return dict(row) if row else None


def get_user(connection: Connection, user_id: int) -> dict[str, Any] | None:
    row = connection.execute(_USERS.where(users.c.id == user_id)).mappings().first()
    return dict(row) if row else None


def list_users(connection: Connection) -> list[dict[str, Any]]:
    return rows(connection, _USERS.order_by(users.c.email))


def roles_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The role of each of these people, as it is now; those who are gone are left out."""
    query = sa.select(users.c.id, users.c.role).where(users.c.id.in_(ids))
    return {row.id: row.role for row in connection.execute(query)}


def set_password(connection: Connection, user_id: int, password_hash: str, *, end_sessions: bool = True) -> None:
    """A new hash; ``end_sessions`` signs the person out everywhere."""
    step = 1 if end_sessions else 0
    connection.execute(
        users.update()
        .where(users.c.id == user_id)
        .values(password_hash=password_hash, session_version=users.c.session_version + step)
    )


def end_sessions(connection: Connection, user_id: int) -> None:
    connection.execute(users.update().where(users.c.id == user_id).values(session_version=users.c.session_version + 1))


def set_role(connection: Connection, user_id: int, role: UserRole) -> None:
    connection.execute(users.update().where(users.c.id == user_id).values(role=role.value))


def set_active(connection: Connection, user_id: int, is_active: bool) -> None:
    connection.execute(
        users.update()
        .where(users.c.id == user_id)
        .values(is_active=is_active, session_version=users.c.session_version + 1)
    )
