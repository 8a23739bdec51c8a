"""Who acts in an article, and before whom: the role it gives to organisations, the court and the procedure it names.

Roles come from the sentence that gives them: a list of those who filed, the subject of « ont saisi », what « contre »
rules, who « devra se défendre devant » the judge. Natural persons are no parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.calendar_words import lower
from casetrack.extract.courts import CourtMention
from casetrack.model import OrganisationFinding, PartyFinding, PartyType, Role, Value

MOST_NAMES = 400
"""Names whose role is looked for in one text: no article, page or notice has as many."""

# « nous avons saisi », on a page that an association publishes of itself
_WE_FILED = re.compile(
    r"(?<!\w)nous\s(?:avons|avions)\s(?:\w{3,12}\s)?(?:dépos|sais|attaqu|fait\sappel|introdui|formé)\w{0,5}"
)


def self_declared(text: str, publisher: Value | None) -> PartyFinding | None:
    """The association that writes « nous avons saisi » is a plaintiff: the words are the passage."""
    match = _WE_FILED.search(lower(text)) if publisher else None
    if not match or not publisher:
        return None
    return PartyFinding(
        start=match.start(), end=match.end(), name=publisher.value, role=Role.PLAINTIFF, type=PartyType.ASSOCIATION,
        reason="l'association qui publie la page écrit « nous avons saisi »", origin=publisher.origin,
    )  # fmt: skip


# « signé par », « déposée par », « à l'initiative de »: a list of plaintiffs follows, to the end of the sentence
_FILED_BY = re.compile(
    r"(?<!\w)(?:signée?s?|déposée?s?|introduite?s?|portée?s?|formée?s?|engagée?s?|saisie?)\s(?:[^.;\n]{0,40}?\s)?par\s"
    r"|à\sl'initiative\sd[eu']s?\s?"
)
# « ont déposé », « a saisi »: the plaintiffs stand before
_FILES = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|vient\sde|viennent\sde)\s(?:\w{3,14}\s){0,2}?(?:dépos(?:é|er)|(?:fait|interjeté"
    r"|relevé)\sappel|saisi[r]?|attaqu(?:é"
    r"|er)|introduit|formé|engagé|demandé\sau)(?!\w)"
    r"|(?<!\w)(?:saisit|saisissent|dépose|déposent|attaque|attaquent)(?!\w)|,\srequérante?s?(?!\w)"
)
_PROCEEDING = re.compile(
    r"requête|recours|référé|juge|conseil d'état|tribunal|cour d|cour administrative|justice|plainte"
)
# « le ministère ... devra défendre ... devant », « contre l'État », « reprochant à l'État »
_DEFENDS = re.compile(
    r"(?<!\w)(?:devr(?:a|ont)|doi(?:t|vent)|va|vont|aura à|devait)\s(?:[^.;\n]{0,60}?\s)?(?:se\s)?(?:défendre"
    r"|justifier|répondre|s'expliquer)"
)
_AGAINST = re.compile(
    r"(?<!\w)(?:contre|attaqu\w{1,4}|reprochant à|reproche à|reprochent à|assign\w{1,4}|poursuivi\w{0,2}"
    r"|face à)\s(?:l'|le\s|la\s|les\s)?$"
)


def find_roles(small: str, organisations: Sequence[OrganisationFinding]) -> Iterator[PartyFinding]:
    """One finding an organisation and role: the first sentence that gives it."""
    seen: set[tuple[str, Role]] = set()
    for item in organisations[:MOST_NAMES]:
        role, reason = _role(small, item, *_long_sentence(small, item))
        key = (lower(item.name), role) if role else None
        if not role or not key or key in seen:
            continue
        seen.add(key)
        kind = PartyType.ASSOCIATION if item.type is PartyType.OTHER and role is Role.PLAINTIFF else item.type
        yield PartyFinding(
            start=item.start, end=item.end, name=item.name, role=role, type=kind, acronym=item.acronym, reason=reason
        )


def _long_sentence(small: str, item: OrganisationFinding) -> tuple[int, int]:
    """The sentence around a name; a list of signatories may run over 800 characters."""
    left = max(small.rfind("\n", 0, item.start), small.rfind(". ", 0, item.start), item.start - 800) + 1
    ends = [end for end in (small.find("\n", item.end), small.find(". ", item.end)) if end >= 0]
    return max(0, left), min([*ends, item.end + 400, len(small)])


def _role(small: str, item: OrganisationFinding, left: int, right: int) -> tuple[Role | None, str]:
    if _AGAINST.search(small, max(left, item.start - 40), item.start) and _PROCEEDING.search(small, left, right):
        return Role.DEFENDANT, "« contre », « reproche à » dans une phrase qui parle d'un recours"
    defends = _DEFENDS.match(small, item.end + 1) or _DEFENDS.search(small, item.end, min(right, item.end + 12))
    if defends and re.search(r"devant (?:le|la) (?:conseil|juge|tribunal|cour|justice)", small[item.end : right]):
        return Role.DEFENDANT, "doit se défendre devant le juge"
    for match in _FILED_BY.finditer(small, left, item.start):
        if _PROCEEDING.search(small, left, match.start()) and not _leaves_list(small, match.end(), item.start):
            return Role.PLAINTIFF, f"« {' '.join(match[0].split())[:40]} », dans la liste qui suit"
    files = _FILES.search(small, item.end, min(right, item.end + 320))
    if (
        files
        and _PROCEEDING.search(small, files.start(), min(len(small), files.end() + 120))
        and _is_subject(small, item, files.start())
    ):
        return Role.PLAINTIFF, f"sujet de « {files[0].strip(' ,')} »"
    return None, ""


_OUT_OF_LIST = re.compile(
    r"(?<!\w)(?:devant|contre|auprès|visant|demandant|afin|pour que|a été|ont été|dénonçant|estimant|hébergé|qui (?:a"
    r"|ont|est|sont)\b)"
)


def _leaves_list(small: str, start: int, end: int) -> bool:
    return bool(_OUT_OF_LIST.search(small, start, end))


def _is_subject(small: str, item: OrganisationFinding, verb: int) -> bool:
    """Between the name and the verb stand only names, commas and « et »; no preposition rules the name."""
    between = small[item.end : verb]
    if re.search(r"(?<!\w)(?:que|qu'|dont|devant|contre|par|car|mais|a|ont|est|sont)(?!\w)", between) or ";" in between:
        return False
    before = small[max(0, item.start - 14) : item.start]
    return not re.search(
        r"(?:\b(?:de|du|des|à|au|aux|par|chez|contre|devant|selon|avec|d')\s?(?:la\s|l'|les\s)?)$", before
    )


_FOUNDED = r"|fondement de l['’]article l\.? ?521-"
_OURS = r"(?!\d| du (?:ceseda|code de l['’]))"
_URGENT = (
    ("L. 521-2", "référé-liberté", re.compile(rf"référés?[\s-]{{1,3}}libertés?{_FOUNDED}2{_OURS}")),
    ("L. 521-1", "référé-suspension", re.compile(rf"référés?[\s-]{{1,3}}suspensions?{_FOUNDED}1{_OURS}")),
    (
        "L. 521-3",
        "référé mesures utiles",
        re.compile(rf"référés?[\s-]{{1,3}}(?:mesures[\s-]utiles|conservatoires?){_FOUNDED}3{_OURS}"),
    ),
    ("L. 521-4", "référé en réexamen", re.compile(f"{_FOUNDED[1:]}4{_OURS}")),
)


def procedure_named(small: str) -> tuple[Value | None, str]:
    """The procedure that the text names; the article need not be written."""
    found = [(match.start(), article, label, match) for article, label, p in _URGENT if (match := p.search(small))]
    if not found:
        return None, ""
    _, article, label, match = min(found, key=lambda item: item[0])
    return Value(value=article, start=match.start(), end=match.end(), reason=f"procédure nommée « {match[0]} »"), label


# « le TA a rejeté »: a tribunal that the article names nowhere in full
_BARE = re.compile(r"(?<!\w)(?:[Ll]e|[Dd]u|[Aa]u|[Uu]n|[Cc]e) (?P<court>TA|CAA)(?![\w-]| \d)")


def court_reported(text: str, courts: Sequence[CourtMention]) -> CourtMention | None:
    """The administrative court named most often; a generic « tribunal administratif » only when alone."""
    counts: dict[str, int] = {}
    for court in courts:
        if court.is_administrative:
            weight = 1 if court.code in ("TA", "CAA") else 3
            counts[court.code] = counts.get(court.code, 0) + weight
    if not counts:
        bare = _BARE.search(text)
        if not bare:
            return None
        name = "tribunal administratif" if bare["court"] == "TA" else "cour administrative d'appel"
        return CourtMention(start=bare.start("court"), end=bare.end("court"), name=name, code=bare["court"])
    best = max(counts, key=lambda code: counts[code])
    return next(court for court in courts if court.code == best)
