"""What an order of an urgent judge leaves to the parties (art. L. 521-1 to L. 523-1 of the CJA)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from casetrack.deadlines.counting import Term, clear_days, clear_months
from casetrack.deadlines.rules import (
    APPEAL,
    BRIEF,
    CASSATION,
    CONFIRMATION,
    MERITS,
    MODIFICATION,
    NEW_REQUEST,
    NO_REMEDY,
    NOT_COVERED,
    NOTICE,
    OF_THE_MODIFIED,
    RECTIFICATION,
    UNKNOWN,
    Remedy,
)
from casetrack.model import Basis, Ground
from casetrack.words import day_words

__all__ = ["NOTICE", "NOT_COVERED", "Order", "Remedy", "find_remedies", "supplementary_brief"]

_LAST_RESORT = frozenset({Basis.SUSPENSION, Basis.USEFUL_MEASURES})
_MEASURES = ("injonction", "suspension")
_DAYS = 15


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What must be known of a decision. ``court``: its code (CE, CAA75, TA06); ``outcome`` in annotation words.

    ``is_triage``: rejected under art. L. 522-3, which is not the same as « without hearing ». ``modified_basis``:
    for an art. L. 521-4 order, the basis of the order that it modifies. ``grounds``: why it was rejected, if read.
    """

    basis: str
    court: str
    decided_on: dt.date
    instance: str = ""
    is_triage: bool = False
    outcome: Collection[str] = ()
    grounds: Collection[str] = ()
    modified_basis: str = ""
    notified_on: dt.date | None = None

    @property
    def is_rejected(self) -> bool:
        """Wholly: « rejet du surplus » goes with something granted."""
        return any(said.startswith(("rejet", "irrecevabilité")) and said != "rejet du surplus" for said in self.outcome)

    @property
    def has_measures(self) -> bool:
        return any(said.startswith(_MEASURES) for said in self.outcome)


def find_remedies(order: Order) -> tuple[Remedy, ...]:
    """Every remedy, with its days counted where the notification is known; first the way to another judge.

    What the rules held here do not cover is answered by one entry that says so, never by silence.
    """
    ways = [_dated(_way(order), order)]
    if order.basis == Basis.SUSPENSION:
        ways += _beside_the_merits(order)
    if order.has_measures:
        ways.append(MODIFICATION)
    elif order.is_rejected and order.basis in set(Basis):
        ways.append(NEW_REQUEST)
    if order.court == "CE" or order.court.startswith("CAA"):
        ways.append(_dated(RECTIFICATION, order))
    return tuple(ways)


def supplementary_brief(filed_on: dt.date) -> Remedy:
    """The brief that a cassation against an urgent order announced: 15 clear days (art. R. 611-23)."""
    return _counted(BRIEF, clear_days(filed_on, _DAYS, of="Enregistrement du pourvoi"))


# ------------------------------------------------------------------------------------ which way


def _way(order: Order) -> Remedy:
    """The test of appeal is art. L. 522-3, not whether a hearing was held (CE, 1er avr. 2019, n° 426228)."""
    if order.basis not in set(Basis):
        return UNKNOWN
    if order.court == "CE":
        return NO_REMEDY
    if order.is_triage or order.basis in _LAST_RESORT:
        return CASSATION
    if order.basis == Basis.LIBERTY:
        return APPEAL if order.court.startswith("TA") and order.instance in ("", "premier ressort") else UNKNOWN
    return _way(replace(order, basis=order.modified_basis)) if order.modified_basis else OF_THE_MODIFIED


def _beside_the_merits(order: Order) -> list[Remedy]:
    """Rejected for lack of serious doubt: the action on the merits must be confirmed. Silent grounds: it is said."""
    found = [MERITS]
    is_other_ground = bool(order.grounds) and Ground.DOUBT not in order.grounds
    if order.is_rejected and not is_other_ground:
        found.insert(0, _dated(CONFIRMATION, order))
    return found


# --------------------------------------------------------------------------------------- dates


def _dated(remedy: Remedy, order: Order) -> Remedy:
    """With its days when the notification is known; else the earliest end, if notified the day it was signed."""
    if not remedy.days and not remedy.months:
        return remedy
    if order.notified_on is not None:
        return _counted(remedy, _count(remedy, order.notified_on))
    earliest = _count(remedy, order.decided_on)
    return replace(
        remedy,
        earliest_day=earliest.last_day,
        term=f"au plus tôt le {day_words(earliest.last_day)} (si notifiée le jour même) ; terme non calculable",
        steps=("Notification inconnue ; dans l’hypothèse d’une notification le jour même :", *earliest.steps),
    )


def _count(remedy: Remedy, start: dt.date) -> Term:
    return clear_days(start, remedy.days) if remedy.days else clear_months(start, remedy.months)


def _counted(remedy: Remedy, term: Term) -> Remedy:
    return replace(
        remedy,
        last_day=term.last_day,
        prudent_day=term.prudent_day,
        term=f"{day_words(term.last_day)} (jour prudent : {day_words(term.prudent_day)})",
        steps=term.steps,
    )
