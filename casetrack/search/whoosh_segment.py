"""What Whoosh keeps on disk for us, and one immutable segment of it read the quick way."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh import fields, formats  # type: ignore[import-untyped]
from whoosh.codec.whoosh3 import W3LeafMatcher  # type: ignore[import-untyped]

from casetrack.search import keys
from casetrack.search.analysis import BREAK
from casetrack.search.engine import AUTHORITY_WEIGHT, K1, TEXT_NAMES, B


class TermsField(fields.FieldType):  # type: ignore[misc]
    """Terms joined by spaces, with their positions."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)

    def index(self, value: str, **kwargs: Any) -> list[tuple[bytes, int, float, bytes]]:
        places: dict[str, list[int]] = defaultdict(list)
        for position, term in enumerate(value.split(" ")):
            places[term].append(position)
        places.pop(BREAK, None)
        return [
            (term.encode(), len(found), float(len(found)), array("I", found).tobytes())
            for term, found in places.items()
        ]


class KeysField(fields.FieldType):  # type: ignore[misc]
    """Exact values, unscored."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Sequence[str], **kwargs: Any) -> list[tuple[bytes, int, float, bytes]]:
        return [(key.encode(), 1, 1.0, b"") for key in value]


def schema() -> fields.Schema:
    return fields.Schema(**{name: TermsField() for name in TEXT_NAMES}, keys=KeysField(), card=fields.STORED())


class Segment:
    """One immutable segment with what searches need of it, read once."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        # (document_id, flags, day, authority, cited, facets, zones)
        self.cards = [reader.stored_fields(number)["card"] for number in range(reader.doc_count_all())]
        self.days = [card[2] for card in self.cards]
        self.weights = [math.log2(2 + AUTHORITY_WEIGHT * card[3]) for card in self.cards]
        self.identity = reader.segment().segment_id()
        self._norms: dict[str, list[float]] = {}
        self._lists: dict[str, list[tuple[str, ...]]] = {}

    def adopt(self, base: int, deleted: frozenset[int]) -> None:
        """The same segment as the newest commit sees it: only its place and its deletions can differ."""
        self.base, self.deleted = base, deleted
        self.visible = {
            bit: {number for number, card in enumerate(self.cards) if card[1] & bit} - deleted for bit in (1, 2)
        }
        self.number_of: dict[int, list[int]] = defaultdict(list)
        for number, card in enumerate(self.cards):
            if number not in deleted:
                self.number_of[card[0]].append(number)

    def norms(self, name: str, mean: float) -> list[float]:
        """The length part of BM25 for each document."""
        if name not in self._norms:
            length = self.reader.doc_field_length
            self._norms[name] = [
                K1 * (1 - B + B * (length(number, name) or 0) / mean) for number in range(len(self.cards))
            ]
        return self._norms[name]

    def facet(self, name: str) -> list[tuple[str, ...]]:
        if name not in self._lists:
            at = keys.FACETS.index(name)
            self._lists[name] = [card[5][at] for card in self.cards]
        return self._lists[name]

    def postings(self, name: str, term: str) -> Iterator[tuple[Sequence[int], Sequence[float], Sequence[bytes]]]:
        """Blocks of (documents, weights, encoded positions); deleted documents are among them."""
        if (name, term) not in self.reader:
            return
        matcher = self.reader.postings(name, term)
        matcher = getattr(matcher, "child", matcher)
        if isinstance(matcher, W3LeafMatcher):
            # Whole blocks instead of one document at a time: some thirty times quicker, in a pinned, frozen library.
            while not matcher._atend:
                matcher._read_ids()
                matcher._read_weights()
                matcher._read_values()
                yield matcher._ids, matcher._weights, matcher._values
                matcher._next_block()
            return
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),), (matcher.value(),)
            matcher.next()


def places_of(segment: Segment, name: str, terms: Sequence[str]) -> dict[int, bytes]:
    """Document -> encoded places of any of the terms."""
    places: dict[int, bytes] = {}
    for term in terms:
        for numbers, _, values in segment.postings(name, term):
            if places:
                for number, value in zip(numbers, values, strict=True):
                    places[number] = places.get(number, b"") + value
            else:
                places.update(zip(numbers, values, strict=True))
    return places


def decode(value: bytes, is_one_term: bool) -> Sequence[int]:
    """The places, in order."""
    places = array("I", value)
    return places if is_one_term else sorted(places)
