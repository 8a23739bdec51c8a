"""The first lines of an official file whose tags were removed, read back as what the tags said.

« DCE_457743_20211116.xml », « CE », « 457743 », « 2021-11-16 », « Juge des référés »: such lines begin the bare text of
the open data; « CETATEXT... », a title, a date, a court, a docket, a formation begin that of JADE. Formats: open data
of the administrative courts (opendata.justice-administrative.fr) and DILA's JADE (echanges.dila.gouv.fr).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casetrack.extract.courts import court_code, court_name
from casetrack.model import Declared

_ORIGIN = "en-tete"
_REACH = 2_500
_MOST_LINES = 24
_LONGEST = 160
# « DCE_457743_20211116.xml » with its day of reading; « CETATEXT000008019725 »
_OPEN_DATA = re.compile(r"(?:O?R|D)(?:CE|CAA?|TA)_(?P<docket>\w{4,14})_(?P<day>\d{8})(?:\.xml)?")
_JADE = re.compile(r"CETATEXT\d{12}")
# « Conseil d'Etat, 7 / 8 SSR, du 7 juillet 1976, 97320, publié au recueil Lebon »
_TITLE = re.compile(
    r"(?:Conseil d['’][ÉEé]tat|Cour|CAA|Tribunal)[^,]{0,60},(?:[^,]{2,60},){0,5}\s(?:du\s)?\d[^,]{5,20}\d{4},\s\d.*",
    re.IGNORECASE,
)
_SHAPES = (
    ("ecli", re.compile(r"ECLI:[^\s]{5,60}(?:\sInconnu:[^\s]{4,40})?")),
    ("court_code", re.compile(r"CE|TC|TA\d{2,3}|CAA\d{2}")),
    ("decision_type", re.compile(r"Décision|Ordonnance|Jugement|Arrêt", re.IGNORECASE)),
    ("recourse_type", re.compile(r"(?:Plein contentieux|Excès de pouvoir|Référé|Autres?|Contentieux répressif|Conflit"
                                 r"|Question prioritaire|Recours en interprétation"
                                 r"|Appréciation de la légalité)[\w' ]{0,40}", re.IGNORECASE)),
    ("publication_level", re.compile(r"[ABCDRZ]|C\+")),
    ("docket", re.compile(r"(?:C?\d{4,7}|\d{2}[A-Z]{2}\d{5})(?:[ ,;](?:C?\d{4,7}|\d{2}[A-Z]{2}\d{5})){0,20}")),
    ("formation", re.compile(r"juge des référés.{0,30}|(?:assemblée|section)(?: du contentieux)?|formation plénière"
                             r"|(?:\d{1,2}(?:[èe]?me|[èe]re|er?)?(?:,\s|\s?(?:et|-|/)\s?)?){1,4}\s?(?:chambres?"
                             r"|sous-sections?|ssr|ssjs|ss).{0,40}"
                             r"|formation (?:à|de) .{2,40}", re.IGNORECASE)),
    ("magistrate", re.compile(r"(?:M\.|Mme|Mlle)\s[^,;]{2,60}")),
    ("counsel", re.compile(r"(?:SCP|SAS|SARL|SELARL|Me|CABINET|Maître)\b.{2,120}", re.IGNORECASE)),
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BODY = re.compile(r"(?:vu|par une?|considérant|requ[êe]te|recours|sur )\b|1\s?°", re.IGNORECASE)
_BODY_INSIDE = re.compile(
    r"(?<=\s)(?:Vu (?:la|les|le|l'|:)|VU |Par une? (?:requête|ordonnance|jugement)|Considérant"
    r"|REQU[EÊ]TE |Requ[êe]te )"
)
_PIECES = re.compile(
    r"(?:O?R|D)(?:CE|CAA?|TA)_\w{4,14}_\d{8}(?:\.xml)?|CETATEXT\d{12}|ECLI:\S{5,60}"
    r"|(?<!\S)(?:\d{4}-\d\d-\d\d|CE|TC|TA\d{2,3}|CAA\d{2}|Décision|Ordonnance"
    r"|C?\d{4,7}|\d\d[A-Z]{2}\d{5}|Juge des référés|(?:\d{1,2}(?:ème|ère|er)?(?: et | - "
    r"| / )?){1,4} ?(?:chambres? (?:réunies|jugeant seule)"
    r"|chambres?|SSR|SSJS))(?!\S)|(?:Conseil d['’][EÉ]tat|Cour administrative d'appel de [A-ZÉ][\w-]+"
    r"|Tribunal [Aa]dministratif de [A-ZÉ][\w-]+)"
)
# « 19-04-01-01-03 CONTRIBUTIONS ET TAXES »: the abstracts that JADE adds after the decision
_ABSTRACT = re.compile(r"^\s{0,12}\d{2,3}(?:-\d{2}){1,6}(?:-\d{1,3})?\s{1,3}[A-ZÉÈÀ]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What the first lines declare, and where the decision itself stands between them and the archive's abstracts."""

    declared: tuple[Declared, ...] = ()
    start: int = 0
    end: int = 0


