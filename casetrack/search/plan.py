"""A query tree into operations for an engine: words become terms, beginnings of words become lists of terms."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from casetrack.search import analysis, keys
from casetrack.search.engine import (
    MEMBER_PARTS,
    MEMBER_TEXT,
    PART_TAGS,
    PUBLIC_PARTS,
    PUBLIC_TEXT,
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
from casetrack.search.tree import (
    All,
    And,
    Field,
    Fuzzy,
    Key,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Stem,
    Term,
    words_to_mark,
)
from casetrack.search.vocabulary import MAX_TERMS, Vocabulary, edits_allowed

FIRST_DAY, LAST_DAY = 1, 99_999_999


class Planner:
    """Plans one query for one audience; ``cut`` then says which words had more forms than are looked for."""

    def __init__(self, vocabulary: Vocabulary, is_member: bool) -> None:
        self._vocabulary = vocabulary
        self._is_member = is_member
        self.cut: list[str] = []

    def plan(self, node: Node, part: str = "") -> Operation:
        """``part``: the text field or zone that the words are looked for in; empty is the whole text."""
        match node:
            case All():
                return Everything()
            case And(children):
                return AllOf(tuple(self.plan(child, part) for child in children))
            case Or(children):
                return AnyOf(tuple(self.plan(child, part) for child in children))
            case Not(child):
                return NoneOf(self.plan(child, part))
            case Field(name, child):
                return self.plan(child, name)
            case Key(name, values, _, weight):
                return Keys(tuple(keys.key(name, value) for value in values), weight)
            case Range(first, last):
                return Days(
                    int(first.strftime("%Y%m%d")) if first else FIRST_DAY,
                    int(last.strftime("%Y%m%d")) if last else LAST_DAY,
                )
            case Phrase(words, slop, is_prefix, _):
                steps = [self.terms_of(word) for word in words]
                if is_prefix:
                    steps[-1] = self.starting(words[-1])
                return Ordered(self._names(part), tuple(self._tagged(step, part) for step in steps), slop)
            case Stem(term, weight):
                return Terms(self._names(part), self._tagged((term,), part), weight)
            case Term(word):
                return Terms(self._names(part), self._tagged(self.terms_of(word), part))
            case Prefix(prefix):
                return Terms(self._names(part), self._tagged(self.starting(prefix), part))
            case Fuzzy(word):
                return Terms(self._names(part), self._tagged(self.near(word), part))

    def preferring(self, operation: Operation, tree: Node, is_rare: Callable[[tuple[str, str]], bool]) -> Operation:
        """The same documents; those with the words of the query in their title, or side by side, score more.

        ``is_rare``: whether two words are rare enough together for their order to be worth looking at.
        """
        words = [leaf for leaf in words_to_mark(tree) if isinstance(leaf, Term | Phrase)]
        if not words:
            return operation
        pairs = [self.plan(Phrase(pair)) for pair in _side_by_side(tree) if is_rare(pair)]
        return Boosted(operation, AnyOf((self.plan(Or(tuple(words)), "titre"), *pairs)))

    def terms_of(self, word: str) -> tuple[str, ...]:
        """The terms a word stands for, typed with its accents or without.

        An accented word also meets the same word written without accents (old decisions in capitals); a word typed
        without accents meets every word that differs from it by accents alone.
        """
        bare = analysis.bare(word)
        found = {analysis.term(word), analysis.term(bare)}
        if word == bare:
            found.update(self._vocabulary.terms_like_bare(bare, self._is_member))
        return tuple(sorted(found - {""}))

    def starting(self, prefix: str) -> tuple[str, ...]:
        rows = self._vocabulary.starting(analysis.bare(prefix), self._is_member)
        return self._capped(f"{prefix}*", (term for _, term in rows))

    def near(self, word: str) -> tuple[str, ...]:
        bare = analysis.bare(word)
        rows = self._vocabulary.near(bare, self._is_member, edits_allowed(bare))
        return self._capped(f"{word}~", itertools.chain(self.terms_of(word), (term for _, term, _ in rows)))

    def _capped(self, said: str, found: Iterable[str]) -> tuple[str, ...]:
        distinct = list(dict.fromkeys(found))
        if len(distinct) > MAX_TERMS:
            self.cut.append(said)
        return tuple(distinct[:MAX_TERMS])

    def _names(self, part: str) -> tuple[str, ...]:
        public, member = (PUBLIC_PARTS, MEMBER_PARTS) if part else (PUBLIC_TEXT, MEMBER_TEXT)
        return (public, member) if self._is_member else (public,)

    @staticmethod
    def _tagged(terms: tuple[str, ...], part: str) -> tuple[str, ...]:
        return tuple(f"{PART_TAGS[part]}:{term}" for term in terms) if part else terms


def _side_by_side(tree: Node) -> Iterator[tuple[str, str]]:
    """The words typed one after the other, that all must be found."""
    for one, other in itertools.pairwise(tree.children if isinstance(tree, And) else ()):
        if isinstance(one, Term) and isinstance(other, Term):
            yield one.word, other.word
