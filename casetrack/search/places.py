"""Where the words of a query stand in one text: looked for by their first letters, the text never cut into words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TypeAlias

from rapidfuzz.distance import OSA

from casetrack.model import fold
from casetrack.search import analysis
from casetrack.search.tree import Fuzzy, Prefix, Term
from casetrack.search.vocabulary import edits_allowed

Span = tuple[int, int]
Leaf: TypeAlias = Term | Prefix | Fuzzy
FIRST_LETTERS = 3
"""Stemming never changes them, but for a last « y » that becomes « i » (« payés », « loyer »)."""


def _folded_byte(code: int) -> int:
    folded = fold(chr(code))
    return ord(folded) if len(folded) == 1 and folded.isascii() else code


_FOLDED = bytes(_folded_byte(code) for code in range(256))
_LIGATURES = ((b"oe", analysis.OE), (b"ae", "æ".encode("latin-1")))


class Text:
    """A text to look in; its places are those of the text given. Nothing is computed before it is asked."""

    def __init__(self, text: str) -> None:
        self._lowered = _lowered(text)

    def places(self, leaf: Leaf) -> list[Span]:
        """Where the words that ``leaf`` matches stand, in order."""
        beginnings = _beginnings(leaf)
        if beginnings is None or self._folded is None:
            return self._places_of(leaf)
        found: set[Span] = set()
        known, lowered, folded = _verdicts(leaf), self._lowered, self._folded
        for beginning in beginnings:
            at = folded.find(beginning)
            while at >= 0:
                after = at + 1
                if not _is_inside(lowered, at) and (match := analysis.WORD.match(lowered, at)):
                    after = match.end()
                    if known[match.group()]:
                        found.add((at, after))
                at = folded.find(beginning, after)
        return sorted(found)

    def between(self, first: int, last: int) -> str:
        """A stretch of it, in lower case."""
        return self._lowered[first:last]

    def _places_of(self, leaf: Leaf) -> list[Span]:
        """The same, by trying every word."""
        known = _verdicts(leaf)
        spans = (match.span() for match in analysis.WORD.finditer(self._lowered))
        return [(start, end) for start, end in spans if known[self._lowered[start:end]]]

    @cached_property
    def _folded(self) -> bytes | None:
        """Without accents, a byte a character; None where a letter has no place in Latin-1."""
        packed = None if "\x9c" in self._lowered else analysis.narrow(self._lowered)
        return packed.translate(_FOLDED) if packed is not None else None


def _lowered(text: str) -> str:
    """Lower case of the same length, so that places in one are places in the other (« İ » would grow)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _is_inside(lowered: str, at: int) -> bool:
    """Whether a place is in the middle of a word, or of a number with hyphens."""
    before = lowered[at - 1 : at]
    return before.isalnum() or (before == "-" and lowered[at].isdigit() and lowered[at - 2 : at - 1].isdigit())


@lru_cache(256)
def _beginnings(leaf: Leaf) -> tuple[bytes, ...] | None:
    """How the words that a leaf matches begin, as `Text` folds them; None when they may begin in too many ways."""
    if isinstance(leaf, Fuzzy):
        return None
    wanted = {analysis.bare(leaf.prefix)} if isinstance(leaf, Prefix) else _terms(leaf.word)
    if not all(term.isascii() for term in wanted):
        return None
    found: set[bytes] = set()
    for term in wanted:
        is_whole = isinstance(leaf, Prefix) or term[0].isdigit()
        start = term if is_whole else term.removesuffix("i") or term
        starts = [start] + [letter + term for letter in "lrda" if analysis.ARTICLE.fullmatch(letter + term)]
        for packed in map(str.encode, starts):
            forms = [packed, *(packed.replace(written, joined) for written, joined in _LIGATURES)]
            found.update(form if is_whole else form[:FIRST_LETTERS] for form in forms)
    return tuple(found)


class _Verdicts(dict[str, bool]):
    """Whether words match: what was found out is kept for the next texts."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test

    def __missing__(self, word: str) -> bool:
        verdict = self[word] = self._test(word)
        return verdict


@lru_cache(64)
def _verdicts(leaf: Leaf) -> _Verdicts:
    return _Verdicts(_test(leaf))


def _test(leaf: Leaf) -> Callable[[str], bool]:
    """Whether one lower-case word of a text matches."""
    if isinstance(leaf, Prefix):
        beginning = analysis.bare(leaf.prefix)
        return lambda word: analysis.bare(word).startswith(beginning) and bool(analysis.term(word))
    if isinstance(leaf, Fuzzy):
        return _near(analysis.bare(leaf.word))
    return _same(leaf.word)


def _near(bare: str) -> Callable[[str], bool]:
    allowed = edits_allowed(bare)

    def test(word: str) -> bool:
        other = analysis.bare(word)
        return other[:1] == bare[:1] and OSA.distance(bare, other, score_cutoff=allowed) <= allowed

    return test


def _terms(asked: str) -> set[str]:
    return {analysis.term(asked), analysis.term(analysis.bare(asked))} - {""}


def _same(asked: str) -> Callable[[str], bool]:
    terms = _terms(asked)
    if asked != analysis.bare(asked):
        return lambda word: analysis.term(word) in terms
    # Typed without accents: any accents will do, in any inflection.
    return lambda word: (
        analysis.term(word) in terms
        or (not word.isascii() and analysis.term(analysis.bare(word)) in terms and analysis.term(word) != "")
    )
