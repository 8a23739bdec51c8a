"""Signed links that set a password, and the letters that carry them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from casetrack.accounts import passwords
from casetrack.accounts.people import Account, People, checked_email
from casetrack.errors import NotFound, Refused
from casetrack.store import letters


class Why(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    FORGOTTEN = "oubli"
    CHANGED = "changement"
    """No link: the owner is told that the password or the second step changed."""


SECONDS: Mapping[Why, int] = {Why.INVITATION: 3 * 24 * 3600, Why.FORGOTTEN: 2 * 3600}
"""How long a link is good for; one that anybody may ask for by an address is good for less."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Posted:
    """Where the last letter to somebody stands: ``queued``, ``running``, ``done`` or ``failed`` and why."""

    state: str
    message: str
    at: str


class Links(People):
    """Links and letters."""

    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(self._secret, salt="casetrack.accounts.link")

    def make_link(self, user_id: int, why: Why = Why.INVITATION) -> str:
        """A signed word for an address, good for some time and for one use: a new password spends it."""
        account = self.get(user_id)
        until = int(time.time()) + SECONDS[why]
        return str(self._signer().dumps([account.id, account.session_version, until]))

    def read_link(self, word: str) -> Account:
        """The account a link opens. Raises `Refused` when it is false, too old or already used."""
        try:
            user_id, version, until = self._signer().loads(word)
            account = self.get(int(user_id))
        except (BadData, NotFound, TypeError, ValueError) as error:
            raise Refused("Ce lien n’est pas valable. Demandez-en un autre à l’administrateur.") from error
        if account.session_version != version or not account.is_active or time.time() > until:
            raise Refused("Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre à l’administrateur.")
        return account

    def use_link(self, word: str, password: str) -> Account:
        """Set the password of the account a link opens; the link is spent, and every session ends."""
        account = self.read_link(word)
        changed = self._set_password(account.id, passwords.checked(password, account.email))
        with self._store.write() as connection:
            letters.forget(connection, account.id)
        return changed

    # --------------------------------------------------------------------------------------- letters

    def ask_letter(self, email: str) -> None:
        """Queue the letter of a forgotten password. The same work whether the address is known or not: the worker
        finds out. Raises `Refused` when it is no address at all."""
        with self._store.write() as connection:
            letters.queue(connection, {"email": checked_email(email), "why": Why.FORGOTTEN.value})

    def invite_by_letter(self, user_id: int, *, by: int | None) -> None:
        """Queue a letter with a link. Raises `NotFound`."""
        account = self.get(user_id)
        with self._store.write() as connection:
            payload = {"user_id": account.id, "why": Why.INVITATION.value}
            letters.queue(connection, payload, created_by=by)

    def tell_change(self, user_id: int) -> None:
        """Queue a letter that says that the password or the second step of an account has just changed."""
        with self._store.write() as connection:
            letters.queue(connection, {"user_id": user_id, "why": Why.CHANGED.value})

    def addressee(self, payload: Mapping[str, Any]) -> Account | None:
        """Whom a queued letter is for; None when there is no such open account."""
        try:
            found = self.get(payload["user_id"]) if "user_id" in payload else self.find(payload["email"])
        except NotFound:
            return None
        return found if found and found.is_active else None

    def letters(self) -> dict[int, Posted]:
        """The last letter with a link to each account, by its id."""
        with self._store.read() as connection:
            found = letters.latest(connection)
        return {
            user_id: Posted(state=row["state"], message=row["message"], at=row["created_at"])
            for user_id, row in found.items()
        }
