"""A draft checked against what is held: references, names, quoted words, texts that others replaced.

Nothing is kept of the draft, nothing leaves the machine. « Absent d'ici » is not « n'existe pas », and it is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from casetrack import words
from casetrack.casebook.draft_references import DraftReferences, court_written, remark_of
from casetrack.casebook.quotations import Flat, Quote, find_quotes, judge
from casetrack.casebook.references import french, references
from casetrack.casebook.replaced_texts import replaced
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import CaseRef, DraftRemark, DraftView
from casetrack.errors import Refused
from casetrack.extract.citations import cite
from casetrack.extract.courts import find_courts
from casetrack.model import CitationFinding, Viewer, fold
from casetrack.store import Connection
from casetrack.store import documents as documents_store

DRAFT_LIMIT = 200_000
QUOTE_REACH = 400
"""How far from a reference, in characters, a quotation may be taken to be of that decision."""
# « Association Les Amis du Phare et autres »: whoever is no natural person, whom doctrine may name as courts do not
_NAMED = re.compile(
    r"\b(?P<what>association|assoc\.|syndicat|synd\.|ste|societe|ligue|commune|cne|federation|union|confederation"
    r"|departement|region|collectif|comite|fondation|centre hospitalier|universite|ministre)\s(?P<name>[^,;]*)"
)
_END_OF_NAME = re.compile(r"\s(?:n°|nos?|req\.?|c/|et autres?)(?:\s|$)")
_IN_NAMES = frozenset({"autre", "autres", "nationale", "national", "francaise", "francais", "france", "chez", "pour"})
# « (CE, … », « . V. CE, … »: nothing but this stands between a quotation and the reference that follows it
_RIGHT_AFTER = re.compile(r"[\s.,;:)]{0,4}[(\[—–-]?\s*(?:(?:voir|v\.|cf\.?|in|req\.)\s*)?", re.IGNORECASE)
# what a draft quotes besides decisions: « la commune a écrit que « … » (pièce n° 3) »
_OTHER_SOURCE = re.compile(r"\b(?:ecri|courr|lettre|mail|piece|repon|indiqu|deliber|contrat|note|statut|rapport)")


class Drafts(DraftReferences):
    """« À partir d'un projet »."""

    def check_draft(self, text: str, *, viewer: Viewer) -> DraftView:
        """Check each reference and quotation, and propose close decisions. Raises `Refused` when it is too long."""
        if len(text) > DRAFT_LIMIT:
            raise Refused(f"Le projet dépasse {words.number(DRAFT_LIMIT)} caractères : vérifiez-le en deux fois.")
        found = cite(text)
        decisions = [item for item in found if item.kind in ("decision", "docket") and (item.number or item.date)]
        quotes, courts = list(find_quotes(text)), find_courts(text)
        remarks: list[DraftRemark] = []
        previous: DraftRemark | None = None
        items: dict[int, CitationFinding] = {}
        with self.store.read() as connection:
            for cited in decisions:
                court, item = court_written(cited, courts, text)
                items[item.start] = item
                remark = self.check_reference(connection, item, court, viewer)
                if previous and previous.target and _is_joined(previous, remark, text):
                    continue
                previous = remark
                remarks.append(remark)
                remarks += self.later(connection, item, remark.target, viewer)
                near = [quote for quote in quotes if _is_near(quote, cited, decisions)]
                remarks += self._against_text(connection, item, near, remark, text, viewer)
        told = [self._known(remark, items.get(remark.start), viewer) for remark in remarks]
        told = self._with_references([*told, *replaced(text, found)], viewer)
        targets = {remark.target.id for remark in told if remark.target}
        return DraftView(remarks=tuple(told), close=self.close_to(text, viewer=viewer, cited=targets))

    def _against_text(
        self,
        connection: Connection,
        item: CitationFinding,
        quotes: Iterable[Quote],
        remark: DraftRemark,
        text: str,
        viewer: Viewer,
    ) -> Iterator[DraftRemark]:
        """The name under which the decision is cited, and the words quoted from it, against its own text."""
        target = remark.target
        rows = documents_store.find_documents(connection, [target.id] if target else [], viewer)
        shown = next(iter(shown_texts(connection, list(rows.values()), viewer).values()), None)
        if target is None or shown is None or shown.findings is None:
            return
        if remark.verdict == "exact" and (name := _other_name(item, shown.text)):
            said = f"Aucun mot de «\u00a0{name}\u00a0» n'est dans cette décision : est-ce bien elle ?"
            yield remark_of(item, "autre-nom", said, target)
        for quote in quotes:
            found = judge(quote, shown.text, shown.findings)
            if found.is_found or _is_tied(quote, item, text):
                yield DraftRemark(
                    verdict=found.verdict,
                    text=quote.said,
                    start=quote.start,
                    end=quote.end,
                    detail=found.detail,
                    target=target,
                    passage=found.passage,
                )

    def _known(self, remark: DraftRemark, item: CitationFinding | None, viewer: Viewer) -> DraftRemark:
        """An absent decision that a case here follows, with its day when documents tell it."""
        if remark.verdict != "absent" or item is None or not item.number:
            return remark
        for summary in self.cases(viewer=viewer):
            if item.number not in summary.dockets:
                continue
            for proceeding in self.case(summary.ref.slug, viewer=viewer).proceedings:
                if proceeding.docket == item.number and proceeding.court_code == item.court_code:
                    return _of_case(remark, item.date, proceeding.decided_on, summary.ref)
        return remark

    def _with_references(self, remarks: Sequence[DraftRemark], viewer: Viewer) -> list[DraftRemark]:
        """In the order of the draft, each with the reference to copy."""
        ids = list({remark.target.id for remark in remarks if remark.target})
        said = {found.document.id: french(found) for found in references(self, ids, viewer=viewer)}
        told = [replace(one, reference=said.get(one.target.id, "")) if one.target else one for one in remarks]
        return sorted(told, key=lambda one: one.start)

    def hits_in(self, document_id: int, query: str, *, viewer: Viewer) -> tuple[tuple[int, int], ...]:
        """Where a query's words stand in a document, as far as this viewer may read it. Raises `QueryError`."""
        view = self.document(document_id, viewer=viewer)
        zones = tuple((zone.zone, zone.start, zone.end) for zone in view.zones)
        return self.marks(view.text, query, zones) if view.text else ()


