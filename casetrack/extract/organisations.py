"""Legal persons named in prose: « le Syndicat de la médecine générale », « InterHop », « l'État français ».

Four ways of knowing one: a word that heads such names, a small list of institutions, an acronym that the text explains
(« Nom complet (SIGLE) »), a capitalised name where only an organisation stands (« la société X », « hébergé par X »,
« des associations, comme X »); and the names of a case's parties, given by the caller for its press.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from casetrack.extract.calendar_words import lower, occurrences
from casetrack.extract.institutions import HEADS, INSTITUTIONS
from casetrack.extract.name_words import GENERIC_NAMES, NAME_ENDS, NAME_LINKS
from casetrack.model import OrganisationFinding, PartyType, fold

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ"
# What ends a name written in small letters: a verb, a relative, a conjunction that opens another thing.
_VERB_END = re.compile(r"\w+(?:era|eront|ira|iront|dra|dront|vra|vront|aient|èrent|irent|urent|(?<!f)ait)$")
_HEAD_WORDS = "|".join(sorted((re.escape(head) for head in HEADS), key=len, reverse=True))
_HEAD = re.compile(rf"(?P<head>{_HEAD_WORDS})s?(?!\w)", re.IGNORECASE)
_TOKEN = re.compile(r"[\w.&@-]+['’]?|\([A-Z][\w&. -]{1,14}\)")
_ACRONYM = re.compile(r"\s?\((?P<sigle>[A-Z][A-Za-z&.-]{1,11})\)")
_PROPER_WORD = rf"[{_UPPER}][\w&'’-]{{0,40}}(?:\.\w{{1,20}})?"
_PROPER = (
    rf"{_PROPER_WORD}(?:\s(?:(?:de|du|des|la|le|les|et|d['’]|l['’])\s?)?[{_UPPER}0-9][\w&-]{{0,40}}|\ssanté){{0,5}}"
)
# « la société Doctolib », « hébergée par Amazon », « la plateforme Doctolib », « des associations, comme ActUp santé »
_CUED = re.compile(
    r"(?<!\w)(?:(?:la|les|cette|une|l'|l’)\s?(?:société|sociétés|entreprise|plateforme|start-up|éditeur|hébergeur"
    r"|groupe|opérateur)"
    r"(?:\s(?!par\b)[a-zéèêàûç-]{3,15}){0,2}|héberg[\wé]{1,4}\s(?:par|chez)|chez|(?:associations?|collectifs?"
    r"|sociétés?|organisations?|syndicats?|entreprises?)"
    rf"(?:\s(?:de|d['’])\s?\w{{3,14}})?,?\s(?:comme|tels? que|telles? que|dont|notamment))\s(?P<name>{_PROPER})"
)
# « InterHop », « FranceSoir »: two capitals inside one word; « l'association ... qui ..., InterHop, »
_CAMEL = re.compile(rf"[{_UPPER}][a-zéèê]{{1,12}}[{_UPPER}][a-zéèê]{{1,12}}(?![\w@/]|\.[a-z])")
_TWO_NATIONS = re.compile(r"\w+o-[a-z]")  # « la plateforme Franco-allemande »
_EXPLAINED = re.compile(rf"\((?P<sigle>[{_UPPER}]{{2,8}})\)")
_NAME_BEFORE = re.compile(rf"(?<![\w'-])[{_UPPER}][\w'-]{{0,40}}(?:\s[\w'-]{{1,40}}){{1,9}}\s$")
_CUE_WORDS = (
    "société",
    "entreprise",
    "plateforme",
    "start-up",
    "diteur",
    "héberg",
    "groupe",
    "opérateur",
    "chez",
    "comme",
    "tels que",
    "telles que",
    "dont",
    "notamment",
)
_GLUED = frozenset("_/@.-")
MOST_NAMES = 5_000
"""Names read in one text: beyond, it is no document."""
_LONGEST_FIRST = sorted(INSTITUTIONS, key=len, reverse=True)
_PROPER_ONLY = {PartyType.COMPANY, PartyType.OTHER}
_PROPER_AFTER = re.compile(rf"\s{_PROPER}")


def find_organisations(text: str, gazetteer: Sequence[str] = ()) -> tuple[OrganisationFinding, ...]:
    """Every legal person named, in order, without overlap. ``gazetteer``: names known from the case, which win."""
    straight = text.replace("’", "'")
    found: list[OrganisationFinding] = []
    for way in (
        _known(straight, gazetteer),
        _headed(straight),
        _written(straight),
        _cued(straight),
        _learned(straight),
    ):
        for item in way:
            if len(found) >= MOST_NAMES:
                break
            _add(found, item)
    return tuple(found)


def _add(found: list[OrganisationFinding], item: OrganisationFinding) -> None:
    place = bisect_left(found, item.start, key=lambda other: other.start)
    if place and found[place - 1].acronym == item.name and item.start - found[place - 1].end <= 2:
        return  # « Ligue des droits de l'Homme (LDH) » is one
    if place and found[place - 1].end > item.start:
        return
    if place < len(found) and found[place].start < item.end:
        return
    found.insert(place, item)


def _make(name: str, start: int, kind: PartyType, reason: str, acronym: str = "") -> OrganisationFinding:
    end = start + len(name)
    return OrganisationFinding(name=name, start=start, end=end, type=kind, reason=reason, acronym=acronym)


def _known(text: str, gazetteer: Sequence[str]) -> Iterator[OrganisationFinding]:
    for name in sorted({name.strip() for name in gazetteer if len(name.strip()) >= 3}, key=len, reverse=True):
        folded = re.escape(name.replace("’", "'"))
        for match in re.finditer(rf"(?<![\w'-]){folded}(?![\w-])", text, re.IGNORECASE):
            yield _make(match[0], match.start(), type_of(name), "partie connue de l'affaire")


def _headed(text: str) -> Iterator[OrganisationFinding]:
    """A head word and the words that belong to it, until a verb, a relative or a comma."""
    for at in sorted(set(occurrences(lower(text), HEADS)))[:MOST_NAMES]:
        match = _HEAD.match(text, at)
        if not match or text[at - 1 : at] == "-":
            continue
        plural = text[match.end() - 1] in "sS" and fold(match["head"]) + "s" == fold(match[0])
        if plural or (match["head"][0].islower() and not _has_article(text, match.start())):
            continue
        is_written_small = match["head"][0].islower()
        if is_written_small and kind_of_head(match["head"]) in _PROPER_ONLY:
            proper = _PROPER_AFTER.match(text, match.end())
            end = proper.end() if proper else match.end()
        else:
            end = _name_end(text, match.end(), is_title=not is_written_small)
        name = text[match.start() : end].rstrip(" ,;.")
        if fold(name) in GENERIC_NAMES or " " not in name or not _is_named(name):
            continue
        acronym = _ACRONYM.match(text, match.start() + len(name))
        start, kind = match.start(), kind_of_head(match["head"])
        if is_written_small and kind is not PartyType.PUBLIC_BODY and name[len(match[0]) + 1].isupper():
            start, name = match.end() + 1, name[len(match[0]) + 1 :]  # « la société Doctolib » is named Doctolib
        yield _make(name, start, kind, f"nom introduit par « {match[0]} »", acronym["sigle"] if acronym else "")


def kind_of_head(head: str) -> PartyType:
    return HEADS.get(" ".join(head.lower().split()), PartyType.OTHER)


def _has_article(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].lower()
    return before.endswith(("le ", "la ", "l'", "au ", "du ", "les ", "et "))


def _is_named(name: str) -> bool:
    """« le ministre de la santé » is named by its function, « l'association française » is not a name."""
    head, _, rest = name.partition(" ")
    if HEADS.get(head.lower()) is PartyType.PUBLIC_BODY:
        return rest.startswith(("de ", "du ", "des ", "d'")) or rest[:1].isupper()
    return any(char.isupper() for char in rest) or head[0].isupper()


