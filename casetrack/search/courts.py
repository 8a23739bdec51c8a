"""Courts as people name them after ``juridiction:``, into the codes of the open data (a level and a department)."""

from __future__ import annotations

import re

from casetrack.model import fold

APPEAL_TOWNS = {
    "bordeaux": "33", "douai": "59", "lyon": "69", "marseille": "13", "nancy": "54", "nantes": "44",
    "paris": "75", "toulouse": "31", "versailles": "78",
}  # fmt: skip
FIRST_TOWNS = {
    "amiens": "80", "bastia": "20", "besancon": "25", "bordeaux": "33", "caen": "14", "cayenne": "973", "guyane": "973",
    "cergy": "95", "cergy-pontoise": "95", "chalons": "51", "chalons-en-champagne": "51", "clermont": "63",
    "clermont-ferrand": "63", "dijon": "21", "grenoble": "38", "guadeloupe": "971", "basse-terre": "971", "lille": "59",
    "limoges": "87", "lyon": "69", "marseille": "13", "martinique": "972", "fort-de-france": "972", "mayotte": "976",
    "mamoudzou": "976", "melun": "77", "montpellier": "34", "montreuil": "93", "nancy": "54", "nantes": "44",
    "nice": "06", "nimes": "30", "orleans": "45", "paris": "75", "pau": "64", "poitiers": "86", "rennes": "35",
    "reunion": "974", "saint-denis": "974", "rouen": "76", "strasbourg": "67", "toulon": "83", "toulouse": "31",
    "versailles": "78",
}  # fmt: skip
LEVELS = {
    "ce": "CE", "conseil d'etat": "CE",
    "caa": "CAA", "cour administrative d'appel": "CAA", "cours administratives d'appel": "CAA",
    "ta": "TA", "tribunal administratif": "TA", "tribunaux administratifs": "TA",
}  # fmt: skip
# « TA de Paris », « tribunal administratif de la Réunion », « CAA Lyon », « Paris »
NAMED = re.compile(rf"(?:(?P<level>{'|'.join(sorted(LEVELS, key=len, reverse=True))})(?![\w']))?\s*"
                   r"(?:(?:de la|de l'|de|du|d')\s*)?(?P<town>[a-z][a-z -]*)?")  # fmt: skip
CODE = re.compile(r"(?:TA|CAA)\d{2,3}|CE")


def court_codes(text: str) -> tuple[str, ...]:
    """Codes or levels a name stands for: « Paris » -> (``TA75``, ``CAA75``), « TA » -> (``TA``,); empty: unknown."""
    if CODE.fullmatch(text.upper()):
        return (text.upper(),)
    match = NAMED.fullmatch(fold(text))
    if match is None or not (match["level"] or match["town"]):
        return ()
    level = LEVELS.get(match["level"] or "", "")
    town = (match["town"] or "").strip().replace(" ", "-")
    if not town:
        return (level,)
    found = [("TA", FIRST_TOWNS.get(town)), ("CAA", APPEAL_TOWNS.get(town))]
    return tuple(f"{kind}{number}" for kind, number in found if number and level in ("", kind))


def level_of(code: str) -> str:
    """``TA75`` -> ``TA``."""
    return re.sub(r"\d+$", "", code.upper())
