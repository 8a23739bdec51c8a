"""The courts of one text, found by place; « ce tribunal » is the last one named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.courts import CourtMention

_MEMORY = 30


class CourtIndex:
    """Mentions of courts, in order."""

    def __init__(self, courts: Sequence[CourtMention]) -> None:
        self.courts = courts
        self._starts = [court.start for court in courts]

    def between(self, low: int, high: int) -> list[CourtMention]:
        """Those that begin in a stretch of text; a dozen at most."""
        first = bisect_left(self._starts, low)
        return [court for court in self.courts[first : first + 12] if court.start < high]

    def last_tribunal(self, before: int) -> CourtMention | None:
        """The last tribunal administratif named with its place."""
        index = bisect_left(self._starts, before)
        for court in reversed(self.courts[max(0, index - _MEMORY) : index]):
            if court.code.startswith("TA") and court.code != "TA":
                return court
        return None

    def placed(self, court: CourtMention) -> CourtMention:
        """« le tribunal administratif » alone is the last one named with its place."""
        known = self.last_tribunal(court.start) if court.code == "TA" else None
        return replace(court, code=known.code, name=known.name) if known else court
