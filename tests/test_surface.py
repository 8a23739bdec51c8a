"""Every route, for every role, on things of every visibility, by every method; and the headers of every answer.

`ROUTES` says what the parameters of each route name. A new route fails here until somebody has said it, and every
rule below then holds for it. Roles alone are in `tests.test_web_access`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from werkzeug.routing import Rule

from casetrack.casebook import SYSTEM
from tests.secret_site import open_secret_site
from tests.test_web_access import GETS, POSTS, ROLES, address_of
from tests.web_site import CASE, Site, open_site, token

NOTHING, DOCUMENT, SOURCE, DECISION, CASES, PARTY, FACT, OTHER = (
    "nothing", "document", "source", "decision", "case", "party", "fact", "other",
)  # fmt: skip
ROUTES = {
    "static": OTHER,
    "home.home": NOTHING,
    "search.results": NOTHING,
    "search.suggestions": NOTHING,
    "cases.listing": NOTHING,
    "cases.case": CASES,
    "cases.export": CASES,
    "cases.dossier": CASES,
    "cases.search": CASES,
    "cases.fact": OTHER,
    "cases.everything": NOTHING,
    "cases.export_everything": OTHER,
    "cases.create": NOTHING,
    "cases.rename": CASES,
    "cases.merge": CASES,
    "cases.split": CASES,
    "parties.listing": NOTHING,
    "parties.plaintiffs": NOTHING,
    "parties.party": PARTY,
    "parties.export": PARTY,
    "parties.rename": PARTY,
    "documents.listing": NOTHING,
    "documents.document": DOCUMENT,
    "documents.decision": DECISION,
    "documents.original": SOURCE,
    "documents.review": FACT,
    "documents.add_event": DOCUMENT,
    "documents.attach": DOCUMENT,
    "documents.detach": DOCUMENT,
    "documents.visibility": DOCUMENT,
    "documents.reference_date": DOCUMENT,
    "documents.delete": DOCUMENT,
    "documents.retry": DOCUMENT,
    "documents.recognise": DOCUMENT,
    "documents.follow": DOCUMENT,
    "clock.remedies": NOTHING,
    "beside.page": OTHER,
    "notes.add": DOCUMENT,
    "notes.remove": OTHER,
    "notes.save_search": NOTHING,
    "notes.forget_search": OTHER,
    "library.coverage": NOTHING,
    "library.article": OTHER,
    "drafts.form": NOTHING,
    "drafts.check": NOTHING,
    "compliance.before_filing": NOTHING,
    "compliance.glossary": NOTHING,
    "compliance.search_help": NOTHING,
    "compliance.accessibility": NOTHING,
    "compliance.legal": NOTHING,
    "auth.sign_in": NOTHING,
    "auth.sign_in_now": NOTHING,
    "auth.sign_out": NOTHING,
    "auth.account": NOTHING,
    "auth.change_password": NOTHING,
    "auth.end_sessions": NOTHING,
    "auth.set_password": OTHER,
    "auth.set_password_now": OTHER,
    "auth.forgotten": NOTHING,
    "auth.forgotten_now": NOTHING,
    "two_steps.ask": NOTHING,
    "two_steps.check": NOTHING,
    "two_steps.show": NOTHING,
    "two_steps.prepare": NOTHING,
    "two_steps.confirm": NOTHING,
    "two_steps.remove": NOTHING,
    "review.queue": NOTHING,
    "review.decide": OTHER,
    "adding.form": NOTHING,
    "adding.upload": NOTHING,
    "adding.paste": NOTHING,
    "adding.address": NOTHING,
    "adding.progress": OTHER,
    "journal.entries": NOTHING,
    "journal.undo": OTHER,
    "people.listing": NOTHING,
    "people.invite": NOTHING,
    "people.link": OTHER,
    "people.letter": OTHER,
    "people.one_step": OTHER,
    "people.role": OTHER,
    "people.state": OTHER,
    "publishing.preview": OTHER,
    "publishing.publish": DOCUMENT,
    "publishing.erasure": OTHER,
    "publishing.erase": DOCUMENT,
    "publishing.asking": OTHER,
    "publishing.ask": NOTHING,
    "publishing.reply": OTHER,
    "publishing.withdraw_reply": OTHER,
    "tokens.listing": NOTHING,
    "tokens.make": NOTHING,
    "tokens.remove": OTHER,
    "api.openapi": NOTHING,
    "api.search": NOTHING,
    "api.documents": NOTHING,
    "api.document": DOCUMENT,
    "api.decision": DECISION,
    "api.cases": NOTHING,
    "api.case": CASES,
    "api.timelines": NOTHING,
    "api.parties": NOTHING,
    "api.party": PARTY,
    "api.plaintiffs": NOTHING,
    "api.citations": NOTHING,
    "api.article": OTHER,
    "api.coverage": NOTHING,
    "review.keep": OTHER,
    "compare.show": NOTHING,
    "exports.selection": NOTHING,
    "exports.export": OTHER,
    "feeds.case": CASES,
    "feeds.search": NOTHING,
    "feeds.case_hearings": CASES,
    "feeds.hearings": NOTHING,
    "figures.show": NOTHING,
    "figures.export": OTHER,
}
FOR_ALL, FOR_MEMBERS, FOR_NOBODY = (200,) * 5, (404, 200, 200, 200, 200), (404,) * 5
# What a page of one thing answers to a visitor, a reader, a contributor, an editor, an administrator.
SEEN = {
    (DOCUMENT, "public"): FOR_ALL,
    (DOCUMENT, "listed"): FOR_ALL,
    (DOCUMENT, "published"): FOR_ALL,
    (DOCUMENT, "members"): FOR_MEMBERS,
    (DOCUMENT, "failed"): FOR_MEMBERS,
    (DOCUMENT, "deleted"): FOR_NOBODY,
    (DOCUMENT, "absent"): FOR_NOBODY,
    (SOURCE, "public"): FOR_ALL,
    (SOURCE, "listed"): FOR_MEMBERS,
    (SOURCE, "published"): FOR_MEMBERS,
    (SOURCE, "members"): FOR_MEMBERS,
    (SOURCE, "failed"): FOR_MEMBERS,
    (SOURCE, "deleted"): FOR_NOBODY,
    (SOURCE, "absent"): FOR_NOBODY,
    (DECISION, "public"): FOR_ALL,
    (DECISION, "members"): FOR_MEMBERS,
    (DECISION, "absent"): FOR_NOBODY,
    (CASES, "public"): FOR_ALL,
    (CASES, "members"): FOR_MEMBERS,
    (CASES, "absent"): FOR_NOBODY,
    (PARTY, "public"): FOR_ALL,
    (PARTY, "members"): FOR_MEMBERS,
    (PARTY, "absent"): FOR_NOBODY,
}
EXPORTS = ("csv", "json", "svg", "html")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_secret_site(tmp_path_factory.mktemp("surface")) as opened:
        yield opened


@pytest.fixture(scope="module")
def clients(site):
    return {role: site.client(role) for role in ROLES}


@pytest.fixture(scope="module")
def things(site) -> dict[tuple[str, str], str]:
    """One thing of each visibility, by (what it is, who may see it): the end of its address."""
    book = site.casebook
    party = {ref.name: ref.slug for ref in book.parties(viewer=SYSTEM)}
    case = next(c.ref.slug for c in book.cases(viewer=SYSTEM) if "canaraffairex" in c.ref.title)
    documents = {
        "public": site.documents["DCE_999101_20231020.xml"],
        "listed": site.documents["canarfichierx.html"],
        "published": site.documents["02-memoire-en-defense-tribunal.docx"],
        "members": site.documents["memoire-canarnomx.docx"],
        "failed": site.documents["canarratex.pdf"],
        "deleted": site.documents["a-retirer.txt"],
        "absent": 99_999,
    }
    made = {(DOCUMENT, name): str(number) for name, number in documents.items()}
    book.publish(documents["published"], viewer=site.accounts.find("editeur@exemple.fr").viewer)
    with book.store.read() as connection:
        query = "select id, sha256 from documents"
        sha256s = {row.id: row.sha256 for row in connection.exec_driver_sql(query)}
    made |= {(SOURCE, name): sha256s.get(number, "0" * 64) for name, number in documents.items()}
    order = book.document(site.documents["04-ordonnance-tribunal-administratif.pdf"], viewer=SYSTEM).ref
    made |= {
        (DECISION, "public"): "ce/2023-10-20/999101",
        (DECISION, "members"): f"{order.court_code.lower()}/{order.day}/{order.docket}",
        (DECISION, "absent"): "ce/2023-10-20/123456",
        (CASES, "public"): CASE,
        (CASES, "members"): case,
        (CASES, "absent"): "aucune",
        (PARTY, "public"): next(slug for name, slug in party.items() if "Clair" in name),
        (PARTY, "members"): next(slug for name, slug in party.items() if "canarpartix" in name.lower()),
        (PARTY, "absent"): "personne",
    }
    return made


def test_a_published_filing_is_its_masked_text_and_taken_back_it_is_gone(site, clients, things):
    """Published: the page and the API give the frozen text, never the original's name, size or bytes."""
    number = int(things[DOCUMENT, "published"])
    assert clients[""].get(f"/api/v1/documents/{number}").get_json()["text"]
    page = clients[""].get(f"/documents/{number}").get_data(as_text=True)
    assert things[SOURCE, "published"] not in page and "02-memoire-en-defense" not in page
    editor = site.accounts.find("editeur@exemple.fr").viewer
    site.casebook.take_back(number, viewer=editor)
    try:
        for address in (f"/documents/{number}", f"/api/v1/documents/{number}"):
            assert tuple(clients[role].get(address).status_code for role in ROLES) == FOR_MEMBERS, address
    finally:
        site.casebook.publish(number, viewer=editor)


