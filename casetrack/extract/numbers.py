"""Numbers of courts: dockets of every court, ECLI, and the own numbers and date of a decision.

Forms: CE 5 or 6 digits; TA 7 digits, with a section suffix in Paris (``1712217/6-3``); CAA year, two letters, five
digits (``21BX04358``); Tribunal des conflits ``C3830``. Numbers of other courts are recognised so as not
to be taken for these. ECLI: ``ECLI:FR:CEORD:2021:450163.20210312``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from casetrack.extract.anchors import find_words
from casetrack.extract.plain import plain
from casetrack.model import Declared, Value

NO = r"(?:n\s?(?:°|º|os|o|s|\.)\s?s?|N\s?(?:°|º|OS|O|os|o)\s?s?|num[ée]ros?|n(?=\s\d))(?:\s?:|\.(?=\s))?"
# one number after its sign, the narrow forms first; examples stand beside each
_FORMS = (
    r"\d{2}(?:[A-Z]{2}|[a-z]{2})\d{3,6}",  # 21BX04358, 19PA0414
    r"\d{4}-\d{1,4}(?:/\d{1,4}){0,4}\s?(?:QPC|DC|LP|LOM|AN|SEN|PDR|FNR|ORGA|[LID]\b)",  # 2020-800 DC
    r"[CTF]-\d{1,4}/\d{2}",  # C-311/18
    r"C\d{4}",  # C3830
    r"\d{2}-\d{2}[.\s]\d{3}",  # 19-87.367
    r"\d{7}/\d{1,2}(?:-\d)?",  # 1712217/6-3
    r"\d{7}[A-Z]\b",  # 9101301F
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
_GLUED = re.compile(r"[\d/-]+(?:QPC|DC)")
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


@lru_cache(maxsize=4096)
def number_kind(number: str) -> str:
    """Whose number it looks like, by its form alone; empty when the form is nobody's."""
    match = _KINDS.fullmatch(number)
    return str(match.lastgroup) if match else ""


# whose number a form is; the first that fits
_KINDS = re.compile(
    r"(?P<CAA>\d{2}[A-Za-z]{2}\d{3,6})"
    r"|(?P<CC>\d{4}-\d{1,4}(?:/\d{1,4})*\s?[A-Z]{1,4})"
    r"|(?P<CJUE>[CTF]-\d{1,4}/\d{2})"
    r"|(?P<CASS>\d{2}-\d{2}[.\s]?\d{3})"
    r"|(?P<RG>\d{2}/\d{5})"
    r"|(?P<CEDH>\d{2,5}/\d{2})"
    r"|(?P<TA>\d{7}(?:/\d{1,2}(?:-\d)?|[A-Z])?)"
    r"|(?P<CNDA>\d{8})"
    r"|(?P<TC>C?\d{4})"
    r"|(?P<CE>\d{5,6})"
    r"|(?P<OLD>\d{2,4}-\d{2,6}(?:/\d)?|\d{3,6}/[A-Z])"
)


def docket_key(number: str) -> str:
    """The comparable form of a number: « 68 652 » -> ``68652``, « 21bx04358 » -> ``21BX04358``."""
    bare = number.strip()
    if _SPACED.fullmatch(bare):
        return re.sub(r"\D", "", bare)
    if _GLUED.fullmatch(bare):
        return f"{bare.rstrip('CDPQ')} {bare.lstrip('0123456789-/')}"
    return bare.upper() if _SMALL_CAA.fullmatch(bare) else bare


def split_numbers(text: str, start: int, end: int) -> list[NumberMention]:
    """Each number of a list « 440442, 440445 »."""
    mentions = []
    for match in _ONE.finditer(text, start, end):
        number = docket_key(match[0])
        mentions.append(NumberMention(start=match.start(), end=match.end(), number=number, kind=number_kind(number)))
    return mentions


MOST_SIGNS, MOST_NUMBERS = 30_000, 10_000
"""« n° » looked at, and numbers of courts read, in one text: beyond, it is no document."""
# « n° », « numéro », and, as words of their own, « no », « nos », « n »
_SIGN = re.compile(r"n(?:(?= ?°|\.| os|umero)|(?<= n)(?= |o\.? |os )|(?<=\nn)(?=os? )|(?<=\(n)(?=o))")


