"""Reads of cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from casetrack import resolve, words
from casetrack.casebook import pleadings
from casetrack.casebook.base import case_ref, fact_view
from casetrack.casebook.legal_persons import LegalPersons, Moved, names_with, state_words, unique
from casetrack.casebook.timelines import Story, view_of
from casetrack.casebook.views import (
    CaseRef,
    CaseSummary,
    CaseView,
    ChainLink,
    DocumentRef,
    FactView,
    HomeView,
    ParticipantView,
    ProceedingView,
)
from casetrack.errors import NotFound
from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    TimelineEntry,
    Viewer,
    fold,
)
from casetrack.store import Connection, cases, facts, journal, publications

SOUGHT = (
    "outcome",
    "ground",
    "liberty",
    "injunction",
    "claim",
    "pleading",
    "amount",
    "lower_decision",
    "earlier_decision",
    "metadata",
)


class Affairs(LegalPersons):
    """Cases."""

    def home(self, *, viewer: Viewer, latest: int = 8) -> HomeView:
        """Cases, latest events, counts."""
        story = self.story(viewer)
        with self.store.read() as connection:
            to_review = facts.count_open_suggestions(connection) if viewer.is_member else 0
        newest = tuple(sorted(story.entries, key=lambda entry: entry.date, reverse=True)[:latest])
        summaries = self.cases(viewer=viewer)
        counts = {
            "cases": len(summaries),
            "documents": sum(summary.documents for summary in summaries),
            "events": len(story.entries),
        }
        return HomeView(cases=summaries, latest=newest, counts=counts, to_review=to_review)

    def cases(self, *, viewer: Viewer) -> tuple[CaseSummary, ...]:
        """Every case this viewer may know, latest first."""
        story = self.story(viewer)

        def made() -> tuple[CaseSummary, ...]:
            with self.store.read() as connection:
                found = [self._summary(connection, story, row, viewer) for row in story.case_rows.values()]
            return tuple(sorted(found, key=lambda summary: summary.last_on or dt.date.min, reverse=True))

        return story.once("cases", made)

    def _summary(self, connection: Connection, story: Story, row: dict[str, Any], viewer: Viewer) -> CaseSummary:
        held = cases.case_document_rows(connection, row["id"], viewer)
        ids = {document["id"] for document in held}
        entries = story.of_case(row["id"])
        taking_part = [p for p in story.participations if p["document_id"] in ids]
        outcomes = self.facts_for(connection, viewer, kinds=["outcome"], document_ids=ids)
        proceedings = cases.shown_proceedings(connection, row["id"], viewer)
        return CaseSummary(
            ref=case_ref(row),
            state=state_words(entries),
            summary=row["summary"],
            documents=len(held),
            events=len(entries),
            first_on=entries[0].date if entries else None,
            last_on=entries[-1].date if entries else None,
            plaintiffs=names_with(taking_part, PLAINTIFF_ROLES),
            defendants=names_with(taking_part, DEFENDANT_ROLES),
            outcomes=unique(fact["value"]["value"] for fact in outcomes),
            basis=next(iter(unique(document["basis"] for document in held)), ""),
            dockets=unique(p["docket"] for p in proceedings),
        )

    def case(self, slug: str, *, viewer: Viewer) -> CaseView:
        """One case whole. Raises `Moved` for an old address, `NotFound` for none."""
        story = self.story(viewer)
        with self.store.read() as connection:
            row = cases.find_case(connection, slug)
            if row is None or row["id"] not in story.cases:
                raise NotFound(f"affaire « {slug} »")
            if row["slug"] != slug:
                raise Moved(row["slug"])
            row = story.case_rows[row["id"]]
            held = cases.case_document_rows(connection, row["id"], viewer)
            refs = self.refs(connection, held, viewer)
            ids = [document["id"] for document in held]
            read = self.facts_for(connection, viewer, kinds=SOUGHT, document_ids=ids)
            taking_part = [p for p in story.participations if p["document_id"] in set(ids)]
            proceedings = cases.shown_proceedings(connection, row["id"], viewer)
            entries = story.of_case(row["id"])
            history = journal.entries(connection, target=f"case:{row['id']}") if viewer.is_member else []
            replies = publications.list_replies(connection, f"case:{row['id']}")
        by_kind: dict[str, list[FactView]] = {}
        for fact in read:
            by_kind.setdefault(fact["kind"], []).append(fact_view(fact, viewer))
        return CaseView(
            ref=case_ref(row),
            state=state_words(entries),
            summary=row["summary"],
            why_followed=row["why_followed"] if viewer.is_member else "",
            named_by_person=row["named_by_person"],
            proceedings=tuple(_proceeding(p, refs, by_kind, entries) for p in proceedings),
            chain=tuple(_chain(by_kind, refs)),
            participants=participants(taking_part, viewer),
            documents=refs,
            claims=_told_once(by_kind.get("claim", ())),
            pleadings=pleadings.listed(by_kind.get("pleading", ()), held, refs),
            amounts=tuple(by_kind.get("amount", ())),
            timeline=view_of(story, entries),
            history=tuple(history),
            replies=tuple(replies),
            origins={document["id"]: document["origin"] for document in held} if viewer.is_member else {},
        )


# ------------------------------------------------------------------------------------ parts of a case


def participants(rows: Iterable[dict[str, Any]], viewer: Viewer) -> tuple[ParticipantView, ...]:
    """One line a person and role, with every passage that says so."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        key = row["party_slug"] or resolve.party_key(row["value"]["name"])
        found.setdefault((key, row["value"]["role"]), []).append(row)
    return tuple(
        ParticipantView(
            name=group[0]["party_name"] or group[0]["value"]["name"],
            slug=group[0]["party_slug"] or "",
            role=role,
            first_instance_role=next((r for g in group if (r := g["value"].get("first_instance_role"))), "") or "",
            type=group[0]["value"]["type"],
            counsel=next((c for g in group if (c := g["value"].get("counsel"))), "") or "",
            status="confirme" if any(g["status"] == "confirme" for g in group) else "propose",
            facts=tuple(fact_view(g, viewer) for g in group),
        )
        for (_key, role), group in found.items()
    )


