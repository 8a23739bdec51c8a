"""Who may reach what: every route of the application, for every role; sign-in and its protections."""

from __future__ import annotations

import pytest

from casetrack.model import ANONYMOUS, UserRole
from casetrack.web.security import limiter
from tests.web_site import CASE, PASSWORD, open_site, token

EVERYBODY = (200, 200, 200, 200, 200)
MEMBERS = (401, 200, 200, 200, 200)
CONTRIBUTORS = (401, 403, 200, 200, 200)
EDITORS = (401, 403, 403, 200, 200)
ADMINISTRATORS = (401, 403, 403, 403, 200)
SIGNED_IN = (302, 200, 200, 200, 200)
# What each GET answers to a visitor, a reader, a contributor, an editor, an administrator.
GETS = {
    "static": EVERYBODY,
    "home.home": EVERYBODY,
    "search.results": EVERYBODY,
    "search.suggestions": EVERYBODY,
    "cases.listing": EVERYBODY,
    "cases.case": EVERYBODY,
    "cases.export": EVERYBODY,
    "cases.dossier": EVERYBODY,
    "cases.search": EVERYBODY,
    "cases.fact": EVERYBODY,
    "cases.everything": EVERYBODY,
    "cases.export_everything": EVERYBODY,
    "parties.listing": EVERYBODY,
    "parties.plaintiffs": EVERYBODY,
    "parties.party": EVERYBODY,
    "parties.export": EVERYBODY,
    "documents.listing": EVERYBODY,
    "documents.document": EVERYBODY,
    "documents.decision": EVERYBODY,
    "documents.original": EVERYBODY,
    "beside.page": (404, 200, 200, 200, 200),  # of a document for members
    "library.coverage": EVERYBODY,
    "library.article": EVERYBODY,
    "drafts.form": EVERYBODY,
    "clock.remedies": EVERYBODY,
    "compliance.before_filing": EVERYBODY,
    "compliance.glossary": EVERYBODY,
    "compliance.search_help": EVERYBODY,
    "compliance.accessibility": EVERYBODY,
    "compliance.legal": EVERYBODY,
    "publishing.preview": EDITORS,
    "publishing.erasure": ADMINISTRATORS,
    "publishing.asking": EVERYBODY,
    "auth.sign_in": (200, 302, 302, 302, 302),
    "auth.set_password": (400, 400, 400, 400, 400),
    "auth.account": SIGNED_IN,
    "auth.forgotten": EVERYBODY,
    "two_steps.ask": (302, 302, 302, 302, 302),  # only between the password and the code
    "two_steps.show": SIGNED_IN,
    "review.queue": CONTRIBUTORS,
    "adding.form": CONTRIBUTORS,
    "adding.progress": CONTRIBUTORS,
    "journal.entries": CONTRIBUTORS,
    "people.listing": ADMINISTRATORS,
    "api.article": EVERYBODY,
    "api.case": EVERYBODY,
    "api.cases": EVERYBODY,
    "api.citations": EVERYBODY,
    "api.coverage": EVERYBODY,
    "api.decision": EVERYBODY,
    "api.document": EVERYBODY,
    "api.documents": EVERYBODY,
    "api.openapi": EVERYBODY,
    "api.parties": EVERYBODY,
    "api.party": EVERYBODY,
    "api.plaintiffs": EVERYBODY,
    "api.search": EVERYBODY,
    "api.timelines": EVERYBODY,
    "compare.show": (404, 200, 200, 200, 200),  # with a document for members
    "exports.export": EVERYBODY,
    "exports.selection": EVERYBODY,
    "feeds.case": EVERYBODY,
    "feeds.case_hearings": EVERYBODY,
    "feeds.hearings": EVERYBODY,
    "feeds.search": EVERYBODY,
    "figures.export": EVERYBODY,
    "figures.show": EVERYBODY,
    "tokens.listing": SIGNED_IN,
}
# The least role of each POST; None: anybody.
POSTS = {
    "auth.sign_in_now": None,
    "auth.sign_out": None,
    "auth.set_password_now": None,
    "auth.forgotten_now": None,
    "two_steps.check": None,
    "two_steps.prepare": "signed-in",
    "two_steps.confirm": "signed-in",
    "two_steps.remove": "signed-in",
    "drafts.check": None,
    "auth.change_password": "signed-in",
    "auth.end_sessions": "signed-in",
    "cases.create": "contributeur",
    "cases.rename": "contributeur",
    "cases.merge": "editeur",
    "cases.split": "editeur",
    "parties.rename": "contributeur",
    "documents.review": "contributeur",
    "documents.add_event": "contributeur",
    "documents.follow": "contributeur",
    "documents.attach": "contributeur",
    "documents.detach": "contributeur",
    "documents.visibility": "editeur",
    "documents.reference_date": "contributeur",
    "documents.delete": "editeur",
    "documents.retry": "contributeur",
    "documents.recognise": "contributeur",
    "review.decide": "contributeur",
    "review.keep": "contributeur",
    "adding.upload": "contributeur",
    "adding.paste": "contributeur",
    "adding.address": "contributeur",
    "journal.undo": "contributeur",
    "people.invite": "administrateur",
    "people.link": "administrateur",
    "people.letter": "administrateur",
    "people.one_step": "administrateur",
    "people.role": "administrateur",
    "people.state": "administrateur",
    "notes.add": "lecteur",
    "notes.remove": "lecteur",
    "notes.save_search": "lecteur",
    "notes.forget_search": "lecteur",
    "publishing.ask": None,
    "publishing.publish": "editeur",
    "publishing.reply": "editeur",
    "publishing.withdraw_reply": "editeur",
    "publishing.erase": "administrateur",
    "tokens.make": "signed-in",
    "tokens.remove": "signed-in",
}
SAMPLES = {
    "int:document_id": "1",
    "int:fact_id": "1",
    "int:suggestion_id": "1",
    "int:journal_id": "999",
    "int:user_id": "1",
    "int:reply_id": "1",
    "int:token_id": "1",
    "int:note_id": "1",
    "int:search_id": "1",
    "slug": CASE,
    "verb": "confirmer",
}
ROLES = ["", *(role.value for role in UserRole)]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("acces")) as opened:
        yield opened


