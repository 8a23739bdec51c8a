"""The dated events of a decision: acts contested, earlier decisions, filings, hearing, closing, the decision itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice

from casetrack.extract.acts import contested_acts, told_acts
from casetrack.extract.courts import CourtMention
from casetrack.extract.filed import DateIndex, Filed
from casetrack.extract.filing import is_filing, signed
from casetrack.extract.letters import is_letter, letter_events, own_type
from casetrack.extract.names import split_names
from casetrack.extract.plain import plain
from casetrack.extract.procedure import Procedure, find_procedure
from casetrack.extract.stages import Stage, read_stages
from casetrack.extract.story import Story
from casetrack.extract.told_events import told_events
from casetrack.extract.zones import ZoneMap
from casetrack.model import (
    DEFENDANT_ROLES,
    PLAINTIFF_ROLES,
    DateFinding,
    EventFinding,
    Modality,
    PartyFinding,
    Precision,
    Role,
    Zone,
    ZoneName,
)

_HEARING = re.compile(
    r"\baudience(?: publique)?(?:(?: qui)? s'est tenue| tenue)?,? (?:du|le|en date du|qui s'est tenue le)? ?"
)
_SITTING = re.compile(r"(?:seance|audience)(?: publique)? (?:du|tenue le) ")
_CLOSING = re.compile(
    r"(?:cloture|clos|reporte|differe|prolonge|fixe)[^.;\n]{0,90}(?:instruction)?[^.;\n]{0,90}?(?: (?:au|le|jusqu'au) )"
)
_LETTER = re.compile(
    r"par (?:une|des|deux|un) (?:lettres?|courriers?|mises? en demeure)[^.;\n]{0,40}? (?:du|des|en date du) "
)
_TIME = re.compile(r",? a (\d{1,2}) ?(?:heures?|h)(?: ?(\d{2}))?")
_LEGAL_AID = re.compile(
    r"decisions? (?:du|des|n\u00b0 ?[\d/]+ du) (?P<date>[^,;.\n]{6,30}),?(?: notifiee[^,;\n]{0,40},)?[^;\n]{0,40} "
    r"?l[ea] (?:bureau|section|president du bureau)[^;\n]{0,30} d'aide juridictionnelle|"
    r"bureau d'aide juridictionnelle[^.;\n]{0,120}"
)
_NOTIFIED_ON = re.compile(r",? notifiee? le ")
_READ_ON = re.compile(
    r"(?:lecture du|lu (?:en audience publique )?le|fait a [a-z' -]{2,40}, le|"
    r"rendu(?:e)? (?:public(?:que)? (?:par mise a disposition au greffe )?)?(?:le|en audience publique le)|"
    r"prononcee? (?:en audience publique )?le|delibere[^\n]{0,80} le) "
)


_OF_CONSEIL = re.compile(r"par une decision n")
_TOLD = re.compile(r"\bpar (?:une? )?$|contre l'$")


def find_events(
    text: str,
    zones: Sequence[Zone],
    dates: Sequence[DateFinding],
    parties: Sequence[PartyFinding] = (),
    procedure: Procedure | None = None,
    courts: Sequence[CourtMention] = (),
    *,
    decided: dt.date | None = None,
    sent: dt.datetime | None = None,
) -> tuple[EventFinding, ...]:
    """Events of a decision or a filing, in order of date; none without zones.

    ``decided`` is the date of the decision when the file states it, ``sent`` the moment a mail was sent.
    """
    if not zones:  # an abstract alone, as JADE keeps of old decisions: its day is all that is known
        return (_stated(decided),) if decided else ()
    known = procedure or find_procedure(text, zones, dates=dates, courts=courts)
    small, here, index, story = plain(text), ZoneMap(zones), DateIndex(dates), Story()
    if is_filing(zones):
        for act in signed(text, zones, index):
            story.add(act.type, act.day, "Signature de la requête ou du mémoire", party=_writer(act.type, parties))
        if is_letter(zones):
            for told in letter_events(text, index, sent.date() if sent else None):
                story.add(told.type, told.day, "Dit par la lettre", modality=told.modality, time=told.day.time)
            _sent(story, text, sent)
        else:
            _told_by_filing(story, text, here, known, index)
        return tuple(sorted(story.found.values(), key=lambda event: (event.date or dt.date.min, event.start)))
    _decisions(story, text, here, known, index, courts)
    _filings(story, text, known)
    _hearing(story, small, here, index, known)
    _letters(story, small, here, index)
    for day in contested_acts(text, zones, index, known):
        if not story.has_day(day.date, *_DECIDED) if day.date else False:
            story.add("acte contesté", day, "Acte dont l'annulation ou la suspension est demandée")
    for kind, below in told_events(small, here, index, ZoneName.GROUNDS):
        if below.date and not story.has_day(below.date):
            story.add(kind, below, "Dit dans les motifs")
    _own(story, small, here, index, decided)
    return tuple(sorted(story.found.values(), key=lambda event: (event.date or dt.date.min, event.start)))


_WRITERS = {
    "intervention": {Role.INTERVENER},
    "mémoire en défense": DEFENDANT_ROLES,
    "mémoire en réplique": PLAINTIFF_ROLES,
}


def _writer(kind: str, parties: Sequence[PartyFinding]) -> str:
    """Who signs a filing that one side only can write: the first of that side."""
    return next((party.name for party in parties if party.role in _WRITERS.get(kind, ())), "")


def _sent(story: Story, text: str, sent: dt.datetime | None) -> None:
    """The mail itself, at the moment its header bears: the surest date of an exchange."""
    kind = own_type(text)
    if sent and not story.has_day(sent.date(), kind):
        time = f"{sent:%H:%M}" if sent.hour or sent.minute else None
        story.found[kind, sent.date()] = EventFinding(
            type=kind,
            date=sent.date(),
            time=time,
            precision=Precision.MINUTE if time else Precision.DAY,
            reason="Moment de l'envoi, dans l'en-tête du courriel",
            origin="en-tete",
        )


def _told_by_filing(story: Story, text: str, here: ZoneMap, known: Procedure, index: DateIndex) -> None:
    """What a requête or a mémoire tells: the decision and the acts it attacks, what was filed, heard and written."""
    small = plain(text)
    signed_on = next((day for _, day in story.found), None)
    for stage in known.attacked:
        _stage_event(story, "décision attaquée", stage)
    _filings(story, text, known)
    for kind, day in told_events(small, here, index, ZoneName.PROCEDURE, ZoneName.PLEAS):
        story.add(kind, day, "Dit dans l'acte")
    _letters(story, small, here, index)
    told = here.spans(ZoneName.HEADER, ZoneName.PROCEDURE)
    for start, end in told:
        for match in islice(_HEARING.finditer(small, start, end), 20):
            heard = index.first(match.end(), min(end, match.end() + 4))
            if heard:
                ahead = signed_on is not None and heard.date is not None and heard.date >= signed_on
                modality = Modality.ANNOUNCED if ahead else Modality.RECORDED
                story.add("audience", heard, "Audience", modality, time=heard.time or _time(small, heard.end))
    facts = here.spans(ZoneName.PROCEDURE)
    for day in (*contested_acts(text, here.zones, index, known), *told_acts(small, here, index, facts)):
        if day.date and not story.has_day(day.date, *_DECIDED):
            story.add("acte contesté", day, "Acte dont l'annulation ou la suspension est demandée")


_DECIDED = ("décision attaquée", "décision antérieure", "jugement")


def _decisions(
    story: Story, text: str, here: ZoneMap, known: Procedure, index: DateIndex, courts: Sequence[CourtMention]
) -> None:
    """Earlier decisions: the one attacked, judgments, others; those of the visas and of the Conseil d'État too."""
    for stage in known.attacked:
        _stage_event(story, "décision attaquée", stage)
    seen = read_stages(text, here.spans(ZoneName.VISAS), index, courts)
    told = here.spans(ZoneName.GROUNDS)
    if not here.spans(ZoneName.PROCEDURE):
        first = read_stages(text, [(start, min(end, start + 4000)) for start, end in told[:1]], index, courts)
        seen = (*seen, *(stage for stage in first if _TOLD.search(plain(text), max(0, stage.start - 12), stage.start)))
    else:
        small = plain(text)
        near = [
            (m.start(), m.start() + 500)
            for start, end in told
            for m in islice(_OF_CONSEIL.finditer(small, start, end), 40)
        ]
        seen = (*seen, *(stage for stage in read_stages(text, near, index, courts) if _is_story(small, stage)))
    for stage in (*known.stages, *seen):
        if stage.date and not story.has_day(stage.date, *_DECIDED) and not _is_direction(plain(text), stage):
            _stage_event(story, "jugement" if stage.kind == "jugement" else "décision antérieure", stage)
    small = plain(text)
    for start, end in here.spans(ZoneName.PROCEDURE):
        for match in islice(_LEGAL_AID.finditer(small, start, end), 60):
            line = small.rfind("\n", 0, match.start()) + 1
            day = index.first(max(line, match.start() - 120), match.end())
            if day and day.date and not story.has_day(day.date, *_DECIDED):
                story.add("aide juridictionnelle", day, "Décision du bureau d'aide juridictionnelle")
                sent = _NOTIFIED_ON.match(small, day.end)
                story.add("notification", index.first(sent.end(), sent.end() + 12) if sent else None, "Notification")


