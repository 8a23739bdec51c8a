"""What an article, a page or a notice reports: dated events, and the role it gives to organisations.

Each sentence is read alone. A date takes the event whose words stand nearest to it in its sentence; « la loi du 6
janvier 1978 » is the text, not the news. What is to come is announced, never held. Natural persons are no parties.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casetrack.extract.calendar_words import lower
from casetrack.extract.courts import CourtMention
from casetrack.extract.dates_direction import direction, sentence
from casetrack.extract.press_roles import court_reported, find_roles, procedure_named
from casetrack.model import (
    DateFinding,
    EventFinding,
    Modality,
    OrganisationFinding,
    PartyFinding,
    Precision,
    Role,
    Value,
)

# Right before the date: « l'ordonnance n° 450163 du 12 mars », « l'arrêté du 21 avril ».
_DATED_NOUNS = (
    ("décision", r"(?:ordonnance|décision|jugement|arrêt)s?"),
    ("texte", r"(?:lois?|décrets?|arrêtés?|circulaires?|règlements?|directives?)"),
    ("avis", r"(?:délibérations?|avis|recommandations?)"),
    ("communiqué", r"communiqués?(?:\sde\spresse)?"),
    ("courrier", r"(?:courriers?|lettres?|courriels?)"),
    ("audience", r"(?:audiences?|séances?)"),
    ("publication", r"(?:journal\sofficiel|\bjo)"),
)
_NOUN_BEFORE = tuple(
    (kind, re.compile(rf"(?<!\w){noun}(?:\s(?:ministériel|préfectoral|municipal|de\srejet|(?:du|de\sla"
                      rf"|de\sl')\s?\w{{2,16}})(?:le|e)?s?)?"
                      r"(?:\sn\s?[°o]s?\s?[\d\w./-]{2,16})?,?\s(?:rendue?\s|prise?\s|adoptée?\s|signée?\s)?(?:du|des"
                      r"|le|en\sdate\sdu|datée?\sdu)\s$"))
    for kind, noun in _DATED_NOUNS
)  # fmt: skip
# Elsewhere in the sentence; earlier rows win at the same distance.
_WORDS = (
    ("avis", r"(?:a|avait|ont)\s(?:\w{3,9}\s)?(?:rendu|émis|donné)\s(?:\w{1,6}\s){0,2}(?:avis|délibération)"),
    ("mémoire", r"mémoires?\s(?:[^.;\n]{0,60}\s)?(?:enregistr|produit|dépos)\w{1,4}"),
    ("audience", r"audiences?|plaid(?:é|ée|és|ées|er|era|eront)|(?:(?:se|s')\s?)?défendre[^.;\n]{0,90}?devant|(?:sera"
                 r"|seront|serai(?:t|ent)|a été|est|été) examinée?s?"
                 r"|examin(?:era|eront|er)|comparaî\w{2,6}|débattue?s?|entendre les parties|sera (?:jugée?|appelée?)"
                 r"|siégera"),
    ("décision", r"(?:a|ont|avait|avaient|est|était)\s(?:\w{3,12}\s){0,2}?(?:rejeté|ordonné|suspendu|annulé|enjoint"
                 r"|débouté|tranché|condamné|"
                 r"donné (?:raison|tort|gain)|refusé de suspendre|estimé que|jugé|prononcé|rendu)(?:e|s|es)?|rejette"
                 r"|annule|suspend(?:ait)?|se prononce(?:ra)?"
                 r"|(?:ordonnance|décision|jugement|arrêt)s?\s(?:[^.;\n]{0,60}\s)?(?:rendue?s?|attendue?s?"
                 r"|prononcée?s?|intervenue?s?|lue?)|trancher(?:a|ont)?|statuera|rendra"
                 r"|(?:en|mise?s?)\sdélibéré"),
    ("requête", r"dépos\w{1,6}|saisi(?:e|s|es|t|ssent|ssait|r|ra|ront|rait)?\s(?:le|la|l'|du|d'un|en|hier|lundi|mardi"
                r"|mercredi"
                r"|jeudi|vendredi)|(?:ont|a|avait|avaient)\s(?:été\s)?saisi"
                r"|introdui\w{1,4}|form(?:é|ée|er|ent)\s(?:un|une)|attaqu(?:é|ée|és|ent|er)|(?:requêtes?|recours"
                r"|référés?[\w-]{0,12})\s(?:[^.;\n]{0,60}\s)?"
                r"(?:enregistr|dépos|introdui|adress)\w{1,6}|enregistrée?s?|adressé leur requête"),
    ("requête", r"(?:fait|feront|fera|interjet\w{1,4}|relev\w{1,4}) appel|pourvoi|se pourv\w{1,6}"),
    ("désistement", r"désist\w{1,8}"),
    ("communiqué", r"communiqué|a fait savoir"),
    ("courrier", r"(?:a |ont |avait |avaient )?écri(?:t|vent|vait|re|vaient) (?:à|au|aux)|lettre|courrier"
                 r"|mise? en demeure|mis en demeure"),
    ("avis", r"avis|délibération|(?:a |avait )?recommandé|alert(?:é|ait|e)"),
    ("publication", r"(?:a été |ont été |est |sont )?(?:publiée?s?|parue?s?|mise? en ligne|rendue? publique)"),
    ("texte", r"(?:a été |ont été )?(?:adopt|promulgu|vot|sign)(?:é|ée|és|ées)|entre(?:ra)? en vigueur|interdi(?:t"
              r"|sait)|décret|arrêté|(?<!\w)loi(?!\w)"),
    ("échéance", r"(?:au plus tard|d'ici|avant|jusqu'a?u?|expir\w{1,6}|échéance|prend(?:ra)? fin)"),
    ("annonce", r"annon[cç]\w{1,6}|révél\w{1,5}|retenue?s?|sélectionnée?s?|choisie?s?|attribu(?:é|ée)|lanc(?:é|ée"
                r"|ement)"),
)  # fmt: skip
_EVENT_WORDS = tuple((kind, re.compile(rf"(?<!\w)(?:{words})")) for kind, words in _WORDS)
_CONTESTED = re.compile(
    r"(?:contre|suspension de|suspendre|annulation de|annuler|attaqu\w{1,4}"
    r"|contest\w{1,5})\s(?:l'exécution de\s)?(?:l'|le |la |les |cet |ce |cette )?[^.;,\n]{0,50}$"
)
# « avait attaqué, le 10 mars, l'arrêté »; « rendra son ordonnance d'ici vendredi »
_ATTACKED_ON = re.compile(r"(?:attaqu|contest)\w{1,4},?\s(?:le\s|dès\sle\s)?$")
_WILL_RULE = re.compile(r"(?:rendr|statuer|se prononcer|trancher)(?:a|ont|ait)[^.;\n]{0,60}$")
# « devait se prononcer vendredi », « l'audience était prévue le 8 mars »: planned, which is not done
_PLANNED = re.compile(
    r"(?<!\w)(?:devai(?:t|ent)|(?:était|étaient|avait été|avaient été)\s(?:\w{4,14}\s)?(?:prévu|fixé|attendu|programmé"
    r"|convoqué|annoncé)(?:e|s|es)?)(?!\w)[^.;,\n]{0,60}$"
)
_DAY_KINDS = {Precision.DAY, Precision.MINUTE, Precision.INTERVAL, Precision.WEEK}
_SAID = {"annonce", "communiqué", "courrier"}


MOST_DATES = 400
"""Dates that are read for facts in one text: no article, page or notice has as many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    events: tuple[EventFinding, ...] = ()
    parties: tuple[PartyFinding, ...] = ()
    court: Value | None = None
    court_code: str = ""
    basis: Value | None = None
    label: str = ""


