"""Parties: names as written, their roles, lists, pseudonyms, appeals that turn the roles round."""

from __future__ import annotations

import pytest

from casetrack.extract import extract
from casetrack.extract.names import acronym_of, is_pseudonym, members, party_type, split_names
from casetrack.extract.parties import find_parties
from casetrack.model import PartyFinding, PartyType, Role
from tests.written_decisions import Read, order, read, written


def parties(given: Read) -> tuple[PartyFinding, ...]:
    return find_parties(given.text, given.zones, given.courts, procedure=given.procedure)


def names(given: Read, *roles: Role) -> list[str]:
    return [party.name for party in parties(given) if party.role in roles]


def test_a_list_of_plaintiffs_with_acronyms_and_counsel() -> None:
    found = parties(written("ce_refere"))
    plaintiffs = [party for party in found if party.role is Role.PLAINTIFF]
    assert [party.name for party in plaintiffs] == [
        "association Santé Libre",
        "professeur E... C...",
        "syndicat de la médecine rurale (SMR)",
        "Union pour une médecine ouverte",
        "Fédération des soignants de France (FSF)",
        "Mme D... B...",
        "M. F... G...",
    ]
    assert [party.counsel for party in plaintiffs][-2:] == ["Me Roussel", ""]
    assert plaintiffs[2].acronym == "SMR"
    assert plaintiffs[-1].pseudonym and plaintiffs[-1].type is PartyType.NATURAL


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        (
            "ce_refere",
            Role.DEFENDANT,
            ["ministre des solidarités et de la santé", "Commission nationale de l'informatique et des libertés"],
        ),
        ("ce_refere", Role.INTERVENER, ["société Rendez-vous Plus SAS"]),
        ("ta_liberte", Role.INTERVENER, ["Syndicat des avocats de France"]),
        ("ta_liberte", Role.OBSERVER, ["Commission nationale de l'informatique et des libertés"]),
        ("ta_suspension", Role.DEFENDANT, ["préfet des Alpes-Maritimes"]),
        ("caa_arret", Role.APPELLANT, ["société Bois du Sud", "Mme D... E..."]),
        ("caa_arret", Role.RESPONDENT, ["commune de Guéret"]),
        ("caa_arret", Role.ACT_AUTHOR, ["maire de Guéret"]),
        ("ce_ancien", Role.APPELLANT, ["SOCIETE DES TROIS RIVIERES", "M. Jean X..."]),
        ("ce_ancien", Role.RESPONDENT, ["ministre de l'environnement"]),
        ("requete", Role.PLAINTIFF, ["association Les Données d'abord"]),
    ],
)
def test_roles(name: str, role: Role, expected: list[str]) -> None:
    assert names(written(name), role) == expected


def test_an_appeal_turns_the_roles_round() -> None:
    given = order(
        "M. C D a demandé au juge des référés du tribunal administratif de Nice de suspendre l'arrêté. Par une "
        "ordonnance n° 2100001 "
        "du 2 mars 2021, le juge des référés du tribunal administratif de Nice a fait droit à sa demande.\n"
        "Par une requête, enregistrée le 4 mars 2021 au secrétariat du contentieux du Conseil d'Etat, la commune de "
        "Vence demande au juge "
        "des référés du Conseil d'Etat, statuant sur le fondement de l'article L. 521-2 du code de justice "
        "administrative, d'annuler cette ordonnance.\n"
        "Par un mémoire en défense, enregistré le 6 mars 2021, M. D conclut au rejet de la requête.",
        "1. Il en résulte que la requête doit être rejetée.",
        "Article 1er : La requête de la commune de Vence est rejetée.",
    )
    appellant, respondent = parties(given)[:2]
    assert (appellant.name, appellant.role, appellant.first_instance_role) == (
        "commune de Vence",
        Role.APPELLANT,
        Role.DEFENDANT,
    )
    assert (respondent.name, respondent.role, respondent.first_instance_role) == (
        "M. C D",
        Role.RESPONDENT,
        Role.PLAINTIFF,
    )


def test_the_winner_below_faces_the_minister() -> None:
    given = order(
        "La société Ardoise a demandé au tribunal administratif de Lyon la décharge d'un impôt. Par un jugement n° "
        "1800001 du 5 mai 2019, le tribunal a "
        "fait droit à sa demande.\nPar un arrêt n° 19LY00002 du 3 mars 2020, la cour administrative d'appel de Lyon "
        "a rejeté l'appel du ministre.\n"
        "Par un pourvoi, enregistré le 4 mai 2020 au secrétariat du contentieux du Conseil d'Etat, le ministre de "
        "l'économie, des finances et de la "
        "relance demande au Conseil d'Etat d'annuler cet arrêt.",
        "1. Le pourvoi doit être rejeté.",
        "Article 1er : Le pourvoi est rejeté.",
    )
    assert names(given, Role.CASSATION_PLAINTIFF) == ["ministre de l'économie, des finances et de la relance"]
    assert names(given, Role.CASSATION_DEFENDANT) == ["société Ardoise"]


