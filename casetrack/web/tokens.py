"""Personal tokens for programs: made, listed and taken back by their owner."""

from __future__ import annotations

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response as AnyResponse

from casetrack.accounts import PUBLIC_SCOPE, READ_SCOPE
from casetrack.errors import Refused
from casetrack.web.context import parts
from casetrack.web.security import limiter

pages = Blueprint("tokens", __name__)
SCOPES = {READ_SCOPE: "tout ce que je peux lire", PUBLIC_SCOPE: "la part publique seulement"}


@pages.get("/compte/jetons")
@login_required  # type: ignore[untyped-decorator]
def listing() -> Response:
    return _page()


@pages.post("/compte/jetons")
@login_required  # type: ignore[untyped-decorator]
@limiter.limit("20 per hour")
def make() -> Response:
    """The new token is on this page and nowhere else, ever."""
    try:
        name, scope = request.form.get("name", ""), request.form.get("scope", READ_SCOPE)
        word = parts().accounts.make_token(current_user.account.id, name, scope)
    except Refused as error:
        return _page(wrong=str(error), status=422)
    return _page(word=word)


def _page(*, word: str = "", wrong: str = "", status: int = 200) -> Response:
    held = parts().accounts.list_tokens(current_user.account.id)
    page = make_response(
        render_template("tokens/tokens.html", tokens=held, word=word, wrong=wrong, scopes=SCOPES), status
    )
    page.headers["Cache-Control"] = "no-store"
    return page


@pages.post("/compte/jetons/<int:token_id>/retirer")
@login_required  # type: ignore[untyped-decorator]
def remove(token_id: int) -> AnyResponse:
    parts().accounts.remove_token(current_user.account.id, token_id)
    flash("Jeton retiré : le programme qui s’en servait n’entre plus.")
    return redirect(url_for("tokens.listing"), 303)
