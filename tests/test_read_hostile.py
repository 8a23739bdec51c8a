"""Hostile files end in a reading or a reason, the pool goes on, and the parent's memory stays where it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read.sandbox import Sandbox
from casetrack.settings import load_settings
from tests.hostile.make import FILES, GOOD, MEGABYTE

SLOW = {
    "operateurs.pdf", "double-compression.pdf", "arbre-de-formes.pdf", "deux-cents-mo.txt", "bombe.docx",
    "bombe.odt", "bombe.zip", "profond.eml", "marques.md", "mille-parties.eml", "large.xml", "large.html",
    "boucle-de-formes.pdf", "tableaux-profonds.pdf", "taille-menteuse.zip", "attributs.html",
    "archives-dans-archive.zip", "sans-espace.txt", "lignes.txt", "une-ligne.txt",
}  # fmt: skip


@pytest.fixture(scope="module")
def sandbox():
    settings = load_settings(
        parse_memory=640 * MEGABYTE, parse_seconds=8, parse_processes=1, upload_limit=300 * MEGABYTE
    )
    with Sandbox(settings) as pool:
        yield pool


def memory() -> int:
    """Bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in FILES], ids=lambda n: n[:30]
)
def test_each_threat_ends_with_a_text_or_a_reason(sandbox, tmp_path, name):
    maker, expected = FILES[name]
    path = tmp_path / "source"
    path.write_bytes(maker())
    before = memory()
    outcome, reading = "lu", None
    try:
        reading = sandbox.read(path, name)
    except Unreadable as error:
        outcome = error.code
        assert re.search(r"[.:].*\.$", error.reason), "a sentence that says what to do"
    assert outcome in expected
    assert memory() - before < 150 * MEGABYTE
    if reading is not None:
        _check(reading)
    assert "requête est rejetée" in sandbox.read(GOOD, "bon.pdf").text, "the next file is read"


def _check(reading: Reading) -> None:
    """Whatever was read keeps the promises of a reading."""
    assert len(reading.text) <= 20_000_000
    assert reading.pages[0] == 0 and list(reading.pages) == sorted(reading.pages)
    assert reading.pages[-1] <= len(reading.text)
    assert not re.search("[\x00-\x09\x0b-\x1f\u00ad\u202e\ud800-\udfff]", reading.text)
    assert len(reading.attachments) <= 200 and sum(len(item.data) for item in reading.attachments) <= 50 * MEGABYTE
    for item in reading.attachments:
        assert item.name not in {"", ".", ".."} and len(item.name) <= 130
        assert not re.search("[/\\\\\x00-\x1f\u202e]", item.name)


def test_scripts_are_not_text(sandbox):
    reading = sandbox.read(FILES["scripts.html"][0](), "page.html")
    assert "Le juge a statué." in reading.text and "alert" not in reading.text
