"""The index: opened, fed, searched, rebuilt. Derived from the store, so never precious."""

from __future__ import annotations

import importlib.util
import itertools
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from casetrack.errors import CasetrackError, IndexUnusable
from casetrack.model import IndexRecord, SearchResults
from casetrack.search import faces, folder, keys
from casetrack.search.analysis import ANALYSER_VERSION
from casetrack.search.engine import SCHEMA_VERSION, AllOf, Engine, Face, Keys
from casetrack.search.folder import Stamps
from casetrack.search.plan import Planner
from casetrack.search.tree import Node, Stem, walk, words_to_mark
from casetrack.search.vocabulary import MEMBERS, PUBLIC, Vocabulary

SORTS = ("relevance", "date", "-date", "cited")
DEFAULT_LIMIT = 20


def choose_engine(wanted: str = "auto") -> str:
    """``tantivy`` where it is installed, else ``whoosh``; a name is taken at its word."""
    if wanted != "auto":
        return wanted
    return "tantivy" if importlib.util.find_spec("tantivy") else "whoosh"


def _open_engine(name: str, data: Path) -> Engine:
    if name == "tantivy":
        from casetrack.search.tantivy import TantivyEngine

        return TantivyEngine(data)
    from casetrack.search.whoosh import WhooshEngine

    return WhooshEngine(data)


def open_index(where: Path, engine: str = "auto") -> Index:
    """Open the index of a folder, an empty one where there is none.

    Raises `IndexUnusable` when another engine, schema or analyser built it, or when it is damaged: `rebuild` it.
    """
    if folder.current(where) is None:
        with folder.locked(where):
            if folder.current(where) is None:
                folder.switch(where, _fresh(where, choose_engine(engine)))
    return Index(where, choose_engine(engine))


def _fresh(where: Path, engine: str) -> Path:
    generation = folder.new_generation(where)
    _open_engine(engine, generation / "data").close()
    folder.write_stamps(generation, Stamps(engine, SCHEMA_VERSION, ANALYSER_VERSION))
    return generation


def rebuild(where: Path, engine: str, records: Iterable[IndexRecord], seq: int) -> None:
    """Build a whole index beside the one that serves, then let it serve, atomically.

    ``records``: all of them, the faces of one document next to each other. ``seq``: what the store stood at.
    Open `Index` objects, here and in other processes, go over to it at their next search.
    """
    name = choose_engine(engine)
    with folder.locked(where, wait=3600):
        folder.sweep(where)
        generation = _fresh(where, name)
        built = _open_engine(name, generation / "data")
        vocabulary = Vocabulary(generation / "vocabulary.db")
        try:
            built.write(_faces(records, vocabulary), (), is_bulk=True)
        finally:
            built.close()
            vocabulary.close()
        folder.write_stamps(generation, Stamps(name, SCHEMA_VERSION, ANALYSER_VERSION, seq))
        folder.switch(where, generation)


def _faces(records: Iterable[IndexRecord], vocabulary: Vocabulary) -> Iterator[Face]:
    """Faces, as their words are noted: in large batches, since each batch is one transaction."""
    public: set[str] = set()
    members: set[str] = set()
    for number, (_, group) in enumerate(itertools.groupby(records, key=lambda record: record.document_id), 1):
        found = faces.analyse(list(group))
        public |= found.public_words
        members |= found.member_words
        yield from found.faces
        if number % 500 == 0:
            vocabulary.add(public, PUBLIC)
            vocabulary.add(members, MEMBERS)
            public, members = set(), set()
    vocabulary.add(public, PUBLIC)
    vocabulary.add(members, MEMBERS)


