"""Numbers that may be those of decisions, one group a citation: « nos 440442, 440445 », « CE 422023 », « C-311/18 ».

A group knows what stands right before it: a decision (« jugement n° »), a text (« loi n° »), or something else
(« facture n° »), and which courts its form fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casetrack.extract.anchors import digit_runs, find_starts, find_words
from casetrack.extract.courts import CourtMention
from casetrack.extract.number_groups import DECISION_NOUN, Group
from casetrack.extract.numbers import MOST_NUMBERS, number_kind, number_lists, split_numbers
from casetrack.extract.written_days import DAY, read_day

# « 21BX04358 », from its first nought
_BARE_CAA = re.compile(r"(?<=\d\d(?:BX|DA|LY|MA|NC|NT|PA|TL|VE|bx|da|ly|ma|nc|nt|pa|tl|ve))(?<![^\W_].{4})0", re.DOTALL)
# « C-311/18 », « 20-10.345 »: looked for from their hyphen
_UNION = re.compile(r"-(?<=[ctf]-)(?<![\w-][ctf]-)\d{1,4}/\d{2}(?!\d)")
_CASSATION = re.compile(r"-(?<=\d\d-)(?<!\d\d\d-)\d{2}\.\d{3}(?!\d)")
# « QPC n° 2019-805 »
_COUNCIL_FIRST = re.compile(r"(?P<kind>QPC|DC)\sn°\s?(?P<number>\d{4}-\d{1,4})(?!\d)")
# « décision 449254 du Conseil d'État », « req. 450163 »
_WITHOUT_SIGN = re.compile(r"\d{6,7}(?:/\d(?:-\d)?)?(?![\d/.]|,\d|\s?(?:€|euros?|%|\d))")
_BEFORE_NUMBER = (
    "ordonnance ", "decision ", "arret ", "jugement ", "affaire ", "requete ", "req. ", "pourvoi ", "dossier ",
)  # fmt: skip
_COUNCIL = re.compile(r"\d{4}-\d{1,4}(?:/\d{1,4}){0,4}\s?(?:QPC|DC)\b")
_ECLI_CE = re.compile(
    r"ecli\s?:\s?fr\s?:\s?ce[a-z]{2,4}\s?:\s?(?P<year>\d{4})\s?:\s?(?P<number>\d{4,6})\.(?P<day>\d{8})"
)
_ADDRESS = re.compile(r"/ce/decision/(?P<day>\d{4}-\d\d-\d\d)/(?P<number>\d{4,6})")
_REGISTER = re.compile(r"r\.?g\.?\s?(?:n\s?°\s?)?:?\s?(?P<number>\d{2}/\d{5})(?!\d)")
_OLD_CASE = re.compile(r"aff\.\s?(?:n°\s?)?(?P<number>\d{1,4}/\d{2})(?!\d)")
# « CE 422023 », « CE, 12/03/2021, 450163 », « TA Paris, 2 mars 2022, 2108765 »
_AFTER_COURT = re.compile(
    rf"(?:[\s,]{{1,3}}|[^;\n]{{0,120}}?(?:{DAY})\s?,?\s|[^;\n]{{0,120}}?(?:{DAY})[^;\n]{{1,90}}?,\s)"
    r"(?P<number>c\d{4}|\d{5,7}(?:/\d(?:-\d)?)?)"
    r"(?![\d/.-]|,\d|\s?(?:€|euros?|f\b|francs|habitants|%|\d|m2|paris|[a-z]+ cedex))"
)
_LONG_NUMBER = re.compile(r"[\dc]\d{4}")
_FILING_NOUN = (
    r"requetes?|pourvois?|recours|req\.?|dossiers?|affaires?|aff\.|demandes?|sous les?|instances?|decision ce|arret ce"
)
_NOUN = re.compile(
    rf"(?P<noun>{DECISION_NOUN}|{_FILING_NOUN})(?:\s(?:enregistree?s? sous les?|jointe?s?|attaquee?s?|contentieux|ce"
    rf"|du conseil d'etat|unique|conjointe?|commune?|contestee?|litigieuse|querellee?|entreprise?"
    r"|rectificative|collective))?[\s,(:]{0,3}$"
)
# « un jugement du 2 mars 2022 (n° ... »
_DATED_NOUN = re.compile(
    rf"(?P<noun>{DECISION_NOUN})(?:\s(?:du|en date du|rendue? le|lue? le))?\s(?P<day>{DAY})[\s,(]{{1,3}}$"
)
_TEXT = re.compile(
    r"(?:\b(?:loi|decret|arrete|deliberation|directive|reglement|circulaire|instruction|avenant|convention|protocole)s?"
    r"(?:\s[a-z()']{1,16}){0,4}|\((?:ce|ue|cee)\))\s?$"
)
_NOT_DOCKETS = frozenset({"jurisdata", "jorf", "jo", "bp", "cs", "rcs", "siret", "nor"})
# a word right before « n° » that is no noun of a decision: « facture n° 450163 »
_WORD = re.compile(r"(?P<word>[a-z'.]{1,24})[ :\u00a0]{0,2}$")
_NEUTRAL = re.compile(
    r"(?:les?|la|l|du|des?|et|ou|aux?|une?|a|sous|numero|voir|cf\.?|v\.|ord\.|ref\.|t\.|ass\.|sect\.|lebon|rec\."
    r"|precitee?|etat|ce|caa|ta|rg|r\.g\.)"
)
_CHAIN = re.compile(r";\s|\bet\s|puis\s")
# « C-511/18, C-512/18 et C-520/18 »
_LONGEST_LIST = 200
_JOINED = re.compile(r"\s?(?:,|et|,\set)\s")


def _noun_before(flat: str, lead: int, low: int = 0) -> tuple[str, int]:
    match = _NOUN.search(flat, max(low, lead - 50), lead)
    if match and (match.start() == 0 or not flat[match.start() - 1].isalnum()):
        return match["noun"], match.start()
    return "", lead


def _is_refused(text: str, flat: str, lead: int, low: int, noun: str, kind: str) -> bool:
    """Whether the word right before says that the number is of something else."""
    if noun:
        return kind == "OLD" and not noun.startswith(("jugement", "arret"))
    if kind == "OLD" or _TEXT.search(flat, max(low, lead - 70), lead):
        return True
    word, at = _word_before(flat, lead, low)
    return bool(word) and (not text[at].isupper() or word in _NOT_DOCKETS)


def _word_before(flat: str, lead: int, low: int) -> tuple[str, int]:
    """The word right before « n° », and where; empty for « sous », « voir », « et »."""
    match = _WORD.search(flat, max(low, lead - 26), lead)
    if match is None or _NEUTRAL.fullmatch(match["word"].split("'")[-1]):
        return "", lead
    return match["word"], match.start()


def _after_sign(text: str, flat: str) -> Iterator[Group]:
    low = read = 0
    for match in number_lists(text):
        mentions = split_numbers(text, match.start("first"), match.end())
        read += len(mentions)
        if read > MOST_NUMBERS:
            break
        kind = mentions[0].kind if mentions else ""
        if not kind:
            continue
        numbers = tuple((m.number, m.start, m.end) for m in mentions if m.kind)
        noun, noun_start = _noun_before(flat, match.start(), low)
        if kind == "RG" and "rg" in flat[max(0, match.start() - 4) : match.end()]:
            noun, noun_start = "rg", match.start()
        dated = _DATED_NOUN.search(flat, max(low, match.start() - 60), match.start()) if not noun else None
        if dated:
            noun, noun_start = dated["noun"], dated.start()
        yield Group(
            start=match.start(), end=numbers[-1][2], lead=match.start(), numbers=numbers, kind=kind, noun=noun,
            day_before=read_day(dated["day"]) if dated else None,
            noun_start=noun_start, is_refused=_is_refused(text, flat, match.start(), low, noun, kind),
            follows_name=not noun and bool(_word_before(flat, match.start(), low)[0]),
            is_chained=bool(_CHAIN.search(flat, max(low, match.start() - 60), match.start())),
        )  # fmt: skip
        low = match.end()


def _bare(text: str, flat: str) -> Iterator[Group]:
    """Numbers that need no sign: their form is nobody else's."""
    for at, end in digit_runs(flat):
        if end - at == 5 and _BARE_CAA.match(text, at):
            yield _simple(at - 4, end, text[at - 4 : end].upper(), "CAA", flat)
        elif end - at > 5 and flat.endswith(_BEFORE_NUMBER, 0, at) and (match := _WITHOUT_SIGN.match(flat, at)):
            yield _simple(at, match.end(), match[0], number_kind(match[0]), flat)
    for match in _UNION.finditer(flat):
        yield _simple(match.start() - 1, match.end(), flat[match.start() - 1 : match.end()].upper(), "CJUE", flat)
    for match in _CASSATION.finditer(flat):
        yield _simple(match.start() - 2, match.end(), flat[match.start() - 2 : match.end()], "CASS", flat)
    for at in find_words(text, ("QPC", "DC")):
        for match in _COUNCIL.finditer(text, max(0, at - 26), at + 3):
            yield _simple(match.start(), match.end(), match[0], "CC", flat)
        if first := _COUNCIL_FIRST.match(text, at):
            yield _simple(at, first.end(), f"{first['number']} {first['kind']}", "CC", flat)
    for at in find_starts(flat, ("rg ", "rg:", "r.g.")):
        if match := _REGISTER.match(flat, at):
            yield _simple(match.start(), match.end(), match["number"], "RG", flat, noun="rg")
    for at in find_words(flat, ("aff.",)):
        if match := _OLD_CASE.match(flat, at):
            yield _simple(match.start(), match.end(), match["number"], "CEDH", flat)


