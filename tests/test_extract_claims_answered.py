"""Each claim with the sentence that answers it: what the rules tell, and above all what they must not tell."""

from __future__ import annotations

import pytest

from casetrack.extract import extract
from casetrack.extract.claims_answered import VERDICTS, answers
from casetrack.read import read_bytes

COSTS = (
    "de mettre à la charge de l'Etat la somme de 3 000 euros au titre de l'article L. 761-1 du code de justice "
    "administrative"
)
X = "l'association Clair-Registre"


def answered(claims: str, operative: str, *, more: str = "") -> list[tuple[str, str] | None]:
    """(verdict, number of the article) of each claim of a decision made of these."""
    text = (
        "Conseil d'État\nN° 450163\nVu la procédure suivante :\n"
        f"Par une requête, enregistrée le 4 mars 2021, {X} demande au juge des référés du Conseil d'État :\n"
        f"{claims}.\nElle soutient que l'urgence est établie.\n{more}"
        "Vu les autres pièces du dossier ;\nVu le code de justice administrative ;\n"
        "Considérant ce qui suit :\n1. Il en résulte ce qui suit.\nO R D O N N E :\n------------------\n"
        f"{operative}\nArticle 9 : La présente ordonnance sera notifiée à {X}.\nFait à Paris, le 8 mars 2021\n"
    )
    findings = extract(text)
    found = answers(text, findings.claims, findings.zones, findings.parties)
    assert len(found) == len(findings.claims) > 0
    for one in found:
        assert one is None or (one.verdict in VERDICTS and text[one.start : one.end] in operative)
    return [(one.verdict, text[one.start : one.end].split(" ")[1]) if one else None for one in found]


ANNUL, SUSPEND = (
    "1°) d'annuler cette ordonnance ;",
    "1°) de suspendre l'exécution du décret n° 2021-1 du 4 janvier 2021 ;",
)
ENJOIN = "1°) d'enjoindre à la commune de Valbrume de cesser toute utilisation des bornes de reconnaissance faciale ;"


@pytest.mark.parametrize(
    ("claims", "operative", "expected"),
    [
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            f"Article 1er : La requête de {X} est rejetée.",
            [("rejet", "1er"), ("rejet", "1er")],
            id="whole",
        ),
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            f"Article 1er : Il est donné acte du désistement de la requête de {X}.",
            [("desistement", "1er"), ("desistement", "1er")],
            id="withdrawn",
        ),
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            "Article 1er : Il n'y a pas lieu de statuer sur les conclusions de la requête.\n"
            f"Article 2 : L'Etat versera à {X} la somme de 1 000 euros au titre de l'article L. 761-1 du code de "
            "justice administrative.",
            [("non-lieu", "1er"), ("somme", "2")],
            id="moot, costs apart",
        ),
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            "Article 1er : L'exécution du décret n° 2021-1 du 4 janvier 2021 est suspendue.\n"
            "Article 2 : Le surplus des conclusions de la requête est rejeté.",
            [("suspension", "1er"), ("rejet", "2")],
            id="surplus",
        ),
        pytest.param(
            f"{ENJOIN}\n2°) {COSTS}",
            "Article 1er : Il est enjoint à la commune de Valbrume de cesser, dans un délai de vingt-quatre heures, "
            "toute utilisation des bornes de reconnaissance faciale.\n"
            f"Article 2 : L'Etat versera la somme de 2 000 euros à {X} au titre de l'article L. 761-1 du code de "
            "justice administrative.",
            [("injonction", "1er"), ("somme", "2")],
            id="injunction",
        ),
        pytest.param(
            f"{ANNUL}\n2°) {COSTS}",
            "Article 1er : L'ordonnance du 3 février 2021 du juge des référés est annulée en tant qu'elle statue sur "
            "les frais.\nArticle 2 : Les conclusions présentées au titre de l'article L. 761-1 du code de justice "
            "administrative sont rejetées.",
            [("annulation-partielle", "1er"), ("rejet", "2")],
            id="annulled in part",
        ),
    ],
)
def test_what_answers_a_claim(claims, operative, expected):
    assert answered(claims, operative) == expected