def number_lists(text: str) -> Iterator[re.Match[str]]:
    """Each « n° ... » with its list of numbers, in order."""
    end = 0
    flat = plain(text)
    first = [0] if flat.startswith(("nos ", "no ")) else []
    signs = (match.start() for match in islice(_SIGN.finditer(flat), MOST_SIGNS))
    for start in (*first, *signs):
        match = NUMBERS.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """Every number after « n° » that has the form of a court's, in order."""
    found: list[NumberMention] = []
    for match in number_lists(text):
        found += split_numbers(text, match.start("first"), match.end())
        if len(found) >= MOST_NUMBERS:
            break
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


_LINE = r"(?:^|\n)[ \t\u00a0]{0,12}"
# « N° 450163 », « Décision n° 450163 », « N°s 440442, 440445 » on a line of the head
_HEAD_LINE = re.compile(rf"{_LINE}(?:(?:Décision|Dossier|Affaire|Requête)s?\s)?{NO}\s?:?\s?(?={ONE})")
# « DCE_450163_20210312.xml »; « Conseil d'Etat, 8 / 3 SSR, du 6 novembre 2002, 246830, publié »; a number alone
_FILE = re.compile(r"(?<!\w)(?:O?R|D)(?:CE|CAA?|TA)_(?P<number>[\dA-Z]{4,12})_\d{8}")
_TITLE = re.compile(
    rf"{_LINE}(?:Conseil|Cour|CAA|Tribunal|TA)\b[^\n]{{5,140}}\d{{4}}, (?P<number>{ONE}(?:,? {ONE}){{0,9}})(?=,|\s|$)"
)
_ALONE = re.compile(rf"{_LINE}(?P<number>{ONE}(?:[,;]? {ONE}){{0,9}})[ \t]{{0,4}}(?=\n|$)")
# « 1° Sous le n° 440442 », « Vu, 1° sous le n° 63 700 », « Sous les numéros 424052 et 424062 »
_UNDER = re.compile(
    rf"[ \t\u00a0]{{0,12}}(?:Vu\s?,?\s?)?(?:\d{{1,2}}\s?[°)/.:-]{{1,3}},?\s?|[IVX]{{1,4}}[ .°-]{{1,3}}|-\s)?"
    rf"(?:Vu,?\s)?sous\sles?\s{NO}\s?(?={ONE})",
    re.IGNORECASE,
)
_REGISTERED = re.compile(rf"enregistrée?s?,?\s(?:[^;.\n]{{0,60}}\s)?sous\sles?\s{NO}\s?(?={ONE})")
# « Les pourvois nos 449117 et 449118 présentent à juger les mêmes questions »
_JOINED = re.compile(rf"(?:requêtes|pourvois|recours|demandes)\s(?:[^;.,\n]{{0,50}}\s)?{NO}\s?(?={ONE})")
# « Par une requête n° 21BX04358, enregistrée le ... »
_APPLICATION = re.compile(rf"(?:requête|pourvoi|recours|demande)(?:\ssommaire)?,?\s{NO}\s?(?={ONE})")
# of a mail: « TA Lille - dossier 2412377 - Notification », « rendue dans l'instance n° 2412377 »
_OF_MAIL = re.compile(
    rf"(?:instance|dossier|affaire|requête)s?\s(?:{NO}\s?:?\s?)?(?P<number>{ONE})(?![\w/])", re.IGNORECASE
)
# « Signé : X 4573464 »: the docket, and the number of the page
_SIGNED = re.compile(r"Signé(?:e)?\s?:[^\d\n]{3,60}\s(?P<number>[2-9]\d{5})\d?[ \t]{0,4}(?=\n|$)")
_HEAD_SIZE, _BODY_SIZE = 3_000, 40_000
_BEFORE_THE_COUNCIL = (
    "secretariat du contentieux du conseil d",
    "demande au conseil d",
    "demandent au conseil d",
    "se pourvoi",
)
_OURS = frozenset({"CE", "TA", "CAA", "TC"})


