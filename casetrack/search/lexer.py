"""A query cut into tokens, each with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from casetrack.errors import QueryError
from casetrack.model import fold
from casetrack.search import days, fields, keys
from casetrack.search.courts import court_codes
from casetrack.search.tree import TEXT_FIELDS

OPERATORS = {
    "ET": "and", "AND": "and", "&": "and", "&&": "and", "OU": "or", "OR": "or", "|": "or", "||": "or",
    "SAUF": "not", "NOT": "not", "NON": "not",
}  # fmt: skip
QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“"}
CLOSING = '"»”“'
"""Keyboards and word processors mix them: where the right one never comes, any of these closes."""

# A word before a colon: « titre: », « n°: », « date : » as French is typed
FIELD = re.compile(r"(n[°º]|[^\W\d_]+)(\s?):(?!//)", re.IGNORECASE)
SLOP = re.compile(r"\s?~(\d{1,3})")
# Anything up to a space, a quote or a parenthesis
RUN = re.compile(r'[^\s()"«»“”„]+')
BRACKETS = re.compile(r"\[[^\]]*\]")
# « article:L. 521-2 CJA » unquoted: the letter, the number and an abbreviated code
ARTICLE_RUN = re.compile(r"[LRDA]\s?\.?\s?\*?\s?\d[\d-]*(?:\s+[A-Z]{3,6}\b)?|\d[\d-]*(?:\s+[A-Z]{3,6}\b)?")
# « L. 521-2 du code de justice administrative », « art. R. 522-1 CJA », « 1382 code civil », on folded text
_ARTICLE_NUMBER = r"(?:art(?:icles?)?\b\.? ?)?(?P<number>(?:[lrda] ?\.? ?\*? ?)?\d+(?:-\d+)*)"
_CODE = f"(?P<code>{'|'.join(sorted(map(re.escape, keys.CODE_NAMES), key=len, reverse=True))})"
ARTICLE = re.compile(rf"{_ARTICLE_NUMBER},? (?:du )?{_CODE}(?![\w-])")
# « code du travail, article L. 1237-19 », « C. civ. 1382 »
CODE_FIRST = re.compile(rf"{_CODE},? {_ARTICLE_NUMBER}(?![\w-])")
# « art. L. 521-2 », « R. 611-7 »: what is left of the number, since nothing else is in every writing of it
ARTICLE_SIGN = re.compile(r"(?:art\b\.? ?(?:[lrda] ?\.? ?\*? ?)?(?=\d)|[lrd] ?\.? ?\*? ?(?=\d+-\d|\d{2,}\b))")
# « 3 000 », « 450.163 »; « 3000 » where it is money
GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\w-])")
MONEY = re.compile(r"\d{4,9}(?=\s?(?:€|euros?\b))", re.IGNORECASE)
# « 1°) », « a) »: the parenthesis of a list opens nothing
LISTED = re.compile(r"(?:\d{1,2}\s?°?|\b[^\W\d_])$")
DOCKET_RUN = re.compile(r"(?:n\s?[°oº]s?\s*)?(?:\d{3}[\s.]\d{3}\b|[^\s()\"«»“”„]*\d[^\s()\"«»“”„]*)", re.IGNORECASE)
# « date:2020-2021 », « date:2020 à 2021 »
YEARS = re.compile(r"\d{4}\s?(?:-|–|\.\.|à)\s?\d{4}(?!\d)")
COURT_WORDS = 7
"""No name of a court has more."""


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: word, phrase, field, day, number, article, open, close, and, or, not.

    ``start`` is its place in the query; ``field`` the name of the field, or the key of an article.
    """

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
    at = depth = 0
    while at < len(text):
        char = text[at]
        if char.isspace() or char in "»”,;" or (char == ")" and not depth and LISTED.search(text, max(0, at - 5), at)):
            at += 1
            continue
        token, at = _read_as_one(text, at) or _next(text, at)
        depth += (token.kind == "open") - (token.kind == "close")
        tokens.append(token)
    return tokens


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """Folded one character for one, so that places in one are places in the other; once a query."""
    return "".join(folded if len(folded := fold(char)) == 1 else " " for char in text)


