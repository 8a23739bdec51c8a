"""The procedural clock: what an order leaves to the parties, until when, by which rule."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, render_template, request

from casetrack import deadlines
from casetrack.errors import Refused
from casetrack.model import Basis

pages = Blueprint("clock", __name__)
COURTS = {"TA": "Tribunal administratif", "CAA": "Cour administrative d’appel", "CE": "Conseil d’État"}
OUTCOMES = ("rejet", "injonction", "suspension", "non-lieu", "désistement")


@pages.get("/delais")
def remedies() -> str:
    """``?juridiction=TA&fondement=L. 521-2&rendue=2023-10-05&issue=rejet&tri=1&notifiee=2023-10-06``."""
    decided_on = _day("rendue")
    order = None
    if decided_on is not None:
        order = deadlines.Order(
            basis=request.args.get("fondement", ""),
            court=request.args.get("juridiction", "TA"),
            decided_on=decided_on,
            instance=request.args.get("degre", ""),
            is_triage=request.args.get("tri") == "1",
            outcome=tuple(value for value in request.args.getlist("issue") if value in OUTCOMES),
            grounds=tuple(request.args.getlist("motif")),
            notified_on=_day("notifiee"),
        )
    return render_template(
        "clock/remedies.html",
        order=order,
        remedies=deadlines.find_remedies(order) if order else (),
        courts=COURTS,
        bases=Basis,
        outcomes=OUTCOMES,
        notice=deadlines.NOTICE,
        not_covered=deadlines.NOT_COVERED,
    )


def _day(name: str) -> dt.date | None:
    value = request.args.get(name, "").strip()
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Refused("La date doit s’écrire AAAA-MM-JJ, par exemple 2021-03-12.") from error
