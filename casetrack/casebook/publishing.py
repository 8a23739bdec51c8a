"""Publishing one document: an editor sees exactly what the public will, answers for each point, confirms; and takes
it back at once. The public reads our masked text, never the original nor what the file says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from casetrack import masking, words
from casetrack.accounts import Act, require
from casetrack.casebook.library import Library
from casetrack.casebook.masks import scopes_of
from casetrack.casebook.views import DocumentRef, Done
from casetrack.errors import Conflict, Refused, Unreadable
from casetrack.extract.output import from_json
from casetrack.masking import Hidden, Masked
from casetrack.model import Viewer, Visibility
from casetrack.read.defects import Defect
from casetrack.store import Connection, journal, publications
from casetrack.store import documents as documents_store
from casetrack.store.documents import StoredText

CHECKS = {
    "auteur": "L’auteur de l’acte est d’accord pour qu’il soit publié.",
    "personnes": "J’ai relu le texte de l’aperçu : aucun particulier n’y est reconnaissable.",
    "sensible": "Rien ne dit la santé, l’appartenance syndicale, les opinions ou la religion de quelqu’un.",
    "pieces": "Je publie ce document seul : chaque pièce jointe sera examinée à part.",
}
NEVER = frozenset({"eml", "zip"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What the public would read. ``stamp`` must be given back to publish: it is this text or none."""

    document: DocumentRef
    title: str
    text: str
    pieces: tuple[tuple[int, int, int, int, str], ...]
    counts: tuple[tuple[str, int], ...]
    """How often each mask is used."""
    defects: tuple[Defect, ...]
    cut: int
    """How many passages that the original hides were cut."""
    also: tuple[str, ...]
    keep: tuple[str, ...]
    exhibits: tuple[DocumentRef, ...]
    stamp: str


