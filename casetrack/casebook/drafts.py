"""A draft checked against what is held: references, dates, quoted words; and the decisions close to it.

Nothing is kept of the draft, nothing leaves the machine. « Absent d'ici » is not « n'existe pas », and it is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from rapidfuzz import fuzz

from casetrack import words
from casetrack.casebook.dossiers import Dossiers
from casetrack.casebook.reading import article_label
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import DocumentRef, DraftRemark, DraftView, SimilarView
from casetrack.errors import Refused
from casetrack.extract import extract
from casetrack.extract.citations import cite
from casetrack.extract.output import from_json
from casetrack.ingest.indexing import records
from casetrack.model import CitationFinding, Findings, IndexRecord, Shelf, Viewer, ZoneName, fold
from casetrack.model import DocumentKind as Kind
from casetrack.store import Connection, cases
from casetrack.store import documents as documents_store
from casetrack.store.publications import is_open

DRAFT_LIMIT = 200_000
QUOTE_REACH = 400
"""How far from a reference, in characters, a quotation is taken to be of that decision."""
QUOTE_LEAST = 25
CLOSE_SHOWN = 8
COPIES = 3
"""How many copies of a decision there may be: as many times more hits are asked for than are shown."""
_QUOTE = re.compile(r"«\s*([^«»]{25,1500})\s*»|“([^“”]{25,1500})”|\"([^\"]{25,1500})\"")
_ELLIPSIS = re.compile(r"\(\s*(?:\.\.\.|…)?\s*\)|\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…")
_PARTY_ZONES = frozenset({ZoneName.PLEAS, ZoneName.CLAIMS, ZoneName.PROCEDURE})


class Drafts(Dossiers):
    """« À partir d'un projet »."""

    def check_draft(self, text: str, *, viewer: Viewer) -> DraftView:
        """Check each reference and quotation, and propose close decisions. Raises `Refused` when it is too long."""
        if len(text) > DRAFT_LIMIT:
            raise Refused(f"Le projet dépasse {words.number(DRAFT_LIMIT)} caractères : vérifiez-le en deux fois.")
        remarks: list[DraftRemark] = []
        cited = [item for item in cite(text) if item.kind in ("decision", "docket") and item.number]
        quotes = list(_QUOTE.finditer(text))
        with self.store.read() as connection:
            for item in cited:
                remark = self._reference(connection, item, viewer)
                remarks.append(remark)
                if remark.target is not None:
                    remarks += self._later(connection, item, remark.target, viewer)
                    near = [quote for quote in quotes if _is_near(quote, item, cited)]
                    remarks += self._quotes(connection, near, remark.target, viewer)
        return DraftView(remarks=tuple(remarks), close=self._close(text, viewer))

    # --------------------------------------------------------------------------- references

    def _reference(self, connection: Connection, item: CitationFinding, viewer: Viewer) -> DraftRemark:
        """Is it held, with that number, day and court?"""
        same_number = cases.find_decisions(connection, docket=item.number, court_code=item.court_code)
        exact = [row for row in same_number if item.date is None or row["decided_on"] == item.date]
        held = self._first_copies(connection, exact, viewer)
        if len(held) > 1:
            return _remark(
                item, "homonymes", f"{len(held)} décisions d'ici portent ce numéro : précisez la juridiction."
            )
        if held:
            return _remark(item, "exact", f"Détenue ici : {held[0].title}.", held[0])
        others = self._first_copies(connection, same_number, viewer)
        if others and item.date is not None:
            day = words.day_words(others[0].day) if others[0].day else "sans date"
            detail = f"Le n°\u00a0{item.number} détenu ici est du {day}, pas du {words.day_words(item.date)}."
            return _remark(item, "autre-date", detail, others[0])
        if near := self._same_day(connection, item, viewer):
            detail = f"Pas de n°\u00a0{item.number} ici ; le même jour, cette juridiction a rendu : {near.title}."
            return _remark(item, "autre-numero", detail, near)
        return _remark(
            item, "absent", "Pas détenue ici : cela ne veut pas dire qu'elle n'existe pas. Vérifiez à la source."
        )

    def _same_day(self, connection: Connection, item: CitationFinding, viewer: Viewer) -> DocumentRef | None:
        """The decision of that court and day whose number is one slip away."""
        if item.date is None or not item.court_code:
            return None
        same_day = cases.find_decisions(connection, court_code=item.court_code, decided_on=item.date)
        for ref in self._first_copies(connection, same_day, viewer):
            if any(_is_slip(docket, item.number) for docket in ref.dockets):
                return ref
        return None

    def _later(
        self, connection: Connection, item: CitationFinding, target: DocumentRef, viewer: Viewer
    ) -> Iterable[DraftRemark]:
        """What later decisions held here did to it."""
        keys = [f"{target.court_code}/{target.day}/{d}" for d in target.dockets]
        keys += [f"{target.court_code}/{d}" for d in target.dockets]
        citing = documents_store.citing(connection, keys, viewer)
        later = {row["document_id"] for row in citing if target.day and (row["decided_on"] or dt.date.min) > target.day}
        rows = documents_store.find_documents(connection, later, viewer)
        refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
        for document_id, shown in shown_texts(connection, list(rows.values()), viewer).items():
            findings, ref = shown.findings, refs[document_id]
            if findings is None:
                continue
            outcomes = {value.value for value in findings.outcome}
            lower = findings.lower_decision
            if lower and lower.number in target.dockets and any(o.startswith("annulation") for o in outcomes):
                yield _remark(item, "annule", f"Annulée depuis par : {ref.title}.", ref)
            elif findings.basis and findings.basis.value == "L. 521-4":
                yield _remark(item, "modifie", f"Une demande de modification (L. 521-4) a suivi : {ref.title}.", ref)

    # --------------------------------------------------------------------------- quotations

    def _quotes(
        self, connection: Connection, quotes: Iterable[re.Match[str]], target: DocumentRef, viewer: Viewer
    ) -> Iterable[DraftRemark]:
        rows = documents_store.find_documents(connection, [target.id], viewer)
        shown = shown_texts(connection, list(rows.values()), viewer).get(target.id)
        if shown is None or shown.findings is None:
            return
        for quote in quotes:
            yield check_quote(quote, shown.text, shown.findings, target)

    # ------------------------------------------------------------------------ close decisions

    def similar(self, document_id: int, *, viewer: Viewer, limit: int = CLOSE_SHOWN) -> tuple[SimilarView, ...]:
        """« Décisions semblables »: by significant words and shared citations, saying which."""
        with self.store.read() as connection:
            row = documents_store.find_document(connection, document_id, viewer)
            stored = documents_store.load_text(connection, row["text_id"]) if row and row["text_id"] else None
        if row is None or stored is None or (not viewer.is_member and not is_open(row)):
            return ()
        made = list(records(row, stored, from_json(stored.findings_json)))
        return self._similar(made[-1], viewer, limit)

    def _close(self, text: str, viewer: Viewer) -> tuple[SimilarView, ...]:
        findings = extract(text)
        cites = [c.key for c in findings.citations if c.kind in ("decision", "docket") and c.key]
        record = IndexRecord(
            document_id=0,
            audience="members",
            kind=Kind.FILING,
            shelf=Shelf.DOSSIERS,
            title="",
            text=text,
            articles=tuple(c.key for c in findings.citations if c.kind == "article" and c.key),
            cites=tuple(cites),
        )
        return self._similar(record, viewer, CLOSE_SHOWN)

    def _similar(self, record: IndexRecord, viewer: Viewer, limit: int) -> tuple[SimilarView, ...]:
        found = self.index.similar(record, viewer.is_member)
        results = self.index.search(
            found.tree, is_member=viewer.is_member, limit=COPIES * limit, filters={"kind": [Kind.DECISION.value]}
        )
        with self.store.read() as connection:
            rows = documents_store.find_documents(connection, [hit.document_id for hit in results.hits], viewer)
            own = documents_store.find_document(connection, record.document_id, viewer)
            ids = _one_copy_each([rows[hit.document_id] for hit in results.hits if hit.document_id in rows], own)[
                :limit
            ]
            rows = {key: rows[key] for key in ids}
            refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
            texts = shown_texts(connection, list(rows.values()), viewer)
        made = []
        for document_id in ids:
            findings = texts[document_id].findings if document_id in texts else None
            if document_id not in refs or findings is None:
                continue
            keys = [c.key for c in findings.citations if c.key]
            shared, citations = found.shared(texts[document_id].text, keys, keys)
            outcomes = tuple(value.value for value in findings.outcome)
            made.append(
                SimilarView(
                    document=refs[document_id],
                    words=tuple(shared[:8]),
                    citations=tuple(_cited_words(key) for key in sorted(citations, key=_says_little)[:5]),
                    outcomes=outcomes,
                )
            )
        return tuple(made)

    def hits_in(self, document_id: int, query: str, *, viewer: Viewer) -> tuple[tuple[int, int], ...]:
        """Where a query's words stand in a document, as far as this viewer may read it. Raises `QueryError`."""
        view = self.document(document_id, viewer=viewer)
        zones = tuple((zone.zone, zone.start, zone.end) for zone in view.zones)
        return self.marks(view.text, query, zones) if view.text else ()


