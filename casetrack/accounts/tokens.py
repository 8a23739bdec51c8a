"""Personal tokens: a program reads what its owner may read, or what visitors may, and changes nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from casetrack.accounts.people import Account, People
from casetrack.errors import NotFound, Refused
from casetrack.store import tokens

TOKEN_MARK = "ct_"
TOKEN_MOST = 200
TOKENS_MOST = 20
READ_SCOPE, PUBLIC_SCOPE = "lecture", "public"
"""What a token opens: all that its owner may read, or the public part alone, for a page that everybody sees."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bearer:
    """Whose token a program presents, and what it opens."""

    account: Account
    scope: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A personal token as its owner sees it again: never the word itself."""

    id: int
    name: str
    scope: str
    created_at: str
    used_on: str


class Tokens(People):
    """Tokens of programs."""

    def make_token(self, user_id: int, name: str, scope: str = READ_SCOPE) -> str:
        """A new token that only reads, shown once; its digest is what is kept. Raises `Refused`."""
        if scope not in (READ_SCOPE, PUBLIC_SCOPE):
            raise Refused("Dites ce que ce jeton peut lire.")
        if not name.strip():
            raise Refused("Donnez un nom à ce jeton : le programme ou la machine qui s’en servira.")
        word = TOKEN_MARK + secrets.token_urlsafe(32)
        with self._store.write() as connection:
            if len(tokens.list_tokens(connection, user_id)) >= TOKENS_MOST:
                raise Refused(f"Vous avez déjà {TOKENS_MOST} jetons : retirez-en un d’abord.")
            tokens.add_token(connection, user_id=user_id, name=name.strip()[:80], digest=_digest(word), scope=scope)
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

    def by_token(self, word: str) -> Bearer | None:
        """The open account a token stands for, and its scope; None when false, removed, or the account is closed."""
        if not word.startswith(TOKEN_MARK) or len(word) > TOKEN_MOST:
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
        return Bearer(account=account, scope=row["scope"]) if account.is_active else None


def _digest(word: str) -> str:
    """A token is 256 random bits: a plain digest cannot be guessed back."""
    return hashlib.sha256(word.encode()).hexdigest()
