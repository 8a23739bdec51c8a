"""Articles, pages and notices: title, publisher, day, origins, organisations, roles and reported events."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from casetrack.extract import extract
from casetrack.extract.kind import find_kind
from casetrack.extract.organisations import find_organisations
from casetrack.extract.persons import find_persons
from casetrack.model import Declared, Findings, Modality, Role

EXPECTED = Path(__file__).parent / "expected"
CORPUS = Path(__file__).parent.parent / "corpus"


def plaintiffs(found: Findings) -> list[str]:
    return [party.name for party in found.parties if party.role is Role.PLAINTIFF]


def events(found: Findings) -> list[tuple[str, str, str]]:
    return [(event.type, str(event.date), event.modality.value) for event in found.events]


def test_the_article_with_its_visible_marks(shared_data: Path):
    text = (shared_data / "seeds" / "000_619492bb5afce99d.txt").read_text(encoding="utf-8")
    found = extract(text)
    assert found.kind.value == "press"
    assert found.publisher and found.publisher.value == "FranceSoir"
    assert found.publication_date and found.publication_date.value == "2021-03-05"
    assert found.publication_time and found.publication_time.value == "15:13"
    assert found.title and found.title.start == 0
    assert len(plaintiffs(found)) == 6 and not any("Sicard" in name for name in plaintiffs(found))
    assert ("audience", "2021-03-08", "annonce") in events(found)
    assert found.court_code == "CE"


def test_the_article_without_date(shared_data: Path):
    text = (shared_data / "seeds" / "001_e1f62258adb4c9ab.txt").read_text(encoding="utf-8")
    found = extract(text)
    assert found.publication_date is None and found.publisher is None
    assert ("annonce", "2021-01-11", "constate") in events(found)
    assert ("audience", "2021-03-08", "annonce") in events(found)
    filed = next(event for event in found.events if event.type == "requête")
    assert (filed.date, filed.date_end) == (dt.date(2021, 2, 22), dt.date(2021, 2, 28))
    assert "COVID" in (found.reference_date.reason if found.reference_date else "")
    assert [origin.value for origin in found.press_origins] == ["Euractiv"]


@pytest.mark.parametrize("name", ["000_619492bb5afce99d", "001_e1f62258adb4c9ab"])
def test_snapshot_of_the_seeds(name: str, shared_data: Path):
    """Types, values, offsets and the hash of each quote; never the words of the article."""
    text = (shared_data / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    found = extract(text)

    def quote(start: int, end: int) -> str:
        return hashlib.sha256(text[start:end].encode()).hexdigest()[:16]

    now = {
        "kind": found.kind.value,
        "publication_date": found.publication_date.value if found.publication_date else None,
        "reference_date": found.reference_date.value if found.reference_date else None,
        "dates": [
            [d.start, d.end, str(d.date), str(d.date_end), d.time, d.deduced, quote(d.start, d.end)]
            for d in found.dates
        ],
        "events": [
            [e.type, str(e.date), e.modality.value, e.court_code, e.start, e.end, quote(e.start, e.end)]
            for e in found.events
        ],
        "parties": [[p.role.value, p.type.value, p.start, p.end, quote(p.start, p.end)] for p in found.parties],
        "organisations": [[o.type.value, o.start, o.end, quote(o.start, o.end)] for o in found.organisations],
        "persons": [[p.start, p.end, quote(p.start, p.end)] for p in found.persons],
    }
    path = EXPECTED / f"seed_{name[:3]}.json"
    assert now == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Notice factuelle : une audience\n\nL'audience s'est tenue le 11 juin 2020.\n\nSources : AFP", "notice"),
        (
            "Vu la procédure suivante :\nConsidérant ce qui suit :\n1. x\nO R D O N N E :\nArticle 1er",
            "decision",
        ),
        (
            "REQUÊTE EN RÉFÉRÉ\nPOUR : X\nCONTRE : la commune de Y\nPAR CES MOTIFS, plaise au juge",
            "filing",
        ),
        ("AVIS D'AUDIENCE\nMaître,\nla requête sera examinée le 3 mai 2021.", "filing"),
        ("Publié le 5 mars 2021\nPar Anne Durand\nLe tribunal a tranché.", "press"),
        ("Notre association a saisi le juge. Nous avons déposé un recours. Faire un don", "association"),
        ("Liste des courses : du pain", "other"),
        ("", "other"),
    ],
)
def test_kinds(text: str, kind: str):
    found = find_kind(text)
    assert found.value == kind and found.reason


def test_an_official_file_is_a_decision_whatever_its_text():
    declared = [
        Declared(field="court", value="CE", origin="balise"),
        Declared(field="decided_on", value="2021-03-12", origin="balise"),
    ]
    assert find_kind("", declared).value == "decision"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La Ligue des droits de l'Homme (LDH) et le Syndicat des avocats de France (SAF) saisissent le juge.",
         ["Ligue des droits de l'Homme", "Syndicat des avocats de France"]),
        ("L'Union pour une médecine libre dénonce ce choix.", ["Union pour une médecine libre"]),
        ("Le ministère des Solidarités et de la Santé devra répondre.", ["ministère des Solidarités et de la Santé"]),
        ("la société Doctolib, hébergée par Amazon Web Services (AWS)", ["Doctolib", "Amazon Web Services (AWS)"]),
        ("des associations de patients, comme ActUp santé Sud-Ouest.", ["ActUp santé Sud-Ouest"]),
        ("Une association locale a protesté.", []),
        ("la plateforme franco-allemande", []),
    ],
)  # fmt: skip
def test_organisations(text: str, names: list[str]):
    assert [item.name for item in find_organisations(text)] == names


def test_names_of_the_case_are_found_in_its_press():
    found = find_organisations("Les Licornes célestes ont protesté.", ["Licornes célestes"])
    assert [item.name for item in found] == ["Licornes célestes"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("L'ordonnance n° 450163 a été rendue le 12 mars 2021.", ("décision", "2021-03-12", "constate")),
        ("La requête a été enregistrée le 26 février 2021.", ("requête", "2021-02-26", "constate")),
        ("Une audience s'est tenue le 11 juin 2020.", ("audience", "2020-06-11", "constate")),
        ("Le ministre a écrit à la CNIL le 19 novembre 2020.", ("courrier", "2020-11-19", "constate")),
        ("L'affaire sera plaidée le 3 mai 2021 devant le juge.", ("audience", "2021-05-03", "annonce")),
        ("Le recours vise l'annulation de l'arrêté du 21 avril 2020.", ("acte contesté", "2020-04-21", "constate")),
        ("La loi n° 78-17 du 6 janvier 1978 protège les données.", ("texte", "1978-01-06", "constate")),
        (
            "L'association a annoncé que l'affaire serait examinée le lundi 8 mars 2021.",
            ("audience", "2021-03-08", "annonce"),
        ),
    ],
)
def test_reported_events(text: str, event: tuple[str, str, str]):
    assert events(extract("Notice : essai\n\n" + text)) == [event]


def test_persons_in_clear_and_pseudonyms():
    text = (
        "M. Dupont et Mme Anne de La Tour, représentés par Me Juliette ALIBERT, 12 bis, rue des Lilas, 75011 Paris, "
        "tél. 06 12 34 56 78, a.b@exemple.fr, contre M. A... B... et Mme B A. M. le Président est présent."
    )
    found = [text[item.start : item.end] for item in find_persons(text)]
    assert found == ["Dupont", "Anne de La Tour", "Juliette ALIBERT", "12 bis, rue des Lilas, 75011 Paris",
                     "06 12 34 56 78", "a.b@exemple.fr"]  # fmt: skip


def test_a_day_given_by_a_person_counts_for_relative_dates():
    text = "Le Conseil d'État a été saisi hier en référé. " * 2 + "Le tribunal avait rejeté le recours lundi. " * 12
    found = extract(text, published=dt.date(2021, 3, 5))
    assert ("requête", "2021-03-04", Modality.RECORDED.value) in events(found)


@pytest.mark.parametrize(
    ("said", "basis"),
    [
        (
            "La requête a été déposée sur le fondement de l'article L. 521-2 du code de justice administrative.",
            "L. 521-2",
        ),
        ("Ils sont revenus sur le fondement de l’article L.521-4.", "L. 521-4"),
        ("Un référé-suspension a été déposé.", "L. 521-1"),
        ("Il a demandé l'asile sur le fondement de l'article L. 521-1 du CESEDA.", None),
    ],
)
def test_the_basis_that_an_article_or_a_notice_names(said: str, basis: str | None):
    found = extract(f"Des phares attaqués\nPublié le 15/03/2021 à 09:00\n\n{said}\n")
    assert (found.basis.value if found.basis else None) == basis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "COMMUNE DE VALBRUME\nLe maire de Valbrume,\nVu le code,\nDÉCIDE :\nArticle 1er : Un marché est signé.",
            "other",
        ),
        ("Le préfet du Val,\nVu la loi,\nA R R Ê T E :\nArticle 1er : La réunion est interdite.\n", "other"),
        (
            "LE TRIBUNAL ADMINISTRATIF DE DIJON\nVu la requête,\nLe préfet du Val,\nDÉCIDE :\n"
            "Article 1er : La requête est rejetée.\n",
            "decision",
        ),
    ],
)
def test_what_an_administration_decides_is_no_judgment(text: str, kind: str):
    assert extract(text).kind.value == kind
