"""From a file to a timeline, what people decide, and what a visitor sees."""

from __future__ import annotations

import datetime as dt

import pytest

from casetrack.casebook import SYSTEM, Casebook, Moved
from casetrack.errors import Conflict, NotAllowed, NotFound, Refused
from casetrack.model import ANONYMOUS, UserRole, Viewer, Visibility
from tests.samples import ARTICLE, ECHO, ORDER

EDITOR = Viewer(user_id=1, name="Édith", role=UserRole.EDITOR)
READER = Viewer(user_id=2, name="Léo", role=UserRole.READER)


def types(entries):
    return [(entry.date.isoformat(), entry.type) for entry in entries]


def fact_of(casebook, document_id, kind, subject):
    found = [f for f in casebook.document(document_id, viewer=SYSTEM).facts if f.kind == kind and f.subject == subject]
    assert found, f"no {kind} {subject}"
    return found[0]


def test_an_order_opens_a_case_with_its_timeline(casebook: Casebook, take):
    take(ORDER)
    (summary,) = casebook.cases(viewer=SYSTEM)
    assert summary.ref.slug == "ce-999201"
    assert summary.state == "décision du 12\u00a0mars 2021"
    case = casebook.case("ce-999201", viewer=SYSTEM)
    assert {"requerant", "defendeur"} <= {participant.role for participant in case.participants}
    assert ("2021-03-08", "audience") in types(case.timeline.entries)
    assert ("2021-02-26", "requête") in types(case.timeline.entries)
    assert [fact.value["value"] for fact in case.proceedings[0].outcomes] == ["rejet"]
    assert [fact.value["value"] for fact in case.proceedings[0].grounds] == ["urgence"]


def test_every_fact_carries_its_passage(casebook: Casebook, take):
    view = casebook.document(take(ORDER), viewer=SYSTEM)
    assert view.text is not None
    events = [fact for fact in view.facts if fact.kind == "event"]
    assert len(events) >= 4
    for fact in view.facts:
        assert view.text[fact.start : fact.end] == fact.quote


def test_press_and_order_tell_one_hearing_and_the_press_is_two_documents_of_one_origin(casebook: Casebook, take):
    order, article, echo = take(ORDER), take(ARTICLE, "a.txt"), take(ECHO, "b.txt")
    hearings = [e for e in casebook.timeline(viewer=SYSTEM, everything=True).entries if e.type == "audience"]
    assert len(hearings) == 1
    assert {source.document_id for source in hearings[0].sources} == {order, article, echo}
    assert hearings[0].modality == "constate", "the order's visas record what the press only announced"
    assert hearings[0].origins == 2, "the second article says that it repeats the first"


def test_two_days_for_one_filing_are_both_shown(casebook: Casebook, take):
    take(ORDER)
    take(ECHO, "b.txt")
    filed = [e for e in casebook.timeline(viewer=SYSTEM, everything=True).entries if e.type == "requête"]
    assert len(filed) == 1
    assert filed[0].date == dt.date(2021, 2, 26), "the official record leads"
    (conflict,) = [c for c in filed[0].conflicts if c.field == "date"]
    assert {value for value, _ in conflict.values} == {"2021-02-25", "2021-02-26"}


def test_timeline_by_plaintiff_and_by_name(casebook: Casebook, take):
    take(ORDER)
    by_plaintiff = casebook.timeline(viewer=SYSTEM, plaintiff="Les Amis du Phare")
    assert ("2021-03-12", "décision") in types(by_plaintiff.entries)
    assert not casebook.timeline(viewer=SYSTEM, plaintiff="ministre de la mer").entries
    assert casebook.timeline(viewer=SYSTEM, party="société Nuage").entries, "named in a passage"
    with pytest.raises(NotFound):
        casebook.timeline(viewer=SYSTEM, party="Personne Inconnue")


def test_a_correction_survives_every_reading(casebook: Casebook, take):
    document_id = take(ORDER)
    hearing = fact_of(casebook, document_id, "event", "audience")
    casebook.correct(hearing.id, {"date": "2021-03-09"}, viewer=EDITOR)
    filed = fact_of(casebook, document_id, "event", "requête")
    casebook.set_aside(filed.id, viewer=EDITOR)
    casebook.pipeline.read(document_id)
    casebook.pipeline.read(document_id)
    hearing = fact_of(casebook, document_id, "event", "audience")
    assert (hearing.value["date"], hearing.status, hearing.by_person) == ("2021-03-09", "confirme", True)
    entries = types(casebook.timeline(viewer=SYSTEM, everything=True).entries)
    assert ("2021-03-09", "audience") in entries
    assert "requête" not in {kind for _, kind in entries}


