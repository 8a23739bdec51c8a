"""Words planted in every private field are met nowhere that their reader may not go: pages, search, exports, logs."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
import zipfile

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from casetrack.casebook import SYSTEM
from casetrack.casebook.searching import FACETS
from casetrack.model import ANONYMOUS
from tests.secret_site import (
    ADMINISTRATORS,
    CONTRIBUTORS,
    NOBODY,
    PREFIX,
    WORDS,
    canaries_in,
    crawl,
    open_secret_site,
)
from tests.web_site import CASE, PASSWORD, Site

EDITOR = {"email": "canarcourrielx@exemple.fr", "password": "six lapins sous un if"}
ASKED = [*WORDS, f"{PREFIX}*", "canarm*", "canarpresse*", "canarmemoz~", f'"{WORDS[0]} reste confidentielle"',
         f"titre:{PREFIX}*", f"partie:{PREFIX}*", "cite:2388123", "2388123", "n° 2388123"]  # fmt: skip
EVERYTHING = frozenset(WORDS)
"""What a reader may not see beyond members' matters."""
HIDDEN_FROM = {
    "": EVERYTHING,
    "lecteur": NOBODY | CONTRIBUTORS,
    "contributeur": NOBODY | ADMINISTRATORS,
    "editeur": NOBODY | ADMINISTRATORS,
    "administrateur": NOBODY,
}
MORE_ROLES = ("contributeur", "administrateur")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_secret_site(tmp_path_factory.mktemp("secrets")) as opened:
        yield opened


def every_value(site: Site) -> dict[str, list[str]]:
    """What each parameter of a route may be, private things included."""
    book = site.casebook
    count = max(ref.id for ref in book.documents(viewer=SYSTEM)) + 2
    with book.store.read() as connection:
        facts = connection.exec_driver_sql("select max(id) from facts").scalar()
        slugs = [
            *connection.exec_driver_sql("select slug from case_slugs").scalars(),
            *connection.exec_driver_sql("select slug from party_slugs").scalars(),
            *(word for word in WORDS),
        ]
        sha256s = list(connection.exec_driver_sql("select sha256 from sources").scalars())
        batches = [*connection.exec_driver_sql("select distinct batch from tasks").scalars()]
    return {
        "document_id": [str(number) for number in range(1, count)],
        "fact_id": ["1", str(facts)],
        "user_id": ["1", "5"],
        "suggestion_id": ["1"],
        "journal_id": ["1"],
        "slug": slugs,
        "sha256": sha256s,
        "batch": batches,
        "form": ["csv", "json", "svg", "html", "ics", "atom", "jsonld", "txt"],
        "court": ["ce", "ta69"],
        "day": ["2023-10-20"],
        "docket": ["999101", "2388123"],
        "code": ["cja"],
        "article": ["l-521-2", "l-761-1"],
        "word": ["canarquestionx"],
        "verb": ["confirmer"],
        "filename": ["site.css"],
    }


def addresses(rule: Rule, values: dict[str, list[str]]) -> list[str]:
    """Every address of a route, with each value of its first parameter and the first ones of the others."""
    made = [rule.rule]
    for name in rule.arguments:
        converter = next(part for part in rule.rule.split("<")[1:] if part.split(">")[0].split(":")[-1] == name)
        hole = "<" + converter.split(">")[0] + ">"
        known = values.get(name, ["1", f"{PREFIX}x"])
        made = [address.replace(hole, value) for address in made for value in known]
    return made


def visit(site: Site, role: str):
    """Every (address, body) that links and routes lead to, for somebody."""
    client = site.client(role)
    found = crawl(client, ["/", "/documents/", "/documents/?etat=failed", "/recherche?q=bornes&tri=-date"])
    yield from ((address, status, said) for address, status, said in found)
    values = every_value(site)
    for rule in site.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static" and "sign_out" not in rule.endpoint:
            for address in addresses(rule, values):
                answer = client.get(address)
                yield address, answer.status_code, opened(answer) + str(answer.headers)


