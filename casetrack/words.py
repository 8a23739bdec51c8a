"""Values said to people: slug -> French label, dates and numbers in words, no-break spaces. Pure.

Values are slugs or the words of the annotations (see `model`); whatever is unknown here is shown as it is, with a
capital, so that a rarer event type still reads well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache

from casetrack.model import (
    Basis,
    DocumentKind,
    FactStatus,
    Ground,
    Liberty,
    Modality,
    PartyType,
    Precision,
    Role,
    Shelf,
    UserRole,
    Visibility,
    ZoneName,
)

NBSP = "\u00a0"
NARROW = "\u202f"

KINDS: Mapping[str, str] = {
    DocumentKind.FILING: "Acte de procédure",
    DocumentKind.PRESS: "Article de presse",
    DocumentKind.ASSOCIATION: "Page d’association",
    DocumentKind.DECISION: "Décision",
    DocumentKind.NOTICE: "Fiche",
    DocumentKind.OTHER: "Autre document",
}
KINDS_PLURAL: Mapping[str, str] = {
    DocumentKind.FILING: "Actes de procédure",
    DocumentKind.PRESS: "Presse",
    DocumentKind.ASSOCIATION: "Pages d’associations",
    DocumentKind.DECISION: "Décisions",
    DocumentKind.NOTICE: "Fiches",
    DocumentKind.OTHER: "Autres documents",
}
STATUSES: Mapping[str, str] = {
    FactStatus.PROPOSED: "proposé",
    FactStatus.CONFIRMED: "confirmé",
    FactStatus.SET_ASIDE: "écarté",
}
MODALITIES: Mapping[str, str] = {
    Modality.RECORDED: "constaté",
    Modality.ANNOUNCED: "annoncé",
    Modality.ORDERED: "ordonné",
}
PRECISIONS: Mapping[str, str] = {
    Precision.MINUTE: "à la minute",
    Precision.DAY: "au jour",
    Precision.WEEK: "à la semaine",
    Precision.MONTH: "au mois",
    Precision.YEAR: "à l’année",
    Precision.INTERVAL: "entre deux dates",
    Precision.VAGUE: "sans date précise",
}
ROLES: Mapping[str, str] = {
    Role.PLAINTIFF: "requérant",
    Role.DEFENDANT: "défendeur",
    Role.INTERVENER: "intervenant",
    Role.OBSERVER: "observateur",
    Role.THIRD_PARTY: "tiers",
    Role.ACT_AUTHOR: "auteur de l’acte",
    Role.APPELLANT: "appelant",
    Role.RESPONDENT: "intimé",
    Role.CASSATION_PLAINTIFF: "demandeur au pourvoi",
    Role.CASSATION_DEFENDANT: "défendeur au pourvoi",
}
ROLES_PLURAL: Mapping[str, str] = {
    Role.ACT_AUTHOR: "auteurs de l’acte",
    Role.THIRD_PARTY: "tiers",
    Role.CASSATION_PLAINTIFF: "demandeurs au pourvoi",
    Role.CASSATION_DEFENDANT: "défendeurs au pourvoi",
}
PARTY_TYPES: Mapping[str, str] = {
    PartyType.ASSOCIATION: "association",
    PartyType.UNION: "syndicat",
    PartyType.COMPANY: "société",
    PartyType.PUBLIC_BODY: "personne publique",
    PartyType.OTHER: "autre personne morale",
    PartyType.NATURAL: "personne physique",
}
BASES: Mapping[str, str] = {
    Basis.SUSPENSION: "référé-suspension",
    Basis.LIBERTY: "référé-liberté",
    Basis.USEFUL_MEASURES: "référé mesures utiles",
    Basis.MODIFICATION: "modification d’un référé",
    "R. 541-1": "référé-provision",
    "R. 531-1": "référé-constat",
    "R. 532-1": "référé-instruction",
    "L. 551-1": "référé précontractuel",
    "L. 551-13": "référé contractuel",
}
ZONES: Mapping[str, str] = {
    ZoneName.HEADER: "En-tête",
    ZoneName.PROCEDURE: "Procédure",
    ZoneName.CLAIMS: "Conclusions",
    ZoneName.PLEAS: "Moyens",
    ZoneName.VISAS: "Visas",
    ZoneName.HEARING: "Audience",
    ZoneName.GROUNDS: "Motifs",
    ZoneName.OPERATIVE_PART: "Dispositif",
    ZoneName.NOTIFICATION: "Notification",
}
GROUNDS: Mapping[str, str] = {
    Ground.URGENCY: "urgence",
    Ground.LIBERTY: "liberté fondamentale",
    Ground.GRAVITY: "atteinte grave",
    Ground.ILLEGALITY: "illégalité manifeste",
    Ground.INADMISSIBLE: "irrecevabilité",
    Ground.NO_JURISDICTION: "incompétence",
    Ground.MOOT: "non-lieu",
    Ground.DOUBT: "doute sérieux",
}
OUTCOMES: Mapping[str, str] = {
    "rejet": "la requête est rejetée",
    "rejet du surplus": "le surplus des conclusions est rejeté",
    "rejet de la demande": "la demande de première instance est rejetée",
    "rejet pour incompétence": "la requête est rejetée, le juge saisi n’étant pas compétent",
    "irrecevabilité": "la requête est irrecevable",
    "non-lieu": "il n’y a pas lieu de statuer",
    "désistement": "il est donné acte du désistement",
    "non-admission": "le pourvoi n’est pas admis",
    "injonction": "une injonction est prononcée",
    "suspension": "une suspension est prononcée",
    "suspension partielle": "une suspension partielle est prononcée",
    "annulation": "une annulation est prononcée",
    "annulation de l'ordonnance attaquée": "l’ordonnance attaquée est annulée",
    "renvoi": "l’affaire est renvoyée",
    "effets différés": "les effets sont différés",
    "mesure d'instruction avant dire droit": "une mesure d’instruction est ordonnée avant dire droit",
    "non-renvoi de la QPC": "la question de constitutionnalité n’est pas renvoyée",
    "inconstitutionnalité": "une inconstitutionnalité est déclarée",
}
"""Outcome -> the clause that says it: « l’ordonnance attaquée est annulée »."""
LIBERTIES: Mapping[str, str] = {
    Liberty.PRIVATE_LIFE: "respect de la vie privée",
    Liberty.PERSONAL_DATA: "protection des données personnelles",
    Liberty.FAMILY_LIFE: "vie familiale normale",
    Liberty.MOVEMENT: "liberté d’aller et venir",
    Liberty.EXPRESSION: "liberté d’expression",
    Liberty.ASSEMBLY: "liberté de réunion",
    Liberty.DEMONSTRATION: "liberté de manifester",
    Liberty.ASSOCIATION: "liberté d’association",
    Liberty.UNION: "liberté syndicale",
    Liberty.WORSHIP: "liberté de culte et de conscience",
    Liberty.ASYLUM: "droit d’asile",
    Liberty.LIFE: "droit à la vie",
    Liberty.DIGNITY: "dignité de la personne",
    Liberty.CHILD: "intérêt supérieur de l’enfant",
    Liberty.REMEDY: "droit au recours effectif",
    Liberty.DEFENCE: "droits de la défense",
    Liberty.PROPERTY: "droit de propriété",
    Liberty.ENTERPRISE: "liberté d’entreprendre",
    Liberty.WORK: "liberté du travail",
    Liberty.EQUALITY: "égalité",
    Liberty.EDUCATION: "droit à l’éducation",
    Liberty.HEALTH: "santé",
    Liberty.SHELTER: "hébergement d’urgence",
    Liberty.SUFFRAGE: "droit de suffrage",
    Liberty.LOCAL_SELF_GOVERNMENT: "libre administration",
    Liberty.PERSONAL_FREEDOM: "liberté personnelle",
    Liberty.INNOCENCE: "présomption d’innocence",
    Liberty.SECRECY: "secret protégé",
    Liberty.CORRESPONDENCE: "secret des correspondances",
    Liberty.ENVIRONMENT: "environnement sain",
    Liberty.OTHER: "autre liberté",
}
VISIBILITIES: Mapping[str, str] = {
    Visibility.PUBLIC: "public",
    Visibility.LISTED: "référencé",
    Visibility.MEMBERS: "réservé aux membres",
}
SHELVES: Mapping[str, str] = {Shelf.DOSSIERS: "Dossiers", Shelf.LIBRARY: "Bibliothèque"}
USER_ROLES: Mapping[str, str] = {
    UserRole.READER: "lecteur",
    UserRole.CONTRIBUTOR: "contributeur",
    UserRole.EDITOR: "éditeur",
    UserRole.ADMINISTRATOR: "administrateur",
}
ORIGINS: Mapping[str, str] = {
    "texte": "lu dans le texte",
    "balise": "donné par le fichier officiel",
    "json-ld": "donné par les métadonnées de la page",
    "meta": "donné par les métadonnées de la page",
    "visible": "écrit sur la page",
    "propriete": "propriété du fichier",
    "en-tete": "en-tête du message",
    "devine": "deviné",
    "personne": "ajouté par une personne",
}
PUBLICATION_LEVELS: Mapping[str, str] = {
    "A": "publié au recueil Lebon",
    "B": "mentionné aux tables du recueil Lebon",
    "C": "inédit au recueil Lebon",
}
FACETS: Mapping[str, str] = {
    "kind": "Nature",
    "court_code": "Juridiction",
    "year": "Année",
    "basis": "Fondement",
    "outcome": "Issue",
    "ground": "Motif décisif",
    "liberty": "Liberté invoquée",
    "shelf": "Rayon",
}
FIELDS: Mapping[str, str] = {
    "title": "titre",
    "publisher": "éditeur",
    "author": "auteur",
    "published_on": "publié le",
    "published_time": "heure de publication",
    "modified_on": "modifié le",
    "address": "adresse",
    "site": "site",
    "court": "juridiction",
    "court_code": "code de la juridiction",
    "docket": "numéro",
    "decided_on": "date de la décision",
    "ecli": "ECLI",
    "formation": "formation",
    "publication_level": "niveau de publication",
    "solution": "solution",
    "decision_type": "type de décision",
    "recourse_type": "type de recours",
    "hearing_on": "audience du",
    "counsel": "avocat",
    "updated_on": "mis à jour le",
    "archive_id": "identifiant d’archive",
    "licence": "licence",
    "summary": "résumé",
    "language": "langue",
    "mail_from": "expéditeur",
    "mail_to": "destinataire",
    "mail_date": "envoyé le",
    "date": "date",
    "date_end": "date de fin",
    "time": "heure",
    "type": "type d’événement",
    "kind": "nature",
    "event": "événement",
    "party": "partie",
    "citation": "citation",
    "basis": "fondement",
    "outcome": "issue",
    "ground": "motif décisif",
    "liberty": "liberté invoquée",
    "decision_date": "date de la décision",
    "publication_date": "date de publication",
}

ACTS: Mapping[str, str] = {
    "confirme": "lecture confirmée",
    "ecarte": "lecture écartée",
    "corrige": "lecture corrigée",
    "ajoute": "fait ajouté",
    "lien": "événements réunis ou séparés",
    "rattachement": "document rattaché ou détaché",
    "visibilite": "visibilité changée",
    "reference": "date de référence donnée",
    "suppression": "document supprimé",
    "dossier": "décision suivie dans un dossier",
    "affaire": "affaire créée",
    "affaire-modifiee": "affaire renommée ou décrite",
    "fusion": "affaires fusionnées",
    "scission": "affaire scindée",
    "partie": "partie renommée",
    "decide": "question tranchée",
    "effacement": "contenu effacé",
    "reponse": "réponse publiée",
    "reponse-retiree": "réponse retirée",
    "note": "note partagée",
    "note-retiree": "note partagée retirée",
    "annulation": "geste annulé",
    "deux-etapes-retirees": "seconde étape de connexion retirée",
}
"""Act of the journal -> what people read."""

# Codes of the open data: courts by the department of their seat (101-109 overseas).
COURT_CITIES: Mapping[str, str] = {
    "TA06": "Nice",
    "TA13": "Marseille",
    "TA14": "Caen",
    "TA20": "Bastia",
    "TA21": "Dijon",
    "TA25": "Besançon",
    "TA30": "Nîmes",
    "TA31": "Toulouse",
    "TA33": "Bordeaux",
    "TA34": "Montpellier",
    "TA35": "Rennes",
    "TA38": "Grenoble",
    "TA44": "Nantes",
    "TA45": "Orléans",
    "TA51": "Châlons-en-Champagne",
    "TA54": "Nancy",
    "TA59": "Lille",
    "TA63": "Clermont-Ferrand",
    "TA64": "Pau",
    "TA67": "Strasbourg",
    "TA69": "Lyon",
    "TA75": "Paris",
    "TA76": "Rouen",
    "TA77": "Melun",
    "TA78": "Versailles",
    "TA80": "Amiens",
    "TA83": "Toulon",
    "TA86": "Poitiers",
    "TA87": "Limoges",
    "TA93": "Montreuil",
    "TA95": "Cergy-Pontoise",
    "TA101": "La Réunion",
    "TA102": "Martinique",
    "TA103": "Polynésie française",
    "TA104": "Nouvelle-Calédonie",
    "TA105": "Guadeloupe",
    "TA106": "Guyane",
    "TA107": "Mayotte",
    "TA108": "Saint-Martin",
    "TA109": "Saint-Barthélemy",
    "TA975": "Saint-Pierre-et-Miquelon",
    "TA986": "Wallis-et-Futuna",
    "CAA13": "Marseille",
    "CAA31": "Toulouse",
    "CAA33": "Bordeaux",
    "CAA44": "Nantes",
    "CAA54": "Nancy",
    "CAA59": "Douai",
    "CAA69": "Lyon",
    "CAA75": "Paris",
    "CAA78": "Versailles",
}


def court_short(code: str) -> str:
    """``CE`` -> « Conseil d’État », ``CAA75`` -> « CAA Paris »; an unknown code stays as it is."""
    if code == "CE":
        return "Conseil d’État"
    if code == "TC":
        return "Tribunal des conflits"
    city = COURT_CITIES.get(code, "")
    return f"{code.rstrip('0123456789')} {city}" if city else code


def capital(text: str) -> str:
    """First letter in upper case, the rest untouched: « mémoire » -> « Mémoire »."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str = "") -> str:
    """« 0 document », « 1 document », « 2 documents »; French counts 0 and 1 as singular."""
    word = one if abs(count) < 2 else many or f"{one}s"
    return f"{number(count)}{NBSP}{word}"


