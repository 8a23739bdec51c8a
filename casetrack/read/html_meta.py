"""What a page says of itself: JSON-LD, meta elements, visible rules, and guesses named as such."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from casetrack.model import Declared
from casetrack.read import clean

_ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "WebPage", "Report"})
_META = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "og:site_name": "publisher",
    "dc.publisher": "publisher", "author": "author", "dc.creator": "author", "article:author": "author",
    "article:published_time": "published_on", "dc.date": "published_on", "dc.date.issued": "published_on",
    "date": "published_on", "datepublished": "published_on", "article:modified_time": "modified_on",
    "datemodified": "modified_on", "og:url": "address", "dc.language": "language",
}  # fmt: skip
# « 2021-03-05T15:13:00+01:00 »
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
# « Publié le 05/03/2021 à 15:13 », « Mis en ligne le vendredi 5 mars 2021 à 15h13 », « Le 25/03/2021 à 10h45 » alone.
# With its capital: « publié le » in small letters is most often a line about another article.
_VISIBLE_DATE = re.compile(
    r"(?:(?:Publiée?|Mise? en ligne|Postée?|Créée?|Paru)\s*(?:le\b|:)|^Le)"
    r"\s*(?:(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?\s*"
    rf"(\d{{1,2}})(?:er)?(?:\s?[/.-]\s?|\s)(\d{{1,2}}|(?i:{'|'.join(_MONTHS)}))(?:\s?[/.-]\s?|\s)(\d{{4}})"
    r"(?:\s*(?:à|-|,|\|)?\s*(\d{1,2})\s?[:hH]\s?(\d{2}))?",
    re.MULTILINE,
)
# « Auteur(s): FranceSoir »
_VISIBLE_AUTHOR = re.compile(r"^Auteur(?:\(?e?\)?\(?s\)?)?\s*:\s*(\S[^\n]{0,150})$", re.MULTILINE)
_ONE_VALUE = frozenset({"title", "publisher", "published_on", "published_time", "modified_on", "address", "language"})


def declared(tree: etree._Element, text: str) -> list[Declared]:
    """Every field of the page with its origin, the most trustworthy first; ``text`` is what people see of it.

    Order: a date or an author written beside the title, JSON-LD, meta, then visible elsewhere, then guesses.
    """
    title = _heading(tree)
    beside, elsewhere = _visible(text, title)
    found: list[Declared] = []
    _keep(found, beside)
    for item in _json_ld(tree):
        _keep(found, _from_item(item))
    _keep(found, _from_meta(tree))
    _keep(found, elsewhere)
    if title:
        _keep(found, [Declared(field="title", value=title, origin="visible")])
    return _doubted(found)


def _doubted(found: list[Declared]) -> list[Declared]:
    """A publisher named like the host was filled in by the site's software: a guess, not a name."""
    hosts = {_host(item.value) for item in found if item.field == "address"} - {""}
    return [
        replace(item, origin="devine")
        if item.field == "publisher" and item.value.lower().removeprefix("www.") in hosts
        else item
        for item in found
    ]


def guesses(tree: etree._Element, known: list[Declared]) -> list[Declared]:
    """The fields still missing, guessed: date by htmldate (the original one), title and site from the page."""
    fields = {item.field for item in known}
    found: list[Declared] = []
    if "published_on" not in fields and (day := _guessed_date(tree)):
        found.append(Declared(field="published_on", value=day, origin="devine"))
    if "title" not in fields and (title := clean.one_line(tree.findtext(".//title") or "")):
        found.append(Declared(field="title", value=title, origin="devine"))
    addresses = [item.value for item in known if item.field == "address"]
    if "publisher" not in fields and addresses and (host := _host(addresses[0])):
        found.append(Declared(field="site", value=host, origin="devine"))
    return found


def _guessed_date(tree: Any) -> str:
    """Without ``original_date`` htmldate takes the latest date of the page, often of another article."""
    from htmldate import find_date

    try:
        return find_date(tree, original_date=True, extensive_search=False) or ""
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return ""


def _heading(tree: etree._Element) -> str:
    """The only first-level heading, empty when there are several or none."""
    headings = [clean.one_line("".join(node.itertext())) for node in tree.iter("h1")]
    shown = list(dict.fromkeys(heading for heading in headings if heading))
    return shown[0][:500] if len(shown) == 1 else ""


