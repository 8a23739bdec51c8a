"""The JSON API, ``/api/v1``: what the pages show, for programs. Three moves, like the pages: parse, ask, answer.

The docstrings of views are published in the OpenAPI document, so they are in French.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from flask import Blueprint, Flask, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from casetrack.casebook import Moved
from casetrack.casebook.forms import entry_form
from casetrack.casebook.programs import cited_in, text_for_programs
from casetrack.errors import NotFound
from casetrack.web.api import access, description, forms, made
from casetrack.web.api.description import answers, spec
from casetrack.web.api.paging import place, slice_of
from casetrack.web.context import casebook
from casetrack.web.security import limiter

pages = Blueprint("api", __name__, url_prefix="/api/v1")
FACETS = ("kind", "court_code", "year", "basis", "outcome", "ground", "liberty", "shelf")
BIGGEST = 2**31 - 1
limiter.limit("240 per minute", key_func=access.whose_limit)(pages)


def install(app: Flask) -> None:
    """Tokens are known before the private switch looks at who is asking."""
    access.install(app)


@pages.before_request
def _check() -> None:
    access.check()


@pages.after_request
def _stamp(response: Response) -> Response:
    """The same answer twice is sent once: ETag, and 304 when the program has it already."""
    if response.status_code == 200:
        response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.update(("Authorization", "Cookie"))
        response.make_conditional(request)
    return response


@pages.get("/openapi.json")
def openapi() -> Response:
    response = make_response(json.dumps(description.document(), ensure_ascii=False, indent=1))
    response.content_type = "application/json"
    return response


@pages.get("/search")
@spec.validate(resp=answers(forms.SearchAnswer), operation_id="search", tags=["recherche"])
def search(query: forms.SearchAsked) -> forms.SearchAnswer:
    """Chercher dans tout ce que vous pouvez lire, avec facettes."""
    where = place(query)
    found = casebook().search(
        query.q.strip(),
        viewer=access.reader(),
        page=where.page,
        per_page=where.limit,
        sort=query.sort,
        filters={name: getattr(query, name) for name in FACETS if getattr(query, name)},
    )
    return made.search_answer(found, where.following(found.total))


@pages.get("/documents")
@spec.validate(resp=answers(forms.DocumentsAnswer), operation_id="documents", tags=["documents"])
def documents(query: forms.DocumentsAsked) -> forms.DocumentsAnswer:
    """Les documents, derniers ajoutés d'abord."""
    where = place(query)
    found = casebook().documents(
        viewer=access.reader(), limit=where.limit + 1, offset=where.offset, shelf=query.shelf, state="read"
    )
    return forms.DocumentsAnswer(
        documents=made.document_names(found[: where.limit]), next_cursor=where.following(where.offset + len(found))
    )


@pages.get(f"/documents/<int(max={BIGGEST}):document_id>")
@spec.validate(resp=answers(forms.DocumentAnswer, may_miss=True), operation_id="document", tags=["documents"])
def document(document_id: int) -> forms.DocumentAnswer:
    """Un document : texte, zones, faits lus, références faites et reçues."""
    return _document(document_id)


def _document(document_id: int) -> forms.DocumentAnswer:
    reading = access.reader()
    view = casebook().document(document_id, viewer=reading)
    return made.document_answer(view, text_for_programs(casebook(), document_id, viewer=reading))


