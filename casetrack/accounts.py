"""Who may sign in, and may do what: argon2 passwords, signed links, one table of permissions."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadData, URLSafeTimedSerializer

from casetrack.errors import Conflict, NotAllowed, NotFound, Refused
from casetrack.model import UserRole, Viewer
from casetrack.store import Store, tokens, users

PASSWORD_LEAST = 12
PASSWORD_MOST = 200
LINK_SECONDS = 3 * 24 * 3600
TOKEN_MARK = "ct_"
TOKENS_MOST = 20
READ_SCOPE = "lecture"
_NO_PASSWORD = "!"
_HASHER = PasswordHasher()


class Act(StrEnum):
    """What a person may want to do."""

    READ = "lire"
    ADD = "ajouter"
    REVIEW = "verifier"
    NAME = "nommer"
    UNDO_OWN = "annuler-les-siens"
    ARRANGE = "fusionner-et-scinder"
    PUBLISH = "publier"
    DELETE = "supprimer"
    UNDO_ANY = "annuler-les-autres"
    MANAGE_USERS = "gerer-les-comptes"
    ERASE = "effacer"


_READER = frozenset({Act.READ})
_CONTRIBUTOR = _READER | {Act.ADD, Act.REVIEW, Act.NAME, Act.UNDO_OWN}
_EDITOR = _CONTRIBUTOR | {Act.ARRANGE, Act.PUBLISH, Act.DELETE, Act.UNDO_ANY}
PERMISSIONS: Mapping[UserRole, frozenset[Act]] = {
    UserRole.READER: _READER,
    UserRole.CONTRIBUTOR: _CONTRIBUTOR,
    UserRole.EDITOR: _EDITOR,
    UserRole.ADMINISTRATOR: _EDITOR | {Act.MANAGE_USERS, Act.ERASE},
}


def may(viewer: Viewer, act: Act) -> bool:
    """Whether this viewer may do this; a visitor may do none of these acts."""
    return viewer.role is not None and act in PERMISSIONS[viewer.role]


def require(viewer: Viewer, act: Act) -> None:
    """Raise `NotAllowed`, saying who may, when this viewer may not."""
    if may(viewer, act):
        return
    least = next(role for role, acts in PERMISSIONS.items() if act in acts)
    raise NotAllowed(f"Cet acte demande le rôle « {least.value} ». Connectez-vous avec un compte qui l’a.")


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
    created_at: str

    @property
    def viewer(self) -> Viewer:
        return Viewer(user_id=self.id, name=self.name, role=self.role)


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A personal token as its owner sees it again: never the word itself."""

    id: int
    name: str
    scope: str
    created_at: str
    used_on: str


@cache
def _decoy() -> str:
    """A hash to check when the address is unknown, so that both answers take the same time."""
    return _HASHER.hash(secrets.token_hex(16))


def _account(row: Mapping[str, Any]) -> Account:
    return Account(
        id=row["id"],
        email=row["email"],
        name=row["name"],
        role=UserRole(row["role"]),
        is_active=row["is_active"],
        session_version=row["session_version"],
        has_password=row["password_hash"] != _NO_PASSWORD,
        created_at=row["created_at"],
    )