def test_an_added_fact_survives_and_needs_a_passage(casebook: Casebook, take):
    document_id = take(ORDER)
    text = casebook.document(document_id, viewer=SYSTEM).text or ""
    start = text.index("11 janvier 2021")
    value = {"type": "annonce", "date": "2021-01-11", "precision": "day", "modality": "constate"}
    with pytest.raises(Refused):
        casebook.add_fact(document_id, kind="event", subject="annonce", value=value, start=5, end=5, viewer=EDITOR)
    done = casebook.add_fact(
        document_id, kind="event", subject="annonce", value=value, start=start, end=start + 15, viewer=EDITOR
    )
    casebook.pipeline.read(document_id)
    added = fact_of(casebook, document_id, "event", "annonce")
    assert (added.quote, added.by_person, added.is_on_old_text) == ("11 janvier 2021", True, False)
    assert done.journal_id
    casebook.undo(done.journal_id, viewer=EDITOR)
    facts = casebook.document(document_id, viewer=SYSTEM).facts
    assert not [f for f in facts if f.kind == "event" and f.subject == "annonce"]


def test_undo_writes_the_inverse_once(casebook: Casebook, take):
    document_id = take(ORDER)
    fact = fact_of(casebook, document_id, "event", "audience")
    done = casebook.set_aside(fact.id, viewer=EDITOR)
    assert fact_of(casebook, document_id, "event", "audience").status == "ecarte"
    assert done.journal_id
    casebook.undo(done.journal_id, viewer=EDITOR)
    assert fact_of(casebook, document_id, "event", "audience").status == "propose"
    with pytest.raises(Conflict):
        casebook.undo(done.journal_id, viewer=EDITOR)


def test_a_reader_may_not_write_and_a_visitor_neither(casebook: Casebook, take):
    fact = fact_of(casebook, take(ORDER), "event", "audience")
    for viewer in (READER, ANONYMOUS):
        with pytest.raises(NotAllowed):
            casebook.confirm(fact.id, viewer=viewer)
        with pytest.raises(NotAllowed):
            casebook.review_queue(viewer=viewer)


def test_a_visitor_sees_press_as_a_listing_and_its_proposals_not_at_all(casebook: Casebook, take):
    document_id = take(ARTICLE)
    view = casebook.document(document_id, viewer=ANONYMOUS)
    assert view.text is None
    assert not view.facts
    assert 0 < len(view.ref.quotation) <= 200
    assert not casebook.timeline(viewer=ANONYMOUS, everything=True).entries
    assert casebook.search("Nuage", viewer=SYSTEM).total == 1
    hits = casebook.search("défendre", viewer=ANONYMOUS)
    assert hits.total == ("défendre" in view.ref.quotation)


def test_a_visitor_sees_a_confirmed_fact_of_the_press_without_its_sentence(casebook: Casebook, take):
    document_id = take(ARTICLE)
    casebook.confirm(fact_of(casebook, document_id, "event", "audience").id, viewer=EDITOR)
    (entry,) = casebook.timeline(viewer=ANONYMOUS, everything=True).entries
    assert entry.type == "audience"
    assert [source.quote for source in entry.sources] == [""]


def test_a_visitor_never_learns_of_a_filing(casebook: Casebook, take):
    document_id = take(ORDER, visibility=Visibility.MEMBERS)
    with pytest.raises(NotFound):
        casebook.document(document_id, viewer=ANONYMOUS)
    assert casebook.cases(viewer=ANONYMOUS) == ()
    assert casebook.search("phare", viewer=ANONYMOUS).total == 0
    assert casebook.parties(viewer=ANONYMOUS) == ()
    casebook.set_visibility(document_id, Visibility.PUBLIC, viewer=EDITOR)
    assert casebook.document(document_id, viewer=ANONYMOUS).text
    assert casebook.search("phare", viewer=ANONYMOUS).total == 1
    casebook.set_visibility(document_id, Visibility.MEMBERS, viewer=EDITOR)
    assert casebook.search("phare", viewer=ANONYMOUS).total == 0


