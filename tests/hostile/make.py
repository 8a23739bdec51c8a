"""Makes hostile files, one at least for each threat: ``python -m tests.hostile.make FOLDER`` writes them all.

`FILES` maps a file name to what makes its bytes and to how reading it may end: ``lu`` or codes of `Unreadable`.
"""

from __future__ import annotations

import gzip
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf

from tests import pdfs

MEGABYTE = 1024 * 1024
GOOD = pdfs.written([pdfs.column("La requête est rejetée par une ordonnance du 12 mars 2021, notifiée aux parties.")])

Maker = Callable[[], bytes]


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


# ------------------------------------------------------------------------------------------------ PDF


def pdf_password() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(GOOD))
    writer.encrypt(user_password="secret", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pdf_page_loop() -> bytes:
    """The tree of pages has itself for a child."""
    pdf = pdfs.Pdf()
    pdf.add("<< /Type /Pages /Count 5 /Kids [1 0 R 1 0 R] /Parent 1 0 R >>")
    return pdf.bytes(pdf.add("<< /Type /Catalog /Pages 1 0 R >>"))


def _one_page(pdf: pdfs.Pdf, content: int, resources: str) -> bytes:
    tree = len(pdf.objects) + 2
    page = pdf.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
        f"/Resources << {resources} >> >>"
    )
    pdf.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return pdf.bytes(pdf.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def pdf_form_loop() -> bytes:
    """Two forms that draw each other, twice each: under 2 kB, endless."""
    pdf = pdfs.Pdf()
    for other in (2, 1):
        extra = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {other} 0 R >> >>"
        pdf.stream(b"/F Do /F Do", extra)
    return _one_page(pdf, pdf.stream(b"/F Do"), "/XObject << /F 1 0 R >>")


def pdf_form_tree() -> bytes:
    """Forms that draw the next one ten times, ten deep: 10,000,000,000 drawings without any loop."""
    pdf = pdfs.Pdf()
    for depth in range(10):
        following = f"/Resources << /XObject << /F {depth + 2} 0 R >> >>"
        pdf.stream(b"/F Do " * 10, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {following}")
    pdf.stream(b"", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return _one_page(pdf, pdf.stream(b"/F Do"), "/XObject << /F 1 0 R >>")


def pdf_operators() -> bytes:
    """Hundreds of megabytes of drawing operators in a small stream."""
    pdf = pdfs.Pdf()
    font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    return _one_page(pdf, pdf.stream(b"BT /F1 9 Tf (mot) Tj ET\n" * 12_000_000), f"/Font << /F1 {font} 0 R >>")


def pdf_double_compression() -> bytes:
    pdf = pdfs.Pdf()
    inner = zlib.compressobj(9)
    body = b"".join(inner.compress(b" " * MEGABYTE) for _ in range(600)) + inner.flush()
    twice = zlib.compress(body, 9)
    head = f"<< /Length {len(twice)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    return _one_page(pdf, pdf.add(head + twice + b"\nendstream"), "")


def pdf_many_references() -> bytes:
    """100,000 references to one page."""
    pdf = pdfs.Pdf()
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
    pdf.add(f"<< /Type /Pages /Count 100000 /Kids [{'1 0 R ' * 100_000}] >>")
    return pdf.bytes(pdf.add("<< /Type /Catalog /Pages 2 0 R >>"))


def pdf_deep_arrays() -> bytes:
    pdf = pdfs.Pdf()
    pdf.add("[" * 100_000 + "]" * 100_000)
    return _one_page(pdf, pdf.stream(b""), "/X 1 0 R")


def pdf_outline_loop() -> bytes:
    pdf = pdfs.Pdf()
    pdf.add("<< /Title (a) /Parent 2 0 R /Next 1 0 R /First 1 0 R /Dest [3 0 R /Fit] >>")
    pdf.add("<< /Type /Outlines /First 1 0 R /Last 1 0 R /Count 1 >>")
    pdf.add("<< /Type /Page /Parent 4 0 R /MediaBox [0 0 9 9] >>")
    pdf.add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>")
    return pdf.bytes(pdf.add("<< /Type /Catalog /Pages 4 0 R /Outlines 2 0 R >>"))


def pdf_many_attachments() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(GOOD))
    for number in range(300):
        writer.add_attachment(f"../{number}.txt", b"x" * 1000)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


# --------------------------------------------------------------------------------------- word processors


def _docx_with(document_xml: bytes) -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return _zip(members | {"word/document.xml": document_xml})


_WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_bomb() -> bytes:
    return _docx_with(
        b"<w:document " + _WORD + b"><w:body><w:p/>" + b" " * (300 * MEGABYTE) + b"</w:body></w:document>"
    )


def docx_entities() -> bytes:
    return _docx_with(
        _LAUGHS + b"<w:document " + _WORD + b"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )


def docx_nested() -> bytes:
    deep = b"<w:sdt><w:sdtContent>" * 50_000 + b"</w:sdtContent></w:sdt>" * 50_000
    return _docx_with(b"<w:document " + _WORD + b"><w:body>" + deep + b"</w:body></w:document>")


def docx_without_a_document() -> bytes:
    return _zip({"word/document.xml": b"", "[Content_Types].xml": b"<Types/>"})


def odt_bomb() -> bytes:
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b" " * (300 * MEGABYTE)})


def odt_entities() -> bytes:
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _LAUGHS + b"<a>&i;</a>"})


