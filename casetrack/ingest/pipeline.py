"""The steps from a file to facts, in order. Each step may be done again without harm.

bytes ── take_in ──> original kept, named by its SHA-256; one document, waiting
  │ read             in a limited child process: pages of cleaned text, what the file says of itself
  │ extract          what the text says
  │ resolve          whose docket, whose name
  ├─ store           one transaction: text version, facts (reviews re-applied), citations, cases, questions
  └─ index           replayed from the change numbers (`Feed`)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from casetrack import resolve, words
from casetrack.errors import Refused, Unreadable
from casetrack.extract import extract
from casetrack.extract.output import to_json
from casetrack.ingest import facts as proposals
from casetrack.ingest import linking
from casetrack.ingest.indexing import masked
from casetrack.model import (
    Attachment,
    Declared,
    DocumentKind,
    Findings,
    PartyFinding,
    Reading,
    Shelf,
    Visibility,
    slugify,
)
from casetrack.read.sandbox import Sandbox
from casetrack.settings import Settings
from casetrack.store import Connection, Originals, Store, cases, documents, facts, parties, tasks

log = logging.getLogger(__name__)
OFFICIAL_FORMATS = frozenset({"jade", "cass", "constit", "opendata", "judilibre"})
QUOTATION_LIMIT = 200
IN_MAIL = "courriel"
"""How what is joined to a mail came."""
FINDINGS_VERSION = "5"
"""Of the rules of reading: another one means that documents should be read again."""
FILING_EVENTS = frozenset(
    {"requête", "pourvoi", "mémoire", "mémoire en défense", "mémoire en réplique", "intervention", "courrier"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """How bytes came, and what the person who brought them says of them."""

    how: str
    name: str
    address: str = ""
    final_address: str = ""
    user_id: int | None = None
    publisher: str = ""
    published_on: dt.date | None = None
    title: str = ""
    kind: str = ""
    container_sha256: str = ""
    parent_id: int | None = None
    is_demo: bool = False
    visibility: Visibility | None = None
    shelf: Shelf = Shelf.DOSSIERS


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one file: ``added``, ``unchanged`` or ``failed`` with its reason in French."""

    name: str
    outcome: str
    sha256: str = ""
    document_id: int | None = None
    reason: str = ""
    kind: str = ""
    title: str = ""


