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
from itertools import islice

from casetrack.extract.courts import CourtMention, court_code
from casetrack.extract.filed import DateIndex, Filed, read_filings
from casetrack.extract.filing import is_filing
from casetrack.extract.plain import plain
from casetrack.extract.stages import Stage, read_stages
from casetrack.extract.zones import ZoneMap
from casetrack.model import CitationFinding, DateFinding, Declared, LowerDecision, Value, Zone, ZoneName

LABELS = {
    "L. 521-1": "référé-suspension",
    "L. 521-2": "référé-liberté",
    "L. 521-3": "référé mesures utiles",
    "L. 521-4": "référé en réexamen",
    "R. 541-1": "référé-provision",
    "R. 531-1": "référé-constat",
    "R. 532-1": "référé-instruction",
    "L. 551-1": "référé précontractuel",
    "L. 551-5": "référé précontractuel",
    "L. 551-13": "référé contractuel",
    "L. 554-1": "déféré-suspension",
    "L. 555-1": "référé fiscal",
    "L. 552-1": "référé fiscal",
}
_ARTICLE = (
    r"(?P<article>l\.? ?521-[1-4]|r\.? ?541-1|r\.? ?53[12]-1|"
    r"l\.? ?551-(?:13|14|24|1\b|5|10)|l\.? ?554-(?:1\b|2|3|6)|l\.? ?552-[12]|l\.? ?555-1)(?![-\d])"
)
_FOUNDED = re.compile(
    rf"(?:sur le fondement|au titre|en application|en vertu|dans le cadre|statuant (?:au titre|en application)|"
    rf"par application|saisi[^.;\n]{{0,30}}) (?:des? |de l'|du |"
    rf"d'une? )?(?:dispositions )?(?:premier alinea )?(?:de l'|des |de )?articles? {_ARTICLE}"
)
_ANY = re.compile(
    rf"articles? {_ARTICLE}(?: et l\.? ?521-[1-4])?(?: (?:precitee?s? )?(?:du|"
    rf"de ce) (?:meme )?code(?P<code> [a-z' ,]{{0,60}})?)?"
)
_URGENT = re.compile(r"juges? des referes|juges? du refere|refere|sursis (?:a|de) (?:l'execution|paiement)|suspen")
_FILED_BY_NAME = (
    ("L. 521-2", re.compile(r"refere[- ]liberte")),
    ("L. 521-1", re.compile(r"refere[- ]suspension")),
    ("L. 521-3", re.compile(r"refere[- ]mesures[- ]utiles|refere conservatoire")),
    ("R. 541-1", re.compile(r"refere[- ]provision")),
)
_OTHER_CODE = re.compile(r"(?: (?:et suivants|precitee?s?))? du (?:code (?!de (?:la )?justice)|ceseda)")
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
_SORTED = re.compile(r"l\.? ?522-3")
_ATTACKED = re.compile(
    r"(?:annul|reform|suspen|surs|infirm|casser?|dirigee?s? contre|l'annulation|la reformation|sursis a l'execution|"
    r"l'execution)[a-z]* ?(?:pour exces de pouvoir |partiellement |d[eu] |d'|contre |de |la |l'|le |les |des |un |"
    r"une |d'un |d'une |avec toutes (?:les |ses )?consequences de droit,? |l'article \d+[a-z]* d[eu] |"
    r"articles? [^;]{0,30} de |execution de |a l'execution de |que ){0,4}"
    r"(?P<this>ce|cet|cette|ces)? ?(?P<kind>jugement|ordonnance|arret|decision)s?"
)


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
        return Procedure()
    small, here, index = plain(text), ZoneMap(zones), DateIndex(dates)
    filings = read_filings(text, zones, dates)
    told = here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS, ZoneName.PLEAS)
    stages = read_stages(text, told, index, courts)
    code = _own_court(small, declared, courts, filings, here)
    attacked = _lower(text, small, here, stages, filings, index, courts, code)
    lower = _latest(attacked)
    instance = _instance(small, here, code, lower, filings)
    judge = None if is_filing(zones) else _judge(text, small, here, declared)
    basis = _named_basis(text, small) if is_filing(zones) else _basis(text, small, here, filings)
    return Procedure(
        basis=basis,
        label=_label(basis, declared, small, here),
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


def _basis(text: str, small: str, here: ZoneMap, filings: Sequence[Filed]) -> Value | None:
    """The article the urgent judge was asked to apply; in cassation, the one of the proceeding below."""
    told = here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS)
    main = max((f.start for f in filings if f.is_main), default=-1)
    found = [
        m
        for start, end in told
        for m in islice(_FOUNDED.finditer(small, start, end), 50)
        if not _is_other_code(small, m)
    ]
    here_asked = [m for m in found if m.start() >= main >= 0]
    match = next(iter(here_asked or found), None)
    if match is None and _is_urgent(small, told):
        match = _in_grounds(small, here)
    if match is not None:
        return _value(text, match.start(), match.end(), _article(match["article"]), "Fondement indiqué par le texte")
    for start, end in told:
        for article, name in _FILED_BY_NAME:
            if named := name.search(small, start, end):
                return _value(text, named.start(), named.end(), article, "Nom de la procédure")
    return None