def read_header(text: str) -> Header | None:
    """The head of an official file without its tags; None for any other text."""
    first = text.lstrip("\ufeff \t\r\n\u00a0")[:60]
    is_open_data = bool(_OPEN_DATA.match(first))
    if not is_open_data and not _JADE.match(first):
        return None
    lines, start = _lines(text)
    if len(lines) < 3:  # everything on one line
        lines, start = _from_one_line(text)
    if not lines:
        return None
    declared = tuple(_open_data(lines) if is_open_data else _jade(lines))
    abstract = _ABSTRACT.search(text, start + (len(text) - start) // 3)
    return Header(declared=declared, start=start, end=abstract.start() if abstract else len(text))


def _lines(text: str) -> tuple[list[str], int]:
    """The short lines of the head, and where the first long one begins: it is the decision."""
    lines: list[str] = []
    at = 0
    for line in text[:_REACH].split("\n"):
        bare = " ".join(line.split()).lstrip("\ufeff")
        if len(bare) > _LONGEST or _BODY.match(bare) or len(lines) >= _MOST_LINES:
            break
        if bare:
            lines.append(bare)
        at += len(line) + 1
    return lines, min(at, len(text))


def _from_one_line(text: str) -> tuple[list[str], int]:
    """The same pieces when the line breaks are lost too: up to the first words of the decision."""
    body = _BODY_INSIDE.search(text, 0, _REACH)
    start = body.start() if body else 0
    found = [(match.start(), match[0]) for match in _PIECES.finditer(text, 0, start)]
    return [piece for _, piece in sorted(found)], start


def _say(field: str, value: str) -> Declared:
    return Declared(field=field, value=value, origin=_ORIGIN)


def _shaped(lines: list[str]) -> Iterator[Declared]:
    for line in lines:
        for field, shape in _SHAPES:
            if shape.fullmatch(line):
                yield _say(field, line)
                break
        else:
            if court_name(court_code(line)) and len(line) <= 60:
                yield _say("court", line)


def _open_data(lines: list[str]) -> Iterator[Declared]:
    name = _OPEN_DATA.match(lines[0])
    if name:
        yield _say("archive_id", lines[0])
        yield _say("decided_on", f"{name['day'][:4]}-{name['day'][4:6]}-{name['day'][6:]}")
        yield _say("docket", name["docket"])
    days = [line for line in lines if _DAY.fullmatch(line)]
    if len(days) > 2:  # update, reading, hearing
        yield _say("hearing_on", days[2])
    # The number of the roll has the shape of a docket: the file's name is the better one.
    yield from (item for item in _shaped(lines[1:]) if item.field not in ("docket", "court" if name is None else ""))


def _jade(lines: list[str]) -> Iterator[Declared]:
    yield _say("archive_id", lines[0])
    day = next((line for line in lines if _DAY.fullmatch(line)), "")
    if day:
        yield _say("decided_on", day)
    titles = [line for line in lines if _TITLE.fullmatch(line)]
    for title in titles[:1]:
        yield _say("title", title)
    rest = [line for line in lines[2:] if line not in titles and not line.startswith("texte/")]
    yield from (item for item in _shaped(rest) if item.field != "court_code")
