"""Figures over decisions: by year, by outcome and decisive ground, days from filing to order; n and coverage always.

The rules (DECISIONS: section 2): nothing by judge, nothing where n < 20, nothing for a court whose urgent cases may
all be one judge's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType

from casetrack import words
from casetrack.casebook.searching import Searching
from casetrack.extract.output import from_json
from casetrack.model import DocumentKind, FacetCount, Findings, Modality, Precision, SearchResults, Viewer
from casetrack.search import describe, parse
from casetrack.store import documents as documents_store
from casetrack.store.publications import is_open

LEAST = 20
"""Fewer decisions than this make no figure."""
SAMPLE = 300
"""Days are read in so many decisions, the latest ones; said beside the figure."""
LONGEST = 366
_NEEDED = frozenset({"events", "decision_date"})
SINGLE_JUDGE_COURTS = frozenset(
    {"TA101", "TA102", "TA103", "TA104", "TA105", "TA106", "TA107", "TA108", "TA109", "TA975", "TA986"}
)
"""Small courts, where the urgent judge may be always the same person: their figures would be that person's."""
_STEPS = ((2, "48 h au plus"), (7, "3 à 7 jours"), (15, "8 à 15 jours"), (30, "16 à 30 jours"), (LONGEST, "plus"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    label: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One figure. ``n``: on how many decisions; ``said``: how it was counted; no bars when it may not be shown."""

    key: str
    title: str
    n: int
    said: str
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """``withheld`` says why there are none."""

    total: int
    explained: str
    withheld: str = ""
    figures: tuple[Figure, ...] = ()
    missing: tuple[Figure, ...] = ()
    """Those that too few decisions would make, each saying how many."""


def figures(
    casebook: Searching, text: str, *, viewer: Viewer, filters: Mapping[str, Collection[str]] = MappingProxyType({})
) -> Figures:
    """The figures of the decisions that a search finds. Raises `QueryError`."""
    tree = parse(text, dt.date.today()).tree
    wanted = {**filters, "kind": [DocumentKind.DECISION.value]}

    def ask(more: Mapping[str, Collection[str]], limit: int = 1) -> SearchResults:
        return casebook.index.search(
            tree,
            is_member=viewer.is_member,
            limit=limit,
            sort="-date",
            facets=("court_code", "year", "outcome", "ground"),
            filters={**wanted, **more},
        )

    found = ask({}, SAMPLE)
    explained = describe(tree) if text else ""
    if reason := why_none(found.total, [item.value for item in found.facets.get("court_code", ())]):
        return Figures(total=found.total, explained=explained, withheld=reason)
    made = [_by_year(found), _outcomes(found.total, found, "outcome", "Issues", "toutes décisions")]
    for ground in found.facets.get("ground", ()):
        if ground.value and ground.count >= LEAST:
            narrowed = ask({"ground": [ground.value]})
            name = words.GROUNDS.get(ground.value, ground.value)
            made.append(
                _outcomes(narrowed.total, narrowed, f"outcome-{ground.value}", f"Issues, motif : {name}", "ce motif lu")
            )
    made.append(_delays(casebook, [hit.document_id for hit in found.hits], found.total, viewer))
    return Figures(
        total=found.total,
        explained=explained,
        figures=tuple(figure for figure in made if figure.bars),
        missing=tuple(figure for figure in made if not figure.bars and figure.said),
    )


def why_none(total: int, courts: Sequence[str]) -> str:
    """Why there may be no figure; empty when there may be."""
    if total < LEAST:
        return f"{words.plural(total, 'décision')} seulement : pas de chiffre en dessous de {LEAST}."
    if courts and set(courts) <= SINGLE_JUDGE_COURTS:
        return "Pas de chiffre pour une juridiction où un seul juge peut statuer en urgence : ce serait le sien."
    return ""


def _by_year(found: SearchResults) -> Figure:
    counts = sorted((item for item in found.facets.get("year", ()) if item.value), key=lambda item: item.value)
    n = sum(item.count for item in counts)
    years = [int(item.value) for item in counts if item.value.isdigit()]
    has_gaps = bool(years) and len(years) < years[-1] - years[0] + 1
    return Figure(
        key="year",
        title="Décisions par année",
        n=n,
        said=f"{words.plural(n, 'décision datée', 'décisions datées')} sur {words.number(found.total)}."
        + (" Les années sans aucune décision ici ne sont pas dessinées." if has_gaps else ""),
        bars=tuple(Bar(label=item.value, count=item.count) for item in counts) if n >= LEAST else (),
    )


def _outcomes(n: int, found: SearchResults, key: str, title: str, which: str) -> Figure:
    """A decision may have several outcomes (« injonction » and « rejet du surplus »)."""
    counts: list[FacetCount] = [item for item in found.facets.get("outcome", ()) if item.value]
    bars = tuple(Bar(label=words.capital(item.value), count=item.count) for item in counts)
    said = f"{words.plural(n, 'décision')} ({which}) ; une décision peut avoir plusieurs issues, ou aucune lue."
    return Figure(key=key, title=title, n=n, said=said, bars=bars if n >= LEAST else ())


def _delays(casebook: Searching, ids: Sequence[int], total: int, viewer: Viewer) -> Figure:
    with casebook.store.read() as connection:
        rows = documents_store.find_documents(connection, ids, viewer)
        readable = [row["id"] for row in rows.values() if viewer.is_member or is_open(row)]
        texts = documents_store.load_texts(connection, readable)
    days = []
    for key, stored in texts.items():
        if stored.findings_json:
            taken = days_taken(from_json(stored.findings_json, only=_NEEDED), rows[key]["court_code"])
            days += [] if taken is None else [taken]
    title = "Jours entre l’enregistrement et la décision"
    looked = f"les {words.number(len(texts))} plus récentes" if total > len(texts) else words.number(len(texts))
    if len(days) < LEAST:
        few = words.plural(len(days), "décision") if days else "aucune décision"
        said = f"Les deux dates sont lues dans {few}, sur {looked} examinées : pas de chiffre en dessous de {LEAST}."
        return Figure(key="days", title=title, n=len(days), said=said)
    counts, low = [], -1
    for high, label in _STEPS:
        counts.append(Bar(label=label, count=sum(low < day <= high for day in days)))
        low = high
    said = (
        f"Médiane : {words.plural(round(median(days)), 'jour')}. "
        f"Les deux dates sont lues dans {words.number(len(days))} décisions, sur {looked} examinées."
    )
    return Figure(key="days", title=title, n=len(days), said=said, bars=tuple(counts))


def days_taken(findings: Findings, court_code: str) -> int | None:
    """Days from the first filing before this court to its decision; None when the text does not give both."""
    decided = findings.decision_date.value if findings.decision_date else ""
    filed = [
        event.date
        for event in findings.events
        if event.type == "requête"
        and event.date
        and event.modality == Modality.RECORDED
        and event.precision in (Precision.DAY, Precision.MINUTE)
        and event.court_code in ("", court_code)
    ]
    if not decided or not filed:
        return None
    taken = (dt.date.fromisoformat(decided) - min(filed)).days
    return taken if 0 <= taken <= LONGEST else None
