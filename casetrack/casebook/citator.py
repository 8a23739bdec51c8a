"""The citator: what a later decision did to the one it attacks, and how much weight a decision has. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from casetrack import resolve
from casetrack.model import Findings, Value, ZoneName

NEEDED = frozenset({"lower_decision", "outcome", "instance", "zones"})
"""The findings that `treatment` looks at."""
# « est annulé en tant que », « les articles 1er et 2 de l'arrêt », « dans celles de ses dispositions qui »
_IN_PART = re.compile(
    r"\ben tant qu|\bdans celles? de ses|\b(?:l['’]article|les articles) [^.;:]{1,40}?\b(?:de l['’]|du )"
    r"(?:arr[êe]t|jugement|ordonnance)\b",
    re.IGNORECASE,
)
# « Les conclusions du pourvoi dirigées contre... sont admises »
_ADMITTED = re.compile(r"(?<!n')(?<!n’)\b(?:est|sont) admise?s?\b", re.IGNORECASE)
# « Le jugement du tribunal est réformé en ce qu'il a de contraire au présent arrêt »: no outcome of the schema
_REFORMED = re.compile(r"[^.\n]*\b(?:est|sont) r[ée]form[ée]e?s?\b[^.\n]*\.?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Treatment:
    """« annule », « confirme »..., with the place of the operative part that says so."""

    said: str
    start: int
    end: int


def treatment(
    citing: Findings, text: str, court_code: str, dockets: Collection[str], decided_on: dt.date | None
) -> Treatment | None:
    """What a decision did to the one of this court, these dockets and this day; None when it does not judge it.

    ``text`` is what the findings were read in. Only as far as its operative part says it: an unread outcome is none.
    """
    lower = citing.lower_decision
    if lower is None or lower.court_code != court_code:
        return None
    by_number = bool(lower.number) and resolve.docket_key(lower.number) in dockets
    by_day = not lower.number and lower.date is not None and lower.date == decided_on
    if not by_number and not by_day:
        return None
    outcomes = {value.value: value for value in reversed(citing.outcome)}
    for zone in citing.zones:
        if zone.zone != ZoneName.OPERATIVE_PART:
            continue
        if found := _REFORMED.search(text, zone.start, zone.end):
            outcomes.setdefault("réformation", Value(value="réformation", start=found.start(), end=found.end()))
        if _ADMITTED.search(text, zone.start, zone.end) and "non-admission" in outcomes:
            outcomes["admission partielle"] = outcomes["non-admission"]
    return _said(outcomes, _is_cassation(citing), text)


def _is_cassation(citing: Findings) -> bool:
    return citing.instance is not None and "cassation" in citing.instance.value


def _said(outcomes: dict[str, Value], is_cassation: bool, text: str) -> Treatment | None:
    """The strongest word first: a decision that annuls in part also rejects the surplus."""
    words = (
        ("annulation", "annule"),
        ("annulation de l'ordonnance attaquée", "annule"),
        ("réformation", "réforme"),
        ("admission partielle", "admet en partie le pourvoi"),
        ("non-admission", "n'admet pas le pourvoi"),
        ("non-lieu", "dit n'y avoir plus lieu de statuer"),
        ("désistement", "donne acte du désistement"),
        ("rejet pour incompétence", "se dit incompétent"),
        ("rejet", "rejette le pourvoi" if is_cassation else "confirme"),
    )
    for name, said in words:
        if found := outcomes.get(name):
            if said == "annule":
                said += " en partie" if _IN_PART.search(text, found.start, found.end) else ""
                said += " et renvoie" if "renvoi" in outcomes else ""
            return Treatment(said=said, start=found.start, end=found.end)
    return None


_LEVELS = {
    "A": ("publiée au recueil Lebon", "publié au recueil Lebon"),
    "B": ("mentionnée aux tables du recueil Lebon", "mentionné aux tables du recueil Lebon"),
    "C": ("inédite", "inédit"),
}


def authority_line(court_code: str, formation: str, level: str, cited: int) -> str:
    """« ordonnance de référé, inédite, citée 12 fois »."""
    noun, is_feminine = _noun(court_code, formation.lower())
    said = [noun]
    if level in _LEVELS:
        said.append(_LEVELS[level][0 if is_feminine else 1])
    times = f"{cited:,}".replace(",", "\u202f")
    said.append(f"cité{'e' if is_feminine else ''} {times} fois ici" if cited else "aucune citation ici")
    return ", ".join(said)


def _noun(court_code: str, formation: str) -> tuple[str, bool]:
    if "référé" in formation:
        return "ordonnance de référé", True
    if court_code.startswith("TA"):
        return "jugement", False
    if court_code.startswith(("CAA", "CASS", "CA")):
        return "arrêt", False
    return "décision", True
