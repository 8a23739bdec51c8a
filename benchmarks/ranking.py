"""How well results are ordered: nDCG@10 over questions whose answers were judged by reading the decisions.

    python benchmarks/ranking.py FOLDER            # FOLDER: the real decisions, as `casetrack import` takes them

`judgements.json` holds the questions, as an association would type them, and for each the decisions that answer it, by
docket: 3 what one looks for, 2 close to it, 1 of some use. They were written before anything was tuned; the questions
marked ``is_apart`` (one in three) are never looked at while tuning, and are reported apart. Made-up decisions are mixed
with the real ones, as noise: none of them answers anything.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import figures
import make_corpus
import search

from casetrack.casebook import Casebook
from casetrack.ingest.indexing import authority
from casetrack.model import IndexRecord
from casetrack.search import Index, open_index, parse, rebuild
from casetrack.settings import load_settings

SHOWN = 10
NOISE = 500
FIRST_NOISE_ID = 10_000_000


@dataclass(frozen=True)
class Judged:
    """One question. ``expected``: docket -> 1 to 3."""

    query: str
    is_apart: bool
    expected: Mapping[str, int] = field(hash=False)


def judgements() -> list[Judged]:
    path = Path(__file__).parent / "judgements.json"
    return [Judged(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def gain(grades: Iterable[int]) -> float:
    """Discounted cumulative gain of grades in the order shown."""
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def ndcg(shown: Sequence[Sequence[str]], expected: Mapping[str, int]) -> float:
    """From 0 to 1: how near the dockets shown, hit by hit, are to the best order. A decision counts once."""
    left = dict(expected)
    grades = []
    for dockets in shown[:SHOWN]:
        known = [docket for docket in dockets if docket in left]
        grades.append(max((left.pop(docket) for docket in known), default=0))
    return gain(grades) / gain(sorted(expected.values(), reverse=True)[:SHOWN])


def build(folder: Path, engine: str, real: Sequence[IndexRecord]) -> Index:
    """An index of the real decisions among made-up ones."""
    made = (make_corpus.record(decision) for decision in make_corpus.decisions(NOISE))
    plain = authority("Juge des référés", "C", 0)  # what they would have, imported
    noise = (replace(r, document_id=FIRST_NOISE_ID + r.document_id, authority=plain, cited=0) for r in made)
    rebuild(folder, engine, [*real, *noise], 1)
    return open_index(folder, engine)


def measure(index: Index, real: Sequence[IndexRecord]) -> dict[Judged, float]:
    """nDCG@10 of each question, as a visitor would be answered."""
    dockets = {record.document_id: record.dockets for record in real}
    found = {}
    for judged in judgements():
        hits = index.search(parse(judged.query, search.TODAY).tree, is_member=False, limit=SHOWN).hits
        found[judged] = ndcg([dockets.get(hit.document_id, ()) for hit in hits], judged.expected)
    return found


def mean(found: Mapping[Judged, float], *, is_apart: bool) -> float:
    values = [value for judged, value in found.items() if judged.is_apart == is_apart]
    return sum(values) / len(values)


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesure l'ordre des résultats (nDCG@10).")
    parser.add_argument("folder", type=Path, help="les décisions réelles, avec lesquelles on a jugé")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="tantivy")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        casebook = Casebook(load_settings(home=Path(place) / "home", engine=options.engine))
        casebook.import_archives([options.folder])
        real = list(casebook.feed.everything())
        casebook.close()
        index = build(Path(place) / "index", options.engine, real)
        found = measure(index, real)
        index.close()
    for judged, value in sorted(found.items(), key=lambda item: item[1]):
        print(f"{value:.2f}  {'à part  ' if judged.is_apart else '        '}{judged.query}")
    tuned, apart = mean(found, is_apart=False), mean(found, is_apart=True)
    figures.keep(f"ranking.{options.engine}.apart", apart)
    print(f"nDCG@10, {options.engine} : réglage {tuned:.3f}, à part {apart:.3f}")


if __name__ == "__main__":
    main()
