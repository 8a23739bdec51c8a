"""Facts, proposed by the machine at each reading, and the reviews of people, which outlive every reading."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.model import FactStatus, Viewer, Visibility, fold
from casetrack.store import marks
from casetrack.store.database import now, rows
from casetrack.store.documents import visible
from casetrack.store.parties import find_party_by_key
from casetrack.store.publications import open_documents
from casetrack.store.schema import documents, event_links, facts, parties, proceedings, reviews, suggestions

CONTEXT = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A fact as the machine proposes it, before reviews are re-applied."""

    kind: str
    subject: str
    value: dict[str, Any]
    start: int
    end: int
    reason: str = ""
    day: Any = None
    party_id: int | None = None
    proceeding_id: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def fingerprint(sha256: str, kind: str, subject: str, quote: str, rank: int = 0) -> str:
    """Document, kind, subject and quote; not the value (DECISIONS: section 1). ``rank`` tells twins apart."""
    parts = (sha256, kind, fold(subject), fold(quote), str(rank))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def context_of(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The quote and 30 characters on each side."""
    return text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def replace_facts(
    connection: Connection,
    *,
    document_id: int,
    sha256: str,
    text_id: int,
    text: str,
    quiet: str,
    page_of: Any,
    proposals: Iterable[Proposal],
) -> None:
    """Delete the machine's facts, write the new ones, re-apply what people decided, re-anchor what they added.

    ``quiet``: the text without the names of judges and clerks, same places: what is kept around a quote is of it.
    """
    was = rows(connection, sa.select(facts).where(facts.c.document_id == document_id))
    connection.execute(facts.delete().where(facts.c.document_id == document_id))
    reviewed = {
        row["fingerprint"]: row
        for row in rows(connection, sa.select(reviews).where(reviews.c.document_id == document_id))
    }
    seen: dict[tuple[str, str, str], int] = {}
    written: list[dict[str, Any]] = []
    for proposal in proposals:
        quote, before, after = context_of(quiet, proposal.start, proposal.end)
        quote = text[proposal.start : proposal.end]
        twin = (proposal.kind, fold(proposal.subject), fold(quote))
        rank = seen.get(twin, 0)
        seen[twin] = rank + 1
        row = {
            "document_id": document_id,
            "text_id": text_id,
            "kind": proposal.kind,
            "subject": proposal.subject,
            "fingerprint": fingerprint(sha256, proposal.kind, proposal.subject, quote, rank),
            "value": proposal.value,
            "status": FactStatus.PROPOSED.value,
            "by_person": False,
            "reason": proposal.reason,
            "start": proposal.start,
            "end": proposal.end,
            "page": page_of(proposal.start),
            "quote": quote,
            "before": before,
            "after": after,
            "is_on_old_text": False,
            "day": proposal.day,
            "party_id": proposal.party_id,
            "proceeding_id": proposal.proceeding_id,
        }
        written.append(_reviewed(row, reviewed.pop(row["fingerprint"], None)))
        written[-1]["party_id"] = _party_of(connection, written[-1]["value"], proposal.party_id)
    for review in reviewed.values():
        if review["verdict"] != FactStatus.SET_ASIDE:
            written.append(_anchored(review, document_id, text_id, quiet, page_of))
            written[-1]["party_id"] = _party_of(connection, written[-1]["value"], written[-1]["party_id"])
    if written:
        connection.execute(facts.insert(), written)
    marks.remember(connection, document_id, was, written)


def _reviewed(row: dict[str, Any], review: dict[str, Any] | None) -> dict[str, Any]:
    """The fact as a person left it."""
    if review is None:
        return row
    status = FactStatus.SET_ASIDE if review["verdict"] == "ecarte" else FactStatus.CONFIRMED
    row = {**row, "status": status.value, "by_person": True}
    if review["verdict"] in ("corrige", "ajoute") and review["value"] is not None:
        row["value"] = review["value"]
        row["day"] = _day_of(review["value"])
    return row


def _anchored(review: dict[str, Any], document_id: int, text_id: int, text: str, page_of: Any) -> dict[str, Any]:
    """A person's fact that the machine did not propose again: found by its quote, else left on the old text."""
    start = _locate(text, review["quote"], review["before"], review["after"])
    value = review["value"] or {}
    return {
        "document_id": document_id,
        "text_id": text_id if start >= 0 else None,
        "kind": review["kind"],
        "subject": review["subject"],
        "fingerprint": review["fingerprint"],
        "value": value,
        "status": FactStatus.CONFIRMED.value,
        "by_person": True,
        "reason": f"Par {review['user_name']}" if review["user_name"] else "",
        "start": max(start, 0),
        "end": start + len(review["quote"]) if start >= 0 else 0,
        "page": page_of(max(start, 0)),
        "quote": review["quote"],
        "before": review["before"],
        "after": review["after"],
        "is_on_old_text": start < 0,
        "day": _day_of(value),
        "party_id": value.get("party_id"),
        "proceeding_id": value.get("proceeding_id"),
    }


def _party_of(connection: Connection, value: Mapping[str, Any], read: int | None) -> int | None:
    """The party of a fact: that of the name a person gave, when one did."""
    key = value.get("party_key")
    known = find_party_by_key(connection, key) if key else None
    return known["id"] if known else read


def _locate(text: str, quote: str, before: str, after: str) -> int:
    """Where the quote stands, preferring the place with the same neighbours; -1 when it is gone."""
    if not quote:
        return -1
    exact = text.find(before + quote + after)
    if exact >= 0:
        return exact + len(before)
    return text.find(quote)


def _day_of(value: dict[str, Any]) -> dt.date | None:
    day = value.get("date")
    return dt.date.fromisoformat(day) if day else None


def save_review(
    connection: Connection, fact: dict[str, Any], verdict: str, value: dict[str, Any] | None, viewer: Viewer
) -> None:
    """What a person ruled about a fact; a later ruling replaces the earlier one (the journal keeps both)."""
    values = {
        "document_id": fact["document_id"],
        "verdict": verdict,
        "kind": fact["kind"],
        "subject": fact["subject"],
        "value": value if value is not None else fact["value"],
        "quote": fact["quote"],
        "before": fact["before"],
        "after": fact["after"],
        "user_id": viewer.user_id,
        "user_name": viewer.name,
        "at": now(),
    }
    insert = sqlite_insert(reviews).values(fingerprint=fact["fingerprint"], **values)
    connection.execute(insert.on_conflict_do_update(index_elements=["fingerprint"], set_=values))
    status = FactStatus.SET_ASIDE if verdict == "ecarte" else FactStatus.CONFIRMED
    changed: dict[str, Any] = {"status": status.value, "by_person": True}
    if value is not None:
        changed |= {"value": value, "day": _day_of(value)}
        if "party_id" in value or "party_key" in value:
            changed["party_id"] = _party_of(connection, value, value.get("party_id"))
    connection.execute(facts.update().where(facts.c.fingerprint == fact["fingerprint"]).values(**changed))


def drop_review(connection: Connection, mark: str) -> None:
    connection.execute(reviews.delete().where(reviews.c.fingerprint == mark))


def get_review(connection: Connection, mark: str) -> dict[str, Any] | None:
    row = connection.execute(sa.select(reviews).where(reviews.c.fingerprint == mark)).mappings().first()
    return dict(row) if row else None


def reviews_of(connection: Connection, marks: Collection[str]) -> list[dict[str, Any]]:
    """What people last ruled of these facts."""
    return rows(connection, sa.select(reviews).where(reviews.c.fingerprint.in_(marks)))


def put_review(connection: Connection, row: dict[str, Any]) -> None:
    """Write back a review as it was (undo)."""
    values = {key: value for key, value in row.items() if key not in ("id", "fingerprint")}
    insert = sqlite_insert(reviews).values(fingerprint=row["fingerprint"], **values)
    connection.execute(insert.on_conflict_do_update(index_elements=["fingerprint"], set_=values))


def get_fact(connection: Connection, fact_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(facts).where(facts.c.id == fact_id)).mappings().first()
    return dict(row) if row else None


def by_mark(connection: Connection, mark: str) -> list[dict[str, Any]]:
    """The fact of this mark, if it is there."""
    return rows(connection, sa.select(facts).where(facts.c.fingerprint == mark))


def insert_fact(connection: Connection, row: dict[str, Any]) -> int:
    result = connection.execute(facts.insert().values(**row))
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def delete_fact(connection: Connection, mark: str) -> None:
    connection.execute(facts.delete().where(facts.c.fingerprint == mark))


def set_fact_status(connection: Connection, mark: str, **values: Any) -> None:
    connection.execute(facts.update().where(facts.c.fingerprint == mark).values(**values))


def fact_is_public() -> sa.ColumnElement[bool]:
    """Public when its document is, and it is confirmed or read in an official decision (DECISIONS: section 2)."""
    is_official = sa.and_(documents.c.kind == "decision", open_documents())
    return sa.and_(
        documents.c.visibility.in_([Visibility.PUBLIC, Visibility.LISTED]),
        facts.c.status != FactStatus.SET_ASIDE,
        sa.or_(facts.c.status == FactStatus.CONFIRMED, is_official),
    )


def select_facts(
    connection: Connection,
    viewer: Viewer,
    *,
    kinds: Collection[str] = (),
    document_ids: Collection[int] | None = None,
    with_set_aside: bool = False,
    **equals: Any,
) -> list[dict[str, Any]]:
    """Facts this viewer may see, each with its document, party and proceeding, in reading order."""
    query = (
        sa.select(
            facts,
            documents.c.title.label("document_title"),
            documents.c.kind.label("document_kind"),
            documents.c.visibility,
            documents.c.origin.label("document_origin"),
            documents.c.sha256,
            parties.c.slug.label("party_slug"),
            parties.c.name.label("party_name"),
            proceedings.c.court_code,
            proceedings.c.docket,
            fact_is_public().label("is_public"),
            open_documents().label("is_open"),
        )
        .join(documents, documents.c.id == facts.c.document_id)
        .join(parties, parties.c.id == facts.c.party_id, isouter=True)
        .join(proceedings, proceedings.c.id == facts.c.proceeding_id, isouter=True)
        .where(visible(viewer))
        .order_by(facts.c.document_id, facts.c.start, facts.c.id)
    )
    if not viewer.is_member:
        query = query.where(fact_is_public())
    if not with_set_aside:
        query = query.where(facts.c.status != FactStatus.SET_ASIDE)
    if kinds:
        query = query.where(facts.c.kind.in_(kinds))
    if document_ids is not None:
        query = query.where(facts.c.document_id.in_(document_ids))
    for name, value in equals.items():
        query = query.where(facts.c[name] == value)
    return rows(connection, query)


# -------------------------------------------------------------------------------- suggestions and links


def suggest(
    connection: Connection,
    kind: str,
    key: str,
    payload: dict[str, Any],
    reasons: list[str],
    document_id: int | None = None,
) -> None:
    """Ask people something, once: what was already decided is not asked again."""
    connection.execute(
        sqlite_insert(suggestions)
        .values(
            kind=kind,
            key=f"{kind}:{key}",
            payload=payload,
            reasons=reasons,
            document_id=document_id,
            state="open",
            created_at=now(),
        )
        .on_conflict_do_nothing()
    )


def open_suggestions(connection: Connection, limit: int = 200) -> list[dict[str, Any]]:
    query = sa.select(suggestions).where(suggestions.c.state == "open").order_by(suggestions.c.id).limit(limit)
    return rows(connection, query)


def get_suggestion(connection: Connection, suggestion_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(suggestions).where(suggestions.c.id == suggestion_id)).mappings().first()
    return dict(row) if row else None


def settle_suggestion(connection: Connection, suggestion_id: int, state: str) -> None:
    connection.execute(suggestions.update().where(suggestions.c.id == suggestion_id).values(state=state))


def count_open_suggestions(connection: Connection) -> int:
    query = sa.select(sa.func.count()).select_from(suggestions).where(suggestions.c.state == "open")
    return int(connection.execute(query).scalar_one())


def link_events(connection: Connection, first: str, second: str, is_same: bool) -> None:
    """A person says that two facts tell one event, or two."""
    one, two = sorted((first, second))
    insert = sqlite_insert(event_links).values(first=one, second=two, is_same=is_same)
    connection.execute(insert.on_conflict_do_update(index_elements=["first", "second"], set_={"is_same": is_same}))


def unlink_events(connection: Connection, first: str, second: str) -> None:
    one, two = sorted((first, second))
    connection.execute(event_links.delete().where(event_links.c.first == one, event_links.c.second == two))


def all_event_links(connection: Connection) -> dict[frozenset[str], bool]:
    return {frozenset((row.first, row.second)): row.is_same for row in connection.execute(sa.select(event_links))}


def corrected_metadata(connection: Connection, document_id: int) -> dict[str, Any]:
    """What people corrected about the whole document, by name (kind, title, publisher...)."""
    query = sa.select(reviews).where(
        reviews.c.document_id == document_id,
        reviews.c.kind == "metadata",
        reviews.c.verdict.in_(["corrige", "ajoute"]),
    )
    return {row["subject"]: row["value"]["value"] for row in rows(connection, query)}


def documents_of_party(connection: Connection, party_id: int) -> list[int]:
    """Documents with a fact about this party: to index again when its name changes."""
    query = sa.select(facts.c.document_id).where(facts.c.party_id == party_id).distinct()
    return list(connection.execute(query).scalars())
