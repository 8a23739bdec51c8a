"""PDF: paragraphs, pages, running lines, hyphens, columns, passwords, scans; the same by both libraries."""

from __future__ import annotations

import io
import textwrap

import pypdf
import pytest

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import Limits, read_bytes
from casetrack.read.pdf import SCAN_NOTICE, has_lost_spaces
from casetrack.read.wrapped import Line
from tests import pdfs

ENGINES = ["pdfium", "pypdf"]


def read(data: bytes, engine: str, **limits: int) -> Reading:
    return read_bytes(data, "x.pdf", limits=Limits(**limits), pdf_engines=[engine])


FIRST = """
L'association Exemple demande au juge des référés, statuant sur le fondement de l'article L. 521-2
du code de justice administrative, d'enjoindre à la commune de cesser toute communica-
tion des données. Elle soutient que la condition d'urgence est remplie dès lors que le
traitement est effectif.

1. Aux termes de l'article L. 521-2 du code de justice administrative : « Saisi d'une demande
en ce sens justifiée par l'urgence, le juge des référés peut ordonner toutes mesures ».
2. Il résulte de l'instruction que le traitement a peut-
être commencé avant le 8 mars 2021, date à laquelle le référé-
liberté a été enregistré au greffe, et qu'il se poursuit
"""
SECOND = """
encore à ce jour dans toutes les communes du département.

Article 1er : La requête est rejetée.
Article 2 : La présente ordonnance sera notifiée à l'association Exemple et à la commune de
Saint-Exemple.
"""
PARAGRAPHS = [
    "L'association Exemple demande au juge des référés, statuant sur le fondement de l'article L. 521-2 du code de "
    "justice administrative, d'enjoindre à la commune de cesser toute communication des données. Elle soutient que la "
    "condition d'urgence est remplie dès lors que le traitement est effectif.",
    "1. Aux termes de l'article L. 521-2 du code de justice administrative : « Saisi d'une demande en ce sens "
    "justifiée par l'urgence, le juge des référés peut ordonner toutes mesures ».",
    "2. Il résulte de l'instruction que le traitement a peut-être commencé avant le 8 mars 2021, date à laquelle le "
    "référé-liberté a été enregistré au greffe, et qu'il se poursuit encore à ce jour dans toutes les communes du "
    "département.",
    "Article 1er : La requête est rejetée.",
    "Article 2 : La présente ordonnance sera notifiée à l'association Exemple et à la commune de Saint-Exemple.",
]


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_become_paragraphs_also_across_pages(engine):
    reading = read(pdfs.written([pdfs.column(FIRST), pdfs.column(SECOND)]), engine)
    assert reading.text.split("\n") == PARAGRAPHS
    assert [reading.text[start:][:15] for start in reading.pages] == ["L'association E", "encore à ce jou"]
    assert (reading.extractor, reading.needs_ocr) == (engine, False)


@pytest.mark.parametrize("engine", ENGINES)
def test_running_lines_go_but_are_said_once(engine):
    places = ["une", "deux", "trois", "quatre"]
    bodies = [f"Le premier moyen de la page {place} est tiré du défaut d'urgence." for place in places]
    head, foot = "Requête n° 2101234 – association Exemple", "SCP Untel, avocats"
    pages = [
        [(70, 800, head), (70, 700, body), (70, 40, foot), (300, 20, f"- {number} -")]
        for number, body in enumerate(bodies, start=1)
    ]
    reading = read(pdfs.written(pages), engine)
    assert reading.text.split("\n") == [head, *bodies, foot]
    assert [reading.text[start:].split("\n")[0] for start in reading.pages[1:]] == bodies[1:]


def test_a_number_that_is_no_page_number_stays():
    pages = [[(70, 800, "2021"), (70, 700, "Le moyen est fondé et la requête est recevable.")], [(70, 700, "Fin.")]]
    assert "2021" in read(pdfs.written(pages), "pdfium").text.split("\n")


