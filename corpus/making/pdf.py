"""A small PDF writer: A4 pages in Times, justified, with running head, page numbers and bookmarks.

Written out rather than borrowed so that the same source always gives the same bytes: no clock, no compression, no
embedded font. The character widths are those of the fourteen standard fonts (Adobe Font Metrics).
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from making.source import Block, Source

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595.0, 842.0, 72.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP, BOTTOM = PAGE_HEIGHT - 86.0, 78.0
SIZE, LEADING = 11.5, 15.5

_ROMAN = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 "
    "564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 "
    "722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 "
    "278 500 500 722 500 500 444 480 200 480 541"
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 "
    "570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 "
    "722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 "
    "333 556 500 722 500 500 444 394 220 394 520"
)
WIDTHS = {
    "F1": {chr(32 + rank): int(width) for rank, width in enumerate(_ROMAN.split())},
    "F2": {chr(32 + rank): int(width) for rank, width in enumerate(_BOLD.split())},
}
_OTHERS = {"«": 500, "»": 500, "œ": 722, "Œ": 889, "€": 500, "’": 333, "…": 1000, "–": 500, "—": 1000, "°": 400}


# Words long enough to be cut at the end of a line, as word processors do: readers must join them again.
_CUTS = ("admi-nis-tra-tive", "res-tau-rants", "asso-cia-tion", "recon-nais-sance", "fon-da-men-tale", "uti-li-sa-tion")
CUTS = {cut.replace("-", ""): cut.replace("-", "\u00ad") for cut in _CUTS}


def with_cuts(text: str) -> str:
    """The text with soft hyphens inside the words that may be cut."""
    for word, cut in CUTS.items():
        text = text.replace(word, cut)
    return text


def width_of(text: str, font: str, size: float) -> float:
    """Points taken by ``text``. An accented letter is as wide as its bare letter."""
    widths = WIDTHS[font]
    total = 0
    for char in text:
        bare = unicodedata.normalize("NFKD", char)[0]
        total += widths.get(char) or _OTHERS.get(char) or widths.get(bare, 500)
    return total * size / 1000


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines of at most ``width`` points; a word is cut only at its soft hyphens."""
    lines, line = [], ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if width_of(candidate.replace("\u00ad", ""), font, size) <= width:
            line = candidate
            continue
        kept, rest = _cut(line, word, font, size, width)
        lines.append(kept)
        line = rest
    return [each.replace("\u00ad", "") for each in [*lines, line]]


def _cut(line: str, word: str, font: str, size: float, width: float) -> tuple[str, str]:
    """The longest beginning of ``word`` that still fits on ``line`` with a hyphen, and what remains."""
    parts = word.split("\u00ad")
    for count in range(len(parts) - 1, 0, -1):
        kept = f"{line} {''.join(parts[:count])}-" if line else f"{''.join(parts[:count])}-"
        if width_of(kept.replace("\u00ad", ""), font, size) <= width:
            return kept, "\u00ad".join(parts[count:])
    return line, word


@dataclass
class _Layout:
    """Pages being filled from top to bottom."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    bookmarks: list[tuple[str, int, float]] = field(default_factory=list)
    y: float = TOP

    def new_page(self) -> None:
        self.pages.append([])
        self.y = TOP

    def line(self, text: str, x: float, *, font: str = "F1", size: float = SIZE, spread: float = 0.0) -> None:
        if self.y < BOTTOM:
            self.new_page()
        self.pages[-1].append(show(text, x, self.y, font, size, spread))
        self.y -= LEADING * size / SIZE

    def paragraph(self, text: str, *, font: str = "F1", size: float = SIZE, indent: float = 0.0) -> None:
        """A justified paragraph; its last line is not stretched."""
        width = TEXT_WIDTH - indent
        lines = wrap(with_cuts(text), font, size, width)
        for rank, line in enumerate(lines):
            gaps = line.count(" ")
            room = width - width_of(line, font, size)
            spread = room / gaps if gaps and rank < len(lines) - 1 else 0.0
            self.line(line, MARGIN + indent, font=font, size=size, spread=spread)

    def aligned(self, text: str, side: str, *, font: str = "F1", size: float = SIZE) -> None:
        for line in wrap(text, font, size, TEXT_WIDTH):
            room = TEXT_WIDTH - width_of(line, font, size)
            self.line(line, MARGIN + (room if side == "right" else room / 2), font=font, size=size)

    def row(self, cells: list[str]) -> None:
        """A first narrow column, then one wide one."""
        first, second = cells[0], " — ".join(cells[1:])
        lines = wrap(second, "F1", SIZE, TEXT_WIDTH - 110)
        if self.y - LEADING * (len(lines) - 1) < BOTTOM:
            self.new_page()
        self.pages[-1].append(show(first, MARGIN, self.y, "F1", SIZE, 0.0))
        for line in lines:
            self.line(line, MARGIN + 110)

    def add(self, block: Block) -> None:
        if block.kind == "page":
            return self.new_page()
        if block.kind in ("title", "section"):
            self.y -= 8
            if self.y < BOTTOM + 3 * LEADING:
                self.new_page()
        if block.kind == "title":
            self.aligned(block.text, "centre", font="F2", size=14)
        elif block.kind == "section":
            self.bookmarks.append((block.text, len(self.pages) - 1, self.y + LEADING))
            self.paragraph(block.text, font="F2", size=12)
        elif block.kind in ("right", "centre"):
            self.aligned(block.text, block.kind)
        elif block.kind == "item":
            self.paragraph(f"- {block.text}", indent=14)
        elif block.kind == "row":
            self.row(block.cells)
        else:
            self.paragraph(block.text)
        self.y -= 5 if block.kind != "row" else 2
        return None


def show(text: str, x: float, y: float, font: str, size: float, spread: float) -> str:
    """The operators that print one line of text."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size:g} Tf {spread:.3f} Tw {x:.2f} {y:.2f} Td ({escaped}) Tj ET"


