"""Capitalised words in a row, and what is around them: a first name, an office, an age, a form's label, a line alone.

« Juliette Alibert », « BOULANGER Thierry », « le maire Vaugelade », « Ngozi Okonkwo, habitante », « Nom : Ribeyrol ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from casetrack.extract.first_names import FIRST_NAMES
from casetrack.extract.outlets import KNOWN_OUTLETS
from casetrack.extract.person_words import (
    ACRONYMS,
    ADJECTIVES,
    CIVIL_STATUS,
    KIN,
    LABELS,
    NAMED_AFTER,
    NO_NAMES,
    NOT_APPOSED,
    PEOPLE,
    PLACES,
    SIGN_OFF,
    SMALL,
    TITLES,
)
from casetrack.extract.plain import plain
from casetrack.model import Finding

UP = "A-Z" + "".join(chr(n) for n in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(n).isupper())
"""Capitals of every language written in Latin letters, for a class of characters."""
PARTICLE = (
    r"(?:(?:de|du|des|la|le|van|von|den|der|ten|dos|da|di|della|ben|bin|bint|ibn|ould|aït|el|al|d['’]"
    r"|Ould|Ben|Bin|Bint|Ibn|Aït|El|Al|Van|Von|Dos|Da|De|Den|Der|['’]t)\s?){0,2}"
)
# « M. le Président » names nobody.
_OFFICE = "Président|Maire|Ministre|Préfet|Juge|Rapporteur|Conseil|État|Premier|Bâtonnier|Commissaire|Procureur|Recteur"
_CIVIL = "MM?|Mmes?|Mlles?|Mes?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Maîtres?"
NAME = rf"{PARTICLE}(?!(?:{_OFFICE}|{_CIVIL})\b(?!['’]))[{UP}][\w'’-]{{1,40}}"
_RUN = re.compile(rf"(?<![\w@./_-]){NAME}(?:[ \u00a0]\(?{NAME}\)?|[ \u00a0][A-Z]\.(?:-?[A-Z]\.)?(?=[\s,;]|$)){{0,4}}")
_WORD = re.compile(r"['’]?\w[\w'’-]*")
_EVIDENT = re.compile(rf"\b[NMO]['’][{UP}](?!jamena)")
_INITIALS = re.compile(r" [A-Z]\.-?[A-Z]\.$")
_TOKEN = re.compile(r"[\w'-]+|[^\s\w]")
_CLAUSE = re.compile(r"[,.;:(\"]")
_AGED = re.compile(r",?\s\(?(?:agee?\sde\s)?\d{1,3}\sans\b")
_BORN = re.compile(r"(?:,|\s\()?\s?(?:nee?\s(?:le|en|a)\b|demeurant\b)|\s?<[^<>\s]{1,80}@")
_APPOSED = re.compile(r"(?:,\s|\s\()(?:l['’]|l[ea]\s|une?\s|s[ao]n?\s|notre\s)?(?P<who>[\w-]+)")
_BEFORE_CELL = re.compile(r"(?:^|[\n|\t;•–]|\d[.)]|- )\s?$")
_AFTER_CELL = re.compile(r"\s?(?:$|[\n|\t;,<])")
_CELLS = re.compile(rf"(?:(?m:^)|(?<=[|\t])|(?<=[|\t] ))(?P<one>{NAME})[ ]?[|\t][ ]?(?P<two>{NAME})(?=[ ]?[|\t\n]|$)")

CIVIL = "nom après une civilité ou un titre"
"""The one reason that holds inside a legal person's name too: « la société de M. Dupont »."""
FIRST_NAME = "prénom suivi d'un nom"
_LETTERS = str.maketrans("øłđıð", "oldid")
_ODD = re.compile("[øłđıð]")
OFFICE, CARD = "nom après une fonction", "nom d'un formulaire"
Words = Sequence[tuple[int, int]]
"""(start, end) of each word of a run."""


def folded(text: str) -> str:
    """A text of the same length, in small letters without accents."""
    small = plain(text)
    return small.translate(_LETTERS) if _ODD.search(small) else small


