"""The order in which the readers run, and how their findings meet: one road for procedure, one for prose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.articles import find_articles
from casetrack.extract.chain import find_earlier
from casetrack.extract.citations import find_citations
from casetrack.extract.courts import CourtMention, court_name, find_courts
from casetrack.extract.dates import find_dates
from casetrack.extract.dates_reference import deduce_reference, reference_bounds
from casetrack.extract.events import find_events
from casetrack.extract.filing import filing_title, is_filing
from casetrack.extract.grounds import find_grounds
from casetrack.extract.head import find_head, tag_day
from casetrack.extract.liberties import find_liberties
from casetrack.extract.notices import Notice, find_notice, is_labelled
from casetrack.extract.numbers import find_dockets, find_numbers
from casetrack.extract.organisations import find_organisations
from casetrack.extract.outcome import find_outcome
from casetrack.extract.parties import find_parties
from casetrack.extract.persons import find_persons
from casetrack.extract.pleadings import find_claims, find_pleadings
from casetrack.extract.press import body_end, find_press
from casetrack.extract.press_facts import find_report
from casetrack.extract.press_roles import self_declared
from casetrack.extract.procedure import find_procedure
from casetrack.extract.reported import find_reported_outcome
from casetrack.extract.sums import find_amounts, find_injunctions
from casetrack.extract.withheld import find_withheld
from casetrack.extract.zones import find_zones
from casetrack.model import CitationFinding, DateFinding, Declared, DocumentKind, EventFinding, Findings, Value, fold


def extract_procedure(text: str, kind: Value, declared: Sequence[Declared]) -> Findings:
    """A decision or a filing: zones first, everything else is read inside them."""
    courts = find_courts(text)
    is_dated = any(item.field == "decided_on" and tag_day(item.value) for item in declared)
    dates = () if is_dated else find_dates(text)
    head = find_head(text, declared, courts, dates)
    decided = _day(head.decision_date) if head.decision_date else None
    if not dates or (decided and any(date.date is None for date in dates)):
        dates = find_dates(text, reference=decided)
    zones = find_zones(text, kind.value)
    dockets = find_dockets(text, declared=declared)
    citations = _references(text, courts)
    procedure = find_procedure(
        text, zones, citations=citations, declared=declared, dates=dates, courts=courts,
        dockets=[docket.value for docket in dockets],
    )  # fmt: skip
    parties = find_parties(text, zones, courts, procedure=procedure)
    outcome = find_outcome(text, zones, procedure.instance.value if procedure.instance else "")
    code = head.court_code or procedure.court_code
    return Findings(
        kind=kind,
        title=_declared_title(declared) or (filing_title(text, zones) if is_filing(zones) else None),
        court=head.court or (Value(value=court_name(code), reason="juridiction déduite") if court_name(code) else None),
        court_code=code,
        formation=head.formation,
        judge=procedure.judge,
        dockets=dockets,
        decision_date=head.decision_date,
        ecli=head.ecli,
        ecli_is_trusted=head.ecli_is_trusted,
        publication_level=head.publication_level,
        reference_date=head.decision_date,
        basis=procedure.basis,
        procedure_label=procedure.label,
        instance=procedure.instance,
        is_triage=procedure.is_triage,
        lower_decision=procedure.lower_decision,
        earlier_decisions=find_earlier(text, procedure),
        related_dockets=procedure.related_dockets,
        zones=zones,
        dates=dates,
        parties=parties,
        events=find_events(text, zones, dates, parties, procedure, courts, decided=decided, sent=_sent(declared)),
        citations=citations,
        claims=find_claims(text, zones, procedure.filings),
        pleadings=find_pleadings(text, zones, dates, procedure.filings),
        outcome=outcome,
        grounds=find_grounds(text, zones, outcome, procedure),
        liberties=find_liberties(text, zones, procedure),
        amounts=find_amounts(text, zones),
        injunctions=find_injunctions(text, zones),
        withheld=find_withheld(text, zones, declared),
        persons=find_persons(text) if kind.value == DocumentKind.FILING else (),
    )


def extract_prose(
    text: str, kind: Value, declared: Sequence[Declared], published: dt.date | None, gazetteer: Sequence[str]
) -> Findings:
    """Press, an association's page, or anything else that is not a piece of procedure."""
    press, courts = find_press(text, declared), find_courts(text)
    reference, dates = _dated(text, _given(published) or press.publication_date)
    end = body_end(text)
    own = {fold(value.value) for value in (press.publisher, press.author) if value}
    organisations = tuple(item for item in find_organisations(text[:end], gazetteer) if fold(item.name) not in own)
    report = find_report(
        text, dates=[date for date in dates if date.end <= end], organisations=organisations,
        courts=[court for court in courts if court.end <= end], published=press.publication_date,
        published_time=press.publication_time,
    )  # fmt: skip
    parties = report.parties
    if kind.value == DocumentKind.ASSOCIATION and (own_party := self_declared(text[:end], press.publisher)):
        parties = (own_party, *(party for party in parties if fold(party.name) != fold(own_party.name)))
    return Findings(
        kind=kind,
        title=press.title,
        publisher=press.publisher,
        author=press.author,
        publication_date=press.publication_date,
        publication_time=press.publication_time,
        reference_date=reference,
        court=report.court,
        court_code=report.court_code,
        basis=report.basis,
        procedure_label=report.label,
        dates=dates,
        parties=parties,
        organisations=organisations,
        events=report.events,
        outcome=find_reported_outcome(text, report.events),
        citations=_references(text, courts),
        press_origins=press.origins,
        persons=find_persons(text),
    )


