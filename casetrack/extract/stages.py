"""Earlier decisions of the affair: « Par une ordonnance n° 2105419 du 22 septembre 2021, le juge des référés du
tribunal administratif de Toulouse a rejeté sa demande », « l'arrêt du 13 juin 1990 par lequel la cour ... ».

Only decisions of courts: « la décision du 31 mars 2021 par laquelle le directeur » is an act, not a stage.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from casetrack.extract.courts import CourtMention
from casetrack.extract.filed import DateIndex
from casetrack.extract.plain import plain
from casetrack.model import DateFinding

_NUMBER = r"(?:\d\d (?=\d{4,5}\b))?\d[\d.]*[a-z]{0,2}\d*(?:[-/][a-z\d]+(?:-\d+)?)*f?"
_DECISION = re.compile(
    r"\b(?P<kind>jugement|ordonnance|arret|decision)s?(?: (?:avant dire droit|implicite|rendue?s?|attaquee?s?|"
    r"contestee?s?|susvisee?s?|juridictionnelle|de la juge|du juge des referes|"
    r"de refere(?: administratif| fiscal)?|en refere)){0,2}"
    rf"(?:,? (?:n ?[\u00b0o]?s?\.?\u00b0?|n s|n\u00b0 ?s|numeros?|"
    rf"sous les? n[\u00b0o]s?) ?(?P<numbers>{_NUMBER}(?:(?:, ?| et n?[\u00b0o]? ?|-| ){_NUMBER}){{0,8}}))?"
    r"(?P<link>,? ?(?:(?:rendue?s?|prise?s?|prononcee?s?|lue?s?)? ?(?:le|en date du|en date des|du|des|date du|"
    r"datee? du|du meme jour)))?(?= |,|$)"
)
_GENERIC = ("", "TA", "CAA")
_WANTED = {"jugement": ("TA",), "arret": ("CAA",)}
_LEGISLATIVE = re.compile(r"ordonnance n\u00b0 ?\d\d(?:\d\d)?-\d+")
# courts that the table of administrative courts does not list
_SPECIAL = re.compile(
    r"(?:chambre disciplinaire (?:nationale|de premiere instance|regionale|interregionale)|"
    r"chambre nationale de discipline|chambre regionale de discipline|section des assurances sociales|"
    r"section disciplinaire|commission (?:centrale|departementale) d'aide sociale|"
    r"commission des recours des refugies|cour regionale des pensions|tribunal (?:departemental )?des pensions|"
    r"tribunal interregional de la tarification|"
    r"cour nationale de la tarification|conseil national de l'enseignement superieur|chambre regionale des comptes|"
    r"chambre territoriale des comptes|cour des comptes|cour de discipline budgetaire et financiere|cour d'appel|"
    r"tribunal (?:mixte de commerce|de grande instance|d'instance|judiciaire|de commerce|"
    r"des affaires de securite sociale)|cour interregionale|haut conseil du commissariat|"
    r"commission du contentieux du stationnement payant|"
    r"tribunal du stationnement payant|conseil des prises|conseil du contentieux administratif|commission superieure|"
    r"commission nationale d'amenagement)"
)
_SPECIAL_END = re.compile(
    r",? (?:a |ont |avai(?:t|ent) |n'avai|est |sont |n'a|statuant|saisie?|en date|du \d|rendue?|sur |par |apres|qui |"
    r"contre|avant|infligeant|s'est|en tant|rejetant|prononcant|et |dans |pour |le \d)|[,;.:\n(]"
)
# « , enregistrée le 2 août 2021 au secrétariat du contentieux du Conseil d'Etat, la présidente de la cour »
_REGISTERED = re.compile(r", enregistree?s? [^,;]{0,60}?(?:au|a la|a l') [^,;]{0,110},")
_VERBS = (
    ("annulation", re.compile(r"\b(?:a|ont) (?:[^;.]{0,80}, )?annule|annulant")),
    ("rejet", re.compile(r"\b(?:a|ont|n'a) (?:[^;.]{0,90}[, ])?rejete|rejetant|n'a pas fait droit|refuse de")),
    ("désistement", re.compile(r"donne acte du desistement")),
    ("non-lieu", re.compile(r"n'y avait (?:pas|plus) lieu|non-lieu")),
    ("suspension", re.compile(r"\b(?:a|ont) (?:[^;.]{0,80} )?suspendu|ordonne la suspension")),
    ("injonction", re.compile(r"\bet? ?(?:a |ont )?enjoint\b")),
    ("décharge", re.compile(r"decharge ")),
    ("condamnation", re.compile(r"\ba (?:[^;.]{0,60} )?(?:condamne|inflige)")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One earlier decision. ``kind``: jugement, ordonnance, arret, decision (plain form of the word)."""

    start: int
    end: int
    kind: str
    numbers: tuple[str, ...] = ()
    day: DateFinding | None = None
    court: str = ""
    court_code: str = ""
    outcome: str = ""

    @property
    def date(self) -> dt.date | None:
        return self.day.date if self.day else None


