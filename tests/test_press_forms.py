"""The sentences of newspapers, one a line, read as if printed on Wednesday 23 March 2022: the event each tells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casetrack.extract import extract

# sentence | day type modality
_TABLE = Path(__file__).parent / "written" / "press_sentences.txt"
_LINES = [tuple(line.split("|")) for line in _TABLE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("sentence", "expected"), _LINES)
def test_the_event_of_a_sentence(sentence: str, expected: str):
    text = f"La carrière de l'Orle devant le juge\nPublié le mercredi 23 mars 2022\n{sentence}\n"
    found = extract(text, published=dt.date(2022, 3, 23))
    assert found.kind.value == "press"
    told = [
        f"{(event.date_end or event.date)} {event.type} {event.modality.value}"
        for event in found.events
        if event.type != "publication"
    ]
    assert told == [expected]
