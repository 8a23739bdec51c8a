"""Judilibre JSON, as ``/decision`` of the Cour de cassation answers: judicial courts only, read as context."""

from __future__ import annotations

import json
from typing import Any

from casetrack.errors import Unreadable
from casetrack.model import Declared, Reading
from casetrack.read import clean
from casetrack.read.limits import Limits
from casetrack.read.markup import from_format

_FIELDS = (
    ("archive_id", "id"),
    ("decided_on", "decision_date"),
    ("updated_on", "update_date"),
    ("ecli", "ecli"),
    ("formation", "chamber"),
    ("formation", "formation"),
    ("decision_type", "type"),
    ("solution", "solution"),
    ("publication_level", "publication"),
    ("summary", "summary"),
)


def read(data: bytes, limits: Limits) -> Reading:
    """One decision. Raises `Unreadable` (``illisible``) when it is not one: a list of results has no text."""
    try:
        answer = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "Ce fichier JSON est incomplet ou abîmé : téléchargez-le de nouveau.", code="tronque"
        ) from error
    if not is_decision(answer):
        raise Unreadable(
            "Ce fichier JSON n'est pas une décision de Judilibre : seules les réponses de « /decision » sont lues.",
            code="format-inconnu",
        )
    return Reading(
        text=clean.clean_lines(answer["text"]),
        format="judilibre",
        extractor="json",
        extractor_version=clean.READ_VERSION,
        declared=tuple(_declared(answer)),
    )


def is_decision(answer: object) -> bool:
    """Whether a JSON value has the shape of a decision."""
    return (
        isinstance(answer, dict)
        and isinstance(answer.get("text"), str)
        and isinstance(answer.get("decision_date"), str)
        and ("jurisdiction" in answer or "source" in answer)
    )


def _declared(answer: dict[str, Any]) -> list[Declared]:
    found = [_field(name, value) for name, key in _FIELDS for value in _strings(answer.get(key))]
    court = _strings(answer.get("location")) or _strings(answer.get("jurisdiction"))
    found += [_field("court", value) for value in court[:1]]
    numbers = _strings(answer.get("numbers")) or _strings(answer.get("number"))
    found += [_field("docket", number) for number in dict.fromkeys(numbers)]
    found.append(from_format("publisher", "Cour de cassation, Judilibre"))
    found.append(from_format("licence", "Licence Ouverte 2.0"))
    return found


def _strings(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    lines = (clean.one_line(item) for item in items if isinstance(item, str))
    return [line for line in lines if line]


def _field(name: str, value: str) -> Declared:
    return Declared(field=name, value=value, origin="balise")
