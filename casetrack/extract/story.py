"""The events gathered while a document is read, each once by type and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from casetrack.model import DateFinding, EventFinding, Modality, Precision


@dataclass(slots=True)
class Story:
    """Events so far, by type and day; the first passage that tells one keeps it."""

    found: dict[tuple[str, dt.date], EventFinding] = field(default_factory=dict)

    def add(
        self,
        kind: str,
        day: DateFinding | None,
        reason: str,
        modality: Modality = Modality.RECORDED,
        **more: str | None,
    ) -> None:
        if day is None or day.date is None:
            return
        key = (kind, day.date)
        if key not in self.found:
            values = {name: value for name, value in more.items() if value}
            self.found[key] = EventFinding(
                start=day.start,
                end=day.end,
                type=kind,
                date=day.date,
                reason=reason,
                precision=Precision.MINUTE if values.get("time") else Precision.DAY,
                modality=modality,
                **values,  # type: ignore[arg-type]
            )

    def has_day(self, day: dt.date, *kinds: str) -> bool:
        return any(found == day and (kind in kinds or not kinds) for kind, found in self.found)
