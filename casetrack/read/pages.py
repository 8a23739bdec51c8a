"""Pages of lines -> one text: running headers, footers and margins go, paragraphs run across pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from casetrack.read.margins import without_line_numbers
from casetrack.read.wrapped import Line, join

_EDGE = 4
"""How many lines at the top and at the bottom of a page may be running ones."""
_DIGITS = re.compile(r"\d+")
# « 12 », « - 3 - », « Page 2 sur 10 », « 2/10 », « p. 4 »
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|p\.)?\s*(\d{1,4})(?:\s*(?:/|sur|de|of)\s*\d{1,4})?[-–—|.\s]*", re.IGNORECASE
)
_NUMBERED_PAGE = re.compile(r"\s*(?:page|p\.)\s*\d{1,4}|.*\d{1,4}\s*(?:/|sur)\s*\d{1,4}\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def assemble(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """The whole text and the offset at which each page begins in it (an empty page begins where the next one does)."""
    kept = _without_page_numbers(without_line_numbers(pages))
    kept = _without_running(kept)
    lines = [line for page in kept for line in page]
    vocabulary = frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))
    text, page_at = join(lines, vocabulary)
    offsets: list[int] = []
    following = len(text)
    for number in range(len(pages) - 1, -1, -1):
        following = page_at.get(number, following)
        offsets.append(following)
    if offsets:
        offsets[-1] = 0
    return text, tuple(reversed(offsets)) or (0,)


def _without_page_numbers(pages: list[list[Line]]) -> list[list[Line]]:
    """A lone number at an edge goes when it follows the pages, or says it is one."""
    shifts: Counter[int] = Counter()
    for number, page in enumerate(pages):
        for line in page if len(page) < 4 else (*page[:2], *page[-2:]):
            match = _PAGE_NUMBER.fullmatch(line.text)
            if match:
                shifts[int(match.group(1)) - number] += 1
    shift, seen = shifts.most_common(1)[0] if shifts else (0, 0)
    follows = seen >= 2 and seen >= 0.3 * len(pages)
    return [_drop_numbers(page, number + shift if follows else None) for number, page in enumerate(pages)]


def _drop_numbers(page: list[Line], expected: int | None) -> list[Line]:
    last = len(page) - 1

    def is_number(index: int) -> bool:
        if 2 <= index <= last - 2:
            return False
        match = _PAGE_NUMBER.fullmatch(page[index].text)
        if match is None:
            return False
        return int(match.group(1)) == expected or _NUMBERED_PAGE.fullmatch(page[index].text) is not None

    return [line for index, line in enumerate(page) if not is_number(index)]


def _without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """Lines repeated at the same edge of most pages go, but once: what only they say must be found."""
    full = sum(1 for page in pages if page)
    if full < 2:
        return pages
    tops = _running([_keys(page[:_EDGE]) for page in pages], full)
    bottoms = _running([_keys(page[-_EDGE:]) for page in pages], full)
    heads = [_edge_count(page, tops) for page in pages]
    feet = [_edge_count(page[head:][::-1], bottoms) for page, head in zip(pages, heads, strict=True)]
    bodies = [page[head : len(page) - foot] for page, head, foot in zip(pages, heads, feet, strict=True)]
    said = " ".join(line.text for body in bodies for line in body).lower()
    removed_heads = [page[:head] for page, head in zip(pages, heads, strict=True)]
    removed_feet = [page[len(page) - foot :] for page, foot in zip(pages, feet, strict=True)]
    first = _kept_once(removed_heads, said)
    last = _kept_once(removed_feet[::-1], said)[::-1]
    return [[*head, *body, *foot] for head, body, foot in zip(first, bodies, last, strict=True)]


def _kept_once(removed: list[list[Line]], said: str) -> list[list[Line]]:
    """Of each running line the first copy, and only when nothing else says it."""
    seen: set[str] = set()
    kept: list[list[Line]] = []
    for lines in removed:
        news = [line for line in lines if _key(line.text) not in seen]
        seen |= {_key(line.text) for line in lines}
        once = [line for line in news if line.text.lower() not in said]
        kept.append([replace(line, is_alone=True) for line in once])
    return kept


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.lower()).strip(" -–—|")


def _keys(lines: list[Line]) -> set[str]:
    return {_key(line.text) for line in lines}


def _running(edges: list[set[str]], full: int) -> set[str]:
    counts = Counter(key for edge in edges for key in edge if key)
    least = 2 if full == 2 else max(3, 0.4 * full)
    return {key for key, count in counts.items() if count >= least and (full > 2 or "#" in key or len(key) > 12)}


def _edge_count(page: list[Line], running: set[str]) -> int:
    count = 0
    while count < min(_EDGE, len(page)) and _key(page[count].text) in running:
        count += 1
    return count
