"""Words that a draft puts between quotation marks, held against the decision they are said to come from. Pure.

Spaces, capitals, accents, punctuation and the quotation marks inside a quotation never count; a word, a number or a
negation does. What a decision only reports (« l'association soutient que ») is not what its judge says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from casetrack import words
from casetrack.extract.quotes import is_inside, quoted_spans
from casetrack.model import Findings, ZoneName, fold

LEAST, MOST = 25, 1_500
"""Shorter, a quotation is a title or a word that anybody uses; longer, two marks that do not belong together."""
ALIKE = 75
"""Of 100: how near the words of a decision must be for a quotation to be an altered form of them."""
SPREAD = 4_000
"""How far from one another the pieces of a quotation cut by « (…) » may stand."""
_LEAD = 400
_OVERHANG = 40
_CUT = re.compile(r"\(\s*(?:\.\.\.|…)?\s*\)|\[[^\[\]]{0,80}\]|\.\.\.|…")
# « [L]'urgence »: a letter put in its place, not a cut
_LETTER = re.compile(r"\[(\w)\]")
_SENTENCE = re.compile(r"\n|;(?=\s)|\.(?=\s+(?:\d{1,3}\.\s|-\s|[A-ZÉÈÀÂÊÎÔ«\"(]))")
_LAW = re.compile(
    r"\b(?:aux termes d|en (?:vertu|application) d|dispos(?:e|ent|ait)|prevoi(?:t|ent)|prevoyai(?:t|ent)|enonc(?:e|ent)"
    r"|stipul(?:e|ent)|prescri(?:t|vent)|ainsi redige)"
)
_TEXT = re.compile(
    r"\b(?:article|alinea|loi|decret|code|reglement|directive|convention|charte|constitution|arrete)s?\b"
)
_JUDGED = re.compile(r"\b(?:juge|jugent|rappel|consider|reten|retien|relev|estim|affirm|precis|decid)\w*\b[^:]{0,60}$")
_PARTY = re.compile(
    r"\b(?:souten(?:ai(?:t|ent)|u)|soutien(?:t|nent)|(?:fai(?:t|sai(?:t|ent)|sant)|font|fit) (?:\w+ )?valoir|allegu\w+"
    r"|object(?:e|ent|ait)|oppos(?:e|ent|ait)|repliqu\w+|repond\w*|argu\w+"
    r"|pretend(?:ai(?:t|ent)|ent)?|(?:pas|ni) fondee?s? a soutenir(?! que c'est a tort))\b[^.;]{0,60}?\bqu[e']"
    r"|\bselon (?!l'(?:article|alinea|annexe)|l[ae]s? (?:juge|conseil|tribunal|cour|termes|dispositions|article|texte))"
    r"(?:les? |la |l'|m\. |mme )\w[^.;,]{0,80},"
)
# « comme le soutient la commune »: the judge says so too
_AGREED = re.compile(r"\b(?:comme|ainsi que) (?:l[ea] |l')?(?:soutien|souten|font? valoir|fait valoir|allegu)")
# « Si le syndicat soutient que A, B »: B is the judge's
_GRANTED = re.compile(r"(?:^|[\s,.])s(?:i |'il)")
_PARTY_ZONES = frozenset({ZoneName.PLEAS, ZoneName.CLAIMS, ZoneName.PROCEDURE})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of a draft: where it stands with its marks, what it says, the sentence that leads to it."""

    start: int
    end: int
    said: str
    lead: str

    @property
    def is_of_law(self) -> bool:
        """« Aux termes de l'article L. 521-2 : « … » »: a text is quoted, not a decision."""
        return bool(_LAW.search(self.lead) and _TEXT.search(self.lead) and not _JUDGED.search(self.lead))

    @property
    def is_given_to_a_party(self) -> bool:
        """« La commune soutenait que « … » »: the draft says itself whose words they are."""
        return _is_party(self.lead)


