"""What a court ordered, on whom, by when; and what followed, as far as documents here tell it, with passages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casetrack import resolve
from casetrack.casebook.asked import Asked
from casetrack.casebook.shown_texts import ShownText, shown_texts
from casetrack.casebook.views import CaseView, DocumentRef, FactView
from casetrack.extract.addressees import find_addressee
from casetrack.extract.plain import plain
from casetrack.ingest.facts import sentence_around
from casetrack.model import DocumentKind, TimelineEntry, Viewer
from casetrack.store import Connection
from casetrack.store import documents as documents_store

_ABOUT = frozenset({"dockets", "withheld"})
_NEAR = 600
"""Characters around a reference in which it may be said why it is made."""
# « Elle enjoint à la Plateforme des données de santé de transmettre à la CNIL les éléments… »
_TOLD = re.compile(r"\b(?:enjoint|enjoignait|enjoignant|ordonne|a ordonné) (?:à|au|aux)\b[^.\n]{10,600}\.?")
_DEADLINE = re.compile(
    r"(?:sous|dans (?:un|le) délai (?:maximum )?de|dans les) (?:\d+|[a-zé-]+) (?:heures?|jours?|mois)|sans délai"
)
_WHY = (
    (re.compile(r"\bliquid\w+ [^.]{0,40}\bastreinte"), "liquidation de l'astreinte"),
    (re.compile(r"\bL\. ?521-4\b"), "modification ou fin des mesures (L. 521-4)"),
    (
        re.compile(
            r"\bL\. ?911-4\b|\b(?:in)?exécution de (?:l['’]ordonnance|la décision|l['’]injonction|cette)|"
            r"\ben exécution d|\bconformément à l['’](?:injonction|ordonnance)"
        ),
        "exécution",
    ),
    (re.compile(r"\bastreinte\b"), "astreinte"),
)
"""What is said beside the number of an order -> why a document comes back on it, the most telling first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowView:
    """A document that came back on an order: why (« exécution »), its sentence, and the events it tells."""

    document: DocumentRef
    why: str
    sentence: str
    start: int
    end: int
    events: tuple[TimelineEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderedView:
    """One thing ordered. ``is_reported``: the decision itself is not held, another document tells it."""

    document: DocumentRef
    text: str
    start: int
    end: int
    on: str
    deadline: str
    penalty: str
    docket: str
    day: dt.date | None
    is_reported: bool
    follows: tuple[FollowView, ...]


class Sequels(Asked):
    """Orders and sequels, for a case already read."""

    def ordered(self, case: CaseView, *, viewer: Viewer) -> tuple[OrderedView, ...]:
        """Each injunction of the decisions of a case, or told of those not held, with what came after."""
        refs = {ref.id: ref for ref in case.documents}
        facts = {fact.id: fact for step in case.proceedings for fact in step.injunctions}
        with self.store.read() as connection:
            made = [
                self._ordered(connection, case, refs[fact.document_id], fact, viewer)
                for fact in facts.values()
                if fact.document_id in refs
            ]
            held = {docket for ref in case.documents if ref.kind == DocumentKind.DECISION for docket in ref.dockets}
            made += self._reported(connection, case, held, viewer)
        return tuple(made)

    def _ordered(
        self, connection: Connection, case: CaseView, ref: DocumentRef, fact: FactView, viewer: Viewer
    ) -> OrderedView:
        text = str(fact.value["text"])
        return OrderedView(
            document=ref,
            text=text,
            start=fact.start,
            end=fact.end,
            on=addressee(text),
            deadline=fact.value.get("deadline") or "",
            penalty=fact.value.get("penalty") or "",
            docket=ref.docket,
            day=ref.day,
            is_reported=False,
            follows=self._follows(connection, case, ref.court_code, ref.dockets, ref.day, viewer),
        )

    def _reported(
        self, connection: Connection, case: CaseView, held: set[str], viewer: Viewer
    ) -> Iterator[OrderedView]:
        """« Elle enjoint à… » in a notice, an article, a page that is about one docket of which no decision is held."""
        telling = {
            ref.id: ref
            for ref in case.documents
            if ref.kind in (DocumentKind.NOTICE, DocumentKind.PRESS, DocumentKind.ASSOCIATION)
        }
        rows = documents_store.find_documents(connection, telling, viewer)
        texts = shown_texts(connection, list(rows.values()), viewer, only=_ABOUT)
        for key, shown in texts.items():
            about = _about(shown)
            if len(about) != 1 or about & held:
                continue
            (docket,) = about
            code = rows[key]["court_code"]
            day = _decided(case, f"{code}/{docket}")
            for match in _TOLD.finditer(shown.text):
                after = _DEADLINE.search(shown.text, match.start(), match.end() + _NEAR // 2)
                yield OrderedView(
                    document=telling[key],
                    text=sentence_around(shown.quiet, match.start(), match.start() + 1),
                    start=match.start(),
                    end=match.end(),
                    on=addressee(match[0]),
                    deadline=after[0] if after else "",
                    penalty="",
                    docket=docket,
                    day=day,
                    is_reported=True,
                    follows=self._follows(connection, case, code, (docket,), day, viewer),
                )

    # ------------------------------------------------------------------------------- what followed

    def _follows(
        self,
        connection: Connection,
        case: CaseView,
        court: str,
        dockets: Iterable[str],
        day: dt.date | None,
        viewer: Viewer,
    ) -> tuple[FollowView, ...]:
        """Later decisions that cite this one, and documents that say beside its number why they come back on it."""
        own, keys = set(dockets), list[str]()
        for docket in sorted(own):
            keys += [f"{court}/{docket}", *([f"{court}/{day.isoformat()}/{docket}"] if day else [])]
        places = documents_store.citing(connection, keys, viewer) if keys else []
        rows = documents_store.find_documents(connection, {row["document_id"] for row in places}, viewer)
        texts = shown_texts(connection, list(rows.values()), viewer, only=_ABOUT)
        refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
        found: dict[int, FollowView] = {}
        for place in places:
            key = place["document_id"]
            if key in found or key not in texts or _about(texts[key]) & own:
                continue
            start, end = texts[key].passage(place["start"], place["end"])
            is_later = refs[key].kind == DocumentKind.DECISION and _is_after(refs[key].day, day)
            if end and (why := _why(texts[key].text, start, end, is_later=is_later)):
                found[key] = FollowView(
                    document=refs[key],
                    why=why,
                    sentence=sentence_around(texts[key].quiet, start, end),
                    start=start,
                    end=end,
                    events=_events(case, key, day),
                )
        return tuple(sorted(found.values(), key=lambda follow: follow.document.day or dt.date.max))


def _about(shown: ShownText) -> set[str]:
    """The dockets a document is about."""
    return {resolve.docket_key(number.value) for number in shown.findings.dockets} if shown.findings else set()


def _why(text: str, start: int, end: int, *, is_later: bool) -> str:
    """Why a document comes back on a decision; empty for one that only names it."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    said = next((said for pattern, said in _WHY if pattern.search(near)), "")
    return said or ("décision postérieure qui la cite" if is_later else "")


def _is_after(day: dt.date | None, other: dt.date | None) -> bool:
    return day is not None and other is not None and day > other


def _events(case: CaseView, document_id: int, day: dt.date | None) -> tuple[TimelineEntry, ...]:
    """What the document tells of after the order, in this case."""
    return tuple(
        entry
        for entry in case.timeline.entries
        if any(source.document_id == document_id for source in entry.sources) and (day is None or entry.date > day)
    )


def _decided(case: CaseView, docket: str) -> dt.date | None:
    days = {entry.date for entry in case.timeline.entries if entry.type == "décision" and entry.docket == docket}
    return min(days, default=None)


def addressee(text: str) -> str:
    """« à la commune de Valbrume » of « Il est enjoint à la commune de Valbrume de cesser… »; empty when unclear."""
    found = find_addressee(plain(text), 0, len(text))
    return text[found[0] : found[2]] if found else ""
