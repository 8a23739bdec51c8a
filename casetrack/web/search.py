"""Search: results, facets, suggestions."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, render_template, request

from casetrack.casebook import suggesting
from casetrack.casebook.nearby import followed, nearby
from casetrack.errors import QueryError
from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter

pages = Blueprint("search", __name__)
FACETS = ("kind", "court_code", "year", "basis", "outcome", "ground", "liberty", "shelf")
MOST_CHOSEN = 200
"""Documents ticked from page to page: they travel in the address, which browsers and proxies keep under 8 kB."""
SORTS = {"relevance": "pertinence", "-date": "plus récents", "date": "plus anciens", "cited": "plus cités"}


@pages.get("/recherche")
@limiter.limit("120 per minute")
def results() -> str | Response | tuple[str, int]:
    """Hits of ``?q=``, filtered by repeated ``?court_code=CE&year=2021``; a bare reference goes to its decision.

    Without any of them, what there is to be found, kind by kind.
    """
    text = request.args.get("q", "").strip()
    filters = {name: request.args.getlist(name) for name in FACETS if request.args.get(name)}
    sort = request.args.get("tri", "relevance")
    sort = sort if sort in SORTS else "relevance"
    if not text and not filters:
        saved = casebook().saved_searches(viewer=viewer())
        everything = casebook().search("", viewer=viewer(), per_page=1)
        return render_template("search/results.html", found=None, everything=everything, saved=saved)
    try:
        found = casebook().search(
            text,
            viewer=viewer(),
            page=max(request.args.get("page", 1, type=int), 1),
            sort=sort,
            filters=filters,
        )
    except QueryError as error:
        return render_template("search/results.html", found=None, wrong=error, query=text, sorts=SORTS, sort=sort), 400
    chosen = [value for value in dict.fromkeys(request.args.getlist("id", type=int)) if 0 < value < 2**31]
    return render_template(
        "search/results.html",
        found=found,
        sorts=SORTS,
        sort=sort,
        filters=filters,
        chosen=chosen[:MOST_CHOSEN],
        followed=followed(casebook(), text, viewer=viewer()) if found.not_held else (),
        nearby=() if found.total else nearby(casebook(), text, viewer=viewer(), filters=filters),
        asked=asked(),
    )


def asked() -> list[tuple[str, str]]:
    """The search itself, without the page looked at nor what is ticked."""
    return [(name, value) for name, value in request.args.items(multi=True) if name not in ("page", "id") and value]


@pages.get("/recherche/suggestions")
@limiter.limit("300 per minute")
def suggestions() -> Response:
    """Places to go and words, for what is being typed: ``[{"text", "kind", "url"}]``; none under two letters."""
    found = suggesting.suggestions(casebook(), request.args.get("q", "")[:100], viewer=viewer())
    return jsonify([asdict(one) for one in found])
