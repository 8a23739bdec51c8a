"""A filing (requête, mémoire, pourvoi): who asks against whom, on what basis, and when it was signed.

Its head names the parties under « POUR : » and « CONTRE : »; it is dated beside its signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from casetrack.extract.filed import DateIndex
from casetrack.extract.filing_sides import sides
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import DateFinding, PartyFinding, Value, Zone, ZoneName

_TITLES = (
    ("mémoire en réplique", re.compile(r"memoires? en replique")),
    ("mémoire en défense", re.compile(r"memoires? en defense")),
    ("intervention", re.compile(r"memoires? en intervention|intervention volontaire")),
    ("note en délibéré", re.compile(r"note en delibere")),
    ("pourvoi", re.compile(r"\bpourvoi\b")),
    ("mémoire", re.compile(r"\bmemoires?\b|observations")),
    ("requête", re.compile(r"\brequetes?\b|\brecours\b")),
)
_LINE_OPENS = re.compile(r"(?:^|\n)[ \t]{0,8}(?:(?:premier|deuxieme|second|nouve(?:l|au|lle)|autre)e? )?$")
# « Référé-liberté » alone heads every paper of the file: it says the procedure, and a requête only by default
_PROCEDURE = re.compile(r"refere[- ]")
_SIGNED = re.compile(r"fait (?:a [a-z' -]{2,40})?,? ?le |(?:^|\n)[ \t]*[a-z' -]{3,30}, le ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed:
    """The filing as an event: its type in the words of the annotations, and its day."""

    type: str
    day: DateFinding


def is_filing(zones: Sequence[Zone]) -> bool:
    """Zones of a filing: claims or pleas, neither grounds nor operative part."""
    names = {zone.zone for zone in zones}
    return bool(names) and not names & {ZoneName.GROUNDS, ZoneName.OPERATIVE_PART, ZoneName.VISAS}


def _head_end(zones: Sequence[Zone]) -> int:
    return next((zone.end for zone in zones if zone.zone is ZoneName.HEADER), 0)


def filing_parties(text: str, zones: Sequence[Zone]) -> tuple[PartyFinding, ...]:
    """Who stands under « POUR » and « CONTRE », by what the filing is; an act attacked is nobody."""
    end = min(_head_end(zones) or 3000, 6000)
    return sides(text, zones, _title(plain(text)[:end]), end)


def _title(head: str) -> str:
    """What the filing calls itself, in the words of the annotations; empty when it does not say."""
    return _titled(head)[1]


def _titled(head: str) -> tuple[int, str]:
    """Where a filing calls itself, and what: a line that begins by a title, else the first title of the head."""
    found = [(m.start(), kind) for kind, pattern in _TITLES for m in islice(pattern.finditer(head), 40)]
    opening = [said for said in found if _LINE_OPENS.search(head, max(0, said[0] - 20), said[0])]
    if best := min(opening or found, key=lambda said: said[0], default=None):
        return best
    told = _PROCEDURE.search(head)
    return (told.start(), "requête") if told else (0, "")


def filing_title(text: str, zones: Sequence[Zone]) -> Value | None:
    """The filing by its kind, « Mémoire en défense », at the place where its head says so."""
    start, kind = _titled(plain(text)[: min(_head_end(zones) or 3000, 6000)])
    if not kind:
        return None
    return Value(value=kind[0].upper() + kind[1:], start=start, end=start + len(kind), reason="titre de l'acte")


def signed(text: str, zones: Sequence[Zone], index: DateIndex) -> Iterator[Signed]:
    """The day the filing was signed, with its type told by its title."""
    small, head = plain(text), plain(text)[: min(_head_end(zones), 6000)]
    title = _title(head)
    for start, end in ZoneMap(zones).spans(ZoneName.NOTIFICATION, ZoneName.CLAIMS):
        for match in _SIGNED.finditer(small, start, end):
            day = index.first(match.end(), match.end() + 16)
            if day and title:
                yield Signed(type=title, day=day)
                return
