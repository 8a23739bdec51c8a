"""What to propose under the search field while somebody types: places to go, then words. Never a natural person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from casetrack import words
from casetrack.casebook.notes import Noting
from casetrack.casebook.reading import article_label
from casetrack.model import Viewer, fold
from casetrack.store import beginnings

EACH, WORDS = 4, 6
LEAST = 2
CODES = ("cja", "ceseda", "crpa", "csi", "csp", "casf", "css", "cgct", "c-urb", "c-env", "c-educ", "cgi", "lpf")
"""The codes whose articles are proposed, those of the urgent judge first: each costs a look at the base."""
# « n° 4501 », « 21BX04 », « req. 450163 »
_DOCKET = re.compile(r"(?:n\s*[°o]?\s*)?(\d{3,}|\d\d[A-Za-z]{2}\d*)$", re.IGNORECASE)
# « L. 521 », « l521-2 », « art. R. 522-1 », « 761-1 »
_ARTICLE = re.compile(r"(?:art(?:icle|\.)?\s*)?(?:([lrda])\s*\.?\s*)?(\d{2,}(?:-\d*)*)$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """``url`` is where it leads; empty for a word, which completes what is typed."""

    text: str
    kind: str
    url: str = ""


def suggestions(casebook: Noting, typed: str, *, viewer: Viewer) -> tuple[Suggestion, ...]:
    """What this viewer may be proposed for what is typed; nothing under two letters."""
    typed = " ".join(typed.split())
    if len(typed) < LEAST:
        return ()
    sources = (_saved, _dockets, _articles, _cases, _parties)
    found = [one for source in sources for one in islice(source(casebook, typed, viewer), EACH)]
    ending = typed.rsplit(" ", 1)[-1]
    known = casebook.suggest(ending, viewer=viewer)[:WORDS] if len(ending) >= LEAST else ()
    return (*found, *(Suggestion(text=word, kind="mot") for word in known))


def _saved(casebook: Noting, typed: str, viewer: Viewer) -> Iterator[Suggestion]:
    for row in casebook.saved_searches(viewer=viewer):
        if fold(typed) in fold(row["name"]):
            yield Suggestion(text=row["name"], kind="recherche gardée", url=f"/recherche?{row['query']}")


def _dockets(casebook: Noting, typed: str, viewer: Viewer) -> Iterator[Suggestion]:
    match = _DOCKET.search(typed)
    if match is None:
        return
    with casebook.store.read() as connection:
        rows = beginnings.dockets(connection, match[1].upper(), viewer, EACH)
    for docket, court, day in rows:
        said = f"n° {docket}, {words.court_short(court)}, {words.day_words(day)}"
        yield Suggestion(text=words.typo(said), kind="décision", url=f"/decisions/{court.lower()}/{day}/{docket}")


def _articles(casebook: Noting, typed: str, viewer: Viewer) -> Iterator[Suggestion]:
    match = _ARTICLE.search(typed)
    if match is None:
        return
    letters = [match[1].lower()] if match[1] else ["l", "r"]
    with casebook.store.read() as connection:
        for code in CODES:
            for letter in letters:
                for key in beginnings.articles(connection, f"{code}/{letter}-{match[2]}", viewer, EACH):
                    yield Suggestion(text=words.typo(article_label(key)), kind="article", url=f"/articles/{key}")


def _cases(casebook: Noting, typed: str, viewer: Viewer) -> Iterator[Suggestion]:
    """By title, and by the number of a proceeding, whose decision may be held or not."""
    match = _DOCKET.search(typed)
    for summary in casebook.cases(viewer=viewer) if match else ():
        for docket in summary.dockets:
            if match and docket.startswith(match[1].upper()):
                said = words.typo(f"n° {docket}, {summary.ref.title}")
                yield Suggestion(text=said, kind="affaire", url=f"/affaires/{summary.ref.slug}")
    for row in casebook.story(viewer).case_rows.values():
        title = casebook.case_row_for(row, viewer)["title"]
        if fold(typed) in fold(title):
            yield Suggestion(text=title, kind="affaire", url=f"/affaires/{row['slug']}")


def _parties(casebook: Noting, typed: str, viewer: Viewer) -> Iterator[Suggestion]:
    taking_part = casebook.story(viewer).participations
    for slug, name in {row["party_slug"]: row["party_name"] for row in taking_part if row["party_id"]}.items():
        if fold(typed) in fold(name):
            yield Suggestion(text=name, kind="partie", url=f"/parties/{slug}")
