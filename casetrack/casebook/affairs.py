"""Reads of cases, parties and plaintiffs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from casetrack import resolve, words
from casetrack.casebook import pleadings
from casetrack.casebook.base import case_ref, fact_view
from casetrack.casebook.timelines import Story, Timelines, view_of
from casetrack.casebook.views import (
    CaseRef,
    CaseSummary,
    CaseView,
    ChainLink,
    DocumentRef,
    FactView,
    HomeView,
    ParticipantView,
    PartySummary,
    PartyView,
    PlaintiffRow,
    PlaintiffView,
    ProceedingView,
)
from casetrack.errors import CasetrackError, NotFound
from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    Modality,
    TimelineEntry,
    Viewer,
    fold,
)
from casetrack.store import Connection, cases, facts, journal, parties, publications
from casetrack.store import documents as documents_store

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


class Moved(CasetrackError):
    """The thing has another address now."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"L'adresse a changé : {slug}.")
        self.slug = slug


def state_words(entries: Iterable[TimelineEntry]) -> str:
    """Where a case stands, in words: the latest step that says so (« ordonnance du 12 mars 2021 »)."""
    for entry in reversed(list(entries)):
        day = words.day_words(entry.date)
        if entry.type == "décision" and entry.modality == Modality.RECORDED:
            named = entry.title.partition(" ")[0].lower()
            return f"{named if named in _RULINGS else 'décision'} du {day}"
        if entry.type == "audience":
            said = "audience annoncée le" if entry.modality == Modality.ANNOUNCED else "audience tenue le"
            return f"{said} {day}"
        if entry.type in ("requête", "pourvoi"):
            said = "requête enregistrée" if entry.type == "requête" else "pourvoi enregistré"
            return f"{said} le {day}"
    return "aucune étape datée pour l'instant"


_RULINGS = frozenset({"ordonnance", "jugement", "arrêt"})


def names_with(rows: Iterable[dict[str, Any]], roles: frozenset[Any]) -> tuple[str, ...]:
    found = {row["party_name"] or row["value"]["name"]: None for row in rows if row["value"]["role"] in roles}
    return tuple(found)


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


_Place = tuple[int, str, str]
"""A case, a court and a docket: where somebody takes part."""


class _Places(NamedTuple):
    """``everyone``: participations by place; ``outcomes`` and ``bases`` by document."""

    everyone: dict[_Place, list[dict[str, Any]]]
    outcomes: dict[int, list[str]]
    bases: dict[int, str]


