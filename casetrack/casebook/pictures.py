"""The original beside its text: which files can be shown page by page, and to whom."""

from __future__ import annotations

from casetrack.casebook.reading import Reading
from casetrack.errors import NotFound, Unreadable
from casetrack.model import Viewer


def drawable(casebook: Reading, document_id: int, number: int, *, viewer: Viewer) -> str:
    """The SHA-256 of the PDF whose page ``number`` this viewer may see. Raises `NotFound`.

    The right is that of the original: a visitor never sees a page of what an editor published with persons masked.
    """
    found = casebook.document(document_id, viewer=viewer)
    if found.ref.format != "pdf" or not found.has_original or not 1 <= number <= max(len(found.pages), 1):
        raise NotFound(f"page {number} de ce document")
    return found.sha256


def picture(casebook: Reading, sha256: str, number: int) -> bytes:
    """One page as PNG, drawn in a limited child and kept nowhere. Raises `NotFound` when it cannot be drawn."""
    try:
        return casebook.pipeline.sandbox.draw(casebook.pipeline.originals.open(sha256), number)
    except Unreadable as error:
        raise NotFound(f"image de la page {number}") from error
