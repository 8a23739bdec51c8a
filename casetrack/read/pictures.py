"""A page of a PDF as a picture, so that the original is seen beside its text in any browser, phones included.

Drawn by pdfium in a limited child; nothing of the file itself (scripts, links, forms) reaches the browser.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

from casetrack.errors import Unreadable
from casetrack.read import wire
from casetrack.read.limits import Limits

WIDTH, HEIGHT = 1000, 1600
"""The most pixels of a picture; a page of any size is drawn to fit."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIXTEEN_GREYS = bytes(round(level / 17) * 17 for level in range(256))


def draw(data: bytes, number: int, limits: Limits) -> bytes:
    """Page ``number`` (from 1) as PNG. Raises `Unreadable`: no such page, or a file that pdfium refuses."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("Ce PDF ne peut pas être dessiné : téléchargez l'original.", code="illisible") from error
    try:
        if not 1 <= number <= min(len(document), limits.pages):
            raise Unreadable(f"Ce fichier n'a pas de page {number}.", code="illisible")
        page = document[number - 1]
        try:
            return _drawn(page)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("Cette page ne peut pas être dessinée : téléchargez l'original.", code="illisible") from error
    finally:
        document.close()


def _drawn(page: Any) -> bytes:
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), HEIGHT / max(height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=False)
    try:
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """PNG (ISO/IEC 15948) of RGB pixels; a page without colour is kept in sixteen greys, six times lighter."""
    row, kind = 3 * width, 2
    flat = b"".join(pixels[at : at + row] for at in range(0, height * stride, stride))
    if flat[0::3] == flat[1::3] == flat[2::3]:
        flat, row, kind = flat[0::3].translate(_SIXTEEN_GREYS), width, 0
    lines = b"".join(b"\0" + flat[at : at + row] for at in range(0, height * row, row))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 6)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def to_wire(picture: bytes) -> bytes:
    """The answer of a child."""
    return wire.pack({"picture": len(picture)}, (picture,))


def from_wire(_body: bytes, picture: bytes) -> bytes:
    """The picture that an answer holds. Raises ValueError when it is none: the child may be hostile."""
    if not picture.startswith(SIGNATURE):
        raise ValueError("answer out of form")
    return picture
