"""Numbers that a word processor prints in the margin, one line in five or every line, are no part of the sentence.

« la Ligue des droits de / 5 l'Homme »: a number goes when the numbers of a page climb by a steady step, and stand
left of the text or before lines that go on with a sentence. An inventory (« 1 Statuts », « 2 Contrat ») keeps its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casetrack.read.wrapped import Line

_NUMBERED = re.compile(r"(?P<number>\d{1,4})(?:\s+(?P<words>\S.*))?$", re.DOTALL)
_STEP = 5
_LEAST = 3
"""Numbers on a page below which nothing is sure; numbers of every line must be more (`_LEAST_OF_ALL`)."""
_LEAST_OF_ALL = 8
_OUTSIDE = 6.0
"""Points between a number of the margin and the text."""


def without_line_numbers(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the numbers of their margin. One page with enough of them speaks for the short pages too."""
    by_step = [_outside(page) for page in pages]
    if any(_climbs(found) for found in by_step if len(found) >= _LEAST):
        return [
            _stripped(page, found, _text_left(page)) if _climbs(found) else page
            for page, found in zip(pages, by_step, strict=True)
        ]
    by_line = [_found(page) for page in pages]
    if any(_goes_on(found) for page, found in zip(pages, by_line, strict=True) if _numbers_all(page, found)):
        return [
            _stripped(page, found, None) if _numbers_all(page, found) else page
            for page, found in zip(pages, by_line, strict=True)
        ]
    return pages


def _found(page: list[Line]) -> dict[int, re.Match[str]]:
    return {index: match for index, line in enumerate(page) if (match := _NUMBERED.match(line.text))}


def _outside(page: list[Line]) -> dict[int, re.Match[str]]:
    """Numbers that stand left of the text."""
    edge = _text_left(page)
    if edge is None:
        return {}
    return {
        index: match
        for index, match in _found(page).items()
        if (left := page[index].left) is not None and edge - left >= _OUTSIDE
    }


def _text_left(page: list[Line]) -> float | None:
    lefts = sorted(line.left for line in page if line.left is not None and not _NUMBERED.match(line.text))
    return lefts[len(lefts) // 2] if lefts else None


def _climbs(found: dict[int, re.Match[str]]) -> bool:
    """5, 10, 20: each more than the one above, all multiples of five (a blank line may bear no number)."""
    numbers = [int(match["number"]) for match in found.values()]
    if any(after <= before for before, after in zip(numbers, numbers[1:], strict=False)):
        return False
    return bool(numbers) and all(number % _STEP == 0 for number in numbers)


def _numbers_all(page: list[Line], found: dict[int, re.Match[str]]) -> bool:
    """1, 2, 3 before nearly every line."""
    numbers = [int(match["number"]) for match in found.values()]
    climbs = sum(after - before == 1 for before, after in zip(numbers, numbers[1:], strict=False))
    words = sum(not _NUMBERED.match(line.text) for line in page)
    return bool(numbers) and words <= 0.2 * len(page) and climbs >= 0.9 * (len(numbers) - 1)


def _goes_on(found: dict[int, re.Match[str]]) -> bool:
    """Whether many of the numbered lines go on with a sentence begun above."""
    lower = sum((match["words"] or "")[:1].islower() for match in found.values())
    return len(found) >= _LEAST_OF_ALL and lower >= len(found) / 4


def _stripped(page: list[Line], found: dict[int, re.Match[str]], text_left: float | None) -> list[Line]:
    kept = []
    for index, line in enumerate(page):
        match = found.get(index)
        if match is None:
            kept.append(line)
        elif match["words"]:
            kept.append(replace(line, text=match["words"], left=text_left))
    return kept
