"""The fields of the query language: which there are, and what may follow each."""

from __future__ import annotations

import datetime as dt
import re

from casetrack.errors import QueryError
from casetrack.model import fold, slugify
from casetrack.search import days, keys
from casetrack.search.courts import court_codes
from casetrack.search.tree import TEXT_FIELDS, ZONES, Key, Node, Range

DATE_FIELDS = ("date", "depuis", "avant")
KEY_FIELDS = ("juridiction", "type", "fondement", "solution", "motif", "liberte", "article", "cite", "n°", "ecli")
FIELDS = (*TEXT_FIELDS, *KEY_FIELDS, *DATE_FIELDS, "dans")
SYNONYMS = {
    "no": "n°", "nº": "n°", "numero": "n°", "tribunal": "juridiction", "court": "juridiction", "parties": "partie",
    "demandeur": "requerant", "requerants": "requerant", "defendeurs": "defendeur",
}  # fmt: skip
# « [2020 TO 2021] », « [2020 À 2021] », « [* TO 03/2021] »
SPAN = re.compile(
    r"\[\s*(?P<first>.*?)\s+(?:TO|À|A|AU|-|–)\s+(?P<last>.*?)\s*\]|(?P<year>\d{4})\s?(?:-|–|\.\.|à)\s?(?P<until>\d{4})",
    re.IGNORECASE,
)
# « cite: n° 450163 »
SIGN = re.compile(r"^\s*n\s?[°oº]s?\s*", re.IGNORECASE)
PLURAL_DATE = "une année (2024), un mois (03/2024), un jour (12/03/2021, 31 décembre 2023) ou [2020 TO 2021]"


def field_name(written: str) -> str | None:
    """The field a word before a colon names; None when it names none."""
    folded = written if written in ("n°", "nº") else fold(written)
    name = SYNONYMS.get(folded, folded)
    return name if name in FIELDS else None


def unknown_field(written: str, position: int) -> QueryError:
    known = ", ".join(f"{name}:" for name in FIELDS)
    return QueryError(
        f"« {written}: » n'est pas un champ connu. Champs possibles : {known}. "
        f"Pour chercher ces mots tels quels, mettez-les entre guillemets.",
        position=position,
    )


def read_zone(value: str, position: int) -> str:
    """The zone a person names after ``dans:``. Raises `QueryError` listing the zones."""
    slug = slugify(value)
    zone = next((name for name in (slug, f"{slug}s", slug.removesuffix("s")) if name in ZONES), "")
    if not zone:
        raise QueryError(
            f"« {value} » n'est pas une partie de décision. Possibles : {', '.join(ZONES)}.", position=position
        )
    return zone


def read_date(name: str, value: str, today: dt.date, position: int) -> Range:
    """The days that ``date:``, ``depuis:`` or ``avant:`` let through."""
    try:
        between = SPAN.fullmatch(value)
        if between:
            begins, ends = between["first"] or between["year"], between["last"] or between["until"]
            first = None if begins == "*" else days.read_span(begins, today)[0]
            last = None if ends == "*" else days.read_span(ends, today)[1]
        else:
            first, last = days.read_span(value, today)
    except ValueError as error:
        raise QueryError(f"« {value} » n'est pas une date : écrivez {PLURAL_DATE}.", position=position) from error
    if first and last and first > last:
        raise QueryError(f"« {value} » finit avant de commencer.", position=position)
    if name == "depuis":
        return Range(first, None)
    if name == "avant":
        if first is None or first == dt.date.min:
            raise QueryError("« avant: » demande une date.", position=position)
        return Range(None, first - dt.timedelta(days=1))
    return Range(first, last)


def read_key(name: str, value: str, position: int) -> Key:
    """The exact values that a keyword field lets through. Raises `QueryError` for a value that cannot exist."""
    if not value.strip():
        raise QueryError(f"Il manque une valeur après « {name}: ».", position=position)
    if name == "juridiction":
        return _court(value, position)
    if name == "type":
        return _kind(value, position)
    if name == "article":
        return Key("article", (keys.article_value(value),), value)
    if name in ("cite", "n°"):
        value = SIGN.sub("", value)
    if name == "cite":
        return Key("cite", (keys.cite_value(value),), value)
    if name == "n°":
        return Key("docket", (keys.docket_value(value),), value)
    if name == "ecli":
        return Key("ecli", (keys.ecli_value(value),), value)
    return _slug(name, value, position)


def _court(value: str, position: int) -> Key:
    codes = court_codes(value)
    if not codes:
        raise QueryError(
            f"« {value} » n'est pas une juridiction connue : écrivez CE, TA Paris, CAA Lyon, TA75…", position=position
        )
    return Key("court", codes, value)


def _kind(value: str, position: int) -> Key:
    kinds = keys.kinds_of(value)
    if not kinds:
        raise QueryError(
            f"« {value} » n'est pas un type de document : décision, presse, association, acte, fiche, autre.",
            position=position,
        )
    return Key("kind", kinds, value)


def _slug(name: str, value: str, position: int) -> Key:
    slug = slugify(value)
    known = keys.known_values(name)
    if known and slug not in known:  # « défaut d'urgence », « liberté d'aller et venir »
        slug = max((one for one in known if re.search(rf"(?<![a-z]){one}(?![a-z])", slug)), key=len, default="")
    if known and not slug:
        raise QueryError(f"« {value} » : valeurs possibles de {name}: {', '.join(known)}.", position=position)
    if name == "fondement":
        return Key("basis", (keys.BASIS_WORDS.get(slug, slug),), value)
    return Key({"solution": "outcome", "motif": "ground", "liberte": "liberty"}[name], (slug,), value)


def is_key(node: Node) -> bool:
    """Whether a node is exact: zones and text fields do not change what it means."""
    return isinstance(node, Key | Range)
