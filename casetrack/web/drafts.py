"""From a draft: check the references and quotations of a request being written. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, render_template, request

from casetrack.casebook.programs import text_of_file
from casetrack.errors import Refused, Unreadable
from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter

pages = Blueprint("drafts", __name__)
VERDICTS: Mapping[str, str] = {
    "exact": "Exact",
    "connu": "Suivie ici, sans son texte",
    "autre-date": "La date ne correspond pas",
    "autre-numero": "Le numéro ne correspond pas",
    "autre-juridiction": "La juridiction ne correspond pas",
    "autre-nom": "Le nom ne correspond pas",
    "altere": "La citation n’est pas exacte",
    "absent": "Absente d’ici",
    "homonymes": "Plusieurs décisions portent ce numéro",
    "par-une-partie": "Ces mots sont ceux d’une partie",
    "annule": "Décision annulée depuis",
    "modifie": "Mesures modifiées depuis",
    "remplace": "Texte remplacé depuis",
    "ailleurs": "Autre ordre de juridiction, non vérifiée",
}
FINE = ("exact", "connu", "ailleurs")
"""The verdicts that ask for nothing."""
LEANINGS: Mapping[str, str] = {"pour": "contre l’administration", "contre": "pour l’administration"}


@pages.get("/verifier-un-projet")
def form() -> str:
    return render_template("drafts/draft.html", draft=None, text="")


@pages.post("/verifier-un-projet")
@limiter.limit("20 per minute")
def check() -> Response:
    """The remarks, in the order of the text. Neither the text nor the file is stored anywhere."""
    text, wrong, found = request.form.get("text", ""), "", None
    file = request.files.get("file")
    try:
        if file and file.filename:
            text = text_of_file(casebook(), file.read(), file.filename)
        if not text.strip():
            raise Refused("Collez un texte, ou choisissez un fichier.")
        found = casebook().check_draft(text, viewer=viewer())
    except (Unreadable, Refused) as error:
        wrong = str(error)
    page = make_response(
        render_template(
            "drafts/draft.html", draft=found, text=text, wrong=wrong, verdicts=VERDICTS, fine=FINE, leanings=LEANINGS
        ),
        422 if wrong else 200,
    )
    page.headers["Cache-Control"] = "no-store"
    return page
