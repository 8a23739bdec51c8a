"""Counting a clear delay (« délai franc »): neither its first day nor its last one counts.

The last useful day is the day after the delay expires; it moves to the next working day (CE, 5 oct. 2018,
n° 409579; CE, 15 déc. 2023, n° 472836). The prudent day is the last one of the delay counted without that grace.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

from casetrack.deadlines.calendar import closed_because, next_working_day
from casetrack.words import day_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A delay counted. ``steps`` says the arithmetic in French, a sentence a step."""

    start: dt.date
    prudent_day: dt.date
    last_day: dt.date
    steps: tuple[str, ...]


def clear_days(start: dt.date, days: int, *, of: str = "Notification") -> Term:
    """``days`` clear days from ``start`` (the day of what ``of`` names)."""
    prudent = start + dt.timedelta(days)
    said = f"{days} jours comptés du lendemain : le dernier est le {_said(prudent)} (jour prudent)."
    return _term(start, prudent, said, of)


def clear_months(start: dt.date, months: int, *, of: str = "Notification") -> Term:
    """``months`` clear months from ``start``; the 31st ends on the last day of a shorter month."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    prudent = dt.date(year, month, min(start.day, monthrange(year, month)[1]))
    count = "Un mois, de quantième à quantième" if months == 1 else f"{months} mois, de quantième à quantième"
    return _term(start, prudent, f"{count} : {_said(prudent)} (jour prudent).", of)


def _term(start: dt.date, prudent: dt.date, counted: str, of: str) -> Term:
    franc = prudent + dt.timedelta(1)
    last = next_working_day(franc)
    steps = [f"{of} : {_said(start)}.", counted, f"Délai franc, le lendemain compris : {_said(franc)}."]
    if last != franc:
        steps.append(f"{_closed(franc, last)} : reporté au premier jour ouvrable, {_said(last)}.")
    return Term(start=start, prudent_day=prudent, last_day=last, steps=tuple(steps))


def _closed(first: dt.date, after: dt.date) -> str:
    """« Le 13 juillet 2025 (dimanche) et le 14 juillet 2025 (fête nationale) »."""
    days = [first + dt.timedelta(n) for n in range((after - first).days)]
    said = [f"le {day_words(day)} ({closed_because(day)})" for day in days]
    joined = f"{', '.join(said[:-1])} et {said[-1]}" if len(said) > 1 else said[0]
    return joined[0].upper() + joined[1:]


def _said(day: dt.date) -> str:
    return day_words(day, weekday=True)
