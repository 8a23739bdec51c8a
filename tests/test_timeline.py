"""One event told by several documents: what is joined, what is not, and what is shown when they disagree."""

from __future__ import annotations

import datetime as dt

import pytest

from casetrack import timeline
from casetrack.model import EntryConflict, EventFact, FactStatus, Modality, Precision
from tests.timeline_facts import INTERHOP, MINISTRY, UNION, fact, official

DOCTOLIB = {"doctolib", "conseil d'etat"}


def sources(facts: list[EventFact], links: dict[frozenset[str], bool] | None = None) -> list[list[int]]:
    """Documents of each entry, in the order of the story."""
    return [[source.document_id for source in entry.sources] for entry in timeline.build(facts, links=links or {})]


# --------------------------------------------------------------------------------- same days

JOINED = [
    ("same docket", {"docket": "CE/450163"}, {"docket": "CE/450163"}, "même dossier n°\u00a0450163"),
    ("same case, one court silent", {"case_ids": {1}, "court_code": "CE"}, {"case_ids": {1, 2}}, "même affaire"),
    ("a company named by both", {"organisations": DOCTOLIB}, {"organisations": DOCTOLIB}, "Doctolib"),
    ("a docket and a silent source", {"docket": "CE/1", "case_ids": {1}}, {"case_ids": {1}}, "même affaire"),
    ("a court without its seat", {"case_ids": {1}, "court_code": "TA75"}, {"case_ids": {1}, "court_code": "TA"}, "mê"),
    ("two courts, one case", {"docket": "TA75/1", "case_ids": {1}}, {"court_code": "TA75", "case_ids": {1}}, "même"),
]


@pytest.mark.parametrize(("why", "left", "right", "reason"), JOINED, ids=[row[0] for row in JOINED])
def test_one_event_when_type_date_court_agree_and_something_is_shared(
    why: str, left: dict[str, object], right: dict[str, object], reason: str
):
    (entry,) = timeline.build([fact(1, "audience", "2021-03-08", **left), fact(2, "audience", "2021-03-08", **right)])
    assert [source.document_id for source in entry.sources] == [1, 2], why
    assert any(reason in said for said in entry.reasons)


APART = [
    ("nothing shared", {}, {}),
    ("only the Conseil d'État named", {"organisations": {"conseil d'etat"}}, {"organisations": {"conseil d'etat"}}),
    (
        "only a ministry named",
        {"organisations": {"ministere de la sante"}},
        {"organisations": {"ministere de la sante"}},
    ),
    ("two dockets of one court", {"docket": "CE/1", "case_ids": {1}}, {"docket": "CE/2", "case_ids": {1}}),
    ("two courts", {"court_code": "CE", "case_ids": {1}}, {"court_code": "TA75", "case_ids": {1}}),
    ("the publisher of one named by both", {"organisations": {"a"}, "origin": "A"}, {"organisations": {"a"}}),
]


@pytest.mark.parametrize(("why", "left", "right"), APART, ids=[row[0] for row in APART])
def test_two_events_when_they_may_be_two(why: str, left: dict[str, object], right: dict[str, object]):
    told = timeline.build([fact(1, "audience", "2021-03-08", **left), fact(2, "audience", "2021-03-08", **right)])
    assert len(told) == 2, why
    assert all(not entry.reasons for entry in told)


def test_another_type_or_another_day_is_another_event():
    shared = {"case_ids": {1}}
    assert (
        len(timeline.build([fact(1, "mémoire", "2021-03-05", **shared), fact(2, "avis", "2021-03-05", **shared)])) == 2
    )
    far = [fact(1, "mémoire", "2021-03-05", **shared), fact(2, "mémoire", "2021-03-06", **shared)]
    assert len(timeline.build(far)) == 2


def test_two_articles_of_one_day_are_two_publications():
    assert sources(
        [fact(n, "publication", "2021-03-05", organisations={"doctolib"}, case_ids={1}) for n in (1, 2)]
    ) == [
        [1],
        [2],
    ]


