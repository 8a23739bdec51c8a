"""Lanes of the picture: by party, by plaintiff, by proceeding, by kind or by case. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, Role, TimelineEntry
from casetrack.words import FAMILIES, court_short, event_family, plural, typo

GROUPINGS: Mapping[str, str] = {
    "nature": "nature",
    "partie": "partie",
    "requerant": "requérant",
    "instance": "instance",
    "affaire": "affaire",
}
MAX_LANES = 14
_FAMILY_ORDER = ("acte", "ecrit", "audience", "decision", "autre", "presse")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """One line of the picture. ``address`` is empty when the lane has no page of its own."""

    key: str
    label: str
    entries: tuple[TimelineEntry, ...]
    address: str = ""
    origin: dt.date | None = None
    """The day of the filing, when cases are aligned on it."""


def group(
    entries: Sequence[TimelineEntry], by: str, cases: Mapping[int, tuple[str, str]] | None = None
) -> tuple[Lane, ...]:
    """Cut ``entries`` into lanes; an entry that concerns several parties stands in the lane of each.

    ``cases``: case id -> (slug, title). Beyond `MAX_LANES` the smallest lanes are joined into one that says so.
    """
    if by == "partie":
        lanes = _by_party(entries, None)
    elif by == "requerant":
        lanes = _by_party(entries, PLAINTIFF_ROLES)
    elif by == "instance":
        lanes = _by_proceeding(entries)
    elif by == "affaire":
        lanes = _by_case(entries, cases or {})
    else:
        lanes = _by_family(entries)
    return _bounded(lanes)


def align(lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    """Give each lane its origin: its first « requête » or « pourvoi », else its first event."""
    aligned = []
    for lane in lanes:
        filings = [entry.date for entry in lane.entries if entry.type.startswith(("requête", "pourvoi"))]
        origin = min(filings or [entry.date for entry in lane.entries])
        aligned.append(Lane(key=lane.key, label=lane.label, entries=lane.entries, address=lane.address, origin=origin))
    return tuple(aligned)


def _by_family(entries: Sequence[TimelineEntry]) -> list[Lane]:
    sorted_out: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        sorted_out.setdefault(event_family(entry.type), []).append(entry)
    return [
        Lane(key=family, label=FAMILIES[family], entries=tuple(sorted_out[family]))
        for family in _FAMILY_ORDER
        if family in sorted_out
    ]


def _rank(role: str) -> int:
    """Plaintiffs above, defendants below, the others between."""
    if role in PLAINTIFF_ROLES:
        return 0
    if role in DEFENDANT_ROLES or role == Role.ACT_AUTHOR:
        return 2
    return 1


def _by_party(entries: Sequence[TimelineEntry], roles: frozenset[Role] | None) -> list[Lane]:
    """Legal persons only: a natural person is text, and gets no lane."""
    found: dict[str, list[TimelineEntry]] = {}
    label: dict[str, tuple[str, str]] = {}
    rank: dict[str, int] = {}
    nobody: list[TimelineEntry] = []
    for entry in entries:
        concerned = [
            (name, role, slug) for name, role, slug in entry.parties if slug and (roles is None or role in roles)
        ]
        for slug in dict.fromkeys(slug for _, _, slug in concerned):
            found.setdefault(slug, []).append(entry)
        for name, role, slug in concerned:
            label.setdefault(slug, (name, f"/parties/{slug}"))
            rank[slug] = min(rank.get(slug, 3), _rank(role))
        if not concerned:
            nobody.append(entry)
    order = sorted(found, key=lambda key: (rank[key], found[key][0].date, key))
    lanes = [Lane(key=key, label=label[key][0], address=label[key][1], entries=tuple(found[key])) for key in order]
    if nobody:
        said = "Sans personne morale nommée" if roles is None else "Sans requérant nommé"
        lanes.append(Lane(key="", label=said, entries=tuple(nobody)))
    return lanes


def _by_proceeding(entries: Sequence[TimelineEntry]) -> list[Lane]:
    found: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        found.setdefault(entry.docket, []).append(entry)
    order = sorted((key for key in found if key), key=lambda key: (found[key][0].date, key))
    lanes = [Lane(key=key, label=docket_words(key), entries=tuple(found[key])) for key in order]
    if "" in found:
        lanes.append(Lane(key="", label="Hors instance", entries=tuple(found[""])))
    return lanes


def docket_words(key: str) -> str:
    """``CE/450163`` -> « Conseil d’État, n° 450163 »."""
    court, _, docket = key.partition("/")
    return typo(f"{court_short(court)}, n° {docket}") if docket else key


def _by_case(entries: Sequence[TimelineEntry], cases: Mapping[int, tuple[str, str]]) -> list[Lane]:
    found: dict[int, list[TimelineEntry]] = {}
    outside: list[TimelineEntry] = []
    for entry in entries:
        known = [case for case in sorted(entry.case_ids) if case in cases]
        for case in known:
            found.setdefault(case, []).append(entry)
        if not known:
            outside.append(entry)
    lanes = [
        Lane(key=cases[case][0], label=cases[case][1], address=f"/affaires/{cases[case][0]}", entries=tuple(told))
        for case, told in sorted(found.items(), key=lambda item: item[1][0].date)
    ]
    if outside:
        lanes.append(Lane(key="", label="Hors affaire", entries=tuple(outside)))
    return lanes


def _bounded(lanes: list[Lane]) -> tuple[Lane, ...]:
    if len(lanes) <= MAX_LANES:
        return tuple(lanes)
    largest = sorted(lanes, key=lambda lane: -len(lane.entries))[: MAX_LANES - 1]
    kept = [lane for lane in lanes if lane in largest]
    rest = [lane for lane in lanes if lane not in largest]
    joined = dict.fromkeys(entry for lane in rest for entry in lane.entries)
    told = tuple(sorted(joined, key=lambda entry: (entry.date, entry.time or "")))
    return (*kept, Lane(key="autres", label=plural(len(rest), "autre ligne", "autres lignes"), entries=told))