@pytest.mark.parametrize("engine", ENGINES)
def test_two_columns_are_read_one_after_the_other(engine):
    left = "La colonne de gauche porte\nles faits de l'affaire, dans\nl'ordre des événements."
    right = "La colonne de droite porte\nles moyens de droit que le\nrequérant soulève."
    reading = read(pdfs.written([pdfs.column(left) + pdfs.column(right, left=320)]), engine)
    columns = [
        "La colonne de gauche porte les faits de l'affaire, dans l'ordre des événements.",
        "La colonne de droite porte les moyens de droit que le requérant soulève.",
    ]
    assert reading.text.replace("\n", " ") == " ".join(columns)
    if engine == "pdfium":  # pypdf gives no positions
        assert reading.text.split("\n") == columns


def test_what_is_set_to_the_right_stays_apart():
    head = [(420, 800, "À l'attention du juge"), (440, 786, "RÉFÉRÉ-LIBERTÉ"), (200, 760, "REQUÊTE EN RÉFÉRÉ")]
    text = read(pdfs.written([head + pdfs.column(FIRST, top=700)]), "pdfium").text
    assert text.split("\n")[:4] == ["À l'attention du juge", "RÉFÉRÉ-LIBERTÉ", "REQUÊTE EN RÉFÉRÉ", PARAGRAPHS[0]]


@pytest.mark.parametrize("engine", ENGINES)
def test_real_decisions_set_in_pages_come_back_paragraph_by_paragraph(shared_data, engine):
    paths = sorted((shared_data / "ce_opendata").glob("*.xml"))[::12]
    found = expected = 0
    for path in paths:
        source = read_bytes(path.read_bytes(), path.name).text
        reading = read(pdfs.written(_set(source)), engine)
        paragraphs = source.split("\n")
        expected += len(paragraphs)
        found += len(set(paragraphs) & set(reading.text.split("\n")))
        assert reading.text.replace("\n", " ").count("Document de travail") <= 1, "the running head is said once"
    assert found / expected > 0.9


def _set(text: str) -> list[list[pdfs.Placed]]:
    """Pages of 46 lines of about 90 characters, paragraphs set apart, with a running head and page numbers."""
    lines: list[str] = []
    for paragraph in text.encode("cp1252", "replace").decode("cp1252").split("\n"):
        lines += [*textwrap.wrap(paragraph, 90, break_on_hyphens=False), ""]
    pages = [lines[start : start + 46] for start in range(0, len(lines), 46)]
    return [
        [(70, 810, "Document de travail"), *_lines(page), (290, 20, f"{number}/{len(pages)}")]
        for number, page in enumerate(pages, start=1)
    ]


def _lines(page: list[str]) -> list[pdfs.Placed]:
    return [(70, 780 - 16 * number, line) for number, line in enumerate(page) if line]


@pytest.mark.parametrize("engine", ENGINES)
def test_properties_outline_and_an_empty_page(engine):
    info = {"Title": "Requête n° 1", "Author": "Association Exemple", "ModDate": "D:20210305151300+01'00'"}
    pages = [pdfs.column(FIRST), [], pdfs.column(SECOND)]
    reading = read(pdfs.written(pages, info=info, outline=[("Faits", 0), ("Article 1er", 2)]), engine)
    assert [(item.field, item.value, item.origin) for item in reading.declared] == [
        ("title", "Requête n° 1", "propriete"),
        ("author", "Association Exemple", "propriete"),
        ("modified_on", "2021-03-05", "propriete"),
    ]
    assert len(reading.pages) == 3 and list(reading.pages) == sorted(reading.pages)
    assert reading.outline == (("Faits", 0), ("Article 1er", reading.text.index("Article 1er")))


def encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdfs.written([pdfs.column(FIRST)])))
    writer.encrypt(user_password=user, owner_password="proprietaire", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_password_is_asked_for_only_when_there_is_one(engine):
    assert "association Exemple" in read(encrypted(""), engine).text
    with pytest.raises(Unreadable) as refused:
        read(encrypted("secret"), engine)
    assert refused.value.code == "chiffre"


@pytest.mark.parametrize("engine", ENGINES)
def test_attachments_come_back_under_safe_names(engine):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdfs.written([pdfs.column(FIRST)])))
    writer.add_attachment("../pièce.txt", b"contenu")
    buffer = io.BytesIO()
    writer.write(buffer)
    reading = read(buffer.getvalue(), engine)
    assert [(item.name, item.data) for item in reading.attachments] == [("pièce.txt", b"contenu")]
    assert read(buffer.getvalue(), engine, unpacked=3).attachments == ()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_scan_says_that_it_waits_for_recognition(engine):
    reading = read(pdfs.picture(bytes([200]) * 100 * 140, 100, 140), engine)
    assert (reading.text, reading.needs_ocr, reading.notices) == ("", True, (SCAN_NOTICE,))


