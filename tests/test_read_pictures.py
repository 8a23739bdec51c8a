"""Pages as pictures: of the right page and size, light, and never what a hostile child would put in their place."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from casetrack.errors import Unreadable
from casetrack.read import Limits, pictures
from casetrack.read.sandbox import Sandbox
from casetrack.settings import load_settings
from tests import pdfs

TWO = pdfs.written([pdfs.column("Première page, fort longue."), [(60.0, 700.0, "II")]])


def ink(png: bytes) -> int:
    """How many dark pixels a picture has."""
    return sum(Image.open(io.BytesIO(png)).convert("L").histogram()[:128])


def test_the_page_asked_for_is_drawn():
    first, second = (pictures.draw(TWO, number, Limits()) for number in (1, 2))
    picture = Image.open(io.BytesIO(first))
    assert picture.format == "PNG" and picture.mode == "L"
    assert picture.width <= pictures.WIDTH and picture.height <= pictures.HEIGHT
    assert ink(first) > ink(second) > 0
    assert len(first) < 60_000


def test_a_coloured_page_keeps_its_colours():
    pdf = pdfs.Pdf()
    content = pdf.stream(b"1 0 0 rg 0 0 300 300 re f\n")
    pdf.add(f"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 300 300] /Contents {content} 0 R /Resources << >> >>")
    pdf.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    root = pdf.add("<< /Type /Catalog /Pages 3 0 R >>")
    picture = Image.open(io.BytesIO(pictures.draw(pdf.bytes(root), 1, Limits())))
    assert picture.mode == "RGB" and picture.getpixel((10, 10)) == (255, 0, 0)


@pytest.mark.parametrize(("data", "number"), [(TWO, 0), (TWO, 3), (b"%PDF-1.7 rien de bon", 1), (b"", 1)])
def test_what_cannot_be_drawn_is_refused_with_a_reason(data, number):
    with pytest.raises(Unreadable) as refused:
        pictures.draw(data, number, Limits())
    assert refused.value.reason.endswith(".")


def test_drawn_in_a_child(tmp_path):
    path = tmp_path / "deux.pdf"
    path.write_bytes(TWO)
    with Sandbox(load_settings(parse_processes=1, parse_seconds=20)) as pool:
        assert pool.draw(path, 2) == pool.draw(TWO, 2) == pictures.draw(TWO, 2, Limits())
        with pytest.raises(Unreadable, match="pas de page 9"):
            pool.draw(path, 9)
        assert pool.read(path, "deux.pdf").pages


def test_only_a_picture_is_taken_from_a_child():
    with pytest.raises(ValueError, match="out of form"):
        pictures.from_wire(b"{}", b"<svg onload=alert(1)>")
