"""The truth: SQLAlchemy on SQLite. Functions take a connection from `Store.read` or `Store.write`."""

from sqlalchemy import Connection

from casetrack.store.database import DatabaseUnusable, Store, get_note, last_seq, next_seq, now, put_note
from casetrack.store.originals import Originals

__all__ = [
    "Connection",
    "DatabaseUnusable",
    "Originals",
    "Store",
    "get_note",
    "last_seq",
    "next_seq",
    "now",
    "put_note",
]
