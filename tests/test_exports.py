"""References as lawyers write them, and the files that a selection or a search is taken away in."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
import subprocess

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.references import Reference, bench_words, chambers_words, csl, french, plaintiffs_words
from casetrack.casebook.views import DocumentRef
from casetrack.model import Findings, PartyFinding, PartyType, Role, Value
from tests.web_site import CORPUS, open_site

DAY = dt.date(2021, 3, 12)


def ref(**changes) -> DocumentRef:
    facts = {
        "id": 1, "title": "Ordonnance", "kind": "decision", "visibility": "public", "shelf": "dossiers",
        "state": "read", "is_demo": False, "court_code": "CE", "court": "Conseil d’État", "docket": "450163",
        "dockets": ("450163",), "day": DAY,
    }  # fmt: skip
    return DocumentRef(**(facts | changes))


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (
            Reference(document=ref(), bench="ord.", plaintiffs="Association InterHop et autres"),
            "CE, ord., 12 mars 2021, Association InterHop et autres, n° 450163",
        ),
        (
            Reference(document=ref(court_code="TA75", court="TA Paris", dockets=("2012345", "2012346"))),
            "TA Paris, 12 mars 2021, n°s 2012345, 2012346",
        ),
        (
            Reference(document=ref(publication_level="A", day=dt.date(2001, 2, 1)), bench="Sect."),
            "CE, Sect., 1er février 2001, n° 450163, Lebon",
        ),
        (
            Reference(document=ref(kind="press", title="Un titre", publisher="Le Journal", court_code="", dockets=())),
            "« Un titre », Le Journal, 12 mars 2021",
        ),
    ],
)
def test_the_french_form(reference, said):
    assert french(reference).replace("\u00a0", " ").replace("\u202f", " ") == said
    assert "n°\u00a0" in french(reference) or "n°" not in said.replace("n°s", "")


@pytest.mark.parametrize(
    ("formation", "said"),
    [
        ("Juge des référés", "ord."),
        ("Section", "Sect."),
        ("Assemblée", "Ass."),
        ("10ème - 9ème chambres réunies", "10e et 9e ch. réunies"),
        ("Section du contentieux, 10ème et 9ème chambres réunies", "10e et 9e ch. réunies"),
        ("3ème, 8ème, 9ème et 10ème chambres réunies", "3e, 8e, 9e et 10e ch. réunies"),
        ("9 / 8 SSR", "9e et 8e ss-sect. réunies"),
        ("8ème chambre jugeant seule", ""),
    ],
)
def test_benches(formation, said):
    assert bench_words(formation) == said


@pytest.mark.parametrize(
    ("formation", "said"),
    [
        ("8ème chambre jugeant seule", "8e ch."),
        ("1E CHAMBRE", "1re ch."),
        ("1ère chambre - formation à 3", "1re ch."),
        ("5e Section - 2e Chambre", "2e ch."),
        ("Juge des référés", ""),
        ("Assemblée", ""),
    ],
)
def test_chambers(formation, said):
    assert chambers_words(formation) == said


def suing(*names: tuple[str, PartyType]) -> Findings:
    parties = tuple(PartyFinding(name=name, role=Role.PLAINTIFF, type=kind) for name, kind in names)
    return Findings(kind=Value(value="decision"), parties=parties)


def test_no_natural_person_is_named():
    union, person = ("syndicat des lecteurs", PartyType.UNION), ("M. A... B...", PartyType.NATURAL)
    assert plaintiffs_words(suing(union)) == "Syndicat des lecteurs"
    assert plaintiffs_words(suing(union, person)) == "Syndicat des lecteurs et autre"
    assert plaintiffs_words(suing(union, person, ("société C", PartyType.COMPANY))) == "Syndicat des lecteurs et autres"
    assert plaintiffs_words(suing(person, union)) == ""
    assert plaintiffs_words(suing()) == ""
    assert plaintiffs_words(suing(("M.G... C...", PartyType.OTHER))) == "", "a name glued to its title"
    named = ('association " Les ami(e)s de Luc "', PartyType.ASSOCIATION)
    assert plaintiffs_words(suing(named)) == "Association «\u00a0Les ami(e)s de Luc\u00a0»"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("exports")) as opened:
        yield opened


def test_a_search_is_taken_away_in_each_form(site):
    client = site.app.test_client()
    page = client.get("/references?q=bornes&kind=decision").get_data(as_text=True)
    assert "n°\u00a0999101" in page
    rows = json.loads(client.get("/references.json?q=bornes&kind=decision").data)
    order = next(row for row in rows if "999101" in row["dockets"])
    assert order["ecli"] == "ECLI:FR:CEORD:2023:999101.20231020"
    assert order["reference"].startswith("CE, ord., 20\u00a0octobre 2023, Association Clair-Registre et autres")
    assert all(row["url"].startswith("http://localhost/") for row in rows)
    table = client.get("/references.csv?q=bornes&kind=decision").get_data(as_text=True)
    assert table.startswith("\ufeff")
    assert len(list(csv.reader(io.StringIO(table), delimiter=";"))) == len(rows) + 1
    assert client.get("/references.txt?q=bornes&kind=decision").get_data(as_text=True).splitlines()
    assert client.get("/references.doc?q=bornes").status_code == 404
    assert client.get("/references").status_code == 400


def test_copies_of_a_decision_are_cited_once(site):
    name = "DCE_999101_20231020.xml"
    copy = (CORPUS / name).read_bytes().replace(b"</Document>", b"<!-- copie --></Document>")
    site.casebook.upload([("copie.xml", copy)], viewer=SYSTEM)
    assert all(outcome.outcome == "added" for _, outcome in site.casebook.work_off_queue())
    site.casebook.update_index()
    ids = [
        ref.id for ref in site.casebook.documents(viewer=SYSTEM) if "999101" in ref.dockets and ref.kind == "decision"
    ]
    assert len(ids) == 2
    asked = "&".join(f"id={one}" for one in ids)
    lines = site.client("lecteur").get(f"/references.txt?{asked}").get_data(as_text=True).splitlines()
    assert len(lines) == 1


def test_a_selection_holds_what_the_viewer_may_see(site):
    filing = site.documents["02-memoire-en-defense-tribunal.docx"]
    decision = site.documents["DCE_999101_20231020.xml"]
    address = f"/references.json?id={filing}&id={decision}&id=99999999999999999999"
    assert [row["url"] for row in json.loads(site.app.test_client().get(address).data)] == [
        "http://localhost/decisions/ce/2023-10-20/999101"
    ]
    assert len(json.loads(site.client("lecteur").get(address).data)) == 2


def test_csl_items_have_the_fields_that_styles_ask_for():
    item = csl(
        Reference(document=ref(), bench="ord.", plaintiffs="Association InterHop", ecli="ECLI:X"), "https://a.fr"
    )
    assert item == {
        "id": "casetrack-1",
        "type": "legal_case",
        "title": "Association InterHop",
        "language": "fr-FR",
        "URL": "https://a.fr/decisions/ce/2021-03-12/450163",
        "issued": {"date-parts": [[2021, 3, 12]]},
        "authority": "Conseil d’État",
        "number": "450163",
        "genre": "ordonnance de référé",
        "note": "ECLI:X",
    }


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is absent: apt install pandoc")
def test_pandoc_renders_the_csl_export(site, tmp_path):
    found = site.app.test_client().get("/references.csl.json?q=bornes&kind=decision").data
    first = next(item for item in json.loads(found) if item["number"] == "999101")
    (tmp_path / "bibliography.json").write_bytes(found)
    (tmp_path / "note.md").write_text(f"Voir @{first['id']}.\n", encoding="utf-8")
    command = ["pandoc", "--citeproc", "--bibliography", "bibliography.json", "-t", "plain", "note.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Clair-Registre et autres" in done.stdout
    assert "Conseil d’État" in done.stdout
    assert "2023" in done.stdout
    assert "not found" not in done.stderr
