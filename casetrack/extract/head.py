"""What stands at the head of a decision: court, formation, date, ECLI. The file's own tags win, the text adds.

In bare text the same values are read from the lines that a file without its tags begins with, from « Lecture du »,
« Fait à Paris, le », from the ECLI, and from the registry the application was filed with.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.extract.courts import CourtMention, court_code, court_name
from casetrack.extract.numbers import parse_ecli
from casetrack.extract.plain import plain
from casetrack.extract.written_days import read_day
from casetrack.model import DateFinding, Declared, Value, fold


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    court: Value | None = None
    court_code: str = ""
    formation: Value | None = None
    decision_date: Value | None = None
    ecli: Value | None = None
    ecli_is_trusted: bool = False
    publication_level: str = ""


_REACH = 3_000
# « DCE_457743_20211116.xml »: kind, number and day of a file of the open data
_FILE_NAME = re.compile(r"(?<!\w)(?:O?R|D)(?P<court>CE|CAA?|TA)_\w{4,14}_(?P<day>\d{8})")
_CODE_LINE = re.compile(r"^\s{0,12}(?P<code>CE|TC|TA\d{2,3}|CAA\d{2})\s{0,4}$", re.MULTILINE)
# « Conseil d'État, 8ème - 3ème chambres réunies, 15/11/2021, 452952 », « ..., 8 / 3 SSR, du 6 novembre 2002, 246830 »
_TITLE = re.compile(
    r"^\s{0,12}(?P<court>(?:Conseil d['’][ÉEée]tat|Cour [Aa]dministrative d['’][Aa]ppel|CAA|Tribunal)[^,\n]{0,60}),"
    r"\s(?:(?P<formation>[^,\n]{3,80}(?:, [^,\n]{3,30} chambres réunies)?),\s)?"
    r"(?:du\s)?(?P<day>\d[^,\n]{5,20}\d{4}),\s\d", re.MULTILINE,
)  # fmt: skip
_FORMATION_LINE = re.compile(
    r"^\s{0,12}(?P<name>juge des référés[^\n]{0,30}|assemblée(?: du contentieux)?|section(?: du contentieux)?(?=\s*$)"
    r"|formation plénière"
    r"|(?:\d{1,2}(?:[èe]?me|[èe]re|er?|E)?(?:,\s|\s(?:et|-|/)\s)?){1,4}(?:chambres?|sous-sections?|ssr|ssjs"
    r"|section)[^\n]{0,40})\s{0,4}$",
    re.MULTILINE | re.IGNORECASE,
)
_READ_ON = re.compile(
    r"(?:lecture du|rendue? (?:publique )?(?:par mise à disposition au greffe )?le"
    r"|prononcée? le)\s(?:\w{5,8}\s)?$"
)
_DONE_AT = re.compile(r"(?:fait|ordonnance rendue|délibéré) à [\w\s'’-]{2,40}?,? le\s(?:\w{5,8}\s)?$")
# the day of the sitting dates a decision only when nothing says when it was read
_SITTING = re.compile(r"(?<!de la )séance du\s(?:\w{5,8}\s)?$")
# « Ordonnance du 12 mars 2021 », « Audience du 3 mai 2022 / Décision du 17 mai 2022 » alone on their line, in the head
_TITLED = re.compile(r"(?:^|\n)\s{0,8}(?:ordonnance|décision|jugement|arrêt)(?: rendue?)? du\s(?:\w{5,8}\s)?$")
_REGISTRY = re.compile(
    r"(?:secrétariat|greffe)[^.;\n]{0,40}?(?:du|de la|de)\s(?P<court>conseil d['’][ÉEée]tat"
    r"|tribunal administratif[^,.;\n]{0,40}|cour"
    r"(?: administrative d['’]appel)?[^,.;\n]{0,40})", re.IGNORECASE,
)  # fmt: skip
_RULING = re.compile(
    r"demande(?:nt)?\s(?:au juge des référés\s)?(?:du|au)\s(?P<court>conseil d['’][ÉEée]tat)", re.IGNORECASE
)
_UNSET = {"", "undefined", "null"}


def find_head(
    text: str, declared: Sequence[Declared], courts: Sequence[CourtMention], dates: Sequence[DateFinding]
) -> Head:
    """The head of a decision. Never raises; what neither the file nor its text says stays None."""
    said: dict[str, Declared] = {}
    for item in declared:
        if item.value.strip().lower() not in _UNSET:
            said.setdefault(item.field, item)
    ecli, is_trusted = _ecli(text, said)
    court, code = _court(text, said, courts)
    return Head(
        court=court,
        court_code=code,
        formation=_formation(text, said),
        decision_date=_date(text, said, dates, ecli if is_trusted else None),
        ecli=ecli,
        ecli_is_trusted=is_trusted,
        publication_level=said["publication_level"].value.strip() if "publication_level" in said else "",
    )


def _tag(item: Declared, value: str = "") -> Value:
    return Value(value=value or item.value.strip(), reason="balise du fichier", origin=item.origin)


def _ecli(text: str, said: dict[str, Declared]) -> tuple[Value | None, bool]:
    if "ecli" in said:
        read = parse_ecli(said["ecli"].value)
        return _tag(said["ecli"]), bool(read and read.is_trusted)
    read = parse_ecli(text[:_REACH])
    if not read:
        return None, False
    return Value(value=read.text, start=read.start, end=read.end, reason="ECLI en tête"), read.is_trusted


def _court(text: str, said: dict[str, Declared], courts: Sequence[CourtMention]) -> tuple[Value | None, str]:
    """Full name and code; « Section du Contentieux » of the open data is the Conseil d'État."""
    for field in ("court_code", "court"):
        if field in said:
            code = said[field].value.strip() if court_name(said[field].value.strip()) else court_code(said[field].value)
            if code:
                return _tag(said[field], court_name(code)), code
    if "court" in said:
        return _tag(said["court"]), ""
    for pattern in (_CODE_LINE, _TITLE):
        match = pattern.search(text, 0, _REACH)
        if match:
            group = "code" if pattern is _CODE_LINE else "court"
            code = match[group] if group == "code" else court_code(match[group])
            if court_name(code):
                start, end = match.span(group)
                return Value(value=court_name(code), start=start, end=end, reason="ligne d'en-tête"), code
    return _court_in_text(text, courts)


