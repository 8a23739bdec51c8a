"""Plain text, Markdown, and the cleaning steps."""

from __future__ import annotations

import pytest

from casetrack.errors import Unreadable
from casetrack.read import clean, names, read_bytes, sniff
from casetrack.read.wrapped import Line, is_wrapped, join


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("e\u0301te\u0301", "été"),
        ("con\ufb02it et \ufb01n d'e\ufb03cacité", "conflit et fin d'efficacité"),
        ("m² et №", "m² et №"),  # NFKC would change them
        ("a\r\nb\rc\x0cd", "a\nb\nc\nd"),
        ("12 mai\u00ad2021, mai\u200bres", "12 mai2021, maires"),
        ("n°\u00a0450163\u202f;  fin\t.", "n° 450163 ; fin ."),
        ("espèce : \x93 Le juge \x94 \x85", "espèce : “ Le juge ” …"),
        ("\ufeffdébut \x00\x07fin\ud800", "début fin"),
        ("trop\n\n\n  loin  \n", "trop\nloin"),
    ],
)
def test_cleaning_steps(raw, cleaned):
    assert clean.clean_lines(raw) == cleaned
    assert clean.clean_lines(cleaned) == cleaned, "cleaning twice changes nothing"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_character_set_is_found(encoding):
    text = "L’été, « l'œuvre » coûte 10 € – décision n° 1"
    assert read_bytes(text.encode(encoding), "a.txt").text == text


def test_a_text_loses_nothing(shared_data):
    for path in sorted((shared_data / "seeds").glob("*.txt")):
        source = path.read_text(encoding="utf-8")
        reading = read_bytes(path.read_bytes(), path.name)
        assert reading.text.split() == source.split()
        assert reading.declared == (), "title and date are the extractor's to find"
        assert reading.text.count("\n") + 1 == sum(1 for line in source.splitlines() if line.strip())


def test_an_official_file_without_its_tags_reads_well(shared_data):
    import re

    source = (shared_data / "ce_opendata" / "DCE_457743_20211116.xml").read_text(encoding="utf-8-sig")
    bare = re.sub(r"<[^>]+>", "", source)
    lines = read_bytes(bare.encode(), "bare.txt").text.split("\n")
    assert lines[:3] == ["DCE_457743_20211116.xml", "2021-11-19", "CE"]
    assert "Considérant ce qui suit :" in lines


WRAPPED = """\
Le juge des référés, saisi d'une demande en ce sens justifiée par l'urgence,
peut ordonner toutes mesures nécessaires à la sauvegarde d'une liberté fonda-
mentale à laquelle une personne morale de droit public aurait porté, dans
l'exercice d'un de ses pouvoirs, une atteinte grave et manifestement illégale.

La requête de l'association Exemple a été enregistrée le 26 février 2021 au
greffe du tribunal administratif de Nice, qui l'a transmise au Conseil d'État
par une ordonnance du même jour.

- premier grief, assez long pour tenir sur une ligne entière, ou presque, et
  sa suite ;
- second grief.
"""


def test_hand_wrapped_text_becomes_paragraphs():
    assert is_wrapped(WRAPPED)
    lines = read_bytes(WRAPPED.encode(), "mail.txt").text.split("\n")
    assert len(lines) == 4
    assert "une liberté fondamentale à laquelle" in lines[0]
    assert lines[2].endswith("presque, et sa suite ;")
    assert lines[3] == "- second grief."


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("une communica-", "tion des données", "une communication des données"),
        ("il a peut-", "être raison", "il a peut-être raison"),
        ("le référé-", "suspension est", "le référé-suspension est"),
        ("c'est-à-", "dire", "c'est-à-dire"),
        ("à Saint-", "Denis", "à Saint-Denis"),
        ("l'article L. 521-", "2 du code", "l'article L. 521-2 du code"),
        ("saisi le tribunal", "administratif de Nice", "saisi le tribunal administratif de Nice"),
        ("la requête est rejetée.", "Article 2 : La présente", "la requête est rejetée.\nArticle 2 : La présente"),
        ("demande au juge :", "1°) d'annuler", "demande au juge :\n1°) d'annuler"),
        ("les moyens suivants", "- l'urgence", "les moyens suivants\n- l'urgence"),
        ("Considérant ce qui suit :", "1. Aux termes", "Considérant ce qui suit :\n1. Aux termes"),
        ("code de justice administrative ;", "Vu le code civil", "code de justice administrative ;\nVu le code civil"),
    ],
)
def test_two_lines_are_joined_or_kept_apart(before, after, joined):
    wide = "x" * max(len(before), len(after))
    text, _ = join([Line(before), Line(after), Line(wide)])
    assert text.startswith(joined)


