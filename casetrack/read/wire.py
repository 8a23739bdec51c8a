"""What passes between the parent and a parsing child: JSON and raw bytes, never pickles, for the child may be hostile.

A message is two lengths (JSON, bytes), then the JSON in UTF-8, then the bytes of the attachments one after another.
"""

from __future__ import annotations

import json
import struct
from typing import Any

from casetrack.errors import Unreadable
from casetrack.model import Attachment, Declared, Reading

HEADER = struct.Struct(">II")


def pack(message: dict[str, Any], blobs: tuple[bytes, ...] = ()) -> bytes:
    """A message ready to be written."""
    body = json.dumps(message, ensure_ascii=False).encode("utf-8", errors="replace")
    return HEADER.pack(len(body), sum(map(len, blobs))) + body + b"".join(blobs)


def lengths(header: bytes, most: int) -> tuple[int, int]:
    """(bytes of JSON, bytes of attachments). Raises ValueError beyond ``most`` bytes in all."""
    body, blobs = HEADER.unpack(header)
    if body + blobs > most:
        raise ValueError(f"message of {body + blobs} bytes")
    return body, blobs


def from_reading(reading: Reading) -> bytes:
    """The answer of a child that read its file."""
    message = {
        "text": reading.text,
        "pages": reading.pages,
        "format": reading.format,
        "extractor": reading.extractor,
        "extractor_version": reading.extractor_version,
        "declared": [(item.field, item.value, item.origin) for item in reading.declared],
        "attachments": [(item.name, len(item.data)) for item in reading.attachments],
        "outline": reading.outline,
        "notices": reading.notices,
        "needs_ocr": reading.needs_ocr,
    }
    return pack({"reading": message}, tuple(item.data for item in reading.attachments))


def from_refusal(error: Unreadable) -> bytes:
    """The answer of a child that could not."""
    return pack({"reason": error.reason, "code": error.code})


def check(body: bytes, blobs: bytes) -> None:
    """Raise the `Unreadable` that an answer holds, or ValueError when it makes no sense."""
    try:
        message = json.loads(body.decode("utf-8"))
        if "reason" in message:
            raise Unreadable(str(message["reason"]), code=str(message["code"]))
        if "reading" in message:
            _reading(message["reading"], blobs)
        elif "defects" not in message and "picture" not in message:
            raise ValueError("answer out of form")
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("answer out of form") from error


def to_reading(body: bytes, blobs: bytes) -> Reading:
    """The reading that an answer holds. Raises the `Unreadable` it holds, or ValueError when it makes no sense."""
    try:
        message = json.loads(body.decode("utf-8"))
        if "reason" in message:
            raise Unreadable(str(message["reason"]), code=str(message["code"]))
        return _reading(message["reading"], blobs)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("answer out of form") from error


def _reading(found: dict[str, Any], blobs: bytes) -> Reading:
    text = str(found["text"])
    attachments, position = [], 0
    for name, size in found["attachments"]:
        attachments.append(Attachment(name=str(name), data=blobs[position : position + int(size)]))
        position += int(size)
    return Reading(
        text=text,
        pages=tuple(min(max(0, int(page)), len(text)) for page in found["pages"]),
        format=str(found["format"]),
        extractor=str(found["extractor"]),
        extractor_version=str(found["extractor_version"]),
        declared=tuple(Declared(field=str(a), value=str(b), origin=str(c)) for a, b, c in found["declared"]),
        attachments=tuple(attachments),
        outline=tuple((str(title), int(offset)) for title, offset in found["outline"]),
        notices=tuple(map(str, found["notices"])),
        needs_ocr=bool(found["needs_ocr"]),
    )
