"""What people rule about facts and events: confirmed, set aside, corrected, added, joined, separated."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casetrack import resolve
from casetrack.accounts import Act, require
from casetrack.casebook.adding import Adding
from casetrack.casebook.checking import checked
from casetrack.casebook.views import Done
from casetrack.errors import Conflict, NotFound, Refused
from casetrack.extract.output import from_json
from casetrack.ingest.indexing import masked
from casetrack.model import FactStatus, PartyType, Viewer, slugify
from casetrack.store import Connection, facts, journal, parties
from casetrack.store import documents as documents_store


class Ruling(Adding):
    """Facts and events."""

    def confirm(self, fact_id: int, *, viewer: Viewer) -> Done:
        """This is what the text says."""
        return self._rule(fact_id, "confirme", None, viewer, "Fait confirmé.")

    def set_aside(self, fact_id: int, *, viewer: Viewer) -> Done:
        """This is not what the text says."""
        return self._rule(fact_id, "ecarte", None, viewer, "Fait écarté.")

    def correct(self, fact_id: int, value: dict[str, Any], *, viewer: Viewer) -> Done:
        """Replace part of the value; the correction survives every re-reading. Dates are ISO days.

        Raises `WrongFields`, before anything changes.
        """
        return self._rule(fact_id, "corrige", value, viewer, "Fait corrigé.")

    def _rule(self, fact_id: int, verdict: str, changes: dict[str, Any] | None, viewer: Viewer, said: str) -> Done:
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            fact = facts.get_fact(connection, fact_id)
            if fact is None:
                raise NotFound("ce fait : le document a peut-être été relu, rechargez la page")
            before = facts.get_review(connection, fact["fingerprint"])
            value = None
            if changes is not None:
                value = checked(fact["kind"], fact["subject"], fact["value"], changes) | _named(
                    connection, fact, changes
                )
            facts.save_review(connection, fact, verdict, value, viewer)
            if fact["kind"] == "metadata" and value is not None:
                apply_metadata(connection, fact["document_id"], fact["subject"], value["value"])
            documents_store.touch(connection, [fact["document_id"]])
            was = {
                "review": before,
                "fact": {name: fact[name] for name in ("value", "status", "by_person", "party_id")},
            }
            entry = journal.record(
                connection,
                viewer,
                verdict,
                f"document:{fact['document_id']}",
                was | {"fingerprint": fact["fingerprint"]},
                value,
            )
        return Done(said=said, journal_id=entry, id=fact_id)

    def add_fact(
        self,
        document_id: int,
        *,
        kind: str,
        subject: str,
        value: dict[str, Any],
        start: int,
        end: int,
        viewer: Viewer,
    ) -> Done:
        """A fact the machine missed, with the passage that proves it.

        Raises `WrongFields`, and `Refused` without a passage.
        """
        require(viewer, Act.REVIEW)
        value = checked(kind, subject, {}, value)
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            stored = documents_store.load_text(connection, row["text_id"]) if row["text_id"] else None
            if stored is None or not 0 <= start < end <= len(stored.text):
                raise Refused("Choisissez le passage du texte qui prouve ce fait.")
            withheld = from_json(stored.findings_json, only=frozenset({"withheld"})).withheld
            quote, before, after = facts.context_of(masked(stored.text, withheld), start, end)
            mark = facts.fingerprint(row["sha256"], kind, subject, quote, rank=1000)
            fact = {
                "document_id": document_id,
                "text_id": stored.id,
                "kind": kind,
                "subject": subject,
                "fingerprint": mark,
                "value": value,
                "status": FactStatus.CONFIRMED.value,
                "by_person": True,
                "reason": f"Ajouté par {viewer.name}",
                "start": start,
                "end": end,
                "page": stored.page_of(start),
                "quote": quote,
                "before": before,
                "after": after,
                "is_on_old_text": False,
                "day": dt.date.fromisoformat(value["date"]) if value.get("date") else None,
                "party_id": value.get("party_id"),
                "proceeding_id": value.get("proceeding_id"),
            }
            if facts.get_review(connection, mark):
                raise Conflict("Ce fait est déjà noté à cet endroit.")
            fact_id = facts.insert_fact(connection, fact)
            facts.save_review(connection, fact, "ajoute", value, viewer)
            documents_store.touch(connection, [document_id])
            entry = journal.record(
                connection, viewer, "ajoute", f"document:{document_id}", {"fingerprint": mark}, value
            )
        return Done(said="Fait ajouté.", journal_id=entry, id=fact_id)

    def split_event(self, first: str, second: str, *, viewer: Viewer) -> Done:
        """Two facts told as one event are two. Arguments are fingerprints."""
        return self._link(first, second, False, viewer, "Les deux sources sont séparées.")

    def join_event(self, first: str, second: str, *, viewer: Viewer) -> Done:
        """Two facts tell one event."""
        return self._link(first, second, True, viewer, "Les deux sources sont réunies.")

    def _link(self, first: str, second: str, is_same: bool, viewer: Viewer, said: str) -> Done:
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            facts.link_events(connection, first, second, is_same)
            documents_store.bump(connection)
            entry = journal.record(connection, viewer, "lien", f"event:{first}", {"other": second}, {"same": is_same})
        return Done(said=said, journal_id=entry)


def apply_metadata(connection: Connection, document_id: int, name: str, value: str) -> None:
    """What people say of the whole document is what its lists and its page say."""
    columns = {"publication_date": "published_on", "decision_date": "decided_on"}
    if name in columns:
        documents_store.update_document(connection, document_id, **{columns[name]: dt.date.fromisoformat(value)})
    elif name in ("title", "publisher", "kind", "basis"):
        documents_store.update_document(connection, document_id, **{name: value})


def _named(connection: Connection, fact: dict[str, Any], changes: dict[str, Any]) -> dict[str, str]:
    """The legal person that a corrected name designates, one already known or a new one, by its comparable key.

    Its key is kept, not its number: parties are merged later, and every form of a name follows.
    """
    was, name = fact["value"], changes.get("name")
    if fact["kind"] != "participation" or not name or name == was.get("name"):
        return {}
    kind = PartyType(was.get("type") or PartyType.OTHER)
    if kind is PartyType.NATURAL:
        return {}
    key = resolve.party_key(name)
    if parties.find_party_by_key(connection, key) is None:
        parties.create_party(connection, slug=slugify(key), name=name, type=kind, key=key)
    return {"party_key": key}
