"""Sources, arrivals, documents and their text versions."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.model import Declared, Reading, Viewer, Visibility
from casetrack.store.database import next_seq, now, rows
from casetrack.store.schema import (
    arrivals,
    case_documents,
    citations,
    decision_dockets,
    decisions,
    documents,
    facts,
    party_aliases,
    sources,
    texts,
    tombstones,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredText:
    """One text version, unpacked. ``pages`` are the offsets where pages begin."""

    id: int
    document_id: int
    text: str
    pages: tuple[int, ...]
    declared: tuple[Declared, ...]
    findings_json: str
    findings_version: str
    extractor: str
    extractor_version: str

    def page_of(self, offset: int) -> int:
        """The 1-based page an offset stands on."""
        return max(1, sum(1 for start in self.pages if start <= offset))


def visible(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The one rule of who may know that a document exists (DECISIONS: section 2)."""
    alive = documents.c.deleted_at.is_(None)
    if viewer.is_member:
        return alive
    seen = documents.c.visibility.in_([Visibility.PUBLIC, Visibility.LISTED])
    return sa.and_(alive, seen, documents.c.state == "read")


def add_source(connection: Connection, sha256: str, size: int, name: str) -> None:
    """Know the bytes, once."""
    connection.execute(
        sqlite_insert(sources).values(sha256=sha256, size=size, name=name, received_at=now()).on_conflict_do_nothing()
    )


def add_arrival(connection: Connection, sha256: str, how: str, **facts: Any) -> None:
    """Where, when and how the bytes came, each time they come."""
    connection.execute(arrivals.insert().values(sha256=sha256, how=how, received_at=now(), **facts))


def list_arrivals(connection: Connection, sha256: str) -> list[dict[str, Any]]:
    return rows(connection, sa.select(arrivals).where(arrivals.c.sha256 == sha256).order_by(arrivals.c.id))


def get_source(connection: Connection, sha256: str) -> dict[str, Any] | None:
    """What is known of the bytes, without them."""
    wanted = (sources.c.sha256, sources.c.size, sources.c.name, sources.c.received_at)
    row = connection.execute(sa.select(*wanted).where(sources.c.sha256 == sha256)).mappings().first()
    return dict(row) if row else None


