"""Who answers a request: the author of a defence, whoever was sent it, summoned, warned, or heard against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from casetrack.extract.cast import HEAD_WORDS, Cast, name_key, words_of
from casetrack.extract.filed import Filed
from casetrack.extract.names import Name, split_names
from casetrack.extract.opponents import find_opponents
from casetrack.extract.procedure import Procedure
from casetrack.extract.zones import ZoneMap
from casetrack.model import Role, ZoneName

_SENT_TO = re.compile(
    r"(?:requetes?|pourvois?|recours|procedures?|memoires?|deferes?|demandes?)(?: [^.;\n]{0,120})? (?:a|"
    r"ont) (?:egalement )?ete (?:communiquee?s?|transmise?s?|notifiee?s?) (?P<link>au |aux |a la |a l'|"
    r"a )(?P<names>[^.;\n]{3,300}?)(?=,? qui |, (?:lequel|laquelle|lesquels)|\.|;|\n|$)"
)
# « Une mise en demeure a été adressée le 2 mai au préfet », « le préfet a été mis en demeure de produire »
_WARNED = re.compile(
    r"mise en demeure (?:de produire )?a ete adressee(?:,? [^.;\n]{0,60}?)? (?P<link>au |aux |a la |a l'|a )"
    r"(?P<names>[^.;\n]{3,160}?)(?=[.;\n]|, |$)|"
    r"^(?P<subject>(?:le |la |l')[^.;,\n]{3,120}?) (?:a|ont) ete mise?s? en demeure",
    re.MULTILINE,
)
# another defends: a minister to whom the request was only sent is no opponent
_MINISTER = re.compile(r"(?:premier )?ministre|garde des sceaux|secretaire d'etat")
_SUMMONED = re.compile(
    r"convoque[^;\n]{0,40}a une audience[^;\n]{0,40}, d'une part,? (?P<one>[^;\n]{2,900}?)(?:,? et,?|"
    r",) d'autre part,? (?P<other>[^;\n]{2,900}?)(?=;|\n|\.$|$)"
)
_HEARD = re.compile(
    r"(?:,? (?:avocate?s?|substituant [^,;]{0,60}) (?P<link>de la |de l'|du |des |de |d')|\brepresentant (?P<as>)|"
    r", pour (?P<for>))(?P<names>[^;\n]{2,200}?)"
    r"(?=,? (?:et )?(?:a |au )(?:la scp|me |la selarl|la sarl|cabinet|maitre)|"
    r",? et (?:de )?(?:la scp|me |la selarl|la sarl|le cabinet|"
    r"cabinet|maitre)|;|\n|,? qui |,? et les conclusions|,?$|(?<!\bm)(?<!\.)(?<!\.[a-z])\. )"
)
_ADMITTED = re.compile(r"(?:conclusions|pourvois?)\b[^;\n]{0,700}? (?:est|sont) admis")
_NOT_ADMITTED = re.compile(r"pourvois?\b[^;\n]{0,300}? (?:n'(?:est|a) pas (?:ete )?admis|ne sont pas admis)")


def _some(pattern: re.Pattern[str], small: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The first matches: no decision has more, and hostile texts stay quick."""
    return islice(pattern.finditer(small, start, end), 120)


def find_defendants(cast: Cast, text: str, small: str, here: ZoneMap, known: Procedure, below: Sequence[Name]) -> None:
    """Add the defendants to ``cast``; ``below`` are those who asked the first judges.

    A pourvoi that is not admitted was sent to nobody (art. L. 822-1 CJA): only an author of a defence is named then.
    """
    for filed in known.filings:
        if filed.author and _is_defence(small, filed):
            cast.add_list(filed.author, "", cast.roles[1], "Auteur d'un mémoire en défense")
    ruled = here.spans(ZoneName.OPERATIVE_PART)
    if any(_NOT_ADMITTED.search(small, *span) for span in ruled) and not any(
        _ADMITTED.search(small, *s) for s in ruled
    ):
        return
    _sent(cast, small, here, is_summoned=_summoned(cast, text, small, here, cast.roles[1]))
    _heard(cast, text, small, here, known.filings)
    find_opponents(cast, text, small, here, below, is_first=known.court_code.startswith("TA"))


def _sent(cast: Cast, small: str, here: ZoneMap, *, is_summoned: bool) -> None:
    """Whoever received the request, or was warned to answer it; some only had to be told."""
    role = cast.roles[1]
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS, ZoneName.PLEAS, ZoneName.VISAS):
        for match in _some(_SENT_TO, small, start, end):
            has_other = bool(cast.names(role)) and (
                _MINISTER.match(match["names"]) or "observations" in small[match.end() : match.end() + 60]
            )
            is_told = is_summoned or has_other
            cast.add_list(match.span("names"), "a", Role.THIRD_PARTY if is_told else role, "Requête communiquée")
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS):
        for match in _some(_WARNED, small, start, end) if "en demeure" in small[start:end] else ():
            span = match.span("names") if match["names"] else match.span("subject")
            cast.add_list(span, "a" if match["names"] else "", role, "Mis en demeure de produire")


def _heard(cast: Cast, text: str, small: str, here: ZoneMap, filings: Sequence[Filed]) -> None:
    for start, end in here.spans(ZoneName.HEARING):
        for match in _some(_HEARD, small, start, end):
            prep = "de" if match["link"] else ""
            if not _in_filing(small, filings, match["names"]) and not _same_side(cast, text, match, prep):
                cast.add_list(match.span("names"), prep, cast.roles[1], "Avocat entendu")


def _is_defence(small: str, filed: Filed) -> bool:
    if any(kind == "mémoire en défense" for kind, _ in filed.items):
        return True
    after = small[filed.end - 12 : filed.end + 160].split("\n")[0]
    return (
        not filed.is_main
        and bool(re.search(r"conclu(?:t|ent|ant)? (?:a|au|\u00e0) |au rejet|s'en (?:remet|rapporte)", after))
        and "desist" not in after
    )


def _summoned(cast: Cast, text: str, small: str, here: ZoneMap, role: Role) -> bool:
    found = False
    for start, end in here.spans(ZoneName.HEARING):
        for match in _some(_SUMMONED, small, start, end):
            cast.add_list(match.span("other"), "", role, "Convoqué à l'audience")
            found = True
    return found


def _same_side(cast: Cast, text: str, match: re.Match[str], prep: str) -> bool:
    """One counsel speaks for one side: whoever shares it with a party already found is no opponent."""
    names = split_names(text, *match.span("names"), prep)
    return any(cast.known(name_key(text[name.start : name.end])) for name in names)


def _in_filing(small: str, filings: Sequence[Filed], name: str) -> bool:
    """« la société X, agissant comme liquidateur de la SA Y »: the Y heard is the plaintiff."""
    wanted = words_of(name_key(name)) - HEAD_WORDS
    return any(
        wanted <= words_of(name_key(small[slice(*filed.author)])) for filed in filings if filed.author and filed.is_main
    )
