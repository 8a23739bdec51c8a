"""The 48 hours of art. L. 521-2: a reference time, which the text gives neither a start nor a sanction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from casetrack.words import NBSP, day_words, duration_words, time_words


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceTime:
    """48 h counted by convention from registration. Times are None when the hour of registration is not known."""

    label: str
    filed_on: dt.date
    ends_on: dt.date
    ends_at: str | None
    real_days: int | None
    rule: str
    article: str
    source: str
    steps: tuple[str, ...]
    caution: tuple[str, ...]


def reference_time(
    filed_on: dt.date, *, filed_at: str | None = None, decided_on: dt.date | None = None, on_appeal: bool = False
) -> ReferenceTime:
    """The reference of a référé-liberté filed on a day (``filed_at``: ``HH:MM``), and the time it really took."""
    ends_on = filed_on + dt.timedelta(2)
    hour = f", {time_words(filed_at)}" if filed_at else ""
    steps = [
        f"Enregistrement : {day_words(filed_on, weekday=True)}{hour}.",
        f"48{NBSP}h après : {day_words(ends_on, weekday=True)}{hour}.",
    ]
    real = (decided_on - filed_on).days if decided_on else None
    if decided_on is not None and real is not None:
        steps.append(f"Ordonnance : {day_words(decided_on, weekday=True)}, soit {duration_words(real)}.")
    article = "L. 523-1" if on_appeal else "L. 521-2"
    return ReferenceTime(
        label="Délai de référence",
        filed_on=filed_on,
        ends_on=ends_on,
        ends_at=filed_at,
        real_days=real,
        rule=f"Le juge des référés se prononce dans un délai de 48{NBSP}h.",
        article=f"{article} CJA",
        source=f"Code de justice administrative, art. {article}",
        steps=tuple(steps),
        caution=(
            "Le texte ne fixe ni point de départ ni sanction : le compte part de l’enregistrement par convention.",
            "Les week-ends et jours fériés sont comptés ; la durée réelle tient aussi à l’instruction contradictoire.",
        ),
    )
