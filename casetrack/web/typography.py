"""No-break spaces in the static text of templates, put in when a template is compiled.

Values go through the filter ``fr``; what is written in a template needs nothing: « n° {{ docket }} » is right as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from casetrack.words import NARROW, NBSP

_TAGS = re.compile(r"([<>])")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"« "), f"«{NBSP}"),
    (re.compile(r" »"), f"{NBSP}»"),
    (re.compile(r" (?=[;!?])"), NARROW),
    (re.compile(r" (?=:(?:\s|$|<))"), NBSP),
    (re.compile(r"\b([Nn]°|[Nn]os|art\.|[LR]\.|point) (?=\d|$)"), rf"\1{NBSP}"),
)


def set_static(text: str) -> str:
    """A piece of static text with its no-break spaces."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


class FrenchSpaces(Extension):
    """Applies `set_static` to template data outside tags."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        in_tag = False
        for token in stream:
            if token.type != "data":
                yield token
                continue
            pieces = []
            for piece in _TAGS.split(token.value):
                if piece in "<>" and piece:
                    in_tag = piece == "<"
                pieces.append(piece if in_tag or piece in "<>" else set_static(piece))
            yield Token(token.lineno, "data", "".join(pieces))
