"""DOCX, ODT, mail and ZIP, written here by their own libraries."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from email.message import EmailMessage

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import Limits, read_bytes, sniff


def declared(reading: Reading, field: str) -> list[str]:
    return [item.value for item in reading.declared if item.field == field]


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def requete() -> docx.document.Document:
    document = docx.Document()
    document.core_properties.title = "Requête n°\u00a01"
    document.core_properties.author = "Association Exemple"
    document.core_properties.modified = dt.datetime(2031, 5, 6, 7, 8)
    document.sections[0].header.paragraphs[0].text = "Association Exemple – requête en référé-liberté"
    document.sections[0].footer.paragraphs[0].text = "Page 1 sur 2"
    document.add_heading("Faits", level=1)
    document.add_paragraph("L'association soutient que l'urgence est caractérisée.")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, [("Pièce n° 1", "Statuts"), ("Pièce n° 2", "Arrêté")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("Conclusions", level=1)
    return document


def test_docx_gives_headers_body_tables_and_properties():
    reading = read_bytes(saved(requete()), "requete.docx")
    assert reading.text.split("\n") == [
        "Association Exemple – requête en référé-liberté",
        "Faits",
        "L'association soutient que l'urgence est caractérisée.",
        "Pièce n° 1 | Statuts",
        "Pièce n° 2 | Arrêté",
        "Conclusions",
    ]
    assert [reading.text[offset:].split("\n")[0] for _, offset in reading.outline] == ["Faits", "Conclusions"]
    assert declared(reading, "title") == ["Requête n° 1"]
    assert declared(reading, "modified_on") == ["2031-05-06"]
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("content", "text", "notice"),
    [
        ("<w:ins w:id='1' w:author='x'><w:r><w:t>ajouté</w:t></w:r></w:ins>", "ajouté", "Modifications"),
        ("<w:del w:id='1' w:author='x'><w:r><w:delText>ôté</w:delText></w:r></w:del>", "", "Modifications"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>", "", "masqué"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>visible</w:t></w:r>", "visible", ""),
        ("<w:sdt><w:sdtContent><w:r><w:t>contrôle</w:t></w:r></w:sdtContent></w:sdt>", "contrôle", ""),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb c", ""),
        ("<w:r><w:t>peut</w:t><w:noBreakHyphen/><w:t>être</w:t></w:r>", "peut-être", ""),
        ("<w:fldSimple w:instr='DATE'><w:r><w:t>12 mars 2021</w:t></w:r></w:fldSimple>", "12 mars 2021", ""),
    ],
)
def test_docx_reads_what_people_see(content, text, notice):
    document = docx.Document()
    document.add_paragraph("avant")
    document.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"))
    reading = read_bytes(saved(document), "x.docx")
    assert reading.text == f"avant\n{text}".strip()
    assert any(notice in said for said in reading.notices) if notice else reading.notices == ()


def test_docx_automatic_numbers_are_read():
    """Word keeps « List Number » as a rule: people see 1., 2., and a fresh list starts again."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f"<w:abstractNum {nsdecls('w')} w:abstractNumId='90'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1°)'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1-%2)'/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:start w:val='4'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%3.'/></w:lvl>"
        "</w:abstractNum>"
    ))  # fmt: skip
    restart = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    for number, change in (("91", ""), ("92", restart)):
        numbering.append(
            parse_xml(f"<w:num {nsdecls('w')} w:numId='{number}'><w:abstractNumId w:val='90'/>{change}</w:num>")
        )
    for number, level, text in [("91", 0, "annuler"), ("91", 1, "la lettre"), ("91", 1, "l'arrêté"), ("91", 2, "vu"),
                                ("91", 0, "enjoindre"), ("91", 1, "au maire"), ("92", 0, "condamner")]:  # fmt: skip
        paragraph = document.add_paragraph(text)
        place = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
        paragraph._p.get_or_add_pPr().append(parse_xml(place))
    document.add_paragraph("puce", style="List Bullet")
    document.add_paragraph("numéro", style="List Number")
    assert read_bytes(saved(document), "x.docx").text.split("\n") == [
        "1°) annuler", "1-a) la lettre", "1-b) l'arrêté", "IV. vu", "2°) enjoindre", "2-a) au maire", "1°) condamner",
        "- puce", "1. numéro",
    ]  # fmt: skip


def test_docx_comments_are_counted_and_left_aside():
    document = docx.Document()
    run = document.add_paragraph("Texte").runs[0]
    document.add_comment(run, text="note interne", author="A")
    reading = read_bytes(saved(document), "x.docx")
    assert reading.text == "Texte"
    assert reading.notices == ("Commentaires laissés de côté : 1.",)