def is_first_name(word: str) -> bool:
    """Whether a folded word, or what is before its hyphen, is one."""
    return word.split("-", 1)[0] in FIRST_NAMES


def _bare(word: str) -> str:
    """A folded word without « l' » or « d' »."""
    return word.rsplit("'", 1)[-1]


def is_nobody(words: Iterable[str]) -> bool:
    """Whether one of these folded words belongs to bodies, places or forms."""
    return any(_bare(word) in NO_NAMES for word in words)


def find_runs(text: str) -> Iterator[Finding]:
    """Persons told by a first name or by what stands around their name."""
    small = folded(text)
    for match in _RUN.finditer(text):
        is_one = match[0].isalpha()
        words = [match.span()] if is_one else [word.span() for word in _WORD.finditer(text, *match.span())]
        found = _told(text, small, words)
        if not found and not is_one:
            found = _first_then_last(text, small, words) or _last_then_first(text, small, words)
        if found:
            yield found
    if "\t" in text or "|" in text:
        yield from _cells(text, small)


# ------------------------------------------------------------------------------------ a first name among the words


def _first_then_last(text: str, small: str, words: Words) -> Finding | None:
    """« Juliette ALIBERT », « Anne-Marie Le Goff », « Mohamed Lamine Ould Cheikh »."""
    for place, (start, end) in enumerate(words[:-1]):
        if not is_first_name(small[start:end]) or (place and _bare(small[slice(*words[place - 1])]) in ACRONYMS):
            continue
        if is_nobody([small[slice(*words[place + 1])]]) or _is_named_after(small[max(0, start - 70) : start]):
            return None
        last = end
        for left, right in words[place + 1 :]:
            if is_nobody([small[left:right]]):
                break
            last = right
        return Finding(start=start, end=last, reason=FIRST_NAME)
    return None


def _last_then_first(text: str, small: str, words: Words) -> Finding | None:
    """« BOULANGER Thierry », « Martin (Eulalie) » anywhere; « Ribeyrol Maïlys » alone in a line, a cell, an item."""
    start, end = words[0][0], words[-1][1]
    first, last = small[slice(*words[0])], small[slice(*words[-1])]
    if last in PLACES or not is_first_name(last) or is_nobody(small[start:end].split()):
        return None
    is_capital = text[slice(*words[0])].isupper() and len(first) > 2 and _bare(first) not in ACRONYMS
    if is_capital or "(" in text[start:end]:
        return Finding(start=start, end=end, reason=FIRST_NAME)
    alone = _BEFORE_CELL.search(text[max(0, start - 6) : start]) and _AFTER_CELL.match(text, end)
    return Finding(start=start, end=end, reason=FIRST_NAME) if alone and first not in SMALL else None


def _cells(text: str, small: str) -> Iterator[Finding]:
    """« Ribeyrol | Maïlys | Albi »: two cells that are one person."""
    for match in _CELLS.finditer(text):
        cells = [small[slice(*match.span(name))] for name in ("one", "two")]
        if not is_nobody(cells) and is_first_name(cells[0]) != is_first_name(cells[1]):
            yield Finding(start=match.start(), end=match.end(), reason=CARD)


_APART = dict.fromkeys(map(ord, "«\"(,;:-/'"), " ") | {ord("."): ""}
_NAMED_AFTER = re.compile(rf"(?<!\w)(?:{'|'.join(NAMED_AFTER.values())})\s(?:de\s|d'|des\s)?(?:(?:sainte?|yves)\s)?$")
# « la présidente de l'association Marie Durand » is Marie Durand
_SPEAKER_OF = re.compile(
    r"(?:president|directeur|directrice|porte-parole|avocat|membre|gerant|representant|secretaire|tresori|dirigeant|fondat"
    r"|responsable|salarie|maire|eleve|patient|client)\w*\s(?:de\s(?:la\s|l')?|du\s|des\s|d')[\w\s'-]*$"
)


