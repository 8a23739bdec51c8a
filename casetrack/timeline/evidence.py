"""What two sources may share that says they tell one event; what is named everywhere says nothing. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.model import EventFact, fold
from casetrack.words import NBSP, capital, join_words

_GENERIC_NAMES = frozenset(
    {
        *("etat", "france", "gouvernement", "parlement", "senat", "assemblee nationale", "republique francaise"),
        *("union europeenne", "commission europeenne", "premier ministre", "justice", "administration", "cnil"),
        "commission nationale de l'informatique et des libertes",
    }
)
_GENERIC_HEADS = ("conseil d'etat", "l'etat", "tribunal", "cour ", "juge", "minist", "prefet", "prefecture")


def is_generic(organisation: str) -> bool:
    """A court, a ministry, the State: evidence of nothing. ``organisation`` is folded."""
    return not organisation or organisation in _GENERIC_NAMES or organisation.startswith(_GENERIC_HEADS)


def telling_names(facts: Sequence[EventFact]) -> list[frozenset[str]]:
    """For each fact the organisations that count: neither generic, nor the publishers themselves."""
    origins = {fold(origin) for origin in {fact.origin for fact in facts}}
    kept: dict[frozenset[str], frozenset[str]] = {}
    for fact in facts:
        if fact.organisations not in kept:
            kept[fact.organisations] = frozenset(
                name for name in fact.organisations if not is_generic(name) and name not in origins
            )
    return [kept[fact.organisations] for fact in facts]


def docket_words(docket: str) -> str:
    """``CE/450163`` -> « n° 450163 »."""
    return f"n°{NBSP}{docket.rpartition('/')[2]}"


def reason_for(kind: str, tokens: Sequence[str], facts: Sequence[EventFact]) -> str:
    """Why these facts were put together, in French: « même dossier n° 450163 »."""
    if kind == "docket":
        return f"même dossier {join_words([docket_words(token) for token in tokens])}"
    if kind == "case":
        return "même affaire"
    if kind == "name":
        together = "nomment toutes deux" if len({fact.document_id for fact in facts}) == 2 else "nomment toutes"
        return f"les sources {together} {join_words([_written(token, facts) for token in tokens])}"
    return kind


def _written(name: str, facts: Sequence[EventFact]) -> str:
    """A folded name as a source writes it, else with capitals: « doctolib » -> « Doctolib »."""
    for fact in facts:
        for party, _, _ in fact.parties:
            if fold(party) == name:
                return party
    for fact in facts:
        for text in (fact.quote, fact.document_title, *(party for party, _, _ in fact.parties)):
            at = text.lower().find(name)
            if at >= 0:
                return capital(text[at : at + len(name)])
    return " ".join(capital(word) for word in name.split())
