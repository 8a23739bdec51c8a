"""The HTML of every page type: no parse error, and the rules of the standard that a parser does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest

from casetrack.web.page_types import PAGE_TYPES
from tests.test_web_access import GETS, ROLES, address_of
from tests.web_site import CASE, open_site

MORE = (
    "/recherche?q=bornes&kind=decision&tri=-date",
    "/recherche?q=introuvablissime",
    "/recherche?q=(",
    f"/affaires/{CASE}?par=partie&zoom=jours",
    "/decisions/ce/2023-10-20/999101?q=bornes&rang=2",
    "/documents/2?original=1",
    "/documents/3?fait=1",
    "/documents/?etat=failed",
    "/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-05&notifiee=2023-10-06&issue=rejet",
    "/introuvable",
)
"""States of pages whose address alone does not show them."""
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
CHILDREN = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}, "select": {"option", "optgroup", "hr"},
}  # fmt: skip
NAMED = {"input", "select", "textarea"}
UNNAMED_TYPES = {"hidden", "submit", "button"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("html")) as opened:
        yield opened


@pytest.fixture(scope="module")
def clients(site):
    return {role: site.client(role) for role in ("", "contributeur", "administrateur")}


def elements(tree: Any) -> Iterator[Any]:
    return (node for node in tree.iter() if isinstance(node.tag, str))


def faults(text: str) -> list[str]:
    """What is wrong in a page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    found = [f"{place}: {code} {more}" for place, code, more in parser.errors]
    nodes = list(elements(tree))
    ids = [node.get("id") for node in nodes if node.get("id") is not None]
    found += [f"id twice: {name}" for name in {one for one in ids if ids.count(one) > 1 or not one or " " in one}]
    for node in nodes:
        for name in REFERENCES:
            found += [f"{node.tag} {name} to nothing: {ref}" for ref in node.get(name, "").split() if ref not in ids]
        href = node.get("href", "")
        if href.startswith("#") and href != "#" and href[1:] not in ids:
            found.append(f"link to nothing: {href}")
        allowed = CHILDREN.get(node.tag)
        found += [f"{child.tag} in {node.tag}" for child in node if allowed and child.tag not in allowed]
        if node.tag == "details" and (not len(node) or node[0].tag != "summary"):
            found.append("details without its summary")
        if node.tag == "img" and node.get("alt") is None:
            found.append(f"img without alt: {node.get('src')}")
        if node.tag in ("a", "button") and not name_of(node):
            found.append(f"{node.tag} without a name: {node.attrib}")
    return found + unlabelled(nodes) + headings(nodes) + nested(tree)


def name_of(node: Any) -> str:
    inner = "".join(node.itertext()) + "".join(child.get("aria-label", "") for child in node.iter())
    return (node.get("aria-label", "") + node.get("title", "") + inner).strip()


def unlabelled(nodes: list[Any]) -> list[str]:
    """Fields without a name."""
    labelled = {node.get("for") for node in nodes if node.tag == "label"}
    inside = {id(field) for node in nodes if node.tag == "label" for field in node.iter() if field.tag in NAMED}
    return [
        f"field without a label: {node.attrib}"
        for node in nodes
        if node.tag in NAMED
        and node.get("type") not in UNNAMED_TYPES
        and not (node.get("id") in labelled or id(node) in inside)
        and not (node.get("aria-label") or node.get("aria-labelledby"))
    ]


def headings(nodes: list[Any]) -> list[str]:
    """One first heading, and no level jumped on the way down."""
    levels = [int(node.tag[1]) for node in nodes if re.fullmatch(r"h[1-6]", node.tag)]
    jumps = [
        f"h{after} after h{before}" for before, after in zip(levels, levels[1:], strict=False) if after > before + 1
    ]
    return jumps + ([] if levels.count(1) == 1 and levels[0] == 1 else [f"headings begin {levels[:3]}"])


def nested(tree: Any) -> list[str]:
    """Things one can click inside others."""
    inner = ("a", "button", "input", "select", "textarea", "summary")
    return [
        f"{child.tag} in {node.tag}"
        for node in elements(tree)
        if node.tag in ("a", "button", "summary")
        for child in node.iter()
        if child is not node and child.tag in inner
    ]


def shown(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.mimetype == "text/html", address
    return str(answer.get_data(as_text=True))


def test_every_route_that_shows_a_page_is_in_the_list(site, clients):
    found = set()
    for endpoint in GETS:
        answer = clients["administrateur"].get(address_of(site, endpoint))
        if answer.mimetype == "text/html" and "attachment" not in answer.headers.get("Content-Disposition", ""):
            found.add(endpoint)
    assert found == set(PAGE_TYPES)


@pytest.mark.parametrize("endpoint", PAGE_TYPES)
def test_the_html_of_each_page_type_is_valid(site, clients, endpoint):
    address = address_of(site, endpoint)
    for role in ("", "contributeur", "administrateur"):
        if GETS[endpoint][ROLES.index(role)] in (200, 400):
            assert faults(shown(clients[role], address)) == [], (role, address)


@pytest.mark.parametrize("address", MORE)
def test_the_html_of_other_states_is_valid(clients, address):
    for role in ("", "administrateur"):
        assert faults(shown(clients[role], address)) == [], role


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>A</h1><h3>B</h3>", "h3 after h1"),
        ("<h1>A</h1><p><div>B</div></p>", "unexpected-end-tag"),
        ('<h1>A</h1><a href="#b">B</a>', "link to nothing: #b"),
        ('<h1 id="a">A</h1><p id="a"></p>', "id twice: a"),
        ("<h1>A</h1><input name='b'>", "field without a label"),
        ("<h1>A</h1><ul><p>B</p></ul>", "p in ul"),
        ('<h1>A</h1><p aria-describedby="z">B</p>', "aria-describedby to nothing: z"),
        ("<h1>A</h1><button><i></i></button>", "button without a name"),
        ("<h1>A</h1><summary><a href='/'>B</a></summary>", "a in summary"),
    ],
)
def test_what_is_wrong_is_seen(body, said):
    page = f"<!doctype html><html lang='fr'><head><title>T</title></head><body>{body}</body></html>"
    assert any(said in fault for fault in faults(page))
