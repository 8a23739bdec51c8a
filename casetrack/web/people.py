"""Accounts, for administrators: invitation links, roles, closing."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.errors import Refused
from casetrack.model import UserRole
from casetrack.web.context import parts, viewer_for

pages = Blueprint("people", __name__)


@pages.get("/utilisateurs")
def listing() -> str:
    viewer_for(Act.MANAGE_USERS)
    return render_template("people/users.html", people=parts().accounts.list(), roles=UserRole)


@pages.post("/utilisateurs")
def invite() -> str:
    """Open an account; its link is shown once, to be handed over."""
    viewer_for(Act.MANAGE_USERS)
    made = parts().accounts.create(
        email=request.form.get("email", ""), name=request.form.get("name", ""), role=_role(request.form.get("role"))
    )
    return _with_link(made.id)


@pages.post("/utilisateurs/<int:user_id>/lien")
def link(user_id: int) -> str:
    viewer_for(Act.MANAGE_USERS)
    return _with_link(user_id)


def _with_link(user_id: int) -> str:
    accounts = parts().accounts
    word, base = accounts.make_link(user_id), parts().settings.base_url.rstrip("/")
    # The site's own address when it is set: the one a request claims could be another's.
    address = base + url_for("auth.set_password", word=word, _external=not base)
    return render_template(
        "people/users.html", people=accounts.list(), roles=UserRole, link=address, invited=accounts.get(user_id)
    )


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
