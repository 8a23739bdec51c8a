"""Decisions cited by court and date alone: « CE, Ass., 8 févr. 2007 », « l'arrêt du 3 mai 2018 de la cour »."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from casetrack.extract.anchors import find_words
from casetrack.extract.court_index import CourtIndex
from casetrack.extract.courts import CourtMention
from casetrack.extract.written_days import DAY, read_day
from casetrack.model import CitationFinding

# words that forbid to tie a decision to a court named after it
NO_BRIDGE = re.compile(
    r"\b(?:contre|formee?s?|appel (?:form|interj)|relati[fv]|jugements?|arrets?|ordonnances?|requetes?|pourvois?"
    r"|demandes?|articles?|loi|ministre|prefet|maire|annul|rejet|tendant|avocat|saisi|a ete saisi|devant l[ae] cour)"
)
# « , ord., 12 mars 2021 », « , 1re et 4e ch. réunies, 5 oct. 2018 », « du 12 mars 2021 »: what follows a court
DAY_OF_COURT = re.compile(
    r"\s?,?\s?(?:(?:\(?(?:ord|ref|ass|sect|avis|plen|gr|ch|crim|civ|com|soc|juge|jrce|jr|reun|section|assemblee"
    r"|chambre|formation|\d{1,2}(?:re|e|eme|er)?\b|et|-|/|ss|ssr|ssjs|jugeant|seule|sous|reunies|des|referes)\b"
    rf"[.)]{{0,2}}[\s,]{{0,2}}){{0,9}})(?:du |le )?(?P<day>{DAY})"
)
_HEAD = re.compile(r"\b(?:arret|jugement|ordonnance|decision|avis)s?\s(?:[a-z ]{0,40})?(?:de la|du|de l'|des)\s$")
_DATED = re.compile(
    r"(?P<noun>arret|jugement|ordonnance|decision)s?(?: attaquee?s?)?(?: rendue?s? le| en date du| du),? "
    rf"(?P<day>{DAY})"
)
_BREAK = re.compile(r"[.;:\"\n]|\d{4}")


def find_unnumbered(
    text: str, flat: str, index: CourtIndex, found: Sequence[CitationFinding], used: set[int]
) -> Iterator[CitationFinding]:
    """Those of a text, apart from the citations already ``found`` and the courts they ``used``."""
    taken = sorted((finding.start, finding.end) for finding in found)
    for court in index.courts:
        match = DAY_OF_COURT.match(flat, court.end) if court.start not in used else None
        start = _head_of(text, flat, court, match) if match else None
        if match and start is not None and not _overlaps(taken, start, match.end()):
            yield _finding(text, index.placed(court), start, match)
    nouns = find_words(flat, ("arret", "jugement", "ordonnance", "decision"))
    for match in filter(None, (_DATED.match(flat, at) for at in nouns)):
        court_after = _court_after(flat, index, match)
        if court_after and not _overlaps(taken, match.start(), match.end()):
            yield _finding(text, index.placed(court_after), match.start(), match)


def _court_after(flat: str, index: CourtIndex, match: re.Match[str]) -> CourtMention | None:
    court = next(iter(index.between(match.end(), match.end() + 110)), None)
    if court is None or (match["noun"] == "decision" and court.code.startswith(("TA", "CAA"))):
        return None  # a tribunal gives judgments; the decision is that of an administration
    bridge = flat[match.end() : court.start]
    return None if NO_BRIDGE.search(bridge) or _BREAK.search(bridge) else court


def _head_of(text: str, flat: str, court: CourtMention, match: re.Match[str]) -> int | None:
    """Where the citation begins: « l'arrêt de la cour ... du 3 mai 2018 », « CE, 3 mai 2018 »; None for a filing."""
    link = flat[court.end : match.start("day")]
    if link.endswith(" le "):
        return None
    if "," in link:
        return court.start
    noun = _HEAD.search(flat, max(0, court.start - 70), court.start)
    if noun:
        return noun.start()
    is_short = court.end - court.start < 25 and text[court.start : court.start + 2].isupper()
    return court.start if is_short and not link.endswith("du ") else None


def _finding(text: str, court: CourtMention, start: int, match: re.Match[str]) -> CitationFinding:
    return CitationFinding(
        kind="decision", start=start, end=match.end(), text=text[start : match.end()], court=court.name,
        court_code=court.code, date=read_day(match["day"]), reason="juridiction et date, sans numéro",
    )  # fmt: skip


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(taken, (end, 0))
    return any(last > start for _, last in taken[max(0, index - 3) : index])
