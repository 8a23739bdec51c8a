"""Months, years, quarters and seasons: « en février dernier », « fin mars », « au printemps 2020 », « en 2019 »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from casetrack.extract.calendar_words import (
    MONTH,
    Span,
    month_number,
    month_of,
    months_span,
    part_of_month,
    season,
    year_span,
)
from casetrack.extract.dates_absolute import YEAR
from casetrack.model import Precision


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A span of days; ``year`` is 0 where the text leaves it open, and ``make`` builds the span of any year."""

    start: int
    end: int
    month: int
    year: int
    make: Callable[[int], Span | None]


_PART = r"(?P<part>début|mi|fin|courant)[\s-]{1,2}"
_LEAD = (
    r"(?:en|dès|depuis|d'ici|jusqu'en|(?:(?:au|du|dès\sle|ce)\s)?(?:(?:cours|début|fin|courant)\s(?:du"
    r"|de)\s)?mois\s(?:de\s|d'))\s?"
)
_MONTH_ONLY = re.compile(
    rf"(?<!\w)(?:(?:d'ici\s|depuis\s|dès\s)?(?:à\s)?(?:la\s|le\s)?{_PART}(?:de\s|du\smois\sde\s)?|(?P<lead>{_LEAD}))?"
    rf"(?P<month>{MONTH})(?![\w\u00ad'-])(?:\s{{1,3}}(?P<year>{YEAR}))?(?P<way>\s(?:dernier|prochain|passé))?"
)
_YEAR_ONLY = re.compile(
    rf"(?<!\w)(?P<lead>en|l'année|depuis|fin|début|courant|mi|jusqu'en|dès)[\s-](?P<year>{YEAR})(?!\w)"
)
_YEARS = re.compile(rf"(?<!\w)(?:de|entre)\s(?P<year>{YEAR})\s(?:à|et)\s(?P<last>{YEAR})(?!\w)")
_QUARTER = re.compile(
    rf"(?<!\w)(?P<rank>premier|1er|deuxième|second|2e|troisième|3e|quatrième|4e)\s(?P<unit>trimestre|semestre)"
    rf"\s(?:de\s)?(?P<year>{YEAR})(?!\w)"
)
_SEASON = re.compile(rf"(?<!\w)(?P<season>printemps|été|automne|hiver)\s(?P<year>{YEAR})(?!\w)")
_RANK = {"pre": 1, "1er": 1, "deu": 2, "sec": 2, "2e": 2, "tro": 3, "3e": 3, "qua": 4, "4e": 4}


def find_periods(small: str) -> list[Period]:
    """Every written period of a text in lower case (days are found elsewhere, and win where both match)."""
    found = [period for match in _MONTH_ONLY.finditer(small) if (period := _month(small, match))]
    for match in _YEAR_ONLY.finditer(small):
        found.append(_period(match, _year_maker(match["lead"])))
    for match in _YEARS.finditer(small):
        found.append(_period(match, _years_maker(int(match["last"]))))
    if "trimestre" in small or "semestre" in small:
        for match in _QUARTER.finditer(small):
            found.append(_period(match, _quarter_maker(match["rank"], match["unit"])))
    for match in _SEASON.finditer(small):
        found.append(_period(match, _season_maker(match["season"])))
    return found


def _period(match: re.Match[str], make: Callable[[int], Span | None], month: int = 0) -> Period:
    return Period(start=match.start(), end=match.end(), month=month, year=int(match["year"] or 0), make=make)


def _month(small: str, match: re.Match[str]) -> Period | None:
    """A month alone needs a word that makes it a date: a year, « en », « fin », « dernier »."""
    if not (match["year"] or match["part"] or match["lead"] or match["way"]):
        return None
    number, part = month_number(match["month"]), match["part"] or ""
    if part and part != "courant":
        return _period(match, lambda year: part_of_month(part, year, number), number)
    return _period(match, lambda year: month_of(year, number), number)


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
