"""Tantivy: the extra ``fast``. It is given terms already analysed, so nothing of it decides what a word is.

Its own query parser is never used, nor its « more like this » (it panics after deletions), nor its snippets.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from casetrack.model import FacetCount, Hit, SearchResults
from casetrack.search import keys
from casetrack.search.engine import (
    MEMBER_PARTS,
    MEMBER_TEXT,
    PUBLIC_PARTS,
    PUBLIC_TEXT,
    TEXT_NAMES,
    AllOf,
    AnyOf,
    Boosted,
    Days,
    Everything,
    Face,
    Keys,
    NoneOf,
    Operation,
    Ordered,
    Terms,
    sort_key,
)
from casetrack.search.faces import FAR, zoned_text

HEAP = 30_000_000
BULK_HEAP = 256_000_000
SORT_FIELDS = {"date": "oldest", "-date": "newest", "cited": "most_cited"}
MANY = 65_000
"""More buckets than any facet has values."""
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
        """Nothing is held that the end of the object does not release."""

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
            writer.rollback()
            raise
        finally:
            # Also lets the writer's lock go: one kept after an error would block every later writer.
            writer.wait_merging_threads()
        with self._lock:
            self._index = index
            self._index.reload()

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
        with self._lock:
            searcher = self._index.searcher()
        query = Query.boolean_query(
            [
                (Occur.Must, Emitter(self._schema, searcher).emit(operation)),
                (Occur.Must, self._unscored("keys", [MEMBER_KEY if is_member else PUBLIC_KEY])),
            ]
        )
        order = SORT_FIELDS.get(sort)
        weight = None if order else "authority"
        found = searcher.search(query, limit=max(limit, 1), offset=offset, order_by_field=order, weight_by_field=weight)
        best = found.hits[:limit]
        document_ids = searcher.fast_field_values("document_id", [address for _, address in best])
        counts = _facets(searcher, query, facets)
        return SearchResults(
            total=int(found.count),  # type: ignore[attr-defined]  # absent from its stubs
            hits=tuple(
                Hit(document_id=int(document_id or 0), score=0.0 if order else float(score))
                for document_id, (score, _) in zip(document_ids, best, strict=True)
            ),
            facets=counts,
        )

    def _unscored(self, name: str, values: list[str]) -> Query:
        return Query.const_score_query(Query.term_set_query(self._schema, name, values), 0.0)


class Emitter:
    """Operations into tantivy's query objects."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher

    def emit(self, operation: Operation) -> Query:
        match operation:
            case Everything():
                return self._everything()
            case Terms(names, terms, weight):
                found = [Query.term_query(self._schema, name, term, "freq") for name, term in self._known(names, terms)]
                return Query.boost_query(_any(found), weight) if found and weight != 1.0 else _any(found)
            case Ordered(names, steps, slop):
                return _any([self._ordered(name, steps, slop) for name in names])
            case Keys(values, weight):
                return Query.const_score_query(Query.term_set_query(self._schema, "keys", list(values)), weight)
            case Days(first, last):
                kind = tantivy.FieldType.Unsigned
                return Query.const_score_query(Query.range_query(self._schema, "day", kind, first, last), 0.0)
            case AllOf(children):
                return self._all_of(children)
            case AnyOf(children):
                return _any([self.emit(child) for child in children])
            case NoneOf(child):
                return self._all_of((NoneOf(child),))
            case Boosted(child, bonus):
                return Query.boolean_query([(Occur.Must, self.emit(child)), (Occur.Should, self.emit(bonus))])

    def _everything(self) -> Query:
        return Query.const_score_query(Query.all_query(), 0.0)

    def _all_of(self, children: Sequence[Operation]) -> Query:
        clauses = [
            (Occur.MustNot, self.emit(child.child)) if isinstance(child, NoneOf) else (Occur.Must, self.emit(child))
            for child in children
        ]
        if all(occur == Occur.MustNot for occur, _ in clauses):
            clauses.append((Occur.Must, self._everything()))
        return Query.boolean_query(clauses)

    def _known(self, names: Sequence[str], terms: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The terms that a field holds: the others only cost time."""
        for name in names:
            for term in terms:
                if self._searcher.doc_freq(name, term):
                    yield name, term

    def _ordered(self, name: str, steps: Sequence[Sequence[str]], slop: int) -> Query:
        known = [[term for _, term in self._known((name,), step)] for step in steps]
        if not all(known):
            return Query.empty_query()
        return _any([self._shape(name, known, offsets, near) for offsets, near in _shapes(len(known), slop)])

    def _shape(self, name: str, steps: list[list[str]], offsets: Sequence[int], near: int) -> Query:
        if all(len(step) == 1 for step in steps):
            words = [(offset, step[0]) for offset, step in zip(offsets, steps, strict=True)]
            return Query.phrase_query(self._schema, name, list(words), near)
        patterns = [(offset, "|".join(step)) for offset, step in zip(offsets, steps, strict=True)]
        return Query.regex_phrase_query(self._schema, name, list(patterns), near)


def _shapes(many: int, slop: int) -> list[tuple[tuple[int, ...], int]]:
    """(place of each step, tantivy's own slop) whose union is « in order, at most ``slop`` places lost in all ».

    Tantivy's slop takes words in any order and miscounts from three on. For two words it is a distance around the
    place asked for, so asking half-way gives the window wanted; from three on every arrangement is asked exactly.
    """
    if many == 2:
        half = slop // 2
        window: list[tuple[tuple[int, ...], int]] = [((0, 1 + half), half)]
        return [*window, ((0, 1 + slop), 0)] if slop % 2 else window
    return [(tuple(itertools.accumulate((1 + lost for lost in gaps), initial=0)), 0) for gaps in _gaps(many - 1, slop)]


def _gaps(many: int, slop: int) -> list[tuple[int, ...]]:
    """Every way to lose at most ``slop`` places over ``many`` gaps."""
    if many == 0:
        return [()]
    return [(lost, *rest) for lost in range(slop + 1) for rest in _gaps(many - 1, slop - lost)]


def _any(queries: Sequence[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


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
        for value in values:
            document.add_text(f"facet_{name}", value)
    document.add_unsigned("document_id", face.document_id)
    document.add_unsigned("day", face.day)
    document.add_float("authority", face.authority)
    for sort, name in SORT_FIELDS.items():
        document.add_unsigned(name, sort_key(face.document_id, face.day, face.cited, sort))
    return document


def _facets(searcher: tantivy.Searcher, query: Query, names: Sequence[str]) -> dict[str, tuple[FacetCount, ...]]:
    if not names:
        return {}
    asked = {name: {"terms": {"field": f"facet_{name}", "size": MANY}} for name in names}
    answer = searcher.aggregate(query, asked)
    return {
        name: tuple(
            FacetCount(value=str(bucket["key"]), count=int(bucket["doc_count"]))
            for bucket in sorted(answer[name]["buckets"], key=lambda bucket: (-bucket["doc_count"], bucket["key"]))
        )
        for name in names
    }
