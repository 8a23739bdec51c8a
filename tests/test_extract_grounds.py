"""Why a request failed or succeeded, and the liberty invoked: what the judge holds, not what is said or quoted."""

from __future__ import annotations

import pytest

from casetrack.extract.grounds import find_grounds
from casetrack.extract.liberties import find_liberties
from casetrack.extract.outcome import find_outcome
from tests.written_decisions import Read, order, written

ASKED = (
    "Par une requête, enregistrée le 4 mars 2021, M. A B demande au juge des référés du Conseil d'Etat, sur le "
    "fondement de l'article {article} du code de justice administrative, de statuer."
)
REJECTED = "Article 1er : La requête de M. B est rejetée."


def grounds(given: Read) -> set[str]:
    instance = given.procedure.instance.value if given.procedure.instance else ""
    found = find_grounds(given.text, given.zones, find_outcome(given.text, given.zones, instance), given.procedure)
    assert all(0 <= value.start < value.end <= len(given.text) for value in found)
    return {value.value for value in found}


@pytest.mark.parametrize(
    ("article", "reasons", "expected"),
    [
        (
            "L. 521-1",
            "1. La condition d'urgence n'étant pas remplie, la requête doit être rejetée, sans qu'il "
            "soit besoin de se prononcer sur le doute sérieux.",
            {"urgence"},
        ),
        ("L. 521-1", "1. M. B ne justifie pas d'une situation d'urgence. Sa requête doit être rejetée.", {"urgence"}),
        (
            "L. 521-1",
            "1. Faute que la condition d'urgence soit présente, les conclusions ne peuvent qu'être rejetées.",
            {"urgence"},
        ),
        (
            "L. 521-1",
            "1. Aucun des moyens invoqués n'est propre à créer, en l'état de l'instruction, un doute sérieux quant à "
            "la légalité du décret.\n"
            "2. Sans qu'il soit besoin de se prononcer sur la condition d'urgence, la "
            "requête doit être rejetée.",
            {"doute-serieux"},
        ),
        (
            "L. 521-2",
            "1. Le refus ne porte aucune atteinte grave et manifestement illégale à une liberté fondamentale.\n"
            "2. Sans qu'il y ait lieu de statuer sur l'urgence, la requête est "
            "rejetée.",
            {"illegalite-manifeste"},
        ),
        (
            "L. 521-2",
            "1. Le droit invoqué n'est pas au nombre des libertés fondamentales au sens "
            "de l'article L. 521-2. La requête est rejetée.",
            {"liberte-fondamentale"},
        ),
        ("L. 521-3", "1. La requête est manifestement irrecevable et doit être rejetée.", {"irrecevabilite"}),
        (
            "L. 521-2",
            "1. Le litige ne relève manifestement pas de la compétence de la juridiction "
            "administrative. Elle doit être rejetée.",
            {"incompetence"},
        ),
        (
            "L. 521-1",
            "1. Aux termes de l'article : \" lorsque la condition d'urgence n'est pas remplie "
            '".\n2. Les dispositions ne créent aucun doute sérieux. Rejet.',
            {"doute-serieux"},
        ),
        (
            "L. 521-1",
            "1. Le ministre soutient que la condition d'urgence n'est pas remplie.\n2. Aucun "
            "moyen n'est de nature à faire naître un doute sérieux. La requête est rejetée.",
            {"doute-serieux"},
        ),
    ],
)
def test_failures(article: str, reasons: str, expected: set[str]) -> None:
    assert grounds(order(ASKED.format(article=article), reasons, REJECTED)) == expected


def test_successes_and_what_is_moot() -> None:
    assert grounds(written("ta_suspension")) == {"urgence", "doute-serieux"}
    assert grounds(written("ta_liberte")) == grounds(written("ce_refere")) == {"illegalite-manifeste"}
    moot = order(
        ASKED.format(article="L. 521-2"),
        "1. La requête est devenue sans objet.",
        "Article 1er : Il n'y a pas lieu de statuer sur la requête.",
    )
    assert grounds(moot) == {"non-lieu"}
    withdrawn = order(
        ASKED.format(article="L. 521-2"),
        "1. Le désistement est pur et simple.",
        "Article 1er : Il est donné acte du désistement de M. B.",
    )
    assert grounds(withdrawn) == set()


def test_on_the_merits_only_the_request_itself() -> None:
    """A plea « recevable » or not is no ground; a pourvoi refused for want of counsel is inadmissible."""
    assert grounds(written("caa_arret")) == set()
    asked = (
        "Par un pourvoi, enregistré le 4 mars 2021 au secrétariat du contentieux du Conseil d'Etat, M. A B demande au "
        "Conseil d'Etat d'annuler l'arrêt du 3 mai 2020 de la cour administrative d'appel de Lyon."
    )
    refused = "Article 1er : Le pourvoi de M. B n'est pas admis."
    assert grounds(order(asked, "1. Son pourvoi n'est pas recevable et ne peut, dès lors, être admis.", refused)) == {
        "irrecevabilite"
    }
    assert (
        grounds(order(asked, "1. Aucun de ces moyens n'est de nature à permettre l'admission du pourvoi.", refused))
        == set()
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ta_liberte", {"vie-privee", "donnees-personnelles", "aller-et-venir"}),
        ("ce_refere", {"vie-privee", "donnees-personnelles"}),
        ("ta_suspension", set()),
        ("caa_arret", set()),
    ],
)
def test_liberties(name: str, expected: set[str]) -> None:
    given = written(name)
    assert {value.value for value in find_liberties(given.text, given.zones, given.procedure)} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("au droit d'asile", {"asile"}),
        ("à la liberté d'aller et de venir", {"aller-et-venir"}),
        ("au droit de mener une vie privée et familiale normale", {"vie-privee", "vie-familiale"}),
        ("à l'intérêt supérieur de l'enfant", {"interet-de-l-enfant"}),
        ("à la liberté de manifester et à la liberté de réunion", {"manifestation", "reunion"}),
        ("au droit à un recours effectif", {"recours"}),
        ("à la liberté du commerce et de l'industrie", {"entreprendre"}),
        ("à la libre administration des collectivités territoriales", {"libre-administration"}),
        ("au droit à l'hébergement d'urgence", {"hebergement"}),
        ("à la convention européenne des droits de l'homme", set()),
    ],
)
def test_each_liberty(words: str, expected: set[str]) -> None:
    given = order(
        ASKED.format(article="L. 521-2") + f"\nIl soutient qu'il est porté atteinte {words}.",
        "1. La requête est rejetée.",
        REJECTED,
    )
    assert {value.value for value in find_liberties(given.text, given.zones, given.procedure)} == expected