@pytest.mark.parametrize(
    ("text", "prep", "expected"),
    [
        ("M. et Mme A... B... et la SCI du Port", "", ["M. et Mme A... B...", "SCI du Port"]),
        (
            "la Ligue des droits de l'homme, la Cimade et le Gisti",
            "",
            ["Ligue des droits de l'homme", "Cimade", "Gisti"],
        ),
        ("le ministre de la culture et de la communication", "", ["ministre de la culture et de la communication"]),
        (
            "la ministre de l'éducation nationale, de la jeunesse et des sports",
            "",
            ["ministre de l'éducation nationale, de la jeunesse et des sports"],
        ),
        ("M. A B, représenté par la SCP Masse et Thiriez, et Mme C D", "", ["M. A B", "Mme C D"]),
        ("la société Alpha, représentée par son président, M. Z...", "", ["société Alpha"]),
        ("de M. B et de Mme C", "de", ["M. B", "Mme C"]),
        (
            "à la commune de Lille, à M. A B ainsi qu'au préfet du Nord",
            "a",
            ["commune de Lille", "M. A B", "préfet du Nord"],
        ),
        ("l'association Force 5 et autres", "", ["association Force 5"]),
        ('l\'association " Les amis de la rue et du quai "', "", ['association " Les amis de la rue et du quai "']),
        ("les sociétés Alpha et Bêta Conseil", "", ["Alpha", "Bêta Conseil"]),
        ("M. ALEXANDRE E..., HYPPOLITE D... ET ROGER C...", "", ["M. ALEXANDRE E...", "HYPPOLITE D...", "ROGER C..."]),
    ],
)
def test_lists_of_names(text: str, prep: str, expected: list[str]) -> None:
    assert [text[name.start : name.end] for name in split_names(text, 0, len(text), prep)] == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("M. A... B...", PartyType.NATURAL),
        ("syndicat CGT des cheminots", PartyType.UNION),
        ("SARL Dubois", PartyType.COMPANY),
        ("Ligue des droits de l'homme", PartyType.ASSOCIATION),
        ("préfet de police", PartyType.PUBLIC_BODY),
        ("syndicat mixte des eaux", PartyType.PUBLIC_BODY),
        ("syndicat des copropriétaires du 3 rue Neuve", PartyType.OTHER),
    ],
)
def test_kinds_of_persons(name: str, kind: PartyType) -> None:
    assert party_type(name) is kind


def test_pseudonyms_and_acronyms() -> None:
    assert all(is_pseudonym(name) for name in ("M. A... B...", "Mme B A", "SIEUR Y...", "M. et Mme X..."))
    assert not is_pseudonym("M. Jean Dupont")
    assert acronym_of("Ligue des droits de l'homme (LDH)") == "LDH"


def test_names_are_the_words_of_their_passage() -> None:
    for name in ("ce_refere", "ta_liberte", "caa_arret", "ce_ancien", "ta_suspension", "requete"):
        given = written(name)
        for party in parties(given):
            assert " ".join(given.text[party.start : party.end].split()) == party.name


def test_nothing_without_zones() -> None:
    assert parties(read("Une phrase de presse sur la société X.")) == ()


DEFENCE = """TRIBUNAL ADMINISTRATIF DE DIJON
Juge des référés
Dossier n° 2399901
MÉMOIRE EN DÉFENSE
POUR :
La commune de Valbrume, représentée par son maire,
CONTRE :
1° L'association Clair-Registre, association déclarée ;
2° L'association des parents d'élèves de Valbrume (APEV).
FAITS
La requête sera rejetée.
PAR CES MOTIFS
La commune conclut au rejet de la requête.
"""


def test_who_writes_a_defence_is_the_defendant():
    found = {(party.name, party.role.value) for party in extract(DEFENCE).parties}
    assert found == {
        ("commune de Valbrume", "defendeur"),
        ("association Clair-Registre", "requerant"),
        ("association des parents d'élèves de Valbrume (APEV)", "requerant"),
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("départements de la Marne et de la Haute-Marne", ["département de la Marne", "département de la Haute-Marne"]),
        (
            "communes de Reims, d'Épernay et de La Veuve",
            ["commune de Reims", "commune d'Épernay", "commune de La Veuve"],
        ),
        ("préfets des Côtes-d'Armor et de l'Aube", ["préfet des Côtes-d'Armor", "préfet de l'Aube"]),
        ("centres hospitaliers de Nice et de Cannes", ["centre hospitalier de Nice", "centre hospitalier de Cannes"]),
        ("communes de Nice", []),
        ("communes de l'agglomération et de Nice", []),
        ("ministres de l'intérieur et de la justice", []),
    ],
)
def test_one_plural_head_names_several_bodies(written: str, expected: list[str]) -> None:
    found = members(written, 0, len(written))
    assert [name for _, _, name in found] == expected
    assert all(written[start:end].split()[-1] == name.split()[-1] for start, end, name in found)


def test_two_departments_are_two_defendants() -> None:
    given = order(
        "Par une requête, enregistrée le 3 mars 2021, M. A B demande au juge des référés d'enjoindre à ces "
        "départements de l'accueillir.\nPar un mémoire en défense, enregistré le 4 mars 2021, les départements de "
        "la Marne et de la Haute-Marne concluent au rejet de la requête.",
        "1. La requête est tardive.",
        "Article 1er : La requête de M. A B est rejetée.",
    )
    assert names(given, Role.DEFENDANT) == ["département de la Marne", "département de la Haute-Marne"]
