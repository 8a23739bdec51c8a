"""Cases: the list, the case page, its timeline, and what contributors do with them."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from casetrack.accounts import Act, may
from casetrack.model import DocumentKind
from casetrack.web import timelines
from casetrack.web.context import casebook, viewer, viewer_for
from casetrack.web.said import done

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
    by_kind = {kind: [ref for ref in found.documents if ref.kind == kind] for kind in DocumentKind}
    return render_template(
        "cases/case.html",
        case=found,
        others=_others(slug),
        steps=sorted(found.proceedings, key=lambda step: step.filed_on or step.decided_on or dt.date.max),
        told=timelines.tell(view, wanted),
        all_types=found.timeline.types,
        by_kind={kind: refs for kind, refs in by_kind.items() if refs},
    )


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
    return timelines.export(view, wanted, form, "Tous les dossiers", "dossiers")


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
