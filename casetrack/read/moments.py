"""Moments that files give with a time zone, told in Paris time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

_PARIS = ZoneInfo("Europe/Paris")


def in_paris(day: str, time: str | None, zone: str | None) -> tuple[str, str]:
    """ISO day and ``HH:MM`` in Paris; without a zone the time is taken as written; empty when it is no date."""
    try:
        if not time:
            return dt.date.fromisoformat(day).isoformat(), ""
        moment = dt.datetime.fromisoformat(f"{day}T{time}{(zone or '').replace('Z', '+00:00')}")
    except ValueError:
        return "", ""
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(_PARIS)
        except OverflowError:
            return "", ""
    # Midnight sharp is how many pages say « that day ».
    time_said = "" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%H:%M}"
    return moment.date().isoformat(), time_said