def _name_end(text: str, start: int, *, is_title: bool) -> int:
    """Where the name stops; links (« de la ») are kept only when a word follows them.

    « pour une médecine libre » belongs to a name written with a capital, not to « l'association pour qui »; a name
    in capitals stops with them.
    """
    end, at, before = start, start, ""
    in_capitals = text[max(0, start - 3) : start].isupper()
    for _ in range(16):
        match = _TOKEN.match(text, at + 1 if text[at : at + 1] == " " else at)
        if not match or (match.start() == at and at != start and text[at - 1 : at] not in ("'", "’")):
            break
        token = match[0].replace("’", "'")
        if token.startswith("("):
            break
        low = token.lower()
        if (low == "pour" and not is_title) or (in_capitals and token != token.upper()):
            break
        if (
            (low in NAME_ENDS and not (before == "pour" and low in ("un", "une")))
            or _VERB_END.match(low)
            or (low == "et" and not _continues(text, match.end()))
        ):
            break
        at, before = match.end(), low
        if low not in NAME_LINKS:
            end = at
        if token.endswith(".") and len(token) > 3:
            end -= 1
            break
    return end


def _continues(text: str, at: int) -> bool:
    """Does « et » go on with the same name (« Solidarités et de la Santé ») rather than open another body?"""
    after = text[at : at + 60].lower()
    if re.match(r"\s(?:de\s(?:la|l')|du|des|d'|de)\s?", after):
        return True
    return not re.match(r"\s(?:le|la|les|l'|un|une|son|sa|ses|plusieurs|dix|m\.|mme)", after) and after[1:2].islower()


