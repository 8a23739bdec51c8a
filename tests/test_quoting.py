"""Where copied words stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.casebook.quoting import bare, neighbours, place, places

TEXT = "Vu la requête.\nL'urgence n'est pas établie. Sur le reste,\nl'urgence n'est pas établie non plus."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Vu la requête", "Vu la requête"),
        ("Sur le reste, l’urgence", "Sur le reste,\nl'urgence"),  # a line end copied as a space, another apostrophe
        ("«\u00a0Sur le reste,\u00a0» (CE, ord., 12 mars 2021, n° 450163, point 7, https://x.fr/d#p)", "Sur le reste,"),
        ("« Sur le reste, »", None),  # the marks of quotation are not in the text
        ("requête (art. L. 521-2)", None),
        ("", None),
        (" \n ", None),
    ],
)
def test_copied_words_are_found(quote, found):
    span = place(TEXT, quote)
    assert (TEXT[slice(*span)] if span else None) == found


def test_neighbours_tell_which_of_several_places_is_meant():
    first, second = places(TEXT, "n'est pas établie")
    assert place(TEXT, "n'est pas établie") == first
    assert place(TEXT, "n'est pas établie", before="Sur le reste, l'urgence ") == second
    assert place(TEXT, "n'est pas établie", after=" non plus") == second
    assert place(TEXT, "n'est pas établie", start=second[0]) == second


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 60))
def test_any_passage_is_found_again_where_it_was(text, start, length):
    quote = text[start : start + length]
    if not quote.split() or bare(quote) != quote:
        return
    before, after = neighbours(text, start, start + len(quote))
    span = place(text, quote, before=before, after=after, start=start)
    assert span is not None and text[slice(*span)].split() == quote.replace("’", "'").split() or "’" in quote + text