def opened(answer: TestResponse) -> str:
    """The words of an answer; those inside each file of an archive."""
    if answer.mimetype != "application/zip":
        return answer.get_data().decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as archive:
        return " ".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize(
    "role", ["", "lecteur", "editeur", *(pytest.param(role, marks=pytest.mark.slow) for role in MORE_ROLES)]
)
def test_no_page_holds_a_word_its_reader_may_not_see(site, role):
    met: set[str] = set()
    count = 0
    for address, status, said in visit(site, role):
        count += 1
        assert status < 500, address
        echoed = canaries_in(address)  # an address that is asked may be said back
        found = canaries_in(said) & HIDDEN_FROM[role] - echoed
        assert not found, (address, status, found)
        met |= canaries_in(said)
    assert count > 200
    if role:
        own = {"canarmemox", "canarpressex", "canarmotifx", "canaraffairex", "canarpartagex"}
        assert own <= met, "members do read their own"


def test_search_tells_a_visitor_nothing_by_hits_counts_facets_or_spelling(site):
    client = site.client()
    for asked in ASKED:
        found = site.casebook.search(asked, viewer=ANONYMOUS)
        assert found.total == 0 and not found.hits and found.reference is None and not found.homonyms, asked
        assert not any(value.count for values in found.facets.values() for value in values), asked
        said = client.get("/recherche", query_string={"q": asked}).get_data(as_text=True)
        words = canaries_in(said) - canaries_in(asked)
        assert not words, (asked, words)
        assert asked == found.query and not canaries_in(found.did_you_mean)
    for word in WORDS:
        for cut in (3, 6, len(word) - 1):
            prefix = word[:cut]
            assert not canaries_in(client.get("/recherche/suggestions", query_string={"q": prefix}).text), prefix
            assert not canaries_in(" ".join(site.casebook.suggest(prefix, viewer=ANONYMOUS))), prefix
    assert site.casebook.search("canarmemox", viewer=SYSTEM).total > 0


def test_an_absent_word_and_a_private_one_are_answered_alike(site):
    """A negation or an alternative gives no way round: private words change no count."""
    for shape in ("bornes {}", "bornes OU {}", "bornes SAUF {}", "({}) OU bornes", "bornes -{}"):
        for word in ("canarpressex", "canarmemox", "canareffacex", f"{PREFIX}*"):
            with_word = site.casebook.search(shape.format(word), viewer=ANONYMOUS)
            without = site.casebook.search(shape.format("zzyzxqq" + ("*" if "*" in word else "")), viewer=ANONYMOUS)
            assert (with_word.total, with_word.facets) == (without.total, without.facets), (shape, word)


def test_a_draft_that_quotes_a_filing_learns_nothing(site):
    text = (
        "Voir l'ordonnance n° 2388123 du tribunal administratif de Lyon : « Notre stratégie canarmemox reste "
        "confidentielle. Une audience aura lieu le 17 octobre 2023 » ; et canarpressex aux voisins."
    )
    found = site.casebook.check_draft(text, viewer=ANONYMOUS)
    assert {remark.verdict for remark in found.remarks} <= {"absent"}
    for close in found.close:
        assert not canaries_in(" ".join([close.document.title, *close.words]))


@pytest.mark.parametrize("command", [["search", "canar*"], ["search", "bornes"], ["timeline", "--all"]])
def test_the_command_line_as_a_visitor(site, command):
    done = subprocess.run(
        [sys.executable, "-m", "casetrack", *command, "--json", "--as", "anonymous"],
        capture_output=True,
        text=True,
        env={"CASETRACK_HOME": str(site.settings.home), "PATH": "/usr/bin:/bin"},
        check=True,
    )
    assert not canaries_in(done.stdout + done.stderr, but=canaries_in(" ".join(command)))
    assert json.loads(done.stdout) is not None


