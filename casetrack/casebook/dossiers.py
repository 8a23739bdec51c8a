"""A case to take away: what this viewer may have of each document, under a number; and search among them alone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casetrack import words
from casetrack.casebook.cited import Cited
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import CaseRef, DocumentRef, SearchPage
from casetrack.errors import NotFound
from casetrack.model import DocumentKind, Viewer, slugify
from casetrack.search import describe, parse
from casetrack.store import cases
from casetrack.store import documents as documents_store
from casetrack.store.publications import is_open, published

MOST_BYTES = 1024**3
"""Originals beyond this are left out of one dossier, and said to be."""
_CHUNK = 256 * 1024
_WRITTEN = frozenset({DocumentKind.PRESS.value, DocumentKind.ASSOCIATION.value})
_SUFFIXES = {"opendata": "xml", "jade": "xml", "judilibre": "json"}
_USUAL = frozenset(
    {*("pdf", "docx", "odt", "html", "htm", "txt", "md", "eml", "zip", "xml", "json", "rtf", "doc"), "png", "jpg"}
)
_LICENCES: Mapping[str, str] = {
    DocumentKind.FILING: "droits réservés à l'auteur de l'acte",
    DocumentKind.PRESS: "droits réservés à l'éditeur",
    DocumentKind.ASSOCIATION: "droits réservés à l'association",
    DocumentKind.DECISION: "acte officiel",
}
PRESS_IS_NOT_GIVEN = "presse et pages d'associations : le titre, le lien et une courte citation seulement"
NOTHING_KEPT = "l'original n'est pas conservé ici"
TOO_MUCH = "le dossier est limité à 1\u00a0Go : à télécharger depuis la page du document"


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierItem:
    """One line of the inventory. ``name`` is that of its file; empty when it is ``absent``, which says why."""

    number: int
    document: DocumentRef
    author: str
    licence: str
    name: str
    size: int
    sha256: str
    """Of the original given; empty for a text made for the public, whose digest is made when it is written."""
    absent: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    case: CaseRef
    items: tuple[DossierItem, ...]


class Dossiers(Cited):
    """The inventory of a case, the bytes of each line, and a search among them."""

    def dossier(self, slug: str, *, viewer: Viewer) -> Dossier:
        """Every document of a case that this viewer may know, in order, numbered. Raises `Moved`, `NotFound`."""
        case = self.case(slug, viewer=viewer).ref
        with self.store.read() as connection:
            rows = cases.case_document_rows(connection, case.id, viewer)
            refs = self.refs(connection, rows, viewer)
            told = rows if viewer.is_member else self.masks.document_rows(connection, rows)
            texts = {} if viewer.is_member else published(connection, [row["id"] for row in rows])
            items, room = [], MOST_BYTES
            for number, (row, ref, said) in enumerate(zip(rows, refs, told, strict=True), start=1):
                source = documents_store.get_source(connection, row["sha256"]) or {"size": 0, "name": ""}
                absent = self._absent(row, ref.id in texts, source["size"], room, viewer)
                is_whole = _is_whole(row, viewer)
                suffix = _suffix(row["format"], source["name"]) if is_whole else "txt"
                room -= 0 if absent else source["size"]
                items.append(
                    DossierItem(
                        number=number,
                        document=ref,
                        author=_author(ref, said["author"] if viewer.is_member else ""),
                        licence=_licence(row),
                        name="" if absent else file_name(number, ref, suffix),
                        size=0 if absent else source["size"],
                        sha256=row["sha256"] if is_whole else "",
                        absent=absent,
                    )
                )
        return Dossier(case=case, items=tuple(items))

    def _absent(self, row: dict[str, Any], is_published: bool, size: int, room: int, viewer: Viewer) -> str:
        """Why a document is not in the dossier of this viewer; empty when it is."""
        if not viewer.is_member and row["kind"] in _WRITTEN:
            return PRESS_IS_NOT_GIVEN
        if not (viewer.is_member or is_open(row) or is_published):
            return "réservé aux membres"
        if _is_whole(row, viewer) and not self.pipeline.originals.has(row["sha256"]):
            return NOTHING_KEPT
        return TOO_MUCH if size > room else ""

    def dossier_bytes(self, item: DossierItem, *, viewer: Viewer) -> Iterator[bytes]:
        """The bytes of one line, in pieces, asked for again of the store: what was withdrawn meanwhile is not given.

        Raises `NotFound`, before the first piece.
        """
        with self.store.read() as connection:
            row = documents_store.find_document(connection, item.document.id, viewer)
            if row is None or self._absent(row, True, 0, 0, viewer):
                raise NotFound(item.document.title)
            shown = shown_texts(connection, [row], viewer, only=frozenset({"withheld"})).get(row["id"])
        if _is_whole(row, viewer):
            yield from self._original_bytes(row["sha256"])
        elif shown is not None:
            title = shown.published.title if shown.published else row["title"]
            yield f"{title}\n\n{shown.quiet}\n".encode("utf-8", "replace")
        else:
            raise NotFound(item.document.title)

    def _original_bytes(self, sha256: str) -> Iterator[bytes]:
        found = self.pipeline.originals.open(sha256)
        if isinstance(found, bytes):
            yield found
            return
        with found.open("rb") as file:
            while piece := file.read(_CHUNK):
                yield piece

    # ------------------------------------------------------------------------- searching in a case

    def search_case(self, slug: str, text: str, *, viewer: Viewer, page: int = 1, per_page: int = 20) -> SearchPage:
        """The documents of one case that answer, best first, with their extracts: one language, one index.

        Raises `QueryError` in French with a position, `Moved`, `NotFound`.
        """
        began = time.perf_counter()
        inside = [str(ref.id) for ref in self.case(slug, viewer=viewer).documents]
        query = parse(text, dt.date.today())
        found = self.index.search(
            query.tree,
            is_member=viewer.is_member,
            limit=per_page,
            offset=(page - 1) * per_page,
            filters={"id": inside or ["aucun"]},
        )
        return SearchPage(
            query=text,
            explained=describe(query.tree),
            total=found.total,
            took_ms=round((time.perf_counter() - began) * 1000, 1),
            engine=self.index.stamps.engine,
            hits=self._hits(found, query, viewer),
            facets={},
            page=page,
            pages=max(1, -(-found.total // per_page)),
            cut=found.cut,
            results=found,
        )


def _is_whole(row: Mapping[str, Any], viewer: Viewer) -> bool:
    """Whether a viewer takes the original: a visitor has a decision's text, without its judges (art. L. 10 CJA)."""
    return viewer.is_member or (is_open(row) and row["kind"] != DocumentKind.DECISION)


