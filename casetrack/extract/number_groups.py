"""A group of numbers cited together, and what its form and the word before it say of the court."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from casetrack.extract.numbers import number_kind

DECISION_NOUN = r"(?:ordonnances?|decisions?|arrets?|jugements?)(?: avant[ -]dire[ -]droit)?"
# form of a number -> the courts that give such numbers
_PLACE_OF = {"TA": ("TA", "CNDA"), "CE": ("CE", "CNDA", "TC"), "TC": ("TC", "CE"), "CNDA": ("CNDA", "TA")}
_OTHERS = {
    "CC": ("CC",), "CJUE": ("CJUE", "TUE"), "CASS": ("CASS", "TA", "CRC"), "RG": ("CA", "TJ"), "CEDH": ("CEDH", "CJUE"),
    "OLD": ("TA", "CCOMPTES", "CDBF", "CRC", "CASS"), "CAA": ("CAA",),
}  # fmt: skip
# the court a form belongs to when nothing is said
_DEFAULT_CODE = {kind: kind for kind in ("CC", "CJUE", "CE", "TA", "CAA", "TC", "CNDA")} | {"RG": "JUD"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Numbers cited together. ``noun`` is the word before them (« jugement »), ``lead`` where « n° » begins."""

    start: int
    end: int
    lead: int
    numbers: tuple[tuple[str, int, int], ...]
    kind: str
    noun: str = ""
    noun_start: int = 0
    date: dt.date | None = None
    day_before: dt.date | None = None
    """« par un jugement du 2 mars 2022 (n° 2108765) »: the day between the noun and the number."""
    is_refused: bool = False
    is_chained: bool = False
    follows_court: bool = False
    follows_name: bool = False
    """A capitalised word stands right before « n° »: a party in a citation, else anything (« AT n° 123456 »)."""

    @property
    def is_certain(self) -> bool:
        """The form alone says whose number it is."""
        return self.kind in {"CAA", "CC", "CJUE"} or self.date is not None or self.noun == "rg" or self.follows_court

    @property
    def is_decision(self) -> bool:
        return bool(re.match(DECISION_NOUN, self.noun)) or self.kind in {"CC", "CJUE", "RG", "CASS", "CEDH"}

    @property
    def is_docket_like(self) -> bool:
        """Of a form that is a docket of ours when nothing says otherwise."""
        if self.follows_name:
            return False
        digits = len(self.numbers[0][0])
        return (self.kind == "CE" and (digits == 6 or bool(self.noun))) or (
            self.kind in {"TA", "CNDA"} and bool(self.noun)
        )

    def fits(self, code: str) -> bool:
        """Whether a court gives numbers of this form."""
        family = "TA" if code.startswith("TA") else "CAA" if code.startswith("CAA") else code
        return family in (_PLACE_OF.get(self.kind) or _OTHERS.get(self.kind, ()))

    @staticmethod
    def code_of(number: str) -> str:
        return _DEFAULT_CODE.get(number_kind(number), "")