def test_errors_and_logs_hold_none(site, caplog):
    caplog.set_level(logging.DEBUG)
    client = site.client()
    for address in ("/documents/6?q=(", "/documents/99999", "/recherche?q=(((", "/affaires/x/chronologie.pdf", "/a/b"):
        assert not canaries_in(client.get(address).get_data(as_text=True))
    for role in ("lecteur", "editeur"):
        client = site.client(role)
        for number in range(1, 15):
            client.get(f"/documents/{number}")
        client.get("/recherche?q=canarmemox")
    assert not canaries_in(caplog.text)
    assert PASSWORD not in caplog.text
    assert not list(site.settings.home.glob("*.log"))


ASKING = (
    "/recherche?q={}", "/recherche?q=bornes&{}", "/recherche/suggestions?q={}", "/recherche/fil.atom?q={}",
    "/api/v1/search?q={}", "/api/v1/search?q=bornes+OU+{}", "/api/v1/timelines?party={}", "/api/v1/timelines?case={}",
    "/api/v1/timelines?plaintiff={}", "/api/v1/citations?text=TA+Lyon+n°+{}", "/api/v1/parties/{}", "/api/v1/cases/{}",
    "/references?q={}", "/references.csv?q={}", "/references.json?q={}", "/references.bib?q={}", "/references.ris?q={}",
    "/chiffres?q={}", "/chiffres.csv?q={}", f"/affaires/{CASE}/recherche?q={{}}", f"/affaires/{CASE}?type={{}}",
    "/decisions/ce/2023-10-20/999101?q={}", "/affaires/{}/fil.atom", "/affaires/{}/audiences.ics",
    "/parties/{}/chronologie.csv", "/affaires/{}/dossier.zip", "/demander?sur=case:{}", "/delais?juridiction={}",
)  # fmt: skip
"""Everything that may be asked with a word: pages, feeds, exports, API, suggestions."""


def said_of(client, address: str) -> tuple[int, str]:
    """What is answered, without what changes at each answer."""
    answer = client.get(address)
    said = answer.get_data().decode("utf-8", "replace")
    return answer.status_code, re.sub(r'nonce="[^"]+"|value="[^"]{80,}"|"took_ms": ?[\d.]+|[\d,]+ ms', "", said)


@pytest.mark.parametrize("shape", ASKING)
def test_asking_with_a_private_word_is_asking_with_an_absent_one(site, shape):
    """Answers are the same to the letter: hits, counts, facets, spelling, files, refusals."""
    client = site.client()
    asked = [
        ("canarpartix", "zanarpartix"),
        ("canarmemox", "zanarmemox"),
        ("canar*", "zanar*"),
        ("2388123", "2399123"),
        ("Canaraliasx", "Zanaraliasx"),
    ]
    if "bornes&" in shape:
        asked = [(f"{name}={word}", f"{name}={other}") for word, other in asked for name in FACETS]
    for private, absent in asked:
        status, said = said_of(client, shape.format(private))
        same = said_of(client, shape.format(absent))
        known, unknown = (word.lower().split("=")[-1].rstrip("*") for word in (private, absent))
        assert (status, said.lower()) == (same[0], same[1].lower().replace(unknown, known)), (shape, private)
        assert not canaries_in(said) - canaries_in(private), (shape, private)


def test_private_documents_cannot_be_exported_or_compared_by_number(site):
    client = site.client()
    public = site.documents["DCE_999101_20231020.xml"]
    shapes = ["/references?id={}", f"/references.csv?id={public}&id={{}}", "/references.json?id={}"]
    shapes += [f"/comparer?a={public}&b={{}}", f"/comparer?b={public}&a={{}}", "/demander?sur=document:{}"]
    private = [
        site.documents[name] for name in ("memoire-canarnomx.docx", "note.pdf", "canarratex.pdf", "a-retirer.txt")
    ]
    for shape in shapes:
        absent = said_of(client, shape.format(99_999))
        assert all(said_of(client, shape.format(number))[0] == absent[0] for number in private), shape
        assert not any(canaries_in(said_of(client, shape.format(number))[1]) for number in private), shape
