"""Whoosh: pure Python, in the plain install. It keeps the postings; the arithmetic over them is done here.

Every result page needs all its hits anyway (total, facets), so operations are answered a segment at a time with whole
dictionaries of scores instead of one document at a time: measured several times quicker than Whoosh's own matchers.
"""

from __future__ import annotations

import heapq
import itertools
import math
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh import index  # type: ignore[import-untyped]
from whoosh.reading import SegmentReader  # type: ignore[import-untyped]

from casetrack.model import Hit, SearchResults
from casetrack.search.engine import (
    K1,
    MEMBER_PARTS,
    MEMBER_TEXT,
    PUBLIC_PARTS,
    PUBLIC_TEXT,
    TEXT_NAMES,
    ZONE_TAGS,
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
from casetrack.search.scores import Scores, add, between, facet_counts, runs, union
from casetrack.search.whoosh_segment import Segment, decode, places_of, schema

MAX_ATTEMPTS = 20
MEGABYTES, BULK_MEGABYTES = 64, 256
TEXT_OF_PARTS = {PUBLIC_PARTS: PUBLIC_TEXT, MEMBER_PARTS: MEMBER_TEXT}
"""Zones are stretches of the text here: positions are at hand, so nothing is indexed twice."""


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
            # One process even in bulk: Whoosh's helpers outlive a killed parent and would keep the writers' lock.
            writer = self._index.writer(timeout=10.0, limitmb=BULK_MEGABYTES if is_bulk else MEGABYTES)
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

    def settle(self) -> None:
        """Whoosh merges within its commit."""

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
                return union([self._ordered(segment, name, (terms,), 0) for name in names])
            case Terms(names, terms, weight):
                return self._terms(segment, names, terms, weight)
            case Ordered(names, steps, slop):
                return union([self._ordered(segment, name, steps, slop) for name in names])
            case Keys(values, weight):
                blocks = (block[0] for value in values for block in segment.postings("keys", value))
                return dict.fromkeys((number for block in blocks for number in block), weight)
            case Days(first, last):
                return {number: 0.0 for number, day in enumerate(segment.days) if first <= day <= last}
            case AnyOf(children):
                return union([self._answer(child, segment) for child in children])
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
                    add(scores, numbers, block)
        return scores

    def _ordered(self, segment: Segment, name: str, steps: Sequence[Sequence[str]], slop: int) -> Scores:
        tag = _zone_tag(steps)
        if tag:
            name = TEXT_OF_PARTS[name]
            steps = [[term[2:] for term in step] for step in steps]
        places = [places_of(segment, name, step) for step in steps]
        is_one_term = [len(step) == 1 for step in steps]
        shared = set(places[0])
        for found in places:
            shared &= found.keys()
        norms = segment.norms(name, self._means[name])
        rarity = sum(max((self._rarity(name, term) for term in step), default=0.0) for step in steps) * (K1 + 1)
        scores: Scores = {}
        for number in shared:
            decoded = [decode(found[number], one) for found, one in zip(places, is_one_term, strict=True)]
            if tag:
                often = sum(
                    runs([between(step, first, last) for step in decoded], slop)
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


def _create(folder: Path) -> Any:
    folder.mkdir(parents=True, exist_ok=True)
    return index.create_in(str(folder), schema())


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
