"""Dates counted from the day of writing: « hier », « la semaine dernière », « lundi », « il y a trois jours ».

Each rule is a word to look for first (cheap), a pattern, and a function from the match, the day of writing and the
direction of the sentence to a span of days. Vague words (« bientôt », « la veille ») are found and stay undated.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from casetrack.extract.calendar_words import (
    WEEKDAY,
    WEEKDAYS,
    Span,
    make_date,
    month_of,
    one_day,
    season,
    shift,
    week_of,
    weekday_number,
    year_span,
)
from casetrack.model import Precision

Resolver = Callable[[re.Match[str], dt.date, int], Span | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Relative:
    """An expression and how to resolve it; ``resolve`` is None for what stays vague."""

    start: int
    end: int
    match: re.Match[str]
    resolve: Resolver | None


_COUNT_WORDS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_NUMBERS = {word: number for number, word in enumerate(_COUNT_WORDS.split(), 1)} | {"une": 1, "vingt": 20, "trente": 30}
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})"


def _count(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _days(days: int) -> Resolver:
    return lambda match, reference, way: one_day(shift(reference, days))


def _sign(match: re.Match[str]) -> int:
    way = match["way"] or ""
    return 1 if way.startswith(("proch", "à v", "qui")) else -1 if way else 0


def _weeks(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    return week_of(reference, _sign(match))


def _part_of_week(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """The first three days, or from Thursday on."""
    week = week_of(reference, _sign(match))
    if not week or not week.last:
        return None
    first, last = (0, 2) if match["part"] == "début" else (3, 6) if match["part"] == "fin" else (2, 2)
    return Span(week.first + dt.timedelta(first), week.first + dt.timedelta(last), Precision.INTERVAL)


def _months(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    return month_of(reference.year, reference.month + _sign(match))


def _years(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    return year_span(reference.year + _sign(match))


def _weekend(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """« ce week-end » is the one that comes unless the sentence looks back; « le week-end dernier » the one before."""
    weeks = _sign(match) or (-1 if way < 0 and reference.weekday() < 5 else 0)
    if match["way"] and _sign(match) < 0 and reference.weekday() == 6:
        weeks = -1
    week = week_of(reference, weeks)
    if not week or not week.last:
        return None
    return Span(week.last - dt.timedelta(days=1), week.last, Precision.INTERVAL)


def _counted(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """« il y a trois jours » is a day; weeks, months and years are no more precise than their unit."""
    count, unit = _count(match["n"]), match["unit"]
    sign = 1 if match["lead"].startswith("d") else -1
    if unit.startswith("jour"):
        if count in (8, 15):  # « huit jours » and « quinze jours » are one week and two
            return week_of(reference, sign * (count // 7))
        return one_day(shift(reference, sign * count))
    if unit.startswith("semaine"):
        return week_of(reference, sign * count)
    return month_of(reference.year, reference.month + sign * count * (1 if unit == "mois" else 12))


def _weekday(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """A bare « lundi » follows the verbs; on its own day it is that day. « mardi prochain » is never tomorrow."""
    ahead = (weekday_number(match["day"]) - reference.weekday()) % 7
    said = match["way"] or ""
    if match["number"]:
        return _numbered_weekday(match, reference, way)
    if said.startswith("en"):
        return one_day(shift(reference, (ahead or 7) + (7 if said == "en huit" else 14)))
    if said.startswith("dern") or said.startswith("pass"):
        return one_day(shift(reference, (ahead or 7) - 7 if ahead else -7))
    if said:
        return one_day(shift(reference, ahead if ahead > 1 else ahead + 7))
    lead = match["lead"] or ""
    looks_ahead = way > 0 or lead.startswith(("d'ici", "jusqu", "pour", "avant", "dès"))
    return one_day(shift(reference, ahead if looks_ahead or not ahead else ahead - 7))


def _numbered_weekday(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """« mardi 18 »: the nearest such day within a month, on the side the sentence looks at."""
    weekday, number = weekday_number(match["day"]), int(match["number"])
    near = [day for gap in range(-31, 32) if (day := shift(reference, gap)) and day.day == number]
    fits = [day for day in near if day.weekday() == weekday]
    fits = [day for day in fits if (day - reference).days * way >= 0] or fits
    return one_day(min(fits, key=lambda day: abs((day - reference).days))) if fits else None


def _end_of_unit(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """« d'ici la fin du mois » runs from the day of writing; « à la fin du mois » is its last days."""
    unit = match["unit"]
    if unit.startswith("semaine"):
        whole, tail = week_of(reference), 3
    elif unit == "mois":
        whole, tail = month_of(reference.year, reference.month), 9
    else:
        whole, tail = year_span(reference.year), 91
    if not whole or not whole.last:
        return None
    first = reference if match["lead"] == "d'ici" else whole.last - dt.timedelta(days=tail)
    return Span(first, whole.last, Precision.INTERVAL)


