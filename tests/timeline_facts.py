"""Facts for the tests of timelines: one line a fact."""

from __future__ import annotations

import datetime as dt
from itertools import count

from casetrack.model import DocumentKind, EventFact

_NUMBERS = count(1)

INTERHOP = ("association InterHop", "requerant", "interhop")
UNION = ("Syndicat de la médecine générale", "requerant", "smg")
MINISTRY = ("ministre des solidarités et de la santé", "defendeur", "ministre-sante")


def fact(document: int, kind: str, day: str, **changes: object) -> EventFact:
    """What document ``document`` says; press of an origin of its own unless told otherwise."""
    number = next(_NUMBERS)
    values: dict[str, object] = {
        "fact_id": number,
        "fingerprint": f"f{number:05}",
        "document_id": document,
        "document_title": f"Document {document}",
        "document_kind": DocumentKind.PRESS,
        "origin": f"origine {document}",
        "type": kind,
        "date": dt.date.fromisoformat(day),
        "quote": f"phrase {number}",
        "start": number,
        "end": number + 5,
    }
    for name in ("organisations", "case_ids"):
        if name in changes:
            changes[name] = frozenset(changes[name])  # type: ignore[call-overload]
    return EventFact(**(values | changes))  # type: ignore[arg-type]


def official(document: int, kind: str, day: str, **changes: object) -> EventFact:
    """What an order of the Conseil d'État says of its own docket."""
    own: dict[str, object] = {
        "document_kind": DocumentKind.DECISION,
        "document_title": "CE, ord., 12 mars 2021, n° 450163",
        "court_code": "CE",
        "docket": "CE/450163",
        "case_ids": {1},
    }
    return fact(document, kind, day, **(own | changes))
