"""What visitors are shown of texts that are no official decision: natural persons by the pseudonyms of their case.

Press, filings, and decisions that a person brought: one rule for titles, quotes, parties, facts and search. So no page
for the public sets a name beside a court's pseudonym.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casetrack import masking
from casetrack.extract.output import from_json
from casetrack.masking import Hidden, Masked, Named, legal_spans, named_in
from casetrack.model import PartyType
from casetrack.store import Connection, Store, cases, documents
from casetrack.store.documents import StoredText
from casetrack.store.facts import context_of
from casetrack.store.publications import Published, give_numbers, is_open, published

_KEPT_KEYS = frozenset({"role", "first_instance_role", "type", "date", "date_end", "time", "precision", "modality"})
_MEMBERS_SUBJECTS = frozenset({"author", "judge"})
"""Facts about a document that name a natural person and nothing else."""


class Masks:
    """Masks for one casebook. Numbers are kept by the store; what was computed is kept here."""

    def __init__(self, store: Store, key: bytes) -> None:
        self._store = store
        self._key = key
        self._numbers: dict[tuple[str, str], int] = {}
        self._named: dict[int, Named] = {}

    def forget(self) -> None:
        """Nothing computed is kept: something was erased."""
        self._numbers.clear()
        self._named.clear()

    # ------------------------------------------------------------------------------- texts

    def words(self, scope: str, text: str, named: Named | None = None) -> str:
        """A few words (a title, a quote, a note) for visitors."""
        if not text:
            return text
        named = named or Named()
        hidden = masking.hide(text, legal=legal_spans(text, named.legal), known=named.persons, also=named.also)
        return self.apply(scope, text, hidden).text if hidden else text

    def apply(self, scope: str, text: str, hidden: Sequence[Hidden]) -> Masked:
        """A text with what is hidden replaced, by the numbers of the case."""
        return masking.mask(text, hidden, lambda names: self.numbers(scope, names))

    def numbers(self, scope: str, names: Sequence[str]) -> Mapping[str, int]:
        missing = [name for name in names if (scope, name) not in self._numbers]
        if missing:
            pairs = [(name, masking.last_name(name)) for name in missing]
            given = give_numbers(self._store, self._key, scope, pairs)
            self._numbers.update({(scope, name): number for name, number in given.items()})
        return {name: self._numbers[scope, name] for name in names}

    def named(self, stored: StoredText | None) -> Named:
        """Who a text names."""
        if stored is None:
            return Named()
        if stored.id not in self._named:
            findings = from_json(stored.findings_json) if stored.findings_json else None
            self._named[stored.id] = named_in(stored.text, findings)
        return self._named[stored.id]

    # -------------------------------------------------------------------------------- rows

    def rows(self, connection: Connection, found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Facts for visitors. Those of open documents are as they are, but for the names of members."""
        closed = {row["document_id"] for row in found if not row["is_open"]}
        texts = documents.load_texts(connection, closed) if closed else {}
        scopes = scopes_of(connection, closed)
        frozen = published(connection, closed)
        made = []
        for row in found:
            row = {**row, "reason": ""} if row["by_person"] else row
            if row["is_open"]:
                made.append(row)
            elif row["kind"] != "metadata" or row["subject"] not in _MEMBERS_SUBJECTS:
                document_id = row["document_id"]
                named = self.named(texts.get(document_id))
                if document_id in frozen:
                    row = in_published(row, frozen[document_id])
                    named = replace(named, also=masked_words(texts.get(document_id), frozen[document_id]))
                made.append(self._row(row, scopes[document_id], named, document_id in frozen))
        return made

    def _row(self, row: dict[str, Any], scope: str, named: Named, is_placed: bool) -> dict[str, Any]:
        """``is_placed``: its passage is already of the published text."""
        legal = (*named.legal, *([row["party_name"], row["value"].get("name", "")] if row["party_id"] else []))
        named = replace(named, legal=tuple(name for name in legal if name))
        value = {key: self._value(scope, key, item, named) for key, item in row["value"].items()}
        if row["value"].get("type") == PartyType.NATURAL and row["value"].get("name"):
            value["name"] = self._whole(scope, row["value"]["name"])
        said = ("document_title",) if is_placed else ("quote", "before", "after", "document_title")
        changed = {name: self.words(scope, row[name], named) for name in said}
        subject = row["subject"].partition("|")[0]  # after it stands the name, without capitals
        subject = subject if row["kind"] in ("event", "metadata") else self.words(scope, subject, named)
        return {**row, **changed, "value": value, "subject": subject}

    def _value(self, scope: str, key: str, item: Any, named: Named) -> Any:
        return self.words(scope, item, named) if isinstance(item, str) and key not in _KEPT_KEYS else item

    def _whole(self, scope: str, name: str) -> str:
        """The name of a natural person, which nothing else need betray; the court's own pseudonyms stay."""
        bare = _CIVIL.sub("", name).strip()
        if all(len(word.strip(".…")) < 2 for word in bare.split()):
            return name
        return self.apply(scope, bare, (Hidden(start=0, end=len(bare), name=bare),)).text

    def document_rows(self, connection: Connection, found: Collection[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Documents for visitors: nothing of them names a natural person, not even the address of an article.

        Who put them where is for members.
        """
        closed = {row["id"]: row["text_id"] for row in found if not is_open(row)}
        scopes = scopes_of(connection, closed)
        unknown = {document_id for document_id, text_id in closed.items() if text_id and text_id not in self._named}
        texts = documents.load_texts(connection, unknown) if unknown else {}
        made = []
        for row in found:
            if row["id"] not in closed:
                made.append({**row, "reason": ""})
                continue
            known = self._named.get(row["text_id"] or 0) or self.named(texts.get(row["id"]))
            said = {
                name: self.words(scopes[row["id"]], row[name], known) for name in ("title", "quotation", "publisher")
            }
            beside = masking.named_in(f"{row['title']}\n{row['author']}", None).persons
            address = masking.bare_address(row["address"], [*known.persons, *beside])
            made.append({**row, **said, "address": address, "reason": "", "author": ""})
        return made

    def case_row(self, row: dict[str, Any]) -> dict[str, Any]:
        """A case for visitors."""
        scope = f"case:{row['id']}"
        return {**row, "title": self.words(scope, row["title"]), "summary": self.words(scope, row["summary"])}


_CIVIL = re.compile(r"^(?:(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr)\.?|Monsieur|Madame|Maître|Docteur|Professeure?)\s+")


def in_published(row: dict[str, Any], text: Published) -> dict[str, Any]:
    """A fact with its passage in the published text; without one when the document was read again since."""
    if row["text_id"] != text.text_id or row["is_on_old_text"]:
        return {**row, "start": 0, "end": 0, "before": "", "after": ""}
    start, end = Masked(text=text.text, pieces=text.pieces).span(row["start"], row["end"])
    quote, before, after = context_of(text.text, start, end) if end else ("", "", "")
    return {**row, "start": start, "end": end, "quote": quote, "before": before, "after": after}


def masked_words(stored: StoredText | None, text: Published) -> tuple[str, ...]:
    """What stands masked as a person in a published text, as it was written."""
    if stored is None or stored.id != text.text_id:
        return ()
    people = [piece for piece in text.pieces if piece[4].startswith("Personne")]
    return tuple(dict.fromkeys(stored.text[start:end] for start, end, *_ in people))


def scopes_of(connection: Connection, document_ids: Collection[int]) -> dict[int, str]:
    """The case in which a document's persons are numbered: its oldest one; else the document by itself."""
    found = cases.case_ids_by_document(connection, list(document_ids)) if document_ids else {}
    return {
        document_id: f"case:{min(found[document_id])}" if found.get(document_id) else f"document:{document_id}"
        for document_id in document_ids
    }


__all__ = ["Masks", "scopes_of"]
