"""Bulk writes of the library: many decisions of official archives in one transaction, without a round trip a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.store.database import next_seq, now, rows
from casetrack.store.publications import open_documents
from casetrack.store.schema import (
    arrivals,
    citations,
    decision_dockets,
    decisions,
    documents,
    sources,
    texts,
    tombstones,
)

ASKED = 500
"""Values in one question to SQLite."""
T = TypeVar("T")


def parts(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in order, ``size`` at a time."""
    left = iter(values)
    while part := list(islice(left, size)):
        yield part


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """One decision of an archive, read and packed, ready to be written: columns by table."""

    label: str
    """Where it came from: archive and member."""
    name: str
    sha256: str
    size: int
    packed: bytes
    document: dict[str, Any]
    text: dict[str, Any]
    citations: tuple[dict[str, Any], ...]
    dockets: tuple[str, ...]
    ecli: str


Docket = tuple[str, dt.date, str]
"""Court, day, docket: no two decisions share one."""


def seen(connection: Connection, sha256s: Collection[str]) -> set[str]:
    """Which of these bytes are a document already, or were erased and may not come back."""
    found: set[str] = set()
    for column in (documents.c.sha256, tombstones.c.sha256):
        for part in parts(sha256s, ASKED):
            found |= set(connection.execute(sa.select(column).where(column.in_(part))).scalars())
    return found


def holders(connection: Connection, archive_ids: Collection[str]) -> list[dict[str, Any]]:
    """The documents, not deleted, that archives know by these identifiers."""
    alive = documents.c.deleted_at.is_(None)
    return [
        row
        for part in parts(archive_ids, ASKED)
        for row in rows(connection, sa.select(documents).where(documents.c.archive_id.in_(part), alive))
    ]


def add(connection: Connection, incoming: Sequence[Incoming]) -> None:
    """Write decisions that are all new: sources, arrivals, documents, texts, citations, what they decide."""
    if not incoming:
        return
    moment, seq = now(), next_seq(connection)
    decision_ids = ensure_decisions(connection, incoming)
    first, first_text = _next_id(connection, documents), _next_id(connection, texts)
    keep_sources(connection, incoming)
    rows_of_documents, rows_of_texts, rows_of_citations = [], [], []
    for place, item in enumerate(incoming):
        document_id, text_id = first + place, first_text + place
        more = {"origin": f"document-{document_id}", "decision_id": decision_ids[place], "text_id": text_id}
        stamp = {"id": document_id, "sha256": item.sha256, "added_at": moment, "change_seq": seq}
        rows_of_documents.append(item.document | more | stamp)
        rows_of_texts.append(item.text | {"id": text_id, "document_id": document_id, "created_at": moment})
        rows_of_citations += [{"document_id": document_id, **citation} for citation in item.citations]
    connection.execute(documents.insert(), rows_of_documents)
    connection.execute(texts.insert(), rows_of_texts)
    if rows_of_citations:
        connection.execute(citations.insert(), rows_of_citations)


def _next_id(connection: Connection, table: sa.Table) -> int:
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0))).scalar_one()) + 1


def keep_sources(connection: Connection, incoming: Sequence[Incoming]) -> None:
    """The original bytes, packed, and how they came."""
    moment = now()
    connection.execute(
        sqlite_insert(sources).on_conflict_do_nothing(),
        [
            {"sha256": i.sha256, "size": i.size, "name": i.name, "received_at": moment, "packed": i.packed}
            for i in incoming
        ],
    )
    connection.execute(
        arrivals.insert(),
        [{"sha256": i.sha256, "how": "archive", "name": i.label, "received_at": moment} for i in incoming],
    )


