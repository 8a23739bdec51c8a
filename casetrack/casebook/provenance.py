"""« Comment le sait-on ? »: a fact by its permanent mark, with who confirmed it, when, and all that happened to it.

A mark is the fingerprint of a fact. An entry of a timeline is found by that of any of its sources, so that an address
once cited leads to it still when sources are added, joined or parted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from casetrack import words
from casetrack.casebook.base import case_ref, fact_view
from casetrack.casebook.searching import Searching
from casetrack.casebook.views import CaseRef, DocumentRef, FactView
from casetrack.errors import CasetrackError, Gone, NotFound, Replaced
from casetrack.model import TimelineEntry, Viewer
from casetrack.store import Connection, cases, facts, journal, users
from casetrack.store import documents as documents_store
from casetrack.store import marks as marks_store

_VERDICTS = {"confirme": "confirmé", "ecarte": "écarté", "corrige": "corrigé", "ajoute": "ajouté"}
_UNSAID = frozenset({"sentence", "party_id", "party_key", "proceeding_id", "deduced"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One moment of a fact's life: « proposé », « confirmé », « corrigé »…; ``changes``: (field, before, after)."""

    said: str
    at: str
    who: str
    """The name for members; the role for visitors; empty for the program."""
    title: str
    """Of the document of the fact."""
    changes: tuple[tuple[str, str, str], ...] = ()
    undone_at: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """What a person last ruled of a fact."""

    said: str
    at: str
    who: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFact:
    """A fact, the entry of the timeline that tells it (events only), its document, its cases, its life."""

    mark: str
    fact: FactView
    entry: TimelineEntry | None
    day: dt.date | None
    document: DocumentRef
    cases: tuple[CaseRef, ...]
    steps: tuple[Step, ...]


class Provenance(Searching):
    """Facts by their marks."""

    def fact(self, mark: str, *, viewer: Viewer) -> KnownFact:
        """A fact this viewer may know. Raises `NotFound`, for what is not there and what this viewer may not know.

        Raises `Replaced` or `Gone` for a fact that a new reading of its document no longer gives.
        """
        story = self.story(viewer)
        entry = next((e for e in story.entries if any(source.fingerprint == mark for source in e.sources)), None)
        with self.store.read() as connection:
            found = self.facts_for(connection, viewer, fingerprint=mark, with_set_aside=viewer.is_member)
            if not found:
                raise self._missing(connection, mark, viewer)
            row = found[0]
            document = documents_store.find_documents(connection, [row["document_id"]], viewer)
            (ref,) = self.refs(connection, list(document.values()), viewer)
            own = cases.case_ids_by_document(connection, [ref.id]).get(ref.id, set())
            case_ids = sorted(entry.case_ids if entry else own)
            marks = {source.fingerprint: source.document_id for source in entry.sources} if entry else {mark: ref.id}
            titles = {source.document_id: source.title for source in entry.sources} if entry else {ref.id: ref.title}
            return KnownFact(
                mark=entry.key if entry else mark,
                fact=fact_view(row, viewer),
                entry=entry,
                day=entry.date if entry else row["day"] or ref.day,
                document=ref,
                cases=tuple(case_ref(story.case_rows[key]) for key in case_ids if key in story.case_rows),
                steps=self._steps(connection, marks, titles, viewer),
            )

    def _missing(self, connection: Connection, mark: str, viewer: Viewer) -> CasetrackError:
        """What became of a mark that no fact bears."""
        document_id, after = marks_store.find(connection, mark) or (0, "")
        row = documents_store.find_document(connection, document_id, viewer) if document_id else None
        if row is None:
            return NotFound("ce fait : il a été écarté, ou son document n'est plus là")
        if after:
            return Replaced(after)
        (ref,) = self.refs(connection, [row], viewer)
        return Gone(
            ref.title, f"Ce fait n’est plus lu dans «\u00a0{ref.title}\u00a0» depuis que ce document a été relu."
        )

    def rulings(self, entries: Collection[TimelineEntry], *, viewer: Viewer) -> dict[str, Ruling]:
        """By mark, who last ruled on the facts of these entries."""
        marks = [source.fingerprint for entry in entries for source in entry.sources]
        with self.store.read() as connection:
            rows = facts.reviews_of(connection, marks)
            roles = _roles(connection, rows)
        return {
            row["fingerprint"]: Ruling(said=_VERDICTS[row["verdict"]], at=row["at"], who=_who(row, roles, viewer))
            for row in rows
        }

    def _steps(
        self, connection: Connection, marks: Mapping[str, int], titles: Mapping[int, str], viewer: Viewer
    ) -> tuple[Step, ...]:
        """From the reading that proposed it to the last ruling, oldest first."""
        acts = journal.of_facts(connection, marks)
        roles = _roles(connection, acts)
        read_at = documents_store.read_moments(connection, set(marks.values()))
        added = {row["before"]["fingerprint"] for row in acts if row["act"] == "ajoute"}
        made = [
            Step(said="proposé par la lecture du texte", at=read_at[key], who="", title=titles[key])
            for mark, key in marks.items()
            if mark not in added and key in read_at
        ]
        for row in acts:
            mark = row["before"].get("fingerprint") or row["target"].removeprefix("event:")
            key = marks.get(mark) or marks.get(row["before"].get("other", ""))
            made.append(
                Step(
                    said=_said(row),
                    at=row["at"],
                    who=_who(row, roles, viewer),
                    title=titles.get(key or 0, ""),
                    changes=_changes(row) if viewer.is_member else (),
                    undone_at=row["undone_at"] or "",
                )
            )
        return tuple(sorted(dict.fromkeys(made), key=lambda step: step.at))


def _said(row: Mapping[str, Any]) -> str:
    if row["act"] == "lien":
        return "réuni à une autre source" if row["after"]["same"] else "séparé d'une autre source"
    return _VERDICTS[row["act"]]


def _roles(connection: Connection, rows: Collection[Mapping[str, Any]]) -> dict[int, str]:
    return users.roles_of(connection, {row["user_id"] for row in rows if row["user_id"]})


def _who(row: Mapping[str, Any], roles: Mapping[int, str], viewer: Viewer) -> str:
    """The name for members, the role for visitors (DECISIONS: section 2)."""
    if viewer.is_member:
        return str(row["user_name"])
    role = roles.get(row["user_id"] or 0)
    return f"un {words.USER_ROLES[role]}" if role else "l'équipe du site"


def _changes(row: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """What a correction changed."""
    if row["act"] != "corrige" or not row["after"]:
        return ()
    before = (row["before"].get("fact") or {}).get("value") or {}
    return tuple(
        (words.FIELDS.get(name, name), str(before.get(name) or ""), str(value or ""))
        for name, value in row["after"].items()
        if name not in _UNSAID and (before.get(name) or "") != (value or "")
    )
