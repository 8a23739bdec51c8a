"""« À vérifier »: one queue for everything a person should decide, each with its reasons and its passage."""

from __future__ import annotations

from collections import Counter
from typing import Any

from casetrack import words
from casetrack.accounts import Act, require
from casetrack.casebook.arranging import Arranging
from casetrack.casebook.base import fact_view
from casetrack.casebook.views import DocumentRef, Done, ReviewChoice, ReviewItem, ReviewQueue
from casetrack.errors import Conflict, NotFound
from casetrack.model import FactStatus, Shelf, TimelineEntry, Viewer
from casetrack.store import Connection, cases, facts, journal, parties
from casetrack.store import documents as documents_store

ASKED_KINDS = ("event", "participation")
"""Machine proposals worth a person's time one by one: what timelines and party pages are made of."""


class Reviewing(Arranging):
    """The queue and its decisions."""

    def review_queue(
        self, *, viewer: Viewer, kind: str = "", case: str = "", limit: int = 50, offset: int = 0
    ) -> ReviewQueue:
        """Questions first, then conflicts, then proposals read outside official decisions. Members only."""
        require(viewer, Act.REVIEW)
        with self.store.read() as connection:
            items = self._suggestions(connection, viewer)
            items += self._proposals(connection, viewer)
        items = self._conflicts(viewer) + items
        if case:
            wanted = {ref.id for ref in self.case(case, viewer=viewer).documents}
            items = [item for item in items if item.document and item.document.id in wanted]
        counts = Counter(item.kind for item in items)
        chosen = [item for item in items if not kind or item.kind == kind]
        return ReviewQueue(items=tuple(chosen[offset : offset + limit]), total=len(chosen), counts=dict(counts))

    def _suggestions(self, connection: Connection, viewer: Viewer) -> list[ReviewItem]:
        found = facts.open_suggestions(connection)
        refs = self._refs(connection, {row["document_id"] for row in found if row["document_id"]}, viewer)
        return [
            ReviewItem(
                key=f"s{row['id']}",
                kind=row["kind"],
                question=self._question(connection, row),
                reasons=tuple(row["reasons"]),
                fact=None,
                suggestion_id=row["id"],
                document=refs.get(row["document_id"]),
            )
            for row in found
        ]

    def _question(self, connection: Connection, row: dict[str, Any]) -> str:
        payload = row["payload"]
        if row["kind"] == "alias":
            other = parties.get_party(connection, payload["same_as"])
            return f"« {payload['name']} » et « {other['name'] if other else '?'} » : est-ce la même personne morale ?"
        if row["kind"] == "attach":
            case = cases.get_case(connection, payload["case_id"])
            return f"Ce document appartient-il à l'affaire « {case['title'] if case else '?'} » ?"
        return str(payload.get("question", "Que faut-il en faire ?"))

    def _proposals(self, connection: Connection, viewer: Viewer) -> list[ReviewItem]:
        rows = facts.select_facts(connection, viewer, kinds=ASKED_KINDS, status=FactStatus.PROPOSED.value)
        rows = [row for row in rows if row["document_kind"] != "decision"]
        refs = self._refs(connection, {row["document_id"] for row in rows}, viewer)
        return [
            ReviewItem(
                key=f"f{row['id']}",
                kind="fact",
                question=fact_question(row),
                reasons=(row["reason"],) if row["reason"] else (),
                fact=fact_view(row, viewer),
                suggestion_id=None,
                document=refs[row["document_id"]],
            )
            for row in rows
            if refs[row["document_id"]].shelf == Shelf.DOSSIERS
        ]

    def _conflicts(self, viewer: Viewer) -> list[ReviewItem]:
        """Entries whose sources disagree: shown until a person sets one aside or separates them."""
        story = self.story(viewer)
        items = []
        for entry in story.entries:
            if not entry.conflicts:
                continue
            fact = story.row_by_fact[entry.sources[0].fact_id]
            said = " ; ".join(
                f"{words.FIELDS.get(c.field, c.field)} : "
                + " ou ".join(words.field_value(c.field, value) for value, _ in c.values)
                for c in entry.conflicts
            )
            with self.store.read() as connection:
                refs = self._refs(connection, {source.document_id for source in entry.sources}, viewer)
            items.append(
                ReviewItem(
                    key=f"c{entry.key}",
                    kind="conflict",
                    question=f"{entry.title} : les sources divergent ({said}). Laquelle retenir ?",
                    reasons=tuple(f"{source.title} : « {source.quote} »" for source in entry.sources),
                    fact=fact_view(fact, viewer),
                    suggestion_id=None,
                    document=refs.get(entry.sources[0].document_id),
                    choices=_choices(entry),
                )
            )
        return items

    def keep_one(self, key: str, field: str, value: str, *, viewer: Viewer) -> Done:
        """Among sources that disagree, keep one value: what the others say is set aside, each undoable.

        Raises `NotFound` when nothing disagrees any more.
        """
        require(viewer, Act.REVIEW)
        items = {item.key: item for item in self._conflicts(viewer)}
        for choice in items[key].choices if key in items else ():
            if (choice.field, choice.value) == (field, value):
                acts = [self.set_aside(fact_id, viewer=viewer) for fact_id in choice.others]
                counted = words.plural(len(acts), "autre lecture écartée", "autres lectures écartées")
                return Done(said=f"{counted}.", journal_id=acts[0].journal_id if len(acts) == 1 else None)
        raise NotFound("cette contradiction : quelqu'un l'a peut-être tranchée")

    def _refs(self, connection: Connection, ids: set[int], viewer: Viewer) -> dict[int, DocumentRef]:
        found = documents_store.find_documents(connection, ids, viewer)
        return {ref.id: ref for ref in self.refs(connection, list(found.values()), viewer)}

    def decide(self, suggestion_id: int, accept: bool, *, viewer: Viewer) -> Done:
        """Answer a question: accepting does it, refusing remembers that it is not to be asked again."""
        require(viewer, Act.REVIEW)
        with self.store.write() as connection:
            row = facts.get_suggestion(connection, suggestion_id)
            if row is None:
                raise NotFound("question")
            if row["state"] != "open":
                raise Conflict("Quelqu'un a déjà répondu à cette question : rechargez la page.")
            payload = row["payload"]
            before: Any = None
            if accept and row["kind"] == "alias":
                require(viewer, Act.ARRANGE)
                before = parties.merge_parties(connection, payload["party_id"], payload["same_as"])
                documents_store.touch(connection, facts.documents_of_party(connection, payload["same_as"]))
            elif row["kind"] == "attach":
                status = FactStatus.CONFIRMED if accept else FactStatus.SET_ASIDE
                cases.attach(
                    connection, payload["case_id"], payload["document_id"], status.value, "; ".join(row["reasons"])
                )
                documents_store.touch(connection, [payload["document_id"]])
            facts.settle_suggestion(connection, suggestion_id, "accepted" if accept else "refused")
            entry = journal.record(
                connection,
                viewer,
                "decide",
                f"suggestion:{suggestion_id}",
                {"kind": row["kind"], "payload": payload, "merged": before},
                {"accepted": accept},
            )
        return Done(said="C'est noté." if accept else "C'est noté : la question ne reviendra pas.", journal_id=entry)


def _choices(entry: TimelineEntry) -> tuple[ReviewChoice, ...]:
    """What may be kept of each field. A document that says both values is never set aside."""
    made = []
    for conflict in entry.conflicts:
        for value, keeping in conflict.values:
            others = tuple(
                source.fact_id
                for source in entry.sources
                if source.document_id not in keeping
                and any(source.document_id in ids for other, ids in conflict.values if other != value)
            )
            if others:
                said = words.field_value(conflict.field, value)
                made.append(ReviewChoice(field=conflict.field, value=value, said=said, others=others))
    return tuple(made)


def fact_question(row: dict[str, Any]) -> str:
    """A proposal as a question a person can answer in seconds."""
    value = row["value"]
    if row["kind"] == "event":
        party = f" ({value['party']})" if value.get("party") else ""
        when = words.day_words(row["day"]) if row["day"] else "sans date"
        said = words.MODALITIES.get(value.get("modality", ""), "")
        announced = f" — {said}" if said else ""
        return f"{words.capital(value['type'])}{party}, {when}{announced} : est-ce bien ce que dit le texte ?"
    role = words.role_words(value["role"], value.get("first_instance_role"))
    return f"{value['name']} : {role.lower()} ?"
