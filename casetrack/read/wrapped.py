"""Lines that were cut to fit a width (PDF, mail, old text files) joined back into paragraphs.

A missed join costs a broken sentence, a wrong one glues two paragraphs: what starts like a new paragraph stays one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What opens a paragraph in legal French: « 1. », « 2°) », « (3) », « a) », « IV. », « - », « Article 1er », « Vu »...
_MARK = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2}){0,3}\s?[.)°]|\(\d{1,3}\)|[a-zA-Z]\s?\)|[IVX]{1,5}\s?[.)°–-]|[A-Z]\.\s|[-–—•▪●◦■□]\s|»?\s?\*\s"
    r"|(?:Article|ARTICLE|Art\.)\s+(?:\d|[IVX]+\b|1er|premier|PREMIER|L\.|R\.|unique)"
    r"|(?:Vu|VU|Considérant|CONSIDERANT|CONSIDÉRANT|Attendu|Sur|En ce qui concerne|Après avoir)\b"
    r"|(?:Par ces motifs|PAR CES MOTIFS)\b"
    r"|(?:D\s?[EÉ]\s?C\s?I\s?D\s?E|O\s?R\s?D\s?O\s?N\s?N\s?E)\b)"
)
_SENTENCE_END = re.compile(r"[.;:!?…][\s»\")\]]*$")
# « M. », « Mme », « art. », « n° » never end a sentence; « M. / B. » is one name
_ABBREVIATION_END = re.compile(
    r"(?:^|[\s(«'’])(?:MM?|Mmes?|Mlles?|Me|Dr|Pr|art|al|n°s?|p|cf|req|av|bd|L|R|D)\.?$", re.IGNORECASE
)
_INITIAL = re.compile(r"[A-Z]\.")
_HYPHEN_END = re.compile(r"([^\W_]+)-$")
_WORD_START = re.compile(r"([^\W_]+(?:-[^\W_]+)*)")
# Compounds that keep their hyphen when it falls at the end of a line.
_FIRST_PARTS = frozenset({
    "ci", "là", "au", "par", "non", "sous", "vice", "demi", "mi", "ex", "contre", "quasi", "peut", "celui",
    "celle", "ceux", "celles", "elle", "lui", "eux", "nous", "vous", "moi", "toi", "soi", "référé", "à-dire",
    "c'est-à", "vis-à", "rendez", "garde", "franco", "extra", "co", "inter", "post", "pré", "procès",
})  # fmt: skip
_LAST_PARTS = frozenset({
    "ci", "là", "même", "mêmes", "être", "dire", "delà", "dessus", "dessous", "vous", "liberté", "suspension",
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "y", "en", "la", "le", "les", "lui", "leur", "moi",
    "toi", "t-il", "t-elle", "t-on", "après", "avant", "verbal", "verbaux", "major", "mer", "vis", "joint",
})  # fmt: skip

_WIDEST_PITCH = 36.0
"""Points from one line to the next in double spacing: a wider gap is never a habit."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. Positions are points from the left and the bottom, None when the reader gives none."""

    text: str
    page: int = 0
    left: float | None = None
    right: float | None = None
    top: float | None = None
    bottom: float | None = None
    is_alone: bool = False
    """A running line kept once: part of no paragraph."""


def is_wrapped(text: str) -> bool:
    """Whether a plain text was cut at a fixed width: blank lines between blocks of lines of much the same length."""
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    inner = [len(line.strip()) for block in blocks for line in block[:-1]]
    if len(inner) < 6 or max(inner) > 110:
        return False
    full = sum(1 for length in inner if length >= 55)
    return full >= 0.7 * len(inner)


def unwrap(text: str) -> str:
    """Blocks between blank lines become paragraphs, by the rules of `join`."""
    paragraphs: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines = [Line(line.strip()) for line in block.split("\n") if line.strip()]
        paragraphs += join(lines)[0].split("\n")
    return "\n".join(paragraphs)


def join(lines: list[Line], vocabulary: frozenset[str] = frozenset()) -> tuple[str, dict[int, int]]:
    """Paragraphs, one a line, and the offset at which each page begins in them.

    ``vocabulary``: words of the document in small letters; it says whether « référé-/liberté » keeps its hyphen.
    """
    pieces: list[str] = []
    page_at: dict[int, int] = {}
    length = 0
    layout = _Layout(lines)
    for number, line in enumerate(lines):
        if number:
            glue = layout.glue(number, vocabulary)
            if glue == "-":  # the hyphen of the cut goes
                pieces[-1] = pieces[-1][:-1]
                length -= 1
                glue = ""
            pieces.append(glue)
            length += len(glue)
        page_at.setdefault(line.page, length)
        pieces.append(line.text)
        length += len(line.text)
    return "".join(pieces), page_at


