"""Why a decision ends as it does: its decisive ground, read in its last reasons.

A ground is what the judge holds, not what a party says nor what a quoted article provides; « sans qu'il soit besoin de
se prononcer sur la condition d'urgence » sets a ground aside. The reasons are read from the last point backwards until
one of them decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.ground_forms import MET, NOT_MET
from casetrack.extract.plain import plain
from casetrack.extract.procedure import Procedure
from casetrack.extract.zones import ZoneMap
from casetrack.model import Ground, Value, Zone, ZoneName

_SET_ASIDE = re.compile(
    r"(?:sans qu'il (?:soit|y ait)|(?:et )?sans) (?:meme )?(?:besoin|lieu|avoir|qu'il)[^.;\n]{0,500}?(?=, (?:que |"
    r"la |le |les |l'|il |elle |sa |son |ses |y compris|doit|doivent|n[e'])|[.;\n]| (?:la|sa|les) (?:requete|"
    r"conclusions|demande))"
)
_QUOTED = re.compile(r'"[^"]{0,2500}"')
# « la condition d'urgence prévue par l'article L. 521-2 n'est pas remplie »: this dot ends no sentence
_ARTICLE_DOT = re.compile(r"\b([lrda])\.(?= ?\d)")
_SAID = re.compile(r"\b(?:soutien(?:t|nent)|fait valoir|font valoir|soutenir)\b")
_MOOT = re.compile(
    r"n'y (?:a|avait)[^.;]{0,60}(?:pas|plus)[^.;]{0,40}lieu[^.;]{0,20} statuer|sans objet|perdu (?:son|leur) objet"
)
_URGENT_ONLY = {Ground.URGENCY, Ground.DOUBT, Ground.ILLEGALITY, Ground.GRAVITY, Ground.LIBERTY}
_CLOSING = re.compile(
    r"l[._]? ?761-1|resulte de (?:tout )?ce qui precede|par (?:suite|consequent)|des lors|rejet|doi(?:t|vent) etre|"
    r"ne peu(?:t|vent) qu'"
)


def find_grounds(
    text: str, zones: Sequence[Zone], outcome: Sequence[Value] = (), procedure: Procedure | None = None
) -> tuple[Value, ...]:
    """Decisive grounds, in the words of `Ground`, with the sentence that says so.

    ``outcome`` and ``procedure`` are what `find_outcome` and `find_procedure` answered for the same text.
    """
    words = {value.value for value in outcome}
    if not zones or words == {"désistement"}:
        return ()
    small, here = plain(text), ZoneMap(zones)
    is_urgent = _rules_urgently(procedure, words) or bool(_OLD_URGENT.search(small, 0, 4000))
    held = [(start, end) for start, end in _points(zones)]
    found: dict[Ground, Value] = {}
    if "non-lieu" in words:
        _take(
            found,
            Ground.MOOT,
            _first(small, here, _MOOT),
            "Requête devenue sans objet",
        )
    if "rejet pour incompétence" in words or _is_conflict(small, here):
        _take(
            found,
            Ground.NO_JURISDICTION,
            _first(
                small,
                here,
                re.compile(r"competente?s? pour (?:en )?connaitre|ne releve pas|donne competence|ressortit"),
            ),
            "Compétence",
        )
        return tuple(found.values())
    if words & {"injonction", "suspension", "suspension partielle"} and is_urgent:
        _successes(found, [_masked(small, start, end) for start, end in held])
        return tuple(found.values())
    if words & {"rejet", "non-admission", "rejet de la demande"} or (is_urgent and "rejet du surplus" in words):
        _failures(
            found, (_masked(small, start, end) for start, end in reversed(held)), is_urgent, "non-admission" in words
        )
    return tuple(found.values())


# before 2001: « ordonnance de référé administratif », art. R. 102 then R. 130 of the code of that time
_OLD_URGENT = re.compile(
    r"ordonnance de refere|refere administratif|r\. ?(?:102|130)\b[^;\n]{0,60}code des tribunaux administratifs"
)


def _rules_urgently(procedure: Procedure | None, words: set[str]) -> bool:
    """The urgent judge himself, or the Conseil d'État ruling as one after it quashed (art. L. 821-2)."""
    if procedure is None or not procedure.is_urgent:
        return False
    is_judge = procedure.judge is not None and procedure.judge.value.startswith("juge des référés")
    return is_judge or bool(words & {"rejet de la demande", "suspension", "suspension partielle", "injonction"})


_POINT_LENGTH = 12_000  # unnumbered grounds are read from their end


def _points(zones: Sequence[Zone]) -> list[tuple[int, int]]:
    return [(max(zone.start, zone.end - _POINT_LENGTH), zone.end) for zone in zones if zone.zone is ZoneName.GROUNDS][
        -60:
    ]