def rules(site: Site, method: str) -> list[Rule]:
    return [rule for rule in site.app.url_map.iter_rules() if method in (rule.methods or ())]


def test_every_route_says_what_it_names(site):
    known = {rule.endpoint for rule in site.app.url_map.iter_rules()}
    assert known <= set(ROUTES), "add the new route to ROUTES, and read what the tests below then ask of it"
    assert {kind for kind, _ in SEEN} >= {ROUTES[name] for name in known} - {NOTHING, OTHER, FACT}


def test_a_route_reads_or_writes_and_never_both(site):
    for rule in site.app.url_map.iter_rules():
        methods = set(rule.methods or ()) - {"OPTIONS", "HEAD"}
        assert methods in ({"GET"}, {"POST"}), rule


@pytest.mark.parametrize(("kind", "visibility"), SEEN)
def test_each_page_answers_by_role_and_visibility(site, clients, things, kind, visibility):
    looked = 0
    for rule in rules(site, "GET"):
        if ROUTES.get(rule.endpoint) != kind:
            continue
        address = filled(rule, things[kind, visibility])
        for form in EXPORTS if "<form>" in address else ("",):
            wanted = address.replace("<form>", form)
            found = tuple(clients[role].get(wanted).status_code for role in ROLES)
            if form == "svg" and found[1:] != SEEN[kind, visibility][1:]:
                assert set(found) == {404}  # a timeline without any event has no picture
                continue
            assert found == SEEN[kind, visibility], wanted
            assert tuple(clients[role].head(wanted).status_code for role in ROLES) == found
            looked += 1
    assert looked


