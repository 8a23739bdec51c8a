"""Where words copied from a page stand in the text: spaces, ends of lines and apostrophes may differ. Pure."""

from __future__ import annotations

import os.path
import re

CONTEXT = 30
QUOTE_MOST = 2_000
# « L'urgence est établie. » (CE, ord., 12 mars 2021, n° 450163, point 7, http://…): as pages of the site give it
_WITH_REFERENCE = re.compile(r"\s*«\s*(?P<said>.+?)\s*»\s*\([^()]*https?://[^()]*\)\s*", re.DOTALL)


def bare(quote: str) -> str:
    """The words alone, without the reference that a copy from a page brings."""
    match = _WITH_REFERENCE.fullmatch(quote)
    return (match["said"] if match else quote).strip()


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Every (start, end) where a quotation stands; none for an empty one."""
    words = [re.escape(word).replace("'", "['’]") for word in bare(quote)[:QUOTE_MOST].replace("’", "'").split()]
    return [match.span() for match in re.finditer(r"\s+".join(words), text)] if words else []


def place(text: str, quote: str, *, before: str = "", after: str = "", start: int = 0) -> tuple[int, int] | None:
    """The place of a quotation: the one with these neighbours, then the one nearest to ``start``; None when lost."""
    before, after = _flat(before), _flat(after)

    def fitness(span: tuple[int, int]) -> tuple[int, int]:
        left = _flat(text[max(0, span[0] - 2 * CONTEXT) : span[0]])
        right = _flat(text[span[1] : span[1] + 2 * CONTEXT])
        common = len(os.path.commonprefix([left[::-1], before[::-1]])) + len(os.path.commonprefix([right, after]))
        return common, -abs(span[0] - start)

    return max(places(text, quote), key=fitness, default=None)


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters on each side of a passage."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)
