"""Views of the casebook turned into the forms of the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casetrack.casebook import views
from casetrack.casebook.asked import AskedView
from casetrack.casebook.forms import address_of, fact_address
from casetrack.casebook.sequels import OrderedView
from casetrack.web.api import forms


def case_name(ref: views.CaseRef) -> forms.CaseName:
    return forms.CaseName(slug=ref.slug, title=ref.title, is_demo=ref.is_demo, url=f"/affaires/{ref.slug}")


def document_name(ref: views.DocumentRef) -> forms.DocumentName:
    return forms.DocumentName(
        id=ref.id,
        title=ref.title,
        kind=ref.kind,
        url=address_of(ref),
        court=ref.court,
        court_code=ref.court_code,
        dockets=list(ref.dockets),
        date=ref.day,
        publisher=ref.publisher,
        address=ref.address,
        basis=ref.basis,
        publication_level=ref.publication_level,
        shelf=ref.shelf,
        visibility=ref.visibility,
        is_demo=ref.is_demo,
        quotation=ref.quotation,
    )


def document_names(refs: Iterable[views.DocumentRef]) -> list[forms.DocumentName]:
    return [document_name(ref) for ref in refs]


def facts(found: Iterable[views.FactView]) -> list[forms.FactForm]:
    """Facts with a passage; the press is not quoted to visitors, as on the pages."""
    return [forms.FactForm.model_validate(fact) for fact in found]


def cited_by(found: Iterable[views.CitedBy]) -> list[forms.CitedByForm]:
    return [
        forms.CitedByForm(
            document=document_name(item.document),
            zone=item.zone,
            point=item.point,
            sentence=item.sentence,
            start=item.start,
            end=item.end,
            treatment=item.treatment,
        )
        for item in found
    ]


def search_answer(page: views.SearchPage, following: str | None) -> forms.SearchAnswer:
    return forms.SearchAnswer(
        total=page.total,
        explained=page.explained,
        did_you_mean=page.did_you_mean,
        not_held=page.not_held,
        reference=document_name(page.reference) if page.reference else None,
        hits=[
            forms.FoundDocument(
                document=document_name(hit.document),
                score=round(hit.score, 4),
                extract="".join(text for text, _is_match in hit.snippet),
                outcomes=list(hit.outcomes),
                grounds=list(hit.grounds),
                cited=hit.cited,
            )
            for hit in page.hits
        ],
        facets={name: [forms.Facet.model_validate(value) for value in values] for name, values in page.facets.items()},
        next_cursor=following,
    )


def document_answer(view: views.DocumentView, text: str | None) -> forms.DocumentAnswer:
    return forms.DocumentAnswer(
        document=document_name(view.ref),
        text=text,
        pages=list(view.pages),
        zones=[forms.ZoneForm.model_validate(zone) for zone in view.zones],
        facts=facts(view.facts),
        citations=[
            forms.CitationForm(
                text=item.text,
                kind=item.kind,
                key=item.key,
                quoted=item.quoted,
                start=item.start,
                end=item.end,
                target=document_name(item.target) if item.target else None,
                homonyms=document_names(item.homonyms),
            )
            for item in view.citations
        ],
        cited_by=cited_by(view.cited_by),
        cited_count=view.cited_count,
        cases=[case_name(ref) for ref in view.cases],
        copies=document_names(view.copies),
        authority=view.authority,
        archive=view.archive,
        sha256=view.sha256,
    )


def case_line(summary: views.CaseSummary) -> forms.CaseLine:
    same = ("state", "summary", "documents", "events", "first_on", "last_on", "basis")
    many = ("plaintiffs", "defendants", "outcomes", "dockets")
    values: dict[str, Any] = {name: getattr(summary, name) for name in same}
    values |= {name: list(getattr(summary, name)) for name in many}
    return forms.CaseLine(case=case_name(summary.ref), **values)


def case_answer(view: views.CaseView, asked: Iterable[AskedView], ordered: Iterable[OrderedView]) -> forms.CaseAnswer:
    return forms.CaseAnswer(
        case=case_name(view.ref),
        state=view.state,
        summary=view.summary,
        proceedings=[_proceeding(item) for item in view.proceedings],
        chain=[forms.ChainForm.model_validate(link) for link in view.chain],
        participants=[forms.ParticipantForm.model_validate(person) for person in view.participants],
        documents=document_names(view.documents),
        claims=facts(view.claims),
        asked=[_asked(item) for item in asked],
        ordered=[_ordered(item) for item in ordered],
    )


def _asked(item: AskedView) -> forms.AskedForm:
    return forms.AskedForm(
        document=document_name(item.document),
        may_answer=item.may_answer,
        claims=[
            forms.ClaimForm(
                fact=forms.FactForm.model_validate(claim.fact),
                answer=forms.AnswerForm(
                    verdict=claim.verdict,
                    reason=claim.answer.reason,
                    quote=claim.quote,
                    start=claim.answer.start,
                    end=claim.answer.end,
                )
                if claim.answer
                else None,
            )
            for claim in item.claims
        ],
    )


def _ordered(item: OrderedView) -> forms.OrderedForm:
    same = ("text", "start", "end", "on", "deadline", "penalty", "docket", "is_reported")
    values: dict[str, Any] = {name: getattr(item, name) for name in same}
    follows = [
        forms.FollowForm(
            document=document_name(follow.document),
            why=follow.why,
            sentence=follow.sentence,
            start=follow.start,
            end=follow.end,
            events=[
                forms.FollowEvent(date=event.date, type=event.type, url=fact_address(event.key, event.date))
                for event in follow.events
            ],
        )
        for follow in item.follows
    ]
    return forms.OrderedForm(document=document_name(item.document), date=item.day, follows=follows, **values)


def _proceeding(item: views.ProceedingView) -> forms.ProceedingForm:
    return forms.ProceedingForm(
        court=item.court,
        court_code=item.court_code,
        docket=item.docket,
        basis=item.basis,
        filed_on=item.filed_on,
        decided_on=item.decided_on,
        decision=document_name(item.decision) if item.decision else None,
        outcomes=facts(item.outcomes),
        grounds=facts(item.grounds),
        liberties=facts(item.liberties),
        injunctions=facts(item.injunctions),
        is_triage=item.is_triage,
    )


def party_line(party: views.PartySummary) -> forms.PartyLine:
    return forms.PartyLine(
        name=party.name,
        slug=party.slug,
        type=party.type,
        roles=list(party.roles),
        cases=[case_name(ref) for ref in party.cases],
        url=f"/parties/{party.slug}",
    )


def party_answer(
    party: views.PartyView | views.PlaintiffView, rows: Iterable[views.PlaintiffRow], aliases: Iterable[str] = ()
) -> forms.PartyAnswer:
    return forms.PartyAnswer(
        name=party.name,
        slug=party.slug,
        type=party.type,
        url=f"/parties/{party.slug}",
        aliases=list(aliases),
        participations=[
            forms.InvolvedForm(
                case=case_name(row.case),
                court=row.court_code,
                docket=row.docket,
                role=row.role,
                beside=list(row.beside),
                defendants=list(row.defendants),
                basis=row.basis,
                outcomes=list(row.outcomes),
                status=row.status,
            )
            for row in rows
        ],
    )
