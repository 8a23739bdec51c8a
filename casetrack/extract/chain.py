"""The chain of an affair: every numbered decision of a court that the procedure tells, each with its sentence."""

from __future__ import annotations

import re

from casetrack.extract.procedure import Procedure
from casetrack.model import LowerDecision

# the end of a sentence; « M. B » and « art. L. 521-1 » end nothing
_END = re.compile(r"(?<![ '.][A-Z])\.\s+(?=[A-ZÉÀ«])|\n")
_REACH = 1_500


def find_earlier(text: str, procedure: Procedure) -> tuple[LowerDecision, ...]:
    """Earlier decisions of the affair other than the one attacked, each once, in the order in which they are told."""
    lower = procedure.lower_decision
    seen = {(lower.court_code, lower.number)} if lower else set()
    found = []
    for stage in procedure.stages:
        key = (stage.court_code, stage.numbers[0] if stage.numbers else "")
        if not all(key) or key in seen:
            continue
        seen.add(key)
        start, end = sentence(text, stage.start, stage.end)
        found.append(
            LowerDecision(
                start=start,
                end=end,
                court=stage.court,
                court_code=stage.court_code,
                number=key[1],
                date=stage.date,
                outcome=stage.outcome,
                reason="Étape antérieure de l'affaire",
            )  # fmt: skip
        )
    return tuple(found)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a passage, within its line."""
    low = max(0, start - _REACH)
    for mark in _END.finditer(text, low, start):
        low = mark.end()
    after = _END.search(text, end, end + _REACH)
    high = end if after is None else after.start() + (text[after.start()] == ".")
    return low, high
