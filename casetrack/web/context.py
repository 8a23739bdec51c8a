"""What hangs on the application and on the request: the casebook, the settings, the accounts, who is looking."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request
from flask_login import current_user

from casetrack.accounts import Accounts, Act, require
from casetrack.casebook import Casebook
from casetrack.model import ANONYMOUS, Viewer
from casetrack.settings import Settings

_KEY = "casetrack"


@dataclass(frozen=True, slots=True)
class Parts:
    """What every view may ask for."""

    casebook: Casebook
    settings: Settings
    accounts: Accounts


def install(app: Flask, casebook: Casebook, settings: Settings, accounts: Accounts) -> None:
    app.extensions[_KEY] = Parts(casebook, settings, accounts)


def parts() -> Parts:
    """The parts of the running application."""
    found = current_app.extensions[_KEY]
    assert isinstance(found, Parts)
    return found


def site_address() -> str:
    """The root of absolute addresses, without its last slash."""
    return (parts().settings.base_url or request.host_url).rstrip("/")


def casebook() -> Casebook:
    return parts().casebook


def viewer() -> Viewer:
    """Who is looking: the person signed in, or a visitor."""
    return current_user.account.viewer if current_user.is_authenticated else ANONYMOUS


def viewer_for(act: Act) -> Viewer:
    """Who is looking, once known to be allowed this act. Raises `NotAllowed`."""
    looking = viewer()
    require(looking, act)
    return looking
