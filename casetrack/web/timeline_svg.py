"""The picture of a timeline, laid out: every abscissa, row and label decided here, drawn by a template. Pure.

Shapes say the modality (disc: recorded, diamond: announced, square: ordered), filling says the status (full:
confirmed, outline: proposed), colour says the family, a broken outline says that the day is not known exactly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casetrack.web.timeline_lanes import Lane
from casetrack.web.timeline_marks import CLUSTER_WIDTH, MARGIN, MAX_ROWS, Mark, clustered, entry_words, packed, sign
from casetrack.web.timeline_scale import Scale, Tick, fraction_of, make_scale, span_of, ticks
from casetrack.words import (
    duration_words,
    interval_words,
    plural,
    typo,
    when_words,
)

WIDTH = 1120.0
GUTTER = 196.0
AXIS = 34.0
FOLDED_AXIS = 48.0
"""With one row more, for what is said of the folds: a date often stands at the very edge of one."""
ROW = 25.0
PADDING = 9.0
BAND = 34.0
_CLUSTER_FROM = 200
MOST_SIGNS = 400
"""Signs of one picture, whatever its zoom: those of sixteen years, day by day, weigh more than a page."""
_LEGIBLE = 4.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """The 48 h of L. 521-2 against real time: from a filing to what decided it (None: still pending)."""

    label: str
    filed_on: dt.date
    filed_time: str | None = None
    decided_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnLane:
    key: str
    lines: tuple[str, ...]
    title: str
    address: str
    y: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """The 48 h strip: where it begins and ends, and how long it really took."""

    title: str
    lines: tuple[str, ...]
    y: float
    x_start: float
    x_48: float
    x_end: float
    real: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """All that the template draws; ``title`` and ``summary`` are its text alternative."""

    width: float
    height: float
    axis: float
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[tuple[float, float, str], ...]
    links: tuple[tuple[float, float, float], ...]
    bands: tuple[Band, ...]
    summary: str
    is_wide: bool
    seen: frozenset[str]
    """What the legend must explain: shapes, statuses, families, ``uncertain``, ``conflict``, ``cluster``..."""


def draw(
    lanes: Sequence[Lane], *, zoom: str = "auto", references: Sequence[Reference] = (), rows: int = MAX_ROWS
) -> Picture | None:
    """Lay the picture out, at most ``rows`` signs high in a lane; None when there is nothing to draw."""
    spans = [span_of(entry, lane.origin) for lane in lanes for entry in lane.entries]
    if not spans:
        return None
    is_aligned = any(lane.origin for lane in lanes)
    room = WIDTH - GUTTER - MARGIN
    shown = () if is_aligned else references
    waits = [_reference_span(reference) for reference in shown]
    scale = make_scale(spans, waits, x_start=GUTTER, width=room, zoom=zoom, aligned=is_aligned)
    folds = tuple((part.x_start, part.x_end, part.label) for part in scale.segments if part.folded)
    axis = FOLDED_AXIS if folds else AXIS
    bands = _bands(shown, scale, axis)
    y = axis + BAND * len(bands)
    drawn: list[DrawnLane] = []
    for lane, signs in zip(lanes, _signs(lanes, scale), strict=True):
        drawn.append(_draw_lane(lane, signs, scale, y, most=rows))
        y += drawn[-1].height
    width = max(WIDTH, scale.x_end + MARGIN)
    return Picture(
        width=round(width, 1),
        height=round(y + 10, 1),
        axis=axis,
        lanes=tuple(drawn),
        ticks=tuple(ticks(scale)),
        folds=folds,
        links=tuple(_links(drawn)),
        bands=tuple(bands),
        summary=_summary(lanes),
        is_wide=width > WIDTH,
        seen=_seen(drawn),
    )


def _summary(lanes: Iterable[Lane]) -> str:
    told = list(lanes)
    entries = {entry.key: entry for lane in told for entry in lane.entries}
    dates = sorted(entry.date for entry in entries.values())
    span = when_words(dates[0]) if dates[0] == dates[-1] else interval_words(dates[0], dates[-1])
    return f"{plural(len(entries), 'événement')}, {span}, sur {plural(len(told), 'ligne')}."


# ------------------------------------------------------------------------------------------ lanes


def _signs(lanes: Sequence[Lane], scale: Scale) -> list[list[Mark]]:
    """The signs of each lane from left to right, grouped where they are many, more widely as long as they are."""
    whole = [
        sorted((sign(entry, lane, scale) for entry in lane.entries), key=lambda mark: (mark.x_start, mark.x))
        for lane in lanes
    ]
    is_dense = sum(map(len, whole)) > _CLUSTER_FROM
    near = CLUSTER_WIDTH
    while True:
        told = [clustered(signs, near) if is_dense or len(signs) > 60 else signs for signs in whole]
        if not is_dense or sum(map(len, told)) <= MOST_SIGNS or near > scale.x_end:
            return told
        near *= 2


def _draw_lane(lane: Lane, signs: Sequence[Mark], scale: Scale, y: float, *, most: int) -> DrawnLane:
    placed, rows = packed(signs, scale.x_end, most)
    height = max(rows, 1) * ROW + 2 * PADDING
    by_key = {entry.key: entry for entry in lane.entries}
    marks = tuple(
        replace(
            mark,
            y=round(y + PADDING + row * ROW + ROW / 2, 1),
            title=mark.title or entry_words(by_key[mark.key]),
        )
        for mark, row in placed
    )
    return DrawnLane(
        key=lane.key,
        lines=wrapped(lane.label),
        title=lane.label,
        address=lane.address,
        y=round(y, 1),
        height=height,
        marks=marks,
    )


def wrapped(label: str, width: int = 27, most: int = 2) -> tuple[str, ...]:
    """Cut a label into at most ``most`` lines that fit the gutter, the last one with an ellipsis."""
    lines = [""]
    for word in label.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(line if len(line) <= width else f"{line[: width - 1].rstrip()}…" for line in lines)


def _links(lanes: Sequence[DrawnLane]) -> Iterable[tuple[float, float, float]]:
    """A thin upright line joins the marks of one entry that stands in several lanes: (x, top, bottom)."""
    heights: dict[tuple[str, float], list[float]] = {}
    for lane in lanes:
        for mark in lane.marks:
            if mark.shape != "cluster":
                heights.setdefault((mark.key, mark.x), []).append(mark.y)
    for (_, x), tops in heights.items():
        if len(tops) > 1:
            yield x, min(tops), max(tops)


def _seen(lanes: Iterable[DrawnLane]) -> frozenset[str]:
    seen: set[str] = set()
    for lane in lanes:
        for mark in lane.marks:
            seen |= {mark.shape, mark.status, f"f-{mark.family}"}
            seen |= {"uncertain"} if mark.is_uncertain else set()
            seen |= {"interval"} if mark.is_interval and not mark.is_uncertain else set()
            seen |= {"conflict"} if mark.has_conflict else set()
    return frozenset(seen)


# ------------------------------------------------------------------------------- reference time


def _reference_span(reference: Reference) -> tuple[float, float]:
    start = _filed(reference)
    return start, max(start + 2, float(reference.decided_on.toordinal() + 1) if reference.decided_on else 0.0)


def _filed(reference: Reference) -> float:
    return reference.filed_on.toordinal() + (fraction_of(reference.filed_time) if reference.filed_time else 0.0)


def _bands(references: Sequence[Reference], scale: Scale, axis: float) -> list[Band]:
    bands: list[Band] = []
    for reference in references:
        start, end = _reference_span(reference)
        if scale.x(start + 2) - scale.x(start) < _LEGIBLE:
            continue  # two days that nobody could see
        real = ""
        if reference.decided_on:
            real = f"{duration_words((reference.decided_on - reference.filed_on).days)} réels"
        bands.append(
            Band(
                title=typo(f"{reference.label} : délai de référence de 48 h, {real or 'pas encore de décision ici'}"),
                lines=wrapped(typo(f"Délai de référence, {reference.label}")),
                y=axis + len(bands) * BAND,
                x_start=round(scale.x(start), 1),
                x_48=round(scale.x(start + 2), 1),
                x_end=round(scale.x(end), 1),
                real=real,
            )
        )
    return bands