def odt_empty() -> bytes:
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text"})


# ------------------------------------------------------------------------------------------------ ZIP


def zip_bomb() -> bytes:
    return _zip({"bombe.txt": b"0" * (300 * MEGABYTE)})


def zip_of_zips() -> bytes:
    inner = _zip({"a.txt": b"0" * (20 * MEGABYTE)}, zipfile.ZIP_BZIP2)
    return _zip({f"{number}.zip": inner for number in range(10)})


def zip_many_entries() -> bytes:
    return _zip({f"{number}.txt": b"x" for number in range(20_000)}, zipfile.ZIP_STORED)


def zip_names() -> bytes:
    names = ["../../../tmp/evasion.txt", "/etc/passwd", "C:\\dossier\\a.txt", "😀" * 100 + ".txt", "n" * 300 + ".txt",
             "a\x00b.txt", "\u202etxt.exe.txt", "..", "con.txt", "a/b/../../c.txt"]  # fmt: skip
    return _zip({name: f"Texte numéro {number}.".encode() for number, name in enumerate(names)})


def zip_encrypted() -> bytes:
    data = bytearray(_zip({"a.txt": b"secret"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def zip_lying_size() -> bytes:
    """The directory says 10 bytes, the data hold 100 MB."""
    data = bytearray(_zip({"a.txt": b"0" * (100 * MEGABYTE)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.rindex(mark) + offset, 10)
    return bytes(data)


# ----------------------------------------------------------------------------------------------- mail


def _mail(body: bytes, extra: bytes = b"") -> bytes:
    return b"From: a@example.org\r\nTo: b@example.org\r\nSubject: essai\r\n" + extra + b"\r\n" + body


def mail_many_parts() -> bytes:
    part = b"--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\ncontenu\r\n"
    return _mail(part * 1000 + b"--x--", b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n")


def mail_nested() -> bytes:
    deep = b"".join(b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(3000))
    return _mail(deep, b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n")


def mail_forwarded_in_mail(depth: int = 200) -> bytes:
    message = _mail(b"fin")
    for _ in range(depth):
        message = _mail(message, b"Content-Type: message/rfc822\r\n")
    return message


def mail_bad_headers() -> bytes:
    extra = b'Date: n\'importe quoi\r\nContent-Type: text/plain; charset="inconnu-42"\r\nX: =?utf-8?b?////?=\r\n'
    return _mail(b"Texte \xe9 \xff", extra + b"Content-Transfer-Encoding: base64\r\n")


def mail_long_header() -> bytes:
    return _mail(b"Texte.", b"Cc: " + b"a" * (2 * MEGABYTE) + b"\r\n")


# ----------------------------------------------------------------------------------------------- pages


def html_scripts() -> bytes:
    return (
        b"<!doctype html><html><head><title>x</title><script>alert(1)</script></head><body onload=alert(2)>"
        b'<h1>Titre</h1><p>Texte <a href="javascript:alert(3)">lien</a> <img src=x onerror=alert(4)></p>'
        b"<iframe src='data:text/html,<script>alert(5)</script>'></iframe><svg><script>alert(6)</script></svg>"
        b"<p>" + b"Le juge a statu&eacute;. " * 20 + b"</p></body></html>"
    )


def html_nested() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + b"fond" + b"</div>" * 100_000 + b"</body></html>"


def html_wide() -> bytes:
    return b"<html><body>" + b"<p><b>a</b>" * 400_000 + b"</body></html>"


def html_attributes() -> bytes:
    return b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">Texte</p></body></html>"


def html_unclosed() -> bytes:
    return b"<html><body>" + b"<table><tr><td>" * 5000 + b"<!-- " + b"<a href='" * 50_000


# --------------------------------------------------------------------------------- official archives

_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
    + b"]>"
)


def _jade(body: bytes, head: bytes = b"") -> bytes:
    return (
        head
        + b"<TEXTE_JURI_ADMIN><TEXTE><BLOC_TEXTUEL><CONTENU>"
        + body
        + b"</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_ADMIN>"
    )


def jade_entities() -> bytes:
    return _jade(b"&i;", _LAUGHS)


def jade_outside_entity() -> bytes:
    return _jade(b"&x;", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def jade_nested() -> bytes:
    return _jade(b"<p>" * 100_000 + b"</p>" * 100_000)


def jade_wide() -> bytes:
    return _jade(b"a<br/>" * 1_000_000)


def judilibre_nested() -> bytes:
    return b'{"text": "a", "jurisdiction": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"


# ----------------------------------------------------------------------------------------------- texts


def text_one_line() -> bytes:
    return b"mot " * (2 * MEGABYTE)


def text_no_space() -> bytes:
    return b"a" * (8 * MEGABYTE)


def text_two_hundred_megabytes() -> bytes:
    return "référé ".encode() * (25 * MEGABYTE)


def text_many_lines() -> bytes:
    return b"a\n" * (4 * MEGABYTE)


def text_marks() -> bytes:
    return (b"**_[" * 200_000) + b"\n" + b"# " * 200_000


READ = frozenset({"lu"})
GIVEN_UP = frozenset({"memoire", "delai", "plantage"})
BROKEN = frozenset({"illisible", "tronque"})
UNKNOWN = frozenset({"format-inconnu"})

FILES: dict[str, tuple[Maker, frozenset[str]]] = {
    "mot-de-passe.pdf": (pdf_password, frozenset({"chiffre"})),
    "boucle-de-pages.pdf": (pdf_page_loop, READ | BROKEN | GIVEN_UP),
    "boucle-de-formes.pdf": (pdf_form_loop, READ | GIVEN_UP),
    "arbre-de-formes.pdf": (pdf_form_tree, READ | GIVEN_UP | BROKEN),
    "operateurs.pdf": (pdf_operators, READ | GIVEN_UP | BROKEN),
    "double-compression.pdf": (pdf_double_compression, READ | GIVEN_UP | BROKEN),
    "cent-mille-renvois.pdf": (pdf_many_references, frozenset({"trop-gros"})),
    "tableaux-profonds.pdf": (pdf_deep_arrays, READ | GIVEN_UP | BROKEN),
    "sommaire-en-boucle.pdf": (pdf_outline_loop, READ | GIVEN_UP),
    "trois-cents-pieces.pdf": (pdf_many_attachments, READ),
    "tronque-moitie.pdf": (lambda: GOOD[: len(GOOD) // 2], READ | BROKEN),
    "tronque-fin.pdf": (lambda: GOOD[: len(GOOD) * 95 // 100], READ | BROKEN),
    "sans-fin.pdf": (lambda: GOOD.replace(b"%%EOF", b""), READ),
    "charabia.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000, BROKEN),
    "page-web.pdf": (lambda: b"<!doctype html><html><body><p>Une page sous un nom de PDF.</p></body></html>", READ),
    "bombe.docx": (docx_bomb, frozenset({"bombe"})),
    "entites.docx": (docx_entities, frozenset({"bombe"})),
    "profond.docx": (docx_nested, READ | BROKEN | frozenset({"bombe", "vide"})),
    "vide-dedans.docx": (docx_without_a_document, BROKEN),
    "bombe.odt": (odt_bomb, frozenset({"bombe"})),
    "entites.odt": (odt_entities, frozenset({"bombe"})),
    "vide-dedans.odt": (odt_empty, BROKEN),
    "bombe.zip": (zip_bomb, frozenset({"bombe"})),
    "archives-dans-archive.zip": (zip_of_zips, frozenset({"bombe"})),
    "vingt-mille.zip": (zip_many_entries, frozenset({"bombe"})),
    "noms.zip": (zip_names, READ),
    "chiffre.zip": (zip_encrypted, frozenset({"chiffre"})),
    "taille-menteuse.zip": (zip_lying_size, BROKEN | frozenset({"bombe"})),
    "mille-parties.eml": (mail_many_parts, READ),
    "profond.eml": (mail_nested, READ | BROKEN | frozenset({"bombe"})),
    "courriels-emboites.eml": (mail_forwarded_in_mail, READ | BROKEN | frozenset({"bombe"})),
    "entetes-fausses.eml": (mail_bad_headers, READ),
    "entete-longue.eml": (mail_long_header, READ),
    "scripts.html": (html_scripts, READ),
    "profond.html": (html_nested, READ | BROKEN | GIVEN_UP | frozenset({"bombe", "vide"})),
    "large.html": (html_wide, READ | GIVEN_UP),
    "attributs.html": (html_attributes, READ | GIVEN_UP | BROKEN),
    "jamais-ferme.html": (html_unclosed, READ | BROKEN | frozenset({"vide", "bombe"})),
    "image.svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>a()</script></svg>", UNKNOWN),
    "entites.xml": (jade_entities, frozenset({"bombe"})),
    "entite-externe.xml": (jade_outside_entity, frozenset({"bombe"})),
    "profond.xml": (jade_nested, BROKEN),
    "large.xml": (jade_wide, READ),
    "tronque.xml": (lambda: _jade(b"abc")[:-20], frozenset({"tronque"})),
    "profond.json": (judilibre_nested, frozenset({"tronque"})),
    "une-ligne.txt": (text_one_line, READ),
    "sans-espace.txt": (text_no_space, READ),
    "deux-cents-mo.txt": (text_two_hundred_megabytes, frozenset({"trop-gros"})),
    "lignes.txt": (text_many_lines, READ),
    "marques.md": (text_marks, READ),
    "nuls.txt": (lambda: b"a\x00b" * 1000, frozenset({"format-inconnu", "illisible"})),
    "que-des-nuls.txt": (lambda: b"\x00" * MEGABYTE, frozenset({"vide"})),
    "octets.txt": (lambda: bytes(range(1, 256)) * 100, frozenset({"format-inconnu", "illisible"})),
    "vide.pdf": (lambda: b"", frozenset({"vide"})),
    "blanc.txt": (lambda: b" \n\t\r\n", frozenset({"vide"})),
    "archive.tar.gz": (lambda: gzip.compress(b"0" * MEGABYTE), UNKNOWN),
    "programme.exe": (lambda: b"MZ\x90\x00" + b"\x00" * 1000, UNKNOWN),
    "image.png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, UNKNOWN),
    "texte\u202egnp.txt": (lambda: b"Un nom qui se lit a l'envers.", READ),
    "😀" * 60 + ".txt": (lambda: b"Un nom en images.", READ),
}  # fmt: skip


def main(folder: Path) -> None:
    """Write every file below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (maker, _) in FILES.items():
        (folder / name).write_bytes(maker())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
