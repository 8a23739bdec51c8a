"""The parties of a decision and their roles: who asks, against whom, who joins, who is only heard.

A plaintiff is the author of the request, the appeal or the pourvoi that the decision judges; a defendant answered it,
was sent it, was summoned, or had counsel heard. On appeal and in cassation the role of first instance is kept beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from casetrack.extract.cast import Cast, name_key, words_of
from casetrack.extract.courts import CourtMention
from casetrack.extract.defenders import find_defendants
from casetrack.extract.filed import Filed
from casetrack.extract.filing import filing_parties, is_filing
from casetrack.extract.names import Name, split_names
from casetrack.extract.plain import plain
from casetrack.extract.procedure import Procedure, find_procedure
from casetrack.extract.zones import ZoneMap
from casetrack.model import DEFENDANT_ROLES, PLAINTIFF_ROLES, PartyFinding, Role, Zone, ZoneName

_ROLES = {
    "appel": (Role.APPELLANT, Role.RESPONDENT),
    "cassation": (Role.CASSATION_PLAINTIFF, Role.CASSATION_DEFENDANT),
}
# « M. B A a demandé au juge des référés du tribunal administratif de Mayotte »
_BELOW = re.compile(
    r",? (?:a|ont) (?:egalement |en outre |alors |d'abord )?(?:demande|saisi|porte plainte|defere|forme|conteste|"
    r"introduit)\b"
)
_SENTENCE = re.compile(r"\n|(?<!\bm)(?<!\bmm)(?<!\.)\. (?=[a-z])|\d[\u00b0,] (?=[a-z])|[;:] ")
# « a annulé, à la demande des départements de la Marne et de la Haute-Marne, l'arrêté »
_AT_REQUEST = re.compile(
    r"(?:a la|sur la|sur les) (?:demandes?|requetes?) (?:de la |de l'|du |des |de |d')(?P<names>[^,;:\n]{2,200}),"
)
# « saisi d'une demande de Mme X... dirigée contre », « l'appel formé par la société A contre ce jugement »
_DEMAND_OF = re.compile(
    r"(?:saisie?(?: le [^,;]{5,20})? d'une demande (?:en refere )?(?:de la |de l'|du |des |de |d'))"
    r"(?P<names>[^;:\n]{2,200}?) (?=dirigee?|tendant|contre|a ce que|et )"
)
# « avant de statuer sur l'appel formé par le ministre tendant à l'annulation du jugement »
_APPEAL_BY = re.compile(
    r"statuer sur l(?:'appel|a requete) (?:forme|interjete|presente)e? par (?P<names>[^;:\n]{2,200}?) (?=dirigee?|"
    r"tendant|contre|a ce que)"
)
# « Recours du ministre X, tendant à : 1° l'annulation »: the short form of the recueil Lebon, without any registry
_OPENS = re.compile(
    r"(?:^|\bvu )(?:la |le |les )?(?:requetes?|recours|pourvois?)(?: sommaires?)? "
    r"(?P<link>de la |de l'|du |des |de |d')(?P<names>[^;:\n]{2,200}?),? (?:et )?tendant (?:a|au|aux)\b",
    re.MULTILINE,
)
_ADMITTED = re.compile(
    r"(?:admission (?:des conclusions )?(?:du|des) pourvois?|statuant sur le pourvoi|le pourvoi) (?P<link>de la |"
    r"de l'|du |des |de |d')(?P<names>[^;:\n]{2,300}?)(?= (?:dirigee?s?|contre|tendant|en tant)|, (?:dirige|"
    r"enregistre))"
)
_IN_OPERATIVE = re.compile(
    r"(?:requetes?|pourvois?|recours|demandes?|protestations?|deferes?|desistements?(?: d'instance|"
    r" d'action)?(?: (?:de la requete|du pourvoi|des conclusions))?|conclusions(?: de la requete| du pourvoi|"
    r" du recours)?)(?: sommaires?| susvisee?s?)? "
    r"(?:(?:presentee?s?|formee?s?|introduite?s?) (?:par|pour) |(?P<link>de la |de l'|du |des |de |"
    r"d'))(?P<names>(?:(?!requete|pourvoi|recours|conclusions)[^;:\n.]|(?<=m)\.|(?<=\.)\.| \.){2,260}?)"
    r"(?= (?:est|sont|n'est|ne sont|en rejet|es rejet|devant|tendant|dirig|enregistre|sous l|en tant|contre)|"
    r"\.?(?:\n|$)|\. [a-z])"
)
_INTERVENING = re.compile(
    r"interventions? (?P<link>de la |de l'|du |des |de |d')(?P<names>[^;:\n]{2,260}?) (?:est|sont|n'est|ne sont)|"
    r"(?:est|sont|n'est pas|ne sont pas) admises? (?:l'|les )interventions? (?P<after>de la |de l'|du |des |de |d')"
    r"(?P<admitted>[^;:\n]{2,260}?)(?=\.?(?:\n|$)|\. [a-z])"
)
_ON_JOINDER = re.compile(
    r"^(?:sur|en ce qui concerne) (?:l'intervention|les interventions|la recevabilite de l'intervention) "
    r"(?P<link>de la |de l'|du |des |de |d')(?P<names>[^:\n]{2,260}?) ?:",
    re.MULTILINE,
)
_OPPOSED = re.compile(
    r"litige (?:opposant|ne entre|entre) (?P<one>[^;\n]{2,160}?) (?:a|au|aux|et) (?P<other>[^;\n]{2,160}?)"
    r"(?=(?<!\.)\.(?!\.)(?: ?article|\s|$)|;|\n|$|, relatif)"
)
_ACT_BY = re.compile(
    r"(?:decision|arrete|deliberation|refus|mesure)s?[^;:\n]{0,160}? par l(?:aquelle|equel|esquelles|"
    r"esquels) (?P<names>(?:l'|la |le |les )[^,;\n]{3,110}?) (?:a|ont|l'a|lui a|s'est|leur a|n'a)\b"
)
_COURT = re.compile(
    r"tribunal|\bcour\b|\bjuge\b|conseil d'etat|chambre disciplinaire|aide juridictionnelle|(?:chambre|section|"
    r"sous-section) d[eu]"
)
_OTHERS = re.compile(r"\bet (?:\d+ |deux |trois )?autres?\b")


def _some(pattern: re.Pattern[str], small: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The first matches: no decision has more, and hostile texts stay quick."""
    return islice(pattern.finditer(small, start, end), 120)


