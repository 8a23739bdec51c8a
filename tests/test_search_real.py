"""The contract again, on the real decisions and articles: both engines, and what a plain reading of the texts says."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from casetrack.model import IndexRecord
from casetrack.search import analysis, extract, open_index, parse, rebuild
from tests.test_search_contract import QUESTIONS
from tests.test_search_index import ENGINES, TODAY, record

pytestmark = pytest.mark.slow
WORDS = ("urgence", "référé", "liberté", "expulsion", "passeport", "données", "vaccination", "étranger", "pourvoi")


@pytest.fixture(scope="module")
def real_records(shared_data: Path) -> list[IndexRecord]:
    """Every XML decision and web page of the shared folder, tags taken out: enough to search in."""
    paths = sorted(path for pattern in ("*.xml", "*.html") for path in shared_data.rglob(pattern))
    made = []
    for number, path in enumerate(paths, 1):
        source = path.read_bytes().decode("utf-8", "replace")
        text = re.sub(r"[ \t]+", " ", html.unescape(re.sub(r"<[^>]+>", "\n", source)))
        lines = text.strip()
        made.append(record(number, lines, zones=(("dispositif", lines[-len(lines) // 4 :]),)))
    return made


def test_same_hits_on_real_documents(real_records: list[IndexRecord], tmp_path: Path):
    assert len(real_records) > 150
    answers: dict[str, list[frozenset[int]]] = {}
    for engine in ENGINES:
        rebuild(tmp_path / engine, engine, real_records, 1)
        index = open_index(tmp_path / engine, engine)
        for text in [text for text, _ in QUESTIONS] + list(WORDS):
            results = index.search(parse(text, TODAY).tree, is_member=False, limit=1000)
            answers.setdefault(text, []).append(frozenset(hit.document_id for hit in results.hits))
        index.close()
    for text, found in answers.items():
        assert len(set(found)) == 1, text
    for word in WORDS:
        expected = {row.document_id for row in real_records if analysis.term(word) in analysis.terms(row.text)}
        assert answers[word][0] == expected, word
    assert sum(bool(found[0]) for found in answers.values()) > 40


def test_what_is_found_can_be_shown(real_records: list[IndexRecord], tmp_path: Path):
    rebuild(tmp_path, ENGINES[0], real_records, 1)
    index = open_index(tmp_path, ENGINES[0])
    for text in ("référé liberté", '"juge des référés"', "héberg*", '"condition urgence"~3', "refere"):
        tree = parse(text, TODAY).tree
        for hit in index.search(tree, is_member=False, limit=50).hits:
            snippet = extract(real_records[hit.document_id - 1].text, tree)
            assert any(is_match for _, is_match in snippet.pieces), (text, hit.document_id)
