"""Signing in and out, one's own account, a forgotten password, links that set one."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response

from casetrack.errors import Refused
from casetrack.web.context import parts
from casetrack.web.security import limiter
from casetrack.web.sessions import begin_session, end_session, enter, safe_next, tell_change

pages = Blueprint("auth", __name__)
_SAME_ANSWER = "Adresse ou mot de passe inexact. Vérifiez les deux."


def _typed_address() -> str:
    """What rate limits count besides the machine: the address of mail, as people type it."""
    return request.form.get("email", "").strip().lower()[:254]


@pages.get("/connexion")
def sign_in() -> str | Response:
    following = safe_next(request.args.get("suite") or request.args.get("next") or "/")
    if current_user.is_authenticated:
        return redirect(following)
    return render_template("auth/sign_in.html", following=following)


@pages.post("/connexion")
@limiter.limit("10 per minute; 60 per hour")
@limiter.limit("20 per hour", key_func=_typed_address)
def sign_in_now() -> str | Response | tuple[str, int]:
    email, password = request.form.get("email", ""), request.form.get("password", "")
    following = safe_next(request.form.get("suite", "/"))
    account = parts().accounts.sign_in(email, password)
    if account is None:
        page = render_template("auth/sign_in.html", following=following, email=email, wrong=_SAME_ANSWER)
        return page, 422
    return enter(account, following)


@pages.post("/deconnexion")
def sign_out() -> Response:
    end_session()
    return redirect("/", 303)


@pages.get("/compte")
@login_required  # type: ignore[untyped-decorator]
def account() -> str:
    return render_template("auth/account.html", account=current_user.account)


@pages.post("/compte/mot-de-passe")
@login_required  # type: ignore[untyped-decorator]
@limiter.limit("10 per hour")
def change_password() -> str | Response | tuple[str, int]:
    form = request.form
    try:
        if form.get("new", "") != form.get("again", ""):
            raise Refused("Les deux saisies du nouveau mot de passe diffèrent.")
        changed = parts().accounts.change_password(
            current_user.account.id, current=form.get("current", ""), new=form.get("new", "")
        )
    except Refused as error:
        return render_template("auth/account.html", account=current_user.account, wrong=str(error)), 422
    begin_session(changed)
    tell_change(changed.id)
    flash("Mot de passe changé. Vos autres sessions sont fermées.")
    return redirect(url_for("auth.account"), 303)


@pages.post("/compte/fermer-les-sessions")
@login_required  # type: ignore[untyped-decorator]
def end_sessions() -> Response:
    """Sign out everywhere but here."""
    user_id = current_user.account.id
    parts().accounts.end_sessions(user_id)
    begin_session(parts().accounts.get(user_id))
    flash("Vos autres sessions sont fermées.")
    return redirect(url_for("auth.account"), 303)


@pages.get("/mot-de-passe-oublie")
def forgotten() -> str:
    return render_template("auth/forgotten.html")


@pages.post("/mot-de-passe-oublie")
@limiter.limit("5 per hour; 20 per day")
@limiter.limit("3 per hour", key_func=_typed_address)
def forgotten_now() -> str | tuple[str, int]:
    """Queue a letter: the same answer and the same work whether somebody has this address or not."""
    if not parts().settings.sends_mail:
        raise Refused("Ce site n’envoie pas de courriel : demandez un lien à un administrateur.")
    email = request.form.get("email", "")
    try:
        parts().accounts.ask_letter(email)
    except Refused as error:
        return render_template("auth/forgotten.html", email=email, wrong=str(error)), 422
    return render_template("auth/forgotten.html", sent=True)


@pages.get("/mot-de-passe/<word>")
@limiter.limit("30 per hour")
def set_password(word: str) -> str:
    return render_template("auth/set_password.html", word=word, account=parts().accounts.read_link(word))


@pages.post("/mot-de-passe/<word>")
@limiter.limit("30 per hour")
def set_password_now(word: str) -> str | Response | tuple[str, int]:
    form = request.form
    owner = parts().accounts.read_link(word)
    try:
        if form.get("new", "") != form.get("again", ""):
            raise Refused("Les deux saisies diffèrent.")
        entering = enter(parts().accounts.use_link(word, form.get("new", "")), "/")
    except Refused as error:
        return render_template("auth/set_password.html", word=word, account=owner, wrong=str(error)), 422
    if owner.has_password:
        tell_change(owner.id)
    flash("Votre mot de passe est enregistré.")
    return entering