def filled(rule: Rule, thing: str) -> str:
    """The address of a route for one thing, the other parameters left open."""
    if ROUTES[rule.endpoint] == DECISION:
        return rule.rule.split("<")[0] + thing
    name = {DOCUMENT: "document_id", SOURCE: "sha256", CASES: "slug", PARTY: "slug"}[ROUTES[rule.endpoint]]
    return re.sub(rf"<([^>]*:)?{name}>", thing, rule.rule)


@pytest.mark.parametrize("endpoint", [name for name, least in POSTS.items() if least is not None])
def test_a_refusal_is_the_same_whether_the_thing_exists_or_not(site, clients, things, endpoint):
    """Whoever may not act learns nothing of what is there: public, private, deleted, absent."""
    rule = next(rule for rule in rules(site, "POST") if rule.endpoint == endpoint)
    kind = DOCUMENT if ROUTES.get(endpoint) == FACT else ROUTES.get(endpoint, NOTHING)
    if (kind, "members") not in things:
        return
    least = POSTS[endpoint]
    for role in ROLES[: ROLES.index(str(least))]:
        answers = set()
        for visibility in ("public", "members", "deleted", "absent"):
            if (kind, visibility) not in things:
                continue
            address = rule.rule
            for name in ("<int:document_id>", "<slug>"):
                address = address.replace(name, things[kind, visibility])
            address = address.replace("<int:fact_id>", "1").replace("<verb>", "confirmer")
            answers.add(site.post(clients[role], address).status_code)
        assert answers <= {401, 403, 302} and len(answers) == 1, (role, answers)


def test_other_methods_are_refused(site, clients):
    for rule in site.app.url_map.iter_rules():
        address = re.sub(r"<[^>]+>", "1", rule.rule)
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"} - set(rule.methods or ()):
            others = [other for other in site.app.url_map.iter_rules() if other.rule == rule.rule]
            if any(method in (other.methods or ()) for other in others):
                continue
            status = clients["administrateur"].open(address, method=method).status_code
            assert status in (400, 404, 405), (method, address, status)


def state_of(site: Site) -> tuple[object, ...]:
    """What any act would change."""
    asked = (
        "select value from meta where key = 'change_seq'",
        "select max(id) from journal",
        "select count(*), group_concat(state) from tasks",
        "select count(*), group_concat(state) from suggestions",
        "select count(*) from reviews",
        "select group_concat(role || is_active || session_version || password_hash) from users",
    )
    with site.casebook.store.read() as connection:
        return tuple(tuple(connection.exec_driver_sql(query).first() or ()) for query in asked)


