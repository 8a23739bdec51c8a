"""What is known of facts thought to tell one event, and whether two such groups may be one.

The rule is that of the project's decisions: type and date agree, the court agrees or one source is silent, and they
share a docket, a case or a named organisation. This module holds the refusals; `merging` looks for what is shared.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from casetrack.model import DocumentKind, EventFact, Precision, fold
from casetrack.words import event_family

DAYS = frozenset({Precision.MINUTE, Precision.DAY})
DECISIONS = frozenset({"décision", "jugement", "ordonnance", "arrêt", "décision attaquée", "décision antérieure"})
_TOLD_ELSEWHERE = frozenset({"décision attaquée", "décision antérieure", "acte contesté"})
UNIQUE = frozenset({"requête", "pourvoi", "décision", "décision attaquée", "acte contesté"})
"""Once a docket (an act: once a note): two dates close to each other are one event told differently."""
ONCE = UNIQUE | {"audience"}
# « décret n° 2021-1059 », « n° 2122292 »: what tells two acts of one day apart; a year alone does not.
_REFERENCE = re.compile(r"\d+-\d+|\d{5,}")
_HEADS = re.compile(r"^(?:l'|la |le |les )?(?:association|societe|syndicat|minist[a-z]+|federation) (?:d'|de |des )?")

_NONE: frozenset[str] = frozenset()
_folded = lru_cache(4096)(fold)
_family = lru_cache(256)(event_family)

Stated: TypeAlias = tuple[str, dt.date, dt.date | None, str]


def docket_court(docket: str) -> str:
    """``CE/450163`` -> ``CE``."""
    return docket.partition("/")[0] if "/" in docket else ""


def court_of(fact: EventFact) -> str:
    """The court of the event itself: stated, else that of its docket, unless the docket is where it is only told."""
    return fact.court_code if fact.type in _TOLD_ELSEWHERE else fact.court_code or docket_court(fact.docket)


def person_key(name: str, slug: str) -> str:
    """A comparable form of a legal person: its slug, else its folded name without its head word."""
    return slug or _HEADS.sub("", _folded(name))


def span_of(fact: EventFact) -> tuple[dt.date, dt.date]:
    """First and last day the words allow: « mars 2021 » is 1 to 31 March."""
    if fact.date_end is not None and fact.date_end >= fact.date:
        return fact.date, fact.date_end
    if fact.precision is Precision.WEEK:
        return fact.date, fact.date + dt.timedelta(days=6)
    if fact.precision is Precision.MONTH:
        return fact.date, fact.date.replace(day=monthrange(fact.date.year, fact.date.month)[1])
    if fact.precision is Precision.YEAR:
        return fact.date, fact.date.replace(month=12, day=31)
    return fact.date, fact.date


def block_of(fact: EventFact) -> tuple[object, ...]:
    """Facts that may be one event outright share this: kind of event and days."""
    family = "décision" if fact.type in DECISIONS else fact.type
    precision = Precision.DAY if fact.precision in DAYS else fact.precision
    return family, *span_of(fact), precision


_UNIONS = (
    *("types", "courts", "dockets", "docket_courts", "references"),
    *("actors", "names", "marks", "parted", "reasons"),
)


@dataclass(slots=True, eq=False)
class Group:
    """Facts thought to tell one event. ``rank`` is the place of its first fact in the canonical order."""

    rank: int
    facts: list[EventFact]
    types: frozenset[str]
    courts: frozenset[str]
    dockets: frozenset[str]
    docket_courts: frozenset[str]
    documents: dict[int, Stated]
    notes: dict[int, set[str]]
    references: frozenset[str]
    actors: frozenset[str]
    names: frozenset[str]
    parted: frozenset[str]
    """Fingerprints that a person said are another event; ``marks``: those inside about which such a word was said."""
    marks: frozenset[str]
    reasons: frozenset[tuple[str, str]] = frozenset()

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The days told, at the finest precision known."""
        days = [fact.date for fact in self.facts if fact.precision in DAYS]
        return (min(days), max(days)) if days else span_of(self.facts[0])

    @property
    def is_day(self) -> bool:
        return any(fact.precision in DAYS for fact in self.facts)

    @property
    def rules_itself(self) -> bool:
        """Holds a decision's own statement of its date."""
        return any(fact.type == "décision" and fact.document_kind is DocumentKind.DECISION for fact in self.facts)

    def absorb(self, other: Group) -> None:
        self.rank = min(self.rank, other.rank)
        self.facts += other.facts
        for name in _UNIONS:
            mine, others = getattr(self, name), getattr(other, name)
            if not others <= mine:
                setattr(self, name, mine | others)
        self.documents.update(other.documents)
        for document, notes in other.notes.items():
            self.notes.setdefault(document, set()).update(notes)


