"""The API over a real site: what visitors and tokens get, paging, ETags, problems, and the OpenAPI document kept."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from casetrack.accounts import PUBLIC_SCOPE
from casetrack.casebook import SYSTEM
from casetrack.errors import Refused
from casetrack.web.security import limiter
from tests.web_site import CASE, open_site

API = "/api/v1"
DECISION = "/decisions/ce/2023-10-20/999101"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("api")) as opened:
        yield opened


@pytest.fixture(scope="module")
def bearer(site):
    account = next(account for account in site.accounts.list() if account.role == "lecteur")
    return {"Authorization": f"Bearer {site.accounts.make_token(account.id, 'essai')}"}


def got(site, address: str, headers=None) -> dict:
    answer = site.app.test_client().get(API + address, headers=headers or {})
    assert answer.status_code == 200, answer.get_data(as_text=True)[:800]
    return answer.get_json()


def problem(site, address: str, headers=None) -> dict:
    answer = site.app.test_client().get(API + address, headers=headers or {})
    assert answer.content_type == "application/problem+json"
    said = answer.get_json()
    assert said["status"] == answer.status_code
    assert said["detail"]
    return said


EVERY = [
    "/search?q=bornes",
    "/documents",
    DECISION,
    "/cases",
    f"/cases/{CASE}",
    f"/timelines?case={CASE}",
    "/timelines",
    "/parties",
    "/plaintiffs",
    "/citations?text=CE, ord., 20 octobre 2023, n° 999101, art. L. 521-2 CJA",
    "/articles/cja/l-521-2",
    "/coverage",
    "/openapi.json",
]


@pytest.mark.parametrize("address", EVERY)
def test_each_address_answers_and_is_not_sent_twice(site, address):
    client = site.app.test_client()
    first = client.get(API + address)
    assert first.status_code == 200, first.get_data(as_text=True)[:800]
    again = client.get(API + address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


def test_what_is_answered(site):
    found = got(site, "/search?q=bornes")
    assert found["total"] == len(found["hits"]) > 0
    decision = got(site, DECISION)
    assert decision["document"]["url"] == DECISION
    assert decision["text"] and decision["zones"] and decision["facts"]
    fact = next(fact for fact in decision["facts"] if fact["kind"] == "outcome")
    assert decision["text"][fact["start"] : fact["end"]] == fact["quote"]
    case = got(site, f"/cases/{CASE}")
    assert {item["docket"] for item in case["proceedings"]} >= {"999101"}
    assert all(entry["sources"] for entry in got(site, f"/timelines?case={CASE}")["entries"])
    (first, second) = got(site, "/citations?text=CE, 20 octobre 2023, n° 999101 ; art. L. 521-2 du CJA")["citations"]
    assert (first["target"], second["key"]) == (DECISION, "cja/l-521-2")


def test_a_case_says_what_was_asked_answered_and_ordered_with_the_passages(site, bearer):
    def passage(document, start, end):
        return " ".join(got(site, f"/documents/{document['id']}")["text"][start:end].split())

    case = got(site, f"/cases/{CASE}")
    decided = next(item for item in case["asked"] if item["document"]["dockets"] == ["999101"])
    assert decided["may_answer"] and len(decided["claims"]) == 5
    answered = [claim["answer"] for claim in decided["claims"] if claim["answer"]]
    assert [answer["verdict"] for answer in answered] == ["annulation", "injonction", "injonction", "somme accordée"]
    for answer in answered:
        assert passage(decided["document"], answer["start"], answer["end"]) == answer["quote"] and answer["reason"]
    assert [claim["fact"]["value"]["party"] for claim in decided["claims"] if claim["answer"] is None] == [
        "Syndicat des agents territoriaux du val d'Orle (SATVO)"
    ]
    first, second = case["ordered"]
    assert (first["on"], first["docket"], first["date"]) == ("à la commune de Valbrume", "999101", "2023-10-20")
    assert first["deadline"].startswith("dans un délai de trois jours") and "500 euros" in first["penalty"]
    assert passage(first["document"], first["start"], first["end"]) == first["text"] and second["follows"] == []
    members = got(site, f"/cases/{CASE}", bearer)["asked"]
    assert {item["may_answer"] for item in members} == {True, False}, "what only filings ask is for members"
    assert all(item["may_answer"] for item in case["asked"])


def test_what_followed_an_order_has_its_sentence_and_the_address_of_each_event(site, bearer):
    notice = (
        "Notice factuelle : la liquidation\n\nJuridiction : Conseil d'État\n\nDossier : n° 999202\n\n"
        "Les requérantes de l'affaire n° 999101 (Conseil d'État) sont revenues devant le juge des référés. Elles "
        "demandaient de liquider l'astreinte. La requête a été enregistrée le 3 novembre 2023.\n"
    )
    site.casebook.upload([("la-suite.txt", notice.encode())], viewer=SYSTEM, case=CASE)
    ((_, outcome),) = site.casebook.work_off_queue()
    try:
        (follow,) = got(site, f"/cases/{CASE}", bearer)["ordered"][0]["follows"]
        assert follow["why"] == "liquidation de l'astreinte" and "n° 999101" in follow["sentence"]
        (event,) = follow["events"]
        assert event["date"] == "2023-11-03" and event["url"].startswith("/faits/2023-11-03/")
        assert site.client("lecteur").get(event["url"]).status_code == 200
        assert all(not order["follows"] for order in got(site, f"/cases/{CASE}")["ordered"])
    finally:
        site.casebook.delete_document(outcome.document_id, viewer=SYSTEM)


def test_a_token_opens_the_part_of_members_and_visitors_get_the_public_one(site, bearer):
    filing = site.documents["02-memoire-en-defense-tribunal.docx"]
    assert problem(site, f"/documents/{filing}")["status"] == 404
    assert got(site, f"/documents/{filing}", bearer)["text"]
    press = site.documents["20-presse-echo-de-l-orle.html"]
    assert got(site, f"/documents/{press}")["text"] is None
    assert all(fact["quote"] == "" for fact in got(site, f"/documents/{press}")["facts"])
    assert got(site, f"/documents/{press}", bearer)["text"]
    assert len(got(site, "/documents", bearer)["documents"]) > len(got(site, "/documents")["documents"])


def test_no_name_of_a_judge_leaves_by_the_api(site, bearer):
    order = site.documents["04-ordonnance-tribunal-administratif.pdf"]
    whole = site.casebook.document(order, viewer=SYSTEM).text
    answered = got(site, f"/documents/{order}", bearer)["text"]
    blanked = [name for name, left in zip(whole.split(), answered.split(), strict=False) if name != left]
    assert len(answered) == len(whole)
    assert blanked, "the order names its judge"
    assert answered.count(" ") > whole.count(" ")


def test_cursors_walk_through_everything_once(site, bearer):
    seen, cursor = [], ""
    while True:
        page = got(site, f"/documents?limit=2&cursor={cursor}", bearer)
        seen += [item["id"] for item in page["documents"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == len(site.documents)
    assert problem(site, "/documents?cursor=pas-un-curseur")["status"] == 400


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/documents/999999", 404),
        ("/documents/99999999999999999999", 404),
        ("/cases/rien", 404),
        ("/decisions/ce/2023-13-45/1", 404),
        ("/rien", 404),
        ("/search?limit=0", 400),
        ("/search?q=champ:inconnu", 400),
        ("/timelines?since=hier", 400),
        ("/citations", 400),
    ],
)
def test_problems_are_said_in_french(site, address, status):
    assert problem(site, address)["status"] == status


def test_a_token_reads_the_api_only_and_can_be_taken_back(site, bearer):
    client = site.app.test_client()
    assert client.get("/a-verifier", headers=bearer).status_code != 200
    assert client.post(f"{API}/cases", headers=bearer).status_code in (400, 405)
    assert problem(site, "/cases", {"Authorization": "Bearer ct_faux"})["status"] == 401
    account = next(account for account in site.accounts.list() if account.role == "contributeur")
    word = site.accounts.make_token(account.id, "à retirer")
    headers = {"Authorization": f"Bearer {word}"}
    got(site, "/cases", headers)
    (held,) = site.accounts.list_tokens(account.id)
    assert held.used_on
    site.accounts.remove_token(account.id, held.id)
    assert problem(site, "/cases", headers)["status"] == 401


def test_an_address_that_moved_is_described_and_followed(site):
    paths = got(site, "/openapi.json")["paths"]
    for name, code in (("cases/{slug}", "301"), ("parties/{slug}", "301"), ("decisions/{court}/{day}/{docket}", "308")):
        assert code in paths[f"{API}/{name}"]["get"]["responses"]


def test_a_token_may_open_the_public_part_alone(site, bearer):
    account = next(account for account in site.accounts.list() if account.role == "lecteur")
    public = {"Authorization": f"Bearer {site.accounts.make_token(account.id, 'page publique', PUBLIC_SCOPE)}"}
    assert got(site, "/documents", public) == got(site, "/documents")
    assert len(got(site, "/documents", bearer)["documents"]) > len(got(site, "/documents")["documents"])
    with pytest.raises(Refused):
        site.accounts.make_token(account.id, "autre", "écriture")


def test_refusals_say_how_to_come_in_what_is_allowed_and_when_to_come_back(site):
    client = site.app.test_client()
    refused = client.get(f"{API}/cases", headers={"Authorization": "Bearer ct_faux"})
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    other = client.post(f"{API}/cases")
    assert other.content_type == "application/problem+json"
    assert "GET" in other.headers.get("Allow", "GET" if other.status_code == 400 else "")
    limiter.enabled = True
    try:
        answer = client.get(f"{API}/coverage")
    finally:
        limiter.enabled = False
    assert answer.headers["X-RateLimit-Limit"] == "240"
    assert int(answer.headers["X-RateLimit-Remaining"]) < 240


def test_tokens_are_made_and_removed_on_the_account_page(site):
    client = site.client("editeur")
    page = site.post(client, "/compte/jetons", name="tableur").get_data(as_text=True)
    assert "ct_" in page
    account = next(account for account in site.accounts.list() if account.role == "editeur")
    (held,) = site.accounts.list_tokens(account.id)
    assert held.name == "tableur"
    assert "ct_" not in client.get("/compte/jetons").get_data(as_text=True)
    assert site.post(client, f"/compte/jetons/{held.id}/retirer").status_code == 303
    assert site.accounts.list_tokens(account.id) == ()


def test_a_private_site_answers_no_program_without_a_token(tmp_path):
    with open_site(tmp_path, private=True) as closed:
        answer = closed.app.test_client().get(f"{API}/cases")
        assert answer.status_code == 401
        assert answer.content_type == "application/problem+json"


def test_the_openapi_document_is_kept(site, bearer):
    """Generated requests, fixed seed: no server error, and every answer has the form announced."""

    def uncompressed(environ, start_response):
        """The client of the test asks for gzip, and does not unpack it."""
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        return site.app(environ, start_response)

    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", uncompressed)
    assert schema.raw_schema["openapi"].startswith("3.1")
    checks = [not_a_server_error, response_schema_conformance]
    tried = []
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
        def keeps_its_word(case):
            for headers in ({}, bearer):
                case.call_and_validate(headers=headers, checks=checks)

        keeps_its_word()
        tried.append(operation.path)
    assert len(tried) == 13
    for path, parameters in (
        ("/documents/{document_id}", {"document_id": site.documents["DCE_999101_20231020.xml"]}),
        ("/decisions/{court}/{day}/{docket}", {"court": "ce", "day": "2023-10-20", "docket": "999101"}),
        ("/cases/{slug}", {"slug": CASE}),
        ("/articles/{code}/{article}", {"code": "cja", "article": "l-521-2"}),
    ):
        case = schema[API + path]["GET"].Case(path_parameters=parameters)
        answer = case.call_and_validate(headers=bearer, checks=checks)
        assert answer.status_code == 200
