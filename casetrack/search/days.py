"""Days as people write them in a query: « 2024 », « 03/2024 », « 12/03/2021 », « 31 décembre 2023 », « hier »."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from casetrack.model import fold

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_MONTH = "|".join((*MONTHS, "janv", "fevr", "avr", "juil", "sept", "oct", "nov", "dec"))

# Longest first, on folded text; used both to find where an unquoted date ends and to read it.
DATE = re.compile(
    rf"""(?:
      (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
    | (?P<slashed>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})
    | (?P<said>(?:1\s?er|\d{{1,2}})\s+(?:{_MONTH})\.?\s+\d{{4}})
    | (?P<month_said>(?:{_MONTH})\.?\s+\d{{4}})
    | (?P<month_iso>\d{{4}}-\d{{1,2}})
    | (?P<month_slashed>\d{{1,2}}/\d{{4}})
    | (?P<year>\d{{4}})
    | (?P<today>aujourd'?hui)
    | (?P<yesterday>hier)
    )(?![\w/-])""",
    re.VERBOSE,
)

DAYS_AND_MONTHS = ("iso", "slashed", "said", "month_said")
"""The kinds of `DATE` that are dates wherever they stand; a year or « 03/2021 » may be something else."""


def month_number(word: str) -> int:
    """1 to 12 for a folded month, whole or shortened."""
    short = word.rstrip(".")
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(short))


def month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month. Raises `ValueError` when there is no such month."""
    if not 1 <= month <= 12:
        raise ValueError(month)
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def read_span(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of what the words name. Raises `ValueError` when they name no day, month or year."""
    match = DATE.fullmatch(fold(text))
    if match is None:
        raise ValueError(text)
    kind, value = match.lastgroup, match.group()
    numbers = [int(found) for found in re.findall(r"\d+", value)]
    if kind == "year":
        return dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31)
    if kind == "month_iso":
        return month_span(numbers[0], numbers[1])
    if kind == "month_slashed":
        return month_span(numbers[1], numbers[0])
    if kind == "month_said":
        return month_span(numbers[0], month_number(value.split()[0]))
    day = _read_day(str(kind), value, numbers, today)
    return day, day


def _read_day(kind: str, value: str, numbers: list[int], today: dt.date) -> dt.date:
    if kind == "today":
        return today
    if kind == "yesterday":
        return today - dt.timedelta(days=1)
    if kind == "iso":
        return dt.date(numbers[0], numbers[1], numbers[2])
    if kind == "slashed":
        return dt.date(numbers[2], numbers[1], numbers[0])
    return dt.date(numbers[-1], month_number(value.split()[-2]), numbers[0])


def say(day: dt.date) -> str:
    """« 1er mars 2021 »."""
    accented = MONTHS[day.month - 1].replace("fevrier", "février").replace("aout", "août").replace("dec", "déc")
    return f"{'1er' if day.day == 1 else day.day} {accented} {day.year}"


def say_month(day: dt.date) -> str:
    """« mars 2021 »."""
    return say(day).split(" ", 1)[1]


def say_span(first: dt.date, last: dt.date) -> str:
    """« en 2021 », « en mars 2021 », « le 12 mars 2021 », « du ... au ... »."""
    if first == last:
        return f"le {say(first)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"en {first.year}" if first.year == last.year else f"de {first.year} à {last.year}"
    if (first, last) == month_span(first.year, first.month):
        return f"en {say_month(first)}"
    return f"du {say(first)} au {say(last)}"
