"""The demonstration dossiers compared with ``corpus/expected.toml``: one line for each thing that should be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from casetrack.extract import extract
from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, Declared, Findings, Reading, Role, fold
from casetrack.read import read_bytes

Check = tuple[str, bool]


def read(path: Path) -> Reading:
    return read_bytes(path.read_bytes(), path.name)


def find(path: Path, published: dt.date | None) -> tuple[Reading, Findings]:
    """What a file says, with the publication date that the dossier gives when the file is silent."""
    reading = read(path)
    declared: tuple[Declared, ...] = reading.declared
    return reading, extract(reading.text, declared=declared, published=published, format=reading.format)


def checks(reading: Reading, found: Findings, expected: dict[str, Any]) -> Iterator[Check]:
    """Each expectation of one document with whether it holds."""
    yield from _values(found, expected)
    yield from _names(found, expected)
    yield from _events(found, expected)
    yield from _sets(found, expected)
    if "claims" in expected:
        numbered = [claim for claim in found.claims if claim.number]
        yield f"claims: {len(numbered)}", len(numbered) == expected["claims"]
    if "persons_in_clear" in expected:
        yield "persons in clear", bool(found.persons) == expected["persons_in_clear"]
    if "no_publication_date" in expected:
        yield "no publication date", found.publication_date is None
    if "granted" in expected:
        granted = [amount.amount.replace(" ", "") for amount in found.amounts if amount.state == "accorde"]
        yield f"granted: {granted}", any(expected["granted"] in amount for amount in granted)
    if "penalty" in expected:
        yield "penalty", any(expected["penalty"] in injunction.penalty for injunction in found.injunctions)


def _values(found: Findings, expected: dict[str, Any]) -> Iterator[Check]:
    """Single values: kind, court, dates, procedure, lower decision."""
    single = ("kind", "title", "publisher", "publication_date", "publication_time", "court", "decision_date", "ecli")
    for key in (*single, "judge", "basis", "instance"):
        if key in expected:
            value = getattr(found, key)
            said = value.value if value else None
            yield f"{key}: {said}", said is not None and fold(said) == fold(str(expected[key]))
    if "court_code" in expected:
        yield f"court_code: {found.court_code}", found.court_code == expected["court_code"]
    lower = found.lower_decision
    for key, said in (("lower_number", lower and lower.number), ("lower_date", lower and lower.date)):
        if key in expected:
            yield f"{key}: {said}", said == expected[key]


def _same(name: str, other: str) -> bool:
    """Whether two names are one, but for a head word or an acronym."""
    first, second = fold(name), fold(other)
    return first in second or second in first or first.split(" (")[0].endswith(second.split(" (")[0])


def _names(found: Findings, expected: dict[str, Any]) -> Iterator[Check]:
    """Parties by role: each one expected, and none too many but those that may be called so."""
    roles = {
        "plaintiffs": PLAINTIFF_ROLES,
        "defendants": DEFENDANT_ROLES,
        "interveners": frozenset({Role.INTERVENER}),
    }
    for key, wanted in roles.items():
        if key not in expected:
            continue
        said = [party.name for party in found.parties if party.role in wanted]
        for name in expected[key]:
            yield f"{key}: {name}", any(_same(name, other) for other in said)
        allowed = [*expected[key], *expected.get(f"{key}_allowed", ())]
        strangers = [other for other in said if not any(_same(name, other) for name in allowed)]
        yield f"{key} too many: {strangers}", not strangers


def _events(found: Findings, expected: dict[str, Any]) -> Iterator[Check]:
    """Each event expected, by type and day, then its time and modality when they are given."""
    for event in expected.get("events", ()):
        same = [each for each in found.events if each.date == event["date"] and each.type == event["type"]]
        yield f"event {event['date']} {event['type']}", bool(same)
        for key in ("time", "modality"):
            if key in event and same:
                said = [getattr(each, key) for each in same]
                yield f"event {event['date']} {event['type']} {key}: {said}", event[key] in said


def _sets(found: Findings, expected: dict[str, Any]) -> Iterator[Check]:
    """Things listed: dockets, outcome, grounds, zones, citations, articles."""
    said = {
        "dockets": [each.value for each in found.dockets],
        "outcome": [each.value for each in found.outcome],
        "grounds": [each.value for each in found.grounds],
        "liberties": [each.value for each in found.liberties],
        "origins": [each.value for each in found.press_origins],
        "zones": [str(zone.zone) for zone in found.zones],
        "citations": [each.key for each in found.citations if each.kind in ("decision", "docket")],
        "articles": [each.key for each in found.citations if each.kind == "article"],
        "dockets_named": [each.number for each in found.citations],
    }
    for key, values in said.items():
        for value in expected.get(key, ()):
            yield f"{key}: {value}", value in values
    for key, zone in (("points", "motifs"), ("operative_articles", "dispositif")):
        if key in expected:
            numbers = {each.number for each in found.zones if each.zone == zone and each.number}
            count = len(numbers) + (key == "operative_articles")  # the last article is the notification
            yield f"{key}: {count}", count == expected[key]
