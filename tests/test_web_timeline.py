"""The picture of a timeline, as laid out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from casetrack.model import (
    DocumentKind,
    EntryConflict,
    EntrySource,
    FactStatus,
    Modality,
    Precision,
    TimelineEntry,
)
from casetrack.web import timeline_lanes, timeline_marks, timeline_svg
from casetrack.web.shown import by_role, place, telling
from casetrack.web.timeline_scale import make_scale, ticks

INTERHOP = ("InterHop", "requerant", "interhop")
MINISTRY = ("ministre des solidarités et de la santé", "defendeur", "ministre-sante")


def entry(key: str, day: str, kind: str = "mémoire", **changes: object) -> TimelineEntry:
    source = EntrySource(
        document_id=7,
        title="Ordonnance",
        kind=DocumentKind.DECISION,
        quote="phrase",
        page=1,
        start=0,
        end=6,
        origin="o",
        fact_id=1,
        status=FactStatus.PROPOSED,
    )
    values: dict[str, object] = {
        "key": key,
        "date": dt.date.fromisoformat(day),
        "date_end": None,
        "time": None,
        "precision": Precision.DAY,
        "type": kind,
        "modality": Modality.RECORDED,
        "title": "",
        "status": FactStatus.PROPOSED,
        "deduced": False,
        "court_code": "CE",
        "docket": "CE/450163",
        "case_ids": frozenset({1}),
        "parties": (INTERHOP,),
        "origins": 1,
        "sources": (source,),
    }
    return TimelineEntry(**(values | changes))  # type: ignore[arg-type]


CASE = [
    entry("a", "2020-04-21", "acte contesté", parties=(), docket=""),
    entry("b", "2021-02-26", "requête", conflicts=(EntryConflict(field="date", values=(("2021-02-25", (1,)),)),)),
    entry("c", "2021-03-05", "publication", parties=(), docket=""),
    entry("d", "2021-03-07", "mémoire en défense", parties=(MINISTRY,)),
    entry("e", "2021-03-08", "audience", modality=Modality.ANNOUNCED, parties=(INTERHOP, MINISTRY), time="15:00"),
    entry("f", "2021-03-12", "décision", status=FactStatus.CONFIRMED, parties=(INTERHOP, MINISTRY)),
]


def test_lanes_by_party_put_plaintiffs_above_defendants_and_say_who_is_missing():
    lanes = timeline_lanes.group(CASE, "partie")
    assert [lane.label for lane in lanes] == ["InterHop", MINISTRY[0], "Sans personne morale nommée"]
    assert [[told.key for told in lane.entries] for lane in lanes] == [["b", "e", "f"], ["d", "e", "f"], ["a", "c"]]
    assert lanes[0].address == "/parties/interhop"


def test_a_natural_person_has_no_lane():
    lanes = timeline_lanes.group([entry("p", "2021-03-01", parties=(("Mme A... B...", "requerant", ""),))], "partie")
    assert [lane.label for lane in lanes] == ["Sans personne morale nommée"]


def test_lanes_by_plaintiff_proceeding_kind_and_case():
    assert [lane.label for lane in timeline_lanes.group(CASE, "requerant")] == ["InterHop", "Sans requérant nommé"]
    assert [lane.label for lane in timeline_lanes.group(CASE, "instance")] == [
        "Conseil d’État, n°\u00a0450163",
        "Hors instance",
    ]
    assert [lane.key for lane in timeline_lanes.group(CASE, "nature")] == [
        "acte", "ecrit", "audience", "decision", "presse",
    ]  # fmt: skip
    by_case = timeline_lanes.group(CASE, "affaire", {1: ("doctolib", "Doctolib")})
    assert [(lane.key, lane.address) for lane in by_case] == [("doctolib", "/affaires/doctolib")]


def test_too_many_lanes_are_joined_and_counted():
    many = [entry(str(n), "2021-03-01", parties=((f"Partie {n:02d}", "requerant", f"p{n}"),)) for n in range(20)]
    lanes = timeline_lanes.group(many, "partie")
    assert len(lanes) == timeline_lanes.MAX_LANES
    assert lanes[-1].label == "7\u00a0autres lignes"
    assert sum(len(lane.entries) for lane in lanes) == 20


def test_time_runs_left_to_right_and_the_long_silence_is_folded_and_said():
    picture = timeline_svg.draw(timeline_lanes.group(CASE, "nature"))
    assert picture is not None
    xs = {mark.key: mark.x for lane in picture.lanes for mark in lane.marks}
    assert [key for key, _ in sorted(xs.items(), key=lambda item: item[1])] == list("abcdef")
    assert [label for *_, label in picture.folds] == ["10\u00a0mois"]
    assert all(timeline_svg.GUTTER <= x <= picture.width for x in xs.values())


def test_the_wait_for_a_decision_hides_no_silence_and_is_never_folded():
    entries = [entry("a", "2021-01-11", "annonce"), *CASE[1:]]
    waited = timeline_svg.Reference(label="n° 450163", filed_on=dt.date(2021, 2, 26), decided_on=dt.date(2021, 3, 12))
    plain = timeline_svg.draw(timeline_lanes.group(entries, "nature"))
    banded = timeline_svg.draw(timeline_lanes.group(entries, "nature"), references=[waited])
    assert plain is not None and banded is not None
    assert [label for *_, label in plain.folds] == [label for *_, label in banded.folds] != []
    band = banded.bands[0]
    assert all(end <= band.x_start or start >= band.x_end for start, end, _ in banded.folds)
    assert banded.axis > timeline_svg.AXIS, "what a fold says has a row of its own"


def test_an_entry_says_its_people_by_role_and_nothing_twice():
    people = (
        *((f"association {n}", "requerant", f"a{n}") for n in range(5)),
        ("association 0", "appelant", "a0"),
        MINISTRY,
    )
    told = by_role(people)
    assert [(said, len(shown), more) for said, shown, more in told] == [("requérants", 1, 4), ("défendeur", 1, 0)]
    assert place(entry("a", "2021-03-12", title="Ordonnance n° 450163 du Conseil d’État")) == ""
    assert place(entry("b", "2021-03-12", title="Mémoire")) == "Conseil d’État, n°\u00a0450163"
    assert place(entry("c", "2021-03-12", title="", court_code="TA", docket="")) == "Tribunal administratif"


def test_sources_that_tell_something_come_first():
    source = CASE[0].sources[0]
    bare = replace(source, quote="12 mars 2021", sentence="Fait à Paris, le 12 mars 2021")
    full = replace(
        source, quote="12 mars 2021", sentence="Par une ordonnance du 12 mars 2021, le juge a rejeté la requête."
    )
    copy = replace(full, document_id=8)
    assert telling((bare, full, copy)) == ([full], [bare, copy]), "what a copy repeats is said once"
    assert telling((bare,)) == ([bare], []), "a poor source is better than none"


def test_signs_say_modality_status_conflict_and_precision():
    vague = entry("g", "2021-01-01", "acte contesté", precision=Precision.MONTH)
    picture = timeline_svg.draw(timeline_lanes.group([*CASE, vague], "nature"))
    assert picture is not None
    marks = {mark.key: mark for lane in picture.lanes for mark in lane.marks}
    assert (marks["e"].shape, marks["f"].shape) == ("diamond", "disc")
    assert (marks["e"].status, marks["f"].status) == ("propose", "confirme")
    assert marks["b"].has_conflict and not marks["f"].has_conflict
    assert marks["g"].is_uncertain
    assert marks["e"].label == "Audience annoncée"
    assert "annoncé, proposé" in marks["e"].title and "8\u00a0mars 2021, 15\u00a0h" in marks["e"].title
    assert {"diamond", "disc", "confirme", "propose", "conflict", "uncertain"} <= picture.seen


def test_no_two_signs_of_a_row_overlap():
    crowd = [entry(str(n), f"2021-03-{1 + n % 28:02d}") for n in range(50)]
    picture = timeline_svg.draw(timeline_lanes.group(crowd, "nature"))
    assert picture is not None
    rows: dict[float, list[tuple[float, float]]] = {}
    for mark in picture.lanes[0].marks:
        rows.setdefault(mark.y, []).append(timeline_marks.extent(mark))
    for extents in rows.values():
        extents.sort()
        assert all(before[1] <= after[0] for before, after in zip(extents, extents[1:], strict=False))


def test_one_entry_in_several_lanes_is_joined_by_a_line():
    picture = timeline_svg.draw(timeline_lanes.group(CASE, "partie"))
    assert picture is not None
    assert len(picture.links) == 2  # the hearing and the decision concern both
    assert all(top < bottom for _, top, bottom in picture.links)


def test_two_thousand_events_become_clusters_that_lose_nobody():
    start = dt.date(2015, 1, 1)
    crowd = [entry(str(n), (start + dt.timedelta(days=n)).isoformat()) for n in range(2000)]
    picture = timeline_svg.draw(timeline_lanes.group(crowd, "nature"))
    assert picture is not None
    marks = picture.lanes[0].marks
    assert len(marks) < 80
    assert sum(mark.count for mark in marks) == 2000
    assert "cluster" in picture.seen
    by_day = timeline_svg.draw(timeline_lanes.group(crowd, "nature"), zoom="jours")
    assert by_day is not None and by_day.is_wide
    assert sum(mark.count for mark in by_day.lanes[0].marks) == 2000
    assert len(by_day.lanes[0].marks) <= timeline_svg.MOST_SIGNS


def test_the_reference_delay_stands_against_real_time():
    reference = timeline_svg.Reference(
        label="n° 450163", filed_on=dt.date(2021, 2, 26), decided_on=dt.date(2021, 3, 12)
    )
    picture = timeline_svg.draw(timeline_lanes.group(CASE, "nature"), references=[reference])
    assert picture is not None
    (band,) = picture.bands
    assert band.real == "14\u00a0jours réels"
    assert band.x_start < band.x_48 < band.x_end
    assert "délai de référence" in band.title and "dépass" not in band.title


def test_cases_aligned_on_their_filing_share_a_zero():
    other = [
        entry("x", "2020-09-28", "requête", case_ids=frozenset({2})),
        entry("y", "2020-10-13", "décision", case_ids=frozenset({2})),
    ]
    cases = {1: ("doctolib", "Doctolib"), 2: ("hdh", "Health Data Hub")}
    lanes = timeline_lanes.align(timeline_lanes.group([*CASE[1:], *other], "affaire", cases))
    picture = timeline_svg.draw(lanes)
    assert picture is not None
    xs = {mark.key: mark.x for lane in picture.lanes for mark in lane.marks}
    assert xs["b"] == xs["x"]
    assert xs["y"] > xs["f"]  # 15 days against 14
    assert "J" in [tick.label for tick in picture.ticks]


@pytest.mark.parametrize(
    ("span", "zoom", "label"),
    [
        ((737850.0, 737850.2), "auto", "h"),
        ((737850.0, 737860.0), "auto", "mars"),
        ((737500.0, 738000.0), "auto", "2021"),
        ((730000.0, 738000.0), "auto", "2015"),
    ],
)
def test_ticks_follow_the_span_and_do_not_touch(span, zoom, label):
    drawn = ticks(make_scale([span], x_start=0, width=900, zoom=zoom))
    assert len(drawn) >= 2
    assert any(label in tick.label for tick in drawn)
    assert all(after.x - before.x >= 60 for before, after in zip(drawn, drawn[1:], strict=False))


@pytest.mark.parametrize("zoom", ["annees", "mois", "jours", "minutes"])
def test_each_zoom_draws_and_wider_ones_are_bounded(zoom):
    picture = timeline_svg.draw(timeline_lanes.group(CASE, "nature"), zoom=zoom)
    assert picture is not None
    assert 1120 <= picture.width <= 21_000


def test_nothing_to_draw_is_no_picture():
    assert timeline_svg.draw(()) is None
    assert timeline_svg.draw(timeline_lanes.group([], "partie")) is None
