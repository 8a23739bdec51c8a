"""What prose reports of an outcome, as reported; what is only asked is none."""

from __future__ import annotations

import pytest

from casetrack.extract import extract

HEAD = "Données de phare : la décision est tombée\nPublié le 15/03/2021 à 09:00\n"


@pytest.mark.parametrize(
    ("said", "expected", "trap"),
    [
        ("Le 12 mars 2021, le Conseil d'État a rejeté la requête de l'association Phare.", ["rejet"], "past"),
        ("Par une ordonnance du 12 mars 2021, le Conseil d'État rejette la requête.", ["rejet"], "present"),
        ("Le 12 mars 2021, le Conseil d'État a suspendu l'arrêté du ministre.", ["suspension"], "suspended"),
        ("Le 12 mars 2021, le Conseil d'État a enjoint au ministre de publier la liste.", ["injonction"], "enjoined"),
        ("Le ministre demande au Conseil d'État de rejeter la requête le 12 mars 2021.", [], "only asked"),
        (
            "L'ordonnance du 12 mars 2021 rejette la requête pour l'essentiel. Elle enjoint au ministre de publier.",
            ["rejet du surplus", "injonction"],
            "the next sentence, of the same decision",
        ),
        ("Le 12 mars 2021, le Conseil d'État a rejeté la requête. Il fait beau.", ["rejet"], "another sentence"),
        ("Le 12 mars 2021, le Conseil d'État a refusé de suspendre le partenariat.", ["rejet"], "refused"),
        ("L'ordonnance du 12 mars 2021 ne prononce pas la suspension demandée.", ["rejet"], "not suspended"),
        ("L'audience se tiendra le 22 mars 2021 devant le Conseil d'État.", [], "no decision"),
    ],
)
def test_reported_outcomes(said, expected, trap):
    text = HEAD + said + "\n"
    found = extract(text)
    assert [value.value for value in found.outcome] == expected, trap
    for value in found.outcome:
        assert text[value.start : value.end].strip()
