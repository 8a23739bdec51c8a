"""Events, claims, pleadings and withheld names of decisions and filings."""

from __future__ import annotations

import pytest

from casetrack.extract import extract
from casetrack.extract.events import find_events
from casetrack.extract.parties import find_parties
from casetrack.extract.pleadings import find_claims, find_pleadings
from casetrack.extract.withheld import find_withheld
from casetrack.model import Declared, EventFinding
from tests.written_decisions import Read, order, written


def events(given: Read) -> list[EventFinding]:
    parties = find_parties(given.text, given.zones, given.courts, procedure=given.procedure)
    return list(find_events(given.text, given.zones, given.dates, parties, given.procedure, given.courts))


def told(given: Read) -> list[tuple[str, str]]:
    return [(str(event.date), event.type) for event in events(given)]


def test_an_urgent_order_of_the_conseil() -> None:
    """A shared list of days: two briefs, a reply; what is left goes to the last document."""
    assert told(written("ce_refere")) == [
        ("2021-02-26", "requête"),
        ("2021-02-27", "mémoire"),
        ("2021-03-01", "mémoire"),
        ("2021-03-04", "mémoire en défense"),
        ("2021-03-05", "mémoire en réplique"),
        ("2021-03-06", "mémoire"),
        ("2021-03-07", "mémoire en réplique"),
        ("2021-03-07", "intervention"),
        ("2021-03-08", "audience"),
        ("2021-03-10", "clôture de l'instruction"),
        ("2021-03-12", "décision"),
    ]
    by_type = {event.type: event for event in events(written("ce_refere"))}
    assert by_type["audience"].time == "17:00"
    assert by_type["clôture de l'instruction"].time == "12:00"
    assert by_type["intervention"].party == "société Rendez-vous Plus SAS"


def test_an_appeal_with_its_acts_and_judgment() -> None:
    """The order that closes the instruction is no earlier decision."""
    assert told(written("caa_arret")) == [
        ("2019-03-04", "acte contesté"),
        ("2019-06-02", "acte contesté"),
        ("2021-09-30", "décision attaquée"),
        ("2021-11-30", "requête"),
        ("2022-01-10", "mémoire"),
        ("2022-02-15", "mémoire en défense"),
        ("2022-03-02", "mémoire"),
        ("2022-03-04", "clôture de l'instruction"),
        ("2022-03-10", "audience"),
        ("2022-04-07", "décision"),
    ]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("ta_suspension", ("2021-08-12", "acte contesté")),
        ("ta_suspension", ("2021-09-21", "audience")),
        ("ta_suspension", ("2021-09-23", "décision")),
        ("ta_liberte", ("2020-05-04", "intervention")),
        ("ta_liberte", ("2020-05-05", "clôture de l'instruction")),
        ("ce_ancien", ("1987-05-04", "acte contesté")),
        ("ce_ancien", ("1990-12-03", "mémoire")),
        ("ce_ancien", ("1990-06-13", "décision attaquée")),
        ("requete", ("2021-02-26", "requête")),
    ],
)
def test_one_event(name: str, event: tuple[str, str]) -> None:
    assert event in told(written(name))


def test_a_request_among_the_papers_of_the_visas_is_not_filed_here() -> None:
    """« - la requête n° 2104566, enregistrée le 3 septembre, par laquelle M. B demande »: the other request."""
    assert [
        pleading.kind
        for pleading in find_pleadings(
            written("ta_suspension").text, written("ta_suspension").zones, written("ta_suspension").dates
        )
    ] == ["requête"]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        (
            "Par un pourvoi et deux nouveaux mémoires, enregistrés les 13, 16 et 17 août 2021 au secrétariat du "
            "contentieux du Conseil d'Etat, M. A B demande au Conseil d'Etat d'annuler un arrêt.",
            [("2021-08-13", "pourvoi"), ("2021-08-16", "mémoire"), ("2021-08-17", "mémoire")],
        ),
        (
            "Par une requête et des mémoires, enregistrés le 24 octobre 2020, 3 et 12 novembre 2020, M. A B demande "
            "l'annulation.",
            [("2020-10-24", "requête"), ("2020-11-03", "mémoire"), ("2020-11-12", "mémoire")],
        ),
        (
            "Par une requête, enregistrée le 5 mai 2020, et un mémoire en réplique, enregistré le 12 mai 2020, la "
            "Ligue des droits de l'homme demande l'annulation.",
            [("2020-05-05", "requête"), ("2020-05-12", "mémoire en réplique")],
        ),
        (
            "Par une requête, enregistrée le 5 mai 2020, M. A B demande l'annulation.\nPar un mémoire, enregistré "
            "le 10 mai 2020, M. B déclare se désister de sa requête.",
            [("2020-05-05", "requête"), ("2020-05-10", "désistement")],
        ),
        ("Par une lettre du 17 août 2021, M. B a été invité à régulariser sa requête.", [("2021-08-17", "courrier")]),
    ],
)
def test_filings(filed: str, expected: list[tuple[str, str]]) -> None:
    given = order(filed, "1. Il en résulte que non.", "Article 1er : La requête est rejetée.")
    assert [event for event in told(given) if event[1] != "décision"] == expected