def _string(text: str) -> bytes:
    """A PDF text string, in UTF-16 so that accents survive in properties and bookmarks."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().upper().encode() + b">"


def _head(source: Source) -> list[str]:
    """The running head, which opens each page."""
    head = source.head.get("header", "")
    return [show(head, MARGIN, PAGE_HEIGHT - 50, "F1", 9, 0.0)] if head else []


def _foot(source: Source, number: int, total: int) -> list[str]:
    """The running foot and the page number, which close it."""
    foot = source.head.get("footer", "")
    marks = []
    if foot:
        marks.append(show(foot, MARGIN, 44, "F1", 8.5, 0.0))
    if total > 1:
        label = f"Page {number} sur {total}"
        marks.append(show(label, PAGE_WIDTH - MARGIN - width_of(label, "F1", 9), 44, "F1", 9, 0.0))
    return marks


def write_objects(objects: list[bytes], info: int, identity: bytes) -> bytes:
    """Number the objects from 1 (the first is the catalog), add the cross-reference table and the trailer."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    digest = hashlib.md5(identity, usedforsecurity=False).hexdigest().encode()
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R /ID [<%s> <%s>] >>\n" % (
        len(objects) + 1,
        info,
        digest,
        digest,
    )
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def info_dictionary(source: Source, producer: str) -> bytes:
    """Title, subject, producer and a date that comes from the source, never from the clock."""
    day = source.head.get("date", "2023-01-01").replace("-", "")
    return b"<< /Title %s /Subject %s /Producer %s /CreationDate (D:%s090000Z) >>" % (
        _string(source.title),
        _string("Document fictif, écrit pour la démonstration de casetrack"),
        _string(producer),
        day.encode(),
    )


def stream(data: bytes, dictionary: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), dictionary, data)


def build_pdf(source: Source) -> bytes:
    """The PDF of a source, as bytes."""
    layout = _Layout()
    for block in source.blocks:
        layout.add(block)
    total = len(layout.pages)
    marks = layout.bookmarks
    # 1 catalog, 2 pages, 3 and 4 fonts, 5 info, then page and content pairs, then the outline and its items
    outline = 6 + 2 * total
    kids = b" ".join(b"%d 0 R" % (6 + 2 * rank) for rank in range(total))
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR)%s >>" % (b" /Outlines %d 0 R" % outline if marks else b"")
    objects = [catalog, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (total, kids)]
    for name in (b"Times-Roman", b"Times-Bold"):
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name)
    objects.append(info_dictionary(source, "casetrack, corpus de démonstration"))
    for rank, operators in enumerate(layout.pages):
        text = "\n".join([*_head(source), *operators, *_foot(source, rank + 1, total)])
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (7 + 2 * rank)
        )
        objects.append(stream(text.encode("cp1252")))
    objects += _outline(marks, outline)
    return write_objects(objects, info=5, identity=repr(source).encode())


def _outline(marks: list[tuple[str, int, float]], root: int) -> list[bytes]:
    """The bookmarks: a root and one item a section, chained."""
    if not marks:
        return []
    count = len(marks)
    items = [b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (root + 1, root + count, count)]
    for rank, (title, page, y) in enumerate(marks):
        previous = b" /Prev %d 0 R" % (root + rank) if rank else b""
        following = b" /Next %d 0 R" % (root + rank + 2) if rank < count - 1 else b""
        destination = b"[%d 0 R /XYZ 0 %d 0]" % (6 + 2 * page, y)
        items.append(
            b"<< /Title %s /Parent %d 0 R%s%s /Dest %s >>" % (_string(title), root, previous, following, destination)
        )
    return items