def _masked(small: str, start: int, end: int) -> tuple[int, str]:
    """A point with its quotations and what it sets aside blanked, offsets kept."""
    part = _ARTICLE_DOT.sub(r"\1_", small[start:end])
    for pattern in (_QUOTED, _SET_ASIDE):
        part = pattern.sub(lambda match: " " * len(match[0]), part)
    return start, part


def _is_conflict(small: str, here: ZoneMap) -> bool:
    """Tribunal des conflits: the operative part says which order is competent."""
    return any(
        re.search(r"juridictions? de l'ordre (?:judiciaire|administratif) (?:est|sont) competente", small[s:e])
        for s, e in here.spans(ZoneName.OPERATIVE_PART)
    )


def _first(small: str, here: ZoneMap, pattern: re.Pattern[str]) -> tuple[int, int]:
    for zone in (ZoneName.GROUNDS, ZoneName.OPERATIVE_PART):
        for start, end in reversed(here.spans(zone)):
            if match := pattern.search(small, start, end):
                return match.span()
    return 0, 0


def _take(found: dict[Ground, Value], ground: Ground, span: tuple[int, int], reason: str) -> None:
    found.setdefault(ground, Value(start=span[0], end=span[1], value=ground.value, reason=reason))


# outside urgent matters, only the request itself, not one of its pleas
_WHOLE = re.compile(
    r"(?:requete|pourvoi|demande|recours|appel|protestation|tierce opposition|conclusions (?:de la|"
    r"du))\b[^;]{0,260}$|\b(?:il|elle) $"
)


def _failures(found: dict[Ground, Value], held: Iterator[tuple[int, str]], is_urgent: bool, is_admission: bool) -> None:
    """The last point that holds something decisive, and what it holds; closing points only draw the consequence."""
    is_last = True
    for start, part in held:
        hits = list(_hits(part, is_urgent, is_admission, is_last=is_last))
        for ground, match, reason in hits:
            _take(found, ground, (start + match.start(), start + match.end()), reason)
        if hits or not is_urgent and not _is_closing(part):
            return
        is_last = is_last and _is_closing(part)


def _is_closing(part: str) -> bool:
    return bool(_CLOSING.search(part[:600])) and len(part) < 1500


def _hits(
    part: str, is_urgent: bool, is_admission: bool, *, is_last: bool
) -> Iterator[tuple[Ground, re.Match[str], str]]:
    if (
        part.lstrip(" 0123456789.").startswith(
            ("aux termes", "considerant qu'aux termes", "l'article l_ 5", "l'article l_5")
        )
        and "\n" not in part.strip()
    ):
        part = (
            part[: len(part)]
            if re.search(r"\bcependant|toutefois|en l'espece|il resulte|il ressort|par suite\b", part)
            else ""
        )
    for form in NOT_MET:
        ground = form.ground
        if ground in _URGENT_ONLY and not is_urgent or is_admission and ground is not Ground.INADMISSIBLE:
            continue
        if not form.is_near(part):
            continue
        match = next(
            (
                m
                for m in form.pattern.finditer(part)
                if _is_held(part, m) and (is_urgent or _is_whole(part, m, is_last=is_last))
            ),
            None,
        )
        if match:
            yield ground, match, form.reason


def _is_whole(part: str, match: re.Match[str], *, is_last: bool) -> bool:
    """The request is inadmissible and is rejected for it: said in the point that rejects it, or right before it."""
    start = max(
        part.rfind(". ", 0, match.start()), part.rfind(";", 0, match.start()), part.rfind("\n", 0, match.start())
    )
    is_subject = _WHOLE.search(part[start + 1 : match.start()]) is not None
    return (
        is_subject
        and not re.match(r" (?:a|pour|les|ces|le|la)\b", part[match.end() : match.end() + 6])
        and (is_last or bool(re.search(r"rejete|admis", part[match.start() :] + " ")))
    )


def _is_held(part: str, match: re.Match[str]) -> bool:
    """Not what a party says: no « soutient que » earlier in the sentence, unless the party is held wrong in it."""
    start = max(
        part.rfind(". ", 0, match.start()), part.rfind(";", 0, match.start()), part.rfind("\n", 0, match.start())
    )
    before = part[start + 1 : match.start()]
    said = _SAID.search(before)
    return said is None or bool(
        re.search(
            r"n'est pas fonde|ne sont pas fonde|pas fondee?s? a|c'est a bon droit|, (?:il|elle|cette|ce)\b", before
        )
    )


def _successes(found: dict[Ground, Value], held: Sequence[tuple[int, str]]) -> None:
    for start, part in held:
        for form in MET:
            if form.is_near(part) and (match := form.pattern.search(part)):
                span = (start + match.start(), start + match.end())
                _take(found, form.ground, span, form.reason)
                if form.ground is Ground.ILLEGALITY:
                    _take(found, Ground.GRAVITY, span, form.reason)
