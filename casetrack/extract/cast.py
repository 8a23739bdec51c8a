"""The parties gathered while a decision is read, each once, however it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from casetrack.extract.names import Name, acronym_of, fuller, is_pseudonym, members, party_type, split_names, spouses
from casetrack.extract.plain import plain
from casetrack.model import PartyFinding, PartyType, Role


@dataclass(slots=True)
class Cast:
    """Parties gathered so far, each once."""

    text: str
    roles: tuple[Role, Role]
    found: list[PartyFinding] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def add(self, name: Name, role: Role, reason: str, docket: str = "", before: int | None = None) -> None:
        """Add a party once; ``before`` counts the parties found ahead of the list this name belongs to."""
        several = members(self.text, name.start, name.end)
        if several:
            before = len(self.keys) if before is None else before
            for start, end, said in several:
                self._add((start, end), said, name.counsel, role, reason, docket, before)
            return
        couple = spouses(self.text, self.text[name.start : name.end])
        for left, right in couple[:1]:
            self.add(Name(left, right, name.counsel), role, reason, docket, before)
        place = couple[1] if couple else fuller(self.text, self.text[name.start : name.end]) or (name.start, name.end)
        written = " ".join(self.text[place[0] : place[1]].split())
        self._add(place, written, name.counsel, role, reason, docket, before)

    def _add(
        self,
        place: tuple[int, int],
        written: str,
        counsel: str,
        role: Role,
        reason: str,
        docket: str,
        before: int | None,
    ) -> None:
        key = name_key(written)
        if not key or key in self.keys or self.known(key, before):
            return
        kind = party_type(written)
        self.keys.append(key)
        self.found.append(
            PartyFinding(
                start=place[0],
                end=place[1],
                name=written,
                role=role,
                type=kind,
                reason=reason,
                counsel=counsel,
                docket=docket,
                pseudonym=kind is PartyType.NATURAL and is_pseudonym(written),
                acronym=acronym_of(written),
            )
        )

    def add_list(self, span: tuple[int, int], prep: str, role: Role, reason: str, docket: str = "") -> None:
        """Add every name of one list: two names of a list are two parties, however alike (« MMA IARD » and its
        mutual). ``prep`` is the preposition that each bears (see `split_names`)."""
        before = len(self.keys)
        for name in split_names(self.text, *span, prep):
            self.add(name, role, reason, docket, before)

    def known(self, key: str, before: int | None = None) -> bool:
        """The same name, a misspelling, or a shorter one: « la région » for the « région Occitanie »."""
        return any(_same(key, other) for other in self.keys[:before])

    def names(self, *roles: Role) -> list[PartyFinding]:
        return [party for party in self.found if party.role in roles]


def name_key(name: str) -> str:
    """A comparable form: no article, no civil status, no acronym in brackets, first letters of pseudonyms kept."""
    small = re.sub(r"\([^)]*\)", " ", plain(name))
    small = re.sub(r"\b(?:m|mm|mme|mmes|mlle|monsieur|madame|sieur|dame|consorts|epoux)\b\.?", " ", small)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", small).split())


_EMPTY_WORDS = frozenset(
    ["l", "la", "le", "les", "d", "de", "du", "des", "et", "a", "au", "aux", "en", "pour", "s", "n"]
)


def words_of(key: str) -> frozenset[str]:
    return frozenset(word for word in key.split() if word not in _EMPTY_WORDS) or frozenset(key.split())


def _same(key: str, other: str) -> bool:
    """Equal, nearly equal, or one is the beginning of the other (its end, for a person)."""
    short, long = sorted((_bare(key), _bare(other)), key=len)
    if not short or short == long:
        return True
    if len(short.split()[0]) <= 2 and len(short) < 12:  # pseudonyms: « c » for « a c »
        return long.endswith(f" {short}") and len(long) < 14
    if long.startswith(f"{short} "):
        return True
    return len(short) > 12 and SequenceMatcher(None, short, long).ratio() > 0.88


_INITIALS = re.compile(r"^(?:s a r l|s a s u|s a s|s c i|s n c|s a|e u r l) (?=\w\w)")


HEAD_WORDS = frozenset(
    [
        "association",
        "syndicat",
        "societe",
        "sarl",
        "sas",
        "sa",
        "sci",
        "snc",
        "anonyme",
        "par",
        "actions",
        "simplifiee",
        "responsabilite",
        "limitee",
        "civile",
    ]
)


def _bare(key: str) -> str:
    """A key without articles and without the words that only say what kind of body it is."""
    key = _INITIALS.sub("", key)
    words = [word for word in key.split() if word not in _EMPTY_WORDS] or key.split()
    while len(words) > 1 and words[0] in HEAD_WORDS:
        words = words[1:]
    return " ".join(words)
