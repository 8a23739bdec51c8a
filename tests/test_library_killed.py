"""An import killed at any moment goes on where it was: the same rows in the end, nothing twice."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casetrack.casebook import Casebook, care
from casetrack.settings import load_settings

pytestmark = pytest.mark.slow

MANY = 500
KILLED = 10
MAKE = Path(__file__).parent.parent / "benchmarks" / "make_corpus.py"
# Small transactions, so that ten moments fall between many of them.
IMPORT = """
import sys
from casetrack.ingest import library
library.BATCH, library.HANDED = 20, 5
from casetrack.cli import main
sys.argv = ["casetrack", "import", sys.argv[1], "--json"]
main()
"""
TABLES = {
    "documents": "count(*), count(distinct archive_id), sum(state = 'read'), sum(text_id is not null)",
    "texts": "count(*), count(distinct document_id), count(distinct sha256)",
    "sources": "count(*), sum(packed is not null)",
    "arrivals": "count(*)",
    "decisions": "count(*), count(distinct key), sum(cited)",
    "decision_dockets": "count(*)",
    "citations": "count(*), count(distinct document_id), count(distinct key)",
}


def start(home: Path, archive: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "CASETRACK_HOME": str(home)}
    command = [sys.executable, "-c", IMPORT, str(archive)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def table_counts(home: Path) -> dict[str, tuple[int, ...]]:
    database = sqlite3.connect(home / "casetrack.db", timeout=30)
    return {name: database.execute(f"select {what} from {name}").fetchone() for name, what in TABLES.items()}


def written(home: Path) -> int:
    try:
        database = sqlite3.connect(f"file:{home / 'casetrack.db'}?mode=ro", uri=True, timeout=30)
        return int(database.execute("select count(*) from documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # not there yet


def test_killed_at_ten_moments_the_import_ends_with_exact_counts(tmp_path: Path):
    archive = tmp_path / "decisions.zip"
    subprocess.run([sys.executable, str(MAKE), str(MANY), "--to", str(archive)], check=True, capture_output=True)
    whole, home = tmp_path / "whole", tmp_path / "killed"
    assert start(whole, archive).wait() == 0
    wanted = table_counts(whole)
    assert wanted["documents"] == (MANY, MANY, MANY, MANY)

    dice = random.Random(2026)
    moments = sorted(dice.sample(range(1, MANY), KILLED - 1)) + [MANY]  # the last: while counting or indexing
    before = killed = 0
    for moment in moments:
        process = start(home, archive)
        while process.poll() is None and written(home) < moment:
            time.sleep(0.005)
        time.sleep(dice.random() * 0.1)
        killed += process.poll() is None  # the last ones may be over already: then the counts are those of the end
        process.kill()
        process.communicate()
        found = table_counts(home)
        many = found["documents"][0]
        assert before <= many <= MANY
        assert found["documents"] == (many, many, many, many)
        assert found["texts"][:2] == found["sources"] == (many, many)
        before = many
    assert killed >= KILLED - 2

    process = start(home, archive)
    answer = json.loads(process.communicate()[0])
    assert (process.returncode, answer["failed"]) == (0, [])
    assert answer["added"] + answer["unchanged"] == MANY
    assert answer["unchanged"] == before
    assert table_counts(home) == wanted

    casebook = Casebook(load_settings(home=home))
    try:
        assert all(check.ok for check in care.verify(casebook)), care.verify(casebook)
    finally:
        casebook.close()
