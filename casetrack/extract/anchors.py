"""Where given words stand in a text: a cheap first look, so that patterns run on few places only.

The beginnings of all the words of a text are gathered once: what needs a word that begins like none is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from os.path import commonprefix
from typing import NamedTuple

from casetrack.extract.plain import plain

_SAME_START = 3
_BEGINNING = 4
_WORTH_IT = 1000
"""Code points below which looking for every word is quicker than gathering beginnings."""
_WORD = re.compile(r"[^\W_]+")
_SPACED = bytes(code if chr(code).isalnum() else 0x20 for code in range(256))


class _Group(NamedTuple):
    """Words that begin alike (« cour adm », « cour de cass »), and the ``needle`` they share.

    ``beginnings``: the text holds one of these at the start of a word if it holds one of the words; empty when unknown.
    """

    needle: str
    words: tuple[str, ...]
    beginnings: frozenset[bytes]


def find_words(text: str, words: Iterable[str]) -> list[int]:
    """Offsets where any of the words stands (inside longer words too), in order, each once."""
    return sorted(set(_places(text, _groups(tuple(words), begins=False))))


def find_starts(text: str, words: Iterable[str]) -> list[int]:
    """Offsets where any of the words stands and begins a word, in order, each once."""
    return sorted({at for at in _places(text, _groups(tuple(words), begins=True)) if starts_word(text, at)})


def starts_word(text: str, at: int) -> bool:
    """Whether no letter or digit stands right before an offset."""
    return at == 0 or not text[at - 1].isalnum()


def _places(text: str, groups: tuple[_Group, ...]) -> Iterator[int]:
    held = _beginnings(plain(text)) if len(text) > _WORTH_IT else None
    for needle, words, beginnings in groups:
        if held and beginnings and held.isdisjoint(beginnings):
            continue
        at = text.find(needle)
        while at >= 0:
            if len(words) == 1 or text.startswith(words, at):
                yield at
            at = text.find(needle, at + len(needle))


@lru_cache(maxsize=4)
def _beginnings(flat: str) -> frozenset[bytes]:
    """The first letters of every word of a text in plain form."""
    words = set(flat.encode("latin-1", "replace").translate(_SPACED).split())
    return frozenset({word[:_BEGINNING] for word in words})


@lru_cache(maxsize=256)
def _groups(words: tuple[str, ...], begins: bool) -> tuple[_Group, ...]:
    alike: dict[str, list[str]] = {}
    for word in words:
        # four small letters; less would stop at every « con » and « pre » of the text
        start = word[: _SAME_START + word[:_SAME_START].strip().islower()]
        alike.setdefault(start, []).append(word)
    return tuple(_group(tuple(same), begins) for same in alike.values())


def _group(words: tuple[str, ...], begins: bool) -> _Group:
    beginnings = [_beginning(word, begins) for word in words]
    known = frozenset(beginnings) if all(beginnings) else frozenset()
    return _Group(commonprefix(words), words, known)


def _beginning(word: str, begins: bool) -> bytes:
    """How a word of any text that holds « la semaine » must begin: « sema »; empty when nothing is certain.

    ``begins``: whether the first letters are known to begin a word of the text.
    """
    flat = plain(word)
    parts = [
        part[0]
        for part in _WORD.finditer(flat)
        if (begins or part.start() > 0) and (len(part[0]) >= _BEGINNING or part.end() < len(flat))
    ]
    return max(parts, key=len, default="")[:_BEGINNING].encode("latin-1")
