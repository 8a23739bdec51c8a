"""« À vérifier »: one queue for everything a person should decide."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.web import facts_said
from casetrack.web.context import casebook, viewer_for
from casetrack.web.said import done

pages = Blueprint("review", __name__)
PER_PAGE = 20
KINDS = {
    "conflict": "contradictions",
    "alias": "noms",
    "attach": "rattachements",
    "fact": "lectures",
    "request": "demandes",
}


@pages.get("/a-verifier")
def queue() -> str:
    looking = viewer_for(Act.REVIEW)
    kind = request.args.get("genre", "")
    page = max(request.args.get("page", 1, type=int), 1)
    found = casebook().review_queue(viewer=looking, kind=kind, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    pages_count = max(-(-found.total // PER_PAGE), 1)
    return render_template(
        "review/queue.html", queue=found, kind=kind, kinds=KINDS, said=facts_said, page=page, pages=pages_count
    )


@pages.post("/a-verifier/<int:suggestion_id>")
def decide(suggestion_id: int) -> Response:
    """Answer a question: ``reponse=oui`` does it, ``non`` remembers not to ask again."""
    looking = viewer_for(Act.REVIEW)
    done(casebook().decide(suggestion_id, request.form.get("reponse") == "oui", viewer=looking))
    return redirect(url_for("review.queue", genre=request.form.get("genre") or None), 303)


@pages.post("/a-verifier/contradictions/<key>")
def keep(key: str) -> Response:
    """Keep one of the values between which sources disagree."""
    looking = viewer_for(Act.REVIEW)
    done(casebook().keep_one(key, request.form.get("champ", ""), request.form.get("valeur", ""), viewer=looking))
    return redirect(url_for("review.queue", genre=request.form.get("genre") or None), 303)
