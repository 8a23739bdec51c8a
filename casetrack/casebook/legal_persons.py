"""Legal persons: where each takes part, its own timeline; plaintiffs, proceeding by proceeding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from casetrack import resolve, words
from casetrack.casebook.timelines import Story, Timelines
from casetrack.casebook.views import PartySummary, PartyView, PlaintiffRow, PlaintiffView
from casetrack.errors import CasetrackError, NotFound
from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, Modality, TimelineEntry, Viewer, fold
from casetrack.store import Connection, cases, parties
from casetrack.store import documents as documents_store


class Moved(CasetrackError):
    """The thing has another address now."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"L'adresse a changé : {slug}.")
        self.slug = slug


def state_words(entries: Iterable[TimelineEntry]) -> str:
    """Where a case stands, in words: the latest step that says so (« ordonnance du 12 mars 2021 »)."""
    for entry in reversed(list(entries)):
        day = words.day_words(entry.date)
        if entry.type == "décision" and entry.modality == Modality.RECORDED:
            named = entry.title.partition(" ")[0].lower()
            return f"{named if named in _RULINGS else 'décision'} du {day}"
        if entry.type == "audience":
            said = "audience annoncée le" if entry.modality == Modality.ANNOUNCED else "audience tenue le"
            return f"{said} {day}"
        if entry.type in ("requête", "pourvoi"):
            said = "requête enregistrée" if entry.type == "requête" else "pourvoi enregistré"
            return f"{said} le {day}"
    return "aucune étape datée pour l'instant"


_RULINGS = frozenset({"ordonnance", "jugement", "arrêt"})


def names_with(rows: Iterable[dict[str, Any]], roles: frozenset[Any]) -> tuple[str, ...]:
    found = {row["party_name"] or row["value"]["name"]: None for row in rows if row["value"]["role"] in roles}
    return tuple(found)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


_Place = tuple[int, str, str]
"""A case, a court and a docket: where somebody takes part."""


class _Places(NamedTuple):
    """``everyone``: participations by place; ``outcomes`` and ``bases`` by document."""

    everyone: dict[_Place, list[dict[str, Any]]]
    outcomes: dict[int, list[str]]
    bases: dict[int, str]


