"""The procedural clock: which remedy an order leaves, until when, by which rule, counted how. Pure.

A reminder of rules, never advice: each value carries its article, its source, its arithmetic in French and what it
does not cover. A person may always hold another date for the right one.
"""

from __future__ import annotations

from casetrack.deadlines.calendar import holidays, next_working_day
from casetrack.deadlines.counting import Term, clear_days, clear_months
from casetrack.deadlines.reference import ReferenceTime, reference_time
from casetrack.deadlines.remedies import NOT_COVERED, NOTICE, Order, Remedy, find_remedies, supplementary_brief

__all__ = [
    "NOTICE",
    "NOT_COVERED",
    "Order",
    "ReferenceTime",
    "Remedy",
    "Term",
    "clear_days",
    "clear_months",
    "find_remedies",
    "holidays",
    "next_working_day",
    "reference_time",
    "supplementary_brief",
]
