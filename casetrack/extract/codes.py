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
NUMERIC = frozenset(
    {
        "cgi",
        "c-civ",
        "cp",
        "cpp",
        "cpc",
        "c-douanes",
        "c-marches",
        "c-nationalite",
        "c-penit-old",
        "c-minier",
        "c-deonto-med",
    }
)
BOOKS = frozenset({"lpf"})

# other writings of a name: pattern on the plain text -> slug
_VARIANTS: tuple[tuple[str, str], ...] = (
    (r"code de l'entree et du sejour(?:,? (?:et |ou )?(?:des etrangers|en france|du droit d'asile))*", "ceseda"),
    (r"code des etrangers", "ceseda"),
    (r"nouveau code de procedure civile", "cpc"),
    (r"code de (?:la )?procedure administrative", "crpa"),
    (r"code du commerce", "c-com"),
    (r"code general des impot(?:s)?", "cgi"),
    (r"code des impots", "cgi"),
    (r"livre des? procedures? fiscales?", "lpf"),
    (r"code de la justice administrative", "cja"),
    (r"code de justice administratif", "cja"),
    (r"code general des collectivites locales", "cgct"),
)


def _pattern() -> re.Pattern[str]:
    names = [(re.escape(plain(name)), slug) for slug, (name, _) in _CODES.items()]
    every = sorted([*names, *_VARIANTS], key=lambda pair: len(pair[0]), reverse=True)
    return re.compile("|".join(f"(?:{form})" for form, _ in every).replace(r"\ ", r"\s+").replace("\\'", "'"))


_NAME = _pattern()
_BY_NAME = {plain(name): slug for slug, (name, _) in _CODES.items()}
ABBREVIATIONS: dict[str, str] = {short: slug for slug, (_, shorts) in _CODES.items() for short in shorts}
ABBREVIATIONS["CP"] = "cp"
# a code of which we have no name: « code de la chasse »
_UNKNOWN = re.compile(
    r"code\s+(?:general\s+)?(?:(?:de\s+la|de\s+l'|des|du|de|d')\s*)?[a-z]{3,20}(?:-[a-z]{2,20})?"
    r"(?:\s+(?:et\s+)?(?:(?:de\s+la|de\s+l'|des|du|de|d')\s*)[a-z]{4,20}){0,3}"
)
_NOT_A_CODE = re.compile(
    r"code\s+(?:(?:de|du|des|d')\s*)?(?:bonne|bonnes|conduite|barres?|barre|postal|source|civile|informatique|precite|susvise|de\s|acces|confidentiel|secret)"
)


@lru_cache(maxsize=512)
def slug_of(name: str) -> str:
    """The slug of a name as plain text, or a slug made from it."""
    flat = " ".join(name.split())
    if flat in _BY_NAME:
        return _BY_NAME[flat]
    for form, slug in _VARIANTS:
        if re.fullmatch(form, flat):
            return slug
    return slugify(flat)


def code_name(slug: str, written: str = "") -> str:
    """The full name in small letters; for an unknown code, as written."""
    return _CODES[slug][0] if slug in _CODES else " ".join(written.split()).lower()


def match_code(flat: str, at: int) -> tuple[int, str] | None:
    """The code named at ``flat[at:]``: (end, slug), or None. ``flat`` comes from `plain`."""
    match = _NAME.match(flat, at)
    if match:
        return match.end(), slug_of(match[0])
    match = _UNKNOWN.match(flat, at)
    if match and not _NOT_A_CODE.match(flat, at):
        return match.end(), slug_of(match[0])
    return None


def takes_bare_numbers(slug: str) -> bool:
    """Whether « l'article 39 » can be an article of this code."""
    return slug.split("-annexe")[0] in NUMERIC


def article_key(slug: str, article: str) -> str:
    """``cja``, « L. 521-2 » -> ``cja/l-521-2``."""
    return f"{slug}/{slugify(article)}"
