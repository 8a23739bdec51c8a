"""Outcome: several at once, sums, injunctions; costs alone are no outcome."""

from __future__ import annotations

import pytest

from casetrack.extract.outcome import find_outcome
from casetrack.extract.sums import find_amounts, find_injunctions
from tests.written_decisions import order, written


def outcome(operative: str, instance: str = "") -> set[str]:
    given = order(
        "Par une requête, enregistrée le 4 mars 2021, M. A B demande l'annulation.",
        "1. Il en résulte que non.",
        operative,
    )
    return {value.value for value in find_outcome(given.text, given.zones, instance)}


@pytest.mark.parametrize(
    ("operative", "instance", "expected"),
    [
        ("Article 1er : La requête de M. B est rejetée.", "", {"rejet"}),
        ("Article 1er : La requête de M. X... en rejetée.", "", {"rejet"}),
        (
            "Article 1er : La requête est rejetée comme portée devant une juridiction incompétente pour en connaître.",
            "",
            {"rejet pour incompétence"},
        ),
        ("Article 1er : Le pourvoi de M. B n'est pas admis.", "cassation", {"non-admission"}),
        ("Article 1er : Les pourvois de M. B ne sont pas admis.", "cassation", {"non-admission"}),
        ("Article 1er : Il n'y a pas lieu de statuer sur les conclusions de la requête.", "", {"non-lieu"}),
        ("Article 1er : Il n'y a, dès lors, plus lieu de statuer sur la requête.", "", {"non-lieu"}),
        ("Article 1er : Il est donné acte du désistement de M. B.", "", {"désistement"}),
        (
            "Article 1er : Il est donné acte du désistement de M. B.\nArticle 2 : Le pourvoi de la société C n'est "
            "pas admis.",
            "cassation",
            {"désistement", "non-admission"},
        ),
        (
            "Article 1er : L'ordonnance du 8 octobre 2021 du juge des référés est annulée.\nArticle 2 : La demande "
            "présentée par M. C devant le juge des référés du tribunal est rejetée.\n"
            "Article 3 : Les conclusions présentées au titre de l'article L. 761-1 du code de justice administrative "
            "sont rejetées.",
            "appel",
            {"annulation de l'ordonnance attaquée", "rejet de la demande"},
        ),
        (
            "Article 1er : L'arrêt de la cour est annulé.\nArticle 2 : L'affaire est renvoyée à la cour.",
            "cassation",
            {"annulation", "renvoi"},
        ),
        (
            "Article 1er : L'exécution de la décision du 3 mai 2021 est suspendue.\nArticle 2 : Il est enjoint au "
            "préfet de réexaminer la demande.\nArticle 3 : Le surplus des conclusions est rejeté.",
            "",
            {"suspension", "injonction", "rejet du surplus"},
        ),
        (
            "Article 1er : L'exécution de l'arrêté est suspendue en tant qu'il vise les mineurs.",
            "",
            {"suspension partielle"},
        ),
        (
            "Article 1er : Jusqu'à ce qu'il ait été statué sur le pourvoi tendant à l'annulation de cet arrêt, il "
            "sera sursis à son exécution ; il est sursis à l'exécution de l'arrêt.",
            "cassation",
            {"suspension"},
        ),
        (
            "Article 1er : Il n'y a pas lieu de renvoyer au Conseil constitutionnel la question prioritaire.",
            "",
            {"non-renvoi de la QPC"},
        ),
        (
            "Article 1er : L'intervention de la commune n'est pas admise.\nArticle 2 : La requête est rejetée.",
            "",
            {"rejet"},
        ),
        (
            "Article 1er : L'Etat versera à M. B la somme de 1 000 euros. Les conclusions présentées au "
            "même titre par la commune sont rejetées.",
            "",
            set(),
        ),
        ("Article 1er : Les conclusions présentées au titre de l'article L. 761-1 sont rejetées.", "", set()),
        (
            "Article 1er : Il sera, avant de statuer sur la requête, procédé à une expertise.",
            "",
            {"mesure d'instruction avant dire droit"},
        ),
    ],
)
def test_outcomes(operative: str, instance: str, expected: set[str]) -> None:
    assert outcome(operative, instance) == expected


