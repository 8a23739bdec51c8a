"""Events as told: facts of the documents a viewer may see, merged, then chosen for a case, a party or a plaintiff."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from casetrack import resolve, timeline
from casetrack.casebook.base import Base, case_ref
from casetrack.casebook.masks import Masks
from casetrack.casebook.views import CaseRef, ReferenceBand, TimelineView
from casetrack.errors import NotFound
from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    DocumentKind,
    EventFact,
    FactStatus,
    Modality,
    Precision,
    Role,
    Shelf,
    TimelineEntry,
    Viewer,
    Visibility,
    fold,
)
from casetrack.store import Connection, cases, facts, last_seq, parties
from casetrack.store import documents as documents_store

REFERENCE_BASIS = "L. 521-2"


class Story:
    """All the events one audience may know, at one state of the store."""

    def __init__(self, connection: Connection, viewer: Viewer, seq: int, masks: Masks) -> None:
        self.seq = seq
        self._lists: dict[str, tuple[Any, ...]] = {}
        known = [facts.select_facts(connection, viewer, kinds=[kind]) for kind in ("participation", "event")]
        if not viewer.is_member:
            known = [masks.rows(connection, found) for found in known]
        self.participations = known[0]
        self.events = [row for row in known[1] if row["day"]]
        ids = {row["document_id"] for row in self.events}
        self.documents = documents_store.find_documents(connection, ids, viewer)
        if not viewer.is_member:
            shown = masks.document_rows(connection, list(self.documents.values()))
            self.documents = {row["id"]: row for row in shown}
        self.cases_by_document = cases.case_ids_by_document(connection, ids)
        proceedings = {row["proceeding_id"] for row in self.events if row["proceeding_id"]}
        self.cases_by_proceeding = cases.cases_of_proceedings(connection, proceedings)
        visible = cases.visible_case_ids(connection, viewer)
        self.case_rows = {row["id"]: row for row in cases.all_cases(connection) if row["id"] in visible}
        if not viewer.is_member:
            self.case_rows = {case_id: masks.case_row(row) for case_id, row in self.case_rows.items()}
        self.cases = {case_id: case_ref(row) for case_id, row in self.case_rows.items()}
        self.by_document: dict[int, list[dict[str, Any]]] = {}
        self.by_proceeding: dict[int, list[dict[str, Any]]] = {}
        for row in self.participations:
            self.by_document.setdefault(row["document_id"], []).append(row)
            if row["proceeding_id"]:
                self.by_proceeding.setdefault(row["proceeding_id"], []).append(row)
        self.row_by_fact = {row["id"]: row for row in self.events}
        made = [self._fact(row) for row in self.events if self.documents[row["document_id"]]["shelf"] == Shelf.DOSSIERS]
        entries = timeline.build(made, links=facts.all_event_links(connection))
        self.entries = tuple(entry if viewer.is_member else _for_visitors(entry, self.documents) for entry in entries)

    def once(self, name: str, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """A list that every reader of this state of the store gets alike, made for the first of them."""
        if name not in self._lists:
            self._lists[name] = make()
        return self._lists[name]

    def _cases_of(self, row: dict[str, Any]) -> frozenset[int]:
        own = self.cases_by_proceeding.get(row["proceeding_id"] or 0, set())
        found = own or self.cases_by_document.get(row["document_id"], set())
        return frozenset(case_id for case_id in found if case_id in self.cases)

    def _fact(self, row: dict[str, Any]) -> EventFact:
        document, value = self.documents[row["document_id"]], row["value"]
        docket = f"{row['court_code']}/{row['docket']}" if row["docket"] else ""
        return EventFact(
            fact_id=row["id"],
            fingerprint=row["fingerprint"],
            document_id=row["document_id"],
            document_title=document["title"],
            document_kind=DocumentKind(document["kind"]),
            origin=document["origin"] or f"document-{document['id']}",
            type=value["type"],
            date=row["day"],
            date_end=dt.date.fromisoformat(value["date_end"]) if value.get("date_end") else None,
            time=value.get("time"),
            precision=Precision(value.get("precision") or "day"),
            modality=Modality(value.get("modality") or "constate"),
            deduced=bool(value.get("deduced")),
            reason=row["reason"],
            status=FactStatus(row["status"]),
            note=value.get("note") or "",
            court_code=value.get("court_code") or _own_court(row),
            docket=docket,
            case_ids=self._cases_of(row),
            parties=self._parties_of(row),
            organisations=frozenset(document["details"].get("organisations", ())),
            quote=row["quote"],
            sentence=value.get("sentence") or "",
            page=row["page"],
            start=row["start"],
            end=row["end"],
            is_public=bool(row["is_public"]),
        )

    def _parties_of(self, row: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
        """Who acted, when the text says it; else the plaintiffs and defendants of the proceeding or document.

        A document about several dockets does not say who asked under each: what other documents say of it is taken.
        """
        around = self.by_document.get(row["document_id"], [])
        if name := row["value"].get("party"):
            key = resolve.party_key(name)
            same = next((p for p in around if resolve.party_key(p["value"]["name"]) == key), None)
            role = same["value"]["role"] if same else ""
            return ((row["party_name"] or name, role, row["party_slug"] or ""),)
        if row["value"]["type"] in resolve.OUTSIDE_PROCEEDING:
            return ()
        if row["proceeding_id"] and not any(p["proceeding_id"] for p in around):
            around = []
        # What a decision tells of the one it judges: the plaintiff there was not yet an appellant.
        own = [p for p in around if p["proceeding_id"] in (None, row["proceeding_id"])]
        around = own or self.by_proceeding.get(row["proceeding_id"] or 0, []) or around
        seen = {
            (p["party_name"] or p["value"]["name"], p["value"]["role"], p["party_slug"] or ""): None
            for p in around
            if p["value"]["role"] in PLAINTIFF_ROLES | DEFENDANT_ROLES
        }
        return tuple(seen)

    # ------------------------------------------------------------------------------- choosing

    def of_case(self, case_id: int) -> list[TimelineEntry]:
        return [entry for entry in self.entries if case_id in entry.case_ids]

    def of_participant(self, is_it: Callable[[dict[str, Any]], bool], named: Collection[str]) -> list[TimelineEntry]:
        """Entries of proceedings and documents in which it takes part, or whose passage or title names it."""
        taking_part = [row for row in self.participations if is_it(row)]
        documents = {row["document_id"] for row in taking_part}
        proceedings = {row["proceeding_id"] for row in taking_part if row["proceeding_id"]}
        slugs = {row["party_slug"] for row in taking_part if row["party_slug"]}
        patterns = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in named]

        def concerns(fact_id: int) -> bool:
            row = self.row_by_fact[fact_id]
            if row["document_id"] in documents or row["proceeding_id"] in proceedings or row["party_slug"] in slugs:
                return True
            said = fold(f"{row['value'].get('sentence') or row['quote']} {row['document_title']}")
            return any(pattern.search(said) for pattern in patterns)

        return [entry for entry in self.entries if any(concerns(source.fact_id) for source in entry.sources)]


def _own_court(row: dict[str, Any]) -> str:
    """The court of the proceeding, for its own steps: an earlier decision or a contested act is somebody else's."""
    if row["value"]["type"] in ("décision attaquée", "décision antérieure", "acte contesté"):
        return ""
    return row["court_code"] or ""


