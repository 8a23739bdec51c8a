"""A group of facts -> one entry: the values to show, who says otherwise, and why they were put together. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    DocumentKind,
    EntryConflict,
    EntrySource,
    EventFact,
    FactStatus,
    Modality,
    Precision,
    TimelineEntry,
    fold,
)
from casetrack.timeline.evidence import reason_for
from casetrack.timeline.groups import DAYS, DECISIONS, Group, court_of, docket_court
from casetrack.timeline.titles import entry_title

# « L'ordonnance n° 450163 du 12 mars 2021 rejette la requête »
_NAMED = re.compile(r"(?:par |l['’]|le |la |une? |cette? )*(?:ordonnance|jugement|arrêt)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\W*Fait à\b", re.IGNORECASE)
_FINEST = tuple(Precision)
"""From the minute to the vague, as declared."""
_STRONGEST = (Modality.RECORDED, Modality.ORDERED, Modality.ANNOUNCED)


def make_entry(group: Group, facts: Sequence[EventFact]) -> TimelineEntry:
    """``facts``: those of the group, in canonical order. The first that the public may know gives the entry its
    address, so that visitors and members cite the same one."""
    lead = _lead(facts)
    same_day = [fact for fact in facts if fact.date == lead.date and fact.precision is lead.precision]
    kind = "décision" if group.rules_itself else _best(facts, lambda fact: fact.type)
    court = _best(facts, court_of)
    docket = _docket(facts, court)
    modality = next(modality for modality in _STRONGEST if any(fact.modality is modality for fact in facts))
    parties = _parties(facts)
    return TimelineEntry(
        key=next((fact for fact in facts if fact.is_public), facts[0]).fingerprint,
        date=lead.date,
        date_end=lead.date_end,
        time=_best([fact for fact in facts if fact.date == lead.date], lambda fact: fact.time or "") or None,
        precision=lead.precision,
        type=kind,
        modality=modality,
        title=entry_title(
            kind,
            modality,
            court,
            docket,
            _nameable(parties, facts),
            note=_best(facts, lambda fact: fact.note),
            decided=_decided(facts) if kind == "décision" else "",
        ),
        status=_status(facts),
        deduced=all(fact.deduced for fact in same_day),
        court_code=court,
        docket=docket,
        case_ids=frozenset().union(*(fact.case_ids for fact in facts)),
        parties=parties,
        origins=len({fact.origin for fact in facts}),
        sources=tuple(_source(fact) for fact in facts),
        conflicts=_conflicts(facts, lead, kind, court),
        reasons=_reasons(group, facts),
    )


def _decided(facts: Sequence[EventFact]) -> str:
    """What the decision is called: by its own title, else by the first source whose sentence begins by naming it.

    « Fait à Paris, le… » is how an order is dated: it is signed (art. R. 742-6 CJA), and not read in public.
    """
    official = [fact for fact in facts if fact.document_kind is DocumentKind.DECISION]
    if any(_SIGNED.match(fact.sentence) for fact in official):
        return "ordonnance"
    titles = [fact.document_title for fact in official]
    return next(iter([*titles, *(fact.quote for fact in facts if _NAMED.match(fact.quote))]), "")


# -------------------------------------------------------------------------------- what to show


def _ranked(facts: Sequence[EventFact], value_of: Callable[[EventFact], str]) -> list[str]:
    """Values told, best first: the official decision's, else from most independent origins, else the earliest."""
    told: dict[str, list[EventFact]] = defaultdict(list)
    for fact in facts:
        if value := value_of(fact):
            told[value].append(fact)
    return sorted(told, key=lambda value: (*_weight(told[value]), value))


def _weight(facts: Sequence[EventFact]) -> tuple[int, int, int]:
    """The lighter the better; between equals, the day of registration counts, not a deposit told by the press."""
    is_registered = any("enregistr" in fact.quote for fact in facts)
    return -_official(facts), -len({fact.origin for fact in facts}), -is_registered


def _best(facts: Sequence[EventFact], value_of: Callable[[EventFact], str]) -> str:
    return value_of(facts[0]) if len(facts) == 1 else next(iter(_ranked(facts, value_of)), "")


def _official(facts: Sequence[EventFact]) -> bool:
    return any(fact.document_kind is DocumentKind.DECISION for fact in facts)


