"""A page that is only an image: text drawn, tilted and speckled, then wrapped in a PDF without any text.

Needs Pillow (extra ``test``) and a DejaVu font, on the machine that builds only. The bytes depend on the versions of
Pillow and FreeType, so the PDF names them in its producer.
"""

from __future__ import annotations

import random
from pathlib import Path

from making.pdf import info_dictionary, stream, write_objects
from making.source import Block, Source

DPI = 150
PAGE = (1240, 1754)
MARGIN, TOP = 150, 170
SIZE, LEADING = 26, 40
FONTS = [Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"), Path("/usr/share/fonts/dejavu/DejaVuSerif.ttf")]


class CannotScan(RuntimeError):
    """Pillow or the font is missing: the committed scan stays as it is."""


def find_font() -> Path:
    """The first DejaVu Serif found. Raises `CannotScan`."""
    for path in FONTS:
        if path.exists():
            return path
    raise CannotScan("police DejaVu Serif absente (paquet fonts-dejavu-core)")


def producer() -> str:
    """What draws the page, with versions. Raises `CannotScan` when Pillow is absent."""
    try:
        import PIL
        from PIL import features
    except ImportError as error:
        raise CannotScan("Pillow absent (extra « test »)") from error
    return f"casetrack, corpus de démonstration ; Pillow {PIL.__version__} ; FreeType {features.version('freetype2')}"


def _draw(blocks: list[Block], seed: str) -> bytes:
    """One bit a pixel, rows padded to bytes, 1 = white."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(find_font()), SIZE, layout_engine=ImageFont.Layout.BASIC)
    page = Image.new("L", PAGE, 255)
    pen = ImageDraw.Draw(page)
    y = TOP
    for block in blocks:
        text = f"- {block.text}" if block.kind == "item" else block.text
        for line in _lines(text, font.getlength, PAGE[0] - 2 * MARGIN):
            length = font.getlength(line)
            room = PAGE[0] - 2 * MARGIN - length
            x = MARGIN + room * {"right": 1.0, "centre": 0.5, "title": 0.5}.get(block.kind, 0.0)
            pen.text((x, y), line, font=font, fill=20, stroke_width=1 if block.kind == "title" else 0, stroke_fill=20)
            y += LEADING
        y += LEADING // 2
    page = page.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=255)
    _speckle(page.load(), random.Random(seed))
    return page.point(lambda value: 255 if value > 150 else 0).convert("1").tobytes()


def _lines(text: str, measure, width: float) -> list[str]:  # type: ignore[no-untyped-def]
    lines, line = [], ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if measure(candidate) <= width:
            line = candidate
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _speckle(pixels, chance: random.Random) -> None:  # type: ignore[no-untyped-def]
    """Dust, and the dark edge that a copier leaves."""
    for _ in range(700):
        x, y = chance.randrange(PAGE[0] - 2), chance.randrange(PAGE[1] - 2)
        for step in range(chance.choice((1, 1, 2))):
            pixels[x + step, y] = 0
    for y in range(PAGE[1]):
        for x in range(chance.choice((3, 4, 4, 5, 7))):
            pixels[x, y] = 0


def run_length(data: bytes) -> bytes:
    """PDF's RunLengthDecode, our own so that no library's version changes the bytes."""
    out, position, literal = bytearray(), 0, bytearray()

    def flush() -> None:
        if literal:
            out.append(len(literal) - 1)
            out.extend(literal)
            literal.clear()

    while position < len(data):
        end = position + 1
        while end < len(data) and end - position < 128 and data[end] == data[position]:
            end += 1
        if end - position >= 3:
            flush()
            out.extend((257 - (end - position), data[position]))
        else:
            for byte in data[position:end]:
                literal.append(byte)
                if len(literal) == 128:
                    flush()
        position = end
    flush()
    return bytes(out + b"\x80")


def build_scan(source: Source) -> bytes:
    """The image-only PDF of a source. Raises `CannotScan`."""
    made_by = producer()
    image = run_length(_draw(source.blocks, source.title))
    picture = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "
        b"/Filter /RunLengthDecode " % PAGE
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /Im1 5 0 R >> >> >>",
        stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q"),
        stream(image, picture),
        info_dictionary(source, made_by),
    ]
    return write_objects(objects, info=6, identity=repr(source).encode())
