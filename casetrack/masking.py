"""A text as the public may read it: natural persons by the case's pseudonyms, what identifies them taken out. Pure.

« M. Dupont », « Jean Dupont » and « Dupont » alone are one person of the text. Legal persons are never masked. The
numbers come from the caller, who keeps them the same in the whole case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit, urlunsplit

from casetrack.extract import identifiers
from casetrack.extract.first_names import FIRST_NAMES
from casetrack.extract.names import party_type
from casetrack.extract.person_runs import CIVIL
from casetrack.extract.person_words import CIVIL_STATUS, NO_NAMES
from casetrack.extract.persons import find_persons
from casetrack.model import Finding, Findings, PartyType, fold

Numbers = Callable[[Sequence[str]], Mapping[str, int]]
"""Canonical names, in order of appearance -> the number of each in the case."""

LABELS = {
    identifiers.MAIL: "[adresse électronique]",
    identifiers.ACCOUNT: "[compte d'un réseau]",
    identifiers.PHONE: "[téléphone]",
    identifiers.SOCIAL_SECURITY: "[numéro de sécurité sociale]",
    identifiers.BANK: "[compte bancaire]",
    identifiers.NUMBER: "[numéro]",
    identifiers.ADDRESS: "[adresse]",
}
OFFICER = "[magistrat ou agent du greffe]"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PARTICLES = frozenset({*"dl", "de", "du", "des", "la", "le", "les", "van", "von", "ben", "el", "al", "da", "di", "et"})
# « Odette Lacombe épouse Vernier » is Mme Lacombe
_BORN_AS = re.compile(r",?\s\(?(?:née?|épouse|ép\.|veuve|vve|divorcée)\s")
# Words that are somebody's name and too often something else to be hidden wherever they stand.
_COMMON_WORDS = """
france paris lyon nice tours etat conseil cour tribunal ministre president maire juge article loi code mars avril mai
juin janvier fevrier juillet aout septembre octobre novembre decembre rue avenue place republique europe
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Hidden:
    """``text[start:end]`` is not for the public: a person (``name``), or something said by ``label``; a passage that
    is to be cut has neither."""

    start: int
    end: int
    name: str = ""
    label: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Masked:
    """A masked text. ``pieces`` are (start, end, new start, new end, label) of what was replaced, in order."""

    text: str
    pieces: tuple[tuple[int, int, int, int, str], ...] = ()

    def place(self, offset: int, *, is_end: bool = False) -> int:
        """Where an offset of the whole text falls in the masked one; inside a mask: its edge."""
        moved = 0
        for start, end, new_start, new_end, _label in self.pieces:
            if offset <= start:
                break
            if offset < end:
                return new_end if is_end else new_start
            moved = new_end - end
        return offset + moved

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A passage in the masked text; (0, 0) when nothing of it is left."""
        first, last = self.place(start), self.place(end, is_end=True)
        return (first, last) if last > first else (0, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Who one text names: persons, and legal persons that are never masked."""

    persons: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """What an editor masked by hand."""


def named_in(text: str, findings: Findings | None) -> Named:
    """Persons and legal persons of a text. What begins like no organisation protects nobody."""
    people = [item for item in find_persons(text) if item.reason not in LABELS]
    said = [party.name for party in findings.parties if party.type != PartyType.NATURAL] if findings else []
    said += [item.name for item in findings.organisations] if findings else []
    legal = [name for name in dict.fromkeys(said) if party_type(name) not in (PartyType.OTHER, PartyType.NATURAL)]
    inside = legal_spans(text, legal)
    persons = [
        " ".join(text[item.start : item.end].split())
        for item in people
        if item.reason == CIVIL or not _is_within(item.start, item.end, inside)
    ]
    return Named(persons=tuple(dict.fromkeys(persons)), legal=tuple(legal))


