"""What every part of the casebook holds: settings, store, pipeline, index; and the small conversions."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from typing import Any

from casetrack import search, words
from casetrack.accounts import read_secret
from casetrack.casebook.masks import Masks
from casetrack.casebook.views import CaseRef, DocumentRef, FactView
from casetrack.errors import IndexUnusable
from casetrack.ingest import Feed, Pipeline, whole_index
from casetrack.model import ANONYMOUS, UserRole, Viewer
from casetrack.settings import Settings
from casetrack.store import Connection, Store, cases, facts, get_note, put_note
from casetrack.store import documents as documents_store
from casetrack.store.backup import snapshot

LITTLE = 1_000
"""So many changes, and more of them than the index holds: it is quicker to build it again (docs/performance.md)."""
SYSTEM = Viewer(user_id=None, name="casetrack", role=UserRole.ADMINISTRATOR)
"""The program itself, on the command line of the machine that holds the data."""


class Base:
    """Opens the home folder (created when absent), brings the database up to date."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(settings.database)
        if self.store.is_behind():
            snapshot(settings.database, settings.home / f"casetrack.before-{self.store.head()}.db")
        self.store.migrate()
        self.pipeline = Pipeline(settings, self.store)
        self.feed = Feed(self.store)
        self._index: search.Index | None = None
        self._masks: Masks | None = None
        self._lock = threading.RLock()
        self._retired: search.Index | None = None

    def close(self) -> None:
        self.pipeline.close()
        with self._lock:
            self._close_retired()
            if self._index is not None:
                self._index.close()
                self._index = None
        self.store.close()

    def note(self, key: str) -> str:
        """A value the program keeps for itself; empty when there is none."""
        with self.store.read() as connection:
            return get_note(connection, key)

    def set_note(self, key: str, value: str) -> None:
        with self.store.write() as connection:
            put_note(connection, key, value)

    # ----------------------------------------------------------------------- who may see what

    @property
    def masks(self) -> Masks:
        """What hides natural persons from visitors."""
        if self._masks is None:
            self._masks = Masks(self.store, read_secret(self.settings.home / "names.key").encode())
        return self._masks

    def refs(
        self, connection: Connection, found: Collection[Mapping[str, Any]], viewer: Viewer
    ) -> tuple[DocumentRef, ...]:
        """Documents as this viewer may name them, in the order given."""
        return document_refs(connection, found if viewer.is_member else self.masks.document_rows(connection, found))

    def facts_for(self, connection: Connection, viewer: Viewer, **wanted: Any) -> list[dict[str, Any]]:
        """Facts as this viewer may know them: see `casetrack.store.facts.select_facts`."""
        found = facts.select_facts(connection, viewer, **wanted)
        return found if viewer.is_member else self.masks.rows(connection, found)

    def case_row_for(self, row: dict[str, Any], viewer: Viewer) -> dict[str, Any]:
        """A case as this viewer may name it."""
        return row if viewer.is_member else self.masks.case_row(row)

    # ------------------------------------------------------------------------------ the index

    @property
    def index(self) -> search.Index:
        """The index, opened on first need; a damaged or foreign one is rebuilt from the store."""
        with self._lock:
            if self._index is None:
                try:
                    self._index = search.open_index(self.settings.index, self.settings.engine)
                except IndexUnusable:
                    self._index = self._rebuilt()
            return self._index

    def _rebuilt(self) -> search.Index:
        whole_index.rebuild(self.settings, self.feed)
        return search.open_index(self.settings.index, self.settings.engine)

    def reindex(self) -> int:
        """Build the index again from the store, the old one serving meanwhile. Returns how many records it holds."""
        fresh = self._rebuilt()
        with self._lock:
            self._close_retired()
            self._retired, self._index = self._index, fresh  # somebody may still be searching in the old one
        return fresh.count()

    def _close_retired(self) -> None:
        with self._lock:
            if self._retired is not None:
                self._retired.close()
                self._retired = None

    def purge(self) -> None:
        """After an erasure: the index made again without its older files, the database rewritten, copies removed."""
        self.masks.forget()
        self.__dict__.pop("_stories", None)
        for copy in self.settings.home.glob("casetrack.before-*.db*"):
            copy.unlink(missing_ok=True)
        self.reindex()
        self._close_retired()
        self.store.vacuum()

    def update_index(self) -> int:
        """Replay what changed; returns how many documents were looked at."""
        try:
            waiting = self.feed.waiting(self.index.last_seq)
            if waiting > max(LITTLE, self.index.count()):
                return self.reindex()
            return self.feed.replay(self.index)
        except IndexUnusable:
            return self.reindex()


# -------------------------------------------------------------------------------------- conversions


def case_ref(row: Mapping[str, Any]) -> CaseRef:
    return CaseRef(id=row["id"], slug=row["slug"], title=row["title"], is_demo=row["is_demo"])


def document_ref(row: Mapping[str, Any], dockets: Collection[str] = ()) -> DocumentRef:
    """``dockets`` are those of its decision, first one first."""
    numbers = tuple(dockets)
    return DocumentRef(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        visibility=row["visibility"],
        shelf=row["shelf"],
        state=row["state"],
        is_demo=row["is_demo"],
        court_code=row["court_code"],
        court=words.court_short(row["court_code"]) if row["court_code"] else "",
        docket=numbers[0] if numbers else "",
        dockets=numbers,
        day=row["decided_on"] or row["published_on"],
        time=row["published_time"],
        publisher=row["publisher"],
        address=row["address"],
        format=row["format"],
        basis=row["basis"],
        publication_level=row["publication_level"],
        needs_ocr=row["failure_code"] == "needs-ocr",
        failure=row["failure"],
        quotation=row["quotation"],
        attachment_status=row.get("attachment_status", ""),
        attachment_reason=row.get("reason", ""),
    )


def document_refs(connection: Connection, found: Collection[Mapping[str, Any]]) -> tuple[DocumentRef, ...]:
    """Refs with the dockets of their decisions, in the order given."""
    decision_ids = [row["decision_id"] for row in found if row["decision_id"]]
    dockets = documents_store.dockets_of(connection, decision_ids)
    keys = cases.decision_keys(connection, decision_ids)
    return tuple(
        document_ref(row, ordered(dockets.get(row["decision_id"], ()), keys.get(row["decision_id"], "")))
        for row in found
    )


def ordered(dockets: Collection[str], key: str) -> tuple[str, ...]:
    """The first-named docket of a decision's key comes first."""
    first = key.rsplit("/", 1)[-1]
    return tuple(sorted(dockets, key=lambda docket: (docket != first, docket)))


def fact_view(row: Mapping[str, Any], viewer: Viewer = ANONYMOUS) -> FactView:
    """A fact for a viewer: what the press wrote is not quoted to visitors beyond the one fixed quotation."""
    hidden = not viewer.is_member and row["visibility"] == "listed"
    value = {key: item for key, item in row["value"].items() if key != "sentence"} if hidden else row["value"]
    return FactView(
        id=row["id"],
        fingerprint=row["fingerprint"],
        document_id=row["document_id"],
        kind=row["kind"],
        subject=row["subject"],
        value=value,
        status=row["status"],
        by_person=row["by_person"],
        reason=row["reason"],
        quote="" if hidden else row["quote"],
        before="" if hidden else row["before"],
        after="" if hidden else row["after"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
        is_on_old_text=row["is_on_old_text"],
        party_slug=row["party_slug"] or "",
        party_name=row["party_name"] or "",
        court_code=row["court_code"] or "",
        docket=row["docket"] or "",
        is_public=bool(row["is_public"]),
        document_title=row["document_title"],
    )
