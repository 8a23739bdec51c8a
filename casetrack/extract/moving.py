"""A decision relaid line by line out of the bare text of its file, and its findings moved back to that text.

A file whose tags were removed keeps the layout of its source: indented lines, paragraphs run together and told only by
a run of spaces. The readers want one paragraph a line and one space between words.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casetrack.model import Finding, Findings, Zone, ZoneName

# A line break with what surrounds it; three spaces or more, where a <br/> stood; two spaces.
_GAP = re.compile(r"[^\S\n]*\n\s*|[^\S\n]{2,}")


@dataclass(frozen=True, slots=True)
class Relaid:
    """``text`` as the readers want it; ``places[i]`` is where its code point i stands in ``source``."""

    text: str
    places: Sequence[int]
    source: str


def relay(source: str, start: int, end: int) -> Relaid:
    """The part ``source[start:end]``, one paragraph a line, single spaces."""
    pieces: list[str] = []
    places: list[int] = []
    at = start
    for gap in _GAP.finditer(source, start, end):
        pieces += [source[at : gap.start()], "\n" if "\n" in gap[0] or len(gap[0]) > 2 else " "]
        places.extend(range(at, gap.start()))
        places.append(gap.start())
        at = gap.end()
    pieces.append(source[at:end])
    places.extend(range(at, end))
    return Relaid("".join(pieces), places, source)


def moved(findings: Findings, part: Relaid) -> Findings:
    """``findings`` of the relaid part with offsets in its source; its zones then tile the whole source."""
    changed = {item.name: _move(getattr(findings, item.name), part) for item in dataclasses.fields(findings)}
    zones: tuple[Zone, ...] = changed["zones"]
    if zones:
        head = Zone(start=0, end=zones[0].start, zone=ZoneName.HEADER, reason="lignes d'en-tête du fichier")
        ends = [zone.start for zone in zones[1:]] + [len(part.source)]
        tiles = (dataclasses.replace(zone, end=end) for zone, end in zip(zones, ends, strict=True))
        changed["zones"] = ((head,) if head.end else ()) + tuple(tiles)
    return Findings(**changed)


def _move(value: Any, part: Relaid) -> Any:
    if isinstance(value, tuple):
        return tuple(_move(item, part) for item in value)
    if not isinstance(value, Finding) or value.end <= value.start:
        return value
    start, end = part.places[value.start], part.places[value.end - 1] + 1
    changed: dict[str, Any] = {"start": start, "end": end}
    if getattr(value, "text", None) == part.text[value.start : value.end]:
        changed["text"] = part.source[start:end]
    return dataclasses.replace(value, **changed)
