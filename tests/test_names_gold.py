"""Persons left in clear and organisations wrongly masked, on 200 of each: ``tests/gold/names.jsonl``.

``names_forms.jsonl`` is of the forms that filings, mail and press give to names: lists, tables, forms to fill in,
signatures, capitals, offices, civil status, foreign alphabets, numbers; and of organisations named after somebody.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from casetrack import masking
from casetrack.extract import extract
from casetrack.model import fold

GOLD = [json.loads(line) for line in (Path(__file__).parent / "gold" / "names.jsonl").read_text("utf-8").splitlines()]
FORMS = [
    json.loads(line) for line in (Path(__file__).parent / "gold" / "names_forms.jsonl").read_text("utf-8").splitlines()
]
PERSONS_LEFT_AT_MOST = 0
FORMS_LEFT_AT_MOST = 1
ORGANISATIONS_MASKED_AT_MOST = 0.01


def shown(text: str) -> str:
    """A text as the public would read it."""
    named = masking.named_in(text, extract(text))
    hidden = masking.hide(text, legal=masking.legal_spans(text, named.legal), known=named.persons)
    return masking.mask(text, hidden, lambda names: {name: n for n, name in enumerate(names, 1)}).text


def is_left(person: str, text: str) -> bool:
    """Whether a word that tells the person apart is still there."""
    words = [word for word in fold(person).replace("-", " ").split() if len(word) > 3] or [fold(person)]
    return any(word in fold(text) for word in words)


def test_there_are_two_hundred_of_each():
    assert len({name for item in GOLD for name in item["persons"]}) >= 200
    assert len({name for item in GOLD for name in item["organisations"]}) >= 200


def test_no_person_is_left_in_clear():
    left = [(p, item["text"]) for item in GOLD for p in item["persons"] if is_left(p, shown(item["text"]))]
    assert len(left) <= PERSONS_LEFT_AT_MOST, left


def test_organisations_stay_in_clear():
    named = [(o, item["text"]) for item in GOLD for o in item["organisations"]]
    masked = [(o, shown(text)) for o, text in named if o not in shown(text)]
    assert len(masked) <= ORGANISATIONS_MASKED_AT_MOST * len(named), masked


def test_forms_of_names_are_many():
    assert sum(len(item["persons"]) for item in FORMS) >= 400
    assert sum(len(item["organisations"]) for item in FORMS) >= 110


def test_no_word_of_a_name_is_left_whatever_its_form():
    """Here ``persons`` are the words that may not be read, one by one."""
    left = []
    for item in FORMS:
        read = fold(shown(item["text"]))
        left += [(word, read) for word in item["persons"] if re.search(rf"(?<!\w){re.escape(fold(word))}", read)]
    assert len(left) <= FORMS_LEFT_AT_MOST, left


def test_organisations_named_like_somebody_stay_in_clear():
    named = [(o, item["text"]) for item in FORMS for o in item["organisations"]]
    masked = [(o, shown(text)) for o, text in named if o not in shown(text)]
    assert len(masked) <= ORGANISATIONS_MASKED_AT_MOST * len(named), masked
