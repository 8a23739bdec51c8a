"""What a query means, as a frozen tree: what the parser makes, what is said back, what engines are asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class All:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, in any of its forms."""

    word: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """« héberg* »: words that begin so."""

    prefix: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """« doctolib~ »: the word with one letter wrong (two when it has eight or more), the first letter right."""

    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order with at most ``slop`` others between them in all; stop words do not count."""

    words: tuple[str, ...]
    slop: int = 0
    is_prefix: bool = False
    """The last word is only the beginning of one: « juge des référ* »."""
    said: str = ""
    """The phrase as the person wrote it, stop words included."""


@dataclass(frozen=True, slots=True)
class Field:
    """``child`` looked for only in one part: ``titre``, ``partie``, ``requerant``, ``defendeur`` or a zone."""

    name: str
    child: Node


@dataclass(frozen=True, slots=True)
class Key:
    """An exact value of a facet or an identifier. ``values`` are alternatives."""

    name: str
    values: tuple[str, ...]
    said: str = ""
    """The value as the person wrote it."""
    weight: float = 0.0
    """What having it adds to the score: nothing, but in « décisions semblables »."""


@dataclass(frozen=True, slots=True)
class Range:
    """Dated from ``first`` to ``last``, both included; None is open."""

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Stem:
    """A term as indexed: for « décisions semblables », where there is no word to analyse."""

    term: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class And:
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    children: tuple[Node, ...]
    said: str = ""
    """What the person wrote, where these are the ways to understand that one thing: « 12 mars 2021 », « 3 000 »."""


@dataclass(frozen=True, slots=True)
class Not:
    child: Node


Node: TypeAlias = All | Term | Prefix | Fuzzy | Phrase | Field | Key | Range | Stem | And | Or | Not

ZONES = {
    "entete": "l'en-tête",
    "procedure": "la procédure",
    "conclusions": "les conclusions",
    "moyens": "les moyens",
    "visas": "les visas",
    "audience": "le compte rendu de l'audience",
    "motifs": "les motifs",
    "dispositif": "le dispositif",
    "notification": "la notification",
}
"""Zone -> how it is said."""

TEXT_FIELDS = {
    "titre": "le titre",
    "partie": "les parties",
    "requerant": "les requérants",
    "defendeur": "les défendeurs",
}


def walk(node: Node) -> list[Node]:
    """The node and all below it, in reading order."""
    found: list[Node] = [node]
    if isinstance(node, And | Or):
        for child in node.children:
            found += walk(child)
    elif isinstance(node, Not | Field):
        found += walk(node.child)
    return found


def words_to_mark(node: Node) -> list[Node]:
    """The words, phrases and prefixes a highlighter may mark: nothing that stands under a SAUF."""
    if isinstance(node, Not):
        return []
    if isinstance(node, And | Or):
        return [leaf for child in node.children for leaf in words_to_mark(child)]
    if isinstance(node, Field):
        return words_to_mark(node.child)
    return [node] if isinstance(node, Term | Prefix | Fuzzy | Phrase) else []


def words_of(node: Node) -> list[str]:
    """The plain words a query looks for, SAUF left out: the ones that may be misspelt."""
    return list(dict.fromkeys(leaf.word for leaf in words_to_mark(node) if isinstance(leaf, Term)))


def asks_for_zones(node: Node) -> bool:
    """Whether some words are looked for in a zone alone."""
    return any(isinstance(found, Field) and found.name in ZONES for found in walk(node))
