"""What is marked in a text, and which piece of it is shown."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casetrack.search import analysis, extract, find_all, parse
from casetrack.search.places import Text
from casetrack.search.tree import Term, words_to_mark

TEXT = (
    "Vu la procédure suivante :\n"
    "Le juge des référés du Conseil d'État a été saisi. "
    + "Rien n'importe dans ce passage, qui est assez long. "
    * 12
    + "L'hébergement d'urgence est une liberté fondamentale ; le juge des référés enjoint au préfet de loger les "
    "personnes EXPULSEES, art. L. 521-2. " + "Fin du texte. " * 30
)


def tree(text: str):
    return parse(text, dt.date(2021, 3, 10)).tree


MARKS = [
    ("référés", ["référés", "référés"]),
    ("refere", ["référés", "référés"]),
    ("héberg*", ["hébergement"]),
    ("herbergement~", ["hébergement"]),
    ("expulsee", ["EXPULSEES"]),
    ("521-2", ["521-2"]),
    ("521", []),
    ("urgence OU liberté", ["urgence", "liberté"]),
    ("urgence -liberté", ["urgence"]),
    ('"juge des référés"', ["juge des référés", "juge des référés"]),
    ('"juge des référ*"', ["juge des référés", "juge des référés"]),
    ('"juge enjoint"', []),
    ('"juge enjoint"~1', ["juge", "enjoint"]),
    ('"juge préfet"~1', []),
    ('"liberté fondamentale" liberté', ["liberté fondamentale"]),
    ("absent", []),
    ("date:2021", []),
    ("*", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS, ids=[text for text, _ in MARKS])
def test_what_is_marked(text: str, expected: list[str]):
    spans = find_all(TEXT, tree(text))
    assert [TEXT[start:end] for start, end in spans] == expected
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))


def test_a_zone_is_marked_in_its_own_lines():
    first, last = TEXT.index("juge"), TEXT.rindex("juge")
    zones = [("procedure", 0, 200), ("dispositif", last - 100, len(TEXT))]
    assert find_all(TEXT, tree("dans:procedure juge"), zones) == ((first, first + 4),)
    assert find_all(TEXT, tree("dans:dispositif juge"), zones) == ((last, last + 4),)
    assert len(find_all(TEXT, tree("juge"), zones)) == 2


def test_the_extract_shows_the_place_with_most_of_the_query():
    snippet = extract(TEXT, tree("juge urgence préfet"), width=200)
    said = "".join(piece for piece, _ in snippet.pieces)
    assert [piece for piece, is_match in snippet.pieces if is_match] == ["urgence", "juge", "préfet"]
    assert said.startswith("L'hébergement"), "from the beginning of the sentence"
    assert len(said) <= 200
    assert snippet.is_cut_before and snippet.is_cut_after
    assert TEXT[snippet.start :].startswith("L'hébergement")


def test_without_a_match_the_beginning_is_shown():
    snippet = extract(TEXT, tree("absent"), width=60)
    assert snippet.start == 0 and not snippet.is_cut_before and snippet.is_cut_after
    assert "".join(piece for piece, _ in snippet.pieces).startswith("Vu la procédure suivante : Le juge")


def test_lines_that_nothing_parts_are_parted_and_no_word_is_cut():
    lines = "Juge des référés\nDossier : n° 450163\nVu la requête :\nElle est rejetée.\n"
    assert "".join(piece for piece, _ in extract(lines, tree("référés")).pieces) == (
        "Juge des référés · Dossier : n° 450163 · Vu la requête : Elle est rejetée."
    )
    address = f"Sources : https://www.exemple.fr/droit-medical/{'le-' * 8}juge-des-referes-ne-suspend-pas ; fin."
    said = "".join(piece for piece, _ in extract(f"{'Un mot. ' * 40}{address}", tree("refere")).pieces)
    assert said.startswith("https://www.exemple.fr/"), "from the beginning of a word, even of a long one"


@pytest.mark.parametrize("text", ["", "court", "urgence", "İstanbul et l'urgence"])
def test_small_texts_are_shown_whole(text: str):
    snippet = extract(text, tree("urgence"))
    assert "".join(piece for piece, _ in snippet.pieces) == text
    assert not snippet.is_cut_before and not snippet.is_cut_after
    assert [piece for piece, is_match in snippet.pieces if is_match] == ["urgence"] * ("urgence" in text)


HARD = (
    "Les agents payés pour le loyer ; L521-2, l. 521-2-1 et R. 521-2 ; 1521-2 ; le fœtus, les œuvres, l'Œuvre, "
    "SŒUR, ex æquo, tome I ; référé-liberté, RÉFÉRÉS, refere ; aujourd'hui ; 30 m² ; « nº 450163 » ; foyers, foyer."
)


@pytest.mark.parametrize("extra", ["", " Chez Žižek et Ştefan."], ids=["latin", "au-delà du latin"])
@pytest.mark.parametrize(
    "asked",
    ["payer", "loyer", "521-2", "foetus", "œuvre", "oeuvres", "soeur", "aequo", "refere", "référés", "m2", "450163",
     "foyer", "zizek", "hui", "i", "ref*", "oeuv*", "521*"],
)  # fmt: skip
def test_marks_are_what_reading_every_word_gives(asked: str, extra: str):
    """Words are looked for by their first letters: nothing may be lost for it."""
    text = HARD + extra
    (leaf,) = words_to_mark(tree(asked))
    looked = Text(text)
    assert looked.places(leaf) == looked._places_of(leaf)
    assert bool(looked.places(leaf)) == (asked != "zizek" or bool(extra))


@pytest.mark.slow
def test_marks_of_every_word_of_real_decisions(shared_data: Path):
    for path in sorted(shared_data.rglob("*.xml"))[::40]:
        text = path.read_bytes().decode("utf-8", "replace")
        looked = Text(text)
        for word in sorted({word for word in analysis.words(text) if analysis.term(word)})[::20]:
            assert looked.places(Term(word)) == looked._places_of(Term(word)), (path.name, word)
