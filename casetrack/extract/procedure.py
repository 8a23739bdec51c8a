"""What proceeding this is: its basis, its instance, its judge, whether it was sorted out without hearing, and the
decision it is directed against.

Rules: livre V CJA for the urgent judge (L. 521-1 and following), L. 522-3 for rejection without hearing, L. 822-1 for
cassation, R. 311-1 for the Conseil d'État in first and last instance, L. 511-2 for the three judges of urgent matters.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.extract.attacked import find_attacked, latest
from casetrack.extract.basis import find_basis, label_of, named_basis
from casetrack.extract.courts import CourtMention, court_code
from casetrack.extract.filed import DateIndex, Filed, read_filings
from casetrack.extract.filing import is_filing
from casetrack.extract.plain import plain
from casetrack.extract.stages import Stage, read_stages
from casetrack.extract.zones import ZoneMap
from casetrack.model import CitationFinding, DateFinding, Declared, LowerDecision, Value, Zone, ZoneName

_IN_CASSATION = re.compile(
    r"\bpourvois?\b|cassation|n'est pas admise?\b|ne sont pas admis|juges? du fond|procedure prealable d'admission|"
    r"l\. ?822-1|r\. ?822-5|r\. ?821-5"
)
_APPEAL_WORDS = re.compile(
    r"\b(?:fait|font|releve|relevent|interjette|interjetent) appel|\bc'est a tort que\b|statuant en appel|"
    r"juge d'appel|soutenir que c'est a tort"
)
_SPECIAL_JUDGES = re.compile(
    r"chambre disciplinaire|section disciplinaire|cour nationale|commission centrale|cour des comptes|"
    r"cour de discipline|commission des recours|cour regionale|chambre nationale|section des assurances|"
    r"conseil national de l'enseignement|conseil superieur|commission du contentieux du stationnement|"
    r"cour interregionale"
)
_AT_CONSEIL = re.compile(r"conseil d'etat")
_ORDER = re.compile(r"o ?r ?d ?o ?n ?n ?e ?:|la presente ordonnance|presente ordonnance")
_URGENT_JUDGE_ASKED = re.compile(
    r"demande(?:nt|ait|aient)? a(?:u| la) (?:president du tribunal[^,;:]{0,60}, )?juge (?:des|du) referes?|"
    r"l[ea] juge des referes[ ,:]|juge des referes de ce(?:tte)? (?:tribunal|cour)"
)
_THREE_JUDGES = re.compile(
    r"(?:dernier|troisieme|second) alinea de l'article l\. ?511-2|les juges des referes, statuant|"
    r"formation collegiale de referes?|statuant en formation collegiale|les juges des referes du"
)
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:19|20)\d\d-(?:0[13-9]|1[0-2])-(?:29|30)")
_SORTED = re.compile(r"l\.? ?522-3")


@dataclass(frozen=True, kw_only=True, slots=True)
class Procedure:
    """What `find_procedure` answers. ``stages`` and ``filings`` are what it was read from."""

    basis: Value | None = None
    label: str = ""
    instance: Value | None = None
    judge: Value | None = None
    is_triage: bool = False
    lower_decision: LowerDecision | None = None
    related_dockets: tuple[Value, ...] = ()
    court_code: str = ""
    stages: tuple[Stage, ...] = ()
    filings: tuple[Filed, ...] = ()
    lower_stage: Stage | None = None
    attacked: tuple[Stage, ...] = ()
    """Every decision attacked; ``lower_stage`` is the last of them."""
    hearing_on: dt.date | None = None
    """The day of the hearing that the file states."""

    @property
    def is_urgent(self) -> bool:
        """A proceeding of livre V CJA, here or below."""
        return self.basis is not None or bool(self.judge and self.judge.value.startswith("juge des référés"))


def find_procedure(
    text: str,
    zones: Sequence[Zone],
    *,
    citations: Sequence[CitationFinding] = (),
    declared: Sequence[Declared] = (),
    dates: Sequence[DateFinding] = (),
    courts: Sequence[CourtMention] = (),
    dockets: Sequence[str] = (),
) -> Procedure:
    """The proceeding a decision closes. ``dockets`` are its own numbers; empty `Procedure` where there are no zones."""
    if not zones:
        return _of_abstract(declared)
    small, here, index = plain(text), ZoneMap(zones), DateIndex(dates)
    filings = read_filings(text, zones, dates)
    told = here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS, ZoneName.PLEAS)
    stages = read_stages(text, told, index, courts)
    code = _own_court(small, declared, courts, filings, here)
    attacked = find_attacked(text, small, here, stages, filings, index, courts, code)
    lower = latest(attacked)
    instance = _instance(small, here, code, lower, filings)
    judge = None if is_filing(zones) else _judge(text, small, here, declared)
    basis = named_basis(text, small) if is_filing(zones) else find_basis(text, small, here, filings)
    return Procedure(
        basis=basis,
        label=label_of(basis, declared, small, here),
        instance=instance,
        judge=judge,
        is_triage=_is_triage(small, here, judge),
        lower_decision=_as_lower(lower) if lower else None,
        related_dockets=_related(citations, stages, dockets, lower),
        court_code=code,
        stages=stages,
        filings=filings,
        lower_stage=lower,
        attacked=tuple(attacked),
        hearing_on=_stated_hearing(declared),
    )


def _stated_hearing(declared: Sequence[Declared]) -> dt.date | None:
    stated = next((item.value.strip() for item in declared if item.field == "hearing_on"), "")
    return dt.date.fromisoformat(stated) if _ISO.fullmatch(stated) else None


def _of_abstract(declared: Sequence[Declared]) -> Procedure:
    """An abstract without its decision: a tribunal judges first, and two magistrates named are a bench."""
    code = next((court_code(item.value) for item in declared if item.field == "court"), "")
    if not code.startswith("TA"):
        return Procedure(court_code=code)
    is_bench = sum(item.field == "magistrate" for item in declared) > 1
    return Procedure(
        court_code=code,
        instance=Value(value="premier ressort", reason="Tribunal administratif"),
        judge=Value(value="formation collégiale", reason="Plusieurs magistrats") if is_bench else None,
    )


def _own_court(
    small: str, declared: Sequence[Declared], courts: Sequence[CourtMention], filings: Sequence[Filed], here: ZoneMap
) -> str:
    """The court that decides: told by the file, by its head, or by where the request was registered."""
    for item in declared:
        if item.field == "court_code":
            return item.value
    for item in declared:
        if item.field == "court":
            return "CE" if "contentieux" in item.value.lower() else court_code(item.value)
    head_end = next((zone.end for zone in here.zones if zone.zone is ZoneName.HEADER), 0)
    heads = [court.code for court in courts if court.start < min(head_end, 1500) and court.is_administrative]
    if heads and is_filing(here.zones):
        return heads[0]  # the court it is addressed to; the one below comes after
    if heads:  # « Conseil d'État - CAA de Bordeaux »: the site's own head comes first
        return next((code for code in heads if code != "CE"), "CE")
    for filed in filings:
        if filed.is_main:
            stretch = small[filed.start : filed.end + 60]
            if "conseil d'etat" in stretch:
                return "CE"
            named = next((c for c in courts if filed.start <= c.start <= filed.end + 120 and c.is_administrative), None)
            if named or "tribunal" in stretch or "cour" in stretch:
                return named.code if named else "TA" if "tribunal" in stretch else "CAA"
    return next((c.code for c in courts if c.is_administrative), "")


def _instance(small: str, here: ZoneMap, code: str, lower: Stage | None, filings: Sequence[Filed]) -> Value | None:
    """One of the four words of the annotations: by the court, the word of the filing, the decision below."""
    if code.startswith("TA"):
        return Value(value="premier ressort", reason="Tribunal administratif")
    if code.startswith("CAA"):
        return Value(value="appel" if lower else "premier et dernier ressort", reason="Cour administrative d'appel")
    if code == "TC":
        return Value(value="premier et dernier ressort", reason="Tribunal des conflits")
    if code != "CE":
        return None
    is_cassation, reason = _is_cassation(small, here, lower, filings)
    if is_cassation:
        return Value(value="cassation", reason=reason)
    if lower:
        return Value(value="appel", reason="Requête dirigée contre la décision d'une juridiction")
    return Value(value="premier et dernier ressort", reason="Aucune décision juridictionnelle attaquée")


def _is_cassation(small: str, here: ZoneMap, lower: Stage | None, filings: Sequence[Filed]) -> tuple[bool, str]:
    if any(kind == "pourvoi" for filed in filings for kind, _ in filed.items):
        return True, "Pourvoi"
    parts = here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS, ZoneName.OPERATIVE_PART)
    stretch = " ".join(small[start:end] for start, end in parts)
    if re.search(
        r"admission (?:des conclusions )?du pourvoi|\bpourvois? (?:de|du|des|en cassation)|reglant l'affaire au fond",
        stretch,
    ):
        return True, "Pourvoi"
    if lower is None:
        return False, ""
    if lower.court_code.startswith(("CAA", "CNDA")) or _SPECIAL_JUDGES.search(plain(lower.court)):
        return True, "Décision rendue en dernier ressort"
    grounds = " ".join(small[start:end] for start, end in here.spans(ZoneName.GROUNDS))
    if re.search(
        r"juges? du fond|juge de cassation|en cassation|l\. ?821-2|regler l'affaire au fond|denature les (?:pieces|"
        r"faits)",
        grounds,
    ):
        return not _APPEAL_WORDS.search(stretch), "Contrôle de cassation"
    return False, ""


def _judge(text: str, small: str, here: ZoneMap, declared: Sequence[Declared]) -> Value:
    """Who judged: the urgent judge, three of them, a president alone, or a bench."""
    operative = " ".join(small[s:e] for s, e in here.spans(ZoneName.OPERATIVE_PART, ZoneName.NOTIFICATION))
    said = {item.field: plain(item.value) for item in declared}
    is_order = bool(_ORDER.search(operative)) or said.get("decision_type") == "ordonnance"
    ruled = here.spans(ZoneName.HEADER, ZoneName.PROCEDURE, ZoneName.CLAIMS)
    asked = next(
        (m for s, e in ruled for m in _URGENT_JUDGE_ASKED.finditer(small, s, e) if _is_current(small, m)), None
    )
    formation = said.get("formation", "")
    if (
        "juge des referes" in formation
        or "ceord" in said.get("ecli", "")
        or is_order
        and asked
        and "chambre" not in formation
    ):
        start, end = (asked.start(), asked.end()) if asked else (0, 0)
        three = (
            _THREE_JUDGES.search(small)
            if "511-2" in small or "juges des referes" in small or "collegiale" in small
            else None
        )
        value = "juge des référés, formation collégiale" if three else "juge des référés"
        return Value(start=start, end=end, value=value, reason="Juge des référés saisi")
    if is_order or re.search(
        r"magistrate? designee?|l[ea] presidente? (?:de la|du|de)? ?[^,;]{0,40}, ?statue seul",
        small[-3000:] if here.zones else "",
    ):
        return Value(value="ordonnance (juge unique)", reason="Ordonnance d'un juge seul")
    return Value(value="formation collégiale", reason="Décision d'une formation")


def _is_current(small: str, match: re.Match[str]) -> bool:
    """Asked here (« demande »), not below (« a demandé »)."""
    before = small[max(0, match.start() - 4) : match.start()]
    return not (before.endswith("a ") or before.endswith("ont ")) and not match[0].startswith("demandait")


def _is_triage(small: str, here: ZoneMap, judge: Value | None) -> bool:
    """Rejected under L. 522-3, without hearing, by this urgent judge."""
    if judge is None or not judge.value.startswith("juge des référés") or here.spans(ZoneName.HEARING):
        return False
    grounds = here.spans(ZoneName.GROUNDS)
    return any(_SORTED.search(small, start, end) for start, end in grounds)


def _as_lower(stage: Stage) -> LowerDecision:
    return LowerDecision(
        start=stage.start,
        end=stage.end,
        reason="Décision attaquée",
        court=stage.court,
        court_code=stage.court_code,
        number=stage.numbers[0] if stage.numbers else "",
        date=stage.date,
        outcome=stage.outcome,
    )


def _related(
    citations: Sequence[CitationFinding], stages: Sequence[Stage], own: Sequence[str], lower: Stage | None
) -> tuple[Value, ...]:
    """Other dockets the text names, each once: earlier stages, other decisions cited."""
    skip = {number.upper() for number in own} | ({lower.numbers[0]} if lower and lower.numbers else set())
    out: dict[str, Value] = {}
    for stage in stages:
        for number in stage.numbers:
            if number not in skip:
                out.setdefault(number, Value(start=stage.start, end=stage.end, value=number, reason="Étape antérieure"))
    for citation in citations:
        number = citation.number.upper()
        is_ours = citation.court_code.startswith(("CE", "TA", "CAA", "TC")) and citation.court_code != "CEDH"
        if citation.kind in ("decision", "docket") and number and is_ours and number not in skip:
            out.setdefault(number, Value(start=citation.start, end=citation.end, value=number, reason="Décision citée"))
    return tuple(out.values())
