"""Citations of a case: the decisions that its decisions cite, and what cites them outside of it."""

from __future__ import annotations

from dataclasses import dataclass

from casetrack.casebook.sequels import Sequels
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import CaseView, CitationView, CitedBy, DocumentRef
from casetrack.model import DocumentKind, Viewer
from casetrack.store import documents as documents_store

_NEEDED = frozenset({"citations", "zones"})
MOST = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseCitations:
    """``made``: (the citing decision, the reference), each decision once; ``received``: one place a document."""

    made: tuple[tuple[DocumentRef, CitationView], ...]
    received: tuple[CitedBy, ...]


class Cited(Sequels):
    """Citations, for a case already read."""

    def citations_of(self, case: CaseView, *, viewer: Viewer) -> CaseCitations:
        """What the decisions of a case cite beyond it, and the documents beyond it that cite them."""
        refs = {ref.id: ref for ref in case.documents if ref.kind == DocumentKind.DECISION}
        own = {docket for ref in refs.values() for docket in ref.dockets} | {step.docket for step in case.proceedings}
        inside = {ref.id for ref in case.documents}
        made: dict[str, tuple[DocumentRef, CitationView]] = {}
        with self.store.read() as connection:
            rows = documents_store.find_documents(connection, refs, viewer)
            for key, shown in shown_texts(connection, list(rows.values()), viewer, only=_NEEDED).items():
                for view in self._citations(connection, shown.citations, viewer):
                    docket = view.key.rpartition("/")[2]  # none: what it means is not known, so nor whether it is held
                    if view.kind in ("decision", "docket") and docket and docket not in own:
                        made.setdefault(view.key, (refs[key], view))
            keys = sorted({name for row in rows.values() for name in self._keys(connection, row)})
            places = documents_store.citing(connection, keys, viewer) if keys else []
            first = {row["document_id"]: row for row in reversed(places) if row["document_id"] not in inside}
            received = self._cited_by(connection, list(first.values())[::-1][:MOST], viewer)
        return CaseCitations(made=tuple(made.values())[:MOST], received=received)
