"""Facts of one kind on the same days: one event when they share a docket, else a case, else a named organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from casetrack.model import Precision
from casetrack.timeline.clusters import Clusters
from casetrack.timeline.groups import ONCE, Group, block_of, courts_agree, may_join

_COARSE = frozenset({Precision.MONTH, Precision.YEAR, Precision.VAGUE})
_ALONE = frozenset({"publication"})
"""Two articles of one day that name one company are two publications: only a person may join them."""


def join_same_days(clusters: Clusters) -> None:
    """Strongest evidence first, so that what names a docket stands before what names a company is placed."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, fact in enumerate(clusters.facts):
        blocks[block_of(fact)].append(place)
    for block in blocks.values():
        if len(block) > 1:
            _join_block(clusters, block)


def _join_block(clusters: Clusters, block: Sequence[int]) -> None:
    facts, names = clusters.facts, clusters.names
    first = facts[block[0]]
    _join_sharing(clusters, block, "répété dans le document", lambda place: [_statement(clusters, place)])
    if first.type in _ALONE:
        return
    _join_sharing(clusters, block, "docket", lambda place: [facts[place].docket] if facts[place].docket else ())
    _join_sharing(clusters, block, "case", lambda place: [str(case) for case in facts[place].case_ids])
    if first.precision not in _COARSE:
        _join_sharing(clusters, block, "name", lambda place: names[place])


def _statement(clusters: Clusters, place: int) -> str:
    """What one document states, said twice: the same type and days, and docket unless the event happens but once."""
    fact = clusters.facts[place]
    return f"{fact.document_id} {fact.type} {'' if fact.type in ONCE else fact.docket}"


def _join_sharing(clusters: Clusters, block: Sequence[int], kind: str, tokens: Callable[[int], Iterable[str]]) -> None:
    """Join what shares a token, the rarest token first: it says most."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place in block:
        for token in tokens(place):
            holders[token].append(place)
    for token, places in sorted(holders.items(), key=lambda item: (len(item[1]), item[0])):
        if len(places) > 1:
            _join_bucket(clusters, clusters.distinct(places), (kind, token))


def _join_bucket(clusters: Clusters, groups: Sequence[Group], reason: tuple[str, str]) -> None:
    """The most precise first. What fits two different events joins neither, only those in the same doubt."""
    if len(groups) == 1:
        groups[0].reasons |= {reason}
        return
    placed: dict[tuple[frozenset[str], frozenset[str]], list[int]] = defaultdict(list)
    doubtful: dict[frozenset[str], list[int]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group.dockets), -len(group.courts), group.rank)):
        place = group.rank
        found = _find_two(clusters, placed, group, by_docket=reason[0] == "docket")
        if len(found) == 2 and not may_join(found[0], found[1], heed_people=False):
            found = [held for held in map(clusters.at, doubtful[group.courts]) if may_join(held, group)][:1]
            if not found:
                doubtful[group.courts].append(place)
        elif not found:
            placed[group.docket_courts, group.courts].append(place)
        if found:
            clusters.unite(found[0], group, reason)


def _find_two(
    clusters: Clusters,
    placed: Mapping[tuple[frozenset[str], frozenset[str]], list[int]],
    group: Group,
    *,
    by_docket: bool,
) -> list[Group]:
    """At most two groups already placed that this one may join; whole shelves that cannot fit are passed by."""
    found: list[Group] = []
    for (docket_courts, courts), places in placed.items():
        if not by_docket and (docket_courts & group.docket_courts or not courts_agree(courts, group.courts)):
            continue  # two dockets of one court: had they been one, the dockets would have said so
        for place in places:
            if may_join(clusters.at(place), group):
                found.append(clusters.at(place))
                if len(found) == 2:
                    return found
    return found
