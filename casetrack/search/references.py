"""A whole query that names decisions: by docket, by ECLI, or as a lawyer cites them. Read on folded text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from casetrack.model import fold
from casetrack.search import analysis, days, keys
from casetrack.search.courts import court_codes
from casetrack.search.tree import And, Key, Node, Or, Phrase, Range, Term

# « 450163 », « 450 163 », « 450.163 », « 21BX04358 », « 2004706/9 », « C3830 »
NUMBER = r"(?:\d{6,7}|\d{3}[ .]\d{3}|\d{2} ?[a-z]{2} ?\d{4,5}|c\d{4})"
SIGN = r"(?:n ?[°o] ?s?\.? ?|nos ?|# ?)"
NOUN = (
    r"(?:(?:la |l'|le )?(?:decision|ordonnance|ord\.?|arret|jugement|requete|req\.?|pourvoi|dossier|affaire|aff\.?"
    r"|numero|num\.?)s? )"
)
DAY = re.sub(r"\?P<\w+>", "?:", f"(?x:{days.DATE.pattern})")
# « décision n° 450 163 du 12 mars 2021 »; what came before the sixth figure (« n° 43282 ») is told by its sign
BARE = re.compile(
    rf"{NOUN}?(?:{SIGN}?(?P<number>{NUMBER})|{SIGN}(?P<old>\d{{4,5}}))(?:/\d+(?:-\d+)*)?"
    rf"(?:,? (?:(?:du|le|rendue? le|lue? le|en date du) )?{DAY})?"
)
# « nos 440442, 440445 »
LIST = re.compile(rf"{NOUN}?{SIGN}?{NUMBER}(?:(?: et |[,;] ?| ){SIGN}?{NUMBER})+")
# « ECLI:FR:CEORD:2021:450163.20210312 », pasted with spaces or without its first word
ECLI = re.compile(r"(?:ecli ?: ?)?[a-z]{2} ?: ?[a-z]{2,9} ?: ?\d{4} ?: ?[a-z0-9]+(?: ?[./] ?[a-z0-9]+)*")
COURT = r"(?:ce|tc|caa|ta|conseil d'etat|cour administrative d'appel|tribunal (?:administratif|des conflits))"
SHORT_COURT = re.compile(r"(?:ce|tc|caa|ta)\b")
# « n° 450163, CE, ord., 12 mars 2021 », « ordonnance du 12 mars 2021, n° 450163 »
NUMBER_FIRST = re.compile(rf"{SIGN}?(?P<number>{NUMBER})(?:/\d+(?:-\d+)*)?, ?{COURT}\b.*", re.DOTALL)
DAY_FIRST = re.compile(rf"{NOUN}(?:du|rendue? le|en date du) {DAY},? {SIGN}(?P<number>{NUMBER})(?:/\d+(?:-\d+)*)?")
# « CE, ord., 12 mars 2021, Association InterHop, n° 450163 », « TA Paris 2006861 »
PASTED = re.compile(rf"{COURT}\b.*(?:{SIGN}|, ?| )(?P<number>{NUMBER})(?:/\d+(?:-\d+)*)?\b(?P<rest>.*)", re.DOTALL)
BENCH = (
    r"(?:ord(?:onnance|\.)?|refe?(?:re|\.)?s?|juge des referes|ass(?:emblee|\.)?|sect(?:ion|\.)?|plen(?:iere|\.)?|avis"
    r"|(?:\d{1,2}(?!\d) ?(?:re|er|e|eme|nde)?(?: ?(?:et|-|/|,) ?)?)+ ?(?:ch\w*\.?|sous-sections?|ss\w?\.?)"
    r"(?: ?reunies| ?jugeant seule)?)"
)
# « CE, ord., 12 mars 2021, Interhop »: the court, the day, and no number
UNNUMBERED = re.compile(
    rf"(?P<court>{COURT}(?: [a-z' -]{{2,40}}?)??)(?:[ ,]+{BENCH})*[ ,]+(?:du |le |lecture du )?(?P<day>{DAY})"
    r"(?P<rest>.*)"
)
# what a citation says besides names
_APART = re.compile(
    r"\bet autres?\b|\bet a\.|\b(?:c/|contre) .*|\b(?:au )?(?:recueil )?lebon(?: t\b)?|\brec\.|\btables\b"
    r"|\b(?:p|t|req|n)\. ?\d*|\b(?:inedite?|publiee?|mentionnee?)\b|\b(?:ste|soc|assoc?|synd|cne|dpt|min)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A query that is nothing but the name of a decision. ``kind``: docket, ecli or citation."""

    kind: str
    number: str
    text: str


def find_reference(text: str) -> Reference | None:
    """The decision that a whole query names, if it names one and nothing else."""
    stripped = text.strip().strip('«»"“”()[] \u00a0.,;')
    folded = fold(stripped)
    if ECLI.fullmatch(folded):
        return Reference("ecli", keys.ecli_value(folded), stripped)
    bare = BARE.fullmatch(folded)
    if bare:
        return Reference("docket", keys.docket_value(bare["number"] or bare["old"]), stripped)
    pasted = NUMBER_FIRST.fullmatch(folded) or DAY_FIRST.fullmatch(folded) or _last(PASTED.fullmatch(folded))
    return Reference("citation", keys.docket_value(pasted["number"]), stripped) if pasted else None


def _last(pasted: re.Match[str] | None) -> re.Match[str] | None:
    """The match, where its number is a docket: announced as such, or the last word."""
    before = pasted.string[: pasted.start("number")] if pasted else ""
    is_announced = not before.endswith(" ") or re.search(rf"(?:{SIGN}|, )$", before)
    return pasted if pasted and (is_announced or not pasted["rest"].strip()) else None


def tree_of(reference: Reference) -> Node:
    """The decision itself, and whatever names its number."""
    if reference.kind == "ecli":
        return Key("ecli", (reference.number,), reference.number)
    return _numbered((reference.number,))


def find_several(text: str) -> Node | None:
    """« nos 440442, 440445 »: any of the decisions that a query lists, and nothing else."""
    folded = fold(text.strip().strip("()[] .,;"))
    if not LIST.fullmatch(folded):
        return None
    return _numbered(tuple(keys.docket_value(number) for number in re.findall(NUMBER, folded)))


def _numbered(numbers: tuple[str, ...]) -> Node:
    words = tuple(Term(analysis.normalise(number)) for number in numbers)
    return Or((Key("docket", numbers), *words), " ou ".join(numbers))


def find_dated(text: str, today: dt.date) -> Node | None:
    """« CE, ord., 12 mars 2021, Interhop »: a court, a day and perhaps names, as a citation without its number.

    « TA Lyon », « tribunal administratif de Lyon »: a court alone; in full, whoever names it too.
    """
    said = " ".join(text.split())
    if re.match(rf"{COURT}\b", fold(said)) and (alone := court_codes(said)):
        key = Key("court", alone, said)
        in_full = tuple(word for word in analysis.words(said) if analysis.term(word))
        return key if SHORT_COURT.match(fold(said)) else Or((key, Phrase(in_full, said=said)), said)
    folded = fold(said)
    match = UNNUMBERED.fullmatch(folded)
    codes = court_codes(match["court"]) if match else ()
    if match is None or not codes:
        return None
    try:
        first, last = days.read_span(match["day"], today)
    except ValueError:
        return None
    names = analysis.words(_APART.sub(" ", match["rest"]))
    words = tuple(Term(word) for word in names if analysis.term(word))
    court = said[: match.end("court")] if len(said) == len(folded) else match["court"]
    return And((*words, Key("court", codes, court), Range(first, last)))
