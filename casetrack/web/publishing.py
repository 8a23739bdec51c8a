"""Publishing with its preview, erasing, and what anybody may ask: signal, correct, answer."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.casebook.answering import GENRES
from casetrack.casebook.publishing import CHECKS, Preview
from casetrack.errors import NotAllowed, Refused
from casetrack.model import Viewer
from casetrack.web import sudo
from casetrack.web.context import casebook, viewer, viewer_for
from casetrack.web.said import done
from casetrack.web.security import limiter
from casetrack.web.text_view import tied

pages = Blueprint("publishing", __name__)
WORDS_MOST = 100


@pages.get("/documents/<int:document_id>/publier")
def preview(document_id: int) -> str:
    """What the public would read, with what an editor masks besides or leaves in clear."""
    return _preview(document_id, viewer_for(Act.PUBLISH))


def _preview(document_id: int, looking: Viewer, wrong: str = "") -> str:
    """The page; ``wrong`` says why nothing was published, and what was ticked stays ticked."""
    seen = casebook().preview(document_id, viewer=looking, also=_lines("aussi"), keep=_lines("laisser"))
    return render_template(
        "publishing/preview.html",
        seen=seen,
        checks=CHECKS,
        ticked=request.form.getlist("checked"),
        paragraphs=_paragraphs(seen),
        confirmed=sudo.is_confirmed(),
        wrong=wrong,
    )


def _lines(name: str) -> tuple[str, ...]:
    said = request.values.get(name, "")
    return tuple(line.strip()[:80] for line in said.splitlines() if line.strip())[:WORDS_MOST]


def _paragraphs(seen: Preview) -> list[list[tuple[Markup, bool]]]:
    """The lines of the text, each as (words, is a mask), in order: the same characters as the public will read."""
    found: list[list[tuple[str, bool]]] = [[]]
    last = 0
    for _start, _end, start, end, _label in (*seen.pieces, (0, 0, len(seen.text), len(seen.text), "")):
        first, *others = seen.text[last:start].split("\n")
        found[-1].append((first, False))
        found += [[(line, False)] for line in others]
        if start < end:
            found[-1].append((seen.text[start:end], True))
        last = end
    return [[(tied(words), is_mask) for words, is_mask in line] for line in found if any(w.strip() for w, _ in line)]


@pages.post("/documents/<int:document_id>/publier")
@limiter.limit("30 per hour")
def publish(document_id: int) -> Response | tuple[str, int]:
    """Publish the text of the preview, once each point is answered for and the password given; else the page again."""
    looking = viewer_for(Act.PUBLISH)
    if not request.form.get("stamp"):
        raise Refused("Relisez d’abord l’aperçu : on ne publie que ce qu’on a lu.")
    try:
        sudo.confirm()
        act = casebook().publish(
            document_id,
            viewer=looking,
            stamp=request.form["stamp"],
            checks=request.form.getlist("checked"),
            also=_lines("aussi"),
            keep=_lines("laisser"),
        )
    except NotAllowed:
        raise
    except Refused as error:
        return _preview(document_id, looking, str(error)), 400
    done(act)
    return redirect(url_for("documents.document", document_id=document_id), 303)


# ---------------------------------------------------------------------------------------- erasure


@pages.get("/documents/<int:document_id>/effacer")
def erasure(document_id: int) -> str:
    return _erasure(document_id, viewer_for(Act.ERASE))


def _erasure(document_id: int, looking: Viewer, wrong: str = "") -> str:
    """The page; ``wrong`` says why nothing was erased."""
    found = casebook().erased_with(document_id, viewer=looking)
    return render_template(
        "publishing/erasure.html", found=found, confirmed=sudo.is_confirmed(), number=document_id, wrong=wrong
    )


@pages.post("/documents/<int:document_id>/effacer")
@limiter.limit("30 per hour")
def erase(document_id: int) -> Response | tuple[str, int]:
    """Erase for good; the word « effacer » must be typed."""
    looking = viewer_for(Act.ERASE)
    try:
        if request.form.get("word", "").strip().lower() != "effacer":
            raise Refused("Tapez le mot « effacer » pour confirmer : ce geste ne s’annule pas.")
        sudo.confirm()
        act = casebook().erase_document(document_id, request.form.get("why", ""), viewer=looking)
    except NotAllowed:
        raise
    except Refused as error:
        return _erasure(document_id, looking, str(error)), 400
    flash(act.said)
    return redirect("/documents/", 303)


# --------------------------------------------------------------------------------------- requests


@pages.get("/demander")
def asking() -> str:
    """The form, for ``?sur=document:12`` or ``?sur=case:slug``."""
    return _asking(request.args.get("sur", ""))


def _asking(target: str, wrong: str = "") -> str:
    """The page; ``wrong`` says why the request was not taken, and what was typed stays."""
    title, _ = casebook().asked_about(target, viewer=viewer())
    return render_template(
        "publishing/asking.html", target=target, title=title, path=_path(target), genres=GENRES, wrong=wrong
    )


def _path(target: str) -> str:
    kind, _, name = target.partition(":")
    return f"/affaires/{name}" if kind == "case" else f"/documents/{name}"


@pages.post("/demander")
@limiter.limit("5 per hour; 20 per day")
def ask() -> Response | tuple[str, int]:
    form = request.form
    target = form.get("sur", "")
    try:
        act = casebook().ask(
            target, form.get("genre", ""), form.get("message", ""), form.get("contact", ""), viewer=viewer()
        )
    except NotAllowed:
        raise
    except Refused as error:
        return _asking(target, str(error)), 400
    flash(act.said)
    return redirect(_path(target), 303)


@pages.post("/demandes/<int:suggestion_id>/repondre")
def reply(suggestion_id: int) -> Response:
    done(casebook().reply(suggestion_id, request.form.get("body", ""), viewer=viewer_for(Act.PUBLISH)))
    return redirect(url_for("review.queue", genre="request"), 303)


@pages.post("/reponses/<int:reply_id>/retirer")
def withdraw_reply(reply_id: int) -> Response:
    looking = viewer_for(Act.PUBLISH)
    done(casebook().withdraw_reply(reply_id, viewer=looking))
    following = request.form.get("suite", "")
    inside = following.startswith("/") and not following.startswith(("//", "/\\"))
    return redirect(following if inside else "/", 303)
