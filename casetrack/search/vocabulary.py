"""The words the index has met, kept apart for visitors and members: expansion, suggestions, unaccented words.

One SQLite file beside the engine's. A word is only a candidate: nothing is suggested that no living document holds.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable
from pathlib import Path

from rapidfuzz.distance import OSA

from casetrack.search import analysis

PUBLIC, MEMBERS = 0, 1
MAX_TERMS = 200
_TABLE = """CREATE TABLE IF NOT EXISTS word (
    audience INTEGER NOT NULL, bare TEXT NOT NULL, surface TEXT NOT NULL, term TEXT NOT NULL,
    PRIMARY KEY (audience, bare, surface)) WITHOUT ROWID"""


class Vocabulary:
    """Bare form (no accents) -> surface forms and their terms. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, timeout=30, check_same_thread=False)
        self._lock = threading.Lock()
        self._known: dict[int, set[str]] = {PUBLIC: set(), MEMBERS: set()}
        with self._database as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute(_TABLE)

    def add(self, surface_words: Collection[str], audience: int) -> None:
        """Take in the words of a document; visible to other processes at once."""
        known = self._known[audience]
        new = [word for word in surface_words if word not in known]
        if not new:
            return
        rows = [(audience, analysis.bare(word), word, analysis.term(word)) for word in new if len(word) <= 64]
        with self._lock, self._database as database:
            database.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?,?)", (row for row in rows if row[3]))
        known.update(new)

    def terms_like_bare(self, bare: str, is_member: bool) -> list[str]:
        """Terms of every word that is ``bare`` once its accents are gone."""
        return [term for _, term in self._rows("bare = ?", (bare,), is_member)]

    def starting(self, prefix: str, is_member: bool, limit: int = 100_000) -> list[tuple[str, str]]:
        """(surface, term) of the words whose bare form begins so, in alphabetical order of bare forms."""
        return self._rows("bare >= ? AND bare < ?", (prefix, prefix + "\U0010ffff"), is_member, limit)

    def near(self, bare: str, is_member: bool, distance: int) -> list[tuple[str, str, int]]:
        """(surface, term, distance) of the words at most ``distance`` edits away, first letter equal."""
        rows = self._rows(
            "bare >= ? AND bare < ? AND length(bare) BETWEEN ? AND ?",
            (bare[:1], bare[:1] + "\U0010ffff", len(bare) - distance, len(bare) + distance),
            is_member,
        )
        scored = (
            (surface, term, OSA.distance(bare, analysis.bare(surface), score_cutoff=distance)) for surface, term in rows
        )
        return sorted((row for row in scored if row[2] <= distance), key=lambda row: (row[2], row[0]))

    def _rows(self, where: str, values: Iterable[object], is_member: bool, limit: int = -1) -> list[tuple[str, str]]:
        audience = "audience IN (0, 1)" if is_member else "audience = 0"
        query = f"SELECT DISTINCT surface, term FROM word WHERE {audience} AND {where} ORDER BY bare, surface LIMIT ?"
        with self._lock:
            return self._database.execute(query, (*values, limit)).fetchall()

    def close(self) -> None:
        with self._lock:
            self._database.close()


def edits_allowed(bare: str) -> int:
    """One wrong letter, two from eight letters on."""
    return 2 if len(bare) >= 8 else 1
