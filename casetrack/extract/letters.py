"""What a registry's letter, or a mail about it, says of the affair: a hearing to come, a closing, a notification.

Only papers that have no claims nor pleas are letters. What lies after the day of the letter, or is said in the future,
is announced. A letter that notifies counts for the day it bears: a delay is then never counted too long.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from casetrack.extract.filed import DateIndex
from casetrack.extract.plain import plain
from casetrack.model import DateFinding, Modality, Zone, ZoneName

# the words, then the day: « l'audience publique du vendredi 12 janvier 2024 », « la clôture est fixée au 20 juin »
_DATED: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("clôture de l'instruction", "instruction", re.compile(r"(?:cloture|clore|clos\w*)[^.\n]{0,40}\binstruction\b"
                                                           r"[^.\n]{0,90}$")),
    ("séance", "seance", re.compile(r"\bseance (?:publique|de jugement)\b[^.\n]{0,90}$")),
    ("audience", "audience", re.compile(r"\baudiences?\b[^.\n]{0,110}$")),
    ("notification", "notifi", re.compile(r"\bnotifiee?s?\b[^.\n]{0,30}$")),
    ("échéance", "", re.compile(
        r"\b(?:memoire|observations|pieces|repondre|produire|regulariser|ecritures)\b[^.\n]{0,120}"
        r"(?:avant le|au plus tard le|jusqu'au|pour le) (?:\w{5,8} )?$")),
    ("requête", "requete", re.compile(r"\b(?:requete|recours)\b[^.\n]{0,60} (?:enregistree?|recue?|deposee?)\b"
                                      r"[^.\n]{0,40}$")),
    ("mémoire", "memoire", re.compile(r"\bmemoires?\b[^.\n]{0,80} (?:enregistre|recu|depose|produit)s?\b"
                                      r"[^.\n]{0,40}$")),
    ("décision", "", re.compile(
        r"\b(?:ordonnance|jugement|arret|decision)(?: n ?\u00b0 ?[\w/-]{4,14})?(?: rendue?| prononcee?| lue?)?,? "
        r"(?:du|le|en date du|datee? du) (?:\w{5,8} )?$")),
)  # fmt: skip
_AHEAD = re.compile(
    r"aura lieu|se tiendra|sera|seront|inscrite?s? au role|convoqu|fixee?s?|prevue?s?|avis d'audience|invit"
)
_BEHIND = re.compile(r"s'est tenue|a eu lieu|s'est deroulee|qui s'est|a ete (?:clos|appele)")
_NOTIFIES = re.compile(
    r"(?:vous|nous) (?:est|notifi|a ete|sont)[^.\n]{0,30}notifi|je vous notifie|notification d(?:'|e l'|e la |u |es )|"
    r"qui vous est notifiee?|vous notifier"
)
# « Lille, le 10 janvier 2024 » alone on its line
_PLACE_AND_DAY = re.compile(r"(?:^|\n)[ \t]*[a-z][a-z' -]{2,30},? le (?:\w{5,8} )?$")
# a line that begins with a small letter goes on with the sentence above
_WRAPPED = re.compile(r"\n(?=[a-zàâéèêîôû])")
_MOST = 40
_NEAR = 170


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One event that a letter states."""

    type: str
    day: DateFinding
    modality: Modality


def is_letter(zones: Sequence[Zone]) -> bool:
    """No claims, pleas nor procedure: only a head, as letters and mails are zoned."""
    return {zone.zone for zone in zones} <= {ZoneName.HEADER, ZoneName.NOTIFICATION}


def own_type(text: str) -> str:
    """What a letter or a mail itself is: the notification of a decision, else a letter."""
    small = plain(_WRAPPED.sub(" ", text))
    return "notification" if "notifi" in small and _NOTIFIES.search(small) else "courrier"


def letter_events(text: str, index: DateIndex, sent: dt.date | None = None) -> Iterator[Told]:
    """Events of a letter, in order, then what the letter itself is, on the day it bears.

    ``sent``: the day a mail was sent, which is no passage of its text; what comes after it is announced.
    """
    small = plain(_WRAPPED.sub(" ", text))
    written = _written_on(small, index)
    since = written.date if written else sent
    notified = False
    for day in islice(index.dates, _MOST):
        if written and day.start == written.start:
            continue
        left = max(small.rfind("\n", 0, day.start) + 1, small.rfind(". ", 0, day.start) + 1, day.start - _NEAR)
        before = small[left : day.start]
        for kind, word, pattern in _DATED:
            if word in before and pattern.search(before):
                notified = notified or kind == "notification"
                yield Told(type=kind, day=day, modality=_modality(kind, day, since, small))
                break
    if written and not notified:
        yield Told(type=own_type(text), day=written, modality=Modality.RECORDED)


def _written_on(small: str, index: DateIndex) -> DateFinding | None:
    for day in islice(index.dates, 6):
        if day.start < 2500 and _PLACE_AND_DAY.search(small[max(0, day.start - 60) : day.start]):
            return day
    return None


def _modality(kind: str, day: DateFinding, since: dt.date | None, small: str) -> Modality:
    if kind in ("notification", "requête", "mémoire", "décision"):
        return Modality.RECORDED
    if kind == "échéance":
        return Modality.ANNOUNCED
    if since and day.date:
        return Modality.ANNOUNCED if day.date >= since else Modality.RECORDED
    near = small[max(0, day.start - 200) : day.end + 60]
    return Modality.RECORDED if _BEHIND.search(near) and not _AHEAD.search(near) else Modality.ANNOUNCED