def read_stages(
    text: str, spans: Sequence[tuple[int, int]], dates: DateIndex, courts: Sequence[CourtMention]
) -> tuple[Stage, ...]:
    """Decisions of courts told in these stretches of the text, in order."""
    small, found = plain(text), []
    for start, end in spans:
        for match in islice(_DECISION.finditer(small, start, end), 400):
            stage = _stage(text, small, match, end, dates, courts)
            if stage:
                found.append(stage)
    return _with_courts(found, courts)


def _stage(
    text: str, small: str, match: re.Match[str], limit: int, dates: DateIndex, courts: Sequence[CourtMention]
) -> Stage | None:
    if _LEGISLATIVE.match(small, match.start()):
        return None
    day = dates.first(match.end(), min(limit, match.end() + 14)) if match["link"] else None
    if day and small[match.end() : day.start].strip(" ,le") != "":
        day = None
    after = day.end if day else match.end()
    registered = _REGISTERED.match(small, after)
    told_from = registered.end() if registered else after
    is_same_day = bool(match["link"]) and "meme jour" in match["link"]
    court, code, gap = _court(text, small, told_from, min(limit, told_from + 260), courts)
    if match["kind"] == "decision" and not (code or court) or not (day or match["numbers"] or court):
        return None
    if match["kind"] == "decision" and (gap > 60 or not court):
        return None
    if match["kind"] != "decision" and not (day or match["numbers"]) and gap > 40:
        return None
    if is_same_day:
        day = dates.last(max(0, match.start() - 400), match.start())
    numbers = tuple(re.findall(_NUMBER, match["numbers"])) if match["numbers"] else ()
    return Stage(
        start=match.start(),
        end=after,
        kind=match["kind"],
        day=day,
        court=court,
        court_code=code,
        outcome=_outcome(small, told_from),
        numbers=tuple(text_number(text, match, number) for number in numbers),
    )


def text_number(text: str, match: re.Match[str], number: str) -> str:
    """A number with the capitals of the text: ``18BX00549``."""
    at = match["numbers"].find(number)
    start = match.start("numbers") + at
    return text[start : start + len(number)].strip(".").upper()


def _court(text: str, small: str, start: int, end: int, courts: Sequence[CourtMention]) -> tuple[str, str, int]:
    """The court that decided: the first one named in the rest of the sentence, and how far it is."""
    stop = re.search(r"[;\n]|\. (?=[a-z])", small[start:end])
    end = start + stop.start() if stop else end
    listed = next((c for c in courts if start <= c.start < end), None)
    special = _SPECIAL.search(small, start, end)
    if special and (listed is None or special.start() <= listed.start):
        tail = _SPECIAL_END.search(small, special.end(), min(len(small), special.end() + 120))
        stop_at = tail.start() if tail else special.end()
        return text[special.start() : stop_at].strip(), "", special.start() - start
    if listed:
        return listed.name, listed.code, listed.start - start
    return "", "", 999


def _outcome(small: str, start: int) -> str:
    """What it decided, in a word or two."""
    sentence = small[start : start + 420].split("\n")[0]
    cut = re.search(r"[;.] (?=[a-z]{2})", sentence)
    sentence = sentence[: cut.start()] if cut else sentence
    return " et ".join(word for word, verb in _VERBS if verb.search(sentence))


def _with_courts(stages: Sequence[Stage], courts: Sequence[CourtMention]) -> tuple[Stage, ...]:
    """« ce tribunal » or no court at all is the last court placed before: « M. A a demandé au tribunal de Nîmes »."""
    out: list[Stage] = []
    for stage in stages:
        if len(stage.court_code) < 4 and stage.court_code in _GENERIC and (stage.court_code or not stage.court):
            wanted = _WANTED.get(stage.kind, ("TA", "CAA", "CNDA")) if not stage.court_code else (stage.court_code,)
            before = [c for c in courts if c.start < stage.start and len(c.code) > 3 and c.code.startswith(wanted)]
            if before:
                stage = replace(stage, court=before[-1].name, court_code=before[-1].code)
        if stage.kind == "ordonnance" and not stage.numbers and stage.date and stage.date.year < 1960:
            continue  # « l'ordonnance du 31 juillet 1945 »
        if stage.court or stage.numbers or stage.kind in ("jugement", "arret"):
            out.append(stage)
    return tuple(out)
