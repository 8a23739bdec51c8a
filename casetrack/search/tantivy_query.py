"""Operations into tantivy's query objects."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import tantivy
from tantivy import Occur, Query

from casetrack.search.engine import (
    AllOf,
    AnyOf,
    Boosted,
    Days,
    Everything,
    Keys,
    NoneOf,
    Operation,
    Ordered,
    Terms,
)


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
                return self.having(values, weight)
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

    def having(self, values: Sequence[str], weight: float = 0.0) -> Query:
        """The documents with any of these exact values."""
        if len(values) == 1:
            found = Query.term_query(self._schema, "keys", values[0], "basic")
        else:
            found = Query.term_set_query(self._schema, "keys", list(values))
        return Query.const_score_query(found, weight)

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
