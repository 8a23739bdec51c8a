"""Why a decision ends as it does: its decisive ground, read in its last reasons.

A ground is what the judge holds, not what a party says nor what a quoted article provides; « sans qu'il soit besoin de
se prononcer sur la condition d'urgence » sets a ground aside. The reasons are read from the last point backwards until
one of them decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_NEGATED = r"(?:n'est|ne sont|n'etait|ne saurait|ne peut|ne peuvent|ne pouvait|n'apparai(?:t|ssent)|n'etant|n'a ete)"
_URGENCY = re.compile(
    rf"(?:condition|situation)s? (?:particuliere )?(?:d'|tenant a l'|relative a l'|"
    rf"de l')?(?:extreme )?urgence[^.;]{{0,220}}?{_NEGATED}[^.;]{{0,100}}?(?:remplie|satisfaite|etablie|caracterisee|"
    rf"justifiee|reunie|presente|demontree|regardee)|"
    r"(?:n'est|ne sont|n'etant) pas (?:de nature a )?(?:remplie|caracteriser|constitutif|constituer|justifier|"
    r"reveler|etablir)[^.;]{0,60}urgence|faute (?:que|pour)[^.;]{0,120}urgence|(?:defaut|absence) d'urgence|"
    r"ne (?:justifie|justifient|caracterise|caracterisent|demontre|demontrent|revele|revelent|etabli\w*|fait etat|"
    r"font etat|constitue|saurait|permet\w*|suffi\w*|peut|peuvent)[^.;]{0,220}urgence|sans (?:exposer|apporter|"
    r"justifier|etablir|faire etat)[^.;]{0,130}urgence|"
    r"urgence[^.;]{0,60} (?:n'est|n'etait|ne peut|ne saurait|fait defaut|ferait defaut)|il n'y a pas (?:d'|"
    r"lieu de constater l')urgence|aucune (?:situation d')?urgence|"
    r"manifeste[^.;]{0,60}condition d'urgence[^.;]{0,60}pas|(?:n'est|ne sont) pas remplie[^.;]{0,40}urgence|"
    r"aucun[e]?[^.;]{0,120}(?:etablir|justifier|caracteriser)[^.;]{0,60}urgence"
)
_URGENCY_MET = re.compile(
    r"urgence[^.;]{0,160}(?:est|doit etre regardee comme|etant)[, ][^.;]{0,30}(?:remplie|satisfaite|caracterisee|"
    r"justifiee|etablie)"
)
_DOUBT = re.compile(
    r"(?:aucun|pas|ne (?:sont|paraissent|parait|peuvent)|n'(?:est|apparait|apparaissent|etait))[^.;]{0,260}(?:creer|"
    r"faire naitre|susciter|susceptibles? de)[^.;]{0,90}doute serieux|aucun doute serieux|"
    r"ne (?:permet|permettent) pas[^.;]{0,160}doute serieux|absence de doute serieux|n'existe pas de (?:doute|"
    r"moyen)[^.;]{0,80}serieux|(?:faute|defaut) de (?:doute|moyen)[^.;]{0,60}serieux|"
    r"n'est[^.;]{0,60}propre a[^.;]{0,80}doute serieux|"
    r"ne permet de regarder[^.;]{0,80}doute serieux"
)
_DOUBT_MET = re.compile(
    r"(?:est|sont|parai\w+|apparai\w+)[^.;]{0,90}(?:propres? a|de nature a)[^.;]{0,60}(?:creer|"
    r"faire naitre)[^.;]{0,60}doute serieux"
)
_ILLEGALITY = re.compile(
    r"(?:ne (?:porte|portent|portait|peu\w+|saurai\w+|revele\w*|constitue\w*|caracterise\w*|fait apparaitre|"
    r"permet\w*|sont)|n'(?:a|ont|est|etait|apparai\w+|etabli\w+|a pas|y a|existe|aurai\w+)|aucune?|"
    r"sans que)[^.;]{0,320}(?:atteinte )?(?:suffisamment )?(?:grave et )?manifestement illegale|"
    r"(?:pas|aucune)[^.;]{0,80}illegalite manifeste|absence (?:d'atteinte|d'illegalite)[^.;]{0,60}manifeste|"
    r"n'est pas manifestement illegal"
)
_ILLEGALITY_MET = re.compile(
    r"(?:porte|portent|a porte|constitue\w*|caracterise\w*|revele\w*|"
    r"doit etre regarde[^.;]{0,30})[^.;]{0,60} une? (?:atteinte|"
    r"illegalite)[^.;]{0,40}(?:grave et manifestement illegale|manifeste)"
)
_GRAVITY = re.compile(
    r"(?:ne porte\w*|n'a pas porte|pas)[^.;]{0,100}atteinte (?:suffisamment )?grave (?!et manifest)|"
    r"n'est pas (?:suffisamment )?grave|gravite (?:de l'atteinte )?n'est pas|pas (?:d'une|de) gravite suffisante"
)
_LIBERTY = re.compile(
    r"(?:n'est pas|ne (?:constitue|constituent|revet|peut etre regarde\w* comme|saurait etre regarde\w* comme|figure|"
    r"met en cause)|n'est pas au nombre)[^.;]{0,120}(?:une |des |d'une |aucune )?libertes? fondamentales?|"
    r"aucune liberte fondamentale"
)
_INADMISSIBLE = re.compile(
    r"(?:est|sont|etait|etaient|serait|apparait|comme|regardee?s? comme)(?:,? (?:donc|manifestement|ainsi|par suite|"
    r"des lors|egalement|en consequence|entachee?s? d'une|des lors manifestement|elle-meme)){0,3},? irrecevables?|"
    r"n'(?:est|etait|est donc|est, par suite,|est, des lors,) (?:donc |ainsi |manifestement |"
    r"par suite )?pas recevables?|ne (?:sont|peut etre|saurait etre|"
    r"peuvent etre)[^.;]{0,20} ?(?:pas )?(?:donc )?recevables?|irrecevabilite manifeste|"
    r"a bon droit[^.;]{0,60}irrecevable|"
    r"d'une irrecevabilite|tardive[^.;]{0,40}rejetee|ne peut, (?:des lors|par suite), etre admis"
)
_NO_JURISDICTION = re.compile(
    r"ne rel(?:eve|event)[^.;]{0,60}(?:manifestement )?pas[^.;]{0,30} de la (?:competence|juridiction)|"
    r"(?:juridiction|juge|conseil d'etat|tribunal|ordre)[^.;]{0,90}(?:est|"
    r"sont)[^.;]{0,20} (?:manifestement )?incompetente?s? pour|ne ressorti\w+ (?:manifestement )?pas|"
    r"aucune disposition[^.;]{0,120}donne competence|n'est[^.;]{0,30} pas (?:manifestement )?competente? pour (?:en "
    r")?connaitre|insusceptibles? d'etre portees? devant|porte+e?s? devant une juridiction incompetente"
)
_SERIES: dict[Ground, tuple[re.Pattern[str], str]] = {
    Ground.NO_JURISDICTION: (_NO_JURISDICTION, "Incompétence de la juridiction saisie"),
    Ground.INADMISSIBLE: (_INADMISSIBLE, "Demande irrecevable"),
    Ground.URGENCY: (_URGENCY, "Condition d'urgence non remplie"),
    Ground.DOUBT: (_DOUBT, "Aucun doute sérieux"),
    Ground.ILLEGALITY: (_ILLEGALITY, "Aucune atteinte grave et manifestement illégale"),
    Ground.GRAVITY: (_GRAVITY, "Atteinte sans gravité suffisante"),
    Ground.LIBERTY: (_LIBERTY, "Aucune liberté fondamentale en cause"),
}
_URGENT_ONLY = {Ground.URGENCY, Ground.DOUBT, Ground.ILLEGALITY, Ground.GRAVITY, Ground.LIBERTY}
_MET = {
    Ground.URGENCY: (_URGENCY_MET, "Condition d'urgence remplie"),
    Ground.DOUBT: (_DOUBT_MET, "Doute sérieux"),
    Ground.ILLEGALITY: (_ILLEGALITY_MET, "Atteinte grave et manifestement illégale"),
}
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
    is_urgent = _rules_urgently(procedure, words)
    if not zones or words == {"désistement"}:
        return ()
    small, here = plain(text), ZoneMap(zones)
    held = [(start, end) for start, end in _points(zones)]
    found: dict[Ground, Value] = {}
    if "non-lieu" in words:
        _take(
            found,
            Ground.MOOT,
            _first(small, here, re.compile(r"(?:n'y a (?:pas|plus)[^.;]{0,40}lieu[^.;]{0,20} statuer|sans objet)")),
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
    """The last point that holds something decisive, and what it holds."""
    for start, part in held:
        hits = list(_hits(part, is_urgent, is_admission))
        for ground, match, reason in hits:
            _take(found, ground, (start + match.start(), start + match.end()), reason)
        if hits or not is_urgent and not _is_closing(part):
            return


def _is_closing(part: str) -> bool:
    return bool(_CLOSING.search(part[:600])) and len(part) < 1500


def _hits(part: str, is_urgent: bool, is_admission: bool) -> Iterator[tuple[Ground, re.Match[str], str]]:
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
    for ground, (pattern, reason) in _SERIES.items():
        if ground in _URGENT_ONLY and not is_urgent or is_admission and ground is not Ground.INADMISSIBLE:
            continue
        match = next(
            (m for m in pattern.finditer(part) if _is_held(part, m) and (is_urgent or _is_whole(part, m))), None
        )
        if match:
            yield ground, match, reason


def _is_whole(part: str, match: re.Match[str]) -> bool:
    """The request is inadmissible and is rejected for it: said in the point that rejects it."""
    start = max(
        part.rfind(". ", 0, match.start()), part.rfind(";", 0, match.start()), part.rfind("\n", 0, match.start())
    )
    is_subject = _WHOLE.search(part[start + 1 : match.start()]) is not None
    return (
        is_subject
        and not re.match(r" (?:a|pour|les|ces|le|la)\b", part[match.end() : match.end() + 6])
        and bool(re.search(r"rejete|admis", part[match.start() :] + " "))
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
        for ground, (pattern, reason) in _MET.items():
            if match := pattern.search(part):
                _take(found, ground, (start + match.start(), start + match.end()), reason)
                if ground is Ground.ILLEGALITY:
                    _take(found, Ground.GRAVITY, (start + match.start(), start + match.end()), reason)
