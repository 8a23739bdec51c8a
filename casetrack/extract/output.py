"""Findings as the contract row that `casetrack extract --jsonl` prints, and as JSON that loses nothing.

The row speaks the exact words of the annotations. Names of judges and clerks (`withheld`, art. L. 10 CJA) and natural
persons named in clear (`persons`) are spans for the inside of the house: they are stored, never printed in the row.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import types
import typing
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    CitationFinding,
    EventFinding,
    Findings,
    PartyFinding,
    Role,
    Value,
)

Row = dict[str, Any]


def to_row(findings: Findings, text: str, file: str) -> Row:
    """One document in the keys of the annotations, plus passages and reasons. Dates ISO, offsets code points."""
    f = findings
    return {
        "file": file,
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "kind": f.kind.value,
        "kind_reason": f.kind.reason,
        "title": _value(f.title),
        "publisher": _value(f.publisher),
        "author": _value(f.author),
        "publication_date": _value(f.publication_date),
        "publication_time": _value(f.publication_time),
        "reference_date": _value(f.reference_date),
        "court": _value(f.court),
        "court_code": f.court_code or None,
        "formation": _value(f.formation),
        "judge": _value(f.judge),
        "dockets": [docket.value for docket in f.dockets],
        "decision_date": _value(f.decision_date),
        "ecli": _value(f.ecli),
        "ecli_is_trusted": f.ecli_is_trusted,
        "publication_level": f.publication_level or None,
        "procedure": {"basis": _value(f.basis), "label": f.procedure_label or None},
        "instance": _value(f.instance),
        "is_triage": f.is_triage,
        **_parties(f.parties),
        "outcome": [outcome.value for outcome in f.outcome],
        "grounds": [_stated(ground) for ground in f.grounds],
        "liberties": [_stated(liberty) for liberty in f.liberties],
        "articles": _articles(f.citations),
        "lower_decision": _lower(f),
        "related_dockets": [docket.value for docket in f.related_dockets],
        "events": [_event(event) for event in f.events],
        "dates": [_plain(date, ("text", "date", "date_end", "time", "precision", "deduced")) for date in f.dates],
        "citations": [_plain(citation, _CITATION) for citation in f.citations],
        "organisations": [_plain(item, ("name", "type", "acronym")) for item in f.organisations],
        "zones": [_plain(zone, ("zone", "number")) for zone in f.zones],
        "claims": [_plain(claim, ("number", "text", "party", "docket")) for claim in f.claims],
        "pleadings": [_plain(item, ("kind", "party", "date", "docket")) for item in f.pleadings],
        "amounts": [_plain(item, ("amount", "state", "article", "payer", "payee")) for item in f.amounts],
        "injunctions": [_plain(item, ("text", "on", "deadline", "penalty")) for item in f.injunctions],
        "press_origins": [_stated(origin) for origin in f.press_origins],
    }


_CITATION = ("kind", "text", "key", "court", "court_code", "number", "date", "code", "article", "quoted")


def _value(value: Value | None) -> str | None:
    return value.value if value else None


def _stated(value: Value) -> Row:
    return {"value": value.value, "reason": value.reason, "start": value.start, "end": value.end}


def _plain(finding: Any, names: Iterable[str]) -> Row:
    return {name: _scalar(getattr(finding, name)) for name in names} | {"start": finding.start, "end": finding.end}


def _scalar(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _parties(parties: Iterable[PartyFinding]) -> Row:
    found = list(parties)
    rows = []
    for party in found:
        names = ("name", "role", "first_instance_role", "type", "pseudonym", "acronym", "counsel", "docket")
        rows.append(_plain(party, names))
    return {
        "parties": rows,
        "plaintiffs": _names(found, PLAINTIFF_ROLES),
        "defendants": _names(found, DEFENDANT_ROLES),
        "interveners": _names(found, {Role.INTERVENER}),
        "other_parties": _names(found, {Role.OBSERVER, Role.THIRD_PARTY, Role.ACT_AUTHOR}),
    }


def _names(parties: list[PartyFinding], roles: Iterable[Role]) -> list[str]:
    return list(dict.fromkeys(party.name for party in parties if party.role in roles))


def _articles(citations: Iterable[CitationFinding]) -> list[Row]:
    """Each article once, in order of first mention; quoted only where every mention is."""
    found: dict[tuple[str, str], Row] = {}
    for citation in citations:
        if citation.kind != "article":
            continue
        row = {"code": citation.code, "article": citation.article, "key": citation.key, "quoted": citation.quoted}
        known = found.setdefault((citation.code, citation.article), row)
        known["quoted"] = known["quoted"] and citation.quoted
    return list(found.values())


def _lower(findings: Findings) -> Row | None:
    lower = findings.lower_decision
    return _plain(lower, ("court", "court_code", "number", "date", "outcome")) if lower else None


def _event(event: EventFinding) -> Row:
    names = ("type", "date", "date_end", "time", "precision", "modality", "deduced", "party", "court", "docket", "note")
    return _plain(event, names) | {"reason": event.reason}


# --------------------------------------------------------------------------------------- lossless JSON


def to_json(findings: Findings) -> str:
    """Findings as JSON: only what differs from a default is written."""
    return json.dumps(_pack(findings), ensure_ascii=False, separators=(",", ":"))


def from_json(source: str) -> Findings:
    """The findings that `to_json` wrote. Raises ValueError or TypeError on anything else."""
    unpacked = _unpack(json.loads(source), Findings)
    assert isinstance(unpacked, Findings)
    return unpacked


def _pack(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = ((f, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {f.name: _pack(item) for f, item in kept if f.default is dataclasses.MISSING or item != f.default}
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    return _scalar(value)


@cache
def _types(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _unpack(value: Any, wanted: Any) -> Any:
    origin = typing.get_origin(wanted)
    if origin is types.UnionType or origin is typing.Union:
        if value is None:
            return None
        return _unpack(value, next(arm for arm in typing.get_args(wanted) if arm is not type(None)))
    if origin is tuple:
        return tuple(_unpack(item, typing.get_args(wanted)[0]) for item in value)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        hints = _types(wanted)
        return wanted(**{name: _unpack(item, hints[name]) for name, item in value.items()})
    if wanted is dt.date:
        return dt.date.fromisoformat(value)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return wanted(value)
    return value
