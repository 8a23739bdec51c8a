"""Who may sign in, and may do what: argon2 passwords, a second step, signed links, tokens, one table of permissions."""

from __future__ import annotations

from pathlib import Path

from casetrack.accounts.ended import SESSION_SECONDS, EndedSessions, new_session_id
from casetrack.accounts.links import Links, Posted, Why
from casetrack.accounts.passwords import read_secret
from casetrack.accounts.people import Account
from casetrack.accounts.rights import PERMISSIONS, Act, may, require
from casetrack.accounts.tokens import PUBLIC_SCOPE, READ_SCOPE, Bearer, Token, Tokens
from casetrack.accounts.two_steps import Preparation, TwoSteps
from casetrack.store import Store


class Accounts(Links, EndedSessions, Tokens, TwoSteps):
    """The accounts of one installation."""


def open_accounts(store: Store, home: Path) -> Accounts:
    """The accounts of a home, with the secret that signs its links."""
    return Accounts(store, read_secret(home / "secret.key"))


__all__ = [
    "PERMISSIONS",
    "PUBLIC_SCOPE",
    "READ_SCOPE",
    "SESSION_SECONDS",
    "Account",
    "Accounts",
    "Act",
    "Bearer",
    "Posted",
    "Preparation",
    "Token",
    "Why",
    "may",
    "new_session_id",
    "open_accounts",
    "read_secret",
    "require",
]
