"""What is compressed, what must not be, and how heavy pages are."""

from __future__ import annotations

import gzip

import pytest

from tests.web_site import CASE, open_site

ASKED = {"Accept-Encoding": "gzip, br"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("poids")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("role", "address", "is_compressed"),
    [
        ("", "/", True),
        ("", "/recherche?q=bornes", True),  # nothing secret on it
        ("", "/statique/site.css", True),
        ("", f"/affaires/{CASE}/chronologie.json", True),
        ("", "/api/v1/search?q=bornes", True),
        ("", "/verifier-un-projet", True),
        ("", "/verifier-un-projet?q=abc", False),  # a form's token, and words of an address
        ("lecteur", "/", True),
        ("lecteur", "/recherche?q=bornes", False),
        ("lecteur", "/statique/site.css?v=1", True),
        ("", "/introuvable", False),
    ],
)
def test_secrets_and_chosen_words_are_never_compressed_together(site, role, address, is_compressed):
    client = site.client(role)
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    answer = client.get(address, headers=ASKED)
    assert (answer.headers.get("Content-Encoding") == "gzip") is is_compressed
    if is_compressed:
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert len(answer.data) == answer.content_length < len(plain.data) / 1.5
        assert len(gzip.decompress(answer.data)) == pytest.approx(len(plain.data), abs=200)


def test_a_kept_answer_is_known_again_through_its_compression(site):
    client = site.client()
    first = client.get("/statique/site.css", headers=ASKED)
    again = client.get("/statique/site.css", headers={**ASKED, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.data


def test_originals_and_pictures_are_sent_as_they_are(site):
    number = site.documents["04-ordonnance-tribunal-administratif.pdf"]
    answer = site.client("lecteur").get(f"/documents/{number}/pages/1.png", headers=ASKED)
    assert "Content-Encoding" not in answer.headers
