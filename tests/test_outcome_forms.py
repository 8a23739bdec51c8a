"""The sentences of operative parts, one a line: what each decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from casetrack.extract.outcome import find_outcome
from casetrack.extract.zones import find_zones

# instance | article | outcomes separated by a semicolon, « - » for none
_TABLE = Path(__file__).parent / "written" / "outcome_sentences.txt"
_LINES = [tuple(line.split("|")) for line in _TABLE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("instance", "article", "expected"), _LINES)
def test_what_an_article_decides(instance: str, article: str, expected: str):
    text = (
        "Vu la procédure suivante :\nPar une requête, enregistrée le 4 mars 2021, M. A B demande au tribunal d'agir.\n"
        "Vu les autres pièces du dossier.\nVu le code de justice administrative.\nConsidérant ce qui suit :\n"
        f"1. Il y a lieu de statuer.\nDECIDE :\nArticle 1er : {article}\n"
        "Article 2 : La présente décision sera notifiée à M. A B.\n"
    )
    found = {value.value for value in find_outcome(text, find_zones(text), instance)}
    assert found == (set(expected.split(";")) if expected != "-" else set())
