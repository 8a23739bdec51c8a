"""A whole index made on all cores: processes read slices of the store and analyse them, the engine is fed here."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from casetrack import search
from casetrack.ingest.indexing import Feed
from casetrack.ingest.preparing import start_worker
from casetrack.search import Analysed
from casetrack.settings import Settings
from casetrack.store import Store

SLICE = 200
WORTH_IT = 1_000
"""With fewer documents, starting processes costs more than they save."""

_feed: Feed
_known: tuple[set[str], set[str]]


def rebuild(settings: Settings, feed: Feed) -> None:
    """Build the index again from the store, beside the one that serves."""
    reached = feed.reached()
    first, last = feed.ids()
    if last - first < WORTH_IT:
        search.rebuild(settings.index, settings.engine, feed.everything(), reached)
        return
    search.rebuild_analysed(settings.index, settings.engine, _analysed(settings, first, last), reached)


def _analysed(settings: Settings, first: int, last: int) -> Iterator[Analysed]:
    """Every document from ``first`` to ``last``, in order; few slices at once, so that memory stays small."""
    many = settings.parse_processes
    waiting: deque[Future[list[Analysed]]] = deque()
    with ProcessPoolExecutor(many, get_context("spawn"), _open, (settings.database,)) as pool:
        for start in range(first, last + 1, SLICE):
            waiting.append(pool.submit(_slice, start, min(last, start + SLICE - 1)))
            if len(waiting) > 2 * many:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _open(database: object) -> None:
    global _feed, _known
    start_worker()
    _feed, _known = Feed(Store(database)), (set(), set())  # type: ignore[arg-type]


def _slice(first: int, last: int) -> list[Analysed]:
    """The faces of some documents; each word is sent once by each process."""
    made = list(search.analysed(_feed.between(first, last)))
    for found in made:
        for words, known in zip((found.public_words, found.member_words), _known, strict=True):
            words -= known
            known |= words
    return made
