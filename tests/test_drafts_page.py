"""The page that checks a draft: planted errors all found, no alarm on what is right, nothing kept of a file."""

from __future__ import annotations

import html
import io
import re

import pytest
from docx import Document

from casetrack.casebook import SYSTEM
from tests.web_site import open_site, token

RIGHT = "CE, ord., 20 octobre 2023, n° 999101"
PLANTED = """Vu {right}.
Vu encore CE, ord., 21 octobre 2023, n° 999101.
Vu aussi CE, ord., 20 octobre 2023, n° 999110.
Et CE, ord., 2 mai 2019, n° 999555.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("drafts")) as opened:
        yield opened


def sent(site, **fields):
    client = site.client()
    fields["csrf_token"] = token(client.get("/verifier-un-projet").get_data(as_text=True))
    return client.post("/verifier-un-projet", data=fields, content_type="multipart/form-data")


def sentence_of(site) -> str:
    """A sentence of the grounds of the decision held, to quote."""
    view = site.casebook.document(site.documents["DCE_999101_20231020.xml"], viewer=SYSTEM)
    zone = next(zone for zone in view.zones if zone.zone == "motifs" and zone.end - zone.start > 200)
    return " ".join(view.text[zone.start + 3 : zone.start + 160].split()).rpartition(" ")[0]


def test_each_planted_error_is_found_and_what_is_right_is_not_blamed(site):
    page = sent(site, text=PLANTED.format(right=RIGHT)).get_data(as_text=True)
    assert page.count("verdict-exact") == 1
    assert page.count("verdict-other") == 3
    for said in ("La date ne correspond pas", "Le numéro ne correspond pas", "Absente d’ici"):
        assert page.count(f"<strong>{said}") == 1
    right = sent(site, text=f"Vu {RIGHT} : « {sentence_of(site)} ».").get_data(as_text=True)
    assert (right.count("verdict-exact"), right.count("verdict-other")) == (2, 0)
    words = sentence_of(site).split()
    words[len(words) // 2] = "jamais"
    altered = sent(site, text=f"Vu {RIGHT} : « {' '.join(words)} ».").get_data(as_text=True)
    assert (altered.count("verdict-exact"), altered.count("verdict-other")) == (1, 1)


def test_a_file_is_read_and_nothing_of_it_stays(site):
    draft, kept = Document(), io.BytesIO()
    draft.add_paragraph(f"Vu {RIGHT.replace('20 octobre', '22 octobre')}.")
    draft.save(kept)
    before = len(site.casebook.documents(viewer=SYSTEM)), sorted(site.settings.originals.rglob("*"))
    answer = sent(site, file=(io.BytesIO(kept.getvalue()), "projet.docx"))
    assert "La date ne correspond pas" in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "no-store"
    assert (len(site.casebook.documents(viewer=SYSTEM)), sorted(site.settings.originals.rglob("*"))) == before


def test_a_file_that_cannot_be_read_is_said(site):
    answer = sent(site, file=(io.BytesIO(b"%PDF-1.7 abime"), "projet.pdf"))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.get_data(as_text=True)


def test_a_draft_says_what_differs_and_gives_the_reference_to_copy(site):
    words = sentence_of(site).split()
    right = words[len(words) // 2]
    words[len(words) // 2] = "jamais"
    page = sent(site, text=f"Vu {RIGHT} : « {' '.join(words)} ».").get_data(as_text=True)
    marked = re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)
    assert [html.unescape(piece) for piece in marked] == [right.strip(",")]
    assert "CE, ord., 20\u00a0octobre 2023, Association Clair-Registre et autres, n°\u00a0999101</a>" in page


@pytest.mark.parametrize(("day", "said"), [("5", "Suivie ici, sans son texte"), ("6", "La date ne correspond pas")])
def test_a_decision_that_visitors_may_not_read_is_known_by_its_case(site, day, said):
    page = sent(site, text=f"TA Dijon, ord., {day} octobre 2023, n° 2399901").get_data(as_text=True)
    assert f"<strong>{said}" in page
    assert 'href="/affaires/bornes-de-valbrume"' in page
    assert ("<strong>Décision annulée depuis" in page) == (day == "5")