@pytest.fixture(scope="module")
def clients(site):
    return {role: site.client(role) for role in ROLES}


def test_every_route_is_in_the_tables(site):
    gets = {rule.endpoint for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    posts = {rule.endpoint for rule in site.app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert gets == set(GETS)
    assert posts == set(POSTS)


def address_of(site, endpoint: str) -> str:
    decision = site.documents["DCE_999101_20231020.xml"]
    with site.app.test_request_context():
        from flask import url_for

        sha256 = site.casebook.document(decision, viewer=site.accounts.list()[0].viewer).sha256
        party = site.casebook.parties(viewer=site.accounts.list()[0].viewer)[0].slug
        entry = site.casebook.timeline(case=CASE, viewer=ANONYMOUS).entries[0]
        values = {
            "static": {"filename": "site.css"},
            "cases.case": {"slug": CASE},
            "cases.export": {"slug": CASE, "form": "csv"},
            "cases.export_everything": {"form": "csv"},
            "cases.dossier": {"slug": CASE},
            "cases.search": {"slug": CASE, "q": "urgence"},
            "cases.fact": {"day": entry.date.isoformat(), "mark": entry.key},
            "parties.party": {"slug": party},
            "parties.export": {"slug": party, "form": "csv"},
            "documents.document": {"document_id": decision},
            "publishing.preview": {"document_id": site.documents["02-memoire-en-defense-tribunal.docx"]},
            "publishing.erasure": {"document_id": decision},
            "publishing.asking": {"sur": f"document:{decision}"},
            "documents.decision": {"court": "ce", "day": "2023-10-20", "docket": "999101"},
            "documents.original": {"sha256": sha256},
            "beside.page": {"document_id": site.documents["04-ordonnance-tribunal-administratif.pdf"], "number": 1},
            "library.article": {"code": "cja", "article": "l-521-2"},
            "auth.set_password": {"word": "faux"},
            "adding.progress": {"batch": "aucun"},
            "api.article": {"code": "cja", "article": "l-521-2"},
            "api.case": {"slug": CASE},
            "api.citations": {"text": "CE, 12 mars 2021, n° 450163"},
            "api.decision": {"court": "ce", "day": "2023-10-20", "docket": "999101"},
            "api.document": {"document_id": decision},
            "api.party": {"slug": party},
            "api.search": {"q": "urgence"},
            "api.timelines": {"case": CASE},
            "compare.show": {"a": decision, "b": site.documents["04-ordonnance-tribunal-administratif.pdf"]},
            "exports.export": {"form": "csv", "id": decision},
            "exports.selection": {"id": decision},
            "feeds.case": {"slug": CASE},
            "feeds.case_hearings": {"slug": CASE},
            "feeds.search": {"q": "urgence"},
            "figures.export": {"form": "csv"},
        }
        return url_for(endpoint, **values.get(endpoint, {}))


@pytest.mark.parametrize("endpoint", GETS)
def test_each_page_answers_each_role(site, clients, endpoint):
    address = address_of(site, endpoint)
    assert tuple(clients[role].get(address).status_code for role in ROLES) == GETS[endpoint]


@pytest.mark.parametrize("endpoint", [name for name, least in POSTS.items() if least is not None])
def test_no_act_below_its_role(site, clients, endpoint):
    rule = next(rule for rule in site.app.url_map.iter_rules() if rule.endpoint == endpoint and "POST" in rule.methods)
    address = rule.rule
    for name, value in SAMPLES.items():
        address = address.replace(f"<{name}>", value)
    least = POSTS[endpoint]
    below = ROLES[: ROLES.index(least)] if least != "signed-in" else [""]
    for role in below:
        status = site.post(clients[role], address).status_code
        assert status in ((302, 401) if not role else (403,)), (role, status)


def test_nothing_is_done_without_the_token(site, clients):
    answer = clients["editeur"].post("/affaires/", data={"title": "Sans jeton"})
    assert answer.status_code == 400 and "formulaire a expiré" in answer.get_data(as_text=True)
    assert "Sans jeton" not in clients["editeur"].get("/affaires/").get_data(as_text=True)


def sign_in(client, email, password, following="/"):
    page = client.get("/connexion").get_data(as_text=True)
    sent = {"email": email, "password": password, "suite": following, "csrf_token": token(page)}
    return client.post("/connexion", data=sent)


def test_a_wrong_sign_in_says_the_same_whatever_is_wrong(site):
    known = sign_in(site.client(), "lecteur@exemple.fr", "faux mot de passe")
    unknown = sign_in(site.client(), "personne@exemple.fr", "faux mot de passe")
    assert known.status_code == unknown.status_code == 422

    def said(answer, email):
        text = answer.get_data(as_text=True).replace(email, "")
        return text[text.index("<h1>") : text.index("<form method")]

    assert said(known, "lecteur@exemple.fr") == said(unknown, "personne@exemple.fr")


@pytest.mark.parametrize(
    "following", ["//pirate.example", "https://pirate.example", "/\\pirate.example", "javascript:1"]
)
def test_signing_in_never_leads_elsewhere(site, following):
    answer = sign_in(site.client(), "lecteur@exemple.fr", PASSWORD, following)
    assert answer.headers["Location"] == "/"


def test_the_session_changes_at_sign_in(site):
    client = site.client()
    client.get("/connexion")
    before = client.get_cookie("casetrack").value
    sign_in(client, "lecteur@exemple.fr", PASSWORD)
    cookie = client.get_cookie("casetrack")
    assert cookie.value != before and cookie.http_only and cookie.same_site == "Lax"


def test_a_new_password_closes_the_other_sessions(site):
    account = site.accounts.create(email="zoe@exemple.fr", name="Zoé", role=UserRole.READER, password=PASSWORD)
    here, there = site.app.test_client(), site.app.test_client()
    for client in (here, there):
        sign_in(client, account.email, PASSWORD)
    new = "six canards dans la mare"
    changed = site.post(here, "/compte/mot-de-passe", current=PASSWORD, new=new, again=new)
    assert changed.status_code == 303
    assert here.get("/compte").status_code == 200
    assert there.get("/compte").status_code == 302


def test_an_invitation_link_opens_once(site):
    admin = site.client("administrateur")
    page = site.post(admin, "/utilisateurs", email="nouveau@exemple.fr", name="", role="lecteur").get_data(as_text=True)
    link = page.split('value="http://localhost')[1].split('"')[0]
    guest = site.app.test_client()
    form = guest.get(link).get_data(as_text=True)
    sent = {"csrf_token": token(form), "new": PASSWORD, "again": PASSWORD}
    assert guest.post(link, data=sent).status_code == 303
    assert guest.get("/compte").status_code == 200
    assert site.app.test_client().get(link).status_code == 400


def test_too_many_tries_are_slowed(site):
    limiter.enabled = True
    try:
        client = site.client()
        statuses = [sign_in(client, "lecteur@exemple.fr", "faux mot de passe").status_code for _ in range(12)]
    finally:
        limiter.reset()
        limiter.enabled = False
    assert statuses[:5] == [422] * 5 and statuses[-1] == 429


def test_a_private_site_shows_nothing_but_its_door(tmp_path):
    with open_site(tmp_path, private=True) as closed:
        visitor = closed.client()
        for address in ("/", "/affaires/", "/recherche?q=bornes", "/chronologie.json", "/recherche/suggestions?q=bo"):
            answer = visitor.get(address)
            assert answer.status_code == 302 and answer.headers["Location"].startswith("/connexion")
        assert visitor.get("/connexion").status_code == 200
        assert closed.client("lecteur").get("/affaires/").status_code == 200


def test_behind_https_the_cookie_is_secure(tmp_path):
    with open_site(tmp_path, base_url="https://suivi.exemple.fr") as site:
        answer = site.app.test_client().get("/connexion", base_url="https://suivi.exemple.fr")
        assert "Secure" in answer.headers["Set-Cookie"] and "__Host-" in answer.headers["Set-Cookie"]
        assert "max-age" in answer.headers["Strict-Transport-Security"]
