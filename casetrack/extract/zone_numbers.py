"""Numbers inside zones: the points of the grounds and the articles of the operative part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casetrack.model import Zone

# « 7. Il résulte de ce qui précède », « 7.Il », « 12. Considérant que » at the start of a line
_POINT = re.compile(r" ?(\d{1,3}) ?\. ?(?=[^\d\s])")
_ARTICLE = re.compile(
    r"(?:^ {0,8}|(?<=[;.:\u2026]) {0,8}|(?<=[a-z])(?=article 1er ?:))article ([1l] ?er|premier|unique|"
    r"\d{1,2})\b ?(?:er)? ?(?=[:.-]|est |l[ae] |il |l')",
    re.MULTILINE,
)
_HEADING = re.compile(r"(?:sur |en ce qui concerne|quant |s'agissant |[ivx]+[. -])")


def line_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the lines of a stretch of text begin: far quicker than a pattern that begins with ``^``."""
    if start == 0 or text[start - 1] == "\n":
        yield start
    at = text.find("\n", start, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)


def number_points(text: str, small: str, zone: Zone) -> Iterator[Zone]:
    """One zone a numbered point; a heading goes with the point it announces. Unnumbered grounds stay whole."""
    starts = _point_starts(text, small, zone)
    if len(starts) < 2 and not (starts and starts[0][1] == "1"):
        yield zone
        return
    if starts[0][0] > zone.start:
        yield Zone(start=zone.start, end=starts[0][0], zone=zone.zone, reason=zone.reason)
    for (start, number), end in zip(starts, [*(s for s, _ in starts[1:]), zone.end], strict=True):
        yield Zone(start=start, end=end, zone=zone.zone, number=number, reason=f"Point {number}")


def _point_starts(text: str, small: str, zone: Zone) -> list[tuple[int, str]]:
    """Points in growing order; « 2. » inside a quoted article is not the second point."""
    lines = line_starts(small, zone.start, zone.end)
    found = [(at, int(m[1])) for at in lines if (m := _POINT.match(small, at, zone.end))]
    last_at = {number: at for at, number in found}
    starts: list[tuple[int, str]] = []
    expected = 1
    since = zone.start
    for at, number in found:
        if not expected <= number <= expected + 2:
            continue
        is_quoted = text.count('"', since, at) % 2 or text.count("«", since, at) > text.count("»", since, at)
        if is_quoted and last_at[number] > at:
            continue
        starts.append((_with_heading(small, at, since), str(number)))
        expected, since = number + 1, at
    return starts


def _with_heading(small: str, at: int, floor: int) -> int:
    """The start of the headings just above a point."""
    start = at
    for _ in range(4):
        end = small.rfind("\n", floor, max(floor, start - 1)) + 1
        if end <= floor or start - end > 400:
            break
        line = small[end:start].strip()
        if not (_HEADING.match(line) and line.endswith((":", ".")) or not line):
            break
        start = end
    return start


def number_articles(small: str, zone: Zone) -> Iterator[Zone]:
    """One zone an article; the head (« D E C I D E : ») before the first one has no number."""
    starts = []
    for match in _ARTICLE.finditer(small, zone.start, zone.end):
        number = match[1].replace(" ", "")
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        starts.append((at, "1" if number in ("1er", "ler", "premier", "unique") else number))
    if not starts:
        yield zone
        return
    if starts[0][0] > zone.start:
        yield Zone(start=zone.start, end=starts[0][0], zone=zone.zone, reason=zone.reason)
    for (start, number), end in zip(starts, [*(s for s, _ in starts[1:]), zone.end], strict=True):
        yield Zone(start=start, end=end, zone=zone.zone, number=number, reason=f"Article {number}")