@pytest.mark.parametrize(
    ("name", "instance", "expected"),
    [
        ("ta_liberte", "premier ressort", ["rejet"]),
        ("ta_suspension", "premier ressort", ["suspension", "injonction", "rejet du surplus"]),
        ("ce_refere", "premier et dernier ressort", ["rejet"]),
        ("caa_arret", "appel", ["rejet"]),
        ("requete", "", []),
    ],
)
def test_written_decisions(name: str, instance: str, expected: list[str]) -> None:
    given = written(name)
    assert [value.value for value in find_outcome(given.text, given.zones, instance)] == expected


def test_sums_asked_and_granted() -> None:
    given = written("caa_arret")
    asked, granted = find_amounts(given.text, given.zones)
    assert (asked.amount, asked.state, asked.article, asked.payer) == (
        "2 500 euros",
        "demande",
        "L. 761-1",
        "commune de Guéret",
    )
    assert (granted.amount, granted.state, granted.payee) == ("1 500 euros", "accorde", "commune de Guéret")
    assert "société Bois du Sud" in granted.payer
    assert given.text[granted.start : granted.end] == granted.amount


def test_what_is_enjoined_on_whom_by_when_under_what_penalty() -> None:
    given = written("ta_suspension")
    (found,) = find_injunctions(given.text, given.zones)
    assert found.on == "préfet des Alpes-Maritimes"
    assert found.deadline == "dans un délai de quinze jours à compter de la notification de la présente ordonnance"
    assert found.penalty == "sous astreinte de 50 euros par jour de retard"
    assert given.text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("ordered", "expected"),
    [
        (
            "Il est enjoint au ministre de la transition écologique de prendre un arrêté dans un délai de six mois.",
            "ministre de la transition écologique",
        ),
        ("Il est enjoint à la Plateforme des données de santé de transmettre", "Plateforme des données de santé"),
        (
            "Il est enjoint au préfet de la Loire-Atlantique, dans un délai de quinze jours, de",
            "préfet de la Loire-Atlantique",
        ),
        (
            "Il est enjoint à l'Office français de l'immigration et de l'intégration de proposer à Mme B... un toit.",
            "Office français de l'immigration et de l'intégration",
        ),
        ("Il est enjoint à la commune de Valbrume de cesser toute utilisation.", "commune de Valbrume"),
        (
            "Il est enjoint aux ministres de la transition écologique, des solidarités et de la santé, de "
            "l'agriculture et de l'économie et des finances, de prendre les mesures.",
            "ministres de la transition écologique, des solidarités et de la santé, de l'agriculture et de l'économie "
            "et des finances",
        ),
        (
            "Il est enjoint au garde des sceaux, ministre de la justice, de faire",
            "garde des sceaux, ministre de la justice",
        ),
        ("Il est ordonné à l'État, sous astreinte de 100 euros par jour, de publier", "État"),
        (
            "Il est enjoint au centre hospitalier de l'agglomération de Nevers de l'autoriser à",
            "centre hospitalier de l'agglomération de Nevers",
        ),
        ("Il est enjoint au ministre des outre-mer de faire procéder", "ministre des outre-mer"),
        ("Il est enjoint au maire de Nanterre de ne pas faire obstacle au défilé.", "maire de Nanterre"),
        ("Il est enjoint à M. A... B... de quitter sans délai le logement.", "M. A... B..."),
        (
            "Il est enjoint au ministre de l'intérieur et au préfet du Nord de leur remettre",
            "ministre de l'intérieur et au préfet du Nord",
        ),
        (
            "Il est enjoint au président du conseil de l'ordre des médecins d'inscrire M. C...",
            "président du conseil de l'ordre des médecins",
        ),
        ("Il est enjoint à Voies navigables de France de procéder", "Voies navigables de France"),
    ],
)
def test_the_whole_addressee_of_an_injunction(ordered: str, expected: str) -> None:
    given = order("Par une requête, M. A demande justice.", "1. Il en résulte que oui.", f"Article 1er : {ordered}")
    (found,) = find_injunctions(given.text, given.zones)
    assert found.on == expected
