"""One member of an archive, read, understood and packed: what the import workers do, each in its own process."""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import re
import threading
import time
import zlib
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from casetrack import resolve
from casetrack.errors import Unreadable
from casetrack.extract import extract
from casetrack.extract.head import tag_day
from casetrack.extract.numbers import parse_ecli
from casetrack.extract.output import to_json
from casetrack.ingest.facts import citation_rows
from casetrack.ingest.pipeline import FINDINGS_VERSION, OFFICIAL_FORMATS, document_values
from casetrack.model import Declared, Findings, Reading, Shelf, ZoneName
from casetrack.read import read_bytes
from casetrack.store.library import Incoming

log = logging.getLogger(__name__)
COMPRESSION = 6
SELDOM = 50_000
"""Objects made between two looks of the garbage collector, which took a tenth of the time at Python's 700."""
WORTH_IT = 25
"""With fewer files, starting processes costs more than they save."""
# « O R D O N N E : », « DÉCIDE : »
_RULES = re.compile(r"\b(?P<order>O ?R ?D ?O ?N ?N ?E)(?: ?N ?T)? ?:|\b(?P<ruling>D ?[EÉ] ?C ?I ?D ?E)(?: ?N ?T)? ?:")

# « Rendu le », « Lecture du vendredi », « Fait à Paris, le »
_READ_ON = re.compile(r"(?:Rendue? (?:publique )?le|Lecture du|Fait à [A-ZÉ][\w' -]{1,30},? le) (?:\w{5,8} )?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One file of an archive: where it stands, and its bytes."""

    label: str
    name: str
    sha256: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejected:
    """A member that could not be read, and why, in French."""

    label: str
    reason: str


def member(label: str, data: bytes) -> Member:
    """``label`` is a path; its last part is the member's name."""
    return Member(label=label, name=label.rpartition("/")[2], sha256=hashlib.sha256(data).hexdigest(), data=data)


def prepare(item: Member) -> Incoming | Rejected:
    """Read, extract, pack. A bad file is a reason, never an exception."""
    try:
        reading = read_bytes(item.data, item.name)
        if reading.format not in OFFICIAL_FORMATS:
            raise Unreadable("Ce fichier n'est pas une décision d'une archive officielle : format non pris en charge.")
        findings = extract(reading.text, declared=reading.declared, format=reading.format)
        return _packed(item, reading, findings)
    except Unreadable as error:
        return Rejected(label=item.label, reason=error.reason)
    except MemoryError:
        return Rejected(label=item.label, reason="Ce fichier demande trop de mémoire.")
    except Exception as error:  # a fault of the rules on one text must not stop the others
        log.exception("%s", item.label)
        return Rejected(label=item.label, reason=f"L'analyse a échoué ({type(error).__name__}) : signalez ce fichier.")


def prepare_all(items: Sequence[Member]) -> list[Incoming | Rejected]:
    """Several at once: fewer journeys between processes."""
    return [prepare(item) for item in items]


def _packed(item: Member, reading: Reading, findings: Findings) -> Incoming:
    body = reading.text.encode("utf-8", "surrogatepass")
    return Incoming(
        label=item.label,
        name=item.name,
        sha256=item.sha256,
        size=len(item.data),
        packed=zlib.compress(item.data, COMPRESSION),
        document=_document(item, reading, findings),
        text={
            "sha256": hashlib.sha256(body).hexdigest(),
            "body": zlib.compress(body, COMPRESSION),
            "pages": list(reading.pages),
            "declared": [asdict(value) for value in reading.declared],
            "findings": zlib.compress(to_json(findings).encode("utf-8"), COMPRESSION),
            "findings_version": FINDINGS_VERSION,
            "extractor": reading.extractor,
            "extractor_version": reading.extractor_version,
        },
        citations=tuple(citation_rows(findings)),
        dockets=tuple(dict.fromkeys(resolve.docket_key(docket.value) for docket in findings.dockets)),
        ecli=findings.ecli.value if findings.ecli and findings.ecli_is_trusted else "",
    )


def _document(item: Member, reading: Reading, findings: Findings) -> dict[str, Any]:
    """The columns of a document on the library's shelf."""
    row = {"id": 0, "details": {}, "address": ""}
    found = differences(reading.declared, findings, reading.text)
    values = document_values(row, item.name, reading, findings, {})
    address = next((value.value for value in reading.declared if value.field == "address"), "")
    kept = {"shelf": Shelf.LIBRARY.value, "address": address, "details": {"differences": found} if found else {}}
    return values | kept


# ---------------------------------------------------------------- what tags and text say differently


def differences(declared: Sequence[Declared], findings: Findings, text: str) -> list[dict[str, str]]:
    """Where the tags of an official file and its text disagree: ``{field, tag, text, said}``, to be shown."""
    tags: dict[str, list[str]] = {}
    for item in declared:
        is_day = item.field == "decided_on"
        tags.setdefault(item.field, []).append(tag_day(item.value) or item.value if is_day else item.value)
    found = [*_dockets(tags, findings), *_ecli(tags), *_type(tags, findings, text)]
    return [*found, *_day(tags, findings, text)]


def _difference(field: str, tag: str, text: str, said: str) -> dict[str, str]:
    return {"field": field, "tag": tag, "text": text, "said": said}


def _dockets(tags: dict[str, list[str]], findings: Findings) -> list[dict[str, str]]:
    given = tags.get("docket", [])
    keys = {resolve.docket_key(number) for number in given}
    more = [value.value for value in findings.dockets if resolve.docket_key(value.value) not in keys]
    if not given or not more:
        return []
    said = f"Le texte statue aussi sur le n°\u00a0{', '.join(more)}, que les balises ne donnent pas."
    return [_difference("docket", " ".join(given), " ".join(more), said)]


def _ecli(tags: dict[str, list[str]]) -> list[dict[str, str]]:
    found = []
    for written in tags.get("ecli", ())[:1]:
        read = parse_ecli(written)
        day = tags.get("decided_on", [""])[0]
        if read is None or not read.is_trusted:
            found.append(
                _difference("ecli", written, "", f"L'ECLI des balises est mal formé : «\u00a0{written}\u00a0».")
            )
        elif read.date and day and read.date.isoformat() != day:
            said = f"L'ECLI porte la date du {read.date.isoformat()}, la balise celle du {day}."
            found.append(_difference("ecli", day, read.date.isoformat(), said))
    return found


def _type(tags: dict[str, list[str]], findings: Findings, text: str) -> list[dict[str, str]]:
    written = tags.get("decision_type", [""])[0].lower()
    zone = next((zone for zone in findings.zones if zone.zone == ZoneName.OPERATIVE_PART), None)
    if not zone or written not in ("ordonnance", "décision", "decision"):
        return []
    rule = _RULES.search(text, max(0, zone.start - 40), zone.start + 80)
    is_order = bool(rule and rule["order"])
    if rule is None or is_order == (written == "ordonnance"):
        return []
    real = "ordonnance" if is_order else "décision"
    return [_difference("type", written, real, f"La balise dit «\u00a0{written}\u00a0», le texte est une {real}.")]


def _day(tags: dict[str, list[str]], findings: Findings, text: str) -> list[dict[str, str]]:
    """The day of reading or signature as the end or the head of the text tells it, against the tag's."""
    given = tags.get("decided_on", [""])[0]
    told = [
        date.date.isoformat()
        for date in findings.dates
        if date.date and not date.deduced and _READ_ON.search(text[max(0, date.start - 50) : date.start])
    ]
    if given and not tag_day(given):
        said = f"La date des balises ne se lit pas\u00a0: «\u00a0{given}\u00a0»."
        read = findings.decision_date.value if findings.decision_date else ""
        return [_difference("decided_on", given, read, said)]
    if not given or not told or given in told:
        return []
    said = f"Le texte porte la date du {told[-1]}, la balise celle du {given}."
    return [_difference("decided_on", given, told[-1], said)]


# --------------------------------------------------------------------------------- both cores


def start_worker() -> None:
    """A worker makes much and keeps nothing: the collector need not look at its modules, nor look often."""
    end_with_parent()
    gc.freeze()
    gc.set_threshold(SELDOM)


def end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever: it looks, and leaves."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class Workers:
    """Processes that prepare members. Results are asked for in the order in which members were handed in."""

    def __init__(self, many: int) -> None:
        self._many = many
        self._pool: ProcessPoolExecutor | None = None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not forked: this process may hold threads of the database and of the index.
            self._pool = ProcessPoolExecutor(self._many, mp_context=get_context("spawn"), initializer=start_worker)
        return self._pool

    def hand_in(self, items: Sequence[Member]) -> Future[list[Incoming | Rejected]]:
        if self._pool is None and len(items) < WORTH_IT:
            here: Future[list[Incoming | Rejected]] = Future()
            here.set_result(prepare_all(items))
            return here
        try:
            return self._open().submit(prepare_all, items)
        except BrokenProcessPool:
            self._close(wait=False)
            return self._open().submit(prepare_all, items)

    def result(self, items: Sequence[Member], future: Future[list[Incoming | Rejected]]) -> list[Incoming | Rejected]:
        """What became of these members. Where a file killed its worker, they are tried again one at a time."""
        try:
            return future.result()
        except BrokenProcessPool:
            self._close(wait=False)
            return [self._alone(item) for item in items]

    def _alone(self, item: Member) -> Incoming | Rejected:
        try:
            return self._open().submit(prepare_all, [item]).result()[0]
        except BrokenProcessPool:
            self._close(wait=False)
            return Rejected(label=item.label, reason="La lecture de ce fichier a fait échouer le programme.")

    def _close(self, wait: bool) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close(wait=error is None)
