"""Names and dockets in comparable forms; likeness only proposes."""

from __future__ import annotations

import pytest

from casetrack.extract import extract
from casetrack.model import PartyFinding, PartyType, Role
from casetrack.resolve import KnownParty, docket_key, is_legal_person, match_party, only_docket, party_key

SAME = [
    ("association InterHop", "InterHop", "head word"),
    ("l'association Interhop", "INTERHOP", "article and case"),
    ("Syndicat de la médecine générale (SMG)", "syndicat de la Médecine générale", "acronym in parentheses"),
    ("ministre des solidarités et de la santé", "ministère des Solidarités et de la Santé", "office and department"),
    ("la ligue des Droits de l'Homme", "Ligue des droits de l’Homme", "typographic apostrophe"),
    ("société Doctolib", "Doctolib", "company"),
]
DIFFERENT = [
    ("SNJ", "SNJMG", "two unions"),
    ("commune de Nice", "commune de Lille", "two towns"),
    ("Fédération des médecins de France", "Syndicat des médecins de France", "federation and union"),
]


@pytest.mark.parametrize(("one", "other", "trap"), SAME)
def test_one_body_has_one_key(one, other, trap):
    assert party_key(one) == party_key(other), trap


@pytest.mark.parametrize(("one", "other", "trap"), DIFFERENT)
def test_two_bodies_have_two_keys(one, other, trap):
    assert party_key(one) != party_key(other), trap


def known(*names: str) -> dict[str, KnownParty]:
    return {party_key(name): KnownParty(id=i, name=name, slug=str(i)) for i, name in enumerate(names, 1)}


def test_a_likeness_is_proposed_never_taken():
    match = match_party("Union pour une médecine libre", "", known("Union française pour une médecine libre"))
    assert match.is_new
    assert [proposal.party_id for proposal in match.proposals] == [1]


def test_an_acronym_is_proposed_by_its_initials():
    match = match_party("SMG", "", known("Syndicat de la médecine générale"))
    assert match.party_id is None
    assert "initiales" in match.proposals[0].reason


def test_numbers_tell_bodies_apart():
    assert not match_party("caisse primaire du 13", "", known("caisse primaire du 31")).proposals


def test_natural_persons_and_pseudonyms_are_no_rows():
    natural = PartyFinding(name="M. A... B...", role=Role.PLAINTIFF, type=PartyType.NATURAL, pseudonym=True)
    assert not is_legal_person(natural)
    assert is_legal_person(PartyFinding(name="commune de X", role=Role.DEFENDANT, type=PartyType.PUBLIC_BODY))


@pytest.mark.parametrize(
    ("written", "key"),
    [("1712217/6-3", "1712217"), ("21bx04358", "21BX04358"), ("450163", "450163"), ("450 163", "450163")],
)
def test_dockets_have_one_form(written, key):
    assert docket_key(written) == key


HEAD = "Notice factuelle : Une demande d'exécution\n\nJuridiction : Conseil d'État, juge des référés\n"


@pytest.mark.parametrize(
    ("text", "docket"),
    [
        (HEAD + "Dossier : n° 999202\n\nLes requérants de l'affaire n° 999201 sont revenus.\n", ("CE", "999202")),
        (HEAD + "\nLes affaires n° 999201 et n° 999202 du Conseil d'État ont été jugées.\n", None),
    ],
)
def test_a_notice_is_about_the_docket_on_its_label(text, docket):
    assert only_docket(extract(text)) == docket
