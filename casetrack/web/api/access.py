"""Who a program is: a personal token in the header, else the person signed in, else a visitor. Reading only."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask, Request, request
from flask_limiter.util import get_remote_address
from flask_login import current_user
from werkzeug.exceptions import Unauthorized

from casetrack.accounts import PUBLIC_SCOPE, Account
from casetrack.model import ANONYMOUS, UserRole, Viewer
from casetrack.web.context import parts
from casetrack.web.security import BEARER
from casetrack.web.sessions import SignedIn

PREFIX = "/api/"
_SCHEME = "bearer "


def token_of(asking: Request) -> str | None:
    """The token of ``Authorization: Bearer …``; None when there is no such header."""
    said = asking.headers.get("Authorization", "")
    return said[len(_SCHEME) :].strip() if said.lower().startswith(_SCHEME) else None


def install(app: Flask) -> None:
    """Tokens open the API, and nothing but the API."""

    @app.login_manager.request_loader  # type: ignore[attr-defined, untyped-decorator]
    def _load(asking: Request) -> SignedIn | None:
        word = token_of(asking) if asking.path.startswith(PREFIX) else None
        bearer = parts().accounts.by_token(word) if word else None
        return SignedIn(bearer.account, bearer.scope) if bearer else None


def check() -> None:
    """A false token is refused rather than taken for a visitor. Raises `Unauthorized`."""
    word = token_of(request)
    if word is not None and parts().accounts.by_token(word) is None:
        raise Unauthorized(
            "Ce jeton n’est pas valable : vérifiez-le, ou faites-en un autre sur la page « Mon compte ».",
            www_authenticate=BEARER,
        )


def reader() -> Viewer:
    """Who is reading: whoever it is may read here, and do nothing else; some tokens open the public part alone."""
    if not current_user.is_authenticated or current_user.scope == PUBLIC_SCOPE:
        return ANONYMOUS
    account: Account = current_user.account
    return replace(account.viewer, role=UserRole.READER)


def whose_limit() -> str:
    """Rate limits are counted by person when there is one, else by address."""
    return f"compte-{current_user.account.id}" if current_user.is_authenticated else get_remote_address()
