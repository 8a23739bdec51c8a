"""The second step of signing in: asked for after the password; set up and taken away in « Mon compte »."""

from __future__ import annotations

import segno
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user, login_required
from markupsafe import Markup
from werkzeug.wrappers import Response

from casetrack.errors import Refused
from casetrack.web import sudo
from casetrack.web.context import parts, viewer
from casetrack.web.security import limiter
from casetrack.web.sessions import begin_session, half_signed_in, owes_second_step, tell_change

pages = Blueprint("two_steps", __name__)
_WRONG = "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, ou tapez un code de secours."


def _half_user() -> str:
    half = half_signed_in()
    return str(half[0].id) if half else "nobody"


@pages.get("/connexion/code")
def ask() -> str | Response:
    if half_signed_in() is None:
        return redirect(url_for("auth.sign_in"))
    return render_template("auth/code.html")


@pages.post("/connexion/code")
@limiter.limit("10 per minute; 60 per hour")
@limiter.limit("5 per 5 minutes; 20 per hour", key_func=_half_user)
def check() -> Response | tuple[str, int]:
    half = half_signed_in()
    if half is None:
        return redirect(url_for("auth.sign_in"), 303)
    account, following = half
    if not parts().accounts.check_code(account.id, request.form.get("code", "")):
        return render_template("auth/code.html", wrong=_WRONG), 422
    begin_session(account)
    return redirect(following, 303)


# --------------------------------------------------------------------------------------- one's own account


@pages.get("/compte/deux-etapes")
@login_required  # type: ignore[untyped-decorator]
def show() -> str:
    return _page()


def _page(*, wrong: str = "", codes: tuple[str, ...] = ()) -> str:
    accounts, account = parts().accounts, parts().accounts.get(current_user.account.id)
    waiting = accounts.preparation(account.id)
    return render_template(
        "auth/two_steps.html",
        account=account,
        waiting=waiting,
        picture=_picture(waiting.address) if waiting else "",
        left=accounts.recovery_codes_left(account.id),
        codes=codes,
        wrong=wrong,
        confirmed=sudo.is_confirmed(),
        owed=owes_second_step(account),
    )


def _picture(address: str) -> Markup:
    """A QR code as inline SVG, dark on light whatever the page's colours: telephones read no other."""
    code = segno.make_qr(address, error="m")
    return Markup(
        code.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="qr", title="Code à photographier")
    )


@pages.post("/compte/deux-etapes/preparer")
@login_required  # type: ignore[untyped-decorator]
@limiter.limit("20 per hour")
def prepare() -> Response:
    sudo.confirm()
    parts().accounts.prepare_two_steps(current_user.account.id)
    return redirect(url_for("two_steps.show"), 303)


@pages.post("/compte/deux-etapes/activer")
@login_required  # type: ignore[untyped-decorator]
@limiter.limit("20 per hour")
def confirm() -> str | tuple[str, int]:
    """Turn it on with a first code. The recovery codes are on this page and nowhere else, ever."""
    accounts, user_id = parts().accounts, current_user.account.id
    try:
        codes = accounts.confirm_two_steps(user_id, request.form.get("code", ""))
    except Refused as error:
        return _page(wrong=str(error)), 422
    begin_session(accounts.get(user_id))
    tell_change(user_id)
    return _page(codes=codes)


@pages.post("/compte/deux-etapes/retirer")
@login_required  # type: ignore[untyped-decorator]
@limiter.limit("20 per hour")
def remove() -> Response:
    sudo.confirm()
    parts().accounts.remove_two_steps(current_user.account.id, by=viewer())
    tell_change(current_user.account.id)
    if not owes_second_step(parts().accounts.get(current_user.account.id)):
        flash("La seconde étape est retirée : le mot de passe suffit de nouveau.")
    return redirect(url_for("two_steps.show"), 303)
