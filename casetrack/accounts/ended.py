"""Sessions that were signed out. A session is a signed cookie: a copy of it would open the door until it is too old."""

from __future__ import annotations

import json
import secrets
import time

from casetrack.accounts.people import People
from casetrack.store import get_note, put_note

SESSION_SECONDS = 30 * 24 * 3600
"""How long a session may last; an ended one needs to be remembered no longer."""
_NOTE = "ended_sessions"


def new_session_id() -> str:
    """What tells a session from the others of the same person."""
    return secrets.token_urlsafe(12)


class EndedSessions(People):
    """One server process serves a home: what it remembers is also written, for the next one."""

    _ended: dict[str, int] | None = None

    def end_session(self, session_id: str) -> None:
        """This session opens nothing any more, from any copy of its cookie."""
        now = int(time.time())
        with self._store.write() as connection:
            kept = {name: at for name, at in self._load().items() if at > now - SESSION_SECONDS}
            self._ended = kept | {session_id: now}
            put_note(connection, _NOTE, json.dumps(self._ended))

    def is_ended(self, session_id: str) -> bool:
        return session_id in self._load()

    def _load(self) -> dict[str, int]:
        if self._ended is None:
            with self._store.read() as connection:
                self._ended = json.loads(get_note(connection, _NOTE) or "{}")
        return self._ended or {}