def legal_spans(text: str, legal: Iterable[str]) -> list[tuple[int, int]]:
    """Where these names stand."""
    wanted = sorted({name for name in legal if len(name) > 2}, key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile("|".join(re.escape(name) for name in wanted))
    return [match.span() for match in pattern.finditer(text)]


def blanked(text: str, named: Named) -> str:
    """A few words without anybody: what is hidden is a space."""
    hidden = hide(text, legal=legal_spans(text, named.legal), known=named.persons, also=named.also)
    for item in reversed(hidden):
        text = f"{text[: item.start]} {text[item.end :]}"
    return text


def bare_address(address: str, names: Iterable[str]) -> str:
    """A link that names none of these persons: « https://gazette.fr/zoe-martin-gagne » is « https://gazette.fr/ »."""
    words = {word for name in names for word in _telling_words(name)}
    parts = urlsplit(address)
    said = {fold(word) for word in re.split(r"[\W_]+", unquote(f"{parts.path} {parts.query} {parts.fragment}"))}
    return urlunsplit((parts.scheme, parts.netloc, "/", "", "")) if said & words else address


def hide(
    text: str,
    *,
    legal: Iterable[tuple[int, int]] = (),
    officers: Iterable[tuple[int, int]] = (),
    cut: Iterable[tuple[int, int]] = (),
    known: Iterable[str] = (),
    also: Iterable[str] = (),
    keep: Iterable[str] = (),
) -> tuple[Hidden, ...]:
    """What the public may not read of a text, in order, without overlap.

    ``legal``: where legal persons are named; ``officers``: judges and clerks; ``cut``: passages that the original
    hides; ``known``: persons whose last name alone is hidden too; ``also`` and ``keep``: words a person adds to, or
    takes out of, what is masked.
    """
    protected = sorted(legal)
    spared = {fold(word) for word in keep if word.strip()}
    found = [Hidden(start=start, end=end) for start, end in cut]
    found += [Hidden(start=start, end=end, label=OFFICER) for start, end in officers]
    people = [p for p in find_persons(text) if not _is_spared(text, p, protected, spared)]
    found += [_hidden(text, person) for person in people]
    names = [*known, *(item.name for item in found if item.name)]
    for word in filter(None, (said.strip() for said in also)):
        names.append(word)
        found += [
            Hidden(start=match.start(), end=match.end(), name=word)
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        ]
    found += _echoes(text, names, protected, spared)
    return _apart(found)


def _hidden(text: str, person: Finding) -> Hidden:
    label = LABELS.get(person.reason, "")
    name = "" if label else " ".join(text[person.start : person.end].split())
    return Hidden(start=person.start, end=person.end, name=name, label=label)


def _is_spared(text: str, person: Finding, protected: Sequence[tuple[int, int]], spared: set[str]) -> bool:
    """A first name inside a legal person's name is part of it (« Fondation Jean Jaurès »); after « M. » it is not."""
    if fold(text[person.start : person.end]) in spared:
        return True
    return person.reason not in (CIVIL, *LABELS) and _is_within(person.start, person.end, protected)


def _is_within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(left <= start and end <= right for left, right in spans)


def _echoes(text: str, names: Sequence[str], protected: Sequence[tuple[int, int]], spared: set[str]) -> list[Hidden]:
    """The same persons named again by their last name, or first name, alone."""
    owners: dict[str, str] = {}
    for name in names:
        for word in _telling_words(name):
            if word not in spared:
                owners.setdefault(word, name)
    if not owners:
        return []
    found = []
    for match in _WORD.finditer(text):
        if not match[0][0].isupper():
            continue
        pieces = [match[0], *re.split(r"[’']", match[0])[1:]]
        word = next((piece for piece in pieces if fold(piece) in owners), "")
        if not word:
            continue
        end = match.end()
        start = end - len(word)
        if not _is_within(start, end, protected):
            found.append(Hidden(start=start, end=end, name=owners[fold(word)]))
    return found


def _telling_words(name: str) -> list[str]:
    words = [fold(word) for word in _WORD.findall(name)]
    return [w for w in words if len(w) > 2 and not {w} & (_PARTICLES | _COMMON | NO_NAMES | CIVIL_STATUS)]


def _apart(found: list[Hidden]) -> tuple[Hidden, ...]:
    kept: list[Hidden] = []
    for item in sorted(found, key=lambda hidden: (hidden.start, -hidden.end)):
        if item.end > item.start and (not kept or item.start >= kept[-1].end):
            kept.append(item)
    return tuple(kept)


def last_name(name: str) -> str:
    """The word that stands for a person when one only is given, folded."""
    words = [fold(word) for word in _WORD.findall(_BORN_AS.split(name, maxsplit=1)[0])]
    telling = [word for word in words if word not in _PARTICLES] or words
    return telling[-1] if telling else fold(name)


def canonical(names: Iterable[str]) -> dict[str, str]:
    """Each name as written -> the fullest form of the same person in this text.

    A last name alone is somebody's when only one full name of the text bears it.
    """
    written = list(dict.fromkeys(names))
    full: dict[str, list[str]] = {}
    for name in written:
        if len(_full_words(name)) > 1:
            full.setdefault(last_name(name), []).append(fold(name))
    found = {}
    for name in written:
        bearers = set(full.get(last_name(name), ()))
        alone = len(_full_words(name)) == 1
        found[name] = next(iter(bearers)) if alone and len(bearers) == 1 else _of_first(name, full) or fold(name)
    return found


def _full_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if fold(word) not in _PARTICLES]


def _of_first(name: str, full: Mapping[str, list[str]]) -> str:
    """« Juliette » alone is the one Juliette of the text."""
    words = _full_words(name)
    if len(words) != 1 or fold(words[0]) not in FIRST_NAMES:
        return ""
    bearers = {other for others in full.values() for other in others if other.split()[0] == fold(words[0])}
    return bearers.pop() if len(bearers) == 1 else ""


def mask(text: str, hidden: Sequence[Hidden], numbers: Numbers) -> Masked:
    """Replace what is hidden: « Personne 1 » for a person, its label for the rest, nothing for what is cut."""
    forms = canonical(item.name for item in hidden if item.name)
    given = numbers(list(dict.fromkeys(forms[item.name] for item in hidden if item.name)))
    out, pieces, last, length = [], [], 0, 0
    for item in hidden:
        label = f"Personne\u00a0{given[forms[item.name]]}" if item.name else item.label
        before = text[last : item.start]
        start = length + len(before)
        out += [before, label]
        length = start + len(label)
        pieces.append((item.start, item.end, start, length, label))
        last = item.end
    return Masked(text="".join([*out, text[last:]]), pieces=tuple(pieces))


def find_cut(text: str, wanted: str) -> tuple[int, int] | None:
    """Where a passage read by another program stands in our text: letters and digits alone are compared."""
    flat = [(place, fold(char)) for place, char in enumerate(text) if char.isalnum()]
    letters = "".join(char[:1] for _, char in flat)
    sought = "".join(fold(char)[:1] for char in wanted if char.isalnum())
    at = letters.find(sought) if len(sought) > 2 else -1
    return (flat[at][0], flat[at + len(sought) - 1][0] + 1) if at >= 0 else None
