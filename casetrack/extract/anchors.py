"""Where given words stand in a text: a cheap first look, so that patterns run on few places only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from os.path import commonprefix

_SAME_START = 3


def find_words(text: str, words: Iterable[str]) -> list[int]:
    """Offsets where any of the words begins (inside longer words too), in order, each once."""
    found: set[int] = set()
    for needle, group in _groups(tuple(words)):
        at = text.find(needle)
        while at >= 0:
            if group is None or text.startswith(group, at):
                found.add(at)
            at = text.find(needle, at + len(needle))
    return sorted(found)


@lru_cache(maxsize=256)
def _groups(words: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    """One needle for the words that begin alike: « cour adm », « cour de cass » are looked for at each « cour »."""
    alike: dict[str, list[str]] = {}
    for word in words:
        # four small letters; less would stop at every « con » and « pre » of the text
        start = word[: _SAME_START + word[:_SAME_START].strip().islower()]
        alike.setdefault(start, []).append(word)
    return tuple((commonprefix(group), tuple(group) if len(group) > 1 else None) for group in alike.values())


def starts_word(text: str, at: int) -> bool:
    """Whether no letter or digit stands right before an offset."""
    return at == 0 or not text[at - 1].isalnum()
