"""Texts other than codes: laws, decrees, ordonnances, arrêtés, acts of the Union, conventions, the Constitution.

Keys: ``loi/78-17``, ``decret/2021-848``, ``ue/2016-679``, without a number ``loi/1881-07-29``; named texts have a word
(``cesdh``, ``constitution``, ``ddhc``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from casetrack.extract.anchors import find_starts, find_words
from casetrack.extract.written_days import DAY, read_day


@dataclass(frozen=True, kw_only=True, slots=True)
class TextMention:
    """A text named at ``start:end``; ``key`` is empty when neither number nor date is given."""

    start: int
    end: int
    key: str
    number: str = ""
    date: dt.date | None = None


_N = r"n\s?(?:°|os?\b|\.)?\s?s?\s?"
# « loi organique n° 2011-333 du 29 mars 2011 », « décret du 1er juin 2021 », « ordonnance n°58-1067 »
_NATIONAL = re.compile(
    r"(?P<type>loi|ordonnance|decret-loi|decret|arrete|deliberation|circulaire|instruction)s?\b"
    r"(?:\s(?:organique|constitutionnelle|(?:inter)?ministeriel(?:le)?|prefectoral|municipal|royale|de programmation"
    r"|de finances(?: rectificative)?(?: pour \d{4})?|modifiee?|precitee?|cnil|interpretative|technique)){0,3}"
    rf"(?:\s?\(?{_N}(?P<number>\d{{2,4}}-\d{{1,5}}(?:-\d{{1,4}})?(?![/\d])|[a-z]{{2,8}}\d{{5,8}}[a-z]?)\)?)?"
    rf"(?:,?\s(?:modifiee?\s|susvisee?\s|precitee?\s)?(?:en date )?du\s(?P<day>{DAY}))?"
)
_SUBJECT = re.compile(
    r",?\s(?:modifiee?,? )?(?:relati|portant|prise (?:en|sur)|institu|modifiant|tendant|fixant|organi|pour l)"
)
# « règlement (UE) n° 604/2013 », « directive 2003/88/CE », « règlement (UE) 2016/679 », « directive 94/33 »
_UNION = re.compile(
    r"(?:reglement|directive|decision-cadre|decision)s?\b"
    r"(?:\s(?:d'execution|delegue|general|de la commission|du conseil))?"
    rf"\s?(?:\((?:ue|ce|cee|ue, euratom)\)\s?)?(?:{_N})?"
    r"(?P<first>\d{2,4})/(?P<second>\d{1,4})\b(?:/(?:ce|cee|ue|jai|euratom))?"
    rf"(?:[^.;:\n\"]{{0,70}}?\sdu\s(?P<day>{DAY}))?"
)
_UNION_DATED = re.compile(
    rf"directive\s(?:europeenne\s)?(?:du (?:parlement europeen et du )?conseil\s)?du\s(?P<day>{DAY})"
)
# « convention franco-britannique du 19 juin 2008 »
_TREATY = re.compile(rf"(?P<type>convention|accord|protocole|traite)(?:\s[a-z-]{{2,18}}){{0,6}}\sdu\s(?P<day>{DAY})")
_NAMED: tuple[tuple[str, str], ...] = (
    (
        "cesdh-p1",
        r"(?:premier )?protocole (?:n° ?1 )?additionnel (?:n° ?1 )?a la convention europeenne(?: de sauvegarde)?"
        r" des droits de l'homme(?: et des libertes fondamentales)?",
    ),
    ("loi/78-17", r"loi (?:dite )?\W{0,3}informatique et libertes"),
    ("cesdh", r"convention europeenne(?: de sauvegarde)? des droits de l'homme(?: et des libertes fondamentales)?"),
    ("cesdh", r"convention de sauvegarde des droits de l'homme(?: et des libertes fondamentales)?"),
    ("cide", r"convention (?:internationale )?(?:de new[- ]york )?(?:relative aux|des|sur les) droits de l'enfant"),
    ("cdfue", r"charte (?:europeenne )?des droits fondamentaux(?: de l'union europeenne)?"),
    ("charte-environnement", r"charte de l'environnement"),
    ("ddhc", r"declaration (?:de 1789|des droits de l'homme et du citoyen)(?: (?:de 1789|du 26 aout 1789))?"),
    ("constitution", r"constitution(?: du 4 octobre 1958)?\b(?! (?:de |d'|du |en |des |sans ))"),
    ("preambule-1946", r"preambule de (?:la constitution|celle) (?:de|du 27 octobre) 1946"),
    ("tfue", r"tfue\b|traite sur le fonctionnement de l'union europeenne"),
    ("tue", r"traite sur l'union europeenne"),
    ("pidcp", r"pacte international relatif aux droits civils et politiques"),
    ("convention-geneve-1951", r"convention de geneve(?: du 28 juillet 1951)?"),
    ("rgpd", r"rgpd\b|reglement general sur la protection des donnees"),
)
_NAMED_PATTERN = re.compile("|".join(f"(?P<n{i}>{form})" for i, (_, form) in enumerate(_NAMED)))
_ALIASES = {"rgpd": "ue/2016-679"}
_NATIONAL_WORDS = ("loi", "ordonnance", "decret", "arrete", "deliberation", "circulaire", "instruction")
_UNION_WORDS = ("reglement", "directive", "decision-cadre", "decision (ue")
_NAMED_WORDS = (
    "convention europ", "convention de s", "convention i", "convention rel", "convention de new", "convention des d",
    "convention sur l", "charte ", "declaration d", "constitution", "preambule de", "tfue", "traite sur", "pacte int",
    "convention de gen", "rgpd", "reglement general",
    "premier protocole", "protocole additionnel", "protocole n", "loi informatique", "loi dite", "loi \"informatique",
)  # fmt: skip
_FULL_NAMES = {
    "cesdh": "convention européenne de sauvegarde des droits de l'homme et des libertés fondamentales",
    "cesdh-p1": "premier protocole additionnel à la convention européenne de sauvegarde des droits de l'homme",
    "cide": "convention internationale relative aux droits de l'enfant",
    "cdfue": "charte des droits fondamentaux de l'Union européenne",
    "charte-environnement": "charte de l'environnement",
    "ddhc": "déclaration des droits de l'homme et du citoyen",
    "constitution": "Constitution",
    "preambule-1946": "préambule de la Constitution de 1946",
    "tfue": "traité sur le fonctionnement de l'Union européenne",
    "tue": "traité sur l'Union européenne",
    "pidcp": "pacte international relatif aux droits civils et politiques",
    "convention-geneve-1951": "convention de Genève du 28 juillet 1951",
}


def text_name(key: str) -> str:
    """The full name of a named text (« cesdh »), else empty."""
    return _FULL_NAMES.get(key, "")


def _is_act(kind: str, match: re.Match[str]) -> bool:
    """« l'ordonnance du 26 janvier 2017 relative à » is the government's; without a subject it is a judge's."""
    if kind == "ordonnance":
        return bool(_SUBJECT.match(match.string, match.end()))
    return kind != "instruction"


