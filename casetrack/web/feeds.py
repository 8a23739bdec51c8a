"""Feeds: what is new in a case or a search (Atom), and the hearings announced (iCalendar). As the reader may see."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from feedgen.feed import FeedGenerator
from flask import Blueprint, Response, make_response, request
from icalendar import Calendar, Event

from casetrack import words
from casetrack.casebook.forms import address_of
from casetrack.casebook.views import TimelineView
from casetrack.errors import Refused
from casetrack.model import Modality, Precision, TimelineEntry
from casetrack.web.context import casebook, site_address, viewer
from casetrack.web.search import FACETS
from casetrack.web.security import limiter

pages = Blueprint("feeds", __name__)
PARIS = ZoneInfo("Europe/Paris")
MOST = 50
HEARINGS = ("audience", "séance", "report d'audience")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@pages.get("/affaires/<slug>/fil.atom")
@limiter.limit("60 per minute")
def case(slug: str) -> Response:
    """The latest events of a case."""
    found = casebook().case(slug, viewer=viewer())
    feed = _feed(found.ref.title, f"/affaires/{slug}", f"/affaires/{slug}/fil.atom")
    newest = sorted(found.timeline.entries, key=lambda entry: entry.date, reverse=True)[:MOST]
    for entry in newest:
        said = words.when_words(entry.date, entry.date_end, entry.time, entry.precision)
        modality = "" if entry.modality == Modality.RECORDED else f" ({words.MODALITIES[entry.modality]})"
        sources = ", ".join(dict.fromkeys(source.title for source in entry.sources))
        _add(
            feed,
            address=f"/affaires/{slug}#e-{entry.key}",
            title=f"{entry.title}{modality}",
            summary=f"{words.capital(said)}. Sources : {sources}.",
            day=entry.date,
        )
    return _atom(feed)


@pages.get("/recherche/fil.atom")
@limiter.limit("60 per minute")
def search() -> Response:
    """The latest documents that a search finds. Raises `Refused` without a search, `QueryError` for a wrong one."""
    text = request.args.get("q", "").strip()[:500]
    filters = {name: request.args.getlist(name) for name in FACETS if request.args.get(name)}
    if not text and not filters:
        raise Refused("Donnez une recherche à suivre.")
    found = casebook().search(text, viewer=viewer(), per_page=MOST, sort="-date", filters=filters)
    query = request.query_string.decode("utf-8", "replace")
    feed = _feed(f"Recherche : {text or found.explained}", f"/recherche?{query}", f"/recherche/fil.atom?{query}")
    for hit in found.hits:
        ref = hit.document
        _add(
            feed,
            address=address_of(ref),
            title=ref.title or "Document sans titre",
            summary="".join(piece for piece, _is_match in hit.snippet),
            day=ref.day,
        )
    return _atom(feed)


@pages.get("/affaires/<slug>/audiences.ics")
@limiter.limit("60 per minute")
def case_hearings(slug: str) -> Response:
    """The hearings announced in a case."""
    found = casebook().case(slug, viewer=viewer())
    return _calendar(found.ref.title, _hearings(found.timeline.entries), found.timeline)


@pages.get("/audiences.ics")
@limiter.limit("60 per minute")
def hearings() -> Response:
    """The hearings announced in every case."""
    view = casebook().timeline(everything=True, viewer=viewer())
    return _calendar("Audiences annoncées", _hearings(view.entries), view)


# --------------------------------------------------------------------------------------------- Atom


def _feed(title: str, page: str, own: str) -> FeedGenerator:
    feed, site = FeedGenerator(), site_address()
    feed.id(f"{site}{page}")
    feed.title(_clean(title))
    feed.link(href=f"{site}{page}", rel="alternate", type="text/html")
    feed.link(href=f"{site}{own}", rel="self", type="application/atom+xml")
    feed.author(name="casetrack")
    feed.language("fr")
    return feed


def _add(feed: FeedGenerator, *, address: str, title: str, summary: str, day: dt.date | None) -> None:
    """An entry; its moment is the day of what it tells, today at the latest."""
    moment = dt.datetime.combine(min(day or dt.date(1970, 1, 1), dt.date.today()), dt.time(), tzinfo=PARIS)
    entry = feed.add_entry(order="append")
    entry.id(f"{site_address()}{address}")
    entry.title(_clean(title))
    entry.link(href=f"{site_address()}{address}", rel="alternate", type="text/html")
    entry.summary(_clean(summary))
    entry.updated(moment)


def _clean(text: str) -> str:
    """What XML may hold."""
    return _NO_XML.sub(" ", text)


def _atom(feed: FeedGenerator) -> Response:
    moments = [entry.updated() for entry in feed.entry()]
    feed.updated(max(moments, default=dt.datetime(1970, 1, 1, tzinfo=PARIS)))
    response = make_response(feed.atom_str(pretty=True))
    response.headers["Content-Type"] = "application/atom+xml; charset=utf-8"
    return _once(response)


def _once(response: Response) -> Response:
    """What a reader has already is not sent again."""
    response.add_etag()
    response.make_conditional(request)
    return response


# ---------------------------------------------------------------------------------------- iCalendar


def _hearings(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Announced, and on a day that is known: « courant mars » is no appointment."""
    days = (Precision.DAY, Precision.MINUTE)
    return [e for e in entries if e.modality == Modality.ANNOUNCED and e.type in HEARINGS and e.precision in days]


def _calendar(name: str, entries: Sequence[TimelineEntry], view: TimelineView) -> Response:
    calendar = Calendar()
    calendar.add("prodid", "-//casetrack//audiences//FR")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, view))
    calendar.add_missing_timezones()
    response = make_response(calendar.to_ical())
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    return _once(response)


def _event(entry: TimelineEntry, view: TimelineView) -> Event:
    """« Annoncée » is not « tenue »: the event is tentative, and says by whom it is announced."""
    slug = next((view.cases[case_id].slug for case_id in sorted(entry.case_ids) if case_id in view.cases), "")
    address = f"{site_address()}/affaires/{slug}#e-{entry.key}" if slug else f"{site_address()}/chronologie"
    event = Event()
    event.add("uid", f"{entry.key}@casetrack")
    event.add("dtstamp", dt.datetime.combine(entry.date, dt.time(), tzinfo=dt.UTC))
    start = dt.datetime.combine(entry.date, dt.time.fromisoformat(entry.time), tzinfo=PARIS) if entry.time else None
    event.add("dtstart", start or entry.date)
    event.add("summary", entry.title)
    event.add("status", "TENTATIVE")
    event.add("url", address)
    sources = ", ".join(dict.fromkeys(source.title for source in entry.sources))
    event.add("description", f"Audience annoncée. Sources : {sources}.")
    return event
