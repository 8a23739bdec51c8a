"""Anchor words: a long text, whose words are gathered, gives what searching word by word gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.extract.anchors import digit_runs, find_starts, find_words, starts_word

WORDS = (
    "cour adm", "cour de cassation", "la semaine", "l'été", "n°", "mai", "CJA", "une ", "cité ", "« loi »",
    "à la fin d",
)  # fmt: skip
PIECES = (
    *WORDS, "cours ", "la ", "semaines", "é", "_", "º", "œ", "€", " ", "\n", "’", "'", "2021", "12", "-", "Loi",
)  # fmt: skip
LONG = "x " * 600
"""Enough for the words of a text to be gathered."""


def searched(text: str, word: str) -> set[int]:
    return {match.start() for match in re.finditer(re.escape(word), text)}


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(("", LONG)))
def test_words_are_found_where_they_stand(text: str, more: str) -> None:
    text += more
    places = set().union(*(searched(text, word) for word in WORDS))
    assert find_words(text, WORDS) == sorted(places)
    assert find_starts(text, WORDS) == sorted(at for at in places if starts_word(text, at))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("le 12/03/2021", [(3, 5), (6, 8), (9, 13)]),
        ("21BX04358 et n° 450163", [(0, 2), (4, 9), (16, 22)]),
        ("L. 521-2², point 7", [(3, 6), (7, 8), (17, 18)]),  # an exponent is no digit of a number
    ],
)
def test_runs_of_digits(text: str, runs: list[tuple[int, int]]) -> None:
    assert list(digit_runs(text)) == runs
