"""Arithmetic over whole answers: documents to scores, places to runs, values to facets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from casetrack.model import FacetCount

Scores = dict[int, float]


def add(scores: Scores, numbers: Sequence[int], more: Sequence[float]) -> None:
    if not scores.keys() & set(numbers):
        scores.update(zip(numbers, more, strict=True))
        return
    for number, score in zip(numbers, more, strict=True):
        scores[number] = scores.get(number, 0.0) + score


def union(answers: Sequence[Scores]) -> Scores:
    scores: Scores = {}
    for answer in sorted(answers, key=len, reverse=True):
        if not scores:
            scores = answer
            continue
        for number, score in answer.items():
            scores[number] = scores.get(number, 0.0) + score
    return scores


def runs(places: Sequence[Sequence[int]], slop: int) -> int:
    """How many times the steps follow one another with at most ``slop`` places lost in all.

    From one start, taking the nearest next place each time loses least, so no other choice need be tried.
    """
    if not slop:
        starts = set(places[0])
        for rank, step in enumerate(places[1:], 1):
            starts &= {place - rank for place in step}
        return len(starts)
    found = 0
    for start in places[0]:
        at = start
        for step in places[1:]:
            after = bisect_right(step, at)
            if after == len(step):
                return found
            at = step[after]
        found += at - start - (len(places) - 1) <= slop
    return found


def between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def facet_counts(counts: Counter[str]) -> tuple[FacetCount, ...]:
    """Most frequent first, then alphabetical."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value=value, count=many) for value, many in ordered)
