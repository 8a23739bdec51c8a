"""The index: opened, fed, searched, rebuilt. Derived from the store, so never precious."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from casetrack.errors import IndexUnusable
from casetrack.model import IndexRecord, SearchResults
from casetrack.search import analysis, build, folder, keys, proposals
from casetrack.search.engine import MEMBER_TEXT, PUBLIC_TEXT, AllOf, Keys
from casetrack.search.folder import Stamps
from casetrack.search.opened import DAMAGE, Opened, damaged, open_serving, signature_of
from casetrack.search.plan import Planner
from casetrack.search.tree import Node, Stem, Term, walk, words_to_mark
from casetrack.search.vocabulary import edits_allowed

SORTS = ("relevance", "date", "-date", "cited")
DEFAULT_LIMIT = 20
COMMON = 4
"""A word that one document in so many holds is a common one."""
SOON = 0.02
"""Seconds in which an engine has most often tidied up: who writes again at once then finds the lock free."""


def open_index(where: Path, engine: str = "auto") -> Index:
    """Open the index of a folder, an empty one where there is none.

    Raises `IndexUnusable` when another engine, schema or analyser built it, or when it is damaged: `rebuild` it.
    """
    if folder.current(where) is None:
        with folder.locked(where):
            if folder.current(where) is None:
                folder.switch(where, build.fresh_generation(where, build.choose_engine(engine)))
    return Index(where, build.choose_engine(engine))


class Index:
    """One open index. Safe to use from several threads; sees the commits of other processes at its next search."""

    def __init__(self, where: Path, engine: str) -> None:
        self._where = where
        self._lock = threading.RLock()
        self._opened = open_serving(where, engine)
        self._retired: Opened | None = None
        self._tidying: threading.Thread | None = None

    def _follow(self) -> Opened:
        """Go over to what others committed or rebuilt since."""
        with self._lock:
            while True:
                serving = folder.current(self._where)
                try:
                    return self._opened_at(serving)
                except (OSError, IndexUnusable) as error:
                    if folder.current(self._where) == serving:
                        if isinstance(error, IndexUnusable):
                            raise
                        raise damaged(error) from error
                    # rebuilt again meanwhile, and the one just named is gone: look once more

    def _opened_at(self, serving: Path | None) -> Opened:
        opened = self._opened
        if serving != opened.generation:
            self._opened = open_serving(self._where, None)
            # Another thread may still be reading the old one: it is let go at the next rebuild.
            if self._retired is not None:
                self._retired.close()
            self._retired = opened
        else:
            signature = signature_of(opened.generation)
            if signature != opened.signature:
                opened.engine.refresh()
                opened.stamps, opened.signature = folder.read_stamps(opened.generation), signature
        return self._opened

    @property
    def stamps(self) -> Stamps:
        """Engine, schema and analyser versions, and the last sequence number."""
        return self._follow().stamps

    @property
    def last_seq(self) -> int:
        """Everything the store stamped up to here is in the index."""
        return self.stamps.seq

    def count(self) -> int:
        """How many faces are held: one a decision, two a listed article."""
        return self._follow().engine.count()

    def close(self) -> None:
        """Let go of the files."""
        if self._tidying is not None:
            self._tidying.join()
        with self._lock:
            for opened in (self._opened, self._retired):
                if opened is not None:
                    opened.close()
            self._retired = None

    def apply(
        self, records: Iterable[IndexRecord], deleted: Iterable[int], seq: int, *, wait: float = folder.WAIT
    ) -> None:
        """Replace every face of the documents given, remove the deleted ones, and remember ``seq``: one commit.

        Searches see it at return. What the engine tidies afterwards goes on without the caller, for as long as the
        writers' lock is held. Raises `Conflict` when another process has been writing for ``wait`` seconds.
        """
        with contextlib.ExitStack() as held:
            held.enter_context(folder.locked(self._where, wait))
            with self._lock:
                opened = self._follow()
                folder.sweep(self._where)
                ordered = sorted(records, key=lambda record: record.document_id)
                made = list(build.noted_faces(ordered, opened.vocabulary))
                opened.engine.write(made, set(deleted))
                folder.write_stamps(opened.generation, replace(opened.stamps, seq=seq))
                self._follow()
                self._tidying = threading.Thread(target=_tidy, args=(opened, held.pop_all()), name="index-tidy")
                self._tidying.start()
            self._tidying.join(SOON)

    def search(
        self,
        tree: Node,
        *,
        is_member: bool,
        limit: int = DEFAULT_LIMIT,
        offset: int = 0,
        sort: str = "relevance",
        facets: Sequence[str] = (),
        filters: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> SearchResults:
        """The documents that a tree finds for this audience; totals and facets are over the whole result.

        ``filters``: facet, or ``id``, -> values: alternatives within a facet, all facets together.
        """
        opened = self._follow()
        planner = Planner(opened.vocabulary, is_member)
        if sort == "relevance" and not words_to_mark(tree) and not any(isinstance(node, Stem) for node in walk(tree)):
            sort = "-date"  # nothing to be relevant to
        chosen = [
            Keys(tuple(keys.key(name, keys.facet_value(name, value)) for value in sorted(values)))
            for name, values in filters.items()
            if values
        ]
        try:
            operation = planner.plan(tree)
            if chosen:
                operation = AllOf((operation, *chosen))
            asked = (opened.signature, operation, is_member, tuple(facets))
            counted = opened.counted.get(asked)
            if sort == "relevance":
                operation = planner.preferring(operation, tree, self._is_rare(is_member))
            found = opened.engine.search(
                operation,
                is_member=is_member,
                limit=limit,
                offset=offset,
                sort=sort,
                facets=() if counted is not None else facets,
            )
        except DAMAGE as error:
            raise damaged(error) from error
        if counted is None and facets:
            opened.counted.put(asked, found.facets)
        return replace(found, facets=counted or found.facets, cut=tuple(planner.cut))

    def suggest(self, beginning: str, is_member: bool) -> list[str]:
        """Words that end what is being typed, most used first; from two letters on, eight at most."""
        bare = analysis.bare(beginning.strip().lower())
        if len(bare) < proposals.MIN_LETTERS:
            return []
        rows = self._follow().vocabulary.starting(bare, is_member, limit=proposals.MAX_ROWS)
        ranked = proposals.rank_endings(rows, self._frequency(is_member), 1)
        return self._living(ranked, is_member, proposals.MANY)

    def did_you_mean(self, word: str, is_member: bool) -> str | None:
        """The word perhaps meant by one that finds nothing; None when it finds something, or nothing is near."""
        written = analysis.words(word)
        if len(written) != 1 or self.search(Term(written[0]), is_member=is_member, limit=1).total:
            return None
        bare = analysis.bare(written[0])
        rows = self._follow().vocabulary.near(bare, is_member, edits_allowed(bare))
        living = self._living(proposals.rank_near(rows, self._frequency(is_member), 1), is_member, 1)
        return living[0] if living else None

    def similar(self, record: IndexRecord, is_member: bool) -> proposals.Similar:
        """What to search for to find documents like this one; its ``tree`` is for `search`."""
        return proposals.similar(record, self._frequency(is_member), max(1, self.count()))

    def _frequency(self, is_member: bool) -> proposals.Frequency:
        names = (PUBLIC_TEXT, MEMBER_TEXT) if is_member else (PUBLIC_TEXT,)
        engine = self._follow().engine
        return lambda term: sum(engine.frequency(name, term) for name in names)

    def _is_rare(self, is_member: bool) -> Callable[[tuple[str, str]], bool]:
        """Whether few documents hold the rarer of two words: looking at the order of common words costs too much."""
        frequency, most = self._frequency(is_member), self.count() // COMMON
        return lambda pair: min(frequency(analysis.term(word)) for word in pair) <= most

    def _living(self, words: list[str], is_member: bool, many: int) -> list[str]:
        """The first ``many`` words that enough documents still hold: engines count removed ones for a while."""
        needed = 1 if is_member else proposals.MIN_SHARED
        found: list[str] = []
        for word in words[: 4 * many]:
            if self.search(Stem(analysis.term(word)), is_member=is_member, limit=1).total >= needed:
                found.append(word)
            if len(found) == many:
                break
        return found


def _tidy(opened: Opened, held: contextlib.ExitStack) -> None:
    """Let the engine finish, then the lock go. What cannot be tidied serves as it is, and is tried again next time."""
    with held, contextlib.suppress(*DAMAGE):
        before = folder.sizes(opened.generation)
        opened.engine.settle()
        if folder.sizes(opened.generation) != before:
            folder.write_stamps(opened.generation, opened.stamps)
