"""Labels of events, as French says them."""

from __future__ import annotations

import pytest

from casetrack.model import Modality
from casetrack.timeline.titles import court_words, entry_title, of_name

INTERHOP = ("association InterHop", "requerant", True)
UNION = ("Syndicat de la médecine générale", "requerant", True)
MINISTRY = ("ministre des solidarités et de la santé", "defendeur", True)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("association InterHop", "de l’association InterHop"),
        ("Syndicat de la médecine générale", "du Syndicat de la médecine générale"),
        ("Union pour une médecine libre", "de l’Union pour une médecine libre"),
        ("société Doctolib", "de la société Doctolib"),
        ("ministre de l'intérieur", "du ministre de l'intérieur"),
        ("associations A et B", "des associations A et B"),
        ("établissement public X", "de l’établissement public X"),
        ("InterHop", "d’InterHop"),
        ("l'association Clair-Registre", "de l’association Clair-Registre"),
        ("le ministre de l'intérieur", "du ministre de l'intérieur"),
        ("Doctolib", "de Doctolib"),
        ("La Quadrature du Net", "de La Quadrature du Net"),
        ("Hérault logement", "de Hérault logement"),
    ],
)
def test_a_name_after_de(name: str, said: str):
    assert of_name(name) == said


@pytest.mark.parametrize(
    ("code", "after", "said"),
    [
        ("CE", "devant", "le Conseil d’État"),
        ("CE", "de", "du Conseil d’État"),
        ("TA06", "devant", "le tribunal administratif de Nice"),
        ("TA80", "de", "du tribunal administratif d’Amiens"),
        ("TA102", "de", "du tribunal administratif de la Martinique"),
        ("TA101", "de", "du tribunal administratif de La Réunion"),
        ("TA", "devant", "le tribunal administratif"),
        ("CAA75", "devant", "la cour administrative d’appel de Paris"),
        ("CAA75", "de", "de la cour administrative d’appel de Paris"),
        ("TC", "de", "du Tribunal des conflits"),
        ("", "de", ""),
        ("CNIL", "de", ""),
    ],
)
def test_a_court_in_full(code: str, after: str, said: str):
    assert court_words(code, after) == said


ORDER = "CE, ord., 12 mars 2021, n° 450163"
TITLES = [
    (
        "requête",
        "CE",
        "CE/450163",
        (INTERHOP, UNION, MINISTRY),
        {},
        "Requête de l’association InterHop et autre (n° 450163)",
    ),
    ("requête", "", "", (), {}, "Requête"),
    ("requête", "CE", "CE/1", (("M. A... B...", "requerant", False),), {}, "Requête (n° 1)"),
    ("requête", "CE", "CE/1", (("Mme C... D...", "requerant", False), INTERHOP), {}, "Requête (n° 1)"),
    (
        "mémoire en défense",
        "CE",
        "",
        (INTERHOP, MINISTRY),
        {},
        "Mémoire en défense du ministre des solidarités et de la santé",
    ),
    ("mémoire", "CE", "", (INTERHOP, MINISTRY), {}, "Mémoire"),
    ("mémoire", "CE", "", (INTERHOP,), {}, "Mémoire de l’association InterHop"),
    ("clôture de l'instruction", "CE", "CE/1", (), {}, "Clôture de l’instruction (n° 1)"),
    ("décision", "CE", "CE/450163", (), {"decided": ORDER}, "Ordonnance n° 450163 du Conseil d’État"),
    ("décision", "CE", "CE/450163", (), {}, "Décision n° 450163 du Conseil d’État"),
    ("jugement", "TA75", "TA75/1712217", (), {}, "Jugement n° 1712217 du tribunal administratif de Paris"),
    ("décision attaquée", "TA75", "CE/440442", (), {}, "Décision attaquée du tribunal administratif de Paris"),
    (
        "décision attaquée",
        "TA75",
        "",
        (),
        {"note": "ordonnance du 5 mai"},
        "Décision attaquée : ordonnance du tribunal administratif de Paris",
    ),
    ("acte contesté", "", "CE/1", (), {"note": "décret n° 2021-1059"}, "Acte contesté : décret n° 2021-1059 (n° 1)"),
    ("communiqué", "", "", (("InterHop", "auteur", True),), {}, "Communiqué d’InterHop"),
]


@pytest.mark.parametrize(("kind", "court", "docket", "parties", "more", "said"), TITLES)
def test_titles(
    kind: str, court: str, docket: str, parties: tuple[tuple[str, str, bool], ...], more: dict[str, str], said: str
):
    title = entry_title(kind, Modality.RECORDED, court, docket, parties, **more)
    assert title.replace("\u00a0", " ") == said
    assert "n° " not in title, "a number does not part from its sign"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("audience", "Audience annoncée"),
        ("mémoire", "Mémoire annoncé"),
        ("annonce", "Annonce"),
        ("avis", "Avis annoncé"),
    ],
)
def test_what_is_announced_says_so(kind: str, said: str):
    assert entry_title(kind, Modality.ANNOUNCED, "", "", ()) == said


def test_a_text_is_called_by_its_name():
    said = entry_title("texte", Modality.RECORDED, "", "", (), note="loi n° 2019-774")
    assert said.replace("\u00a0", " ") == "Loi n° 2019-774"
    assert entry_title("texte", Modality.RECORDED, "", "", ()) == "Texte"
    said = entry_title("avis", Modality.RECORDED, "", "", (("CNIL", "", True),), note="délibération n° 2020-044")
    assert said.replace("\u00a0", " ") == "Avis de la CNIL : délibération n° 2020-044"
    assert entry_title("avis", Modality.RECORDED, "", "", (("CNIL", "", True),), note="avis") == "Avis de la CNIL"
