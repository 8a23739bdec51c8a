"""What was filed: « Par une requête et un mémoire en réplique, enregistrés les 12 et 24 octobre 2021 ..., X demande ».

One clause gives its documents, the day of each and who filed them; shared by parties, pleadings and events. Read in
both forms: « Par un mémoire en défense, enregistré le ..., X conclut » and « Vu le mémoire, enregistré le ...,
présenté pour X ».
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import DateFinding, Precision, Zone, ZoneName

_COUNT = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10}
_ITEM = re.compile(
    r"(?:\b(?P<count>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des|les|plusieurs|d'autres|une?|la|le|l'|"
    r"\d{1,2}) ?)?"
    r"(?:(?:premiere?|nouve(?:l|au|lle)|autre|second|dernier)e?s?x? |deuxieme |troisieme )?"
    r"(?P<kind>requ\^?etes?(?: introductives?)?(?: sommaires?)?|pourvois?(?: incidents?|"
    r" provoques?)?(?: sommaires?)?|recours(?: sommaire)?|"
    r"protestations?|deferes?|demandes?|saisines?|oppositions?|tierces? oppositions?|memoires?|interventions?|"
    r"observations|notes? en delibere|pieces?|"
    r"productions?|lettres?|courriers?|ecritures|actes? de desistement|desistements?|replique|expeditions?|"
    r"question prioritaire)\b"
    r"(?P<quality> (?:en defense|en replique|en duplique|en intervention|complementaires?|ampliatifs?|"
    r"recapitulatifs?|distincts?|rectificatifs?|"
    r"de production|responsifs?|additionnels?|en reponse|d'appel|incident|de desistement|volontaire))?"
)
_SHARED = ("commun aux ", "communs aux ", "commune aux ", "communes aux ")
_MAIN = {"requête", "pourvoi"}
_REGISTERED = re.compile(r"\benregistr(?:e|ee|es|ees|ement)\b")
_GAP = re.compile(
    r"[\s,]*(?:(?:et|puis|ainsi que|respectivement|enfin)[\s,]*)*(?:(?:le|les|du|des)\s)?\s*(?:et (?:le )?)?"
)
# « au secrétariat du contentieux du Conseil d'Etat », « au greffe de la cour », « sous le n° 456330 »
_REGISTRY = re.compile(
    r"(?:[ ,]{0,3}(?:respectivement |(?:par|sur|via) (?:une? )?(?:telecopie|voie electronique|"
    r"l'application telerecours|courrier)[^,;]{0,40},? ?)?"
    r"(?:(?:a|au|aupres du|sous) (?:l[ae] |son )?(?:secretariat|greffe|bureau)[^,;:\n]{0,140}(?=,)|"
    r"(?:a|au) (?:l[ae] |son )?(?:secretariat|greffe)(?: (?:du|de la section du) contentieux)?(?: (?:du|de la|"
    r"de ce(?:tte)?)(?: meme)? (?:conseil d'etat|tribunal|cour)(?: administrati(?:f|ve))?(?: d'appel)?)?|"
    r"sous les? (?:numeros?|n[\u00b0o]?s?)[ .]?\d[\d .]{3,9}(?:(?:,| et) ?\d[\d .]{3,9}){0,6}|devant (?:le|"
    r"la) [^,;:\n]{3,60}(?=,)|"
    r"(?:au|a la) (?:tribunal|conseil d'etat|cour)[^,;:\n]{0,60}(?=,)|et regularisee?s?[^,;:\n]{0,80}|le meme jour|"
    r"et (?:transmise?s?|communiquee?s?)[^,;:\n]{0,80}))*"
)
_VERB = re.compile(
    r"\b(?:demand(?:e|ent|ait|aient)|conclu(?:t|ent)|soutien(?:t|nent)|declar(?:e|ent)|persist(?:e|ent)|maintien(?:t|"
    r"nent)|inform(?:e|ent)|(?:a|ont) (?:produit|presente|declare|conclu|indique|demande|informe)|"
    r"s'en (?:remet|rapporte)(?:nt)?|repren(?:d|nent)|present(?:e|ent)|f(?:ait|ont) valoir|sollicit(?:e|ent)|"
    r"se desist(?:e|ent)|s'associ(?:e|ent)|requ(?:iert|ierent)|acquiesc(?:e|ent)|produi(?:t|sent)|a transmis|"
    r"defere(?:nt)?|forme(?:nt)?|interjette|releve(?:nt)? appel|saisi(?:t|ssent)|indiqu(?:e|ent)|doit etre regardee?|"
    r"transmet|a saisi|a decide|conteste(?:nt)?|confirme(?:nt)?|invoque(?:nt)?|appelle|modifie|precise(?:nt)?|"
    r"a saisi)\b"
)
_PRESENTED = re.compile(
    r"\b(?:presentee?s?|produite?s?|formee?s?|introduite?s?|deposee?s?|emanant|emane|signee?s?|adressee?s?|"
    r"soumise?s?) (?:par|pour|de|au nom de|pour le compte de)\s"
)
_OLD_END = re.compile(
    r" ?;|\. (?=par |il |elle |vu |m\.|mme)| et tendant|,? tendant|,? ?par l(?:equel|aquelle|esquels|esquelles)|"
    r", enregistre|,? et par |\.\.\.\.|, demandant|, qui (?:conclu|demand|repren|declar|s'en|soutien|persist|indiqu)|"
    r",? contre (?:le|l'|la) (?:jugement|arret|ordonnance|decision)|\n|$"
)
_OWNER_END = re.compile(r", (?:tendant|ledit|ladite|represente|demeurant|dont|et )|,? ?$|;|,? (?=enregistr)")
_OWNER = re.compile(
    r"(?:requ\^?ete|pourvoi|recours|defere|protestation)s?(?: sommaires?| en cassation)? (?=(?:du|de la|de l'|des|de|"
    r"d')\s?)"
)
# « sous les n° 1704320 et 1704321, M. A a demandé au tribunal »: a docket of the first judges
_JUDGED_BELOW = re.compile(r"(?: au greffe[^,]{0,80},)? sous les? n[^;\n]{0,260}?\b(?:a|ont) demande au")
# « la cour a transmis au Conseil d'Etat le pourvoi, enregistré le 14 juin 2017 à son greffe »
_SENT_WITH = re.compile(r"\b(?:pourvoi|requete|recours|demande|protestation)s?[^,;.\n]{0,90},? $")
_SAID = re.compile(r"se desist|desistement")
_SENTENCE_END = re.compile(r"[;\n]|(?<![a-z]\.\.)\. (?=[a-z]{2})")

_MOST = 250  # clauses read in one stretch: more is no decision, and hostile texts stay quick


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """One clause. ``items`` are (type, day or None, finding); ``author`` the span of the names, or None."""

    start: int
    end: int
    items: tuple[tuple[str, DateFinding | None], ...]
    words: tuple[str, ...] = ()
    """What each item is called in the text: « mémoire complémentaire »."""
    author: tuple[int, int] | None = None
    verb: str = ""
    docket: str = ""

    @property
    def is_main(self) -> bool:
        """It opens a proceeding: requête, recours, pourvoi."""
        return bool(self.items) and self.items[0][0] in _MAIN and not self.items_are_transmission

    @property
    def items_are_transmission(self) -> bool:
        return self.items[0][0] == "transmission"


@dataclass(slots=True)
class DateIndex:
    """Dated days of a text, asked by place."""

    dates: Sequence[DateFinding]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        days = (Precision.DAY, Precision.MINUTE)
        self.dates = [d for d in self.dates if d.date and d.precision in days and not d.deduced]
        self.starts = [d.start for d in self.dates]

    def between(self, start: int, end: int) -> Sequence[DateFinding]:
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first(self, start: int, end: int) -> DateFinding | None:
        found = self.between(start, end)
        return found[0] if found else None

    def last(self, start: int, end: int) -> DateFinding | None:
        found = self.between(start, end)
        return found[-1] if found else None


def read_filings(text: str, zones: Sequence[Zone], dates: Sequence[DateFinding]) -> tuple[Filed, ...]:
    """Every clause « enregistré » of the procedure, in the order of the text."""
    small, index, here = plain(text), DateIndex(dates), ZoneMap(zones)
    found: list[Filed] = []
    for start, end in here.spans(ZoneName.PROCEDURE, ZoneName.VISAS, ZoneName.HEARING):
        at = start
        for match in islice(_REGISTERED.finditer(small, start, end), _MOST):
            if match.start() < at:
                continue
            filed, read_to = _clause(text, small, match, (start, end), index, zones, at)
            if filed:
                found.append(filed)
                at = read_to
    return tuple(found)


def _clause(
    text: str,
    small: str,
    word: re.Match[str],
    span: tuple[int, int],
    index: DateIndex,
    zones: Sequence[Zone],
    done: int,
) -> tuple[Filed | None, int]:
    left = max(_clause_start(text, small, word.start(), span[0]), done)
    days, after = _days(small, index, word.end(), span[1])
    if small.startswith(
        ("- ", "-"), left
    ):  # a list of texts and papers: « - la requête n° 2104566, enregistrée le ... »
        return None, done
    if not days and _JUDGED_BELOW.match(small, word.end()):
        return None, done
    before = small[left : word.start()]
    is_old = small.startswith("vu", _clause_start(text, small, word.start(), span[0]))
    items = _items(before) or (_items(small[after : after + 200].split(";")[0]) if is_old or not before.strip() else [])
    is_judgment = re.match(r"par (?:une?|l') ?(?:ordonnance|jugement|arret|decision)", before)
    if is_judgment and not _SENT_WITH.search(before) or "expedition d" in small[left : after + 60]:
        items = [("transmission", 1, "transmission")]
    if not items:
        return None, done
    author, verb, end = _author(text, small, left, word, after, span[1], is_old, index)
    sentence = _SENTENCE_END.search(small, end)
    if _SAID.search(small, max(left, end - 14), min(sentence.start() if sentence else len(small), end + 420)):
        items = [("désistement", n, w) if k in ("mémoire", "courrier") else (k, n, w) for k, n, w in items]
    dated, words = _pair(items, days)
    docket = next((z.number for z in zones if z.start <= word.start() < z.end), "")
    filed = Filed(start=left, end=max(end, after), items=dated, words=words, author=author, verb=verb, docket=docket)
    return filed, after


def _clause_start(text: str, small: str, at: int, floor: int) -> int:
    """The start of the sentence or of the line; a stop counts when « Par » or « Vu » follows it."""
    left = max(floor, small.rfind("\n", floor, at) + 1, at - 700)
    for match in re.finditer(r"(?:[;.] ?|, )(?=(?:vu,? |par (?:une?|deux|trois|des|l') ))", small[left:at]):
        if text[left + match.end()].isupper() or match[0] == ", " and small[left:at].startswith("sous le"):
            left, floor = left, left + match.end()
    return max(left, floor)


def _days(small: str, index: DateIndex, at: int, end: int) -> tuple[list[DateFinding], int]:
    """The days that follow « enregistré », however they are listed, and where the list ends."""
    same = re.match(r"s?,? le meme jour", small[at : at + 16])
    first = index.last(max(0, at - 120), at) if same else index.first(at, min(end, at + 170))
    if first is None or re.search(r"[;:\n]|\bdemande", small[at : first.start]):
        return [], at
    if same:
        return [first], at + same.end()
    days, after = [first], first.end
    for day in index.between(first.end, min(end, first.end + 400)):
        if not _GAP.fullmatch(small, after, day.start):
            break
        days.append(day)
        after = day.end
    return days, after


def _items(words: str) -> list[tuple[str, int, str]]:
    """(type, how many, words); 0 is « des », any number."""
    out: list[tuple[str, int, str]] = []
    for match in _ITEM.finditer(words):
        lead = words[max(0, match.start("kind") - 9) : match.start("kind")]
        if words[: match.start()].endswith(_SHARED):
            continue  # « un mémoire en défense commun aux deux requêtes »
        if lead.endswith(("ladite ", "ledit ", "lesdits ", "lesdites ", "sa ", "ce ", "cette ")) and (
            out or _ITEM.search(words, match.end())
        ):
            continue
        count = match["count"] or "un"
        plural = match["kind"].rstrip("\u00a0").endswith("s") and match["kind"] != "recours"
        number = _COUNT.get(count) or (int(count) if count.isdigit() else 0 if plural and count != "la" else 1)
        out.append((_type(match["kind"], (match["quality"] or "").strip()), number, match[0].strip()))
    return out


def _type(kind: str, quality: str) -> str:
    """The word of the annotations."""
    if kind.startswith("pourvoi"):
        return "pourvoi"
    if kind.startswith(("note", "notes")):
        return "note en délibéré"
    if "desistement" in kind or "desistement" in quality:
        return "désistement"
    if kind.startswith("intervention") or quality == "en intervention":
        return "intervention"
    if kind.startswith(("memoire", "replique", "ecriture")):
        return {"en defense": "mémoire en défense", "en replique": "mémoire en réplique"}.get(quality, "mémoire")
    if kind.startswith("observation"):
        return "mémoire en défense" if quality == "en defense" else "observations"
    if kind.startswith(("piece", "production")):
        return "pièces"
    if kind.startswith(("lettre", "courrier")):
        return "courrier"
    return "transmission" if kind.startswith("expedition") else "requête"


def _pair(
    items: list[tuple[str, int, str]], days: list[DateFinding]
) -> tuple[tuple[tuple[str, DateFinding | None], ...], tuple[str, ...]]:
    """Each document with its day, in order; « des mémoires » and the last document take what is left."""
    flat = [(kind, words) for kind, number, words in items for _ in range(max(number, 1))]
    if any(number == 0 for _, number, _ in items) and len(days) > len(flat):
        at = next(i for i, (kind, words) in enumerate(flat) if any(n == 0 and w == words for _, n, w in items))
        flat[at:at] = [flat[at]] * (len(days) - len(flat))
    while len(flat) < len(days):
        flat.append(flat[-1])
    padded: list[DateFinding | None] = [*days, *([days[-1] if days else None] * (len(flat) - len(days)))]
    return tuple((kind, day) for (kind, _), day in zip(flat, padded, strict=False)), tuple(words for _, words in flat)


def _author(
    text: str, small: str, left: int, word: re.Match[str], after: int, limit: int, is_old: bool, index: DateIndex
) -> tuple[tuple[int, int] | None, str, int]:
    """Who filed: the subject of the verb, or what follows « présenté par »."""
    stop = min(limit, after + 1500)
    presented = _PRESENTED.search(small, left, min(limit, after + 260))
    owner = _OWNER.search(small, left, word.start()) if is_old else None
    if owner:
        end = _OWNER_END.search(small, owner.end(), word.start())
        return (owner.end(), end.start() if end else word.start()), "", after
    registry = _REGISTRY.match(small, after)
    begin = registry.end() if registry else after
    line_end = small.find("\n", begin)
    verb = _verb(text, small, begin, min(limit, begin + 900, line_end if line_end > 0 else limit))
    for later in _REGISTERED.finditer(small, begin, verb[0]) if verb and not is_old else ():
        begin = _days(small, index, later.end(), limit)[
            1
        ]  # « , et un mémoire, enregistré le 12 mai, la Ligue demande »
        registry = _REGISTRY.match(small, begin)
        begin = registry.end() if registry else begin
    while begin < limit and small[begin] in " ,":
        begin += 1
    if presented and (is_old or not verb or presented.start() <= verb[0]):
        end = _OLD_END.search(small, presented.end(), stop)
        at = end.start() if end else stop
        return (presented.end(), at), "", at
    if verb and verb[0] > begin:
        return (begin, verb[0]), small[verb[0] : verb[1]], verb[1]
    subject = _verb(text, small, left, word.start())
    if subject and subject[0] > left:
        return (left, subject[0]), small[subject[0] : subject[1]], after
    return None, "", after


def _verb(text: str, small: str, start: int, end: int) -> tuple[int, int] | None:
    """The first verb of filing; in « M. A demande » the « A » is a name."""
    found = _VERB.search(small, start, end)
    if not found:
        return None
    is_initial = (
        found[0].startswith("a ")
        and text[found.start()] == "A"
        and small[max(0, found.start() - 4) : found.start()].strip()
    )
    return (found.start() + 2 if is_initial else found.start()), found.end()


def day_of(found: DateFinding | None) -> dt.date | None:
    return found.date if found else None