def role_plural(role: str) -> str:
    """« requérants »."""
    return ROLES_PLURAL.get(role) or f"{ROLES.get(role, role)}s"


def role_words(role: str, first_instance: str | None = None) -> str:
    """« appelant (défendeur en première instance) »."""
    said = ROLES.get(role, role)
    if first_instance and first_instance != role:
        return f"{said} ({ROLES.get(first_instance, first_instance)} en première instance)"
    return said


def basis_words(basis: str) -> str:
    """« référé-liberté (L. 521-2) »; an article without a name stays an article."""
    if not basis:
        return ""
    return typo(f"{BASES[basis]} ({basis})" if basis in BASES else basis)


FACET_VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": KINDS,
    "basis": BASES,
    "ground": GROUNDS,
    "liberty": LIBERTIES,
    "shelf": SHELVES,
}


def facet_value(facet: str, value: str) -> str:
    """One facet value for people."""
    if facet == "court_code":
        return court_short(value)
    if facet == "basis":
        return capital(basis_words(value))
    return capital(FACET_VALUES.get(facet, {}).get(value, value))


# --------------------------------------------------------------------------------- dates and numbers

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def day_words(day: dt.date, *, weekday: bool = False, year: bool = True) -> str:
    """« 12 mars 2021 », « lundi 1er mars 2021 »; day and month do not part at a line end."""
    rank = "1er" if day.day == 1 else str(day.day)
    said = f"{rank}{NBSP}{MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{WEEKDAYS[day.weekday()]} {said}" if weekday else said


