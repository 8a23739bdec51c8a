"""Notes on passages, and searches that a member keeps."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from casetrack.accounts import Act
from casetrack.web.context import casebook, viewer_for
from casetrack.web.said import done

pages = Blueprint("notes", __name__)


@pages.post("/documents/<int:document_id>/notes")
def add(document_id: int) -> Response:
    """A note on the words of ``quote`` (on the whole document without), for oneself unless ``pour=membres``."""
    looking = viewer_for(Act.READ)
    made = casebook().add_note(
        document_id,
        request.form.get("body", ""),
        quote=request.form.get("quote", ""),
        before=request.form.get("before", ""),
        is_shared=request.form.get("pour") == "membres",
        viewer=looking,
    )
    done(made)
    return redirect(url_for("documents.document", document_id=document_id) + f"#note-{made.id}", 303)


@pages.post("/notes/<int:note_id>/retirer")
def remove(note_id: int) -> Response:
    removed, document_id = casebook().remove_note(note_id, viewer=viewer_for(Act.READ))
    done(removed)
    return redirect(url_for("documents.document", document_id=document_id) + "#notes", 303)


@pages.post("/recherches")
def save_search() -> Response:
    """Keep the search whose query string is ``recherche``."""
    query = request.form.get("recherche", "").lstrip("?")
    done(casebook().save_search(request.form.get("name", ""), query, viewer=viewer_for(Act.READ)))
    return redirect(f"{url_for('search.results')}?{query}", 303)


@pages.post("/recherches/<int:search_id>/retirer")
def forget_search(search_id: int) -> Response:
    done(casebook().forget_search(search_id, viewer=viewer_for(Act.READ)))
    return redirect(url_for("search.results"), 303)
