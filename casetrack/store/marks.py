"""Marks of facts that a reading no longer gives: an address that was cited leads to what took the fact's place.

They are kept with their document, and go with it when it is erased; a mark is a digest and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.model import Shelf, fold
from casetrack.store.schema import documents

_FORMER = "former_marks"
_MOST = 2_000
"""Marks kept for one document, the latest."""
_MARK = re.compile(r"[0-9a-f]{20}")

Row = Mapping[str, Any]


def remember(connection: Connection, document_id: int, was: Iterable[Row], now: Sequence[Row]) -> None:
    """Keep, for each fact that this reading did not give again, the mark of its successor, or that there is none."""
    query = sa.select(documents.c.details).where(documents.c.id == document_id)
    details = connection.execute(query).scalar_one()
    former: dict[str, str] = dict(details.get(_FORMER, {}))
    living = {row["fingerprint"] for row in now}
    lost = {row["fingerprint"]: successor(row, now) for row in was if row["fingerprint"] not in living}
    if not lost and not living & former.keys():
        return
    former = {mark: lost.get(after, after) for mark, after in former.items()} | lost
    kept = [(mark, after) for mark, after in former.items() if mark not in living][-_MOST:]
    update = documents.update().where(documents.c.id == document_id)
    connection.execute(update.values(details={**details, _FORMER: dict(kept)}))


def find(connection: Connection, mark: str) -> tuple[int, str] | None:
    """(document, mark of the successor or nothing) of a fact that was read once, and is no more."""
    if not _MARK.fullmatch(mark):
        return None
    after = documents.c.details[_FORMER][mark].as_string()
    query = sa.select(documents.c.id, after).where(documents.c.shelf == Shelf.DOSSIERS, after.is_not(None))
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def successor(row: Row, now: Sequence[Row]) -> str:
    """The mark of the fact that says the same from other words of the same document; empty when none surely does."""
    alike = [other for other in now if other["kind"] == row["kind"]]
    same = [other for other in alike if other["subject"] == row["subject"]]
    if around := [other for other in same if _overlap(row, other) and _same_day(row, other)]:
        return str(min(around, key=lambda other: abs(other["start"] - row["start"]))["fingerprint"])
    for found in (
        [other for other in same if row["day"] is not None and _same_day(row, other)],
        [other for other in alike if row["day"] is not None and _same_day(row, other) and _overlap(row, other)],
        [other for other in same if _overlap(row, other)],
        same if row["day"] is None else [],
    ):
        if len(found) == 1:
            return str(found[0]["fingerprint"])
    return ""


def _same_day(one: Row, other: Row) -> bool:
    return bool(one["day"] == other["day"])


def _overlap(one: Row, other: Row) -> bool:
    """Whether one quotation holds the other."""
    first, second = fold(one["quote"]), fold(other["quote"])
    return bool(first and second) and (first in second or second in first)
