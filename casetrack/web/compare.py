"""Two documents side by side, zone by zone. Names of judges stay on the decision's own page (art. L. 10 CJA)."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from casetrack import words
from casetrack.casebook.programs import text_for_programs
from casetrack.casebook.views import DocumentRef, DocumentView
from casetrack.errors import Refused
from casetrack.model import ZoneName
from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter

pages = Blueprint("compare", __name__)
LONGEST = 8_000
"""Characters shown of a zone; the rest is read in the document."""
ORDER = tuple(ZoneName)


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    ref: DocumentRef
    zones: dict[str, str]
    """Zone -> its text here, all its pieces together."""
    cut: frozenset[str]


@pages.get("/comparer")
@limiter.limit("60 per minute")
def show() -> str:
    """``?a=12&b=15``, or two that were ticked, ``?id=12&id=15``. Raises `NotFound`; `Refused` when they are not two."""
    asked = [request.args.get(name, 0, type=int) for name in ("a", "b")] if "a" in request.args else []
    chosen = list(dict.fromkeys(asked or request.args.getlist("id", type=int)))
    if len(chosen) != 2 or not all(0 < one < 2**31 for one in chosen):
        raise Refused(
            "Choisissez deux documents à comparer : cochez-les dans les résultats d’une recherche, ou partez des "
            "« décisions proches » d’une décision."
        )
    sides = [_side(document_id) for document_id in chosen]
    zones = [zone.value for zone in ORDER if any(zone.value in side.zones for side in sides)]
    return render_template("compare/compare.html", sides=sides, zones=zones, names=words.ZONES)


def _side(document_id: int) -> Side:
    view = casebook().document(document_id, viewer=viewer())
    text = text_for_programs(casebook(), document_id, viewer=viewer()) or ""
    zones = zones_of(view, text)
    cut = frozenset(zone for zone, said in zones.items() if len(said) > LONGEST)
    return Side(ref=view.ref, zones={zone: said[:LONGEST] for zone, said in zones.items()}, cut=cut)


def zones_of(view: DocumentView, text: str) -> dict[str, str]:
    """The text by zone; a text without zones is one zone, its grounds."""
    made: dict[str, list[str]] = {}
    for zone in view.zones:
        piece = text[zone.start : zone.end].strip()
        if piece:
            made.setdefault(zone.zone, []).append(piece)
    if not made and text.strip():
        return {ZoneName.GROUNDS.value: text.strip()}
    return {zone: "\n\n".join(pieces) for zone, pieces in made.items()}
