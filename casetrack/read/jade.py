"""DILA archives: JADE (administrative courts), and CASS, CAPP, INCA, CONSTIT of the same family.

Tags: see « Freemium_jade_global » on echanges.dila.gouv.fr. NUMERO may hold several dockets separated by spaces.
"""

from __future__ import annotations

from lxml import etree

from casetrack.model import Declared, Reading
from casetrack.read import clean
from casetrack.read.limits import Limits
from casetrack.read.markup import body_text, declare, from_format, numbers_in, parse_xml, values

_SPEC = "META/META_SPEC/"
_FIELDS = (
    ("archive_id", "META/META_COMMUN/ID"),
    ("archive_id", "META/META_COMMUN/ANCIEN_ID"),
    ("title", f"{_SPEC}META_JURI/TITRE"),
    ("decided_on", f"{_SPEC}META_JURI/DATE_DEC"),
    ("court", f"{_SPEC}META_JURI/JURIDICTION"),
    ("solution", f"{_SPEC}META_JURI/SOLUTION"),
    ("formation", f"{_SPEC}*/FORMATION"),
    ("recourse_type", f"{_SPEC}*/TYPE_REC"),
    ("publication_level", f"{_SPEC}*/PUBLI_RECUEIL"),
    ("counsel", f"{_SPEC}*/AVOCATS"),
    ("magistrate", f"{_SPEC}*/PRESIDENT"),
    ("magistrate", f"{_SPEC}*/RAPPORTEUR"),
    ("magistrate", f"{_SPEC}*/COMMISSAIRE_GVT"),
    ("magistrate", f"{_SPEC}*/AVOCAT_GL"),
    ("summary", "TEXTE/SOMMAIRE/SCT"),
    ("summary", "TEXTE/SOMMAIRE/ANA"),
    ("summary", "TEXTE/CITATION_JP/CONTENU"),
)
_FORMATS = {"TEXTE_JURI_ADMIN": "jade", "TEXTE_JURI_JUDI": "cass", "TEXTE_JURI_CONSTIT": "constit"}
_ADDRESSES = {"jade": "ceta", "cass": "juri", "constit": "cons"}
ROOTS = frozenset(_FORMATS)


def read(data: bytes, limits: Limits) -> Reading:
    """One file of the archive. Raises `Unreadable` when the XML is damaged."""
    root = parse_xml(data)
    name = _FORMATS.get(str(root.tag), "jade")
    contents = root.iterfind("TEXTE/BLOC_TEXTUEL/CONTENU")
    text = "\n".join(filter(None, (body_text(content) for content in contents)))
    return Reading(
        text=text,
        format=name,
        extractor="lxml",
        extractor_version=f"{etree.__version__}+{clean.READ_VERSION}",
        declared=tuple(_declared(root, name)),
        notices=() if text else ("L'archive donne cette décision sans son texte.",),
    )


def _declared(root: etree._Element, name: str) -> list[Declared]:
    found = declare(root, _FIELDS)
    for number in _dockets(root):
        found.append(Declared(field="docket", value=number, origin="balise"))
    for value in values(root, ".//ECLI")[:1]:
        found.append(Declared(field="ecli", value=value, origin="balise"))
    for identifier in values(root, "META/META_COMMUN/ID")[:1]:
        address = f"https://www.legifrance.gouv.fr/{_ADDRESSES[name]}/id/{identifier}"
        found.append(Declared(field="address", value=address, origin="devine"))
    found.append(from_format("publisher", f"DILA, base {name.upper()}"))
    found.append(from_format("licence", "Licence Ouverte 2.0"))
    return found


def _dockets(root: etree._Element) -> list[str]:
    """Judicial files keep the docket in NUMERO_AFFAIRE; NUMERO is then the number of the ruling."""
    written = values(root, f"{_SPEC}*/NUMEROS_AFFAIRES/NUMERO_AFFAIRE") or values(root, f"{_SPEC}META_JURI/NUMERO")
    return numbers_in(written)