@pages.get("/decisions/<court>/<day>/<docket>")
@spec.validate(
    resp=answers(forms.DocumentAnswer, may_miss=True, moved="308"), operation_id="decision", tags=["documents"]
)
def decision(court: str, day: str, docket: str) -> forms.DocumentAnswer | AnyResponse:
    """Une décision par sa référence : code de juridiction, date, numéro.

    Un numéro joint renvoie (308) au premier numéro de la décision."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError as error:
        raise NotFound(f"décision du {day}") from error
    try:
        return _document(casebook().decision_document(court, date, docket, viewer=access.reader()))
    except Moved as moved:
        return redirect(f"/api/v1/decisions/{moved.slug}", 308)


@pages.get("/cases")
@spec.validate(resp=answers(forms.CasesAnswer), operation_id="cases", tags=["affaires"])
def cases(query: forms.Paged) -> forms.CasesAnswer:
    """Les affaires suivies."""
    shown, following = slice_of(casebook().cases(viewer=access.reader()), place(query))
    return forms.CasesAnswer(cases=[made.case_line(item) for item in shown], next_cursor=following)


@pages.get("/cases/<slug>")
@spec.validate(resp=answers(forms.CaseAnswer, may_miss=True, moved="301"), operation_id="case", tags=["affaires"])
def case(slug: str) -> forms.CaseAnswer | AnyResponse:
    """Une affaire : instances, parties, pièces, ce qui fut demandé, répondu, ordonné, et ce qui a suivi."""
    reading = access.reader()
    found = casebook().case(slug, viewer=reading)
    asked, ordered = casebook().asked(found, viewer=reading), casebook().ordered(found, viewer=reading)
    return made.case_answer(found, asked, ordered)


@pages.get("/timelines")
@spec.validate(resp=answers(forms.TimelineAnswer, may_miss=True), operation_id="timeline", tags=["affaires"])
def timelines(query: forms.TimelineAsked) -> forms.TimelineAnswer:
    """La chronologie d'une affaire, d'une partie, d'un requérant ; sans précision, de tous les dossiers."""
    view = casebook().timeline(
        viewer=access.reader(),
        case=query.case,
        party=query.party,
        plaintiff=query.plaintiff,
        everything=not (query.case or query.party or query.plaintiff),
        types=query.type,
        since=query.since,
        until=query.until,
    )
    shown, following = slice_of(view.entries, place(query))
    return forms.TimelineAnswer(
        total=view.total,
        entries=[forms.EntryForm.model_validate(entry_form(entry, view.cases)) for entry in shown],
        types=view.types,
        next_cursor=following,
    )


@pages.get("/parties")
@spec.validate(resp=answers(forms.PartiesAnswer), operation_id="parties", tags=["parties"])
def parties(query: forms.Paged) -> forms.PartiesAnswer:
    """Les parties : personnes morales seulement."""
    shown, following = slice_of(casebook().parties(viewer=access.reader()), place(query))
    return forms.PartiesAnswer(parties=[made.party_line(item) for item in shown], next_cursor=following)


@pages.get("/parties/<slug>")
@spec.validate(resp=answers(forms.PartyAnswer, may_miss=True, moved="301"), operation_id="party", tags=["parties"])
def party(slug: str) -> forms.PartyAnswer | AnyResponse:
    """Une partie et ses affaires."""
    view = casebook().party(slug, viewer=access.reader())
    return made.party_answer(view, view.participations, [form for form, _status in view.aliases])


@pages.get("/plaintiffs")
@spec.validate(resp=answers(forms.PlaintiffsAnswer), operation_id="plaintiffs", tags=["parties"])
def plaintiffs(query: forms.Paged) -> forms.PlaintiffsAnswer:
    """Les requérants : avec qui, contre qui, sur quoi, avec quel résultat."""
    shown, following = slice_of(casebook().plaintiffs(viewer=access.reader()), place(query))
    return forms.PlaintiffsAnswer(
        plaintiffs=[made.party_answer(item, item.rows) for item in shown], next_cursor=following
    )


@pages.get("/citations")
@spec.validate(resp=answers(forms.CitationsAnswer), operation_id="citations", tags=["références"])
def citations(query: forms.CitationsAsked) -> forms.CitationsAnswer:
    """Reconnaître les références d'un texte, et la décision d'ici que chacune désigne."""
    found = cited_in(casebook(), query.text, viewer=access.reader())
    return forms.CitationsAnswer(citations=[forms.CitedForm.model_validate(item) for item in found])


@pages.get("/articles/<code>/<article>")
@spec.validate(resp=answers(forms.ArticleAnswer, may_miss=True), operation_id="article", tags=["références"])
def article(code: str, article: str) -> forms.ArticleAnswer:
    """Un article de loi et ce qui le cite ici."""
    found = casebook().article(f"{code}/{article}", viewer=access.reader())
    if not found.total:
        raise NotFound(f"document citant {found.label}")
    return forms.ArticleAnswer(
        key=found.key,
        label=found.label,
        total=found.total,
        citing=made.cited_by(found.citing),
        by_year=dict(found.by_year),
        by_outcome=dict(found.by_outcome),
    )


@pages.get("/coverage")
@spec.validate(resp=answers(forms.CoverageAnswer), operation_id="coverage", tags=["bibliothèque"])
def coverage() -> forms.CoverageAnswer:
    """Ce qui est détenu, par archive, juridiction et année."""
    found = casebook().coverage(viewer=access.reader())
    return forms.CoverageAnswer(coverage=[forms.CoverageLine.model_validate(row) for row in found])
