"""Numbers of courts: dockets of every court, ECLI, and the own numbers and date of a decision.

Forms: CE 5 or 6 digits; TA 7 digits, with a section suffix in Paris (``1712217/6-3``); CAA year, two letters, five
digits (``21BX04358``); Tribunal des conflits ``C3830``. Numbers of other courts are recognised so as not to be taken for
these. ECLI: ``ECLI:FR:CEORD:2021:450163.20210312``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.model import Declared, Value

NO = r"(?:n\s?(?:°|º|os|o|s|\.)\s?s?|N\s?(?:°|º|OS|O|os)\s?s?|num[ée]ros?|n(?=\s\d))"
# one number after its sign, the narrow forms first; examples stand beside each
_FORMS = (
    r"\d{2}(?:[A-Z]{2}|[a-z]{2})\d{3,6}",  # 21BX04358, 19PA0414
    r"\d{4}-\d{1,4}(?:/\d{1,4}){0,4}\s?(?:QPC|DC|LP|LOM|AN|SEN|PDR|FNR|ORGA|[LID]\b)",  # 2020-800 DC
    r"[CTF]-\d{1,4}/\d{2}",  # C-311/18
    r"C\d{4}",  # C3830
    r"\d{2}-\d{2}[.\s]\d{3}",  # 19-87.367
    r"\d{7}/\d{1,2}(?:-\d)?",  # 1712217/6-3
    r"\d{2}/\d{5}",  # 20/01234
    r"\d{2,5}/\d{2}(?!\d)",  # 5335/06
    r"\d{2,4}-\d{2,6}(?:/\d)?",  # 86-12478, 72-260/2, 2020-1810
    r"\d{3,6}/[A-Z]\b",  # 834/F
    r"\d{2,3}[. \u00a0\u202f]\d{3}(?![\d\u00a0 ]\d)",  # 68 652, 450.163
    r"\d{4,8}",  # 450163, 2006861, 20044711
)
ONE = "(?:" + "|".join(_FORMS) + ")"
SEPARATOR = r"\s?(?:,\s?et|,|;|et|à|\u2013|-)\s?(?:n°\s?)?"
# « n° 450163 », « Nos 440442, 440445 et 440446 »
NUMBERS = re.compile(
    rf"(?<!\w){NO}\s?(?:RG\s?)?(?P<first>{ONE})(?![\dA-Za-z])(?P<more>(?:{SEPARATOR}{ONE}(?![\d/])){{0,40}})"
)
_ONE = re.compile(ONE)
_SPACED = re.compile(r"\d{2,3}[. \u00a0\u202f]\d{3}")
_SMALL_CAA = re.compile(r"\d{2}[a-z]{2}\d+")
_ECLI = re.compile(
    r"\bECLI\s?:\s?(?P<country>[A-Z]{2})\s?:\s?(?P<court>[A-Z]{2,8}|Code Inconnu)\s?:\s?(?P<year>\d{4})\s?:\s?"
    r"(?P<number>[A-Z]{0,4}\d{1,8})(?:\.(?P<day>\d{8}))?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberMention:
    """A court's number at ``text[start:end]``. ``kind`` is the form of the number: CE, TA,
    CAA, TC, CC, CJUE, CEDH, CASS, RG, CNDA, or OLD for the hyphened ones of old tribunals and of audit courts."""

    start: int
    end: int
    number: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ecli:
    """An ECLI read. ``is_trusted`` when its form is right and, for the Conseil d'État, its date is a date."""

    start: int
    end: int
    text: str
    country: str
    court: str
    year: int
    number: str
    date: dt.date | None
    is_trusted: bool


def number_kind(number: str) -> str:
    """Whose number it looks like, by its form alone; empty when the form is nobody's."""
    for kind, pattern in _KINDS:
        if pattern.fullmatch(number):
            return kind
    return ""


_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("CAA", r"\d{2}[A-Za-z]{2}\d{3,6}"),
        ("CC", r"\d{4}-\d{1,4}(?:/\d{1,4})*\s?[A-Z]{1,4}"),
        ("CJUE", r"[CTF]-\d{1,4}/\d{2}"),
        ("CASS", r"\d{2}-\d{2}[.\s]?\d{3}"),
        ("RG", r"\d{2}/\d{5}"),
        ("CEDH", r"\d{2,5}/\d{2}"),
        ("TA", r"\d{7}(?:/\d{1,2}(?:-\d)?)?"),
        ("CNDA", r"\d{8}"),
        ("TC", r"C?\d{4}"),
        ("CE", r"\d{5,6}"),
        ("OLD", r"\d{2,4}-\d{2,6}(?:/\d)?|\d{3,6}/[A-Z]"),
    )
)


