"""A query said back in words, so that people see what was understood."""

from __future__ import annotations

from itertools import groupby

from casetrack.search import days
from casetrack.search.analysis import bare
from casetrack.search.tree import (
    TEXT_FIELDS,
    ZONES,
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
)
from casetrack.search.vocabulary import edits_allowed

NBSP = "\u00a0"
LETTERS = {1: "une lettre", 2: "une ou deux lettres"}
KEY_WORDS = {
    "court": "juridiction : {}",
    "kind": "type : {}",
    "basis": "fondement : {}",
    "outcome": "solution : {}",
    "ground": "motif : {}",
    "liberty": "liberté : {}",
    "article": "citant l'article {}",
    "cite": "citant le n° {}",
    "docket": "portant le n° {}",
    "ecli": "{}",
}


def describe(tree: Node) -> str:
    """« « expulsion » et « urgence », sauf « asile », depuis le 1er janvier 2021 », with no-break spaces."""
    return _say(tree, is_inside=False)


def quoted(text: str) -> str:
    """Between French quotation marks."""
    return f"«{NBSP}{text}{NBSP}»"


def _say(node: Node, *, is_inside: bool = True) -> str:
    match node:
        case All():
            return "tous les documents"
        case Term(word) | Stem(word):
            return quoted(word)
        case Prefix(prefix):
            return f"les mots commençant par {quoted(prefix)}"
        case Fuzzy(word):
            return f"{quoted(word)} à {LETTERS[edits_allowed(bare(word))]} près"
        case Phrase():
            return _phrase(node)
        case Field(name, child):
            return f"dans {_part(name)}{NBSP}: {_say(child)}"
        case Key():
            return _key(node)
        case Range():
            return _range(node)
        case Not(child):
            return f"sauf {_say(child)}"
        case Or(children, written) if written:
            return _read_several_ways(node, written)
        case Or(children):
            said = " ou ".join(_merged(children, " ou "))
            return f"({said})" if is_inside else said
        case And(children):
            return _and(children, is_inside)


def _read_several_ways(node: Or, written: str) -> str:
    """One thing written that may be meant in several ways."""
    kinds = {child.name if isinstance(child, Key) else type(child).__name__ for child in node.children}
    if "docket" in kinds:
        return f"le n°{NBSP}{written}, porté ou cité"
    if "Range" in kinds:
        return f"{quoted(written)} (date du document, ou dans son texte)"
    if "court" in kinds:
        return f"{quoted(written)} (juridiction, ou dans le texte)"
    return f"{quoted(written)} (dans le texte, ou comme fondement)" if "basis" in kinds else quoted(written)


def _part(name: str) -> str:
    return ZONES.get(name) or TEXT_FIELDS[name]


def _phrase(node: Phrase) -> str:
    words = (node.said or " ".join(node.words)).rstrip("* ") + ("…" if node.is_prefix else "")
    if not node.slop:
        return f"l'expression {quoted(words)}"
    between = "un mot" if node.slop == 1 else f"{node.slop} mots"
    return f"{quoted(words)} dans cet ordre, avec au plus {between} entre eux"


def _key(node: Key) -> str:
    said = node.said or " ou ".join(node.values)
    return KEY_WORDS[node.name].format(said).replace(" : ", f"{NBSP}: ").replace("n° ", f"n°{NBSP}")


def _range(node: Range) -> str:
    if node.first and node.last:
        return days.say_span(node.first, node.last)
    if node.first:
        return f"depuis le {days.say(node.first)}"
    return f"jusqu'au {days.say(node.last)}" if node.last else "à toute date"


def _and(children: tuple[Node, ...], is_inside: bool) -> str:
    """Words first, joined by « et »; then what restricts them; then what is left out."""
    words = [child for child in children if not isinstance(child, Key | Range | Not | All)]
    limits = [_say(child) for child in children if isinstance(child, Key | Range)]
    excluded = [_say(child) for child in children if isinstance(child, Not)]
    first = [" et ".join(_merged(tuple(words), " et "))] if words else []
    if not first and not limits:
        first = ["tous les documents"]
    said = ", ".join([*first, *limits, *excluded])
    return f"({said})" if is_inside else said


def _merged(children: tuple[Node, ...], link: str) -> list[str]:
    """Neighbours looked for in the same part are said once: « dans le dispositif : « a » et « b » »."""
    said = []
    for name, group in groupby(children, key=lambda child: child.name if isinstance(child, Field) else ""):
        members = list(group)
        if name and len(members) > 1:
            inside = link.join(_say(child.child) for child in members if isinstance(child, Field))
            said.append(f"dans {_part(name)}{NBSP}: {inside}")
        else:
            said += [_say(child) for child in members]
    return said