class LegalPersons(Timelines):
    """Parties and plaintiffs."""

    def parties(self, *, viewer: Viewer) -> tuple[PartySummary, ...]:
        """Legal persons that take part in something this viewer may see, by name."""
        story = self.story(viewer)
        by_party: dict[int, list[dict[str, Any]]] = {}
        for row in story.participations:
            if row["party_id"]:
                by_party.setdefault(row["party_id"], []).append(row)
        with self.store.read() as connection:
            known = parties.all_parties(connection)
            in_cases = cases.case_ids_by_party(connection, viewer)
        return tuple(
            PartySummary(
                name=row["name"],
                slug=row["slug"],
                type=row["type"],
                roles=unique(p["value"]["role"] for p in by_party[row["id"]]),
                cases=tuple(story.cases[i] for i in sorted(in_cases.get(row["id"], ())) if i in story.cases),
            )
            for row in sorted(known, key=lambda row: fold(row["name"]))
            if row["id"] in by_party
        )

    def party(self, slug: str, *, viewer: Viewer) -> PartyView:
        """One legal person: its cases and roles, its own timeline. Raises `Moved`, `NotFound`."""
        story = self.story(viewer)
        with self.store.read() as connection:
            row = parties.find_party(connection, slug)
            mine = [p for p in story.participations if row and p["party_id"] == row["id"]]
            if row is None or (not mine and not viewer.is_member):
                raise NotFound(f"partie « {slug} »")
            if row["slug"] != slug:
                raise Moved(row["slug"])
            forms = [alias for alias in parties.aliases(connection) if alias["party_id"] == row["id"]]
            if not viewer.is_member:  # a form that only a filing uses says that the filing is there
                written = {resolve.party_key(p["value"]["name"]) for p in mine}
                forms = [alias for alias in forms if alias["key"] in written]
            rows = self._rows(story, mine, self._places(connection, story, viewer))
        return PartyView(
            id=row["id"],
            name=row["name"],
            slug=row["slug"],
            type=row["type"],
            aliases=tuple((alias["alias"], alias["status"]) for alias in forms if alias["alias"] != row["name"]),
            participations=rows,
            timeline=self.timeline(viewer=viewer, party=slug),
        )

    def plaintiffs(self, *, viewer: Viewer) -> tuple[PlaintiffView, ...]:
        """Every plaintiff (legal persons only) with its cases: against whom, on what, with what result."""
        story = self.story(viewer)
        return story.once("plaintiffs", lambda: self._plaintiffs(story, viewer))

    def _plaintiffs(self, story: Story, viewer: Viewer) -> tuple[PlaintiffView, ...]:
        by_party: dict[int, list[dict[str, Any]]] = {}
        for row in story.participations:
            if row["party_id"] and row["value"]["role"] in PLAINTIFF_ROLES:
                by_party.setdefault(row["party_id"], []).append(row)
        with self.store.read() as connection:
            known = {row["id"]: row for row in parties.all_parties(connection)}
            places = self._places(connection, story, viewer)
            found = [
                PlaintiffView(
                    name=known[party_id]["name"],
                    slug=known[party_id]["slug"],
                    type=known[party_id]["type"],
                    rows=self._rows(story, rows, places),
                )
                for party_id, rows in by_party.items()
                if party_id in known
            ]
        return tuple(sorted(found, key=lambda view: (-len(view.rows), fold(view.name))))

    def _places(self, connection: Connection, story: Story, viewer: Viewer) -> _Places:
        """Who takes part where, and what was decided there, read once for all the lines of a page."""
        in_cases = cases.case_ids_by_document(connection, {row["document_id"] for row in story.participations})
        everyone: dict[_Place, list[dict[str, Any]]] = {}
        for row in story.participations:
            for case_id in in_cases.get(row["document_id"], ()):
                if case_id in story.cases:
                    everyone.setdefault((case_id, row["court_code"] or "", row["docket"] or ""), []).append(row)
        outcomes: dict[int, list[str]] = {}
        for fact in self.facts_for(connection, viewer, kinds=["outcome"]):
            outcomes.setdefault(fact["document_id"], []).append(fact["value"]["value"])
        known = documents_store.find_documents(connection, set(in_cases), viewer)
        return _Places(everyone, outcomes, {key: row["basis"] for key, row in known.items()})

    def _rows(self, story: Story, mine: list[dict[str, Any]], places: _Places) -> tuple[PlaintiffRow, ...]:
        """A line a proceeding (a case, when no text says which) and role."""
        ids = {row["id"] for row in mine}
        found: dict[tuple[_Place, str], list[dict[str, Any]]] = {}
        for place, everyone in places.everyone.items():
            for row in everyone:
                if row["id"] in ids:
                    found.setdefault((place, row["value"]["role"]), []).append(row)
        placed = {place[0] for place, _role in found if place[2]}
        return tuple(
            _row(story, place, role, rows, places)
            for (place, role), rows in sorted(found.items(), key=lambda item: item[0])
            if place[2] or place[0] not in placed
        )


def _row(story: Story, place: _Place, role: str, rows: list[dict[str, Any]], places: _Places) -> PlaintiffRow:
    case_id, court_code, docket = place
    everyone = places.everyone[place]
    documents = sorted({row["document_id"] for row in everyone})
    others = [row for row in everyone if row["party_id"] != rows[0]["party_id"]]
    label = f"{court_code}/{docket}"
    return PlaintiffRow(
        case=story.cases[case_id],
        role=role,
        court_code=court_code,
        docket=docket,
        beside=names_with(others, PLAINTIFF_ROLES),
        defendants=names_with(others, DEFENDANT_ROLES),
        basis=next(iter(unique(places.bases.get(key, "") for key in documents)), ""),
        outcomes=unique(value for key in documents for value in places.outcomes.get(key, ())),
        status="confirme" if any(row["status"] == "confirme" for row in rows) else "propose",
        state=state_words(entry for entry in story.of_case(case_id) if not docket or entry.docket == label),
    )