class Pipeline:
    """Takes files in and reads them. Close it to end its child processes."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.store = store
        self.originals = Originals(settings.originals, self._packed)
        self._sandbox: Sandbox | None = None

    def _packed(self, sha256: str) -> bytes | None:
        with self.store.read() as connection:
            return documents.packed_original(connection, sha256)

    @property
    def sandbox(self) -> Sandbox:
        if self._sandbox is None:
            self._sandbox = Sandbox(self.settings)
        return self._sandbox

    def close(self) -> None:
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None

    # ------------------------------------------------------------------------------ bytes in

    def take_in(self, data: bytes, arrival: Arrival) -> Outcome:
        """Keep the bytes and make a document that waits to be read; the same bytes twice are one document.

        Raises `Refused` when they are too many, or were erased on request.
        """
        if len(data) > self.settings.upload_limit:
            limit = self.settings.upload_limit // (1024 * 1024)
            raise Refused(f"Le fichier dépasse {limit}\u00a0Mo : divisez-le, puis recommencez.")
        sha256 = hashlib.sha256(data).hexdigest()
        with self.store.read() as connection:
            if documents.is_erased(connection, sha256):
                raise Refused("Ce document a été retiré et effacé à la demande d'une personne : il ne peut revenir.")
        self.originals.put(data)
        with self.store.write() as connection:
            documents.add_source(connection, sha256, len(data), arrival.name)
            documents.add_arrival(
                connection,
                sha256,
                arrival.how,
                name=arrival.name,
                address=arrival.address,
                final_address=arrival.final_address,
                received_by=arrival.user_id,
                container_sha256=arrival.container_sha256,
            )
            row = documents.find_by_sha256(connection, sha256)
            if row is None:
                document_id = documents.create_document(connection, sha256, **_columns(arrival))
            elif row["deleted_at"] is not None:
                document_id = row["id"]
                documents.update_document(
                    connection, document_id, deleted_at=None, state="pending", failure="", **_columns(arrival)
                )
            elif row["state"] == "pending" and not tasks.is_waiting(connection, row["id"]):
                document_id = row["id"]  # whoever sent it before was stopped: it is still to be read
            else:
                return Outcome(
                    name=arrival.name,
                    outcome="unchanged" if row["state"] != "failed" else "failed",
                    sha256=sha256,
                    document_id=row["id"],
                    reason=row["failure"] or "Déjà là : ce sont les mêmes octets.",
                    kind=row["kind"],
                    title=row["title"],
                )
        return Outcome(name=arrival.name, outcome="added", sha256=sha256, document_id=document_id)

    # ------------------------------------------------------------------------------- reading

    def read(self, document_id: int) -> Outcome:
        """Read a document from its original, again if it was read before. Never raises for a bad file."""
        with self.store.read() as connection:
            row = documents.get_any(connection, document_id)
            source = documents.get_source(connection, row["sha256"])
        name = source["name"] if source else row["sha256"]
        try:
            reading = self.sandbox.read(self.originals.open(row["sha256"]), name)
        except Unreadable as error:
            return self._failed(row, name, error)
        return self.keep(row, name, reading)

    def _failed(self, row: dict[str, Any], name: str, error: Unreadable) -> Outcome:
        with self.store.write() as connection:
            documents.update_document(
                connection,
                row["id"],
                state="failed",
                failure=error.reason,
                failure_code=error.code,
                title=row["title"] or name,
            )
        return Outcome(
            name=name,
            outcome="failed",
            sha256=row["sha256"],
            document_id=row["id"],
            reason=error.reason,
            kind=row["kind"],
            title=row["title"] or name,
        )

    def keep(self, row: dict[str, Any], name: str, reading: Reading) -> Outcome:
        """Extract, resolve and store what one reading gave; take its attachments in."""
        reading = replace(reading, declared=(*_given(row), *reading.declared))
        try:
            findings = extract(
                reading.text,
                declared=reading.declared,
                published=row["reference_on"] or row["published_on"],
                format=reading.format,
            )
        except Exception as error:  # a fault of the rules on one text must not stop the others
            log.exception("extraction of document %s failed", row["id"])
            said = "Le texte est lu, mais son analyse a échoué : l'original est gardé, signalez-le puis réessayez"
            return self._failed(row, name, Unreadable(f"{said} ({type(error).__name__}).", code="analyse"))
        with self.store.write() as connection:
            values = self.store_reading(connection, row, name, reading, findings)
        for attachment in reading.attachments:
            self._take_attachment(
                row, attachment, IN_MAIL if reading.format == "eml" or _came_by_mail(row) else "contenu"
            )
        return Outcome(
            name=name,
            outcome="added",
            sha256=row["sha256"],
            document_id=row["id"],
            kind=values["kind"],
            title=values["title"],
        )

    def _take_attachment(self, row: dict[str, Any], attachment: Attachment, how: str) -> None:
        arrival = Arrival(
            how=how,
            name=attachment.name,
            container_sha256=row["sha256"],
            parent_id=row["id"],
            is_demo=row["is_demo"],
            shelf=Shelf(row["shelf"]),
            user_id=row["added_by"],
        )
        try:
            taken = self.take_in(attachment.data, arrival)
        except Refused:
            return
        if taken.outcome == "added":
            assert taken.document_id is not None
            with self.store.write() as connection:
                tasks.add_task(connection, "read", {"document_id": taken.document_id})
                for case_id in cases.case_ids_by_document(connection, [row["id"]]).get(row["id"], set()):
                    cases.attach(connection, case_id, taken.document_id, "propose", "joint à un document de l'affaire")

    def store_reading(
        self, connection: Connection, row: dict[str, Any], name: str, reading: Reading, findings: Findings
    ) -> dict[str, Any]:
        """Write what one reading gave, inside the caller's transaction. Returns the columns of the document."""
        overrides = facts.corrected_metadata(connection, row["id"])
        values = document_values(row, name, reading, findings, overrides)
        text_id = documents.save_text(connection, row["id"], reading, to_json(findings), FINDINGS_VERSION)
        values["text_id"] = text_id
        if (
            values["kind"] == DocumentKind.DECISION
            and values["court_code"]
            and values["decided_on"]
            and findings.dockets
        ):
            values["decision_id"] = cases.ensure_decision(
                connection,
                values["court_code"],
                values["decided_on"],
                [resolve.docket_key(docket.value) for docket in findings.dockets],
                findings.ecli.value if findings.ecli and findings.ecli_is_trusted else "",
            )
        documents.update_document(connection, row["id"], **values)
        documents.replace_citations(connection, row["id"], proposals.citation_rows(findings))
        if row["shelf"] == Shelf.DOSSIERS:
            self.know(connection, {**row, **values}, reading.text, text_id, findings)
        return values

    def know(self, connection: Connection, row: dict[str, Any], text: str, text_id: int, findings: Findings) -> None:
        """Rows of a followed document: proceedings, parties, facts, case."""
        own = resolve.own_dockets(findings)
        cited = resolve.cited_dockets(findings)
        basis = row["basis"]
        ids = {pair: cases.ensure_proceeding(connection, *pair, basis=basis) for pair in own}
        only = resolve.only_docket(findings)
        for pair in cited:
            ids[pair] = cases.ensure_proceeding(connection, *pair, basis=basis if pair == only else "")
        names = know_parties(connection, findings, row["id"])
        ownership = proposals.Ownership(
            party_id=lambda name: names.get(resolve.party_key(name)),
            proceeding_id=lambda pair: ids.get(pair) or cases.ensure_proceeding(connection, *pair),
            only=only,
        )
        stored = documents.load_text(connection, text_id)
        quiet = masked(text, findings.withheld)
        facts.replace_facts(
            connection,
            document_id=row["id"],
            sha256=row["details"].get("first_sha256") or row["sha256"],
            text_id=text_id,
            text=text,
            quiet=quiet,
            page_of=stored.page_of,
            proposals=proposals.propose(findings, quiet, ownership),
        )
        linking.link(connection, row, findings, ids)


