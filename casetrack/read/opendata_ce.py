"""Open data of the administrative courts: Conseil d'État, CAA and TA, with the variant of 2025.

One docket is given even when several are joined (the others stand in the text only). Values are kept as found, with
« undefined » and « Code Inconnu »: what to trust is not decided here.
"""

from __future__ import annotations

import re

from lxml import etree

from casetrack.model import Declared, Reading
from casetrack.read import clean
from casetrack.read.limits import Limits
from casetrack.read.markup import body_text, declare, from_format, numbers_in, parse_xml, values

_FIELDS = (
    ("archive_id", "Donnees_Techniques/Identification"),
    ("updated_on", "Donnees_Techniques/Date_Mise_Jour"),
    ("court_code", "Dossier/Code_Juridiction"),
    ("court", "Dossier/Nom_Juridiction"),
    ("decided_on", "Dossier/Date_Lecture"),
    ("ecli", "Dossier/Numero_ECLI"),
    ("decision_type", "Dossier/Type_Decision"),
    ("recourse_type", "Dossier/Type_Recours"),
    ("publication_level", "Dossier/Code_Publication"),
    ("solution", "Dossier/Solution"),
    ("hearing_on", "Audience/Date_Audience"),
    ("formation", "Audience/Formation_Jugement"),
)
# « ORTA_2302159_20230505.xml »: the name says the day too
_DAY_IN_NAME = re.compile(r"_(\d{4})(\d\d)(\d\d)(?:\.xml)?$", re.IGNORECASE)
ROOTS = frozenset({"Document"})


def read(data: bytes, limits: Limits) -> Reading:
    """One file of the open data. Raises `Unreadable` when the XML is damaged."""
    root = parse_xml(data)
    text = "\n".join(filter(None, (body_text(body) for body in root.iterfind("Decision/Texte_Integral"))))
    return Reading(
        text=text,
        format="opendata",
        extractor="lxml",
        extractor_version=f"{etree.__version__}+{clean.READ_VERSION}",
        declared=tuple(_declared(root)),
        notices=() if text else ("L'archive donne cette décision sans son texte.",),
    )


def _declared(root: etree._Element) -> list[Declared]:
    found = declare(root, _FIELDS)
    numbers = numbers_in(values(root, "Dossier/Numero_Dossier"))
    found += [Declared(field="docket", value=number, origin="balise") for number in numbers]
    lawyers = (part for value in values(root, "Dossier/Avocat_Requerant") for part in re.split(r"\s*;\s*", value))
    found += [Declared(field="counsel", value=lawyer, origin="balise") for lawyer in dict.fromkeys(lawyers) if lawyer]
    if not any(item.field == "decided_on" for item in found):
        named = (_DAY_IN_NAME.search(item.value) for item in found if item.field == "archive_id")
        found += [Declared(field="decided_on", value="-".join(day.groups()), origin="devine") for day in named if day]
    found.append(from_format("publisher", "Open data de la justice administrative"))
    found.append(from_format("licence", "Licence Ouverte 2.0"))
    return found
