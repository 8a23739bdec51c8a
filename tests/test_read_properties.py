"""Whatever the bytes, reading ends in a reading or in `Unreadable`: never in anything else."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casetrack.errors import Unreadable
from casetrack.read import Limits, clean, names, read_bytes
from casetrack.read.pages import assemble
from casetrack.read.wrapped import Line
from tests import pdfs
from tests.hostile.make import zip_names
from tests.test_read_html import DECISION, JSON_LD, page
from tests.test_read_office import mail, requete, saved, zipped
from tests.test_read_official import OPENDATA
from tests.test_read_text import MARKDOWN

LIMITS = Limits(unpacked=5_000_000, pages=50, entries=50)
REAL = [
    pdfs.written(
        [pdfs.column("Requête\nen référé"), pdfs.column("page deux")], info={"Title": "x"}, outline=[("a", 1)]
    ),
    saved(requete()),
    zipped({"a.txt": b"texte", "b.docx": saved(requete())}),
    zip_names(),
    mail().as_bytes(),
    page(JSON_LD),
    DECISION.encode(),
    MARKDOWN.encode(),
    OPENDATA.format(docket="1", ecli="x", body="<p>un</p><p>deux</p>").encode(),
    b'{"text": "a", "decision_date": "2021-01-01", "jurisdiction": "cc", "numbers": ["1"]}',
]
NAMES = st.sampled_from(["", "a.pdf", "a.html", "a.txt", "a.md", "a.eml", "a.docx", "a.json", "a.xml", "a.zip"])
CALM = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def ends_well(data: bytes, name: str) -> None:
    try:
        reading = read_bytes(data, name, limits=LIMITS, pdf_engines=["pypdf"])
    except Unreadable as error:
        assert error.code and error.reason.endswith(".")
        return
    assert reading.pages[0] == 0 and list(reading.pages) == sorted(reading.pages)
    assert reading.pages[-1] <= len(reading.text)
    assert all(0 <= offset <= len(reading.text) for _, offset in reading.outline)
    assert not re.search("[\x00-\x09\x0b-\x1f\u00a0\u00ad\ud800-\udfff\ufb00-\ufb06]", reading.text)
    assert all(item.value.strip() and "\n" not in item.value for item in reading.declared)


@CALM
@given(st.binary(max_size=3000), NAMES)
def test_random_bytes(data, name):
    ends_well(data, name)


@CALM
@given(st.text(max_size=1000), NAMES)
def test_random_text(text, name):
    ends_well(text.encode("utf-8", "surrogatepass"), name)


@CALM
@given(
    st.sampled_from(REAL),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=12),
    st.floats(0, 1),
    NAMES,
)
def test_real_files_changed_here_and_there(data, changes, kept, name):
    changed = bytearray(data)
    for place, piece in changes:
        at = int(place * (len(changed) - 1))
        changed[at : at + len(piece)] = piece
    ends_well(bytes(changed[: max(1, int(len(changed) * max(kept, 0.2)))]), name)


@CALM
@given(st.text(alphabet=st.characters(), max_size=500))
def test_cleaning_is_stable(text):
    once = clean.clean_lines(text)
    assert clean.clean_lines(once) == once


@CALM
@given(st.text(max_size=400))
def test_names_never_lead_anywhere(name):
    safe = names.safe_name(name)
    assert safe not in {"", ".", ".."} and len(safe) <= 121
    assert not re.search(r"[/\\\x00-\x1f]", safe)


LINES = st.lists(st.text(alphabet="abcéA1.;:- »-", min_size=1, max_size=30).map(str.strip).filter(bool), max_size=8)


@CALM
@given(st.lists(LINES, min_size=1, max_size=5))
def test_pages_tile_the_text(pages):
    text, offsets = assemble([[Line(line, number) for line in page] for number, page in enumerate(pages)])
    assert len(offsets) == len(pages) and offsets[0] == 0
    assert list(offsets) == sorted(offsets) and offsets[-1] <= len(text)
    assert "\n\n" not in text
