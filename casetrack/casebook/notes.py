"""Notes on a passage, for oneself or for members, held by the words they are about: the prefix, the exact words, the
suffix. A new reading moves them; one whose words are gone is shown all the same. No visitor, index, feed, export or
program ever reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casetrack.accounts import Act, may, require
from casetrack.casebook.quoting import bare, neighbours, place
from casetrack.casebook.undoing import Undoing
from casetrack.casebook.views import DocumentView, Done
from casetrack.errors import NotFound, Refused
from casetrack.model import Viewer
from casetrack.store import journal
from casetrack.store import notes as notes_store

BODY_MOST = 5_000
NOTES_MOST = 5_000
"""Of one person; beyond, an older one must go first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteView:
    """A note as its reader sees it. ``start`` and ``end`` are in the text of today; both 0 when the words are lost,
    or when the note is about the whole document (then ``quote`` is empty too)."""

    id: int
    body: str
    quote: str
    start: int
    end: int
    is_shared: bool
    is_mine: bool
    may_remove: bool
    author: str
    created_at: str

    @property
    def is_lost(self) -> bool:
        return bool(self.quote) and not self.end


class Noting(Undoing):
    """Notes."""

    def notes(self, document: DocumentView, *, viewer: Viewer) -> tuple[NoteView, ...]:
        """The notes this viewer may read on a document they may read, in the order of the text."""
        with self.store.read() as connection:
            found = notes_store.list_notes(connection, document.ref.id, viewer)
        made = [_view(row, document.text or "", viewer) for row in found]
        return tuple(sorted(made, key=lambda note: (not note.end, note.start, note.id)))

    def add_note(
        self, document_id: int, body: str, *, viewer: Viewer, quote: str = "", before: str = "", is_shared: bool = False
    ) -> Done:
        """Write a note; ``before`` (what precedes the words in the page) tells which of several places is meant.

        Words that are not found do not lose the note: it says so. Raises `NotFound`, `Refused`, `NotAllowed`.
        """
        require(viewer, Act.REVIEW if is_shared else Act.READ)
        if not (body := body.strip()[:BODY_MOST]):
            raise Refused("Écrivez la note avant de l'enregistrer.")
        text = self.document(document_id, viewer=viewer).text or ""
        found = place(text, quote, before=before) if quote else None
        start, end = found or (0, 0)
        prefix, suffix = neighbours(text, start, end) if found else ("", "")
        values = {
            "body": body,
            "quote": text[start:end] if found else bare(quote)[:BODY_MOST],
            "start": start,
            "before": prefix,
            "after": suffix,
        }
        with self.store.write() as connection:
            if viewer.user_id is None or notes_store.count_notes(connection, viewer.user_id) >= NOTES_MOST:
                raise Refused("Vous avez trop de notes : retirez-en avant d'en ajouter.")
            owner = {"user_id": viewer.user_id, "user_name": viewer.name, "is_shared": is_shared}
            note_id = notes_store.add_note(connection, document_id=document_id, **owner, **values)
            target = f"document:{document_id}"
            entry = journal.record(connection, viewer, "note", target, {"note": note_id}, values) if is_shared else 0
        lost = quote and not found
        said = (
            "Note gardée, mais son passage n'a pas été trouvé : copiez la phrase telle quelle."
            if lost
            else "Note gardée."
        )
        return Done(said=said, journal_id=entry, id=note_id)

    def remove_note(self, note_id: int, *, viewer: Viewer) -> tuple[Done, int]:
        """Take a note back: one's own, or a shared one for an editor. Returns also the document it was on."""
        require(viewer, Act.READ)
        with self.store.write() as connection:
            row = notes_store.find_note(connection, note_id, viewer)
            if row is None:
                raise NotFound("note")
            if row["user_id"] != viewer.user_id:
                require(viewer, Act.DELETE)
            notes_store.remove_note(connection, note_id)
            target = f"document:{row['document_id']}"
            entry = journal.record(connection, viewer, "note-retiree", target, row) if row["is_shared"] else 0
        return Done(said="Note retirée.", journal_id=entry), row["document_id"]

    # ------------------------------------------------------------------------------- searches kept

    def save_search(self, name: str, query: str, *, viewer: Viewer) -> Done:
        """Keep the address of a search under a name, for its owner alone."""
        require(viewer, Act.READ)
        name = " ".join(name.split())[:SEARCH_NAME_MOST]
        if not name or not query or len(query) > SEARCH_MOST or viewer.user_id is None:
            raise Refused("Donnez un nom à cette recherche.")
        with self.store.write() as connection:
            if len(notes_store.list_searches(connection, viewer.user_id)) >= SEARCHES_MOST:
                raise Refused(f"Vous gardez déjà {SEARCHES_MOST} recherches : retirez-en une.")
            made = notes_store.add_search(connection, user_id=viewer.user_id, name=name, query=query)
        return Done(said=f"Recherche gardée : « {name} ».", id=made)

    def saved_searches(self, *, viewer: Viewer) -> list[dict[str, Any]]:
        """One's own, latest first; none for a visitor."""
        if viewer.user_id is None:
            return []
        with self.store.read() as connection:
            return notes_store.list_searches(connection, viewer.user_id)

    def forget_search(self, search_id: int, *, viewer: Viewer) -> Done:
        """Take one's own search back. Raises `NotFound`."""
        require(viewer, Act.READ)
        with self.store.write() as connection:
            if not notes_store.remove_search(connection, viewer.user_id or 0, search_id):
                raise NotFound("recherche gardée")
        return Done(said="Recherche retirée.")


SEARCH_MOST = 2_000
SEARCH_NAME_MOST = 100
SEARCHES_MOST = 100


def _view(row: dict[str, Any], text: str, viewer: Viewer) -> NoteView:
    found = place(text, row["quote"], before=row["before"], after=row["after"], start=row["start"]) or (0, 0)
    is_mine = row["user_id"] == viewer.user_id
    return NoteView(
        id=row["id"],
        body=row["body"],
        quote=row["quote"],
        start=found[0],
        end=found[1],
        is_shared=row["is_shared"],
        is_mine=is_mine,
        may_remove=is_mine or may(viewer, Act.DELETE),
        author=row["user_name"],
        created_at=row["created_at"],
    )
