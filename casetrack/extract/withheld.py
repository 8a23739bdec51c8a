"""Names of judges, rapporteurs and clerks (art. L. 10 CJA): spans to keep out of the index, findings and exports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.filing import is_filing
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import Declared, Finding, Zone, ZoneName

_WORD = r"[A-ZÉÈÀÂÎÔ][\w'’.-]*"
_PARTICLE = r"(?:(?:de|du|des|d'|von|van|el|le|la|di|da|of) ?(?:la |l')?)?"
_NAME = rf"(?:{_PARTICLE}{_WORD}(?:[ -]{_PARTICLE}{_WORD}){{0,4}})"
_CIVIL = r"(?:M\.|MM\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle)\s?"
_TITLED = re.compile(rf"(?<!\w){_CIVIL}(?P<name>{_NAME})")
_SIGNED = re.compile(rf"[Ss]ign[ée]s?\s*:?\s*(?:{_CIVIL})?(?P<name>{_NAME})")
_OFFICE_LINE = re.compile(
    rf"(?:[Ll][ea] |[Ll]')(?:[Pp]résidente?(?:[- ]rapporteure?)?|[Rr]apporteure?|[Ss]ecrétaire|[Gg]reffi(?:er|"
    rf"ère)(?: en chef)?|conseill(?:er|ère) d'[EÉ]tat désignée?|[Jj]uge des référés|"
    rf"maître des requêtes(?:-rapporteure?)?|magistrate? "
    rf"désignée?)[^\n:,]{{0,40}}\s?[:,]?\s*\n?\s*(?:[Ss]ign[ée]\s*:?\s*)?(?:{_CIVIL})?(?P<name>{_NAME})"
)
_DELEGATE = re.compile(rf"par délégation ?[:,]?\s*(?:{_CIVIL})?(?P<name>{_NAME})")
_INITIALED = re.compile(
    r"(?<![\w.])(?P<name>[A-Z](?:\.[- ]?[A-Z])?\.?\s?[A-ZÉÈ][A-ZÉÈ'-]{2,}(?:[ -][A-ZÉÈ][A-ZÉÈ'-]+)?)(?=[ \n]|$)"
)
_REPORT = re.compile(
    rf"(?:rapports? d[eu]|conclusions? d[eu]|a désigné|présidence de|en présence d[eu]|assisté(?:e|es|s)? d[eu]|"
    rf"observations orales d[eu] rapporteure?) (?P<full>{_CIVIL}(?P<name>{_NAME}))"
)
# « M. Untel\nJuge des référés », « Mme Unetelle, présidente »
_OFFICE_NEXT = re.compile(
    r"\s*,?\s*(?:[Ll][ea] )?(?:[Jj]uge des référés|(?:[Vv]ice-)?[Pp]résidente?\b|[Rr]apporteure?\b|[Mm]agistrate?\b|"
    r"[Gg]reffi(?:er|ère)\b)"
)
_OFFICE_BEFORE = re.compile(r"(?:Présidente?|Rapporteure?(?: publi(?:c|que))?|Commissaire du gouvernement)\s*:?\s*\Z")
_STATE = re.compile(r"^(?:La République|Pour|Le |Fait|Copie|Conseil|Section|Par )")
_OFFICES = re.compile(
    r"president|rapporteur|conseill|auditeur|auditrice|maitre des requetes|assesseur|greffi|secretaire|magistrat|juge"
)


def find_withheld(text: str, zones: Sequence[Zone], declared: Sequence[Declared] = ()) -> tuple[Finding, ...]:
    """Where judges, rapporteurs publics, rapporteurs and clerks are named, in order, without overlap.

    ``declared`` gives the names the file states in its tags (field ``magistrate``): their other mentions are found too.
    """
    if not zones:
        return ()
    spans = set(_in_hearing(text, zones)) | set(_in_signatures(text, zones))
    spans |= set(_in_header(text, zones)) | set(_declared(text, declared, zones))
    out: list[Finding] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not out or start >= out[-1].end:
            out.append(Finding(start=start, end=end, reason="Magistrat ou agent du greffe (art. L. 10 CJA)"))
    return tuple(out)


def _in_hearing(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    """« le rapport de M. X, maître des requêtes », « les conclusions de Mme Y, rapporteure publique »."""
    here = ZoneMap(zones)
    for start, end in here.spans(ZoneName.HEARING, ZoneName.VISAS):
        for match in _REPORT.finditer(text, start, end):
            yield match.span("name")


def _in_header(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    """« Mme X / Juge des référés » of tribunals; « Rapporteur / Mme Y » of the notices of official sites."""
    for start, end in ZoneMap(zones).spans(ZoneName.HEADER):
        for match in _TITLED.finditer(text, start, end):
            if _OFFICE_NEXT.match(text, match.end()) or _OFFICE_BEFORE.search(
                text, max(start, match.start() - 40), match.start()
            ):
                yield match.span("name")


def _in_signatures(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    """Who signed. « B. NOM » alone is a judge below a decision; below a filing it may be « CNIL », or an exhibit."""
    for start, end in ZoneMap(zones).spans(ZoneName.NOTIFICATION):
        first = _signature_start(text, start, end)
        for pattern in (_SIGNED, _OFFICE_LINE, _DELEGATE, *(() if is_filing(zones) else (_INITIALED,))):
            for match in pattern.finditer(text, first, end):
                if not _STATE.match(match["name"] + " "):
                    yield match.span("name")
        sitting = re.compile(r"si[ée]geaient|composée de|où si").search(text, start, end)
        for match in _TITLED.finditer(text, sitting.start() if sitting else first, end):
            if sitting or _OFFICES.search(plain(text[match.end() : match.end() + 60])):
                yield match.span("name")


def _signature_start(text: str, start: int, end: int) -> int:
    """After the names of the parties notified."""
    found = re.compile(
        r"Fait à|Délibéré|Lu en audience|Rendu[e]? |Prononcé|Signé|signé|L[ea] [Pp]résident|La République"
    ).search(text, start, end)
    return found.start() if found else end


def _declared(text: str, declared: Sequence[Declared], zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    for item in declared:
        if item.field != "magistrate":
            continue
        name = re.sub(r"^(?:M\.|Mme|Mlle|Monsieur|Madame)\s*", "", item.value).strip()
        if len(name) < 3:
            continue
        for start, end in ZoneMap(zones).spans(ZoneName.HEARING, ZoneName.NOTIFICATION):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[start:end], re.IGNORECASE):
                yield start + match.start(), start + match.end()