def find_parties(
    text: str, zones: Sequence[Zone], courts: Sequence[CourtMention] = (), *, procedure: Procedure | None = None
) -> tuple[PartyFinding, ...]:
    """Parties of a decision, in the order plaintiffs, defendants, interveners, others. Empty without zones.

    ``procedure`` is what `find_procedure` answered for the same text, when it is at hand.
    """
    if not zones:
        return ()
    if is_filing(zones):
        return filing_parties(text, zones)
    known = procedure or find_procedure(text, zones, courts=courts)
    instance = known.instance.value if known.instance else ""
    cast = Cast(text, _ROLES.get(instance, (Role.PLAINTIFF, Role.DEFENDANT)))
    small, here = plain(text), ZoneMap(zones)
    below = list(_below(text, small, here))
    _plaintiffs(cast, text, small, here, known, below)
    _interveners(cast, text, small, here, known.filings)
    find_defendants(cast, text, small, here, known, below)
    _others(cast, text, small, here, known.filings)
    return tuple(_first_roles(cast, below, text))


def _below(text: str, small: str, here: ZoneMap) -> Iterator[Name]:
    """Who asked the first judges."""
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS):
        for match in _some(_APPEAL_BY, small, start, end):
            yield from split_names(text, *match.span("names"))
        for match in _some(_BELOW, small, start, end):
            left = max(start, match.start() - 600)
            ends = [m.end() for m in _SENTENCE.finditer(small, left, match.start())]
            left = ends[-1] if ends else left
            if small.startswith("par ", left):
                left = small.rfind(", ", left, match.start()) + 2
            if not small.startswith(("par ", "vu ", "sous ", "cette ", "il ", "elle ", "qui "), left) and left > 1:
                yield from split_names(text, left, match.start())
        for pattern in (_AT_REQUEST, _DEMAND_OF):
            for match in _some(pattern, small, start, end):
                yield from split_names(text, match.start("names"), match.end("names"), "de")


