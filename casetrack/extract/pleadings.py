"""Claims, numbered as the decision numbers them, and every pleading its visas enumerate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.filed import Filed, day_of, read_filings
from casetrack.extract.names import split_names
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import Claim, DateFinding, Pleading, Zone, ZoneName

_NUMBERED = re.compile(
    r"(?:^[ \t]*|(?<=[:;,.]) ?)\u00b0?(\d{1,2}) ?(?:[\u00b0o]|er)? ?(?:\)|(?=[ ]?(?:d'|de |annul|accord|prononc|"
    r"condamn)))[ ]?",
    re.MULTILINE,
)
_BULLET = re.compile(r"^[ \t]*(?:[-\u2022\u25cf\u25aa*]|[a-z]\)|\d{1,2}[.)])[ \t]*", re.MULTILINE)
_BELOW = re.compile(r"\b(?:a|ont) demande (?:au|a la) (?:juge des referes du |president du )?(?:tribunal|cour)")
_ASKED = re.compile(r"(?:demand(?:e|ent) (?:a|au|que)|tendant a)\b")
_OBJECT = re.compile(r"(?:,| que le conseil d'etat| a ce que|:)? ?(?=d'|de |annule|l'annulation|la decharge|le renvoi)")


def find_claims(text: str, zones: Sequence[Zone], filings: Sequence[Filed] | None = None) -> tuple[Claim, ...]:
    """What each party asks here, in order; a claim made inside its sentence has no number.

    Claims told of an earlier instance are left out.
    """
    known = read_filings(text, zones, ()) if filings is None else filings
    small, here, found = plain(text), ZoneMap(zones), list[Claim]()
    told = [(span, True) for span in here.spans(ZoneName.CLAIMS)]
    for start, end in (span for span, _ in told):
        before = _last(known, start)
        head = small[max(0, start - 900) : start]
        below = [m.end() for m in _BELOW.finditer(head)]
        if below and (before is None or before.end < max(0, start - 900) + below[-1]):
            continue
        found += _numbered(text, small, start, end, _party(text, before), before.docket if before else "")
    starts = [start for (start, _), _ in told]
    for filed in known:
        found += _inline(text, small, filed, starts)
    return tuple(sorted(found, key=lambda claim: claim.start))


def _last(filings: Sequence[Filed], at: int) -> Filed | None:
    before = [filed for filed in filings if filed.start < at]
    return before[-1] if before else None


def _party(text: str, filed: Filed | None) -> str:
    if filed is None or filed.author is None:
        return ""
    names = split_names(text, *filed.author)
    return text[names[0].start : names[0].end] if names else ""


def _numbered(text: str, small: str, start: int, end: int, party: str, docket: str) -> Iterator[Claim]:
    marks = list(_NUMBERED.finditer(small, max(0, start - 2), end)) or list(_BULLET.finditer(small, start, end))
    if not marks:
        return
    if not marks:  # « Les exposantes persistent dans leurs conclusions. »
        return
    for index, (mark, stop) in enumerate(zip(marks, [*(m.start() for m in marks[1:]), end], strict=True)):
        left, right = _trim(text, mark.end(), stop)
        if right > left:
            number = mark[1] if mark.re is _NUMBERED else str(index + 1)
            yield Claim(
                start=left,
                end=right,
                number=number,
                text=text[left:right],
                party=party,
                docket=docket,
                reason="Demande numérotée",
            )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,."):
        end -= 1
    return start, end


def _inline(text: str, small: str, filed: Filed, numbered: Sequence[int]) -> Iterator[Claim]:
    """« M. A demande au Conseil d'Etat d'annuler cette ordonnance. »"""
    if not filed.verb.startswith("demand") or filed.author is None:
        return
    line_end = small.find("\n", filed.end)
    line_end = len(small) if line_end < 0 else line_end
    if any(filed.start < at <= line_end + 4 for at in numbered):
        return
    stop = re.compile(r"\. (?=[a-z]{2})|[;\n]|\.$").search(small, filed.end, line_end)
    sentence_end = stop.start() if stop else line_end
    object_ = re.compile(r"\b(?:d'[a-z]+(?:er|ir|re)|de (?:la |lui |leur |les )?[a-z]+(?:er|ir|re))\b").search(
        small, filed.end, sentence_end
    )
    if object_:
        left, right = _trim(text, object_.start(), sentence_end)
        yield Claim(
            start=left,
            end=right,
            number="",
            text=text[left:right],
            party=_party(text, filed),
            docket=filed.docket,
            reason="Demande dans la phrase de la requête",
        )


def find_pleadings(
    text: str, zones: Sequence[Zone], dates: Sequence[DateFinding] = (), filings: Sequence[Filed] | None = None
) -> tuple[Pleading, ...]:
    """Every filing that the visas enumerate: kind, author, day; a list of days gives one each."""
    found = []
    for filed in read_filings(text, zones, dates) if filings is None else filings:
        party = _party(text, filed)
        for kind, day in filed.items:
            if kind != "transmission":
                start, end = (day.start, day.end) if day else (filed.start, filed.end)
                found.append(
                    Pleading(
                        start=start,
                        end=end,
                        kind=kind,
                        party=party,
                        date=day_of(day),
                        docket=filed.docket,
                        reason="Visa",
                    )
                )
    return tuple(found)
