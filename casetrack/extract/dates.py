"""Every temporal expression of a text, resolved where the text allows it, never from today's date.

A year or a day is *deduced* from a reference (the day of publication, of decision, or what `deduce_reference` reads in
the text itself), from a complete date of the same paragraph, or not at all: what nothing restricts stays undated.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casetrack.extract.calendar_words import MONTH_NAMES, Span, lower, make_date, month_words
from casetrack.extract.dates_absolute import Mention, find_mentions, read_time
from casetrack.extract.dates_direction import direction, way_end, written_way
from casetrack.extract.dates_periods import Period, find_periods
from casetrack.extract.dates_relative import Relative, find_relative, near_years, today
from casetrack.model import DateFinding, Precision

Reference = dt.date | tuple[dt.date, dt.date] | None
"""The day of writing, or the first and last day it may have been."""


def find_dates(
    text: str, *, reference: Reference = None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[DateFinding, ...]:
    """Temporal expressions in text order; lists give one finding a day, intervals one with ``date_end``.

    Args: ``reference``, the day relative dates are counted from (a pair when only its bounds are known: what both
    ends agree on is kept); ``spans``, offsets to which the findings are limited.
    """
    reader = _Reader(text, lower(text), _bounds(reference))
    found = reader.read()
    if spans is not None:
        found = [date for date in found if any(start <= date.start and date.end <= end for start, end in spans)]
    return tuple(found)


def french(day: dt.date) -> str:
    """« 1er mars 2021 »."""
    return f"{'1er' if day.day == 1 else day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _bounds(reference: Reference) -> tuple[dt.date, ...]:
    if reference is None:
        return ()
    if isinstance(reference, tuple):
        return reference if reference[0] != reference[1] else reference[:1]
    return (reference,)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    small: str
    bounds: tuple[dt.date, ...]

    def read(self) -> list[DateFinding]:
        months = month_words(self.small)
        mentions = find_mentions(self.small, months)
        found: list[DateFinding] = []
        previous: Mention | None = None
        for mention in mentions:
            found.append(self._day(mention, previous))
            previous = mention if mention.date else previous
        taken = _Taken(found)
        for period in find_periods(self.small, months):
            if taken.claim(period.start, period.end):
                found.append(self._period(period))
        for relative in find_relative(self.small):
            if taken.claim(relative.start, relative.end):
                found.append(self._relative(relative))
        return sorted(found, key=lambda date: (date.start, date.end))

    def _day(self, mention: Mention, previous: Mention | None) -> DateFinding:
        end = way_end(self.small, mention.end)
        day, reason = mention.date, "date écrite"
        way = 0
        if not day:
            way = self._direction(mention.start, mention.end)
            day, reason = self._year_of(mention, previous, way)
        elif mention.is_year_shared:
            reason = "mois et année écrits à la fin de la liste"
        last = self._last(mention, day)
        precision = Precision.INTERVAL if last else Precision.MINUTE if mention.time else Precision.DAY
        return self._finding(
            mention.start, end, day, last, precision if day else Precision.VAGUE, reason,
            time=mention.time, deduced=bool(day) and not mention.year, way=way,
        )  # fmt: skip

    def _direction(self, start: int, end: int) -> int:
        """Which way the sentence looks; its verbs are not asked when there is no day to count from."""
        return direction(self.small, start, end) if self.bounds else written_way(self.small, start, end)

    def _last(self, mention: Mention, day: dt.date | None) -> dt.date | None:
        if not mention.until or not day:
            return None
        year = mention.until.year or day.year
        last = make_date(year, mention.until.month, mention.until.day)
        return last if last and last >= day else make_date(year + 1, mention.until.month, mention.until.day)

    def _year_of(self, mention: Mention, previous: Mention | None, way: int) -> tuple[dt.date | None, str]:
        """The rule of the year: the reference, else a complete date of the paragraph, else nothing."""
        near = self._context(mention, previous)
        if self.bounds and not (near and (self.bounds[0] - near).days > 300):
            days = {_closest(mention, bound, way) for bound in self.bounds}
            if len(days) == 1:
                return days.pop(), f"année déduite du {' et du '.join(map(french, self.bounds))}{_WAYS[way]}"
        if near and previous:
            written = self.text[previous.start : previous.end].strip()
            return _following(mention, near), f"année de « {written} », écrit plus haut dans le paragraphe"
        return None, "année inconnue : rien ne la restreint dans le texte"

    def _context(self, mention: Mention, previous: Mention | None) -> dt.date | None:
        if not previous or mention.start - previous.end > 1500 or "\n" in self.small[previous.end : mention.start]:
            return None
        return previous.date

    def _period(self, period: Period) -> DateFinding:
        end = way_end(self.small, period.end)
        if period.year:
            span, reason, way = period.make(period.year), "période écrite", 0
        else:
            way = self._direction(period.start, period.end)
            span, reason = self._agreed(lambda bound: _closest_period(period, bound, way), way)
        return self._spanned(period.start, end, span, reason, deduced=not period.year, way=way)

    def _relative(self, relative: Relative) -> DateFinding:
        way = self._direction(relative.start, relative.end)
        resolve = relative.resolve
        if resolve is None:
            return self._spanned(
                relative.start, relative.end, None, "expression vague, sans date", deduced=False, way=way
            )
        span, reason = self._agreed(lambda bound: resolve(relative.match, bound, way), way)
        if not span and self.bounds and resolve is today:
            reason = "façon de parler, sans date"
        time, end = read_time(self.small, relative.end)
        if span and self.bounds:  # « hier » looks back whatever the verb
            way = 1 if span.first > self.bounds[-1] else -1 if (span.last or span.first) < self.bounds[0] else 0
        return self._spanned(relative.start, end, span, reason, deduced=span is not None, way=way, time=time)

    def _agreed(self, resolve: Callable[[dt.date], Span | None], way: int) -> tuple[Span | None, str]:
        """What every bound of the reference says alike."""
        spans = {resolve(bound) for bound in self.bounds}
        if not spans:
            return None, "aucune date de référence : l'expression reste sans date"
        if len(spans) > 1:
            return None, "la date de référence n'est pas assez précise pour cette expression"
        return spans.pop(), f"compté depuis le {' et le '.join(map(french, self.bounds))}{_WAYS[way]}"

    def _spanned(
        self, start: int, end: int, span: Span | None, reason: str, *, deduced: bool, way: int, time: str | None = None
    ) -> DateFinding:
        if not span:
            return self._finding(start, end, None, None, Precision.VAGUE, reason, deduced=False, way=way)
        precision = Precision.MINUTE if time and not span.last else span.precision
        return self._finding(start, end, span.first, span.last, precision, reason, deduced=deduced, way=way, time=time)

    def _finding(
        self, start: int, end: int, day: dt.date | None, last: dt.date | None, precision: Precision, reason: str,
        *, deduced: bool, way: int, time: str | None = None,
    ) -> DateFinding:  # fmt: skip
        return DateFinding(
            start=start, end=end, text=self.text[start:end], date=day, date_end=last, precision=precision,
            reason=reason, deduced=deduced, time=time, is_future={1: True, -1: False}.get(way),
        )  # fmt: skip


_WAYS = {1: ", la phrase regarde vers l'avenir", -1: ", la phrase regarde vers le passé", 0: ""}


class _Taken:
    """Offsets already read as a date, so that « mars » in « 8 mars » is not read again."""

    def __init__(self, found: list[DateFinding]) -> None:
        self._spans = sorted((date.start, date.end) for date in found)

    def claim(self, start: int, end: int) -> bool:
        place = bisect_right(self._spans, (start, end))
        before, after = self._spans[max(0, place - 1) : place], self._spans[place : place + 1]
        if any(span[1] > start for span in before) or any(span[0] < end for span in after):
            return False
        self._spans.insert(place, (start, end))
        return True


def _closest(mention: Mention, reference: dt.date, way: int) -> dt.date | None:
    """The year nearest to the reference on the side the sentence looks at; the weekday, when written, must fit."""
    days = near_years(mention.day, mention.month, reference)
    if mention.weekday is not None:
        days = [day for day in days if day.weekday() == mention.weekday] or days
    return _nearest(days, reference, way)


def _nearest(days: Sequence[dt.date], reference: dt.date, way: int) -> dt.date | None:
    if not days:
        return None
    nearest = min(days, key=lambda day: abs((day - reference).days))
    sided = [day for day in days if (day - reference).days * way >= 0]
    best = min(sided, key=lambda day: abs((day - reference).days)) if sided else nearest
    # A verb of another clause may mislead: nobody writes « le 2 mars » for a day eleven months away.
    return nearest if abs((best - reference).days) > 320 and abs((nearest - reference).days) < 45 else best


def _closest_period(period: Period, reference: dt.date, way: int) -> Span | None:
    spans = [span for gap in (-1, 0, 1) if (span := period.make(reference.year + gap))]
    current = [span for span in spans if span.first <= reference <= (span.last or span.first)]
    if current and not period.month:
        return current[0]
    if current:
        spans = [current[0]] if way == 0 else spans
    sided = [s for s in spans if (way < 0 and s.first <= reference) or (way > 0 and (s.last or s.first) >= reference)]
    return min(sided or spans, key=lambda span: abs((span.first - reference).days), default=None)


def _following(mention: Mention, near: dt.date) -> dt.date | None:
    """The first such day after a complete date of the same paragraph, when it comes within half a year."""
    days = [day for day in near_years(mention.day, mention.month, near)]
    fits = [day for day in days if -60 <= (day - near).days <= 200] or [day for day in days if day.year == near.year]
    if mention.weekday is not None:
        fits = [day for day in days if day.weekday() == mention.weekday] or fits
    return min(fits, key=lambda day: abs((day - near).days), default=None)
