"""Who stands on each side of a filing: under « POUR : » and « CONTRE : », beside « Requérante : », in what it asks.

Headings give a side; a line alone (« Appelante », « Intimés ») or the words after a name say it better. What is
attacked under « CONTRE » (a judgment, a decision) is nobody: then the one the text says it opposes, or of whom
something is asked, is the defendant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casetrack.extract.names import Name, acronym_of, is_name, is_pseudonym, party_type, split_names, trim
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, PartyFinding, PartyType, Role, Zone, ZoneName

_ASKS = r"requerante?s?|demandeurs?|demanderesses?|appelante?s?|exposante?s?"
_ANSWERS = r"defendeurs?|defenderesses?|intimee?s?"
_SIDE = re.compile(
    rf"^[ \t]*(?P<side>(?:et )?pour|{_ASKS}|(?:et )?(?:encore )?contre|{_ANSWERS}|en presence de|"
    r"intervenante?s?|(?:au soutien de|en soutien de))(?: ?:[ \t]*\n?|(?<=pour)[ \t]*\n|(?<=contre)[ \t]*\n|"
    r"(?<=soutien de) (?=la requete|l'|la |le |les ))",
    re.MULTILINE,
)
# alone on its line, or right after a name: « , intimée, défenderesse en première instance »
_SAID = re.compile(
    rf"(?:^[ \t]*|, ?)(?:ci-apres )?(?P<asks>{_ASKS})(?: en (?:premiere instance|defense))?[ \t.;]*$|"
    rf"(?:^[ \t]*|, ?)(?P<answers>{_ANSWERS})(?: en premiere instance)?[ \t.;]*$|"
    r"^[ \t]*(?P<joins>intervenante?s?)[ \t.;]*$",
    re.MULTILINE,
)
# « 1° L'association X, association déclarée, dont le siège... ; »: the name stands before the first comma
_ITEM = re.compile(
    r"(?:^|(?<=[\n;]))[ \t]*(?:\d{1,2} ?[°o)]{1,2}|[-\u2022])[ \t]*(?:l'|la |le |les )?(?P<name>[^,;\n]{3,160}?)"
    r"(?=[,;\n.]|$)"
)
_COUNSEL = re.compile(
    r"(?:ayant pour (?:avocat|conseil)e?s? ?:?|representee?s? par|avocate?s? ?:)\s*(?P<name>(?:maitre|me|la scp|"
    r"la selarl)[^\n,;]{2,80})"
)
_IS_ACT = re.compile(
    r"(?:la |l'|le |les |une? )?(?:decision|arrete|ordonnance|jugement|arret|deliberation|decret|refus|permis|rejet|"
    r"titre|avis)\b"
)
# « au soutien de la requête de l'association X »
_REQUEST_OF = re.compile(
    r"(?:la |les |le )?(?:requetes?|recours|memoire)[^\n;]{0,60}? (?:presentee?s? par|formee?s? par|deposee?s? par|"
    r"d[eu]) "
)
# « , dans le litige l'opposant à la commune de X »
_OPPOSING = re.compile(r"\b(?:l'|les |s')?oppos(?:ant|e) (?:a |au |aux )(?P<names>[^,;\n]{3,120})")
# « ENJOINDRE à la commune de X », « mettre à la charge de la commune de X », « condamner la commune de X »
_ASKED_OF = re.compile(
    r"\b(?:enjoin(?:dre|t) (?:a |au )|(?:mettre|mise?)[^;\n]{0,30} a la charge (?:de |du )|condamner )"
    r"(?P<names>(?:la |l'|le )?"
    r"(?:commune|ville|prefete?|ministre|departement|region|metropole|universite|centre hospitalier|societe|recteur|"
    r"rectrice|communaute)[^;:,\n]{2,110}?)(?= de (?!la |l'|cette)\w+er\b| d'\w+er\b| a (?:lui |nous |leur )?verser| "
    r"(?:la|une) somme| sous | dans | au titre| sans |[;:,.\n]|$)"
)
# who writes a defence stands under « POUR » and is the defendant; who writes an intervention intervenes
_WRITERS = {
    "mémoire en défense": {Role.PLAINTIFF: Role.DEFENDANT, Role.DEFENDANT: Role.PLAINTIFF},
    "intervention": {Role.PLAINTIFF: Role.INTERVENER},
}
_BY_WORD = {"ap": Role.PLAINTIFF, "re": Role.PLAINTIFF, "ex": Role.PLAINTIFF, "dem": Role.PLAINTIFF,
            "def": Role.DEFENDANT, "int": Role.INTERVENER, "inti": Role.DEFENDANT}  # fmt: skip
_MOST_LINES = 40


def sides(text: str, zones: Sequence[Zone], title: str, end: int) -> tuple[PartyFinding, ...]:
    """Parties of a filing. ``title``: what it calls itself; ``end``: where its head stops."""
    small = plain(text)
    turned = _WRITERS.get(title, {})
    marks = list(_SIDE.finditer(small, 0, end))
    found: list[PartyFinding] = []
    opposed: list[tuple[int, int]] = []
    for mark, limit in zip(marks, [*(m.start() for m in marks[1:]), end], strict=False):
        words = mark["side"].removeprefix("et ").removeprefix("encore ")
        heading = _role_of(words)
        role = turned.get(heading, heading) if words in ("pour", "contre") else heading
        counsel = _COUNSEL.search(small, mark.end(), limit)
        said = text[counsel.start("name") : counsel.end("name")].strip() if counsel else ""
        for start, stop, own, told in _names(text, small, mark.end(), limit):
            if _IS_ACT.match(small, start):
                opposed += [m.span("names") for m in _OPPOSING.finditer(small, start, limit)]
                continue
            found.append(_party(text, start, stop, told or role, said or own))
    if title not in _WRITERS and not any(party.role in DEFENDANT_ROLES for party in found):
        found += _asked_of(text, small, zones, opposed, found)
    return tuple({(party.name, party.role): party for party in found}.values())


def _role_of(words: str) -> Role:
    if words.startswith(("pour", "au soutien", "en soutien")):
        return Role.PLAINTIFF
    if words.startswith("contre"):
        return Role.DEFENDANT
    if words.startswith("en presence"):
        return Role.INTERVENER
    return next(_BY_WORD[head] for head in sorted(_BY_WORD, key=len, reverse=True) if words.startswith(head))


def _names(text: str, small: str, start: int, end: int) -> Iterator[tuple[int, int, str, Role | None]]:
    """Names of one side, with the counsel beside each and the role their block says: numbered, or a line each."""
    items = list(_ITEM.finditer(small, start, end))
    told = _told(small, start, end)
    if items:
        yield from ((item.start("name"), item.end("name"), "", told) for item in items)
        return
    began = False
    for left, right in _lines(text, small, start, end):
        request = _REQUEST_OF.match(small, left, right)
        left = request.end() if request else left
        names = list(_listed(text, left, right, "de" if request else ""))
        act = trim(text, left, right) if _IS_ACT.match(small, left) else None
        if act:
            yield act.start, act.end, "", None
        elif not names and began:
            return
        for name in names if not act else ():
            yield name.start, name.end, name.counsel, told
        began = began or bool(names) or bool(act)


def _listed(text: str, start: int, end: int, link: str) -> Iterator[Name]:
    """Names of one line, each at its place: « association A ; syndicat B et union C »."""
    for part in re.finditer(r"[^;]+", text[start:end]):
        piece, at = _bare(part[0]), start + part.start()
        for name in split_names(piece, 0, len(piece), link):
            if is_name(piece, name.start, name.end):
                yield replace(name, start=at + name.start, end=at + name.end)


def _told(small: str, start: int, end: int) -> Role | None:
    said = _SAID.search(small, start, end)
    if not said:
        return None
    return Role.PLAINTIFF if said["asks"] else Role.DEFENDANT if said["answers"] else Role.INTERVENER


# « , 3 chemin du Lavoir », « , intimée, défenderesse en première instance »: what is said of the one named
_ASIDE = re.compile(
    rf", ?(?:\d{{1,4}}(?: ?bis| ?ter)?,? (?:rue|avenue|av\.|chemin|place|boulevard|bd|allee|impasse|route|quai|square|"
    rf"cours|lieu)|(?:{_ASKS}|{_ANSWERS}|intervenante?s?)(?=[ ,.;]|$))"
)


def _bare(piece: str) -> str:
    """One line of names: no line break inside, nothing of what is said after a name."""
    flat = piece.replace("\n", " ")
    aside = _ASIDE.search(plain(flat))
    return flat[: aside.start()] if aside else flat


_GOES_ON = re.compile(r"\n[ \t]*(?=[a-z])(?!representee?s?|demeurant|dont|ayant|prise?s?|agissant|elisant|domicili)")
# « L'association X a déposé », « Mme Y expose »: the prose has begun
_SENTENCE = re.compile(
    r"[^,;:\n]{2,200}?\s(?:a|ont|est|sont|avait|expose(?:nt)?|demande(?:nt)?|soutien(?:t|nent)|maintien(?:t|nent)|"
    r"conclu(?:t|ent)|rel[èe]ve(?:nt)?|sollicite(?:nt)?|saisi(?:t|ssent)|entend(?:ent)?|fait|font|doit|doivent|que)\s"
)
_NO_NAME = re.compile(
    r"[ \t]*(?:ayant pour|represente|demeurant|dont le siege|a l'attention|objet|faits|plaise|discussion|"
    r"[ivx]+[. -]|\d+[. ]|avocat|madame|monsieur|maitre|nous |j'ai|les? exposante?s?|article|"
    r"(?:actes?|decisions?|arretes?|conventions?|urgence|juridiction|dossier|affaire|litige|pieces?|references?)"
    r"[^\n:]{0,40}:)"
)


def _lines(text: str, small: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of a block that may be names; a line that begins with a small letter goes on with the one before."""
    at = start
    for _ in range(_MOST_LINES):
        if at >= end:
            return
        stop = small.find("\n", at, end)
        stop = end if stop < 0 else stop
        while stop < end and (more := _GOES_ON.match(small, stop, end)) and text[more.end()].islower():
            following = small.find("\n", more.end(), end)
            stop = end if following < 0 else following
        line = small[at:stop].strip()
        if not line or _NO_NAME.match(small, at, stop) or len(line) > 400:
            if line or at > start:
                return
        elif _SENTENCE.match(text, at, stop):
            return
        elif not _SAID.fullmatch(line):
            yield at, stop
        at = stop + 1


