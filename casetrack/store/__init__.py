"""The truth: SQLAlchemy on SQLite. Functions take a connection from `Store.read` or `Store.write`."""

from sqlalchemy import Connection

from casetrack.store.database import DatabaseUnusable, Store, last_seq, next_seq, now
from casetrack.store.originals import Originals

__all__ = ["Connection", "DatabaseUnusable", "Originals", "Store", "last_seq", "next_seq", "now"]