def _is_direction(small: str, stage: Stage) -> bool:
    """« Par ordonnance du 16 février 2022, la clôture d'instruction a été fixée au 4 mars » decides nothing."""
    return stage.kind == "ordonnance" and bool(
        re.search(r"cloture|l'instruction|rouvert", small[stage.end : stage.end + 200].split("\n")[0])
    )


def _is_story(small: str, stage: Stage) -> bool:
    """« Par une décision n° 452731 du 8 juillet 2021, le Conseil d'Etat a annulé »: told, not a precedent."""
    before = small[max(0, stage.start - 10) : stage.start]
    return stage.court_code == "CE" and bool(stage.numbers) and before.endswith("par une ")


def _stage_event(story: Story, kind: str, stage: Stage) -> None:
    note = " ".join(filter(None, [stage.court, f"n° {', '.join(stage.numbers)}" if stage.numbers else ""]))
    number = stage.numbers[0] if stage.numbers else ""
    story.add(
        kind,
        stage.day,
        "Décision d'une juridiction",
        court=stage.court,
        court_code=stage.court_code,
        docket=number,
        note=note,
    )


def _filings(story: Story, text: str, known: Procedure) -> None:
    """Requests, pleadings, interventions, notes: one event a document."""
    has_pourvoi = any(kind == "pourvoi" for filed in known.filings for kind, _ in filed.items)
    is_cassation = known.instance is not None and known.instance.value == "cassation"
    for filed in known.filings:
        party = _party(text, filed)
        is_here = not filed.verb.startswith(("a demande", "ont demande"))
        for kind, day in filed.items:
            if kind == "requête" and is_cassation and not has_pourvoi and is_here:
                kind = "pourvoi"
            story.add(kind, day, "Document enregistré", party=party, docket=filed.docket)