def test_cases_are_renamed_merged_split_and_put_back(casebook: Casebook, take):
    take(ORDER)
    article = take(ARTICLE, "a.txt")
    other = casebook.create_case("Presse du littoral", viewer=EDITOR)
    casebook.attach_document(other.slug, article, viewer=EDITOR)
    renamed = casebook.rename_case("ce-999201", viewer=EDITOR, title="Les phares et le nuage")
    assert renamed.slug == "les-phares-et-le-nuage"
    with pytest.raises(Moved) as moved:
        casebook.case("ce-999201", viewer=SYSTEM)
    assert moved.value.slug == renamed.slug

    merged = casebook.merge_cases(other.slug, renamed.slug, viewer=EDITOR)
    assert article in {d.id for d in casebook.case(renamed.slug, viewer=SYSTEM).documents}
    with pytest.raises(Moved):
        casebook.case(other.slug, viewer=SYSTEM)
    assert merged.journal_id
    casebook.undo(merged.journal_id, viewer=EDITOR)
    assert [d.id for d in casebook.case(other.slug, viewer=SYSTEM).documents] == [article]

    casebook.merge_cases(other.slug, renamed.slug, viewer=EDITOR)
    split = casebook.split_case(renamed.slug, "Seulement la presse", [article], viewer=EDITOR)
    assert [d.id for d in casebook.case(split.slug, viewer=SYSTEM).documents] == [article]
    assert split.journal_id
    casebook.undo(split.journal_id, viewer=EDITOR)
    assert article in {d.id for d in casebook.case(renamed.slug, viewer=SYSTEM).documents}


def test_a_wrong_upload_goes_and_comes_back(casebook: Casebook, take):
    document_id = take(ORDER)
    done = casebook.delete_document(document_id, viewer=EDITOR)
    assert casebook.search("phare", viewer=SYSTEM).total == 0
    with pytest.raises(NotFound):
        casebook.document(document_id, viewer=SYSTEM)
    assert done.journal_id
    casebook.undo(done.journal_id, viewer=EDITOR)
    assert casebook.search("phare", viewer=SYSTEM).total == 1


def test_the_queue_asks_and_remembers_the_answer(casebook: Casebook, take):
    take(ORDER)
    article = take(ARTICLE, "a.txt")
    queue = casebook.review_queue(viewer=EDITOR)
    (question,) = [item for item in queue.items if item.kind == "attach"]
    assert question.document is not None and question.document.id == article
    assert question.reasons
    assert question.suggestion_id
    casebook.decide(question.suggestion_id, True, viewer=EDITOR)
    assert article in {d.id for d in casebook.case("ce-999201", viewer=SYSTEM).documents}
    with pytest.raises(Conflict):
        casebook.decide(question.suggestion_id, False, viewer=EDITOR)


def test_an_entry_can_be_taken_apart(casebook: Casebook, take):
    take(ORDER)
    take(ARTICLE, "a.txt")
    (hearing,) = [e for e in casebook.timeline(viewer=SYSTEM, everything=True).entries if e.type == "audience"]
    story = casebook.story(SYSTEM)
    first, second = [story.row_by_fact[source.fact_id]["fingerprint"] for source in hearing.sources]
    done = casebook.split_event(first, second, viewer=EDITOR)
    assert len([e for e in casebook.timeline(viewer=SYSTEM, everything=True).entries if e.type == "audience"]) == 2
    assert done.journal_id
    casebook.undo(done.journal_id, viewer=EDITOR)
    assert len([e for e in casebook.timeline(viewer=SYSTEM, everything=True).entries if e.type == "audience"]) == 1


def test_a_bare_docket_leads_to_the_decision_and_absence_is_said(casebook: Casebook, take):
    document_id = take(ORDER)
    page = casebook.search("n° 999201", viewer=SYSTEM)
    assert page.reference is not None and page.reference.id == document_id
    assert "n'est pas ici" in casebook.search("n° 999777", viewer=SYSTEM).not_held
    assert casebook.decision_document("ce", dt.date(2021, 3, 12), "999201", viewer=SYSTEM) == document_id


def test_a_reference_day_given_by_a_person_resolves_relative_dates(casebook: Casebook, take):
    document_id = take("Mer : le ministre attendu\nL'audience devant le Conseil d'État aura lieu le 8 mars prochain.\n")
    assert not [f for f in casebook.document(document_id, viewer=SYSTEM).facts if f.kind == "event"]
    casebook.set_reference_date(document_id, dt.date(2021, 3, 5), viewer=EDITOR)
    hearing = fact_of(casebook, document_id, "event", "audience")
    assert (hearing.value["date"], hearing.value["modality"]) == ("2021-03-08", "annonce")
