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
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from operator import attrgetter
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
    return json.dumps(findings, ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_pack)


def from_json(source: str, *, only: frozenset[str] | None = None) -> Findings:
    """The findings that `to_json` wrote; ``only``: these fields and the kind, the others left empty.

    Raises ValueError or TypeError on anything else.
    """
    packed = json.loads(source)
    if only is not None:
        packed = {name: item for name, item in packed.items() if name in only or name == "kind"}
    unpacked = _reader(Findings)(packed)
    assert isinstance(unpacked, Findings)
    return unpacked


def _pack(value: Any) -> Any:
    """What JSON has no word for: a date, or what a dataclass holds apart from defaults."""
    if isinstance(value, dt.date):
        return value.isoformat()
    kind: type = type(value)
    fields, values = _fields(kind)
    return {name: item for (name, default), item in zip(fields, values(value), strict=True) if item != default}


@cache
def _fields(cls: type) -> tuple[tuple[tuple[str, Any], ...], Callable[[Any], tuple[Any, ...]]]:
    """Name and default of each field of a dataclass, and what reads the values of all."""
    fields = dataclasses.fields(cls)
    return tuple((field.name, field.default) for field in fields), attrgetter(*(field.name for field in fields))


@cache
def _reader(wanted: Any) -> Callable[[Any], Any]:
    """How values of a type are read back from JSON; made once a type, since libraries hold millions of values."""
    origin = typing.get_origin(wanted)
    if origin is types.UnionType or origin is typing.Union:
        inner = _reader(next(arm for arm in typing.get_args(wanted) if arm is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        each = _reader(typing.get_args(wanted)[0])
        return lambda value: tuple([each(item) for item in value])
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        return _dataclass_reader(wanted)
    if wanted is dt.date:
        return dt.date.fromisoformat
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return wanted
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _dataclass_reader(wanted: Any) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(wanted).items()}
    made = {name: reader for name, reader in readers.items() if reader is not _as_it_is}

    def read(value: Any) -> Any:
        values = dict(value)
        for name in made.keys() & values.keys():
            values[name] = made[name](values[name])
        return wanted(**values)

    return read
