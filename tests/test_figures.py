"""Figures: what is counted, on how many, and when nothing may be shown."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from casetrack.casebook import SYSTEM, figures
from casetrack.casebook.figures import LEAST, days_taken, why_none
from casetrack.model import ANONYMOUS, EventFinding, Findings, Modality, Value
from tests.web_site import open_site

ORDER = """CONSEIL D'ETAT
statuant au contentieux
N° {number}
REPUBLIQUE FRANCAISE
AU NOM DU PEUPLE FRANCAIS
Ordonnance du {day} mars 2022
Le juge des référés

Vu la procédure suivante :
Par une requête, enregistrée le 1er mars 2022 au secrétariat du contentieux du Conseil d'Etat, l'association Exemple
demande au juge des référés, sur le fondement de l'article L. 521-2 du code de justice administrative, d'enjoindre.

Considérant ce qui suit :
1. La condition d'urgence particulière requise par l'article L. 521-2 n'est pas remplie.

O R D O N N E :
Article 1er : La requête de l'association Exemple est rejetée.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("figures")) as opened:
        files = [(f"ordonnance-{n}.txt", ORDER.format(number=460000 + n, day=3 + n).encode()) for n in range(LEAST + 2)]
        opened.casebook.upload(files, viewer=SYSTEM)
        outcomes = [outcome for _, outcome in opened.casebook.work_off_queue()]
        assert all(outcome.outcome == "added" for outcome in outcomes)
        opened.casebook.update_index()
        yield opened


def test_what_is_counted_and_on_how_many(site):
    found = figures.figures(site.casebook, "association exemple", viewer=SYSTEM, filters={"year": ["2022"]})
    by_key = {figure.key: figure for figure in found.figures}
    assert found.total == LEAST + 2
    assert [(bar.label, bar.count) for bar in by_key["year"].bars] == [("2022", LEAST + 2)]
    assert ("Rejet", LEAST + 2) in [(bar.label, bar.count) for bar in by_key["outcome"].bars]
    delays = by_key["days"]
    assert sum(bar.count for bar in delays.bars) == delays.n == LEAST + 2
    assert delays.bars[0].count == 1, "only the order of 3 March came within two days"
    assert all(figure.n >= LEAST and figure.said for figure in found.figures)


def test_nothing_below_twenty_and_visitors_count_what_they_may_see(site):
    few = figures.figures(site.casebook, "n°:999101", viewer=SYSTEM)
    assert few.withheld and not few.figures
    assert figures.figures(site.casebook, "", viewer=ANONYMOUS).total < LEAST


def test_a_figure_that_too_few_decisions_make_says_so(site, monkeypatch):
    monkeypatch.setattr(figures, "SAMPLE", LEAST - 1)
    found = figures.figures(site.casebook, "association exemple", viewer=SYSTEM, filters={"year": ["2022"]})
    (delays,) = found.missing
    assert (delays.key, delays.n, delays.bars) == ("days", LEAST - 1, ())
    assert f"pas de chiffre en dessous de {LEAST}" in delays.said
    assert delays.key not in {figure.key for figure in found.figures}


@pytest.mark.parametrize(
    ("total", "courts", "is_withheld"),
    [
        (19, ["CE"], True),
        (20, ["CE"], False),
        (500, ["TA108"], True),
        (500, ["TA108", "TA975"], True),
        (500, [], False),
    ],
)
def test_when_there_may_be_no_figure(total, courts, is_withheld):
    assert bool(why_none(total, courts)) is is_withheld


def filed(day: int, **changes: object) -> EventFinding:
    return EventFinding(type="requête", date=dt.date(2022, 3, day), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ((filed(1), filed(4)), 9),
        ((filed(1, court_code="TA75"), filed(4, court_code="CE")), 6),
        ((filed(4, modality=Modality.ANNOUNCED),), None),
        ((filed(12),), None),
        ((), None),
    ],
)
def test_days_from_filing_to_order(events, days):
    findings = Findings(kind=Value(value="decision"), decision_date=Value(value="2022-03-10"), events=events)
    assert days_taken(findings, "CE") == days


def test_the_page_its_table_and_its_files(site):
    client = site.client("lecteur")
    page = client.get("/chiffres?year=2022").get_data(as_text=True)
    assert page.count('<svg class="bars"') == page.count("<caption") >= 3
    assert "n = 22" in page
    value = json.loads(client.get("/chiffres.json?year=2022").data)
    assert {figure["key"] for figure in value["figures"]} >= {"year", "outcome", "days"}
    assert client.get("/chiffres.csv?year=2022").get_data(as_text=True).count("\r\n") > 3
    assert client.get("/chiffres.xls").status_code == 404
    assert "Pas de chiffre ici" in site.app.test_client().get("/chiffres").get_data(as_text=True)
