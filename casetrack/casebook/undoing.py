"""Undo: each journal entry knows how to be written back. Undoing is itself an act, with its own entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from casetrack import words
from casetrack.accounts import Act, require
from casetrack.casebook.reviewing import Reviewing
from casetrack.casebook.ruling import apply_metadata
from casetrack.casebook.views import Done
from casetrack.errors import Conflict, NotFound
from casetrack.model import Viewer
from casetrack.store import Connection, cases, facts, journal, library, notes, parties, shelves
from casetrack.store import documents as documents_store

Inverse = Callable[[Connection, dict[str, Any]], None]


def _ruling(connection: Connection, entry: dict[str, Any]) -> None:
    """Put a fact and its review back as they were."""
    before, mark = entry["before"], entry["before"]["fingerprint"]
    document_id = int(entry["target"].split(":")[1])
    if before["review"] is None:
        facts.drop_review(connection, mark)
    else:
        facts.put_review(connection, before["review"])
    was = before["fact"]
    day = was["value"].get("date")
    facts.set_fact_status(connection, mark, **was, day=dt.date.fromisoformat(day) if day else None)
    for fact in facts.by_mark(connection, mark):
        if fact["kind"] == "metadata" and entry["act"] == "corrige":
            apply_metadata(connection, document_id, fact["subject"], was["value"]["value"])
    documents_store.touch(connection, [document_id])


def _added(connection: Connection, entry: dict[str, Any]) -> None:
    mark = entry["before"]["fingerprint"]
    facts.drop_review(connection, mark)
    facts.delete_fact(connection, mark)
    documents_store.touch(connection, [int(entry["target"].split(":")[1])])


def _link(connection: Connection, entry: dict[str, Any]) -> None:
    facts.unlink_events(connection, entry["target"].split(":")[1], entry["before"]["other"])
    documents_store.bump(connection)


def _attachment(connection: Connection, entry: dict[str, Any]) -> None:
    before = entry["before"]
    cases.remove_attachment(connection, before["case_id"], before["document_id"])
    if row := before["attachment"]:
        cases.attach(connection, row["case_id"], row["document_id"], row["status"], row["reason"])
    documents_store.touch(connection, [before["document_id"]])


def _visibility(connection: Connection, entry: dict[str, Any]) -> None:
    document_id = int(entry["target"].split(":")[1])
    row = documents_store.get_any(connection, document_id)
    details = {key: value for key, value in row["details"].items() if key != "visibility_by_person"}
    documents_store.update_document(connection, document_id, details=details, **entry["before"])


def _reference(connection: Connection, entry: dict[str, Any]) -> None:
    day = entry["before"]["reference_on"]
    document_id = int(entry["target"].split(":")[1])
    documents_store.update_document(connection, document_id, reference_on=dt.date.fromisoformat(day) if day else None)


def _deletion(connection: Connection, entry: dict[str, Any]) -> None:
    documents_store.update_document(connection, int(entry["target"].split(":")[1]), deleted_at=None)


def _opened(connection: Connection, entry: dict[str, Any]) -> None:
    case_id = int(entry["target"].split(":")[1])
    if cases.case_proceeding_rows(connection, case_id):
        raise Conflict("Cette affaire n'est plus vide : fusionnez-la plutôt avec une autre.")
    cases.delete_case(connection, case_id)
    documents_store.bump(connection)


def _changed(connection: Connection, entry: dict[str, Any]) -> None:
    cases.update_case(connection, int(entry["target"].split(":")[1]), **entry["before"])
    documents_store.bump(connection)


def _merged(connection: Connection, entry: dict[str, Any]) -> None:
    cases.unmerge(connection, entry["before"])
    documents_store.bump(connection)


def _split(connection: Connection, entry: dict[str, Any]) -> None:
    before = entry["before"]
    cases.move_back(connection, before["new"], before["from"], before["moved"])
    cases.redirect_case(connection, before["new"], before["from"])
    cases.delete_case(connection, before["new"])
    documents_store.touch(connection, before["moved"]["documents"])


def _renamed_party(connection: Connection, entry: dict[str, Any]) -> None:
    party_id = int(entry["target"].split(":")[1])
    parties.rename_party(connection, party_id, **entry["before"])
    documents_store.touch(connection, facts.documents_of_party(connection, party_id))


def _answered(connection: Connection, entry: dict[str, Any]) -> None:
    before, payload = entry["before"], entry["before"]["payload"]
    facts.settle_suggestion(connection, int(entry["target"].split(":")[1]), "open")
    if before["merged"]:
        parties.split_party(connection, before["merged"])
        documents_store.touch(connection, facts.documents_of_party(connection, before["merged"]["party"]["id"]))
    if before["kind"] == "attach":
        cases.remove_attachment(connection, payload["case_id"], payload["document_id"])
        documents_store.touch(connection, [payload["document_id"]])


def _dossier(connection: Connection, entry: dict[str, Any]) -> None:
    document_id = int(entry["target"].split(":")[1])
    shelves.put_back(connection, document_id, entry["before"]["made"])
    row = documents_store.get_any(connection, document_id)
    library.stamp_decisions(connection, [row["decision_id"]] if row["decision_id"] else [])


def _noted(connection: Connection, entry: dict[str, Any]) -> None:
    notes.remove_note(connection, _kept(entry)["note"])


def _unnoted(connection: Connection, entry: dict[str, Any]) -> None:
    notes.add_note(connection, **_kept(entry))


def _kept(entry: dict[str, Any]) -> dict[str, Any]:
    """What was before; nothing is left of it once its document is erased."""
    if entry["before"] is None:
        raise Conflict("Le document de cette note a été effacé.")
    return dict(entry["before"])


INVERSES: dict[str, Inverse] = {
    "confirme": _ruling,
    "ecarte": _ruling,
    "corrige": _ruling,
    "ajoute": _added,
    "lien": _link,
    "rattachement": _attachment,
    "visibilite": _visibility,
    "reference": _reference,
    "suppression": _deletion,
    "dossier": _dossier,
    "affaire": _opened,
    "affaire-modifiee": _changed,
    "fusion": _merged,
    "scission": _split,
    "partie": _renamed_party,
    "decide": _answered,
    "note": _noted,
    "note-retiree": _unnoted,
}


TARGETS = {
    "suggestion": "une question",
    "party": "une partie",
    "event": "des événements",
    "fact": "un fait",
    "account": "un compte",
}
"""Kind of target without a page of its own -> how the journal names it."""


def _said(row: dict[str, Any]) -> str:
    """An act in words; a document is put in a case or taken out of it by the same act."""
    if row["act"] == "rattachement":
        return "document détaché" if (row["after"] or {}).get("status") == "ecarte" else "document rattaché"
    return words.ACTS.get(row["act"], row["act"])


class Undoing(Reviewing):
    """Undo and the journal."""

    def undo(self, journal_id: int, *, viewer: Viewer) -> Done:
        """Write the inverse of an act: one's own, or anybody's for an editor. Raises `Conflict` when it was undone."""
        require(viewer, Act.UNDO_OWN)
        with self.store.write() as connection:
            entry = journal.get_entry(connection, journal_id)
            if entry is None or entry["act"] not in INVERSES:
                raise NotFound("action à annuler")
            if entry["undone_by"]:
                raise Conflict("Cette action est déjà annulée.")
            if entry["user_id"] != viewer.user_id:
                require(viewer, Act.UNDO_ANY)
            INVERSES[entry["act"]](connection, entry)
            by = journal.record(connection, viewer, "annulation", entry["target"], {"undone": journal_id}, None)
            journal.mark_undone(connection, journal_id, by)
        if entry["act"] == "reference":
            self.pipeline.read(int(entry["target"].split(":")[1]))
        self.update_index()
        return Done(said="C'est annulé.", journal_id=by)

    def journal(self, *, viewer: Viewer, target: str = "", limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
        """Who did what, latest first. Members only."""
        require(viewer, Act.REVIEW)
        with self.store.read() as connection:
            found = journal.entries(connection, target=target, limit=limit, offset=offset)
            return [
                row
                | self._target(connection, row["target"], viewer)
                | {"is_undoable": row["act"] in INVERSES, "said": _said(row)}
                | {"about": self._about(connection, row, viewer)}
                for row in found
            ]

    def _about(self, connection: Connection, row: dict[str, Any], viewer: Viewer) -> str:
        """What exactly an act changed, when its target does not say it: the document put in a case, the value ruled."""
        before = row["before"] or {}
        if row["act"] == "rattachement":
            return self._target(connection, f"document:{before.get('document_id')}", viewer)["target_title"]
        value = (before.get("fact") or {}).get("value") or {}
        day = dt.date.fromisoformat(value["date"]) if value.get("date") else None
        known = next((str(value[key]) for key in ("name", "text", "value", "type") if value.get(key)), "")
        return ", ".join(filter(None, (known, words.day_words(day) if day else "")))

    def _target(self, connection: Connection, target: str, viewer: Viewer) -> dict[str, str]:
        """What an act was about, as people name it, and where that is; no address when it is gone."""
        kind, _, key = target.partition(":")
        if kind == "document" and key.isdigit():
            document = documents_store.find_document(connection, int(key), viewer)
            title = (document["title"] or f"document {key}") if document else f"document {key}, supprimé"
            return {"target_title": title, "target_path": f"/documents/{key}" if document else ""}
        if kind == "case" and key.isdigit():
            case = cases.get_case(connection, int(key))
            title = case["title"] if case else "affaire disparue"
            return {"target_title": title, "target_path": f"/affaires/{case['slug']}" if case else ""}
        return {"target_title": TARGETS.get(kind, kind), "target_path": ""}