def _columns(arrival: Arrival) -> dict[str, Any]:
    """The columns that the bringer decides."""
    return {
        "parent_id": arrival.parent_id,
        "is_demo": arrival.is_demo,
        "shelf": arrival.shelf.value,
        "added_by": arrival.user_id,
        "address": arrival.final_address or arrival.address,
        "published_on": arrival.published_on,
        "publisher": arrival.publisher,
        "title": arrival.title,
        "visibility": (arrival.visibility or Visibility.MEMBERS).value,
        "details": {
            "given": {
                "publisher": arrival.publisher,
                "published_on": arrival.published_on.isoformat() if arrival.published_on else "",
                "title": arrival.title,
                "kind": arrival.kind,
                "visibility": arrival.visibility.value if arrival.visibility else "",
                "how": arrival.how,
            }
        },
    }


def _given(row: dict[str, Any]) -> tuple[Declared, ...]:
    """What the person who brought the file said of it."""
    given = row["details"].get("given", {})
    wanted = ("publisher", "published_on", "title")
    return tuple(Declared(field=field, value=given[field], origin="donne") for field in wanted if given.get(field))


def document_values(
    row: dict[str, Any], name: str, reading: Reading, findings: Findings, overrides: dict[str, Any]
) -> dict[str, Any]:
    """The columns of a document after a reading; what a person corrected wins."""
    given = row["details"].get("given", {})
    said = {key: value.value for key, value in proposals.metadata_values(findings)}
    said |= {"kind": given["kind"]} if given.get("kind") else {}
    said |= overrides
    declared = {item.field: item.value for item in reversed(reading.declared)}
    kind = DocumentKind(said.get("kind", findings.kind.value))
    if kind == DocumentKind.FILING and _own_act(findings) and "title" not in overrides:
        said["title"] = _title_of(findings, kind)
    is_press_like = kind in (DocumentKind.PRESS, DocumentKind.ASSOCIATION)
    return {
        "state": "read",
        "failure": "",
        "failure_code": "needs-ocr" if reading.needs_ocr else "",
        "kind": kind.value,
        "format": reading.format,
        "title": said.get("title") or _title_of(findings, kind) or _heading(reading) or name,
        "publisher": said.get("publisher", ""),
        "author": "",
        "published_on": _day(said.get("publication_date")),
        "published_time": findings.publication_time.value if findings.publication_time else "",
        "court_code": findings.court_code,
        "decided_on": _day(said.get("decision_date")) if kind == DocumentKind.DECISION else None,
        "basis": said.get("basis") or "",
        "publication_level": findings.publication_level,
        "updated_on": declared.get("updated_on", ""),
        "archive": reading.format if reading.format in OFFICIAL_FORMATS else "",
        "archive_id": declared.get("archive_id", ""),
        "origin": _origin(row, findings, said),
        "quotation": quotation(reading.text, findings) if is_press_like else "",
        "visibility": _visibility(row, reading, findings, kind).value,
        "notices": list(reading.notices),
        "details": row["details"]
        | {"organisations": sorted(resolve.organisations_of(findings)), "filed_on": _filed_on(findings, kind)},
    }