def _is_named_after(before: str) -> bool:
    """Whether what follows is a legal person's own name. The pattern is tried only where one of its words is."""
    if NAMED_AFTER.keys().isdisjoint(before[-45:].translate(_APART).split()):
        return False
    return bool(_NAMED_AFTER.search(before) and not _SPEAKER_OF.search(before))


# -------------------------------------------------------------------------------------------- what stands around


def _told(text: str, small: str, words: Words) -> Finding | None:
    """The whole run, when what is before or after it says that it is somebody."""
    whole = words[0][0]
    while words and _bare(small[slice(*words[0])]) in SMALL:
        words = words[1:]
    if not words:
        return None
    start, end = words[0][0], words[-1][1]
    said = [small[left:right] for left, right in words]
    if is_nobody(said) or (text[start:end].isupper() and all(len(word) < 6 for word in said)):
        return None
    why = _by_what_is_before(text, small, start, said) or _by_its_line(text, start, end)
    if not why and small[whole:start].rstrip()[-3:].strip() not in ("le", "la", "les"):  # « La Dépêche, la maire »
        why = _by_what_is_after(small, end, said)
    if not why and (_INITIALS.search(text[start : end + 1]) or _EVIDENT.search(text, start, end)):
        why = "nom qui n'est que d'une personne"
    return Finding(start=start, end=end, reason=why) if why and small[whole:end] not in KNOWN_OUTLETS else None


def _by_what_is_before(text: str, small: str, start: int, said: Sequence[str]) -> str:
    tail = small[max(0, start - 70) : start].rsplit("\n", 1)[-1]
    around = tail[-40:].split()
    if not around:
        return ""
    last, before = _bare(around[-1]), _bare(around[-2]) if len(around) > 1 else ""
    if last[-1:] == ":" or last in ("par", "de", "photos", "photo", '"'):
        return CARD if _is_label(tail) else ""
    several, is_first = len(said) > 1, is_first_name(said[0])
    if last[-1:] == ",":
        is_kin = is_first and last[:-1] in KIN
        return OFFICE if is_kin or ((several or is_first) and _speaks_of_somebody(tail)) else ""
    last = last.strip('("')
    if last in CIVIL_STATUS:
        return CIVIL
    is_acronym = not several and len(said[0]) < 6 and text[start : start + 2].isupper()  # « le député LFI »
    if last in TITLES and not said[0].startswith("d'") and not is_acronym:
        return CIVIL
    if (last in PEOPLE and several) or (last in KIN and is_first):
        return OFFICE
    return OFFICE if last in ADJECTIVES and before in PEOPLE and (several or before in TITLES) else ""


def _is_label(tail: str) -> bool:
    said = tail.rstrip(' :"')
    return any(said.rsplit(mark, 1)[-1].strip() in LABELS for mark in ("\n", ". ", "\t", "|", "(", "- "))


def _speaks_of_somebody(tail: str) -> bool:
    """« l'habitante du rez-de-chaussée, » then a name."""
    clause = _CLAUSE.split(tail.rstrip()[:-1])[-1]
    return not PEOPLE.isdisjoint(map(_bare, _TOKEN.findall(clause)))


def _by_what_is_after(small: str, end: int, said: Sequence[str]) -> str:
    if small[end : end + 1] not in (",", " "):
        return ""
    if _AGED.match(small, end):
        return "nom suivi d'un âge"
    several, is_first = len(said) > 1, is_first_name(said[0])
    if not several and not is_first:
        return ""
    if _BORN.match(small, end):
        return "nom suivi d'un état civil"
    match = _APPOSED.match(small, end)
    who = match["who"] if match else ""
    return OFFICE if (who in PEOPLE and who not in NOT_APPOSED) or (is_first and who in KIN) else ""


def _by_its_line(text: str, start: int, end: int) -> str:
    """Alone in its line, under « Cordialement, »."""
    if text[start - 1 : start] not in ("\n", "") or text[end : end + 6].split("\n", 1)[0].strip(" .\t"):
        return ""
    above = text[max(0, start - 160) : start].rstrip().rsplit("\n", 1)[-1]
    return "nom d'une signature" if SIGN_OFF.search(above) else ""
