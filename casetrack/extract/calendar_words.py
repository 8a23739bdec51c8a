"""Days, weeks, months and seasons of the French calendar, as words and as arithmetic."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casetrack.extract.anchors import find_starts
from casetrack.extract.plain import small_letters
from casetrack.model import Precision

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY_BY_PREFIX = {name[:3]: number for number, name in enumerate(WEEKDAYS)}
_MONTH_BY_PREFIX = {
    "jan": 1, "fév": 2, "fev": 2, "mar": 3, "avr": 4, "mai": 5, "juin": 6, "juil": 7,
    "aoû": 8, "aou": 8, "sep": 9, "oct": 10, "nov": 11, "déc": 12, "dec": 12,
}  # fmt: skip
MONTH_NAMES = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

# « mars », « févr. », « aout »; an abbreviation without its dot is read only before a year.
MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre"
    r"|(?:janv?|f[ée]vr?|avr|juil|sept?|oct|nov|d[ée]c)(?:\.|(?=\s+(?:19|20)\d\d)))"
)
WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"


_MONTH = re.compile(rf"{MONTH}(?![\w\u00ad])")
_MONTH_STARTS = (
    "janv", "févr", "fevr", "fév.", "fev.", "mars", "avr", "mai", "juin", "juil",
    "août", "aout", "sept", "oct", "nov", "déc", "dec",
)  # fmt: skip


class MonthWord(NamedTuple):
    """A month named at ``start``."""

    start: int
    end: int
    month: int


def occurrences(small: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of ``words`` begins a word, in order; many times faster than a pattern with alternatives."""
    for at in find_starts(small, words):
        if small[at - 1 : at] != "_":
            yield at


def month_words(small: str) -> list[MonthWord]:
    """Every month named in a text in lower case, in order. The soft hyphen of « 12 mai\u00adres » ends no month."""
    found = []
    for at in occurrences(small, _MONTH_STARTS):
        match = _MONTH.match(small, at)
        if match:
            found.append(MonthWord(at, match.end(), month_number(match[0])))
    return found


class Span(NamedTuple):
    """What an expression stands for: a day, or days from ``first`` to ``last``."""

    first: dt.date
    last: dt.date | None
    precision: Precision


def lower(text: str) -> str:
    """Lower case that keeps every offset, straight apostrophes."""
    return small_letters(text).replace("’", "'")


def month_number(word: str) -> int:
    return _MONTH_BY_PREFIX[word[:4] if word.startswith("jui") else word[:3]]


def weekday_number(word: str) -> int:
    return _WEEKDAY_BY_PREFIX[word[:3]]


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shift(day: dt.date, days: int) -> dt.date | None:
    """``day`` moved, or None beyond the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def one_day(day: dt.date | None) -> Span | None:
    return Span(day, None, Precision.DAY) if day else None


def week_of(day: dt.date, weeks: int = 0) -> Span | None:
    """Monday to Sunday of the week of ``day``, ``weeks`` later."""
    monday = shift(day, 7 * weeks - day.weekday())
    sunday = shift(monday, 6) if monday else None
    return Span(monday, sunday, Precision.WEEK) if monday and sunday else None


def month_of(year: int, month: int) -> Span | None:
    """The whole month; ``month`` may run below 1 or above 12."""
    year, index = year + (month - 1) // 12, (month - 1) % 12
    first = make_date(year, index + 1, 1)
    after = make_date(year + index // 11, (index + 1) % 12 + 1, 1) if first else None
    return Span(first, after - dt.timedelta(days=1), Precision.MONTH) if first and after else None


def part_of_month(part: str, year: int, month: int) -> Span | None:
    """« début mars » (1 to 10), « mi-mars » (11 to 20), « fin mars » (21 to the end)."""
    whole = month_of(year, month)
    if not whole or not whole.last:
        return None
    if part.startswith("d"):
        return Span(whole.first, whole.first.replace(day=10), Precision.INTERVAL)
    if part.startswith("m"):
        return Span(whole.first.replace(day=11), whole.first.replace(day=20), Precision.INTERVAL)
    return Span(whole.first.replace(day=21), whole.last, Precision.INTERVAL)


def year_span(year: int) -> Span | None:
    first, last = make_date(year, 1, 1), make_date(year, 12, 31)
    return Span(first, last, Precision.YEAR) if first and last else None


def months_span(year: int, first_month: int, count: int) -> Span | None:
    """``count`` months from a first one: a quarter, a season."""
    first, last = month_of(year, first_month), month_of(year, first_month + count - 1)
    return Span(first.first, last.last, Precision.INTERVAL) if first and last else None


# The seasons as months, which is how newspapers use them; winter begins the year before.
_SEASONS = {"printemps": (3, 3), "été": (6, 3), "automne": (9, 3), "hiver": (12, 3)}


def season(word: str, year: int) -> Span | None:
    return months_span(year, *_SEASONS[word])


SPACES = re.compile(r"\s+")
