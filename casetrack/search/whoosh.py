"""Whoosh: pure Python, in the plain install. It keeps the postings; the arithmetic over them is done here.

Every result page needs all its hits anyway (total, facets), so operations are answered a segment at a time with whole
dictionaries of scores instead of one document at a time: measured several times quicker than Whoosh's own matchers.
"""

from __future__ import annotations

import heapq
import itertools
import math
import threading
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh import fields, formats, index  # type: ignore[import-untyped]
from whoosh.codec.whoosh3 import W3LeafMatcher  # type: ignore[import-untyped]
from whoosh.reading import SegmentReader  # type: ignore[import-untyped]

from casetrack.model import FacetCount, Hit, SearchResults
from casetrack.search import keys
from casetrack.search.analysis import BREAK
from casetrack.search.engine import (
    AUTHORITY_WEIGHT,
    K1,
    MEMBER_PARTS,
    MEMBER_TEXT,
    PUBLIC_PARTS,
    PUBLIC_TEXT,
    TEXT_NAMES,
    ZONE_TAGS,
    AllOf,
    AnyOf,
    B,
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

Scores = dict[int, float]
MAX_ATTEMPTS = 20
TEXT_OF_PARTS = {PUBLIC_PARTS: PUBLIC_TEXT, MEMBER_PARTS: MEMBER_TEXT}
"""Zones are stretches of the text here: positions are at hand, so nothing is indexed twice."""


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


def _schema() -> fields.Schema:
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


class WhooshEngine:
    """One Whoosh index in one folder."""

    def __init__(self, folder: Path) -> None:
        self._lock = threading.RLock()  # Whoosh readers share file positions: one search at a time
        self._index = index.open_dir(str(folder)) if index.exists_in(str(folder)) else _create(folder)
        self._segments: list[Segment] = []
        self._generation = -1
        self.refresh()

    def refresh(self) -> None:
        with self._lock:
            if self._generation == self._index.latest_generation():
                return
            for attempt in itertools.count():
                try:
                    self._load()
                    return
                except FileNotFoundError:  # another process merged segments between the listing and the opening
                    if attempt == MAX_ATTEMPTS:
                        raise

    def _load(self) -> None:
        """Open what is new. Whoosh's own ``reader(reuse=...)`` keeps the segments that a commit removed."""
        generation = self._index.latest_generation()
        old = {segment.identity: segment for segment in self._segments}
        listed = [segment for segment in self._index._segments() if segment.doc_count_all()]
        opened = []
        base = 0
        for segment in listed:
            known = old.pop(segment.segment_id(), None)
            known = known or Segment(SegmentReader(self._index.storage, self._index.schema, segment))
            known.adopt(base, frozenset(segment.deleted_docs()))
            opened.append(known)
            base += segment.doc_count_all()
        for gone in old.values():
            gone.reader.close()
        self._segments, self._generation, self._total = opened, generation, max(1, base)
        self._means = {
            name: max(1.0, sum(segment.reader.field_length(name) for segment in opened) / self._total)
            for name in TEXT_NAMES
        }

    def close(self) -> None:
        with self._lock:
            for segment in self._segments:
                segment.reader.close()
            self._index.close()

    def count(self) -> int:
        return sum(len(segment.cards) - len(segment.deleted) for segment in self._segments)

    def frequency(self, name: str, term: str) -> int:
        with self._lock:
            return sum(int(segment.reader.doc_frequency(name, term)) for segment in self._segments)

    # ------------------------------------------------------------------------------------------ writing

    def write(self, faces: Iterable[Face], deleted: Collection[int], *, is_bulk: bool = False) -> None:
        with self._lock:
            self.refresh()
            options = {"procs": 2, "multisegment": True, "limitmb": 256} if is_bulk else {}
            writer = self._index.writer(timeout=10.0, **options)
            try:
                if not is_bulk:
                    faces = list(faces)
                    self._delete(writer, {*deleted, *(face.document_id for face in faces)})
                for face in faces:
                    writer.add_document(**_document(face))
            except BaseException:
                writer.cancel()
                raise
            writer.commit()
            self.refresh()

    def _delete(self, writer: Any, document_ids: set[int]) -> None:
        """By number, from our own reader: asking Whoosh by term would open another reader, 140 ms at 20,000."""
        for segment in self._segments:
            for document_id in document_ids & segment.number_of.keys():
                for number in segment.number_of[document_id]:
                    writer.delete_document(segment.base + number)

    # ---------------------------------------------------------------------------------------- searching

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
        total = 0
        ranked: list[tuple[float, int, int]] = []
        counts: dict[str, Counter[str]] = {name: Counter() for name in facets}
        with self._lock:
            for segment in self._segments:
                visible = segment.visible[2 if is_member else 1]
                found = self._answer(operation, segment)
                kept = [number for number in found if number in visible]
                total += len(kept)
                ranked += heapq.nlargest(limit + offset, _ranks(segment, kept, found, sort))
                for name in facets:
                    for values, many in Counter(map(segment.facet(name).__getitem__, kept)).items():
                        for value in values:
                            counts[name][value] += many
        best = heapq.nlargest(limit + offset, ranked)[offset:]
        return SearchResults(
            total=total,
            hits=tuple(Hit(document_id=rank[2], score=rank[0] if sort == "relevance" else 0.0) for rank in best),
            facets={name: facet_counts(counts[name]) for name in facets},
        )

    def _answer(self, operation: Operation, segment: Segment) -> Scores:
        match operation:
            case Everything():
                return dict.fromkeys(range(len(segment.cards)), 0.0)
            case Terms(names, terms, _) if _zone_tag((terms,)):
                return _union([self._ordered(segment, name, (terms,), 0) for name in names])
            case Terms(names, terms, weight):
                return self._terms(segment, names, terms, weight)
            case Ordered(names, steps, slop):
                return _union([self._ordered(segment, name, steps, slop) for name in names])
            case Keys(values, weight):
                blocks = (block[0] for value in values for block in segment.postings("keys", value))
                return dict.fromkeys((number for block in blocks for number in block), weight)
            case Days(first, last):
                return {number: 0.0 for number, day in enumerate(segment.days) if first <= day <= last}
            case AnyOf(children):
                return _union([self._answer(child, segment) for child in children])
            case NoneOf(child):
                excluded = self._answer(child, segment)
                return {number: 0.0 for number in range(len(segment.cards)) if number not in excluded}
            case AllOf(children):
                return self._all_of(segment, children)
            case Boosted(child, bonus):
                scores, more = self._answer(child, segment), self._answer(bonus, segment)
                return {number: score + more.get(number, 0.0) for number, score in scores.items()}

    def _all_of(self, segment: Segment, children: Sequence[Operation]) -> Scores:
        wanted = [self._answer(child, segment) for child in children if not isinstance(child, NoneOf)]
        if not wanted:
            wanted = [self._answer(Everything(), segment)]
        wanted.sort(key=len)
        scores = wanted[0]
        for other in wanted[1:]:
            scores = {number: score + other[number] for number, score in scores.items() if number in other}
        for child in children:
            if isinstance(child, NoneOf) and scores:
                excluded = self._answer(child.child, segment)
                scores = {number: score for number, score in scores.items() if number not in excluded}
        return scores

    def _rarity(self, name: str, term: str) -> float:
        many = self.frequency(name, term)
        return math.log(1 + (self._total - many + 0.5) / (many + 0.5))

    def _terms(self, segment: Segment, names: Sequence[str], terms: Sequence[str], weight: float) -> Scores:
        scores: Scores = {}
        for name in names:
            norms = segment.norms(name, self._means[name])
            for term in terms:
                rarity = 0.0
                for numbers, weights, _ in segment.postings(name, term):
                    rarity = rarity or weight * self._rarity(name, term) * (K1 + 1)
                    block = [
                        rarity * often / (often + norms[number]) for number, often in zip(numbers, weights, strict=True)
                    ]
                    _add(scores, numbers, block)
        return scores

    def _ordered(self, segment: Segment, name: str, steps: Sequence[Sequence[str]], slop: int) -> Scores:
        tag = _zone_tag(steps)
        if tag:
            name = TEXT_OF_PARTS[name]
            steps = [[term[2:] for term in step] for step in steps]
        places = [_places(segment, name, step) for step in steps]
        shared = set(places[0])
        for found in places:
            shared &= found.keys()
        norms = segment.norms(name, self._means[name])
        rarity = sum(max((self._rarity(name, term) for term in step), default=0.0) for step in steps) * (K1 + 1)
        scores: Scores = {}
        for number in shared:
            decoded = [_decode(found[number]) for found in places]
            if tag:
                often = sum(
                    runs([_between(step, first, last) for step in decoded], slop)
                    for zone, first, last in segment.cards[number][6]
                    if zone == tag
                )
            else:
                often = runs(decoded, slop)
            if often:
                scores[number] = rarity * often / (often + norms[number])
        return scores


def _zone_tag(steps: Sequence[Sequence[str]]) -> str:
    """The zone in which terms are looked for; empty for title and people, which have terms of their own."""
    tags = {term[0] for step in steps for term in step if term[1:2] == ":"}
    return tags.pop() if len(tags) == 1 and tags <= ZONE_TAGS else ""


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _create(folder: Path) -> Any:
    folder.mkdir(parents=True, exist_ok=True)
    return index.create_in(str(folder), _schema())


def _document(face: Face) -> dict[str, Any]:
    text, parts = (MEMBER_TEXT, MEMBER_PARTS) if face.is_member_text else (PUBLIC_TEXT, PUBLIC_PARTS)
    flags = face.for_public | face.for_members << 1
    card = (face.document_id, flags, face.day, face.authority, face.cited, face.facets, face.zones)
    return {text: face.text, parts: face.parts, "keys": face.keys, "card": card}


def _ranks(segment: Segment, kept: list[int], found: Scores, sort: str) -> Iterator[tuple[float, int, int]]:
    """(what to sort by, biggest first; the day; the document)."""
    for number in kept:
        document_id, _, day, _, cited, _, _ = segment.cards[number]
        if sort == "relevance":
            yield found[number] * segment.weights[number], day, document_id
        else:
            yield sort_key(document_id, day, cited, sort), day, document_id


def _add(scores: Scores, numbers: Sequence[int], more: Sequence[float]) -> None:
    if not scores.keys() & set(numbers):
        scores.update(zip(numbers, more, strict=True))
        return
    for number, score in zip(numbers, more, strict=True):
        scores[number] = scores.get(number, 0.0) + score


def _union(answers: Sequence[Scores]) -> Scores:
    scores: Scores = {}
    for answer in sorted(answers, key=len, reverse=True):
        if not scores:
            scores = answer
            continue
        for number, score in answer.items():
            scores[number] = scores.get(number, 0.0) + score
    return scores


def _places(segment: Segment, name: str, terms: Sequence[str]) -> dict[int, list[bytes]]:
    places: dict[int, list[bytes]] = {}
    for term in terms:
        for numbers, _, values in segment.postings(name, term):
            for number, value in zip(numbers, values, strict=True):
                places.setdefault(number, []).append(value)
    return places


def _decode(values: list[bytes]) -> list[int]:
    places: list[int] = []
    for value in values:
        places += array("I", value)
    return sorted(places) if len(values) > 1 else places


def runs(places: Sequence[Sequence[int]], slop: int) -> int:
    """How many times the steps follow one another with at most ``slop`` places lost in all.

    From one start, taking the nearest next place each time loses least, so no other choice need be tried.
    """
    found = 0
    for start in places[0]:
        at = start
        for step in places[1:]:
            after = bisect_right(step, at)
            if after == len(step):
                return found
            at = step[after]
        found += at - start - (len(places) - 1) <= slop
    return found


def facet_counts(counts: Counter[str]) -> tuple[FacetCount, ...]:
    """Most frequent first, then alphabetical."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value=value, count=many) for value, many in ordered)
