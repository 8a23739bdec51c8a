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
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|den|der|ten|dos|da|di|della|ben|bin|ibn|ould|aït|el|al|d['’])\s?){0,2}"
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
article syndicat federation ligue commune monde point figaro science televisions television travail inter info bleu
culture insoumise nature environnement asile connect industrie alzheimer victimes relance services
"""
_NOT_NAMES = frozenset(_PUBLIC_WORDS.split())


def find_persons(text: str) -> tuple[Finding, ...]:
    """Spans of persons named in clear, and of their addresses, mail, telephone, social security and bank numbers."""
    every = [*_titled(text), *_named(text), *_others_named(text), *_identifiers(text)]
    found = sorted(every, key=lambda item: (item.start, -item.end))
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


# « MM. Dupuis et Lagrange », « les époux Castelnau », « la veuve Trémoulet »
_SEVERAL = re.compile(
    rf"(?<![\w.])(?:MM\.|Mmes|[Ll]es\s(?:époux|consorts)|[Éé]poux|[Cc]onsorts|[Vv]euve)\s(?P<first>{_NAME})(?:\set\s(?P<next>{_NAME}))?"
)
# « J. Montclar », « VASSEUR Aurélien, né le »
_INITIAL = re.compile(rf"(?<![\w.])(?!M\.)[A-Z]\.\s?(?P<name>(?:{_PARTICLE})[{_UP}][\w’-]{{2,40}})")
_BORN = re.compile(rf"(?P<name>[{_UP}][{_UP}'-]{{2,40}}\s[{_UP}][\w-]{{1,30}})(?=,?\s(?:née?|demeurant|domicili))")
# A line that is a name, under a date or a signature
_SIGNATURE = re.compile(
    rf"(?:[Ss]igné\s?:?|Fait à [^\n]{{3,60}}\n)\s*(?P<name>[{_UP}][\w'’-]+(?:\s{_NAME}){{1,3}})[ \t]*(?=\n|$|[.,;])"
)


# « I. Sur la recevabilité », « C. Atteinte grave »: the number of a heading is no initial
_SMALL = "sur les des une dans pour par aux cette cet ces son ses leur leurs quant avec sans que qui"
_SMALL_WORDS = frozenset(_SMALL.split())
_NOUNS = """
faits procedure discussion moyens recevabilite urgence atteinte atteintes liberte libertes conclusions frais mesures
mesure droit rappel objet pieces presentation competence interet contexte legalite illegalite absence existence
violation gravite condition conditions principe demande demandes
"""
_HEADINGS = frozenset(_NOUNS.split())


def _is_heading(text: str, match: re.Match[str]) -> bool:
    word, before = fold(match["name"]), text[max(0, match.start() - 8) : match.start()].rstrip(" \t")
    return word in _SMALL_WORDS or (word in _HEADINGS and before[-1:] in ("", "\n"))


def _others_named(text: str) -> Iterator[Finding]:
    for pattern, reason in (
        (_SEVERAL, "noms après une civilité ou un titre"),
        (_BORN, "nom suivi d'un état civil"),
        (_SIGNATURE, "nom d'une signature"),
    ):
        for match in pattern.finditer(text):
            for group in match.groupdict():
                name = match[group]
                if name and len(name) > 2 and not _PSEUDONYM.match(name) and not _is_public(name.split()[-1]):
                    yield Finding(start=match.start(group), end=match.end(group), reason=reason)
    for match in _INITIAL.finditer(text):
        if not _PSEUDONYM.match(match["name"]) and not _is_public(match["name"]) and not _is_heading(text, match):
            yield Finding(start=match.start("name"), end=match.end("name"), reason="initiale suivie d'un nom")


# What is named after somebody: « Fondation Jean Jaurès », « lycée Victor Hugo », « société Pierre Fabre ».
# word, without dots -> pattern, when it says more
_PLAIN = (
    "fondation institut instituts laboratoire laboratoires lycée collège école université hôpital clinique résidence "
    "ehpad crèche gymnase stade théâtre médiathèque bibliothèque musée prix rue avenue place boulevard quai square "
    "salle société entreprise groupe établissements éditions librairie galerie boulangerie cabinet association sci "
    "selarl fédération cercle amicale collectif comité maternité aéroport gare pont ligue caisse banque marque"
)
_KINDS = {
    **{word: word for word in _PLAIN.split()},
    "centre": r"centre(?:\s\w+){0,2}",
    "maison": r"maison(?:\sde\s\w+)?",
    "sarl": r"s\.?a\.?r\.?l\.?",
    "sas": r"s\.?a\.?s\.?",
    "scp": r"s\.?c\.?p\.?",
}
_NAMED_AFTER = re.compile(
    rf"(?<!\w)(?:{'|'.join(_KINDS.values())})"
    r"\s(?:de\s|d['’]|des\s)?(?:(?:Saint|Sainte|Yves)\s)?$",
    re.IGNORECASE,
)


_APART = {ord("."): "", **dict.fromkeys(map(ord, "'’«\"(,;:-/"), " ")}


def _is_named_after(before: str) -> bool:
    """Whether what follows is a legal person's own name. The pattern is tried only where one of its words is."""
    if _KINDS.keys().isdisjoint(before[-45:].lower().translate(_APART).split()):
        return False
    return bool(_NAMED_AFTER.search(before) and not _SPEAKER_OF.search(before))


# « la présidente de l'association Marie Durand » is Marie Durand
_SPEAKER_OF = re.compile(
    r"(?:président|directeur|directrice|porte-parole|avocat|membre|gérant|représentant|secrétaire|trésori|dirigeant|fondat|responsable"
    r"|salarié|maire|élève|patient|client)\w*\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’])[\w\s'’-]*$",
    re.IGNORECASE,
)


def _named(text: str) -> Iterator[Finding]:
    for word in _WORD.finditer(text):
        if not _is_first_name(word[0]):
            continue
        match = _CAPITALISED.match(text, word.start())
        if not match or text[word.start() - 1 : word.start()] in _BEFORE_WORD:
            continue
        last = match["last"]
        if not _is_public(last.split()[-1]) and not _PSEUDONYM.match(last):
            before = text[max(0, match.start() - 70) : match.start()]
            if _is_named_after(before):
                continue
            yield Finding(start=match.start(), end=match.end(), reason="prénom suivi d'un nom")


def _identifiers(text: str) -> Iterator[Finding]:
    for reason, needle, pattern in _OTHERS:
        if needle in text:
            for match in pattern.finditer(text):
                yield Finding(start=match.start(), end=match.end(), reason=reason)
