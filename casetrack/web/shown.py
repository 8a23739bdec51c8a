"""What templates may call: French typography, dates, addresses, labels."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask, g, request, url_for
from markupsafe import Markup

from casetrack import words
from casetrack.accounts import Act, may
from casetrack.casebook.asked import ClaimView
from casetrack.model import EntrySource, TimelineEntry
from casetrack.web import timeline_marks
from casetrack.web.context import parts, viewer
from casetrack.web.typography import FrenchSpaces

STATIC = Path(__file__).parent / "static"
LABEL = 100
"""Characters of what is said again and again: labels, days, courts."""
_FEW_WORDS = 8


def install(app: Flask) -> None:
    """Filters and globals."""
    app.jinja_env.add_extension(FrenchSpaces)
    app.jinja_env.filters.update(
        fr=fr,
        typo=words.typo,
        cut_before=cut_before,
        cut_after=cut_after,
        day=day,
        when=when,
        moment=moment,
        iso=iso,
        size=words.size_words,
        number=words.number,
        capital=words.capital,
        court=court,
        place=place,
        by_role=by_role,
        telling=telling,
        together=together,
        plural=words.plural,
    )
    app.jinja_env.globals.update(
        words=words,
        Act=Act,
        asset=asset,
        url_with=url_with,
        entry_label=timeline_marks.short_label,
        decision_path=decision_path,
        passage_path=passage_path,
        entry_path=entry_path,
        group_label=words.facet_value,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def _common() -> dict[str, Any]:
        looking = viewer()
        return {
            "viewer": looking,
            "may": lambda act: may(looking, act),
            "nonce": g.get("nonce", ""),
            "settings": parts().settings,
        }


def fr(text: object) -> Markup:
    """Text for people: no-break spaces, « 1er » with its raised « er », articles in one piece; escapes.

    Titles of windows and attributes hold no element: they take `typo`.
    """
    if isinstance(text, Markup):
        return text
    said = str(text or "")
    return _kept_french(said) if len(said) <= LABEL else _french(said)


def _french(text: str) -> Markup:
    pieces = words.set_apart(words.typo(text))
    return Markup("").join(_set_apart(piece) if is_apart else piece for piece, is_apart in pieces)


def _set_apart(piece: str) -> Markup:
    return Markup("1<sup>er</sup>" if piece == "1er" else f'<span class="nb">{piece}</span>')


_kept_french = lru_cache(10_000)(_french)


CONTEXT = 30
"""Characters kept on each side of a passage: that many were cut somewhere, often inside a word."""


def cut_before(text: str) -> str:
    """What comes before a passage, from its first whole word: « bre 2023, le juge » -> « … 2023, le juge »."""
    words_ = text.split(maxsplit=1)
    return f"…{words.NBSP}{words_[1]}" if len(text) >= CONTEXT and len(words_) > 1 else text


def cut_after(text: str) -> str:
    """What comes after a passage, up to its last whole word."""
    words_ = text.rsplit(maxsplit=1)
    return f"{words_[0]}{words.NBSP}…" if len(text) >= CONTEXT and len(words_) > 1 else text


def day(value: dt.date | str | None, *, weekday: bool = False) -> Markup:
    """« 12 mars 2021 » in a ``time`` element; empty when there is none."""
    if not value:
        return Markup("")
    date = dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value
    said = fr(words.day_words(date, weekday=weekday))
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), said)


def when(entry: TimelineEntry, *, weekday: bool = False) -> Markup:
    """When an entry happened, as precisely as known."""
    said = fr(words.when_words(entry.date, entry.date_end, entry.time, entry.precision, weekday=weekday))
    return Markup('<time datetime="{}">{}</time>').format(iso(entry), said)


def iso(entry: TimelineEntry) -> str:
    """The machine form of a moment: no finer than what is known."""
    if entry.precision == "year":
        return f"{entry.date.year:04d}"
    if entry.precision in ("month", "vague"):
        return entry.date.strftime("%Y-%m")
    return f"{entry.date.isoformat()}T{entry.time}" if entry.time else entry.date.isoformat()


def court(code: str) -> str:
    """A court for people: « TA Dijon », and no bare « TA » when nobody said which."""
    return {"TA": "tribunal administratif", "CAA": "cour administrative d’appel"}.get(code) or words.court_short(code)


def place(entry: TimelineEntry) -> Markup:
    """« Conseil d’État, n° 450163 »: what of it the title of an entry does not say already."""
    said = fr(entry.title)
    docket = entry.docket.rpartition("/")[2]
    pieces = [fr(words.capital(court(entry.court_code)))] if entry.court_code else []
    pieces += [fr(f"n° {docket}")] if docket and entry.court_code else []
    return Markup(", ").join(piece for piece in pieces if piece not in said)


def by_role(parties: Sequence[tuple[str, str, str]]) -> list[tuple[str, list[tuple[str, str]], int]]:
    """Those an entry concerns, each once, by role: (« requérants », the first or both (name, slug), how many more)."""
    groups: dict[str, list[tuple[str, str]]] = {}
    seen: set[str] = set()
    for name, role, slug in parties:
        if not slug or slug not in seen:
            groups.setdefault(role, []).append((name, slug))
        seen.add(slug)
    return [
        (words.role_plural(role), people[:1], len(people) - 1)
        if role and len(people) > 2
        else (words.role_plural(role) if role and len(people) > 1 else words.role_words(role), people, 0)
        for role, people in groups.items()
    ]


def together(claims: Sequence[ClaimView]) -> list[list[ClaimView]]:
    """Claims in their order, those of one party that follow each other and have one answer put together."""
    return [list(group) for _, group in groupby(claims, lambda claim: (claim.fact.value.get("party"), claim.answer))]


def telling(sources: Sequence[EntrySource], most: int = 2) -> tuple[list[EntrySource], list[EntrySource]]:
    """The sources of an entry to show at once, and those to fold.

    At once: sentences that tell something (not « Fait à Paris, le 12 mars 2021 »), each once: copies repeat it.
    """
    shown: dict[str, EntrySource] = {}
    for source in sources:
        said = source.sentence or source.quote
        if len(shown) < most and len(said.split()) >= _FEW_WORDS:
            shown.setdefault(said, source)
    at_once = list(shown.values()) or list(sources[:1])
    return at_once, [source for source in sources if source not in at_once]


def moment(value: str | None) -> Markup:
    """A UTC moment of the journal, said in Paris time."""
    if not value:
        return Markup("")
    from zoneinfo import ZoneInfo

    at = dt.datetime.fromisoformat(value).astimezone(ZoneInfo("Europe/Paris"))
    said = f"{words.day_words(at.date())}, {words.time_words(at.strftime('%H:%M'))}"
    return Markup('<time datetime="{}">{}</time>').format(value, fr(said))


@cache
def _stamp(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]


def asset(name: str) -> str:
    """The address of a static file, with a stamp so that browsers may keep it for ever."""
    return url_for("static", filename=name, v=_stamp(name))


def url_with(**changes: object) -> str:
    """This page's address with some parameters changed; None or empty takes one away."""
    if "address" not in g:
        g.address = {name: urlencode([(name, value) for value in values]) for name, values in request.args.lists()}
    kept: dict[str, str] = g.address
    pairs = [pair for name, pair in kept.items() if name not in changes]
    for name, value in changes.items():
        if value not in (None, ""):
            pairs.append(urlencode({name: value}, doseq=True))
    query = "&".join(filter(None, pairs))
    return f"{request.path}?{query}" if query else request.path


def decision_path(court_code: str, date: dt.date | str, docket: str) -> str:
    """``/decisions/ce/2021-03-12/450163``."""
    return f"/decisions/{court_code.lower()}/{date}/{docket}"


def entry_path(entry: TimelineEntry) -> str:
    """``/faits/2021-03-12/caea8b44a38892d7fb8a``: an entry by its permanent address."""
    return f"/faits/{entry.date.isoformat()}/{entry.key}"


def passage_path(document_id: int, start: int, end: int) -> str:
    """``/documents/12#p-340-398``: the sentence, marked in its document."""
    base = f"/documents/{document_id}"
    return f"{base}?passage={start}-{end}#p-{start}-{end}" if end > start else base
