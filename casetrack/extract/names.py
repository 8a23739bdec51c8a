"""Names as decisions write them: cutting a list of parties, pseudonyms, kinds of legal persons, acronyms, counsel.

Offsets are those of the text. Nothing is guessed: « M. B » is completed to « M. A B » only where the same text
writes the longer form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casetrack.extract.plain import plain
from casetrack.model import PartyType

_CIVIL = (
    r"(?:m\.|mm\.|mmes?\b\.?|mlles?\b\.?|monsieur|madame|mademoiselle|messieurs|"
    r"mesdames|le sieur|sieur|la dame|dame|les consorts|consorts|les epoux|epoux)"
)
# « , la Ligue », « et l'association », « ainsi qu'à Mme »: where one party may end and the next begin
_CUT = re.compile(
    rf"(?:,? (?:et|ainsi que?|ensemble|puis)(?: d'autre part)?,?[ ']|, )(?P<prep>(?:a l'|a la |aux? |du |de la |"
    rf"de l'|des |d'|de |par |pour |a )?)"
    rf"(?P<art>l'|la |le |les |un |une |{_CIVIL} )?"
)
_PLURAL = re.compile(
    r"(?:les |des |aux )?(?P<head>societes(?: [a-z]+ees?)?|associations|communes(?: de)?|syndicats|mm\.|mmes|"
    r"messieurs|mesdames|consorts|federations|unions) "
)
_LEAD = re.compile(
    r"(?:(?:l'|la |le |les |au |aux |a l'|a la |a |du |de la |de l'|des |de |d'|un |une |d'une part,? |"
    r"d'autre part,? |et |par |pour |l' )+)"
)
# What follows a name and is not the name
_TAIL = re.compile(
    r",? ?(?:\((?:[a-z ]{0,12}\d{5}[^)]{0,30}|[a-z' -]{0,40}france)\)|(?:, |,| )(?=(?:representee?s?|agissant|"
    r"assistee?s?|dont le siege|dont les sieges|demeurant|domiciliee?s?|"
    r"elisant|ayant (?:son|leur|elu|pour)|dument|prise?s? en la personne|detenue?s?|venant aux droits|agissante?s?|"
    r"par l'intermediaire|"
    r"incarceree?s?|nee?s? (?:le|en|a)\b|de nationalite|ressortissante?|immatriculee?|inscrite?|qui (?:a|ont|conclu|"
    r"demand)|lequel|laquelle|"
    r"par (?:me|maitre|la scp|la selarl|une? |son |leur )|en (?:qualite|sa qualite|son nom|leur qualite|leur nom)|"
    r"tant en|es qualite|"
    r"poursuites et diligences|(?<=, )(?:medecin |avocate?\b|exercant|alors |pour (?:les|la) )|"
    r"premiere? denommee?|pour l'ensemble|en la personne|d'autre part|d'une part|"
    r"tendant|et tendant|enregistre|a ce que|laissant|societe anonyme dont|(?:le|la|les)dite?s?\b))|"
    r",? et autres?\b|,? et (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) autres\b|,? \.\.\.(?= ?(?:,|;|$)))"
)
_NATURAL = re.compile(rf"{_CIVIL}(?![a-z])")
_PSEUDONYM = re.compile(
    r"(?:M\.|MM\.|Mmes?|Mlles?|Monsieur|Madame|[Pp]rofesseure?|[Dd]octeure?|[Cc]onsorts|[Éé]poux|SIEUR|DAME|[Ss]ieur|"
    r"[Dd]ame|et|,)\s?(?:et (?:Mme|Mlle|M\.) ?)?(?:[A-Z][\w-]+ )?[A-Z](?:\.\.\.|\b)"
)
_HEADS: tuple[tuple[PartyType, re.Pattern[str]], ...] = (
    (
        PartyType.UNION,
        re.compile(
            r"syndicat(?! (?:mixte|intercommunal|des coproprietaires|de coproprietaires|departemental d|"
            r"d'agglomeration))|"
            r"(?:union|federation|confederation|section)s? [^,]{0,60}(?:syndica|cgt|cfdt|sud|fo\b|unsa|fsu|cftc)|"
            r"cgt\b|cfdt\b|sud\b|force ouvriere|unsa\b|fsu\b|confederation (?:generale|francaise|nationale|paysanne)"
        ),
    ),
    (
        PartyType.COMPANY,
        re.compile(
            r"societes?\b|(?:s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?c\.?i|s\.?n\.?c|e\.?u\.?r\.?l|selarl|scp|sasu|sca|"
            r"gie)\b\.?|compagnie|entreprise|banque|mutuelle|cabinet|"
            r"clinique|polyclinique|laboratoires?\b|institution de prevoyance|caisse (?:d'epargne|de credit)|"
            r"groupement|groupe |exploitation agricole|gaec\b|earl\b|[^,]{2,50}\b(?:gmbh|ltd|limited|inc|plc|spa|bv|"
            r"ag|sarl|sas|sa)\b\.?$"
        ),
    ),
    (
        PartyType.ASSOCIATION,
        re.compile(
            r"associations?\b|ligue\b|collectif|federations?\b|unions?\b|confederations?\b|"
            r"comite(?! (?:interministeriel|d'administration))|fondation|mouvement|cercle|amicale|observatoire|"
            r"cimade|gisti|quadrature|secours catholique|medecins du monde|amnesty|greenpeace|reseau|coordination|"
            r"les ami"
        ),
    ),
    (
        PartyType.PUBLIC_BODY,
        re.compile(
            r"etat\b|ministere|(?:premier )?ministre|garde des sceaux|secretaire d'etat|secretariat|prefet|prefete|"
            r"prefecture|sous-prefet|haut-commissaire|commune|ville |"
            r"departement|region|collectivite|metropole|communaute|maire\b|etablissement|centre (?:hospitalier|"
            r"communal|national|regional|de gestion|departemental)|hopital|hospices|universite|"
            r"ecole|academie|recteur|rectrice|rectorat|office|agence|autorite|haute autorite|commission|conseil|"
            r"caisse|chambre|ordre\b|syndicat (?:mixte|intercommunal|departemental|d'agglomeration)|"
            r"directeur|directrice|direction|president|presidente|trerieur|tresorier|payeur|receveur|comptable|cnil|"
            r"arcom|csa|ofpra|institut|musee|port |regie|sdis|service|administration|"
            r"assistance publique|ap-hp|pole emploi|france travail|ofii|procureur|gouvernement|republique|assemblee|"
            r"senat|banque de france|plateforme|blanchisserie interhospitaliere|groupement hospitalier|eurometropole|"
            r"parquet|territoire"
        ),
    ),
    (PartyType.OTHER, re.compile(r"syndicat des coproprietaires|coproprietaires|indivision|succession")),
)
# « poursuites et diligences de son liquidateur, le sieur X »
_AGENT = re.compile(
    r"\b(?:liquidateur|gerante?|presidente?|directeur|directrice|representante?s? legal|mandataire|administrateur|"
    r"maire|syndic)\b[^,]{0,40},?\s?$"
)
_IS_COUNSEL = re.compile(
    r"(?:la |le |l')?(?:scp|selarl|selas|selurl|sarl [a-z-]+ ortscheidt|me |maitre|cabinet|aarpi)\b"
)
_IS_OTHERS = re.compile(r"(?:l'|la |le |les )?(?:\w+ )?(?:autres?|suivants?|meme)\b")
_TERRITORIES = re.compile(r"(?:les |des |aux )?(?:departements|communes|regions|universites|prefets) ")
# « départements de la Marne et de la Haute-Marne », « communes de Reims, d'Épernay et de Sézanne »
_SEVERAL = re.compile(r"(?:departements|communes|regions|universites|prefets|centres hospitaliers) (?=de |du |des |d')")
_EACH = re.compile(r",? et (?=(?:de |du |des |d['’]))|, (?=(?:de |du |des |d['’]))")
_PLACE_NAME = re.compile(r" (?:de la |de l['’]|du |des |de |d['’])[A-ZÉÈÎ][^,;]{1,60}")
_STOP = re.compile(r"(?:[a-z)\d\"]{2}| [a-z])\.$")
_ACRONYM = re.compile(r"\(([A-ZÉ][A-Za-zÉ0-9&.'’-]{1,20}(?:[ -][A-ZÉ0-9][A-Za-zÉ0-9&.-]{1,14})?)\)\s*$")
_SHORT_PERSON = re.compile(
    r"((?:M\.|Mmes?|Mlle|MM\.|Monsieur|Madame)(?: et Mme| et M\.)?)\s?([A-Z](?:\.{3})?(?:\s?[A-Z](?:\.{3})?)?)"
)
_ORGANISATION_HEAD = re.compile(
    r"\b(?:associations?|syndicat|societes?|office|commission|federation|confederation|union|ligue|agence|autorite|"
    r"ordre|conseil|caisse|institut|centre|comite|collectif|groupement|etablissement|fondation|ministere|ecole|"
    r"haute autorite)\b"
)
_COUNSEL = re.compile(
    r"(?:representee?s?|assistee?s?) (?:par |de )?((?:me|maitre|mes|la scp|la selarl|la selas|la sarl|l'aarpi|"
    r"le cabinet|la selurl|l'association d'avocats|scp|cabinet)\b[^;:\n]{2,90}?)"
    r"(?=,|;| demande| conclut| et (?:m\.|mme|la |le |l'))"
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name at ``text[start:end]``, without its article."""

    start: int
    end: int
    counsel: str = ""