def _read_as_one(text: str, at: int) -> tuple[Token, int] | None:
    """A date, an article of a code, a number in groups: several words that say one thing."""
    folded = _folded(text)
    day = days.DATE.match(folded, at)
    if day and day.lastgroup in days.DAYS_AND_MONTHS:
        return Token("day", text[at : day.end()], at), day.end()
    article = ARTICLE.match(folded, at) or CODE_FIRST.match(folded, at)
    if article:
        key = keys.article_value(f"{article['number']} {article['code']}")
        first = min(article.start("number"), article.start("code"))
        return Token("article", text[first : article.end()], at, field=key), article.end()
    number = GROUPED.match(text, at) or MONEY.match(text, at)
    if number:
        return Token("number", number.group(), at), number.end()
    return None


def _next(text: str, at: int) -> tuple[Token, int]:
    char = text[at]
    if char in "()":
        return Token("open" if char == "(" else "close", char, at), at + 1
    if char in QUOTES:
        return _phrase(text, at)
    if char == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != "-":
        return Token("not", "-", at), at + 1
    named = FIELD.match(text, at)
    if named and (not named[2] or fields.field_name(named[1])):
        return _field(text, at, named)
    return _word(text, at)


def _phrase(text: str, at: int) -> tuple[Token, int]:
    closing = text.find(QUOTES[text[at]], at + 1)
    if closing < 0:
        closing = next((place for place in range(at + 1, len(text)) if text[place] in CLOSING), -1)
    if closing < 0:
        raise QueryError("Ces guillemets ne sont pas fermés.", position=at)
    inside = text[at + 1 : closing].strip()
    slop = SLOP.match(text, closing + 1)
    end = slop.end() if slop else closing + 1
    return Token("phrase", inside, at, slop=int(slop[1]) if slop else 0), end


def _word(text: str, at: int) -> tuple[Token, int]:
    sign = ARTICLE_SIGN.match(_folded(text), at)
    run = RUN.match(text, sign.end() if sign else at)
    if run is None:
        raise QueryError("Ce caractère n'a pas de sens ici.", position=at)
    found = run.group()
    return Token(OPERATORS.get(found, "word"), found, at), run.end()


def _field(text: str, at: int, named: re.Match[str]) -> tuple[Token, int]:
    name = fields.field_name(named[1])
    if name is None:
        raise fields.unknown_field(named[1], at)
    value_at = named.end()
    while value_at < len(text) and text[value_at].isspace():
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
    if name == "juridiction":
        return _court(text, at)
    whole = ARTICLE.match(_folded(text), at) if name == "article" else None
    if whole:
        return text[at : whole.end()], whole.end()
    wanted = {"article": ARTICLE_RUN, "fondement": ARTICLE_RUN, "n°": DOCKET_RUN, "cite": DOCKET_RUN}.get(name)
    found = (wanted.match(text, at) if wanted else None) or RUN.match(text, at)
    return (found.group(), found.end()) if found else ("", at)


def _court(text: str, at: int) -> tuple[str, int]:
    """As many words as name a court: « TA La Réunion », « conseil d'état »; else the first."""
    runs = list(islice(RUN.finditer(text, at), COURT_WORDS))
    if not runs or runs[0].start() != at:
        return "", at
    ends = [run.end() for run in runs if not re.search(r"[()\"«»“”„:]", text[at : run.end()])]
    end = next((end for end in reversed(ends) if court_codes(text[at:end])), runs[0].end())
    return text[at:end], end


def _date(text: str, at: int) -> tuple[str, int]:
    brackets = BRACKETS.match(text, at) or YEARS.match(text, at)
    if brackets:
        return brackets.group(), brackets.end()
    if text[at : at + 1] == "[":
        raise QueryError("Ce crochet n'est pas fermé : [2020 TO 2021].", position=at)
    said = days.DATE.match(_folded(text), at)
    if said:
        return text[at : said.end()], said.end()
    run = RUN.match(text, at)
    return (run.group(), run.end()) if run else ("", at)
