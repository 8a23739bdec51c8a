"""Feeds, calendars, descriptions for machines, and two documents side by side."""

from __future__ import annotations

import json
import re

import pytest
from icalendar import Calendar
from lxml import etree

from casetrack.casebook import SYSTEM
from casetrack.casebook.programs import text_for_programs
from tests.web_site import CASE, open_site

ATOM = "{http://www.w3.org/2005/Atom}"
ANNOUNCED = """TRIBUNAL ADMINISTRATIF DE PARIS. Avis.
Une audience est annoncée pour le 12 novembre 2030 à 15 h 30 dans l'affaire des bornes de Valbrume, n° 999101.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("feeds")) as opened:
        yield opened


def entries(answer) -> list[etree._Element]:
    assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
    assert answer.content_type.startswith("application/atom+xml")
    feed = etree.fromstring(answer.data)
    for name in ("id", "title", "updated", "link", "author"):
        assert feed.find(ATOM + name) is not None
    found = feed.findall(ATOM + "entry")
    ids = [entry.findtext(ATOM + "id") for entry in found]
    assert len(ids) == len(set(ids))
    return found


def test_a_case_is_followed_and_its_entries_lead_to_its_page(site):
    client = site.app.test_client()
    found = entries(client.get(f"/affaires/{CASE}/fil.atom"))
    page = client.get(f"/affaires/{CASE}").get_data(as_text=True)
    assert found
    for entry in found:
        address = entry.findtext(ATOM + "id")
        assert f'id="{address.partition("#")[2]}"' in page
    etag = client.get(f"/affaires/{CASE}/fil.atom").headers["ETag"]
    assert client.get(f"/affaires/{CASE}/fil.atom", headers={"If-None-Match": etag}).status_code == 304


def test_a_search_is_followed_and_visitors_get_what_they_may_see(site):
    visitor = entries(site.app.test_client().get("/recherche/fil.atom?q=bornes"))
    member = entries(site.client("lecteur").get("/recherche/fil.atom?q=bornes"))
    assert 0 < len(visitor) < len(member)
    assert site.app.test_client().get("/recherche/fil.atom").status_code == 400


def test_an_announced_hearing_is_a_tentative_appointment(site):
    document = site.documents["DCE_999101_20231020.xml"]
    text = site.casebook.document(document, viewer=SYSTEM).text
    start = text.index("audience")
    made = site.casebook.add_fact(
        document,
        kind="event",
        subject="audience",
        value={"type": "audience", "date": "2030-11-12", "time": "15:30", "precision": "minute", "modality": "annonce"},
        start=start,
        end=start + 8,
        viewer=SYSTEM,
    )
    assert made.said
    for address in (f"/affaires/{CASE}/audiences.ics", "/audiences.ics"):
        answer = site.client("lecteur").get(address)
        assert answer.content_type.startswith("text/calendar")
        (event,) = [e for e in Calendar.from_ical(answer.data).walk("VEVENT") if e.decoded("dtstart").year == 2030]
        assert event.decoded("dtstart").isoformat() == "2030-11-12T15:30:00+01:00"
        assert event["status"] == "TENTATIVE"
        assert CASE in event["url"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "WebSite"),
        (f"/affaires/{CASE}", "Collection"),
        ("/decisions/ce/2023-10-20/999101", "DigitalDocument"),
        ("/parties/commune-de-valbrume", None),
    ],
)
def test_pages_describe_themselves_with_what_is_public(site, address, kind):
    answer = site.app.test_client().get(address)
    if kind is None:
        slug = site.casebook.parties(viewer=SYSTEM)[0].slug
        answer = site.app.test_client().get(f"/parties/{slug}")
    page = answer.get_data(as_text=True)
    (said,) = re.findall(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', page)
    value = json.loads(said)
    assert value["@context"] == "https://schema.org"
    assert kind in (None, value["@type"])
    assert value["@id"].startswith("http://localhost/")
    filing = site.casebook.document(site.documents["02-memoire-en-defense-tribunal.docx"], viewer=SYSTEM).ref
    assert filing.title not in said


def test_two_documents_by_zone_without_the_names_of_judges(site):
    order = site.documents["04-ordonnance-tribunal-administratif.pdf"]
    first = site.documents["DCE_999101_20231020.xml"]
    whole = site.casebook.document(order, viewer=SYSTEM).text
    told = text_for_programs(site.casebook, order, viewer=SYSTEM)
    names = {word for word in re.findall(r"\w{4,}", whole) if word not in told}
    page = site.client("lecteur").get(f"/comparer?a={first}&b={order}").get_data(as_text=True)
    assert names and not any(name in page for name in names)
    assert page.index("Motifs") < page.index("Dispositif")
    visitor = site.app.test_client()
    assert visitor.get(f"/comparer?a={first}&b={first}").status_code == 400
    assert visitor.get("/comparer?a=999999&b=999998").status_code == 404
    ticked = site.client("lecteur").get(f"/comparer?q=bornes&id={first}&id={order}").get_data(as_text=True)
    assert ticked.count("<h3") == page.count("<h3") > 0
    assert visitor.get(f"/comparer?id={first}&id={order}&id=7").status_code == 400
    assert visitor.get(f"/comparer?a={first}&b={order}").status_code == visitor.get(f"/documents/{order}").status_code
