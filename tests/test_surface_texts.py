"""What others wrote, on our pages: one short quotation of an article, and never a script, whatever a field holds."""

from __future__ import annotations

import re

import pytest

from casetrack.casebook import SYSTEM
from casetrack.model import ANONYMOUS
from tests.secret_site import crawl
from tests.test_surface import Inline
from tests.trapped_site import TRICKS, open_trapped_site
from tests.web_site import CASE, open_site

QUOTATION = 200
PRESS = ("20-presse-echo-de-l-orle.html", "23-presse-courrier-des-trois-vallees.html")
SHARED = 60
"""So many characters in a row are copied from an article, not met by chance."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("textes")) as opened:
        yield opened


def visible(page: str) -> str:
    """The words of a page or an export, on one line."""
    said = re.sub(r"<[^>]+>", " ", page)
    for code, sign in (("&#39;", "'"), ("&amp;", "&"), ("&#34;", '"'), ("\\n", " ")):
        said = said.replace(code, sign)
    return re.sub(r"[\s’]+", lambda found: "'" if "’" in found[0] else " ", said)


def copied(text: str, said: str, but: list[str]) -> list[str]:
    """Runs of an article that stand on a page, outside of what may be quoted."""
    flat = visible(text)
    runs = [flat[start : start + SHARED] for start in range(0, len(flat) - SHARED, 10)]
    return [run for run in runs if run in said and not any(run in visible(allowed) for allowed in but)]


def test_one_fixed_quotation_of_each_article_on_every_page_and_export(site):
    book = site.casebook
    decision = book.document(site.documents["DCE_999101_20231020.xml"], viewer=ANONYMOUS).text or ""
    articles = {}
    for name in PRESS:
        seen = book.document(site.documents[name], viewer=ANONYMOUS)
        assert seen.text is None and 0 < len(seen.ref.quotation) <= QUOTATION
        whole = (book.document(site.documents[name], viewer=SYSTEM).text or "").split("Document fictif")[0]
        assert visible(seen.ref.quotation) in visible(whole)
        articles[name] = (whole, [seen.ref.quotation, seen.ref.title, decision])
    count = 0
    for address, status, said in crawl(site.client(), ["/", "/documents/", "/recherche?q=bornes"]):
        shown = visible(said)
        for name, (whole, allowed) in articles.items():
            extra = copied(whole, shown, allowed)
            assert status < 500 and not extra, (address, name, extra[:2])
            count += sum(visible(quote) in shown for quote in allowed[:1])
    assert count, "the quotation itself is shown"


def test_what_was_read_in_the_press_waits_for_a_person(site):
    """A machine's proposal is for members; confirmed, it is told to everybody, without the article's sentence."""
    book = site.casebook
    number = site.documents[PRESS[1]]
    facts = [fact for fact in book.document(number, viewer=SYSTEM).facts if fact.kind == "event"]
    public = book.timeline(everything=True, viewer=ANONYMOUS).entries
    assert facts and not any(source.document_id == number for entry in public for source in entry.sources)
    assert not book.document(number, viewer=ANONYMOUS).facts
    book.confirm(facts[0].id, viewer=SYSTEM)
    told = [source for entry in book.timeline(case=CASE, viewer=ANONYMOUS).entries for source in entry.sources]
    (source,) = [source for source in told if source.document_id == number]
    assert source.quote == ""
    book.set_aside(facts[0].id, viewer=SYSTEM)
    after = book.timeline(everything=True, viewer=ANONYMOUS).entries
    assert not any(source.document_id == number for entry in after for source in entry.sources)


# -------------------------------------------------------------------------------------- stored scripts

_ALIVE = re.compile(r"<(?:script>piege|img src=x|svg/onload|a href='data|iframe srcdoc|details open ontog)", re.I)


@pytest.fixture(scope="module")
def trapped(tmp_path_factory):
    with open_trapped_site(tmp_path_factory.mktemp("pieges")) as site:
        yield site


@pytest.mark.parametrize("role", ["", "administrateur"])
def test_no_field_of_any_page_runs(trapped, role):
    starts = ["/", "/documents/", "/recherche?q=audience", "/chronologie", "/a-verifier", "/journal", "/ajouter"]
    starts += [f"/recherche?q={trick}" for trick in TRICKS] + [f"/connexion?suite={trick}" for trick in TRICKS[:3]]
    met = 0
    for address, status, said in crawl(trapped.client(role), [*starts, "/utilisateurs"], most=400):
        body = said.split("Content-Type:")[0]
        assert status < 500, address
        assert not re.search(r">\s*49\$49|49\$\{", body), address
        if "text/html" in said or "image/svg" in said:
            assert not _ALIVE.search(body), (address, _ALIVE.search(body))
            assert not [wrong for wrong in Inline(body).wrong if "nonce" not in wrong or "attachment" not in said], (
                address
            )
            met += "piege()" in body
    assert met > (3 if not role else 10)