def _seasons(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    spans = [span for year in range(-2, 3) if (span := season(match["season"], reference.year + year)) and span.last]
    said = _sign(match)
    if said < 0:
        fits = [span for span in spans if span.last and span.last < reference][-1:]
    elif said > 0 or way > 0:
        fits = [span for span in spans if span.first > reference][:1]
    elif (match["lead"] or "").startswith("cet"):
        fits = sorted(spans, key=lambda span: abs((span.first - reference).days))[:1]
    else:
        fits = [span for span in spans if span.first <= reference][-1:]
    return fits[0] if fits else None


_WAY = r"(?P<way>derni(?:er|ère)|passée?|écoulée?|prochaine?|à venir|qui vient)"
_RULES: tuple[tuple[tuple[str, ...], str, Resolver | None], ...] = (
    (("avant-hier",), r"avant-hier(?:\s(?:matin|soir|après-midi))?", _days(-2)),
    (("après-demain",), r"après-demain(?:\s(?:matin|soir|après-midi))?", _days(2)),
    (("hier",), r"(?<!avant-)hier(?:\s(?:matin|soir|après-midi))?", _days(-1)),
    (("demain",), r"(?<!après-)demain(?:\s(?:matin|soir|après-midi))?", _days(1)),
    (("ce matin", "ce soir", "cet après", "cette nuit", "ce jour", "ce midi"),
     r"(?:ce\s(?:matin|soir|midi|jour(?!-là))|cet\saprès-midi|cette\snuit)", _days(0)),
    (("aujourd'hui",), r"(?:(?:déposée?|publiée?|saisi|rendue?|rejetée?|annoncée?|suspendue?|enregistrée?|plaidée?"
                       r"|\w{2,14}é)"
     r"(?:e?s)?\s)aujourd'hui|aujourd'hui(?=,?\sà\s\d)", _days(0)),
    (("semaine",), rf"(?:(?:en\s)?(?P<part>début|fin|milieu)\sde\s(?:la\s)?semaine(?:\s{_WAY})?)", _part_of_week),
    (("semaine",), rf"(?:(?:la|durant\sla|cette)\ssemaine\s{_WAY}|cette\ssemaine)", _weeks),
    (("mois",), rf"(?:le\smois\s{_WAY}|ce\smois-ci|ce\smois(?!\s(?:de|d')))", _months),
    (("l'an", "cette année"), rf"(?:l'(?:an|année)\s{_WAY}|cette\sannée)", _years),
    (("week-end", "weekend"), rf"(?:le|ce|du)\sweek-?end(?:\s{_WAY})?", _weekend),
    (("il y a", "voici", "voilà", "dans "),
     rf"(?P<lead>il\sy\sa|voici|voilà|dans)\s(?:déjà\s|tout\sjuste\s|exactement\s|à\speine\s)?{_NUMBER}\s"
     r"(?P<unit>jours?|semaines?|mois|ans?|années?)(?!\sà\s)", _counted),
    (("fin d",), r"(?P<lead>d'ici|à|avant)\s(?:à\s)?la\sfin\s(?:du|de\s(?:la|l'|cette))\s?(?P<unit>semaine|mois"
                 r"|année)(?!-là)",
     _end_of_unit),
    (("printemps", "été", "automne", "hiver"),
     r"(?P<lead>l'|au\s|à\sl'|cet\s|ce\s|depuis\sle\s|depuis\sl'|le\s|en\s)(?P<season>printemps"
     rf"|été(?=\s{_WAY.replace('?P<way>', '?:')})|automne"
     rf"|(?<=cet\s)été|(?<=depuis\sl')été|hiver)(?:\s{_WAY})?(?!\s\d)", _seasons),
    (WEEKDAYS, rf"(?P<lead>ce\s|dès\sle\s|dès\s|d'ici\sà\s|d'ici\s|jusqu'à\s|pour\s|avant\s|le\s|les\s|chaque\s|du\s"
               rf"|au\s)?"
     rf"(?P<day>{WEEKDAY})(?:\s(?P<number>[12]\d|3[01]|[1-9])(?!\d|\s?h|\s?[:/]))?"
     r"(?:\s(?:matin|soir|après-midi|midi))?(?:,?\s(?P<way>derni(?:er)|passé|prochain|qui vient|en\shuit"
     r"|en\squinze))?", _weekday),
    (("aujourd'hui",), r"(?<!d')aujourd'hui", None),
    (("bientôt", "prochainement", "récemment", "il y a peu", "naguère", "tout à l'heure"),
     r"(?:bientôt|prochainement|récemment|il\sy\sa\speu|naguère|tout\sà\sl'heure)", None),
    (("jours", "semaines", "mois", "heures", "années"),
     r"(?:(?:dans|depuis|il\sy\sa|voici)\s(?:quelques|plusieurs|les\sprochain(?:e)?s|les"
     r"|une\s\w{4,9}aine\sde)\s(?:prochain(?:e)?s\s)?"
     r"(?:jours|semaines|mois|heures|années)|ces\s(?:derni(?:er|ère)s|prochain(?:e)?s)\s(?:jours|semaines|mois|années)"
     r"|(?:les|des)\sprochain(?:e)?s\s(?:jours|semaines|mois))(?:\sà\svenir)?", None),
    (("après", "plus tard", "auparavant", "plus tôt"),
     rf"{_NUMBER}\s(?:jours?|semaines?|mois|ans)\s(?:après|plus\stard|auparavant|plus\stôt)", None),
    (("la veille", "lendemain", "surlendemain", "même jour", "huitaine"),
     r"(?:(?:la|dès\sla)\sveille|(?:le|dès\sle)\s(?:sur)?lendemain|le\smême\sjour|sous\shuitaine)", None),
)  # fmt: skip
_COMPILED = tuple((needles, re.compile(rf"(?<!\w)(?:{rule})(?!\w)"), resolve) for needles, rule, resolve in _RULES)
_HABIT = ("le ", "les ", "chaque ", "du ", "au ")


def find_relative(small: str) -> list[Relative]:
    """Relative and vague expressions of a text in lower case; the same words may be found by two rules."""
    found = []
    for needles, pattern, resolve in _COMPILED:
        if not any(needle in small for needle in needles):
            continue
        for match in pattern.finditer(small):
            if resolve is _weekday and _is_habit(match):
                continue
            found.append(Relative(start=match.start(), end=match.end(), match=match, resolve=resolve))
    return found


def _is_habit(match: re.Match[str]) -> bool:
    """« le lundi » and « chaque lundi » are habits, unless a number or « prochain » follows."""
    if match["lead"] in ("les ", "chaque "):
        return True
    return match["lead"] in _HABIT and not (match["number"] or match["way"])


def near_years(day: int, month: int, reference: dt.date) -> list[dt.date]:
    """That day of the year before, of this year and of the next."""
    return [date for gap in (-1, 0, 1) if (date := make_date(reference.year + gap, month, day))]
