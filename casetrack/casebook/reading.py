"""Reads of documents, decisions, law articles, and what the library holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from casetrack import words
from casetrack.casebook import citator
from casetrack.casebook.affairs import Affairs
from casetrack.casebook.base import SYSTEM, case_ref, fact_view
from casetrack.casebook.forms import address_of
from casetrack.casebook.legal_persons import Moved
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import (
    ArticleView,
    CitationView,
    CitedBy,
    CoverageRow,
    DocumentRef,
    DocumentView,
    ZoneView,
)
from casetrack.codes import CODES
from casetrack.errors import NotFound
from casetrack.extract.output import from_json
from casetrack.ingest.facts import sentence_around
from casetrack.model import CitationFinding, Findings, Viewer, Zone
from casetrack.search import parse
from casetrack.store import Connection, cases, journal, publications
from casetrack.store import documents as documents_store
from casetrack.store.documents import StoredText
from casetrack.store.publications import is_open

CITED_SHOWN = 50


class Reading(Affairs):
    """Documents."""

    def document(self, document_id: int, *, viewer: Viewer) -> DocumentView:
        """One document as this viewer may read it. Raises `NotFound`."""
        with self.store.read() as connection:
            row = documents_store.find_document(connection, document_id, viewer)
            if row is None:
                raise NotFound(f"document {document_id}")
            shown = shown_texts(connection, [row], viewer).get(row["id"])
            is_whole = viewer.is_member or is_open(row)
            stored = documents_store.load_text(connection, row["text_id"]) if row["text_id"] and is_whole else None
            findings = shown.findings if shown else None
            (ref,) = self.refs(connection, [row], viewer)
            source = documents_store.get_source(connection, row["sha256"]) or {}
            found = self.facts_for(connection, viewer, document_ids=[row["id"]], with_set_aside=viewer.is_member)
            visible_cases = cases.visible_case_ids(connection, viewer)
            of_document = cases.case_ids_by_document(connection, [row["id"]]).get(row["id"], set())
            case_rows = [case for case in cases.all_cases(connection) if case["id"] in of_document & visible_cases]
            copies = documents_store.copies(connection, row["decision_id"], viewer) if row["decision_id"] else []
            parent = documents_store.find_document(connection, row["parent_id"], viewer) if row["parent_id"] else None
            inside = documents_store.children(connection, row["id"], viewer)
            keys = self._keys(connection, row)
            cited = documents_store.citing(connection, keys, viewer, limit=CITED_SHOWN) if keys else []
            times = documents_store.count_citing(connection, keys, viewer) if keys else 0
            return DocumentView(
                ref=ref,
                text=shown.text if shown else None,
                pages=shown.pages if shown else (0,),
                zones=_zones(shown.zones) if shown else (),
                facts=tuple(fact_view(fact, viewer) for fact in found),
                citations=self._citations(connection, shown.citations, viewer) if shown else (),
                cases=tuple(case_ref(self.case_row_for(case, viewer)) for case in case_rows),
                copies=self.refs(connection, [copy for copy in copies if copy["id"] != row["id"]], viewer),
                parent=self.refs(connection, [parent], viewer)[0] if parent else None,
                children=self.refs(connection, inside, viewer),
                sha256=row["sha256"] if is_whole else "",
                size=source.get("size", 0) if is_whole else 0,
                name=source.get("name", "") if viewer.is_member else "",
                received_at=source.get("received_at", "") if is_whole else "",
                arrivals=tuple(documents_store.list_arrivals(connection, row["sha256"])) if viewer.is_member else (),
                declared=_declared(stored, viewer),
                notices=tuple(row["notices"]) if is_whole else (),
                versions=tuple(documents_store.list_texts(connection, row["id"])) if viewer.is_member else (),
                extractor=f"{stored.extractor} {stored.extractor_version}" if stored else "",
                archive=row["archive"],
                updated_on=row["updated_on"],
                reference_on=row["reference_on"] or _reference(findings),
                reference_reason=findings.reference_date.reason if findings and findings.reference_date else "",
                cited_by=self._cited_by(connection, cited, viewer, row),
                cited_count=times,
                history=tuple(journal.entries(connection, target=f"document:{row['id']}")) if viewer.is_member else (),
                authority=_authority(row, findings, times) if row["kind"] == "decision" else "",
                differences=tuple(row["details"].get("differences", ())) if is_whole else (),
                has_original=is_whole and self.pipeline.originals.has(row["sha256"]),
                published_by_editor_at=shown.published.at if shown and shown.published else "",
                replies=tuple(publications.list_replies(connection, f"document:{row['id']}")),
            )

    def _keys(self, connection: Connection, row: dict[str, Any]) -> list[str]:
        """Every key under which others may cite this decision."""
        decision = cases.get_decision(connection, row["decision_id"]) if row["decision_id"] else None
        return decision_keys(decision) if decision else []

    def _citations(
        self, connection: Connection, cited: Iterable[CitationFinding], viewer: Viewer
    ) -> tuple[CitationView, ...]:
        targets: dict[str, tuple[DocumentRef, ...]] = {}
        made = []
        for item in cited:
            if item.kind in ("decision", "docket") and item.key and item.key not in targets:
                targets[item.key] = self._targets(connection, item.key, viewer)
            held = targets.get(item.key, ()) if item.kind in ("decision", "docket") else ()
            made.append(
                CitationView(
                    start=item.start,
                    end=item.end,
                    text=item.text,
                    kind=item.kind,
                    key=item.key,
                    quoted=item.quoted,
                    target=held[0] if len(held) == 1 else None,
                    homonyms=held if len(held) > 1 else (),
                )
            )
        return tuple(made)

    def _targets(self, connection: Connection, key: str, viewer: Viewer) -> tuple[DocumentRef, ...]:
        """One document for each decision here that a key may mean."""
        parts = key.split("/")
        try:
            day = dt.date.fromisoformat(parts[1]) if len(parts) == 3 else None
        except ValueError:
            return ()  # a law's key, not a decision's
        found = cases.find_decisions(connection, docket=parts[-1], court_code=parts[0], decided_on=day)
        return self._first_copies(connection, found, viewer)

    def target_of(self, key: str, *, viewer: Viewer = SYSTEM) -> str | None:
        """The address of the one decision here that a key means; None when it is not held or has homonyms."""
        with self.store.read() as connection:
            found = self._targets(connection, key, viewer) if "/" in key else ()
        return address_of(found[0]) if len(found) == 1 else None

    def _first_copies(
        self, connection: Connection, found: list[dict[str, Any]], viewer: Viewer
    ) -> tuple[DocumentRef, ...]:
        chosen = []
        for decision in found:
            copies = documents_store.copies(connection, decision["id"], viewer)
            if copies:
                chosen.append(copies[0])
        return self.refs(connection, chosen, viewer)

    def _cited_by(
        self, connection: Connection, found: list[dict[str, Any]], viewer: Viewer, cited: dict[str, Any] | None = None
    ) -> tuple[CitedBy, ...]:
        """Citing places with their sentence; ``cited``: the row of the decision cited, to say what became of it."""
        ids = list(dict.fromkeys(row["document_id"] for row in found))
        rows = documents_store.find_documents(connection, ids, viewer)
        refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
        shown_by_id = shown_texts(connection, list(rows.values()), viewer)
        texts = documents_store.load_texts(
            connection, [key for key, item in shown_by_id.items() if item.published is None]
        )
        treated = self._treatments(connection, texts, cited) if cited else {}
        made = []
        for row in found:
            treatment = treated.get(row["document_id"])
            ref = refs[row["document_id"]]
            shown = shown_by_id.get(row["document_id"])
            start, end = shown.passage(row["start"], row["end"]) if shown else (0, 0)
            text = shown.text if shown and end else ""
            made.append(
                CitedBy(
                    document=ref,
                    zone=row["zone"],
                    point=row["point"],
                    sentence=sentence_around(text, start, end) if text else "",
                    start=start,
                    end=end,
                    treatment=treatment.said if treatment and text else "",
                    treatment_start=treatment.start if treatment and text else 0,
                    treatment_end=treatment.end if treatment and text else 0,
                )
            )
        return tuple(made)

    def _treatments(
        self, connection: Connection, texts: dict[int, StoredText], cited: dict[str, Any]
    ) -> dict[int, citator.Treatment]:
        """What each citing document did to a decision, where it did something."""
        dockets = documents_store.dockets_of(connection, [cited["decision_id"]]).get(cited["decision_id"], ())
        found = {
            document_id: citator.treatment(
                from_json(stored.findings_json, only=citator.NEEDED),
                stored.text,
                cited["court_code"],
                dockets,
                cited["decided_on"],
            )
            for document_id, stored in texts.items()
            if stored.findings_json
        }
        return {document_id: item for document_id, item in found.items() if item}

    # -------------------------------------------------------------------- addresses of their own

    def decision_document(self, court: str, day: dt.date, docket: str, *, viewer: Viewer) -> int:
        """The document to show for a decision's address. Raises `Moved` to the first docket, `NotFound`."""
        code = court.upper()
        with self.store.read() as connection:
            found = cases.find_decisions(connection, docket=docket.upper(), court_code=code, decided_on=day)
            for row in found:
                copies = documents_store.copies(connection, row["id"], viewer)
                if not copies:
                    continue
                first = row["key"].rsplit("/", 1)[1]
                if first != docket.upper():
                    raise Moved(f"{court.lower()}/{day.isoformat()}/{first}")
                return int(copies[0]["id"])
        raise NotFound(f"décision n°\u00a0{docket} du {words.day_words(day)}")

    def article(self, key: str, *, viewer: Viewer) -> ArticleView:
        """A law article and what applies it here."""
        with self.store.read() as connection:
            found = documents_store.citing(connection, [key], viewer, limit=2000)
            total = documents_store.count_citing(connection, [key], viewer)
            firsts = list({row["document_id"]: row for row in reversed(found)}.values())[::-1]
            citing = self._cited_by(connection, firsts[:CITED_SHOWN], viewer)
        tree = parse(f"article:{key}", dt.date.today()).tree
        counted = self.index.search(tree, is_member=viewer.is_member, limit=0, facets=("year", "outcome")).facets
        return ArticleView(
            key=key,
            label=article_label(key),
            total=total,
            citing=citing,
            by_year=tuple(sorted(((item.value, item.count) for item in counted["year"] if item.value), reverse=True)),
            by_outcome=tuple((item.value, item.count) for item in counted["outcome"] if item.value),
        )

    def original(self, sha256: str, *, viewer: Viewer) -> tuple[Path | BytesIO, str]:
        """The original bytes, in their file or in memory, and their name. Raises `NotFound` when this viewer may not
        have them: visitors get those of official decisions and notices only, never of what a person published."""
        with self.store.read() as connection:
            row = documents_store.find_by_sha256(connection, sha256)
            seen = documents_store.find_document(connection, row["id"], viewer) if row else None
            source = documents_store.get_source(connection, sha256)
        may_have = seen is not None and (viewer.is_member or is_open(seen))
        if not may_have or source is None:
            raise NotFound("original de ce document")
        found = self.pipeline.originals.open(sha256)
        return (BytesIO(found) if isinstance(found, bytes) else found), source["name"]

    def coverage(self, *, viewer: Viewer) -> tuple[CoverageRow, ...]:
        """What is held, per archive, court and year: « absent d'ici » is not « n'existe pas »."""
        with self.store.read() as connection:
            found = documents_store.count_by(connection, viewer)
        return tuple(
            CoverageRow(
                shelf=row["shelf"],
                archive=row["archive"],
                court_code=row["court_code"],
                court=words.court_short(row["court_code"]) if row["court_code"] else "Juridiction non lue",
                year=row["year"] or "",
                count=row["count"],
                updated_on=row["updated_on"] or "",
                archive_name=words.ARCHIVES.get(row["archive"], ("Ajoutés à la main", ""))[0],
                licence=words.ARCHIVES.get(row["archive"], ("", ""))[1],
                since=row["since"],
                latest=row["latest"],
            )
            for row in found
        )

    def documents(
        self, *, viewer: Viewer, state: str = "", limit: int = 100, offset: int = 0, shelf: str = ""
    ) -> tuple[DocumentRef, ...]:
        """Latest documents; ``state='failed'`` lists those to try again."""
        with self.store.read() as connection:
            found = documents_store.list_documents(
                connection, viewer, state=state, limit=limit, offset=offset, shelf=shelf
            )
            return self.refs(connection, found, viewer)


