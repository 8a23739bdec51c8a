"""The parts of a decision or of a filing: who asked what, the texts, the hearing, the grounds, the operative part.

A text is cut at its lines, and inside a line where an old decision runs its paragraphs together (« ... ;Vu le code »,
« ; D E C I D E : Article 1er »); each piece is named by its first words and by what came before it. Zones tile the
text: the first begins at 0, each ends where the next begins. Press and mail have none.

In a filing: facts and earlier stages are `procedure`, the discussion `moyens`, « PAR CES MOTIFS » `conclusions`, and
what follows it (signature, list of exhibits) `notification`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casetrack.extract.plain import plain
from casetrack.extract.zone_numbers import number_articles, number_points
from casetrack.model import Zone, ZoneName

_LINE = re.compile(r"\S[^\n]*")
# A paragraph that begins inside a line, in a text whose lines were lost.
_INSIDE = re.compile(
    r"[;.:,>\u2026] {0,8}(?=vu,? (?:la |le |les |l'|enregistre|ensemble|[\u00b0\d]|:)|considerant[ ,]|cons\. qu|"
    r"apres avoir (?:entendu|convoque)|les parties (?:ayant|ont) ete regulierement|sur l(?:es? |a |')[^.;:]{3,90} :|"
    r"d ?e ?c ?i ?d ?e ?:|o ?r ?d ?o ?n ?n ?e ?:|article (?:[1l]er|premier|unique|\d{1,2})\b ?[:.-])"
)
_GLUED_ARTICLE = re.compile(r"a(?<=[a-z]a)(?=rticle 1er ?:)")
# « 1°) d'annuler », « 1 ) », « °1) », and « 1° ANNULE » without its bracket
_AFTER_BARE = (
    r"(?= ?(?:d'|de |annul|reform|decharg|prononc|accord|condamn|ordonn|enjoi|rejet|regl|evoqu|renvo|suspen|subsid))"
)
_FIRST_CLAIM = re.compile(rf": {{0,8}}(?=\u00b0?1 ?(?:[\u00b0o]? ?\) ?(?!par une? )|[\u00b0o]{_AFTER_BARE}))")
_CLAIM = re.compile(
    rf"\u00b0?\d{{1,2}} ?(?:(?:[\u00b0o]|er)? ?\) ?(?!par une? (?:jugement|arret|ordonnance|decision))|"
    rf"\u00b0{_AFTER_BARE})"
)
_DOCKET_HEAD = re.compile(
    r"(?:vu,? )?\u00b0?\d{1,2}[\u00b0o]? ?\)?,? ?sous les? (?:n|numero|\u00b0n)|sous les? (?:n\u00b0|n\b|numero)|"
    r"vu,? \u00b0?\d{1,2} ?[\u00b0o)]"
)
_STAGE_LINE = re.compile(
    r"^(?:par une? (?:jugement|ordonnance|arret)|procedure (?:contentieuse anterieure|devant))", re.MULTILINE
)
_DOCKET_NUMBER = re.compile(r"sous les? (?:n[\u00b0o]?s?|numeros?|\u00b0n) ?(\d[\d .]{3,8}\d|\d\d[a-z]{2}\d{5})")
# « 2° M. B a demandé », and the line of dots of the old editions
_NEW_AFTER_NUMBER = re.compile(r"\d{1,2}°\s?(?:\)\s?)?[A-ZÉ]|\.{8}")
_VU = re.compile(r"vu\b")
_OPENING = re.compile(r"vu (?:la|les) procedures? suivante|procedure (?:contentieuse anterieure|devant )")
_BARE_OPENING = re.compile(
    r"par une? (?:requete|pourvoi|recours)|(?:requete|recours|pourvoi) (?:du |de |des )[^;\n]{1,200}, ?tendant"
)
_TEXTS = re.compile(
    r"vu (?::|les (?:autres )?pieces (?!desquelles|dont )|l'ensemble des pieces|le dossier|l'ordonnance n\u00b0|"
    r"l'ordonnance (?:modifiee )?(?:n \d|du \d{1,2}(?:er)? [a-z]+ 19[0-8]\d(?! par)))|"
    r"vu ?: ?$|vu:|"
    r"vu,? (?:notamment )?(?:ensemble )?(?:l'|la |le |les )?(?:[a-z0-9-]+ ){0,2}?(?:codes?|lois?|decrets?|constitution|"
    r"conventions?|charte|traites?|directives?|reglements?|protocoles?|declaration|accords?|pacte|"
    r"livre des procedures)\b|"
    r"vu (?:le jugement|la decision|l'ordonnance|l'arret) attaquee? ?;|vu l'arrete (?:du|interministeriel|ministeriel)|"
    r"vu la decision (?:du [^;]{0,60})?par laquelle l[ea] president[e]? [^;]{0,80}a? ?designe"
)
_FILED = re.compile(
    r"vu,? [^;]{0,260}?\b(?:requetes?|memoires?|pourvois?|recours|observations|intervention|lettre|"
    r"demande)\b[^;]{0,260}?"
    r"enregistre|vu,? enregistre|vu,? \u00b0?\d{1,2}[\u00b0o]? ?\)"
)
_LATE_NOTE = re.compile(r"vu la(?: seconde|s)? notes? en delibere|vu les notes en delibere")
_HEARING = re.compile(
    r"apres avoir (?:entendu|convoque|lu|examine)|ont ete entendus|a ete entendu|ayant entendu|"
    r"les parties (?:ayant ete|ont ete) (?:regulierement |dument )?(?:averties|convoquees|informees) du|"
    r"l[ea] rapporteure? publi(?:c|que) (?:a ete|ayant ete) dispense|"
    r"l[ea] presidente? [^.;]{0,120}dispense l[ea] rapporteur|"
    r"(?:au cours de|lors de|a l'issue de) l'audience publique"
)
_GROUNDS = re.compile(
    r"(?:\d{1,3} ?\. ?)?(?:considerant\b|cons\. qu)|rend l'avis suivant|rappelle les (?:regles|textes)"
)
_HEADING = re.compile(
    r"(?:sur (?:l|la |le |les |les conclusions|ce )|en ce qui concerne|sans qu'il soit besoin|quant |au fond|en droit|"
    r"i+[. -]+ ?(?:sur|en ))"
)
_POINT_ONE = re.compile(r"1 ?\. ?(?=\S)")
# « D E C I D E : », « ORDONNE », « Article 1er : »
_OPERATIVE = re.compile(
    r"\b(?:(?P<article>article (?:[1l] ?er|premier|unique|1)\b)|(?:d ?e ?c ?i ?d ?e|o ?r ?d ?o ?n ?n ?e|"
    r"a ?r ?r ?e ?t ?e|d ?e ?c ?l ?a ?r ?e|j ?u ?g ?e) ?(?::|$))",
    re.MULTILINE,
)
# « ... les demandes ; annulation. rejet du surplus des conclusions de la requête. »: old summaries have no articles
_BARE_END = re.compile(
    r"(?:\n|; )(?=(?:annulation|rejet|decharge|reduction|non-lieu|reformation|admission)\b[^;\n]{0,400}\Z)"
)
_ARTICLE = re.compile(r"article (?:[1l]er|premier|unique|\d{1,2})\b(?: ?er)? ?(?:[:.-]|[a-z])")
_NOTIFIED = re.compile(
    r"(?:article (?:premier|\d{1,2}) ?(?:er)? ?[:.-]*[ :.-]*)?(?:l[ae] presente?|les presentes?|cette|copie|"
    r"une copie|expedition|une expedition|"
    r"notification|le jugement|l'ordonnance)\b[^;:]{0,160}?\b(?:sera|seront)\b[^;:]{0,40}?(?:notifie|transmis|"
    r"adresse|publie|communique|faite)"
)
_SIGNED = re.compile(
    r"fait a |delibere |lu en |rendue? |prononcee? |signe ?:?|la republique mande|pour expedition|copie (?:en )?sera|"
    r"ainsi (?:fait|juge)|l[ea] presidente?(?: de chambre)? ?[:,]|l[ea] rapporteure? ?[:,]|l[ea] greffi"
)
_ARGUED = re.compile(r"\b(?:soutien(?:t|nent)|(?:fait|font) (?:aussi |egalement |notamment )?valoir)\b")
_STEP = re.compile(
    r"enregistre|communique|\bn'(?:a|ont) pas (?:produit|presente)|\b(?:a|ont) (?:produit|presente) (?:un|des|ses)|"
    r"conclu(?:t|ent)\b|s'en remet|"
    r"cloture (?:de l'|d')instruction|releve d'office|aide juridictionnelle|a ete (?:invite|mise? en demeure|informe)|"
    r"(?:ont|a) ete informe"
)
_JUDGED = re.compile(r"\b(?:a|ont) demande au|par une? (?:jugement|ordonnance|arret|decision|lettre|courrier)")

_S = ZoneName


@dataclass(frozen=True, slots=True)
class ZoneMap:
    """Zones, asked by offset or by name."""

    zones: Sequence[Zone]

    def zone_at(self, offset: int) -> ZoneName | None:
        """The zone that holds this character, or None when the text has no zones."""
        index = bisect_right([zone.start for zone in self.zones], offset) - 1
        return self.zones[index].zone if index >= 0 and offset < self.zones[index].end else None

    def spans(self, *names: ZoneName) -> tuple[tuple[int, int], ...]:
        """Stretches of the text under these names, neighbours joined, in order."""
        out: list[tuple[int, int]] = []
        for zone in self.zones:
            if zone.zone not in names:
                continue
            if out and out[-1][1] == zone.start:
                out[-1] = (out[-1][0], zone.end)
            else:
                out.append((zone.start, zone.end))
        return tuple(out)


def find_zones(text: str, kind_hint: str = "") -> tuple[Zone, ...]:
    """The parts of the text, in order, from its first to its last character.

    ``kind_hint`` is a `DocumentKind` value when the kind is known; press, association pages and notices have no zones.
    """
    if kind_hint in ("press", "association", "notice", "other") or not text.strip():
        return ()
    small = plain(text)
    if kind_hint != "filing":
        cuts = _decision(text, small)
        if cuts:
            return tuple(_number(text, small, cuts))
    from casetrack.extract.zones_filing import filing_cuts

    return tuple(_tile(len(text), filing_cuts(small, is_known=kind_hint == "filing")))


def _pieces(text: str, small: str) -> Iterator[tuple[int, int]]:
    """Lines, and paragraphs run into one line."""
    starts = {m.start() for m in _LINE.finditer(small)}
    starts |= {m.end() for m in _INSIDE.finditer(small) if _is_break(text, m.start() + 1, m.end())}
    starts |= {m.start() for m in _GLUED_ARTICLE.finditer(small) if text[m.start()].isupper()}
    starts |= {m.end() for m in _FIRST_CLAIM.finditer(small)}
    starts |= {m.end() for m in _BARE_END.finditer(small, max(0, len(small) - 1200))}
    ordered = sorted(starts)
    yield from zip(ordered, [*ordered[1:], len(small)], strict=True)


def _is_break(text: str, point: int, start: int) -> bool:
    """A capital after a stop that is not the stop of « 1. Considérant »."""
    return text[start].isupper() and not (text[point - 1] == "." and text[max(0, point - 2)].isdigit())


def _decision(text: str, small: str) -> list[tuple[int, ZoneName]]:
    """Where each zone of a decision begins; empty when the text is no decision."""
    pieces = list(_pieces(text, small))
    last_head = _operative_start(small, pieces)
    has_lead = "considerant ce qui suit" in small
    now, cuts = _S.HEADER, [(0, _S.HEADER)]
    for start, end in pieces:
        head = small[start : min(end, start + 420)]
        found = _next(now, start, head, text, last_head, has_lead)
        if found is not now or found is _S.PROCEDURE and _DOCKET_HEAD.match(head):
            cuts.append((start, found))
            now = found
    names = {name for _, name in cuts}
    if _S.GROUNDS not in names and not {_S.VISAS, _S.OPERATIVE_PART} <= names:
        return []
    if not names & {_S.PROCEDURE, _S.VISAS, _S.OPERATIVE_PART}:
        return []
    return cuts


def _operative_start(small: str, pieces: Sequence[tuple[int, int]]) -> int:
    """Where the operative part begins: its last head (« D E C I D E : »), else the last « Article 1er », else -1."""
    article = head = -1
    for start, _ in pieces:
        match = _OPERATIVE.match(small, start)
        if not match:
            continue
        if not match["article"]:
            head = start
        elif _ARTICLE.match(small, start):
            article = start
    if article < 0 and head < 0:
        last = _BARE_END.search(small)
        return last.end() if last else -1
    if head >= 0 and (article < 0 or 0 <= article - head < 600 or head > article):
        return head
    return article


def _next(now: ZoneName, start: int, head: str, text: str, operative: int, has_lead: bool) -> ZoneName:
    """The zone of a piece, from its first words and the zone before it."""
    if now is _S.NOTIFICATION:
        return now
    if now is _S.OPERATIVE_PART:
        return _S.NOTIFICATION if _NOTIFIED.match(head) or _SIGNED.match(head) else now
    if start == operative and now is not _S.HEADER:
        return _S.OPERATIVE_PART
    if now is _S.GROUNDS:
        return _S.NOTIFICATION if operative < 0 and _is_end(head) else now
    if _GROUNDS.match(head) and text[start].isupper() | text[start].isdigit():
        return _S.GROUNDS
    if now in (_S.VISAS, _S.HEARING) and not has_lead and (_POINT_ONE.match(head) or _HEADING.match(head)):
        return _S.GROUNDS
    if _HEARING.match(head):
        return _S.HEARING
    if now is _S.HEARING:
        return now
    return _before_hearing(now, start, head, text)


def _is_end(head: str) -> bool:
    return bool(
        re.match(
            r"(?:\d{1,3}\. )?l[ae] presente? [^;:]{0,40}sera notifie|delibere (?:a l'issue|apres|dans)|fait a [a-z]",
            head,
        )
    )


def _before_hearing(now: ZoneName, start: int, head: str, text: str) -> ZoneName:
    """Procedure, claims, pleas or texts."""
    if _VU.match(head) and (text[start].isupper() or now is not _S.HEADER):
        if _OPENING.match(head):
            return _S.PROCEDURE
        if _LATE_NOTE.match(head):
            return _S.PROCEDURE if now is _S.HEADER else _S.VISAS
        if _TEXTS.match(head):
            return _S.VISAS
        return _S.VISAS if now is _S.VISAS and not _FILED.match(head) else _S.PROCEDURE
    if now is _S.HEADER:
        return _S.PROCEDURE if _OPENING.match(head) or _BARE_OPENING.match(head) else now
    if now is _S.VISAS:
        return now
    if _CLAIM.match(head):
        return _S.CLAIMS if now is not _S.PLEAS else now
    is_new = text[start].isupper() or _NEW_AFTER_NUMBER.match(text, start) or _DOCKET_HEAD.match(head)
    if not is_new:
        return now
    argued = _ARGUED.search(head, 0, 260)
    if argued and not _STEP.search(head, 0, argued.start()) and not _JUDGED.match(head):
        return _S.PLEAS
    if now is _S.PLEAS and not (_STEP.search(head) or _JUDGED.search(head) or _DOCKET_HEAD.match(head)):
        return now
    return _S.PROCEDURE


def _tile(length: int, cuts: Sequence[tuple[int, ZoneName]]) -> Iterator[Zone]:
    ends = [start for start, _ in cuts[1:]] + [length]
    for (start, name), end in zip(cuts, ends, strict=False):
        if end > start:
            yield Zone(start=start, end=end, zone=name, reason=_REASONS[name])


def _number(text: str, small: str, cuts: Sequence[tuple[int, ZoneName]]) -> Iterator[Zone]:
    """Zones with their numbers: points of the grounds, articles, dockets of joined cases."""
    docket = ""
    for zone in _tile(len(text), cuts):
        if zone.zone is _S.GROUNDS:
            yield from number_points(text, small, zone)
        elif zone.zone is _S.OPERATIVE_PART:
            yield from number_articles(small, zone)
        elif zone.zone in (_S.PROCEDURE, _S.CLAIMS, _S.PLEAS):
            found = _DOCKET_NUMBER.search(small, zone.start, min(zone.end, zone.start + 220))
            if found and _DOCKET_HEAD.match(small, zone.start):
                docket = re.sub(r"[ .]", "", found[1]).upper()
            elif _STAGE_LINE.search(small, zone.start, zone.end):
                docket = ""
            yield Zone(start=zone.start, end=zone.end, zone=zone.zone, number=docket, reason=zone.reason)
        else:
            yield zone


_REASONS = {
    _S.HEADER: "Avant le premier visa",
    _S.PROCEDURE: "Requêtes, mémoires et étapes antérieures",
    _S.CLAIMS: "Demandes numérotées",
    _S.PLEAS: "« Il soutient que »",
    _S.VISAS: "Textes et pièces visés",
    _S.HEARING: "Séance ou audience publique",
    _S.GROUNDS: "Depuis « Considérant »",
    _S.OPERATIVE_PART: "Formule « décide » ou « Article 1er »",
    _S.NOTIFICATION: "Article de notification et signatures",
}
