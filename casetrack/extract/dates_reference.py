"""When was an undated article written? What its own words allow to deduce, with the reasons; else nothing.

A weekday written with its day (« lundi 8 mars ») fits one year in six; things that have a birth date (COVID-19, the
RGPD, a dated law) say how early the article may be; the first year that fits is taken. Never from today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from casetrack.extract.calendar_words import lower, make_date, shift
from casetrack.extract.dates import french
from casetrack.extract.dates_absolute import Mention, find_mentions
from casetrack.extract.dates_direction import direction
from casetrack.model import DateFinding, Value

# Named things and the day before which nobody could write of them.
_BIRTHS: tuple[tuple[str, str, dt.date], ...] = (
    ("RGPD", r"(?<!\w)rgpd(?!\w)", dt.date(2016, 4, 27)),
    ("le Cloud Act", r"cloud\sact", dt.date(2018, 3, 23)),
    ("les gilets jaunes", r"gilets\sjaunes", dt.date(2018, 11, 17)),
    ("le Health Data Hub", r"health\sdata\shub", dt.date(2019, 7, 24)),
    ("la COVID-19", r"covid[\s-]?19|(?<!\w)covid(?!\w)|sars-cov-2", dt.date(2020, 2, 11)),
    ("l'état d'urgence sanitaire", r"état\sd'urgence\ssanitaire", dt.date(2020, 3, 23)),
    ("StopCovid", r"stop\s?covid", dt.date(2020, 4, 8)),
    ("l'arrêt Schrems II", r"schrems\s(?:ii|2)", dt.date(2020, 7, 16)),
    ("TousAntiCovid", r"tousanticovid", dt.date(2020, 10, 22)),
    ("la vaccination contre la COVID-19", r"(?:vaccin\w{0,8}|doses?)[^.\n]{0,60}covid", dt.date(2020, 12, 27)),
    ("le passe sanitaire", r"pass[e]?\ssanitaire", dt.date(2021, 4, 28)),
    ("le passe vaccinal", r"pass[e]?\svaccinal", dt.date(2021, 12, 17)),
    ("la guerre en Ukraine", r"guerre\sen\sukraine|invasion\sde\sl'ukraine", dt.date(2022, 2, 24)),
    ("ChatGPT", r"chatgpt", dt.date(2022, 11, 30)),
    ("le DSA", r"digital\sservices\sact", dt.date(2022, 10, 19)),
    ("le Data Privacy Framework", r"data\sprivacy\sframework", dt.date(2022, 3, 25)),
)
_BIRTH_PATTERNS = tuple((name, re.compile(pattern), day) for name, pattern, day in _BIRTHS)
# « loi n° 2020-290 », « décret n° 2021-848 »
_NUMBERED_TEXT = re.compile(r"(?:loi|décret|ordonnance|délibération)\sn\s?[°o]\s?(20\d\d)-\d{1,5}")
# « dans quelques jours, le lundi 8 mars » was written within a week of that day.
_SOON = re.compile(r"(?:dans\s(?:quelques|les\sprochains)\sjours|ces\sprochains\sjours|cette\ssemaine)[^.\n]{0,24}$")
_MARGINS = {1: (-30, -1), -1: (0, 30), 0: (-15, 15)}
_FARTHEST = 28
"""Years after which the calendar repeats: a weekday that never fits in them is a mistake of the text."""


def deduce_reference(text: str, dates: Sequence[DateFinding] = ()) -> Value | None:
    """The days between which the text was written, as ``first/last`` (ISO), with reasons and the passage; or None.

    ``dates``: findings already made without reference; their complete past dates raise the earliest year.
    """
    if dates and all(date.date for date in dates):
        return None  # nothing is left to deduce
    small = lower(text)
    anchors = [m for m in find_mentions(small) if not m.year and m.weekday is not None][:50]
    if not anchors:
        return None
    earliest, birth = _earliest(small, dates)
    if not earliest:
        return None
    anchor = anchors[0]
    day = _first_fit(anchors, earliest)
    if not day:
        return None
    way = next(filter(None, (direction(small, other.start, other.end) for other in _same_day(anchors))), 0)
    before, after = (-7, -1) if _SOON.search(small, max(0, anchor.start - 60), anchor.start) else _MARGINS[way]
    first, last = shift(day, before), shift(day, after)
    if not first or not last:
        return None
    written = " ".join(text[anchor.start : anchor.end].split())
    reason = (
        f"« {written} » tombe en {day.year} : première année possible, le texte nommant {birth} ; "
        f"il a donc été écrit entre le {french(first)} et le {french(last)}"
    )
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Value(value=value, start=anchor.start, end=anchor.end, reason=reason, origin="deduit")


def reference_bounds(value: Value | None) -> tuple[dt.date, dt.date] | None:
    """The two days of a reference: twice the same when it is a stated day."""
    if not value:
        return None
    first, _, last = value.value.partition("/")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


def _earliest(small: str, dates: Sequence[DateFinding]) -> tuple[dt.date | None, str]:
    """The latest birth among the dated things a text names, and their names."""
    births = [(day, name) for name, pattern, day in _BIRTH_PATTERNS if pattern.search(small)]
    births += [(dt.date(int(match[1]), 1, 1), f"un texte de {match[1]}") for match in _NUMBERED_TEXT.finditer(small)]
    for found in dates:
        if found.date and not found.deduced and not found.is_future:
            births.append((found.date, f"le {french(found.date)}"))
    if not births:
        return None, ""
    births.sort(reverse=True)
    return births[0][0], " et ".join(dict.fromkeys(name for _, name in births[:2]))


def _first_fit(anchors: Sequence[Mention], earliest: dt.date) -> dt.date | None:
    """The first year in which the weekday of the first anchor is right, preferring one where they all are."""
    years = [year for year in range(earliest.year, earliest.year + _FARTHEST) if _fits(anchors[0], year, earliest)]
    agreeing = [year for year in years if all(_fits(anchor, year, earliest) for anchor in anchors)]
    for year in agreeing or years:
        return make_date(year, anchors[0].month, anchors[0].day)
    return None


def _same_day(anchors: Sequence[Mention]) -> list[Mention]:
    """The mentions of the first anchor's day: a title may be silent where a sentence says « est fixée »."""
    return [other for other in anchors if (other.day, other.month) == (anchors[0].day, anchors[0].month)][:8]


def _fits(anchor: Mention, year: int, earliest: dt.date) -> bool:
    day = make_date(year, anchor.month, anchor.day)
    return day is not None and day.weekday() == anchor.weekday and day >= earliest
