"""The references of a draft, one by one: held here, with that number, that day, that court? And what became of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA

from casetrack import words
from casetrack.casebook.likeness import Likeness
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import DocumentRef, DraftRemark
from casetrack.extract.courts import ADMINISTRATIVE, CourtMention
from casetrack.model import CitationFinding, Viewer, fold
from casetrack.store import Connection, cases
from casetrack.store import documents as documents_store

_NOT_HELD = "Pas détenue ici : cela ne veut pas dire qu'elle n'existe pas. Vérifiez à la source."
# between a court and the day or the number: « , ord., », « , 10e et 9e ch. réunies, »
_BENCH = re.compile(
    r"[\s,(]*(?:(?:ord|ref|refere|juge des referes|sect|ass|plen|ch|reunies|et|\d++(?:re|er|e)?)\.?[\s,)]*+)*+"
)


class DraftReferences(Likeness):
    """What is said of one reference."""

    def check_reference(
        self, connection: Connection, item: CitationFinding, written: str, viewer: Viewer
    ) -> DraftRemark:
        """Is it held, with that number and day, of that court? ``written``: the code of the court the draft names."""
        if item.court_code and not ADMINISTRATIVE.match(item.court_code):
            return remark_of(item, "ailleurs", "")
        if not item.number:
            return self._unnumbered(connection, item, viewer)
        everywhere = cases.find_decisions(connection, docket=item.number)
        of_court = [row for row in everywhere if row["court_code"].startswith(written)]
        held = self._first_copies(connection, _of_day(of_court, item.date), viewer)
        if len(held) > 1:
            said = f"{len(held)} décisions d'ici portent ce numéro : précisez la juridiction."
            return remark_of(item, "homonymes", said)
        if held:
            return remark_of(item, "exact", "", held[0])
        if item.date and (others := self._first_copies(connection, of_court, viewer)):
            day = words.day_words(others[0].day) if others[0].day else "sans date"
            said = f"Le n°\u00a0{item.number} détenu ici est du {day}, pas du {words.day_words(item.date)}."
            return remark_of(item, "autre-date", said, others[0])
        if elsewhere := self._first_copies(connection, _of_day(everywhere, item.date), viewer):
            said = f"Le n°\u00a0{item.number} détenu ici est d'une autre juridiction : {elsewhere[0].court}."
            return remark_of(item, "autre-juridiction", said, elsewhere[0])
        if near := self._same_day(connection, item, written, viewer):
            said = (
                f"Pas de n°\u00a0{item.number} ici ; le même jour, cette juridiction a rendu le n°\u00a0{near.docket}."
            )
            return remark_of(item, "autre-numero", said, near)
        if item.court_code and not item.court_code.startswith(written):
            said = f"La forme de ce numéro est celle d'une autre juridiction : {words.court_short(item.court_code)}."
            return remark_of(item, "autre-juridiction", said)
        return remark_of(item, "absent", _NOT_HELD)

    def _unnumbered(self, connection: Connection, item: CitationFinding, viewer: Viewer) -> DraftRemark:
        """« CE, 12 mars 2021 »: the only decision of that court and day that is held, or none for certain."""
        same_day = cases.find_decisions(connection, court_code=item.court_code, decided_on=item.date)
        held = self._first_copies(connection, same_day, viewer) if item.court_code else ()
        if len(held) == 1:
            return remark_of(
                item, "exact", f"Sans numéro ; la seule de ce jour ici est le n°\u00a0{held[0].docket}.", held[0]
            )
        if held:
            said = f"{len(held)} décisions de cette juridiction et de ce jour sont ici : donnez le numéro."
            return remark_of(item, "homonymes", said)
        return remark_of(item, "absent", _NOT_HELD)

    def _same_day(
        self, connection: Connection, item: CitationFinding, written: str, viewer: Viewer
    ) -> DocumentRef | None:
        """The decision of that court and day whose number is one slip away: a digit wrong, missing, swapped."""
        if item.date is None or not written:
            return None
        same_day = cases.find_decisions(connection, court_code=written, decided_on=item.date)
        for ref in self._first_copies(connection, same_day, viewer):
            if any(OSA.distance(docket, item.number) == 1 for docket in ref.dockets):
                return ref
        return None

    def later(
        self, connection: Connection, item: CitationFinding, target: DocumentRef | None, viewer: Viewer
    ) -> Iterator[DraftRemark]:
        """What later decisions held here did to it, held or not; each of them once."""
        court, day = (target.court_code, target.day) if target else (item.court_code, item.date)
        dockets = target.dockets if target else (item.number,) if item.number and court else ()
        keys = [key for docket in dockets for key in (f"{court}/{day}/{docket}", f"{court}/{docket}")]
        citing = documents_store.citing(connection, keys, viewer) if keys else []
        later = {row["document_id"] for row in citing if not day or (row["decided_on"] or dt.date.min) > day}
        rows = documents_store.find_documents(connection, later, viewer)
        refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
        told: set[int] = set()
        for document_id, shown in shown_texts(connection, list(rows.values()), viewer).items():
            decision = rows[document_id]["decision_id"]
            if shown.findings is None or decision is None or decision in told:
                continue
            lower, basis = shown.findings.lower_decision, shown.findings.basis
            if (
                lower
                and lower.number in dockets
                and any(value.value.startswith("annulation") for value in shown.findings.outcome)
            ):
                yield remark_of(item, "annule", "Annulée depuis, d'après :", refs[document_id])
            elif basis and basis.value == "L. 521-4":
                yield remark_of(item, "modifie", "Une demande de modification (L. 521-4) a suivi :", refs[document_id])
            else:
                continue
            told.add(decision)


# ------------------------------------------------------------------------------------------ pure parts


def remark_of(item: CitationFinding, verdict: str, detail: str, target: DocumentRef | None = None) -> DraftRemark:
    """Something to say of a reference."""
    return DraftRemark(verdict=verdict, text=item.text, start=item.start, end=item.end, detail=detail, target=target)


def _of_day(rows: Sequence[dict[str, Any]], day: dt.date | None) -> list[dict[str, Any]]:
    return [row for row in rows if day is None or row["decided_on"] == day]


def court_written(item: CitationFinding, courts: Sequence[CourtMention], text: str) -> tuple[str, CitationFinding]:
    """The code of the court that the draft writes before a reference, even when the number is none of its own; and
    the reference with it."""
    before = [court for court in courts if court.end <= item.start and item.start - court.end < 60]
    if before and _BENCH.fullmatch(fold(text[before[-1].end : item.start])):
        start = before[-1].start
        return before[-1].code, replace(item, start=start, text=text[start : item.end])
    inside = next((court for court in courts if court.start == item.start), None)
    return (inside.code if inside else item.court_code), item
