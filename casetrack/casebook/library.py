"""The library: archives in, and the one act that makes a followed dossier of a decision."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from casetrack import resolve
from casetrack.accounts import Act, require
from casetrack.casebook.notes import Noting
from casetrack.casebook.views import Done
from casetrack.errors import Conflict, Refused
from casetrack.extract.output import from_json
from casetrack.ingest import ImportReport, Librarian
from casetrack.model import DocumentKind, FactStatus, Shelf, Viewer, slugify
from casetrack.store import Connection, cases, journal, library, shelves
from casetrack.store import documents as documents_store


class Library(Noting):
    """Official archives."""

    def import_archives(
        self, paths: Iterable[Path], advance: Callable[[int], None] = lambda steps: None
    ) -> ImportReport:
        """Take official archives in, and index them. The same twice changes nothing; stopped, it goes on.

        ``advance`` hears how many members were settled. When another process is writing the index, it is left to it.
        """
        report = Librarian(self.pipeline).run(paths, advance)
        if self.feed.waiting(self.index.last_seq):
            with contextlib.suppress(Conflict):  # the one that writes replays what is new
                self.update_index()
        return report

    def open_dossier(self, document_id: int, *, viewer: Viewer, case: str = "") -> Done:
        """Follow a decision of the library: open a dossier from it, or put it in the one named by its slug.

        Its facts are made from the findings kept since it came; undo returns it to the library.
        Raises `NotFound`, and `Conflict` when it is followed already.
        """
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            if row["shelf"] != Shelf.LIBRARY:
                raise Conflict("Cette décision est déjà dans un dossier : ouvrez-la pour voir lequel.")
            if row["kind"] != DocumentKind.DECISION or row["text_id"] is None:
                raise Refused("Seule une décision lue peut ouvrir un dossier.")
            before = shelves.standing(connection)
            target = self._case_row(connection, case) if case else None
            if target:
                said = f"par {viewer.name}"
                cases.attach(connection, target["id"], document_id, FactStatus.CONFIRMED.value, said)
            self._follow(connection, row)
            found = self._dossier_of(connection, row, target)
            made = shelves.made_since(connection, before)
            entry = journal.record(
                connection, viewer, "dossier", f"document:{document_id}", {"made": made}, {"case_id": found["id"]}
            )
        self.update_index()
        said = "Décision ajoutée au dossier." if target else "Dossier ouvert à partir de cette décision."
        return Done(said=said, journal_id=entry, slug=found["slug"], id=found["id"])

    def _follow(self, connection: Connection, row: dict[str, Any]) -> None:
        """The rows of a followed document, from what was read when it came."""
        stored = documents_store.load_text(connection, row["text_id"])
        findings = from_json(stored.findings_json)
        details = row["details"] | {"organisations": sorted(resolve.organisations_of(findings)), "filed_on": ""}
        moved = {"shelf": Shelf.DOSSIERS.value, "details": details}
        documents_store.update_document(connection, row["id"], **moved)
        self.pipeline.know(connection, {**row, **moved}, stored.text, stored.id, findings)
        if row["decision_id"]:
            library.stamp_decisions(connection, [row["decision_id"]])

    def _dossier_of(self, connection: Connection, row: dict[str, Any], target: dict[str, Any] | None) -> dict[str, Any]:
        """The case asked for, else the one its dockets lead to, else a new one of its own."""
        ids = sorted(cases.case_ids_by_document(connection, [row["id"]]).get(row["id"], set()))
        if target is None and not ids:
            title = row["title"]
            ids = [cases.create_case(connection, slug=slugify(title), title=title, is_demo=row["is_demo"])]
            cases.attach(connection, ids[0], row["id"], FactStatus.CONFIRMED.value, "premier document de l'affaire")
        return target or cases.get_case(connection, ids[0]) or {}
