"""Codes as texts name them, whatever their small words, and the short form of their keys (``cja/l-521-2``)."""

from __future__ import annotations

import re
from functools import lru_cache

from casetrack.codes import CODES
from casetrack.extract.plain import plain
from casetrack.model import slugify

# codes whose articles are bare numbers (« 199 undecies C », « 1382 »); elsewhere a bare number is no article
_NUMERIC = frozenset(
    {"cgi", "c-civ", "cp", "cpp", "cpc", "c-douanes", "c-marches", "c-nationalite", "c-minier", "c-deonto-med"}
)
# of these, the ones that have « R. 610-5 » or « D. 366 » too
_MIXED = frozenset({"cp", "cpp", "c-douanes"})
# other writings of a name: pattern on plain text -> slug
_VARIANTS: tuple[tuple[str, str], ...] = (
    (r"code de l'entree et du sejour(?:,? (?:et |ou )?(?:des etrangers|en france|du droit d'asile))*", "ceseda"),
    (r"code des etrangers", "ceseda"),
    (r"nouveau code de procedure civile", "cpc"),
    (r"nouveau code penal", "cp"),
    (r"code general des imp\W?ots?", "cgi"),
    (r"code des impots", "cgi"),
    (r"livre des? procedures? fiscales?", "lpf"),
    (r"code de justice administratif", "cja"),
    (r"code general des collectivites locales", "cgct"),
    (r"code de l'urbanisme et de l'habitation", "c-urbanisme-habitation"),
)
_SMALL_WORDS = re.compile(r"\b(?:de la|de l'|des|du|de|d'|la|les?|l'|et)(?:\s|\b)\s?")


def _skeleton(name: str) -> str:
    """A name without its small words: « code de sécurité intérieure » is « code de la sécurité intérieure »."""
    return " ".join(_SMALL_WORDS.sub(" ", plain(name)).split())


_OF = r"(?:de\s(?:la\s|l')?|des\s|du\s|d')"


def _loose(name: str) -> str:
    """A pattern for a name whatever its small words: « de sécurité », « de la sécurité »."""
    words = re.sub(r"\b(?:de la |de l'|des |du |de |d')", "\0", plain(name))
    return re.escape(words).replace("\0", _OF).replace(r"\ ", r"\s{1,3}")


def _longest_first() -> str:
    forms = [(_loose(name), name) for name, _ in CODES.values()] + [(form, form) for form, _ in _VARIANTS]
    return "|".join(form for form, _ in sorted(forms, key=lambda pair: len(pair[1]), reverse=True))


_NAME = re.compile(rf"(?:{_longest_first()})(?![a-z])")
_BY_NAME = {plain(name): slug for slug, (name, _) in CODES.items()}
_BY_SKELETON = {_skeleton(name): slug for slug, (name, _) in CODES.items()}
ABBREVIATIONS: dict[str, str] = {short: slug for slug, (_, shorts) in CODES.items() for short in shorts}
ABBREVIATIONS["CP"] = "cp"
# a code of which we have no name: « code de la chasse », « code territorial des impôts de Nouvelle-Calédonie »
_UNKNOWN = re.compile(
    rf"code\s(?:(?:general|territorial|communautaire|local|disciplinaire|international)\s)?(?:{_OF})?[a-z]{{3,20}}(?:-[a-z]{{2,20}})?"
    rf"(?:\s(?:(?:et\s)?{_OF}[a-z]{{4,20}}(?:-[a-z]{{2,20}})?|interieure?|francaise?|publique?s?|sociale?s?|civile?s?|fiscale?s?)){{0,3}}"
)
# words that follow « le code » without naming one
_NOT_A_CODE = re.compile(
    r"code\s(?:(?:de|du|des|d')\s?)?(?:bonnes?\s|conduite|barres?|postal|source|informatique|precite|susvise|acces\b|couleur"
    r"|confidentiel|secret|naf\b|ape\b|qui\b|que\b|mais\b|aux?\b|en\b|ils?\b|elles?\b|cette?\b|ces\b|si\b|comme\b|tant\b|lorsqu|modifi|dans\b|pour\b|est\b|sont\b|alors\b|auquel|dont\b|ne\b|a\b|ainsi|issue?"
    r"|et\b|ou\b|applicable|modifie|dispose|prevoi|precise|mentionne|defini|enonce|permet|reprend|relati|par\b|sur\b|avec\b|tel"
    r"|[a-z]{2,18}(?:ent|ait|aient|era|ant|uel|quel)\b)"
)


@lru_cache(maxsize=512)
def slug_of(name: str) -> str:
    """The slug of a name in plain text, or a slug made from it."""
    flat = " ".join(name.split())
    if flat in _BY_NAME:
        return _BY_NAME[flat]
    for form, slug in _VARIANTS:
        if re.fullmatch(form, flat):
            return slug
    return _BY_SKELETON.get(_skeleton(flat)) or slugify(flat)


def is_known(slug: str) -> bool:
    return slug in CODES


def code_name(slug: str, written: str = "") -> str:
    """The full name in small letters; for an unknown code, as written."""
    return CODES[slug][0] if slug in CODES else " ".join(written.split()).lower()


def match_code(flat: str, at: int) -> tuple[int, str] | None:
    """The code named at ``flat[at:]``: (end, slug), or None. ``flat`` comes from `plain`."""
    match = _NAME.match(flat, at)
    if match:
        return match.end(), slug_of(match[0])
    match = _UNKNOWN.match(flat, at)
    return (match.end(), slug_of(match[0])) if match and not _NOT_A_CODE.match(flat, at) else None


def is_numeric(slug: str) -> bool:
    """Whether the code has bare numbers only (« 1382 »), never « L. 1382-1 »."""
    return slug.split("-annexe")[0] in _NUMERIC - _MIXED


def takes_bare_numbers(slug: str) -> bool:
    """Whether « l'article 39 » can be an article of this code."""
    return slug.split("-annexe")[0] in _NUMERIC


@lru_cache(maxsize=4096)
def article_key(slug: str, article: str) -> str:
    """``cja``, « L. 521-2 » -> ``cja/l-521-2``."""
    return f"{slug}/{slugify(article)}"
