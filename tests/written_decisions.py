"""Decisions and a filing written for the tests, in the forms of the courts, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casetrack.extract.courts import CourtMention, find_courts
from casetrack.extract.dates import find_dates
from casetrack.extract.procedure import Procedure, find_procedure
from casetrack.extract.zones import find_zones
from casetrack.model import DateFinding, Zone

FOLDER = Path(__file__).parent / "written"


@dataclass(frozen=True)
class Read:
    """A text with what the other rules start from."""

    text: str
    zones: tuple[Zone, ...]
    dates: tuple[DateFinding, ...]
    courts: tuple[CourtMention, ...]
    procedure: Procedure


@cache
def written(name: str) -> Read:
    """One of the texts of ``tests/written``."""
    return read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def read(text: str) -> Read:
    zones, dates, courts = find_zones(text), find_dates(text), find_courts(text)
    return Read(text, zones, dates, courts, find_procedure(text, zones, dates=dates, courts=courts))


def order(body: str, grounds: str, operative: str) -> Read:
    """An order of the Conseil d'État around a procedure, its grounds and its operative part."""
    return read(
        f"Vu la procédure suivante :\n{body}\nVu les autres pièces du dossier ;\nVu le code de justice "
        f"administrative ;\n"
        f"Considérant ce qui suit :\n{grounds}\nO R D O N N E :\n{operative}\n"
        "Article 9 : La présente ordonnance sera notifiée à M. A B.\nFait à Paris, le 8 mars 2021\n"
    )
