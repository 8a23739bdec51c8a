"""Documents: reading, originals, decisions by their own address, and what people correct."""

from __future__ import annotations

import datetime as dt
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from casetrack.accounts import Act
from casetrack.casebook import Moved
from casetrack.casebook.checking import NOT_A_DAY, is_day, wrong_fields
from casetrack.casebook.quoting import place
from casetrack.casebook.references import french, references
from casetrack.casebook.views import DocumentView
from casetrack.errors import NotFound, QueryError, Refused, WrongFields
from casetrack.model import Visibility
from casetrack.web import facts_said
from casetrack.web.adding import chosen_case
from casetrack.web.context import casebook, viewer, viewer_for
from casetrack.web.reader import read
from casetrack.web.said import done

pages = Blueprint("documents", __name__)
INLINE = {"application/pdf"}


@pages.get("/documents/")
def listing() -> str:
    """Latest documents; ``?etat=failed`` those to try again."""
    state = request.args.get("etat", "")
    page = max(request.args.get("page", 1, type=int), 1)
    found = casebook().documents(
        viewer=viewer(), state=state if state in ("failed", "pending", "read") else "", limit=51, offset=50 * (page - 1)
    )
    return render_template("documents/listing.html", documents=found[:50], state=state, page=page, more=len(found) > 50)


@pages.get("/documents/<int:document_id>")
def document(document_id: int) -> str:
    return show(document_id)


@pages.get("/decisions/<court>/<day>/<docket>")
def decision(court: str, day: str, docket: str) -> str | AnyResponse:
    """A decision by its permanent address; joined dockets redirect to the first."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError as error:
        raise NotFound(f"décision du {day}") from error
    try:
        return show(casebook().decision_document(court, date, docket, viewer=viewer()))
    except Moved as moved:
        return redirect(f"/decisions/{moved.slug}", 301)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """A form that was refused, and comes back as it was sent. ``fact_id``: 0 for an event to add."""

    fact_id: int
    wrong: Mapping[str, str]
    """Field -> what is wrong in it."""


def show(document_id: int, refused: Sent | None = None) -> str:
    """The page of one document."""
    found = casebook().document(document_id, viewer=viewer())
    hits, wrong = _hits(document_id, request.args.get("q", "").strip())
    rank = min(max(request.args.get("rang", 0, type=int), 0), len(hits))
    reading = read(
        found,
        passage=request.args.get("passage", ""),
        part=request.args.get("partie", 1, type=int),
        hits=hits,
        rank=rank,
        page=request.args.get("original", 0, type=int),
        notes=(notes := casebook().notes(found, viewer=viewer())),
    )
    groups: dict[str, list[Any]] = {}
    for fact in found.facts:
        groups.setdefault(fact.kind, []).append(fact)
    return render_template(
        "documents/document.html",
        document=found,
        reading=reading,
        groups={kind: groups[kind] for kind in facts_said.HEADS if kind in groups},
        said=facts_said,
        hits=hits,
        rank=rank,
        wrong=wrong,
        notes=notes,
        reference=reference_of(found),
        similar=casebook().similar(document_id, viewer=viewer(), limit=6) if found.ref.kind == "decision" else (),
        open_fact=refused.fact_id if refused else request.args.get("fait", 0, type=int),
        cases=casebook().cases(viewer=viewer()) if viewer().is_member else (),
        refused=refused,
    )


def reference_of(found: DocumentView) -> str:
    """What a sentence copied from this page is followed by, before its point and its address."""
    (item,) = references(casebook(), [found.ref.id], viewer=viewer())
    return french(item)


def _hits(document_id: int, query: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """Where the words searched stand, or why the query cannot be understood."""
    if not query:
        return (), ""
    try:
        return casebook().hits_in(document_id, query, viewer=viewer())[:MOST_HITS], ""
    except QueryError as error:
        return (), str(error)


MOST_HITS = 500


@pages.get("/sources/<sha256>")
def original(sha256: str) -> Response:
    """The original bytes, as they came; only PDF opens in the page, in a closed box."""
    path, name = casebook().original(sha256, viewer=viewer())
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    inline = media_type in INLINE and request.args.get("telecharger") is None
    response = send_file(
        path,
        mimetype=media_type if inline else "application/octet-stream",
        as_attachment=not inline,
        download_name=name or f"{sha256[:12]}.bin",
        conditional=True,
        etag=sha256,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'self'; sandbox"
    if inline:
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        )
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


# -------------------------------------------------------------------------------------------- acts


def back(document_id: int, anchor: str = "") -> AnyResponse:
    """To where the act was made, when that is a page of this site; else to the document."""
    following = request.form.get("suite", "")
    if following.startswith("/") and not following.startswith(("//", "/\\")):
        return redirect(following, 303)
    return redirect(url_for("documents.document", document_id=document_id) + anchor, 303)


@pages.post("/documents/<int:document_id>/faits/<int:fact_id>/<verb>")
def review(document_id: int, fact_id: int, verb: str) -> AnyResponse | tuple[str, int]:
    """``confirmer``, ``ecarter`` or ``corriger`` one fact."""
    looking = viewer_for(Act.REVIEW)
    if verb == "confirmer":
        done(casebook().confirm(fact_id, viewer=looking))
    elif verb == "ecarter":
        done(casebook().set_aside(fact_id, viewer=looking))
    elif verb == "corriger":
        try:
            done(casebook().correct(fact_id, written(request.form), viewer=looking))
        except WrongFields as error:
            return show(document_id, Sent(fact_id=fact_id, wrong=error.fields)), 422
    else:
        raise NotFound(f"geste « {verb} »")
    return back(document_id, "#faits")


def written(form: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a fact that were sent; an empty date or hour is none."""
    value: dict[str, Any] = {name: form[name].strip() for name in WRITABLE if name in form}
    return value | {name: None for name in ("date", "date_end", "time") if value.get(name) == ""}


