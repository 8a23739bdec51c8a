"""Which earlier decision is attacked: named in the claims, or pointed at (« annuler cette ordonnance »)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice

from casetrack.extract.courts import CourtMention
from casetrack.extract.filed import DateIndex, Filed
from casetrack.extract.plain import plain
from casetrack.extract.stages import Stage, read_stages
from casetrack.extract.zones import ZoneMap
from casetrack.model import ZoneName

_ATTACKED = re.compile(
    r"(?:annul|reform|suspen|surs|infirm|casser?|dirigee?s? contre|l'annulation|la reformation|sursis a l'execution|"
    r"l'execution)[a-z]* ?(?:pour exces de pouvoir |partiellement |d[eu] |d'|contre |de |la |l'|le |les |des |un |"
    r"une |d'un |d'une |avec toutes (?:les |ses )?consequences de droit,? |l'article \d+[a-z]* d[eu] |"
    r"articles? [^;]{0,30} de |execution de |a l'execution de |que ){0,4}"
    r"(?P<this>ce|cet|cette|ces)? ?(?P<kind>jugement|ordonnance|arret|decision)s?"
)


def find_attacked(
    text: str,
    small: str,
    here: ZoneMap,
    stages: Sequence[Stage],
    filings: Sequence[Filed],
    index: DateIndex,
    courts: Sequence[CourtMention],
    code: str,
) -> list[Stage]:
    """The decisions attacked: named in the claims, or « cette ordonnance », the last one told before the claims."""
    if code.startswith("TA") or code == "TC":
        return []
    judged = [s for s in stages if s.court_code not in ("CE", "TC") and not _is_transmission(small, s)]
    attacked: list[Stage] = []
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS):
        for match in islice(_ATTACKED.finditer(small, start, end), 200):
            is_told = (
                text[match.start() : match.end()].split()[0].endswith(("é", "ée", "és"))
            )  # « a annulé ce jugement »
            pointed = (
                _pointed(small, match, judged)
                if not is_told and _asked_now(small, here, filings, match.start())
                else None
            )
            if pointed and not any(_is_nested(small, other, pointed) for other in attacked):
                attacked.append(_best(pointed, judged))
    if not attacked and (not judged or not here.spans(ZoneName.PROCEDURE)):
        found = _from_grounds(text, here, index, courts)
        return [found] if found else []
    return list(dict.fromkeys(attacked))


def _is_nested(small: str, outer: Stage, inner: Stage) -> bool:
    """« l'arrêt par lequel la cour a rejeté sa requête dirigée contre le jugement »: the judgment is not attacked."""
    return inner.start > outer.end and not re.search(r"[;\n]", small[outer.end : inner.start])


def latest(stages: Sequence[Stage]) -> Stage | None:
    """The one to show when several are attacked: the first told, or the last decided under the same number."""
    same = [stage for stage in stages if stage.numbers[:1] == stages[0].numbers[:1]]
    return max(same, key=lambda stage: (stage.date or dt.date.min, -stage.start), default=None)


def _is_transmission(small: str, stage: Stage) -> bool:
    return bool(
        re.search(
            r"\ba transmis|\btransmet|a decide[^.;]{0,60} de transmettre|avant de statuer|sursis a statuer|"
            r"question prejudicielle",
            small[stage.end : stage.end + 420].split("\n")[0],
        )
    )


def _asked_now(small: str, here: ZoneMap, filings: Sequence[Filed], at: int) -> bool:
    """After a filing before this court, or in its numbered claims."""
    mains = [f for f in filings if f.is_main]
    if not mains:
        return "a demande au tribunal" not in small[max(0, at - 600) : at].rsplit("\n", 1)[-1]
    return any(f.start <= at for f in mains) and not re.search(
        r"\b(?:a|ont) demande (?:au|a la) (?:juge des referes du )?(?:tribunal|cour)", _sentence_before(small, at)
    )


def _sentence_before(small: str, at: int) -> str:
    start = max(small.rfind("\n", 0, at), small.rfind(". ", 0, at), at - 700)
    return small[start:at]


def _pointed(small: str, match: re.Match[str], judged: Sequence[Stage]) -> Stage | None:
    """The stage that the word points at: told there, or the last of its kind before."""
    kind = match["kind"]
    told = next((s for s in judged if s.start == match.start("kind")), None)
    if told and (told.day or told.numbers) or told and not match["this"]:
        return told
    if not match["this"]:
        return None
    before = [s for s in judged if s.start < match.start() and s.kind == kind and (s.day or s.numbers)]
    return before[-1] if before else told


def _best(stage: Stage, judged: Sequence[Stage]) -> Stage:
    """The same decision may be told twice: keep the telling with its number and its court."""
    same = [s for s in judged if s.kind == stage.kind and s.date == stage.date]
    return max(same, key=lambda s: (bool(s.numbers), bool(s.court), -s.start), default=stage)


def _from_grounds(text: str, here: ZoneMap, index: DateIndex, courts: Sequence[CourtMention]) -> Stage | None:
    """A text published without its procedure: the decision is named in the operative part or in the grounds."""
    spans = [*here.spans(ZoneName.OPERATIVE_PART), *here.spans(ZoneName.GROUNDS)]
    small = plain(text)
    for stage in read_stages(text, spans, index, courts):
        if stage.day and stage.court_code not in ("CE", "TC"):
            before = small[max(0, stage.start - 120) : stage.start]
            after = small[stage.end : stage.end + 200]
            is_object = re.search(r"(?:contre|annulation de|\ba) l'$|pourvoi[^.;]{0,60}$", before) or re.search(
                r"contre l(?:equel|aquelle)[^.;]{0,60}pourv|en cassation", after
            )
            if is_object or here.zone_at(stage.start) is ZoneName.OPERATIVE_PART and "annul" in after[:120]:
                return stage
    return None
