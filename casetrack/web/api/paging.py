"""Cursors: where a listing goes on, opaque to programs so that how we page may change."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from casetrack.errors import Refused
from casetrack.web.api.forms import MOST, Paged

DEEPEST = 10_000
"""Answers beyond this many are asked for by narrowing the question, not by paging."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins, and how many answers it holds: a cursor keeps the size of the pages before it."""

    offset: int
    limit: int

    @property
    def page(self) -> int:
        return self.offset // self.limit + 1

    def following(self, total: int) -> str | None:
        """The cursor of the next page; None after the last."""
        after = self.offset + self.limit
        if after >= min(total, DEEPEST):
            return None
        return base64.urlsafe_b64encode(f"{after}.{self.limit}".encode()).decode().rstrip("=")


def place(asked: Paged) -> Place:
    """Where the page asked for begins. Raises `Refused` for a cursor that is not ours."""
    if not asked.cursor:
        return Place(0, asked.limit)
    try:
        padded = asked.cursor + "=" * (-len(asked.cursor) % 4)
        offset, _, limit = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii").partition(".")
        found = Place(int(offset), int(limit))
    except (binascii.Error, ValueError) as error:
        raise Refused("Ce curseur n’en est pas un : reprenez la valeur de next_cursor telle quelle.") from error
    if not (0 <= found.offset < DEEPEST and 1 <= found.limit <= MOST and found.offset % found.limit == 0):
        raise Refused("Ce curseur n’est plus valable : reprenez la liste au début.")
    return found


def slice_of(items: Sequence[T], where: Place) -> tuple[Sequence[T], str | None]:
    """One page of a whole list, and the cursor of the next."""
    return items[where.offset : where.offset + where.limit], where.following(len(items))
