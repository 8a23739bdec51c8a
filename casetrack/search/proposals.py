"""Words to propose: endings of what is being typed, what was perhaps meant, what makes two decisions alike.

Whatever is proposed stands in a living document that the person may find: a withdrawn name never comes back here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from casetrack.model import IndexRecord
from casetrack.search import analysis, boilerplate, keys
from casetrack.search.tree import And, Key, Node, Not, Or, Stem

MIN_LETTERS = 2
MANY = 8
MAX_ROWS = 2000
SIMILAR_WORDS = 25
SIMILAR_CITATIONS = 20
CITATION_WEIGHT = 4.0
BASIS_WEIGHT = 2.0
"""A référé-liberté is rather like another: the same urgency, the same kind of ground."""
SMALL = 1000
"""Under so many documents one affair may fill the library: how rare its words are says little, how often they come back
in the document says more."""
MIN_SHARED = 2
"""A word that one document alone holds proposes nothing to visitors: it may be somebody's name."""

Frequency = Callable[[str], int]
"""In how many documents a term stands, for the audience that asks."""


@dataclass(frozen=True, slots=True)
class Similar:
    """« Décisions semblables »: a tree for the engines, and in words what it looks for."""

    tree: Node
    words: tuple[tuple[str, str], ...]
    """(term, the form it takes in the document), most significant first."""
    citations: tuple[str, ...]

    def shared(self, text: str, cites: Iterable[str], articles: Iterable[str]) -> tuple[list[str], list[str]]:
        """What a found document has of it, to be said: (words, citations)."""
        held = set(analysis.terms(text))
        cited = {*cites, *articles}
        words = [surface for term, surface in self.words if term in held]
        return words, [citation for citation in self.citations if citation in cited]


def rank_endings(rows: list[tuple[str, str]], frequency: Frequency, at_least: int) -> list[str]:
    """One surface form a term, most used terms first. ``rows``: (surface, term)."""
    forms: dict[str, str] = {}
    for surface, term in rows:
        if surface[0].isdigit():
            continue
        known = forms.get(term)
        if known is None or (len(surface), surface.isascii()) < (len(known), known.isascii()):
            forms[term] = surface
    counted = [(frequency(term), surface) for term, surface in forms.items()]
    return [surface for many, surface in sorted(counted, key=lambda row: (-row[0], row[1])) if many >= at_least]


def rank_near(rows: list[tuple[str, str, int]], frequency: Frequency, at_least: int) -> list[str]:
    """Nearest first, then most used. ``rows``: (surface, term, distance)."""
    counted = [(distance, -frequency(term), surface) for surface, term, distance in rows if not surface[0].isdigit()]
    return [surface for _, many, surface in sorted(counted) if -many >= at_least]


def similar(record: IndexRecord, frequency: Frequency, total: int) -> Similar:
    """The most significant words of a document and its citations, as a tree that leaves the document itself out.

    A word is significant when it is frequent here and rare elsewhere; one that stands nowhere else says nothing, nor
    do the words of procedure that all decisions share.
    """
    surfaces = analysis.words(f"{record.title} {record.text}")
    forms: dict[str, Counter[str]] = {}
    for surface in surfaces:
        term = analysis.term(surface)
        if term and not term[0].isdigit() and len(term) > 2 and term not in boilerplate.TERMS:
            forms.setdefault(term, Counter())[surface] += 1
    scored = []
    for term, counts in forms.items():
        often = counts.total()
        held = frequency(term)
        if held >= 2 and (held <= total // 4 or total < SMALL):
            rarity = math.log(max(total, SMALL) / held)
            scored.append(((1 + math.log(often)) * rarity, term, counts.most_common(1)[0][0]))
    best = sorted(scored, reverse=True)[:SIMILAR_WORDS]
    heaviest = best[0][0] if best else 1.0
    citations = tuple(dict.fromkeys((*record.cites, *record.articles)))[:SIMILAR_CITATIONS]
    wanted: list[Node] = [Stem(term, score / heaviest) for score, term, _ in best]
    wanted += [Key("cite", (keys.cite_value(cited),), cited, CITATION_WEIGHT) for cited in record.cites[:10]]
    wanted += [Key("article", (keys.article_value(cited),), cited, 1.0) for cited in record.articles[:10]]
    if record.basis:
        wanted.append(Key("basis", (keys.article_value(record.basis),), record.basis, BASIS_WEIGHT))
    itself = Not(Key("id", (str(record.document_id),)))
    tree = And((Or(tuple(wanted)), itself)) if wanted else And((Key("id", ("",)), itself))
    return Similar(tree, tuple((term, surface) for _, term, surface in best), citations)
