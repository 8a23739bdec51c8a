"""A timeline as asked by the address: filters, grouping, zoom, pages of the list, exports."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Response, make_response, render_template, request

from casetrack.casebook.forms import entry_form
from casetrack.casebook.provenance import Ruling
from casetrack.casebook.views import CaseRef, TimelineView
from casetrack.errors import NotFound, Refused
from casetrack.model import FactStatus, TimelineEntry
from casetrack.web import timeline_lanes, timeline_svg
from casetrack.web.context import casebook, site_address, viewer
from casetrack.web.shown import STATIC
from casetrack.web.timeline_marks import MAX_ROWS
from casetrack.web.timeline_scale import ZOOMS

PER_PAGE = 100
FEW_ROWS = 42
"""Rows of a whole picture, so that it stays about a screen or two high."""
FORMATS = ("svg", "csv", "json", "html")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the query string asks: ``?par=partie&zoom=jours&type=audience&du=2021-03-01&au=...&statut=confirme``."""

    grouping: str
    zoom: str
    types: tuple[str, ...]
    status: str
    since: dt.date | None
    until: dt.date | None
    is_aligned: bool
    page: int

    @property
    def has_filters(self) -> bool:
        return bool(self.types or self.status or self.since or self.until)


ALL = Asked(grouping="nature", zoom="auto", types=(), status="", since=None, until=None, is_aligned=False, page=1)
"""Nothing left out."""


def asked(default: str = "nature") -> Asked:
    """Read the query string; an unknown value is the default, a false date is refused. Raises `Refused`."""
    grouping, zoom = request.args.get("par", default), request.args.get("zoom", "auto")
    page = request.args.get("page", 1, type=int)
    return Asked(
        grouping=grouping if grouping in timeline_lanes.GROUPINGS else default,
        zoom=zoom if zoom in ZOOMS else "auto",
        types=tuple(value for value in request.args.getlist("type") if value),
        status=request.args.get("statut", "") if request.args.get("statut") in set(FactStatus) else "",
        since=_day("du"),
        until=_day("au"),
        is_aligned=request.args.get("aligner") == "depot" and grouping == "affaire",
        page=max(page, 1),
    )


