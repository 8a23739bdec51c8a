"""Lines of a PDF by pdfium, with their positions. Runs in a child: pdfium aborts its process when memory runs out."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from casetrack.model import Attachment
from casetrack.read import names
from casetrack.read.limits import Limits
from casetrack.read.pdf import SCAN_BELOW, Raw, locked, too_many_pages
from casetrack.read.wrapped import Line

# One line; pdfium puts U+FFFE (or U+0002) for a hyphen that ends a line, and glues the next line on.
_LINE = re.compile("[^\r\n\ufffe\x02]+")
_CUTS = frozenset("\ufffe\x02")
_OUTLINE_LIMIT = 2000


def read(data: bytes, limits: Limits) -> Raw:
    """All pages. Raises `Unreadable` (``chiffre``, ``trop-gros``), or pdfium's own error on a damaged file."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise locked() from error
        raise
    try:
        if len(document) > limits.pages:
            raise too_many_pages(len(document), limits)
        raw = Raw(
            engine="pdfium",
            version=str(pypdfium2.PYPDFIUM_INFO),
            pages=[_page_lines(document, number) for number in range(len(document))],
        )
        raw.scanned = [number for number, page in enumerate(raw.pages) if _is_picture(document, number, page)]
        raw.properties = document.get_metadata_dict(skip_empty=True)
        raw.outline = _outline(document)
        raw.attachments = _attachments(document, limits)
        return raw
    finally:
        document.close()


def _page_lines(document: Any, number: int) -> list[Line]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return _lines(text_page, number)
        finally:
            text_page.close()
    finally:
        page.close()


def _is_picture(document: Any, number: int, lines: list[Line]) -> bool:
    """Whether a page without text shows an image over half of its surface: a scan among typed pages."""
    if sum(len(line.text) for line in lines) >= SCAN_BELOW:
        return False
    page = document[number]
    try:
        width, height = page.get_size()
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
            left, bottom, right, top = item.get_bounds()
            if (right - left) * (top - bottom) >= 0.5 * width * height:
                return True
        return False
    finally:
        page.close()


def _lines(text_page: Any, number: int) -> list[Line]:
    text = text_page.get_text_range()
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        piece = match.group()
        if piece.strip():
            first = match.start() + len(piece) - len(piece.lstrip())
            last = match.end() - 1 - (len(piece) - len(piece.rstrip()))
            ending = "-" if text[match.end() : match.end() + 1] in _CUTS else ""
            lines.append(_placed(text_page, piece.strip() + ending, number, first, last))
    return lines


def _placed(text_page: Any, text: str, number: int, first: int, last: int) -> Line:
    first_box, last_box = _box(text_page, first), _box(text_page, last)
    if first_box is None or last_box is None:
        return Line(text, number)
    return Line(text, number, first_box[0], last_box[2], first_box[3], first_box[1])


def _box(text_page: Any, text_index: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a character, in points."""
    index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page.raw, text_index)
    if index < 0:
        return None
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = sides
    if not pdfium_c.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _outline(document: Any) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for bookmark in document.get_toc(max_depth=8):
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        title = bookmark.get_title()
        if title and page is not None:
            found.append((title, page))
        if len(found) >= _OUTLINE_LIMIT:
            break
    return found


def _attachments(document: Any, limits: Limits) -> list[Attachment]:
    found: list[Attachment] = []
    room = limits.unpacked
    for index in range(min(document.count_attachments(), limits.attachments)):
        attachment = document.get_attachment(index)
        data = bytes(attachment.get_data())
        room -= len(data)
        if room < 0:
            break
        found.append(Attachment(name=names.safe_name(attachment.get_name()), data=data))
    return found