def _filed_on(findings: Findings, kind: DocumentKind) -> str:
    """The day a filing bears: its latest own date, which the visas of the order will repeat."""
    if kind != DocumentKind.FILING:
        return ""
    days = [event.date for event in findings.events if event.date and event.type in FILING_EVENTS]
    return max(days).isoformat() if days else ""


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


HEADING_WITHIN, HEADING_MOST = 200, 200
"""Characters before the heading that is a document's title, and in it."""


def _title_of(findings: Findings, kind: DocumentKind) -> str:
    """« Conseil d'État, 12 mars 2021, n° 450163 », « Mémoire en défense, tribunal administratif de Lille, n° 2412377 ».

    A filing is called by what it is, with its docket, else the day it was signed; empty for what says neither.
    """
    if kind not in (DocumentKind.DECISION, DocumentKind.FILING) or not findings.court:
        return ""
    numbers = ", ".join(docket.value for docket in findings.dockets)
    day = _day(findings.decision_date.value if findings.decision_date else _filed_on(findings, kind) or None)
    act = _own_act(findings) if kind == DocumentKind.FILING else ""
    if not numbers and not act:
        return ""
    said_day = words.day_words(day) if day and (kind == DocumentKind.DECISION or not numbers) else ""
    parts = (act, findings.court.value, said_day, f"n°\u00a0{numbers}" if numbers else "")
    return words.capital(", ".join(part for part in parts if part))


def _own_act(findings: Findings) -> str:
    """What a filing calls itself in its text, not what its file is named."""
    return findings.title.value if findings.title and findings.title.origin == "texte" else ""


def _heading(reading: Reading) -> str:
    """The heading that opens a document; one further down is the title of a part."""
    title, offset = reading.outline[0] if reading.outline else ("", 0)
    return title if offset <= HEADING_WITHIN and len(title) <= HEADING_MOST else ""


def _origin(row: dict[str, Any], findings: Findings, said: dict[str, Any]) -> str:
    """The independent origin: whom the article repeats, else its publisher, else the file itself."""
    if findings.press_origins:
        return slugify(findings.press_origins[0].value)
    return slugify(said.get("publisher", "")) or f"document-{row['id']}"


def _came_by_mail(row: dict[str, Any]) -> bool:
    return bool(row["details"].get("given", {}).get("how") == IN_MAIL)


