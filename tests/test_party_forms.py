"""The sentences that say who asks, who answers and who joins, one a line: the names read in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from casetrack.extract import extract
from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, Role, fold

# kind | sentence | names separated by a semicolon, « - » for nobody
_TABLE = Path(__file__).parent / "written" / "who_sentences.txt"
_ALL = [tuple(line.split("|")) for line in _TABLE.read_text(encoding="utf-8").splitlines()]
_ROLES = {
    "asks": PLAINTIFF_ROLES,
    "answers": DEFENDANT_ROLES,
    "joins": frozenset({Role.INTERVENER}),
    "operative": frozenset({Role.INTERVENER}),
}


@pytest.mark.parametrize(("kind", "sentence", "names"), _ALL)
def test_who(kind: str, sentence: str, names: str):
    asks = sentence if kind == "asks" else "M. Z Y demande"
    middle = "" if kind in ("asks", "operative") else sentence
    first = sentence if kind == "operative" else "Les conclusions accessoires sont rejetées."
    found = extract(
        f"TRIBUNAL ADMINISTRATIF DE LILLE\nN° 2203456\nJugement du 7 juin 2022\nVu la procédure suivante :\n"
        f"Par une requête, enregistrée le 1er avril 2022, {asks} au tribunal d'annuler l'arrêté du 3 mars 2022.\n"
        f"{middle}\nVu les autres pièces du dossier.\nVu le code de justice administrative.\n"
        "Considérant ce qui suit :\n1. Le moyen n'est pas fondé.\nDECIDE :\n"
        f"Article 1er : {first}\nArticle 2 : La requête est rejetée.\n"
    )
    said = {fold(party.name) for party in found.parties if party.role in _ROLES[kind]}
    assert said == ({fold(name) for name in names.split(";")} if names != "-" else set())
