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
    occurrences,
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
    lead = lead_of_weekday(match)
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
    elif match["lead"].startswith("ce"):
        fits = sorted(spans, key=lambda span: abs((span.first - reference).days))[:1]
    else:
        fits = [span for span in spans if span.first <= reference][-1:]
    return fits[0] if fits else None


def today(match: re.Match[str], reference: dt.date, way: int) -> Span | None:
    """« a déposé aujourd'hui », « aujourd'hui à 14 heures »; « est aujourd'hui décriée » is a way of speaking."""
    is_dated = _HOUR_AFTER.match(match.string, match.end()) or _DONE_BEFORE.search(
        match.string, max(0, match.start() - 24), match.start()
    )
    return one_day(reference) if is_dated else None


_HOUR_AFTER = re.compile(r",?\s(?:à\s\d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s\d)")
_DONE_BEFORE = re.compile(r"(?:\w{2,14}é|saisi|rendu|suspendu|écrit|fait)(?:e?s?)\s$")
_SUMMER_BEFORE = re.compile(r"(?:depuis|à|durant|pendant)\s$")


def _summer_is_named(match: re.Match[str]) -> bool:
    """« l'été » alone may be a participle run together; « depuis l'été » is the season."""
    if match["season"] != "été" or match["way"] or match["lead"].startswith("cet"):
        return True
    return bool(_SUMMER_BEFORE.search(match.string, max(0, match.start() - 9), match.start()))


_WAY = r"(?P<way>derni(?:er|ère)|passée?|écoulée?|prochaine?|à venir|qui vient)"
_HALF = r"(?:\s(?:matin|soir|après-midi|midi))?"
# Words an expression begins with (found fast), the whole expression, how it is resolved.
_RULES: tuple[tuple[tuple[str, ...], str, Resolver | None], ...] = (
    (("avant-hier",), rf"avant-hier{_HALF}", _days(-2)),
    (("après-demain",), rf"après-demain{_HALF}", _days(2)),
    (("hier",), rf"hier{_HALF}", _days(-1)),
    (("demain",), rf"demain{_HALF}", _days(1)),
    (("ce matin", "ce soir", "cet après", "cette nuit", "ce jour", "ce midi"),
     r"(?:ce\s(?:matin|soir|midi|jour(?!-là))|cet\saprès-midi|cette\snuit)", _days(0)),
    (("aujourd'hui",), r"aujourd'hui", today),
    (("début de", "fin de", "milieu de"),
     rf"(?P<part>début|fin|milieu)\sde\s(?:la\s)?semaine(?:\s{_WAY})?", _part_of_week),
    (("la semaine", "cette semaine"), rf"(?:(?:la|cette)\ssemaine\s{_WAY}|cette\ssemaine)", _weeks),
    (("le mois", "ce mois"), rf"(?:le\smois\s{_WAY}|ce\smois-ci|ce\smois(?!\s(?:de|d')))", _months),
    (("l'an", "cette année"), rf"(?:l'(?:an|année)\s{_WAY}|cette\sannée)", _years),
    (("le week", "ce week", "du week"), rf"(?:le|ce|du)\sweek-?end(?:\s{_WAY})?", _weekend),
    (("il y a", "voici", "voilà", "dans "),
     rf"(?P<lead>il\sy\sa|voici|voilà|dans)\s(?:déjà\s|tout\sjuste\s|exactement\s|à\speine\s)?{_NUMBER}\s"
     r"(?P<unit>jours?|semaines?|mois|ans?|années?)(?!\sà\s)", _counted),
    (("d'ici", "à la fin d", "avant la fin d"),
     r"(?P<lead>d'ici|à|avant)\s(?:à\s)?la\sfin\s(?:du|de\s(?:la|l'|cette))\s?(?P<unit>semaine|mois|année)(?!-là)",
     _end_of_unit),
    (("l'été", "cet été", "l'automne", "cet automne", "l'hiver", "cet hiver",
      "le printemps", "au printemps", "ce printemps"),
     rf"(?P<lead>l'|cet\s|ce\s|le\s|au\s)(?P<season>printemps|été|automne|hiver)(?:\s{_WAY})?(?!\s\d)", _seasons),
    (WEEKDAYS, rf"(?P<day>{WEEKDAY})(?:\s(?P<number>[12]\d|3[01]|[1-9])(?!\d|\s?h|\s?[:/]))?"
     rf"{_HALF}(?:,?\s(?P<way>dernier|passé|prochain|qui vient|en\shuit|en\squinze))?", _weekday),
    (("bientôt", "prochainement", "récemment", "il y a peu", "naguère", "tout à l'heure"),
     r"(?:bientôt|prochainement|récemment|il\sy\sa\speu|naguère|tout\sà\sl'heure)", None),
    (("dans ", "depuis ", "il y a", "voici", "ces derni", "ces procha", "les procha", "des procha"),
     r"(?:(?:dans|depuis|il\sy\sa|voici)\s(?:quelques|plusieurs|les\sprochaine?s|les"
     r"|une\s\w{4,9}aine\sde)\s(?:prochaine?s\s)?"
     r"(?:jours|semaines|mois|heures|années)|ces\s(?:derni(?:er|ère)s|prochaine?s)\s(?:jours|semaines|mois|années)"
     r"|(?:les|des)\sprochaine?s\s(?:jours|semaines|mois))(?:\sà\svenir)?", None),
    (tuple(f"{word} " for word in _NUMBERS),
     rf"{_NUMBER}\s(?:jours?|semaines?|mois|ans)\s(?:après|plus\stard"
                                             rf"|auparavant|plus\stôt)", None),
    (("la veille", "dès la veille", "le lendemain", "dès le lendemain", "le surlendemain", "le même jour",
      "sous huitaine"),
     r"(?:(?:dès\s)?(?:la\sveille|le\s(?:sur)?lendemain)|le\smême\sjour|sous\shuitaine)", None),
)  # fmt: skip
_COMPILED = tuple((starts, re.compile(rf"(?:{rule})(?!\w)"), resolve) for starts, rule, resolve in _RULES)
_LEAD_BEFORE = re.compile(
    r"(?<!\w)(?:ce|dès\sle|dès|d'ici\sà|d'ici|jusqu'à|pour|avant|le|les|chaque|tous\sles|du|au)\s$"
)
_HABIT = ("le ", "les ", "chaque ", "tous les ", "du ", "au ")
_LATER = (" après", " plus tard", " auparavant", " plus tôt")
MOST_RELATIVE = 2_000
"""Relative expressions read in one text: beyond, it is no document."""


