"""Text in, findings out: the reading of French administrative procedure. Pure: no file, no network, no clock.

text + what its file declares
  │ kind        decision, filing, press, association, notice, other
  ├─ decision, filing   zones -> head, dockets, parties, procedure, outcome, grounds, events
  └─ anything else      title, publisher, day of publication, organisations, reported events
  │ dates, citations    in every kind
  ▼
Findings: every one with its passage and its reason
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from casetrack.extract.assembly import extract_notice, extract_procedure, extract_prose
from casetrack.extract.header import read_header
from casetrack.extract.kind import find_kind
from casetrack.extract.moving import moved, relay
from casetrack.model import Declared, DocumentKind, Findings

__all__ = ["extract"]


def extract(
    text: str,
    *,
    declared: Sequence[Declared] = (),
    published: dt.date | None = None,
    format: str = "",
    gazetteer: Sequence[str] = (),
) -> Findings:
    """All that one text says.

    Args: ``text``, one paragraph a line; ``declared``, what its file says of itself (tags, meta elements), which wins
    over the text for court, docket, date, ECLI and formation; ``published``, the day of publication when a person
    gives it (relative dates are counted from it); ``format``, of the reader; ``gazetteer``, names of the legal persons
    of a case, looked for in its press.

    Returns findings whose offsets are code points of ``text``. Never raises, whatever the text.
    """
    header = None if declared else read_header(text)
    if header:
        part = relay(text, header.start, header.end)
        return moved(extract(part.text, declared=header.declared, format=format), part)
    kind = find_kind(text, declared, format)
    if kind.value in (DocumentKind.DECISION, DocumentKind.FILING):
        return extract_procedure(text, kind, declared)
    if kind.value == DocumentKind.NOTICE:
        return extract_notice(text, kind, gazetteer)
    return extract_prose(text, kind, declared, published, gazetteer)