def _court_in_text(text: str, courts: Sequence[CourtMention]) -> tuple[Value | None, str]:
    """A court alone on a line of the head, else the one whose registry received the last application."""
    for mention in courts:
        if mention.start > _REACH:
            break
        if mention.is_administrative and _fills_its_line(text, mention):
            return _mentioned(mention, "nommée en tête"), mention.code
    ways = ((_REGISTRY, "greffe où la requête est enregistrée"), (_RULING, "juge à qui la demande est adressée"))
    for pattern, reason in ways:
        for match in pattern.finditer(text, 0, 20_000):
            near = (court for court in courts if match.start("court") - 4 <= court.start < match.end("court"))
            named = next(near, None)
            if named and court_name(named.code):
                return _mentioned(named, reason), named.code
    return None, ""


def _fills_its_line(text: str, mention: CourtMention) -> bool:
    start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    return (end if end >= 0 else len(text)) - start <= mention.end - mention.start + 16


def _mentioned(mention: CourtMention, reason: str) -> Value:
    return Value(value=mention.name, start=mention.start, end=mention.end, reason=reason)


def _formation(text: str, said: dict[str, Declared]) -> Value | None:
    if "formation" in said:
        return _tag(said["formation"])
    title = _TITLE.search(text, 0, _REACH)
    if title and title["formation"] and not title["formation"][0].islower():
        return Value(
            value=title["formation"], start=title.start("formation"), end=title.end("formation"), reason="titre"
        )
    line = _FORMATION_LINE.search(text, 0, _REACH)
    return (
        Value(value=line["name"].strip(), start=line.start("name"), end=line.end("name"), reason="ligne d'en-tête")
        if line
        else None
    )


def _date(text: str, said: dict[str, Declared], dates: Sequence[DateFinding], ecli: Value | None) -> Value | None:
    """Date of reading (formations) or of signature (orders, art. R. 742-6 CJA)."""
    tagged = said.get("decided_on")
    if tagged and (day := tag_day(tagged.value)):
        return replace(_tag(tagged), value=day)
    name = _FILE_NAME.search(text, 0, _REACH)
    if name and _compact(name["day"]):
        return Value(value=_compact(name["day"]), start=name.start("day"), end=name.end("day"), reason="nom du fichier")
    title = _TITLE.search(text, 0, _REACH)
    if title:
        for found in dates:
            if found.date and title.start("day") <= found.start < title.end("day"):
                return _dated(found, "titre")
    return _signed(text, dates) or _from_ecli(ecli)


def _signed(text: str, dates: Sequence[DateFinding]) -> Value | None:
    small_reads = (_READ_ON, _DONE_AT, _TITLED, _SITTING)
    for pattern in small_reads:
        for found in dates:
            before = text[max(0, found.start - 70) : found.start].lower()
            if found.date and not found.deduced and pattern.search(before):
                return _dated(found, "« lecture du », « fait à »")
    return None


def _from_ecli(ecli: Value | None) -> Value | None:
    read = parse_ecli(ecli.value) if ecli else None
    if not ecli or not read or not read.date:
        return None
    return Value(value=read.date.isoformat(), start=ecli.start, end=ecli.end, reason="date que porte l'ECLI")


def _dated(found: DateFinding, reason: str) -> Value:
    assert found.date is not None
    return Value(value=found.date.isoformat(), start=found.start, end=found.end, reason=reason)


def tag_day(written: str) -> str:
    """The ISO day of a tag: « 2023-05-05T00:00:00 », « 05/05/2023 », « 20230505 »; empty when it is none."""
    day = read_day(plain(written))
    found = day.isoformat() if day else _compact(written.strip())
    return "" if found.startswith("2999-") else found  # what the DILA writes where it knows no date


def _compact(day: str) -> str:
    try:
        return dt.datetime.strptime(day, "%Y%m%d").date().isoformat()
    except ValueError:
        return ""


def same_court(one: str, other: str) -> bool:
    """Two spellings of one court."""
    return fold(one) == fold(other) or bool(court_code(one) and court_code(one) == court_code(other))