def _asked_of(
    text: str, small: str, zones: Sequence[Zone], opposed: Sequence[tuple[int, int]], found: Sequence[PartyFinding]
) -> Iterator[PartyFinding]:
    """Nobody stands under « CONTRE »: whom the judgment opposed, else of whom something is asked."""
    spans = list(opposed)
    for start, end in () if spans else ZoneMap(zones).spans(ZoneName.CLAIMS):
        spans += [match.span("names") for match in _ASKED_OF.finditer(small, start, end)]
    known = {" ".join(party.name.lower().split()) for party in found if party.role in PLAINTIFF_ROLES}
    seen: set[str] = set()
    for start, stop in spans[:20]:
        for name in split_names(text, start, stop):
            words = " ".join(text[name.start : name.end].lower().split())
            if words not in known | seen:
                seen.add(words)
                yield _party(text, name.start, name.end, Role.DEFENDANT, "", "Ce qui lui est demandé dans l'acte")


def _party(
    text: str, start: int, end: int, role: Role, counsel: str, reason: str = "En-tête de la requête"
) -> PartyFinding:
    name = " ".join(text[start:end].split())
    kind = party_type(name)
    return PartyFinding(
        start=start,
        end=end,
        name=name,
        role=role,
        type=kind,
        counsel=counsel,
        acronym=acronym_of(name),
        reason=reason,
        pseudonym=kind is PartyType.NATURAL and is_pseudonym(name),
    )
