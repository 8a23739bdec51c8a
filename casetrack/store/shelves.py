"""From the library's shelf to a dossier, and back: what the move makes, remembered so that undo takes it away."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.store.documents import update_document
from casetrack.store.schema import case_documents, case_proceedings, cases, facts, parties, suggestions


def standing(connection: Connection) -> dict[str, set[Any]]:
    """The cases, the proceedings of each and the parties that exist: what a move may add to."""
    pairs = sa.select(case_proceedings.c.case_id, case_proceedings.c.proceeding_id)
    return {
        "cases": set(connection.execute(sa.select(cases.c.id)).scalars()),
        "parties": set(connection.execute(sa.select(parties.c.id)).scalars()),
        "proceedings": {tuple(row) for row in connection.execute(pairs)},
    }


def made_since(connection: Connection, before: dict[str, set[Any]]) -> dict[str, list[Any]]:
    """What exists now and did not before, as values of JSON."""
    after = standing(connection)
    return {name: sorted(after[name] - before[name]) for name in after}


def put_back(connection: Connection, document_id: int, made: dict[str, list[Any]]) -> None:
    """Return a document to the library: its facts go, and what only it had brought. Reviews stay, for another time."""
    connection.execute(facts.delete().where(facts.c.document_id == document_id))
    connection.execute(case_documents.delete().where(case_documents.c.document_id == document_id))
    connection.execute(suggestions.delete().where(suggestions.c.document_id == document_id))
    table = case_proceedings
    for case_id, proceeding_id in made["proceedings"]:
        mine = sa.and_(table.c.case_id == case_id, table.c.proceeding_id == proceeding_id)
        connection.execute(table.delete().where(mine, ~_has_other_documents(case_id)))
    for case_id in made["cases"]:
        connection.execute(cases.delete().where(cases.c.id == case_id, ~_has_other_documents(case_id)))
    unused = ~sa.exists().where(facts.c.party_id == parties.c.id)
    connection.execute(parties.delete().where(parties.c.id.in_(made["parties"]), ~parties.c.named_by_person, unused))
    update_document(connection, document_id, shelf="bibliotheque")


def _has_other_documents(case_id: int) -> sa.ColumnElement[bool]:
    """Asked once the document itself has left: what another brought since must stay."""
    return sa.exists().where(case_documents.c.case_id == case_id)
