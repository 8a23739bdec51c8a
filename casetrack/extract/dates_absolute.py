"""Dates that the words themselves write: « 12 mars 2021 », « 05/03/2021 à 15:13 », lists that share a month.

A date without its year (« le 8 mars ») is found here too, as a `Mention` whose year is still open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.extract.anchors import digit_runs
from casetrack.extract.calendar_words import WEEKDAY, MonthWord, make_date, month_words, weekday_number


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A day as written; ``month`` and ``year`` are 0 where the text leaves them open."""

    start: int
    end: int
    day: int
    month: int = 0
    year: int = 0
    weekday: int | None = None
    time: str | None = None
    until: Mention | None = None
    """The last day of an interval « du 10 au 15 octobre »."""
    link: str = ""
    """How the next day of the same list follows: ``list``, ``range``, or nothing."""
    is_year_shared: bool = False
    """The year is written once for several days of a list."""

    @property
    def date(self) -> dt.date | None:
        return make_date(self.year, self.month, self.day) if self.year and self.month else None


_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ER = r"(?:\s?(?:er|ᵉʳ)\b)?"
# A footnote call may be glued to the year: « 11 août 20231 ».
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d{3})"
# Read around each month word: « 12 mars 2021 », « 1er juil. 2020 ».
_DAY_BEFORE = re.compile(rf"(?<![\d/.,–°-])(?P<day>{_DAY}){_ER}\s{{1,3}}$")
_YEAR_AFTER = re.compile(rf"\s{{0,3}},?\s{{1,3}}(?P<year>{YEAR})")
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)({WEEKDAY}|(?:lun|mar|mer|jeu|ven|sam|dim)\.),?\s{{1,3}}(?:le\s)?$")
# A day without month before another one, read backwards: « 26 et », « 1er, », « samedi 6 et dimanche ».
_LISTED_BEFORE = re.compile(
    rf"(?<![\d/.,])(?P<day>{_DAY}){_ER}(?:\s{{0,3}}(?P<link>,?\s(?:et|ou|puis|au|à)|,)\s{{1,3}}|\s?(?P<dash>[-–])\s?)"
    rf"(?:(?:les?|du|au)\s{{1,3}})?(?:{WEEKDAY}\s{{1,3}})?$"
)
# « 27 février, et les 1er ... », « 30 novembre et 15 décembre 2021 »
_WEEKDAY_ENDS = frozenset(("di", "di,", "he", "le", "un.", "n.", "r.", "u.", "m.", "i,", "e,"))
_LINK = re.compile(rf"\s{{0,3}}(?:,?\s{{0,3}}(?:et|ou|puis)|,)\s{{1,3}}(?:(?:les?|du|au|ceux\sdes)\s)?(?:{WEEKDAY}\s)?")
_RANGE_LINK = re.compile(rf"\s{{0,3}}(?:inclus\s)?(?:au|à|jusqu'au|[-–])\s{{1,3}}(?:{WEEKDAY}\s{{1,3}})?")
_BETWEEN = re.compile(r"(?<!\w)entre\s(?:le\s)?(?:\w{5,8}\s)?$")
# « 12 rue du 8 mai 1945 » is an address.
_ADDRESS = re.compile(
    r"(?<!\w)(?:rue|avenue|av\.|boulevard|bd|place|pl\.|square|quai|impasse|cours|esplanade|pont|lycée|collège|école"
    r"|stade|allée|cité|résidence|caserne|amphithéâtre|mouvement|salle|hôpital|métro)\s(?:du|des|le)?\s?$"
)
_TIME = re.compile(
    r"(?:\s{1,3}(?:(?:au|le|du|en)\s)?(?:matin|soir|soirée|après-midi))?(?:\s{0,3}[,(–|t-])?\s{0,3}(?:(?:à|vers|dès"
    r"|de)\s{1,3})?"
    r"(?:(?P<hour>[01]?\d|2[0-3])\s?(?:heures?(?!\w)|h(?!\w)|h(?=\s?\d)|:(?=\d))\s?(?P<minute>[0-5]\d(?!\d))?"
    r"|(?P<word>midi|minuit)(?!\w))"
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d|\d\d)(?![\d/]|[.-]\d)"
)
_ISO = re.compile(r"([12]\d\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_DAY_MONTH = re.compile(r"([0-9]\d?)/(0?[1-9]|1[0-2])(?![\d/])")
_BEFORE_DAY_MONTH = re.compile(r"(?<!\w)(?:le|du|au|dès|\w{2,5}di)\s$")
_GLUED = frozenset("0123456789/.-")
_BETWEEN_DIGITS = frozenset("/.-")
MOST_DATES = 5_000
"""Days read in one text: beyond, it is no document."""


def find_mentions(small: str, months: Sequence[MonthWord] | None = None) -> list[Mention]:
    """Every written day of a text in lower case, in order; impossible days (« 31 février ») are left out."""
    found = [_with_time(small, mention) for mention in _numeric(small, digit_runs(small))]
    group: list[Mention] = []
    for word in month_words(small) if months is None else months:
        core = _core(small, word)
        if not core:
            continue
        if len(found) >= MOST_DATES:
            break
        atoms = _atoms(small, core)
        if group:
            link = _link_between(small, group[-1].end, atoms[0])
            if link != group[-1].link:
                group[-1] = replace(group[-1], link=link)
            if not link or len(group) > 200:
                found += _close(group)
                group = []
        group += atoms
    return sorted(found + _close(group), key=lambda mention: mention.start)


def _core(small: str, word: MonthWord) -> Mention | None:
    """The day written before a month word, and the year after it."""
    before = small[word.start - 1 : word.start]
    if not before.isspace():
        return None
    day = _DAY_BEFORE.search(small, max(0, word.start - 10), word.start)
    if not day or _ADDRESS.search(small, max(0, day.start() - 24), day.start()):
        return None
    year = _YEAR_AFTER.match(small, word.end)
    return Mention(
        start=day.start(), end=year.end() if year else word.end, day=int(day["day"]), month=word.month,
        year=int(year["year"]) if year else 0,
    )  # fmt: skip


def read_time(small: str, position: int) -> tuple[str | None, int]:
    """The hour written at ``position`` (« à 17 heures », « , 9h30 »), and where it ends."""
    match = _TIME.match(small, position, position + 40)
    if not match:
        return None, position
    if match["word"]:
        return ("12:00" if match["word"] == "midi" else "00:00"), match.end()
    return f"{int(match['hour']):02d}:{match['minute'] or '00'}", match.end()


def _with_time(small: str, mention: Mention) -> Mention:
    time, end = read_time(small, mention.end)
    return replace(mention, time=time, end=end) if time else mention


def _numeric(small: str, runs: Sequence[tuple[int, int]]) -> list[Mention]:
    """Days written in digits alone."""
    near = [(start, end) for start, end in runs if end - start < 3 and small[end : end + 1] in _BETWEEN_DIGITS]
    short = [start for start, end in near if small[end + 1 : end + 2].isdecimal()]
    found = []
    for match in filter(None, (_NUMERIC.match(small, start) for start in short)):
        if (len(match[4]) == 2 and match[2] != "/") or small[match.start() - 1 : match.start()] in _GLUED:
            continue  # « 12.03.21 » is as often a version or a heading
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        found.append(Mention(start=match.start(), end=match.end(), day=int(match[1]), month=int(match[3]), year=year))
        if len(found) >= MOST_DATES:
            break
    years = [start for start, end in runs if end - start == 4 and small[end : end + 1] == "-"]
    for match in filter(None, (_ISO.match(small, start) for start in years)):
        if small[match.start() - 1 : match.start()] not in _GLUED and len(found) < MOST_DATES:
            year, month, day = int(match[1]), int(match[2]), int(match[3])
            found.append(Mention(start=match.start(), end=match.end(), day=day, month=month, year=year))
    for match in filter(None, (_DAY_MONTH.match(small, start) for start in short)):
        if _BEFORE_DAY_MONTH.search(small, max(0, match.start() - 10), match.start()) and 0 < int(match[1]) < 32:
            found.append(Mention(start=match.start(1), end=match.end(), day=int(match[1]), month=int(match[2])))
    return [mention for mention in found if not mention.year or mention.date]


def _atoms(small: str, core: Mention) -> list[Mention]:
    """One complete day and the days without month that lead to it: « 1er, 5 et 7 mars 2021 »."""
    atoms = [_with_time(small, _with_weekday(small, core))]
    while len(atoms) < 32:
        before = _LISTED_BEFORE.search(small, max(0, atoms[0].start - 32), atoms[0].start)
        if not before:
            break
        link = "range" if before["dash"] or before["link"].split()[-1] in ("au", "à") else "list"
        end = before.end("day")
        end += 2 if small.startswith("er", end) else 0
        atom = Mention(start=before.start(), end=end, day=int(before["day"]), link=link)
        if link == "list" and _BETWEEN.search(small, max(0, atom.start - 20), atom.start):
            atom = replace(atom, link="range")
        atoms.insert(0, _with_weekday(small, atom))
    return atoms


def _with_weekday(small: str, mention: Mention) -> Mention:
    if small[max(0, mention.start - 4) : mention.start].rstrip()[-2:] not in _WEEKDAY_ENDS:
        return mention
    before = _WEEKDAY_BEFORE.search(small, max(0, mention.start - 16), mention.start)
    if not before:
        return mention
    return replace(mention, start=before.start(), weekday=weekday_number(before[1]))


def _link_between(small: str, end: int, following: Mention) -> str:
    if following.start - end > 32 or following.start < end:
        return ""
    if _RANGE_LINK.fullmatch(small, end, following.start):
        return "range"
    return "list" if _LINK.fullmatch(small, end, following.start) else ""


def _close(group: list[Mention]) -> list[Mention]:
    """Give each day of a list the month and year written after it, then join the two ends of an interval."""
    done: list[Mention] = []
    following: Mention | None = None
    for mention in reversed(group):
        if following and mention.link:
            mention = _inherit(mention, following)
        if mention.year and not mention.date:
            following = mention
            continue
        if following and mention.link == "range" and done:
            mention = replace(mention, until=done.pop(0), end=following.end)
        done.insert(0, mention)
        following = replace(mention, until=None) if mention.until else mention
    return done


def _inherit(mention: Mention, following: Mention) -> Mention:
    month = mention.month or following.month
    if mention.year or not following.year:
        return replace(mention, month=month)
    year = following.year - (1 if month > following.month else 0)  # « 30 décembre et 2 janvier 2022 »
    return replace(mention, month=month, year=year, is_year_shared=True)
