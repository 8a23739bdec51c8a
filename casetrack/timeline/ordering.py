"""The order of a story: by day, by hour where hours are known, else as a procedure goes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from casetrack.model import TimelineEntry

_PROCEDURE = (
    ("texte", "contrat", "convention"),
    ("acte contesté",),
    ("décision antérieure", "décision attaquée", "jugement"),
    ("annonce", "consultation", "avis", "courrier"),
    ("requête", "pourvoi", "appel"),
    ("transmission",),
    ("mémoire en défense",),
    ("mémoire en réplique",),
    ("mémoire", "intervention", "pièces"),
    ("désistement",),
    ("audience",),
    ("note en délibéré",),
    ("clôture",),
    ("séance",),
    ("décision", "ordonnance", "arrêt"),
    ("notification",),
    ("injonction", "échéance"),
    ("communiqué", "publication"),
)


def in_order(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """By day; inside a day what has an hour by hour, and the rest where the procedure puts it."""
    told = sorted(entries, key=lambda entry: entry.date)
    return [entry for _, day in groupby(told, key=lambda entry: entry.date) for entry in _in_day(list(day))]


def _in_day(entries: list[TimelineEntry]) -> list[TimelineEntry]:
    timed = sorted((entry for entry in entries if entry.time), key=lambda e: (e.time, _rank(e), e.key))
    untimed = sorted((entry for entry in entries if not entry.time), key=lambda e: (_rank(e), e.key))
    ordered: list[TimelineEntry] = []
    for entry in untimed:
        while timed and _rank(timed[0]) < _rank(entry):
            ordered.append(timed.pop(0))
        ordered.append(entry)
    return ordered + timed


def _rank(entry: TimelineEntry) -> int:
    return _rank_of(entry.type)


@lru_cache(256)
def _rank_of(kind: str) -> int:
    """The longest name that fits: « décision attaquée » is before « décision »."""
    fits = [(-len(head), rank) for rank, heads in enumerate(_PROCEDURE) for head in heads if kind.startswith(head)]
    return min(fits)[1] if fits else len(_PROCEDURE)
