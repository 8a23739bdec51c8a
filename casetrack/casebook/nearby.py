"""When nothing answers a search: what would, with one piece less; the case that follows a number not held."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from casetrack.casebook.affairs import Affairs
from casetrack.casebook.searching import Searching
from casetrack.casebook.views import CaseRef
from casetrack.errors import QueryError
from casetrack.extract.citations import cite
from casetrack.model import Viewer
from casetrack.search import parse

MOST_PIECES = 8
# « titre:"données de santé" », « "Cloud Act"~3 », « -presse », « hébergement »
_PIECE = re.compile(r'[^\s"]*"[^"]*"\S*|\S+')


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearby:
    """A search with something taken off, and how many documents answer it; ``query`` keeps no filter when empty."""

    without: str
    query: str
    total: int


def nearby(
    casebook: Searching, text: str, *, viewer: Viewer, filters: Mapping[str, Collection[str]]
) -> tuple[Nearby, ...]:
    """The searches that answer, most documents first."""
    found = [one for one in _fewer(casebook, text, viewer, filters) if one.total]
    return tuple(sorted(found, key=lambda one: -one.total))


def _fewer(casebook: Searching, text: str, viewer: Viewer, filters: Mapping[str, Collection[str]]) -> Iterator[Nearby]:
    if filters and text:
        yield Nearby(without="", query=text, total=_count(casebook, text, viewer, {}))
    pieces = _PIECE.findall(text)[: MOST_PIECES + 1]
    if not 1 < len(pieces) <= MOST_PIECES:
        return
    for rank, piece in enumerate(pieces):
        rest = " ".join(pieces[:rank] + pieces[rank + 1 :])
        yield Nearby(without=piece, query=rest, total=_count(casebook, rest, viewer, filters))


def _count(casebook: Searching, text: str, viewer: Viewer, filters: Mapping[str, Collection[str]]) -> int:
    try:
        tree = parse(text, dt.date.today()).tree
        return casebook.index.search(tree, is_member=viewer.is_member, limit=1, filters=filters).total
    except QueryError:  # « OU » without its left side
        return 0


def followed(casebook: Affairs, text: str, *, viewer: Viewer) -> tuple[tuple[str, CaseRef], ...]:
    """The cases that follow a number of a query, with that number: what leads somewhere when no decision is held."""
    asked = {word.strip(" .,;").upper() for word in text.split()} | {found.number for found in cite(text)}
    return tuple(
        (docket, summary.ref)
        for summary in casebook.cases(viewer=viewer)
        for docket in summary.dockets
        if docket in asked
    )
