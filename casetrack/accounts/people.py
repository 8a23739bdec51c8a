"""Accounts: opening, signing in, passwords, roles, closing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casetrack.accounts import passwords
from casetrack.errors import Conflict, NotFound, Refused
from casetrack.model import UserRole, Viewer
from casetrack.store import Store, users

EMAIL = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\]+")  # « ana@asso.example »: one address, never a list
EMAIL_MOST = 254


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """A person who may sign in. ``session_version`` grows when every open session must end."""

    id: int
    email: str
    name: str
    role: UserRole
    is_active: bool
    session_version: int
    has_password: bool
    has_two_steps: bool
    created_at: str

    @property
    def viewer(self) -> Viewer:
        return Viewer(user_id=self.id, name=self.name, role=self.role)


def _account(row: Mapping[str, Any]) -> Account:
    return Account(
        id=row["id"],
        email=row["email"],
        name=row["name"],
        role=UserRole(row["role"]),
        is_active=row["is_active"],
        session_version=row["session_version"],
        has_password=row["password_hash"] != passwords.NO_PASSWORD,
        has_two_steps=row["has_two_steps"],
        created_at=row["created_at"],
    )


def checked_email(email: str) -> str:
    """One address of mail. Raises `Refused`."""
    found = email.strip()
    if len(found) > EMAIL_MOST or not EMAIL.fullmatch(found):
        raise Refused("Cette adresse de courriel n’en est pas une : vérifiez-la.")
    return found


class People:
    """The accounts of one installation."""

    def __init__(self, store: Store, secret: str) -> None:
        self._store = store
        self._secret = secret

    def get(self, user_id: int) -> Account:
        """Raises `NotFound`."""
        with self._store.read() as connection:
            row = users.get_user(connection, user_id)
        if row is None:
            raise NotFound("ce compte")
        return _account(row)

    def find(self, email: str) -> Account | None:
        with self._store.read() as connection:
            row = users.find_user(connection, email)
        return _account(row) if row else None

    def list(self) -> tuple[Account, ...]:
        with self._store.read() as connection:
            return tuple(_account(row) for row in users.list_users(connection))

    def create(self, *, email: str, name: str, role: UserRole, password: str | None = None) -> Account:
        """A new account; without a password it waits for its link. Raises `Conflict`, `Refused`."""
        email = checked_email(email)
        kept = passwords.NO_PASSWORD
        if password is not None:
            kept = passwords.hashed(passwords.checked(password, email))
        with self._store.write() as connection:
            if users.find_user(connection, email):
                raise Conflict("Un compte existe déjà à cette adresse.")
            user_id = users.create_user(
                connection, email=email, name=name.strip() or email.split("@")[0], password_hash=kept, role=role
            )
        return self.get(user_id)

    def sign_in(self, email: str, password: str) -> Account | None:
        """The account, or None: the same answer, in the same time, whatever is wrong."""
        with self._store.read() as connection:
            row = users.find_user(connection, email)
        spare = passwords.decoy()
        known = row["password_hash"] if row and row["password_hash"] != passwords.NO_PASSWORD else None
        if not passwords.verify(known or spare, password) or known is None or row is None:
            return None
        if not row["is_active"]:
            return None
        if passwords.is_old(known):
            with self._store.write() as connection:
                kept = passwords.hashed(password)
                users.set_password(connection, row["id"], kept, end_sessions=False)
        return _account(row)

    def change_password(self, user_id: int, *, current: str, new: str) -> Account:
        """Ends the other sessions. Raises `Refused` when ``current`` is wrong or ``new`` too weak."""
        with self._store.read() as connection:
            row = users.get_user(connection, user_id)
        if row is None or not passwords.verify(row["password_hash"], current):
            raise Refused("Le mot de passe actuel n’est pas le bon.")
        return self._set_password(user_id, passwords.checked(new, row["email"]))

    def _set_password(self, user_id: int, password: str) -> Account:
        with self._store.write() as connection:
            users.set_password(connection, user_id, passwords.hashed(password))
        return self.get(user_id)

    def end_sessions(self, user_id: int) -> None:
        """Sign the person out everywhere."""
        with self._store.write() as connection:
            users.end_sessions(connection, user_id)

    def set_role(self, user_id: int, role: UserRole) -> None:
        """Raises `NotFound`, and `Conflict` rather than leave the site without an administrator."""
        self.get(user_id)
        self._keep_an_administrator(user_id, stays=role is UserRole.ADMINISTRATOR)
        with self._store.write() as connection:
            users.set_role(connection, user_id, role)

    def set_active(self, user_id: int, is_active: bool) -> None:
        """Close or reopen an account. Raises `NotFound`, and `Conflict` for the last administrator."""
        self.get(user_id)
        self._keep_an_administrator(user_id, stays=is_active)
        with self._store.write() as connection:
            users.set_active(connection, user_id, is_active)

    def _keep_an_administrator(self, user_id: int, *, stays: bool) -> None:
        held = [account.id for account in self.list() if account.is_active and account.role is UserRole.ADMINISTRATOR]
        if not stays and held == [user_id]:
            raise Conflict("Ce compte est le dernier administrateur : nommez-en un autre d’abord.")
