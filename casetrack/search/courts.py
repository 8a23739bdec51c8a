"""Courts as people name them after ``juridiction:``, into the codes of the open data (a level and a seat)."""

from __future__ import annotations

import re

from casetrack.model import slugify
from casetrack.words import COURT_CITIES

# Seats and shorter names that people use besides the official city.
OTHER_NAMES = {
    "cergy": "cergy-pontoise", "chalons": "chalons-en-champagne", "clermont": "clermont-ferrand",
    "reunion": "la-reunion", "saint-denis": "la-reunion", "fort-de-france": "martinique", "cayenne": "guyane",
    "basse-terre": "guadeloupe", "mamoudzou": "mayotte", "papeete": "polynesie-francaise",
    "noumea": "nouvelle-caledonie",
}  # fmt: skip
LEVELS = {
    "ce": "CE", "conseil-d-etat": "CE", "tc": "TC", "tribunal-des-conflits": "TC",
    "caa": "CAA", "cour-administrative-d-appel": "CAA", "cours-administratives-d-appel": "CAA",
    "ta": "TA", "tribunal-administratif": "TA", "tribunaux-administratifs": "TA",
    "cour": "CAA", "cours": "CAA", "tribunal": "TA", "tribunaux": "TA",
    "cass": "CASS", "cour-de-cassation": "CASS", "cassation": "CASS",
    "conseil-constitutionnel": "CC", "cons-const": "CC",
}  # fmt: skip
# On slugs: « ta-de-paris », « tribunal-administratif-de-la-reunion », « caa-lyon », « paris »
NAMED = re.compile(
    rf"(?:(?P<level>{'|'.join(sorted(LEVELS, key=len, reverse=True))})(?:-(?:de|du|d)(?=-))?(?:-|$))?(?P<city>.*)"
)
CODE = re.compile(r"(?:TA|CAA)\d{2,3}|CE|TC")


def court_codes(text: str) -> tuple[str, ...]:
    """Codes or levels a name stands for: « Paris » -> (``TA75``, ``CAA75``), « TA » -> (``TA``,); empty: unknown."""
    if CODE.fullmatch(text.upper()):
        return (text.upper(),)
    match = NAMED.fullmatch(slugify(text))
    if match is None or not (match["level"] or match["city"]):
        return ()
    level = LEVELS.get(match["level"] or "", "")
    if not match["city"]:
        return (level,)
    city = match["city"].removeprefix("la-")
    city = OTHER_NAMES.get(city, city).removeprefix("la-")
    return tuple(
        code
        for code, name in COURT_CITIES.items()
        if slugify(name).removeprefix("la-") == city and level in ("", level_of(code))
    )


def level_of(code: str) -> str:
    """``TA75`` -> ``TA``."""
    return code.upper().rstrip("0123456789")
