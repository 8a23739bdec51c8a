"""PDF: pdfium reads best and fastest, but may take its process down; pypdf is the one that never does.

So this module is meant to run in a child of `sandbox`. Properties, outline and attachments come from the library that
read the text: pdfium accepts damaged files that pypdf refuses, and one parse is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casetrack.errors import Unreadable
from casetrack.model import Attachment, Declared, Reading
from casetrack.read import clean, names
from casetrack.read.limits import Limits
from casetrack.read.pages import assemble
from casetrack.read.wrapped import Line

ENGINES = ("pdfium", "pypdf")
SCAN_NOTICE = "Image sans texte : reconnaissance à lancer"
LOST_NOTICE = "Les espaces entre les mots manquent dans ce PDF : la recherche peut être incomplète."
SCAN_BELOW = 50
"""Characters a page under which a PDF is a picture of text."""
_LETTERS = re.compile(r"[^\W\d_]")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(kw_only=True)
class Raw:
    """What an engine found: lines page by page, properties by their PDF name, outline as (title, page from 0)."""

    engine: str
    version: str
    pages: list[list[Line]]
    properties: dict[str, str] = field(default_factory=dict)
    outline: list[tuple[str, int]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    """Pages, from 0, that are pictures without text; empty when the engine cannot tell."""


def read(data: bytes, limits: Limits, engines: Sequence[str] = ENGINES) -> Reading:
    """A PDF by the first of ``engines`` that gives a good text.

    Raises `Unreadable`: ``chiffre`` behind a password, ``trop-gros`` beyond the page limit, ``illisible`` otherwise.
    """
    best: Raw | None = None
    refusal: Unreadable | None = None
    for engine in engines:
        try:
            raw = _read_with(engine, data, limits)
        except Unreadable as error:
            if error.code in {"chiffre", "trop-gros"}:
                raise
            refusal = refusal or error
            continue
        if not has_lost_spaces(raw.pages):
            return to_reading(raw)
        best = best or raw
    if best is None:
        raise refusal or _damaged()
    best.notices.append(LOST_NOTICE)
    return to_reading(best)


def _read_with(engine: str, data: bytes, limits: Limits) -> Raw:
    """Any exception of a PDF library means a damaged file: pypdf raises AssertionError or TypeError too."""
    try:
        if engine == "pdfium":
            from casetrack.read import pdf_pdfium

            return pdf_pdfium.read(data, limits)
        from casetrack.read import pdf_pypdf

        return pdf_pypdf.read(data, limits)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise _damaged() from error


def has_lost_spaces(pages: list[list[Line]]) -> bool:
    """« d'unsystèmeDebian,souslaforme »: under one space for twelve letters, or words of twelve letters and more."""
    text = "\n".join(line.text for page in pages[:20] for line in page)
    letters = len(_LETTERS.findall(text))
    words = text.split()
    if letters < 200 or not words:
        return False
    median = sorted(len(word) for word in words)[len(words) // 2]
    return len(words) * 12 < letters or median > 12


def to_reading(raw: Raw) -> Reading:
    """The text cleaned and assembled, with what the file declares."""
    cleaned = [[_clean(line) for line in page] for page in raw.pages]
    text, offsets = assemble([[line for line in page if line.text] for page in cleaned])
    is_scan = len(text) < SCAN_BELOW * max(1, len(raw.pages))
    notices = [*raw.notices, *_picture_notice(raw, is_scan)]
    return Reading(
        text=text,
        pages=offsets,
        format="pdf",
        extractor=raw.engine,
        extractor_version=f"{raw.version}+{clean.READ_VERSION}",
        declared=tuple(_declared(raw.properties)),
        attachments=tuple(raw.attachments),
        outline=tuple(_placed(text, offsets, title, page) for title, page in raw.outline if title.strip()),
        notices=tuple(notices),
        needs_ocr=is_scan,
    )


def _picture_notice(raw: Raw, is_scan: bool) -> list[str]:
    if is_scan:
        return [SCAN_NOTICE]
    if not raw.scanned:
        return []
    shown = ", ".join(str(page + 1) for page in raw.scanned[:20]) + ("…" if len(raw.scanned) > 20 else "")
    return [f"Pages sans texte, qui sont des images : {shown}. La reconnaissance de texte peut les lire."]


def _placed(text: str, offsets: tuple[int, ...], title: str, page: int) -> tuple[str, int]:
    """An entry of the outline at its words on its page, else at the top of the page."""
    title = clean.one_line(title)
    page = min(page, len(offsets) - 1)
    end = offsets[page + 1] if page + 1 < len(offsets) else len(text)
    found = text.find(title, offsets[page], end + len(title))
    return title, found if found >= 0 else offsets[page]


def _clean(line: Line) -> Line:
    text = clean.characters(line.text).replace("\n", " ").strip()
    return Line(text, line.page, line.left, line.right, line.top, line.bottom)


def _declared(properties: dict[str, str]) -> list[Declared]:
    found = []
    for name, target in (("Title", "title"), ("Author", "author")):
        value = clean.one_line(properties.get(name, ""))
        if value and not (target == "title" and names.is_empty_title(value)):
            found.append(Declared(field=target, value=value, origin="propriete"))
    moment = _PDF_DATE.match(properties.get("ModDate") or properties.get("CreationDate") or "")
    if moment:
        found.append(Declared(field="modified_on", value="-".join(moment.groups()), origin="propriete"))
    return found


def too_many_pages(count: int, limits: Limits) -> Unreadable:
    """The refusal of a document longer than the installation accepts."""
    return Unreadable(
        f"Ce PDF compte {count} pages, au-delà de la limite de {limits.pages}. Découpez-le, ou relevez le réglage "
        "CASETRACK_PARSE_PAGES.",
        code="trop-gros",
    )


def locked() -> Unreadable:
    """The refusal of a document behind a password."""
    return Unreadable(
        "Ce PDF est protégé par un mot de passe. Ouvrez-le, enregistrez une copie sans mot de passe, puis déposez-la.",
        code="chiffre",
    )


def _damaged() -> Unreadable:
    return Unreadable(
        "Ce PDF est incomplet ou abîmé. Téléchargez-le de nouveau, ou ouvrez-le et imprimez-le en PDF.",
        code="illisible",
    )
