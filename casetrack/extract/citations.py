"""Citations of decisions and dockets, in the forms lawyers and courts write, and `cite` for any text.

« CE, ord., 12 mars 2021, Association InterHop et autres, n° 450163 » gives the key ``CE/2021-03-12/450163``; without a
date ``CE/450163``. Decisions of other orders (RG, Cass., CC, CJUE, CEDH) have their court and number, never our keys.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casetrack.extract.articles import find_articles
from casetrack.extract.back_references import find_back_references
from casetrack.extract.cited_numbers import find_groups
from casetrack.extract.court_index import CourtIndex
from casetrack.extract.courts import ADMINISTRATIVE, CourtMention, court_name, court_of_caa_number, find_courts
from casetrack.extract.number_groups import Group
from casetrack.extract.plain import plain
from casetrack.extract.unnumbered import DAY_OF_COURT, NO_BRIDGE, find_unnumbered
from casetrack.extract.written_days import DAY, DAY_PATTERN, read_day
from casetrack.model import CitationFinding

_REACH = 260
# the end of a sentence or of a citation; « Assoc. », « S. et Marper », « min. Int. » end nothing
_END = re.compile(r"[;\n]|(?<!\.)\.\s+(?=[A-ZÉÀÊ«\"(])")
_SHORTENED = re.compile(
    r"\b(?:[a-z]{1,2}|adm|aff|art|ass|assoc|avr|cass|ch|chbr|cie|civ|cne|com|comm|confl|cons|const|coll|crim|dec|dep|dept|dir|ets"
    r"|fed|fevr?|gen|int|janv|juill|jtes|mar|min|mme|nat|nov|oct|ord|plen|pref|pres|prem|preuv|rec|ref|req|reun|sect|sept|soc"
    r"|ste|synd|trib|univ|zone)$"
)
# « n° 2105419 du 22 septembre 2021 », « , rendue le 12 mars 2021 », « a été rendue le »; never « enregistrée le »
_DAY_AFTER = re.compile(
    r"[\s,(|/-]{0,3}(?P<link>(?:a ete |qui a ete )?(?:rendue?s?|lue?s?|prononcee?s?|signee?s?) le |lecture du "
    rf"|en date (?:du|des) |du |des |le )?(?P<day>{DAY})(?!\d)"
)
# « jugement n° 2108765 du tribunal administratif de Paris en date du 2 mars 2022 »
_DAY_OF_JUDGMENT = re.compile(rf"\s?,?\s?(?:en date du|du|rendue? le|lue? le)\s(?P<day>{DAY})")
_DAY_BEFORE = re.compile(
    rf"(?P<day>(?<![\d/.-]){DAY})[\s,(]{{0,3}}"
    r"(?:sous (?:le |les )?|dans l'affaire |req\. |requete |decision |pourvoi |aff\. )?$"
)
_FILED = re.compile(
    r"(?:enregistr|depos|introdui|present|transmi|recue?)[a-z]{0,6},?\s(?:[a-z' ]{0,30}\s)?(?:le |les |du )?$"
)
_RENDERED = re.compile(r"(?:rendu|lu|prononce|signe)e?s? le $")
_FILING = re.compile(r"^(?:requete|pourvoi|recours|sous|affaire|dossier|demande|instance)")
_SAME_COURT = re.compile(
    r"[\s,(]{0,3}(?:[a-z ',]{0,60}?)\b(?:ce|le|du|ledit|dudit)(?: meme)? tribunal\b(?! (?:de|des|judic))"
)
_CAA_NUMBER = re.compile(r"\d{2}[A-Z]{2}\d")
_PREVIOUS_DAY = re.compile(rf"(?P<day>(?<![\d/.-]){DAY})[\s,]{{1,3}}$")


@dataclass(frozen=True, slots=True)
class _Scope:
    """The stretch of text in which a group of numbers finds its court and date."""

    low: int
    high: int


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str, courts: Sequence[CourtMention]) -> None:
        self.text, self.flat, self.courts = text, plain(text), CourtIndex(courts)
        self.groups = find_groups(text, self.flat, courts)
        self.used: set[int] = set()

    def read(self) -> list[CitationFinding]:
        found: list[CitationFinding] = []
        previous: CitationFinding | None = None
        for index, group in enumerate(self.groups):
            scope = self._scope(index)
            for finding in self._read_group(group, scope, previous):
                found.append(finding)
                previous = finding
        found += find_unnumbered(self.text, self.flat, self.courts, found, self.used)
        return sorted(found, key=lambda finding: finding.start)

    def _scope(self, index: int) -> _Scope:
        """From the end of the sentence or citation before to the end of this one."""
        group = self.groups[index]
        low = max(group.start - _REACH, self.groups[index - 1].end if index else 0)
        for end in self._ends(low, group.start):
            low = end.end()
        high = min(group.end + _REACH, self.groups[index + 1].start if index + 1 < len(self.groups) else len(self.flat))
        after = next(self._ends(group.end, high), None)
        return _Scope(low, after.start() if after else high)

    def _ends(self, low: int, high: int) -> Iterator[re.Match[str]]:
        """Where sentences and citations end."""
        for end in _END.finditer(self.text, low, high):
            if end[0][0] != "." or not _SHORTENED.search(self.flat, max(0, end.start() - 8), end.start()):
                yield end

    def _read_group(self, group: Group, scope: _Scope, previous: CitationFinding | None) -> Iterator[CitationFinding]:
        left = self.courts.between(scope.low, group.start)
        date, date_start, date_end = self._date(group, scope, left)
        court = self._court(group, scope, left, date_end)
        if date is None and court is not None and court.start >= group.end:
            pattern = _DAY_OF_JUDGMENT if group.noun else DAY_OF_COURT
            day = pattern.match(self.flat, court.end, scope.high)
            date, date_end = (read_day(day["day"]), day.end()) if day else (date, date_end)
        if court is None and group.is_chained and previous is not None and date is not None and not group.noun:
            court = CourtMention(start=group.start, end=group.start, name=previous.court, code=previous.court_code)
        if not self._is_accepted(group, court):
            return
        start = min(group.start if not group.noun else group.noun_start, date_start)
        if court is not None and not group.noun and scope.low <= court.start < start and court.end <= group.start:
            start = court.start
        if court is not None:
            self.used.add(court.start)
        for number, first, last in group.numbers:
            code, name = self._code(number, court, group.noun)
            whole = first == group.numbers[0][1]
            begin = start if whole else first
            stop = max(last, date_end) if len(group.numbers) == 1 else last
            is_decision = bool(date) or (court is not None and not _FILING.match(group.noun)) or group.is_decision
            yield CitationFinding(
                kind="decision" if is_decision or not _is_ours(code) else "docket", start=begin, end=stop,
                text=self.text[begin:stop], key=_key(code, date, number), court=name, court_code=code, number=number,
                date=date, reason=f"numéro {'daté' if date else 'sans date'}",
            )  # fmt: skip

    def _date(self, group: Group, scope: _Scope, left: list[CourtMention]) -> tuple[dt.date | None, int, int]:
        """The day of the decision: right after the number, else before it, in the citation."""
        nothing = (None, group.start, group.end)
        if group.date is not None:
            return group.date, group.start, group.end
        after = _DAY_AFTER.match(self.flat, group.end, scope.high)
        if after and not (_FILING.match(group.noun) and after["link"] in {"le ", "du ", "des "}):
            return read_day(after["day"]), group.start, after.end()
        if group.day_before is not None:
            return group.day_before, group.noun_start, group.end
        before = _DAY_BEFORE.search(self.flat, max(scope.low, group.noun_start - 60), group.noun_start)
        if before and self._is_of_decision(before.start(), has_court=not _FILING.match(group.noun) or bool(left)):
            return read_day(before["day"]), before.start("day"), group.end
        anchor = left[-1] if left else None
        is_prose = bool(group.noun) and not (anchor and DAY_OF_COURT.match(self.flat, anchor.end))
        if anchor is None or is_prose:
            return nothing
        led = _PREVIOUS_DAY.search(self.flat, max(scope.low, anchor.start - 40), anchor.start)
        between = DAY_PATTERN.search(self.flat, anchor.end, group.start)
        if between and self._is_of_decision(between.start(), has_court=True):
            return read_day(between[0]), between.start(), group.end
        if led and self._is_of_decision(led.start(), has_court=True):
            return read_day(led["day"]), led.start("day"), group.end
        return nothing

    def _is_of_decision(self, day: int, *, has_court: bool) -> bool:
        """Whether the day before a number is that of the decision, not of the filing."""
        before = max(0, day - 50)
        if _RENDERED.search(self.flat, before, day):
            return True
        return has_court and not _FILED.search(self.flat, before, day)

    def _court(self, group: Group, scope: _Scope, left: list[CourtMention], date_end: int) -> CourtMention | None:
        """The court that the sentence attaches: after the number, before it, or « ce tribunal »."""
        fitting = [court for court in left if group.fits(court.code)]
        if not fitting and left and left[-1].code.startswith("TA") and self._is_old_tribunal(group, left[-1]):
            fitting = left[-1:]
        if fitting and DAY_OF_COURT.match(self.flat, fitting[-1].end, group.start):
            return self.courts.placed(fitting[-1])
        right = next(
            (c for c in self.courts.between(max(group.end, date_end - 1), scope.high) if group.fits(c.code)), None
        )
        if right and right.start - max(group.end, date_end) < 130:
            bridge = self.flat[max(group.end, date_end) : right.start]
            if not NO_BRIDGE.search(bridge) and (
                group.noun or bridge.strip(" ,(-:.–—") in {"", "devant le", "devant la"}
            ):
                return self.courts.placed(right)
        if fitting:
            return self.courts.placed(fitting[-1])
        if _SAME_COURT.match(self.flat, max(group.end, date_end), scope.high) and group.fits("TA"):
            return self.courts.last_tribunal(group.start)
        outside = self.courts.between(max(0, group.start - 90), group.start)
        if self.text[max(0, group.lead - 1) : group.lead] == "(" and outside and group.fits(outside[-1].code):
            return self.courts.placed(outside[-1])
        return None

    def _is_old_tribunal(self, group: Group, court: CourtMention) -> bool:
        """« TA Châlons-sur-Marne, 25 mai 1993, n° 921234 »: six digits before tribunals had seven."""
        day = DAY_OF_COURT.match(self.flat, court.end, group.start)
        date = read_day(day["day"]) if day else None
        return group.kind == "CE" and not group.noun and date is not None and date.year < 2002

    def _is_accepted(self, group: Group, court: CourtMention | None) -> bool:
        if group.is_certain or (court is not None and not group.is_refused):
            return True
        return group.is_docket_like and not group.is_refused

    def _code(self, number: str, court: CourtMention | None, noun: str) -> tuple[str, str]:
        if _CAA_NUMBER.match(number) and (by_letters := court_of_caa_number(number)):
            return by_letters, court_name(by_letters)
        if court is not None:
            return court.code, court.name
        code = Group.code_of(number)
        code = "TA" if code == "CNDA" and noun.startswith("jugement") else code  # which only tribunals give
        return code, court_name(code)


def _is_ours(code: str) -> bool:
    return bool(ADMINISTRATIVE.match(code))


def _key(code: str, date: dt.date | None, number: str) -> str:
    """The comparable form; empty where the court is not ours or not known for certain."""
    if not _is_ours(code) or code in {"TA", "CAA"} or not number:
        return ""
    return "/".join(filter(None, (code, str(date) if date else "", number)))


def find_citations(text: str, *, courts: Sequence[CourtMention] | None = None) -> tuple[CitationFinding, ...]:
    """Every decision and docket cited, in order; back references (« l'ordonnance précitée ») resolved."""
    found = _Reader(text, find_courts(text) if courts is None else courts).read()
    return tuple(find_back_references(text, found))


def cite(text: str) -> tuple[CitationFinding, ...]:
    """All references of a text: decisions, dockets, articles and texts, in order."""
    return tuple(
        sorted([*find_citations(text), *find_articles(text)], key=lambda finding: (finding.start, finding.end))
    )
