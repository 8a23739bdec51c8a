"""What people do with documents, cases and parties: attach, publish, delete, open, rename, merge, split."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from casetrack.accounts import Act, require
from casetrack.casebook.ruling import Ruling
from casetrack.casebook.views import Done
from casetrack.errors import NotFound, Refused
from casetrack.model import FactStatus, Viewer, slugify
from casetrack.store import Connection, cases, facts, journal, now, parties
from casetrack.store import documents as documents_store


class Arranging(Ruling):
    """Documents, cases, parties."""

    def attach_document(self, case: str, document_id: int, *, viewer: Viewer) -> Done:
        """Put a document in a case."""
        return self._attachment(case, document_id, FactStatus.CONFIRMED, viewer, "Document rattaché à l'affaire.")

    def detach_document(self, case: str, document_id: int, *, viewer: Viewer) -> Done:
        """Take a document out of a case; the machine will not put it back."""
        return self._attachment(case, document_id, FactStatus.SET_ASIDE, viewer, "Document détaché de l'affaire.")

    def _attachment(self, case: str, document_id: int, status: FactStatus, viewer: Viewer, said: str) -> Done:
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            row = self._case_row(connection, case)
            self._row(connection, document_id, viewer)
            before = cases.attachment_of(connection, row["id"], document_id)
            cases.attach(connection, row["id"], document_id, status.value, f"par {viewer.name}")
            documents_store.touch(connection, [document_id])
            was = {"case_id": row["id"], "document_id": document_id, "attachment": before}
            entry = journal.record(
                connection, viewer, "rattachement", f"case:{row['id']}", was, {"status": status.value}
            )
        return Done(said=said, journal_id=entry, slug=row["slug"])

    def set_reference_date(self, document_id: int, day: dt.date | None, *, viewer: Viewer) -> Done:
        """Say from which day relative dates count; the document is read again from its kept text."""
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            documents_store.update_document(connection, document_id, reference_on=day)
            was = {"reference_on": row["reference_on"].isoformat() if row["reference_on"] else None}
            entry = journal.record(connection, viewer, "reference", f"document:{document_id}", was, str(day))
        self.pipeline.read(document_id)
        return Done(said="Date de référence enregistrée : le document a été relu.", journal_id=entry)

    def delete_document(self, document_id: int, *, viewer: Viewer) -> Done:
        """Take a wrong upload away from every page; undo brings it back. (Erasure is another act.)"""
        require(viewer, Act.ADD)
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            if row["added_by"] != viewer.user_id:
                require(viewer, Act.DELETE)
            documents_store.update_document(connection, document_id, deleted_at=now())
            entry = journal.record(
                connection, viewer, "suppression", f"document:{document_id}", {"title": row["title"]}
            )
        self.update_index()
        return Done(said="Document supprimé. L'original est gardé : vous pouvez annuler.", journal_id=entry)

    def _case_row(self, connection: Connection, slug: str) -> dict[str, Any]:
        row = cases.find_case(connection, slug)
        if row is None:
            raise NotFound(f"affaire « {slug} »")
        return row

    def create_case(
        self,
        title: str,
        *,
        viewer: Viewer,
        summary: str = "",
        why_followed: str = "",
        slug: str = "",
        is_demo: bool = False,
    ) -> Done:
        """Open a case by hand; its slug is made from the title unless one is given."""
        require(viewer, Act.REVIEW)
        title = _title(title)
        with self.store.write() as connection:
            case_id = cases.create_case(
                connection,
                slug=slug or slugify(title),
                title=title,
                named_by_person=True,
                is_demo=is_demo,
                summary=summary,
                why_followed=why_followed,
                created_by=viewer.user_id,
            )
            documents_store.bump(connection)
            row = cases.get_case(connection, case_id) or {}
            entry = journal.record(connection, viewer, "affaire", f"case:{case_id}", None, {"title": title})
        return Done(said="Affaire ouverte.", journal_id=entry, slug=row["slug"], id=case_id)

    def rename_case(
        self, slug: str, *, viewer: Viewer, title: str = "", summary: str | None = None, why_followed: str | None = None
    ) -> Done:
        """Another title (the old address redirects), summary or reason for following."""
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            row = self._case_row(connection, slug)
            values: dict[str, Any] = {}
            if title and title != row["title"]:
                values |= {"title": _title(title), "named_by_person": True}
                wanted = slugify(title)
                if cases.slug_is_free(connection, wanted, row["id"]):
                    values["slug"] = wanted
            if summary is not None:
                values["summary"] = summary.strip()
            if why_followed is not None:
                values["why_followed"] = why_followed.strip()
            if values:
                cases.update_case(connection, row["id"], **values)
                documents_store.bump(connection)
            was = {name: row[name] for name in ("title", "slug", "summary", "why_followed", "named_by_person")}
            entry = journal.record(connection, viewer, "affaire-modifiee", f"case:{row['id']}", was, values)
        return Done(said="Affaire modifiée.", journal_id=entry, slug=values.get("slug", row["slug"]))

    def merge_cases(self, slug: str, into: str, *, viewer: Viewer) -> Done:
        """Move everything of one case into another; the old address redirects."""
        require(viewer, Act.ARRANGE)
        with self.store.write() as connection:
            source, target = self._case_row(connection, slug), self._case_row(connection, into)
            if source["id"] == target["id"]:
                raise Refused("Une affaire ne peut être fusionnée avec elle-même : choisissez-en une autre.")
            was = cases.merge(connection, source, target["id"])
            documents_store.bump(connection)
            entry = journal.record(connection, viewer, "fusion", f"case:{target['id']}", was, {"into": target["id"]})
        return Done(said="Affaires réunies.", journal_id=entry, slug=target["slug"])

    def split_case(self, slug: str, title: str, document_ids: Sequence[int], *, viewer: Viewer) -> Done:
        """Move some documents of a case, and the proceedings only they carry, to a new case."""
        require(viewer, Act.ARRANGE)
        if not document_ids:
            raise Refused("Choisissez au moins un document à déplacer dans la nouvelle affaire.")
        with self.store.write() as connection:
            row = self._case_row(connection, slug)
            new_id = cases.create_case(
                connection,
                slug=slugify(_title(title)),
                title=_title(title),
                named_by_person=True,
                is_demo=row["is_demo"],
            )
            moved = cases.move_documents(connection, row["id"], new_id, document_ids)
            documents_store.touch(connection, list(document_ids))
            made = cases.get_case(connection, new_id) or {}
            was = {"from": row["id"], "new": new_id, "moved": moved}
            entry = journal.record(connection, viewer, "scission", f"case:{row['id']}", was, {"new": new_id})
        return Done(said="Nouvelle affaire ouverte avec ces documents.", journal_id=entry, slug=made["slug"], id=new_id)

    def rename_party(self, slug: str, name: str, *, viewer: Viewer) -> Done:
        """The name to show for a legal person."""
        require(viewer, Act.ARRANGE)
        with self.store.write() as connection:
            row = parties.find_party(connection, slug)
            if row is None:
                raise NotFound(f"partie « {slug} »")
            parties.rename_party(connection, row["id"], name=_title(name), slug=slugify(name))
            documents_store.touch(connection, facts.documents_of_party(connection, row["id"]))
            fresh = parties.get_party(connection, row["id"]) or row
            was = {"name": row["name"], "slug": row["slug"]}
            entry = journal.record(connection, viewer, "partie", f"party:{row['id']}", was, {"name": name})
        return Done(said="Nom modifié.", journal_id=entry, slug=fresh["slug"])


def _title(title: str) -> str:
    said = " ".join(title.split())[:200]
    if not slugify(said):
        raise Refused("Donnez un titre d'au moins une lettre.")
    return said
