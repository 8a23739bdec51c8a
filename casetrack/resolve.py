"""Findings plus what we know, turned into facts: whose, in which proceeding. Pure: no database, no files.

What cannot be told is left unresolved and asked of people; an alias is only ever proposed by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from casetrack.model import DocumentKind, Findings, PartyFinding, PartyType, fold

LIKENESS = 86
"""Below it two names are not worth a person's time (measured: 31 of 44 aliases, no wrong merge)."""

_PARENTHESIS = re.compile(r"\([^)]{0,60}\)")
_HEAD = re.compile(
    r"^(?:(?:l'|la |le |les |un |une |des |du |de la |de l'|d')"
    r"|(?:association|assoc|societe|sas|sarl|sa|ste|collectif|union locale de l')\b ?)+"
)
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"l", "d", "le", "la", "les", "de", "des", "du", "et", "en", "a", "au", "aux", "pour", "par", "sur"})
# « Ministre » and « ministère » are one body; so are « Mme la ministre » and « le ministre ».
_MINISTRY = re.compile(r"^(?:m(?:me)? (?:la |le )?)?minist(?:re|ere)\b")


def party_key(name: str) -> str:
    """The comparable form of a legal person's name: no article, head word, acronym, domain ending or accent."""
    key = _PARENTHESIS.sub(" ", fold(name)).replace("’", "'")
    key = re.sub(r"\.(?:org|fr|com)\b", "", key)
    key = _HEAD.sub("", " ".join(key.split()))
    key = _MINISTRY.sub("ministre", key)
    return " ".join(_WORD.findall(key)) or " ".join(_WORD.findall(fold(name)))