def read_secret(path: Path) -> str:
    """The secret that signs cookies and links, made on first use, readable by its owner only."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret


class Accounts:
    """The accounts of one installation."""

    def __init__(self, store: Store, secret: str) -> None:
        self._store = store
        self._links = URLSafeTimedSerializer(secret, salt="casetrack.accounts.link")

    def get(self, user_id: int) -> Account:
        """Raises `NotFound`."""
        with self._store.read() as connection:
            row = users.get_user(connection, user_id)
        if row is None:
            raise NotFound("ce compte")
        return _account(row)

    def list(self) -> tuple[Account, ...]:
        with self._store.read() as connection:
            return tuple(_account(row) for row in users.list_users(connection))

    def create(self, *, email: str, name: str, role: UserRole, password: str | None = None) -> Account:
        """A new account; without a password it waits for its link. Raises `Conflict`, `Refused`."""
        if "@" not in email or len(email) > 254:
            raise Refused("Cette adresse de courriel n’en est pas une : vérifiez-la.")
        hashed = _NO_PASSWORD if password is None else _HASHER.hash(checked(password, email))
        with self._store.write() as connection:
            if users.find_user(connection, email):
                raise Conflict("Un compte existe déjà à cette adresse.")
            user_id = users.create_user(
                connection, email=email, name=name.strip() or email.split("@")[0], password_hash=hashed, role=role
            )
        return self.get(user_id)

    def sign_in(self, email: str, password: str) -> Account | None:
        """The account, or None: the same answer, in the same time, whatever is wrong."""
        with self._store.read() as connection:
            row = users.find_user(connection, email)
        known = row["password_hash"] if row and row["password_hash"] != _NO_PASSWORD else None
        if not _verify(known or _decoy(), password[:PASSWORD_MOST]) or known is None or row is None:
            return None
        if not row["is_active"]:
            return None
        if _HASHER.check_needs_rehash(known):
            with self._store.write() as connection:
                users.set_password(connection, row["id"], _HASHER.hash(password), end_sessions=False)
        return _account(row)

    def change_password(self, user_id: int, *, current: str, new: str) -> Account:
        """Ends the other sessions. Raises `Refused` when ``current`` is wrong or ``new`` too weak."""
        with self._store.read() as connection:
            row = users.get_user(connection, user_id)
        if row is None or not _verify(row["password_hash"], current[:PASSWORD_MOST]):
            raise Refused("Le mot de passe actuel n’est pas le bon.")
        return self._set_password(user_id, checked(new, row["email"]))

    def _set_password(self, user_id: int, password: str) -> Account:
        with self._store.write() as connection:
            users.set_password(connection, user_id, _HASHER.hash(password))
        return self.get(user_id)

    def make_link(self, user_id: int) -> str:
        """A signed word for an address, good for three days and for one use (invitation, forgotten password)."""
        account = self.get(user_id)
        return str(self._links.dumps([account.id, account.session_version]))

    def read_link(self, word: str) -> Account:
        """The account a link opens. Raises `Refused` when it is false, too old or already used."""
        try:
            user_id, version = self._links.loads(word, max_age=LINK_SECONDS)
            account = self.get(int(user_id))
        except (BadData, NotFound, TypeError, ValueError) as error:
            raise Refused("Ce lien n’est pas valable. Demandez-en un autre à l’administrateur.") from error
        if account.session_version != version or not account.is_active:
            raise Refused("Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre à l’administrateur.")
        return account

    def use_link(self, word: str, password: str) -> Account:
        """Set the password of the account a link opens; the link is spent."""
        account = self.read_link(word)
        return self._set_password(account.id, checked(password, account.email))

    def end_sessions(self, user_id: int) -> None:
        """Sign the person out everywhere."""
        with self._store.write() as connection:
            users.end_sessions(connection, user_id)

    # --------------------------------------------------------------------------- tokens of programs

    def make_token(self, user_id: int, name: str) -> str:
        """A new token that only reads, shown once; its digest is what is kept. Raises `Refused`."""
        if not name.strip():
            raise Refused("Donnez un nom à ce jeton : le programme ou la machine qui s’en servira.")
        word = TOKEN_MARK + secrets.token_urlsafe(32)
        with self._store.write() as connection:
            if len(tokens.list_tokens(connection, user_id)) >= TOKENS_MOST:
                raise Refused(f"Vous avez déjà {TOKENS_MOST} jetons : retirez-en un d’abord.")
            tokens.add_token(
                connection, user_id=user_id, name=name.strip()[:80], digest=_digest(word), scope=READ_SCOPE
            )
        return word

    def list_tokens(self, user_id: int) -> tuple[Token, ...]:
        with self._store.read() as connection:
            found = tokens.list_tokens(connection, user_id)
        names = ("id", "name", "scope", "created_at", "used_on")
        return tuple(Token(**{name: row[name] for name in names}) for row in found)

    def remove_token(self, user_id: int, token_id: int) -> None:
        """Raises `NotFound` when this person has no such token."""
        with self._store.write() as connection:
            if not tokens.remove_token(connection, user_id, token_id):
                raise NotFound("ce jeton")

    def by_token(self, word: str) -> Account | None:
        """The open account a token stands for; None when it is false, removed, or the account is closed."""
        if not word.startswith(TOKEN_MARK) or len(word) > PASSWORD_MOST:
            return None
        today = dt.date.today().isoformat()
        with self._store.read() as connection:
            row = tokens.find_token(connection, _digest(word))
        if row is None:
            return None
        if row["used_on"] != today:
            with self._store.write() as connection:
                tokens.stamp_use(connection, row["id"], today)
        account = self.get(row["user_id"])
        return account if account.is_active else None

    def set_role(self, user_id: int, role: UserRole) -> None:
        """Raises `Conflict` rather than leave the site without an administrator."""
        self._keep_an_administrator(user_id, stays=role is UserRole.ADMINISTRATOR)
        with self._store.write() as connection:
            users.set_role(connection, user_id, role)

    def set_active(self, user_id: int, is_active: bool) -> None:
        """Close or reopen an account. Raises `Conflict` for the last administrator."""
        self._keep_an_administrator(user_id, stays=is_active)
        with self._store.write() as connection:
            users.set_active(connection, user_id, is_active)

    def _keep_an_administrator(self, user_id: int, *, stays: bool) -> None:
        held = [account.id for account in self.list() if account.is_active and account.role is UserRole.ADMINISTRATOR]
        if not stays and held == [user_id]:
            raise Conflict("Ce compte est le dernier administrateur : nommez-en un autre d’abord.")


def _digest(word: str) -> str:
    """A token is 256 random bits: a plain digest cannot be guessed back."""
    return hashlib.sha256(word.encode()).hexdigest()


def _verify(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def checked(password: str, email: str) -> str:
    """A password long enough, not made of the address nor of one repeated sign. Raises `Refused`."""
    if not PASSWORD_LEAST <= len(password) <= PASSWORD_MOST:
        raise Refused(f"Le mot de passe doit avoir au moins {PASSWORD_LEAST} caractères : une phrase convient bien.")
    if email.split("@")[0].lower() in password.lower() or len(set(password)) < 5:
        raise Refused("Ce mot de passe se devine trop facilement : choisissez une phrase sans rapport avec vous.")
    return password