def test_what_fits_two_events_joins_neither():
    facts = [
        official(1, "audience", "2021-03-08", docket="CE/1"),
        official(2, "audience", "2021-03-08", docket="CE/2"),
        fact(3, "audience", "2021-03-08", case_ids={1}),
        fact(4, "audience", "2021-03-08", case_ids={1}),
    ]
    assert sorted(sources(facts)) == [[1], [2], [3, 4]]


def test_the_same_document_said_twice_is_one_and_said_differently_is_two():
    twice = [official(1, "audience", "2021-03-08"), official(1, "audience", "2021-03-08")]
    assert sources(twice) == [[1, 1]]
    brief = official(1, "mémoire", "2021-03-08")
    assert len(timeline.build([brief, official(1, "mémoire", "2021-03-08", docket="")])) == 2
    assert len(timeline.build([official(1, "requête", "2021-02-26"), official(1, "requête", "2021-02-27")])) == 2


def test_a_document_may_tell_a_hearing_again_without_its_docket():
    again = official(1, "audience", "2021-03-08", docket="", case_ids=())
    assert sources([official(1, "audience", "2021-03-08"), again]) == [[1, 1]]
    assert (
        len(
            timeline.build(
                [official(1, "audience", "2021-03-08"), again, official(1, "audience", "2021-03-08", docket="CE/2")]
            )
        )
        == 3
    )


def test_two_briefs_of_one_day_by_two_parties_are_two():
    facts = [
        official(1, "mémoire", "2021-03-05", parties=(INTERHOP,)),
        official(2, "mémoire", "2021-03-05", parties=(MINISTRY,)),
        official(3, "mémoire", "2021-03-05", parties=(("InterHop", "requerant", "interhop"),)),
    ]
    assert sorted(sources(facts)) == [[1, 3], [2]]


def test_two_acts_of_one_day_are_told_apart_by_their_numbers():
    facts = [
        official(1, "acte contesté", "2021-08-07", note="décret n° 2021-1059"),
        official(2, "acte contesté", "2021-08-07", note="décret n° 2021-1058"),
        official(3, "acte contesté", "2021-08-07", note="le décret n° 2021-1059 du 7 août 2021"),
    ]
    assert sorted(sources(facts)) == [[1, 3], [2]]


def test_the_order_attacked_and_the_order_itself_are_one_event():
    own = official(
        1, "décision", "2020-05-05", court_code="TA75", docket="TA75/2006861", document_title="Ordonnance du 5 mai 2020"
    )
    told = fact(3, "décision", "2020-05-05", case_ids={1})
    (entry,) = timeline.build([own, official(2, "décision attaquée", "2020-05-05", court_code="TA75"), told])
    assert (entry.type, entry.docket) == ("décision", "TA75/2006861")
    assert entry.title == "Ordonnance n°\u00a02006861 du tribunal administratif de Paris"
    assert not entry.conflicts


# ------------------------------------------------------------------------- what people ruled


def test_people_split_and_join_and_taking_it_back_restores_the_story():
    facts = [
        fact(1, "audience", "2021-03-08", case_ids={1}),
        fact(2, "audience", "2021-03-08", case_ids={1}),
        fact(3, "audience", "2021-05-04", case_ids={9}),
    ]
    one, two, three = (told.fingerprint for told in facts)
    before = timeline.build(facts)
    assert sources(facts) == [[1, 2], [3]]
    assert sources(facts, {frozenset({one, two}): False}) == [[1], [2], [3]]
    assert sources(facts, {frozenset({two, three}): True}) == [[1, 2, 3]]
    assert sources(facts, {frozenset({two, three}): True, frozenset({one, two}): False}) == [[1], [2, 3]]
    assert timeline.build(facts, links={frozenset({"unknown", one}): True}) == before


def test_a_third_source_follows_the_first_after_a_split():
    facts = [fact(n, "audience", "2021-03-08", case_ids={1}) for n in (1, 2, 3)]
    assert sources(facts, {frozenset({facts[0].fingerprint, facts[1].fingerprint}): False}) == [[1, 3], [2]]


