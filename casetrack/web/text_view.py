"""A document's text as blocks: zones, page marks, linkable points, and quiet marks over findings. Pure.

Offsets are code points of the text version; nothing of the text is changed, so what is copied is what was read. A line
is only kept from ending before « ; » or after « « »: the space is the document's own, marked as one that does not part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from casetrack.words import ZONES

WINDOW = 250_000
_TIED = re.compile(r" (?=[;:?!»])|(?<=«) ")
_TIE = '<span class="nb"> </span>'


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Something to mark. ``anchor`` is its address in the page, ``href`` makes it a link, ``preview`` says where to."""

    start: int
    end: int
    css: str
    title: str = ""
    anchor: str = ""
    href: str = ""
    preview: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One paragraph, or the title of a zone (``html`` empty)."""

    html: Markup
    zone: str = ""
    anchor: str = ""
    point: str = ""
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ZoneLike:
    zone: str
    number: str
    start: int
    end: int


def window(length: int, wanted: int, at: int | None = None) -> tuple[int, int, int, int]:
    """(part, parts, start, end) of a long text; ``at`` is an offset that must be in it."""
    parts = max(-(-length // WINDOW), 1)
    part = at // WINDOW + 1 if at is not None and 0 <= at < length else min(max(wanted, 1), parts)
    return part, parts, (part - 1) * WINDOW, min(part * WINDOW, length)


def blocks(
    text: str,
    *,
    zones: Sequence[ZoneLike] = (),
    pages: Sequence[int] = (0,),
    spans: Iterable[Span] = (),
    start: int = 0,
    end: int | None = None,
) -> list[Block]:
    """Blocks of ``text[start:end]`` in reading order."""
    end = len(text) if end is None else end
    cuts = _cuts(text, zones, start, end)
    ordered = sorted((span for span in spans if span.end > span.start), key=lambda span: (span.start, -span.end))
    starts_of_pages = {offset: number for number, offset in enumerate(pages, 1) if number > 1}
    zone_at = {zone.start: zone for zone in zones}
    made: list[Block] = []
    active: list[Span] = []
    anchors: set[str] = set()
    upcoming, previous_zone = 0, ""
    for left, right in zip(cuts, cuts[1:], strict=False):
        anchor = point = ""
        if zone := zone_at.get(left):
            if zone.zone != previous_zone:
                made.append(Block(html=Markup(""), zone=ZONES.get(zone.zone, zone.zone), anchor=f"zone-{zone.zone}"))
            previous_zone = zone.zone
            anchor, point = _point_of(zone)
        if anchor in anchors:
            anchor = ""
        anchors.add(anchor)
        active = [span for span in active if span.end > left]
        while upcoming < len(ordered) and ordered[upcoming].start < right:
            active.append(ordered[upcoming])
            upcoming += 1
        page = next((starts_of_pages[offset] for offset in starts_of_pages if left <= offset < right), 0)
        html = _marked(text, left, right, [span for span in active if span.end > left], anchors)
        if html.strip():
            made.append(Block(html=html, anchor=anchor, point=point, page=page))
    return _without_repeated(made)


def _without_repeated(made: list[Block]) -> list[Block]:
    """A zone may come back (joined dockets): only its first title keeps the address."""
    seen: set[str] = set()
    kept = []
    for block in made:
        if block.zone and block.anchor in seen:
            block = Block(html=block.html, zone=block.zone)
        seen.add(block.anchor)
        kept.append(block)
    return kept


def _cuts(text: str, zones: Sequence[ZoneLike], start: int, end: int) -> list[int]:
    found = {start, end} | {zone.start for zone in zones if start < zone.start < end}
    at = text.find("\n", start, end)
    while at != -1:
        found.add(at + 1)
        at = text.find("\n", at + 1, end)
    return sorted(found)


def _point_of(zone: ZoneLike) -> tuple[str, str]:
    if not zone.number:
        return "", ""
    if zone.zone == "motifs":
        return f"point-{zone.number}", f"Point {zone.number}"
    if zone.zone == "dispositif":
        return f"article-{zone.number}", f"Article {zone.number}"
    return "", ""


def _marked(text: str, left: int, right: int, active: Sequence[Span], anchors: set[str]) -> Markup:
    edges = {left, right}
    for span in active:
        edges |= {max(span.start, left), min(span.end, right)}
    ordered = sorted(edges)
    html = Markup("")
    for start, end in zip(ordered, ordered[1:], strict=False):
        covering = [span for span in active if span.start <= start and span.end >= end]
        html += _segment(text[start:end], start, covering, anchors)
    return html


def tied(text: str) -> Markup:
    """Words of a document, escaped, whose lines do not end before « ; » nor after « « »."""
    return Markup(_TIED.sub(_TIE, str(escape(text))))


def _segment(piece: str, start: int, covering: Sequence[Span], anchors: set[str]) -> Markup:
    inner = tied(piece.rstrip("\n"))
    if not covering:
        return inner
    opening = dict.fromkeys(span.anchor for span in covering if span.anchor and span.start == start)
    fresh = [anchor for anchor in opening if anchor not in anchors]
    anchors.update(fresh)
    lead = Markup("").join(Markup('<span id="{}"></span>').format(name) for name in fresh[1:])
    first = Markup(' id="{}"').format(fresh[0]) if fresh else Markup("")
    css = " ".join(dict.fromkeys(span.css for span in covering if span.css))
    title = " ; ".join(dict.fromkeys(span.title for span in covering if span.title))
    link = min((span for span in covering if span.href), key=lambda span: span.end - span.start, default=None)
    if link is not None:
        said = Markup(' data-preview="{}"').format(link.preview) if link.preview else Markup("")
        inner = Markup('<a class="cited" href="{}"{}>{}</a>').format(link.href, said, inner)
        if css == link.css:
            return lead + Markup("<span{}>{}</span>").format(first, inner)
    shown = Markup(' title="{}"').format(title) if title else Markup("")
    return lead + Markup('<mark class="{}"{}{}>{}</mark>').format(css, first, shown, inner)
