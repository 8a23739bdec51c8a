"""The proceeding: basis, instance, judge, sorting without hearing, the decision attacked."""

from __future__ import annotations

import datetime as dt

import pytest

from casetrack.extract.procedure import find_procedure
from casetrack.model import Declared
from tests.written_decisions import order, read, written

FILED = (
    "Par {what}, enregistré le 4 mars 2021 au secrétariat du contentieux du Conseil d'Etat, M. A B demande au {judge}"
)
REJECTED = "Article 1er : La requête de M. B est rejetée."


@pytest.mark.parametrize(
    ("name", "court", "basis", "instance", "judge"),
    [
        ("ta_liberte", "TA75", "L. 521-2", "premier ressort", "juge des référés"),
        ("ta_suspension", "TA06", "L. 521-1", "premier ressort", "juge des référés"),
        ("caa_arret", "CAA33", None, "appel", "formation collégiale"),
        ("ce_refere", "CE", "L. 521-2", "premier et dernier ressort", "juge des référés"),
        ("ce_ancien", "CE", None, "appel", "formation collégiale"),
        ("requete", "TA75", "L. 521-2", "premier ressort", None),
    ],
)
def test_each_form(name: str, court: str, basis: str | None, instance: str, judge: str | None) -> None:
    found = written(name).procedure
    assert found.court_code == court
    assert (found.basis.value if found.basis else None) == basis
    assert found.instance and found.instance.value == instance
    assert (found.judge.value if found.judge else None) == judge


@pytest.mark.parametrize(
    ("below", "instance", "number", "day"),
    [
        (
            "Par une ordonnance n° 2100001 du 2 mars 2021, le juge des référés du tribunal administratif de Nice a "
            "rejeté sa demande.",
            "appel",
            "2100001",
            "2021-03-02",
        ),
        (
            "Cette demande a été rejetée par une décision n° 20001234 du 2 mars 2021 de la Cour nationale du droit "
            "d'asile.",
            "cassation",
            "20001234",
            "2021-03-02",
        ),
        (
            "Par un arrêt n° 20LY00001 du 2 mars 2021, la cour administrative d'appel de Lyon a annulé le jugement "
            "n° 1900001 du 3 mai 2019.",
            "cassation",
            "20LY00001",
            "2021-03-02",
        ),
    ],
)
def test_the_decision_attacked(below: str, instance: str, number: str, day: str) -> None:
    this = {"ordonnance": "cette ordonnance", "décision": "cette décision", "arrêt": "cet arrêt"}
    word = next(this[kind] for kind in this if f" {kind} n°" in below)
    asked = FILED.format(what="une requête", judge="Conseil d'Etat")
    found = order(
        f"M. A B a demandé l'annulation d'un refus. {below}\n{asked} d'annuler {word}.",
        "1. La requête est rejetée.",
        REJECTED,
    ).procedure
    assert found.lower_decision
    assert (found.lower_decision.number, found.lower_decision.date) == (number, dt.date.fromisoformat(day))
    assert found.instance and found.instance.value == instance


def test_a_judgment_told_inside_the_attacked_ruling_is_not_attacked() -> None:
    given = read(
        "Vu la requête, enregistrée le 5 mai 1992 au secrétariat du Contentieux du Conseil d'Etat, présentée par M. "
        "X... ; M. X... demande d'annuler "
        "l'arrêt n° 90NT00001 du 4 mars 1992 par lequel la cour administrative d'appel de Nantes a rejeté sa requête "
        "tendant à l'annulation du jugement "
        "du 2 mai 1990 du tribunal administratif de Rennes ;\nVu le code ;\nConsidérant que non ;\nArticle 1er : La "
        "requête est rejetée."
    )
    assert given.procedure.lower_decision and given.procedure.lower_decision.number == "90NT00001"
    assert [stage.kind for stage in given.procedure.stages] == ["arret", "jugement"]
    assert given.procedure.instance and given.procedure.instance.value == "cassation"


def test_sorted_without_hearing() -> None:
    """Art. L. 522-3: rejected by a reasoned order, without hearing; with a hearing the same article sorts nothing."""
    asked = (
        FILED.format(what="une requête", judge="juge des référés du Conseil d'Etat")
        + ", sur le fondement de l'article L. 521-2 du code de justice administrative, de l'ordonner."
    )
    found = order(
        asked, "1. Il y a lieu de rejeter par application de l'article L. 522-3 du même code.", REJECTED
    ).procedure
    assert found.is_triage
    assert not written("ce_refere").procedure.is_triage


def test_an_article_of_another_code_is_no_basis() -> None:
    asked = (
        FILED.format(what="une requête", judge="Conseil d'Etat")
        + " d'annuler la décision prise sur le fondement de l'article L. 521-1 du code de l'entrée et du séjour "
        "des étrangers."
    )
    assert order(asked, "1. Non.", REJECTED).procedure.basis is None


def test_what_the_file_declares_wins() -> None:
    given = written("ta_suspension")
    declared = [Declared(field="court_code", value="CE", origin="balise")]
    assert (
        find_procedure(given.text, given.zones, declared=declared, dates=given.dates, courts=given.courts).court_code
        == "CE"
    )


def test_the_chain_of_an_affair_keeps_each_link() -> None:
    """Tribunal, cour, Conseil d'État, cour again: each with its number and its sentence."""
    given = order(
        "M. A B a demandé au tribunal administratif de Paris d'annuler un refus. Par un jugement n° 1712217/6-3 du 4 "
        "juillet 2019, le tribunal administratif de Paris a rejeté sa demande.\n"
        "Par un arrêt n° 19PA02902 du 1er décembre 2020, la cour administrative d'appel de Paris a rejeté son appel.\n"
        "Par une décision n° 449254 du 23 décembre 2021, le Conseil d'Etat, statuant au contentieux, a annulé cet "
        "arrêt et a renvoyé l'affaire à la cour.\n"
        "Par un arrêt n° 21PA06696 du 28 septembre 2022, la cour administrative d'appel de Paris a rejeté l'appel.\n"
        "Par un pourvoi, enregistré le 28 novembre 2022 au secrétariat du contentieux du Conseil d'Etat, M. B "
        "demande au Conseil d'Etat d'annuler cet arrêt.",
        "1. Non.",
        "Article 1er : Le pourvoi de M. B n'est pas admis.",
    )
    links = [(stage.numbers[0], stage.court_code) for stage in given.procedure.stages if stage.numbers]
    assert links == [("1712217/6-3", "TA75"), ("19PA02902", "CAA75"), ("449254", "CE"), ("21PA06696", "CAA75")]
    assert given.procedure.lower_decision and given.procedure.lower_decision.number == "21PA06696"
    assert [value.value for value in given.procedure.related_dockets] == ["1712217/6-3", "19PA02902", "449254"]
