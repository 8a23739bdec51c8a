"""A filing (requête, mémoire, pourvoi): who asks against whom, on what basis, and when it was signed.

Its head names the parties under « POUR : » and « CONTRE : »; it is dated beside its signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casetrack.extract.filed import DateIndex
from casetrack.extract.names import acronym_of, is_pseudonym, party_type, split_names
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import DateFinding, PartyFinding, PartyType, Role, Zone, ZoneName

_SIDE = re.compile(
    r"^[ \t]*(?P<side>pour|requerants?|demandeurs?|demanderesses?|contre|defendeurs?|defenderesses?|en presence de|"
    r"intervenants?|au soutien de) ?:[ \t]*\n?",
    re.MULTILINE,
)
# « 1° L'association X, association déclarée, dont le siège... ; »: the name stands before the first comma
_ITEM = re.compile(
    r"(?:^|(?<=[\n;]))[ \t]*\d{1,2} ?[°)][ \t]*(?:l'|la |le |les )?(?P<name>[^,;\n]{3,160}?)(?=[,;\n.]|$)"
)
_NEXT = re.compile(
    r"\n[ \t]*(?:ayant pour (?:avocat|conseil)|represente|demeurant|dont le siege|a l'attention|objet|faits|plaise|"
    r"\n|[ivx]+[. -])|\n\n|,? (?:dont le siege|demeurant|ayant son siege)"
)
_COUNSEL = re.compile(
    r"(?:ayant pour (?:avocat|conseil)s? ?:?|representee?s? par|avocats? ?:)\s*(?P<name>(?:maitre|me|la scp|"
    r"la selarl)[^\n,;]{2,80})"
)
_IS_ACT = re.compile(
    r"(?:la |l'|le |les |une? )?(?:decision|arrete|ordonnance|jugement|arret|deliberation|decret|refus|permis)"
)
_TITLES = (
    ("mémoire en réplique", re.compile(r"memoires? en replique")),
    ("mémoire en défense", re.compile(r"memoires? en defense")),
    ("intervention", re.compile(r"memoires? en intervention|intervention volontaire")),
    ("note en délibéré", re.compile(r"note en delibere")),
    ("pourvoi", re.compile(r"\bpourvoi\b")),
    ("mémoire", re.compile(r"\bmemoires?\b|observations")),
    ("requête", re.compile(r"\brequete|\brecours\b|refere[- ]")),
)
# who writes a defence stands under « POUR » and is the defendant; who writes an intervention intervenes
_WRITERS = {
    "mémoire en défense": {Role.PLAINTIFF: Role.DEFENDANT, Role.DEFENDANT: Role.PLAINTIFF},
    "intervention": {Role.PLAINTIFF: Role.INTERVENER},
}
_SIDES = {"p": Role.PLAINTIFF, "r": Role.PLAINTIFF, "c": Role.DEFENDANT, "e": Role.INTERVENER, "i": Role.INTERVENER}
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
    small, end = plain(text), min(_head_end(zones) or 3000, 6000)
    turned = _WRITERS.get(_title(small[:end]), {})
    marks = list(_SIDE.finditer(small, 0, end))
    found: list[PartyFinding] = []
    for mark, limit in zip(marks, [*(m.start() for m in marks[1:]), end], strict=False):
        side = mark["side"]
        if side.startswith("au"):
            continue
        role = (
            Role.PLAINTIFF if side.startswith("dem") else Role.DEFENDANT if side.startswith("def") else _SIDES[side[0]]
        )
        if side in ("pour", "contre"):
            role = turned.get(role, role)
        counsel = _COUNSEL.search(small, mark.end(), limit)
        said = text[counsel.start("name") : counsel.end("name")].strip() if counsel else ""
        for start, stop, own in _names(text, small, mark.end(), limit):
            if not _IS_ACT.match(small, start):
                found.append(_party(text, start, stop, role, said or own))
    return tuple({(party.name, party.role): party for party in found}.values())


def _names(text: str, small: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Spans of the names of one side, with the counsel that stands beside each: a numbered list, or a sentence."""
    items = list(_ITEM.finditer(small, start, end))
    if items:
        yield from ((item.start("name"), item.end("name"), "") for item in items)
        return
    stop = _NEXT.search(small, start, end)
    for name in split_names(text, start, stop.start() if stop else end):
        yield name.start, name.end, name.counsel


def _title(head: str) -> str:
    """What the filing calls itself, in the words of the annotations; empty when it does not say."""
    found = [(m.start(), kind) for kind, pattern in _TITLES if (m := pattern.search(head))]
    return min(found, key=lambda said: said[0], default=(0, ""))[1]


def _party(text: str, start: int, end: int, role: Role, counsel: str) -> PartyFinding:
    name = " ".join(text[start:end].split())
    kind = party_type(name)
    return PartyFinding(
        start=start,
        end=end,
        name=name,
        role=role,
        type=kind,
        counsel=counsel,
        acronym=acronym_of(name),
        reason="En-tête de la requête",
        pseudonym=kind is PartyType.NATURAL and is_pseudonym(name),
    )


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