def _written(text: str) -> Iterator[OrganisationFinding]:
    """The longest name at each place: « Amazon Web Services (AWS) » before « Amazon »."""
    for name in _LONGEST_FIRST:
        for at in occurrences(text, (name,)):
            after = text[at + len(name) : at + len(name) + 1]
            if not (after.isalnum() or after == "-" or text[at - 1 : at] == "-"):
                yield _make(name, at, INSTITUTIONS[name], "organisme connu")


def _cued(text: str) -> Iterator[OrganisationFinding]:
    cues = _CUED.finditer(text) if any(word in text for word in _CUE_WORDS) else iter(())
    for match in cues:
        if _TWO_NATIONS.match(match["name"]):
            continue
        yield _make(
            match["name"].rstrip(" .'"),
            match.start("name"),
            type_of(match[0]),
            "nom propre après un mot d'organisation",
        )
    for match in _CAMEL.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum() or text[match.start() - 1 : match.start()] in _GLUED:
            continue
        yield _make(match[0], match.start(), PartyType.OTHER, "nom en un mot à deux capitales")


def _learned(text: str) -> Iterator[OrganisationFinding]:
    """Acronyms that the text explains once, wherever they come back."""
    known: set[str] = set()
    for explained in _EXPLAINED.finditer(text):
        sigle = explained["sigle"]
        before = _NAME_BEFORE.search(text, max(0, explained.start() - 140), explained.start())
        if sigle in known or len(known) >= 40 or not before or not _is_acronym(sigle, before[0]):
            continue
        known.add(sigle)
        name = before[0].strip()
        for at in occurrences(text, (sigle,)):
            after = text[at + len(sigle) : at + len(sigle) + 1]
            if at != explained.start("sigle") and not (after.isalnum() or after == "-"):
                yield _make(sigle, at, type_of(name), f"sigle de « {name} »", sigle)


def _is_acronym(sigle: str, name: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"[\w]+", fold(name)) if word not in NAME_LINKS)
    return fold(sigle) in initials or fold(sigle)[0] in initials


def type_of(name: str) -> PartyType:
    """What a name says of the body that bears it."""
    folded = fold(name)
    for head, kind in HEADS.items():
        if re.search(rf"\b{re.escape(fold(head))}\b", folded):
            return kind
    if re.search(r"\b(?:sarl|sas|sasu|sa|sci|scp|eurl|inc|ltd|gmbh)\b", folded):
        return PartyType.COMPANY
    return INSTITUTIONS.get(name, PartyType.OTHER)
