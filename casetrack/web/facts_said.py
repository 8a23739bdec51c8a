"""A fact in words: what it is, and what it says. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from casetrack import words
from casetrack.casebook.views import FactView

HEADS: Mapping[str, str] = {
    "metadata": "Identité du document",
    "participation": "Parties",
    "event": "Événements",
    "outcome": "Issue",
    "ground": "Motif décisif",
    "liberty": "Liberté invoquée",
    "claim": "Conclusions",
    "pleading": "Écritures visées",
    "amount": "Sommes",
    "injunction": "Injonctions",
    "lower_decision": "Décision attaquée",
    "earlier_decision": "Étapes antérieures",
    "related_docket": "Numéros liés",
    "press_origin": "Origine de l’information",
}
DIGEST = 120
_STATES = {"demande": "demandé", "accorde": "accordé", "rejete": "rejeté"}


def head(fact: FactView) -> str:
    """« Date de la décision », « Requérant », « Audience »."""
    if fact.kind == "metadata":
        return words.capital(words.FIELDS.get(fact.subject, _METADATA.get(fact.subject, fact.subject)))
    if fact.kind == "participation":
        return words.capital(words.role_words(fact.value["role"], fact.value.get("first_instance_role")))
    if fact.kind == "event":
        return words.capital(fact.value["type"])
    if fact.kind == "claim":
        return words.typo(f"Conclusion n° {fact.subject}") if fact.subject else "Conclusion"
    if fact.kind == "pleading":
        return words.capital(fact.subject)
    if fact.kind == "amount":
        return f"Somme {_STATES.get(fact.subject, fact.subject)}e"
    singular = {"injunction": "Injonction", "related_docket": "Numéro lié", "earlier_decision": "Étape antérieure"}
    return singular.get(fact.kind, HEADS.get(fact.kind, fact.kind))


_METADATA = {"formation": "formation", "judge": "juge", "instance": "degré", "docket": "numéro"}


def said(fact: FactView) -> str:
    """The value of a fact, for people."""
    value = fact.value
    if fact.kind == "event":
        return event_when(value)
    if fact.kind == "participation":
        return _joined(value["name"], f"représenté par {value['counsel']}" if value.get("counsel") else "")
    if fact.kind == "claim":
        return _joined(value["text"], value.get("party", ""))
    if fact.kind == "pleading":
        return _joined(value.get("party", ""), _day(value.get("date")))
    if fact.kind == "amount":
        payer = f"payeur : {value['payer']}" if value.get("payer") else ""
        payee = f"bénéficiaire : {value['payee']}" if value.get("payee") else ""
        return _joined(value["amount"], payer, payee)
    if fact.kind == "injunction":
        deadline = f"délai : {value['deadline']}" if value.get("deadline") else ""
        penalty = f"astreinte : {value['penalty']}" if value.get("penalty") else ""
        return _joined(value["text"], fact.subject and f"destinataire : {fact.subject}", deadline, penalty)
    if fact.kind in ("lower_decision", "earlier_decision"):
        number = f"n° {value['number']}" if value.get("number") else ""
        return _joined(value.get("court", ""), number, _day(value.get("date")), value.get("outcome", ""))
    if fact.kind == "metadata":
        return _metadata(fact.subject, str(value.get("value", "")))
    table = {"ground": words.GROUNDS, "liberty": words.LIBERTIES}.get(fact.kind, {})
    raw = str(value.get("value", ""))
    return table.get(raw, raw)


def digest(facts: Sequence[FactView]) -> str:
    """The first values of a group, once each, to know whether it is worth unfolding."""
    known = dict.fromkeys(said(fact) for fact in facts if fact.status != "ecarte")
    told = " ; ".join(known)
    return told if len(told) <= DIGEST else f"{told[:DIGEST].rpartition(' ')[0]} …"


def _metadata(subject: str, value: str) -> str:
    if subject == "kind":
        return words.KINDS.get(value, value)
    if subject == "basis":
        return words.basis_words(value)
    return _day(value) if subject.endswith("_date") else value


def event_when(value: Mapping[str, Any]) -> str:
    """« 8 mars 2021, 15 h », with the note when there is one."""
    if not value.get("date"):
        return str(value.get("note", ""))
    end = dt.date.fromisoformat(value["date_end"]) if value.get("date_end") else None
    start = dt.date.fromisoformat(value["date"])
    moment = words.when_words(start, end, value.get("time"), value.get("precision") or "day")
    return _joined(moment, value.get("party", ""), value.get("note", ""))


def _day(value: str | None) -> str:
    try:
        return words.day_words(dt.date.fromisoformat(value)) if value else ""
    except ValueError:
        return value or ""


def _joined(*items: str) -> str:
    return words.typo(", ".join(item for item in items if item))


def css(kind: str, value: Mapping[str, Any]) -> str:
    """The colour family of a mark."""
    if kind == "event":
        return f"finding f-{words.event_family(str(value.get('type', '')))}"
    families = {"outcome": "decision", "injunction": "decision", "lower_decision": "decision",
                "earlier_decision": "decision", "claim": "ecrit",
                "pleading": "ecrit", "participation": "audience", "ground": "acte", "liberty": "acte"}  # fmt: skip
    return f"finding f-{families.get(kind, 'autre')}"
