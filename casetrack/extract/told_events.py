"""What the reasons tell of the proceedings below: a request filed there, an instruction closed, a note sent after.

The procedure of a decision tells its own filings (`filed`); the first judges' are only told in passing, in the reasons:
« sa demande, enregistrée au greffe du tribunal le 13 juin 2018 ». The day must stand right after the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casetrack.extract.anchors import find_words
from casetrack.extract.filed import DateIndex
from casetrack.extract.zones import ZoneMap
from casetrack.model import DateFinding, ZoneName

_REQUEST = r"\b(?:requetes?|demandes?|recours|pourvoi|appel|protestation)\b"
# the words before a day, from their first letters
_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("enregistr", "requête", re.compile(
        r"enregistree?s? (?:le|au greffe (?:du tribunal|de la cour|de ce tribunal|de cette cour)[^.;\n,]{0,60},? "
        r"le) $")),
    ("a saisi ", "requête", re.compile(
        r"a saisi (?:l[ea] (?:tribunal|juge|cour|president du tribunal)[^.;\n,]{0,60}|ce tribunal),? le $")),
    ("ete saisi", "requête", re.compile(r"ete saisie? le $")),
    ("saisi le ", "requête", re.compile(r"saisi le $")),
    ("clos l'instruction", "clôture de l'instruction", re.compile(r"clos l'instruction (?:le|au) $")),
    ("cloture", "clôture de l'instruction", re.compile(
        r"cloture (?:de l'|d')instruction (?:a ete |etait |avait ete |est )?(?:fixee? |prononcee? |intervenue? )?"
        r"(?:le|au) $")),
    ("note en delibere", "note en délibéré", re.compile(
        r"note en delibere,? (?:du|enregistree? le|produite? le|presentee? le|en date du) $")),
)  # fmt: skip
_SUBJECT = re.compile(rf"{_REQUEST}[^.;\n]{{0,160}}$")
_JUDGE = re.compile(r"\b(?:tribunal|juge|cour|conseil d'etat|juridiction|greffe)\b[^.;\n]{0,160}$")
_AFTER = re.compile(r" d'une (?:demande|requete)|,? (?:au greffe|d'un recours)")
# « 25 novembre 1997, date d'enregistrement au greffe du tribunal de la demande »
_DAY_OF = re.compile(r", date d'enregistrement (?:au greffe|de (?:la|sa) (?:requete|demande))")
_NEAR = 130
_MOST = 40


def told_events(small: str, here: ZoneMap, index: DateIndex, *zones: ZoneName) -> Iterator[tuple[str, DateFinding]]:
    """(type, day) of each event told in these zones: the reasons of a decision, the facts of a filing."""
    for start, end in here.spans(*zones):
        for first, kind, pattern in _FORMS:
            for at in find_words(small, (first,), start, end)[:_MOST]:
                day = index.first(at, min(end, at + _NEAR))
                words = small[at : day.start] if day else ""
                if day and pattern.fullmatch(words) and _is_request(small, at, day, first):
                    yield kind, day
        for at in find_words(small, (", date d'enregistrement",), start, end)[:_MOST]:
            before = index.last(max(start, at - 30), at)
            if before and before.end == at and _DAY_OF.match(small, before.end):
                yield "requête", before


def _is_request(small: str, at: int, day: DateFinding, first: str) -> bool:
    """A paper is registered too, the CNIL is seised too: only a request or an appeal to a judge is one."""
    if first == "enregistr":
        return bool(_SUBJECT.search(small[max(0, at - 200) : at]))
    if first == "ete saisi":
        return bool(_JUDGE.search(small[max(0, at - 200) : at]))
    return first != "saisi le " or bool(_AFTER.match(small, day.end))
