"""Neutral notices: labelled lines (« Juridiction : », « Requérants : »), sentences of facts, a list of sources.

The labels are read as they stand; the sentences like any prose; the sources are no facts of the affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casetrack.extract.courts import find_courts
from casetrack.extract.numbers import find_numbers
from casetrack.extract.organisations import type_of
from casetrack.model import PartyFinding, Role, Value

_LABEL = re.compile(
    r"^[ \t#*>-]{0,6}(?P<label>[A-ZÉÀ][\w'’ -]{2,30})\s?:[ \t]{0,4}(?P<value>\S[^\n]{0,3000})$", re.MULTILINE
)
_TITLE = re.compile(r"\A[\s#*]{0,6}(?:Notice|Fiche)[^:\n]{0,40}:\s{0,3}(?P<title>[^\n]{3,200})")
_SOURCES = re.compile(r"^[ \t#*]{0,6}(?:Sources?|Références?)\s?:", re.MULTILINE)
_ACRONYM = re.compile(r"\s\((?P<sigle>[A-Z][\w&.-]{1,11})\)$")
_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )")
_ROLES = {
    "requérant": Role.PLAINTIFF, "requérante": Role.PLAINTIFF, "demandeur": Role.PLAINTIFF,
    "appelant": Role.APPELLANT, "défendeur": Role.DEFENDANT, "défenderesse": Role.DEFENDANT, "intimé": Role.RESPONDENT,
    "intervenant": Role.INTERVENER,
    "intervenante": Role.INTERVENER, "observateur": Role.OBSERVER, "tiers": Role.THIRD_PARTY,
    "auteur de l'acte": Role.ACT_AUTHOR, "auteur": Role.ACT_AUTHOR,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    title: Value | None = None
    court: Value | None = None
    court_code: str = ""
    dockets: tuple[Value, ...] = ()
    parties: tuple[PartyFinding, ...] = ()
    facts: tuple[int, int] = field(default=(0, 0))
    """Where the sentences of facts stand: after the labels, before the sources."""


def find_notice(text: str) -> Notice:
    """The labelled lines of a notice. Never raises."""
    end = _facts_end(text)
    labels = [match for match in _LABEL.finditer(text, 0, end)]
    title = _TITLE.match(text)
    court, code = _court(labels)
    return Notice(
        title=_value(title, "title", "titre de la notice") if title else None,
        court=court,
        court_code=code,
        dockets=tuple(_dockets(text, labels)),
        parties=tuple(_parties(labels)),
        facts=(title.end() if title else 0, end),
    )


def is_labelled(text: str, position: int) -> bool:
    """Does this offset stand on a labelled line? « Date des faits : » says again what a sentence says better."""
    start = text.rfind("\n", 0, position) + 1
    return bool(_LABEL.match(text, start))


def _facts_end(text: str) -> int:
    match = _SOURCES.search(text)
    return match.start() if match else len(text)


def _value(match: re.Match[str], group: str, reason: str) -> Value:
    written = match[group].strip()
    return Value(value=written, start=match.start(group), end=match.start(group) + len(written), reason=reason)


def _court(labels: list[re.Match[str]]) -> tuple[Value | None, str]:
    for label in labels:
        if label["label"].lower().startswith("juridiction"):
            for court in find_courts(label["value"]):
                start = label.start("value") + court.start
                end = label.start("value") + court.end
                return Value(value=court.name, start=start, end=end, reason="ligne « Juridiction »"), court.code
    return None, ""


def _dockets(text: str, labels: list[re.Match[str]]) -> Iterator[Value]:
    for label in labels:
        if label["label"].lower().startswith("dossier"):
            for number in find_numbers(text[label.start("value") : label.end("value")]):
                start = label.start("value") + number.start
                end = label.start("value") + number.end
                yield Value(value=number.number, start=start, end=end, reason="ligne « Dossier »")


def _parties(labels: list[re.Match[str]]) -> Iterator[PartyFinding]:
    for label in labels:
        name = label["label"].strip().lower().replace("’", "'")
        role = _ROLES.get(name) or _ROLES.get(name.removesuffix("s"))
        if not role:
            continue
        for part in re.finditer(r"[^;]+", label["value"]):
            written = part[0].strip(" .\u00a0\u202f")
            bare = _ARTICLE.sub("", written)
            if not bare:
                continue
            start = label.start("value") + part.start() + part[0].index(written) + len(written) - len(bare)
            acronym = _ACRONYM.search(bare)
            yield PartyFinding(
                start=start, end=start + len(bare), name=bare, role=role, type=type_of(bare),
                acronym=acronym["sigle"] if acronym else "", reason=f"ligne « {label['label']} »",
            )  # fmt: skip