def _of_documents(found: Iterable[FactView], ids: set[int]) -> tuple[FactView, ...]:
    return tuple(fact for fact in found if fact.document_id in ids)


def _tellers(label: str, entries: list[TimelineEntry]) -> set[int]:
    """The documents that tell the decision of this proceeding, and of no other."""
    told: dict[int, set[str]] = {}
    for entry in entries:
        if entry.type == "décision":
            for source in entry.sources:
                told.setdefault(source.document_id, set()).add(entry.docket or "")
    return {document_id for document_id, dockets in told.items() if dockets == {label}}


def _proceeding(
    row: dict[str, Any], refs: tuple[DocumentRef, ...], by_kind: dict[str, list[FactView]], entries: list[TimelineEntry]
) -> ProceedingView:
    copies = tuple(
        ref
        for ref in refs
        if ref.kind == "decision" and ref.court_code == row["court_code"] and row["docket"] in ref.dockets
    )
    first = {copies[0].id} if copies else set()
    label = f"{row['court_code']}/{row['docket']}"
    filed = [e.date for e in entries if e.docket == label and e.type in ("requête", "pourvoi")]
    decided = [e.date for e in entries if e.docket == label and e.type in ("décision", "décision attaquée")]
    metadata = _of_documents(by_kind.get("metadata", ()), first)
    return ProceedingView(
        id=row["id"],
        court=words.court_short(row["court_code"]),
        court_code=row["court_code"],
        docket=row["docket"],
        basis=row["basis"],
        reason=row["reason"],
        filed_on=min(filed) if filed else None,
        decided_on=(copies[0].day if copies else None) or (min(decided) if decided else None),
        decision=copies[0] if copies else None,
        copies=copies,
        outcomes=_of_documents(by_kind.get("outcome", ()), first),
        reported=() if first else _of_documents(by_kind.get("outcome", ()), _tellers(label, entries)),
        grounds=_of_documents(by_kind.get("ground", ()), first),
        liberties=_of_documents(by_kind.get("liberty", ()), first),
        injunctions=_of_documents(by_kind.get("injunction", ()), first),
        is_triage=any(fact.subject == "triage" for fact in metadata),
    )


def _chain(by_kind: dict[str, list[FactView]], refs: tuple[DocumentRef, ...]) -> Iterable[ChainLink]:
    """Each « decision attacked » said by a decision, then the earlier stages it tells, once for each pair."""
    by_id = {ref.id: ref for ref in refs}
    seen: set[tuple[str, str, str, str]] = set()
    for fact in by_kind.get("lower_decision", ()):
        here, lower = by_id[fact.document_id], fact.value
        pair = (lower["court_code"], lower["number"], here.court_code, here.docket)
        if here.kind != "decision" or pair in seen:
            continue
        seen.add(pair)
        yield ChainLink(
            from_court=lower["court"],
            from_docket=lower["number"],
            to_court=here.court,
            to_docket=here.docket,
            to_date=lower["date"] or "",
            outcome=lower["outcome"],
            fact=fact,
        )
    for ref in refs:
        yield from _told_stages(by_kind, ref, seen)


def _told_stages(
    by_kind: dict[str, list[FactView]], here: DocumentRef, seen: set[tuple[str, str, str, str]]
) -> Iterable[ChainLink]:
    """From each decision that a text tells to the next: tribunal, cour, Conseil d'État, and back after a remand."""
    told = [*by_kind.get("earlier_decision", ()), *by_kind.get("lower_decision", ())]
    told = sorted((fact for fact in told if fact.document_id == here.id), key=lambda fact: fact.start)
    if here.kind != "decision" or len(told) < 2:
        return
    stops = [(f.value["court"], f.value["court_code"], f.value["number"], f) for f in told]
    stops.append((here.court, here.court_code, here.docket, told[-1]))
    for (court, code, number, fact), (to_court, to_code, to_number, telling) in pairwise(stops):
        pair = (code, number, to_code, to_number)
        if code == to_code or pair in seen:
            continue
        seen.add(pair)
        yield ChainLink(
            from_court=court, from_docket=number, to_court=to_court, to_docket=to_number,
            to_date=fact.value["date"] or "", outcome=fact.value["outcome"], fact=telling,
        )  # fmt: skip


def _told_once(claims: Iterable[FactView]) -> tuple[FactView, ...]:
    """Claims that the filing and the order both write are one."""
    return tuple({fold(fact.value["text"]).strip(" .;"): fact for fact in reversed(list(claims))}.values())[::-1]


__all__ = ["Affairs", "CaseRef", "Moved", "state_words"]
