"""Courts and their spellings."""

from __future__ import annotations

import pytest

from casetrack.extract.courts import court_code, court_name, find_courts


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Conseil d'État", "CE"),
        ("Conseil d’état", "CE"),
        ("Section du Contentieux ", "CE"),
        ("tribunal administratif de Nice", "TA06"),
        ("Tribunal administratif Paris", "TA75"),
        ("TA Cergy", "TA95"),
        ("CAA Lyon", "CAA69"),
        ("Cour Administrative d'Appel de Paris", "CAA75"),
        ("CAA de PARIS", "CAA75"),
        ("Tribunal des Conflits", "TC"),
        ("tribunal administratif de la Réunion", "TA101"),
        ("tribunal de commerce de Nice", ""),
    ],
)
def test_every_spelling_has_one_code(written: str, code: str):
    assert court_code(written) == code


def test_names_are_full():
    assert court_name("TA45") == "tribunal administratif d'Orléans"


@pytest.mark.parametrize(
    "text",
    [
        "avocat au Conseil d'Etat et à la Cour de cassation",
        "par décret en Conseil d'Etat",
        "directive 2003/88/CE, CE DERNIER",
    ],
)
def test_what_is_no_court(text: str):
    assert find_courts(text) == ()
