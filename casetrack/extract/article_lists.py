"""Lists of article numbers: « L. 521-1, L. 521-2 et L. 761-1 », « R. 522-1 à R. 522-8 », « 199 undecies C »."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LATIN = (
    r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies|undecies|duodecies|terdecies|quaterdecies"
    r"|quindecies|sexdecies|septdecies|octodecies|novodecies|vicies|unvicies|duovicies|tervicies)"
)
# letters of « 155 A », « 150 VA »; not the paragraph « II », nor the words of a text in capitals
_LETTERS = (
    r"(?!(?:II|III|IV|I|DU|DE|ET|OU|CI|AU|EN|LA|LE|UN|NE|SE|SA|CE|SI|IL|ON|NI|QU)\b)(?!A\s+(?:[\dLRD]|[A-Z]{2}(?!\w)|[A-Z]{3}))"
    r"[A-Z]{1,2}(?![\w.'’°])"
)
# « L. 521-2 », « L.521-2 », « LO 135-1 », « R.* 123-4 », « 1er », « premier », « 150-0 D bis », « 1649 quinquies E »
ITEM = re.compile(
    r"(?P<prefix>(?:L\.?\s?O|[LRDA])\s?\.?\s?\*?\s?\.?\s?(?=\d)|[lrd]\s?\.\s?(?=\d)|[lrd](?=\d))?"
    r"(?P<number>premier\b|(?:1|l)\s?er\b|\d{1,5}(?:\s?-\s?\d{1,4}){0,5}(?:(?<=\d{3})\s(?=\d{1,2}\sdu\scode)\d{1,2})?(?:\.\d{1,2}(?!\d))?)"
    rf"(?P<suffix>(?:\s?{_LATIN}\b(?:\sI\b|-\d{{1,2}}(?=\s[A-Z]\b))?)?(?:\s?{_LETTERS})?(?:\s{_LATIN}\b)?(?:-(?:{_LATIN}\b|[A-Z]\b|\d{{1,3}}\b))?)",
)
_SEPARATOR = re.compile(
    r"\s{0,3}(?:,\s{0,2}(?:et|ou|ainsi que)|,|;|et/ou|et|ou|er|ainsi que|-)?\s{1,3}"
    r"(?:(?:et|ou)\s)?(?:(?:du|au|les?|des|aux)\s(?:\d{1,2}\s?°|[IVX]{1,4}(?:\sbis)?|[a-zè]{4,10}\salinéa)(?:\sdu\s[IVX]{1,4})?\s)?(?:(?:de\s|à\s)?(?:l['’]\s?|les\s|des\s|aux\s)?(?:art(?:icles?\b|\.)\s{0,2}))?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s{0,3}(?:à|a|A|À)\s{1,3}(?:l['’]article\s)?", re.IGNORECASE)
# « L. 521-1 et 3° », « 2, 15 jours après », « 1 000 euros », « 12 mars »: numbers that are no articles
_NOT_AN_ITEM = re.compile(
    r"\s?(?:°|%|€|euros?\b|francs?\b|mois\b|jours?\b|ans?\b|ann[ée]es?\b|heures?\b|h\b|[èe]me\b|e\s|\d|m[²2]\b|points?\b"
    r"|janv|f[ée]v|mars\b|avril\b|mai\b|juin\b|juil|ao[ûu]t|sept|oct|nov|d[ée]c(?!ies))",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One number of a list, in its normal form (« L. 521-2 »)."""

    start: int
    end: int
    prefix: str
    article: str


# « L. 911 - 1 », « L. 761 1 »
_HYPHEN = re.compile(r"\s?-\s?|\s")
_FIRST = frozenset({"premier", "1er", "1 er", "ler", "l er"})


def _normal(match: re.Match[str], inherited: str) -> Item:
    written, number, suffix = match["prefix"] or "", match["number"], match["suffix"]
    letters = "".join(char for char in written if char.isalpha()).upper() or inherited
    shown = "L.O." if letters == "LO" else f"{letters}." if letters else ""
    number = "1er" if number in _FIRST else _HYPHEN.sub("-", number)
    tail = " ".join(suffix.split())
    gap = "" if not tail or tail[0] == "-" else " "
    article = f"{shown}{'*' if '*' in written else ''} {number}{gap}{tail}".strip()
    return Item(start=match.start(), end=match.end(), prefix=letters, article=article)


def read_list(text: str, at: int) -> list[Item]:
    """The articles listed from ``text[at:]``; empty when what follows is no number. At most 60."""
    items: list[Item] = []
    position = at
    while len(items) < 60:
        match = ITEM.match(text, position)
        if not match or (items and not match["prefix"] and _NOT_AN_ITEM.match(text, match.end())):
            break
        items.append(_normal(match, items[-1].prefix if items else ""))
        separator = _RANGE.match(text, match.end()) or _SEPARATOR.match(text, match.end())
        if not separator or separator.end() == match.end() or not separator[0].strip():
            break
        position = separator.end()
    return items
