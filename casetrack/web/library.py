"""The library: what is covered, and the pages of law articles."""

from __future__ import annotations

from flask import Blueprint, render_template

from casetrack.casebook.views import CoverageRow
from casetrack.errors import NotFound
from casetrack.web.context import casebook, viewer

pages = Blueprint("library", __name__)
COLUMNS = 12
"""Years that have a column of their own in the table of what is held, the latest ones."""
OLDER, UNDATED = "Avant", "Sans date"


@pages.get("/bibliotheque")
def coverage() -> str:
    """What is held, by court and year: « absent d’ici » is not « n’existe pas »."""
    rows = casebook().coverage(viewer=viewer())
    years = sorted({row.year for row in rows if row.year}, reverse=True)[:COLUMNS]
    courts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts, column = courts.setdefault(row.court, {}), _column(row.year, years)
        counts[column] = counts.get(column, 0) + row.count
    columns = [*years, *(name for name in (OLDER, UNDATED) if any(name in counts for counts in courts.values()))]
    archives: dict[str, list[CoverageRow]] = {}
    for row in rows:
        archives.setdefault(row.archive, []).append(row)
    sources = [_source(held) for held in archives.values()]
    ordered = sorted(courts.items(), key=lambda item: -sum(item[1].values()))
    return render_template("library/coverage.html", courts=ordered, columns=columns, sources=sources, rows=rows)


def _column(year: str, years: list[str]) -> str:
    """Where a year is counted: its own column, or one of the two that make the total add up."""
    if not year:
        return UNDATED
    return year if year in years else OLDER


def _source(held: list[CoverageRow]) -> dict[str, str | int]:
    """One archive over all courts and years: how many, under which licence, since when, last updated when."""
    years = sorted(row.year for row in held if row.year)
    return {
        "name": held[0].archive_name,
        "licence": held[0].licence,
        "count": sum(row.count for row in held),
        "first": years[0] if years else "",
        "last": years[-1] if years else "",
        "updated_on": max(row.updated_on for row in held),
        "since": min(row.since for row in held)[:10],
        "latest": max(row.latest for row in held)[:10],
    }


@pages.get("/articles/<code>/<article>")
def article(code: str, article: str) -> str:
    found = casebook().article(f"{code}/{article}", viewer=viewer())
    if not found.total:
        raise NotFound(f"document citant {found.label}")
    return render_template("library/article.html", article=found)
