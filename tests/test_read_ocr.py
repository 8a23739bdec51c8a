"""Scans: a page printed, photographed by pdfium, read back."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest

from casetrack.errors import Unreadable
from casetrack.read import ocr
from casetrack.read.sandbox import Sandbox
from casetrack.settings import load_settings
from tests import pdfs

TEXT = """
TRIBUNAL ADMINISTRATIF DE NICE
N° 2101234
Association Exemple
Ordonnance du 12 mars 2021

Vu la procédure suivante :
Par une requête, enregistrée le 26 février 2021, l'association Exemple demande au juge
des référés d'enjoindre à la commune de cesser le traitement des données de santé.
"""


@pytest.fixture
def tools() -> None:
    if not ocr.is_available():
        if os.environ.get("CI"):
            pytest.fail("install tesseract-ocr, tesseract-ocr-fra and the extra « ocr »")
        pytest.skip("install tesseract-ocr, tesseract-ocr-fra and the extra « ocr » to run this test")


def scan(path: Path, *, tilt: float = 0.0) -> Path:
    """The picture of a printed page at 200 dots an inch, turned by ``tilt`` (a sine)."""
    page = pypdfium2.PdfDocument(pdfs.written([pdfs.column(TEXT)], turn=tilt))[0]
    bitmap = page.render(scale=200 / 72, grayscale=True)
    rows = bytes(bitmap.buffer)
    gray = b"".join(rows[line * bitmap.stride :][: bitmap.width] for line in range(bitmap.height))
    path.write_bytes(pdfs.picture(gray, bitmap.width, bitmap.height))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("tilt", [0.0, 0.06])
def test_a_scan_is_read_word_for_word(tools, tmp_path, tilt):
    path = scan(tmp_path / "scan.pdf", tilt=tilt)
    settings = load_settings(home=tmp_path)
    with Sandbox(settings) as sandbox:
        assert sandbox.read(path, "scan.pdf").needs_ocr
    reading = ocr.ocr_pdf(path, settings)
    assert (reading.extractor, reading.needs_ocr) == ("tesseract", False)
    assert ocr.NOTICE in reading.notices
    for words in ("TRIBUNAL ADMINISTRATIF DE NICE", "2101234", "Ordonnance du 12 mars 2021", "26 février 2021"):
        assert words in reading.text
    assert "demande au juge des référés d'enjoindre" in reading.text.replace("’", "'")


@pytest.mark.slow
def test_recognition_stops_at_its_time_limit(tools, tmp_path):
    path = scan(tmp_path / "scan.pdf")
    with pytest.raises(Unreadable) as refused:
        ocr.ocr_pdf(path, load_settings(home=tmp_path, ocr_seconds=0.2))
    assert refused.value.code == "delai"


def test_without_the_tools_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "languages", lambda: frozenset({"eng"}))
    assert not ocr.is_available()
    with pytest.raises(Unreadable, match="tesseract-ocr-fra") as refused:
        ocr.ocr_pdf(tmp_path / "scan.pdf", load_settings(home=tmp_path))
    assert refused.value.code == "ocr-absent"
