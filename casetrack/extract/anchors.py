"""Where given words stand in a text: a cheap first look, so that patterns run on few places only.

The words of a long text are gathered once by their beginnings: « la semaine » is then looked for where a word begins
with « sem », and nowhere when none does. Where nothing certain begins a word (« n° », « QPC »), the text is searched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from os.path import commonprefix
from typing import NamedTuple

from casetrack.extract.plain import plain

_BEGINNING = 3
_SAME_START = 3
_WORTH_IT = 1000
"""Code points below which searching is quicker than gathering words."""
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_SOUGHT: set[bytes] = set()
"""Every beginning that a plan looks for: a few hundred, known after the first texts."""
_SPACED = bytes(code if chr(code).isalnum() else 0x20 for code in range(256))


class _Alike(NamedTuple):
    """Words that share a ``needle``: their first letters, to be searched for."""

    needle: str
    words: tuple[str, ...]


class _Begun(NamedTuple):
    """Words of which a part begins with ``beginning``, ``offset`` letters after their first."""

    beginning: bytes
    offset: int
    words: tuple[str, ...]


class _Plan(NamedTuple):
    """How to look for some words: all in a short text; in a long one those begun, and the rest."""

    every: tuple[_Alike, ...]
    begun: tuple[_Begun, ...]
    rest: tuple[_Alike, ...]


def find_words(text: str, words: Iterable[str], start: int = 0, end: int | None = None) -> list[int]:
    """Offsets where any of the words stands (inside longer words too), in order, each once.

    ``start``, ``end``: those of a zone only. Ask for a zone of the text rather than cut it out: the words of the whole
    are gathered once.
    """
    found = sorted(set(_places(text, _plan(tuple(words), begins=False))))
    if start == 0 and end is None:
        return found
    return found[bisect_left(found, start) : bisect_left(found, len(text) if end is None else end)]


def find_starts(text: str, words: Iterable[str]) -> list[int]:
    """Offsets where any of the words stands and begins a word, in order, each once."""
    return sorted({at for at in _places(text, _plan(tuple(words), begins=True)) if starts_word(text, at)})


def starts_word(text: str, at: int) -> bool:
    """Whether no letter or digit stands right before an offset."""
    return at == 0 or not text[at - 1].isalnum()


def digit_runs(text: str) -> Sequence[tuple[int, int]]:
    """(start, end) of every run of digits, in order: what dates and numbers are looked for from."""
    return _digit_runs(plain(text))


@lru_cache(maxsize=4)
def _digit_runs(flat: str) -> Sequence[tuple[int, int]]:
    return tuple(run.span() for run in _DIGITS.finditer(flat))


def _places(text: str, plan: _Plan) -> list[int]:
    if len(text) < _WORTH_IT:
        return _searched(text, plan.every)
    found = _searched(text, plan.rest)
    held = _beginnings(plain(text))
    for beginning, offset, words in plan.begun:
        if beginning in held:
            found += [
                at - offset for at in held[beginning] if at >= offset and text.startswith(words, at - offset)
            ]  # fmt: skip
    return found


def _searched(text: str, alike: Sequence[_Alike]) -> list[int]:
    found = []
    for needle, words in alike:
        at = text.find(needle)
        while at >= 0:
            if len(words) == 1 or text.startswith(words, at):
                found.append(at)
            at = text.find(needle, at + len(needle))
    return found


def _beginnings(flat: str) -> dict[bytes, list[int]]:
    """Where words begin in a text in plain form, by their first letters, for those that some plan looks for."""
    return _gathered(flat, len(_SOUGHT))


@lru_cache(maxsize=4)
def _gathered(flat: str, _sought: int) -> dict[bytes, list[int]]:
    """``_sought``: how many beginnings were looked for so far; with one more, a text is gathered again."""
    found: dict[bytes, list[int]] = {beginning: [] for beginning in _SOUGHT}
    at = 0
    for word in flat.encode("latin-1", "replace").translate(_SPACED).split(b" "):
        if (beginning := word[:_BEGINNING]) in found:
            found[beginning].append(at)
        at += len(word) + 1
    return found


@lru_cache(maxsize=256)
def _plan(words: tuple[str, ...], begins: bool) -> _Plan:
    """``begins``: whether the first letters of the words must begin a word of the text."""
    parts = {word: part for word in words if (part := _longest_part(word, begins))}
    begun = sorted((plain(part[0])[:_BEGINNING].encode("latin-1"), part.start(), word) for word, part in parts.items())
    _SOUGHT.update(beginning for beginning, *_ in begun)
    return _Plan(
        tuple(_alike(words)),
        tuple(
            _Begun(key[0], key[1], tuple(word for *_, word in same))
            for key, same in groupby(begun, lambda item: item[:2])
        ),
        tuple(_alike(word for word in words if word not in parts)),
    )


def _longest_part(word: str, begins: bool) -> re.Match[str] | None:
    """The part that begins a word of any text that holds « la semaine »: « semaine »; None when nothing is certain."""
    parts = [part for part in _WORD.finditer(word) if (begins or part.start() > 0) and len(part[0]) >= _BEGINNING]
    return max(parts, key=lambda part: len(part[0]), default=None)


def _alike(words: Iterable[str]) -> Iterator[_Alike]:
    """Those that begin alike together: « cour adm », « cour de cass » are looked for at each « cour »."""
    alike: dict[str, list[str]] = {}
    for word in words:
        # four small letters; less would stop at every « con » and « pre » of the text
        start = word[: _SAME_START + word[:_SAME_START].strip().islower()]
        alike.setdefault(start, []).append(word)
    return (_Alike(commonprefix(same), tuple(same)) for same in alike.values())
