"""Search: parse, ask the index, dress the hits shown; and references that lead straight to a decision."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from casetrack import words
from casetrack.casebook.reading import Reading
from casetrack.casebook.references import bench_words
from casetrack.casebook.shown_texts import shown_texts
from casetrack.casebook.views import DocumentRef, FacetValue, HitView, SearchPage
from casetrack.extract.citations import cite
from casetrack.ingest.indexing import masked
from casetrack.model import SearchResults, Viewer, Zone
from casetrack.search import Query, Reference, describe, find_all, parse
from casetrack.search import extract as show
from casetrack.search.tree import And, Node, Or, Phrase, Term, asks_for_zones, walk
from casetrack.store import cases
from casetrack.store import documents as documents_store

FACETS = ("kind", "court_code", "year", "basis", "outcome", "ground", "liberty", "shelf")
SNIPPET_WIDTH = 300
OF_A_HIT = frozenset({"withheld", "outcome", "grounds", "formation"})
"""The findings that a line of results shows or needs; zones too, when words are looked for in one."""


class Searching(Reading):
    """Full-text search for a viewer."""

    def search(
        self,
        text: str,
        *,
        viewer: Viewer,
        page: int = 1,
        per_page: int = 20,
        sort: str = "relevance",
        filters: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> SearchPage:
        """One page of hits with facets over the whole result. Raises `QueryError`, in French, with a position."""
        began = time.perf_counter()
        query = parse(text, dt.date.today())
        results = self.index.search(
            query.tree,
            is_member=viewer.is_member,
            limit=per_page,
            offset=(page - 1) * per_page,
            sort=sort,
            facets=FACETS,
            filters=filters,
        )
        reference, homonyms, not_held = self._resolve(query.reference, viewer)
        hits = self._hits(results, query, viewer)
        return SearchPage(
            query=text,
            explained=describe(query.tree),
            total=results.total,
            took_ms=round((time.perf_counter() - began) * 1000, 1),
            engine=self.index.stamps.engine,
            hits=hits,
            facets=_facets(results, filters),
            page=page,
            pages=max(1, -(-results.total // per_page)),
            cut=results.cut,
            did_you_mean=_operators(text) or (self._did_you_mean(query, viewer) if results.total == 0 else ""),
            any_word=_any_word(query.tree) if results.total == 0 else "",
            reference=reference,
            homonyms=homonyms,
            not_held=not_held,
            results=results,
        )

    def _hits(self, results: SearchResults, query: Query, viewer: Viewer) -> tuple[HitView, ...]:
        ids = [hit.document_id for hit in results.hits]
        with self.store.read() as connection:
            rows = documents_store.find_documents(connection, ids, viewer)
            needed = OF_A_HIT | {"zones"} if asks_for_zones(query.tree) else OF_A_HIT
            texts = shown_texts(connection, list(rows.values()), viewer, only=needed)
            refs = {ref.id: ref for ref in self.refs(connection, list(rows.values()), viewer)}
            cited = documents_store.cited_counts(
                connection, [row["decision_id"] for row in rows.values() if row["decision_id"]]
            )
        made = []
        for hit in results.hits:
            if hit.document_id not in refs:
                continue  # deleted since the index last looked
            ref, shown = refs[hit.document_id], texts.get(hit.document_id)
            findings = shown.findings if shown else None
            said = shown.text if shown else ref.quotation
            said = masked(said, findings.withheld) if findings else said
            snippet = show(said, query.tree, SNIPPET_WIDTH, _zones(shown.zones) if shown else ())
            may_tell = findings is not None and (viewer.is_member or ref.kind == "decision")
            made.append(
                HitView(
                    document=ref,
                    snippet=snippet.pieces,
                    snippet_start=snippet.start if shown else 0,
                    is_cut_before=snippet.is_cut_before,
                    is_cut_after=snippet.is_cut_after,
                    score=hit.score,
                    outcomes=tuple(value.value for value in findings.outcome) if findings and may_tell else (),
                    grounds=tuple(value.value for value in findings.grounds) if findings and may_tell else (),
                    cited=cited.get(rows[ref.id]["decision_id"], 0),
                    bench=bench_words(findings.formation.value) if findings and findings.formation else "",
                )
            )
        return tuple(made)

    def _resolve(
        self, reference: Reference | None, viewer: Viewer
    ) -> tuple[DocumentRef | None, tuple[DocumentRef, ...], str]:
        """The decision a bare reference names; its homonyms; or an honest « not held »."""
        if reference is None:
            return None, (), ""
        with self.store.read() as connection:
            if reference.kind == "ecli":
                found = cases.find_decisions(connection, ecli=reference.number)
            else:
                named = next((c for c in cite(reference.text) if c.number), None)
                court = named.court_code if named else ""
                day = named.date if named else None
                found = cases.find_decisions(connection, docket=reference.number, court_code=court, decided_on=day)
            held = self._first_copies(connection, found, viewer)
        if not held:
            return (
                None,
                (),
                f"« {reference.text} » n'est pas ici : cela ne veut pas dire que la décision n'existe pas.",
            )
        if len(held) > 1:
            return None, held, ""
        return held[0], (), ""

    def _did_you_mean(self, query: Query, viewer: Viewer) -> str:
        """The query with each unknown word replaced by its nearest known one; empty when nothing is near."""
        said = query.text
        for word in (node.word for node in walk(query.tree) if isinstance(node, Term)):
            nearest = self.index.did_you_mean(word, is_member=viewer.is_member)
            if nearest:
                said = said.replace(word, nearest)
        return said if said != query.text else ""

    def marks(self, text: str, query: str, zones: tuple[tuple[str, int, int], ...] = ()) -> tuple[tuple[int, int], ...]:
        """Where a query's words stand in a text. Raises `QueryError`."""
        return find_all(text, parse(query, dt.date.today()).tree, zones)

    def suggest(self, prefix: str, *, viewer: Viewer) -> tuple[str, ...]:
        """Words of the index that begin so, as far as this viewer may know them."""
        return tuple(self.index.suggest(prefix, is_member=viewer.is_member))


