"""The citator: what a later decision did to the one it attacks, and how much weight a decision has. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from casetrack import resolve
from casetrack.model import Findings, Value

NEEDED = frozenset({"lower_decision", "outcome", "instance"})
"""The findings that `treatment` looks at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Treatment:
    """« annule », « confirme »..., with the place of the operative part that says so."""

    said: str
    start: int
    end: int


def treatment(
    citing: Findings, court_code: str, dockets: Collection[str], decided_on: dt.date | None
) -> Treatment | None:
    """What a decision did to the one of this court, these dockets and this day; None when it does not judge it.

    Only as far as its operative part says it: an unread outcome is no treatment.
    """
    lower = citing.lower_decision
    if lower is None or lower.court_code != court_code or not citing.outcome:
        return None
    by_number = bool(lower.number) and resolve.docket_key(lower.number) in dockets
    by_day = not lower.number and lower.date is not None and lower.date == decided_on
    if not by_number and not by_day:
        return None
    return _said({value.value: value for value in reversed(citing.outcome)}, _is_cassation(citing))


def _is_cassation(citing: Findings) -> bool:
    return citing.instance is not None and "cassation" in citing.instance.value


def _said(outcomes: dict[str, Value], is_cassation: bool) -> Treatment | None:
    """The strongest word first: a decision that annuls in part also rejects the surplus."""
    words = (
        ("annulation", "annule"),
        ("annulation de l'ordonnance attaquée", "annule"),
        ("réformation", "réforme"),
        ("non-admission", "n'admet pas le pourvoi"),
        ("non-lieu", "dit n'y avoir plus lieu de statuer"),
        ("désistement", "donne acte du désistement"),
        ("rejet pour incompétence", "se dit incompétent"),
        ("rejet", "rejette le pourvoi" if is_cassation else "confirme"),
    )
    for name, said in words:
        if found := outcomes.get(name):
            more = " et renvoie" if said.startswith("annule") and "renvoi" in outcomes else ""
            return Treatment(said=said + more, start=found.start, end=found.end)
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