def test_a_scanned_page_among_typed_ones_is_said():
    writer = pypdf.PdfWriter()
    for data in (pdfs.written([pdfs.column(FIRST)]), pdfs.picture(bytes([200]) * 100 * 140, 100, 140)):
        writer.append(io.BytesIO(data))
    writer.add_blank_page(595, 842)
    buffer = io.BytesIO()
    writer.write(buffer)
    reading = read(buffer.getvalue(), "pdfium")
    assert not reading.needs_ocr
    assert reading.notices == ("Pages sans texte, qui sont des images : 2. La reconnaissance de texte peut les lire.",)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_page_limit_holds(engine):
    with pytest.raises(Unreadable) as refused:
        read(pdfs.written([pdfs.column("a")] * 3), engine, pages=2)
    assert refused.value.code == "trop-gros" and "3 pages" in refused.value.reason


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("d'unsystèmeDebian,souslaformedepaquetsquel'administrateurinstalle " * 10, True),
        ("Le juge des référés peut ordonner toutes mesures nécessaires à la sauvegarde. " * 10, False),
        ("anticonstitutionnellement " * 3, False),
    ],
)
def test_lost_spaces_are_noticed(text, lost):
    assert has_lost_spaces([[Line(text)]]) is lost


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + bytes(range(256)) * 50, pdfs.written([[]])[:200]])
def test_damaged_files_have_a_reason(data):
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "x.pdf")
    assert refused.value.code == "illisible"


_SENTENCE = [
    "Par un mémoire en intervention, enregistré le 28 novembre 2024, la Ligue des",
    "droits de l'Homme demande au juge des référés de faire droit aux conclusions",
    "de la requête, présentée par une association et par une union d'usagers qui",
    "demandent la suspension d'une convention conclue par une agence de la même",
    "région, et soutiennent que cette convention porte une atteinte grave et manife-",
    "stement illégale au droit au respect de la vie privée des patients, dont les",
    "données sont hébergées par une société, laquelle n'a pas produit de mémoire",
    "dans le délai qui lui avait été imparti par le greffe de ce tribunal dans la",
    "procédure ouverte par la communication de la requête à toutes les parties et",
    "à la société, qui avait demandé à être entendue au cours de l'audience.",
]


def _numbered(step: int, left: float) -> bytes:
    """The sentence again and again, with the numbers that a word processor prints in the margin."""
    rows = _SENTENCE * 2
    page = [(90.0, 780.0 - 16 * row, text) for row, text in enumerate(rows)]
    numbers = [(left, 780.0 - 16 * (row - 1), str(row)) for row in range(step, len(rows) + 1, step)]
    merged = sorted([*page, *numbers], key=lambda placed: (-placed[1], placed[0]))
    return pdfs.written([merged, merged[:3]])


@pytest.mark.parametrize(("step", "left"), [(5, 50), (5, 72), (1, 70)])
def test_numbers_of_the_margin_are_no_part_of_the_sentence(step, left):
    text = read(_numbered(step, left), "pdfium").text
    assert "la Ligue des droits de l'Homme demande" in text
    assert "une atteinte grave et manifestement illégale au droit" in text
    assert not [word for word in text.split() if word.isdigit() and word not in ("28", "2024")]


def test_an_inventory_keeps_its_numbers():
    labels = ["Statuts", "Contrat", "Courrier", "Réponse", "Avis", "Arrêté", "Plan", "Facture", "Photographie", "Devis"]
    page = [(70.0, 780.0 - 16 * row, f"{row + 1} {label} du {row + 1} mai 2024") for row, label in enumerate(labels)]
    assert read(pdfs.written([page]), "pdfium").text.split() == " ".join(line for _, _, line in page).split()
