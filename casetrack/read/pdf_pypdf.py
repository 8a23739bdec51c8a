"""Lines of a PDF by pypdf: slower, loses the spaces of some files, but stays within Python."""

from __future__ import annotations

import io
from typing import Any

import pypdf
from pypdf.errors import FileNotDecryptedError, PyPdfError

from casetrack.model import Attachment
from casetrack.read import names
from casetrack.read.limits import Limits
from casetrack.read.pdf import Raw, locked, too_many_pages
from casetrack.read.wrapped import Line

_OUTLINE_LIMIT = 2000


def read(data: bytes, limits: Limits) -> Raw:
    """All pages. Raises `Unreadable` (``chiffre``, ``trop-gros``), or any exception of pypdf on a damaged file."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise locked()
    try:
        count = len(reader.pages)
        if count > limits.pages:
            raise too_many_pages(count, limits)
        raw = Raw(engine="pypdf", version=pypdf.__version__, pages=[])
        _read_pages(reader, raw, count)
    except FileNotDecryptedError as error:
        raise locked() from error
    raw.properties = {str(key).lstrip("/"): str(value) for key, value in (reader.metadata or {}).items()}
    raw.outline = _outline(reader)
    raw.attachments = _attachments(reader, limits)
    return raw


def _read_pages(reader: pypdf.PdfReader, raw: Raw, count: int) -> None:
    """A page that cannot be read is left empty, and said so, unless all are."""
    lost = []
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError, AssertionError):
            lost.append(number + 1)
            text = ""
        raw.pages.append([Line(line, number) for line in text.splitlines() if line.strip()])
    if count and len(lost) == count:
        raise PyPdfError("no readable page")
    if lost:
        raw.notices.append(f"Pages illisibles : {', '.join(map(str, lost[:20]))}.")


def _outline(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    waiting: list[Any] = list(reversed(reader.outline))
    while waiting and len(found) < _OUTLINE_LIMIT:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
            continue
        page = reader.get_destination_page_number(item)
        if item.title and page is not None and page >= 0:
            found.append((str(item.title), page))
    return found


def _attachments(reader: pypdf.PdfReader, limits: Limits) -> list[Attachment]:
    found: list[Attachment] = []
    room = limits.unpacked
    for name, versions in reader.attachments.items():
        for data in versions:
            room -= len(data)
            if room < 0 or len(found) >= limits.attachments:
                return found
            found.append(Attachment(name=names.safe_name(name), data=data))
    return found
