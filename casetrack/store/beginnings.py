"""What begins with the letters being typed: dockets and law articles that a viewer may see, by ranges of an index."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.model import Viewer
from casetrack.store.documents import visible
from casetrack.store.schema import citations, decision_dockets, decisions, documents

_LAST = "\uffff"


def dockets(connection: Connection, beginning: str, viewer: Viewer, limit: int) -> list[tuple[str, str, dt.date]]:
    """(docket, court code, day) of visible decisions, shortest number first."""
    mine = decision_dockets.c.docket
    query = (
        sa.select(mine, decisions.c.court_code, decisions.c.decided_on)
        .join(decisions, decisions.c.id == decision_dockets.c.decision_id)
        .join(documents, documents.c.decision_id == decisions.c.id)
        .where(mine >= beginning, mine < beginning + _LAST, visible(viewer))
        .distinct()
        .order_by(sa.func.length(mine), mine, decisions.c.decided_on.desc())
        .limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def articles(connection: Connection, beginning: str, viewer: Viewer, limit: int) -> list[str]:
    """Keys of articles that a visible document cites, like ``cja/l-521-2``, from ``cja/l-52``.

    Each key is jumped to in the index: one that a hundred thousand decisions cite costs no more than another.
    """
    found: list[str] = []
    key = beginning
    while len(found) < limit:
        after = citations.c.key >= key if key == beginning else citations.c.key > key
        following = connection.execute(
            sa.select(sa.func.min(citations.c.key)).where(after, citations.c.key < beginning + _LAST)
        ).scalar()
        if following is None:
            break
        key = str(following)
        held = sa.select(citations.c.key).join(documents, documents.c.id == citations.c.document_id)
        if connection.execute(held.where(citations.c.key == key, visible(viewer)).limit(1)).first():
            found.append(key)
    return found