def find_dockets(text: str, *, declared: Sequence[Declared] = ()) -> tuple[Value, ...]:
    """The decision's own numbers: those its tags give, then those its text joins to them (« 1° Sous le n° ... »).

    Without tags: the lines a file begins with, « N° 450163 », the ECLI, « Par une requête n° 21BX04358 », else none.
    """
    own: dict[str, Value] = {}
    for item in declared:
        for number in re.split(r"[\s,;]+", item.value.strip()) if item.field == "docket" else ():
            if number:
                own.setdefault(docket_key(number), Value(value=docket_key(number), origin="balise", reason="balise"))
    if not own:
        _of_head(text, own)
    _join(text, own, "" if own else _looked_for(text))
    if not own:
        _take(text, _APPLICATION.search(text, 0, _HEAD_SIZE), "requête numérotée", own)
    if not own and any(item.field == "mail_from" for item in declared):
        for match in islice(_OF_MAIL.finditer(text, 0, _HEAD_SIZE), 1):
            for mention in split_numbers(text, match.start("number"), match.end("number")):
                _add(mention, "dossier que nomme le courriel", own)
    if not own and (signed := _SIGNED.search(text, max(0, len(text) - 3_000))):
        _add(NumberMention(start=signed.start(1), end=signed.end(1), number=signed[1], kind="CE"), "signature", own)
    return tuple(own.values())


def _of_head(text: str, own: dict[str, Value]) -> None:
    """The first of: a file name, a title, a line « N° ... », a number alone under a court's name, the ECLI."""
    for pattern, reason in ((_FILE, "nom du fichier"), (_TITLE, "titre"), (_ALONE, "ligne d'en-tête")):
        match = pattern.search(text, 0, _HEAD_SIZE) if not own else None
        if match and (pattern is not _ALONE or text[: match.start("number")].strip()):
            for mention in split_numbers(text, match.start("number"), match.end("number")):
                _add(mention, reason, own)
    if not own:
        _take(text, _HEAD_LINE.search(text, 0, _HEAD_SIZE), "numéro en tête", own)
    ecli = parse_ecli(text[:_HEAD_SIZE]) if not own else None
    if ecli and ecli.court.startswith("CE"):
        at = text.index(ecli.number, ecli.start)
        _add(NumberMention(start=at, end=at + len(ecli.number), number=ecli.number, kind="CE"), "ECLI", own)


def _join(text: str, own: dict[str, Value], kind: str) -> None:
    """Numbers that the text joins, of the form of those known, else of ``kind``."""
    flat = plain(text[:_BODY_SIZE])
    for at in find_words(flat, ("sous le", "enregistre")):
        line = flat.rfind("\n", max(0, at - 24), at) + 1
        under = _UNDER.match(text, line or max(0, at - 24)) or _REGISTERED.match(text, at)
        for mention in _listed(text, under) if under else ():
            if not kind or mention.kind == kind:
                _add(mention, "sous ce numéro", own)
    for at in find_words(flat, ("requetes ", "pourvois ", "recours ", "demandes ")):
        match = _JOINED.match(text, at)
        listed = _listed(text, match) if match else []
        if len(listed) > 1 and any(mention.number in own for mention in listed):
            for mention in listed:
                _add(mention, "affaires jointes", own)


def _listed(text: str, match: re.Match[str]) -> list[NumberMention]:
    numbers = NUMBERS.search(text, match.start(), match.end() + 200)
    return split_numbers(text, numbers.start("first"), numbers.end()) if numbers else []


def _take(text: str, match: re.Match[str] | None, reason: str, own: dict[str, Value]) -> None:
    for mention in _listed(text, match) if match else ():
        _add(mention, reason, own)


def _looked_for(text: str) -> str:
    """The form of the own numbers of a text that names its registry."""
    flat = plain(text[:_BODY_SIZE])
    return "CE" if any(mark in flat for mark in _BEFORE_THE_COUNCIL) else ""


def _add(mention: NumberMention, reason: str, own: dict[str, Value]) -> None:
    known = next(iter(own), None)
    is_alike = known is None or number_kind(known) == mention.kind
    if mention.kind in _OURS and is_alike and mention.number not in own:
        own[mention.number] = Value(value=mention.number, start=mention.start, end=mention.end, reason=reason)
