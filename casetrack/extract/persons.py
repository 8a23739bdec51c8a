"""Natural persons named in clear in filings, mail and press, and what identifies them: spans, never rows.

They are shown to members, hidden from the public and from what is exported. Pseudonyms of decisions (« M. A... B... »,
« Mme B A ») are nobody in clear. A false alarm hides a word; a miss shows a person: the rules lean to alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casetrack.extract.identifiers import find_identifiers
from casetrack.extract.person_runs import CIVIL, NAME, PARTICLE, UP, find_runs, is_nobody
from casetrack.extract.person_words import SMALL
from casetrack.model import Finding, fold

_CIVIL = (
    r"MM?\.\s?|Mr\.?\s|M\s|Mmes?\.?\s|Mlles?\.?\s|Monsieur\s|Madame\s|Mademoiselle\s|Mes?\s|Maîtres?\s|Drs?\.?\s|Prs?\.?\s"
    r"|[Dd]octeure?\s|[Pp]rofesseure?\s|[Aa]vocate?\s|Messieurs\s|Mesdames\s"
)
# A space, or the end of a line of a PDF; never a cell of a table
_GAP = r"(?:[ \u00a0\u202f]|[ \u00a0]?\n)"
_BORN_AS = rf"(?:,?\s\(?(?:née?|épouse|ép\.|veuve|vve|divorcée)\s{NAME})?"
# « M. Dupont », « Mme veuve Durand née Martin », « Mme Anne de La Tour », « Me Durand », « le professeur Sicard »
_TITLED = re.compile(
    rf"(?<![\w.'’-])(?:{_CIVIL})\s?(?:veuve\s|vve\s)?(?P<name>{NAME}(?:{_GAP}{NAME}){{0,3}}{_BORN_AS})"
)
# « Mme A... Martin »: the court's initial, and a name all the same
_HALF_HIDDEN = re.compile(rf"(?<![\w.])(?:{_CIVIL})(?:[A-Z](?:\.{{3}}|…)\s?){{1,2}}\s?(?:née\s)?(?P<name>{NAME})")
_PSEUDONYM = re.compile(rf"^(?:[{UP}](?:\.{{3}}|…|\b)[\s.…]*)+(?:et|$)|^[{UP}]\b(?!['’])")
# « MM. Dupuis, Lagrange et Castelnau », « les époux Castelnau », « Mes Dupuis et Lagrange »
_SEVERAL = re.compile(
    rf"(?<![\w.])(?:MM\.|Messieurs|Mmes|Mesdames|Mlles|Mes|Maîtres|[Ll]es\s(?:époux|consorts|frères|sœurs)|[Éé]poux"
    rf"|[Cc]onsorts|(?:[Pp]résents|[Ee]xcusés|[Aa]bsents|[Ss]ignataires|[Oo]nt signé)\s?:)\s"
    rf"(?P<names>{NAME}(?:\s{NAME})?(?:(?:,\s|\set\s){NAME}(?: {NAME})?)*)"
)
_EACH = re.compile(rf"{NAME}(?: {NAME})?")
# « J. Montclar », « G.-H. Mallarmont »
_INITIAL = re.compile(rf"(?<![\w.])(?!M\.)[A-Z]\.\s?(?P<name>(?:{PARTICLE})?[{UP}][\w’-]{{2,40}})")
# A line that is a name, under a date or a signature
_SIGNATURE = re.compile(
    rf"(?:[Ss]igné\s?:?|Fait à [^\n]{{3,60}}\n)\s*(?P<name>[{UP}][\w'’-]+(?:[ ]{NAME}){{1,3}})[ \t]*(?=\n|$|[.,;])"
)
# Letters of neither the Latin alphabet nor the signs of mathematics: in a French text, nearly always somebody's name
_FOREIGN = re.compile(
    r"[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff]{2,}(?:\s[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff]{2,})*"
)


def find_persons(text: str) -> tuple[Finding, ...]:
    """Spans of persons named in clear, and of their addresses, mail, telephone, social security and bank numbers."""
    every = [*_titled(text), *_listed(text), *_others_named(text), *find_runs(text), *find_identifiers(text)]
    kept: list[Finding] = []
    for item in sorted(every, key=lambda found: (found.start, -found.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _titled(text: str) -> Iterator[Finding]:
    for match in _TITLED.finditer(text):
        name = match["name"]
        if not _PSEUDONYM.match(name) and len(name) > 2:
            yield Finding(start=match.start("name"), end=match.end("name"), reason=CIVIL)
    for match in _HALF_HIDDEN.finditer(text) if "..." in text or "…" in text else ():
        if fold(match["name"]).split()[0] not in SMALL:
            yield Finding(start=match.start("name"), end=match.end("name"), reason=CIVIL)


def _listed(text: str) -> Iterator[Finding]:
    for match in _SEVERAL.finditer(text):
        for each in _EACH.finditer(text, *match.span("names")):
            if not _PSEUDONYM.match(each[0]) and not is_nobody(fold(each[0]).split()):
                yield Finding(start=each.start(), end=each.end(), reason=CIVIL)


# « I. Sur la recevabilité », « C. Atteinte grave »: the number of a heading is no initial
_NOUNS = """
faits procedure discussion moyens recevabilite urgence atteinte atteintes liberte libertes conclusions frais mesures
mesure droit rappel objet pieces presentation competence interet contexte legalite illegalite absence existence
violation gravite condition conditions principe demande demandes
"""
_HEADINGS = frozenset(_NOUNS.split())


def _is_heading(text: str, match: re.Match[str]) -> bool:
    word, before = fold(match["name"]), text[max(0, match.start() - 8) : match.start()].rstrip(" \t")
    return word in SMALL or (word in _HEADINGS and before[-1:] in ("", "\n"))


def _others_named(text: str) -> Iterator[Finding]:
    for match in _SIGNATURE.finditer(text):
        if not _PSEUDONYM.match(match["name"]) and not is_nobody(fold(match["name"]).split()):
            yield Finding(start=match.start("name"), end=match.end("name"), reason="nom d'une signature")
    for match in _INITIAL.finditer(text):
        name = match["name"]
        if not _PSEUDONYM.match(name) and not is_nobody([fold(name)]) and not _is_heading(text, match):
            yield Finding(start=match.start("name"), end=match.end("name"), reason="initiale suivie d'un nom")
    if not text.isascii():
        for match in _FOREIGN.finditer(text):
            yield Finding(start=match.start(), end=match.end(), reason="nom d'une autre écriture")