def _visibility(row: dict[str, Any], reading: Reading, findings: Findings, kind: DocumentKind) -> Visibility:
    """Who may see it, unless a person decided. Only official archives are public by themselves.

    Mail never is, nor what was joined to it. A text with a date is no article yet: it may be a member's own notes.
    """
    decided = row["details"].get("visibility_by_person") or row["details"].get("given", {}).get("visibility")
    if decided and reading.format != "eml":
        return Visibility(decided)
    if kind == DocumentKind.DECISION and reading.format in OFFICIAL_FORMATS:
        return Visibility.PUBLIC
    is_web_page = reading.format == "html" and findings.publication_date
    is_press = row["address"] or findings.publisher or findings.press_origins or is_web_page
    if kind == DocumentKind.PRESS and is_press and not _came_by_mail(row):
        return Visibility.LISTED
    return Visibility.MEMBERS


# From where a sentence begins: the second half of a long one must not be given as if it were whole.
_BEGINS = r"(?:\A|(?<=\n)|(?<=[.!?…]\s)|(?<=»\s))[A-ZÀ-Ý«]"
_SENTENCE = re.compile(_BEGINS + rf"[^\n.!?]{{20,{QUOTATION_LIMIT - 2}}}[.!?]")
_LONG = re.compile(_BEGINS + rf"[^\n.!?]{{{QUOTATION_LIMIT - 2}}}(?=[^\n.!?])")
_TWO_NAMES = re.compile(r"(?<=[\w,;«] )[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+")


def quotation(text: str, findings: Findings) -> str:
    """The one fixed quotation of an article, 200 characters at most, naming no natural person.

    Nobody looks at it before the public does: a sentence with two capitalised words in a row, which may be somebody
    whom no rule knows, is the last choice.
    """
    avoid: Sequence[Any] = (*findings.persons, *findings.withheld)
    title = findings.title.value if findings.title else ""
    doubtful = ""
    for match in (*_SENTENCE.finditer(text), *_LONG.finditer(text)):
        said = match.group() if match.re is _SENTENCE else f"{match.group().rpartition(' ')[0]}…"
        if said in title or any(a.start < match.end() and a.end > match.start() for a in avoid):
            continue
        if not any(_TWO_NAMES.search(piece) for piece in _without_organisations(said, findings)):
            return said
        doubtful = doubtful or said
    return doubtful


def _without_organisations(said: str, findings: Findings) -> list[str]:
    """What is left of a sentence between the legal persons that it names."""
    known = {item.name for item in findings.organisations} | {party.name for party in findings.parties}
    named = sorted((name for name in known if name and name in said), key=len, reverse=True)
    return re.split("|".join(map(re.escape, named)), said) if named else [said]


def know_parties(connection: Connection, findings: Findings, document_id: int) -> dict[str, int]:
    """Make or find the legal persons of a document; ask about likenesses. Returns ids by comparable name."""
    known = {
        row["key"]: resolve.KnownParty(
            id=row["party_id"], name=row["name"], slug=row["slug"], alias_status=row["status"]
        )
        for row in parties.aliases(connection)
    }
    found: dict[str, int] = {}
    for party in findings.parties:
        if resolve.is_legal_person(party):
            _know_party(connection, party, known, found, document_id)
    for organisation in findings.organisations:
        key = resolve.party_key(organisation.name)
        if key in known:
            found.setdefault(key, known[key].id)
    return found


def _know_party(
    connection: Connection,
    party: PartyFinding,
    known: dict[str, resolve.KnownParty],
    found: dict[str, int],
    document_id: int,
) -> None:
    key = resolve.party_key(party.name)
    if not key or key in found:
        return
    match = resolve.match_party(party.name, party.acronym, known)
    if match.party_id is not None:
        found[key] = match.party_id
        return
    party_id = parties.create_party(connection, slug=slugify(key), name=party.name, type=party.type, key=key)
    found[key] = party_id
    known[key] = resolve.KnownParty(id=party_id, name=party.name, slug=slugify(key))
    for proposal in match.proposals:
        facts.suggest(
            connection,
            "alias",
            f"{key}:{proposal.party_id}",
            {"party_id": party_id, "same_as": proposal.party_id, "name": party.name},
            [proposal.reason],
            document_id,
        )
