"""A case whole in one ZIP, with its inventory and its timeline, written as it is sent."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flask import Response, render_template, stream_with_context

from casetrack import words
from casetrack.casebook.dossiers import Dossier, DossierItem
from casetrack.casebook.forms import address_of
from casetrack.casebook.views import TimelineView
from casetrack.errors import CasetrackError
from casetrack.model import Viewer, slugify
from casetrack.web import timelines
from casetrack.web.context import casebook, site_address

COLUMNS = (
    *("numéro", "fichier", "nature", "titre", "date", "auteur", "adresse d’origine", "page ici", "licence"),
    *("SHA-256", "octets", "pourquoi il manque"),
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""One moment for all: the same dossier twice is the same bytes."""
_PACKED = frozenset({"pdf", "docx", "odt", "zip", "png", "jpg"})
LOST = "illisible au moment de faire le dossier"


def zipped(found: Dossier, view: TimelineView, looking: Viewer) -> Response:
    """Every document this reader may have, then the inventory and the timeline: they say what was really put in."""
    name = slugify(found.case.slug, 50) or "dossier"
    response = Response(stream_with_context(_pieces(name, found, view, looking)), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


@dataclass
class _Sink(io.RawIOBase):
    """Takes what the archive writes until it is asked for: nothing is kept, in memory or on disk."""

    def __post_init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        return len(piece)

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def _pieces(folder: str, found: Dossier, view: TimelineView, looking: Viewer) -> Iterator[bytes]:
    """The archive as it is written; a document that cannot be read any more is said to be missing."""
    sink, given = _Sink(), list[DossierItem]()
    with zipfile.ZipFile(sink, "w") as archive:
        for item in found.items:
            if item.name:
                try:
                    pieces = casebook().dossier_bytes(item, viewer=looking)
                    first = next(pieces, b"")
                except (CasetrackError, OSError):
                    given.append(replace(item, name="", size=0, absent=LOST))
                    continue
                digest, size = hashlib.sha256(), 0
                with archive.open(_entry(f"{folder}/documents/{item.name}"), "w", force_zip64=True) as file:
                    for piece in _then(first, pieces):
                        file.write(piece)
                        digest.update(piece)
                        size += len(piece)
                        yield sink.take()
                item = replace(item, sha256=digest.hexdigest(), size=size)
            given.append(item)
        for name, text in _pages(found, given, view).items():
            archive.writestr(_entry(f"{folder}/{name}"), text.encode("utf-8"))
            yield sink.take()
    yield sink.take()


def _then(first: bytes, others: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from others


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    is_packed = name.rpartition(".")[2] in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _pages(found: Dossier, items: Sequence[DossierItem], view: TimelineView) -> dict[str, str]:
    """What we write ourselves: the inventory and the timeline, to read and to reckon with."""
    title, site = found.case.title, site_address()
    told = timelines.alone(view, timelines.ALL, title, f"affaires/{found.case.slug}")
    return {
        "chronologie.csv": timelines.as_csv(view.entries, view.cases, site),
        "chronologie.json": timelines.as_json(view.entries, view.cases),
        "chronologie.html": told,
        "inventaire.csv": as_csv(items, site),
        "inventaire.html": render_template("cases/inventory.html", dossier=found, items=items, site=site),
    }


def as_csv(items: Sequence[DossierItem], site: str) -> str:
    """One line a document, semicolons and a byte-order mark, no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in items:
        ref = item.document
        values = (
            *(item.number, item.name, words.KINDS.get(ref.kind, ref.kind), ref.title),
            *(ref.day.isoformat() if ref.day else "", item.author, ref.address, f"{site}{address_of(ref)}"),
            *(item.licence, item.sha256, item.size or "", item.absent),
        )
        writer.writerow(timelines.cell(value) for value in values)
    return "\ufeff" + out.getvalue()
