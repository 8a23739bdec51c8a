"""Dated facts -> an ordered, merged, explainable story. Pure: no I/O, the same facts give the same story.

1. what people joined or parted is heeded first;
2. facts of one kind on the same days are one event when they share a docket, a case or a named organisation;
3. unique events told a few days apart, or by a period and by a day, are one event on which sources disagree;
4. each event becomes an entry: values to show, sources, independent origins, conflicts, reasons;
5. entries are put in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from casetrack.model import EventFact, FactStatus, TimelineEntry
from casetrack.timeline.close_days import join_close_days, join_periods
from casetrack.timeline.clusters import Clusters
from casetrack.timeline.entries import make_entry
from casetrack.timeline.ordering import in_order
from casetrack.timeline.same_days import join_same_days

NO_LINKS: Mapping[frozenset[str], bool] = MappingProxyType({})

__all__ = ["NO_LINKS", "build"]


def build(facts: Iterable[EventFact], *, links: Mapping[frozenset[str], bool] = NO_LINKS) -> list[TimelineEntry]:
    """The story these facts tell, in order; every fact that was not set aside is a source of exactly one entry.

    ``links``: pairs of fingerprints that a person said are one event (True) or two (False); unknown ones are
    passed over. The order of ``facts`` does not matter: documents are told in the order they came in.
    """
    told = sorted((fact for fact in facts if fact.status is not FactStatus.SET_ASIDE), key=_canonical)
    clusters = Clusters(told, links)
    clusters.heed_people(links)
    join_same_days(clusters)
    join_close_days(clusters)
    join_periods(clusters)
    return in_order(make_entry(group, sorted(group.facts, key=_canonical)) for group in clusters.distinct())


def _canonical(fact: EventFact) -> tuple[object, ...]:
    return fact.document_id, fact.start, fact.end, fact.fingerprint, fact.fact_id, fact.type, fact.date
