"""The same text, folded without moving a character: offsets found in it hold in the original.

Decisions are printed in capitals before 1985, their apostrophes and quotation marks are straight, curly or angular:
the rules read one plain form of them all, made once for a reading.
"""

from __future__ import annotations

from functools import lru_cache

_SAME = tuple(
    (mark, same)
    for marks, same in (
        ("éèêë", "e"),
        ("àâäá", "a"),
        ("îïí", "i"),
        ("ôöó", "o"),
        ("ùûüú", "u"),
        ("ç", "c"),
        ("ñ", "n"),
        ("\u2019\u2018\u02bc\u00b4", "'"),
        ("\u201c\u201d\u00ab\u00bb", '"'),
        ("\u2013\u2014\u2212\u2011", "-"),
        ("\u00a0\u202f\u2009", " "),
        ("\u00ba\u02da", "\u00b0"),
    )
    for mark in marks
)


def plain(text: str) -> str:
    """Small letters, no accents, straight quotes, one length: ``len(plain(text)) == len(text)``."""
    return _kept(text) if len(text) > 1000 else _fold(text)


@lru_cache(maxsize=4)
def _kept(text: str) -> str:
    """Whole texts are folded once for all the rules that read them; names are too many and too short to keep."""
    return _fold(text)


def _fold(text: str) -> str:
    try:
        return text.encode("latin-1").translate(_FOLDED).decode("latin-1")
    except UnicodeEncodeError:  # « œ », « € », curly marks
        return _fold_any(text)


def _fold_any(text: str) -> str:
    small = small_letters(text.replace("\t", " "))
    for mark, same in _SAME:
        small = small.replace(mark, same)
    return small


def small_letters(text: str) -> str:
    """Small letters, one length: « İ » would become two characters."""
    try:
        return text.encode("latin-1").translate(_SMALL).decode("latin-1")
    except UnicodeEncodeError:
        small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return small


# Most texts are made of the 256 characters of latin-1, which one table folds ten times faster.
_SMALL = bytes(ord(chr(code).lower()) for code in range(256))
_FOLDED = bytes(ord(_fold_any(chr(code))) for code in range(256))
