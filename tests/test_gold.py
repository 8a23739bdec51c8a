"""The reading is measured on annotated documents, and never gets worse: `floors.json` only rises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scoring

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mode", scoring.MODES)
def test_every_floor_holds(mode: str, shared_data: Path, capsys: pytest.CaptureFixture[str]):
    results = scoring.measure(shared_data, mode)
    with capsys.disabled():
        for name, (scores, _) in results.items():
            print(f"\n== {name}, {mode}\n{scoring.table(scores)}")
    assert scoring.below(results["all"][0], FLOORS[mode]) == []


def test_floors_are_those_that_were_promised_or_higher():
    """The promise: F1 a field, whole file and bare text (issue of the extraction)."""
    promised = {
        "kind": 0.98, "court": 0.98, "dockets": 0.98, "decision_date": 0.98, "ecli": 0.98, "judge": 0.98,
        "basis": 0.95, "instance": 0.95, "plaintiffs": 0.92, "defendants": 0.85, "interveners": 0.85, "articles": 0.95,
        "lower_number": 0.95, "lower_date": 0.95, "outcome": 0.92, "grounds": 0.80, "liberties": 0.80, "events": 0.88,
        "event_dates": 0.92, "zones": 0.97,
    }  # fmt: skip
    for mode in scoring.MODES:
        for field, floor in promised.items():
            assert FLOORS[mode][field] >= floor, f"{mode} {field}"
