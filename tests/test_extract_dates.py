"""Dates: a table of press phrases, a third of it set aside, and the traps of decisions."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from casetrack.extract.dates import find_dates
from casetrack.extract.dates_reference import deduce_reference, reference_bounds
from casetrack.model import Precision

GOLD = Path(__file__).parent / "gold"


def load(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


KNOWN = load("press_dates.jsonl")
SET_ASIDE = load("press_dates_heldout.jsonl")
SET_ASIDE_FLOOR = 0.95


def read(row: dict) -> tuple[list, list]:
    """(expected, found) as (day, last day, hour); what stays vague is not counted."""
    reference = dt.date.fromisoformat(row["reference"]) if row["reference"] else None
    wanted = [(item["date"], item["date_end"], item["time"]) for item in row["dates"]]
    found = [
        (date.date.isoformat(), date.date_end.isoformat() if date.date_end else None, date.time)
        for date in find_dates(row["text"], reference=reference)
        if date.date
    ]
    return wanted, found


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["text"][:50])
def test_press_phrases(row: dict):
    wanted, found = read(row)
    assert found == wanted


def test_phrases_set_aside_keep_their_floor():
    matched = wanted = found = 0
    for row in SET_ASIDE:
        expected, got = read(row)
        matched += sum(item in got for item in expected)
        wanted, found = wanted + len(expected), found + len(got)
    assert len(SET_ASIDE) >= 50
    assert 2 * matched / (wanted + found) >= SET_ASIDE_FLOOR


def test_the_table_is_as_large_as_promised():
    assert len(KNOWN) + len(SET_ASIDE) >= 150


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("enregistrés les 26 et 27 février, et les 1er, 5 et 7 mars 2021",
         ["2021-02-26", "2021-02-27", "2021-03-01", "2021-03-05", "2021-03-07"]),
        ("les 30 novembre et 15 décembre 2021", ["2021-11-30", "2021-12-15"]),
        ("les 30 décembre et 2 janvier 2022", ["2021-12-30", "2022-01-02"]),
        ("les 24 octobre 2025, 3 et 12 novembre 2025", ["2025-10-24", "2025-11-03", "2025-11-12"]),
        ("le 11 août 20231, puis", ["2023-08-11"]),
        ("au 12 rue du 8 mai 1945", []),
        ("12 mai\u00adres de communes", []),
        ("le 31 février 2021", []),
        ("9 nov. 2023", ["2023-11-09"]),
        ("le 1er janvier 2020 à minuit", ["2020-01-01"]),
    ],
)  # fmt: skip
def test_lists_and_traps_of_decisions(text: str, days: list[str]):
    assert [date.date.isoformat() for date in find_dates(text) if date.date] == days


def test_an_interval_is_one_finding_with_two_ends():
    [found] = find_dates("du 10 au 15 octobre 2020")
    assert (found.date, found.date_end, found.precision) == (
        dt.date(2020, 10, 10), dt.date(2020, 10, 15), Precision.INTERVAL,
    )  # fmt: skip


def test_without_reference_a_relative_date_stays_undated_and_says_so():
    [found] = find_dates("Le recours a été déposé la semaine dernière.")
    assert found.date is None and found.precision is Precision.VAGUE and "référence" in found.reason


def test_nothing_comes_from_today():
    """No year in the text, nothing that restricts it: no date."""
    assert find_dates("Le 8 mars, l'audience aura lieu.")[0].date is None
    assert deduce_reference("Le lundi 8 mars, l'audience aura lieu.") is None


def test_weekday_and_named_things_deduce_the_days_of_writing():
    text = "Le RGPD et la COVID-19 en cause : l'audience est fixée au mercredi 4 octobre."
    value = deduce_reference(text)
    assert value and value.value == "2023-09-04/2023-10-03"
    assert "mercredi 4 octobre" in value.reason and "COVID-19" in value.reason
    [found] = find_dates(text, reference=reference_bounds(value))
    assert found.date == dt.date(2023, 10, 4) and found.deduced


def test_spans_limit_the_findings():
    text = "le 1er mars 2021 et le 2 avril 2021"
    assert len(find_dates(text, spans=[(0, 17)])) == 1
