"""One generation of the index, open: engine, vocabulary, stamps, and what tells that it changed."""

from __future__ import annotations

import pickle
import sqlite3
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path

from casetrack.errors import IndexUnusable
from casetrack.model import FacetCount
from casetrack.search import build, folder
from casetrack.search.analysis import ANALYSER_VERSION
from casetrack.search.engine import SCHEMA_VERSION, Engine
from casetrack.search.folder import Stamps
from casetrack.search.vocabulary import Vocabulary

COUNTED = 32
"""Results whose facets are kept."""
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    KeyError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    sqlite3.DatabaseError,
)
"""What engines raise on files that are not what they wrote."""


Facets = dict[str, tuple[FacetCount, ...]]


class Kept:
    """The last facets counted, by what was asked. Safe to use from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, Facets] = OrderedDict()

    def get(self, asked: Hashable) -> Facets | None:
        with self._lock:
            if asked not in self._held:
                return None
            self._held.move_to_end(asked)
            return self._held[asked]

    def put(self, asked: Hashable, found: Facets) -> None:
        with self._lock:
            self._held[asked] = found
            if len(self._held) > self._most:
                self._held.popitem(last=False)


@dataclass(slots=True)
class Opened:
    """One generation, open: the engine and the vocabulary that go together."""

    generation: Path
    engine: Engine
    vocabulary: Vocabulary
    stamps: Stamps
    signature: tuple[int, int]
    """Of its state: another one after each commit."""
    counted: Kept = field(default_factory=lambda: Kept(COUNTED))
    """Facets counted: pages that follow, and other orders of the same result, need not count again."""

    def close(self) -> None:
        self.engine.close()
        self.vocabulary.close()


def open_serving(where: Path, wanted: str | None) -> Opened:
    """``wanted``: the engine that must have built it, or None for any."""
    generation = folder.current(where)
    if generation is None:
        raise IndexUnusable("Il n'y a pas encore d'index de recherche : relancez « casetrack reindex ».")
    try:
        signature = signature_of(generation)
    except OSError as error:
        raise damaged(error) from error
    stamps = folder.read_stamps(generation)
    if (stamps.engine, stamps.schema, stamps.analyser) != (wanted or stamps.engine, SCHEMA_VERSION, ANALYSER_VERSION):
        raise IndexUnusable(
            f"L'index de recherche vient d'une autre version ({stamps.engine}, {stamps.schema}, "
            f"{stamps.analyser}) : relancez « casetrack reindex »."
        )
    folder.check_files(generation, stamps)
    try:
        engine = build.open_engine(stamps.engine, generation / "data")
        vocabulary = Vocabulary(generation / "vocabulary.db")
    except DAMAGE as error:
        raise damaged(error) from error
    return Opened(generation, engine, vocabulary, stamps, signature)


def damaged(error: Exception) -> IndexUnusable:
    return IndexUnusable(f"L'index de recherche est abîmé ({error}) : relancez « casetrack reindex ».")


def signature_of(generation: Path) -> tuple[int, int]:
    status = (generation / "state.json").stat()
    return status.st_mtime_ns, status.st_ino
