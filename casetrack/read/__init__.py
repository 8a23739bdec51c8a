"""A file becomes text plus what it says of itself.

`read_bytes` works in this process, for files one trusts; `casetrack.read.sandbox` does the same in limited children,
for files that come from elsewhere. Libraries are imported when their format shows up: a child starts fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read.limits import Limits
from casetrack.read.sniffing import READ, sniff, unsupported

__all__ = ["Limits", "read_bytes", "sniff"]

PDF_ENGINES = ("pdfium", "pypdf")
_ENDINGS = {
    "pdf": ("pdf",), "html": ("html", "htm", "xhtml"), "docx": ("docx", "docm", "dotx"), "odt": ("odt", "ott", "fodt"),
    "eml": ("eml", "mail"), "zip": ("zip",),
}  # fmt: skip


def read_bytes(
    data: bytes, name: str, *, limits: Limits | None = None, pdf_engines: Sequence[str] = PDF_ENGINES
) -> Reading:
    """Read one file of any supported format; its content decides, ``name`` only when the content does not.

    Raises `Unreadable`, and nothing else but `MemoryError`: its reason is French and says what to do.
    """
    limits = limits or Limits()
    if not data.strip(b" \t\r\n\x00"):
        raise Unreadable("Ce fichier est vide : vérifiez l'original et déposez-le de nouveau.", code="vide")
    found = sniff(data, name)
    if found not in READ:
        raise unsupported(found, name)
    try:
        reading = _readers(limits, pdf_engines)[found](data)
    except (Unreadable, MemoryError):
        raise
    except RecursionError as error:
        raise Unreadable(
            "Ce fichier emboîte trop d'éléments pour être lu. Ouvrez-le et enregistrez-le en PDF.", code="bombe"
        ) from error
    except Exception as error:  # the libraries raise anything on a damaged file; the rest must go on
        raise Unreadable(
            "Ce fichier est abîmé ou d'une forme inattendue. Ouvrez-le et enregistrez-le en PDF, puis déposez-le.",
            code="illisible",
        ) from error
    return _checked(reading, found, name, limits)


def _readers(limits: Limits, pdf_engines: Sequence[str]) -> dict[str, Callable[[bytes], Reading]]:
    def pdf(data: bytes) -> Reading:
        from casetrack.read import pdf

        return pdf.read(data, limits, pdf_engines)

    def html(data: bytes) -> Reading:
        from casetrack.read import html

        return html.read(data, limits)

    def txt(data: bytes) -> Reading:
        from casetrack.read import text

        return text.read(data)

    def md(data: bytes) -> Reading:
        from casetrack.read import text

        return text.read_markdown(data)

    def jade(data: bytes) -> Reading:
        from casetrack.read import jade

        return jade.read(data)

    def opendata(data: bytes) -> Reading:
        from casetrack.read import opendata_ce

        return opendata_ce.read(data)

    def judilibre(data: bytes) -> Reading:
        from casetrack.read import judilibre

        return judilibre.read(data)

    return {"pdf": pdf, "html": html, "txt": txt, "md": md, "jade": jade, "opendata": opendata, "judilibre": judilibre}


def _checked(reading: Reading, found: str, name: str, limits: Limits) -> Reading:
    """The last word on every reading: bounded, and honest about a misleading name."""
    if len(reading.text) > limits.characters:
        raise Unreadable(
            f"Ce fichier contient plus de {limits.characters // 1_000_000} millions de caractères : découpez-le.",
            code="trop-gros",
        )
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    claimed = next((family for family, endings in _ENDINGS.items() if ending in endings), "")
    if claimed and claimed != found:
        notice = f"Le nom finit par « .{ending} », mais le contenu est d'un autre format ({found}) : lu comme tel."
        reading = replace(reading, notices=(*reading.notices, notice))
    return reading
