"""Cleaning, as named steps: from what a library gives to one paragraph a line.

The cleaned text is what is stored, and every position points into it: a change here is a change of `READ_VERSION`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

READ_VERSION = "2"
"""Part of every ``extractor_version``: raised when the same bytes give another text."""

# NFKC would open these too, but it also turns « ² » into « 2 » and « № » into « No ».
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"
}  # fmt: skip
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# Windows-1252 bytes that old archives give as control characters: « &#147; » is “, « &#133; » is ….
_WINDOWS_CONTROL = re.compile("[\x80-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")
# Soft hyphen, zero-width characters, byte order mark, direction marks: invisible, and they cut words in two.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
# Control characters but tab and line feed; lone surrogates and non-characters, which no database takes.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_OTHER_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")
# Anything but line feeds, spaces, and composed characters that stay: most texts have none, one look instead of six.
_UNCOMMON = re.compile(
    "[^\n\t -~\u00a0-\u00ac\u00ae-\u00ff\u0152\u0153\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]"
)


def compose(text: str) -> str:
    """NFC: « é » is one code point, however it was typed."""
    return unicodedata.normalize("NFC", text)


def open_ligatures(text: str) -> str:
    """« ﬁ » -> « fi »: otherwise the word cannot be found."""
    return _LIGATURE.sub(lambda found: _LIGATURES[found.group()], text)


def repair_windows(text: str) -> str:
    """Control characters that stand for Windows-1252 quotes, dashes and dots become what was meant."""
    return _WINDOWS_CONTROL.sub(lambda found: bytes([ord(found.group())]).decode("cp1252", errors="ignore"), text)


def unify_line_ends(text: str) -> str:
    """CR LF, CR, form feeds and Unicode separators become LF."""
    return _LINE_ENDS.sub("\n", text)


def drop_invisible(text: str) -> str:
    """Soft hyphens, zero-width and control characters go."""
    return _CONTROLS.sub("", _INVISIBLE.sub("", text))


def collapse_spaces(text: str) -> str:
    """Every run of spaces, no-break ones included, is one plain space."""
    return _SPACES.sub(" ", _OTHER_SPACE.sub(" ", text))


def characters(text: str) -> str:
    """The steps that look at characters only, in order; lines stay as they are."""
    if not _UNCOMMON.search(text):
        return collapse_spaces(text)
    for step in (unify_line_ends, repair_windows, open_ligatures, drop_invisible, compose, collapse_spaces):
        text = step(text)
    return text


def one_line(text: str) -> str:
    """A value on one line: all white space collapsed."""
    is_plain = text.isascii() and text.isprintable()
    return " ".join((text if is_plain else characters(text)).split())


def paragraphs(lines: Iterable[str]) -> str:
    """Lines that are paragraphs already: trimmed, blank ones dropped."""
    trimmed = (line.strip() for line in lines)
    return "\n".join(line for line in trimmed if line)


def clean_lines(text: str) -> str:
    """A text whose lines are its paragraphs: all steps, nothing joined."""
    return paragraphs(characters(text).split("\n"))
