"""Full dates as references write them, read on plain text: « 12 mars 2021 », « 4 avr. 2019 », « 12/03/2021 »."""

from __future__ import annotations

import datetime as dt
import re

from casetrack.extract.calendar_words import make_date, month_number

_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|(?:janv?|fevr?|avr|juill?|sept?|oct|nov|dec)\b\.?)"
)
DAY = (
    r"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)?(?:\d{1,2}(?:\s?er)?|premier)\s{1,3}"
    rf"{_MONTH}\s{{1,3}}(?:1[5-9]|20)\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:1[89]|20)\d\d|\d{{1,2}}/\d{{1,2}}/\d\d(?!\d)|(?:1[89]|20)\d\d-\d\d-\d\d"
)
_PARTS = re.compile(rf"(?P<day>\d{{1,2}}|premier)(?:\s?er)?\s{{1,3}}(?P<month>{_MONTH})\s{{1,3}}(?P<year>\d{{4}})")
_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d$)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DAY_PATTERN = re.compile(rf"(?<![\d/.-])(?:{DAY})(?!\d)")


def read_day(written: str) -> dt.date | None:
    """The date of what `DAY` matched; None when the calendar has no such day."""
    if match := _PARTS.search(written):
        day = 1 if match["day"] == "premier" else int(match["day"])
        return make_date(int(match["year"]), month_number(match["month"]), day)
    if match := _ISO.search(written):
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DIGITS.search(written):
        year = int(match[3]) + (0 if len(match[3]) == 4 else 2000 if match[3] < "60" else 1900)
        return make_date(year, int(match[2]), int(match[1]))
    return None