def packed_original(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of a member of an archive, as kept in the database; None when they are a file of their own."""
    packed = connection.execute(sa.select(sources.c.packed).where(sources.c.sha256 == sha256)).scalar()
    return zlib.decompress(packed) if packed is not None else None


def is_erased(connection: Connection, sha256: str) -> bool:
    """Whether a tombstone forbids these bytes."""
    return connection.execute(sa.select(tombstones.c.sha256).where(tombstones.c.sha256 == sha256)).first() is not None


def create_document(connection: Connection, sha256: str, **values: Any) -> int:
    """A document not read yet. Returns its id."""
    result = connection.execute(
        documents.insert().values(sha256=sha256, state="pending", added_at=now(), change_seq=0, **values)
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def update_document(connection: Connection, document_id: int, **values: Any) -> None:
    """Change a document and stamp it for the index."""
    connection.execute(
        documents.update().where(documents.c.id == document_id).values(change_seq=next_seq(connection), **values)
    )


def touch(connection: Connection, document_ids: Collection[int]) -> None:
    """Stamp documents for the index because something about them changed elsewhere."""
    if document_ids:
        connection.execute(
            documents.update().where(documents.c.id.in_(document_ids)).values(change_seq=next_seq(connection))
        )


def find_by_sha256(connection: Connection, sha256: str) -> dict[str, Any] | None:
    """The document of these bytes, deleted or not."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).mappings().first()
    return dict(row) if row else None


def find_by_archive_id(connection: Connection, archive_id: str) -> dict[str, Any] | None:
    query = sa.select(documents).where(documents.c.archive_id == archive_id, documents.c.deleted_at.is_(None))
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def find_document(connection: Connection, document_id: int, viewer: Viewer) -> dict[str, Any] | None:
    """The row, if this viewer may know of it."""
    if not 0 < document_id < 2**63:  # what SQLite can hold
        return None
    query = sa.select(documents).where(documents.c.id == document_id, visible(viewer))
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def find_documents(connection: Connection, ids: Collection[int], viewer: Viewer) -> dict[int, dict[str, Any]]:
    """Rows by id, of those this viewer may know of."""
    query = sa.select(documents).where(documents.c.id.in_(ids), visible(viewer))
    return {row["id"]: row for row in rows(connection, query)}


def list_documents(
    connection: Connection, viewer: Viewer, *, state: str = "", limit: int = 100, offset: int = 0, shelf: str = ""
) -> list[dict[str, Any]]:
    """Latest first."""
    query = sa.select(documents).where(visible(viewer)).order_by(documents.c.id.desc()).limit(limit).offset(offset)
    if state:
        query = query.where(documents.c.state == state)
    if shelf:
        query = query.where(documents.c.shelf == shelf)
    return rows(connection, query)


def children(connection: Connection, document_id: int, viewer: Viewer) -> list[dict[str, Any]]:
    """Attachments taken in as documents of their own."""
    return rows(connection, sa.select(documents).where(documents.c.parent_id == document_id, visible(viewer)))


def copies(connection: Connection, decision_id: int, viewer: Viewer) -> list[dict[str, Any]]:
    """Documents that are copies of one decision."""
    query = sa.select(documents).where(documents.c.decision_id == decision_id, visible(viewer)).order_by(documents.c.id)
    return rows(connection, query)


# ------------------------------------------------------------------------------------------ texts


def save_text(connection: Connection, document_id: int, reading: Reading, findings_json: str, version: str) -> int:
    """Keep a text version (the same text twice is one) and make it current. Returns its id."""
    body = reading.text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(body).hexdigest()
    found = zlib.compress(findings_json.encode("utf-8"), 6)
    values = {
        "body": zlib.compress(body, 6),
        "pages": list(reading.pages),
        "declared": [asdict(item) for item in reading.declared],
        "findings": found,
        "findings_version": version,
        "extractor": reading.extractor,
        "extractor_version": reading.extractor_version,
    }
    insert = sqlite_insert(texts).values(document_id=document_id, sha256=sha256, created_at=now(), **values)
    text_id = connection.execute(
        insert.on_conflict_do_update(index_elements=["document_id", "sha256"], set_=values).returning(texts.c.id)
    ).scalar_one()
    return int(text_id)


def load_text(connection: Connection, text_id: int) -> StoredText:
    """Unpack a text version."""
    row = connection.execute(sa.select(texts).where(texts.c.id == text_id)).mappings().one()
    return unpack_text(row)


def unpack_text(row: Any) -> StoredText:
    return StoredText(
        id=row["id"],
        document_id=row["document_id"],
        text=unpack(row["body"]),
        pages=tuple(row["pages"]),
        declared=tuple(Declared(**item) for item in row.get("declared", ())),
        findings_json=zlib.decompress(row["findings"]).decode("utf-8") if row["findings"] else "",
        findings_version=row["findings_version"],
        extractor=row["extractor"],
        extractor_version=row["extractor_version"],
    )


def unpack(packed: bytes) -> str:
    """A text as the database holds it."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def load_texts(connection: Connection, document_ids: Collection[int]) -> dict[int, StoredText]:
    """The current text of each document that has one, without what its file declared."""
    wanted = (column for column in texts.c if column is not texts.c.declared)
    query = sa.select(*wanted).join(documents, documents.c.text_id == texts.c.id)
    query = query.where(documents.c.id.in_(document_ids))
    return {row["document_id"]: unpack_text(row) for row in connection.execute(query).mappings()}


def list_texts(connection: Connection, document_id: int) -> list[dict[str, Any]]:
    """The text versions of a document, without their bodies."""
    wanted = (texts.c.id, texts.c.sha256, texts.c.extractor, texts.c.extractor_version, texts.c.created_at)
    return rows(connection, sa.select(*wanted).where(texts.c.document_id == document_id).order_by(texts.c.id))


# -------------------------------------------------------------------------------------- citations


def replace_citations(connection: Connection, document_id: int, found: list[dict[str, Any]]) -> None:
    connection.execute(citations.delete().where(citations.c.document_id == document_id))
    if found:
        connection.execute(citations.insert(), [{"document_id": document_id, **item} for item in found])


def citing(
    connection: Connection, keys: Collection[str], viewer: Viewer, *, limit: int = 200, offset: int = 0
) -> list[dict[str, Any]]:
    """Where any of these keys is cited, with the citing document's row, latest decision first."""
    query = (
        sa.select(citations, documents.c.title, documents.c.court_code, documents.c.decided_on, documents.c.kind)
        .join(documents, documents.c.id == citations.c.document_id)
        .where(citations.c.key.in_(keys), visible(viewer))
        .order_by(documents.c.decided_on.desc(), citations.c.document_id, citations.c.start)
        .limit(limit)
        .offset(offset)
    )
    return rows(connection, query)


def count_citing(connection: Connection, keys: Collection[str], viewer: Viewer) -> int:
    """How many documents this viewer may see cite any of these keys."""
    query = (
        sa.select(sa.func.count(sa.distinct(citations.c.document_id)))
        .join(documents, documents.c.id == citations.c.document_id)
        .where(citations.c.key.in_(keys), visible(viewer))
    )
    return int(connection.execute(query).scalar_one())


def feed(connection: Connection, after: int, limit: int = 500) -> list[dict[str, Any]]:
    """Documents changed since a change number, in order: what the index replays."""
    query = sa.select(documents).where(documents.c.change_seq > after).order_by(documents.c.change_seq).limit(limit)
    return rows(connection, query)


def read_moments(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """When the present text of each of these documents was read."""
    query = sa.select(documents.c.id, texts.c.created_at).join(texts, texts.c.id == documents.c.text_id)
    return {row.id: row.created_at for row in connection.execute(query.where(documents.c.id.in_(ids)))}


def count_by(connection: Connection, viewer: Viewer) -> list[dict[str, Any]]:
    """How many documents per shelf, archive, court and year: what the library holds."""
    year = sa.func.strftime("%Y", documents.c.decided_on).label("year")
    query = (
        sa.select(
            documents.c.shelf,
            documents.c.archive,
            documents.c.court_code,
            year,
            sa.func.count().label("count"),
            sa.func.max(documents.c.updated_on).label("updated_on"),
            sa.func.min(documents.c.added_at).label("since"),
            sa.func.max(documents.c.added_at).label("latest"),
        )
        .where(visible(viewer), documents.c.kind == "decision")
        .group_by(documents.c.shelf, documents.c.archive, documents.c.court_code, year)
        .order_by(documents.c.court_code, year)
    )
    return rows(connection, query)


def totals(connection: Connection) -> dict[str, int]:
    """Counts for `doctor`."""
    alive = documents.c.deleted_at.is_(None)
    query = sa.select(documents.c.state, sa.func.count()).where(alive).group_by(documents.c.state)
    return {state: int(count) for state, count in connection.execute(query)}


def feed_at(connection: Connection, seq: int) -> list[dict[str, Any]]:
    """All the documents one transaction touched last."""
    return rows(connection, sa.select(documents).where(documents.c.change_seq == seq))


def cited_counts(connection: Connection, decision_ids: Collection[int]) -> dict[int, int]:
    """How often each decision is cited, as last counted."""
    if not decision_ids:
        return {}
    query = sa.select(decisions.c.id, decisions.c.cited).where(decisions.c.id.in_(decision_ids))
    return {row.id: row.cited for row in connection.execute(query)}


def dockets_of(connection: Connection, decision_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Every docket each decision closes."""
    if not decision_ids:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    query = sa.select(decision_dockets).where(decision_dockets.c.decision_id.in_(decision_ids))
    for row in connection.execute(query):
        found[row.decision_id] = (*found.get(row.decision_id, ()), row.docket)
    return found


def party_names_of_case(connection: Connection, case_id: int) -> set[str]:
    """Names of the legal persons that take part in a case."""
    query = (
        sa.select(party_aliases.c.alias)
        .join(facts, facts.c.party_id == party_aliases.c.party_id)
        .join(case_documents, case_documents.c.document_id == facts.c.document_id)
        .where(case_documents.c.case_id == case_id, facts.c.kind == "participation", facts.c.status != "ecarte")
        .distinct()
    )
    return set(connection.execute(query).scalars())


def get_any(connection: Connection, document_id: int) -> dict[str, Any]:
    """The row, whoever asks: for the steps that have no viewer. Raises when there is none."""
    return dict(connection.execute(sa.select(documents).where(documents.c.id == document_id)).mappings().one())


def bump(connection: Connection) -> int:
    """Something changed that no document carries: what is kept from the store must be read again."""
    return next_seq(connection)


def kept_sha256s(connection: Connection) -> list[str]:
    """The originals that should be there."""
    return list(connection.execute(sa.select(sources.c.sha256).order_by(sources.c.sha256)).scalars())
