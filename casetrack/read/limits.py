"""How much one file may cost: the bounds that every reader honours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # pydantic takes a quarter of a second, which every child would pay
    from casetrack.settings import Settings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bounds for one file. Sizes are bytes, durations seconds.

    ``unpacked`` bounds what one archive or compressed document may hold once opened, and the attachments handed back.
    """

    memory: int = 1024 * MEGABYTE
    seconds: float = 60.0
    pages: int = 2000
    unpacked: int = 50 * MEGABYTE
    ratio: int = 200
    entries: int = 1000
    attachments: int = 200
    characters: int = 20_000_000

    @classmethod
    def from_settings(cls, settings: Settings) -> Limits:
        """The bounds that an installation chose (``CASETRACK_PARSE_*``)."""
        return cls(
            memory=settings.parse_memory,
            seconds=settings.parse_seconds,
            pages=settings.parse_pages,
            unpacked=settings.parse_unpacked,
        )
