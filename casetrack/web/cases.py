"""Cases: the list, the case page, its timeline, and what contributors do with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from casetrack import words
from casetrack.accounts import Act, may
from casetrack.casebook.forms import UNDATED, fact_address
from casetrack.casebook.provenance import KnownFact
from casetrack.casebook.views import DocumentRef
from casetrack.errors import QueryError, Replaced
from casetrack.model import DocumentKind
from casetrack.web import dossiers, facts_said, timelines
from casetrack.web.context import casebook, site_address, viewer, viewer_for
from casetrack.web.said import done
from casetrack.web.security import limiter
from casetrack.web.timeline_marks import short_label

pages = Blueprint("cases", __name__)


@pages.get("/affaires/")
def listing() -> str:
    return render_template("cases/listing.html", cases=casebook().cases(viewer=viewer()))


@pages.get("/affaires/<slug>")
def case(slug: str) -> str:
    wanted = timelines.asked()
    found = casebook().case(slug, viewer=viewer())
    view = found.timeline
    if wanted.has_filters:
        view = casebook().timeline(
            case=slug, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer()
        )
    by_kind = {kind: [ref for ref in found.documents if ref.kind == kind] for kind in KINDS}
    return render_template(
        "cases/case.html",
        case=found,
        others=_others(slug),
        steps=sorted(found.proceedings, key=lambda step: step.filed_on or step.decided_on or dt.date.max),
        told=timelines.tell(view, wanted),
        all_types=found.timeline.types,
        by_kind={kind: _of_one_origin(refs, found.origins) for kind, refs in by_kind.items() if refs},
        asked=casebook().asked(found, viewer=viewer()),
        ordered=casebook().ordered(found, viewer=viewer()),
        citations=casebook().citations_of(found, viewer=viewer()),
    )


KINDS = (DocumentKind.DECISION, *(kind for kind in DocumentKind if kind is not DocumentKind.DECISION))
"""In the order in which a case shows its documents: what was decided first."""


def _of_one_origin(refs: Sequence[DocumentRef], origins: Mapping[int, str]) -> list[tuple[str, list[DocumentRef]]]:
    """Documents that repeat one source together, under its name; then the others, under none."""
    groups: dict[str, list[DocumentRef]] = {}
    for ref in refs:
        groups.setdefault(origins.get(ref.id) or f"document-{ref.id}", []).append(ref)
    together = [group for group in groups.values() if len(group) > 1]
    named = [(next((ref.publisher for ref in group if ref.publisher), group[0].title), group) for group in together]
    return [*named, ("", [group[0] for group in groups.values() if len(group) == 1])]


def _others(slug: str) -> list[tuple[str, str]]:
    """The cases into which this one may be merged, for those who may."""
    if not may(viewer(), Act.ARRANGE):
        return []
    return [(c.ref.slug, c.ref.title) for c in casebook().cases(viewer=viewer()) if c.ref.slug != slug]


@pages.get("/affaires/<slug>/chronologie.<form>")
def export(slug: str, form: str) -> Response:
    wanted = timelines.asked()
    found = casebook().case(slug, viewer=viewer())
    view = casebook().timeline(case=slug, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer())
    return timelines.export(view, wanted, form, found.ref.title, f"affaires/{slug}")


@pages.get("/chronologie")
def everything() -> str:
    """All dossiers on one axis, by calendar or aligned on the filing."""
    wanted = timelines.asked("affaire")
    view = casebook().timeline(
        everything=True, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer()
    )
    return render_template("cases/everything.html", told=timelines.tell(view, wanted), all_types=view.types)


@pages.get("/chronologie.<form>")
def export_everything(form: str) -> Response:
    wanted = timelines.asked("affaire")
    view = casebook().timeline(
        everything=True, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer()
    )
    return timelines.export(view, wanted, form, "Tous les dossiers", "chronologie")


@pages.get("/affaires/<slug>/dossier.zip")
@limiter.limit("20 per hour")
def dossier(slug: str) -> Response:
    """The whole case to take away."""
    looking = viewer()
    found = casebook().dossier(slug, viewer=looking)
    return dossiers.zipped(found, casebook().timeline(case=slug, viewer=looking), looking)


@pages.get("/affaires/<slug>/recherche")
@limiter.limit("120 per minute")
def search(slug: str) -> str | tuple[str, int]:
    """The documents of this case that answer ``?q=``, with extracts."""
    text, page = request.args.get("q", "").strip(), max(request.args.get("page", 1, type=int), 1)
    found = casebook().case(slug, viewer=viewer())
    results, wrong = None, None
    try:
        results = casebook().search_case(slug, text, viewer=viewer(), page=page) if text else None
    except QueryError as error:
        wrong = error
    shown = render_template("cases/search.html", case=found, found=results, wrong=wrong, query=text)
    return (shown, 400) if wrong else shown


@pages.get("/faits/<mark>")
@pages.get("/faits/<day>/<mark>")
def fact(mark: str, day: str = "") -> str | AnyResponse:
    """One fact by its permanent address: the day in it is what it said when it was cited."""
    try:
        known = casebook().fact(mark, viewer=viewer())
    except Replaced as error:
        known = casebook().fact(error.key, viewer=viewer())
        return redirect(f"{fact_address(known.mark, known.day)}?relu=1", 301)
    if not day:
        return redirect(fact_address(known.mark, known.day), 302)
    name = fact_name(known)
    address = f"{site_address()}{fact_address(known.mark, known.day)}"
    return render_template(
        "cases/fact.html",
        known=known,
        name=name,
        head=facts_said.head(known.fact),
        value=facts_said.said(known.fact),
        address=address,
        moved_from=day if known.day and day not in (known.day.isoformat(), UNDATED) else "",
        is_successor="relu" in request.args,
        reference=cited(known, name, address, dt.date.today()),
    )


def fact_name(known: KnownFact) -> str:
    """« Requête de l’association InterHop et autres (n° 450163) », « Issue : rejet »."""
    if known.entry:
        return known.entry.title or short_label(known.entry)
    return f"{facts_said.head(known.fact)}\u00a0: {facts_said.said(known.fact)}"


def cited(known: KnownFact, name: str, address: str, today: dt.date) -> str:
    """A reference ready to paste, with the day it was looked at: what is known may change."""
    when = words.day_words(known.day) if known.day else ""
    dossier = f"«\u00a0{known.cases[0].title}\u00a0»" if known.cases else known.document.title
    status = words.STATUSES[known.entry.status if known.entry else known.fact.status]
    pieces = (words.capital(name), when, dossier, f"fait {status}", f"consulté le {words.day_words(today)}")
    return f"{words.typo(', '.join(piece for piece in pieces if piece))}, {address}"


# -------------------------------------------------------------------------------------------- acts


@pages.post("/affaires/")
def create() -> AnyResponse:
    looking = viewer_for(Act.NAME)
    made = casebook().create_case(request.form.get("title", ""), viewer=looking)
    done(made)
    return redirect(url_for("cases.case", slug=made.slug), 303)


@pages.post("/affaires/<slug>/nommer")
def rename(slug: str) -> AnyResponse:
    looking = viewer_for(Act.NAME)
    form = request.form
    made = casebook().rename_case(
        slug,
        title=form.get("title", ""),
        summary=form.get("summary", ""),
        why_followed=form.get("why_followed", ""),
        viewer=looking,
    )
    done(made)
    return redirect(url_for("cases.case", slug=made.slug or slug), 303)


@pages.post("/affaires/<slug>/fusionner")
def merge(slug: str) -> AnyResponse:
    looking = viewer_for(Act.ARRANGE)
    into = request.form.get("into", "")
    if not into:
        flash("Choisissez l’affaire qui reste.", "error")
        return redirect(url_for("cases.case", slug=slug) + "#organiser", 303)
    made = casebook().merge_cases(slug, into, viewer=looking)
    done(made)
    return redirect(url_for("cases.case", slug=made.slug), 303)


@pages.post("/affaires/<slug>/scinder")
def split(slug: str) -> AnyResponse:
    looking = viewer_for(Act.ARRANGE)
    documents = request.form.getlist("document", type=int)
    if not documents:
        flash("Cochez ce qui doit partir dans la nouvelle affaire.", "error")
        return redirect(url_for("cases.case", slug=slug) + "#organiser", 303)
    made = casebook().split_case(slug, request.form.get("title", ""), documents, viewer=looking)
    done(made)
    return redirect(url_for("cases.case", slug=made.slug), 303)
