"""A file becomes text plus what it says of itself.

`read_bytes` works in this process, for files one trusts; `casetrack.read.sandbox` does the same in limited children,
for files that come from elsewhere. Libraries are imported when their format shows up: a child starts fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read.limits import Limits
from casetrack.read.sniffing import sniff, unsupported

__all__ = ["Limits", "read_bytes", "sniff"]

PDF_ENGINES = ("pdfium", "pypdf")
_MODULES = {
    "pdf": "pdf", "html": "html", "txt": "text", "md": "markdown", "docx": "docx", "odt": "odt", "eml": "mail",
    "zip": "zipped", "jade": "jade", "opendata": "opendata_ce", "judilibre": "judilibre",
}  # fmt: skip
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
    if found not in _MODULES:
        raise unsupported(found, name)
    _check_size(data, found, limits)
    try:
        reading = _read(found, data, limits, pdf_engines)
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


def _check_size(data: bytes, found: str, limits: Limits) -> None:
    """Formats without compression say their weight at once: refuse before any copy is made."""
    room = {"pdf": None, "zip": None, "docx": None, "odt": None, "eml": 2 * limits.unpacked}.get(
        found, limits.characters
    )
    if room is not None and len(data) > room:
        raise Unreadable(
            f"Ce fichier pèse {len(data) // 1_000_000} Mo, trop pour un texte : découpez-le, ou déposez-le en PDF.",
            code="trop-gros",
        )


def _read(found: str, data: bytes, limits: Limits, pdf_engines: Sequence[str]) -> Reading:
    module = import_module(f"casetrack.read.{_MODULES[found]}")
    reading = module.read(data, limits, pdf_engines) if found == "pdf" else module.read(data, limits)
    assert isinstance(reading, Reading)
    return reading


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