class _Layout:
    """What the lines of a document look like together: how wide is full, how far apart is next."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.length = _high([len(line.text) for line in lines])
        self.right = _high([line.right for line in lines if line.right is not None])
        self.left = _usual([line.left for line in lines if line.left is not None])
        self.column_right = self._column_rights()
        self.pitch = min(_usual(self._pitches()), _WIDEST_PITCH)

    def _column_rights(self) -> dict[int, float]:
        """How far the lines of each column go, by where they begin; a column has four lines at least."""
        rights: dict[int, list[float]] = {}
        for line in self.lines:
            if line.left is not None and line.right is not None:
                rights.setdefault(round(line.left / 10), []).append(line.right)
        return {column: _high(found) for column, found in rights.items() if len(found) >= 4}

    def _pitches(self) -> list[float]:
        pairs = zip(self.lines, self.lines[1:], strict=False)
        gaps = [_drop(before, after) for before, after in pairs if before.page == after.page]
        return [gap for gap in gaps if gap is not None and gap > 0]

    def glue(self, number: int, vocabulary: frozenset[str]) -> str:
        """Between a line and the one before: a line feed, a space, nothing, or « - » to take a hyphen away."""
        before, after = self.lines[number - 1], self.lines[number]
        if before.is_alone or after.is_alone:
            return "\n"
        if _HYPHEN_END.search(before.text) and _WORD_START.match(after.text):
            return _hyphen(before.text, after.text, vocabulary)
        return "\n" if self._is_break(before, after) else " "

    def _is_break(self, before: Line, after: Line) -> bool:
        is_full, is_end = self._is_full(before, after), self._is_end(before.text)
        if _MARK.match(after.text) and not (_ABBREVIATION_END.search(before.text) and _INITIAL.match(after.text)):
            return not is_full or is_end or after.text[0] in "-–—•▪●"
        if after.text[:1].islower() and (not is_end or is_full):
            return False
        if self._is_apart(before, after) or not is_full or (is_end and before.page != after.page):
            return True
        return before.text.endswith((" ;", ":")) or self._is_indented(before, after)

    @staticmethod
    def _is_end(text: str) -> bool:
        """Whether a sentence may end there: not after « M. », « art. », « n° »."""
        return _SENTENCE_END.search(text) is not None and _ABBREVIATION_END.search(text) is None

    def _is_full(self, before: Line, after: Line) -> bool:
        """Whether the first word of the next line had no room left on this one."""
        word = len(after.text.partition(" ")[0]) + 1
        if before.left is not None and before.right is not None:
            column = round(before.left / 10)
            right = self.column_right.get(column, self.right)
            if column not in self.column_right and before.right - before.left < 0.5 * (right - self.left):
                return False  # set to the right or in the middle: a line of its own
            width = (before.right - before.left) / max(1, len(before.text))
            return before.right + 1.15 * word * width >= 0.985 * right
        # Without positions, a sentence that ends on a full line is most often the end of its paragraph.
        return len(before.text) + word >= (0.97 if self._is_end(before.text) else 0.85) * self.length

    def _is_apart(self, before: Line, after: Line) -> bool:
        gap = _drop(before, after)
        return before.page == after.page and gap is not None and self.pitch > 0 and gap > 1.35 * self.pitch

    def _is_indented(self, before: Line, after: Line) -> bool:
        if before.left is None or after.left is None or before.page != after.page:
            return False
        gap = _drop(before, after)
        return gap is not None and 0 < gap < 3 * self.pitch and after.left - before.left > 12


def _drop(before: Line, after: Line) -> float | None:
    if before.bottom is None or after.bottom is None:
        return None
    return before.bottom - after.bottom


def _high(numbers: list[float] | list[int]) -> float:
    """What nearly all stay under: the ninth decile."""
    return float(sorted(numbers)[int(0.9 * (len(numbers) - 1))]) if numbers else 0.0


def _usual(numbers: list[float]) -> float:
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0


def _hyphen(before: str, after: str, vocabulary: frozenset[str]) -> str:
    """« exami-/ner » loses its hyphen, « peut-/être » and « Health-/Hub » keep it."""
    first_match, last_match = _HYPHEN_END.search(before), _WORD_START.match(after)
    if first_match is None or last_match is None:
        return " "
    first, last = first_match.group(1).lower(), last_match.group(1)
    if f"{first}{last}" in vocabulary and f"{first}-{last}" not in vocabulary:
        return "-"
    if f"{first}-{last}" in vocabulary or first in _FIRST_PARTS or last in _LAST_PARTS:
        return ""
    # « Saint-/Exemple », « L. 521-/2 »: only between small letters was the hyphen put there by the cut.
    return "-" if first_match.group(1)[-1:].islower() and last[:1].islower() else ""
