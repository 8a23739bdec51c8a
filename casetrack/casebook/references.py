"""Documents as lawyers cite them: « CE, ord., 12 mars 2021, Association InterHop et autres, n° 450163 »; and CSL-JSON.

Natural persons are not named, judges never are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casetrack import words
from casetrack.casebook.forms import address_of
from casetrack.casebook.reading import Reading
from casetrack.casebook.views import DocumentRef
from casetrack.extract.output import from_json
from casetrack.model import PLAINTIFF_ROLES, DocumentKind, Findings, PartyType, Viewer, fold
from casetrack.store import documents as documents_store
from casetrack.store.publications import is_open

_NEEDED = frozenset({"parties", "formation", "judge", "ecli", "ecli_is_trusted", "outcome", "grounds"})
_SOLEMN = (("assemblée", "Ass."), ("section du contentieux", "Sect."), ("plénière", "plén."))
_LEVELS = {"A": "Lebon", "B": "Lebon T."}
# « 10ème - 9ème chambres réunies », « 9 / 8 SSR », « 1E CHAMBRE »; not « 5e section - 2e chambre »
_CHAMBERS = re.compile(
    r"(?P<numbers>\d{1,2}(?:re|ere|er|eme|e)?(?:(?: ?[/,-] ?| et )\d{1,2}(?:re|ere|er|eme|e)?)*) ?"
    r"(?P<what>chambre|sous-section|ss)"
)
_QUOTED = re.compile(r'"\s*([^"]+?)\s*"')
# « M.G... C... »: whatever the reading took it for, a person
_PERSON = re.compile(r"(?:MM?\.|M(?:me|lle|mes)?\b|Me\b|Sieur|Dame|Consorts|Époux)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """What a reference is made of. ``bench``: « ord. », « Ass. », « 10e et 9e ch. réunies », « 8e ch. » or nothing."""

    document: DocumentRef
    bench: str = ""
    plaintiffs: str = ""
    """« Association InterHop et autres »; empty when the first to sue is a natural person."""
    ecli: str = ""
    outcomes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


def references(casebook: Reading, ids: Sequence[int], *, viewer: Viewer) -> tuple[Reference, ...]:
    """The references of these documents, in the order given; what this viewer may not see is left out."""
    with casebook.store.read() as connection:
        rows = documents_store.find_documents(connection, ids, viewer)
        refs = {ref.id: ref for ref in casebook.refs(connection, list(rows.values()), viewer)}
        decisions = [
            key
            for key, row in rows.items()
            if row["kind"] == DocumentKind.DECISION and (viewer.is_member or is_open(row))
        ]
        texts = documents_store.load_texts(connection, decisions)
    found = {key: from_json(text.findings_json, only=_NEEDED) for key, text in texts.items() if text.findings_json}
    return tuple(_reference(refs[key], found.get(key)) for key in ids if key in refs)


def _reference(ref: DocumentRef, findings: Findings | None) -> Reference:
    if findings is None:
        return Reference(document=ref)
    return Reference(
        document=ref,
        bench=_bench(findings),
        plaintiffs=plaintiffs_words(findings),
        ecli=findings.ecli.value if findings.ecli and findings.ecli_is_trusted else "",
        outcomes=tuple(value.value for value in findings.outcome),
        grounds=tuple(value.value for value in findings.grounds),
    )


def _bench(findings: Findings) -> str:
    """The urgent judge and whoever else ruled by order: « ord. »; else the bench, a chamber alone too."""
    if findings.judge and findings.judge.value.startswith(("juge des référés", "ordonnance")):
        return "ord."
    formation = findings.formation.value if findings.formation else ""
    return bench_words(formation) or chambers_words(formation)


def bench_words(formation: str) -> str:
    """« ord. » for the urgent judge, the solemn and joined benches by their abbreviation, nothing for the others."""
    said = formation.lower()
    if "référé" in said:
        return "ord."
    if chambers := chambers_words(formation):
        return chambers if chambers.endswith("réunies") else ""
    if said == "section":
        return "Sect."
    return next((short for name, short in _SOLEMN if name in said), "")


def chambers_words(formation: str) -> str:
    """« 10e et 9e ch. réunies », « 8e ch. », « 9e et 8e ss-sect. réunies »; empty when no chamber is named."""
    found = _CHAMBERS.search(fold(formation))
    if found is None:
        return ""
    ordinals = ["1re" if number == "1" else f"{number}e" for number in re.findall(r"\d+", found["numbers"])]
    what = "ch." if found["what"] == "chambre" else "ss-sect."
    if len(ordinals) == 1:
        return f"{ordinals[0]} {what}"
    return f"{', '.join(ordinals[:-1])} et {ordinals[-1]} {what} réunies"


def plaintiffs_words(findings: Findings) -> str:
    """The first to sue, with « et autre(s) »; empty when it is a natural person."""
    found = {party.name: party for party in findings.parties if party.role in PLAINTIFF_ROLES}
    if not found:
        return ""
    first, *others = found.values()
    if first.type == PartyType.NATURAL or first.pseudonym or _PERSON.match(first.name):
        return ""
    return words.capital(_QUOTED.sub("«\u00a0\\1\u00a0»", first.name)) + (
        " et autres" if len(others) > 1 else " et autre" if others else ""
    )


def court_words(ref: DocumentRef) -> str:
    """« CE », « TA Paris »: as references write it."""
    return ref.court_code if ref.court_code in ("CE", "TC") else ref.court


def french(reference: Reference) -> str:
    """One line, with no-break spaces."""
    ref = reference.document
    day = words.day_words(ref.day) if ref.day else ""
    if ref.kind != DocumentKind.DECISION:
        named = f"«\u00a0{ref.title}\u00a0»" if ref.kind == DocumentKind.PRESS else ref.title
        return words.typo(", ".join(piece for piece in (named, ref.publisher, day) if piece))
    numbers = f"{'n°' if len(ref.dockets) == 1 else 'n°s'}\u00a0{', '.join(ref.dockets)}" if ref.dockets else ""
    pieces = (
        court_words(ref),
        reference.bench,
        day,
        reference.plaintiffs,
        numbers,
        _LEVELS.get(ref.publication_level, ""),
    )
    return words.typo(", ".join(piece for piece in pieces if piece))


def csl(reference: Reference, site: str) -> dict[str, Any]:
    """One item of CSL-JSON 1.0.2; ``site``: the root of the addresses, without its last slash."""
    ref = reference.document
    made: dict[str, Any] = {
        "id": f"casetrack-{ref.id}",
        "type": _TYPES.get(ref.kind, "document"),
        "title": ref.title,
        "language": "fr-FR",
        "URL": ref.address or f"{site}{address_of(ref)}",
    }
    if ref.day:
        made["issued"] = {"date-parts": [[ref.day.year, ref.day.month, ref.day.day]]}
    if ref.publisher:
        made["container-title"] = ref.publisher
    if ref.kind == DocumentKind.DECISION:
        made |= {
            "title": reference.plaintiffs or f"n°\u00a0{ref.docket}",
            "authority": ref.court,
            "number": ", ".join(ref.dockets),
            "genre": "ordonnance de référé" if reference.bench == "ord." else "décision",
            "URL": f"{site}{address_of(ref)}",
        }
        made |= {"note": reference.ecli} if reference.ecli else {}
    return made


_TYPES: Mapping[str, str] = {
    DocumentKind.DECISION: "legal_case",
    DocumentKind.PRESS: "article-newspaper",
    DocumentKind.ASSOCIATION: "webpage",
}
