"""Where a query stands in a text: the same marks whatever the engine, computed only for what is shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.search import analysis
from casetrack.search.places import Span, Text
from casetrack.search.tree import ZONES, And, Field, Fuzzy, Node, Or, Phrase, Prefix, Term

Zones = Sequence[tuple[str, int, int]]
_SENTENCE_END = re.compile(r"[.;:!?»]\s+|\n+")
_SPACE = re.compile(r"\s+")
_BARE_LINE_END = re.compile(r"(?<![.;:,!?»…\s])[ \t]*\n\s*")
LONGEST_GAP = 100
"""Characters for each word that a phrase may skip, and one more: no one calls near what is further apart."""
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

    Without any match, the beginning of the text. Line ends become spaces, with a point in the middle where nothing
    else parts two lines (headings, lists of names); nothing is escaped.
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
    if space >= 0:
        return space + 1
    words = _SPACE.finditer(text, max(0, floor - LEAD), floor)
    return max((match.end() for match in words), default=at)


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
    pieces.append((text[at:end].rstrip(), False))
    return tuple((_SPACE.sub(" ", _BARE_LINE_END.sub(" · ", piece)), is_match) for piece, is_match in pieces if piece)


def _marks(text: str, tree: Node, zones: Zones) -> list[_Mark]:
    """Every match of every leaf, in order."""
    leaves = _leaves(tree, "")
    if not leaves:
        return []
    looked = Text(text)
    found: list[_Mark] = []
    for number, (leaf, _) in enumerate(leaves):
        spans = _runs(looked, leaf) if isinstance(leaf, Phrase) else looked.places(leaf)
        found += [_Mark(start, end, number) for start, end in spans]
    if zones:
        found = [mark for mark in found if _is_in_zone(mark, leaves[mark.leaf][1], zones)]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


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


def _runs(text: Text, leaf: Phrase) -> list[Span]:
    """The spans of a phrase: whole when its words are neighbours, else word by word."""
    asked: list[Term | Prefix] = [Term(word) for word in leaf.words]
    if leaf.is_prefix:
        asked[-1] = Prefix(leaf.words[-1])
    steps = [text.places(step) for step in asked]
    longest = LONGEST_GAP * (leaf.slop + 1)
    spans: list[Span] = []
    for first in steps[0]:
        run = [first]
        lost = 0
        for step in steps[1:]:
            nearest = bisect_left(step, (run[-1][1],))
            if nearest == len(step):
                return spans
            last, following = run[-1][1], step[nearest][0]
            is_near = following - last <= longest
            lost += len(analysis.terms(text.between(last, following))) if is_near else leaf.slop + 1
            if lost > leaf.slop:
                break
            run.append(step[nearest])
        else:
            spans += run if leaf.slop else [(first[0], run[-1][1])]
    return spans