def time_words(time: str) -> str:
    """« 15:13 » -> « 15 h 13 », « 17:00 » -> « 17 h »."""
    hour, _, minute = time.partition(":")
    said = f"{int(hour)}{NBSP}h"
    return f"{said}{NBSP}{minute}" if minute and minute != "00" else said


def when_words(
    date: dt.date,
    date_end: dt.date | None = None,
    time: str | None = None,
    precision: str = Precision.DAY,
    *,
    weekday: bool = False,
) -> str:
    """A moment as precisely as it is known, and no more: « mars 2021 », « semaine du 8 mars 2021 »."""
    if precision == Precision.YEAR:
        return str(date.year)
    if precision == Precision.MONTH:
        return f"{MONTHS[date.month - 1]} {date.year}"
    if precision == Precision.WEEK:
        return f"semaine du {day_words(date)}"
    if precision == Precision.VAGUE:
        return f"vers {MONTHS[date.month - 1]} {date.year}"
    if date_end is not None and date_end != date:
        return interval_words(date, date_end)
    said = day_words(date, weekday=weekday)
    return f"{said}, {time_words(time)}" if time else said


def field_value(field: str, value: str) -> str:
    """A stored value of one field as people read it: « 26 février 2021 », « 15 h 13 », « Conseil d'État »."""
    if field in ("date", "date_end") and value:
        return day_words(dt.date.fromisoformat(value))
    if field == "time" and value:
        return time_words(value)
    return court_short(value) if field == "court" else value


