"""What people type, into a tree. One language for every engine; each error is a French sentence and a position."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass

from casetrack.errors import QueryError
from casetrack.model import slugify
from casetrack.search import analysis, days, fields, keys, references
from casetrack.search.engine import MAX_SLOP
from casetrack.search.lexer import Token, cut
from casetrack.search.references import Reference
from casetrack.search.tree import (
    TEXT_FIELDS,
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
    Term,
    walk,
)

MAX_LENGTH = 500
MAX_NODES = 50
MIN_PREFIX = 3
MAX_ARRANGEMENTS = 252
"""Ways a distant phrase may be laid out: 20 words between for three, 9 for four, 5 for six."""
# « non-lieu », « Seine-Saint-Denis », « aujourd'hui », « covid-19 »
COMPOUND = re.compile(r"[^\W_]+(?:[-\u2011'’][^\W_]+)+")
# « C.N.I.L. », « T.V.A »
ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
# « a?ile »: elsewhere a mark for any letter
JOKER = re.compile(r"[^\W\d_]\?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Query:
    """``tree`` to search with; ``reference`` when one decision is named; ``ignored`` words that say nothing."""

    text: str
    tree: Node
    reference: Reference | None = None
    ignored: tuple[str, ...] = ()


def parse(text: str, today: dt.date) -> Query:
    """Read a query; ``today`` is what « hier » counts from. An empty one means every document.

    Raises `QueryError`, in French, with the 0-based position of the fault.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"Recherche trop longue : {MAX_LENGTH} caractères au plus.", position=MAX_LENGTH)
    if not text.strip():
        return Query(text, All())
    reference = references.find_reference(text)
    if reference is not None:
        return Query(text, references.tree_of(reference), reference)
    named = references.find_several(text) or references.find_dated(text, today)
    if named is not None:
        return Query(text, named)
    parser = _Parser(text, today)
    tree = parser.whole()
    if len(walk(tree)) > MAX_NODES:
        raise QueryError(f"Recherche trop compliquée : {MAX_NODES} éléments au plus.", position=0)
    return Query(text, tree, None, tuple(parser.ignored))


def all_of(children: list[Node]) -> Node:
    return children[0] if len(children) == 1 else And(tuple(children))


def compound(words: tuple[str, ...], said: str) -> Node:
    """« non-lieu »: side by side. « référé-liberté » is also a basis, which decisions seldom write so."""
    phrase = Phrase(words, said=said)
    basis = keys.BASIS_WORDS.get(slugify(said))
    return Or((phrase, Key("basis", (basis,), said)), said) if basis else phrase


def acronym(letters: list[str], said: str) -> Node:
    """« O.F.P.R.A. », written with its points or without; of « T.V.A. », texts with points keep one letter alone."""
    joined = Term(analysis.normalise(said.replace(".", "")))
    return Or((joined, Phrase(tuple(letters), said=said)), said) if len(letters) > 1 else joined


def number(said: str) -> Node:
    """« 3 000 », written with or without a space between thousands."""
    whole = re.sub(r"\D", "", said)
    groups = f"{int(whole):,}".split(",") if whole[0] != "0" else re.findall(r"\d+", said)
    return Or((Phrase(tuple(groups), said=said), Term(whole)), said)


