"""Whatever the text: no exception, no blow-up, every passage inside the text and equal to what it claims."""

from __future__ import annotations

import dataclasses
import datetime as dt
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casetrack.extract import extract
from casetrack.extract.output import from_json, to_json, to_row
from casetrack.model import Declared, Finding, Findings

# Pieces that the readers look for, glued in any order: a text made of triggers and of nothing else.
PIECES = [
    "Vu la procédure suivante :", "Par une requête enregistrée le", "Considérant ce qui suit :", "1.", "2.",
    "12 mars 2021", "le 8 mars prochain", "les 26 et 27 février, et les 1er, 5 et 7 mars 2021", "n° 450163",
    "N°s 440442, 440445", "nos", "L. 521-2", "R. 522-1 à R. 522-8", "du même code", "de ce code",
    "code de justice administrative", "D E C I D E :", "O R D O N N E :", "Article 1er :", "Article 2",
    "La requête est rejetée.", "M. A... B...", "Mme B A", "l'association InterHop et autres", "(SIGLE)",
    "le ministre de l'intérieur", "Conseil d'Etat", "tribunal administratif de Nice", "Vu :", "- la Constitution ;",
    "« ", "» ", "\"", "“", "la semaine dernière", "lundi", "à 17 heures", "Source : Euractiv",
    "Publié le 05/03/2021 à 15:13", "ECLI:FR:CEORD:2021:450163.20210312", "DCE_450163_20210312.xml",
    "CETATEXT000043261200", "PAR CES MOTIFS", "POUR :", "CONTRE :", "Notice : x", "1°) d'annuler ;",
    "Elle soutient que :", "de rejeter", "astreinte", "3 000 euros", "L. 761-1", "\n", "\n\n", "\t", "\u00a0",
    "\u00ad", ";", ",", ".", "(", ")", "°", "İ", "ﬁ", "e\u0301", "\u2028", "Lecture du 12 mars 2021",
    "Fait à Paris, le", "rapporteur public", "Signé : X", "ordonnance précitée", "présidente", "hier",
    "au 31 février 2021",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join),
    st.text(max_size=400),
)


def findings_in(value: Any) -> Iterator[Finding]:
    if isinstance(value, Finding):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from findings_in(item)
    elif isinstance(value, Findings):
        for item in dataclasses.fields(value):
            yield from findings_in(getattr(value, item.name))


def check(text: str, found: Findings) -> None:
    for finding in findings_in(found):
        assert 0 <= finding.start <= finding.end <= len(text), finding
        claimed = getattr(finding, "text", None)
        if claimed is not None:
            assert text[finding.start : finding.end] == claimed, finding
    if found.zones:
        assert found.zones[0].start == 0 and found.zones[-1].end == len(text)
        for one, other in zip(found.zones, found.zones[1:], strict=False):
            assert one.end == other.start


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, dt.date(2021, 3, 5), dt.date.min, dt.date.max]))
def test_any_text_is_read_without_exception_and_passages_are_true(text: str, published: dt.date | None):
    found = extract(text, published=published)
    check(text, found)
    assert from_json(to_json(found)) == found
    assert to_row(found, text, "x.txt")["file"] == "x.txt"
    assert extract(text, published=published) == found


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(
        st.tuples(
            st.sampled_from(["court", "court_code", "docket", "decided_on", "ecli", "formation", "published_on",
                             "publisher", "published_time", "magistrate", "mail_from", "title", "author"]),
            st.one_of(st.text(max_size=20), st.sampled_from(["CE", "2021-03-12", "undefined", "450163"])),
        ),
        max_size=8,
    ),
)  # fmt: skip
def test_any_declared_value_is_taken_without_exception(text: str, said: list[tuple[str, str]]):
    declared = [Declared(field=field, value=value, origin="meta") for field, value in said]
    check(text, extract(text, declared=declared))


MEGABYTE = 1_000_000
HOSTILE = {
    "articles": "Article ", "articles numérotés": "Article L. 521-2 ", "chiffres": "1", "chiffres espacés": "12 ",
    "n°": "n° ", "numéros": "n° 450163, ", "guillemets": "« ", "guillemets droits": '"', "un mot": "a",
    "espaces": " ", "lignes": "\n", "points": ". ", "dates": "12 mars 2021, ", "jours": "1er, 2, 3 et ",
    "vu": "Vu la requête ", "considérants": "Considérant que ", "parenthèses": "(", "capitales": "A",
    "initiales": "M. A... ", "associations": "l'association des ", "tirets": "- ", "points numérotés": "\n1. ",
    "demandes": "1°) ", "par une ordonnance": "par une ordonnance du ", "décide": "D E C I D E : ",
    "lundi": "lundi ", "à": "à ", "de": "de ", "et": "et ", "apostrophes": "l'", "virgules": ", ",
    "conseil": "Conseil d'Etat ", "ecli": "ECLI:FR:", "requêtes": "Par une requête enregistrée le 12 mars 2021, ",
    "courriels": "a.b@", "noms": "Jean Dupont ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_anything_ends(name: str):
    """The guard is against a blow-up, not a measure: `benchmarks/safety.py` prints the times."""
    piece = HOSTILE[name]
    text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]

    def give_up(*_: object) -> None:
        raise TimeoutError(f"{name}: more than 60 s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    try:
        extract(text)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
