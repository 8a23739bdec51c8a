"""What an article belongs to: « du code X », « du même code », « de l'annexe III au code Y », « de la loi ».

The patterns read plain text; `Owner` is a code, another text, or neither (a contract, a judgment).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casetrack.extract.codes import ABBREVIATIONS, code_name
from casetrack.extract.texts import TextMention


def _any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words, gathered by their first letters."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


SHORT = re.compile(rf"(?:{_any_of(ABBREVIATIONS)})(?![\w-])")
FILLER = re.compile(
    r"(?:\s{0,2},?\s{0,2}(?:et\s(?:suivants?|s\.)|precitee?s?|susvisee?s?|susmentionnee?s?|mentionnee?s?|ancien|nouveau"
    r"|paragraphes?\s\d{1,2}|§\s?\d{1,2}|sous\s[a-z]\)|alinea (?:premier|second|dernier)|point\s[a-z\d]{1,2}\)?"
    r"|alors\s(?:applicables?|en vigueur)|al(?:inea|\.)s?\s\d{1,2}(?:er)?|\d{1,2}(?:er|e|eme)\salinea|\([^()\n]{1,40}\)"
    r"|(?:premier|deuxieme|troisieme|quatrieme|cinquieme|dernier)\salinea|[ivx]{1,4}\b|\d{1,2}\s?°(?:\set\s\d{1,2}\s?°)?)){0,4}"
)
_ANNEX = r"(?:(?:de|a)\s)?l'annexe\s(?P<annex>[ivx]{1,4}|\d)\s"
LINK = re.compile(
    rf"\s{{0,2}},?\s{{0,2}}(?:{_ANNEX}(?=au|du|a\sce|de\sce))?(?P<link>de\sladite\s|de\sla\s(?:meme\s|presente\s)?|de\sl'"
    r"|du\s?dit\s|dudit\s|du\smeme\s|du\spresent\s|du\s|des\s|de\sce\sdernier\s|de\sce\smeme\s|de\sce\s|de\scet\s"
    r"|de\scette\s(?:meme\s)?|au\spresent\s|au\smeme\s|a\sce\s|a\sla\s|au\s|de\s(?=code|tfue)|(?=code\b))"
)
ANNEX_OF = re.compile(_ANNEX + r"(?:au|du|a|de)\s(?P<same>meme\s|present\s|ce\s)?")
SAME = re.compile(r"meme|dernier|present|ce\s|dit")
BARE_CODE = re.compile(r"(?:meme\s|dernier\s|present\s|dit\s)?(?:code|livre)\b(?:\s(?:precite|susvise))?")
# « l'article 8 CEDH », « de la CEDH »: the convention, not the court
RIGHTS = re.compile(r"\s(?:de la )?(?P<name>cedh|conv(?:ention|\.) ?edh|cesdh|conv\. eur\. dr\. h\.)(?![\w,])")
# « l'article 4, du 3° de ... », « l'article 2, des I et II »: what follows is another part, not what bears the article
ANOTHER_PART = re.compile(r"(?:[ivx]{1,4}\b|\d|[a-z]\s|premier|second|deuxieme|troisieme|dernier|alinea)")
RULES = re.compile(r"(?:reglement|statut|convention|plan|cahier|contrat|marche|decret|arrete|accord|protocole)")
TYPE_OF_TEXT = re.compile(
    r"(?:meme )?(?P<type>directive|reglement|decret|loi|ordonnance|arrete)\b(?! (?:attaque|contest|litig))"
)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(frozen=True, slots=True)
class Owner:
    """What an article belongs to: a code (``slug``), another text, or something that is neither."""

    slug: str = ""
    name: str = ""
    text: TextMention | None = None

    @property
    def is_code(self) -> bool:
        return bool(self.slug)


NEITHER = Owner()


def of_short(match: re.Match[str]) -> Owner:
    slug = ABBREVIATIONS[match[0]]
    return Owner(slug=slug, name=code_name(slug))


def with_annex(owner: Owner, annex: str) -> Owner:
    """« l'annexe III au code général des impôts » is a book of its own."""
    if not annex or not owner.is_code:
        return owner
    roman = _ROMAN.get(annex, annex.upper())
    number = {roman: digit for digit, roman in _ROMAN.items()}.get(roman, roman.lower())
    return Owner(slug=f"{owner.slug}-annexe-{number}", name=f"{owner.name}, annexe {roman}")