# ------------------------------------------------------------------------------------------ pure parts


def _one_copy_each(rows: list[dict[str, Any]], own: dict[str, Any] | None) -> list[int]:
    """The first document of each decision, in order; none of the decision looked at."""
    seen = {own["decision_id"]} - {None} if own else set()
    kept = []
    for row in rows:
        if row["decision_id"] is None or row["decision_id"] not in seen:
            kept.append(int(row["id"]))
            seen.add(row["decision_id"])
    return kept


def _says_little(key: str) -> bool:
    """Articles of procedure, which nearly all share, are named last."""
    return key.startswith("cja/")


def _cited_words(key: str) -> str:
    """``CE/2021-03-12/450163`` -> « Conseil d'État n° 450163 »; an article by its number and its code."""
    court, *_, number = key.split("/")
    return f"{words.court_short(court)} n°\u00a0{number}" if court.isupper() else article_label(key)


def _is_near(quote: re.Match[str], item: CitationFinding, cited: list[CitationFinding]) -> bool:
    """Whether this reference is the one nearest to the quotation, and close enough."""

    def distance(one: CitationFinding) -> int:
        return max(one.start - quote.end(), quote.start() - one.end, 0)

    return distance(item) <= QUOTE_REACH and item is min(cited, key=distance)


def _is_slip(one: str, other: str) -> bool:
    """One digit wrong, or two neighbours swapped."""
    if len(one) != len(other):
        return False
    wrong = [i for i in range(len(one)) if one[i] != other[i]]
    swapped = len(wrong) == 2 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    return len(wrong) == 1 or swapped


