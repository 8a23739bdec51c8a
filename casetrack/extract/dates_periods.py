"""Months, years, quarters and seasons: « en février dernier », « fin mars », « au printemps 2020 », « en 2019 »."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casetrack.extract.anchors import digit_runs
from casetrack.extract.calendar_words import (
    MonthWord,
    Span,
    month_of,
    month_words,
    months_span,
    part_of_month,
    season,
    year_span,
)
from casetrack.extract.dates_absolute import MOST_DATES, YEAR
from casetrack.model import Precision


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A span of days; ``year`` is 0 where the text leaves it open, and ``make`` builds the span of any year."""

    start: int
    end: int
    month: int
    year: int
    make: Callable[[int], Span | None]


# Read backwards from a month word: « fin », « courant », « en », « au cours du mois de »
_LEAD = re.compile(
    r"(?<!\w)(?:(?:(?:d'ici|depuis|dès)\s)?(?:à\s)?(?:la\s|le\s)?(?P<part>début|mi|fin|courant)[\s-]{1,2}(?:de\s"
    r"|du\smois\sde\s)?"
    r"|(?P<lead>(?:en|dès|depuis|d'ici|jusqu'en"
    r"|(?:(?:au|du|dès\sle|ce)\s)?(?:(?:cours|début|fin|courant)\s(?:du"
    r"|de)\s)?mois\s(?:de\s|d'))\s?))$"
)
_YEAR_AFTER = re.compile(rf"\s{{1,3}}(?P<year>{YEAR})")
_WAY_AFTER = re.compile(r"\s(?:dernier|prochain|passé)(?!\w)")
# Read around a year: « en 2019 », « de 2024 à 2027 », « au premier trimestre 2019 », « l'automne 2020 »
_A_YEAR = re.compile(r"[12]\d\d\d(?!\w)")
_BEFORE_YEAR = re.compile(
    rf"(?<!\w)(?:(?P<lead>en|l'année|depuis|fin|début|courant|mi|jusqu'en|dès)[\s-]|(?:de"
    rf"|entre)\s(?P<first>{YEAR})\s(?:à|et)\s"
    r"|(?P<rank>premier|1er|deuxième|second|2e|troisième|3e|quatrième|4e)\s(?P<unit>trimestre|semestre)\s(?:de\s)?"
    r"|(?P<season>printemps|été|automne|hiver)\s)$"
)
_BEFORE = """en l'année depuis fin début courant mi jusqu'en dès à et de trimestre semestre
printemps été l'été d'été automne l'automne d'automne hiver l'hiver"""
_YEAR_WORDS = frozenset(_BEFORE.split())
_RANK = {"pre": 1, "1er": 1, "deu": 2, "sec": 2, "2e": 2, "tro": 3, "3e": 3, "qua": 4, "4e": 4}


def find_periods(small: str, months: Sequence[MonthWord] | None = None) -> list[Period]:
    """Every written period of a text in lower case (days are found elsewhere, and win where both match)."""
    found = []
    for word in month_words(small) if months is None else months:
        period = _month(small, word)
        if period:
            found.append(period)
        if len(found) > MOST_DATES:
            break
    for start, end in digit_runs(small):
        if end - start != 4 or not (match := _A_YEAR.match(small, start)):
            continue
        before = small[max(0, start - 12) : start].replace("-", " ").split()
        if before and before[-1] in _YEAR_WORDS and len(found) < MOST_DATES:
            period = _year(small, match)
            if period:
                found.append(period)
    return found


def _has_day(before: str) -> bool:
    """Whether a day stands right before a month word: « 8 », « 1er »."""
    day = before.rstrip()
    return day != before and day.removesuffix("er")[-1:].isdecimal()


def _month(small: str, word: MonthWord) -> Period | None:
    """A month alone needs a word that makes it a date: a year, « en », « fin », « dernier »."""
    if small[word.end : word.end + 1] in ("'", "-") or _has_day(small[max(0, word.start - 6) : word.start]):
        return None  # a day that was refused is no month either: « rue du 8 mai 1945 », « 31 février 2021 »
    lead = _LEAD.search(small, max(0, word.start - 28), word.start)
    year = _YEAR_AFTER.match(small, word.end)
    way = None if year else _WAY_AFTER.match(small, word.end)
    if not (lead or year or way):
        return None
    number, part = word.month, (lead["part"] if lead else "") or ""
    has_part = bool(part) and part != "courant"

    def make(year: int) -> Span | None:
        return part_of_month(part, year, number) if has_part else month_of(year, number)

    end = (year or way).end() if year or way else word.end  # type: ignore[union-attr]
    return Period(
        start=lead.start() if lead else word.start,
        end=end,
        month=number,
        year=int(year["year"]) if year else 0,
        make=make,
    )


def _year(small: str, match: re.Match[str]) -> Period | None:
    before = _BEFORE_YEAR.search(small, max(0, match.start() - 34), match.start())
    if not before:
        return None
    year, make = int(match[0]), _year_maker(before["lead"] or "")
    if before["first"]:
        year, make = int(before["first"]), _years_maker(year)
    elif before["rank"]:
        make = _quarter_maker(before["rank"], before["unit"])
    elif before["season"]:
        make = _season_maker(before["season"])
    return Period(start=before.start(), end=match.end(), month=0, year=year, make=make)


def _year_maker(lead: str) -> Callable[[int], Span | None]:
    """« début 2021 » is its first quarter, « fin 2021 » its last, « mi-2021 » the two months around July."""
    months = {"début": (1, 3), "fin": (10, 3), "mi": (6, 2)}.get(lead)
    return (lambda year: months_span(year, *months)) if months else year_span


def _years_maker(last: int) -> Callable[[int], Span | None]:
    def make(year: int) -> Span | None:
        first, end = year_span(year), year_span(last)
        return Span(first.first, end.last, Precision.INTERVAL) if first and end and last >= year else None

    return make


def _quarter_maker(rank: str, unit: str) -> Callable[[int], Span | None]:
    length = 3 if unit == "trimestre" else 6
    number = _RANK.get(rank[:3], 1)
    return lambda year: months_span(year, 1 + length * (number - 1), length) if number * length <= 12 else None


def _season_maker(word: str) -> Callable[[int], Span | None]:
    # « hiver 2021 » is read as the one that ends in 2021.
    return lambda year: season(word, year - 1 if word == "hiver" else year)
