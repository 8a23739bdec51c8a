"""Does a sentence look back or forward? French verbs say it: « sera examiné lundi », « a été déposé lundi »."""

from __future__ import annotations

import re

# « prochain » and « dernier » written with the date itself.
_NEXT = re.compile(r"\s{1,3}(?:prochaine?s?|à\svenir|qui\svient)(?!\w)")
_LAST = re.compile(r"\s{1,3}(?:derni(?:er|ère)s?|passée?s?|écoulée?s?)(?!\w)")
# « examinera », « devront », « va rendre », « est prévue »
_FUTURE = re.compile(
    r"(?<!\w)(?:\w{2,20}(?:era|ira|dra|ura|vra|rra|aira|tra|ront)|(?:sera|seront|serai(?:t|ent))\s\w{2,14}(?:é|i|u|is|it|ert)(?:e|s|es)?|sera|fera|aura|ira|\w{2,20}(?:er|dr)ai(?:t|ent)"
    r"|(?:dev|se|fe|tiend)rai(?:t|ent)|(?:va|vont)\s(?:se\s|s')?\w{3,18}(?:er|ir|re"
    r"|oir)"
    r"|(?:est|sont|était|étaient)\s(?:\w{4,14}\s)?(?:prévu|fixé|attendu|programmé|envisagé|convoqué|appelé)(?:e|s|es)?"
    r"|(?:prévu|fixé|attendu|programmé|envisagé)(?:e|s|es)?|d(?:oit|oivent)\s(?:se\s|s')?\w{3,18}|à\svenir|s'apprêtent?)(?!\w)"
)
# « a saisi », « avait été renouvelé », « s'est tenue », « sera » excluded; « déposée », « saisissait »
_PAST = re.compile(
    r"(?<!\w)(?:n'|l'|s'|qu'|d')?(?:a|ont|avait|avaient|eut|est|sont|était|étaient|fut|furent|ayant|été"
    r"|avoir)\s(?:\w{2,14}\s){0,2}?"
    r"\w{1,20}(?:é|i|u|is|it|ert|eint)(?:e|s|es)?(?!\w)"
    r"|(?<!\w)\w{2,20}(?:ait|aient|èrent|irent|urent)(?!\w)"
    r"|(?<!\w)(?:déposé|rendu|enregistré|saisi|publié|rejeté|signé|introduit|plaidé|adopté|daté|tenu|présenté|notifié"
    r"|prononcé|voté|promulgué|conclu|créé|paru|lancé|formé|adressé|envoyé|reçu|modifié|fermé|datant)(?:e|s|es)?(?!\w)"
)
# A text or a decision is older than the article that names it: « l'arrêté du 6 janvier ».
_DATED_ACT = re.compile(
    r"(?<!\w)(?:lois?|décrets?|arrêtés?|ordonnances?|circulaires?|délibérations?|avis|jugements?|arrêts?|décisions?"
    r"|lettres?|courriers?|communiqués?|rapports?|journal officiel|jo|contrats?|conventions?|attentats?|depuis)\s(?:du"
    r"|des|le|les)\s$"
)
# « jusqu'au », « pour le », « d'ici » name a term, which may lie ahead whatever the verb.
_TERM = re.compile(
    r"(?<!\w)(?:jusqu'(?:au|à|en)|pour\sle|d'ici(?:\sau)?|avant\sle|à\scompter\sdu|à\spartir\sdu|dès(?:\sle)?)\s$"
)
# « avant d'annoncer vendredi qu'une carte serait proposée »: what is announced does not date the announcement.
_CLAUSE = re.compile(r"(?<!\w)(?:(?:que|si|où|dont)(?!\w)|qu'|s'il)")
_CLEFT = re.compile(r"(?<!\w)(?:c'est|ce\ssera|c'était)\s(?:le\s|ce\s|dès\s)?$")
_SENTENCE_END = re.compile(r"[.!?\n;](?:\s|$)")
_REACH = 160


def direction(small: str, start: int, end: int) -> int:
    """-1 when the words around ``small[start:end]`` look back, 1 when they look forward, 0 when they do not say."""
    written = written_way(small, start, end)
    if written:
        return written
    if _DATED_ACT.search(small, max(0, start - 24), start):
        return -1
    if _TERM.search(small, max(0, start - 16), start):
        return 0
    return _by_verbs(small, start, end)


def written_way(small: str, start: int, end: int) -> int:
    """1 for « prochain », -1 for « dernier » in or right after the date, else 0."""
    if _NEXT.match(small, end) or small[start:end].endswith(("prochain", "prochaine")):
        return 1
    if _LAST.match(small, end) or small[start:end].endswith(("dernier", "dernière", "passé", "passée")):
        return -1
    return 0


def way_end(small: str, end: int) -> int:
    """Where the expression ends once « prochain » or « dernier » is taken in."""
    match = _NEXT.match(small, end) or _LAST.match(small, end)
    return match.end() if match else end


def _by_verbs(small: str, start: int, end: int) -> int:
    """The nearest verb of the sentence decides; those of a clause after the date do not, when one stands before it."""
    left, right = sentence(small, start, end)
    clause = None if _CLEFT.search(small, left, start) else _CLAUSE.search(small, end, right)
    if clause and any(pattern.search(small, left, start) for pattern in (_FUTURE, _PAST)):
        right = clause.start()
    best, nearest = 0, _REACH * 2
    for pattern, way in ((_FUTURE, 1), (_PAST, -1)):
        for match in pattern.finditer(small, left, right):
            gap = start - match.end() if match.end() <= start else match.start() - end + 2
            if match.start() < end and match.end() > start:
                continue
            if gap < nearest:
                best, nearest = way, gap
    return best


def sentence(small: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, cut at 160 characters on each side."""
    left, right = max(0, start - _REACH), min(len(small), end + _REACH)
    for match in _SENTENCE_END.finditer(small, left, start):
        left = match.end()
    stop = _SENTENCE_END.search(small, end, right)
    return left, stop.start() if stop else right
