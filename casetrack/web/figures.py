"""Figures: bars drawn here, their table, and the same to download."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from casetrack.casebook.figures import LEAST, Figures, figures
from casetrack.errors import NotFound
from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter
from casetrack.web.timelines import cell

pages = Blueprint("figures", __name__)
FILTERS = ("court_code", "basis", "ground", "year", "shelf")
CHOICES = ("court_code", "basis", "ground")


@pages.get("/chiffres")
@limiter.limit("60 per minute")
def show() -> str:
    """Of ``?q=`` and of repeated filters, like a search; without any, of the whole library."""
    everything = casebook().search("", viewer=viewer(), per_page=1, filters={"kind": ["decision"]})
    return render_template(
        "figures/figures.html",
        found=_asked(),
        least=LEAST,
        choices={name: everything.facets[name] for name in CHOICES},
        chosen={name: request.args.get(name, "") for name in CHOICES},
    )


@pages.get("/chiffres.<form>")
@limiter.limit("30 per minute")
def export(form: str) -> Response:
    found = _asked()
    if form == "json":
        body, media_type = json.dumps(as_value(found), ensure_ascii=False, indent=1), "application/json"
    elif form == "csv":
        body, media_type = _as_csv(found), "text/csv; charset=utf-8"
    else:
        raise NotFound(f"format « {form} »")
    response = make_response(body)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f'attachment; filename="chiffres.{form}"'
    return response


def _asked() -> Figures:
    filters = {name: values for name in FILTERS if (values := [v for v in request.args.getlist(name) if v])}
    return figures(casebook(), request.args.get("q", "").strip()[:500], viewer=viewer(), filters=filters)


def as_value(found: Figures) -> dict[str, Any]:
    """The figures with what they were counted on."""
    return {
        "total": found.total,
        "explained": found.explained,
        "withheld": found.withheld or None,
        "figures": [
            {
                "key": figure.key,
                "title": figure.title,
                "n": figure.n,
                "said": figure.said,
                "bars": [{"label": bar.label, "count": bar.count} for bar in figure.bars],
            }
            for figure in found.figures
        ],
        "missing": [
            {"key": figure.key, "title": figure.title, "n": figure.n, "said": figure.said} for figure in found.missing
        ],
    }


def _as_csv(found: Figures) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["figure", "valeur", "nombre", "n", "méthode"])
    for figure in found.figures:
        for bar in figure.bars:
            writer.writerow([cell(value) for value in (figure.title, bar.label, bar.count, figure.n, figure.said)])
    return "\ufeff" + out.getvalue()