def split_names(text: str, start: int, end: int, prep: str = "") -> list[Name]:
    """The parties listed in ``text[start:end]``: « la société A et M. B C, représentés par Me D » gives two.

    ``prep`` is the preposition each name bears: « de » (« la requête de M. A et de Mme B »), « a » (« notifiée à »).
    """
    small, end = plain(text), min(end, start + 4000)
    counsels = list(_COUNSEL.finditer(small, start, min(len(small), end + 60)))
    names: list[Name] = []
    represented = False
    for left, right in _chunks(text, small, start, end, prep):
        name = trim(text, left, right)
        if left > start and prep == "a" and _IS_COUNSEL.match(small, name.start if name else left):
            continue  # « notifiée à M. A et à Me B »
        is_agent = (
            represented
            and _NATURAL.match(small, name.start if name else left)
            and "et" not in small[max(0, left - 12) : left].split()
        )
        if name and not is_agent and is_name(text, name.start, name.end):
            own = next((c for c in counsels if c.start() >= name.end - 1), None)
            names.append(Name(name.start, name.end, text[own.start(1) : own.end(1)].strip() if own else ""))
        represented = bool(name and _AGENT.search(small, name.end, right))
    if _TERRITORIES.match(small, start, end):  # « des départements de la Marne et de la Haute-Marne »: half a name
        return names[:1] + [n for n in names[1:] if party_type(small[n.start : n.end]) is not PartyType.OTHER]
    return names