def ensure_decisions(connection: Connection, incoming: Sequence[Incoming]) -> list[int | None]:
    """The decision of each: the one of that court and day that closes one of its dockets, else a new one.

    None where court, day or docket is not known: such a document stands alone.
    """
    known = _known(connection, {docket for item in incoming for docket in item.dockets})
    found: list[int | None] = []
    made: list[dict[str, Any]] = []
    joined: list[dict[str, Any]] = []
    eclis: list[dict[str, Any]] = []
    following = _next_id(connection, decisions)
    for item in incoming:
        places = _places(item)
        if not places:
            found.append(None)
            continue
        decision_id = next((known[place] for place in places if place in known), None)
        if decision_id is None:
            decision_id = following + len(made)
            court, day, docket = places[0]
            key = f"{court}/{day.isoformat()}/{docket}"
            row = {"id": decision_id, "key": key, "court_code": court, "decided_on": day, "ecli": item.ecli}
            made.append(row | {"cited": 0})
        elif item.ecli:
            eclis.append({"this": decision_id, "said": item.ecli})
        for place in places:
            if place not in known:
                known[place] = decision_id
                joined.append({"docket": place[2], "court_code": place[0], "decision_id": decision_id})
        found.append(decision_id)
    _write_decisions(connection, made, joined, eclis)
    return found


def _places(item: Incoming) -> list[Docket]:
    court, day = item.document["court_code"], item.document["decided_on"]
    return [(court, day, docket) for docket in item.dockets] if court and day else []


def _known(connection: Connection, dockets: Collection[str]) -> dict[Docket, int]:
    found: dict[Docket, int] = {}
    for part in parts(dockets, ASKED):
        query = (
            sa.select(decisions.c.id, decisions.c.court_code, decisions.c.decided_on, decision_dockets.c.docket)
            .join(decision_dockets, decision_dockets.c.decision_id == decisions.c.id)
            .where(decision_dockets.c.docket.in_(part), decision_dockets.c.court_code == decisions.c.court_code)
            .order_by(decisions.c.id.desc())
        )
        for row in connection.execute(query):
            found[row.court_code, row.decided_on, row.docket] = row.id
    return found


def _write_decisions(
    connection: Connection, made: list[dict[str, Any]], joined: list[dict[str, Any]], eclis: list[dict[str, Any]]
) -> None:
    if made:
        connection.execute(decisions.insert(), made)
    if joined:
        connection.execute(sqlite_insert(decision_dockets).on_conflict_do_nothing(), joined)
    if eclis:
        without = sa.and_(decisions.c.id == sa.bindparam("this"), decisions.c.ecli == "")
        connection.execute(decisions.update().where(without).values(ecli=sa.bindparam("said")), eclis)


# ---------------------------------------------------------------------------- a text replaced


def forget_version(connection: Connection, document_id: int, sha256: str, why: str) -> None:
    """Remove every text and the original of a document that an archive has replaced; they may not come back."""
    connection.execute(texts.delete().where(texts.c.document_id == document_id))
    connection.execute(arrivals.delete().where(arrivals.c.sha256 == sha256))
    connection.execute(sources.delete().where(sources.c.sha256 == sha256))
    connection.execute(sqlite_insert(tombstones).values(sha256=sha256, at=now(), why=why).on_conflict_do_nothing())


# ----------------------------------------------------------------------------- how often cited


_COUNT = sa.text("""
with keys (decision_id, key) as (
    select d.id, d.court_code || '/' || d.decided_on || '/' || n.docket
      from decisions d join decision_dockets n on n.decision_id = d.id
    union all
    select d.id, d.court_code || '/' || n.docket
      from decisions d join decision_dockets n on n.decision_id = d.id
),
counted (decision_id, many) as (
    select keys.decision_id, count(distinct coalesce(c.decision_id, -c.id))
      from keys
      join citations on citations.key = keys.key
      join documents c on c.id = citations.document_id
     where c.deleted_at is null and c.state = 'read' and c.kind = 'decision' and c.visibility = 'public'
       and coalesce(c.decision_id, 0) != keys.decision_id
     group by keys.decision_id
)
select d.id, d.cited as before, coalesce(counted.many, 0) as after
  from decisions d left join counted on counted.decision_id = d.id
 where d.cited != coalesce(counted.many, 0)
""")
_STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610)
"""Ranking feels a citation less and less: within two of these steps the index need not be told."""
STAMPED = 200
"""Documents under one change number: what the index reads in one go."""


