"""The text of a document as one viewer may read it: whole, as an editor published it, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from casetrack.extract.output import from_json
from casetrack.ingest.indexing import masked
from casetrack.masking import Masked
from casetrack.model import CitationFinding, Findings, Viewer, Zone
from casetrack.store import Connection, documents
from casetrack.store.documents import StoredText
from casetrack.store.publications import Published, is_open, published


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownText:
    """``findings`` have their places in ``text``; None when the viewer gets none. ``published`` says who published."""

    text: str
    pages: tuple[int, ...]
    findings: Findings | None
    zones: tuple[Zone, ...] = ()
    citations: tuple[CitationFinding, ...] = ()
    published: Published | None = None

    @property
    def quiet(self) -> str:
        """The text without the names of judges and clerks, same places: what is quoted outside its own page."""
        return masked(self.text, self.findings.withheld) if self.findings else self.text

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Where a passage of the whole text stands in this one; (0, 0) when it is not there."""
        if self.published is None:
            return start, end
        if self.published.text_id < 0:
            return 0, 0
        return Masked(text=self.text, pieces=self.published.pieces).span(start, end)


def shown_texts(
    connection: Connection,
    rows: Collection[Mapping[str, Any]],
    viewer: Viewer,
    only: frozenset[str] | None = None,
) -> dict[int, ShownText]:
    """By document id, what this viewer may read of these documents (already known to be visible to them).

    ``only``: the findings that are wanted, where a page has no use for all of them.
    """
    whole = {row["id"]: row for row in rows if row["text_id"] and (viewer.is_member or is_open(row))}
    asked = (
        {} if viewer.is_member else {r["id"]: r for r in rows if r["visibility"] == "public" and r["id"] not in whole}
    )
    frozen = published(connection, asked)
    texts = documents.load_texts(connection, [*whole, *frozen])
    found = {key: _whole(texts[key], only) for key in whole if key in texts}
    found |= {key: _published(texts.get(key), item) for key, item in frozen.items()}
    return found


def _whole(stored: StoredText, only: frozenset[str] | None) -> ShownText:
    findings = from_json(stored.findings_json, only=only) if stored.findings_json else None
    return ShownText(
        text=stored.text,
        pages=stored.pages,
        findings=findings,
        zones=findings.zones if findings else (),
        citations=findings.citations if findings else (),
    )


def _published(stored: StoredText | None, item: Published) -> ShownText:
    """Pages, zones and references of the masked text; none when the document was read again since."""
    if stored is None or stored.id != item.text_id or not stored.findings_json:
        return ShownText(text=item.text, pages=(0,), findings=None, published=replace(item, text_id=-1))
    given = Masked(text=item.text, pieces=item.pieces)
    findings = from_json(stored.findings_json)
    zones = [replace(zone, start=given.place(zone.start), end=given.place(zone.end)) for zone in findings.zones]
    cited = []
    for citation in findings.citations:
        start, end = given.span(citation.start, citation.end)
        if end and item.text[start:end] == citation.text:
            cited.append(replace(citation, start=start, end=end))
    return ShownText(
        text=item.text,
        pages=tuple(given.place(page) for page in stored.pages),
        findings=None,
        zones=tuple(zone for zone in zones if zone.end > zone.start),
        citations=tuple(cited),
        published=item,
    )
