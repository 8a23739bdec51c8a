"""Natural persons named in clear in filings, mail and press, and what identifies them: spans, never rows.

They are shown to members, hidden from the public and from what is exported. Pseudonyms of decisions (« M. A... B... »,
« Mme B A ») are nobody in clear. A false alarm hides a word; a miss shows a person: the rules lean to alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casetrack.extract.first_names import FIRST_NAMES
from casetrack.model import Finding, fold

_UP = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|ben|el|al|d['’])\s?){0,2}"
# « M. le Président » names nobody.
_OFFICE = "Président|Maire|Ministre|Préfet|Juge|Rapporteur|Conseil|État|Premier|Bâtonnier|Commissaire|Procureur|Recteur"
_NAME = rf"{_PARTICLE}(?!(?:{_OFFICE})\b)[{_UP}][\w'’-]{{1,40}}"
# « M. Dupont », « Mme Anne de La Tour », « Me Durand », « le professeur Didier Sicard »
_TITLED = re.compile(
    rf"(?<![\w.])(?:MM?\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Mes?|Maîtres?|Drs?\.?|Prs?\.?|[Dd]octeure?"
    rf"|[Pp]rofesseure?|[Aa]vocate?)"
    rf"\s(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})"
)
# « Juliette ALIBERT », « Anne-Marie Le Goff », whose first word is a known first name
_CAPITALISED = re.compile(rf"(?P<first>[{_UP}][\w-]{{1,30}})\s(?P<last>(?:[A-Z]\.\s)?{_NAME}(?:\s{_NAME})?)")
_WORD = re.compile(rf"[{_UP}][\w-]{{1,30}}")
_BEFORE_WORD = frozenset("_/@.-")
_PSEUDONYM = re.compile(rf"^(?:[{_UP}](?:\.{{3}}|…|\b)[\s.…]*)+(?:et|$)|^[{_UP}]\b(?!['’])")
_OTHERS = (
    ("adresse électronique", "@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    ("numéro de téléphone", "", re.compile(r"(?<![\d/.-])(?:\+33\s?(?:\(0\)\s?)?[1-9]"
                                           r"|0[1-9])(?:[\s.-]?\d\d){4}(?![\d/-])")),
    ("numéro de sécurité sociale", "",
     re.compile(r"(?<!\d)[12]\s?\d\d\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d\d|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d\d)?(?!\d)")),
    ("compte bancaire", "FR", re.compile(r"(?<!\w)FR\d\d(?:\s?\w{4}){5}\s?\w{3}(?!\w)")),
    ("adresse postale", "",
     re.compile(r"(?<!\w)\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allées?|quai"
                r"|route|square|cours|passage|villa|sentier|résidence|lotissement|faubourg)\s[\w'’-]+(?:\s(?!\d{5})[\w'’-]+){0,4}"
                r"(?:,?\s(?:à\s)?\d{5}\s[\w'’-]+)?", re.IGNORECASE)),
)  # fmt: skip
_PUBLIC_WORDS = """
etat conseil cour tribunal ministre ministere association societe france paris republique union europe code loi
syndicat federation ligue commune monde point figaro science noel
"""
_NOT_NAMES = frozenset(_PUBLIC_WORDS.split())


def find_persons(text: str) -> tuple[Finding, ...]:
    """Spans of persons named in clear, and of their addresses, mail, telephone, social security and bank numbers."""
    found = sorted([*_titled(text), *_named(text), *_identifiers(text)], key=lambda item: (item.start, -item.end))
    kept: list[Finding] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _titled(text: str) -> Iterator[Finding]:
    for match in _TITLED.finditer(text):
        name = match["name"]
        if not _PSEUDONYM.match(name) and len(name) > 2:
            yield Finding(start=match.start("name"), end=match.end("name"), reason="nom après une civilité ou un titre")


@lru_cache(maxsize=4096)
def _is_first_name(word: str) -> bool:
    return fold(word).split("-")[0] in FIRST_NAMES


@lru_cache(maxsize=4096)
def _is_public(word: str) -> bool:
    return fold(word) in _NOT_NAMES


def _named(text: str) -> Iterator[Finding]:
    for word in _WORD.finditer(text):
        if not _is_first_name(word[0]):
            continue
        match = _CAPITALISED.match(text, word.start())
        if not match or text[word.start() - 1 : word.start()] in _BEFORE_WORD:
            continue
        last = match["last"]
        if not _is_public(last.split()[-1]) and not _PSEUDONYM.match(last):
            yield Finding(start=match.start(), end=match.end(), reason="prénom suivi d'un nom")


def _identifiers(text: str) -> Iterator[Finding]:
    for reason, needle, pattern in _OTHERS:
        if needle in text:
            for match in pattern.finditer(text):
                yield Finding(start=match.start(), end=match.end(), reason=reason)
