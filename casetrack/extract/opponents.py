"""The other side of a decision that names no defence memoir: who answers in its reasons, loses, or was opposed below.

Old decisions tell no pleading of the defendant: he is known because the judge answers him (« la fin de non-recevoir
opposée par le ministre »), because he won below, or because he pays. Whoever only receives the decision is nobody's
opponent, save the authority before a tribunal, which has no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from casetrack.extract.anchors import find_words
from casetrack.extract.cast import Cast, name_key, words_of
from casetrack.extract.names import Name, split_names
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import ZoneName

STATE = re.compile(r"(?:premier )?ministre|prefete?\b|garde des sceaux|secretaire d'etat|haut-commissaire")
_COSTS_TO = re.compile(
    r"l'etat versera (?:(?:la|une) somme (?:globale )?de [^;\n]{3,40}? )?(?:au |aux |a la |a l'|"
    r"a )(?P<names>[^;\n]{2,160}?),? (?:(?:la|une) somme|au titre|en application|sur le fondement)"
)
# « Article 3 : La commune de X versera à M. A une somme de 1 500 euros au titre de l'article L. 761-1 »
_PAYS = re.compile(
    r"(?:^|[:.-] ?)(?P<names>(?:la |le |l')[^;:.\n]{3,120}?) vers(?:era|ent|eront) (?:a |au |aux |une |la )"
    r"[^;\n]{3,200}?(?:l\.? ?761-1|l\.? ?8-1|au titre des frais)"
)
_NOTIFIED = re.compile(
    r"(?:sera|seront) notifiee?s? (?P<link>au |aux |a la |a l'|a )(?P<names>[^;\n]{2,900}?)(?=\.? ?(?:copie|"
    r"il en sera|delibere|fait a|\n|$)|;|\.$)"
)
_OFFICE = (
    r"(?:l[ea] (?:premier |premiere )?(?:ministre|garde des sceaux|secretaire d'etat|prefete?|directeur|directrice|"
    r"maire|commune|ville|departement|region|metropole)\b[^;:.\n]{0,120}?)"
)
# « le ministre ne peut soutenir que », « la commune fait valoir que »: said in the present, he is there
_ARGUES = re.compile(
    rf"(?P<names>{_OFFICE})(?:,? en defense,?|, [^,;.]{{3,40}},)? (?:soutient|fait valoir|oppose|"
    r"ne peut(?:, [^,;.]{3,30},| utilement)? soutenir|n'est(?:, [^,;.]{3,30},| donc| pas)? (?:pas )?fondee? a "
    r"(?:soutenir|opposer|demander|pretendre)|demande(?: aussi| egalement| subsidiairement)?(?:,[^,;.]{3,120},)? qu)"
)
_OPPOSES = re.compile(
    r"(?:fins? de non[- ]recevoir|exceptions?|prescription|irrecevabilite|substitution)[^;:.\n]{0,60}? "
    rf"(?:opposee?s?|soulevee?s?|invoquee?s?|demandee?s?) (?:en defense )?par (?P<names>{_OFFICE})"
    r"(?= doi| ne | n'|[,;:.\n]| et | a l'| est| sont| tiree?| aux? )"
)
_OFFICES = tuple(
    f"{article} {office}"
    for article, offices in (
        ("le", "ministre|premier ministre|garde des|secretaire d|prefet|directeur|maire|departement"),
        (
            "la",
            "ministre|premiere ministre|garde des|secretaire d|prefete|directrice|maire|commune|ville|region|metropole",
        ),
    )
    for office in offices.split("|")
)
_OBJECTIONS = ("non-recevoir", "non recevoir", "exception", "prescription", "irrecevabilite", "substitution")
_MOST = 60
_REACH = 60_000  # no reasons are longer; keeps hostile texts quick


def find_opponents(cast: Cast, text: str, small: str, here: ZoneMap, below: Sequence[Name], *, is_first: bool) -> None:
    """Add defendants where the procedure names none.

    ``below``: who asked the first judges; ``is_first``: before a tribunal.
    """
    role = cast.roles[1]
    notified = [match.span("names") for match in _each(_NOTIFIED, small, here, ZoneName.NOTIFICATION)]
    if any(STATE.match(plain(party.name)) for party in cast.names(cast.roles[0])) and not cast.names(role):
        for name in below:
            cast.add(name, role, "Demandeur en première instance, face à l'État")
        for match in _each(_COSTS_TO, small, here, ZoneName.OPERATIVE_PART):
            cast.add_list(match.span("names"), "a", cast.roles[1], "Bénéficiaire des frais d'instance")
    for span in notified:
        words = words_of(name_key(small[slice(*span)]))
        for name in below if not is_first else ():
            if words_of(name_key(text[name.start : name.end])) <= words and not cast.names(role):
                cast.add(name, role, "Demandeur en première instance, destinataire de la décision")
        if is_first and not cast.names(role):
            cast.add_list(span, "a", cast.roles[1], "Destinataire du jugement")
    if not cast.names(role):
        _payers(cast, text, small, here)
    if not cast.names(role):
        _arguing(cast, text, small, here, notified)


def _each(pattern: re.Pattern[str], small: str, here: ZoneMap, zone: ZoneName) -> list[re.Match[str]]:
    return [match for start, end in here.spans(zone) for match in islice(pattern.finditer(small, start, end), _MOST)]


def _payers(cast: Cast, text: str, small: str, here: ZoneMap) -> None:
    """Who must pay the costs and asked nothing: the losing side. The State pays for an authority, and is no name."""
    for match in _each(_PAYS, small, here, ZoneName.OPERATIVE_PART):
        if not re.match(r"l'etat\b|les? ", match["names"]) or match["names"].startswith("le departement"):
            cast.add_list(match.span("names"), "", cast.roles[1], "Condamné aux frais d'instance")


def _arguing(cast: Cast, text: str, small: str, here: ZoneMap, notified: Sequence[tuple[int, int]]) -> None:
    """An authority whom the reasons answer; « le ministre » alone is the one that the decision is notified to."""
    left = _REACH
    for start, end in here.spans(ZoneName.GROUNDS):
        end, left = min(end, start + left), max(0, left - (end - start))
        for match in _answered(small, start, end):
            if not _is_quoted(small, start, match.start()) and not cast.names(cast.roles[1]):
                _add_office(cast, text, small, match, notified)


def _answered(small: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What an authority objects or argues, looked for only where such words stand."""
    if any(small.find(word, start, end) >= 0 for word in _OBJECTIONS):
        yield from islice(_OPPOSES.finditer(small, start, end), _MOST)
    for at in find_words(small, _OFFICES, start, end)[:_MOST]:
        if match := _ARGUES.match(small, at, end):
            yield match


def _is_quoted(small: str, start: int, at: int) -> bool:
    return small.count('"', small.rfind("\n", start, at) + 1, at) % 2 == 1


def _add_office(cast: Cast, text: str, small: str, match: re.Match[str], notified: Sequence[tuple[int, int]]) -> None:
    office = match["names"].split(" ", 1)[1]
    asker = " ".join(name_key(party.name) for party in cast.names(cast.roles[0]))
    if office.split()[0] in asker.split():
        return  # « le ministre n'est pas fondé à soutenir », and the minister is the one who asks
    if " " in office:
        cast.add_list(match.span("names"), "", cast.roles[1], "Répond dans les motifs")
        return
    for span in notified:
        for name in split_names(text, *span, "a"):
            if small.startswith(office, name.start):
                cast.add(name, cast.roles[1], "Répond dans les motifs, destinataire de la décision")
