"""A selection or a whole search, to take away: French references, CSV, JSON, CSL-JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from casetrack import words
from casetrack.casebook.forms import address_of
from casetrack.casebook.references import Reference, csl, french, references
from casetrack.errors import NotFound, Refused
from casetrack.model import DocumentKind
from casetrack.web.context import casebook, site_address, viewer
from casetrack.web.search import FACETS, SORTS
from casetrack.web.security import limiter
from casetrack.web.timelines import cell

pages = Blueprint("exports", __name__)
MOST = 500
_STEP = 100
_COLUMNS = {
    "reference": "référence",
    "kind": "nature",
    "court": "juridiction",
    "dockets": "numéros",
    "date": "date",
    "ecli": "ECLI",
    "basis": "fondement",
    "outcomes": "issue",
    "grounds": "motif",
    "title": "titre",
    "publisher": "éditeur",
    "url": "adresse",
}


@pages.get("/references")
@limiter.limit("60 per minute")
def selection() -> str:
    """The references of ``?id=…&id=…`` or of the search ``?q=…``, ready to copy."""
    ids, total = _asked()
    found = _each_once(ids)
    return render_template(
        "exports/references.html", references=found, lines=[french(item) for item in found], total=total
    )


@pages.get("/references.<form>")
@limiter.limit("30 per minute")
def export(form: str) -> Response:
    """The same as a file: ``txt``, ``csv``, ``json`` or ``csl.json``."""
    if form not in _WRITERS:
        raise NotFound(f"format « {form} »")
    ids, _total = _asked()
    writer, media_type = _WRITERS[form]
    response = make_response(writer(_each_once(ids)))
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f'attachment; filename="references.{form}"'
    return response


def _each_once(ids: Sequence[int]) -> list[Reference]:
    """Their references; the copies of a decision make one, the first."""
    said: dict[tuple[object, ...], Reference] = {}
    for found in references(casebook(), ids, viewer=viewer()):
        ref = found.document
        is_decision = ref.kind == DocumentKind.DECISION and ref.docket and ref.day
        said.setdefault((ref.court_code, ref.day, ref.dockets) if is_decision else (ref.id,), found)
    return list(said.values())


def _asked() -> tuple[list[int], int]:
    """The documents asked for, and how many there are in all. Raises `Refused` when nothing is asked."""
    chosen = [value for value in request.args.getlist("id", type=int) if 0 < value < 2**31][:MOST]
    if chosen:
        return list(dict.fromkeys(chosen)), len(set(chosen))
    text = request.args.get("q", "").strip()
    filters = {name: request.args.getlist(name) for name in FACETS if request.args.get(name)}
    if not text and not filters:
        raise Refused("Cochez des documents dans les résultats d’une recherche, ou donnez une recherche.")
    sort = request.args.get("tri", "relevance")
    found: list[int] = []
    total, page = 1, 1
    while len(found) < min(total, MOST):
        answer = casebook().search(
            text,
            viewer=viewer(),
            page=page,
            per_page=_STEP,
            sort=sort if sort in SORTS else "relevance",
            filters=filters,
        )
        if not answer.hits:
            break
        found += [hit.document.id for hit in answer.hits]
        total, page = answer.total, page + 1
    return found[:MOST], total


def as_row(item: Reference) -> dict[str, Any]:
    """One document as programs and spreadsheets take it."""
    ref = item.document
    return {
        "reference": french(item),
        "kind": ref.kind,
        "court": ref.court,
        "dockets": list(ref.dockets),
        "date": ref.day.isoformat() if ref.day else None,
        "ecli": item.ecli or None,
        "basis": ref.basis or None,
        "outcomes": list(item.outcomes),
        "grounds": [words.GROUNDS.get(ground, ground) for ground in item.grounds],
        "title": ref.title,
        "publisher": ref.publisher or None,
        "url": f"{site_address()}{address_of(ref)}",
    }


def _as_csv(found: Sequence[Reference]) -> str:
    """Semicolons and a byte-order mark: French spreadsheets open it as it is; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS.values())
    for item in found:
        row = as_row(item)
        values = (row[name] for name in _COLUMNS)
        writer.writerow(cell(", ".join(value) if isinstance(value, list) else value) for value in values)
    return "\ufeff" + out.getvalue()


def _as_json(found: Sequence[Reference]) -> str:
    return json.dumps([as_row(item) for item in found], ensure_ascii=False, indent=1)


def _as_csl(found: Sequence[Reference]) -> str:
    return json.dumps([csl(item, site_address()) for item in found], ensure_ascii=False, indent=1)


def _as_text(found: Sequence[Reference]) -> str:
    return "".join(f"{french(item)}\n" for item in found)


_WRITERS = {
    "txt": (_as_text, "text/plain; charset=utf-8"),
    "csv": (_as_csv, "text/csv; charset=utf-8"),
    "json": (_as_json, "application/json"),
    "csl.json": (_as_csl, "application/vnd.citationstyles.csl+json"),
}
