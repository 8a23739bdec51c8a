"""Proceedings, decisions and cases, and what ties them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.model import Shelf, Viewer, Visibility
from casetrack.store.database import now, rows
from casetrack.store.documents import visible
from casetrack.store.facts import fact_is_public
from casetrack.store.schema import (
    case_documents,
    case_proceedings,
    case_slugs,
    cases,
    citations,
    decision_dockets,
    decisions,
    documents,
    facts,
    proceedings,
)

# ------------------------------------------------------------------------------- proceedings


def ensure_proceeding(connection: Connection, court_code: str, docket: str, *, basis: str = "", year: int = 0) -> int:
    """The proceeding of that docket before that court (and year, where numbers were reused). Returns its id."""
    found = connection.execute(
        sa.select(proceedings.c.id, proceedings.c.basis).where(
            proceedings.c.court_code == court_code, proceedings.c.docket == docket, proceedings.c.year == year
        )
    ).first()
    if found:
        if basis and not found.basis:
            connection.execute(proceedings.update().where(proceedings.c.id == found.id).values(basis=basis))
        return int(found.id)
    result = connection.execute(
        proceedings.insert().values(court_code=court_code, docket=docket, year=year, basis=basis)
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def find_proceedings(connection: Connection, docket: str, court_code: str = "") -> list[dict[str, Any]]:
    """Proceedings of that docket, in any court when none is given (a TA number is shared by many)."""
    query = sa.select(proceedings).where(proceedings.c.docket == docket)
    return rows(connection, query.where(proceedings.c.court_code == court_code) if court_code else query)


def case_proceeding_rows(connection: Connection, case_id: int) -> list[dict[str, Any]]:
    query = (
        sa.select(proceedings, case_proceedings.c.reason)
        .join(case_proceedings, case_proceedings.c.proceeding_id == proceedings.c.id)
        .where(case_proceedings.c.case_id == case_id)
        .order_by(proceedings.c.id)
    )
    return rows(connection, query)


def shown_proceedings(connection: Connection, case_id: int, viewer: Viewer) -> list[dict[str, Any]]:
    """The proceedings of a case that this viewer may know: for visitors, those that a public text names."""
    held = case_proceeding_rows(connection, case_id)
    if viewer.is_member:
        return held
    shown = [row for row in held if _is_told(connection, case_id, row, viewer)]
    kept = {row["id"] for row in shown}
    hidden = [row["docket"] for row in held if row["id"] not in kept]
    return [
        {**row, "reason": "" if any(docket in row["reason"] for docket in hidden) else row["reason"]} for row in shown
    ]


def _is_told(connection: Connection, case_id: int, row: dict[str, Any], viewer: Viewer) -> bool:
    """Whether a public fact, a decision held or the text of a public document of the case names this proceeding."""
    of_case = sa.and_(case_documents.c.document_id == documents.c.id, case_documents.c.case_id == case_id)
    seen = sa.select(documents.c.id).where(visible(viewer))
    court, docket = row["court_code"], row["docket"]
    ways = (
        seen.join(facts, facts.c.document_id == documents.c.id).where(
            facts.c.proceeding_id == row["id"], fact_is_public()
        ),
        seen.join(decision_dockets, decision_dockets.c.decision_id == documents.c.decision_id).where(
            decision_dockets.c.docket == docket, decision_dockets.c.court_code == court
        ),
        seen.join(citations, citations.c.document_id == documents.c.id)
        .join(case_documents, of_case)
        .where(
            documents.c.visibility == Visibility.PUBLIC,
            sa.or_(citations.c.key == f"{court}/{docket}", citations.c.key.like(f"{court}/%/{docket}")),
        ),
    )
    return any(connection.execute(way.limit(1)).first() for way in ways)


def cases_of_proceedings(connection: Connection, ids: Collection[int]) -> dict[int, set[int]]:
    """Case ids by proceeding id."""
    found: dict[int, set[int]] = {}
    query = sa.select(case_proceedings).where(case_proceedings.c.proceeding_id.in_(ids))
    for row in connection.execute(query):
        found.setdefault(row.proceeding_id, set()).add(row.case_id)
    return found


# --------------------------------------------------------------------------------- decisions


def ensure_decision(
    connection: Connection, court_code: str, decided_on: dt.date, dockets: Collection[str], ecli: str = ""
) -> int:
    """The decision of that court on that day that closes any of these dockets; new ones join it. Returns its id."""
    same = (
        sa.select(decisions.c.id)
        .join(decision_dockets, decision_dockets.c.decision_id == decisions.c.id)
        .where(
            decision_dockets.c.court_code == court_code,
            decision_dockets.c.docket.in_(list(dockets)),
            decisions.c.decided_on == decided_on,
        )
        .order_by(decisions.c.id)
        .limit(1)
    )
    decision_id = connection.execute(same).scalar()
    if decision_id is None:
        first = next(iter(dockets))
        insert = sqlite_insert(decisions).values(
            key=f"{court_code}/{decided_on.isoformat()}/{first}",
            court_code=court_code,
            decided_on=decided_on,
            ecli=ecli,
            cited=0,
        )
        decision_id = connection.execute(
            insert.on_conflict_do_update(index_elements=["key"], set_={"court_code": court_code}).returning(
                decisions.c.id
            )
        ).scalar_one()
    elif ecli:
        connection.execute(
            decisions.update().where(decisions.c.id == decision_id, decisions.c.ecli == "").values(ecli=ecli)
        )
    connection.execute(
        sqlite_insert(decision_dockets).on_conflict_do_nothing(),
        [{"docket": docket, "court_code": court_code, "decision_id": decision_id} for docket in dockets],
    )
    return int(decision_id)


def get_decision(connection: Connection, decision_id: int) -> dict[str, Any] | None:
    """The decision with its dockets, first one first."""
    row = connection.execute(sa.select(decisions).where(decisions.c.id == decision_id)).mappings().first()
    if row is None:
        return None
    query = sa.select(decision_dockets.c.docket).where(decision_dockets.c.decision_id == decision_id)
    dockets = list(connection.execute(query).scalars())
    first = row["key"].rsplit("/", 1)[1]
    return {**row, "dockets": sorted(dockets, key=lambda docket: (docket != first, docket))}


def find_decisions(
    connection: Connection, *, docket: str = "", court_code: str = "", decided_on: dt.date | None = None, ecli: str = ""
) -> list[dict[str, Any]]:
    """Decisions by docket, court, day or ECLI, whichever are given; several answers are homonyms."""
    query = sa.select(decisions).distinct().order_by(decisions.c.decided_on.desc()).limit(50)
    if docket:
        query = query.join(decision_dockets, decision_dockets.c.decision_id == decisions.c.id).where(
            decision_dockets.c.docket == docket
        )
    if court_code:
        query = query.where(decisions.c.court_code == court_code)
    if decided_on:
        query = query.where(decisions.c.decided_on == decided_on)
    if ecli:
        query = query.where(decisions.c.ecli == ecli)
    return rows(connection, query)


# ------------------------------------------------------------------------------------- cases


def create_case(connection: Connection, *, slug: str, title: str, **values: Any) -> int:
    """A case under a new slug: a number is added when the slug is taken. Returns its id."""
    base, number = slug or "affaire", 1
    while connection.execute(sa.select(case_slugs.c.slug).where(case_slugs.c.slug == slug)).first() or not slug:
        number += 1
        slug = f"{base}-{number}"
    result = connection.execute(cases.insert().values(slug=slug, title=title, created_at=now(), **values))
    assert result.inserted_primary_key is not None
    case_id = int(result.inserted_primary_key[0])
    connection.execute(case_slugs.insert().values(slug=slug, case_id=case_id))
    return case_id


def update_case(connection: Connection, case_id: int, **values: Any) -> None:
    if slug := values.get("slug"):
        insert = sqlite_insert(case_slugs).values(slug=slug, case_id=case_id)
        connection.execute(insert.on_conflict_do_nothing())
    connection.execute(cases.update().where(cases.c.id == case_id).values(**values))


def slug_is_free(connection: Connection, slug: str, case_id: int) -> bool:
    owner = connection.execute(sa.select(case_slugs.c.case_id).where(case_slugs.c.slug == slug)).scalar()
    return owner is None or owner == case_id


def find_case(connection: Connection, slug: str) -> dict[str, Any] | None:
    """By its slug of today or of before."""
    query = sa.select(cases).join(case_slugs, case_slugs.c.case_id == cases.c.id).where(case_slugs.c.slug == slug)
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def get_case(connection: Connection, case_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(cases).where(cases.c.id == case_id)).mappings().first()
    return dict(row) if row else None


def all_cases(connection: Connection) -> list[dict[str, Any]]:
    return rows(connection, sa.select(cases).order_by(cases.c.id))


def delete_case(connection: Connection, case_id: int) -> None:
    connection.execute(cases.delete().where(cases.c.id == case_id))


def redirect_case(connection: Connection, from_id: int, to_id: int) -> None:
    """Send every address of one case to another."""
    connection.execute(case_slugs.update().where(case_slugs.c.case_id == from_id).values(case_id=to_id))


def slugs_of_case(connection: Connection, case_id: int) -> list[str]:
    return list(connection.execute(sa.select(case_slugs.c.slug).where(case_slugs.c.case_id == case_id)).scalars())


def restore_case(connection: Connection, row: dict[str, Any], slugs: Collection[str]) -> None:
    """Write back a case that a merge had emptied (undo)."""
    connection.execute(cases.insert().values(**row))
    for slug in slugs:
        connection.execute(case_slugs.update().where(case_slugs.c.slug == slug).values(case_id=row["id"]))


def add_proceeding(connection: Connection, case_id: int, proceeding_id: int, reason: str = "") -> bool:
    """True when it was not there yet."""
    insert = sqlite_insert(case_proceedings).values(case_id=case_id, proceeding_id=proceeding_id, reason=reason)
    return connection.execute(insert.on_conflict_do_nothing()).rowcount > 0


def remove_proceeding(connection: Connection, case_id: int, proceeding_id: int) -> None:
    connection.execute(
        case_proceedings.delete().where(
            case_proceedings.c.case_id == case_id, case_proceedings.c.proceeding_id == proceeding_id
        )
    )


def attach(connection: Connection, case_id: int, document_id: int, status: str, reason: str) -> bool:
    """Put a document in a case; what a person confirmed or set aside is not changed by a proposal."""
    table = case_documents
    insert = sqlite_insert(table).values(case_id=case_id, document_id=document_id, status=status, reason=reason)
    if status == "propose":
        return connection.execute(insert.on_conflict_do_nothing()).rowcount > 0
    insert = insert.on_conflict_do_update(
        index_elements=["case_id", "document_id"], set_={"status": status, "reason": reason}
    )
    return connection.execute(insert).rowcount > 0


def attachment_of(connection: Connection, case_id: int, document_id: int) -> dict[str, Any] | None:
    table = case_documents
    query = sa.select(table).where(table.c.case_id == case_id, table.c.document_id == document_id)
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def remove_attachment(connection: Connection, case_id: int, document_id: int) -> None:
    table = case_documents
    connection.execute(table.delete().where(table.c.case_id == case_id, table.c.document_id == document_id))


def case_ids_by_document(connection: Connection, document_ids: Collection[int] | None = None) -> dict[int, set[int]]:
    """The cases each document is in (set-aside attachments left out)."""
    query = sa.select(case_documents).where(case_documents.c.status != "ecarte")
    if document_ids is not None:
        query = query.where(case_documents.c.document_id.in_(document_ids))
    found: dict[int, set[int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document_id, set()).add(row.case_id)
    return found


def unplaced(connection: Connection, *, is_demo: bool) -> dict[int, list[str]]:
    """Followed documents that are in no case: the comparable names of the legal persons each one names."""
    placed = sa.select(case_documents.c.document_id).where(case_documents.c.document_id == documents.c.id)
    query = sa.select(documents.c.id, documents.c.details).where(
        documents.c.shelf == Shelf.DOSSIERS.value,
        documents.c.state == "read",
        documents.c.deleted_at.is_(None),
        documents.c.is_demo == is_demo,
        ~placed.exists(),
    )
    return {row.id: row.details.get("organisations", []) for row in connection.execute(query)}


def case_document_rows(connection: Connection, case_id: int, viewer: Viewer) -> list[dict[str, Any]]:
    """Documents of a case that this viewer may see, with how they came to be in it."""
    query = (
        sa.select(documents, case_documents.c.status.label("attachment_status"), case_documents.c.reason)
        .join(case_documents, case_documents.c.document_id == documents.c.id)
        .where(case_documents.c.case_id == case_id, case_documents.c.status != "ecarte", visible(viewer))
        .order_by(sa.func.coalesce(documents.c.decided_on, documents.c.published_on), documents.c.id)
    )
    return rows(connection, query)


def visible_case_ids(connection: Connection, viewer: Viewer) -> set[int]:
    """Cases with at least one document this viewer may see; members also see empty ones."""
    if viewer.is_member:
        return set(connection.execute(sa.select(cases.c.id)).scalars())
    query = (
        sa.select(case_documents.c.case_id)
        .join(documents, documents.c.id == case_documents.c.document_id)
        .where(visible(viewer), case_documents.c.status != "ecarte")
    )
    return set(connection.execute(query.distinct()).scalars())


def case_ids_by_party(connection: Connection, viewer: Viewer) -> dict[int, set[int]]:
    """Cases in which each party takes part, through documents this viewer may see."""
    query = (
        sa.select(facts.c.party_id, case_documents.c.case_id)
        .join(documents, documents.c.id == facts.c.document_id)
        .join(case_documents, case_documents.c.document_id == documents.c.id)
        .where(
            facts.c.kind == "participation",
            facts.c.party_id.is_not(None),
            facts.c.status != "ecarte",
            case_documents.c.status != "ecarte",
            visible(viewer),
        )
        .distinct()
    )
    found: dict[int, set[int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.party_id, set()).add(row.case_id)
    return found


def decision_keys(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """Key by decision id."""
    if not ids:
        return {}
    query = sa.select(decisions.c.id, decisions.c.key).where(decisions.c.id.in_(list(ids)))
    return {row.id: row.key for row in connection.execute(query)}


def merge(connection: Connection, source: dict[str, Any], target_id: int) -> dict[str, Any]:
    """Move proceedings, documents and addresses of one case to another; returns what undo needs."""
    was: dict[str, Any] = {
        "case": source,
        "slugs": slugs_of_case(connection, source["id"]),
        "proceedings": rows(connection, sa.select(case_proceedings).where(case_proceedings.c.case_id == source["id"])),
        "documents": rows(connection, sa.select(case_documents).where(case_documents.c.case_id == source["id"])),
        "kept_proceedings": [row["id"] for row in case_proceeding_rows(connection, target_id)],
        "kept_documents": list(
            connection.execute(
                sa.select(case_documents.c.document_id).where(case_documents.c.case_id == target_id)
            ).scalars()
        ),
        "into": target_id,
    }
    for row in was["proceedings"]:
        add_proceeding(connection, target_id, row["proceeding_id"], row["reason"])
    for row in was["documents"]:
        if row["document_id"] not in was["kept_documents"]:
            attach(connection, target_id, row["document_id"], row["status"], row["reason"])
    redirect_case(connection, source["id"], target_id)
    delete_case(connection, source["id"])
    return was


def unmerge(connection: Connection, was: dict[str, Any]) -> None:
    """The inverse of `merge`."""
    restore_case(connection, was["case"], was["slugs"])
    for row in was["proceedings"]:
        add_proceeding(connection, was["case"]["id"], row["proceeding_id"], row["reason"])
        if row["proceeding_id"] not in was["kept_proceedings"]:
            remove_proceeding(connection, was["into"], row["proceeding_id"])
    for row in was["documents"]:
        attach(connection, was["case"]["id"], row["document_id"], row["status"], row["reason"])
        if row["document_id"] not in was["kept_documents"]:
            remove_attachment(connection, was["into"], row["document_id"])


def move_documents(
    connection: Connection, from_id: int, to_id: int, document_ids: Collection[int]
) -> dict[str, list[int]]:
    """Documents go, with the proceedings that no remaining document carries; returns what undo needs."""
    table = case_documents
    connection.execute(
        table.update().where(table.c.case_id == from_id, table.c.document_id.in_(document_ids)).values(case_id=to_id)
    )
    staying = sa.select(table.c.document_id).where(table.c.case_id == from_id, table.c.status != "ecarte")
    carried = sa.select(facts.c.proceeding_id).where(facts.c.proceeding_id.is_not(None))
    of_moved = set(connection.execute(carried.where(facts.c.document_id.in_(document_ids))).scalars())
    of_staying = set(connection.execute(carried.where(facts.c.document_id.in_(staying))).scalars())
    own = set(
        connection.execute(
            sa.select(case_proceedings.c.proceeding_id).where(case_proceedings.c.case_id == from_id)
        ).scalars()
    )
    going = sorted((of_moved & own) - of_staying)
    for proceeding_id in going:
        remove_proceeding(connection, from_id, proceeding_id)
        add_proceeding(connection, to_id, proceeding_id, "porté par les documents déplacés")
    return {"documents": list(document_ids), "proceedings": going}


def move_back(connection: Connection, from_id: int, to_id: int, moved: dict[str, list[int]]) -> None:
    """The inverse of `move_documents`."""
    for document_id in moved["documents"]:
        row = attachment_of(connection, from_id, document_id)
        if row:
            remove_attachment(connection, from_id, document_id)
            attach(connection, to_id, document_id, row["status"], row["reason"])
    for proceeding_id in moved["proceedings"]:
        remove_proceeding(connection, from_id, proceeding_id)
        add_proceeding(connection, to_id, proceeding_id)