class Publishing(Library):
    """Publish, take back."""

    def preview(
        self, document_id: int, *, viewer: Viewer, also: Sequence[str] = (), keep: Sequence[str] = ()
    ) -> Preview:
        """What the public would read of one document, and what is wrong in its file.

        ``also``: words to mask besides; ``keep``: words wrongly masked. Raises `Refused` for what is never published
        and for a file that could not be examined.
        """
        require(viewer, Act.PUBLISH)
        with self.store.read() as connection:
            row, stored = self._publishable(connection, document_id, viewer)
            scope = scopes_of(connection, [document_id])[document_id]
            (ref,) = self.refs(connection, [row], viewer)
            inside = self.refs(connection, documents_store.children(connection, document_id, viewer), viewer)
            source = documents_store.get_source(connection, row["sha256"])
        defects = self._defects(row["sha256"], source["name"] if source else "")
        cut = [place for defect in defects if (place := _place(stored.text, defect))]
        hidden = self._hidden(stored, cut, also, keep)
        masked = self.masks.apply(scope, stored.text, hidden)
        title = self._title(scope, row["title"], stored, hidden, also)
        return Preview(
            document=ref,
            title=title,
            text=masked.text,
            pieces=masked.pieces,
            counts=_counts(masked),
            defects=defects,
            cut=len(cut),
            also=tuple(also),
            keep=tuple(keep),
            exhibits=inside,
            stamp=hashlib.sha256(f"{title}\x1f{masked.text}".encode("utf-8", "surrogatepass")).hexdigest(),
        )

    def _publishable(
        self, connection: Connection, document_id: int, viewer: Viewer
    ) -> tuple[dict[str, Any], StoredText]:
        row = self._row(connection, document_id, viewer)
        if row["format"] in NEVER:
            raise Refused("Un courriel ou une archive n'est jamais publié : publiez plutôt une pièce, après examen.")
        if publications.is_open(row):
            raise Refused("Ce document vient d'une source officielle : il est déjà public.")
        if not row["text_id"] or row["state"] != "read":
            raise Refused("Ce document n'a pas de texte lu : il n'y a rien à publier.")
        return row, documents_store.load_text(connection, row["text_id"])

    def _defects(self, sha256: str, name: str) -> tuple[Defect, ...]:
        try:
            return self.pipeline.sandbox.inspect(self.pipeline.originals.open(sha256), name)
        except Unreadable as error:
            raise Refused(f"Le fichier n'a pas pu être examiné, il n'est donc pas publié. {error.reason}") from error

    def _hidden(
        self, stored: StoredText, cut: Collection[tuple[int, int]], also: Sequence[str], keep: Sequence[str]
    ) -> tuple[Hidden, ...]:
        findings = from_json(stored.findings_json) if stored.findings_json else None
        legal = masking.named_in(stored.text, findings).legal
        return masking.hide(
            stored.text,
            legal=masking.legal_spans(stored.text, legal),
            officers=[(item.start, item.end) for item in findings.withheld] if findings else (),
            cut=cut,
            also=also,
            keep=keep,
        )

    def _title(self, scope: str, title: str, stored: StoredText, hidden: Sequence[Hidden], also: Sequence[str]) -> str:
        known = tuple(dict.fromkeys(item.name for item in hidden if item.name))
        legal = self.masks.named(stored).legal
        again = masking.hide(title, legal=masking.legal_spans(title, legal), known=known, also=also)
        return self.masks.apply(scope, title, again).text

    def publish(
        self,
        document_id: int,
        *,
        viewer: Viewer,
        stamp: str = "",
        checks: Collection[str] = tuple(CHECKS),
        also: Sequence[str] = (),
        keep: Sequence[str] = (),
    ) -> Done:
        """Publish the text of a preview, named by its ``stamp`` (none: as it is now).

        Raises `Refused` when a point was not answered for, `Conflict` when the text changed since the preview.
        """
        require(viewer, Act.PUBLISH)
        if missing := [said for name, said in CHECKS.items() if name not in checks]:
            raise Refused(f"Répondez de chaque point avant de publier. Il manque : « {missing[0]} »")
        seen = self.preview(document_id, viewer=viewer, also=also, keep=keep)
        if stamp and stamp != seen.stamp:
            raise Conflict("Le texte a changé depuis l'aperçu : relisez-le, puis confirmez.")
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            publications.publish(
                connection,
                document_id,
                text_id=row["text_id"],
                title=seen.title,
                text=seen.text,
                pieces=seen.pieces,
                checks=sorted(checks),
                user_id=viewer.user_id,
                user_name=viewer.name,
            )
            entry = self._show(connection, row, Visibility.PUBLIC, viewer, {"checks": sorted(checks)})
        self.update_index()
        return Done(said="Document publié : le public lit le texte de l'aperçu.", journal_id=entry)

    def take_back(self, document_id: int, *, viewer: Viewer) -> Done:
        """Take a published document back from everywhere, at once."""
        return self.set_visibility(document_id, Visibility.MEMBERS, viewer=viewer)

    def set_visibility(self, document_id: int, visibility: Visibility, *, viewer: Viewer) -> Done:
        """List one document, keep it for members, or publish it (see `publish`). Mail is never shown."""
        require(viewer, Act.PUBLISH)
        with self.store.read() as connection:
            row = self._row(connection, document_id, viewer)
        given = row["details"].get("given", {}).get("visibility") == Visibility.PUBLIC
        if visibility is Visibility.PUBLIC and not (row["archive"] or given):
            return self.publish(document_id, viewer=viewer)
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            if row["format"] in NEVER and visibility != Visibility.MEMBERS:
                raise Refused("Un courriel n'est jamais publié : publiez plutôt sa pièce jointe, après vérification.")
            entry = self._show(connection, row, visibility, viewer, None)
        self.update_index()
        said = words.VISIBILITIES.get(visibility, visibility)
        return Done(said=f"Visibilité changée, partout : {said}.", journal_id=entry)

    def _show(
        self, connection: Connection, row: dict[str, Any], visibility: Visibility, viewer: Viewer, more: Any
    ) -> int:
        details = row["details"] | {"visibility_by_person": visibility.value}
        documents_store.update_document(connection, row["id"], visibility=visibility.value, details=details)
        was = {"visibility": row["visibility"]}
        after = {"visibility": visibility.value, **more} if more else visibility.value
        return journal.record(connection, viewer, "visibilite", f"document:{row['id']}", was, after)


def _place(text: str, defect: Defect) -> tuple[int, int] | None:
    return masking.find_cut(text, defect.text) if defect.is_hidden_text and defect.text else None


def _counts(masked: Masked) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for *_, label in masked.pieces:
        if label:
            found[label] = found.get(label, 0) + 1
    return tuple(found.items())


__all__ = ["CHECKS", "Preview", "Publishing"]
