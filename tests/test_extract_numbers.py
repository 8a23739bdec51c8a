"""Numbers of courts: own dockets, forms, ECLI; and what must hold on any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.extract.citations import cite
from casetrack.extract.courts import find_courts
from casetrack.extract.numbers import docket_key, find_dockets, find_numbers, number_kind, parse_ecli
from casetrack.model import Declared


def dockets(text: str, *declared: str) -> list[str]:
    tags = [Declared(field="docket", value=value, origin="balise") for value in declared]
    return [value.value for value in find_dockets(text, declared=tags)]


@pytest.mark.parametrize(
    ("text", "expected", "trap"),
    [
        ("CONSEIL D'ETAT\nstatuant au contentieux\nN° 450163\n", ["450163"], "ligne de tête"),
        ("N°s 440442, 440445\nLA QUADRATURE DU NET", ["440442", "440445"], "deux numéros en tête"),
        ("DCE_450163_20210312.xml\n2021-03-14\nCE", ["450163"], "nom de fichier"),
        ("Conseil d'Etat, 8 / 3 SSR, du 6 novembre 2002, 246830, publié au recueil Lebon\n", ["246830"], "titre"),
        ("Cour administrative d'appel de Paris\n90PA00380\nRejet", ["90PA00380"], "seul sur sa ligne"),
        ("1° Sous le n° 440442, par une requête\n2° Sous le n° 440445, par", ["440442", "440445"], "1° et 2°"),
        ("1°/ Sous le n° 440442, M. A\n2°/ Sous le n° 440445, le préfet", ["440442", "440445"], "1°/ et 2°/"),
        ("Par une requête n° 21BX04358, enregistrée le 26 novembre 2021, M. A", ["21BX04358"], "requête numérotée"),
        ("ECLI:FR:CEORD:2021:450163.20210312\nVu la procédure", ["450163"], "ECLI seul"),
        ("Le juge,\nSigné : Gilles Exemple 4573464", ["457346"], "signature collée au numéro et à la page"),
        ("Vu la requête, enregistrée au greffe le 13 juin 1990", [], "aucun numéro"),
        ("Par une requête, enregistrée sous le n° 1704321, M. A a saisi le tribunal. Par un pourvoi enregistré au "
         "secrétariat du contentieux du Conseil d'Etat", [], "numéro du premier juge"),
    ],
)  # fmt: skip
def test_own_dockets_of_bare_text(text: str, expected: list[str], trap: str):
    assert dockets(text) == expected


def test_the_text_adds_joined_dockets_to_the_tags():
    text = "2° Par un pourvoi enregistré sous le n° 449118, M. A. Le jugement, enregistré sous le n° 1404466 au greffe."
    assert dockets(text, "449117") == ["449117", "449118"]
    assert dockets("Les pourvois nos 449117 et 449119 présentent à juger", "449117") == ["449117", "449119"]


def test_tags_may_hold_several():
    assert dockets("", "230166 230345") == ["230166", "230345"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [("450163", "CE"), ("43282", "CE"), ("2006861", "TA"), ("1712217/6-3", "TA"), ("21BX04358", "CAA"), ("C3830", "TC"),
     ("C-312/11", "CJUE"), ("2020-800 DC", "CC"), ("19-87.367", "CASS"), ("20/01234", "RG"), ("5335/06", "CEDH")],
)  # fmt: skip
def test_forms(number: str, kind: str):
    assert number_kind(number) == kind


def test_comparable_forms():
    assert [docket_key(n) for n in ("68 652", "450.163", "21bx04358")] == ["68652", "450163", "21BX04358"]


def test_ecli():
    read = parse_ecli("ECLI:FR:CEORD:2021:450163.20210312")
    assert read is not None
    assert (read.number, read.date, read.is_trusted) == ("450163", dt.date(2021, 3, 12), True)
    malformed = parse_ecli("ECLI:FR:Code Inconnu:2021:454079.20211119")
    assert malformed is not None
    assert not malformed.is_trusted
    impossible = parse_ecli("ECLI:FR:CEORD:2021:450163.20211332")
    assert impossible is not None
    assert not impossible.is_trusted


def test_a_number_of_a_law_is_listed_by_its_form_only():
    assert [mention.kind for mention in find_numbers("n° 450163, n° 21BX04358")] == ["CE", "CAA"]


PIECES = """article articles L. 521-2 R. 522-1 du même code de justice administrative CE, ord. 12 mars 2021 n° 450163
nos 440442, TA Paris le tribunal administratif Conseil d'État loi n° 78-17 « » " ; . ( ) précité ordonnance décision à
et 1er bis A annexe III CGI directive 2003/88/CE C-311/18 QPC ECLI:FR:CEORD:2021:450163.20210312 RG 20/01234 İ ﬁ 𝔸"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@given(st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=80).map(" ".join)))
def test_any_text_is_read_and_passages_are_its_own(text: str):
    for item in cite(text):
        assert item.text == text[item.start : item.end]
        assert item.start < item.end
    for value in find_dockets(text):
        assert 0 <= value.start <= value.end <= len(text)
    for court in find_courts(text):
        assert 0 <= court.start < court.end <= len(text)
