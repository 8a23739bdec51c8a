"""Who is a natural person in a text, and what only looks like one."""

from __future__ import annotations

import pytest

from casetrack.extract.persons import find_persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. Sur la recevabilité\nII. Sur l'urgence\nIII. Sur les mesures demandées\n", []),
        ("A. Faits et procédure\nB. Atteinte grave\n\tC. Mesures demandées\n", []),
        ("Selon C. Montclar, la requête est irrecevable.", ["Montclar"]),
        ("J. Montclar\nV. Sarrazin\n", ["Montclar", "Sarrazin"]),
        ("La société Pierre Fabre et le lycée Victor Hugo.", []),
        ("La directrice du lycée Jeanne Sarrazin a répondu.", ["Jeanne Sarrazin"]),
        ("Ont signé : Paul Dupont Jean Montclar.", ["Paul Dupont Jean Montclar"]),
    ],
)
def test_persons_are_told_from_headings_and_bodies(text, expected):
    assert [text[found.start : found.end] for found in find_persons(text)] == expected