def test_the_document_itself_says_which_hyphens_are_its_own():
    lines = [Line("la plate-"), Line("forme de santé")]
    assert join(lines, frozenset({"plate-forme"}))[0] == "la plate-forme de santé"
    assert join(lines, frozenset({"plateforme"}))[0] == "la plateforme de santé"


MARKDOWN = """---
title: "Notice : l'audience du 8 mars"
publisher: Exemple
date: 2021-03-05 15:13
---
# L'audience

Le juge a **ordonné** la *communication*
des pièces ([source](https://example.org/a_b_c)).

- premier point
- second point

1. alinéa
## Suite
un_nom_de_fichier et 2 * 3 * 4
"""


def test_markdown_becomes_text_with_outline_and_declared_fields():
    reading = read_bytes(MARKDOWN.encode(), "notice.md")
    assert reading.text.split("\n") == [
        "L'audience",
        "Le juge a ordonné la communication des pièces (source (https://example.org/a_b_c)).",
        "- premier point",
        "- second point",
        "1. alinéa",
        "Suite",
        "un_nom_de_fichier et 2 * 3 * 4",
    ]
    assert [(item.field, item.value) for item in reading.declared] == [
        ("title", "Notice : l'audience du 8 mars"),
        ("publisher", "Exemple"),
        ("published_on", "2021-03-05"),
        ("published_time", "15:13"),
    ]
    assert [(title, reading.text[offset:][: len(title)]) for title, offset in reading.outline] == [
        ("L'audience", "L'audience"),
        ("Suite", "Suite"),
    ]


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"junk\n%PDF-1.4", "a", "pdf"),
        (b"<!DOCTYPE html><html>", "a.pdf", "html"),
        (b"<p>a</p><p>b</p><p>c</p>", "", "html"),
        (b"<p>un fragment</p>", "a.html", "html"),
        (b"From: a@b.c\r\nSubject: x\r\n\r\ncorps", "", "eml"),
        (b"Subject: x\nReceived: y\n z\n\ncorps", "", "eml"),
        (b"From: a\nune ligne de texte\nSubject: b\n", "", "txt"),
        (b"De : un texte\nDate : hier", "a.txt", "txt"),
        (b"# Titre", "a.md", "md"),
        (b"{\\rtf1}", "a.doc", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "ole"),
        (b"<?xml version='1.0'?><autre/>", "a.xml", "xml"),
        (b'{"a": 1}', "a.json", "json"),
        (b"<TEXTE_JURI_ADMIN>", "", "jade"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<Document><Dossier>", "", "opendata"),
    ],
)
def test_content_decides_and_the_name_only_helps(data, name, found):
    assert sniff(data, name) == found


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a.xml", "a.json", "a.png"])
def test_unknown_formats_say_what_to_do(name):
    data = {"a.doc": b"\xd0\xcf\x11\xe0" * 9, "a.xlsx": b"MZ\x00\x00", "a.xml": b"<?xml version='1.0'?><a/>",
            "a.json": b'{"a": 1}', "a.png": b"\x89PNG" * 9}[name]  # fmt: skip
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, name)
    assert refused.value.code == "format-inconnu"


def test_a_misleading_name_is_said():
    reading = read_bytes(b"<html><body><p>Une page assez courte.</p></body></html>", "ordonnance.pdf")
    assert reading.format == "html"
    assert "« .pdf »" in reading.notices[-1]


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\dossier\\requête.pdf", "requête.pdf"),
        ("a\x00\nb\u202e.txt", "a b.txt"),
        ("..", "sans-nom"),
        ("", "sans-nom"),
        ("n" * 300 + ".pdf", "n" * 116 + ".pdf"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("dossier/", "dossier"),
    ],
)
def test_names_from_elsewhere_are_made_safe(written, safe):
    assert names.safe_name(written) == safe
