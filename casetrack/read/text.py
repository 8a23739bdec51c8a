"""Plain text: nothing is stripped from it, whatever it holds."""

from __future__ import annotations

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import clean, wrapped
from casetrack.read.limits import Limits


def decode(data: bytes) -> str:
    """Characters of a text file: by its byte order mark, else UTF-8, else Windows-1252.

    Raises `Unreadable` (``illisible``) when the bytes are not a text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes of Windows-1252 mean nothing; a text that holds a few of them is still a text.
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text or _share_of_controls(text) > 0.05:
        raise Unreadable(
            "Ce fichier n'est pas un texte. Ouvrez-le dans son logiciel et enregistrez-le en PDF ou en texte.",
            code="illisible",
        )
    return text


def _share_of_controls(text: str) -> float:
    sample = text[:20_000]
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f") or char == "\ufffd")
    return odd / max(1, len(sample))


def read(data: bytes, limits: Limits) -> Reading:
    """A plain text. Lines are paragraphs, unless the text was visibly wrapped by hand at a fixed width."""
    text = clean.characters(decode(data))
    text = wrapped.unwrap(text) if wrapped.is_wrapped(text) else text
    return Reading(text=clean.clean_lines(text), format="txt", extractor="texte", extractor_version=clean.READ_VERSION)