# ------------------------------------------------------------------------------------------ pure parts


def _of_case(remark: DraftRemark, cited: dt.date | None, known: dt.date | None, case: CaseRef) -> DraftRemark:
    """What a case says of a decision whose text is not here."""
    if known is None:
        return replace(remark, case=case, detail="Son texte n'est pas ici, mais une affaire d'ici suit ce numéro :")
    day = words.day_words(known)
    if cited is not None and cited != known:
        said = f"Les documents d'ici datent cette décision du {day}, pas du {words.day_words(cited)} :"
        return replace(remark, verdict="autre-date", detail=said, case=case)
    return replace(remark, verdict="connu", detail=f"Son texte n'est pas ici ; l'affaire la date du {day} :", case=case)


def _is_joined(previous: DraftRemark, remark: DraftRemark, text: str) -> bool:
    """« nos 424052, 424062 »: the second number of a decision just named."""
    is_same = previous.target == remark.target and previous.verdict == remark.verdict
    return is_same and not re.search(r"\w{3}", text[previous.end : remark.start])


def _is_near(quote: Quote, item: CitationFinding, cited: Sequence[CitationFinding]) -> bool:
    """Whether this reference is the one nearest to a quotation that is not of a law, and close enough."""

    def distance(one: CitationFinding) -> int:
        return max(one.start - quote.end, quote.start - one.end, 0)

    return not quote.is_of_law and distance(item) <= QUOTE_REACH and item is min(cited, key=distance)


def _is_tied(quote: Quote, item: CitationFinding, text: str) -> bool:
    """Whether the draft says plainly whose words they are: « n° 1 : « … » », « « … » (CE, n° 1) »."""
    if item.start >= quote.end:
        return bool(_RIGHT_AFTER.fullmatch(text[quote.end : item.start]))
    between = fold(text[item.end : quote.start])
    return len(between) < 120 and not re.search(r"[.;]\s", between) and not _OTHER_SOURCE.search(between)


def _other_name(item: CitationFinding, text: str) -> str:
    """The name of a legal person in a reference when no word of it is in the decision; empty otherwise."""
    named = _NAMED.search(fold(item.text))
    if named is None:
        return ""
    name = _END_OF_NAME.split(named["name"])[0].strip()
    told = [word for word in Flat(name).letters.split() if len(word) > 3 and word not in _IN_NAMES]
    said = Flat(text).letters
    return f"{named['what']} {name}" if told and not any(word in said for word in told) else ""