@pytest.mark.parametrize(
    ("claims", "operative", "expected"),
    [
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            "Article 1er : Les conclusions de la requête tendant à la suspension du décret sont rejetées.",
            [None, None],
            id="part of a filing",
        ),
        pytest.param(
            f"{ANNUL}\n2°) de faire droit à sa demande",
            "Article 1er : L'ordonnance du 3 février 2021 est annulée.\n"
            f"Article 2 : La demande présentée par {X} devant le juge des référés du tribunal est rejetée.",
            [("annulation", "1er"), None],
            id="the demand made below is no request",
        ),
        pytest.param(
            f"{ANNUL}\n2°) {COSTS}",
            "Article 1er : L'ordonnance du 3 février 2021 est annulée.\n"
            "Article 2 : L'ordonnance du 4 février 2021 est annulée.",
            [None, None],
            id="two acts of one name",
        ),
        pytest.param(
            f"1°) d'annuler l'ordonnance n° 2100123 du 3 février 2021 ;\n2°) {COSTS}",
            "Article 1er : L'ordonnance n° 2100124 du 4 février 2021 est annulée.",
            [None, None],
            id="another number, another day",
        ),
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            "Article 1er : Il est enjoint au ministre de réexaminer la demande.\n"
            "Article 2 : Le surplus des conclusions de la requête est rejeté.",
            [None, None],
            id="something granted answers no claim we know, so the surplus is not known either",
        ),
        pytest.param(
            f"{ENJOIN}\n2°) {COSTS}",
            "Article 1er : Il est enjoint à la société Iridalys de remettre les clefs.",
            [None, None],
            id="another addressee",
        ),
        pytest.param(
            f"{ENJOIN}\n2°) {COSTS}",
            f"Article 1er : {X.capitalize()} versera à l'Etat la somme de 1 000 euros au titre de l'article L. 761-1 "
            "du code de justice administrative.",
            [None, None],
            id="who asked is who pays",
        ),
        pytest.param(
            f"{SUSPEND}\n2°) {COSTS}",
            "Article 1er : Les conclusions présentées par la commune de Valbrume au titre de l'article L. 761-1 du "
            "code de justice administrative sont rejetées.",
            [None, None],
            id="somebody else's costs",
        ),
        pytest.param(
            "1°) de l'admettre au bénéfice de l'aide juridictionnelle ;\n2°) d'enjoindre au préfet de statuer",
            f"Article 1er : {X.capitalize()} est admise au bénéfice de l'aide juridictionnelle provisoire.\n"
            f"Article 2 : La requête de {X} est rejetée.",
            [None, ("rejet", "2")],
            id="legal aid is ruled on apart",
        ),
    ],
)
def test_what_is_not_told(claims, operative, expected):
    assert answered(claims, operative) == expected


def test_a_decision_without_claims_or_operative_part_answers_nothing():
    findings = extract("Un texte sans rien.")
    assert answers("Un texte sans rien.", findings.claims, findings.zones) == ()


def test_on_real_decisions_most_claims_find_their_answer_and_it_is_of_the_operative_part(shared_data):
    asked = found = 0
    for path in sorted((shared_data / "ce_opendata").glob("*.xml"))[:30]:
        read = read_bytes(path.read_bytes(), path.name)
        findings = extract(read.text, declared=read.declared, format=read.format)
        operative = [zone for zone in findings.zones if zone.zone == "dispositif"]
        for one in answers(read.text, findings.claims, findings.zones, findings.parties):
            asked += 1
            found += one is not None
            assert one is None or any(zone.start <= one.start < one.end <= zone.end for zone in operative)
    assert asked > 50 and found / asked >= 0.7
