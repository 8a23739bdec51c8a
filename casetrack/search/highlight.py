"""Where a query stands in a text: the same marks whatever the engine, computed only for what is shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from casetrack.search import analysis
from casetrack.search.tree import ZONES, And, Field, Fuzzy, Node, Or, Phrase, Prefix, Term
from casetrack.search.vocabulary import edits_allowed

Span = tuple[int, int]
Zones = Sequence[tuple[str, int, int]]
_SENTENCE_END = re.compile(r"[.;:!?»]\s+|\n+")
LONGEST_GAP = 2000
"""Characters between two words of a phrase beyond which no one calls them near."""
LEAD = 60
"""Characters kept, at most, between the beginning of the sentence and the first mark."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text. ``pieces``: (text, is it a match), to be joined as they are; ``start``: where it begins."""

    pieces: tuple[tuple[str, bool], ...]
    start: int
    is_cut_before: bool
    is_cut_after: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    leaf: int


def find_all(text: str, tree: Node, zones: Zones = ()) -> tuple[Span, ...]:
    """Every (start, end) that the query's words and phrases match, in order, none overlapping another.

    ``zones``: (zone, start, end) of the text; where given, what is asked ``dans:`` a zone is marked there alone.
    """
    return _merged(_marks(text, tree, zones))


def _merged(marks: list[_Mark]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for mark in marks:
        if merged and mark.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], mark.end))
        else:
            merged.append((mark.start, mark.end))
    return tuple(merged)


def extract(text: str, tree: Node, width: int = 300, zones: Zones = ()) -> Snippet:
    """The ``width`` characters or so that show most of the query: most different words first, then most words.

    Without any match, the beginning of the text. Line ends become spaces; nothing is escaped.
    """
    marks = _marks(text, tree, zones)
    start = _begin(text, _best_start(marks, width)) if marks else 0
    end = _end(text, min(len(text), start + width))
    spans = [span for span in _merged(marks) if span[0] >= start and span[1] <= end]
    return Snippet(_pieces(text, start, end, spans), start, start > 0, end < len(text))


def _best_start(marks: list[_Mark], width: int) -> int:
    """Where the window that shows most begins."""
    best, best_start = (0, 0), marks[0].start
    last = 0
    inside: dict[int, int] = {}
    for first, mark in enumerate(marks):
        while last < len(marks) and marks[last].end <= mark.start + width - LEAD:
            inside[marks[last].leaf] = inside.get(marks[last].leaf, 0) + 1
            last += 1
        shown = (len(inside), last - first)
        if shown > best:
            best, best_start = shown, mark.start
        if last > first:
            inside[mark.leaf] -= 1
            if not inside[mark.leaf]:
                del inside[mark.leaf]
        else:
            last = first + 1
    return best_start


def _begin(text: str, at: int) -> int:
    """The beginning of the sentence when it is near, else of a word."""
    floor = max(0, at - LEAD)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, floor, at) if match.end() <= at]
    if ends:
        return ends[-1]
    if floor == 0:
        return 0
    space = text.find(" ", floor, at)
    return space + 1 if space >= 0 else floor


def _end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - 30), at + 1)
    return space if space > 0 else at