def _named_basis(text: str, small: str) -> Value | None:
    """The basis a filing gives itself, in its title or its claims: the first urgent article or procedure named."""
    found = [m for pattern in (_FOUNDED, _ANY) if (m := pattern.search(small)) and not _is_other_code(small, m)]
    if found:
        first = min(found, key=lambda match: match.start())
        return _value(text, first.start(), first.end(), _article(first["article"]), "Article invoqué par la requête")
    for article, name in _FILED_BY_NAME:
        if named := name.search(small):
            return _value(text, named.start(), named.end(), article, "Nom de la procédure")
    return None


def _is_urgent(small: str, told: Sequence[tuple[int, int]]) -> bool:
    stretch = [small[start:end] for start, end in told]
    return not stretch or any(_URGENT.search(part) for part in stretch)


def _in_grounds(small: str, here: ZoneMap) -> re.Match[str] | None:
    """Old decisions name the article in their grounds only."""
    for start, end in here.spans(ZoneName.GROUNDS):
        urgent = _URGENT.search(small, start, end)
        if not urgent:
            continue
        for pattern in (_FOUNDED, _ANY):
            for match in pattern.finditer(small, start, end):
                if not _is_other_code(small, match) and _is_ruled(small, match):
                    return match
    return None


def _is_ruled(small: str, match: re.Match[str]) -> bool:
    """The article is applied, not cited among others (« en application des articles L. 521-1, L. 521-3 »)."""
    return not re.match(r",? ?(?:et )?(?:l\. ?5\d\d-\d, )+", small[match.end() : match.end() + 20])


def _is_other_code(small: str, match: re.Match[str]) -> bool:
    """L. 521-1 of the code of the entry of foreigners is no urgent matter."""
    return bool(_OTHER_CODE.match(small, match.end("article")))


def _article(raw: str) -> str:
    """``l.521-2`` -> ``L. 521-2``."""
    return f"{raw[0].upper()}. {re.sub(r'^[lr][. ]*', '', raw)}"


def _value(text: str, start: int, end: int, value: str, reason: str) -> Value:
    return Value(start=start, end=end, value=value, reason=reason)


def _label(basis: Value | None, declared: Sequence[Declared], small: str, here: ZoneMap) -> str:
    if basis:
        return LABELS.get(basis.value, "référé")
    stretch = " ".join(small[s:e] for s, e in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS))
    if "question prioritaire de constitutionnalite" in stretch and "renvoyer au conseil constitutionnel" in stretch:
        return "question prioritaire de constitutionnalité"
    if "sursis a l'execution" in stretch or "sursis a execution" in stretch:
        return "sursis à exécution"
    recourse = next((plain(d.value) for d in declared if d.field == "recourse_type"), "")
    if "exces de pouvoir" in (recourse or stretch):
        return "fond (excès de pouvoir)"
    return (
        "fond (plein contentieux)"
        if recourse.startswith("plein") or "condamner" in stretch or "decharge" in stretch
        else "fond"
    )


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


def _lower(
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


def _latest(stages: Sequence[Stage]) -> Stage | None:
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