@dataclass(frozen=True, slots=True)
class Judgement:
    """``passage``: what the decision really says, in pieces, each with whether it differs from the quotation."""

    verdict: str
    detail: str
    passage: tuple[tuple[str, bool], ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether the decision has these words or words like them."""
        return self.verdict != "altere" or bool(self.passage)


def find_quotes(text: str) -> Iterator[Quote]:
    """The quotations of a draft that are long enough to be somebody's sentence, in order."""
    for start, end in quoted_spans(text):
        said = text[start + 1 : end - 1].strip()
        if LEAST <= len(said) <= MOST:
            yield Quote(start, end, said, fold(_lead(text, start)))


def judge(quote: Quote, text: str, findings: Findings) -> Judgement:
    """Are these words in the decision, to the letter, and whose are they?"""
    flat = Flat(text)
    pieces = _pieces(quote.said)
    places = list(_in_order(pieces, flat.letters)) if pieces else []
    if not places:
        return _altered(quote.said, pieces, text, flat)
    spans = [(flat.places[start], flat.places[end - 1] + 1) for start, end in places]
    whose = [_whose(text, findings, start, end) for start, end in spans]
    if all(whose):
        if quote.is_given_to_a_party:
            return Judgement("exact", "Citation exacte ; ces mots sont d'une partie, comme le dit le projet.")
        return Judgement("par-une-partie", f"Ces mots sont dans la décision, mais {min(whose, key=len)}.")
    own = next(span for span, said in zip(spans, whose, strict=True) if not said)
    if is_inside(quoted_spans(text), own[0]) and _LAW.search(fold(_lead(text, own[0]))):
        return Judgement("exact", "Citation exacte : c'est un texte que la décision rappelle.")
    return Judgement("exact", "Citation exacte.")


class Flat:
    """Letters and figures of a text alone, folded, one space between words, each with its place in the text."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            folded = char if char.isascii() and char.islower() else fold(char)
            for letter in folded:
                if letter.isalnum():
                    letters.append(letter)
                    places.append(place)
                elif letters and letters[-1] != " ":
                    letters.append(" ")
                    places.append(place)
            if not folded and letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
        self.letters, self.places = "".join(letters), places


def _pieces(said: str) -> list[str]:
    """What stands between the cuts, flat."""
    parts = _CUT.split(_LETTER.sub(r"\1", said))
    return [piece for part in parts if len(piece := Flat(part).letters.strip()) > 3]


def _in_order(pieces: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    """Where the pieces stand one after another in whole words: first and last letter of each such place."""
    patterns = [re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)") for piece in pieces]
    for first in patterns[0].finditer(letters):
        end = first.end()
        for pattern in patterns[1:]:
            match = pattern.search(letters, end, min(len(letters), end + SPREAD))
            if match is None:
                break
            end = match.end()
        else:
            yield first.start(), end


def _whose(text: str, findings: Findings, start: int, end: int) -> str:
    """Empty when the judge says it, else who does, to follow « mais »."""
    zone = next((zone for zone in findings.zones if zone.start <= start < zone.end), None)
    if zone is not None and zone.zone in _PARTY_ZONES:
        return f"c'est une partie qui parle ({words.ZONES[zone.zone].lower()})"
    return "le juge y rapporte ce que dit une partie" if _is_party(fold(_lead(text, start))) else ""


def _is_party(lead: str) -> bool:
    """Whether the beginning of a sentence gives what follows to a party."""
    match = next((match for match in _PARTY.finditer(lead) if not _AGREED.search(lead, 0, match.end())), None)
    if match is None:
        return False
    is_granted = _GRANTED.search(lead, 0, match.start()) is not None
    return not (is_granted and "," in lead[match.end() :])


def _lead(text: str, start: int) -> str:
    """The sentence that leads to a place, as far as that place."""
    before = text[max(0, start - _LEAD) : start]
    ends = list(_SENTENCE.finditer(before.rstrip()))
    return before[ends[-1].end() :] if ends else before


def _altered(said: str, pieces: Sequence[str], text: str, flat: Flat) -> Judgement:
    """What the decision says instead, where it says something like it."""
    missing = [piece for piece in pieces if piece not in flat.letters] or list(pieces)
    if pieces and not [piece for piece in pieces if piece not in flat.letters]:
        return Judgement("altere", "Les morceaux de cette citation sont dans la décision, mais pas à la suite.")
    piece = max(missing, key=len, default=Flat(said).letters.strip())
    nearest = fuzz.partial_ratio_alignment(piece, flat.letters) if piece else None
    if nearest is None or nearest.score < ALIKE or nearest.dest_end <= nearest.dest_start:
        return Judgement("altere", "Ces mots ne sont pas dans la décision détenue ici.")
    start = flat.letters.rfind(" ", 0, max(nearest.dest_start - _OVERHANG, 0)) + 1
    end = flat.letters.find(" ", nearest.dest_end + _OVERHANG)
    passage = text[flat.places[start] : flat.places[end - 1 if end > 0 else -1] + 1]
    return Judgement(
        "altere", "La décision ne dit pas exactement cela. Elle dit :", tuple(_differences(piece, passage))
    )


def _differences(quoted: str, passage: str) -> Iterator[tuple[str, bool]]:
    """The passage in pieces, with whether each differs from the quotation; what only overhangs is left out."""
    flat = Flat(passage)
    theirs = list(re.finditer(r"\S+", flat.letters))
    mine = quoted.split()
    steps = SequenceMatcher(None, mine, [word[0] for word in theirs], autojunk=False).get_opcodes()
    at = -1
    for rank, (kind, low, high, first, last) in enumerate(steps):
        if kind != "equal" and rank == 0:
            first = max(first, last - (high - low))
        if kind != "equal" and rank == len(steps) - 1:
            last = min(last, first + (high - low))
        if last > first:
            start, end = flat.places[theirs[first].start()], flat.places[theirs[last - 1].end() - 1] + 1
            if 0 <= at < start:
                yield passage[at:start], False
            yield passage[start:end], kind != "equal"
            at = end
