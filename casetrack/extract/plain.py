"""The same text, folded without moving a character: offsets found in it hold in the original.

Decisions are printed in capitals before 1985, with typewriter accents (« requ^ete »), curly or straight apostrophes.
The rules read one plain form of them all: small letters, no accents, straight quotes, ordinary spaces.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def _table() -> dict[int, str]:
    table = {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            table[code] = base
    table |= dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u00b4`"), "'")
    table |= dict.fromkeys(map(ord, "\u00a0\u202f\u2009\t\r\x0b\x0c"), " ")
    table |= dict.fromkeys(map(ord, "\u2013\u2014\u2212\u2010\u2011"), "-")
    table |= dict.fromkeys(map(ord, "\u201c\u201d\u00ab\u00bb"), '"')
    table |= dict.fromkeys(map(ord, "\u00ba\u02da"), "\u00b0")
    return table


_TABLE = _table()


@lru_cache(maxsize=4)
def plain(text: str) -> str:
    """Small letters, no accents, straight quotes, one length: ``len(plain(text)) == len(text)``."""
    return text.translate(_TABLE)