def interval_words(start: dt.date, end: dt.date) -> str:
    """« du 3 au 5 mars 2021 », « du 26 février au 1er mars 2021 »."""
    if (start.year, start.month) == (end.year, end.month):
        return f"du {'1er' if start.day == 1 else start.day} au {day_words(end)}"
    return f"du {day_words(start, year=start.year != end.year)} au {day_words(end)}"


def duration_words(days: int) -> str:
    """« le même jour », « 1 jour », « 14 jours »; beyond three months also in months, beyond two years in years."""
    days = abs(days)
    if days == 0:
        return "le même jour"
    if days < 92:
        return plural(days, "jour")
    if days < 731:
        return plural(round(days / 30.44), "mois", "mois")
    return plural(round(days / 365.25), "an")


def number(value: int) -> str:
    """Thousands parted by a narrow no-break space: « 10 000 »."""
    return f"{value:,}".replace(",", NARROW)


def size_words(size: int) -> str:
    """Bytes as « 312 ko », « 1,4 Mo », « 200 Mo » (of 1,024)."""
    if size < 1024:
        return f"{size}{NBSP}o"
    if size < 1024 * 1024:
        return f"{round(size / 1024)}{NBSP}ko"
    if size < 1024**3:
        return f"{size / 1024**2:.1f}{NBSP}Mo".replace(".", ",").replace(",0", "")
    return f"{size / 1024**3:.1f}{NBSP}Go".replace(".", ",").replace(",0", "")