class _Parser:
    """Recursive descent: OU binds least, ET and mere neighbourhood more, SAUF most."""

    def __init__(self, text: str, today: dt.date) -> None:
        self.tokens = cut(text)
        self.today = today
        self.at = 0
        self.end = len(text)
        self.ignored: list[str] = []

    def whole(self) -> Node:
        tree = self.any_of()
        if self.peek is not None:
            raise QueryError("Cette parenthèse ne ferme rien.", position=self.peek.start)
        if tree is None:
            said = [word for word in self.ignored if analysis.words(word)]
            if not said:
                raise QueryError("Rien à chercher : écrivez au moins un mot ou un numéro.", position=0)
            raise QueryError(f"Rien à chercher : ces mots sont dans tous les textes : {', '.join(said)}.", position=0)
        return tree

    @property
    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def any_of(self) -> Node | None:
        """« a b OU c »; zones alone (``dans:dispositif``) cover all of this level."""
        zones: list[Token] = []
        branches = [self.every_of(zones)]
        while self.peek is not None and self.peek.kind == "or":
            operator = self.take()
            if self.peek is None or self.peek.kind in ("or", "and", "close"):
                raise QueryError("Il manque un mot après « OU ».", position=operator.start)
            branches.append(self.every_of(zones))
        found = [branch for branch in branches if branch is not None]
        tree = None if not found else found[0] if len(found) == 1 else Or(tuple(found))
        return self.in_zones(tree, zones)

    def in_zones(self, tree: Node | None, zones: list[Token]) -> Node | None:
        for token in zones:
            if tree is None or all(fields.is_key(leaf) for leaf in walk(tree) if not isinstance(leaf, And | Or | Not)):
                raise QueryError(
                    f"Que chercher dans cette partie ? Par exemple : dans:{token.text} enjoint.", position=token.start
                )
            tree = scope(fields.read_zone(token.text, token.start), tree)
        return tree

    def every_of(self, zones: list[Token]) -> Node | None:
        children: list[Node] = []
        first = self.peek
        if first is None or first.kind in ("or", "and", "close"):
            where = first.start if first else self.end
            raise QueryError("Il manque un mot ici.", position=where)
        while (token := self.peek) is not None and token.kind not in ("or", "close"):
            if token.kind == "and":
                self.operator_and()
                continue
            if token.kind == "field" and token.field == "dans" and not token.is_attached:
                zones.append(self.take())
                continue
            child = self.signed()
            if child is not None:
                children.append(child)
        return all_of(children) if children else None

    def operator_and(self) -> None:
        operator = self.take()
        if self.peek is None or self.peek.kind in ("or", "and", "close"):
            raise QueryError("Il manque un mot après « ET ».", position=operator.start)

    def signed(self) -> Node | None:
        token = self.peek
        assert token is not None
        if token.kind != "not":
            return self.operand()
        self.take()
        if self.peek is None or self.peek.kind in ("or", "and", "close"):
            raise QueryError("Il manque un mot après « SAUF ».", position=token.start)
        child = self.signed()
        return None if child is None else child.child if isinstance(child, Not) else Not(child)

    def operand(self) -> Node | None:
        token = self.take()
        if token.kind == "open":
            return self.group(token)
        if token.kind == "field":
            return self.field(token)
        if token.kind == "article":
            return Key("article", (token.field,), token.text)
        if token.kind == "day":
            return self.day(token)
        if token.kind == "number":
            return number(token.text)
        return self.phrase(token) if token.kind == "phrase" else self.word(token)

    def group(self, opening: Token) -> Node | None:
        if self.peek is not None and self.peek.kind == "close":
            raise QueryError("Ces parenthèses sont vides.", position=opening.start)
        tree = self.any_of()
        if self.peek is None or self.peek.kind != "close":
            raise QueryError("Cette parenthèse n'est pas fermée.", position=opening.start)
        self.take()
        return tree

    def field(self, token: Token) -> Node | None:
        name = token.field
        if name in fields.DATE_FIELDS:
            return fields.read_date(name, token.text, self.today, token.start)
        if name in fields.KEY_FIELDS:
            return fields.read_key(name, token.text, token.start)
        if self.peek is None or self.peek.kind not in ("open", "phrase", "word"):
            raise QueryError(f"Il manque un mot après « {name}: ».", position=token.start)
        child = self.operand()
        where = name if name in TEXT_FIELDS else fields.read_zone(token.text, token.start)
        return None if child is None else scope(where, child)

    def day(self, token: Token) -> Node | None:
        """« 12 mars 2021 »: documents of that day, and those that name it, as it is written or in full."""
        try:
            first, last = days.read_span(token.text, self.today)
        except ValueError:
            return self.word(token)
        in_full = days.say_month(first) if first != last else days.say(first)
        forms = {tuple(analysis.words(form)): form for form in (in_full, token.text)}
        phrases = (Phrase(words, said=form) for words, form in forms.items())
        return Or((Range(first, last), *phrases), token.text)

    def phrase(self, token: Token) -> Node | None:
        if token.slop > MAX_SLOP:
            raise QueryError(f"Au plus {MAX_SLOP} mots entre les mots d'une phrase.", position=token.start)
        text = token.text.rstrip()
        is_prefix = text.endswith("*")
        found = analysis.words(text.rstrip("*"))
        kept = [word for word in found if analysis.term(word)]
        if is_prefix and found and (not kept or kept[-1] != found[-1]):
            kept.append(found[-1])
        if is_prefix and kept:
            self.check_prefix(kept[-1], token)
        if not kept:
            self.ignored.append(token.text)
            return None
        if len(kept) == 1:
            return Prefix(kept[0]) if is_prefix else Term(kept[0])
        if math.comb(token.slop + len(kept) - 1, token.slop) > MAX_ARRANGEMENTS:
            raise QueryError("Trop de mots pour une telle distance : réduisez le nombre après ~.", position=token.start)
        return Phrase(tuple(kept), token.slop, is_prefix, token.text)

    def word(self, token: Token) -> Node | None:
        if token.text == "*":
            return All()
        ending = token.text[-1] if token.text[-1] in "*~" else ""
        body = token.text.rstrip("*~")
        if "*" in body or JOKER.search(body):
            raise QueryError("L'étoile ne se place qu'à la fin d'un mot : héberg*.", position=token.start)
        found = analysis.words(body)
        last: list[Node] = []
        if ending and found:
            word = found.pop()
            if ending == "*":
                self.check_prefix(word, token)
            last = [Prefix(word) if ending == "*" else Fuzzy(word)]
        kept = [word for word in found if analysis.term(word)]
        if not last and len(kept) > 1 and COMPOUND.fullmatch(said := body.rstrip(".,;:!?…")):
            return compound(tuple(kept), said)
        if ACRONYM.fullmatch(body):
            return acronym(kept, body)
        children = [*(Term(word) for word in kept), *last]
        if not children:
            self.ignored.append(token.text)
            return None
        return all_of(children)

    def check_prefix(self, word: str, token: Token) -> None:
        if len(word) < MIN_PREFIX:
            raise QueryError(f"Au moins {MIN_PREFIX} lettres avant l'étoile.", position=token.start)


def scope(name: str, tree: Node) -> Node:
    """Look for the words of ``tree`` in one part only; dates, courts and the like keep their meaning."""
    if isinstance(tree, Or) and tree.said:  # a date or a basis is no word of a part: « dans:motifs 12 mars 2021 »
        in_words = tuple(child for child in tree.children if not fields.is_key(child))
        tree = Or(in_words) if len(in_words) > 1 else in_words[0]
    if isinstance(tree, And | Or):
        return type(tree)(tuple(scope(name, child) for child in tree.children))
    if isinstance(tree, Not):
        return Not(scope(name, tree.child))
    return tree if isinstance(tree, All | Field) or fields.is_key(tree) else Field(name, tree)
