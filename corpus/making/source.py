"""A text source: a few ``key: value`` lines, ``---``, then one paragraph a line.

Marks at the start of a line: ``# `` title, ``## `` section (a bookmark in PDF), ``- `` item, ``>> `` aligned right,
``^^ `` centred, ``| a | b |`` a row, ``===`` a new page. Inside a line: ``[[note: ...]]`` a footnote and
``[[commentaire: ...]]`` a reviewer's comment (DOCX only).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

NBSP = "\u00a0"

# « n° 999101 », « L. 521-2 », « 1 500 euros », « Article 1er », « Me Exemple », « 48 heures »
_TIGHT = [
    (re.compile(r"«[ \u00a0]*"), f"«{NBSP}"),
    (re.compile(r"[ \u00a0]*»"), f"{NBSP}»"),
    (re.compile(r" ([;:!?])(?=\s|$|\))"), rf"{NBSP}\1"),
    (re.compile(r"\b(nos?|n°s?|N°s?) (?=[\dA-Z])"), rf"\1{NBSP}"),
    (re.compile(r"(n°|N°|n°s) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"\b([LRD]\.) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:euros|heures|h|€|%)(?:\W|$))"), NBSP),
    (re.compile(r"\b(Mme|Me|M\.) (?=[A-Z])"), rf"\1{NBSP}"),
]


def typeset(text: str) -> str:
    """French no-break spaces where a printer would put them. Applying it twice changes nothing."""
    for pattern, replacement in _TIGHT:
        text = pattern.sub(replacement, text)
    return text


@dataclass(frozen=True)
class Block:
    """One paragraph. ``kind``: title, section, item, right, centre, row, page or para."""

    kind: str
    text: str = ""

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.strip("|").split("|")]


@dataclass(frozen=True)
class Source:
    """A parsed source: its head lines and its paragraphs."""

    head: dict[str, str]
    blocks: list[Block]

    @property
    def title(self) -> str:
        return self.head.get("title", "")


_MARKS = [("# ", "title"), ("## ", "section"), ("- ", "item"), (">> ", "right"), ("^^ ", "centre")]


def parse_block(line: str) -> Block:
    """One line of a source, typeset."""
    if line == "===":
        return Block("page")
    if line.startswith("|"):
        return Block("row", typeset(line))
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Block(kind, typeset(line[len(mark) :]))
    return Block("para", typeset(line))


def parse(text: str) -> Source:
    """Split head and body. Raises ValueError when the ``---`` line is missing."""
    head_part, separator, body = text.partition("\n---\n")
    if not separator:
        raise ValueError("a source needs a « --- » line between its head and its body")
    head = {}
    for line in head_part.splitlines():
        key, _, value = line.partition(":")
        head[key.strip()] = typeset(value.strip())
    return Source(head, [parse_block(line.strip()) for line in body.splitlines() if line.strip()])


def load(path: Path) -> Source:
    """Read and parse one source file."""
    return parse(path.read_text(encoding="utf-8"))