def _national(match: re.Match[str]) -> TextMention | None:
    number, day = match["number"] or "", read_day(match["day"]) if match["day"] else None
    kind = match["type"].replace("decret-loi", "decret")
    if not number and (day is None or not _is_act(kind, match)):
        return None
    key = f"{kind}/{number}" if number else f"{kind}/{day}"
    return TextMention(start=match.start(), end=match.end(), key=key, number=number, date=day)


def _union(match: re.Match[str]) -> TextMention:
    """Since 2015 year comes first; before, directives « 2003/88/CE » and regulations « n° 604/2013 »."""
    number = f"{match['first']}-{match['second']}"
    day = read_day(match["day"]) if match["day"] else None
    return TextMention(
        start=match.start(), end=match.end(), key=f"ue/{number}", number=number.replace("-", "/"), date=day
    )


def find_texts(flat: str) -> list[TextMention]:
    """Every text named in plain text, in order, without overlap."""
    return list(_without_overlap(sorted(_every(flat), key=_by_place)))


def _by_place(mention: TextMention) -> tuple[int, bool, int]:
    """In order; at one place a text with a name of its own comes before a convention told by its date."""
    return mention.start, mention.key.startswith(("convention/", "accord/", "protocole/", "traite/")), -mention.end


def _every(flat: str) -> Iterator[TextMention]:
    for at in find_starts(flat, _NATIONAL_WORDS):
        match = _NATIONAL.match(flat, at)
        mention = _national(match) if match else None
        if mention:
            yield mention
    for at in find_words(flat, _UNION_WORDS):
        if match := _UNION.match(flat, at):
            yield _union(match)
        elif match := _UNION_DATED.match(flat, at):
            day = read_day(match["day"])
            yield TextMention(start=at, end=match.end(), key=f"ue/{day}" if day else "", date=day)
    for at in find_starts(flat, ("convention ", "accord ", "protocole ", "traite ")):
        if treaty := _TREATY.match(flat, at):
            day = read_day(treaty["day"])
            yield TextMention(start=at, end=treaty.end(), key=f"{treaty['type']}/{day}" if day else "", date=day)
    for at in find_starts(flat, _NAMED_WORDS):
        match = _NAMED_PATTERN.match(flat, at)
        if match:
            key = _NAMED[int(str(match.lastgroup)[1:])][0]
            yield TextMention(start=at, end=match.end(), key=_ALIASES.get(key, key))


def _without_overlap(mentions: list[TextMention]) -> Iterator[TextMention]:
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end
