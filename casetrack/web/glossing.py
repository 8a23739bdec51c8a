"""Words of the glossary in the text of a page: each, the first time, leads to what it means, under a dotted line."""

from __future__ import annotations

import re

from flask import Flask, g
from markupsafe import Markup, escape

from casetrack import words
from casetrack.web.glossary import GLOSSARY, Term
from casetrack.web.shown import fr

# words of everyday French that this site merely uses in a sense of its own
_NOT_LINKED = frozenset({"affaire", "annonce", "propose-confirme-ecarte"})
_APOSTROPHE = "(?:’|'|&#39;)"


def install(app: Flask) -> None:
    app.jinja_env.filters["gloss"] = gloss


def gloss(text: object) -> Markup:
    """Text for people, as `fr` sets it, with the words of the glossary that this page has not explained yet."""
    said: set[str] = g.setdefault("glossed", set())

    def linked(match: re.Match[str]) -> str:
        term = _TERMS[match.lastindex - 1] if match.lastindex else None
        if term is None or term.anchor in said:
            return match[0]
        said.add(term.anchor)
        title = escape(words.typo(term.text))
        return f'<a class="glossed" href="/aide/glossaire#{term.anchor}" title="{title}">{match[0]}</a>'

    pieces = re.split(r"(<[^>]*>)", str(fr(text)))
    return Markup("").join(Markup(piece if piece.startswith("<") else _WORDS.sub(linked, piece)) for piece in pieces)


def _form(word: str) -> str:
    """« Liberté fondamentale », « libertés fondamentales »: either number, either apostrophe, any space."""
    forms = [re.escape(part.rstrip("s")) + "s?" if len(part) > 3 else re.escape(part) for part in word.split()]
    return r"\s".join(forms).replace("’", _APOSTROPHE)


_TERMS: tuple[Term, ...] = tuple(
    sorted((term for term in GLOSSARY if term.anchor not in _NOT_LINKED), key=lambda term: -len(term.word))
)
_WORDS = re.compile("|".join(rf"\b({_form(term.word)})\b" for term in _TERMS), re.IGNORECASE)