def find_report(
    text: str,
    *,
    dates: Sequence[DateFinding],
    organisations: Sequence[OrganisationFinding],
    courts: Sequence[CourtMention],
    published: Value | None = None,
    published_time: Value | None = None,
) -> Report:
    """Events, roles, court and procedure that a text reports. ``published`` becomes an event of its own."""
    small = lower(text)
    parties = tuple(find_roles(small, organisations))
    court = court_reported(text, courts)
    basis, label = procedure_named(small)
    events = _once(list(_events(small, dates, organisations, courts, parties, published)))
    if published:
        events.append(_publication(published, published_time))
    return Report(
        events=tuple(sorted(events, key=lambda event: event.start)),
        parties=parties,
        court=Value(value=court.name, start=court.start, end=court.end, reason="juge que l'article dit saisi")
        if court
        else None,
        court_code=court.code if court else "",
        basis=basis,
        label=label,
    )


# -------------------------------------------------------------------------------------------- events


def _events(
    small: str,
    dates: Sequence[DateFinding],
    organisations: Sequence[OrganisationFinding],
    courts: Sequence[CourtMention],
    parties: Sequence[PartyFinding],
    published: Value | None,
) -> Iterator[EventFinding]:
    for date in dates[:MOST_DATES]:
        if date.date is None or date.precision not in _DAY_KINDS | {Precision.MONTH}:
            continue
        if published and published.start <= date.start < max(published.end, published.start + 1):
            continue
        left, right = sentence(small, date.start, date.end)
        kind, reason, start, end = _kind_of(small, date, left, right)
        if not kind:
            continue
        if not courts and kind == "audience" and small.startswith("séance", start):
            kind = "texte"  # a board sits too, and adopts: « Séance du 3 novembre »
        modality = _modality(small, date, left, published)
        if modality is Modality.ANNOUNCED and kind in _SAID:
            kind = "échéance"  # what was announced is for that day, the announcement is not
        if kind == "publication" and published and date.date.isoformat() == published.value:
            continue
        court = _nearest_court(courts, left, right, date)
        line = max(left, small.rfind("\n", 0, date.start))
        yield EventFinding(
            start=min(date.start, start), end=max(date.end, end), type=kind, date=date.date, date_end=date.date_end,
            time=date.time, precision=date.precision, deduced=date.deduced,
            modality=modality, court=court.name if court else "",
            court_code=court.code if court else "", party=_actor(kind, organisations, parties, line, date),
            note=_name_of_text(small, kind, start, date),
            reason=f"{reason} ; {date.reason}",
        )  # fmt: skip


