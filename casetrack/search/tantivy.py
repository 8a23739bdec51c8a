"""Tantivy: the extra ``fast``. It is given terms already analysed, so nothing of it decides what a word is.

Its own query parser is never used, nor its « more like this » (it panics after deletions), nor its snippets.
"""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from casetrack.model import FacetCount, Hit, SearchResults
from casetrack.search import keys
from casetrack.search.engine import (
    AUTHORITY_WEIGHT,
    MEMBER_PARTS,
    MEMBER_TEXT,
    PUBLIC_PARTS,
    PUBLIC_TEXT,
    TEXT_NAMES,
    Boosted,
    Face,
    Operation,
    sort_key,
)
from casetrack.search.faces import FAR, zoned_text
from casetrack.search.scores import facet_counts
from casetrack.search.tantivy_query import Emitter

HEAP = 30_000_000
BULK_HEAP = 120_000_000
SORT_FIELDS = {"date": "oldest", "-date": "newest", "cited": "most_cited"}
TOGETHER = "\n"
"""All the values of a facet in one, « rejet » and « injonction » or none: counting columns of several values or of none
costs tantivy some twenty times as much."""
MANY = 65_000
"""More buckets than any facet has values, or values together."""
PUBLIC_KEY, MEMBER_KEY = keys.key("see", "public"), keys.key("see", "members")


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in TEXT_NAMES:
        builder.add_text_field(name, tokenizer_name="terms", index_option="position")
    builder.add_text_field("keys", tokenizer_name="raw", index_option="basic")
    for name in keys.FACETS:
        builder.add_text_field(f"facet_{name}", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("document_id", fast=True)
    builder.add_unsigned_field("day", fast=True, indexed=True)
    builder.add_float_field("authority", fast=True)
    for name in SORT_FIELDS.values():
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


class TantivyEngine:
    """One tantivy index in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schema = _schema()
        self._lock = threading.Lock()
        self._index = self._open()
        self._merging: tantivy.IndexWriter | None = None
        self._counters = ThreadPoolExecutor(2, "facets")  # facets are counted while hits are ranked

    def _open(self) -> tantivy.Index:
        self._folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(self._schema, path=str(self._folder))
        # Tokenizers are not stored: every index opened needs them again.
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("terms", analyser)
        index.config_reader("manual")
        index.reload()
        return index

    def refresh(self) -> None:
        self._index.reload()

    def close(self) -> None:
        self.settle()

    def count(self) -> int:
        return int(self._index.searcher().num_docs)

    def frequency(self, name: str, term: str) -> int:
        return int(self._index.searcher().doc_freq(name, term))

    def write(self, faces: Iterable[Face], deleted: Collection[int], *, is_bulk: bool = False) -> None:
        # A fresh Index for each write, under the caller's lock: a kept one leaves orphan segment files behind.
        index = self._open()
        writer = index.writer(BULK_HEAP if is_bulk else HEAP, 2 if is_bulk else 1)
        try:
            removed = set(deleted)
            for document_id in removed:
                _remove(writer, document_id)
            for face in faces:
                if not is_bulk and face.document_id not in removed:
                    removed.add(face.document_id)
                    _remove(writer, face.document_id)
                writer.add_document(_document(face))
            writer.commit()
        except BaseException:
            with contextlib.suppress(ValueError):  # what stopped the commit may stop this too, and matters more
                writer.rollback()
            writer.wait_merging_threads()  # lets the writer's lock go: kept, it would block every later writer
            raise
        self._merging = writer
        with self._lock:
            self._index = index
            self._index.reload()

    def settle(self) -> None:
        # One commit in seven has tantivy join small segments, for seconds when one of them has thousands of documents.
        writer, self._merging = self._merging, None
        if writer is not None:
            writer.wait_merging_threads()

    def search(
        self,
        operation: Operation,
        *,
        is_member: bool,
        limit: int,
        offset: int,
        sort: str,
        facets: Sequence[str],
    ) -> SearchResults:
        with self._lock, _panics_are_errors():
            searcher = self._index.searcher()
        with _panics_are_errors():
            return self._search(searcher, operation, is_member, limit, offset, sort, facets)

    def _search(
        self,
        searcher: tantivy.Searcher,
        operation: Operation,
        is_member: bool,
        limit: int,
        offset: int,
        sort: str,
        facets: Sequence[str],
    ) -> SearchResults:
        emitter = Emitter(self._schema, searcher)
        visible = (Occur.Must, emitter.having([MEMBER_KEY if is_member else PUBLIC_KEY]))
        query = Query.boolean_query([(Occur.Must, emitter.emit(operation)), visible])
        order = SORT_FIELDS.get(sort)
        weight = None if order else "authority"
        counted = operation.child if isinstance(operation, Boosted) else operation  # who counts does not rank
        faceted = Query.boolean_query([(Occur.Must, emitter.emit(counted)), visible])
        counting = self._counters.submit(_facets, searcher, faceted, facets)  # tantivy lets go of Python's lock
        found = searcher.search(query, limit=max(limit, 1), offset=offset, order_by_field=order, weight_by_field=weight)
        best = found.hits[:limit]
        document_ids = searcher.fast_field_values("document_id", [address for _, address in best])
        counts = counting.result()
        return SearchResults(
            total=int(found.count),  # type: ignore[attr-defined]  # absent from its stubs
            hits=tuple(
                Hit(document_id=int(document_id or 0), score=0.0 if order else float(score))
                for document_id, (score, _) in zip(document_ids, best, strict=True)
            ),
            facets=counts,
        )


@contextlib.contextmanager
def _panics_are_errors() -> Iterator[None]:
    """A panic of the library is a BaseException that no ``except Exception`` sees: make it one that can be handled."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError(f"tantivy: {error}") from error


def _remove(writer: tantivy.IndexWriter, document_id: int) -> None:
    # By its key: given an unsigned field, tantivy-py makes a signed term, which silently removes nothing.
    writer.delete_documents_by_term("keys", keys.key("id", str(document_id)))


def _document(face: Face) -> tantivy.Document:
    text, parts = (MEMBER_TEXT, MEMBER_PARTS) if face.is_member_text else (PUBLIC_TEXT, PUBLIC_PARTS)
    document = tantivy.Document()
    document.add_text(text, face.text)
    document.add_text(parts, f"{face.parts}{FAR}{zoned_text(face)}")
    for value in face.keys:
        document.add_text("keys", value)
    for visible, key in ((face.for_public, PUBLIC_KEY), (face.for_members, MEMBER_KEY)):
        if visible:
            document.add_text("keys", key)
    for name, values in zip(keys.FACETS, face.facets, strict=True):
        document.add_text(f"facet_{name}", TOGETHER.join(values))
    document.add_unsigned("document_id", face.document_id)
    document.add_unsigned("day", face.day)
    document.add_float("authority", AUTHORITY_WEIGHT * face.authority)
    for sort, name in SORT_FIELDS.items():
        document.add_unsigned(name, sort_key(face.document_id, face.day, face.cited, sort))
    return document


def _facets(searcher: tantivy.Searcher, query: Query, names: Sequence[str]) -> dict[str, tuple[FacetCount, ...]]:
    if not names:
        return {}
    asked = {name: {"terms": {"field": f"facet_{name}", "size": MANY}} for name in names}
    answer = searcher.aggregate(query, asked)
    made = {}
    for name in names:
        counts: Counter[str] = Counter()
        for bucket in answer[name]["buckets"]:
            for value in filter(None, bucket["key"].split(TOGETHER)):
                counts[value] += int(bucket["doc_count"])
        made[name] = facet_counts(counts)
    return made
