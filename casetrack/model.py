"""The words of the project: what is read, what is found in it, what is known, what is shown.

Offsets are code points of one text version. Dates are ISO days of the French calendar, times are ``HH:MM`` in
Europe/Paris. Values are the exact words of the official annotations (``mémoire en défense``); slugs are made from
them with `slugify` for addresses and the database. Everything here is immutable and built by keyword.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

# --------------------------------------------------------------------------------------------- words


class DocumentKind(StrEnum):
    FILING = "filing"
    PRESS = "press"
    ASSOCIATION = "association"
    DECISION = "decision"
    NOTICE = "notice"
    OTHER = "other"


class FactStatus(StrEnum):
    PROPOSED = "propose"
    CONFIRMED = "confirme"
    SET_ASIDE = "ecarte"


class Modality(StrEnum):
    RECORDED = "constate"
    ANNOUNCED = "annonce"
    ORDERED = "ordonne"


class Precision(StrEnum):
    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    VAGUE = "vague"


class Role(StrEnum):
    PLAINTIFF = "requerant"
    DEFENDANT = "defendeur"
    INTERVENER = "intervenant"
    OBSERVER = "observateur"
    THIRD_PARTY = "tiers"
    ACT_AUTHOR = "auteur-de-l-acte"
    APPELLANT = "appelant"
    RESPONDENT = "intime"
    CASSATION_PLAINTIFF = "demandeur-au-pourvoi"
    CASSATION_DEFENDANT = "defendeur-au-pourvoi"


PLAINTIFF_ROLES = frozenset({Role.PLAINTIFF, Role.APPELLANT, Role.CASSATION_PLAINTIFF})
DEFENDANT_ROLES = frozenset({Role.DEFENDANT, Role.RESPONDENT, Role.CASSATION_DEFENDANT})


class PartyType(StrEnum):
    ASSOCIATION = "association"
    UNION = "syndicat"
    COMPANY = "societe"
    PUBLIC_BODY = "personne-publique"
    OTHER = "autre"
    NATURAL = "personne-physique"
    """Never a row: text on one participation in one document."""


class Basis(StrEnum):
    SUSPENSION = "L. 521-1"
    LIBERTY = "L. 521-2"
    USEFUL_MEASURES = "L. 521-3"
    MODIFICATION = "L. 521-4"


class ZoneName(StrEnum):
    HEADER = "entete"
    PROCEDURE = "procedure"
    CLAIMS = "conclusions"
    PLEAS = "moyens"
    VISAS = "visas"
    HEARING = "audience"
    GROUNDS = "motifs"
    OPERATIVE_PART = "dispositif"
    NOTIFICATION = "notification"


class Ground(StrEnum):
    """Why a request failed or succeeded: the decisive ground of an order."""

    URGENCY = "urgence"
    LIBERTY = "liberte-fondamentale"
    GRAVITY = "atteinte-grave"
    ILLEGALITY = "illegalite-manifeste"
    INADMISSIBLE = "irrecevabilite"
    NO_JURISDICTION = "incompetence"
    MOOT = "non-lieu"
    DOUBT = "doute-serieux"


class Liberty(StrEnum):
    """The liberty or right invoked."""

    PRIVATE_LIFE = "vie-privee"
    PERSONAL_DATA = "donnees-personnelles"
    FAMILY_LIFE = "vie-familiale"
    MOVEMENT = "aller-et-venir"
    EXPRESSION = "expression"
    ASSEMBLY = "reunion"
    DEMONSTRATION = "manifestation"
    ASSOCIATION = "association"
    UNION = "syndicale"
    WORSHIP = "culte-conscience"
    ASYLUM = "asile"
    LIFE = "vie"
    DIGNITY = "dignite"
    CHILD = "interet-de-l-enfant"
    REMEDY = "recours"
    DEFENCE = "defense"
    PROPERTY = "propriete"
    ENTERPRISE = "entreprendre"
    WORK = "travail"
    EQUALITY = "egalite"
    EDUCATION = "education"
    HEALTH = "sante"
    SHELTER = "hebergement"
    SUFFRAGE = "suffrage"
    LOCAL_SELF_GOVERNMENT = "libre-administration"
    PERSONAL_FREEDOM = "liberte-personnelle"
    INNOCENCE = "presomption-innocence"
    SECRECY = "secret"
    CORRESPONDENCE = "correspondance"
    ENVIRONMENT = "environnement"
    OTHER = "autre"


class Visibility(StrEnum):
    PUBLIC = "public"
    """Everything: an official decision, a notice, a published filing."""
    LISTED = "listed"
    """Press: title, publisher, date, link and one fixed quotation; the text is for members."""
    MEMBERS = "members"
    """Nothing for the public: filings, mail, notes."""


class Shelf(StrEnum):
    DOSSIERS = "dossiers"
    LIBRARY = "bibliotheque"


class UserRole(StrEnum):
    READER = "lecteur"
    CONTRIBUTOR = "contributeur"
    EDITOR = "editeur"
    ADMINISTRATOR = "administrateur"


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewer:
    """Who is looking. Anonymous unless it carries a user; an argument of every read of the casebook."""

    user_id: int | None = None
    name: str = ""
    role: UserRole | None = None

    @property
    def is_member(self) -> bool:
        return self.role is not None


ANONYMOUS = Viewer()

# ------------------------------------------------------------------------------- what a file says of itself


@dataclass(frozen=True, kw_only=True, slots=True)
class Declared:
    """A value the file states outside its text: an XML tag, a meta element, a PDF property, a mail header.

    ``field`` is one of: title, publisher, author, published_on (ISO day), published_time (HH:MM), modified_on,
    address, site, court, court_code, docket, decided_on, ecli, formation, publication_level, solution,
    decision_type, recourse_type, hearing_on, counsel, magistrate, updated_on, archive_id, licence, summary, language,
    mail_from, mail_to, mail_date. A field may occur several times. ``origin`` says where it came from
    (``json-ld``, ``meta``, ``balise``, ``visible``, ``propriete``, ``en-tete``, ``devine``).
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file found inside another (mail, ZIP, PDF): to be taken in as a document of its own."""

    name: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A file read: its cleaned text and what it says of itself.

    ``text`` is NFC, ligatures opened, end-of-line hyphens joined, one paragraph a line. ``pages`` are the offsets
    at which each page begins (``(0,)`` where the format has no pages). ``notices`` are French remarks for people.
    """

    text: str
    pages: tuple[int, ...] = (0,)
    format: str = "txt"
    extractor: str = ""
    extractor_version: str = ""
    declared: tuple[Declared, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    outline: tuple[tuple[str, int], ...] = ()
    notices: tuple[str, ...] = ()
    needs_ocr: bool = False


# ---------------------------------------------------------------------------------- what the text says


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something read at ``text[start:end]``; ``reason`` says in French by which rule.

    ``start == end == 0`` with an ``origin`` other than ``texte`` means: said by the file, not by its text.
    """

    start: int = 0
    end: int = 0
    reason: str = ""
    origin: str = "texte"


@dataclass(frozen=True, kw_only=True, slots=True)
class Value(Finding):
    """One word or date about the whole document (kind, court, docket, decision_date, title...)."""

    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Zone(Finding):
    """Zones tile the text. ``number`` is the point of the grounds, the article of the operative part, or the
    docket of « 1° Sous le n° ... »; empty elsewhere."""

    zone: ZoneName
    number: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateFinding(Finding):
    """A temporal expression. ``date`` is None when it is vague; ``deduced`` when the year or day was inferred."""

    text: str
    date: dt.date | None = None
    date_end: dt.date | None = None
    time: str | None = None
    precision: Precision = Precision.DAY
    deduced: bool = False
    is_future: bool | None = None
    """Whether the words themselves point forward (« prochain ») or back (« dernier »); None when they do not say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyFinding(Finding):
    """Someone with a role. ``name`` as written, without the leading article; pseudonyms are never expanded."""

    name: str
    role: Role
    first_instance_role: Role | None = None
    type: PartyType = PartyType.OTHER
    pseudonym: bool = False
    acronym: str = ""
    counsel: str = ""
    docket: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationFinding(Finding):
    """A legal person named, whatever its role; ``acronym`` when the text gives it (« Nom complet (SIGLE) »)."""

    name: str
    type: PartyType = PartyType.OTHER
    acronym: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFinding(Finding):
    """Something dated. ``type`` in the exact words of the annotations (« mémoire en défense »)."""

    type: str
    date: dt.date | None = None
    date_end: dt.date | None = None
    time: str | None = None
    precision: Precision = Precision.DAY
    modality: Modality = Modality.RECORDED
    deduced: bool = False
    party: str = ""
    court: str = ""
    court_code: str = ""
    docket: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CitationFinding(Finding):
    """A reference. ``kind``: decision, docket, article, text. ``key`` is its comparable form
    (``CE/2021-03-12/450163``, ``CE/450163``, ``cja/l-521-2``, ``loi/78-17``), empty when it cannot be told."""

    kind: str
    text: str
    key: str = ""
    court: str = ""
    court_code: str = ""
    number: str = ""
    date: dt.date | None = None
    code: str = ""
    article: str = ""
    quoted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim(Finding):
    number: str
    text: str
    party: str = ""
    docket: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pleading(Finding):
    """A filing that the visas enumerate."""

    kind: str
    party: str = ""
    date: dt.date | None = None
    docket: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount(Finding):
    """Euros under L. 761-1 or another head. ``state``: ``demande`` or ``accorde`` or ``rejete``."""

    amount: str
    state: str
    article: str = "L. 761-1"
    payer: str = ""
    payee: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Injunction(Finding):
    """What is enjoined, on whom, by when, under what penalty; each in the words of the text."""

    text: str
    on: str = ""
    deadline: str = ""
    penalty: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LowerDecision(Finding):
    court: str = ""
    court_code: str = ""
    number: str = ""
    date: dt.date | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """All that one text says. Pure data: the same text gives the same findings."""

    kind: Value
    title: Value | None = None
    publisher: Value | None = None
    author: Value | None = None
    publication_date: Value | None = None
    publication_time: Value | None = None
    reference_date: Value | None = None
    """The day from which relative dates were counted, stated or deduced; None when there is none."""
    court: Value | None = None
    court_code: str = ""
    formation: Value | None = None
    judge: Value | None = None
    dockets: tuple[Value, ...] = ()
    decision_date: Value | None = None
    ecli: Value | None = None
    ecli_is_trusted: bool = False
    publication_level: str = ""
    basis: Value | None = None
    procedure_label: str = ""
    instance: Value | None = None
    is_triage: bool = False
    lower_decision: LowerDecision | None = None
    earlier_decisions: tuple[LowerDecision, ...] = ()
    """Other decisions of the affair that the procedure tells, in order: judgment, arrêt, decision that sent it back."""
    related_dockets: tuple[Value, ...] = ()
    zones: tuple[Zone, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    parties: tuple[PartyFinding, ...] = ()
    organisations: tuple[OrganisationFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    citations: tuple[CitationFinding, ...] = ()
    claims: tuple[Claim, ...] = ()
    pleadings: tuple[Pleading, ...] = ()
    outcome: tuple[Value, ...] = ()
    grounds: tuple[Value, ...] = ()
    liberties: tuple[Value, ...] = ()
    amounts: tuple[Amount, ...] = ()
    injunctions: tuple[Injunction, ...] = ()
    press_origins: tuple[Value, ...] = ()
    """Whom an article repeats (« Source : Euractiv »)."""
    withheld: tuple[Finding, ...] = ()
    """Names of judges, clerks, rapporteurs (art. L. 10 CJA): kept out of the index, findings and exports."""
    persons: tuple[Finding, ...] = ()
    """Natural persons named in clear in filings and press; spans only, never rows."""


# ------------------------------------------------------------------------------------- comparable forms

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " "})


def fold(text: str) -> str:
    """Lower case, no accents, one space, straight apostrophes: « Conseil d’État » -> ``conseil d'etat``."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).lower()
    bare = "".join(char for char in decomposed if char < "\u0300" or not unicodedata.combining(char))
    return " ".join(bare.replace("œ", "oe").replace("æ", "ae").split())


def slugify(text: str, limit: int = 80) -> str:
    """A form for addresses: « mémoire en défense » -> ``memoire-en-defense``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:limit].strip("-")


