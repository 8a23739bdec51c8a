"""Decisions close to a text: which, why, with the passage that is closest; among them those that went the other way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from casetrack import words
from casetrack.casebook.dossiers import Dossiers
from casetrack.casebook.reading import article_label
from casetrack.casebook.shown_texts import ShownText, shown_texts
from casetrack.casebook.views import SimilarView
from casetrack.extract import extract
from casetrack.extract.output import from_json
from casetrack.ingest.indexing import masked, records
from casetrack.model import PLAINTIFF_ROLES, Findings, IndexRecord, PartyType, Shelf, Viewer, ZoneName, fold
from casetrack.model import DocumentKind as Kind
from casetrack.search import extract as show
from casetrack.search.tree import Or, Term
from casetrack.store import documents as documents_store
from casetrack.store.publications import is_open

CLOSE_SHOWN = 8
COPIES = 3
"""As many times more hits are asked for than are shown: a decision may have copies, and both ways are looked for."""
EACH_WAY = 2
"""How many decisions of each way are shown, when there are, however much closer those of the other way are."""
PASSAGE_WIDTH = 280
LEAST_SHARED = 3
PROCEDURE = article_label("cja/l-1").partition("(")[2]
_BY_NAME = {"refere liberte": "L. 521-2", "refere suspension": "L. 521-1", "refere mesures utiles": "L. 521-3"}
_REJECTED = ("rejet", "irrecevabilité", "incompétence", "non-admission", "non-lieu")
_GRANTED = ("injonction", "suspension", "annulation", "astreinte")


class Likeness(Dossiers):
    """« Décisions proches », of a document or of a draft."""

    def similar(self, document_id: int, *, viewer: Viewer, limit: int = CLOSE_SHOWN) -> tuple[SimilarView, ...]:
        """« Décisions semblables »: by significant words and shared citations, saying which."""
        with self.store.read() as connection:
            row = documents_store.find_document(connection, document_id, viewer)
            stored = documents_store.load_text(connection, row["text_id"]) if row and row["text_id"] else None
        if row is None or stored is None or (not viewer.is_member and not is_open(row)):
            return ()
        made = list(records(row, stored, from_json(stored.findings_json)))
        return self._similar(made[-1], viewer, COPIES * limit)[:limit]

    def close_to(self, text: str, *, viewer: Viewer, cited: Collection[int] = ()) -> tuple[SimilarView, ...]:
        """Decisions close to a draft, which is not kept; both ways among them. ``cited``: documents that it cites."""
        findings = extract(text)
        record = IndexRecord(
            document_id=0,
            audience="members",
            kind=Kind.FILING,
            shelf=Shelf.DOSSIERS,
            title="",
            text=text,
            basis=findings.basis.value if findings.basis else _basis_named(text),
            articles=tuple(c.key for c in findings.citations if c.kind == "article" and c.key),
            cites=tuple(c.key for c in findings.citations if c.kind in ("decision", "docket") and c.key),
        )
        found = self._similar(record, viewer, COPIES * CLOSE_SHOWN)
        return both_ways([one for one in found if one.document.id not in cited and _is_close(one)], CLOSE_SHOWN)

    def _similar(self, record: IndexRecord, viewer: Viewer, limit: int) -> tuple[SimilarView, ...]:
        found = self.index.similar(record, viewer.is_member)
        results = self.index.search(
            found.tree, is_member=viewer.is_member, limit=limit, filters={"kind": [Kind.DECISION.value]}
        )
        with self.store.read() as connection:
            rows = documents_store.find_documents(connection, [hit.document_id for hit in results.hits], viewer)
            own = documents_store.find_document(connection, record.document_id, viewer)
            ids = _one_copy_each([rows[hit.document_id] for hit in results.hits if hit.document_id in rows], own)
            kept = [rows[key] for key in ids]
            refs = {ref.id: ref for ref in self.refs(connection, kept, viewer)}
            texts = shown_texts(connection, kept, viewer)
        made = []
        for key in ids:
            shown = texts.get(key)
            if key not in refs or shown is None or shown.findings is None:
                continue
            keys = [citation.key for citation in shown.findings.citations if citation.key]
            shared, citations = found.shared(shown.text, keys, keys)
            made.append(
                SimilarView(
                    document=refs[key],
                    words=tuple(shared[:8]),
                    citations=tuple(_cited_words(key) for key in sorted(citations, key=_says_little)[:5]),
                    outcomes=tuple(value.value for value in shown.findings.outcome),
                    leaning=leaning(shown.findings),
                    passage=_passage(shown, shared) if shared else (),
                )
            )
        return tuple(made)


# ------------------------------------------------------------------------------------------ pure parts


def leaning(findings: Findings) -> str:
    """``pour`` or ``contre`` whoever acts against the administration; empty when the outcome does not say."""
    outcomes = [value.value for value in findings.outcome]
    first = next((party for party in findings.parties if party.role in PLAINTIFF_ROLES), None)
    is_granted = any(outcome.startswith(_GRANTED) for outcome in outcomes)
    if first is not None and first.type == PartyType.PUBLIC_BODY:
        if not is_granted:
            return "pour" if outcomes and all(outcome.startswith(_REJECTED) for outcome in outcomes) else ""
        return "contre" if "rejet de la demande" in outcomes else ""
    if "rejet de la demande" in outcomes and not any(o.startswith(("injonction", "suspension")) for o in outcomes):
        return "contre"
    if is_granted:
        return "pour"
    return "contre" if outcomes and all(outcome.startswith(_REJECTED) for outcome in outcomes) else ""


def _basis_named(text: str) -> str:
    """The basis of a draft that names the procedure and not its article: « Requête en référé-suspension »."""
    said = fold(text).replace("-", " ")
    return next((basis for name, basis in _BY_NAME.items() if name in said), "")


def _is_close(found: SimilarView) -> bool:
    """Two words are a coincidence; three, or a decision or text cited by both, are a reason to read it."""
    return len(found.words) >= LEAST_SHARED or any(PROCEDURE not in cited for cited in found.citations)


def both_ways(found: Sequence[SimilarView], limit: int) -> tuple[SimilarView, ...]:
    """The closest ones, with at least some that went each way when there are any; the order stays."""
    least = [close for way in ("pour", "contre") for close in [c for c in found if c.leaning == way][:EACH_WAY]]
    others = [close for close in found if close not in least][: max(0, limit - len(least))]
    return tuple(close for close in found if close in least or close in others)


def _one_copy_each(rows: list[dict[str, Any]], own: dict[str, Any] | None) -> list[int]:
    """The first document of each decision, in order; none of the decision looked at."""
    seen = {own["decision_id"]} - {None} if own else set()
    kept = []
    for row in rows:
        if row["decision_id"] is None or row["decision_id"] not in seen:
            kept.append(int(row["id"]))
            seen.add(row["decision_id"])
    return kept


def _passage(shown: ShownText, shared: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Where the grounds, in which the judge speaks, say most of the shared words; the whole text when it has none."""
    assert shown.findings is not None
    said = masked(shown.text, shown.findings.withheld)
    grounds = [zone for zone in shown.findings.zones if zone.zone == ZoneName.GROUNDS]
    if grounds:
        said = said[grounds[0].start : grounds[-1].end]
    found = show(said, Or(tuple(Term(word) for word in shared)), PASSAGE_WIDTH)
    before, after = [("… ", False)] * found.is_cut_before, [(" …", False)] * found.is_cut_after
    return (*before, *found.pieces, *after)


def _says_little(key: str) -> bool:
    """Articles of procedure, which nearly all share, are named last."""
    return key.startswith("cja/")


def _cited_words(key: str) -> str:
    """``CE/2021-03-12/450163`` -> « Conseil d'État n° 450163 »; an article by its number and its code."""
    court, *_, number = key.split("/")
    return f"{words.court_short(court)} n°\u00a0{number}" if court.isupper() else article_label(key)
