"""Official archives: what the tags declare is what comes out, on every real file."""

from __future__ import annotations

import html
import re

import pytest

from casetrack.model import Reading
from casetrack.read import read_bytes, sniff

# (folder, format, tag of the docket, of the date, of the court, of the ECLI), files expected
FAMILIES = [
    ("ce_opendata", "opendata", "Numero_Dossier", "Date_Lecture", "Nom_Juridiction", "Numero_ECLI", 100),
    ("ta_opendata", "opendata", "Numero_Dossier", "Date_Lecture", "Nom_Juridiction", "Numero_ECLI", 1),
    ("dila_jade", "jade", "NUMERO", "DATE_DEC", "JURIDICTION", "ECLI", 63),
    ("dila_cass", "cass", "NUMERO_AFFAIRE", "DATE_DEC", "JURIDICTION", "ECLI", 9),
]


def declared(reading: Reading, field: str) -> list[str]:
    return [item.value for item in reading.declared if item.field == field]


def tags(source: str, tag: str) -> list[str]:
    """Read without an XML parser, so that the reader is compared with something else than itself."""
    return [value.strip() for value in re.findall(rf"<{tag}>([^<]*)</{tag}>", source) if value.strip()]


@pytest.mark.parametrize(("folder", "format", "docket", "date", "court", "ecli", "count"), FAMILIES)
def test_every_real_file_gives_what_its_tags_say(shared_data, folder, format, docket, date, court, ecli, count):
    paths = sorted((shared_data / folder).glob("*.xml"))
    assert len(paths) == count
    for path in paths:
        source = path.read_text(encoding="utf-8-sig").replace("&amp;", "&")
        reading = read_bytes(path.read_bytes(), path.name)
        assert reading.format == format, path.name
        assert declared(reading, "docket") == " ".join(tags(source, docket)).split(), path.name
        assert declared(reading, "decided_on") == tags(source, date), path.name
        assert declared(reading, "court") == tags(source, court), path.name
        assert declared(reading, "ecli") == tags(source, ecli), path.name


@pytest.mark.parametrize("folder", [family[0] for family in FAMILIES])
def test_the_body_is_whole_and_holds_no_mark_up(shared_data, folder):
    for path in sorted((shared_data / folder).glob("*.xml")):
        source = path.read_text(encoding="utf-8-sig")
        source = source.partition("<CITATION_JP>")[0]
        body = re.search(r"<(Texte_Integral|CONTENU)>(.*?)</\1>", source, re.DOTALL)
        bare = re.sub(r"<[^>]*>", " ", body[2]) if body else ""  # some archives give <CONTENU/>
        bare = html.unescape(bare)
        text = read_bytes(path.read_bytes(), path.name).text
        assert re.sub(r"[\s$]", "", text) == re.sub(r"[\s$\u00ad]", "", bare), path.name
        assert "\n\n" not in text and "  " not in text
        assert all(line == line.strip() for line in text.split("\n"))


def test_one_paragraph_a_line(shared_data):
    text = read_bytes((shared_data / "ta_opendata" / "ORTA_2520143_20251205.xml").read_bytes(), "x.xml").text
    lines = text.split("\n")
    assert lines[0] == "Vu la procédure suivante :"
    assert "O R D O N N E :" in lines
    assert "Article 1er : Il est donné acte du désistement de la requête de Mme A... B...." in lines


def test_judilibre(shared_data):
    reading = read_bytes((shared_data / "judilibre" / "cc_sample_detail_resolved.json").read_bytes(), "d.json")
    assert (reading.format, declared(reading, "decided_on")) == ("judilibre", ["2020-11-18"])
    assert declared(reading, "docket") and declared(reading, "court")
    assert "COUR DE CASSATION" in reading.text.split("\n")


OPENDATA = """<?xml version="1.0" encoding="UTF-8"?><Document><Donnees_Techniques><Identification>X</Identification>
</Donnees_Techniques><Dossier><Code_Juridiction>TA06</Code_Juridiction><Numero_Dossier>{docket}</Numero_Dossier>
<Numero_ECLI>{ecli}</Numero_ECLI></Dossier><Decision><Texte_Integral>{body}</Texte_Integral></Decision></Document>"""


@pytest.mark.parametrize(
    ("docket", "ecli", "body", "dockets", "text"),
    [
        ("2101234", "undefined", "a<br/>b", ["2101234"], "a\nb"),
        ("2101234 2101235", "ECLI:FR:Code Inconnu:2021:1.20211102", "a\nb<br/>c", ["2101234", "2101235"], "a b\nc"),
        ("2101234;2101235", "", "<p>un  deux</p><p></p><p>trois</p>", ["2101234", "2101235"], "un deux\ntrois"),
        ("1", "", "$$$<br/>après", ["1"], "après"),
        ("1", "", "sans\nmarques", ["1"], "sans\nmarques"),
        ("1", "", "e\u0301te\u0301 \ufb01n\u00a0; n°\u202f1", ["1"], "été fin ; n° 1"),
        ("1", "", "", ["1"], ""),
        ("N° 2101234 et 2101235", "", "a", ["2101234", "2101235"], "a"),
    ],
)
def test_odd_values_are_no_obstacle(docket, ecli, body, dockets, text):
    data = ("\ufeff" + OPENDATA.format(docket=docket, ecli=ecli, body=body)).encode()
    assert sniff(data, "sans-ending") == "opendata"
    reading = read_bytes(data, "x")
    assert declared(reading, "docket") == dockets
    assert declared(reading, "ecli") == ([ecli] if ecli else [])
    assert reading.text == text
    assert bool(reading.notices) == (not text)


JADE = """<?xml version="1.0" encoding="UTF-8"?>
<TEXTE_JURI_ADMIN><META><META_COMMUN><ID>CETATEXT000099000001</ID></META_COMMUN><META_SPEC><META_JURI>
<JURIDICTION>Conseil d'État</JURIDICTION><NUMERO>450163</NUMERO></META_JURI></META_SPEC></META>
<TEXTE><BLOC_TEXTUEL><CONTENU>Requête rejetée : l’urgence n’est pas établie.</CONTENU></BLOC_TEXTUEL></TEXTE>
</TEXTE_JURI_ADMIN>"""


@pytest.mark.parametrize(
    "data",
    [
        JADE.encode(),
        "\ufeff".encode() + JADE.encode(),
        JADE.encode("cp1252"),
        JADE.replace(' encoding="UTF-8"', "").encode("cp1252"),
        JADE.replace("UTF-8", "windows-1252").encode("cp1252"),
        JADE.replace("UTF-8", "UTF-16").encode("utf-16"),
        JADE.replace("<TEXTE_JURI_ADMIN>", '<TEXTE_JURI_ADMIN xmlns="https://exemple.fr/jade">').encode(),
    ],
    ids=["utf-8", "marque", "dit utf-8, est cp1252", "ne dit rien", "cp1252", "utf-16", "espace de noms"],
)
def test_letters_and_namespaces_of_copies(data: bytes):
    reading = read_bytes(data, "CETATEXT000099000001.xml")
    assert (reading.format, declared(reading, "docket"), declared(reading, "court")) == (
        "jade",
        ["450163"],
        ["Conseil d'État"],
    )
    assert reading.text == "Requête rejetée : l’urgence n’est pas établie."


def test_the_day_missing_from_the_tags_is_in_the_name_of_the_file():
    data = OPENDATA.format(docket="2101234", ecli="", body="a").replace(">X<", ">ORTA_2101234_20230505.xml<").encode()
    assert declared(read_bytes(data, "x.xml"), "decided_on") == ["2023-05-05"]