def file_name(number: int, ref: DocumentRef, suffix: str) -> str:
    """``007-decision-2021-03-12-conseil-d-etat-n-450163.pdf``: letters, digits and hyphens, short, right on Windows."""
    day = ref.day.isoformat() if ref.day else ""
    said = slugify(f"{ref.kind} {day} {ref.title or 'sans titre'}", 400)
    short = said if len(said) <= 80 else said[:81].rpartition("-")[0]
    return f"{number:03d}-{short[:80]}.{suffix}"


def _author(ref: DocumentRef, written_by: str) -> str:
    """The court of a decision; who published the rest, and who signed it for members."""
    if ref.kind == DocumentKind.DECISION:
        return ref.court
    return ", ".join(name for name in (ref.publisher, written_by) if name)


def _licence(row: dict[str, Any]) -> str:
    """Under what a document may be used again, as far as its origin says; empty when it says nothing."""
    if row["archive"]:
        return words.ARCHIVES.get(row["archive"], ("", ""))[1]
    return "écrit pour la démonstration, licence de casetrack" if row["is_demo"] else _LICENCES.get(row["kind"], "")


def _suffix(form: str, name: str) -> str:
    own = name.rpartition(".")[2].lower() if "." in name else ""
    known = _SUFFIXES.get(form, form)
    return known if known in _USUAL else own if own in _USUAL else "bin"
