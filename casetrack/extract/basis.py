"""The basis of a proceeding: the article the urgent judge was asked to apply (livre V CJA), by its number or its name.

An article merely quoted, or of another code, is no basis. In cassation it is the basis of the proceeding below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from casetrack.extract.filed import Filed
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import Declared, Value, ZoneName

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


def find_basis(text: str, small: str, here: ZoneMap, filings: Sequence[Filed]) -> Value | None:
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


def named_basis(text: str, small: str) -> Value | None:
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


def label_of(basis: Value | None, declared: Sequence[Declared], small: str, here: ZoneMap) -> str:
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
