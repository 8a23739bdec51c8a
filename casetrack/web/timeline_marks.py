"""The signs of the picture: one a timeline entry, their shapes, their words, and how they stand in rows. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.model import FactStatus, Modality, TimelineEntry
from casetrack.web.timeline_lanes import Lane
from casetrack.web.timeline_scale import Scale, span_of
from casetrack.words import (
    MODALITIES,
    NBSP,
    STATUSES,
    capital,
    event_family,
    interval_words,
    plural,
    typo,
    when_words,
)

MARGIN = 22.0
MAX_ROWS = 7
CLUSTER_WIDTH = 22.0
_LETTER = 6.3
_POINT = 14.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One sign of the picture, or one cluster of ``count`` entries between two days."""

    key: str
    x: float
    y: float
    x_start: float
    x_end: float
    shape: str
    family: str
    status: str
    is_uncertain: bool
    is_interval: bool
    has_conflict: bool
    title: str = ""
    """The entry in one line; made last, for the signs that stand alone."""
    label: str = ""
    label_side: str = "right"
    count: int = 1
    since: dt.date | None = None
    until: dt.date | None = None


_SHAPES = {Modality.RECORDED: "disc", Modality.ANNOUNCED: "diamond", Modality.ORDERED: "square"}


def sign(entry: TimelineEntry, lane: Lane, scale: Scale) -> Mark:
    start, end = span_of(entry, lane.origin)
    x_start, x_end = scale.x(start), scale.x(end)
    is_one_day = entry.precision in ("day", "minute")
    return Mark(
        key=entry.key,
        x=round((x_start + x_end) / 2, 1),
        y=0.0,
        x_start=round(x_start, 1),
        x_end=round(x_end, 1),
        shape=_SHAPES[entry.modality],
        family=event_family(entry.type),
        status=entry.status,
        is_uncertain=not is_one_day and entry.precision != "interval",
        is_interval=x_end - x_start > _POINT and not is_one_day,
        has_conflict=bool(entry.conflicts),
        label=short_label(entry),
        since=entry.date,
        until=entry.date_end or entry.date,
    )


def short_label(entry: TimelineEntry) -> str:
    """« Mémoire en défense », « Audience annoncée »: what stands beside a mark."""
    said = capital(entry.type)
    if entry.modality is not Modality.ANNOUNCED or entry.type == "annonce":
        return said
    gendered = "annoncée" if entry.type.split(" ")[0] in _FEMININE else "annoncé"
    return f"{said} {gendered}"


_FEMININE = frozenset(
    ("audience", "séance", "requête", "décision", "publication", "intervention", "clôture", "échéance", "ordonnance")
)


def entry_words(entry: TimelineEntry) -> str:
    """The whole entry in one line, for tooltips and screen readers."""
    parts = [
        when_words(entry.date, entry.date_end, entry.time, entry.precision),
        typo(entry.title or short_label(entry)),
        f"{MODALITIES[entry.modality]}, {STATUSES[entry.status]}",
        plural(entry.origins, "source indépendante", "sources indépendantes"),
    ]
    if entry.deduced:
        parts.append("date déduite")
    if entry.conflicts:
        parts.append("les sources se contredisent")
    return f"{NBSP}— ".join(parts)


def packed(signs: Sequence[Mark], x_end: float, most: int = MAX_ROWS) -> tuple[list[tuple[Mark, int]], int]:
    """First row where a mark fits with its label; else without it; else grouped with the last of the last row."""
    rows: list[float] = []
    placed: list[tuple[Mark, int]] = []
    for mark in signs:
        for candidate in (_labelled(mark, x_end), replace(mark, label="")):
            left, right = extent(candidate)
            row = next((index for index, edge in enumerate(rows) if edge + 5 <= left), len(rows))
            if row < most:
                break
        if row >= most:
            index = max(i for i, (_, at) in enumerate(placed) if at == most - 1)
            placed[index] = (_joined([placed[index][0], mark]), most - 1)
            continue
        if row == len(rows):
            rows.append(right)
        rows[row] = right
        placed.append((candidate, row))
    return placed, len(rows)


def extent(mark: Mark) -> tuple[float, float]:
    """Left and right edges of a mark with its label."""
    left = min(mark.x_start, mark.x - _POINT / 2) if mark.is_interval else mark.x - _POINT / 2
    right = max(mark.x_end, mark.x + _POINT / 2) if mark.is_interval else mark.x + _POINT / 2
    words = len(mark.label) * _LETTER + 8 if mark.label else 0.0
    return (left - words, right) if mark.label_side == "left" else (left, right + words)


def _labelled(mark: Mark, x_end: float) -> Mark:
    return replace(mark, label_side="left") if extent(mark)[1] > x_end + MARGIN else mark


def clustered(signs: Sequence[Mark], near: float = CLUSTER_WIDTH) -> list[Mark]:
    """Group the marks that would stand on one another, or less than ``near`` apart."""
    groups: list[list[Mark]] = []
    for mark in sorted(signs, key=lambda mark: mark.x):
        if groups and mark.x - groups[-1][0].x < near:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [group[0] if len(group) == 1 else _joined(group) for group in groups]


def _joined(marks: Sequence[Mark]) -> Mark:
    since = min(mark.since for mark in marks if mark.since)
    until = max(mark.until for mark in marks if mark.until)
    count = sum(mark.count for mark in marks)
    families = {mark.family for mark in marks}
    span = when_words(since) if since == until else interval_words(since, until)
    confirmed = all(mark.status == FactStatus.CONFIRMED for mark in marks)
    return replace(
        marks[0],
        shape="cluster",
        family=families.pop() if len(families) == 1 else "autre",
        status=FactStatus.CONFIRMED if confirmed else FactStatus.PROPOSED,
        is_uncertain=False,
        is_interval=False,
        has_conflict=any(mark.has_conflict for mark in marks),
        title=f"{plural(count, 'événement')}, {span}",
        label="",
        count=count,
        since=since,
        until=until,
    )
