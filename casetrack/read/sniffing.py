"""Which format a file is of: its content says, its name only when the content does not."""

from __future__ import annotations

import io
import re
import zipfile

from casetrack.errors import Unreadable

# A document of the Office or OpenDocument family is a ZIP: a member tells which.
_ZIP_FAMILIES = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_XML_ROOT = re.compile(r"<(?![?!])([A-Za-z_][\w.:-]{0,60})")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|a|h[1-6]|span|article|br|table|ul)\b[^>]{0,300}>", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    r"(?:Return-Path|Received|From|To|Cc|Subject|Date|Message-ID|MIME-Version|Delivered-To|Reply-To|Content-Type"
    r"|X-[\w-]{1,40}|DKIM-Signature|Envelope-To|Authentication-Results|ARC-[\w-]{1,30}|Thread-[\w-]{1,30}):",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_ROOTS = {
    "TEXTE_JURI_ADMIN": "jade", "TEXTE_JURI_JUDI": "jade", "TEXTE_JURI_CONSTIT": "jade", "Document": "opendata",
    "html": "html",
}  # fmt: skip
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "ole"), (b"{\\rtf", "rtf"), (b"\x1f\x8b", "gzip"), (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\x00", "image"), (b"MM\x00*", "image"),
    (b"7z\xbc\xaf", "archive"), (b"Rar!", "archive"), (b"BZh", "archive"), (b"\xfd7zXZ", "archive"),
)  # fmt: skip
_ADVICE = {
    "ole": "Les fichiers .doc et .msg ne sont pas lus : enregistrez-les en .docx ou en PDF, un courriel en .eml.",
    "rtf": "Les fichiers RTF ne sont pas lus : enregistrez-le en .docx, en .odt ou en PDF.",
    "xlsx": "Les tableurs ne sont pas lus : enregistrez-le en PDF.",
    "pptx": "Les présentations ne sont pas lues : enregistrez-la en PDF.",
    "opendocument": "Seuls les textes OpenDocument (.odt) sont lus : enregistrez ce fichier en PDF.",
    "image": "C'est une image : enregistrez-la en PDF, puis lancez la reconnaissance de texte.",
    "gzip": "C'est une archive compressée : les archives officielles se lisent par « casetrack import ».",
    "archive": "Cette archive n'est pas lue : décompressez-la, ou refaites-la en .zip.",
    "xml": "Ce fichier XML n'est ni de la base JADE ni de l'open data de la justice administrative.",
    "json": "Ce fichier JSON n'est pas une décision de Judilibre.",
    "svg": "C'est une image SVG : enregistrez-la en PDF.",
    "inconnu": "Ce format n'est pas pris en charge. Enregistrez le fichier en PDF, en .docx, en .odt ou en texte.",
}  # fmt: skip


def sniff(data: bytes, name: str = "") -> str:
    """One of ``pdf html txt md docx odt eml zip jade opendata judilibre``, else a word that `unsupported` explains."""
    if is_pdf(data):
        return "pdf"
    if data.startswith(_ZIP_MAGIC):
        return _zip_family(data)
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data[257:262] == b"ustar":
        return "archive"
    return _sniff_text(data, name.lower())


def is_pdf(data: bytes) -> bool:
    """The mark may come after up to 1,024 bytes of anything, as readers accept; but a ZIP may begin with a PDF."""
    return b"%PDF-" in data[:1024] and not data.startswith(_ZIP_MAGIC)


def unsupported(found: str, name: str) -> Unreadable:
    """The refusal of a format that is not read, with what to do instead."""
    if found == "inconnu" and name.lower().endswith(".pdf"):
        return Unreadable(
            "Ce fichier porte un nom de PDF mais n'en est pas un : téléchargez-le de nouveau.", code="format-inconnu"
        )
    return Unreadable(_ADVICE.get(found, _ADVICE["inconnu"]), code="format-inconnu")


def _zip_family(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            if "mimetype" in members and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").strip()
                if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                    return "odt"
                if kind.startswith(b"application/vnd.oasis.opendocument"):
                    return "opendocument"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "zip"
    return next((family for member, family in _ZIP_FAMILIES if member in members), "zip")


def _sniff_text(data: bytes, name: str) -> str:
    head = _head(data)
    if head is None:
        return "inconnu"
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        found = _markup(start)
        if found:
            return found
    if start.startswith(("{", "[")) and re.search(r'"(?:jurisdiction|decision_date|text|score)"\s*:', start):
        return "judilibre"
    if _is_mail(start):
        return "eml"
    if name.endswith((".html", ".htm", ".xhtml")) and _TAG.search(start):
        return "html"
    if name.endswith(".json"):
        return "json"
    return "md" if name.endswith((".md", ".markdown")) else "txt"


def _head(data: bytes) -> str | None:
    """The first characters, None when these bytes are no text."""
    head = data[:65_536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="ignore")
    if b"\x00" in head:
        return None
    text = head.decode("utf-8", errors="replace")
    odd = len(_CONTROLS.findall(text[:4000]))
    return text if odd <= 0.02 * max(1, len(text[:4000])) else None


def _markup(start: str) -> str:
    root = _XML_ROOT.search(start)
    name = root.group(1) if root else ""
    if name in _ROOTS and (name != "Document" or "Donnees_Techniques" in start or "Dossier" in start):
        return _ROOTS[name]
    if name.lower() == "svg":
        return "svg"
    if _HTML.search(start) or len(_TAG.findall(start[:8000])) >= 3:
        return "html"
    return "xml" if start.startswith("<?xml") else ""


def _is_mail(start: str) -> bool:
    """Header lines and nothing else before the first blank line, two well-known ones at least."""
    block = re.split(r"\r?\n\r?\n", start[:20_000], maxsplit=1)[0]
    lines = [line for line in block.splitlines() if not line.startswith((" ", "\t", "From ", ">From "))]
    names = {match.group(0).lower() for line in lines if (match := _MAIL_HEADER.match(line))}
    all_headers = all(re.match(r"[\x21-\x39\x3b-\x7e]{1,70}:", line) for line in lines)
    return all_headers and len(names & {"from:", "to:", "subject:", "date:", "message-id:", "received:"}) >= 2
