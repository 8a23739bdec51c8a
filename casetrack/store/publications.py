"""What an editor published: the masked text, frozen as it was previewed; and the numbers that stand for persons.

A person has no row: a number of a case is kept under a keyed digest of the name, which says nothing without the key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.store.database import DatabaseUnusable, Store, now, rows
from casetrack.store.schema import documents, pseudonyms, publications, replies


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """The published text of one document. ``pieces`` say what stands in the place of what, in ``text_id``."""

    document_id: int
    text_id: int
    title: str
    text: str
    pieces: tuple[tuple[int, int, int, int, str], ...]
    checks: tuple[str, ...]
    at: str
    user_name: str


def is_open(row: Any) -> bool:
    """Whether the public may read a document as it is: brought as public by an archive or by the program itself.

    What a person publishes is read through its `Published` text.
    """
    given = row["details"].get("given", {}).get("visibility")
    return row["visibility"] == "public" and bool(row["archive"] or given == "public")


def open_documents() -> sa.ColumnElement[bool]:
    """`is_open`, for queries."""
    given = documents.c.details["given"]["visibility"].as_string() == "public"
    return sa.and_(documents.c.visibility == "public", sa.or_(documents.c.archive != "", given))


def publish(connection: Connection, document_id: int, **values: Any) -> None:
    """Keep a published text; it replaces the one of before."""
    packed = {
        "body": zlib.compress(values.pop("text").encode("utf-8", "surrogatepass"), 6),
        "pieces": zlib.compress(json.dumps(values.pop("pieces")).encode(), 6),
    }
    wanted = {**values, **packed, "at": now()}
    insert = sqlite_insert(publications).values(document_id=document_id, **wanted)
    connection.execute(insert.on_conflict_do_update(index_elements=["document_id"], set_=wanted))


def published(connection: Connection, document_ids: Collection[int]) -> dict[int, Published]:
    """The published texts of these documents, by id."""
    if not document_ids:
        return {}
    query = sa.select(publications).where(publications.c.document_id.in_(document_ids))
    return {row["document_id"]: _unpacked(row) for row in rows(connection, query)}


def _unpacked(row: dict[str, Any]) -> Published:
    return Published(
        document_id=row["document_id"],
        text_id=row["text_id"],
        title=row["title"],
        text=zlib.decompress(row["body"]).decode("utf-8", "surrogatepass"),
        pieces=tuple(tuple(piece) for piece in json.loads(zlib.decompress(row["pieces"]))),
        checks=tuple(row["checks"]),
        at=row["at"],
        user_name=row["user_name"],
    )


# ------------------------------------------------------------------------------------- pseudonyms


def give_numbers(store: Store, key: bytes, scope: str, names: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The number of each (full folded name, last name) in a case, the same for ever; new ones are given in order.

    A last name alone is the one person of the case who bears it. When the home cannot be written, numbers are good
    for this answer only.
    """
    with store.read() as connection:
        found, fresh = _numbered(connection, key, scope, names)
    if fresh:
        try:
            with store.write() as connection:
                found, fresh = _numbered(connection, key, scope, names)
                connection.execute(sqlite_insert(pseudonyms).on_conflict_do_nothing(), fresh)
        except DatabaseUnusable:
            return found
    return found


def _numbered(
    connection: Connection, key: bytes, scope: str, names: Sequence[tuple[str, str]]
) -> tuple[dict[str, int], list[dict[str, Any]]]:
    held = rows(connection, sa.select(pseudonyms).where(pseudonyms.c.scope == scope))
    known = {row["digest"]: row["number"] for row in held}
    taken = {row["number"] for row in held if row["is_full"]}
    most = max(known.values(), default=0)
    found: dict[str, int] = {}
    fresh: list[dict[str, Any]] = []

    def add(digest: str, number: int, is_full: bool) -> None:
        known[digest] = number
        fresh.append({"scope": scope, "digest": digest, "number": number, "is_full": is_full})

    for name, last in names:
        own, alone = _digest(key, scope, f"full {name}"), _digest(key, scope, f"last {last}")
        is_alone = name == last
        number = known.get(alone if is_alone else own)
        if number is None and not is_alone and alone in known and known[alone] not in taken:
            number = known[alone]
            add(own, number, True)
            taken.add(number)
        if number is None:
            number = most = most + 1
            if not is_alone:
                add(own, number, True)
                taken.add(number)
            if alone not in known:
                add(alone, number, False)
        found[name] = number
    return found, fresh


def _digest(key: bytes, scope: str, word: str) -> str:
    return hmac.new(key, f"{scope}\x1f{word}".encode(), hashlib.sha256).hexdigest()[:32]


# ---------------------------------------------------------------------------------------- replies


def add_reply(connection: Connection, target: str, body: str, suggestion_id: int | None) -> int:
    """An answer to a request, shown on the page it is about. Returns its id."""
    made = connection.execute(
        replies.insert().values(target=target, body=body, suggestion_id=suggestion_id, at=now(), withdrawn_at=None)
    )
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def set_withdrawn(connection: Connection, reply_id: int, is_withdrawn: bool) -> None:
    moment = now() if is_withdrawn else None
    connection.execute(replies.update().where(replies.c.id == reply_id).values(withdrawn_at=moment))


def get_reply(connection: Connection, reply_id: int) -> dict[str, Any] | None:
    return next(iter(rows(connection, sa.select(replies).where(replies.c.id == reply_id))), None)


def list_replies(connection: Connection, target: str) -> list[dict[str, Any]]:
    """The replies shown on a page, oldest first."""
    query = sa.select(replies).where(replies.c.target == target, replies.c.withdrawn_at.is_(None))
    return rows(connection, query.order_by(replies.c.id))