class Index:
    """One open index. Safe to use from several threads; sees the commits of other processes at its next search."""

    def __init__(self, where: Path, engine: str) -> None:
        self._where = where
        self._name = engine
        self._lock = threading.RLock()
        self._generation: Path | None = None
        self._seen: tuple[int, int] = (0, 0)
        self._reopen()

    def _reopen(self) -> None:
        generation = folder.current(self._where)
        if generation is None:
            raise IndexUnusable("Il n'y a pas encore d'index de recherche : relancez « casetrack reindex ».")
        stamps = folder.read_stamps(generation)
        wanted = (self._name, SCHEMA_VERSION, ANALYSER_VERSION)
        if (stamps.engine, stamps.schema, stamps.analyser) != wanted:
            raise IndexUnusable(
                f"L'index de recherche vient d'une autre version ({stamps.engine}, {stamps.schema}, "
                f"{stamps.analyser}) : relancez « casetrack reindex »."
            )
        folder.check_files(generation, stamps)
        try:
            self._engine = _open_engine(self._name, generation / "data")
        except Exception as error:
            raise IndexUnusable(
                f"L'index de recherche est abîmé ({error}) : relancez « casetrack reindex »."
            ) from error
        self._vocabulary = Vocabulary(generation / "vocabulary.db")
        self._generation, self._stamps, self._seen = generation, stamps, _signature(generation)

    def _follow(self) -> None:
        """Go over to what others committed or rebuilt since."""
        with self._lock:
            if folder.current(self._where) != self._generation:
                self.close()
                self._reopen()
                return
            assert self._generation is not None
            signature = _signature(self._generation)
            if signature != self._seen:
                self._engine.refresh()
                self._stamps, self._seen = folder.read_stamps(self._generation), signature

    @property
    def stamps(self) -> Stamps:
        """Engine, schema and analyser versions, and the last sequence number."""
        self._follow()
        return self._stamps

    @property
    def last_seq(self) -> int:
        """Everything the store stamped up to here is in the index."""
        return self.stamps.seq

    def count(self) -> int:
        """How many faces are held: one a decision, two a listed article."""
        self._follow()
        return self._engine.count()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._engine.close()
            self._vocabulary.close()

    def apply(
        self, records: Iterable[IndexRecord], deleted: Iterable[int], seq: int, *, wait: float = folder.WAIT
    ) -> None:
        """Replace every face of the documents given, remove the deleted ones, and remember ``seq``: one commit.

        Raises `Conflict` when another process has been writing for ``wait`` seconds.
        """
        with folder.locked(self._where, wait), self._lock:
            self._follow()
            folder.sweep(self._where)
            assert self._generation is not None
            ordered = sorted(records, key=lambda record: record.document_id)
            made = list(_faces(ordered, self._vocabulary))
            self._engine.write(made, set(deleted))
            folder.write_stamps(self._generation, replace(self._stamps, seq=seq))
            self._follow()

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

        ``filters``: facet -> values, alternatives within a facet, all facets together.
        """
        self._follow()
        planner = Planner(self._vocabulary, is_member)
        operation = planner.plan(tree)
        if sort == "relevance" and not words_to_mark(tree) and not any(isinstance(node, Stem) for node in walk(tree)):
            sort = "-date"  # nothing to be relevant to
        chosen = [
            Keys(tuple(keys.key(name, keys.facet_value(name, value)) for value in sorted(values)))
            for name, values in filters.items()
            if values
        ]
        if chosen:
            operation = AllOf((operation, *chosen))
        try:
            found = self._engine.search(
                operation, is_member=is_member, limit=limit, offset=offset, sort=sort, facets=facets
            )
        except CasetrackError:
            raise
        except Exception as error:
            raise IndexUnusable(
                f"L'index de recherche est abîmé ({error}) : relancez « casetrack reindex »."
            ) from error
        return replace(found, cut=tuple(planner.cut))


def damaged(error: Exception) -> IndexUnusable:
    return IndexUnusable(f"L'index de recherche est abîmé ({error}) : relancez « casetrack reindex ».")


def _signature(generation: Path) -> tuple[int, int]:
    status = (generation / "state.json").stat()
    return status.st_mtime_ns, status.st_ino