def test_odt_gives_paragraphs_headings_tables_notes_and_properties():
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = "Mémoire"
    document.body.append(odfdo.Header(1, "Discussion"))
    paragraph = odfdo.Paragraph("Le juge a statué")
    paragraph.insert_note(after="statué", note_id="n1", citation="1", body="CE, 12 mars 2021.")
    paragraph.insert_annotation(after="juge", body="remarque interne", creator="A")
    document.body.append(paragraph)
    table = odfdo.Table("T", width=2, height=1)
    table.set_values([["Pièce n° 1", "Statuts"]])
    document.body.append(table)
    reading = read_bytes(saved(document), "memoire.odt")
    assert reading.text.split("\n") == [
        "Discussion",
        "Le juge a statué",
        "Pièce n° 1 | Statuts",
        "[1] CE, 12 mars 2021.",
    ]
    assert reading.outline == (("Discussion", 0),)
    assert declared(reading, "title") == ["Mémoire"]
    assert reading.notices == ("Commentaires laissés de côté : 1.",)


def test_odt_automatic_numbers_are_read():
    document = odfdo.Document("text")
    document.body.clear()
    document.get_part("content.xml").root.get_element("//office:automatic-styles").append(odfdo.Element.from_tag(
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="°)"/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        '<text:list-level-style-bullet text:level="3"/></text:list-style>'
    ))  # fmt: skip
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    deeper = f"<text:list>{item.format('la lettre', '')}{item.format('un', '')}</text:list>"
    third = f"<text:list><text:list-item><text:list>{item.format('puce', '')}</text:list></text:list-item></text:list>"
    start = (
        f'<text:list text:style-name="L1">{item.format("annuler", deeper)}{item.format("enjoindre", third)}</text:list>'
    )
    goes_on = (
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item.format("condamner", "")}</text:list>'
    )
    for part in (start, "<text:p>entre</text:p>", goes_on, start):
        document.body.append(odfdo.Element.from_tag(part))
    lines = read_bytes(saved(document), "x.odt").text.split("\n")
    first = ["1°) annuler", "a) la lettre", "b) un", "2°) enjoindre", "- puce"]
    assert lines == [*first, "entre", "3°) condamner", *first]


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Greffe <greffe@tribunal.example>"
    message["To"] = "a@example.org, Bé <b@example.org>"
    message["Subject"] = "Audience du 8 mars à 15\u00a0h"
    message["Date"] = "Fri, 05 Mar 2021 23:30:00 +0000"
    message.set_content("Maître,\n\nL'audience est fixée au 8 mars.\n")
    return message


def test_mail_gives_headers_body_and_attachments():
    message = mail()
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="../avis d’audience.pdf")
    inner = mail()
    inner.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="dedans.bin")
    message.add_attachment(inner)
    reading = read_bytes(message.as_bytes(), "message.eml")
    assert reading.text.split("\n") == ["Audience du 8 mars à 15 h", "Maître,", "L'audience est fixée au 8 mars."]
    assert declared(reading, "mail_from") == ["Greffe <greffe@tribunal.example>"]
    assert declared(reading, "mail_to") == ["a@example.org", "Bé <b@example.org>"]
    assert declared(reading, "mail_date") == ["2021-03-06T00:30"], "Paris time"
    assert [item.name for item in reading.attachments] == ["avis d’audience.pdf", "piece-jointe-2.eml"]
    forwarded = read_bytes(reading.attachments[1].data, "f.eml")
    assert [item.name for item in forwarded.attachments] == ["dedans.bin"]


def test_html_mail_is_read_without_its_scripts_and_pictures():
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "Objet"
    message.set_content("<p>Un</p><script>x()</script><p>deux</p>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", filename="logo.png")
    reading = read_bytes(message.as_bytes(), "m.eml")
    assert reading.text == "Objet\nUn\ndeux"
    assert reading.attachments == ()


def test_zip_entries_become_files_under_safe_names():
    inner = zipped({"dedans.txt": b"dedans", "encore.zip": zipped({"trop.txt": b"loin"})})
    data = zipped({
        "../../etc/a.txt": b"un", "b/a.txt": b"deux", "__MACOSX/._a.txt": b"x", "c/": b"", "d.zip": inner,
        "e.docx": saved(requete()),
    })  # fmt: skip
    reading = read_bytes(data, "lot.zip")
    assert [item.name for item in reading.attachments] == ["a.txt", "a (2).txt", "dedans.txt", "e.docx"]
    assert reading.notices == ("Archive dans une archive, laissée de côté : encore.zip.",)
    assert sniff(reading.attachments[-1].data, "") == "docx"


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (zipped({"a.txt": b"0" * 3_000_000}), Limits(), "bombe"),
        (zipped({f"{n}.txt": b"x" for n in range(20)}), Limits(entries=10), "bombe"),
        (zipped({"a.bin": bytes(range(256)) * 100}), Limits(unpacked=10_000), "bombe"),
        (zipped({"a.zip": zipped({"b.txt": b"0" * 3_000_000})}), Limits(), "bombe"),
        (zipped({"a.txt": b"abc"})[:-30], Limits(), "tronque"),
        (zipped({}), Limits(), "vide"),
        (saved(requete())[:3000], Limits(), "tronque"),
        (zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), Limits(), "bombe"),
    ],
)
def test_bad_archives_are_refused_with_a_reason(data, limits, code):
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "x.zip", limits=limits)
    assert refused.value.code == code
    assert refused.value.reason.endswith(".")
