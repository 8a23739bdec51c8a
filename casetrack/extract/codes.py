"""Codes: their names, the abbreviations lawyers use, and the short form of their keys (``cja/l-521-2``)."""

from __future__ import annotations

import re
from functools import lru_cache

from casetrack.extract.plain import plain
from casetrack.model import slugify

# slug: (name in full, abbreviations)
_CODES: dict[str, tuple[str, tuple[str, ...]]] = {
    "cja": ("code de justice administrative", ("CJA",)),
    "cgi": ("code général des impôts", ("CGI",)),
    "lpf": ("livre des procédures fiscales", ("LPF",)),
    "ceseda": ("code de l'entrée et du séjour des étrangers et du droit d'asile", ("CESEDA",)),
    "crpa": ("code des relations entre le public et l'administration", ("CRPA",)),
    "csp": ("code de la santé publique", ("CSP",)),
    "css": ("code de la sécurité sociale", ("CSS",)),
    "casf": ("code de l'action sociale et des familles", ("CASF",)),
    "cgct": ("code général des collectivités territoriales", ("CGCT",)),
    "cg3p": ("code général de la propriété des personnes publiques", ("CG3P", "CGPPP")),
    "cgfp": ("code général de la fonction publique", ("CGFP",)),
    "csi": ("code de la sécurité intérieure", ("CSI",)),
    "cpp": ("code de procédure pénale", ("CPP",)),
    "cp": ("code pénal", ("C. pén.", "C. pénal")),
    "c-civ": ("code civil", ("C. civ.",)),
    "cpc": ("code de procédure civile", ("CPC",)),
    "c-com": ("code de commerce", ("C. com.",)),
    "c-trav": ("code du travail", ("C. trav.",)),
    "c-urb": ("code de l'urbanisme", ("C. urb.",)),
    "c-env": ("code de l'environnement", ("C. env.",)),
    "c-elect": ("code électoral", ("C. élect.", "C. élec.")),
    "c-educ": ("code de l'éducation", ("C. éduc.",)),
    "cch": ("code de la construction et de l'habitation", ("CCH",)),
    "ccp": ("code de la commande publique", ("CCP",)),
    "cmf": ("code monétaire et financier", ("CMF", "COMOFI")),
    "cpi": ("code de la propriété intellectuelle", ("CPI",)),
    "coj": ("code de l'organisation judiciaire", ("COJ",)),
    "crpm": ("code rural et de la pêche maritime", ("CRPM",)),
    "crural": ("code rural", ()),
    "cpce": ("code des postes et des communications électroniques", ("CPCE",)),
    "c-exprop": ("code de l'expropriation pour cause d'utilité publique", ()),
    "c-exp": ("code de l'expropriation", ()),
    "c-def": ("code de la défense", ("C. déf.",)),
    "c-cons": ("code de la consommation", ("C. consom.", "C. conso.")),
    "c-assur": ("code des assurances", ("C. assur.",)),
    "c-mut": ("code de la mutualité", ()),
    "c-patr": ("code du patrimoine", ("C. patr.",)),
    "c-route": ("code de la route", ("C. route",)),
    "c-transp": ("code des transports", ()),
    "c-energ": ("code de l'énergie", ()),
    "c-for": ("code forestier", ()),
    "c-minier": ("code minier", ()),
    "c-tour": ("code du tourisme", ()),
    "c-sport": ("code du sport", ()),
    "c-serv-nat": ("code du service national", ()),
    "c-rech": ("code de la recherche", ()),
    "c-cine": ("code du cinéma et de l'image animée", ()),
    "c-douanes": ("code des douanes", ()),
    "c-jur-fin": ("code des juridictions financières", ("CJF",)),
    "cjpm": ("code de la justice pénale des mineurs", ("CJPM",)),
    "c-penit": ("code pénitentiaire", ("C. pénit.",)),
    "cpcmr": ("code des pensions civiles et militaires de retraite", ("CPCMR",)),
    "cpmivg": ("code des pensions militaires d'invalidité et des victimes de guerre", ("CPMIVG",)),
    "cpmi": ("code des pensions militaires d'invalidité", ()),
    "c-com-mun": ("code des communes", ()),
    "c-dom": ("code du domaine de l'État", ()),
    "c-domfluv": ("code du domaine public fluvial et de la navigation intérieure", ()),
    "c-voirie": ("code de la voirie routière", ()),
    "c-marches": ("code des marchés publics", ("CMP",)),
    "ctacaa": ("code des tribunaux administratifs et des cours administratives d'appel", ()),
    "cta": ("code des tribunaux administratifs", ()),
    "c-proc-civ-ex": ("code des procédures civiles d'exécution", ()),
    "c-aviation": ("code de l'aviation civile", ()),
    "c-fam": ("code de la famille et de l'aide sociale", ()),
    "c-travmar": ("code du travail maritime", ()),
    "c-just-mil": ("code de justice militaire", ()),
    "c-artisanat": ("code de l'artisanat", ()),
    "cibs": ("code des impositions sur les biens et services", ("CIBS",)),
    "c-deonto-med": ("code de déontologie médicale", ()),
    "c-blanchiment": ("code disciplinaire et pénal de la marine marchande", ()),
    "c-nationalite": ("code de la nationalité française", ()),
    "c-oc": ("code de l'Office national des anciens combattants", ()),
}

