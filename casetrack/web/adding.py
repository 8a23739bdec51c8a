"""Adding documents: files, pasted text, an address; and following their reading."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.errors import Refused
from casetrack.model import Viewer
from casetrack.web.context import casebook, viewer_for
from casetrack.web.security import limiter

pages = Blueprint("adding", __name__)
MOST_FILES = 200


@pages.get("/ajouter")
def form() -> str:
    looking = viewer_for(Act.ADD)
    return render_template(
        "adding/add.html", cases=casebook().cases(viewer=looking), tasks=casebook().tasks(viewer=looking)
    )


def chosen_case(looking: Viewer) -> str:
    """Where to put what is sent: the case that the form names, opened now, else the one it chose, else none."""
    title = request.form.get("new_case", "").strip()
    return casebook().create_case(title, viewer=looking).slug if title else request.form.get("case", "")


@pages.post("/ajouter/fichiers")
@limiter.limit("60 per minute")
def upload() -> Response:
    looking = viewer_for(Act.ADD)
    sent = [file for file in request.files.getlist("files") if file.filename]
    if not sent:
        raise Refused("Aucun fichier n’est arrivé : choisissez-en au moins un.")
    if len(sent) > MOST_FILES:
        raise Refused(f"Envoyez au plus {MOST_FILES} fichiers à la fois, ou un ZIP.")
    files = [(file.filename or "sans-nom", file.stream.read()) for file in sent]
    return followed(casebook().upload(files, viewer=looking, case=chosen_case(looking)))


@pages.post("/ajouter/texte")
@limiter.limit("60 per minute")
def paste() -> Response:
    looking = viewer_for(Act.ADD)
    form = request.form
    try:
        day = dt.date.fromisoformat(form["published_on"]) if form.get("published_on") else None
    except ValueError as error:
        raise Refused("La date doit s’écrire AAAA-MM-JJ, par exemple 2021-03-12.") from error
    batch = casebook().paste(
        form.get("text", ""),
        viewer=looking,
        title=form.get("title", ""),
        publisher=form.get("publisher", ""),
        published_on=day,
        case=chosen_case(looking),
    )
    return followed(batch)


@pages.post("/ajouter/adresse")
@limiter.limit("30 per minute")
def address() -> Response:
    looking = viewer_for(Act.ADD)
    wanted = request.form.get("address", "").strip()
    if not wanted.startswith(("http://", "https://")):
        raise Refused("L’adresse doit commencer par https:// ou http://.")
    return followed(casebook().add_address(wanted, viewer=looking, case=chosen_case(looking)))


def followed(batch: str) -> Response:
    return redirect(url_for("adding.progress", batch=batch), 303)


@pages.get("/ajouter/suivi/<batch>")
def progress(batch: str) -> str:
    """Where the files of one sending stand; reload to know more, or let the page do it."""
    found = casebook().batch(batch, viewer=viewer_for(Act.ADD))
    return render_template("adding/progress.html", batch=batch, tasks=found, alone="part" in request.args)
