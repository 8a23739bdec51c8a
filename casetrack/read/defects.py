"""What a file holds beside what it shows, to be known before it is published: text under boxes or without colour,
hidden layers, notes, tracked changes, files inside, names in its properties.

The public never gets the file; what the original hides must not be in the text either: `Defect.text` is cut from it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from casetrack.errors import Unreadable
from casetrack.read import wire
from casetrack.read.limits import Limits
from casetrack.read.sniffing import sniff

HIDDEN_TEXT = frozenset({"boite", "sans-couleur", "invisible", "calque", "minuscule", "hors-page", "texte-masque"})
MOST = 200
TEXT_LIMIT = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Defect:
    """One thing to know. ``kind``: ``boite``, ``sans-couleur``, ``invisible``, ``minuscule``, ``hors-page``,
    ``calque``, ``annotation``, ``formulaire``, ``fichier-joint``, ``proprietes``, ``versions``, ``commentaire``,
    ``revision``, ``texte-masque``, ``objet``. ``text`` is what is hidden, when it can be read."""

    kind: str
    detail: str
    page: int = 0
    text: str = ""

    @property
    def is_hidden_text(self) -> bool:
        """Whether readers of the text would see what readers of the page do not."""
        return self.kind in HIDDEN_TEXT


def inspect_bytes(data: bytes, name: str, limits: Limits) -> tuple[Defect, ...]:
    """The defects of one file; none in formats that hide nothing. Raises `Unreadable` for a file that defeats us."""
    found = sniff(data, name)
    try:
        if found == "pdf":
            from casetrack.read import inspect_pdf

            return _few(inspect_pdf.inspect(data, limits))
        if found == "docx":
            from casetrack.read import inspect_docx

            return _few(inspect_docx.inspect(data, limits))
        if found == "odt":
            from casetrack.read import inspect_odt

            return _few(inspect_odt.inspect(data, limits))
        if found == "html":
            from casetrack.read import inspect_html

            return _few(inspect_html.inspect(data))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # any fault of a library: what was not examined is not published
        reason = "L'examen du fichier a échoué : imprimez-le en PDF, puis déposez la copie."
        raise Unreadable(reason, code="illisible") from error
    return ()


def _few(found: list[Defect]) -> tuple[Defect, ...]:
    return tuple(dict.fromkeys(found))[:MOST]


def to_wire(found: tuple[Defect, ...]) -> bytes:
    """The answer of a child."""
    return wire.pack({"defects": [asdict(item) | {"text": item.text[:TEXT_LIMIT]} for item in found]})


def from_wire(body: bytes, _blobs: bytes) -> tuple[Defect, ...]:
    """The defects that an answer holds. Raises ValueError when it makes no sense."""
    try:
        return tuple(
            Defect(kind=str(i["kind"]), detail=str(i["detail"]), page=int(i["page"]), text=str(i["text"]))
            for i in json.loads(body)["defects"]
        )
    except (KeyError, TypeError) as error:
        raise ValueError("answer out of form") from error
