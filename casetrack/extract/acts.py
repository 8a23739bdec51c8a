"""The acts contested: « de suspendre l'exécution du décret n° 2021-1206 du 20 septembre 2021 »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from casetrack.extract.filed import DateIndex
from casetrack.extract.plain import plain
from casetrack.extract.procedure import Procedure
from casetrack.extract.zones import ZoneMap
from casetrack.model import DateFinding, Zone, ZoneName

_ATTACK = re.compile(
    r"\b(?:annul(?:er|e|ation)|suspen(?:dre|sion|du)|l'execution|abroger|retirer|decharg(?:e|er)|reform(?:er|ation)|"
    r"opposition a|contest(?:er|ation)|dirigee?s? contre|declarer illegale?|degrev\w+)\b"
)
_ACT = re.compile(
    r"\b(?P<noun>decisions?|arretes?|deliberations?|permis|decrets?|circulaires?|instructions?|"
    r"notes?(?: de service)?|avis (?:de mise en recouvrement|a tiers detenteur)|avis|titres? (?:de perception|"
    r"executoires?)|etat executoire|"
    r"refus|rejet|courriers?|lettres?|liste|reglement|communique|sanction|resiliation|mesures?|autorisations?|"
    r"certificats?|ordonnance|acte|mise en demeure|contrainte|commandement|proces-verbal|contrat|marche|convention|"
    r"mises? en demeure|tableaux?|resultats?|elections?|operations electorales)\b"
    r"(?P<mid>(?: (?!annul|suspen)[^,;:\n]{0,150})?(?:, [^,;:\n]{0,40})?)(?P<link> du| des| en date du| en date des|"
    r" datee? du| prise? le| le| intervenue? le| notifiee? le| nee? le| emise? le| delivree? le) $"
)
_MODIFIES = re.compile(
    r"\b(?:modifiant|relati(?:f|ve)s?|portant|pris(?:e)? (?:pour|en)|en application|prevu|cree|institue|issu|defini|"
    r"fixant|prescrivant|au titre|en vertu|sur le fondement|de la loi|de l'article|au regard|auquel|a laquelle|"
    r"codifi)\b"
)
_END = re.compile(r"(?<!\bm)(?<!\bmm)(?<!\.)\. (?=[a-z])|; ")
# « l'arrêté du 5 mai portant création et, d'autre part, l'arrêté du 6 juin »
_LISTED = re.compile(
    r",? (?:et|ainsi que|ensemble)(?:, d'autre part,| d'autre part,|,)? (?=(?:l'|la |le |les |d[eu] |de l'|"
    r"contre )?(?:arretes?|decisions?|deliberations?|permis|decrets?|refus|avis|titres?)\b)|d'autre part,"
)
_DEMAND = re.compile(
    r"^\W*(?:et )?(?:d'annuler|d'ordonner|de suspendre|de prononcer)|"
    r"demand|tendant|dirigee?s? contre|conclu|sollicit|saisi|recours|fins? d[e'] ?annul|requete"
)
_MODIFIES_BEFORE = re.compile(
    r"\b(?:modifiant|relatif|relative|portant|prescrivant|en application|de la loi|de l'article|codifi\w+|prevues?) "
)
_TOLD = re.compile(
    r"\bpar (?:une? |l')?(?P<noun>decision|arrete|deliberation|decret|courrier|note|permis|"
    r"titre)s?(?: [a-z]+){0,3}(?: n\u00b0 ?[\w-]+)? (?:du|en date du) $|"
    r"\b(?P<silent>decision) implicite(?: de rejet| de refus)?[^.;]{0,40} nee? le $"
)
_FACT = re.compile(
    r"(?:periode|annee|exercice|a compter|jusqu'au|depuis le|avant le|du mois|nee? le|valable|naissance|audience|"
    r"enregistr|notifi\w+ le|recours gracieux|reclamation|demande)[^,;]{0,24}$"
)


def contested_acts(text: str, zones: Sequence[Zone], index: DateIndex, known: Procedure) -> Iterator[DateFinding]:
    """Days of the acts whose annulment, suspension or withdrawal is asked, here or before the first judges."""
    small, here = plain(text), ZoneMap(zones)
    judged = {(stage.day.start) for stage in known.stages if stage.day}
    spans = here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS)
    if not spans:  # published without its procedure: the first points tell it
        spans = tuple((start, min(end, start + 3000)) for start, end in here.spans(ZoneName.GROUNDS)[:1])
    found = False
    for start, end in spans:
        for day in index.between(start, end)[:300]:
            is_claim = here.zone_at(day.start) is ZoneName.CLAIMS
            if day.start not in judged and _is_act(small, start, day, is_claim=is_claim):
                found = True
                yield day
    if not found:
        grounds = [(start, min(end, start + 4500)) for start, end in here.spans(ZoneName.GROUNDS)[:1]]
        yield from islice(told_acts(small, here, index, grounds, judged), 1)


def told_acts(
    small: str, here: ZoneMap, index: DateIndex, spans: Sequence[tuple[int, int]], judged: Collection[int] = ()
) -> Iterator[DateFinding]:
    """Acts attacked without their date, which these stretches tell: « Par une décision du 12 mars, le préfet »."""
    asked = " ".join(small[start:end] for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS)) or small
    for start, end in spans:
        for day in index.between(start, end):
            told = _TOLD.search(small, max(start, day.start - 90), day.start)
            if told and day.start not in judged and _is_attacked(asked, told["noun"] or told["silent"]):
                yield day


def _is_attacked(asked: str, noun: str) -> bool:
    """Whether the annulment or the suspension of such an act is asked."""
    article = r"(?:l'|la |le |les |cet? |cette |d'une |du |de la |des )"
    return bool(re.search(rf"(?:annul|suspen|execution)[^.;]{{0,60}} {article}{noun}", asked))


def _is_act(small: str, floor: int, day: DateFinding, *, is_claim: bool) -> bool:
    """The words before the day name an act, governed by a verb of attack in the same sentence."""
    left = max(floor, day.start - 700, small.rfind("\n", floor, day.start) + 1)
    before = small[left : day.start]
    ends = list(_END.finditer(before))
    sentence = before[ends[-1].end() if ends else 0 :]
    attacks = list(_ATTACK.finditer(sentence))
    if not attacks:
        return False
    attack = attacks[-1]
    near = _LISTED.split(sentence[attack.end() :])[-1][-230:]
    act = _ACT.search(near)
    if (
        act is None
        or _MODIFIES.search(act["mid"])
        or _MODIFIES_BEFORE.search(near[: act.start()])
        or _FACT.search(near[-60:].removesuffix(" "))
    ):
        return False
    return is_claim or _DEMAND.search(sentence[: attack.end()]) is not None
