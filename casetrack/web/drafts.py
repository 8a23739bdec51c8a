"""From a draft: check the references and quotations of a request being written. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, render_template, request

from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter

pages = Blueprint("drafts", __name__)
VERDICTS: Mapping[str, str] = {
    "exact": "Exact",
    "autre-date": "La date ne correspond pas",
    "autre-numero": "Le numéro ne correspond pas",
    "altere": "La citation n’est pas exacte",
    "absent": "Absente d’ici",
    "homonymes": "Plusieurs décisions portent ce numéro",
    "par-une-partie": "Ces mots sont ceux d’une partie",
    "annule": "Décision annulée depuis",
    "modifie": "Mesures modifiées depuis",
}


@pages.get("/verifier-un-projet")
def form() -> str:
    return render_template("drafts/draft.html", draft=None, text="")


@pages.post("/verifier-un-projet")
@limiter.limit("20 per minute")
def check() -> Response:
    """The remarks, in the order of the text. The text itself is not stored anywhere."""
    text = request.form.get("text", "")
    found = casebook().check_draft(text, viewer=viewer()) if text.strip() else None
    page = make_response(render_template("drafts/draft.html", draft=found, text=text, verdicts=VERDICTS))
    page.headers["Cache-Control"] = "no-store"
    return page
