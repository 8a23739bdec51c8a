"""What files hide is seen before they are published, and is not in the published text."""

from __future__ import annotations

import pytest

from casetrack.casebook import Casebook
from casetrack.errors import Unreadable
from casetrack.model import ANONYMOUS, UserRole, Viewer
from casetrack.read.defects import inspect_bytes
from casetrack.read.limits import Limits
from tests.defective.make import OPEN, SECRET, clean, defective

EDITOR = Viewer(user_id=2, name="Édith", role=UserRole.EDITOR)
FILES = defective()


def test_there_are_at_least_forty_of_them():
    assert len({name for name, *_ in FILES}) == len(FILES) >= 40


@pytest.mark.parametrize(("name", "data", "kind", "hidden"), FILES, ids=[name for name, *_ in FILES])
def test_each_defect_is_seen(name, data, kind, hidden):
    found = inspect_bytes(data, name, Limits())
    assert kind in {item.kind for item in found}, found
    if hidden:
        assert any(hidden in item.text for item in found if item.kind == kind), found
    else:
        assert kind in {"versions", "objet", "fichier-joint"} or any(SECRET in item.detail for item in found)


@pytest.mark.parametrize(("name", "data"), clean(), ids=[name for name, _ in clean()])
def test_a_clean_file_has_none(name, data):
    assert inspect_bytes(data, name, Limits()) == ()


def test_what_the_original_hides_is_not_in_the_published_text(casebook: Casebook):
    """By the real chain: sent, read, previewed, published."""
    files = [(name, data) for name, data, *_ in FILES]
    casebook.upload(files, viewer=EDITOR)
    outcomes = [outcome for _, outcome in casebook.work_off_queue()]
    read = [outcome for outcome in outcomes if outcome.outcome == "added" and outcome.name in dict(files)]
    assert len(read) == len(files), [outcome for outcome in outcomes if outcome.outcome != "added"]
    for outcome in read:
        casebook.publish(outcome.document_id, viewer=EDITOR)
        shown = casebook.document(outcome.document_id, viewer=ANONYMOUS)
        assert OPEN in (shown.text or ""), outcome.name
        assert "Lenoir" not in (shown.text or "") + shown.ref.title, outcome.name
        assert shown.declared == () and shown.name == "" and not shown.has_original
    assert casebook.search("Lenoir", viewer=ANONYMOUS).total == 0


def test_a_file_that_cannot_be_examined_is_not_published():
    with pytest.raises(Unreadable):
        inspect_bytes(b"%PDF-1.4\nrien de bon", "a.pdf", Limits())
