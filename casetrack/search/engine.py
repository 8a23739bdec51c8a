"""What every engine is given and asked: faces to hold, operations to answer. A third engine costs one file.

An engine knows nothing of French, of the query language or of vocabularies: terms come analysed, prefixes come
expanded, and two engines given the same faces and the same operation must answer the same documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from casetrack.model import SearchResults

SCHEMA_VERSION = 3
"""Changes whenever a face is laid out otherwise: the index is then rebuilt."""

PUBLIC_TEXT = "public_text"
MEMBER_TEXT = "member_text"
PUBLIC_PARTS = "public_parts"
MEMBER_PARTS = "member_parts"
TEXT_NAMES = (PUBLIC_TEXT, MEMBER_TEXT, PUBLIC_PARTS, MEMBER_PARTS)
"""Terms joined by single spaces; the position of a term is its rank. ``parts`` hold tagged terms (« 8:enjoint »)."""

PART_TAGS = {
    "titre": "t", "partie": "p", "requerant": "r", "defendeur": "d",
    "entete": "1", "procedure": "2", "conclusions": "3", "moyens": "4", "visas": "5", "audience": "6",
    "motifs": "7", "dispositif": "8", "notification": "9",
}  # fmt: skip
"""Text field or zone -> what is put before its terms in ``parts``."""

ZONE_TAGS = frozenset("123456789")
MAX_SLOP = 20
"""Words a phrase may skip, at most."""

K1 = 1.2
B = 0.75
AUTHORITY_WEIGHT = 3.0
"""Relevance is multiplied by log2(2 + weight × authority): from 1 to 2.32. Tuned by `benchmarks/ranking.py`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """One document as one audience may find it, ready for an engine."""

    document_id: int
    for_public: bool
    for_members: bool
    text: str
    zones: tuple[tuple[str, int, int], ...]
    """(tag, first place, place after the last) of each stretch of a zone in ``text``."""
    parts: str
    """Title and people, tagged; zones are not in it."""
    is_member_text: bool
    """Whether text and parts go to the members' fields, which visitors never query."""
    keys: tuple[str, ...]
    facets: tuple[tuple[str, ...], ...]
    """The values of each of `keys.FACETS`, in that order."""
    day: int
    """``20210312``; 0 when undated."""
    authority: float
    cited: int


@dataclass(frozen=True, slots=True)
class Everything:
    pass


@dataclass(frozen=True, slots=True)
class Terms:
    """Any of the terms in any of the fields."""

    fields: tuple[str, ...]
    terms: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Ordered:
    """One term of each step, in order, inside one field, with at most ``slop`` other terms between them in all."""

    fields: tuple[str, ...]
    steps: tuple[tuple[str, ...], ...]
    slop: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Any of the exact values. ``weight``: what it adds to the score."""

    values: tuple[str, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Days:
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AllOf:
    children: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    children: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Every document but those of ``child``."""

    child: Operation


@dataclass(frozen=True, slots=True)
class Boosted:
    """The documents of ``child``; those that ``bonus`` also finds score more."""

    child: Operation
    bonus: Operation


Operation: TypeAlias = Everything | Terms | Ordered | Keys | Days | AllOf | AnyOf | NoneOf | Boosted


NO_DAY = 99_999_999
_LATEST_ID = 2**26 - 1


def sort_key(document_id: int, day: int, cited: int, sort: str) -> int:
    """What « date », « -date » and « cited » sort by, biggest first: 64 bits, so that both engines order alike.

    Equal days put the newest document first; equal citations the latest day; no day comes last either way.
    """
    recent = _LATEST_ID - min(document_id, _LATEST_ID) if sort == "date" else min(document_id, _LATEST_ID)
    if sort == "date":
        return (NO_DAY - (day or NO_DAY)) << 26 | recent
    return (min(cited, 1023) << 53 if sort == "cited" else 0) | day << 26 | recent


class Engine(Protocol):
    """One index in one folder. Readers may be many; the caller holds the lock while writing."""

    def write(self, faces: Iterable[Face], deleted: Collection[int], *, is_bulk: bool = False) -> None:
        """Remove all faces of the deleted documents and of those given, then add; one commit, which searches now see.

        ``is_bulk``: the index is empty and much is coming. Whoever writes calls `settle` before letting the lock go.
        """

    def settle(self) -> None:
        """Wait until what the last commit left to tidy is tidied; it may take seconds."""

    def search(
        self,
        operation: Operation,
        *,
        is_member: bool,
        limit: int,
        offset: int,
        sort: str,
        facets: Sequence[str],
    ) -> SearchResults: ...

    def frequency(self, name: str, term: str) -> int:
        """In how many documents a term stands (about: removed ones may still count)."""

    def count(self) -> int:
        """Faces held."""

    def refresh(self) -> None:
        """See what another process committed."""

    def close(self) -> None: ...
