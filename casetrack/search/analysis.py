"""Words into comparable terms: one analyser for both engines, the parser, the vocabulary and the highlighter.

A term is the Snowball stem of a lower-case word, accents removed *after* stemming: the other order loses
« expulsé » / « expulsée ». What that order loses (words typed without accents) the vocabulary gives back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import snowballstemmer  # type: ignore[import-untyped]

from casetrack.model import fold

ANALYSER_VERSION = 1
"""Changes whenever the same text would give other terms: the index is then rebuilt."""

# « 521-2 », « 21BX04358 », « référés »: apostrophes and hyphens between letters split, hyphens between digits join.
WORD = re.compile(r"[^\W_]+(?:(?<=[0-9])-(?=[0-9])[^\W_]+)*")
# « L521-2 », written without a space: the letter goes, as it does in « L. 521-2 »
ARTICLE = re.compile(r"[lrda](\d+(?:-\d+)+)")
LONGEST_WORD = 64
BREAK = "¶"
"""Put between two pieces of one field (title and text, two parties): no word is adjacent to another across it."""

_STOP_TEXT = """
a ai aie ait as au aura aurait aux avaient avait avec avez avoir avons ayant c ce ceci cela celle celles celui ces cet
cette ceux chaque ci comme d dans de des dont du elle elles en es est et etaient etait etant ete etre eu eux
fut furent il ils j je jusqu l la laquelle le lequel les lesquelles lesquels leur leurs lorsqu lui m ma mais me mes moi
mon n ne nos notre nous on ont or ou par puisqu qu quand que quel quelle quelles quels qui quoi quoiqu s sa se
sera serait seront ses si soit son sont sur t ta te tes toi ton tu un une vos votre vous y
"""
STOP_WORDS = frozenset(_STOP_TEXT.split())
"""Compared without accents. « pas », « sans », « non », « contre », « pour » stay: they change what a judge said."""

_stemmer = snowballstemmer.stemmer("french")  # PyStemmer's, in C, where it is installed: same stems
_MEMO_LIMIT = 400_000


class _Memo(dict[str, str]):
    """Surface form -> term, or an empty string for a stop word; computed once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        term = self[word] = _term_of(word)
        return term


def _term_of(word: str) -> str:
    if bare(word) in STOP_WORDS:
        return ""
    article = ARTICLE.fullmatch(word)
    if article:
        return article[1]
    if word[0].isdigit():
        return bare(word)[:LONGEST_WORD]
    return bare(_stemmer.stemWord(word))[:LONGEST_WORD]


@lru_cache(_MEMO_LIMIT)
def bare(word: str) -> str:
    """One word without accents, in lower case: « Référé » -> ``refere``."""
    return word.lower() if word.isascii() else fold(word).replace(" ", "")


_memo = _Memo()


def normalise(text: str) -> str:
    """Lower case, composed accents, one code point for one code point wherever the text is already NFC."""
    lowered = text.lower()
    return lowered if unicodedata.is_normalized("NFC", lowered) else unicodedata.normalize("NFC", lowered)


# Latin-1 has every French letter but « œ », which borrows the place of a control character for the time of a cut; so
# does the hyphen of « 521-2 », which alone is part of a word.
_OE, _JOIN = "\x9c", "\x9d"
OE = _OE.encode("latin-1")
_BEYOND_LATIN = str.maketrans({"œ": _OE, **dict.fromkeys("’‘“”…–—€\u202f\u2009\ufeff", " ")})
_DIGITS = frozenset("0123456789")
_KEPT = bytes(code if WORD.fullmatch(chr(code)) or chr(code) in _OE + _JOIN else ord(" ") for code in range(256))


def words(text: str) -> list[str]:
    """The lower-case words of a text, stop words included, in order: what `WORD` finds, several times quicker."""
    lowered = normalise(text)
    if _OE in lowered or _JOIN in lowered:
        return WORD.findall(lowered)
    packed = narrow(_join_numbers(lowered) if "-" in lowered else lowered)
    if packed is None:
        return WORD.findall(lowered)
    return packed.translate(_KEPT).decode("latin-1").replace(_OE, "œ").replace(_JOIN, "-").split()


def narrow(lowered: str) -> bytes | None:
    """A lower-case text as Latin-1, one byte a character, « œ » in `OE`; None where a letter has no place there."""
    try:
        return lowered.encode("latin-1")
    except UnicodeEncodeError:
        try:
            return lowered.translate(_BEYOND_LATIN).encode("latin-1")
        except UnicodeEncodeError:
            return None


def _join_numbers(text: str) -> str:
    pieces = text.split("-")
    joined = [pieces[0]]
    for left, right in pairwise(pieces):
        is_number = left[-1:] in _DIGITS and right[:1] in _DIGITS
        joined += (_JOIN if is_number else " ", right)
    return "".join(joined)


def term(word: str) -> str:
    """The term of one lower-case word; empty for a stop word."""
    return _memo[word]


def terms_of(surface_words: list[str]) -> list[str]:
    """The terms of words already cut, stop words dropped and their gap closed."""
    return list(filter(None, map(_memo.__getitem__, surface_words)))


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    return terms_of(words(text))


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """(term, start, end) of each word that counts; offsets are code points of ``text`` itself."""
    for match in WORD.finditer(text):
        found = _memo[normalise(match.group())]
        if found:
            yield found, match.start(), match.end()