def _pieces(text: str, start: int, end: int, spans: list[Span]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    at = start
    for first, last in spans:
        pieces += [(text[at:first], False), (text[first:last], True)]
        at = last
    pieces.append((text[at:end], False))
    return tuple((re.sub(r"\s+", " ", piece), is_match) for piece, is_match in pieces if piece)


def _marks(text: str, tree: Node, zones: Zones) -> list[_Mark]:
    """Every match of every leaf, in order."""
    leaves = _leaves(tree, "")
    if not leaves:
        return []
    lowered = _lowered(text)
    held = set(analysis.words(lowered))
    found: list[_Mark] = []
    for number, (leaf, _) in enumerate(leaves):
        if isinstance(leaf, Phrase):
            found += [_Mark(start, end, number) for start, end in _runs(lowered, held, leaf)]
        else:
            found += [_Mark(start, end, number) for start, end in _places(lowered, _matching(leaf, held))]
    if zones:
        found = [mark for mark in found if _is_in_zone(mark, leaves[mark.leaf][1], zones)]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _matching(leaf: Term | Prefix | Fuzzy, held: set[str]) -> list[str]:
    """Which of the words of a text a leaf matches; what was found out is kept for the next texts."""
    known = _verdicts(leaf)
    return [word for word in held if known[word]]


class _Verdicts(dict[str, bool]):
    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test

    def __missing__(self, word: str) -> bool:
        verdict = self[word] = self._test(word)
        return verdict


@lru_cache(64)
def _verdicts(leaf: Term | Prefix | Fuzzy) -> _Verdicts:
    return _Verdicts(_test(leaf))


def _places(lowered: str, words: list[str]) -> list[Span]:
    """Where whole words stand, in order."""
    spans = []
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            end = at + len(word)
            match = analysis.WORD.match(lowered, at)
            if match and match.end() == end and not _is_inside(lowered, at):
                spans.append((at, end))
            at = lowered.find(word, end)
    return sorted(spans)


def _is_inside(lowered: str, at: int) -> bool:
    """Whether a place is in the middle of a word, or of a number with hyphens."""
    before = lowered[at - 1 : at]
    return before.isalnum() or (before == "-" and lowered[at].isdigit() and lowered[at - 2 : at - 1].isdigit())


def _leaves(node: Node, part: str) -> list[tuple[Term | Prefix | Fuzzy | Phrase, str]]:
    """What may be marked, with the part it is looked for in; nothing that stands under a SAUF."""
    match node:
        case And(children) | Or(children):
            return [leaf for child in children for leaf in _leaves(child, part)]
        case Field(name, child):
            return _leaves(child, name)
        case Term() | Prefix() | Fuzzy() | Phrase():
            return [(node, part)]
        case _:
            return []


def _is_in_zone(mark: _Mark, part: str, zones: Zones) -> bool:
    if part not in ZONES:
        return True
    return any(name == part and start <= mark.start and mark.end <= end for name, start, end in zones)


def _lowered(text: str) -> str:
    """Lower case of the same length, so that places in one are places in the other (« İ » would grow)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _test(leaf: Term | Prefix | Fuzzy) -> Callable[[str], bool]:
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


def _same(asked: str) -> Callable[[str], bool]:
    bare = analysis.bare(asked)
    terms = {analysis.term(asked), analysis.term(bare)} - {""}
    if asked != bare:
        return lambda word: analysis.term(word) in terms
    # Typed without accents: any accents will do, in any inflection.
    return lambda word: (
        analysis.term(word) in terms
        or (not word.isascii() and analysis.term(analysis.bare(word)) in terms and analysis.term(word) != "")
    )


def _runs(lowered: str, held: set[str], leaf: Phrase) -> list[Span]:
    """The spans of a phrase: whole when its words are neighbours, else word by word."""
    asked: list[Term | Prefix] = [Term(word) for word in leaf.words]
    if leaf.is_prefix:
        asked[-1] = Prefix(leaf.words[-1])
    steps = [_places(lowered, _matching(step, held)) for step in asked]
    spans: list[Span] = []
    for first in steps[0]:
        run = [first]
        lost = 0
        for step in steps[1:]:
            nearest = bisect_left(step, (run[-1][1],))
            if nearest == len(step):
                return spans
            gap = lowered[run[-1][1] : step[nearest][0]]
            lost += len(analysis.terms(gap)) if len(gap) <= LONGEST_GAP else leaf.slop + 1
            run.append(step[nearest])
            if lost > leaf.slop:
                break
        else:
            spans += run if leaf.slop else [(first[0], run[-1][1])]
    return spans
