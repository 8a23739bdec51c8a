"""What was asked and what the court answered, claim by claim, each with its two passages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from casetrack.casebook.base import fact_view
from casetrack.casebook.provenance import Provenance
from casetrack.casebook.shown_texts import ShownText, shown_texts
from casetrack.casebook.views import CaseView, DocumentRef, FactView
from casetrack.extract.claims_answered import VERDICTS, Answer, answers
from casetrack.model import DocumentKind, Viewer, fold
from casetrack.store import Connection
from casetrack.store import documents as documents_store

_NEEDED = frozenset({"claims", "zones", "parties", "withheld"})


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimView:
    """A claim; its answer, with the words of the operative part, or None: « non aligné »."""

    fact: FactView
    answer: Answer | None = None
    verdict: str = ""
    quote: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedView:
    """What one document says was asked. ``may_answer``: it is a decision, so that each claim has its answer or not."""

    document: DocumentRef
    claims: tuple[ClaimView, ...]
    may_answer: bool

    @property
    def answered(self) -> int:
        return sum(claim.answer is not None for claim in self.claims)


class Asked(Provenance):
    """Claims and answers, for a case already read."""

    def asked(self, case: CaseView, *, viewer: Viewer) -> tuple[AskedView, ...]:
        """Claims by document: those of decisions first, with their answers; then what only filings say."""
        refs = {ref.id: ref for ref in _first_copies(case.documents)}
        with self.store.read() as connection:
            found = [fact_view(row, viewer) for row in self._claims(connection, list(refs), viewer)]
            decisions = {row for row, ref in refs.items() if ref.kind == DocumentKind.DECISION}
            rows = documents_store.find_documents(connection, decisions, viewer)
            texts = shown_texts(connection, list(rows.values()), viewer, only=_NEEDED)
        by_document: dict[int, list[FactView]] = {}
        for fact in found:
            by_document.setdefault(fact.document_id, []).append(fact)
        ruled = {_words(fact) for key in decisions for fact in by_document.get(key, ())}
        told = [
            AskedView(document=refs[key], claims=tuple(_answered(by_document[key], texts.get(key))), may_answer=True)
            for key in by_document
            if key in decisions
        ]
        for key, claims in by_document.items():
            only_here = {_words(fact): fact for fact in claims if _words(fact) not in ruled}
            if key not in decisions and only_here:
                views = tuple(ClaimView(fact=fact) for fact in only_here.values())
                told.append(AskedView(document=refs[key], claims=views, may_answer=False))
        return tuple(told)

    def _claims(self, connection: Connection, ids: list[int], viewer: Viewer) -> list[dict[str, Any]]:
        order = {document_id: place for place, document_id in enumerate(ids)}
        rows = self.facts_for(connection, viewer, kinds=["claim"], document_ids=ids)
        return sorted(rows, key=lambda row: (order[row["document_id"]], row["start"]))


def _words(fact: FactView) -> str:
    return fold(str(fact.value["text"])).strip(" .;")


def _answered(claims: Iterable[FactView], shown: ShownText | None) -> Iterator[ClaimView]:
    """The claims of a decision with what its operative part answers; nothing for a text that is not shown whole."""
    findings = shown.findings if shown else None
    found: dict[tuple[int, int], Answer] = {}
    if shown and findings:
        told = answers(shown.text, findings.claims, findings.zones, findings.parties)
        found = {
            (claim.start, claim.end): answer for claim, answer in zip(findings.claims, told, strict=True) if answer
        }
    for fact in claims:
        answer = found.get((fact.start, fact.end))
        if shown and answer:
            quote = " ".join(shown.quiet[answer.start : answer.end].split())
            yield ClaimView(fact=fact, answer=answer, verdict=VERDICTS[answer.verdict], quote=quote)
        else:
            yield ClaimView(fact=fact)


def _first_copies(refs: Iterable[DocumentRef]) -> list[DocumentRef]:
    """One document a decision."""
    seen: set[tuple[str, tuple[str, ...], dt.date | None]] = set()
    kept = []
    for ref in refs:
        key = (ref.court_code, ref.dockets, ref.day)
        if ref.kind == DocumentKind.DECISION and ref.dockets:
            if key in seen:
                continue
            seen.add(key)
        kept.append(ref)
    return kept
