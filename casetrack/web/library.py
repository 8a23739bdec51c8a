"""The library: what is covered, and the pages of law articles."""

from __future__ import annotations

from flask import Blueprint, render_template

from casetrack.errors import NotFound
from casetrack.web.context import casebook, viewer

pages = Blueprint("library", __name__)


@pages.get("/bibliotheque")
def coverage() -> str:
    """What is held, by court and year: « absent d’ici » is not « n’existe pas »."""
    rows = casebook().coverage(viewer=viewer())
    years = sorted({row.year for row in rows if row.year}, reverse=True)[:12]
    courts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts = courts.setdefault(row.court, {})
        counts[row.year] = counts.get(row.year, 0) + row.count
    archives: dict[str, tuple[int, str]] = {}
    for row in rows:
        count, updated = archives.get(row.archive, (0, ""))
        archives[row.archive] = (count + row.count, max(updated, row.updated_on))
    ordered = sorted(courts.items(), key=lambda item: -sum(item[1].values()))
    return render_template("library/coverage.html", courts=ordered, years=years, archives=archives, rows=rows)


@pages.get("/articles/<code>/<article>")
def article(code: str, article: str) -> str:
    found = casebook().article(f"{code}/{article}", viewer=viewer())
    if not found.total:
        raise NotFound(f"document citant {found.label}")
    return render_template("library/article.html", article=found)