# codes whose articles are bare numbers (« 199 undecies C », « 1382 »); elsewhere a bare number is no article
_NUMERIC = frozenset(
    {"cgi", "c-civ", "cp", "cpp", "cpc", "c-douanes", "c-marches", "c-nationalite", "c-minier", "c-deonto-med"}
)
# of these, the ones that have « R. 610-5 » or « D. 366 » too
_MIXED = frozenset({"cp", "cpp", "c-douanes"})
# other writings of a name: pattern on plain text -> slug
_VARIANTS: tuple[tuple[str, str], ...] = (
    (r"code de l'entree et du sejour(?:,? (?:et |ou )?(?:des etrangers|en france|du droit d'asile))*", "ceseda"),
    (r"code des etrangers", "ceseda"),
    (r"nouveau code de procedure civile", "cpc"),
    (r"nouveau code penal", "cp"),
    (r"code general des imp\W?ots?", "cgi"),
    (r"code des impots", "cgi"),
    (r"livre des? procedures? fiscales?", "lpf"),
    (r"code de justice administratif", "cja"),
    (r"code general des collectivites locales", "cgct"),
    (r"code de l'urbanisme et de l'habitation", "c-urbanisme-habitation"),
)
_SMALL_WORDS = re.compile(r"\b(?:de la|de l'|des|du|de|d'|la|les?|l'|et)(?:\s|\b)\s?")


def _skeleton(name: str) -> str:
    """A name without its small words: « code de sécurité intérieure » is « code de la sécurité intérieure »."""
    return " ".join(_SMALL_WORDS.sub(" ", plain(name)).split())


_OF = r"(?:de\s(?:la\s|l')?|des\s|du\s|d')"


def _loose(name: str) -> str:
    """A pattern for a name whatever its small words: « de sécurité », « de la sécurité »."""
    words = re.sub(r"\b(?:de la |de l'|des |du |de |d')", "\0", plain(name))
    return re.escape(words).replace("\0", _OF).replace(r"\ ", r"\s{1,3}")


def _longest_first() -> str:
    forms = [(_loose(name), name) for name, _ in _CODES.values()] + [(form, form) for form, _ in _VARIANTS]
    return "|".join(form for form, _ in sorted(forms, key=lambda pair: len(pair[1]), reverse=True))


_NAME = re.compile(rf"(?:{_longest_first()})(?![a-z])")
_BY_NAME = {plain(name): slug for slug, (name, _) in _CODES.items()}
_BY_SKELETON = {_skeleton(name): slug for slug, (name, _) in _CODES.items()}
ABBREVIATIONS: dict[str, str] = {short: slug for slug, (_, shorts) in _CODES.items() for short in shorts}
ABBREVIATIONS["CP"] = "cp"
# a code of which we have no name: « code de la chasse », « code territorial des impôts de Nouvelle-Calédonie »
_UNKNOWN = re.compile(
    rf"code\s(?:(?:general|territorial|communautaire|local|disciplinaire|international)\s)?(?:{_OF})?[a-z]{{3,20}}(?:-[a-z]{{2,20}})?"
    rf"(?:\s(?:(?:et\s)?{_OF}[a-z]{{4,20}}(?:-[a-z]{{2,20}})?|interieure?|francaise?|publique?s?|sociale?s?|civile?s?|fiscale?s?)){{0,3}}"
)
# words that follow « le code » without naming one
_NOT_A_CODE = re.compile(
    r"code\s(?:(?:de|du|des|d')\s?)?(?:bonnes?\s|conduite|barres?|postal|source|informatique|precite|susvise|acces\b|couleur"
    r"|confidentiel|secret|naf\b|ape\b|qui\b|que\b|mais\b|aux?\b|en\b|ils?\b|elles?\b|cette?\b|ces\b|si\b|comme\b|tant\b|lorsqu|modifi|dans\b|pour\b|est\b|sont\b|alors\b|auquel|dont\b|ne\b|a\b|ainsi|issue?"
    r"|et\b|ou\b|applicable|modifie|dispose|prevoi|precise|mentionne|defini|enonce|permet|reprend|relati|par\b|sur\b|avec\b|tel"
    r"|[a-z]{2,18}(?:ent|ait|aient|era|ant|uel|quel)\b)"
)


@lru_cache(maxsize=512)
def slug_of(name: str) -> str:
    """The slug of a name in plain text, or a slug made from it."""
    flat = " ".join(name.split())
    if flat in _BY_NAME:
        return _BY_NAME[flat]
    for form, slug in _VARIANTS:
        if re.fullmatch(form, flat):
            return slug
    return _BY_SKELETON.get(_skeleton(flat)) or slugify(flat)


def is_known(slug: str) -> bool:
    return slug in _CODES


def code_name(slug: str, written: str = "") -> str:
    """The full name in small letters; for an unknown code, as written."""
    return _CODES[slug][0] if slug in _CODES else " ".join(written.split()).lower()


def match_code(flat: str, at: int) -> tuple[int, str] | None:
    """The code named at ``flat[at:]``: (end, slug), or None. ``flat`` comes from `plain`."""
    match = _NAME.match(flat, at)
    if match:
        return match.end(), slug_of(match[0])
    match = _UNKNOWN.match(flat, at)
    return (match.end(), slug_of(match[0])) if match and not _NOT_A_CODE.match(flat, at) else None


def is_numeric(slug: str) -> bool:
    """Whether the code has bare numbers only (« 1382 »), never « L. 1382-1 »."""
    return slug.split("-annexe")[0] in _NUMERIC - _MIXED


def takes_bare_numbers(slug: str) -> bool:
    """Whether « l'article 39 » can be an article of this code."""
    return slug.split("-annexe")[0] in _NUMERIC


@lru_cache(maxsize=4096)
def article_key(slug: str, article: str) -> str:
    """``cja``, « L. 521-2 » -> ``cja/l-521-2``."""
    return f"{slug}/{slugify(article)}"
