"""Short texts in the forms that courts, lawyers, laymen, newspapers and registries write, and what is read in them.

Each file of ``tests/written/forms`` begins with what must be found, as JSON, and goes on with the text after a line of
dashes. Only the keys written there are compared, and each of them wholly.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from casetrack.extract import extract
from casetrack.extract.cast import name_key
from casetrack.extract.output import to_row
from casetrack.model import fold

FORMS = sorted((Path(__file__).parent / "written" / "forms").glob("*.txt"))
_NAMES = ("plaintiffs", "defendants", "interveners")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_read(path: Path):
    head, text = path.read_text(encoding="utf-8").split("\n----\n", 1)
    expected: dict[str, Any] = json.loads(head)
    published = dt.date.fromisoformat(expected.pop("published")) if "published" in expected else None
    row = to_row(extract(text, published=published), text, path.name)
    found = {key: _comparable(key, _value(row, key, expected[key])) for key in expected}
    assert found == {key: _comparable(key, value) for key, value in expected.items()}


def _value(row: dict[str, Any], key: str, expected: Any) -> Any:
    """A key of the contract, in the short form that the files use."""
    if key == "basis":
        return row["procedure"]["basis"]
    if key == "lower":
        lower = row["lower_decision"] or {}
        return [lower.get("number"), lower.get("date")]
    if key in ("grounds", "liberties"):
        return [item["value"] for item in row[key]]
    if key == "events":
        size = len(expected[0])
        return [[event["date"], event["type"], event["modality"]][:size] for event in row["events"]]
    return row[key]


def _comparable(key: str, value: Any) -> Any:
    if key in _NAMES:
        return sorted(name_key(name) for name in value)
    if key == "court":
        return fold(value or "")
    if isinstance(value, list) and key != "lower":
        return sorted(value)
    return value or None
