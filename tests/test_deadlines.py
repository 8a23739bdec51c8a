"""The procedural clock: days counted, remedies told, and what is said beside each."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack import deadlines
from casetrack.deadlines import NOT_COVERED, NOTICE, Order, clear_days, clear_months, find_remedies, reference_time
from casetrack.deadlines.calendar import closed_because, easter
from casetrack.model import Ground

DAYS = st.dates(min_value=dt.date(1985, 1, 1), max_value=dt.date(2100, 12, 1))


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


# ----------------------------------------------------------------------------------- calendar


@pytest.mark.parametrize(
    "sunday",
    ["1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2021-04-04", "2024-03-31", "2038-04-25"],
)
def test_easter(sunday: str):
    assert easter(int(sunday[:4])) == day(sunday)


def test_the_eleven_holidays_of_2021():
    assert sorted(told.strftime("%m-%d") for told in deadlines.holidays(2021)) == [
        *("01-01", "04-05", "05-01", "05-08", "05-13", "05-24", "07-14", "08-15", "11-01", "11-11", "12-25"),
    ]
    assert deadlines.holidays(2021)[day("2021-05-13")] == "Ascension"


def test_ascension_on_the_first_of_may_is_one_holiday():
    assert deadlines.holidays(2008)[day("2008-05-01")] == "fête du Travail"
    assert len(deadlines.holidays(2008)) == 10


@given(DAYS)
def test_a_working_day_is_worked_and_is_the_first_one(some_day: dt.date):
    found = deadlines.next_working_day(some_day)
    assert not closed_because(found)
    assert all(closed_because(some_day + dt.timedelta(n)) for n in range((found - some_day).days))


# ----------------------------------------------------------------------------------- counting


@pytest.mark.parametrize(
    ("start", "prudent", "last", "why"),
    [
        ("2022-12-20", "2023-01-04", "2023-01-05", "CE, 29 juin 2023, n° 470217"),
        ("2023-10-12", "2023-10-27", "2023-10-30", "Saturday 28 and Sunday 29 October"),
        ("2023-02-20", "2023-03-07", "2023-03-08", "CE, 15 déc. 2023, n° 472836"),
        ("2025-06-27", "2025-07-12", "2025-07-15", "a Sunday, then the national day"),
        ("2021-04-27", "2021-05-12", "2021-05-14", "Ascension is a Thursday: Friday is worked"),
        ("2021-12-09", "2021-12-24", "2021-12-27", "Christmas is a Saturday"),
        ("2021-03-12", "2021-03-27", "2021-03-29", "a Sunday"),
    ],
)
def test_fifteen_clear_days(start: str, prudent: str, last: str, why: str):
    term = clear_days(day(start), 15)
    assert (term.prudent_day, term.last_day) == (day(prudent), day(last)), why


def test_the_arithmetic_is_said_in_french():
    assert [step.replace("\u00a0", " ") for step in clear_days(day("2025-06-27"), 15).steps] == [
        "Notification : vendredi 27 juin 2025.",
        "15 jours comptés du lendemain : le dernier est le samedi 12 juillet 2025 (jour prudent).",
        "Délai franc, le lendemain compris : dimanche 13 juillet 2025.",
        "Le 13 juillet 2025 (dimanche) et le 14 juillet 2025 (fête nationale) : reporté au premier jour ouvrable, "
        "mardi 15 juillet 2025.",
    ]
    assert len(clear_days(day("2022-12-20"), 15).steps) == 3


@pytest.mark.parametrize(
    ("start", "months", "prudent", "last"),
    [
        ("2021-03-12", 1, "2021-04-12", "2021-04-13"),
        ("2021-01-31", 1, "2021-02-28", "2021-03-01"),
        ("2020-12-31", 2, "2021-02-28", "2021-03-01"),
        ("2021-03-12", 2, "2021-05-12", "2021-05-14"),
    ],
)
def test_clear_months(start: str, months: int, prudent: str, last: str):
    term = clear_months(day(start), months)
    assert (term.prudent_day, term.last_day) == (day(prudent), day(last))


@given(DAYS, st.integers(1, 60))
def test_the_prudent_day_is_always_before_the_last_and_the_last_is_worked(start: dt.date, days: int):
    term = clear_days(start, days)
    assert start < term.prudent_day < term.last_day
    assert not closed_because(term.last_day)
    assert (term.last_day - term.prudent_day).days <= 6


# ----------------------------------------------------------------------------------- remedies


def order(**changes: object) -> Order:
    values: dict[str, object] = {
        "basis": "L. 521-2",
        "court": "TA75",
        "instance": "premier ressort",
        "outcome": ("rejet",),
        "decided_on": day("2023-10-11"),
        "notified_on": day("2023-10-12"),
    }
    return Order(**(values | changes))  # type: ignore[arg-type]


WAYS = [
    ("référé-liberté of a tribunal", {}, ["appel", "nouvelle-requete"]),
    ("sorted out under L. 522-3", {"is_triage": True}, ["pourvoi", "nouvelle-requete"]),
    ("non-lieu, hearing or not", {"outcome": ("non-lieu",)}, ["appel"]),
    ("measures ordered", {"outcome": ("injonction", "rejet du surplus")}, ["appel", "modification"]),
    (
        "in part",
        {"basis": "L. 521-1", "outcome": ("suspension", "rejet du surplus")},
        ["pourvoi", "recours-au-fond", "modification"],
    ),
    ("a suspension", {"basis": "L. 521-1", "outcome": ("suspension",)}, ["pourvoi", "recours-au-fond", "modification"]),
    (
        "a suspension refused, grounds not read",
        {"basis": "L. 521-1"},
        ["pourvoi", "confirmation-au-fond", "recours-au-fond", "nouvelle-requete"],
    ),
    (
        "refused for lack of urgency",
        {"basis": "L. 521-1", "grounds": (Ground.URGENCY,)},
        ["pourvoi", "recours-au-fond", "nouvelle-requete"],
    ),
    (
        "refused for lack of doubt",
        {"basis": "L. 521-1", "grounds": (Ground.DOUBT,)},
        ["pourvoi", "confirmation-au-fond", "recours-au-fond", "nouvelle-requete"],
    ),
    ("useful measures", {"basis": "L. 521-3"}, ["pourvoi", "nouvelle-requete"]),
    (
        "a modification, of what is not known",
        {"basis": "L. 521-4"},
        ["recours-de-l-ordonnance-modifiee", "nouvelle-requete"],
    ),
    ("one of a liberté", {"basis": "L. 521-4", "modified_basis": "L. 521-2"}, ["appel", "nouvelle-requete"]),
    (
        "one of a suspension",
        {"basis": "L. 521-4", "modified_basis": "L. 521-1"},
        ["pourvoi", "nouvelle-requete"],
    ),
    (
        "Conseil d'État, first and last",
        {"court": "CE", "instance": "premier et dernier ressort"},
        ["aucun", "nouvelle-requete", "rectification"],
    ),
    (
        "Conseil d'État on appeal, measures ordered",
        {"court": "CE", "instance": "appel", "outcome": ("injonction",)},
        ["aucun", "modification", "rectification"],
    ),
    ("a provision", {"basis": "R. 541-1"}, ["non-couvert"]),
    ("on the merits", {"basis": ""}, ["non-couvert"]),
    ("a liberté of a cour", {"court": "CAA75"}, ["non-couvert", "nouvelle-requete", "rectification"]),
]


@pytest.mark.parametrize(("why", "changes", "kinds"), WAYS, ids=[row[0] for row in WAYS])
def test_what_an_order_leaves(why: str, changes: dict[str, object], kinds: list[str]):
    found = find_remedies(order(**changes))
    assert [remedy.kind for remedy in found] == kinds, why
    for remedy in found:
        assert remedy.rule and remedy.article and remedy.source and remedy.caution
        assert "n° " not in f"{remedy.source} {remedy.caution}", "a number does not part from its sign"
        assert bool(remedy.steps) == bool(remedy.term) == bool(remedy.days or remedy.months)


def test_an_appeal_is_counted_clear_and_shows_the_prudent_day():
    appeal = find_remedies(order())[0]
    assert (appeal.last_day, appeal.prudent_day) == (day("2023-10-30"), day("2023-10-27"))
    assert appeal.term.replace("\u00a0", " ") == "30 octobre 2023 (jour prudent : 27 octobre 2023)"
    assert any("sans décision trouvée" in said for said in appeal.caution)
    cassation = find_remedies(order(is_triage=True))[0]
    assert not any("sans décision trouvée" in said for said in cassation.caution)


def test_an_unknown_notification_gives_no_term():
    appeal = find_remedies(order(notified_on=None))[0]
    assert (appeal.last_day, appeal.prudent_day, appeal.earliest_day) == (None, None, day("2023-10-27"))
    said = appeal.term.replace("\u00a0", " ").replace("\u202f", " ")
    assert said == "au plus tôt le 27 octobre 2023 (si notifiée le jour même) ; terme non calculable"
    assert appeal.steps[0].startswith("Notification inconnue")


def test_an_order_of_the_conseil_d_etat_has_neither_appeal_nor_cassation():
    """N° 450163: what is left is a new request, and two months against a clerical error."""
    none, new, rectification = find_remedies(
        order(
            court="CE",
            decided_on=day("2021-03-12"),
            notified_on=day("2021-03-12"),
            instance="premier et dernier ressort",
        )
    )
    assert none.is_open is False and none.last_day is None
    assert new.is_open and not new.term
    assert (rectification.prudent_day, rectification.last_day) == (day("2021-05-12"), day("2021-05-14"))


def test_the_brief_announced_with_a_cassation():
    brief = deadlines.supplementary_brief(day("2025-06-27"))
    assert brief.last_day == day("2025-07-15")
    assert brief.steps[0].startswith("Enregistrement du pourvoi")


def test_distance_delays_are_said_not_covered_and_nothing_is_advice():
    assert any("421-7" in said and "jamais" in said for said in NOT_COVERED)
    assert "pas un conseil" in NOTICE


# ---------------------------------------------------------------------------------- reference


def test_48_hours_are_a_reference_and_nothing_is_late():
    told = reference_time(day("2021-02-26"), decided_on=day("2021-03-12"))
    assert (told.ends_on, told.ends_at, told.real_days) == (day("2021-02-28"), None, 14)
    assert told.steps[-1].replace("\u00a0", " ") == "Ordonnance : vendredi 12 mars 2021, soit 14 jours."
    assert "ni point de départ ni sanction" in told.caution[0]
    assert not any("dépass" in said or "retard" in said for said in (*told.steps, *told.caution, told.rule))


def test_the_hour_is_kept_and_an_appeal_names_its_own_article():
    told = reference_time(day("2021-02-26"), filed_at="17:45", on_appeal=True)
    assert (told.ends_at, told.real_days, told.article) == ("17:45", None, "L. 523-1 CJA")
    assert "17\u00a0h\u00a045" in told.steps[1]