def lead_of_weekday(match: re.Match[str]) -> str:
    """What rules a weekday: « ce », « d'ici », « chaque »..., with its space; empty when nothing does."""
    before = _LEAD_BEFORE.search(match.string, max(0, match.start() - 10), match.start())
    return before[0] if before else ""


def find_relative(small: str) -> list[Relative]:
    """Relative and vague expressions of a text in lower case; the same words may be found by two rules."""
    found: list[Relative] = []
    for starts, pattern, resolve in _COMPILED:
        if resolve is None and starts[0] == "un " and not any(word in small for word in _LATER):
            continue
        for at in occurrences(small, starts):
            match = pattern.match(small, at)
            if not match or small[at - 1 : at] == "-":
                continue
            if (resolve is _weekday and _is_habit(match)) or (resolve is _seasons and not _summer_is_named(match)):
                continue
            found.append(Relative(start=match.start(), end=match.end(), match=match, resolve=resolve))
            if len(found) >= MOST_RELATIVE:
                return found
    return found


def _is_habit(match: re.Match[str]) -> bool:
    """« le lundi » and « chaque lundi » are habits, unless a number or « prochain » follows."""
    lead = lead_of_weekday(match)
    if lead in ("les ", "chaque ", "tous les "):
        return True
    return lead in _HABIT and not (match["number"] or match["way"])


def near_years(day: int, month: int, reference: dt.date) -> list[dt.date]:
    """That day of the year before, of this year and of the next."""
    return [date for gap in (-1, 0, 1) if (date := make_date(reference.year + gap, month, day))]