WRITABLE = ("date", "date_end", "time", "precision", "type", "modality", "party", "note", "name", "role", "value")


@pages.post("/documents/<int:document_id>/ajouter-un-evenement")
def add_event(document_id: int) -> AnyResponse | tuple[str, int]:
    """A dated event the machine missed, proved by a sentence copied from the text."""
    looking = viewer_for(Act.REVIEW)
    found = casebook().document(document_id, viewer=looking)
    where = place(found.text or "", request.form.get("quote", "").strip())
    sent = {"date": None, "type": "", "precision": "day", "modality": "constate"} | written(request.form)
    value = sent | {"type": str(sent["type"]).lower()}
    try:
        if where is None:
            raise WrongFields(wrong_fields("event", value["type"], value) | {"quote": _NOT_THERE})
        made = casebook().add_fact(
            document_id, kind="event", subject=value["type"], value=value, start=where[0], end=where[1], viewer=looking
        )
    except WrongFields as error:
        return show(document_id, Sent(fact_id=0, wrong=error.fields)), 422
    done(made)
    return back(document_id, "#faits")


_NOT_THERE = "Cette phrase n’est pas dans le document : copiez-la telle quelle, sans la compléter."


@pages.post("/documents/<int:document_id>/suivre")
def follow(document_id: int) -> AnyResponse:
    """Open a dossier from a decision of the library, or put it in the one chosen."""
    made = casebook().open_dossier(document_id, case=request.form.get("case", ""), viewer=viewer_for(Act.REVIEW))
    done(made)
    return redirect(url_for("cases.case", slug=made.slug), 303) if made.slug else back(document_id)


@pages.post("/documents/<int:document_id>/rattacher")
def attach(document_id: int) -> AnyResponse:
    looking = viewer_for(Act.REVIEW)
    done(casebook().attach_document(chosen_case(looking), document_id, viewer=looking))
    return back(document_id)


@pages.post("/documents/<int:document_id>/detacher")
def detach(document_id: int) -> AnyResponse:
    done(casebook().detach_document(request.form.get("case", ""), document_id, viewer=viewer_for(Act.REVIEW)))
    return back(document_id)


@pages.post("/documents/<int:document_id>/visibilite")
def visibility(document_id: int) -> AnyResponse:
    """List, or take back; publishing has its own page, with the preview."""
    looking = viewer_for(Act.PUBLISH)
    try:
        wanted = Visibility(request.form.get("visibility", ""))
    except ValueError as error:
        raise Refused("Choisissez une visibilité.") from error
    if wanted is Visibility.PUBLIC:
        return redirect(url_for("publishing.preview", document_id=document_id), 303)
    done(casebook().set_visibility(document_id, wanted, viewer=looking))
    return back(document_id)


@pages.post("/documents/<int:document_id>/date-de-reference")
def reference_date(document_id: int) -> AnyResponse:
    value = request.form.get("day", "").strip()
    looking = viewer_for(Act.REVIEW)
    if value and not is_day(value):
        raise Refused(NOT_A_DAY)
    done(casebook().set_reference_date(document_id, dt.date.fromisoformat(value) if value else None, viewer=looking))
    return back(document_id)


@pages.post("/documents/<int:document_id>/supprimer")
def delete(document_id: int) -> AnyResponse:
    done(casebook().delete_document(document_id, viewer=viewer_for(Act.DELETE)))
    return redirect("/documents/", 303)


@pages.post("/documents/<int:document_id>/relire")
def retry(document_id: int) -> AnyResponse:
    batch = casebook().retry_document(document_id, viewer=viewer_for(Act.ADD))
    return redirect(url_for("adding.progress", batch=batch), 303)


@pages.post("/documents/<int:document_id>/reconnaitre")
def recognise(document_id: int) -> AnyResponse:
    batch = casebook().request_ocr(document_id, viewer=viewer_for(Act.ADD))
    return redirect(url_for("adding.progress", batch=batch), 303)