def test_joined_by_a_person_shows_what_differs():
    facts = [
        fact(1, "requête", "2021-02-26", court_code="TA75"),
        official(2, "requête", "2021-02-26"),
        fact(3, "annonce", "2021-02-27"),
    ]
    marks = [told.fingerprint for told in facts]
    (entry,) = timeline.build(facts, links={frozenset(marks[:2]): True, frozenset(marks[1:]): True})
    assert {conflict.field for conflict in entry.conflicts} == {"date", "court", "type"}
    assert EntryConflict(field="court", values=(("CE", (2,)), ("TA75", (1,)))) in entry.conflicts
    assert entry.reasons == ("réunis par une personne",)


def test_what_was_set_aside_is_not_told():
    assert timeline.build([fact(1, "audience", "2021-03-08", status=FactStatus.SET_ASIDE)]) == []


# ---------------------------------------------------------------------------- disagreements


def test_filed_on_the_25th_or_the_26th_is_one_filing_with_a_conflict():
    facts = [
        fact(1, "requête", "2021-02-25", case_ids={1}, parties=(INTERHOP,)),
        official(2, "requête", "2021-02-26", parties=(INTERHOP, UNION, MINISTRY)),
    ]
    (entry,) = timeline.build(facts)
    assert entry.date == dt.date(2021, 2, 26), "the order's visas win"
    assert entry.conflicts == (EntryConflict(field="date", values=(("2021-02-26", (2,)), ("2021-02-25", (1,)))),)
    assert entry.reasons == ("dates proches, même affaire et même partie",)
    assert entry.title == "Requête de l’association InterHop et autre (n°\u00a0450163)"


@pytest.mark.parametrize(
    ("kind", "days", "entries"),
    [
        ("requête", ("2021-02-20", "2021-03-02"), 1),
        ("requête", ("2021-02-20", "2021-03-03"), 2),
        ("audience", ("2021-03-08", "2021-03-11"), 1),
        ("audience", ("2021-03-08", "2021-03-12"), 2),
        ("mémoire", ("2021-03-08", "2021-03-09"), 2),
        ("acte contesté", ("2021-03-08", "2021-03-09"), 2),
    ],
)
def test_how_far_apart_two_dates_of_one_event_may_be(kind: str, days: tuple[str, str], entries: int):
    facts = [fact(place, kind, day, docket="CE/1") for place, day in enumerate(days)]
    assert len(timeline.build(facts)) == entries


def test_a_contested_act_of_two_dates_is_one_when_its_note_is():
    facts = [
        fact(1, "acte contesté", "2020-04-21", docket="CE/1", note="arrêté sur les données de santé"),
        fact(2, "acte contesté", "2020-04-22", docket="CE/1", note="Arrêté sur les données de santé"),
    ]
    assert len(timeline.build(facts)) == 1


def test_without_a_docket_a_case_is_not_enough_for_two_dates():
    shared = {"case_ids": {1}}
    assert len(timeline.build([fact(1, "requête", "2021-02-25", **shared), official(2, "requête", "2021-02-26")])) == 2
    two = [
        official(1, "requête", "2021-02-24", docket="CE/1", parties=(INTERHOP,)),
        official(2, "requête", "2021-02-26", docket="CE/2", parties=(INTERHOP,)),
        fact(3, "requête", "2021-02-25", parties=(INTERHOP,), **shared),
    ]
    assert len(timeline.build(two)) == 3, "it may be either filing: a doubt stays visible"


def test_a_decision_of_nobody_in_particular_is_not_the_order_of_a_few_days_later():
    facts = [
        fact(1, "décision", "2021-03-10", case_ids={1}, parties=(INTERHOP,)),
        official(2, "décision", "2021-03-12", parties=(INTERHOP,)),
    ]
    assert len(timeline.build(facts)) == 2
    said = fact(1, "décision", "2021-03-13", case_ids={1}, parties=(INTERHOP,), court_code="CE")
    assert [conflict.field for conflict in timeline.build([said, facts[1]])[0].conflicts] == ["date"]


