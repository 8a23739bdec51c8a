"""What prose reports of an outcome (« l'ordonnance rejette la requête »), as reported: press, notices, pages.

Only the sentence of a decision that is told as rendered is read; what is asked or only feared is no outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from casetrack.extract.dates_direction import sentence
from casetrack.extract.plain import plain
from casetrack.model import EventFinding, Modality, Value

# « a rejeté », « rejette la requête », « est rejetée », « vient de rejeter »; never « demande de rejeter »
_SAID = r"(?:\b(?:a|ont|viennent de|vient de)(?: \w{3,12})?(?: partiellement)? |\b)"
_OUTCOMES = (
    (
        "rejet",
        re.compile(
            rf"{_SAID}(?:rejette(?:nt)?|rejete(?:e|es|s)?|rejeter)\b|\bdeboute(?:e|es|s)?\b|"
            r"\b(?:a |ont )?refuse(?:nt)? de (?:suspendre|prononcer la suspension|faire droit)\b|"
            r"\bne (?:suspend|prononce|ordonne) pas\b|\bn'(?:a|ont) pas (?:suspendu|prononce|ordonne)\b"
        ),
    ),
    ("suspension", re.compile(rf"{_SAID}(?:suspend(?:u|ue|us)?)\b|\b(?:ordonne|prononce)e? la suspension\b")),
    ("injonction", re.compile(rf"{_SAID}enjoi(?:nt|gnent)\b|\bfait injonction\b|\bordonne a (?:l'|la |le )")),
    ("annulation", re.compile(rf"{_SAID}(?:annule(?:nt|e|es)?)\b")),
    ("non-lieu", re.compile(r"\bnon-lieu\b|n'y a (?:pas|plus) lieu (?:de|d'y) statuer")),
    ("désistement", re.compile(r"\bdonne acte du desistement")),
)
_ASKED = re.compile(
    r"\b(?:demand\w+|solicit\w+|conclu\w+|souhait\w+|voul\w+|pourrai\w+|pour faire|risque\w* de|avai(?:t|ent)|ne|n')"
    r"[^,;:]{0,60}$"
)
# what the same decision does besides, told right after
_NEXT = re.compile(r"[.\s]{1,3}(?P<who>(?:elle|il|le juge|la juge|le conseil d'etat|le tribunal|la cour))\b")
_IN_PART = re.compile(r"[^.;]{0,60}\b(?:pour l'essentiel|pour le surplus|le surplus|pour le reste|en partie)\b")


def find_reported_outcome(text: str, events: Iterable[EventFinding]) -> tuple[Value, ...]:
    """The outcomes told with the decisions that prose reports, each at its words; empty when none is told."""
    small = plain(text)
    found: dict[str, Value] = {}
    for event in events:
        if event.type != "décision" or event.modality is not Modality.RECORDED or not event.end:
            continue
        start, end = sentence(small, event.start, event.end)
        line = small.rfind("\n", start, event.start) + 1
        if line and text[line : line + 1].isupper():
            start = line  # a title above is another sentence
        if more := _NEXT.match(small, end):  # « L'ordonnance du 19 juin rejette... Elle enjoint à... »
            end = sentence(small, more.start("who"), more.end())[1]
        for name, pattern in _OUTCOMES:
            for match in pattern.finditer(small, start, end):
                if not _ASKED.search(small, max(start, match.start() - 80), match.start()):
                    said = "rejet du surplus" if name == "rejet" and _IN_PART.match(small, match.end()) else name
                    value = Value(value=said, start=match.start(), end=match.end(), reason="rapporté avec la décision")
                    found.setdefault(said, value)
                    break
    return tuple(found.values())
