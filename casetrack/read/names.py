"""Names that files came with: never a path, never a trick, and titles that a program wrote by itself are none."""

from __future__ import annotations

import re
import unicodedata

_LENGTH = 120
# « Microsoft Word - memoire.doc », « Word Document », « Sans titre 1 », « memoire.odt »
_EMPTY_TITLE = re.compile(
    r"microsoft word - .*|word document|document\d*|untitled.*|sans (?:titre|nom).*"
    r"|.*\.(?:docx?|odt|rtf|indd|pdf|html?)",
    re.IGNORECASE,
)


def is_empty_title(title: str) -> bool:
    """Whether a title says nothing of the document: the program's own, or the name of a file."""
    return bool(_EMPTY_TITLE.fullmatch(title.strip()))


def safe_name(name: str, default: str = "sans-nom") -> str:
    """The last part of a name, without control or direction characters, at most 120 characters, ending kept.

    ``../../etc/passwd`` -> ``passwd``; ``C:\\\\dossier\\\\a.pdf`` -> ``a.pdf``.
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(" " if char.isspace() else char for char in last if _is_plain(char))
    kept = unicodedata.normalize("NFC", " ".join(kept.split())).strip(". ")
    if not kept:
        return default
    if len(kept) > _LENGTH:
        stem, dot, ending = kept.rpartition(".")
        kept = f"{stem[: _LENGTH - 1 - len(ending)]}.{ending}" if dot and len(ending) <= 8 else kept[:_LENGTH]
    return kept


def _is_plain(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
