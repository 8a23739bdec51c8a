"""Publishing with its preview, erasing, and what anybody may ask: signal, correct, answer."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.casebook.answering import GENRES
from casetrack.casebook.publishing import CHECKS
from casetrack.errors import Refused
from casetrack.web import sudo
from casetrack.web.context import casebook, viewer, viewer_for
from casetrack.web.said import done
from casetrack.web.security import limiter

pages = Blueprint("publishing", __name__)
WORDS_MOST = 100


@pages.get("/documents/<int:document_id>/publier")
def preview(document_id: int) -> str:
    """What the public would read, with what an editor masks besides or leaves in clear."""
    looking = viewer_for(Act.PUBLISH)
    seen = casebook().preview(document_id, viewer=looking, also=_lines("aussi"), keep=_lines("laisser"))
    return render_template(
        "publishing/preview.html", seen=seen, checks=CHECKS, pieces=_marked(seen), confirmed=sudo.is_confirmed()
    )


def _lines(name: str) -> tuple[str, ...]:
    said = request.values.get(name, "")
    return tuple(line.strip()[:80] for line in said.splitlines() if line.strip())[:WORDS_MOST]


def _marked(seen: object) -> list[tuple[str, bool]]:
    """(words, is a mask), in order: the same characters as the public will read."""
    text: str = seen.text  # type: ignore[attr-defined]
    found, last = [], 0
    for _start, _end, start, end, _label in seen.pieces:  # type: ignore[attr-defined]
        found += [(text[last:start], False), (text[start:end], True)]
        last = end
    return [(words, is_mask) for words, is_mask in [*found, (text[last:], False)] if words]


@pages.post("/documents/<int:document_id>/publier")
@limiter.limit("30 per hour")
def publish(document_id: int) -> Response:
    """Publish the text of the preview, once each point is answered for and the password given."""
    looking = viewer_for(Act.PUBLISH)
    if not request.form.get("stamp"):
        raise Refused("Relisez d’abord l’aperçu : on ne publie que ce qu’on a lu.")
    sudo.confirm()
    act = casebook().publish(
        document_id,
        viewer=looking,
        stamp=request.form["stamp"],
        checks=request.form.getlist("checked"),
        also=_lines("aussi"),
        keep=_lines("laisser"),
    )
    done(act)
    return redirect(url_for("documents.document", document_id=document_id), 303)


# ---------------------------------------------------------------------------------------- erasure


@pages.get("/documents/<int:document_id>/effacer")
def erasure(document_id: int) -> str:
    looking = viewer_for(Act.ERASE)
    found = casebook().erased_with(document_id, viewer=looking)
    return render_template("publishing/erasure.html", found=found, confirmed=sudo.is_confirmed(), number=document_id)


@pages.post("/documents/<int:document_id>/effacer")
@limiter.limit("30 per hour")
def erase(document_id: int) -> Response:
    """Erase for good; the word « effacer » must be typed."""
    looking = viewer_for(Act.ERASE)
    if request.form.get("word", "").strip().lower() != "effacer":
        raise Refused("Tapez le mot « effacer » pour confirmer : ce geste ne s’annule pas.")
    sudo.confirm()
    flash(casebook().erase_document(document_id, request.form.get("why", ""), viewer=looking).said)
    return redirect("/documents/", 303)


# --------------------------------------------------------------------------------------- requests


@pages.get("/demander")
def asking() -> str:
    """The form, for ``?sur=document:12`` or ``?sur=case:slug``."""
    target = request.args.get("sur", "")
    title, _ = casebook().asked_about(target, viewer=viewer())
    return render_template("publishing/asking.html", target=target, title=title, genres=GENRES)


@pages.post("/demander")
@limiter.limit("5 per hour; 20 per day")
def ask() -> Response:
    form = request.form
    target = form.get("sur", "")
    act = casebook().ask(
        target, form.get("genre", ""), form.get("message", ""), form.get("contact", ""), viewer=viewer()
    )
    flash(act.said)
    kind, _, name = target.partition(":")
    return redirect(f"/affaires/{name}" if kind == "case" else f"/documents/{name}", 303)


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