def docket_key(number: str) -> str:
    """The comparable form of a number: « 68 652 » -> ``68652``, « 21bx04358 » -> ``21BX04358``."""
    bare = number.strip()
    if _SPACED.fullmatch(bare):
        return re.sub(r"\D", "", bare)
    return bare.upper() if _SMALL_CAA.fullmatch(bare) else bare


def split_numbers(text: str, start: int, end: int) -> list[NumberMention]:
    """Each number of a list « 440442, 440445 »."""
    mentions = []
    for match in _ONE.finditer(text, start, end):
        number = docket_key(match[0])
        mentions.append(NumberMention(start=match.start(), end=match.end(), number=number, kind=number_kind(number)))
    return mentions


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """Every number after « n° » that has the form of a court's, in order."""
    found: list[NumberMention] = []
    for match in NUMBERS.finditer(text):
        found += split_numbers(text, match.start("first"), match.end())
    return tuple(mention for mention in found if mention.kind)


def parse_ecli(text: str) -> Ecli | None:
    """The first ECLI of a text, or None. Malformed ones (« Code Inconnu ») are kept and not trusted."""
    match = _ECLI.search(text) if "ECLI" in text else None
    if match is None:
        return None
    day = match["day"]
    date = None
    if day:
        try:
            date = dt.date(int(day[:4]), int(day[4:6]), int(day[6:]))
        except ValueError:
            date = None
    trusted = match["court"] != "Code Inconnu" and match["court"] != "XX" and (day is None or date is not None)
    return Ecli(
        start=match.start(), end=match.end(), text=match[0], country=match["country"], court=match["court"],
        year=int(match["year"]), number=match["number"], date=date, is_trusted=trusted,
    )  # fmt: skip


# « N° 450163 », « N°s 440442, 440445 » alone on a line, « 1° Sous le n° 440442 », « sous les numéros 424052 et 424062 »
_HEAD_LINE = re.compile(
    rf"(?m)^\s*(?:\d\s?[°)]\s?|[IVX]{{1,4}}[ .]\s?)?(?:Vu,?\s+)?(?:[Ss]ous\s+les?\s+)?{NO}\s?(?={ONE})"
)
_FILED_UNDER = re.compile(rf"(?:[Ss]ous|SOUS)\s+(?:les?|LES?)\s+{NO}\s?(?={ONE})")
_APPLICATION = re.compile(
    rf"(?:requêtes?|pourvois?|recours|demandes?)(?:\s+sommaires?)?,?\s+(?:enregistrée?s?\s+)?(?:sous\s+les?\s+)?{NO}\s?(?={ONE})"
)
_IDENTIFICATION = re.compile(r"\b(?:O?R|D)(?:CE|CAA?|TA)_(?P<number>\w{4,14})_(?P<day>\d{8})(?:\.xml)?")
_HEAD_SIZE = 3000


def find_dockets(text: str, *, declared: Sequence[Declared] = ()) -> tuple[Value, ...]:
    """The decision's own numbers: those its tags give, then those its text joins.

    The tags win; the text adds the numbers of « 1° Sous le n° ... » and of the head lines.
    """
    found: dict[str, Value] = {}
    for item in declared:
        if item.field == "docket":
            for number in re.split(r"[\s,;]+", item.value.strip()):
                if number:
                    found.setdefault(
                        docket_key(number), Value(value=docket_key(number), origin="balise", reason="balise")
                    )
    mark = _IDENTIFICATION.search(text, 0, _HEAD_SIZE)
    if mark and not found:
        found[mark["number"]] = Value(
            value=mark["number"], start=mark.start("number"), end=mark.end("number"), reason="nom du fichier d'origine"
        )
    for pattern, reason in ((_HEAD_LINE, "numéro en tête"), (_FILED_UNDER, "enregistré sous ce numéro")):
        for match in pattern.finditer(text, 0, _HEAD_SIZE if not found else 20_000):
            _take(text, match, reason, found)
    if not found:
        match = next(iter(_APPLICATION.finditer(text, 0, _HEAD_SIZE)), None)
        if match:
            _take(text, match, "requête numérotée", found)
    return tuple(found.values())


def _take(text: str, match: re.Match[str], reason: str, found: dict[str, Value]) -> None:
    numbers = NUMBERS.search(text, match.start(), match.end() + 200)
    if numbers is None:
        return
    for mention in split_numbers(text, numbers.start("first"), numbers.end()):
        if mention.kind in {"CE", "TA", "CAA", "TC"} and mention.number not in found:
            found[mention.number] = Value(value=mention.number, start=mention.start, end=mention.end, reason=reason)