def recount_citations(connection: Connection) -> int:
    """Count again how many public decisions cite each one; stamp those whose rank may change. Returns how many
    decisions changed."""
    changed = list(connection.execute(_COUNT))
    for part in parts(changed, 5000):
        connection.execute(
            decisions.update().where(decisions.c.id == sa.bindparam("this")).values(cited=sa.bindparam("many")),
            [{"this": row.id, "many": row.after} for row in part],
        )
    stamp_decisions(connection, [row.id for row in changed if _step(row.before) != _step(row.after)])
    return len(changed)


def _step(many: int) -> int:
    return sum(many >= step for step in _STEPS)


def stamp_decisions(connection: Connection, decision_ids: Iterable[int]) -> None:
    """Have the index read again every document of these decisions."""
    for part in parts(decision_ids, STAMPED):
        connection.execute(
            documents.update().where(documents.c.decision_id.in_(part)).values(change_seq=next_seq(connection))
        )


# -------------------------------------------------------------------------- copies of one decision


def leading_copies(connection: Connection, decision_ids: Collection[int]) -> dict[int, int]:
    """The document that stands for each decision in search: of a followed dossier first, else the first that came.

    Only official copies that everybody may see are alike enough to stand for one another.
    """
    found: dict[int, int] = {}
    for part in parts(decision_ids, ASKED):
        query = (
            sa.select(documents.c.decision_id, documents.c.id)
            .where(documents.c.decision_id.in_(part), _is_copy())
            .order_by(documents.c.shelf == "dossiers", documents.c.id.desc())
        )
        found |= {row.decision_id: row.id for row in connection.execute(query)}
    return found


def _is_copy() -> sa.ColumnElement[bool]:
    return sa.and_(
        documents.c.deleted_at.is_(None),
        documents.c.state == "read",
        documents.c.visibility == "public",
        documents.c.archive != "",
        documents.c.text_id.is_not(None),
    )


def count_faces(connection: Connection) -> int:
    """How many entries the index should hold: one a public decision, two a listed document, one for each other."""
    alive = sa.and_(documents.c.deleted_at.is_(None), documents.c.state == "read", documents.c.text_id.is_not(None))
    is_one = sa.or_(documents.c.visibility == "members", sa.and_(open_documents(), documents.c.kind == "decision"))
    faces = sa.func.coalesce(sa.func.sum(sa.case((is_one, 1), else_=2)), 0)
    total = int(connection.execute(sa.select(faces).where(alive)).scalar_one())
    per = sa.select(sa.func.count().label("many")).where(_is_copy(), documents.c.decision_id.is_not(None))
    copies = per.group_by(documents.c.decision_id).subquery()
    spare = sa.select(sa.func.coalesce(sa.func.sum(copies.c.many - 1), 0))
    return total - int(connection.execute(spare).scalar_one())


def id_range(connection: Connection) -> tuple[int, int]:
    """Smallest and largest document ids; (0, -1) when there is none."""
    row = connection.execute(sa.select(sa.func.min(documents.c.id), sa.func.max(documents.c.id))).one()
    return (row[0], row[1]) if row[0] is not None else (0, -1)


def rows_between(connection: Connection, first: int, last: int) -> list[dict[str, Any]]:
    """Documents by id, both ends included."""
    return rows(connection, sa.select(documents).where(documents.c.id.between(first, last)).order_by(documents.c.id))


def waiting(connection: Connection, after: int) -> int:
    """How many documents changed since a change number."""
    query = sa.select(sa.func.count()).select_from(documents).where(documents.c.change_seq > after)
    return int(connection.execute(query).scalar_one())