def _simple(start: int, end: int, number: str, kind: str, flat: str, noun: str = "") -> Group:
    found, noun_start = (noun, start) if noun else _noun_before(flat, start)
    return Group(
        start=start, end=end, lead=start, numbers=((number, start, end),), kind=kind, noun=found, noun_start=noun_start
    )


def _dated(flat: str) -> Iterator[Group]:
    """ECLI and addresses of ArianeWeb: court, date and number at once."""
    for words, pattern in ((("ecli",), _ECLI_CE), (("/ce/decision",), _ADDRESS)):
        for at in find_words(flat, words):
            match = pattern.match(flat, at)
            if not match:
                continue
            day = match["day"] if "-" in match["day"] else f"{match['day'][:4]}-{match['day'][4:6]}-{match['day'][6:]}"
            date = read_day(day)
            if date:
                yield Group(
                    start=at, end=match.end(), lead=at, kind="CE", noun_start=at, date=date,
                    numbers=((match["number"], match.start("number"), match.end("number")),),
                )  # fmt: skip


def _after_court(flat: str, courts: Sequence[CourtMention]) -> Iterator[Group]:
    for index, court in enumerate(courts):
        limit = courts[index + 1].start if index + 1 < len(courts) else len(flat)
        high = min(court.end + 260, limit)
        if not court.is_administrative or not _LONG_NUMBER.search(flat, court.end, high):
            continue
        if match := _AFTER_COURT.match(flat, court.end, high):
            start, end = match.span("number")
            number = match["number"].upper()
            yield Group(
                start=start, end=end, lead=start, numbers=((number, start, end),), kind=number_kind(number),
                noun_start=start, follows_court=True,
            )  # fmt: skip


def find_groups(text: str, flat: str, courts: Sequence[CourtMention]) -> list[Group]:
    """Every group of numbers, in order, without overlap; an ECLI repeating the number before it is dropped."""
    every = [*_dated(flat), *_after_sign(text, flat), *_bare(text, flat), *_after_court(flat, courts)]
    every.sort(key=lambda group: (group.start, -group.end))
    kept: list[Group] = []
    for group in every:
        if kept and (group.start < kept[-1].end or _repeats(group, kept[-1])):
            continue
        if (
            kept
            and not group.noun
            and group.kind == kept[-1].kind
            and len(kept[-1].numbers) < _LONGEST_LIST
            and _JOINED.fullmatch(flat, kept[-1].end, group.start)
        ):
            kept[-1] = replace(kept[-1], end=group.end, numbers=kept[-1].numbers + group.numbers)
        else:
            kept.append(group)
    return kept


def _repeats(group: Group, previous: Group) -> bool:
    is_near = group.date is not None and group.start - previous.end < 60
    return is_near and group.numbers[0][0] in {number for number, _, _ in previous.numbers}