def _party(text: str, filed: Filed) -> str:
    if filed.author is None:
        return ""
    names = split_names(text, *filed.author)
    return " ".join(text[names[0].start : names[0].end].split()) if names else ""


def _hearing(story: Story, small: str, here: ZoneMap, index: DateIndex, known: Procedure) -> None:
    """Hearing, sitting and closing of the instruction."""
    for start, end in here.spans(ZoneName.HEARING):
        for match in islice(_HEARING.finditer(small, start, end), 60):
            day = index.first(match.end(), min(end, match.end() + 4))
            if day:
                story.add("audience", day, "Audience publique", time=day.time or _time(small, day.end))
    for start, end in here.spans(ZoneName.NOTIFICATION):
        for match in islice(_SITTING.finditer(small, start, end), 60):
            day = index.first(match.end(), min(end, match.end() + 4))
            kind = "séance" if match[0].startswith("seance") else "audience"
            if day and not any(found == "audience" for found, _ in story.found):
                story.add(kind, day, "Délibéré")
    for start, end in here.spans(ZoneName.HEARING, ZoneName.PROCEDURE, ZoneName.VISAS, ZoneName.PLEAS):
        for match in islice(_CLOSING.finditer(small, start, end), 60):
            day = index.first(match.end(), min(end, match.end() + 22))
            if day and "instruction" in small[match.start() - 60 if match.start() > 60 else 0 : day.end + 40]:
                story.add(
                    "clôture de l'instruction", day, "Clôture de l'instruction", time=day.time or _time(small, day.end)
                )

    _stated_hearing(story, known)


def _stated_hearing(story: Story, known: Procedure) -> None:
    """The day that the file gives, where the text tells neither hearing nor sitting."""
    day = known.hearing_on
    if day and not any(kind in ("audience", "séance") for kind, _ in story.found):
        is_bench = known.court_code == "CE" and known.judge is not None and "collégiale" in known.judge.value
        kind = "séance" if is_bench else "audience"
        reason = "Date donnée par le fichier"
        story.found[(kind, day)] = EventFinding(type=kind, date=day, reason=reason, origin="balise")


def _time(small: str, at: int) -> str | None:
    """« , à 10 heures », « à 17h00 » right after a day."""
    match = _TIME.match(small, at)
    return f"{int(match[1]):02d}:{match[2] or '00'}" if match and int(match[1]) < 24 else None


def _letters(story: Story, small: str, here: ZoneMap, index: DateIndex) -> None:
    for start, end in here.spans(ZoneName.PROCEDURE):
        for match in islice(_LETTER.finditer(small, start, end), 60):
            story.add("courrier", index.first(match.end(), match.end() + 4), "Lettre de la juridiction ou d'une partie")


def _own(story: Story, small: str, here: ZoneMap, index: DateIndex, decided: dt.date | None) -> None:
    """The decision itself: its date as printed, else as the file states it."""
    for start, end in (*here.spans(ZoneName.NOTIFICATION), *here.spans(ZoneName.HEADER)):
        for match in _READ_ON.finditer(small, start, end):
            day = index.first(match.end(), min(end, match.end() + 16))
            if day and (decided is None or day.date == decided):
                story.add("décision", day, "Date de lecture ou de signature")
                return
    if decided:
        story.found[("décision", decided)] = _stated(decided)


def _stated(decided: dt.date) -> EventFinding:
    return EventFinding(type="décision", date=decided, reason="Date donnée par le fichier", origin="balise")
