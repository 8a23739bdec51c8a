"""Courts: every spelling of a court to its name and its open-data code.

Names follow art. R. 221-1 CJA for the overseas courts (« tribunal administratif de la Guadeloupe » sits at
Basse-Terre). Codes are those of the open data of the administrative courts (CE, CAA75, TA06, TA101). Courts of other
orders (Conseil constitutionnel, CJUE, CEDH, Cour de cassation...) are recognised so that their numbers are never taken
for those of an administrative court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from casetrack.extract.anchors import find_starts, find_words
from casetrack.extract.plain import plain

# code: place, with the preposition the name takes
_TA = {
    "TA06": "de Nice", "TA13": "de Marseille", "TA14": "de Caen", "TA20": "de Bastia", "TA21": "de Dijon",
    "TA25": "de Besançon", "TA30": "de Nîmes", "TA31": "de Toulouse", "TA33": "de Bordeaux", "TA34": "de Montpellier",
    "TA35": "de Rennes", "TA38": "de Grenoble", "TA44": "de Nantes", "TA45": "d'Orléans",
    "TA51": "de Châlons-en-Champagne", "TA54": "de Nancy", "TA59": "de Lille", "TA63": "de Clermont-Ferrand",
    "TA64": "de Pau", "TA67": "de Strasbourg", "TA69": "de Lyon", "TA75": "de Paris", "TA76": "de Rouen",
    "TA77": "de Melun", "TA78": "de Versailles", "TA80": "d'Amiens", "TA83": "de Toulon", "TA86": "de Poitiers",
    "TA87": "de Limoges", "TA93": "de Montreuil", "TA95": "de Cergy-Pontoise",
    "TA101": "de La Réunion", "TA102": "de la Martinique", "TA103": "de la Polynésie française",
    "TA104": "de Nouvelle-Calédonie", "TA105": "de la Guadeloupe", "TA106": "de la Guyane", "TA107": "de Mayotte",
    "TA108": "de Saint-Martin", "TA109": "de Saint-Barthélemy",
    # not among the codes of the open data: the INSEE number of the territory
    "TA975": "de Saint-Pierre-et-Miquelon", "TA986": "de Wallis-et-Futuna",
}  # fmt: skip
_CAA = {
    "CAA13": "de Marseille", "CAA31": "de Toulouse", "CAA33": "de Bordeaux", "CAA44": "de Nantes",
    "CAA54": "de Nancy", "CAA59": "de Douai", "CAA69": "de Lyon", "CAA75": "de Paris", "CAA78": "de Versailles",
}  # fmt: skip
_OTHERS = {
    "CE": "Conseil d'État", "TC": "Tribunal des conflits", "CC": "Conseil constitutionnel",
    "CJUE": "Cour de justice de l'Union européenne", "TUE": "Tribunal de l'Union européenne",
    "CEDH": "Cour européenne des droits de l'homme", "CASS": "Cour de cassation",
    "CNDA": "Cour nationale du droit d'asile", "CCOMPTES": "Cour des comptes",
    "CDBF": "Cour de discipline budgétaire et financière",
    "CA": "cour d'appel", "TJ": "tribunal judiciaire", "CRC": "chambre régionale des comptes",
    "TA": "tribunal administratif", "CAA": "cour administrative d'appel",
}  # fmt: skip
# former and other names of the same places
_ALIASES = {
    "chalons-sur-marne": "TA51", "chalons": "TA51", "cergy": "TA95", "clermont": "TA63",
    "basse-terre": "TA105", "guadeloupe": "TA105", "fort-de-france": "TA102", "martinique": "TA102",
    "cayenne": "TA106", "guyane": "TA106", "saint-denis de la reunion": "TA101", "saint-denis": "TA101",
    "reunion": "TA101", "mamoudzou": "TA107", "mata-utu": "TA986", "papeete": "TA103", "polynesie": "TA103",
    "noumea": "TA104", "corse": "TA20",
}  # fmt: skip
_OLD_NAMES = {"chalons-sur-marne": "tribunal administratif de Châlons-sur-Marne"}
_CAA_BY_LETTERS = {
    "BX": "CAA33", "DA": "CAA59", "LY": "CAA69", "MA": "CAA13", "NC": "CAA54", "NT": "CAA44", "PA": "CAA75",
    "TL": "CAA31", "VE": "CAA78",
}  # fmt: skip

COURTS: dict[str, str] = {
    **_OTHERS,
    **{code: f"tribunal administratif {place}" for code, place in _TA.items()},
    **{code: f"cour administrative d'appel {place}" for code, place in _CAA.items()},
}
_LEAD = re.compile(r"^(?:de la |de l'|du |des |de |d'|la |le )*")


@lru_cache(maxsize=512)
def _place(text: str) -> str:
    """« de La Réunion » -> ``reunion``; hyphens and spaces alike."""
    return re.sub(r"[\s-]+", "-", _LEAD.sub("", plain(text)))


_TA_BY_PLACE = {_place(place): code for code, place in _TA.items()}
_TA_BY_PLACE |= {re.sub(r"[\s-]+", "-", place): code for place, code in _ALIASES.items()}
_CAA_BY_PLACE = {_place(place): code for code, place in _CAA.items()}
_PLACES = "|".join(
    place.replace("-", r"[\s-]{1,3}") for place in sorted({*_TA_BY_PLACE, *_CAA_BY_PLACE}, key=len, reverse=True)
)
# « tribunal administratif de Nice », « TA Cergy », « cour administrative d'appel de PARIS », « CAA de Lyon »
_WITH_PLACE = re.compile(
    r"(?:(?P<ta>tribun(?:al|aux)\s+administratifs?|trib\.\s?adm?\.|ta\b|t\.\s?a\.)"
    r"|(?P<caa>cours?\s+administratives?(?:\s+d'\s?appel)?|cour\s+d'appel\s+administrative|caa\b|c\.\s?a\.\s?a\.))"
    rf"(?:\s?,)?(?:\s+(?:(?:de\s+la|de\s+l'|des|du|de|d'|a|la)\s*){{0,2}}(?P<place>{_PLACES})\b)?"
)
_OTHER_FORMS = re.compile(
    r"(?P<CE>conseil\s+d\s?'\s?etat|section\s+du\s+contentieux)"
    r"|(?P<CC>conseil\s+constitutionnel|cons\.\s?const\.)|(?P<TC>tribunal\s+des\s+conflits|tr?(?:ib)?\.\s?conf(?:l|lits)?\.)"
    r"|(?P<CJUE>cour\s+de\s+justice\s+(?:de\s+l'union|des\s+communautes)\s+europeennes?|cj[uc]e\b)"
    r"|(?P<TUE>tribunal\s+de\s+l'union\s+europeenne|tpice\b|tue\b)"
    r"|(?P<CEDH>cour\s+europeenne\s+des\s+droits\s+de\s+l'homme|cour\s+edh\b|cedh\b)"
    r"|(?P<CASS>cour\s+de\s+cassation|cass\.|civ\.\s?[123](?:re|e|eme)\b|(?:crim|com|soc)\.(?=,?\s\d{1,2}\s?(?:er\s)?[a-z]))|(?P<CNDA>cour\s+nationale\s+du\s+droit\s+d'asile|cnda\b)"
    r"|(?P<CDBF>cour\s+de\s+discipline\s+budgetaire\s+et\s+financiere)|(?P<CCOMPTES>cour\s+des\s+comptes)"
    r"|(?P<CA>cour\s+d'appel|ca\s(?=[a-z-]{3,20},))|(?P<TJ>tribunal\s+(?:judiciaire|de\s+grande\s+instance)|(?:tj|tgi)\s(?=[a-z-]{3,20},))|(?P<CRC>chambre\s+regionale\s+des\s+comptes)"
)
_PLACED_WORDS = (
    "tribunal adm",
    "tribunaux adm",
    "tribunal  adm",
    "trib. ad",
    "cour adm",
    "cours adm",
    "cour d'appel adm",
)
_OTHER_WORDS = (
    "conseil d", "section du cont", "conseil const", "cons. const", "tribunal des", "trib. conf", "cour de justice",
    "tribunal de l", "cour europ", "cour edh", "cour de cass", "cass.", "cour nationale", "cour de disc",
    "cour des comptes", "cour d'appel", "tribunal jud", "tribunal de gr", "chambre regionale",
    "cons. d'", "t. confl", "civ. ", "civ.1", "crim.", "com.", "soc.",
)  # fmt: skip
MOST_COURTS = 10_000
"""Places looked at for each way of naming a court: beyond, the text is no document."""
# letters that name a court only in capitals: « TA de Nice », « CE 422023 »; not « 2003/88/CE » nor « CE DERNIER »
_CAPITALS = re.compile(
    r"[CT](?<![^\W_].)(?<![/-].)"
    r"(?=(?<=T)(?:A|\. ?A|PICE|UE|J |GI |C|\.C\.)|(?<=C)(?:AA|\.A\.A|J[UC]E|EDH|NDA|A |E|\.E\.))"
)
_AFTER_LETTERS = re.compile(
    r"(?:c\.?e\.?|t\.?c\.?)"
    r"(?=\s?[,:(]|\s+(?:\d|n\s?[°os.]|req|ord|ref|jr\b|ass|sect|avis|du \d|le \d|juge|\d+(?:e|er|eme)\b)|$)"
)
# « ce, ord., 12 mars 2021 » in small letters: only before what follows a court
_SMALL_CE = re.compile(r"(?<![\w/-])ce, (?:(?:ord|ref|ass|sect|avis)\.|\d{1,2}(?:er)? [a-z]{3,9}\.? \d{4})")
# « avocat au Conseil d'Etat et à la Cour de cassation », « décret en Conseil d'Etat »: no court is meant
_NOT_A_COURT = re.compile(
    r"(?:avocate?s?\s+(?:aux?|pres\s+le)\s+|\ben\s+|avocate?s?\s+au\s+conseil\s+d'etat\s+et\s+a\s+la\s+)$"
)
ADMINISTRATIVE = re.compile(r"^(?:CE|TC|TA\d*|CAA\d*)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class CourtMention:
    """A court named at ``text[start:end]``; ``code`` is TA or CAA alone where the place is not said."""

    start: int
    end: int
    name: str
    code: str

    @property
    def is_administrative(self) -> bool:
        return bool(ADMINISTRATIVE.match(self.code))


def court_name(code: str) -> str:
    """The full name of a code (``TA06`` -> « tribunal administratif de Nice »); empty when unknown."""
    return COURTS.get(code, "")


def court_of_caa_number(number: str) -> str:
    """The court whose letters a number bears: ``21BX04358`` -> ``CAA33``; empty when unknown."""
    return _CAA_BY_LETTERS.get(number[2:4].upper(), "")


def court_code(name: str) -> str:
    """The code of a court however it is spelled; empty when no court is recognised."""
    mentions = find_courts(name)
    return mentions[0].code if mentions else ""


def _placed(match: re.Match[str]) -> CourtMention:
    is_ta, place = bool(match["ta"]), match["place"]
    by_place, generic = (_TA_BY_PLACE, "TA") if is_ta else (_CAA_BY_PLACE, "CAA")
    key = _place(place) if place else ""
    code = by_place.get(key, generic)
    end = match.end() if place and code != generic else match.end("ta" if is_ta else "caa")
    name = _OLD_NAMES.get(key, "") if is_ta else ""
    return CourtMention(start=match.start(), end=end, name=name or COURTS[code], code=code)


def _short(flat: str, at: int) -> CourtMention | None:
    """« TA de Nice », « CAA Lyon », « CE, ord. », « CJUE »: capitals, and something after that a court would have."""
    if match := _WITH_PLACE.match(flat, at):
        mention = _placed(match)
        return mention if len(mention.code) > 3 or flat[mention.end : mention.end + 1] == "," else None
    if match := _AFTER_LETTERS.match(flat, at):
        code = match[0].replace(".", "").upper()
        return CourtMention(start=at, end=match.end(), name=COURTS[code], code=code)
    return _other(flat, at)


def _other(flat: str, at: int) -> CourtMention | None:
    match = _OTHER_FORMS.match(flat, at)
    if match is None:
        return None
    code = str(match.lastgroup)
    if code in {"CE", "CASS"} and _NOT_A_COURT.search(flat, max(0, at - 60), at):
        return None
    return CourtMention(start=at, end=match.end(), name=COURTS[code], code=code)


def _every(text: str, flat: str) -> Iterator[CourtMention | None]:
    for at in find_words(flat, _PLACED_WORDS)[:MOST_COURTS]:
        match = _WITH_PLACE.match(flat, at)
        yield _placed(match) if match else None
    for at in find_starts(flat, _OTHER_WORDS)[:MOST_COURTS]:
        yield _other(flat, at)
    for at in find_words(flat, ("ce, ",)):
        yield CourtMention(start=at, end=at + 2, name=COURTS["CE"], code="CE") if _SMALL_CE.match(flat, at) else None
    for capital in islice(_CAPITALS.finditer(text), MOST_COURTS):
        yield _short(flat, capital.start())


def find_courts(text: str) -> tuple[CourtMention, ...]:
    """Every court named, in order. A generic « le tribunal administratif » has the code TA.

    Left out: the bar (« avocat au Conseil d'Etat et à la Cour de cassation »), « décret en Conseil d'Etat ».
    """
    found = sorted(filter(None, _every(text, plain(text))), key=lambda mention: (mention.start, -mention.end))
    kept: list[CourtMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