def _chunks(text: str, small: str, start: int, end: int, prep: str) -> Iterator[tuple[int, int]]:
    """Pieces of a list, counsel and civil status left out."""
    plural = _PLURAL.match(small, start, end)
    at = plural.end() if plural and plural["head"].startswith(("soci", "assoc", "synd")) else start
    for match in _CUT.finditer(small, start, end):
        next_at = match.end("prep")
        if next_at >= end or match.start() <= at or _is_inside(small, start, match.start()):
            continue
        if not _opens(text, small, start, at, match, end, prep):
            continue
        yield at, match.start()
        at = next_at
    yield at, end


def _is_whole(text: str, start: int, end: int) -> bool:
    """A person with a first and a last name, or a pseudonym that stands for both."""
    return len(re.findall(r"\b[A-Z][\w-]*", re.sub(r"M\.|Mme|MM\.|Mmes", "", text[start:end]))) > 1


def _is_inside(small: str, start: int, at: int) -> bool:
    """Within brackets or a quoted name."""
    return small.count("(", start, at) > small.count(")", start, at) or small.count('"', start, at) % 2 == 1


def _opens(text: str, small: str, first: int, at: int, match: re.Match[str], end: int, prep: str) -> bool:
    """Whether a new party begins here, not the rest of a name (« ministre de la culture et de la communication »)."""
    after = match.end()
    rest = small[after : min(end, after + 60)]
    if _IS_COUNSEL.match(rest):
        return prep == "a" and match["prep"].startswith("a")
    if _IS_OTHERS.match(rest):
        return False
    if re.fullmatch(rf"(?:(?:a |pour |par |de )?{_CIVIL}|[^,]* {_CIVIL})", small[at : match.start()].strip()):
        return False  # « M. et Mme X »
    link = match["prep"].strip()
    if link in ("du", "de la", "de l'", "des", "de", "d'") and prep != "de":
        return False
    if link in ("a", "a la", "a l'", "au", "aux") and prep != "a":
        return False
    if match["art"] or link:
        is_civil = bool(match["art"] and _NATURAL.match(match["art"]))
        return (
            is_civil
            or party_type(rest) is not PartyType.OTHER
            or text[after : after + 1].isupper()
            and (bool(link) or match["art"] != "les ")
        )
    if _PLURAL.match(small, first) and text[after : after + 1].isupper():
        return True
    return (
        _is_whole(text, at, match.start())
        and bool(re.match(r"[A-Z][A-Z-]+ [A-Z]\.\.\.|[A-Z](?:\.\.\. ?|\s)[A-Z](?:\.\.\.|\b)", text[after : after + 40]))
        and bool(_NATURAL.match(small[first : first + 12].lstrip()))
    )


def trim(text: str, start: int, end: int) -> Name | None:
    """A name without its article and without what is said of it (address, representative, quality)."""
    small = plain(text)
    lead = _LEAD.match(small, start, end)
    start = lead.end() if lead and not re.match(r"(?:le |la |les )(?:havre|mans)", small[start : start + 12]) else start
    tail = _TAIL.search(small, start, end)
    end = tail.start() if tail else end
    while end > start and (small[end - 1] in " ,;:\n" or _STOP.search(small, max(start, end - 4), end)):
        end -= 1
    while start < end and small[start] in " ,;:\n":
        start += 1
    return Name(start, end) if end - start >= 2 else None