@pytest.mark.parametrize(
    ("demand", "days"),
    [
        (
            "de suspendre l'exécution du décret n° 2021-1432 du 3 novembre 2021 modifiant le "
            "décret n° 2021-699 du 1er juin 2021",
            ["2021-11-03"],
        ),
        (
            "d'annuler l'arrêté du 5 mai 2019 par lequel le maire a délivré un permis ainsi que la décision du 2 "
            "juin 2019 rejetant son recours gracieux",
            ["2019-05-05", "2019-06-02"],
        ),
        (
            "d'annuler la décision prise par le directeur général de l'Office français de "
            "protection des réfugiés et apatrides le 20 novembre 2020",
            ["2020-11-20"],
        ),
        ("de condamner l'Etat à l'indemniser pour la période du 3 mai 2019 au 4 juin 2019", []),
    ],
)
def test_acts_contested(demand: str, days: list[str]) -> None:
    given = order(
        f"Par une requête, enregistrée le 4 décembre 2021, M. A B demande au Conseil d'Etat {demand}.",
        "1. Non.",
        "Article 1er : La requête est rejetée.",
    )
    assert [str(event.date) for event in events(given) if event.type == "acte contesté"] == days


def test_passages_equal_the_text() -> None:
    for name in ("ce_refere", "ta_liberte", "caa_arret", "ce_ancien", "ta_suspension", "requete"):
        given = written(name)
        dates = {(date.start, date.end) for date in given.dates}
        assert all((event.start, event.end) in dates for event in events(given))


def test_claims_are_numbered_and_belong_to_somebody() -> None:
    given = written("ce_ancien")
    first, second = find_claims(given.text, given.zones, given.procedure.filings)
    assert (first.number, first.party, first.docket) == ("1", "SOCIETE DES TROIS RIVIERES", "99100")
    assert (second.number, second.text) == ("2", "annule cet arrêté")
    filing = written("requete")
    claims = find_claims(filing.text, filing.zones, filing.procedure.filings)
    assert [claim.number for claim in claims] == ["1", "2", "3"]
    assert claims[0].text.startswith("SUSPENDRE")
    assert all(filing.text[claim.start : claim.end] == claim.text for claim in claims)


def test_a_claim_inside_its_sentence_has_no_number() -> None:
    given = order(
        "Par un pourvoi, enregistré le 13 octobre 2021, M. A B demande au Conseil d'Etat d'annuler cette ordonnance.",
        "1. Non.",
        "Article 1er : Le pourvoi n'est pas admis.",
    )
    (claim,) = find_claims(given.text, given.zones, given.procedure.filings)
    assert (claim.number, claim.text, claim.party) == ("", "d'annuler cette ordonnance", "M. A B")


def test_pleadings_have_kind_author_and_day() -> None:
    given = written("caa_arret")
    found = [(p.kind, p.party, str(p.date)) for p in find_pleadings(given.text, given.zones, given.dates)]
    assert found == [
        ("requête", "société Bois du Sud", "2021-11-30"),
        ("mémoire", "société Bois du Sud", "2022-01-10"),
        ("mémoire", "société Bois du Sud", "2022-03-02"),
        ("mémoire en défense", "commune de Guéret", "2022-02-15"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ce_refere", {"Jean Dupont"}),
        (
            "caa_arret",
            {
                "GARDIN",
                "Claire MARTEL",
                "Claire Martel",
                "Anne Le Roux",
                "Jeanne Beau Dupré",
                "Paul Bourdin",
                "Louis Ferrand",
            },
        ),
        ("ce_ancien", {"Dubreuil", "Garnier"}),
    ],
)
def test_names_of_judges_and_clerks_are_withheld(name: str, expected: set[str]) -> None:
    """Art. L. 10 CJA; parties and counsel are not withheld."""
    given = written(name)
    assert {given.text[item.start : item.end] for item in find_withheld(given.text, given.zones)} == expected


MAIL = (
    Declared(field="title", value="TA Lille - dossier 2412377 - Notification", origin="en-tete"),
    Declared(field="mail_from", value="greffe@tribunal.example", origin="en-tete"),
    Declared(field="mail_date", value="2024-12-02T17:20", origin="en-tete"),
)


def test_a_mail_that_notifies_counts_from_the_moment_it_was_sent() -> None:
    text = (
        "TA Lille - dossier 2412377 - Notification\nMaître,\nJ'ai l'honneur de vous notifier l'ordonnance du "
        "2 décembre 2024 rendue par le juge des référés dans l'instance n° 2412377.\nLe greffier en chef"
    )
    found = extract(text, declared=MAIL)
    assert [docket.value for docket in found.dockets] == ["2412377"]
    assert [(event.type, str(event.date), event.time) for event in found.events] == [
        ("notification", "2024-12-02", "17:20"),
        ("décision", "2024-12-02", None),
    ]
    assert found.events[0].origin == "en-tete", "no sentence of the mail says when it was sent"


def test_a_mail_of_the_other_side_is_a_letter_of_its_day() -> None:
    text = "RE: calendrier\nNous ne donnerons pas suite à votre demande du 12 novembre 2024.\nLa direction juridique"
    (event,) = extract(text, declared=MAIL).events
    assert (event.type, str(event.date), event.modality.value) == ("courrier", "2024-12-02", "constate")


def test_an_exhibit_listed_under_a_filing_is_no_judge() -> None:
    text = (
        "TRIBUNAL ADMINISTRATIF DE LILLE\nREQUÊTE\nPOUR : l'association Clair\nCONTRE : la commune de Lys\nFAITS\n"
        "La commune a décidé.\nPAR CES MOTIFS\nL'association demande l'annulation.\nFait à Lille, le 3 mai 2024\n"
        "PIÈCES JOINTES\n1. Avis de la CNIL\n2. Statuts"
    )
    assert extract(text).withheld == ()