def _remark(item: CitationFinding, verdict: str, detail: str, target: DocumentRef | None = None) -> DraftRemark:
    """Something to say of a reference."""
    return DraftRemark(verdict=verdict, text=item.text, start=item.start, end=item.end, detail=detail, target=target)


def check_quote(quote: re.Match[str], text: str, findings: Findings, target: DocumentRef) -> DraftRemark:
    """Are these words in the decision, to the letter, and whose are they?"""
    quoted = next(group for group in quote.groups() if group)
    verdict, detail, passage = judge_quote(quoted, text, findings)
    return DraftRemark(
        verdict=verdict,
        text=quoted,
        start=quote.start(),
        end=quote.end(),
        detail=detail,
        target=target,
        passage=passage,
    )


def judge_quote(quoted: str, text: str, findings: Findings) -> tuple[str, str, str]:
    """(verdict, what to say, the real passage when the words were altered)."""
    flat, places = _flat(text)
    pieces = [piece for part in _ELLIPSIS.split(quoted) if len(piece := _flat(part)[0].strip(" .,;:")) > 3]
    found = [flat.find(piece) for piece in pieces]
    if pieces and all(place >= 0 for place in found):
        zone = next((z for z in findings.zones if z.start <= places[found[0]] < z.end), None)
        if zone is not None and zone.zone in _PARTY_ZONES:
            said = words.ZONES[zone.zone].lower()
            return "par-une-partie", f"Ces mots sont dans la décision, mais c'est une partie qui parle ({said}).", ""
        return "exact", "Citation exacte.", ""
    nearest = fuzz.partial_ratio_alignment(_flat(quoted)[0], flat)
    if nearest and nearest.score >= 75 and nearest.dest_end > nearest.dest_start:
        start, end = places[nearest.dest_start], places[nearest.dest_end - 1] + 1
        start = max(text.rfind(" ", 0, start + 1), text.rfind("\n", 0, start + 1)) + 1
        while end < len(text) and not text[end].isspace():
            end += 1
        passage = text[start:end]
        return "altere", "La décision ne dit pas exactement cela. Elle dit :", passage
    return "altere", "Ces mots ne sont pas dans la décision détenue ici.", ""


def _flat(text: str) -> tuple[str, list[int]]:
    """Folded letters with one space between words, and for each where it stands in ``text``."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        for letter in fold(char) or ("'" if char in "’ʼ‘" else char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places
