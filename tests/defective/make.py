"""Files that hide something, each in one way, and files that hide nothing: what publication must see.

`defective()` gives (name, bytes, kind of defect, hidden words to be found or ""); `clean()` gives (name, bytes).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
import odfdo
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from tests.pdfs import Pdf, column, escaped, page_content, written

SECRET = "Gaspard Lenoir"
OPEN = "Le tribunal est saisi d'une requête de l'association des riverains."
_LINES = [(70.0, 760.0, OPEN), (70.0, 700.0, "La requête sera examinée le 8 mars 2021.")]
Defective = tuple[str, bytes, str, str]


# -------------------------------------------------------------------------------------------- PDF


def pdf(
    content: bytes,
    *,
    page: str = "",
    catalog: str = "",
    info: str = "",
    extra: tuple[bytes, ...] = (),
    resources: str = "",
) -> bytes:
    """One page: the open lines, then ``content``. ``extra`` are objects 3 and after; the page names them."""
    made = Pdf()
    font = made.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    body = made.stream(page_content(_LINES) + content)
    for item in extra:
        made.add(item)
    tree = len(made.objects) + 2
    made.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {body} 0 R {page} "
        f"/Resources << /Font << /F1 {font} 0 R >> {resources} >> >>"
    )
    made.add(f"<< /Type /Pages /Count 1 /Kids [{tree - 1} 0 R] >>")
    root = made.add(f"<< /Type /Catalog /Pages {tree} 0 R {catalog} >>")
    return made.bytes(root, f"/Info {made.add(info)} 0 R" if info else "")


def said(text: str = SECRET, x: float = 70, y: float = 600, size: float = 11, before: bytes = b"") -> bytes:
    return b"q " + before + b" BT /F1 %.2f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET Q\n" % (size, x, y, escaped(text))


def box(color: bytes, x: float = 60, y: float = 590, width: float = 200, height: float = 24) -> bytes:
    return b"q %s %.1f %.1f %.1f %.1f re f Q\n" % (color, x, y, width, height)


def _image(content: bytes) -> bytes:
    stream = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    picture = stream + b"\nstream\n\x00\nendstream"
    return pdf(content, extra=(picture,), resources="/XObject << /Im1 3 0 R >>")


def _form(content: bytes) -> bytes:
    """The secret inside a form, the box inside another."""
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 1 0 R >> >> /Length %d >>"
    forms = [head % len(part) + b"\nstream\n" + part + b"\nendstream" for part in (said(y=0, x=0), box(b"0 g", -5, -5))]
    return pdf(
        b"q 1 0 0 1 70 600 cm /Fm1 Do Q q 1 0 0 1 70 600 cm /Fm2 Do Q\n" + content,
        extra=tuple(forms),
        resources="/XObject << /Fm1 3 0 R /Fm2 4 0 R >>",
    )


def _layer(state: str) -> bytes:
    group = b"<< /Type /OCG /Name (Brouillon) >>"
    content = b"/OC /MC0 BDC\n" + said() + b"EMC\n"
    return pdf(
        content,
        extra=(group,),
        resources="/Properties << /MC0 3 0 R >>",
        catalog=f"/OCProperties << /OCGs [3 0 R] /D << {state} >> >>",
    )


def _note(entries: str) -> bytes:
    return pdf(b"", extra=(f"<< /Type /Annot {entries} >>".encode("cp1252"),), page="/Annots [3 0 R]")


def _annotated_secret(entries: str) -> bytes:
    note = f"<< /Type /Annot /Rect [60 590 260 614] {entries} >>".encode("cp1252")
    return pdf(said(), extra=(note,), page="/Annots [3 0 R]")


def _attached() -> bytes:
    data = b"secret"
    file = b"<< /Type /EmbeddedFile /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"
    return pdf(
        b"",
        extra=(file, b"<< /Type /Filespec /F (pv.txt) /UF (pv.txt) /EF << /F 3 0 R >> >>"),
        catalog="/Names << /EmbeddedFiles << /Names [(pv.txt) 4 0 R] >> >>",
    )


def _xmp() -> bytes:
    packet = f"<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>{SECRET}</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>".encode()
    stream = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n" % len(packet) + packet + b"\nendstream"
    return pdf(b"", extra=(stream,), catalog="/Metadata 3 0 R")


def _saved_twice() -> bytes:
    first = written([column(OPEN)])
    again = b"1 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\n"
    start = len(first) + len(again)
    before = int(first.rsplit(b"startxref\n", 1)[1].split()[0])
    table = b"xref\n1 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 5 0 R /Prev %d >>\n" % (len(first), before)
    return first + again + table + b"startxref\n%d\n%%%%EOF\n" % start


def pdfs() -> Iterator[Defective]:
    hidden = {
        "cache-noir": ("boite", pdf(said() + box(b"0 g"))),
        "cache-blanc": ("boite", pdf(said() + box(b"1 g"))),
        "cache-gris": ("boite", pdf(said() + box(b"0.5 g"))),
        "cache-image": ("boite", _image(said() + b"q 200 0 0 24 60 590 cm /Im1 Do Q\n")),
        "cache-en-formulaire": ("boite", _form(b"")),
        "cache-carre-annote": ("boite", _annotated_secret("/Subtype /Square /IC [0 0 0] /C [0 0 0]")),
        "cache-a-caviarder": ("boite", _annotated_secret("/Subtype /Redact /IC [0 0 0]")),
        "blanc-sur-blanc": ("sans-couleur", pdf(said(before=b"1 g"))),
        "presque-blanc": ("sans-couleur", pdf(said(before=b"0.99 0.99 0.99 rg"))),
        "noir-sur-noir": ("sans-couleur", pdf(box(b"0 g") + said())),
        "bleu-sur-bleu": ("sans-couleur", pdf(box(b"0 0 1 rg") + said(before=b"0 0 1 rg"))),
        "rendu-invisible": ("invisible", pdf(said(before=b"3 Tr"))),
        "minuscule": ("minuscule", pdf(said(size=1))),
        "hors-page": ("hors-page", pdf(said(x=900, y=400))),
        "calque-eteint": ("calque", _layer("/OFF [3 0 R]")),
        "calque-eteint-d-abord": ("calque", _layer("/BaseState /OFF /ON []")),
    }
    for name, (kind, data) in hidden.items():
        yield f"{name}.pdf", data, kind, SECRET
    rect = "/Rect [300 300 320 320]"
    yield "note.pdf", _note(f"/Subtype /Text {rect} /Contents ({SECRET})"), "annotation", SECRET
    yield "surlignage-commente.pdf", _note(f"/Subtype /Highlight {rect} /Contents ({SECRET})"), "annotation", SECRET
    yield "fichier-joint.pdf", _attached(), "fichier-joint", ""
    yield "auteur.pdf", pdf(b"", info=f"<< /Author ({SECRET}) >>"), "proprietes", ""
    yield "auteur-xmp.pdf", _xmp(), "proprietes", ""
    yield "deux-versions.pdf", _saved_twice(), "versions", ""


# ------------------------------------------------------------------------------------------- DOCX


def word(change: object = None, *, author: str = "", inner: str = "") -> bytes:
    """A small document; ``inner`` is XML put in a paragraph of its own."""
    made = docx.Document()
    made.add_paragraph(OPEN)
    made.core_properties.author = author
    made.core_properties.comments = ""
    if inner:
        made.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    if callable(change):
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _with_member(data: bytes, name: str, content: str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def _styled(made: docx.document.Document) -> None:
    style = made.styles.add_style("Cachette", 2)
    style.font.hidden = True
    made.add_paragraph().add_run(SECRET, style="Cachette")


def _white(made: docx.document.Document) -> None:
    made.add_paragraph().add_run(SECRET).font.color.rgb = RGBColor(255, 255, 255)


def _tiny(made: docx.document.Document) -> None:
    made.add_paragraph().add_run(SECRET).font.size = Pt(1)


def _commented(made: docx.document.Document) -> None:
    made.add_comment(made.add_paragraph("Voir.").runs, text=SECRET, author="A", initials="A")


def words() -> Iterator[Defective]:
    run = f"<w:r><w:t>{SECRET}</w:t></w:r>"
    gone = f"<w:r><w:delText>{SECRET}</w:delText></w:r>"
    who = 'w:id="1" w:author="A" w:date="2021-01-01T00:00:00Z"'
    yield "ajout-suivi.docx", word(inner=f"<w:ins {who}>{run}</w:ins>"), "revision", SECRET
    yield "suppression-suivie.docx", word(inner=f"<w:del {who}>{gone}</w:del>"), "revision", SECRET
    yield "deplacement-suivi.docx", word(inner=f"<w:moveFrom {who}>{run}</w:moveFrom>"), "revision", SECRET
    vanish = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r>"
    yield "texte-masque.docx", word(inner=vanish), "texte-masque", SECRET
    yield "style-masque.docx", word(_styled), "texte-masque", SECRET
    yield "texte-blanc.docx", word(_white), "sans-couleur", SECRET
    yield "texte-minuscule.docx", word(_tiny), "minuscule", SECRET
    yield "commentaire.docx", word(_commented), "commentaire", SECRET
    yield "auteur.docx", word(author=SECRET), "proprietes", ""
    custom = f'<Properties><property name="Client"><lpwstr>{SECRET}</lpwstr></property></Properties>'
    yield "propriete-libre.docx", _with_member(word(), "docProps/custom.xml", custom), "proprietes", ""
    yield "objet.docx", _with_member(word(), "word/embeddings/oleObject1.bin", "x"), "objet", ""


# -------------------------------------------------------------------------------------------- ODT


def writer(body: str = "", *, styles: str = "", creator: str = "") -> bytes:
    """A small document; ``body`` is XML after the open line, ``styles`` automatic styles."""
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Paragraph(OPEN))
    out = io.BytesIO()
    made.save(out)
    return _rewritten(out.getvalue(), body, styles, creator)


def _rewritten(data: bytes, body: str, styles: str, creator: str) -> bytes:
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in source.infolist():
            content = source.read(member.filename)
            if member.filename == "content.xml":
                content = content.replace(b"</office:text>", body.encode() + b"</office:text>")
                whole = f"<office:automatic-styles>{styles}</office:automatic-styles>".encode()
                for old in (b"<office:automatic-styles/>", b"<office:automatic-styles></office:automatic-styles>"):
                    content = content.replace(old, whole)
                if styles and whole not in content:
                    content = content.replace(b"<office:body>", whole + b"<office:body>")
            if member.filename == "meta.xml":
                by = f"<meta:initial-creator>{creator}</meta:initial-creator>" if creator else ""
                content = (
                    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2">'
                    f"<office:meta>{by}</office:meta></office:document-meta>"
                ).encode()
            archive.writestr(member, content)
    return out.getvalue()


def _style(properties: str) -> str:
    return f'<style:style style:name="S1" style:family="text"><style:text-properties {properties}/></style:style>'


def writers() -> Iterator[Defective]:
    spoken = f'<text:p>Voir <text:span text:style-name="S1">{SECRET}</text:span>.</text:p>'
    by = "<dc:creator>A</dc:creator><dc:date>2021-01-01T00:00:00</dc:date>"
    note = f"<text:p>Voir<office:annotation>{by}<text:p>{SECRET}</text:p></office:annotation>.</text:p>"
    yield "commentaire.odt", writer(note), "commentaire", SECRET
    region = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
        f"{by}</office:change-info><text:p>{SECRET}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    yield "suppression-suivie.odt", writer(region), "revision", SECRET
    yield "style-masque.odt", writer(spoken, styles=_style('text:display="none"')), "texte-masque", SECRET
    yield "texte-blanc.odt", writer(spoken, styles=_style('fo:color="#ffffff"')), "sans-couleur", SECRET
    yield "texte-minuscule.odt", writer(spoken, styles=_style('fo:font-size="1pt"')), "minuscule", SECRET
    section = f'<text:section text:name="X" text:display="none"><text:p>{SECRET}</text:p></text:section>'
    yield "section-masquee.odt", writer(section), "texte-masque", SECRET
    field = f'<text:p><text:hidden-text text:condition="ooow:1" text:string-value="{SECRET}"/></text:p>'
    yield "champ-masque.odt", writer(field), "texte-masque", SECRET
    yield "auteur.odt", writer(creator=SECRET), "proprietes", ""


# ------------------------------------------------------------------------------------------- HTML


def page(inside: str = "", *, head: str = "") -> bytes:
    """A saved page: the open lines, then ``inside``."""
    filler = "Le débat a duré toute la matinée, dans une salle comble, avant la suspension de la séance. " * 4
    return (
        f"<!doctype html><html lang='fr'><head><meta charset='utf-8'><title>Une audience</title>{head}</head><body>"
        f"<article><h1>Une audience</h1><p>{OPEN}</p><p>{filler}</p>{inside}<p>{filler}</p></article></body></html>"
    ).encode()


def pages() -> Iterator[Defective]:
    hidden = f"Une note de {SECRET} qui ne devait pas sortir de ce bureau."
    ways = {
        "sans-affichage": ("style='display:none'", "texte-masque"),
        "invisible": ("style='visibility: hidden'", "texte-masque"),
        "attribut-hidden": ("hidden", "texte-masque"),
        "sans-opacite": ("style='opacity:0'", "texte-masque"),
        "blanc-sur-blanc": ("style='color:#FFF'", "sans-couleur"),
        "noir-sur-noir": ("style='background:rgb(0,0,0);color:#010101'", "sans-couleur"),
        "corps-nul": ("style='font-size:0'", "minuscule"),
        "corps-d-un-pixel": ("style='font-size: 1px'", "minuscule"),
        "hors-ecran": ("style='position:absolute;left:-9999px'", "hors-page"),
        "retrait": ("style='text-indent:-100em'", "hors-page"),
        "decoupe": ("style='position:absolute;clip:rect(0, 0, 0, 0)'", "hors-page"),
        "sans-hauteur": ("style='height:0;overflow:hidden'", "hors-page"),
    }
    for name, (attributes, kind) in ways.items():
        yield f"{name}.html", page(f"<p {attributes}>{hidden}</p>"), kind, SECRET
    sheet = "<style>/* x */ @media screen { .c, p.d > b { display: none } } body { color: #222 }</style>"
    yield "feuille-de-style.html", page(f"<p class='c'>{hidden}</p>", head=sheet), "texte-masque", SECRET
    inherited = f"<div style='color:white'><p>Vu.</p><p><b>{hidden}</b></p></div>"
    yield "couleur-heritee.html", page(inherited), "sans-couleur", SECRET
    yield "vieille-balise.html", page(f"<p><font color='#FFFFFF'>{hidden}</font></p>"), "sans-couleur", SECRET
    yield "gabarit.html", page(f"<template><p>{hidden}</p></template>"), "texte-masque", SECRET
    yield "remarque.html", page(f"<!-- {hidden} -->"), "commentaire", SECRET
    yield "champ-cache.html", page(f"<form><input type=hidden value='{SECRET}'></form>"), "formulaire", SECRET
    yield "auteur.html", page(head=f"<meta name='author' content='{SECRET}'>"), "proprietes", ""


def defective() -> list[Defective]:
    """Every file that hides something."""
    return [*pdfs(), *words(), *writers(), *pages()]


def clean() -> list[tuple[str, bytes]]:
    """Files that hide nothing, though some look like it."""
    table = box(b"0.9 g") + said("Ligne grisée d'un tableau")
    banner = box(b"0 0 0.5 rg") + said("Titre blanc sur fond bleu", before=b"1 g")
    rule = b"q 0 g 60 590 200 0.5 re f Q\n" + said("Texte au-dessus d'un filet", y=594)
    link = _note("/Subtype /Link /Rect [60 690 200 710] /A << /S /URI /URI (https://www.exemple.fr/) >>")
    white = f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>{OPEN}</w:t></w:r>'
    return [
        ("simple.pdf", written([column(OPEN)])),
        ("tableau.pdf", pdf(table)),
        ("bandeau.pdf", pdf(banner)),
        ("filet.pdf", pdf(rule)),
        ("lien.pdf", link),
        ("calque-allume.pdf", _layer("/ON [3 0 R]")),
        ("simple.docx", word()),
        ("non-masque.docx", word(inner=white)),
        ("simple.odt", writer()),
        ("simple.txt", OPEN.encode()),
        ("simple.html", page()),
        ("bandeau.html", page("<p style='background:#003; color:white'>Titre blanc sur fond bleu</p>")),
        ("image-de-fond.html", page("<p style='background:url(a.png); color:#fff'>Titre blanc sur une image</p>")),
        ("impression.html", page("<p class='i'>Lu.</p>", head="<style>@media print { .i { display:none } }</style>")),
        ("replie.html", page("<details><summary>La suite</summary><p>Que l'on déplie.</p></details>")),
    ]