def _facets(results: SearchResults, filters: Mapping[str, Collection[str]]) -> dict[str, tuple[FacetValue, ...]]:
    """Facets with their labels; the values chosen stay listed, so that they can be taken off."""
    made: dict[str, tuple[FacetValue, ...]] = {}
    for name in FACETS:
        chosen = set(filters.get(name, ()))
        counted = [(item.value, item.count) for item in results.facets.get(name, ()) if item.value]
        counted += [(value, 0) for value in sorted(chosen - {value for value, _ in counted})]
        made[name] = tuple(
            FacetValue(value=value, label=words.facet_value(name, value), count=count, is_active=value in chosen)
            for value, count in counted
        )
    return made


# « refus ou retrait », « visa sauf étudiant »: small letters, where capitals would say what is meant
_SMALL_OPERATOR = re.compile(r"(?<=\w) (ou|sauf) (?=[^\W\d_])")


def _operators(text: str) -> str:
    """The query with « ou » and « sauf » as operators; empty when there is none, or quotes that may hold them."""
    if any(mark in text for mark in '"«“„') or any(word in text.split() for word in ("OU", "ET", "SAUF")):
        return ""
    said = _SMALL_OPERATOR.sub(lambda match: match[0].upper(), text)
    return said if said != text else ""


def _any_word(tree: Node) -> str:
    """« a OU b OU c » for the words and phrases of a query that asked for all of them; empty for any other query."""
    children = tree.children if isinstance(tree, And) else ()
    asked = [_written(node) for node in children]
    return " OU ".join(asked) if all(asked) else ""


def _written(node: Node) -> str:
    match node:
        case Term(word):
            return word
        case Phrase(said=said, slop=0):
            return f'"{said}"'
        case Or(said=said):
            return said
        case _:
            return ""


def _zones(zones: Iterable[Zone]) -> tuple[tuple[str, int, int], ...]:
    return tuple((zone.zone.value, zone.start, zone.end) for zone in zones)
