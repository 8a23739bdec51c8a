"""Exact values: how a facet, an identifier or a citation is written in the index and read in a query."""

from __future__ import annotations

import re
from functools import lru_cache

from casetrack.codes import CODES
from casetrack.model import DocumentKind, Ground, Liberty, fold, slugify

FACETS = ("kind", "court_code", "year", "basis", "outcome", "ground", "liberty", "shelf")

# Folded words for each kind of document, as people type them after ``type:``.
KIND_WORDS = {
    DocumentKind.DECISION: ("decision", "decisions", "ordonnance", "jugement", "arret"),
    DocumentKind.PRESS: ("presse", "press", "article", "articles"),
    DocumentKind.ASSOCIATION: ("association", "associations", "page"),
    DocumentKind.FILING: ("acte", "actes", "filing", "memoire", "requete"),
    DocumentKind.NOTICE: ("fiche", "fiches", "notice", "notices"),
    DocumentKind.OTHER: ("autre", "autres", "other"),
}
BASIS_WORDS = {"refere-liberte": "l-521-2", "refere-suspension": "l-521-1", "mesures-utiles": "l-521-3"}
CODE_NAMES = {
    **{fold(name): slug for slug, (name, _) in CODES.items()},
    **{fold(short): slug for slug, (_, shorts) in CODES.items() for short in shorts},
}
"""Folded names and abbreviations (« code du travail », « c. trav. », « cja »), as people write a code."""
_CODE_SLUGS = {slugify(name): slug for name, slug in CODE_NAMES.items()}

# « L. 521-2 », « R.* 611-7-1 », « 521-2 », each perhaps followed by a code.
ARTICLE = re.compile(r"(?:(?P<letter>[lrda])\s*\.?\s*\*?\s*)?(?P<number>\d+(?:-\d+)*)(?:\s+(?:du\s+)?(?P<code>\D.*))?")
# « 450163 », « 21BX04358 », « 2101234 », « 2004706/9 »: the docket itself, without court or bench.
DOCKET = re.compile(r"\d{2}[A-Z]{2}\d{4,5}|\d{5,8}|\d{2}-\d{4,6}")


@lru_cache(10_000)
def docket_value(text: str) -> str:
    """A docket without « n° », court, bench or spaces: « CE/450163 » and « n° 450 163 » -> ``450163``."""
    upper = re.sub(r"[\s.\u00a0\u202f]|N[°Oº]", "", text.upper())
    match = DOCKET.search(upper)
    return match.group().replace("-", "") if match else re.sub(r"[^0-9A-Z]", "", upper)


def ecli_value(text: str) -> str:
    """« fr:ceord:2021:450163.20210312 » -> ``ECLI:FR:CEORD:2021:450163.20210312``."""
    upper = re.sub(r"\s", "", text.upper())
    return upper if upper.startswith("ECLI:") else f"ECLI:{upper}"


def article_value(text: str) -> str:
    """« L. 521-2 CJA » -> ``cja/l-521-2``; without a code ``l-521-2``, without a letter ``521-2``."""
    if "/" in text:
        return text.strip().lower()
    match = ARTICLE.fullmatch(fold(text))
    if match is None:
        return slugify(text)
    number = "-".join(part for part in (match["letter"], match["number"]) if part)
    code = slugify(match["code"] or "")
    return f"{_CODE_SLUGS.get(code, code)}/{number}" if code else number


@lru_cache(10_000)
def article_values(key: str) -> tuple[str, ...]:
    """Every form under which an indexed article may be asked: with its code, without, without its letter."""
    whole = article_value(key)
    short = whole.rpartition("/")[2]
    return tuple(dict.fromkeys((whole, short, re.sub(r"^[a-z]-", "", short))))


@lru_cache(10_000)
def cite_value(text: str) -> str:
    """A cited decision or docket: keys stay keys, anything else is read as a docket."""
    return text.strip().upper() if text.count("/") >= 1 else docket_value(text)


@lru_cache(10_000)
def facet_value(name: str, value: str) -> str:
    """The indexed form of one value of a facet (or of a filter on it)."""
    return value.upper() if name == "court_code" else slugify(value)


def key(name: str, value: str) -> str:
    """One token of the index: ``court_code=TA75``. Never holds a space."""
    return f"{name}={value}".replace(" ", "_")


def kinds_of(word: str) -> tuple[str, ...]:
    """Kinds of document that a word names; empty when it names none."""
    folded = fold(word)
    return tuple(kind.value for kind, known in KIND_WORDS.items() if folded in known)


def known_values(name: str) -> tuple[str, ...]:
    """The closed list of a field, for messages; empty when the field is open."""
    if name == "motif":
        return tuple(ground.value for ground in Ground)
    return tuple(liberty.value for liberty in Liberty) if name == "liberte" else ()
