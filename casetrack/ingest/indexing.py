"""From the store to the index: what each audience may find of a document. The index replays change numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from casetrack.extract.output import from_json
from casetrack.masking import Named, blanked, named_in
from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    Finding,
    Findings,
    IndexRecord,
    PartyType,
    Shelf,
    Visibility,
)
from casetrack.model import DocumentKind as Kind
from casetrack.search import Index
from casetrack.store import Connection, Store, documents, last_seq, library
from casetrack.store.documents import StoredText
from casetrack.store.publications import Published, is_open, published

BATCH = 400
INDEXED = frozenset(
    {"formation", "dockets", "ecli", "zones", "parties", "outcome", "grounds", "liberties", "citations", "withheld"}
)
"""The findings that `records` looks at: the others are not unpacked."""
_CUT = "[…]"
_BENCH = (
    ("assembl", 1.0),
    ("section", 0.85),
    ("réunies", 0.65),
    ("réunis", 0.65),
    ("chambre", 0.45),
    ("sous-section", 0.45),
)
_LEVEL = {"A": 0.3, "B": 0.15}


def masked(text: str, spans: Sequence[Finding]) -> str:
    """The text without these passages, same length: judges' names are in no index (art. L. 10 CJA).

    « en présence de Mme […], greffière »: the mark is at the end of the blank, so that spaces put together read well.
    """
    if not spans:
        return text
    pieces, last = [], 0
    for span in sorted(spans, key=lambda item: item.start):
        start = max(span.start, last)
        if span.end > start:
            pieces += [text[last:start], _CUT.rjust(span.end - start)[: span.end - start]]
            last = span.end
    return "".join([*pieces, text[last:]])


def authority(formation: str, level: str, cited: int) -> float:
    """0 to 1: the bench, the publication level, and how often others cite it."""
    bench = next((weight for word, weight in _BENCH if word in formation.lower()), 0.3)
    return min(1.0, 0.5 * bench + _LEVEL.get(level, 0.0) + min(0.3, 0.08 * math.log1p(cited)))


def records(
    row: dict[str, Any],
    stored: StoredText,
    findings: Findings,
    dockets: Sequence[str] = (),
    cited: int = 0,
    public: tuple[str, str] = ("", ""),
) -> Iterator[IndexRecord]:
    """The faces of one document: one for everybody, or one for visitors and one for members.

    ``public``: the title and text that visitors may find, both masked, of what is no official decision.
    """
    text = masked(stored.text, findings.withheld)
    common: dict[str, Any] = {
        "document_id": row["id"],
        "kind": Kind(row["kind"]),
        "shelf": Shelf(row["shelf"]),
        "title": row["title"],
        "court_code": row["court_code"],
        "day": row["decided_on"] or row["published_on"],
        "publisher": row["publisher"],
        "is_demo": row["is_demo"],
        "cited": cited,
        "authority": authority(findings.formation.value if findings.formation else "", row["publication_level"], cited)
        if row["kind"] == Kind.DECISION
        else 0.0,
    }
    read: dict[str, Any] = {
        "text": text,
        "zones": tuple((zone.zone.value, text[zone.start : zone.end]) for zone in findings.zones),
        "basis": row["basis"],
        "dockets": tuple(dict.fromkeys([*dockets, *(value.value for value in findings.dockets)])),
        "ecli": findings.ecli.value if findings.ecli else "",
        "parties": tuple(dict.fromkeys(party.name for party in findings.parties if _may_be_found(party))),
        "plaintiffs": _names(findings, PLAINTIFF_ROLES),
        "defendants": _names(findings, DEFENDANT_ROLES),
        "outcomes": tuple(dict.fromkeys(value.value for value in findings.outcome)),
        "grounds": tuple(dict.fromkeys(value.value for value in findings.grounds)),
        "liberties": tuple(dict.fromkeys(value.value for value in findings.liberties)),
        "articles": tuple(dict.fromkeys(c.key for c in findings.citations if c.kind == "article" and c.key)),
        "cites": _cites(findings),
    }
    visibility = Visibility(row["visibility"])
    if row["kind"] == Kind.DECISION and is_open(row):
        yield IndexRecord(audience="all", **common, **read)
        return
    if visibility != Visibility.MEMBERS:
        title, shown = (row["title"], text) if is_open(row) else public
        publisher = row["publisher"] if is_open(row) else blanked(row["publisher"], Named())
        yield IndexRecord(audience="public", **{**common, "title": title, "publisher": publisher}, text=shown)
    yield IndexRecord(audience="members", **common, **read)


def public_words(row: dict[str, Any], stored: StoredText, frozen: Published | None) -> tuple[str, str]:
    """(title, text) that visitors may find of a document that is no official decision: no natural person in them.

    Numbers of persons are left out: « Personne 1 » is no word to search for.
    """
    if row["visibility"] == Visibility.MEMBERS or is_open(row):
        return "", ""
    if row["visibility"] == Visibility.PUBLIC:
        return (frozen.title, frozen.text) if frozen else ("", "")
    named = named_in(stored.text, from_json(stored.findings_json) if stored.findings_json else None)
    return (blanked(row["title"], named), blanked(row["quotation"], named))


def _may_be_found(party: Any) -> bool:
    return bool(party.type != PartyType.NATURAL)


def _names(findings: Findings, roles: frozenset[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in findings.parties if p.role in roles and _may_be_found(p)))


def _cites(findings: Findings) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for citation in findings.citations:
        if citation.kind in ("decision", "docket"):
            for form in (citation.key, citation.number):
                if form:
                    found[form] = None
    return tuple(found)


def _is_spare(row: dict[str, Any], leading: dict[int, int]) -> bool:
    """Whether another official copy of the same decision stands for this one."""
    if row["visibility"] != Visibility.PUBLIC or not row["archive"] or not row["decision_id"]:
        return False
    return bool(leading.get(row["decision_id"], row["id"]) != row["id"])


class Feed:
    """Replays what changed in the store since the index last looked."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def batch(self, after: int) -> tuple[list[IndexRecord], list[int], int]:
        """(records, ids to delete, change number reached) of the next changes; the number is ``after`` at the end."""
        with self._store.read() as connection:
            changed = documents.feed(connection, after, BATCH)
            if not changed:
                return [], [], after
            reached = changed[-1]["change_seq"]
            if len(changed) == BATCH and changed[0]["change_seq"] != reached:
                changed = [row for row in changed if row["change_seq"] != reached]
                reached = changed[-1]["change_seq"]
            elif len(changed) == BATCH:  # one great transaction: all of it, or some would be lost
                changed = documents.feed_at(connection, reached)
            return self._made(connection, changed), [row["id"] for row in changed], reached

    def between(self, first: int, last: int) -> list[IndexRecord]:
        """Records of the documents with these ids, both ends included: a slice of the whole, for a rebuild."""
        with self._store.read() as connection:
            return self._made(connection, library.rows_between(connection, first, last))

    def _made(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> list[IndexRecord]:
        """The records of those that are to be found: of official copies of one decision, one."""
        alive = [row for row in rows if row["deleted_at"] is None and row["state"] == "read"]
        decided = [row["decision_id"] for row in alive if row["decision_id"]]
        leading = library.leading_copies(connection, decided)
        alive = [row for row in alive if not _is_spare(row, leading)]
        texts = documents.load_texts(connection, [row["id"] for row in alive])
        cited = documents.cited_counts(connection, decided)
        dockets = documents.dockets_of(connection, decided)
        frozen = published(connection, [row["id"] for row in alive if row["visibility"] == Visibility.PUBLIC])
        return [
            record
            for row in alive
            if row["id"] in texts
            for record in records(
                row,
                texts[row["id"]],
                from_json(texts[row["id"]].findings_json, only=INDEXED),
                dockets.get(row["decision_id"], ()),
                cited.get(row["decision_id"], 0),
                public_words(row, texts[row["id"]], frozen.get(row["id"])),
            )
        ]

    def waiting(self, after: int) -> int:
        """How many documents changed since."""
        with self._store.read() as connection:
            return library.waiting(connection, after)

    def ids(self) -> tuple[int, int]:
        """Smallest and largest document ids; (0, -1) when there is none."""
        with self._store.read() as connection:
            return library.id_range(connection)

    def expected(self) -> int:
        """How many entries an index that is up to date holds."""
        with self._store.read() as connection:
            return library.count_faces(connection)

    def reached(self) -> int:
        """The latest change number of the store."""
        with self._store.read() as connection:
            return last_seq(connection)

    def everything(self) -> Iterator[IndexRecord]:
        """Every record, for a rebuild."""
        after = 0
        while True:
            made, _, reached = self.batch(after)
            if reached == after:
                return
            yield from made
            after = reached

    def replay(self, index: Index) -> int:
        """Bring the index up to date; returns how many documents it looked at."""
        count = 0
        while True:
            made, gone, reached = self.batch(index.last_seq)
            if reached == index.last_seq:
                return count
            index.apply(made, gone, reached)
            count += len(gone)


__all__ = ["Feed", "authority", "masked", "records"]
