"""One line that says an event: « Requête de l’association InterHop et autres (n° 450163) ». Pure.

Only legal persons are named: a natural person stays out of a title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, Modality, Role, fold
from casetrack.timeline.evidence import docket_words
from casetrack.timeline.groups import DECISIONS, docket_court
from casetrack.words import capital, court_short, typo

Parties = Sequence[tuple[str, str, bool]]
"""(name, role, whether it may be named)."""

_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )")
_VOWEL = re.compile(r"[aeiouyh]")
_MASCULINE = frozenset(
    {
        *("centre", "collectif", "comite", "conseil", "departement", "directeur", "etablissement", "garde"),
        *("groupement", "hopital", "institut", "mouvement", "ministere", "ministre", "office", "ordre"),
        *("parti", "prefet", "premier", "president", "rectorat", "service", "syndicat", "territoire"),
    }
)
_FEMININE = frozenset(
    {
        *("arcom", "cada", "cnil"),
        *("agence", "assistance", "association", "assurance", "autorite", "caisse", "chambre", "collectivite"),
        *(
            "commission",
            "commune",
            "communaute",
            "compagnie",
            "confederation",
            "coordination",
            "cooperative",
            "direction",
        ),
        *("entreprise", "federation", "fondation", "ligue", "mairie", "metropole", "mutuelle", "prefecture"),
        *("region", "section", "societe", "union", "universite", "ville"),
    }
)
_PLURAL = frozenset({"associations", "communes", "hospices", "hopitaux", "laboratoires", "societes", "syndicats"})
_FEMININE_TYPES = (
    *("requête", "audience", "séance", "intervention", "clôture", "note", "décision", "ordonnance", "publication"),
    *("échéance", "consultation", "notification", "injonction", "transmission", "convention", "annonce"),
)
_OF_PLAINTIFFS = ("requête", "pourvoi", "appel", "mémoire en réplique", "désistement")
_OF_DEFENDANTS = ("mémoire en défense",)
_OF_ACTOR = ("mémoire", "intervention", "communiqué", "courrier", "avis", "annonce", "pièces", "note en délibéré")
_NOTED = ("acte contesté", "avis", "consultation", "publication", "échéance", "annonce")
# « Ordonnance du 12 mars 2021 », « CE, ord., 12 mars 2021 »: the word a decision gives itself.
_DECISION_WORDS: Mapping[str, re.Pattern[str]] = {
    "Ordonnance": re.compile(r"\b(?:ordonnance|ord\.|réf\.)", re.IGNORECASE),
    "Jugement": re.compile(r"\bjugement\b", re.IGNORECASE),
    "Arrêt": re.compile(r"\barrêt\b", re.IGNORECASE),
}


def entry_title(
    kind: str, modality: Modality, court: str, docket: str, parties: Parties, *, note: str = "", decided: str = ""
) -> str:
    """The sentence-like label of an event. ``decided``: title of the official decision among its sources."""
    if kind in DECISIONS:
        return typo(_decision(kind, court, docket, decided or note))
    said = capital(note if kind == "texte" and note else kind).replace("'", "’")
    if modality is Modality.ANNOUNCED and kind != "annonce":
        said += " annoncée" if kind.startswith(_FEMININE_TYPES) else " annoncé"
    if kind.startswith(("audience", "séance")) and court:
        said += f" devant {court_words(court, 'devant')}"
    else:
        said += _whose(kind, parties)
    if note and kind in _NOTED and note != kind:
        said += f" : {note}"
    return typo(f"{said} ({docket_words(docket)})" if docket else said)


def _decision(kind: str, court: str, docket: str, decided: str) -> str:
    word = next((word for word, form in _DECISION_WORDS.items() if form.search(decided)), capital(kind))
    if kind in ("décision attaquée", "décision antérieure"):
        word = f"{capital(kind)} :{word.lower()}".replace(":", ": ") if word != capital(kind) else word
    number = f" {docket_words(docket)}" if docket and docket_court(docket) in ("", court) else ""
    return f"{word}{number} {court_words(court, 'de')}".strip()


# -------------------------------------------------------------------------------------- who


def _whose(kind: str, parties: Parties) -> str:
    """« de l’association InterHop et autres », or nothing when it cannot be told."""
    if kind.startswith(_OF_DEFENDANTS):
        said = [(name, legal) for name, role, legal in parties if role in DEFENDANT_ROLES or role == Role.ACT_AUTHOR]
    elif kind.startswith(_OF_PLAINTIFFS):
        said = [(name, legal) for name, role, legal in parties if role in PLAINTIFF_ROLES]
    elif kind.startswith(_OF_ACTOR) and len(parties) == 1:
        said = [(parties[0][0], parties[0][2])]
    else:
        return ""
    if not said or not said[0][1]:
        return ""
    others = " et autre" if len(said) == 2 else " et autres" if len(said) > 2 else ""
    return f" {of_name(said[0][0])}{others}"


@lru_cache(4096)
def of_name(name: str) -> str:
    """With the article French wants: « de l’association InterHop », « du ministre », « d’InterHop »."""
    name = _ARTICLE.sub("", name)
    first = re.split(r"[ '’-]", fold(name), maxsplit=1)[0]
    starts_with_vowel = bool(_VOWEL.match(first))
    if first in _PLURAL:
        return f"des {name}"
    if first in _MASCULINE | _FEMININE and starts_with_vowel:
        return f"de l’{name}"
    if first in _MASCULINE:
        return f"du {name}"
    if first in _FEMININE:
        return f"de la {name}"
    return f"d’{name}" if starts_with_vowel and not first.startswith("h") else f"de {name}"


# ------------------------------------------------------------------------------------- courts

_BARE: Mapping[str, str] = {"TA": "tribunal administratif", "CAA": "cour administrative d’appel"}
_SEATS_WITH_ARTICLE = frozenset({"Martinique", "Guyane", "Guadeloupe", "Polynésie française"})


@lru_cache(512)
def court_words(code: str, after: str) -> str:
    """A court in full after « de » or « devant »: ``TA06`` -> « du tribunal administratif de Nice »."""
    short = court_short(code)
    kind, _, city = short.partition(" ")
    feminine = kind == "CAA"
    if code in ("CE", "TC"):
        name = short
    elif kind.rstrip("0123456789") in _BARE:
        name = f"{_BARE[kind.rstrip('0123456789')]}{_seat(city)}"
    else:
        return ""
    article = "la" if feminine else "le"
    if after == "de":
        return f"de la {name}" if feminine else f"du {name}"
    return f"{article} {name}"


def _seat(city: str) -> str:
    if not city:
        return ""
    if city in _SEATS_WITH_ARTICLE:
        return f" de la {city}"
    return f" d’{city}" if _VOWEL.match(fold(city)) and not city.startswith("H") else f" de {city}"