def is_name(text: str, start: int, end: int) -> bool:
    """Whether this is a name and not a stretch of a sentence."""
    words = text[start:end].split()
    if not words or len(words) > 45 or "\n" in text[start:end]:
        return False
    small = plain(text)[start:end]
    if len(words) == 1 and re.fullmatch(
        r"(?:societes?|associations?|syndicat|commune|ministre|prefet|requerante?s?)", small
    ):
        return False
    if re.search(
        r"\b(?:requerante?s?|interessee?s?|exposante?s?|appelante?s?|intimee?s?|defendeurs?|defenderesses?)\b", small
    ):
        return False  # « la société requérante »
    if re.match(r"(?:il|elle|ils|elles|ce|cette|requerante?s?|interessee?s?|autres?|meme|celui|qui|que)\b", small):
        return False
    return any(char.isupper() or char.isdigit() for char in text[start:end]) or party_type(small) is not PartyType.OTHER


def party_type(name: str) -> PartyType:
    """What sort of person a name is, told by its first words."""
    small = plain(name).strip()
    if _NATURAL.match(small) or re.match(r"(?:docteur|professeur|me|maitre|dr|pr)\b", small):
        return PartyType.NATURAL
    for kind, pattern in _HEADS:
        if pattern.match(small):
            return kind
    return PartyType.OTHER


def is_pseudonym(name: str) -> bool:
    """« M. A... B... », « Mme B A », « SIEUR Y... »: the court's own substitutes, kept as they are."""
    return bool(_PSEUDONYM.match(name)) and len(name) < 60


def acronym_of(name: str) -> str:
    """« Ligue des droits de l'homme (LDH) » -> LDH."""
    found = _ACRONYM.search(name)
    return found[1] if found else ""


def members(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """« départements de la Marne et de la Haute-Marne »: the place and the whole name of each, else nothing."""
    head = _SEVERAL.match(plain(text), start, end)
    if head is None:
        return []
    kind = " ".join(word.removesuffix("s") for word in text[start : head.end()].split())
    found: list[tuple[int, int, str]] = []
    at = head.end()
    for cut in [*_EACH.finditer(text, at, end), None]:
        right = cut.start() if cut else end
        found.append((at if found else start, right, f"{kind} {' '.join(text[at:right].split())}"))
        at = cut.end() if cut else end
    return found if len(found) > 1 and all(_PLACE_NAME.fullmatch(name[len(kind) :]) for _, _, name in found) else []


def fuller(text: str, name: str) -> tuple[int, int] | None:
    """Where the text writes a short name in full: « M. B » -> « M. A B », « société IPB » -> « société ... (IPB) »."""
    short = _SHORT_PERSON.fullmatch(name.strip())
    if short:
        civil = "(?:Mme|Madame)" if short[1] in ("Mme", "Madame") else re.escape(short[1]).replace(r"\ ", r"\s?")
        last = re.escape(short[2].strip())
        found = re.search(
            rf"{civil}\s?(?:(?:[A-Z](?:\.{{3}})?\s?(?:et )?){{1,3}}|[A-Z][a-zé-]+ ){last}(?!\w|'|\.\.)", text
        )
        return (found.start(), found.end()) if found else None
    bare = re.fullmatch(r"(?:[a-zé' ]{0,30}\s)?([A-Z][A-Z0-9.&-]{1,11})(| [\w' -]{2,60})", name.strip())
    place = _spelled_out(text, bare[1]) if bare else None
    if place and bare and bare[2]:
        return (place[0], place[1] + len(bare[2])) if text.startswith(bare[2], place[1]) else None
    return place


def _spelled_out(text: str, acronym: str) -> tuple[int, int] | None:
    """The place of « Office français de protection des réfugiés et apatrides (OFPRA) »."""
    at = text.find(f"({acronym})")
    if at < 0:
        return None
    small = plain(text)
    heads = [m.start() for m in _ORGANISATION_HEAD.finditer(small, max(0, at - 160), at)]
    floor = max(small.rfind(mark, 0, at) for mark in (";", "\n", ". ", ", "))
    start = next((h for h in heads if h > floor), None)
    return (start, at + len(acronym) + 2) if start is not None else None


def spouses(text: str, name: str) -> list[tuple[int, int]]:
    """« M. et Mme A » where the text also writes « M. D A et Mme E A »: the place of each, else nothing."""
    match = re.fullmatch(r"M\.\s?et\s?Mme\s?([A-Z])((?:\.{3})?)", name.strip())
    if not match:
        return []
    last = re.escape(match[1] + match[2])
    found = re.search(rf"(M\.\s?[A-Z](?:\.{{3}})?\s?{last})\s+et\s+(Mme\s?[A-Z](?:\.{{3}})?\s?{last})(?!\w)", text)
    return [found.span(1), found.span(2)] if found else []
