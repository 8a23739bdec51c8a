"""A small PDF writer for tests: pages of lines at given places, pictures, properties, broken on demand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Placed = tuple[float, float, str]


class Pdf:
    """Objects in order; the number of each is its place. `add` returns it, `bytes` writes the file."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, content: bytes | str) -> int:
        self.objects.append(content if isinstance(content, bytes) else content.encode("cp1252"))
        return len(self.objects)

    def stream(self, data: bytes, extra: str = "", *, compress: bool = True) -> int:
        body = zlib.compress(data, 9) if compress else data
        filters = "/Filter /FlateDecode" if compress else ""
        return self.add(f"<< /Length {len(body)} {filters} {extra} >>\nstream\n".encode() + body + b"\nendstream")

    def bytes(self, root: int, trailer: str = "") -> bytes:
        out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, content in enumerate(self.objects, start=1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
        out += (
            f"trailer\n<< /Size {len(offsets) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
        )
        return bytes(out)


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def page_content(lines: list[Placed], size: float = 11, turn: float = 0.0) -> bytes:
    """Text at its places; ``turn`` is the sine of the angle by which the sheet was laid askew."""
    shown = (b"1 0 0 1 %.1f %.1f Tm (%s) Tj\n" % (left, bottom, escaped(text)) for left, bottom, text in lines)
    askew = b"%.5f %.5f %.5f %.5f 0 0 cm\n" % ((1 - turn * turn) ** 0.5, turn, -turn, (1 - turn * turn) ** 0.5)
    return askew + b"BT /F1 %.1f Tf\n" % size + b"".join(shown) + b"ET\n"


def written(
    pages: list[list[Placed]],
    *,
    info: dict[str, str] | None = None,
    outline: Sequence[tuple[str, int]] = (),
    turn: float = 0.0,
) -> bytes:
    """A file of text pages, with properties and an outline of (title, page from 0)."""
    pdf = Pdf()
    font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    tree = len(pdf.objects) + 2 * len(pages) + 1
    kids = []
    for lines in pages:
        content = pdf.stream(page_content(lines, turn=turn))
        kids.append(
            pdf.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
            )
        )
    pdf.add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    outlines = _outlines(pdf, kids, outline)
    root = pdf.add(f"<< /Type /Catalog /Pages {tree} 0 R {outlines} >>")
    if not info:
        return pdf.bytes(root)
    entries = b" ".join(b"/%s (%s)" % (key.encode(), escaped(value)) for key, value in info.items())
    return pdf.bytes(root, f"/Info {pdf.add(b'<< ' + entries + b' >>')} 0 R")


def _outlines(pdf: Pdf, kids: list[int], outline: Sequence[tuple[str, int]]) -> str:
    if not outline:
        return ""
    top = len(pdf.objects) + len(outline) + 1
    numbers = range(top - len(outline), top)
    for number, (title, page) in zip(numbers, outline, strict=True):
        near = (f"/Prev {number - 1} 0 R" if number > numbers[0] else "") + (
            f" /Next {number + 1} 0 R" if number < numbers[-1] else ""
        )
        entry = f"/Parent {top} 0 R {near} /Dest [{kids[page]} 0 R /Fit] >>".encode()
        pdf.add(b"<< /Title (" + escaped(title) + b") " + entry)
    pdf.add(f"<< /Type /Outlines /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(outline)} >>")
    return f"/Outlines {top} 0 R"


def picture(gray: bytes, width: int, height: int) -> bytes:
    """One page that is a picture in shades of gray, as a scanner gives it."""
    pdf = Pdf()
    extra = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    image = pdf.stream(gray, extra)
    content = pdf.stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q")
    page = pdf.add(
        f"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
        f"/Resources << /XObject << /Im1 {image} 0 R >> >> >>"
    )
    tree = pdf.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return pdf.bytes(pdf.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def column(text: str, left: float = 70, top: float = 760, leading: float = 14) -> list[Placed]:
    """Lines one below another."""
    return [(left, top - leading * number, line) for number, line in enumerate(text.strip("\n").split("\n")) if line]