def join_words(items: Sequence[str], last: str = "et") -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


# ------------------------------------------------------------------------------------- typography

_BEFORE_THIN = re.compile(r"[ \u00a0](?=[;!?])")
_BEFORE_COLON = re.compile(r" (?=:(?:\s|$))")
_OPEN = re.compile(r"« ?(?=\S)")
_CLOSE = re.compile(r"(?<=\S) ?»")
# « n° 450163 », « nos 440442 », « art. 2 », « L. 521-2 », « point 7 », « p. 3 »
_KEEP_NEXT = re.compile(
    r"\b([Nn]°s?|[Nn]os|[Aa]rt\.|[Pp]\.|[Pp]oints?|[Aa]rticles?|[LRD]\.|al\.|§|M\.|MM\.|Mme|Me|Dr) (?=[\dLRDA-Z])"
)
# « 48 h », « 10 000 € », « 3 % », « 12 mars », « 1er avr. »
_KEEP_UNIT = re.compile(
    r"(\d|\b1er) (?=(?:h|euros?|ko|Mo|Go|mn|min|s|janv|févr|avr|juill|sept|oct|nov|déc|"
    + "|".join(MONTHS)
    + r")\b|€|%)"
)
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
# « 1er », whose letters are raised; « L. 521-2 », that a line must not cut at its hyphen
_SET_APART = re.compile(rf"\b1er\b|\b[LRD]\.{NBSP}?\d+(?:-\d+)+")