def test_two_orders_of_one_docket_a_week_apart_are_two_orders():
    assert sources([official(1, "décision", "2021-03-12"), official(2, "décision", "2021-03-19")]) == [[1], [2]]


def test_without_an_official_source_most_independent_origins_win_then_the_earliest():
    day = {"docket": "CE/1"}
    facts = [
        fact(1, "requête", "2021-02-25", origin="agence", **day),
        fact(2, "requête", "2021-02-25", origin="agence", **day),
        fact(3, "requête", "2021-02-27", **day),
        fact(4, "requête", "2021-02-27", **day),
    ]
    (entry,) = timeline.build(facts)
    assert entry.date == dt.date(2021, 2, 27)
    assert entry.origins == 3
    (entry,) = timeline.build(facts[1:3])
    assert entry.date == dt.date(2021, 2, 25)


def test_between_equals_the_day_of_registration_counts():
    facts = [
        fact(1, "requête", "2021-02-25", docket="CE/1", quote="requête a été déposée le 25 février 2021"),
        fact(2, "requête", "2021-02-26", docket="CE/1", quote="requête a été enregistrée le 26 février 2021"),
    ]
    assert timeline.build(facts)[0].date == dt.date(2021, 2, 26)


def test_a_decision_is_called_as_its_sources_call_it():
    said = fact(1, "décision", "2021-03-12", docket="CE/450163", quote="L’ordonnance n° 450163 du 12 mars 2021")
    other = fact(2, "décision", "2021-03-12", docket="CE/1", quote="La décision qui annule l’ordonnance")
    titles = [entry.title.replace("\u00a0", " ") for entry in timeline.build([said, other])]
    assert titles == ["Ordonnance n° 450163 du Conseil d’État", "Décision n° 1 du Conseil d’État"]


def test_times_that_differ_are_a_conflict_and_the_official_one_is_shown():
    facts = [
        official(1, "audience", "2021-03-08", time="15:00"),
        fact(2, "audience", "2021-03-08", time="14:00", case_ids={1}),
    ]
    (entry,) = timeline.build(facts)
    assert entry.time == "15:00"
    assert entry.conflicts == (EntryConflict(field="time", values=(("15:00", (1,)), ("14:00", (2,)))),)


def test_a_press_error_of_court_is_shown_when_the_docket_says_it_is_one_event():
    facts = [
        fact(1, "requête", "2021-02-26", docket="CE/450163", court_code="TA"),
        official(2, "requête", "2021-02-26"),
    ]
    (entry,) = timeline.build(facts)
    assert entry.court_code == "CE"
    assert entry.conflicts == (EntryConflict(field="court", values=(("CE", (2,)), ("TA", (1,)))),)


# ---------------------------------------------------------------------------------- periods


def week(document: int, **changes: object) -> EventFact:
    return fact(document, "requête", "2021-02-22", date_end=dt.date(2021, 2, 28), precision=Precision.WEEK, **changes)


def test_last_week_and_a_day_in_it_are_one_filing_and_the_day_is_kept():
    (entry,) = timeline.build([week(1, case_ids={1}), official(2, "requête", "2021-02-26")])
    assert (entry.date, entry.date_end, entry.precision) == (dt.date(2021, 2, 26), None, Precision.DAY)
    assert not entry.conflicts
    assert entry.reasons == ("période compatible avec le jour donné par une autre source",)


def test_a_month_holds_a_week_that_holds_a_day():
    month = fact(3, "requête", "2021-02-01", precision=Precision.MONTH, case_ids={1})
    assert sources([week(1, case_ids={1}), official(2, "requête", "2021-02-26"), month]) == [[1, 2, 3]]
    assert (
        len(timeline.build([week(1, case_ids={1}), fact(3, "requête", "2021-02-01", precision=Precision.MONTH)])) == 2
    )