def decision_keys(decision: dict[str, Any]) -> list[str]:
    """``CE/2021-03-12/450163`` and ``CE/450163`` for each docket."""
    court, day = decision["court_code"], decision["decided_on"].isoformat()
    return [form for docket in decision["dockets"] for form in (f"{court}/{day}/{docket}", f"{court}/{docket}")]


def code_label(slug: str) -> str:
    """``cja`` -> « code de justice administrative »; a code without a name here is said as its key."""
    return CODES[slug][0] if slug in CODES else slug.replace("-", " ")


def article_label(key: str) -> str:
    """``cja/l-521-2`` -> « L. 521-2 du code de justice administrative »."""
    code, _, article = key.partition("/")
    letter, _, rest = article.partition("-")
    number = f"{letter.upper()}.\u00a0{rest}" if letter in {"l", "r", "d", "a"} and rest else article
    return f"{number} ({code_label(code)})"


def _zones(zones: Iterable[Zone]) -> tuple[ZoneView, ...]:
    return tuple(ZoneView(zone=z.zone.value, number=z.number, start=z.start, end=z.end) for z in zones)


def _authority(row: dict[str, Any], findings: Findings | None, times: int) -> str:
    """``times``: as often as the page lists, so that it never says two counts."""
    formation = findings.formation.value if findings and findings.formation else ""
    return citator.authority_line(row["court_code"], formation, row["publication_level"], times)


def _reference(findings: Findings | None) -> dt.date | None:
    """The day relative dates count from; None when there is none, or only an interval was deduced."""
    said = findings.reference_date.value if findings and findings.reference_date else ""
    return dt.date.fromisoformat(said) if said and "/" not in said else None


HIDDEN_FIELDS = frozenset({"magistrate", "mail_from", "mail_to"})


def _declared(stored: StoredText | None, viewer: Viewer) -> tuple[dict[str, str], ...]:
    """What the file said of itself; names of judges only stand in the text (art. L. 10 CJA)."""
    if stored is None:
        return ()
    return tuple(
        {"field": item.field, "value": item.value, "origin": item.origin}
        for item in stored.declared
        if item.field not in HIDDEN_FIELDS or (viewer.is_member and item.field != "magistrate")
    )
