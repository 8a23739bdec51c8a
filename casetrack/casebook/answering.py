"""« Signaler, rectifier, répondre »: anybody asks, an editor answers, the answer is shown and can be withdrawn.
And erasure: the one act after which nothing is left of a document."""

from __future__ import annotations

import uuid
from typing import Any

from casetrack.accounts import Act, require
from casetrack.casebook.publishing import Publishing
from casetrack.casebook.views import Done
from casetrack.errors import NotFound, Refused
from casetrack.model import Viewer
from casetrack.store import Connection, care, cases, facts, journal, publications
from casetrack.store import documents as documents_store

GENRES = {
    "signaler": "Signaler une erreur",
    "rectifier": "Demander une rectification",
    "repondre": "Exercer un droit de réponse",
    "retirer": "Demander un retrait ou l'occultation d'un nom",
}
MESSAGE_MOST = 4_000
OPEN_MOST = 500
"""Requests that wait; beyond, the form says to write to the contact."""


class Answering(Publishing):
    """Requests, replies, erasure."""

    def ask(self, target: str, genre: str, message: str, contact: str, *, viewer: Viewer) -> Done:
        """Put a request in « À vérifier ». ``target``: ``document:12`` or ``case:slug``, something the viewer sees."""
        if genre not in GENRES:
            raise Refused("Choisissez ce que vous demandez.")
        message = message.strip()[:MESSAGE_MOST]
        if len(message) < 10:
            raise Refused("Dites en quelques mots ce qui doit être corrigé, et pourquoi.")
        title, document_id = self.asked_about(target, viewer=viewer)
        with self.store.write() as connection:
            if facts.count_open_suggestions(connection) >= OPEN_MOST:
                raise Refused("Trop de demandes attendent déjà : écrivez au contact des mentions légales.")
            payload = {"target": target, "genre": genre, "question": f"{GENRES[genre]} : {title}"}
            reasons = [message, *([f"Contact : {contact.strip()[:200]}"] if contact.strip() else [])]
            facts.suggest(connection, "request", uuid.uuid4().hex, payload, reasons, document_id)
        return Done(said="Votre demande est transmise à l'équipe du site, qui la lira. Elle n'est pas publiée.")

    def asked_about(self, target: str, *, viewer: Viewer) -> tuple[str, int | None]:
        """(title, document id) of what a request is about. Raises `NotFound` for what this viewer may not see."""
        kind, _, name = target.partition(":")
        if kind == "case":
            return self.case(name, viewer=viewer).ref.title, None
        if kind != "document" or not name.isdigit():
            raise NotFound("la page dont vous parlez")
        return self.document(int(name), viewer=viewer).ref.title, int(name)

    def reply(self, suggestion_id: int, body: str, *, viewer: Viewer) -> Done:
        """Publish an answer on the page the request is about; the request is settled."""
        require(viewer, Act.PUBLISH)
        if not body.strip():
            raise Refused("La réponse est vide.")
        with self.store.write() as connection:
            row = facts.get_suggestion(connection, suggestion_id)
            if row is None or row["kind"] != "request":
                raise NotFound("demande")
            target = _stable(connection, row["payload"]["target"])
            reply_id = publications.add_reply(connection, target, body.strip()[:MESSAGE_MOST], suggestion_id)
            facts.settle_suggestion(connection, suggestion_id, "accepted")
            documents_store.bump(connection)
            entry = journal.record(connection, viewer, "reponse", target, {"reply": reply_id}, None)
        return Done(said="Réponse publiée sur la page concernée.", journal_id=entry, id=reply_id)

    def withdraw_reply(self, reply_id: int, *, viewer: Viewer) -> Done:
        """Take an answer back."""
        require(viewer, Act.PUBLISH)
        with self.store.write() as connection:
            row = publications.get_reply(connection, reply_id)
            if row is None:
                raise NotFound("réponse")
            publications.set_withdrawn(connection, reply_id, True)
            documents_store.bump(connection)
            entry = journal.record(connection, viewer, "reponse-retiree", row["target"], {"reply": reply_id}, None)
        return Done(said="Réponse retirée.", journal_id=entry)

    def replies(self, target: str) -> list[dict[str, Any]]:
        """The answers shown on a page."""
        with self.store.read() as connection:
            return publications.list_replies(connection, target)

    # ---------------------------------------------------------------------------------- erasure

    def erased_with(self, document_id: int, *, viewer: Viewer) -> tuple[Any, ...]:
        """The documents that go together: this one, what is inside it, and what it came in."""
        require(viewer, Act.ERASE)
        with self.store.read() as connection:
            rows = care.family(connection, self._row(connection, document_id, viewer))
            return self.refs(connection, rows, viewer)

    def erase_document(self, document_id: int, why: str, *, viewer: Viewer) -> Done:
        """Erase a document from everything this home holds; tombstones stay, without content. Cannot be undone.

        The mail or archive it came in holds its bytes, so it goes too, as does what is inside it.
        """
        require(viewer, Act.ERASE)
        with self.store.write() as connection:
            family = care.family(connection, self._row(connection, document_id, viewer))
            for row in family:
                care.erase(connection, row["sha256"], why.strip()[:200])
                journal.record(connection, viewer, "effacement", f"document:{row['id']}")
        for row in family:
            self.pipeline.originals.erase(row["sha256"])
        self.purge()
        count = len(family)
        return Done(said="Effacé partout, sans retour." if count == 1 else f"Effacés partout, sans retour : {count}.")


def _stable(connection: Connection, target: str) -> str:
    """A case's address may change: its number does not."""
    kind, _, name = target.partition(":")
    row = cases.find_case(connection, name) if kind == "case" else None
    return f"case:{row['id']}" if row else target