_NAME_OF_TEXT = re.compile(
    r"(?P<name>(?:lois?|décrets?|arrêtés?|circulaires?|règlements?|directives?|délibérations?|avis|recommandations?)"
    r"(?:\s(?:ministériel|préfectoral|municipal)(?:le|e)?)?(?:\sn\s?[°o]\s?[\d\w./-]{2,16})?)(?=[\s,])"
)


def _name_of_text(small: str, kind: str, start: int, date: DateFinding) -> str:
    """« loi n° 2019-774 », where the words before the day name what was made that day."""
    named = _NAME_OF_TEXT.match(small, start, date.start) if kind in ("texte", "avis") and start < date.start else None
    return " ".join(named["name"].split()) if named else ""


def _kind_of(small: str, date: DateFinding, left: int, right: int) -> tuple[str, str, int, int]:
    for kind, pattern in _NOUN_BEFORE:
        match = pattern.search(small, max(left, date.start - 90), date.start)
        if match:
            if kind == "texte" and _CONTESTED.search(small, left, match.start()):
                kind = "acte contesté"
            return kind, f"« {' '.join(match[0].split())} » juste avant la date", match.start(), date.end
    best: tuple[int, str, re.Match[str]] | None = None
    for kind, pattern in _EVENT_WORDS:
        for match in pattern.finditer(small, left, right):
            if kind == "texte" and (
                _CONTESTED.search(small, left, match.start())
                or match.start() >= date.end
                and _ATTACKED_ON.search(small, left, date.start)
            ):
                continue  # « a déposé un recours le 10 mars contre l'arrêté »: the recourse is the news
            gap = date.start - match.end() if match.end() <= date.start else match.start() - date.end
            if gap >= 0 and (best is None or gap < best[0]):
                best = (gap, kind, match)
    if best is None or best[0] > 130:
        return "", "", 0, 0
    _, kind, match = best
    if kind == "échéance" and _WILL_RULE.search(small, left, match.start()):
        kind = "décision"
    return kind, f"« {' '.join(match[0].split())[:60]} » dans la phrase", match.start(), match.end()


def _modality(small: str, date: DateFinding, left: int, published: Value | None) -> Modality:
    """What lies ahead of the day of publication, or is said in the future, or was only planned, is announced."""
    if _PLANNED.search(small, max(left, date.start - 90), date.start):
        return Modality.ANNOUNCED
    last = date.date_end or date.date
    if published and last:
        ahead = last > dt.date.fromisoformat(published.value)
    else:
        ahead = bool(date.is_future) or direction(small, date.start, date.end) > 0
    return Modality.ANNOUNCED if ahead else Modality.RECORDED


def _once(events: Sequence[EventFinding]) -> list[EventFinding]:
    """One finding an event: the first passage, with the hour if any says it; announced if any passage announces it."""
    kept: dict[tuple[str, dt.date | None, dt.date | None], EventFinding] = {}
    for event in events:
        known = kept.setdefault((event.type, event.date, event.date_end), event)
        if known is not event:
            announced = Modality.ANNOUNCED in (known.modality, event.modality)
            better = event if event.time and not known.time else known
            kept[event.type, event.date, event.date_end] = replace(
                better, modality=Modality.ANNOUNCED if announced else better.modality, party=known.party or event.party,
                court=known.court or event.court, court_code=known.court_code or event.court_code,
            )  # fmt: skip
    return list(kept.values())


def _nearest_court(courts: Sequence[CourtMention], left: int, right: int, date: DateFinding) -> CourtMention | None:
    inside = [court for court in courts if left <= court.start < right]
    return min(inside, key=lambda court: abs(court.start - date.start), default=None)


def _actor(
    kind: str,
    organisations: Sequence[OrganisationFinding],
    parties: Sequence[PartyFinding],
    left: int,
    date: DateFinding,
) -> str:
    """Who files or announces: the plaintiff of the sentence, else the organisation that opens it."""
    if kind in ("requête", "désistement"):
        named = [party for party in parties if party.role is Role.PLAINTIFF and left <= party.start < date.end + 160]
        return named[0].name if named else ""
    if kind in ("annonce", "communiqué", "courrier", "avis"):
        opening = [item for item in organisations if left <= item.start < date.end + 60]
        return opening[0].name if opening else ""
    return ""


def _publication(published: Value, time: Value | None) -> EventFinding:
    return EventFinding(
        start=published.start, end=published.end, type="publication", date=dt.date.fromisoformat(published.value),
        time=time.value if time else None, precision=Precision.MINUTE if time else Precision.DAY,
        origin=published.origin, reason="date de publication de l'article",
    )  # fmt: skip
