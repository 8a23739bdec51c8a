"""From moments to pixels: a scale that folds long silences, and its ticks. Pure.

A moment is a float: the ordinal of its day plus the fraction of the day. Silences much longer than the usual one are
folded into a fixed width and said (« 5 mois »), so that fourteen dense days stay legible beside an act of the year
before.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casetrack.model import Precision, TimelineEntry
from casetrack.words import MONTHS, NBSP, duration_words, number, plural

ZOOMS: Mapping[str, str] = {
    "auto": "automatique",
    "annees": "années",
    "mois": "mois",
    "jours": "jours",
    "minutes": "minutes",
}
_PIXELS_PER_DAY = {"annees": 0.3, "mois": 3.0, "jours": 36.0, "minutes": 1440.0}
_WIDEST = 20_000.0
_FOLD_WIDTH = 56.0
_LEAST_FOLD = 21.0
_USUAL = 8.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time drawn between two abscissas; ``folded`` when it is a silence drawn short."""

    start: float
    end: float
    x_start: float
    x_end: float
    folded: bool = False

    @property
    def label(self) -> str:
        return duration_words(round(self.end - self.start))


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str
    is_major: bool


@dataclass(frozen=True, slots=True)
class Scale:
    segments: tuple[Segment, ...]
    is_aligned: bool = False

    @property
    def x_end(self) -> float:
        return self.segments[-1].x_end

    def x(self, moment: float) -> float:
        """Abscissa of a moment; clamped to the ends."""
        for segment in self.segments:
            if moment <= segment.end:
                share = (moment - segment.start) / (segment.end - segment.start)
                return segment.x_start + max(share, 0.0) * (segment.x_end - segment.x_start)
        return self.x_end

    @property
    def pixels_per_day(self) -> float:
        plain = [segment for segment in self.segments if not segment.folded]
        return sum(part.x_end - part.x_start for part in plain) / sum(part.end - part.start for part in plain)


def span_of(entry: TimelineEntry, origin: dt.date | None = None) -> tuple[float, float]:
    """When an entry may have happened: one moment twice, or the bounds of its day, month, year or interval."""
    day = entry.date
    if entry.precision is Precision.YEAR:
        start, end = dt.date(day.year, 1, 1).toordinal(), dt.date(day.year, 12, 31).toordinal() + 1
    elif entry.precision in (Precision.MONTH, Precision.VAGUE):
        start = day.replace(day=1).toordinal()
        end = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1).toordinal()
    elif entry.precision is Precision.WEEK:
        start, end = day.toordinal(), day.toordinal() + 7
    elif entry.date_end is not None and entry.date_end > day:
        start, end = day.toordinal(), entry.date_end.toordinal() + 1
    elif entry.time:
        moment = day.toordinal() + fraction_of(entry.time)
        return _shift(moment, moment, origin)
    else:
        start, end = day.toordinal(), day.toordinal() + 1
    return _shift(float(start), float(end), origin)


def fraction_of(time: str) -> float:
    """« 12:00 » -> 0.5."""
    hour, _, minute = time.partition(":")
    return (int(hour) * 60 + int(minute or 0)) / 1440


def _shift(start: float, end: float, origin: dt.date | None) -> tuple[float, float]:
    shift = origin.toordinal() if origin else 0
    return start - shift, end - shift


def make_scale(
    spans: Sequence[tuple[float, float]],
    waits: Sequence[tuple[float, float]] = (),
    *,
    x_start: float,
    width: float,
    zoom: str = "auto",
    aligned: bool = False,
) -> Scale:
    """A scale holding every span; wider than ``width`` when the zoom asks for it.

    ``waits`` are stretches that no fold may cut, and that say nothing of how long a silence usually is.
    """
    gaps = _stretches(spans, waits, fold=zoom in ("auto", "mois", "jours", "minutes"))
    plain = sum(end - start for start, end, folded in gaps if not folded)
    folds = sum(_FOLD_WIDTH for *_, folded in gaps if folded)
    wanted = plain * _PIXELS_PER_DAY.get(zoom, 0.0)
    per_day = max(min(wanted, _WIDEST), width - folds) / plain
    segments, x = [], x_start
    for start, end, folded in gaps:
        x_next = x + (_FOLD_WIDTH if folded else (end - start) * per_day)
        segments.append(Segment(start, end, x, x_next, folded))
        x = x_next
    return Scale(tuple(segments), aligned)


def _busy(spans: Iterable[tuple[float, float]]) -> list[list[float]]:
    """The stretches that spans cover together, in order."""
    busy: list[list[float]] = []
    for start, end in sorted(spans):
        if busy and start <= busy[-1][1]:
            busy[-1][1] = max(busy[-1][1], end)
        else:
            busy.append([start, end])
    return busy


def _silences(busy: Sequence[Sequence[float]]) -> list[float]:
    return [after[0] - before[1] for before, after in zip(busy, busy[1:], strict=False)]


