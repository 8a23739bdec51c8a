"""Sessions: who is signed in, and who gave a password and still owes the code of the second step."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from flask import Flask, redirect, session, url_for
from flask_login import LoginManager, login_user, logout_user
from werkzeug.wrappers import Response

from casetrack.accounts import SESSION_SECONDS, Account, Act, may, new_session_id
from casetrack.errors import NotFound
from casetrack.web.context import parts

HALF_SECONDS = 600
"""How long the code may be waited for after the password."""
_HALF, _SINCE, _ID = "half_signed_in", "signed_in_at", "session_id"


class SignedIn:
    """What Flask-Login keeps of an account; its identifier dies with the session version."""

    is_authenticated = True
    is_anonymous = False

    def __init__(self, account: Account, scope: str = "") -> None:
        self.account, self.scope = account, scope

    @property
    def is_active(self) -> bool:
        return self.account.is_active

    def get_id(self) -> str:
        return f"{self.account.id}.{self.account.session_version}"


def install(app: Flask) -> None:
    manager = LoginManager(app)
    manager.session_protection = "basic"
    manager.login_view = "auth.sign_in"
    manager.login_message = "Connectez-vous pour continuer."

    @manager.user_loader  # type: ignore[untyped-decorator]
    def _load(identifier: str) -> SignedIn | None:
        is_old = time.time() > session.get(_SINCE, 0.0) + SESSION_SECONDS
        if is_old or parts().accounts.is_ended(session.get(_ID, "")):
            return None
        user_id, _, version = identifier.partition(".")
        try:
            account = parts().accounts.get(int(user_id))
        except (NotFound, ValueError):
            return None
        return SignedIn(account) if account.is_active and str(account.session_version) == version else None


def begin_session(account: Account) -> None:
    """Sign in with a new session, so that nothing planted before the sign-in survives it."""
    session.clear()
    session[_SINCE], session[_ID] = time.time(), new_session_id()
    login_user(SignedIn(account))


def safe_next(address: str) -> str:
    """Where to go after signing in: an address of this site, else the home page."""
    parts_of = urlsplit(address)
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and "\\" not in address
    return address if inside and not parts_of.netloc and not parts_of.scheme else "/"


def end_session() -> None:
    """Sign out: a copy of the cookie opens nothing either."""
    if _ID in session:
        parts().accounts.end_session(session[_ID])
    logout_user()
    session.clear()


def enter(account: Account, following: str) -> Response:
    """After a good password or link: in, or to the code that this account asks for besides."""
    if not account.has_two_steps:
        begin_session(account)
        return redirect(following, 303)
    session.clear()
    session[_HALF] = [account.id, account.session_version, time.time() + HALF_SECONDS, following]
    return redirect(url_for("two_steps.ask"), 303)


def owes_second_step(account: Account) -> bool:
    """Whether this site asks this account for a second step that is not set up yet: until then it may do nothing."""
    rule = parts().settings.two_steps
    is_asked = rule == "everybody" or (rule == "administrators" and may(account.viewer, Act.MANAGE_USERS))
    return is_asked and not account.has_two_steps


def half_signed_in() -> tuple[Account, str] | None:
    """Who gave the password a moment ago and owes the code, and where they were going."""
    user_id, version, until, following = session.get(_HALF, (0, 0, 0.0, "/"))
    if time.time() > until:
        return None
    account = parts().accounts.get(user_id)
    return (account, following) if account.is_active and account.session_version == version else None


def tell_change(user_id: int) -> None:
    """Tell the owner of an account, by mail when there is one, that how they sign in has changed."""
    if parts().settings.sends_mail:
        parts().accounts.tell_change(user_id)
