"""After an act: what was done is said on the next page, with what undoes it."""

from __future__ import annotations

from flask import flash

from casetrack.casebook.views import Done


def done(act: Done) -> None:
    """Queue the sentence of an act for the next page; the template adds the undo button of its journal entry."""
    flash(act.said, f"undo-{act.journal_id}" if act.journal_id else "message")
