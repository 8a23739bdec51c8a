"""A query cut into tokens, each with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casetrack.errors import QueryError
from casetrack.model import fold
from casetrack.search import days, fields
from casetrack.search.tree import TEXT_FIELDS

OPERATORS = {"ET": "and", "AND": "and", "OU": "or", "OR": "or", "SAUF": "not", "NOT": "not", "NON": "not"}
QUOTES = {'"': '"', "«": "»", "“": "”", "„": "”"}

# A word before a colon that is glued to it: « titre: », « n°: »
FIELD = re.compile(r"(n[°º]|[^\W\d_]+):(?!//)", re.IGNORECASE)
SLOP = re.compile(r"~(\d{1,3})")
# Anything up to a space, a quote or a parenthesis
RUN = re.compile(r'[^\s()"«»“”„]+')
BRACKETS = re.compile(r"\[[^\]]*\]")
# « article:L. 521-2 CJA » unquoted: the letter, the number and an abbreviated code
ARTICLE_RUN = re.compile(r"[LRDA]\s?\.?\s?\*?\s?\d[\d-]*(?:\s+[A-Z]{3,6}\b)?|\d[\d-]*(?:\s+[A-Z]{3,6}\b)?")
DOCKET_RUN = re.compile(r"(?:n[°o]\s*)?\d{3}[\s\u00a0\u202f]\d{3}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: word, phrase, field, open, close, and, or, not. ``start`` is its place in the query."""

    kind: str
    text: str
    start: int
    field: str = ""
    slop: int = 0
    is_attached: bool = False
    """For ``dans:zone``: whether its operand follows at once, ``dans:dispositif(...)``."""


def cut(text: str) -> list[Token]:
    """The tokens of a query. Raises `QueryError` for an open quote or an unknown field."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace() or char in "»”,;":
            at += 1
            continue
        token, at = _next(text, at)
        tokens.append(token)
    return tokens


def _next(text: str, at: int) -> tuple[Token, int]:
    char = text[at]
    if char in "()":
        return Token("open" if char == "(" else "close", char, at), at + 1
    if char in QUOTES:
        return _phrase(text, at)
    if char == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != "-":
        return Token("not", "-", at), at + 1
    named = FIELD.match(text, at)
    if named:
        return _field(text, at, named)
    return _word(text, at)


def _phrase(text: str, at: int) -> tuple[Token, int]:
    closing = text.find(QUOTES[text[at]], at + 1)
    if closing < 0:
        raise QueryError("Ces guillemets ne sont pas fermés.", position=at)
    inside = text[at + 1 : closing].strip()
    slop = SLOP.match(text, closing + 1)
    end = slop.end() if slop else closing + 1
    return Token("phrase", inside, at, slop=int(slop[1]) if slop else 0), end


def _word(text: str, at: int) -> tuple[Token, int]:
    run = RUN.match(text, at)
    if run is None:
        raise QueryError("Ce caractère n'a pas de sens ici.", position=at)
    found = run.group()
    return Token(OPERATORS.get(found, "word"), found, at), run.end()


def _field(text: str, at: int, named: re.Match[str]) -> tuple[Token, int]:
    name = fields.field_name(named[1])
    if name is None:
        raise fields.unknown_field(named[1], at)
    value_at = named.end()
    while value_at < len(text) and text[value_at].isspace() and name != "dans":
        value_at += 1
    if name in TEXT_FIELDS:
        return Token("field", named[1], at, field=name), value_at
    if name == "dans":
        return _zone(text, at, value_at)
    value, end = _value(text, value_at, name)
    if not value:
        raise QueryError(f"Il manque une valeur après « {named[1]}: ».", position=at)
    return Token("field", value, at, field=name), end


def _zone(text: str, at: int, value_at: int) -> tuple[Token, int]:
    run = re.compile(r"[^\W\d_](?:[\w-]|'(?=\w))*").match(text, value_at)
    if run is None:
        raise QueryError("Dans quelle partie ? Par exemple : dans:dispositif.", position=at)
    zone, end = run.group(), run.end()
    if text[end : end + 1] == ":":
        return Token("field", zone, at, field="dans", is_attached=True), end + 1
    is_attached = text[end : end + 1] in ("(", '"', "«", "“") and end < len(text)
    return Token("field", zone, at, field="dans", is_attached=is_attached), end


def _value(text: str, at: int, name: str) -> tuple[str, int]:
    """What follows the colon of a date or keyword field, quoted or not."""
    if at < len(text) and text[at] in QUOTES:
        token, end = _phrase(text, at)
        return token.text, end
    if name in fields.DATE_FIELDS:
        return _date(text, at)
    wanted = {"article": ARTICLE_RUN, "fondement": ARTICLE_RUN, "n°": DOCKET_RUN, "cite": DOCKET_RUN}.get(name)
    found = (wanted.match(text, at) if wanted else None) or RUN.match(text, at)
    return (found.group(), found.end()) if found else ("", at)


def _date(text: str, at: int) -> tuple[str, int]:
    brackets = BRACKETS.match(text, at)
    if brackets:
        return brackets.group(), brackets.end()
    if text[at : at + 1] == "[":
        raise QueryError("Ce crochet n'est pas fermé : [2020 TO 2021].", position=at)
    # Folding keeps lengths for French letters in composed form, so places in one are places in the other.
    rest = "".join(fold(char) or " " for char in text[at:])
    said = days.DATE.match(rest)
    if said:
        return text[at : at + said.end()], at + said.end()
    run = RUN.match(text, at)
    return (run.group(), run.end()) if run else ("", at)
