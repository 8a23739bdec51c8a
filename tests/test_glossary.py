"""The glossary: every word with its source, and its dotted line the first time a page says it."""

from __future__ import annotations

import pytest
from flask import Flask

from casetrack.web.glossary import GLOSSARY
from casetrack.web.glossing import gloss


def test_every_word_has_a_source_or_is_ours():
    assert len(GLOSSARY) >= 40
    assert not [term.word for term in GLOSSARY if not term.source and not term.text.startswith("Ici")]
    assert len({term.anchor for term in GLOSSARY}) == len(GLOSSARY)


@pytest.mark.parametrize(
    ("text", "anchor", "shown"),
    [
        ("Une injonction a été prononcée.", "injonction", "injonction"),
        ("Deux libertés fondamentales.", "liberte-fondamentale", "libertés fondamentales"),
        ("Devant le Conseil d'État.", "conseil-d-etat", "Conseil d&#39;État"),
        ("Le juge des référés statue.", "juge-des-referes", "juge des référés"),
        ("référé-liberté", "refere-liberte", "référé-liberté"),
    ],
)
def test_a_word_leads_to_what_it_means(text, anchor, shown):
    with Flask("essai").app_context():
        said = gloss(text)
    assert f'href="/aide/glossaire#{anchor}"' in said
    assert f">{shown}</a>" in said
    assert said.count("<a ") == 1


def test_once_a_page_and_never_inside_another_word():
    with Flask("essai").app_context():
        first, second = gloss("Une injonction, puis une injonction."), gloss("Encore une injonction.")
        others = gloss("Les appelants de l'affaire <b>n° 12</b> du 1er mars.")
    assert (first.count("<a "), second.count("<a "), others.count("<a ")) == (1, 0, 0)
    assert "&lt;b&gt;" in others and "<sup>er</sup>" in others