def _day(name: str) -> dt.date | None:
    value = request.args.get(name, "")
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise Refused("La date doit s’écrire AAAA-MM-JJ, par exemple 2021-03-12.") from error


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the template shows: one picture, one page of the list."""

    asked: Asked
    picture: timeline_svg.Picture | None
    entries: tuple[TimelineEntry, ...]
    first: int
    total: int
    pages: int
    cases: Mapping[int, CaseRef]
    types: Mapping[str, int]
    rulings: Mapping[str, Ruling]
    """Who last ruled on a source, by its mark."""


def tell(view: TimelineView, wanted: Asked, *, rows: int = MAX_ROWS) -> Told:
    """Draw the entries of ``view`` as wanted."""
    entries = chosen(view, wanted)
    pages = max(-(-len(entries) // PER_PAGE), 1)
    page = min(wanted.page, pages)
    start = (page - 1) * PER_PAGE
    return Told(
        asked=wanted,
        picture=_picture(view, entries, wanted, rows),
        entries=entries[start : start + PER_PAGE],
        first=start + 1,
        total=len(entries),
        pages=pages,
        cases=view.cases,
        types=view.types,
        rulings=casebook().rulings(entries[start : start + PER_PAGE], viewer=viewer()),
    )


def chosen(view: TimelineView, wanted: Asked) -> tuple[TimelineEntry, ...]:
    return tuple(entry for entry in view.entries if not wanted.status or entry.status == wanted.status)


def _picture(
    view: TimelineView, entries: Sequence[TimelineEntry], wanted: Asked, rows: int = MAX_ROWS
) -> timeline_svg.Picture | None:
    titles = {case_id: (ref.slug, ref.title) for case_id, ref in view.cases.items()}
    lanes = timeline_lanes.group(entries, wanted.grouping, titles)
    if wanted.is_aligned:
        lanes = timeline_lanes.align(lanes)
    references = [
        timeline_svg.Reference(label=band.label, filed_on=band.filed_on, decided_on=band.decided_on)
        for band in view.references
    ]
    return timeline_svg.draw(lanes, zoom=wanted.zoom, references=references[:3], rows=min(rows, _rows_of(len(lanes))))


def _rows_of(lanes: int) -> int:
    """How many rows a lane may take: of fourteen parties in one case, each may have some three."""
    return max(3, FEW_ROWS // max(lanes, 1))


# ----------------------------------------------------------------------------------------- exports


def export(view: TimelineView, wanted: Asked, form: str, title: str, address: str) -> Response:
    """The whole timeline as a file. ``address``: its page, from the root. Raises `NotFound` for another format."""
    entries = chosen(view, wanted)
    name = f"chronologie-{address.replace('/', '-') if '/' in address else 'dossiers'}.{form}"
    if form == "csv":
        return _file(as_csv(entries, view.cases, site_address()), "text/csv; charset=utf-8", name)
    if form == "json":
        return _file(as_json(entries, view.cases), "application/json", name)
    if form == "svg":
        picture = _picture(view, entries, wanted)
        if picture is None:
            raise NotFound("image d’une chronologie sans événement")
        drawn = render_template("cases/timeline.svg", title=title, style=picture_style(), picture=picture)
        return _file(drawn, "image/svg+xml", name, is_static=True)
    if form == "html":
        return _file(alone(view, wanted, title, address), "text/html; charset=utf-8", name, is_static=True)
    raise NotFound(f"format « {form} »")


def alone(view: TimelineView, wanted: Asked, title: str, address: str) -> str:
    """A page that stands alone: picture, legend, list, style, where it comes from and when. ``address``: its page."""
    entries = chosen(view, wanted)
    picture = _picture(view, entries, wanted)
    return render_template(
        "cases/timeline_alone.html",
        entries=entries,
        cases=view.cases,
        title=title,
        style=picture_style(),
        picture=picture,
        site=site_address(),
        address=address,
        today=dt.date.today(),
    )


def as_json(entries: Sequence[TimelineEntry], cases: Mapping[int, CaseRef]) -> str:
    """The fixed form, indented for people."""
    return json.dumps([entry_form(entry, cases) for entry in entries], ensure_ascii=False, indent=2)


def _file(body: str, media_type: str, name: str, *, is_static: bool = False) -> Response:
    response = make_response(body)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if is_static:  # a file that carries its own style, and nothing else
        response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def picture_style() -> str:
    """The colours and the part of the stylesheet that draws the picture, for files that stand alone."""
    sheet = (STATIC / "site.css").read_text(encoding="utf-8")
    colours = sheet[sheet.index(":root {") : sheet.index("@media (prefers-color-scheme: dark)")]
    families = sheet[sheet.index(".f-ecrit {") : sheet.index("/* ---", sheet.index(".f-ecrit {"))]
    drawing = sheet[sheet.index("/* picture: begin */") : sheet.index("/* picture: end */")]
    return f"{colours}{families}{drawing}"


_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def as_csv(entries: Sequence[TimelineEntry], cases: Mapping[int, CaseRef], site: str) -> str:
    """One line an entry, semicolons and a byte-order mark: French spreadsheets open it as it is.

    ``site``: the root of the addresses, without its last slash.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        ["date", "fin", "heure", "précision", "type", "modalité", "titre", "statut", "affaire", "instance", "parties",
         "origines", "sources", "phrases", "adresse du fait"]
    )  # fmt: skip
    for entry in entries:
        row = entry_form(entry, cases)
        values = [row[key] for key in ("date", "date_end", "time", "precision", "type", "modality", "title", "status")]
        values += [row["case"], row["proceeding"], ", ".join(party["name"] for party in row["parties"]), row["origins"]]
        values += [" | ".join(source.title for source in entry.sources)]
        values += [" | ".join(source.quote for source in entry.sources), f"{site}{row['url']}"]
        writer.writerow([cell(value) for value in values])
    return "\ufeff" + out.getvalue()
