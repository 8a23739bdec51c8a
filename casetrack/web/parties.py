"""Parties (legal persons only), their timelines, and plaintiffs × cases."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from casetrack import words
from casetrack.accounts import Act
from casetrack.web import timelines
from casetrack.web.context import casebook, viewer, viewer_for
from casetrack.web.said import done

pages = Blueprint("parties", __name__)


@pages.get("/parties/")
def listing() -> str:
    wanted = request.args.get("role", "")
    found = casebook().parties(viewer=viewer())
    held = {role for party in found for role in party.roles}
    roles = [role for role in words.ROLES if role in held]
    shown = [party for party in found if not wanted or wanted in party.roles]
    return render_template("parties/listing.html", parties=shown, roles=roles, wanted=wanted)


@pages.get("/requerants/")
def plaintiffs() -> str:
    """Who sues with whom, against whom, on what, with what result."""
    return render_template("parties/plaintiffs.html", plaintiffs=casebook().plaintiffs(viewer=viewer()))


@pages.get("/parties/<slug>")
def party(slug: str) -> str:
    wanted = timelines.asked("affaire")
    found = casebook().party(slug, viewer=viewer())
    view = found.timeline
    if wanted.has_filters:
        view = casebook().timeline(
            party=slug, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer()
        )
    return render_template(
        "parties/party.html", party=found, told=timelines.tell(view, wanted), all_types=found.timeline.types
    )


@pages.get("/parties/<slug>/chronologie.<form>")
def export(slug: str, form: str) -> Response:
    wanted = timelines.asked("affaire")
    found = casebook().party(slug, viewer=viewer())
    view = casebook().timeline(party=slug, types=wanted.types, since=wanted.since, until=wanted.until, viewer=viewer())
    return timelines.export(view, wanted, form, found.name, f"parties/{slug}")


@pages.post("/parties/<slug>/nommer")
def rename(slug: str) -> AnyResponse:
    made = casebook().rename_party(slug, request.form.get("name", ""), viewer=viewer_for(Act.NAME))
    done(made)
    return redirect(url_for("parties.party", slug=made.slug or slug), 303)