def initials(name: str) -> str:
    """What an acronym of this name would be: « Syndicat de la médecine générale » -> ``smg``."""
    return "".join(word[0] for word in _WORD.findall(fold(_PARENTHESIS.sub(" ", name))) if word not in _SMALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownParty:
    """A party as the store knows it under one of its forms."""

    id: int
    name: str
    slug: str
    alias_status: str = "confirme"


@dataclass(frozen=True, kw_only=True, slots=True)
class AliasProposal:
    """« X may be Y »: for a person to decide."""

    name: str
    key: str
    party_id: int
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What is known of one name: the party, else the proposals; ``is_new`` when a party should be made."""

    party_id: int | None = None
    is_new: bool = False
    proposals: tuple[AliasProposal, ...] = ()


def match_party(name: str, acronym: str, known: Mapping[str, KnownParty]) -> Match:
    """Find the legal person of that name among the known forms (by `party_key`).

    Only an identical comparable form is taken as the same body; an acronym or a likeness is proposed.
    """
    key = party_key(name)
    if party := known.get(key):
        return Match(party_id=party.id)
    proposals: dict[int, AliasProposal] = {}
    for other_key, party in known.items():
        if reason := _likeness(name, key, acronym, party, other_key):
            proposals.setdefault(party.id, AliasProposal(name=name, key=key, party_id=party.id, reason=reason))
    return Match(is_new=True, proposals=tuple(proposals.values()))


def _likeness(name: str, key: str, acronym: str, party: KnownParty, other_key: str) -> str:
    """Why two names might be one body; empty when they probably are not."""
    if " " not in key and key == initials(party.name) and len(key) >= 3:
        return f"« {name} » est fait des initiales de « {party.name} »"
    if " " not in other_key and other_key == initials(name) and len(other_key) >= 3:
        return f"« {party.name} » est fait des initiales de « {name} »"
    if acronym and fold(acronym) == other_key:
        return f"« {name} » se donne le sigle « {acronym} »"
    if min(len(key), len(other_key)) < 8:
        return ""
    shorter, longer = sorted((_telling(key), _telling(other_key)), key=len)
    if len(shorter) >= 3 and shorter < longer:
        return f"tous les mots du nom le plus court sont dans l'autre : « {name} », « {party.name} »"
    score = fuzz.token_sort_ratio(key, other_key)
    if score < LIKENESS or _differs_by_number(key, other_key):
        return ""
    return f"« {name} » ressemble à « {party.name} » ({score:.0f} %)"


def _telling(key: str) -> frozenset[str]:
    return frozenset(word for word in key.split() if word not in _SMALL and word not in {"une", "un"})


def _differs_by_number(one: str, other: str) -> bool:
    """« CPAM du 13 » is not « CPAM du 31 »."""
    return re.findall(r"\d+", one) != re.findall(r"\d+", other)


def is_legal_person(party: PartyFinding) -> bool:
    """Whether it may become a row: never a natural person, never a pseudonym."""
    return party.type != PartyType.NATURAL and not party.pseudonym


def own_dockets(findings: Findings) -> tuple[tuple[str, str], ...]:
    """(court code, docket) of the proceedings this document belongs to by itself; empty when the court is unknown."""
    if findings.kind.value not in (DocumentKind.DECISION, DocumentKind.FILING) or not findings.court_code:
        return ()
    seen = {(findings.court_code, docket_key(value.value)): None for value in findings.dockets}
    return tuple(seen)


def cited_dockets(findings: Findings) -> tuple[tuple[str, str], ...]:
    """(court code, docket) that a press article, page or notice names."""
    if findings.kind.value in (DocumentKind.DECISION, DocumentKind.FILING):
        return ()
    seen: dict[tuple[str, str], None] = {}
    for value in findings.dockets:
        if findings.court_code:
            seen[findings.court_code, docket_key(value.value)] = None
    for citation in findings.citations:
        if citation.kind in ("decision", "docket") and citation.court_code and citation.number:
            seen[citation.court_code, docket_key(citation.number)] = None
    return tuple(seen)


def only_docket(findings: Findings) -> tuple[str, str] | None:
    """The proceeding that a document is about: its own, the one that labels its notice, or the only one named."""
    told = own_dockets(findings) or cited_dockets(findings)
    is_labelled = findings.kind.value == DocumentKind.NOTICE and len(findings.dockets) == 1 and findings.court_code
    return told[0] if told and (len(told) == 1 or is_labelled) else None


SHORTEST_DOCKET = 5
"""Of an administrative court: « 12345 », once."""


def docket_key(number: str) -> str:
    """The comparable form of a docket number: « 1712217/6-3 » -> ``1712217``, « 21bx04358 » -> ``21BX04358``.

    Judicial numbers begin with a year and stay whole: « 23-14.567 » -> ``23-14567``, « 20/01234 » -> ``20-01234``.
    """
    whole = re.sub(r"[\s.]", "", number).upper().replace("/", "-")
    head = whole.split("-")[0]
    return (head if len(head) >= SHORTEST_DOCKET else whole) or number


def lower_docket(findings: Findings) -> tuple[str, str] | None:
    """The proceeding whose decision is attacked here."""
    lower = findings.lower_decision
    if lower is None or not lower.court_code or not lower.number:
        return None
    return lower.court_code, docket_key(lower.number)


def told_dockets(findings: Findings) -> tuple[tuple[str, str], ...]:
    """The proceedings whose decisions this text tells as earlier stages of its own affair."""
    return tuple((item.court_code, docket_key(item.number)) for item in findings.earlier_decisions)


def event_docket(
    findings: Findings, court_code: str, number: str, event_type: str, only: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The proceeding an event belongs to: the one it names, else the attacked one, else the document's only one."""
    if number and court_code:
        return court_code, docket_key(number)
    if event_type == "décision attaquée":
        return lower_docket(findings)
    if event_type in OUTSIDE_PROCEEDING or (court_code and only and court_code != only[0]):
        return None
    return only


OUTSIDE_PROCEEDING = frozenset(
    {"texte", "décision antérieure", "publication", "avis", "consultation", "communiqué", "jugement", "annonce"}
)
"""Types of events that are not steps of the document's own proceeding."""


def organisations_of(findings: Findings) -> frozenset[str]:
    """Comparable names of the legal persons that a document names."""
    names = [party.name for party in findings.parties if is_legal_person(party)]
    names += [organisation.name for organisation in findings.organisations]
    return frozenset(key for key in map(party_key, names) if key and key not in GENERIC)


GENERIC = frozenset(
    {"conseil d etat", "etat", "gouvernement", "france", "tribunal administratif", "commission europeenne", "justice"}
)
"""Bodies that every dispute names: no evidence that two texts are about the same thing."""


def shared_evidence(here: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Organisations named on both sides, in order."""
    return tuple(sorted(set(here) & set(there)))
