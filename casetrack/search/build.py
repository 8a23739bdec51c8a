"""Building an index: which engine, an empty generation, a whole one beside the one that serves."""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from casetrack.model import IndexRecord
from casetrack.search import faces, folder
from casetrack.search.analysis import ANALYSER_VERSION
from casetrack.search.engine import SCHEMA_VERSION, Engine, Face
from casetrack.search.faces import Analysed
from casetrack.search.folder import Stamps
from casetrack.search.vocabulary import MEMBERS, PUBLIC, Vocabulary


def choose_engine(wanted: str = "auto") -> str:
    """``tantivy`` where it is installed, else ``whoosh``; a name is taken at its word."""
    if wanted != "auto":
        return wanted
    return "tantivy" if importlib.util.find_spec("tantivy") else "whoosh"


def open_engine(name: str, data: Path) -> Engine:
    if name == "tantivy":
        from casetrack.search.tantivy import TantivyEngine

        return TantivyEngine(data)
    from casetrack.search.whoosh import WhooshEngine

    return WhooshEngine(data)


def fresh_generation(where: Path, engine: str) -> Path:
    generation = folder.new_generation(where)
    open_engine(engine, generation / "data").close()
    folder.write_stamps(generation, Stamps(engine, SCHEMA_VERSION, ANALYSER_VERSION))
    return generation


def rebuild(where: Path, engine: str, records: Iterable[IndexRecord], seq: int) -> None:
    """Build a whole index beside the one that serves, then let it serve, atomically.

    ``records``: all of them, the faces of one document next to each other. ``seq``: what the store stood at.
    Open `Index` objects, here and in other processes, go over to it at their next search.
    """
    rebuild_analysed(where, engine, analysed(records), seq)


def rebuild_analysed(where: Path, engine: str, found: Iterable[Analysed], seq: int) -> None:
    """`rebuild` from documents whose faces are made already, in other processes perhaps: `analysed` makes them."""
    name = choose_engine(engine)
    with folder.locked(where, wait=3600):
        folder.sweep(where)
        generation = fresh_generation(where, name)
        built = open_engine(name, generation / "data")
        vocabulary = Vocabulary(generation / "vocabulary.db")
        try:
            built.write(noted(found, vocabulary), (), is_bulk=True)
        finally:
            built.close()  # settles
            vocabulary.close()
        folder.write_stamps(generation, Stamps(name, SCHEMA_VERSION, ANALYSER_VERSION, seq))
        folder.switch(where, generation)
        folder.sweep(where)  # whoever still reads the old one holds its files open


def analysed(records: Iterable[IndexRecord]) -> Iterator[Analysed]:
    """The faces of each document. ``records``: the faces of one document next to each other."""
    for _, group in itertools.groupby(records, key=lambda record: record.document_id):
        yield faces.analyse(list(group))


def noted_faces(records: Iterable[IndexRecord], vocabulary: Vocabulary) -> Iterator[Face]:
    """Faces, as their words are noted."""
    return noted(analysed(records), vocabulary)


def noted(documents: Iterable[Analysed], vocabulary: Vocabulary) -> Iterator[Face]:
    """Faces, as their words are noted: in large batches, since each batch is one transaction."""
    public: set[str] = set()
    members: set[str] = set()
    for number, found in enumerate(documents, 1):
        public |= found.public_words
        members |= found.member_words
        yield from found.faces
        if number % 500 == 0:
            vocabulary.add(public, PUBLIC)
            vocabulary.add(members, MEMBERS)
            public, members = set(), set()
    vocabulary.add(public, PUBLIC)
    vocabulary.add(members, MEMBERS)
