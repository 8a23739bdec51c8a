"""Confirmation by password before what cannot be taken lightly: publishing, erasing. Good for five minutes."""

from __future__ import annotations

import time

from flask import request, session
from flask_login import current_user

from casetrack.errors import Refused
from casetrack.web.context import parts

SECONDS = 300
_KEY = "confirmed_until"


def is_confirmed() -> bool:
    """Whether this person gave the password a moment ago, in this session."""
    until, user = session.get(_KEY, (0.0, 0))
    return bool(current_user.is_authenticated and user == current_user.account.id and time.time() < until)


def confirm() -> None:
    """Take the password of the form, unless one was given a moment ago. Raises `Refused`."""
    if is_confirmed():
        return
    account = current_user.account
    found = parts().accounts.sign_in(account.email, request.form.get("password", ""))
    if found is None or found.id != account.id:
        raise Refused("Le mot de passe n’est pas le bon : rien n’a été fait.")
    session[_KEY] = (time.time() + SECONDS, account.id)
