"""Back references: « l'ordonnance précitée », « la décision InterHop précitée », « n° 450163 précité »."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from casetrack.extract.anchors import find_words
from casetrack.extract.plain import plain
from casetrack.model import CitationFinding

_MARK = re.compile(r"(?:precite|susvise|susmentionne)e?s?\b|prec\.")
# « l'ordonnance précitée », « la décision InterHop précitée »
_NOUN = re.compile(r"(?P<noun>ordonnance|decision|arret|jugement)s? (?P<name>[\w' -]{0,40}?)\s?$")
_NOT_OURS = re.compile(
    r"\s(?:du|de la|des|de l')\s?(?:ministre|prefet|maire|directeur|president|conseil municipal|cnil|commission)"
)
_REACH = 20_000
_MEMORY = 60


def find_back_references(text: str, found: list[CitationFinding]) -> list[CitationFinding]:
    """The citations, with those that repeat an earlier one given its court, date and key."""
    flat = plain(text)
    marks = [
        match for at in find_words(flat, ("precit", "susvis", "susment", "prec.")) if (match := _MARK.match(flat, at))
    ]
    if not marks or not found:
        return found
    out = list(found)
    ends = [finding.end for finding in out]
    added: list[CitationFinding] = []
    for mark in marks:
        index = bisect_right(ends, mark.start())
        earlier = out[max(0, index - _MEMORY) : index]
        if earlier and mark.start() - earlier[-1].end <= 2:
            out[index - 1] = _dated(earlier[-1], earlier[:-1])
        elif repeated := _repeated(text, flat, mark, earlier):
            added.append(repeated)
    return sorted([*out, *added], key=lambda finding: finding.start)


def _dated(finding: CitationFinding, before: list[CitationFinding]) -> CitationFinding:
    """« n° 450163 précité » takes the date and court of the earlier mention."""
    if finding.date is not None or not finding.number:
        return finding
    for earlier in reversed(before):
        if earlier.number == finding.number and earlier.date is not None:
            return replace(
                finding, kind="decision", key=earlier.key, court=earlier.court, court_code=earlier.court_code,
                date=earlier.date, reason="déjà cité plus haut",
            )  # fmt: skip
    return finding


def _repeated(text: str, flat: str, mark: re.Match[str], found: list[CitationFinding]) -> CitationFinding | None:
    head = _NOUN.search(flat, max(0, mark.start() - 60), mark.start())
    if head is None or _NOT_OURS.match(flat, mark.end()):
        return None
    earlier = [f for f in found if f.end <= head.start() and mark.start() - f.end < _REACH and f.kind == "decision"]
    name = head["name"].strip()
    for finding in reversed(earlier):
        said = plain(finding.text)
        if (name and len(name) > 3 and name in said) or (not name and head["noun"] in said):
            return replace(
                finding, start=head.start(), end=mark.end(), text=text[head.start() : mark.end()],
                reason="renvoi à une décision citée plus haut",
            )  # fmt: skip
    return None
