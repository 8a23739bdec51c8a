"""Unique events told with dates that differ a little: one event on which sources disagree, or know less."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from casetrack.timeline.clusters import Clusters
from casetrack.timeline.groups import UNIQUE, Group, may_join

CLOSE_DAYS: Mapping[str, int] = {**dict.fromkeys(UNIQUE, 10), "audience": 3}
"""Days between two tellings of one event. A hearing moves by a slip of the pen; further, it was postponed."""


def join_close_days(clusters: Clusters) -> None:
    """Filed on the 25th or on the 26th: one filing, and a conflict to show."""
    for (kind, _), groups in _buckets(clusters, "docket"):
        for left, right in _close_pairs(groups, kind):
            _join(clusters, left, right, kind, "dates proches, même dossier")
    for (kind, _), groups in _buckets(clusters, "case"):
        pairs = [pair for pair in _close_pairs(groups, kind) if _is_one_in_case(clusters, pair, kind)]
        dated = Counter(silent for pair in pairs for silent in _silent_beside_docket(clusters, pair))
        for left, right in pairs:
            if all(dated[place] < 2 for place in _silent_beside_docket(clusters, (left, right))):
                _join(clusters, left, right, kind, "dates proches, même affaire et même partie")


def join_periods(clusters: Clusters) -> None:
    """« la semaine dernière » and the 26th inside that week: the day is kept."""
    for by in ("docket", "case"):
        for (kind, _), groups in _buckets(clusters, by):
            if kind in UNIQUE:
                _join_periods(clusters, groups)


def _join_periods(clusters: Clusters, groups: Sequence[Group]) -> None:
    spans = sorted(groups, key=lambda group: (group.span[1] - group.span[0], group.rank))
    for wide in [group.rank for group in spans if not group.is_day]:
        group = clusters.at(wide)
        start, end = group.span
        inside = [
            other
            for other in clusters.distinct(other.rank for other in groups)
            if other.span != (start, end) and start <= other.span[0] and other.span[1] <= end
            if other is not group and may_join(other, group)
        ]
        if len(inside) == 1:
            clusters.unite(inside[0], group, ("période compatible avec le jour donné par une autre source", ""))


# ------------------------------------------------------------------------------------------ pairs


def _buckets(clusters: Clusters, by: str) -> Iterator[tuple[tuple[str, str], list[Group]]]:
    """Groups of one kind in one docket or one case, as they stand now, in order of date."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, fact in enumerate(clusters.facts):
        if fact.type in CLOSE_DAYS:
            tokens = [fact.docket] if by == "docket" else [str(case) for case in fact.case_ids]
            for token in filter(None, tokens):
                places[fact.type, token].append(place)
    for key, held in sorted(places.items()):
        groups = clusters.distinct(held)
        if len(groups) > 1:
            yield key, sorted(groups, key=lambda group: (group.span, group.rank))


def _close_pairs(groups: Sequence[Group], kind: str) -> list[tuple[int, int]]:
    """Places of two groups a few days apart, the closest first."""
    days = [group for group in groups if group.is_day]
    pairs = []
    for rank, left in enumerate(days):
        for right in days[rank + 1 :]:
            gap = (right.span[0] - left.span[0]).days
            if gap > CLOSE_DAYS[kind]:
                break
            if gap:
                pairs.append((gap, left.rank, right.rank))
    return [(left, right) for _, left, right in sorted(pairs)]


def _join(clusters: Clusters, left_place: int, right_place: int, kind: str, reason: str) -> None:
    left, right = clusters.at(left_place), clusters.at(right_place)
    if left is not right and _is_one(left, right, kind):
        clusters.unite(left, right, (reason, ""))


def _is_one(left: Group, right: Group, kind: str) -> bool:
    """Two orders that each state their own date are two orders, however close."""
    first, last = min(left.span[0], right.span[0]), max(left.span[1], right.span[1])
    if (last - first).days > CLOSE_DAYS[kind] or (left.rules_itself and right.rules_itself):
        return False
    if kind == "acte contesté" and not _same_act(left, right):
        return False
    return kind in left.types & right.types and may_join(left, right)


def _same_act(left: Group, right: Group) -> bool:
    said = [{note for notes in group.notes.values() for note in notes} for group in (left, right)]
    return bool(said[0] & said[1] or left.references & right.references)


def _is_one_in_case(clusters: Clusters, pair: tuple[int, int], kind: str) -> bool:
    """Inside a case: one of the two gives no docket, and they name someone in common."""
    left, right = (clusters.at(place) for place in pair)
    is_silent = not left.dockets or not right.dockets
    if kind == "décision" and not (left.courts and right.courts):
        return False  # a mayor decides too: without a court, the word says too little
    return is_silent and not left.names.isdisjoint(right.names) and _is_one(left, right, kind)


def _silent_beside_docket(clusters: Clusters, pair: tuple[int, int]) -> list[int]:
    """The docketless one of a pair whose other one has a docket: two such neighbours make it ambiguous."""
    left, right = (clusters.at(place) for place in pair)
    if bool(left.dockets) == bool(right.dockets):
        return []
    return [pair[0] if not left.dockets else pair[1]]