def _for_visitors(entry: TimelineEntry, documents: dict[int, dict[str, Any]]) -> TimelineEntry:
    """Press sentences are for members: visitors get title and link, and the fixed quotation on the article's page."""
    shown = tuple(
        replace(source, quote="", sentence="")
        if documents[source.document_id]["visibility"] == Visibility.LISTED
        else source
        for source in entry.sources
    )
    return replace(entry, sources=shown)


class Timelines(Base):
    """Reads of timelines."""

    _stories: dict[bool, Story]

    def story(self, viewer: Viewer) -> Story:
        """The events this viewer may know; kept until the store changes."""
        with self._lock:
            stories = self.__dict__.setdefault("_stories", {})
        with self.store.read() as connection:
            seq = last_seq(connection)
            found = stories.get(viewer.is_member)
            if found is None or found.seq != seq:
                found = Story(connection, viewer, seq, self.masks)
                stories[viewer.is_member] = found
            return found  # type: ignore[no-any-return]

    def timeline(
        self,
        *,
        viewer: Viewer,
        case: str = "",
        party: str = "",
        plaintiff: str = "",
        everything: bool = False,
        types: Collection[str] = (),
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> TimelineView:
        """The events of a case (slug), of a party or of a plaintiff (slug, name or alias), or of all dossiers.

        Raises `NotFound` when there is no such case, or nobody of that name takes part in anything visible.
        """
        story = self.story(viewer)
        if case:
            with self.store.read() as connection:
                row = cases.find_case(connection, case)
            if row is None or row["id"] not in story.cases:
                raise NotFound(f"affaire « {case} »")
            entries = story.of_case(row["id"])
        elif party or plaintiff:
            entries = self._of_name(story, party or plaintiff, PLAINTIFF_ROLES if plaintiff else None, viewer)
        else:
            entries = list(story.entries)
        return view_of(story, entries, types=types, since=since, until=until)

    def _of_name(self, story: Story, name: str, roles: frozenset[Role] | None, viewer: Viewer) -> list[TimelineEntry]:
        key = resolve.party_key(name)
        with self.store.read() as connection:
            by_slug = parties.find_party(connection, name)
            row = by_slug or parties.find_party_by_key(connection, key)
            aliases = [alias for alias in parties.aliases(connection) if row and alias["party_id"] == row["id"]]
        if row and not viewer.is_member:  # a party, or a form of its name, that only a filing uses is nobody
            written = {
                resolve.party_key(p["value"]["name"]) for p in story.participations if p["party_id"] == row["id"]
            }
            aliases = [alias for alias in aliases if alias["key"] in written]
            if not written or not (by_slug or key in written | {resolve.party_key(row["name"])}):
                row, aliases = None, []
        forms = [alias["alias"] for alias in aliases]
        party_id = row["id"] if row else None

        def is_it(participation: dict[str, Any]) -> bool:
            if roles is not None and participation["value"]["role"] not in roles:
                return False
            if party_id is not None:
                return bool(participation["party_id"] == party_id)
            is_row = participation["party_id"] is not None
            return is_row and resolve.party_key(participation["value"]["name"]) == key

        named = () if roles else {fold(form) for form in (*forms, *(() if row else (name,))) if len(form) > 2}
        entries = story.of_participant(is_it, named)
        if not entries and not row:
            raise NotFound(f"partie « {name} »")
        return entries


def view_of(
    story: Story,
    entries: Iterable[TimelineEntry],
    *,
    types: Collection[str] = (),
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> TimelineView:
    """Entries with what a page needs around them; counts by type are before filtering by type."""
    within = [e for e in entries if (since is None or e.date >= since) and (until is None or e.date <= until)]
    chosen = tuple(e for e in within if not types or e.type in types)
    shown: dict[int, CaseRef] = {i: story.cases[i] for e in chosen for i in e.case_ids if i in story.cases}
    people = {(name, slug): None for e in chosen for name, _role, slug in e.parties if slug}
    return TimelineView(
        entries=chosen,
        total=len(chosen),
        cases=shown,
        types=dict(Counter(e.type for e in within)),
        parties=tuple(sorted(people)),
        references=tuple(bands(story, chosen)),
    )


def bands(story: Story, entries: Collection[TimelineEntry]) -> list[ReferenceBand]:
    """For each référé-liberté: the day it was filed, and the day it was decided."""
    liberties = {
        f"{row['court_code']}/{row['docket']}"
        for row in story.events
        if row["docket"] and story.documents[row["document_id"]]["basis"] == REFERENCE_BASIS
    }
    found = []
    for docket in sorted(liberties):
        filed = [e.date for e in entries if e.docket == docket and e.type == "requête"]
        decided = [e.date for e in entries if e.docket == docket and e.type == "décision"]
        if filed:
            label = f"n°\u00a0{docket.split('/')[1]}"
            found.append(ReferenceBand(label=label, filed_on=min(filed), decided_on=min(decided) if decided else None))
    return found
