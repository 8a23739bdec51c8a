"""French working days: Saturdays, Sundays and the eleven public holidays of art. L. 3133-1 of the labour code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

_FIXED: Mapping[tuple[int, int], str] = {
    (1, 1): "jour de l’An",
    (5, 1): "fête du Travail",
    (5, 8): "8 Mai",
    (7, 14): "fête nationale",
    (8, 15): "Assomption",
    (11, 1): "Toussaint",
    (11, 11): "11 Novembre",
    (12, 25): "Noël",
}
_AFTER_EASTER: Mapping[int, str] = {1: "lundi de Pâques", 39: "Ascension", 50: "lundi de Pentecôte"}


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar: the Sunday after the full moon of the church's tables."""
    golden = year % 19
    century = year // 100
    # Age of the moon at the start of the year, corrected for dropped leap days and for the moon's own drift.
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return dt.date(year, 3, 28) + dt.timedelta(moon - weekday)


@lru_cache(64)
def holidays(year: int) -> Mapping[dt.date, str]:
    """Public holidays of the whole country, named. Alsace-Moselle and overseas have more: they are not counted."""
    found = {dt.date(year, month, day): name for (month, day), name in _FIXED.items()}
    for days, name in _AFTER_EASTER.items():
        found.setdefault(easter(year) + dt.timedelta(days), name)
    return found


def closed_because(day: dt.date) -> str:
    """« samedi », « dimanche », « Toussaint »; empty on a working day."""
    return holidays(day.year).get(day) or {5: "samedi", 6: "dimanche"}.get(day.weekday(), "")


def next_working_day(day: dt.date) -> dt.date:
    """The day itself when it is worked, else the first one after it."""
    while closed_because(day):
        day += dt.timedelta(1)
    return day