def extract_notice(text: str, kind: Value, gazetteer: Sequence[str]) -> Findings:
    """A notice: its labelled lines, and the facts its sentences state."""
    notice = find_notice(text)
    dates = find_dates(text)
    start, end = notice.facts
    organisations = find_organisations(text[:end], gazetteer)
    courts = find_courts(text)
    facts = [date for date in dates if start <= date.start < end and not is_labelled(text, date.start)]
    told = [court for court in courts if court.end <= end]
    report = find_report(text, dates=facts, organisations=organisations, courts=told)
    named = {fold(party.name) for party in notice.parties}
    return Findings(
        kind=kind,
        title=notice.title or find_press(text).title,
        court=notice.court or report.court,
        court_code=notice.court_code or report.court_code,
        dockets=notice.dockets,
        basis=report.basis,
        procedure_label=report.label,
        dates=dates,
        parties=(*notice.parties, *(party for party in report.parties if fold(party.name) not in named)),
        organisations=organisations,
        events=tuple(_in_proceeding(event, notice, text) for event in report.events),
        outcome=find_reported_outcome(text, report.events),
        citations=_references(text, courts),
    )


_OF_A_PROCEEDING = {"requête", "mémoire", "audience", "décision", "désistement"}


def _in_proceeding(event: EventFinding, notice: Notice, text: str) -> EventFinding:
    """An act of procedure belongs to the docket its words give, else to the only one its notice is about."""
    if event.type not in _OF_A_PROCEEDING:
        return event
    written = [number.number for number in find_numbers(text[event.start : event.end]) if number.kind]
    dockets = written[-1:] or ([notice.dockets[0].value] if len(notice.dockets) == 1 else [""])
    court = event.court or (notice.court.value if notice.court else "")
    return replace(event, docket=dockets[0], court=court, court_code=event.court_code or notice.court_code)


def _dated(text: str, reference: Value | None) -> tuple[Value | None, tuple[DateFinding, ...]]:
    """Dates, and the day they are counted from: stated, else deduced from the text, else none."""
    dates = find_dates(text, reference=reference_bounds(reference))
    if reference is None:
        reference = deduce_reference(text, dates)
        dates = find_dates(text, reference=reference_bounds(reference)) if reference else dates
    return reference, dates


def _references(text: str, courts: Sequence[CourtMention]) -> tuple[CitationFinding, ...]:
    found = (*find_citations(text, courts=courts), *find_articles(text))
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))


def _given(published: dt.date | None) -> Value | None:
    if published is None:
        return None
    return Value(value=published.isoformat(), reason="date de publication donnée par une personne", origin="personne")


def _day(value: Value) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value.value)
    except ValueError:
        return None


def _sent(declared: Sequence[Declared]) -> dt.datetime | None:
    """The moment a mail was sent, in Paris, as its reader declares it."""
    for item in declared:
        if item.field == "mail_date":
            try:
                return dt.datetime.fromisoformat(item.value)
            except ValueError:
                return None
    return None


def _declared_title(declared: Sequence[Declared]) -> Value | None:
    for item in declared:
        if item.field == "title" and item.value.strip():
            return Value(value=item.value.strip(), reason="indiqué par le fichier", origin=item.origin)
    return None
