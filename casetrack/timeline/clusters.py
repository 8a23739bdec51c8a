"""The groups while they grow: who is in which, and what people joined or parted. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casetrack.model import EventFact
from casetrack.timeline.evidence import telling_names
from casetrack.timeline.groups import Group, group_of, may_meet

Links = Mapping[frozenset[str], bool]


class Clusters:
    """Every fact is in exactly one group; a group is found again by the place of any of its facts."""

    def __init__(self, facts: Sequence[EventFact], links: Links) -> None:
        parted = _parted(links)
        self.facts = facts
        self.names = telling_names(facts)
        self._groups = [group_of(place, fact, self.names[place], parted) for place, fact in enumerate(facts)]
        self._places = {id(group): [place] for place, group in enumerate(self._groups)}

    def at(self, place: int) -> Group:
        return self._groups[place]

    def distinct(self, places: Iterable[int] | None = None) -> list[Group]:
        """The groups of these facts (of all), each once, in canonical order."""
        groups = self._groups if places is None else [self._groups[place] for place in places]
        return sorted({id(group): group for group in groups}.values(), key=lambda group: group.rank)

    def unite(self, left: Group, right: Group, *reason: tuple[str, str]) -> Group:
        """One group of two, the smaller poured into the larger so that the whole stays nearly linear."""
        if len(left.facts) < len(right.facts):
            left, right = right, left
        left.absorb(right)
        left.reasons |= {*reason}
        moved = self._places.pop(id(right))
        for place in moved:
            self._groups[place] = left
        self._places[id(left)] += moved
        return left

    def heed_people(self, links: Links) -> None:
        """What a person joined is one, unless another ruling stands between."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, fact in enumerate(self.facts):
            places[fact.fingerprint].append(place)
        for pair in sorted(sorted(pair) for pair, together in links.items() if together):
            held = [place for mark in pair for place in places.get(mark, ())]
            for place in held[1:]:
                left, right = self.at(held[0]), self.at(place)
                if left is not right and may_meet(left, right):
                    self.unite(left, right, ("réunis par une personne", ""))


def _parted(links: Links) -> dict[str, frozenset[str]]:
    parted: dict[str, frozenset[str]] = defaultdict(frozenset)
    for pair, together in links.items():
        if not together and len(pair) == 2:
            one, other = pair
            parted[one] |= {other}
            parted[other] |= {one}
    return parted