def test_a_week_that_holds_two_filings_or_none_stays_apart():
    two = [official(1, "requête", "2021-02-23", docket="CE/1"), official(2, "requête", "2021-02-26", docket="CE/2")]
    assert len(timeline.build([*two, week(3, case_ids={1})])) == 3
    assert len(timeline.build([official(1, "requête", "2021-03-01"), week(3, case_ids={1})])) == 2


# -------------------------------------------------------------------- modality, status, origins


def test_two_announcements_do_not_make_a_hearing_held_and_the_visas_do():
    announced = [
        fact(n, "audience", "2021-03-08", modality=Modality.ANNOUNCED, court_code="CE", organisations=DOCTOLIB)
        for n in (1, 2)
    ]
    (entry,) = timeline.build(announced)
    assert entry.modality is Modality.ANNOUNCED
    assert entry.title == "Audience annoncée devant le Conseil d’État"
    assert entry.reasons == ("les sources nomment toutes deux Doctolib",)
    (entry,) = timeline.build([*announced, official(3, "audience", "2021-03-08", organisations=DOCTOLIB)])
    assert entry.modality is Modality.RECORDED
    assert entry.title == "Audience devant le Conseil d’État (n°\u00a0450163)"


def test_an_announcement_of_another_day_is_a_conflict_of_the_same_hearing():
    facts = [
        fact(1, "audience", "2021-03-08", docket="CE/1", modality=Modality.ANNOUNCED),
        fact(2, "audience", "2021-03-09", docket="CE/1", modality=Modality.ANNOUNCED),
    ]
    (entry,) = timeline.build(facts)
    assert entry.modality is Modality.ANNOUNCED
    assert [conflict.field for conflict in entry.conflicts] == ["date"]


def test_one_confirmed_fact_confirms_and_one_origin_counts_once():
    facts = [
        fact(1, "audience", "2021-03-08", case_ids={1}, origin="euractiv"),
        fact(2, "audience", "2021-03-08", case_ids={1}, origin="euractiv", status=FactStatus.CONFIRMED),
    ]
    (entry,) = timeline.build(facts)
    assert (entry.status, entry.origins, len(entry.sources)) == (FactStatus.CONFIRMED, 1, 2)
    assert entry.key == facts[0].fingerprint
    assert [source.fingerprint for source in entry.sources] == [told.fingerprint for told in facts]


def test_deduced_only_when_no_source_states_the_day():
    facts = [
        fact(1, "audience", "2021-03-08", case_ids={1}, deduced=True),
        fact(2, "audience", "2021-03-08", case_ids={1}),
    ]
    assert not timeline.build(facts)[0].deduced
    assert timeline.build(facts[:1])[0].deduced


# ------------------------------------------------------------------------------------- order


def test_a_day_is_told_as_the_procedure_goes_and_by_the_hour_where_hours_are_known():
    kinds = ["décision", "audience", "mémoire en défense", "requête", "clôture de l'instruction", "acte contesté"]
    facts = [official(place, kind, "2021-03-08") for place, kind in enumerate(kinds)]
    facts.append(official(9, "mémoire", "2021-03-08", time="18:30"))
    facts.append(official(10, "courrier", "2021-03-07", time="23:00"))
    assert [entry.type for entry in timeline.build(facts)] == [
        "courrier",
        "acte contesté",
        "requête",
        "mémoire en défense",
        "mémoire",
        "audience",
        "clôture de l'instruction",
        "décision",
    ]


# ----------------------------------------------------------------------------------- titles


def test_a_title_names_legal_persons_only():
    company = fact(1, "annonce", "2021-01-11", parties=(("Doctolib", "", ""),), organisations={"doctolib"})
    person = fact(2, "annonce", "2021-01-12", parties=(("Camille Exemple", "", ""),), organisations={"doctolib"})
    assert [entry.title for entry in timeline.build([company, person])] == ["Annonce de Doctolib", "Annonce"]