def _lead(facts: Sequence[EventFact]) -> EventFact:
    """The fact whose date is shown: a day before a period, then as `_ranked`."""
    if len(facts) == 1:
        return facts[0]
    days = [fact for fact in facts if fact.precision in DAYS] or list(facts)
    width = min(map(_width, days))
    finest = [fact for fact in days if _width(fact) == width]
    date = _ranked(finest, lambda fact: fact.date.isoformat())[0]
    told = [fact for fact in finest if fact.date.isoformat() == date]
    return min(told, key=lambda fact: _FINEST.index(fact.precision))


def _width(fact: EventFact) -> int:
    return 0 if fact.precision in DAYS else _FINEST.index(fact.precision)


def _docket(facts: Sequence[EventFact], court: str) -> str:
    """The docket of the court that acted, before the one in which the act is told."""
    own = [fact for fact in facts if docket_court(fact.docket) == court]
    return _best(own, lambda fact: fact.docket) or _best(facts, lambda fact: fact.docket)


def _parties(facts: Sequence[EventFact]) -> tuple[tuple[str, str, str], ...]:
    """Each party once per role: plaintiffs, then the others, then defendants, in order of telling."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for fact in facts:
        for name, role, slug in fact.parties:
            found.setdefault((slug or fold(name), role), (name, role, slug))
    return tuple(sorted(found.values(), key=lambda party: _side(party[1])))


def _nameable(parties: Sequence[tuple[str, str, str]], facts: Sequence[EventFact]) -> list[tuple[str, str, bool]]:
    """(name, role, whether a title may name it): a party with a page, or an organisation named as such."""
    named = frozenset().union(*(fact.organisations for fact in facts))
    return [(name, role, bool(slug) or fold(name) in named) for name, role, slug in parties]


def _side(role: str) -> int:
    return 0 if role in PLAINTIFF_ROLES else 2 if role in DEFENDANT_ROLES else 1


def _status(facts: Sequence[EventFact]) -> FactStatus:
    confirmed = any(fact.status is FactStatus.CONFIRMED for fact in facts)
    return FactStatus.CONFIRMED if confirmed else FactStatus.PROPOSED


def _source(fact: EventFact) -> EntrySource:
    return EntrySource(
        document_id=fact.document_id,
        title=fact.document_title,
        kind=fact.document_kind,
        quote=fact.quote,
        sentence=fact.sentence,
        page=fact.page,
        start=fact.start,
        end=fact.end,
        origin=fact.origin,
        fact_id=fact.fact_id,
        status=fact.status,
        reason=fact.reason,
        fingerprint=fact.fingerprint,
    )


# ------------------------------------------------------------------------------- disagreements


def _conflicts(facts: Sequence[EventFact], lead: EventFact, kind: str, court: str) -> tuple[EntryConflict, ...]:
    """Fields on which sources disagree; the value shown comes first. A period that holds the day agrees with it."""
    if len(facts) == 1:
        return ()
    days = [fact for fact in facts if fact.precision in DAYS] or list(facts)
    same_day = [fact for fact in facts if fact.date == lead.date]
    found = [
        _conflict("date", days, lambda fact: fact.date.isoformat(), lead.date.isoformat()),
        _conflict("time", same_day, lambda fact: fact.time or "", ""),
        _conflict("court", facts, lambda fact: _full_court(fact, court), court),
        _conflict("type", facts, lambda fact: "décision" if fact.type in DECISIONS else fact.type, kind),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def _full_court(fact: EventFact, court: str) -> str:
    """« TA » without a seat does not contradict ``TA06``."""
    said = court_of(fact)
    return court if said.isalpha() and court.startswith(said) else said


def _conflict(
    field: str, facts: Sequence[EventFact], value_of: Callable[[EventFact], str], shown: str
) -> EntryConflict | None:
    values = _ranked(facts, value_of)
    if len(values) < 2:
        return None
    values.sort(key=lambda value: value != shown)
    return EntryConflict(
        field=field,
        values=tuple(
            (value, tuple(dict.fromkeys(fact.document_id for fact in facts if value_of(fact) == value)))
            for value in values
        ),
    )


def _reasons(group: Group, facts: Sequence[EventFact]) -> tuple[str, ...]:
    """Strongest first: a docket, a case, a name, then the rest."""
    if len(facts) < 2:
        return ()
    tokens: dict[str, list[str]] = defaultdict(list)
    for kind, token in sorted(group.reasons):
        tokens[kind].append(token)
    order = ("docket", "case", "name", *sorted(tokens.keys() - {"docket", "case", "name"}))
    return tuple(reason_for(kind, tokens[kind], facts) for kind in order if kind in tokens)
