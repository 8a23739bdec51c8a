"""Signing in and out, one's own account, links that set a password."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Flask, flash, redirect, render_template, request, session, url_for
from flask_login import LoginManager, current_user, login_required, login_user, logout_user
from werkzeug.wrappers import Response

from casetrack.accounts import Account
from casetrack.errors import NotFound, Refused
from casetrack.web.context import parts
from casetrack.web.security import limiter

pages = Blueprint("auth", __name__)
_SAME_ANSWER = "Adresse ou mot de passe inexact. Vérifiez les deux, ou demandez un lien à un administrateur."


class SignedIn:
    """What Flask-Login keeps of an account; its identifier dies with the session version."""

    is_authenticated = True
    is_anonymous = False

    def __init__(self, account: Account) -> None:
        self.account = account

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
        user_id, _, version = identifier.partition(".")
        try:
            account = parts().accounts.get(int(user_id))
        except (NotFound, ValueError):
            return None
        return SignedIn(account) if account.is_active and str(account.session_version) == version else None


def begin_session(account: Account) -> None:
    """Sign in with a new session, so that nothing planted before the sign-in survives it."""
    session.clear()
    login_user(SignedIn(account))


def safe_next(address: str) -> str:
    """Where to go after signing in: an address of this site, else the home page."""
    parts_of = urlsplit(address)
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and "\\" not in address
    return address if inside and not parts_of.netloc and not parts_of.scheme else "/"


@pages.get("/connexion")
def sign_in() -> str | Response:
    following = safe_next(request.args.get("suite") or request.args.get("next") or "/")
    if current_user.is_authenticated:
        return redirect(following)
    return render_template("auth/sign_in.html", following=following)


@pages.post("/connexion")
@limiter.limit("10 per minute; 60 per hour")
@limiter.limit("20 per hour", key_func=lambda: request.form.get("email", "").strip().lower()[:254])
def sign_in_now() -> str | Response | tuple[str, int]:
    email, password = request.form.get("email", ""), request.form.get("password", "")
    following = safe_next(request.form.get("suite", "/"))
    account = parts().accounts.sign_in(email, password)
    if account is None:
        page = render_template("auth/sign_in.html", following=following, email=email, wrong=_SAME_ANSWER)
        return page, 422
    begin_session(account)
    return redirect(following, 303)


@pages.post("/deconnexion")
def sign_out() -> Response:
    logout_user()
    session.clear()
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
        begin_session(parts().accounts.use_link(word, form.get("new", "")))
    except Refused as error:
        return render_template("auth/set_password.html", word=word, account=owner, wrong=str(error)), 422
    flash("Votre mot de passe est enregistré : bienvenue.")
    return redirect("/", 303)