def _plaintiffs(cast: Cast, text: str, small: str, here: ZoneMap, known: Procedure, below: Sequence[Name]) -> None:
    role = cast.roles[0]
    for filed in known.filings:
        if (
            filed.is_main
            and filed.author
            and not filed.verb.startswith(("a ", "ont "))
            and not _is_joinder(small, filed)
        ):
            cast.add_list(filed.author, "", role, "Auteur de la requête", filed.docket)
            if _OTHERS.search(small, *filed.author):
                _with_others(cast, text, below, role)
    if cast.found:
        return
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS):
        for match in _some(_ADMITTED, small, start, end):
            cast.add_list(match.span("names"), _prep(match), role, "Pourvoi admis")
        for match in _some(_OPENS, small, start, min(end, start + 3000)) if not cast.found else ():
            cast.add_list(match.span("names"), _prep(match), role, "Auteur de la requête")
    for filed in known.filings:
        if (
            not cast.found
            and filed.author
            and filed.verb.startswith(("demand", "soll"))
            and not filed.items_are_transmission
        ):
            cast.add_list(filed.author, "", role, "Auteur de la demande", filed.docket)
    for start, end in here.spans(ZoneName.OPERATIVE_PART):
        for match in _some(_IN_OPERATIVE, small, start, end):
            if not cast.found:
                cast.add_list(match.span("names"), _prep(match), role, "Nommé au dispositif")
    if not cast.found and (
        not known.filings or all(filed.items_are_transmission or not filed.is_main for filed in known.filings)
    ):
        for name in below[:1]:
            cast.add(name, role, "Demandeur en première instance")
    for start, end in here.spans(ZoneName.OPERATIVE_PART):
        for match in _some(_OPPOSED, small, start, end):
            for side in ("one", "other"):
                cast.add_list(match.span(side), "", cast.roles[1] if cast.found else role, "Litige au fond")


def _is_joinder(small: str, filed: Filed) -> bool:
    return any(kind == "intervention" for kind, _ in filed.items)


def _with_others(cast: Cast, text: str, below: Sequence[Name], role: Role) -> None:
    """« M. et Mme C et autres »: the others are those who asked with them below."""
    first = next((set(name_key(party.name).split()) for party in cast.found if party.role is role), set())
    if any(first & set(name_key(text[name.start : name.end]).split()) for name in below):
        for name in below:
            cast.add(name, role, "Parmi « et autres » : demandeur en première instance")


def _interveners(cast: Cast, text: str, small: str, here: ZoneMap, filings: Sequence[Filed]) -> None:
    for filed in filings:
        if _is_joinder(small, filed) and filed.author:
            cast.add_list(filed.author, "", Role.INTERVENER, "Auteur d'une intervention")
    for start, end in here.spans(ZoneName.OPERATIVE_PART):
        for match in _some(_INTERVENING, small, start, end):
            span = match.span("names") if match["names"] else match.span("admitted")
            cast.add_list(span, "de", Role.INTERVENER, "Intervention jugée au dispositif")


def _others(cast: Cast, text: str, small: str, here: ZoneMap, filings: Sequence[Filed]) -> None:
    for filed in filings:
        if filed.author and any(kind == "observations" for kind, _ in filed.items):
            cast.add_list(filed.author, "", Role.OBSERVER, "Observations produites")
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.CLAIMS):
        for match in _some(_ACT_BY, small, start, end):
            if _COURT.search(match["names"]):
                continue
            cast.add_list(match.span("names"), "", Role.ACT_AUTHOR, "Auteur de l'acte contesté")


def _prep(match: re.Match[str]) -> str:
    return "de" if match["link"] else ""


def _first_roles(cast: Cast, below: Sequence[Name], text: str) -> Iterator[PartyFinding]:
    """Parties in order of roles, with the role of first instance where the decision judges another."""
    order = [*PLAINTIFF_ROLES, *DEFENDANT_ROLES, Role.INTERVENER, Role.OBSERVER, Role.THIRD_PARTY, Role.ACT_AUTHOR]
    askers = [words_of(name_key(text[name.start : name.end])) for name in below]
    for party in sorted(
        cast.found, key=lambda p: (p.role not in PLAINTIFF_ROLES, p.role not in DEFENDANT_ROLES, order.index(p.role))
    ):
        first: Role | None = None
        if askers and cast.roles[0] is not Role.PLAINTIFF and party.role in (PLAINTIFF_ROLES | DEFENDANT_ROLES):
            words = words_of(name_key(party.name))
            first = Role.PLAINTIFF if any(words <= other or other <= words for other in askers) else Role.DEFENDANT
        yield _replace_first(party, first)


def _replace_first(party: PartyFinding, first: Role | None) -> PartyFinding:
    return replace(party, first_instance_role=first)
