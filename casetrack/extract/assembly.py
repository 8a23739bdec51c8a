"""The order in which the readers run, and how their findings meet: one road for procedure, one for prose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from casetrack.extract.articles import find_articles
from casetrack.extract.citations import find_citations
from casetrack.extract.courts import find_courts
from casetrack.extract.dates import find_dates
from casetrack.extract.dates_reference import deduce_reference, reference_bounds
from casetrack.extract.head import find_head
from casetrack.extract.numbers import find_dockets
from casetrack.extract.organisations import find_organisations
from casetrack.extract.press import Press, body_end, find_press
from casetrack.extract.press_facts import find_report
from casetrack.extract.zones import find_zones
from casetrack.model import CitationFinding, Declared, DocumentKind, Findings, Value, fold


def extract_procedure(text: str, kind: Value, declared: Sequence[Declared]) -> Findings:
    """A decision or a filing."""
    courts = find_courts(text)
    dates = find_dates(text)
    head = find_head(text, declared, courts, dates)
    if head.decision_date and any(date.date is None for date in dates):
        dates = find_dates(text, reference=_day(head.decision_date))
    zones = find_zones(text, kind.value)
    return Findings(
        kind=kind,
        court=head.court,
        court_code=head.court_code,
        formation=head.formation,
        dockets=find_dockets(text, declared=declared),
        decision_date=head.decision_date,
        ecli=head.ecli,
        ecli_is_trusted=head.ecli_is_trusted,
        publication_level=head.publication_level,
        reference_date=head.decision_date,
        zones=zones,
        dates=dates,
        citations=_references(text),
    )


def extract_prose(
    text: str, kind: Value, declared: Sequence[Declared], published: dt.date | None, gazetteer: Sequence[str]
) -> Findings:
    """Press, an association's page, a notice, or anything else that is not a piece of procedure."""
    press = find_press(text, declared) if kind.value != DocumentKind.NOTICE else Press(title=find_press(text).title)
    reference = _given(published) or press.publication_date
    dates = find_dates(text, reference=reference_bounds(reference))
    if reference is None:
        reference = deduce_reference(text, dates)
        dates = find_dates(text, reference=reference_bounds(reference)) if reference else dates
    end = body_end(text)
    own = {fold(value.value) for value in (press.publisher, press.author) if value}
    organisations = tuple(item for item in find_organisations(text[:end], gazetteer) if fold(item.name) not in own)
    report = find_report(
        text, dates=[date for date in dates if date.end <= end], organisations=organisations,
        courts=find_courts(text), published=press.publication_date, published_time=press.publication_time,
    )  # fmt: skip
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
        parties=report.parties,
        organisations=organisations,
        events=report.events,
        citations=_references(text),
        press_origins=press.origins,
    )


def _references(text: str) -> tuple[CitationFinding, ...]:
    found = (*find_citations(text), *find_articles(text))
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