# -------------------------------------------------------------------------------------- what is indexed


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexRecord:
    """One document as one audience may find it.

    ``audience``: ``all`` (one face for everybody: a decision), ``public`` (what visitors may find of a listed
    article: title, publisher, the fixed quotation) or ``members``. Names of judges and clerks are already out of it.
    """

    document_id: int
    audience: str
    kind: DocumentKind
    shelf: Shelf
    title: str
    text: str
    zones: tuple[tuple[str, str], ...] = ()
    """(zone name, its text): for ``dans:dispositif``."""
    court_code: str = ""
    day: dt.date | None = None
    """Decided on, or published on."""
    basis: str = ""
    dockets: tuple[str, ...] = ()
    ecli: str = ""
    parties: tuple[str, ...] = ()
    plaintiffs: tuple[str, ...] = ()
    defendants: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    liberties: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """Keys: ``cja/l-521-2``."""
    cites: tuple[str, ...] = ()
    """Keys of decisions and dockets cited, and bare docket numbers."""
    publisher: str = ""
    authority: float = 0.0
    """0 to 1: bench, publication level, how often cited; multiplies relevance gently."""
    cited: int = 0
    is_demo: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    document_id: int
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetCount:
    value: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchResults:
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    cut: tuple[str, ...] = ()
    """Words whose expansion was cut at 200 terms, to be said."""


