"""The journal of human acts, and undo."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.web.context import casebook, viewer_for

pages = Blueprint("journal", __name__)
PER_PAGE = 50


@pages.get("/journal")
def entries() -> str:
    page = max(request.args.get("page", 1, type=int), 1)
    rows = casebook().journal(viewer=viewer_for(Act.UNDO_OWN), limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE)
    return render_template("journal/journal.html", rows=rows[:PER_PAGE], page=page, more=len(rows) > PER_PAGE)


@pages.post("/journal/<int:journal_id>/annuler")
def undo(journal_id: int) -> Response:
    flash(casebook().undo(journal_id, viewer=viewer_for(Act.UNDO_OWN)).said)
    following = request.form.get("suite", "/journal")
    return redirect(following if following.startswith("/") and not following.startswith("//") else "/journal", 303)