def _from_meta(tree: etree._Element) -> list[Declared]:
    found: list[Declared] = []
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name in _META:
            found += _field(_META[name], meta.get("content") or "", "meta")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            found += _field("address", link.get("href") or "", "meta")
    for moment in list(tree.iter("time"))[:1]:
        found += _field("published_on", moment.get("datetime") or "", "meta")
    return found + _field("language", tree.get("lang") or "", "meta")


def _visible(text: str, title: str) -> tuple[list[Declared], list[Declared]]:
    """What is written beside the title, and elsewhere."""
    at = text.find(title) if title else -1
    beside: list[Declared] = []
    elsewhere: list[Declared] = []
    date, author = _VISIBLE_DATE.search(text), _VISIBLE_AUTHOR.search(text)
    if date:
        (beside if _is_near(date.start(), at) else elsewhere).extend(_visible_date(date))
    if author:
        item = Declared(field="author", value=author.group(1).strip(), origin="visible")
        (beside if _is_near(author.start(), at) else elsewhere).append(item)
    return beside, elsewhere


def _is_near(position: int, title_at: int) -> bool:
    return title_at >= 0 and title_at - 300 <= position <= title_at + 600


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _visible_date(match: re.Match[str]) -> list[Declared]:
    day, month, year, hour, minute = match.groups()
    number = int(month) if month.isdecimal() else _MONTHS.index(month.lower()) + 1
    try:
        value = dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return []
    found = [Declared(field="published_on", value=value, origin="visible")]
    if hour and int(hour) < 24 and int(minute) < 60:
        found.append(Declared(field="published_time", value=f"{int(hour):02}:{minute}", origin="visible"))
    return found


def _json_ld(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """Articles of the JSON-LD blocks, whether alone, in a list or in an ``@graph``."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            waiting = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(reversed(item[:100]))
            elif isinstance(item, dict):
                graph = item.get("@graph")
                waiting.extend(reversed(graph[:100]) if isinstance(graph, list) else [])
                if set(_names(item.get("@type"))) & _ARTICLE_TYPES:
                    yield item


def _from_item(item: dict[str, Any]) -> list[Declared]:
    found: list[Declared] = []
    for field, key in (("title", "headline"), ("published_on", "datePublished"), ("modified_on", "dateModified"),
                       ("address", "url"), ("language", "inLanguage")):  # fmt: skip
        for value in _names(item.get(key))[:1]:
            found += _field(field, value, "json-ld")
    for field, key in (("publisher", "publisher"), ("author", "author")):
        for value in _names(item.get(key)):
            found += _field(field, value, "json-ld")
    return found


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for item in value[:50] for name in _names(item)] if len(value) < 1000 else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [value] if isinstance(value, str) else []


def _field(field: str, value: str, origin: str) -> list[Declared]:
    value = clean.one_line(value)[:1000]
    if field in {"published_on", "modified_on"}:
        return _moment(field, value, origin)
    if field == "address" and _scheme(value) not in {"http", "https"}:
        return []
    if field == "author" and value.startswith(("http://", "https://")):
        return []
    return [Declared(field=field, value=value, origin=origin)] if value else []


def _moment(field: str, value: str, origin: str) -> list[Declared]:
    match = _MOMENT.match(value)
    if match is None:
        return []
    from casetrack.read.moments import in_paris

    day, time = in_paris(match.group(1), match.group(2), match.group(3))
    if not day:
        return []
    found = [Declared(field=field, value=day, origin=origin)]
    if time and field == "published_on":
        found.append(Declared(field="published_time", value=time, origin=origin))
    return found


def _scheme(address: str) -> str:
    """Scheme of an address, empty when it is not one."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def _keep(found: list[Declared], news: list[Declared]) -> None:
    """Add what is new: single fields once, the better origin first; authors only from the first origin."""
    have = {item.field for item in found}
    origins = {item.origin for item in found if item.field == "author"}
    for item in news:
        if item.field in _ONE_VALUE and item.field in have:
            continue
        if item.field == "author" and (item in found or (origins and item.origin not in origins)):
            continue
        found.append(item)
