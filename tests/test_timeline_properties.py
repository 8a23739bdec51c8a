"""What holds of every story, whatever the facts."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack import timeline
from casetrack.model import DocumentKind, EventFact, Modality, Precision

KINDS = ["requête", "mémoire", "audience", "décision", "décision attaquée", "acte contesté", "publication"]
DAY = dt.date(2021, 3, 1)


@st.composite
def facts_and_links(draw: st.DrawFn) -> tuple[list[EventFact], dict[frozenset[str], bool]]:
    """Few values, so that they meet often."""
    facts = []
    for number in range(draw(st.integers(0, 14))):
        docket = draw(st.sampled_from(["", "", "CE/1", "CE/2", "TA75/1"]))
        precision = draw(
            st.sampled_from([Precision.DAY, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.VAGUE])
        )
        facts.append(
            EventFact(
                fact_id=number,
                fingerprint=f"f{number}",
                document_id=draw(st.integers(1, 5)),
                document_title="titre",
                document_kind=draw(st.sampled_from([DocumentKind.PRESS, DocumentKind.DECISION])),
                origin=draw(st.sampled_from("ab")),
                type=draw(st.sampled_from(KINDS)),
                date=DAY + dt.timedelta(draw(st.integers(0, 12))),
                time=draw(st.sampled_from([None, None, "10:00", "15:00"])),
                precision=precision,
                modality=draw(st.sampled_from(list(Modality))),
                court_code=draw(st.sampled_from(["", docket.partition("/")[0], "CE", "TA"])),
                docket=docket,
                case_ids=draw(st.sampled_from([frozenset(), frozenset({1}), frozenset({1, 2})])),
                organisations=draw(
                    st.sampled_from([frozenset(), frozenset({"doctolib"}), frozenset({"doctolib", "x"})])
                ),
                parties=draw(st.sampled_from([(), (("InterHop", "requerant", "interhop"),)])),
                note=draw(st.sampled_from(["", "", "décret n° 2021-1059"])),
            )
        )
    pairs = st.tuples(st.integers(0, 14), st.integers(0, 14)).filter(lambda pair: pair[0] != pair[1])
    ruled = draw(st.dictionaries(pairs, st.booleans(), max_size=4))
    return facts, {frozenset({f"f{one}", f"f{two}"}): together for (one, two), together in ruled.items()}


@settings(max_examples=120, deadline=None)
@given(facts_and_links(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter_and_none_is_lost(
    told: tuple[list[EventFact], dict[frozenset[str], bool]], chance: random.Random
):
    facts, links = told
    entries = timeline.build(facts, links=links)
    shuffled = facts.copy()
    chance.shuffle(shuffled)
    assert timeline.build(shuffled, links=links) == entries
    assert sorted(source.fact_id for entry in entries for source in entry.sources) == list(range(len(facts)))
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)
    assert len({entry.key for entry in entries}) == len(entries)


@settings(max_examples=120, deadline=None)
@given(facts_and_links())
def test_what_was_parted_is_never_together_and_a_shown_value_was_told(
    told: tuple[list[EventFact], dict[frozenset[str], bool]],
):
    facts, links = told
    by_id = {fact.fact_id: fact for fact in facts}
    for entry in timeline.build(facts, links=links):
        marks = {source.fingerprint for source in entry.sources}
        assert not any(pair <= marks for pair, together in links.items() if not together)
        held = [by_id[source.fact_id] for source in entry.sources]
        assert entry.date in {fact.date for fact in held}
        assert entry.type in {fact.type for fact in held}
        assert entry.docket in {fact.docket for fact in held}
        for conflict in entry.conflicts:
            assert len({value for value, _ in conflict.values}) == len(conflict.values) > 1
            assert {document for _, who in conflict.values for document in who} <= {fact.document_id for fact in held}


def test_ten_thousand_facts_of_one_day_are_put_together_without_comparing_each_pair():
    """Every fact names the same company; half of them have a docket of their own."""
    facts = [
        EventFact(
            fact_id=number,
            fingerprint=f"f{number}",
            document_id=number,
            document_title="titre",
            document_kind=DocumentKind.PRESS,
            origin=f"o{number}",
            type="audience",
            date=DAY,
            docket=f"CE/{number}" if number % 2 else "",
            organisations=frozenset({"doctolib"}),
        )
        for number in range(10_000)
    ]
    assert len(timeline.build(facts)) == 5_001
