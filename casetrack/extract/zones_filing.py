"""The parts of a filing (requête, mémoire) and of a judicial decision, told by their headings."""

from __future__ import annotations

import re

from casetrack.model import ZoneName

_TITLE = r"^[ \t]{0,8}(?:[ivx]{1,4}|[a-d1-9])?[ .°)/-]{0,4}"
_END = r"[ .:;-]{0,4}$"
_HEADINGS: tuple[tuple[ZoneName, re.Pattern[str]], ...] = (
    (
        ZoneName.PROCEDURE,
        re.compile(
            rf"{_TITLE}(?:(?:rappel|expose|presentation) (?:sommaire |succinct |bref |prealable )?(?:des |de la )?"
            rf"(?:faits|procedure)[^\n]{{0,40}}|(?:les )?faits(?: et (?:la )?procedure)?|faits et procedure|"
            rf"la procedure){_END}",
            re.MULTILINE,
        ),
    ),
    (
        ZoneName.PLEAS,
        re.compile(
            rf"{_TITLE}(?:discussion|expose des moyens|(?:les )?moyens(?: du pourvoi)?|en droit|argumentation|"
            rf"enonce du moyen|"
            rf"sur l(?:'urgence|a recevabilite|a competence|'atteinte|a condition|e doute|es moyens)[^\n]{{0,80}}|"
            rf"motifs de la requete){_END}",
            re.MULTILINE,
        ),
    ),
    (
        ZoneName.GROUNDS,
        re.compile(rf"{_TITLE}(?:reponse de la cour|motivation|motifs de la decision){_END}", re.MULTILINE),
    ),
    (
        ZoneName.CLAIMS,
        re.compile(
            r"^[ \t]{0,8}(?:par ces motifs|p a r c e s m o t i f s|plaise au |"
            r"(?:c'est pourquoi|en consequence|par consequent|aussi),? [^.;\n]{0,120}\bdemand[a-z]{1,4} (?:au|a la) "
            r"(?:juge|tribunal|conseil d'etat|cour)\b)",
            re.MULTILINE,
        ),
    ),
    (
        ZoneName.NOTIFICATION,
        re.compile(
            r"^[ \t]{0,8}(?:(?:inventaire|bordereau|liste) (?:detaille )?(?:des )?(?:pieces|productions|communication)|"
            r"(?:pieces (?:jointes|produites|communiquees)|productions) ?:|sous toutes reserves|fait (?:a |le ))",
            re.MULTILINE,
        ),
    ),
)


def filing_cuts(small: str, *, is_known: bool) -> list[tuple[int, ZoneName]]:
    """Where each part begins, from the plain form of the text; empty when it has not the shape of a filing.

    An unknown text needs « PAR CES MOTIFS » (or an inventory of exhibits) and one heading before it.
    """
    found = sorted((m.start(), name) for name, pattern in _HEADINGS for m in pattern.finditer(small))
    if any(name is ZoneName.GROUNDS for _, name in found):  # a judicial decision: « PAR CES MOTIFS » decides
        found = [(at, ZoneName.OPERATIVE_PART if name is ZoneName.CLAIMS else name) for at, name in found]
    found = _ordered(found)
    names = {name for _, name in found}
    if not is_known and not (names & {ZoneName.CLAIMS, ZoneName.OPERATIVE_PART} and len(names) > 1):
        return []
    if not found and not is_known:
        return []
    return [(0, ZoneName.HEADER), *found] if not found or found[0][0] > 0 else found


def _ordered(found: list[tuple[int, ZoneName]]) -> list[tuple[int, ZoneName]]:
    """Headings that open a new part: « Plaise au tribunal » above the facts is an address, not the claims."""
    last_claim = max((at for at, name in found if name is ZoneName.CLAIMS), default=-1)
    out: list[tuple[int, ZoneName]] = []
    for at, name in found:
        if name is ZoneName.CLAIMS and at != last_claim:
            continue
        if name is ZoneName.NOTIFICATION and at < last_claim:
            continue
        if last_claim >= 0 and at > last_claim and name is not ZoneName.NOTIFICATION:
            continue
        if out and out[-1][1] is name:
            continue
        out.append((at, name))
    return out