def test_no_act_is_done_without_the_token_of_the_session(site):
    """Every POST, by who may do everything, without a token, with a false one and with another session's."""
    client = site.client("administrateur")
    foreign = token(site.client("editeur").get("/compte").get_data(as_text=True))
    before = state_of(site)
    for rule in rules(site, "POST"):
        address = rule.rule.replace("<int:document_id>", "1").replace("<slug>", CASE)
        address = re.sub(r"<[^>]+>", "1", address)
        for sent in ({}, {"csrf_token": "faux"}, {"csrf_token": foreign}):
            answer = client.post(address, data=sent)
            assert answer.status_code == 400, (address, sent, answer.status_code)
    assert state_of(site) == before


def test_reading_changes_nothing(site, clients):
    before = state_of(site)
    for rule in rules(site, "GET"):
        if rule.endpoint != "static":
            address = re.sub(r"<[^>]+>", "1", rule.rule.replace("<slug>", CASE))
            for role in ROLES:
                clients[role].get(address)
    assert state_of(site) == before


# ---------------------------------------------------------------------------------------------- headers

ALWAYS = {
    "X-Content-Type-Options": r"nosniff",
    "X-Frame-Options": r"DENY|SAMEORIGIN",
    "Referrer-Policy": r"same-origin|no-referrer",
    "Cross-Origin-Opener-Policy": r"same-origin",
    "Cross-Origin-Resource-Policy": r"same-origin",
    "Permissions-Policy": r".*camera=\(\).*microphone=\(\).*geolocation=\(\).*",
    "Content-Security-Policy": r"default-src 'none';.*",
    "Cache-Control": r".+",
}
IN_A_BOX = {"documents.original"}
"""Files that came from elsewhere: shown in our own page, which no other site may frame."""


class Inline(HTMLParser):
    """What a page must not hold: handlers, styles, scripts of its own, addresses elsewhere or that run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.wrong += [f"{tag} {name}" for name in found if name.startswith("on") or name in ("style", "srcdoc")]
        if tag == "script" and not found.get("nonce"):
            self.wrong.append("script without its nonce")
        for name in ("src", "action", "formaction", "data"):
            if re.match(r"\s*(https?:|//|data:|javascript:)", found.get(name) or "", re.I):
                self.wrong.append(f"{tag} {name}={found[name]}")
        if re.match(r"\s*(data|javascript|vbscript):", found.get("href") or "", re.I):
            self.wrong.append(f"{tag} href={found['href']}")


def check_headers(answer, address: str, endpoint: str = "", *, is_https: bool = False) -> None:
    for name, wanted in ALWAYS.items():
        assert re.fullmatch(wanted, answer.headers.get(name, "")), (address, name, answer.headers.get(name))
    policy = answer.headers["Content-Security-Policy"]
    if answer.mimetype == "text/html" and "attachment" not in answer.headers.get("Content-Disposition", ""):
        directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
        assert directives["frame-ancestors"] == "'none'" and directives["base-uri"] == "'none'", address
        assert directives["form-action"] == "'self'" and "unsafe" not in policy and "http" not in policy, address
        assert re.fullmatch(r"'nonce-[\w-]{16,}'", directives["script-src"]), address
        assert not Inline(answer.get_data(as_text=True)).wrong, address
    elif endpoint in IN_A_BOX:
        assert "frame-ancestors 'self'" in policy and "script-src" not in policy
    assert "Server" not in answer.headers or "Werkzeug" not in answer.headers["Server"]
    assert ("Strict-Transport-Security" in answer.headers) is is_https, address
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and ("Secure" in cookie) is is_https, address
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_every_answer_carries_the_headers(site, clients):
    for rule in rules(site, "GET"):
        address = re.sub(r"<[^>]+>", "1", rule.rule.replace("<slug>", CASE).replace("<form>", "html"))
        known = address_of(site, rule.endpoint) if not rule.arguments or rule.endpoint in GETS else address
        for role in ("", "administrateur"):
            for one in (address, known):
                check_headers(clients[role].get(one), one, rule.endpoint)
    for address in ("/rien", "/documents/99999", "/recherche?q=(", "/affaires/%00", "/documents/1?partie=x"):
        check_headers(clients[""].get(address), address)
    for method in ("POST", "PUT", "OPTIONS"):
        check_headers(clients["editeur"].open("/affaires/", method=method), method)


def test_a_signed_in_page_is_kept_by_no_cache(site, clients):
    for address in ("/", "/documents/6", "/journal", "/compte", "/recherche?q=bornes"):
        assert clients["editeur"].get(address).headers["Cache-Control"] == "no-store"
        assert "Cookie" in clients[""].get(address).headers["Vary"]


def test_behind_https_every_answer_says_so(tmp_path):
    base = "https://suivi.exemple.fr"
    with open_site(tmp_path, base_url=base) as secure:
        client = secure.app.test_client()
        for address in ("/", "/connexion", "/rien", "/statique/site.css", "/recherche?q=bornes"):
            check_headers(client.get(address, base_url=base), address, is_https=True)
