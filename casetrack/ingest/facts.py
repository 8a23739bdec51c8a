"""Findings -> proposals of facts: each with its passage, its value in plain words, and whose it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from casetrack import resolve
from casetrack.model import EventFinding, Finding, Findings, LowerDecision, PartyFinding, Value
from casetrack.store.facts import Proposal

SENTENCE_LIMIT = 400
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-Ý«\"“-])|\n")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ownership:
    """How names and dockets of one document lead to rows: filled by the caller, who knows the store."""

    party_id: Callable[[str], int | None]
    proceeding_id: Callable[[tuple[str, str]], int | None]
    only: tuple[str, str] | None
    """The document's single proceeding, if it has just one."""


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence a passage stands in, cut at 400 characters around it."""
    window_start = max(0, start - SENTENCE_LIMIT)
    before = text[window_start:start]
    ends = list(_SENTENCE_END.finditer(before))
    first = window_start + ends[-1].end() if ends else window_start
    after = _SENTENCE_END.search(text, end, min(len(text), end + SENTENCE_LIMIT))
    last = after.end() if after else min(len(text), end + SENTENCE_LIMIT)
    return " ".join(text[first:last].split())


def metadata_values(findings: Findings) -> Iterator[tuple[str, Value]]:
    """What is said of the whole document, by name."""
    single = {
        "kind": findings.kind,
        "title": findings.title,
        "publisher": findings.publisher,
        "author": findings.author,
        "publication_date": findings.publication_date,
        "court": findings.court,
        "formation": findings.formation,
        "judge": findings.judge,
        "decision_date": findings.decision_date,
        "ecli": findings.ecli,
        "basis": findings.basis,
        "instance": findings.instance,
    }
    for name, value in single.items():
        if value is not None:
            yield name, value
    for docket in findings.dockets:
        yield "docket", docket
    if findings.is_triage:
        yield "triage", Value(value="L. 522-3", reason="rejet sans audience (L. 522-3)")


def propose(findings: Findings, text: str, own: Ownership) -> list[Proposal]:
    """Every fact of one document, in reading order within each kind."""
    made = [_simple("metadata", name, value, {"origin": value.origin}) for name, value in metadata_values(findings)]
    made += [_participation(party, own) for party in findings.parties]
    made += [_event(event, findings, text, own) for event in findings.events if event.date]
    for kind, values in (
        ("outcome", findings.outcome),
        ("ground", findings.grounds),
        ("liberty", findings.liberties),
        ("press_origin", findings.press_origins),
        ("related_docket", findings.related_dockets),
    ):
        made += [_simple(kind, value.value, value, {}) for value in values]
    made += [
        _plain("claim", item.number, item, {"text": item.text, "party": item.party, "docket": item.docket})
        for item in findings.claims
    ]
    made += [
        _plain("pleading", item.kind, item, {"party": item.party, "date": _iso(item.date), "docket": item.docket})
        for item in findings.pleadings
    ]
    made += [
        _plain("amount", item.state, item, {"amount": item.amount, "payer": item.payer, "payee": item.payee})
        for item in findings.amounts
    ]
    made += [
        _plain("injunction", item.on, item, {"text": item.text, "deadline": item.deadline, "penalty": item.penalty})
        for item in findings.injunctions
    ]
    if lower := findings.lower_decision:
        made.append(_plain("lower_decision", lower.number, lower, _decision(lower)))
    made += [_plain("earlier_decision", item.number, item, _decision(item)) for item in findings.earlier_decisions]
    return made


def _decision(said: LowerDecision) -> dict[str, Any]:
    return {
        "court": said.court,
        "court_code": said.court_code,
        "number": said.number,
        "date": _iso(said.date),
        "outcome": said.outcome,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(kind: str, subject: str, finding: Finding, value: dict[str, Any]) -> Proposal:
    return Proposal(
        kind=kind, subject=subject, value=value, start=finding.start, end=finding.end, reason=finding.reason
    )


def _simple(kind: str, subject: str, finding: Value, more: dict[str, Any]) -> Proposal:
    return _plain(kind, subject, finding, {"value": finding.value, **more})


def _participation(party: PartyFinding, own: Ownership) -> Proposal:
    is_legal = resolve.is_legal_person(party)
    value = {
        "name": party.name,
        "role": party.role.value,
        "first_instance_role": party.first_instance_role.value if party.first_instance_role else None,
        "type": party.type.value,
        "pseudonym": party.pseudonym,
        "acronym": party.acronym,
        "counsel": party.counsel,
    }
    docket = (own.only[0], resolve.docket_key(party.docket)) if party.docket and own.only else own.only
    return Proposal(
        kind="participation",
        subject=f"{party.role.value}|{resolve.party_key(party.name)}",
        value=value,
        start=party.start,
        end=party.end,
        reason=party.reason,
        party_id=own.party_id(party.name) if is_legal else None,
        proceeding_id=own.proceeding_id(docket) if docket else None,
    )


def _event(event: EventFinding, findings: Findings, text: str, own: Ownership) -> Proposal:
    docket = resolve.event_docket(findings, event.court_code, event.docket, event.type, own.only)
    value = {
        "date": _iso(event.date),
        "date_end": _iso(event.date_end),
        "time": event.time,
        "precision": event.precision.value,
        "type": event.type,
        "modality": event.modality.value,
        "deduced": event.deduced,
        "party": event.party,
        "court": event.court,
        "court_code": event.court_code or (docket[0] if docket and event.type != "acte contesté" else ""),
        "note": event.note,
        "sentence": sentence_around(text, event.start, event.end),
    }
    return Proposal(
        kind="event",
        subject=event.type,
        value=value,
        start=event.start,
        end=event.end,
        reason=event.reason,
        day=event.date,
        party_id=own.party_id(event.party) if event.party else None,
        proceeding_id=own.proceeding_id(docket) if docket else None,
    )


def citation_rows(findings: Findings) -> list[dict[str, Any]]:
    """One row a citation that has a key, with the zone and point it stands in."""
    found = []
    for citation in findings.citations:
        if not citation.key:
            continue
        zone = next((zone for zone in findings.zones if zone.start <= citation.start < zone.end), None)
        found.append(
            {
                "key": citation.key,
                "kind": citation.kind,
                "start": citation.start,
                "end": citation.end,
                "zone": zone.zone.value if zone else "",
                "point": zone.number if zone else "",
                "quoted": citation.quoted,
            }
        )
    return found