class Affairs(Timelines):
    """Cases, parties, plaintiffs."""

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
        with self.store.read() as connection:
            found = [self._summary(connection, story, row, viewer) for row in story.case_rows.values()]
        return tuple(sorted(found, key=lambda summary: summary.last_on or dt.date.min, reverse=True))

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
            outcomes=_unique(fact["value"]["value"] for fact in outcomes),
            basis=next(iter(_unique(document["basis"] for document in held)), ""),
            dockets=_unique(p["docket"] for p in proceedings),
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

    # ------------------------------------------------------------------------------ parties

    def parties(self, *, viewer: Viewer) -> tuple[PartySummary, ...]:
        """Legal persons that take part in something this viewer may see, by name."""
        story = self.story(viewer)
        by_party: dict[int, list[dict[str, Any]]] = {}
        for row in story.participations:
            if row["party_id"]:
                by_party.setdefault(row["party_id"], []).append(row)
        with self.store.read() as connection:
            known = parties.all_parties(connection)
            in_cases = cases.case_ids_by_party(connection, viewer)
        return tuple(
            PartySummary(
                name=row["name"],
                slug=row["slug"],
                type=row["type"],
                roles=_unique(p["value"]["role"] for p in by_party[row["id"]]),
                cases=tuple(story.cases[i] for i in sorted(in_cases.get(row["id"], ())) if i in story.cases),
            )
            for row in known
            if row["id"] in by_party
        )

    def party(self, slug: str, *, viewer: Viewer) -> PartyView:
        """One legal person: its cases and roles, its own timeline. Raises `Moved`, `NotFound`."""
        story = self.story(viewer)
        with self.store.read() as connection:
            row = parties.find_party(connection, slug)
            mine = [p for p in story.participations if row and p["party_id"] == row["id"]]
            if row is None or (not mine and not viewer.is_member):
                raise NotFound(f"partie « {slug} »")
            if row["slug"] != slug:
                raise Moved(row["slug"])
            forms = [alias for alias in parties.aliases(connection) if alias["party_id"] == row["id"]]
            if not viewer.is_member:  # a form that only a filing uses says that the filing is there
                written = {resolve.party_key(p["value"]["name"]) for p in mine}
                forms = [alias for alias in forms if alias["key"] in written]
            rows = self._rows(story, mine, self._places(connection, story, viewer))
        return PartyView(
            id=row["id"],
            name=row["name"],
            slug=row["slug"],
            type=row["type"],
            aliases=tuple((alias["alias"], alias["status"]) for alias in forms if alias["alias"] != row["name"]),
            participations=rows,
            timeline=self.timeline(viewer=viewer, party=slug),
        )

    def plaintiffs(self, *, viewer: Viewer) -> tuple[PlaintiffView, ...]:
        """Every plaintiff (legal persons only) with its cases: against whom, on what, with what result."""
        story = self.story(viewer)
        by_party: dict[int, list[dict[str, Any]]] = {}
        for row in story.participations:
            if row["party_id"] and row["value"]["role"] in PLAINTIFF_ROLES:
                by_party.setdefault(row["party_id"], []).append(row)
        with self.store.read() as connection:
            known = {row["id"]: row for row in parties.all_parties(connection)}
            places = self._places(connection, story, viewer)
            found = [
                PlaintiffView(
                    name=known[party_id]["name"],
                    slug=known[party_id]["slug"],
                    type=known[party_id]["type"],
                    rows=self._rows(story, rows, places),
                )
                for party_id, rows in by_party.items()
                if party_id in known
            ]
        return tuple(sorted(found, key=lambda view: (-len(view.rows), fold(view.name))))

    def _places(self, connection: Connection, story: Story, viewer: Viewer) -> _Places:
        """Who takes part where, and what was decided there, read once for all the lines of a page."""
        in_cases = cases.case_ids_by_document(connection, {row["document_id"] for row in story.participations})
        everyone: dict[_Place, list[dict[str, Any]]] = {}
        for row in story.participations:
            for case_id in in_cases.get(row["document_id"], ()):
                if case_id in story.cases:
                    everyone.setdefault((case_id, row["court_code"] or "", row["docket"] or ""), []).append(row)
        outcomes: dict[int, list[str]] = {}
        for fact in self.facts_for(connection, viewer, kinds=["outcome"]):
            outcomes.setdefault(fact["document_id"], []).append(fact["value"]["value"])
        known = documents_store.find_documents(connection, set(in_cases), viewer)
        return _Places(everyone, outcomes, {key: row["basis"] for key, row in known.items()})

    def _rows(self, story: Story, mine: list[dict[str, Any]], places: _Places) -> tuple[PlaintiffRow, ...]:
        """A line a proceeding (a case, when no text says which) and role."""
        ids = {row["id"] for row in mine}
        found: dict[tuple[_Place, str], list[dict[str, Any]]] = {}
        for place, everyone in places.everyone.items():
            for row in everyone:
                if row["id"] in ids:
                    found.setdefault((place, row["value"]["role"]), []).append(row)
        placed = {place[0] for place, _role in found if place[2]}
        return tuple(
            _row(story, place, role, rows, places)
            for (place, role), rows in sorted(found.items(), key=lambda item: item[0])
            if place[2] or place[0] not in placed
        )


def _row(story: Story, place: _Place, role: str, rows: list[dict[str, Any]], places: _Places) -> PlaintiffRow:
    case_id, court_code, docket = place
    everyone = places.everyone[place]
    documents = sorted({row["document_id"] for row in everyone})
    others = [row for row in everyone if row["party_id"] != rows[0]["party_id"]]
    label = f"{court_code}/{docket}"
    return PlaintiffRow(
        case=story.cases[case_id],
        role=role,
        court_code=court_code,
        docket=docket,
        beside=names_with(others, PLAINTIFF_ROLES),
        defendants=names_with(others, DEFENDANT_ROLES),
        basis=next(iter(_unique(places.bases.get(key, "") for key in documents)), ""),
        outcomes=_unique(value for key in documents for value in places.outcomes.get(key, ())),
        status="confirme" if any(row["status"] == "confirme" for row in rows) else "propose",
        state=state_words(entry for entry in story.of_case(case_id) if not docket or entry.docket == label),
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
