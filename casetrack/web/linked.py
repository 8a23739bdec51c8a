"""schema.org descriptions of public pages, as JSON-LD: what machines may know of them, and nothing more."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask, g
from markupsafe import Markup

from casetrack.casebook.forms import address_of
from casetrack.casebook.views import CaseView, DocumentRef, DocumentView, PartyView
from casetrack.model import DocumentKind, PartyType, Visibility
from casetrack.web.context import site_address

_WORK = {DocumentKind.PRESS: "NewsArticle", DocumentKind.ASSOCIATION: "WebPage"}
_BODY = {
    PartyType.ASSOCIATION: "NGO",
    PartyType.UNION: "WorkersUnion",
    PartyType.COMPANY: "Corporation",
    PartyType.PUBLIC_BODY: "GovernmentOrganization",
}


def install(app: Flask) -> None:
    app.jinja_env.globals.update(
        case_json_ld=lambda view: script(case(view)),
        document_json_ld=lambda view: script(document(view)) if is_public(view.ref) else Markup(""),
        party_json_ld=lambda view: script(party(view)),
        site_json_ld=lambda: script(site()),
    )


def is_public(ref: DocumentRef) -> bool:
    return ref.visibility != Visibility.MEMBERS


def script(value: dict[str, Any]) -> Markup:
    """The description inside a page; no text of it can end the element."""
    said = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False)
    said = said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup('<script type="application/ld+json" nonce="{}">{}</script>').format(g.get("nonce", ""), Markup(said))


def work(ref: DocumentRef) -> dict[str, Any]:
    """A document: the press by the address of its publisher, the rest by ours."""
    made: dict[str, Any] = {
        "@type": _WORK.get(DocumentKind(ref.kind), "DigitalDocument"),
        "@id": f"{site_address()}{address_of(ref)}",
        "name": ref.title,
        "inLanguage": "fr",
        "url": ref.address or f"{site_address()}{address_of(ref)}",
    }
    if ref.day:
        made["datePublished"] = ref.day.isoformat()
    if ref.publisher:
        made["publisher"] = {"@type": "Organization", "name": ref.publisher}
    if ref.kind == DocumentKind.DECISION:
        made["creator"] = {"@type": "GovernmentOrganization", "name": ref.court}
        made["identifier"] = list(ref.dockets)
        made["genre"] = "décision de justice"
    return made


def document(view: DocumentView) -> dict[str, Any]:
    made = work(view.ref)
    cited = {item.target.id: item.target for item in view.citations if item.target and is_public(item.target)}
    if cited:
        made["citation"] = [{"@id": f"{site_address()}{address_of(ref)}", "name": ref.title} for ref in cited.values()]
    if view.cases:
        made["isPartOf"] = [{"@id": f"{site_address()}/affaires/{ref.slug}"} for ref in view.cases]
    return made


def case(view: CaseView) -> dict[str, Any]:
    """A case is a collection of its public documents, about its legal persons."""
    bodies = {person.slug: person for person in view.participants if person.slug}
    return {
        "@type": "Collection",
        "@id": f"{site_address()}/affaires/{view.ref.slug}",
        "name": view.ref.title,
        "description": view.summary or view.state,
        "inLanguage": "fr",
        "about": [_body(person.name, slug, person.type) for slug, person in bodies.items()],
        "hasPart": [work(ref) for ref in view.documents if is_public(ref)],
    }


def site() -> dict[str, Any]:
    """The site, and how it is searched."""
    home = site_address()
    return {
        "@type": "WebSite",
        "@id": f"{home}/",
        "name": "casetrack",
        "inLanguage": "fr",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{home}/recherche?q={{mots}}"},
            "query-input": "required name=mots",
        },
    }


def party(view: PartyView) -> dict[str, Any]:
    return _body(view.name, view.slug, view.type)


def _body(name: str, slug: str, kind: str) -> dict[str, Any]:
    types: dict[str, str] = {str(key): value for key, value in _BODY.items()}
    return {"@type": types.get(kind, "Organization"), "@id": f"{site_address()}/parties/{slug}", "name": name}
