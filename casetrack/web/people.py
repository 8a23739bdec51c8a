"""Accounts, for administrators: invitations by letter or by link, roles, closing, the second step of who lost it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.errors import Refused
from casetrack.model import UserRole
from casetrack.web import sudo
from casetrack.web.context import parts, viewer_for
from casetrack.web.security import limiter
from casetrack.web.sessions import tell_change

pages = Blueprint("people", __name__)


@pages.get("/utilisateurs")
def listing() -> str:
    viewer_for(Act.MANAGE_USERS)
    return _page()


def _page(shown: int | None = None) -> str:
    """The accounts; ``shown`` is the one whose link is wanted. A letter that failed shows its link too."""
    accounts, posted = parts().accounts, parts().accounts.letters()
    failed = {user_id for user_id, letter in posted.items() if letter.state == "failed"}
    links = {
        account.id: _link(account.id)
        for account in accounts.list()
        if account.is_active and account.id in failed | {shown}
    }
    return render_template(
        "people/users.html",
        people=accounts.list(),
        roles=UserRole,
        letters=posted,
        links=links,
        shown=shown,
        confirmed=sudo.is_confirmed(),
    )


def _link(user_id: int) -> str:
    word, base = parts().accounts.make_link(user_id), parts().settings.base_url.rstrip("/")
    # The site's own address when it is set: the one a request claims could be another's.
    return base + url_for("auth.set_password", word=word, _external=not base)


@pages.post("/utilisateurs")
def invite() -> str | Response:
    """Open an account; its link leaves by mail, or is shown once to be handed over."""
    viewer_for(Act.MANAGE_USERS)
    made = parts().accounts.create(
        email=request.form.get("email", ""), name=request.form.get("name", ""), role=_role(request.form.get("role"))
    )
    return letter(made.id) if parts().settings.sends_mail else _page(made.id)


@pages.post("/utilisateurs/<int:user_id>/lien")
def link(user_id: int) -> str:
    viewer_for(Act.MANAGE_USERS)
    parts().accounts.get(user_id)
    return _page(user_id)


@pages.post("/utilisateurs/<int:user_id>/courriel")
@limiter.limit("60 per hour")
def letter(user_id: int) -> Response:
    """Send the link by mail. The worker sends: this page waits for no server."""
    looking = viewer_for(Act.MANAGE_USERS)
    if not parts().settings.sends_mail:
        raise Refused("Ce site n’envoie pas de courriel : remettez le lien vous-même.")
    parts().accounts.invite_by_letter(user_id, by=looking.user_id)
    flash("Le courriel part. S’il n’arrive pas, cette page dira pourquoi et donnera le lien.")
    return redirect(url_for("people.listing"), 303)


@pages.post("/utilisateurs/<int:user_id>/une-etape")
@limiter.limit("20 per hour")
def one_step(user_id: int) -> Response:
    """Take the second step away from somebody who lost it; the password of the administrator is asked for."""
    looking = viewer_for(Act.MANAGE_USERS)
    sudo.confirm()
    parts().accounts.remove_two_steps(user_id, by=looking)
    tell_change(user_id)
    flash("Seconde étape retirée : le mot de passe suffit de nouveau.")
    return redirect(url_for("people.listing"), 303)


@pages.post("/utilisateurs/<int:user_id>/role")
def role(user_id: int) -> Response:
    viewer_for(Act.MANAGE_USERS)
    parts().accounts.set_role(user_id, _role(request.form.get("role")))
    flash("Rôle enregistré.")
    return redirect(url_for("people.listing"), 303)


@pages.post("/utilisateurs/<int:user_id>/etat")
def state(user_id: int) -> Response:
    """Close or reopen an account; closing ends its sessions at once."""
    viewer_for(Act.MANAGE_USERS)
    is_active = request.form.get("active") == "oui"
    parts().accounts.set_active(user_id, is_active)
    flash("Compte rouvert." if is_active else "Compte fermé, ses sessions aussi.")
    return redirect(url_for("people.listing"), 303)


def _role(value: str | None) -> UserRole:
    try:
        return UserRole(value or "")
    except ValueError as error:
        raise Refused("Choisissez un rôle.") from error