def _stretches(
    spans: Sequence[tuple[float, float]], waits: Sequence[tuple[float, float]], *, fold: bool
) -> list[tuple[float, float, bool]]:
    """Alternate busy stretches and folded silences, with a little room on each side."""
    between = _silences(_busy(spans))
    usual = max(statistics.median(between), 1.0) if between else 0.0
    least = max(_LEAST_FOLD, _USUAL * usual)
    busy = _busy([*spans, *waits])
    silences = _silences(busy)
    cut: list[list[float]] = [busy[0][:]]
    for silence, (start, end) in zip(silences, busy[1:], strict=True):
        if fold and silence > least:
            cut.append([start, end])
        else:
            cut[-1][1] = end
    total = sum(end - start for start, end in cut)
    room = max(total * 0.02, 0.02 if total <= 1 else 0.5)
    drawn: list[tuple[float, float, bool]] = []
    for start, end in cut:
        if drawn:
            drawn.append((drawn[-1][1], start - room, True))
        drawn.append((start - room, end + room, False))
    return drawn


_STEPS = (
    (1 / 96, "quart"),
    (1 / 24, "heure"),
    (0.25, "quart-de-jour"),
    (1, "jour"),
    (7, "semaine"),
    (30.4, "mois"),
    (91.3, "trimestre"),
    (365.25, "an"),
    (1826.0, "lustre"),
)
_ROOM = 78.0


def ticks(scale: Scale) -> list[Tick]:
    """Ticks at least `_ROOM` pixels apart, each segment opening with a full date."""
    step, unit = next(((days, name) for days, name in _STEPS if days * scale.pixels_per_day >= _ROOM), _STEPS[-1])
    drawn: list[Tick] = []
    for segment in scale.segments:
        if segment.folded:
            continue
        moments = _aligned_moments(segment, step) if scale.is_aligned else _moments(segment, step, unit)
        moments = moments or [float(int(segment.start) + 1)]
        previous: float | None = None
        for moment in moments:
            if not segment.start <= moment <= segment.end:
                continue
            x = scale.x(moment)
            if drawn and x - drawn[-1].x < _ROOM * 0.8:
                continue
            label, major = _label(moment, previous, unit, scale.is_aligned)
            drawn.append(Tick(x, label, major))
            previous = moment
    return drawn


def _aligned_moments(segment: Segment, step: float) -> list[float]:
    leap = max(round(step), 1)
    return [float(day) for day in range(int(segment.start // leap) * leap, int(segment.end) + 1, leap)]


def _moments(segment: Segment, step: float, unit: str) -> list[float]:
    first, last = int(segment.start), int(segment.end) + 1
    if step < 1:
        count = round(1 / step)
        return [day + part / count for day in range(first, last + 1) for part in range(count)]
    days = (dt.date.fromordinal(day) for day in range(max(first, 1), last + 1))
    return [float(day.toordinal()) for day in _kept(days, unit)]


def _kept(days: Iterable[dt.date], unit: str) -> Iterable[dt.date]:
    for day in days:
        if (
            unit == "jour"
            or (unit == "semaine" and day.weekday() == 0)
            or (day.day == 1 and unit == "mois")
            or (day.day == 1 and unit == "trimestre" and day.month % 3 == 1)
            or (day.day == 1 and day.month == 1 and (unit == "an" or (unit == "lustre" and day.year % 5 == 0)))
        ):
            yield day


def _label(moment: float, previous: float | None, unit: str, is_aligned: bool) -> tuple[str, bool]:
    if is_aligned:
        days = round(moment)
        away = plural(abs(days) // 365, "an") if days % 365 == 0 else number(abs(days))
        return ("J" if days == 0 else f"J{NBSP}{'+' if days > 0 else '−'}{NBSP}{away}"), days == 0
    day = dt.date.fromordinal(int(moment))
    before = dt.date.fromordinal(int(previous)) if previous is not None else None
    if unit in ("an", "lustre"):
        return str(day.year), True
    if unit in ("mois", "trimestre"):
        opens = before is None or before.year != day.year
        return (f"{_short(day.month)} {day.year}" if opens else _short(day.month)), opens
    opens = before is None or before.year != day.year
    said = f"{'1er' if day.day == 1 else day.day}{NBSP}{_short(day.month)}" + (f" {day.year}" if opens else "")
    if unit in ("jour", "semaine"):
        return said, opens
    minutes = round((moment - int(moment)) * 1440)
    clock = f"{minutes // 60}{NBSP}h" + (f"{NBSP}{minutes % 60:02d}" if minutes % 60 else "")
    return (said if minutes == 0 or before is None else clock), minutes == 0


_SHORT = {1: "janv.", 2: "févr.", 4: "avr.", 7: "juil.", 9: "sept.", 10: "oct.", 11: "nov.", 12: "déc."}


def _short(month: int) -> str:
    return _SHORT.get(month, MONTHS[month - 1])
