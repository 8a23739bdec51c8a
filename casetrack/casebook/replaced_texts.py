"""Texts that a draft may still cite although others have taken their place: which, by what, since when.

A short list of those that filings cite most, each with the act that replaced it: what is not here may be out of force
too. A text is mentioned as out of force only as of today: a decision of that time rightly cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casetrack.casebook.views import DraftRemark
from casetrack.model import CitationFinding, fold


@dataclass(frozen=True, slots=True)
class Replaced:
    """``key``: the beginning of the citations' keys; ``beside``: words the draft must say near, for an old number
    that another article bears today."""

    key: str
    said: str
    source: str
    beside: str = ""


_CRPA = "Abrogé depuis le 1er janvier 2016 : voir le code des relations entre le public et l'administration."
_CRPA_SOURCE = "ordonnance n° 2015-1341 du 23 octobre 2015"
_CGFP = "Abrogée depuis le 1er mars 2022 : voir le code général de la fonction publique."
_CGFP_SOURCE = "ordonnance n° 2021-1574 du 24 novembre 2021"
_CESEDA_SOURCE = "ordonnance n° 2020-1733 du 16 décembre 2020"
REPLACED: tuple[Replaced, ...] = (
    Replaced(
        "ctacaa/",
        "Code abrogé depuis le 1er janvier 2001 : voir le code de justice administrative.",
        "ordonnance n° 2000-387 du 4 mai 2000",
    ),
    Replaced("loi/79-587", _CRPA, _CRPA_SOURCE),
    Replaced("loi/83-634", _CGFP, _CGFP_SOURCE),
    Replaced("loi/84-16", _CGFP, _CGFP_SOURCE),
    Replaced("loi/84-53", _CGFP, _CGFP_SOURCE),
    Replaced(
        "ceseda/l-313-11",
        "N'existe plus depuis le 1er mai 2021 : voir les articles L. 423-1 et suivants du même code.",
        _CESEDA_SOURCE,
    ),
    Replaced("ceseda/l-313-14", "Devenu l'article L. 435-1 du même code le 1er mai 2021.", _CESEDA_SOURCE),
    Replaced(
        "ceseda/l-511-1",
        "Pour l'obligation de quitter le territoire, devenu l'article L. 611-1 du même code le 1er mai 2021.",
        _CESEDA_SOURCE,
        beside="quitter le territoire",
    ),
    Replaced(
        "ue/95-46",
        "Abrogée depuis le 25 mai 2018 : voir le règlement (UE) 2016/679 (RGPD).",
        "article 94 du règlement (UE) 2016/679",
    ),
)
_NEAR = 200
# « alors applicable », « dans sa rédaction antérieure », « aujourd'hui codifié à »: the draft knows it
_KNOWN = re.compile(
    r"\balors (?:applicable|en vigueur)|\b(?:ancien|aujourd'hui|desormais|devenu|codifie|abroge|reprise? a|anterieure)"
)


def replaced(text: str, cited: Iterable[CitationFinding]) -> Iterator[DraftRemark]:
    """The citations of texts that others have replaced, once a text, apart from what is quoted or said to be old."""
    told: set[str] = set()
    for item in cited:
        match = next((one for one in REPLACED if _is_of(item, one)), None)
        if match is None or item.quoted or match.key in told:
            continue
        around = fold(text[max(0, item.start - _NEAR) : item.end + _NEAR])
        if _KNOWN.search(fold(text[max(0, item.start - 60) : item.end + 80])) or match.beside not in around:
            continue
        told.add(match.key)
        yield DraftRemark(
            verdict="remplace",
            text=item.text,
            start=item.start,
            end=item.end,
            detail=f"{match.said} ({match.source})",
        )


def _is_of(item: CitationFinding, one: Replaced) -> bool:
    return item.key == one.key or (one.key.endswith("/") and item.key.startswith(one.key))
