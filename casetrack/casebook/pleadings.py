"""What the visas of the decisions list, against the filings held: « 4 des 6 mémoires ». Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from casetrack.casebook.views import DocumentRef, FactView, PleadingView
from casetrack.model import DocumentKind, fold


def listed(
    found: Iterable[FactView], rows: Sequence[dict[str, Any]], refs: Sequence[DocumentRef]
) -> tuple[PleadingView, ...]:
    """Each pleading once, by day, with the one filing of that day that its title says it is.

    ``rows`` and ``refs``: the documents of the case, in one order. Copies of a decision list the same visas; what a
    filing tells of another counts only where no decision of the case is held.
    """
    by_id = {ref.id: ref for ref in refs}
    told = list(found)
    ruled = [fact for fact in told if by_id[fact.document_id].kind == DocumentKind.DECISION]
    once: dict[tuple[str, str, str], FactView] = {}
    for fact in ruled or told:
        once.setdefault((_day(fact), fact.subject, fold(fact.value.get("party") or "")), fact)
    waiting = [(str(row["details"].get("filed_on", "")), ref) for row, ref in zip(rows, refs, strict=True)]
    waiting = [(day, ref) for day, ref in waiting if ref.kind == DocumentKind.FILING and day]
    made = []
    for _, fact in sorted(once.items(), key=lambda item: item[0][0] or "9999"):
        same_day = [ref for day, ref in waiting if day == _day(fact)]
        held = max(same_day, key=lambda ref: _likeness(fact, ref), default=None)
        if held is not None and (len(same_day) == 1 or _likeness(fact, held)):
            waiting = [(day, ref) for day, ref in waiting if ref.id != held.id]
        else:
            held = None
        party = fact.value.get("party") or ""
        made.append(PleadingView(kind=fact.subject, party=party, date=_day(fact), fact=fact, held=held))
    return tuple(made)


def _day(fact: FactView) -> str:
    return str(fact.value.get("date") or "")


def _likeness(fact: FactView, ref: DocumentRef) -> int:
    """How many words of a pleading (« mémoire en défense », its author) the title of a document has."""
    title = set(fold(ref.title).replace("'", " ").split())
    said = fold(f"{fact.subject} {fact.value.get('party') or ''}").replace("'", " ").split()
    return sum(1 for word in said if len(word) > 3 and word in title)