# ------------------------------------------------------------------------------------- what is told


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFact:
    """A dated event as one document states it, resolved: the input of `timeline.build`."""

    fact_id: int
    fingerprint: str
    document_id: int
    document_title: str
    document_kind: DocumentKind
    origin: str
    """Independent origin: documents repeating one another share it."""
    type: str
    date: dt.date
    date_end: dt.date | None = None
    time: str | None = None
    precision: Precision = Precision.DAY
    modality: Modality = Modality.RECORDED
    deduced: bool = False
    reason: str = ""
    status: FactStatus = FactStatus.PROPOSED
    note: str = ""
    court_code: str = ""
    docket: str = ""
    """Comparable docket of its proceeding (``CE/450163``), empty when unknown."""
    case_ids: frozenset[int] = frozenset()
    parties: tuple[tuple[str, str, str], ...] = ()
    """(name, role, slug or empty): who acted, or takes part."""
    organisations: frozenset[str] = frozenset()
    """Folded names of legal persons that the document names."""
    quote: str = ""
    sentence: str = ""
    """The whole sentence the quote stands in, for people."""
    page: int = 1
    start: int = 0
    end: int = 0
    is_public: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class EntrySource:
    document_id: int
    title: str
    kind: DocumentKind
    quote: str
    page: int
    start: int
    end: int
    origin: str
    fact_id: int
    status: FactStatus
    reason: str = ""
    sentence: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryConflict:
    """Two sources say two things of one event. ``values``: (value, document ids)."""

    field: str
    values: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineEntry:
    """One event as told: one or several documents state it."""

    key: str
    """Address of the entry: the fingerprint of its first public fact, else of its first; any source's finds it too."""
    date: dt.date
    date_end: dt.date | None
    time: str | None
    precision: Precision
    type: str
    modality: Modality
    title: str
    status: FactStatus
    deduced: bool
    court_code: str
    docket: str
    case_ids: frozenset[int]
    parties: tuple[tuple[str, str, str], ...]
    origins: int
    sources: tuple[EntrySource, ...]
    conflicts: tuple[EntryConflict, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why these documents are thought to tell one event."""