def typo(text: str) -> str:
    """French no-break spaces (DECISIONS section 5); never adds or removes a character but spaces inside « »."""
    text = _BEFORE_THIN.sub(NARROW, text)
    text = _BEFORE_COLON.sub(NBSP, text)
    text = _OPEN.sub(f"«{NBSP}", text)
    text = _CLOSE.sub(f"{NBSP}»", text)
    text = _KEEP_NEXT.sub(rf"\1{NBSP}", text)
    text = _THOUSANDS.sub(NARROW, text)
    return _KEEP_UNIT.sub(rf"\1{NBSP}", text)


def set_apart(text: str) -> list[tuple[str, bool]]:
    """Cut around what a page sets apart: ``[("du ", False), ("1er", True), ...]``; articles with a hyphen likewise."""
    pieces: list[tuple[str, bool]] = []
    last = 0
    for match in _SET_APART.finditer(text):
        pieces += [(text[last : match.start()], False), (match.group(), True)]
        last = match.end()
    return [*pieces, (text[last:], False)]


# --------------------------------------------------------------------------------------- families

FAMILIES: Mapping[str, str] = {
    "ecrit": "Écritures",
    "audience": "Audience",
    "decision": "Décision",
    "acte": "Acte et textes",
    "presse": "Presse et communiqués",
    "autre": "Autre",
}
_FAMILY_HEADS: Mapping[str, tuple[str, ...]] = {
    "ecrit": ("requête", "pourvoi", "appel", "mémoire", "intervention", "désistement", "pièces", "note en délibéré"),
    "audience": ("audience", "séance", "clôture"),
    "decision": ("décision", "jugement", "ordonnance", "arrêt", "injonction", "échéance", "notification"),
    "acte": ("acte", "texte", "avis", "décret", "arrêté", "consultation", "contrat", "convention"),
    "presse": ("publication", "annonce", "communiqué", "courrier", "article"),
}


EVENT_TYPES = (
    "requête", "mémoire", "mémoire en défense", "mémoire en réplique", "intervention", "pourvoi", "désistement",
    "audience", "clôture de l'instruction", "décision", "injonction", "échéance", "acte contesté", "avis", "texte",
    "publication", "annonce", "communiqué", "courrier",
)  # fmt: skip
"""What a person is offered when adding an event; any other word may be written."""


@cache
def event_family(event_type: str) -> str:
    """The family of an event type: « mémoire en défense » -> ``ecrit``; decides colour and lane."""
    for family, heads in _FAMILY_HEADS.items():
        if event_type.lower().startswith(heads):
            return family
    return "autre"


ARCHIVES = {
    "jade": ("DILA, base JADE", "Licence Ouverte"),
    "cass": ("DILA, bases de la Cour de cassation et des cours d'appel", "Licence Ouverte"),
    "constit": ("DILA, base CONSTIT", "Licence Ouverte"),
    "opendata": ("Données ouvertes de la justice administrative", "Licence Ouverte 2.0"),
    "judilibre": ("Cour de cassation, Judilibre", "Licence Ouverte 2.0"),
}
"""Format of an official archive -> who publishes it, and under which licence."""
