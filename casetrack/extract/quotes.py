"""Quotations: where one text repeats another. Articles named there are merely quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

_MARK = re.compile(r'[«»“”"]')
# What no quotation runs over: the next point, an article of the operative part, a title.
_BREAK = re.compile(r"\n(?=\d{1,3}\.\s|Article\s|Sur\s|Considérant\s|En ce qui concerne\s)")
_MAX_LENGTH = 20_000
_MOST_MARKS = 200_000


class _Breaks:
    """Where quotations must end."""

    def __init__(self, text: str) -> None:
        self._at = [match.start() for match in _BREAK.finditer(text)]

    def after(self, offset: int) -> int | None:
        index = bisect_right(self._at, offset)
        return self._at[index] if index < len(self._at) else None


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans between « » or " ", in order; straight marks open and close by turns.

    A quotation may run over lines; the next numbered point, title or article ends it where nothing closes it.
    """
    spans: list[tuple[int, int]] = []
    breaks = _Breaks(text)
    opened, mark, depth, limit = -1, "", 0, len(text)
    for match in islice(_MARK.finditer(text), _MOST_MARKS):
        char, at = match[0], match.start()
        if opened >= 0 and at > limit:
            spans.append((opened, limit))
            opened = -1
        if opened < 0:
            if char in '«“"':
                opened, mark, depth = at, char, 1
                limit = min(breaks.after(at) or len(text), at + _MAX_LENGTH)
            continue
        if mark == "«":
            depth += (char == "«") - (char == "»")
        elif (mark == "“" and char == "”") or (mark == '"' and char == '"'):
            depth = 0
        if depth <= 0:
            spans.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        spans.append((opened, min(limit, len(text))))
    return tuple(spans)


def end_of_span(spans: tuple[tuple[int, int], ...], offset: int) -> int:
    """Where the span ends that holds an offset; 0 when none does."""
    index = bisect_right(spans, (offset, 1 << 62)) - 1
    return spans[index][1] if index >= 0 and spans[index][0] <= offset < spans[index][1] else 0


def is_inside(spans: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether an offset falls in one of the ordered spans."""
    return end_of_span(spans, offset) > 0
