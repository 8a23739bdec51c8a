"""The fixed forms that scripts and the API read (DECISIONS: section 4). Dates ISO, offsets in code points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from casetrack.casebook.views import CaseRef, DocumentRef, SearchPage, TimelineView
from casetrack.ingest import Outcome
from casetrack.model import TimelineEntry


def timeline_form(view: TimelineView) -> list[dict[str, Any]]:
    """Entries, in order."""
    return [entry_form(entry, view.cases) for entry in view.entries]


def entry_form(entry: TimelineEntry, cases: Mapping[int, CaseRef]) -> dict[str, Any]:
    """One entry: on the command line, in the API and in the files to download.

    ``deduced`` and ``url`` are ours: see DESIGN.md.
    """
    slugs = [cases[case_id].slug for case_id in sorted(entry.case_ids) if case_id in cases]
    return {
        "date": entry.date.isoformat(),
        "date_end": entry.date_end.isoformat() if entry.date_end else None,
        "time": entry.time,
        "precision": entry.precision.value,
        "type": entry.type,
        "modality": entry.modality.value,
        "title": entry.title,
        "status": entry.status.value,
        "deduced": entry.deduced,
        "case": slugs[0] if slugs else None,
        "proceeding": entry.docket or None,
        "parties": [{"name": name, "role": role or None} for name, role, _slug in entry.parties],
        "origins": entry.origins,
        "sources": [
            {
                "document_id": source.document_id,
                "title": source.title,
                "quote": source.quote,
                "page": source.page,
                "start": source.start,
                "end": source.end,
            }
            for source in entry.sources
        ],
        "conflicts": [
            {
                "field": conflict.field,
                "values": [{"value": value, "sources": list(ids)} for value, ids in conflict.values],
            }
            for conflict in entry.conflicts
        ],
        "url": fact_address(entry.key, entry.date),
    }


def address_of(ref: DocumentRef) -> str:
    """The stable address of a document, from the site's root."""
    if ref.kind == "decision" and ref.day and ref.docket and ref.court_code:
        return f"/decisions/{ref.court_code.lower()}/{ref.day.isoformat()}/{ref.docket}"
    return f"/documents/{ref.id}"


UNDATED = "sans-date"


def fact_address(mark: str, day: dt.date | None) -> str:
    """``/faits/2021-03-12/caea8b44a38892d7fb8a``, the permanent address of a fact, from the site's root."""
    return f"/faits/{day.isoformat() if day else UNDATED}/{mark}"


def search_form(page: SearchPage) -> dict[str, Any]:
    """One page of hits with facets."""
    return {
        "total": page.total,
        "took_ms": page.took_ms,
        "engine": page.engine,
        "explained": page.explained,
        "hits": [
            {
                "document_id": hit.document.id,
                "title": hit.document.title,
                "kind": hit.document.kind,
                "court": hit.document.court or None,
                "court_code": hit.document.court_code or None,
                "decided_on": _day(hit.document) if hit.document.kind == "decision" else None,
                "published_on": _day(hit.document) if hit.document.kind != "decision" else None,
                "score": round(hit.score, 4),
                "extract": "".join(text for text, _is_match in hit.snippet),
                "url": address_of(hit.document),
                "is_demo": hit.document.is_demo,
            }
            for hit in page.hits
        ],
        "facets": {
            name: [{"value": v.value, "label": v.label, "count": v.count} for v in values]
            for name, values in page.facets.items()
        },
    }


def _day(ref: DocumentRef) -> str | None:
    return ref.day.isoformat() if ref.day else None


def outcome_form(path: str, outcome: Outcome) -> dict[str, Any]:
    """One line of `casetrack ingest --jsonl`."""
    return {
        "path": path,
        "sha256": outcome.sha256,
        "outcome": outcome.outcome,
        "reason": outcome.reason or None,
        "document_id": outcome.document_id,
        "kind": outcome.kind or None,
        "title": outcome.title or None,
    }