def group_of(rank: int, fact: EventFact, names: frozenset[str], parted: Mapping[str, frozenset[str]]) -> Group:
    """One fact alone. ``names``: the legal persons it names that are evidence of something.

    An act is attacked under several dockets, before one court even: its dockets never tell it apart.
    """
    court, note, docket = court_of(fact), _folded(fact.note), fact.docket
    persons = frozenset(person_key(name, slug) for name, _, slug in fact.parties)
    acts = _family(fact.type) == "ecrit" and fact.type not in UNIQUE
    return Group(
        rank=rank,
        facts=[fact],
        types=frozenset((fact.type,)),
        courts=frozenset((court,)) if court else _NONE,
        dockets=frozenset((docket,)) if docket else _NONE,
        docket_courts=frozenset((docket_court(docket),)) if docket and fact.type != "acte contesté" else _NONE,
        documents={fact.document_id: (fact.type, fact.date, fact.date_end, docket)},
        notes={fact.document_id: {note}} if note else {},
        references=frozenset(_REFERENCE.findall(note)) if note else _NONE,
        actors=persons if acts else _NONE,
        names=names | persons | {person_key(name, "") for name, _, slug in fact.parties if slug},
        parted=parted.get(fact.fingerprint, _NONE),
        marks=frozenset((fact.fingerprint,)) if fact.fingerprint in parted else _NONE,
    )


def may_meet(left: Group, right: Group) -> bool:
    """Whether no person said that they are two events."""
    return left.parted.isdisjoint(right.marks) and right.parted.isdisjoint(left.marks)


def courts_agree(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Silence agrees with all; « TA » without a seat agrees with any tribunal."""
    if not left or not right or left & right:
        return True
    return any(a.startswith(b) and b.isalpha() or b.startswith(a) and a.isalpha() for a in left for b in right)


def may_join(left: Group, right: Group, *, heed_people: bool = True) -> bool:
    """Whether nothing forbids that two groups tell one event (what they share is asked elsewhere)."""
    if heed_people and not may_meet(left, right):
        return False
    shared_docket = not left.dockets.isdisjoint(right.dockets)
    if not shared_docket and (left.docket_courts & right.docket_courts or not courts_agree(left.courts, right.courts)):
        return False
    if left.types.isdisjoint(right.types) and not (shared_docket or left.courts & right.courts):
        return False
    return not (_same_page_differs(left, right) or _notes_differ(left, right) or _actors_differ(left, right))


def _same_page_differs(left: Group, right: Group) -> bool:
    """One document that tells two things means two things; a unique event may be told again without its docket."""
    common = left.documents.keys() & right.documents.keys()
    return any(_tells_two(left.documents[document], right.documents[document]) for document in common)


def _tells_two(left: Stated, right: Stated) -> bool:
    *event, docket = left
    *again, docket_again = right
    if event != again:
        return True
    return docket != docket_again and not (left[0] in ONCE and "" in (docket, docket_again))


def _notes_differ(left: Group, right: Group) -> bool:
    if left.references and right.references and left.references.isdisjoint(right.references):
        return True
    common = left.notes.keys() & right.notes.keys()
    return any(left.notes[document].isdisjoint(right.notes[document]) for document in common)


def _actors_differ(left: Group, right: Group) -> bool:
    """Two briefs of one day by two parties are two briefs."""
    if not left.actors or not right.actors or left.actors & right.actors:
        return False
    return not any(a in b or b in a for a in left.actors for b in right.actors)
