"""The forms the API answers in. Their docstrings and descriptions are published in the OpenAPI document: in French."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

LIMIT = 50
MOST = 100


class Form(BaseModel):
    """Forme de base."""

    model_config = ConfigDict(from_attributes=True)


class Problem(Form):
    """Une erreur (RFC 9457), dite en français."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


Wanted = Annotated[int, Field(ge=1, le=MOST, description="Nombre de réponses par page.")]
Cursor = Annotated[str, Field(max_length=200, description="Valeur de next_cursor de la page précédente.")]


class Paged(Form):
    """Page demandée."""

    cursor: Cursor = ""
    limit: Wanted = LIMIT


class SearchAsked(Paged):
    """Recherche."""

    q: str = Field("", max_length=500, description="Recherche, dans le langage de la page « Chercher ».")
    sort: str = Field(
        "relevance", pattern="^(relevance|date|-date|cited)$", description="relevance, date, -date ou cited."
    )
    kind: list[str] = Field([], max_length=20)
    court_code: list[str] = Field([], max_length=50)
    year: list[str] = Field([], max_length=50)
    basis: list[str] = Field([], max_length=20)
    outcome: list[str] = Field([], max_length=20)
    ground: list[str] = Field([], max_length=20)
    liberty: list[str] = Field([], max_length=20)
    shelf: list[str] = Field([], max_length=5)


class DocumentsAsked(Paged):
    """Liste de documents."""

    shelf: str = Field("", pattern="^(|dossiers|bibliotheque)$", description="dossiers ou bibliotheque.")


class TimelineAsked(Paged):
    """Chronologie : d'une affaire, d'une partie, d'un requérant, ou de tous les dossiers."""

    case: str = Field("", max_length=200, description="Adresse courte d'une affaire.")
    party: str = Field("", max_length=200, description="Nom ou adresse courte d'une partie.")
    plaintiff: str = Field("", max_length=200, description="Nom d'un requérant.")
    type: list[str] = Field([], max_length=50, description="Types d'événements gardés.")
    since: dt.date | None = None
    until: dt.date | None = None


class CitationsAsked(Form):
    """Texte dont on veut les références."""

    text: str = Field(min_length=1, max_length=5000)


class CaseName(Form):
    """Une affaire."""

    slug: str
    title: str
    is_demo: bool = False
    url: str


class DocumentName(Form):
    """Un document comme on le nomme. ``url`` est son adresse stable."""

    id: int
    title: str
    kind: str
    url: str
    court: str = ""
    court_code: str = ""
    dockets: list[str] = []
    date: dt.date | None = Field(None, description="Date de la décision ou de la publication.")
    publisher: str = ""
    address: str = Field("", description="Adresse de l'article chez son éditeur.")
    basis: str = ""
    publication_level: str = ""
    shelf: str
    visibility: str
    is_demo: bool = False
    quotation: str = Field("", description="Pour la presse : la seule citation publique.")


class Facet(Form):
    """Une valeur de facette."""

    value: str
    label: str
    count: int


class FoundDocument(Form):
    """Un résultat de recherche."""

    document: DocumentName
    score: float
    extract: str
    outcomes: list[str]
    grounds: list[str]
    cited: int


class SearchAnswer(Form):
    """Résultats d'une recherche. Le total et les facettes portent sur tout le résultat."""

    total: int
    explained: str
    did_you_mean: str
    not_held: str
    reference: DocumentName | None
    hits: list[FoundDocument]
    facets: dict[str, list[Facet]]
    next_cursor: str | None


class DocumentsAnswer(Form):
    """Documents, les derniers d'abord."""

    documents: list[DocumentName]
    next_cursor: str | None


class ZoneForm(Form):
    """Une zone du texte ; positions en points de code."""

    zone: str
    number: str
    start: int
    end: int


class FactForm(Form):
    """Un fait lu, avec la phrase qui le dit."""

    id: int
    document_id: int
    kind: str
    subject: str
    value: dict[str, Any]
    status: str
    reason: str
    quote: str
    page: int
    start: int
    end: int


class CitationForm(Form):
    """Une référence faite par le document."""

    text: str
    kind: str
    key: str
    quoted: bool
    start: int
    end: int
    target: DocumentName | None
    homonyms: list[DocumentName]


class CitedByForm(Form):
    """Un document qui cite celui-ci."""

    document: DocumentName
    zone: str
    point: str
    sentence: str
    start: int
    end: int
    treatment: str = Field("", description="Ce que ce document a fait de la décision citée.")


class DocumentAnswer(Form):
    """Un document entier. ``text`` est absent quand seul son signalement est public ; les noms des juges sont ôtés."""

    document: DocumentName
    text: str | None
    pages: list[int]
    zones: list[ZoneForm]
    facts: list[FactForm]
    citations: list[CitationForm]
    cited_by: list[CitedByForm]
    cited_count: int
    cases: list[CaseName]
    copies: list[DocumentName]
    authority: str
    archive: str
    sha256: str


class CaseLine(Form):
    """Une affaire dans la liste."""

    case: CaseName
    state: str
    summary: str
    documents: int
    events: int
    first_on: dt.date | None
    last_on: dt.date | None
    plaintiffs: list[str]
    defendants: list[str]
    outcomes: list[str]
    basis: str
    dockets: list[str]


class CasesAnswer(Form):
    """Affaires, les plus récemment actives d'abord."""

    cases: list[CaseLine]
    next_cursor: str | None


class ProceedingForm(Form):
    """Une instance : un numéro devant une juridiction."""

    court: str
    court_code: str
    docket: str
    basis: str
    filed_on: dt.date | None
    decided_on: dt.date | None
    decision: DocumentName | None
    outcomes: list[FactForm]
    grounds: list[FactForm]
    liberties: list[FactForm]
    injunctions: list[FactForm]
    is_triage: bool


class ParticipantForm(Form):
    """Quelqu'un dans une affaire. ``slug`` est vide pour une personne physique."""

    name: str
    slug: str
    role: str
    first_instance_role: str
    type: str
    counsel: str
    status: str


class ChainForm(Form):
    """Une décision en attaque une autre : la phrase qui le dit."""

    from_court: str
    from_docket: str
    to_court: str
    to_docket: str
    to_date: str
    outcome: str
    fact: FactForm


class AnswerForm(Form):
    """Ce que le dispositif répond à une demande, et la règle qui les rapproche."""

    verdict: str
    reason: str
    quote: str
    start: int
    end: int


class ClaimForm(Form):
    """Une demande. ``answer`` est null quand aucune règle sûre ne dit quel article y répond : « non aligné »."""

    fact: FactForm
    answer: AnswerForm | None


class AskedForm(Form):
    """Ce qu'un document dit avoir été demandé. ``may_answer`` : c'est une décision, dont le dispositif répond."""

    document: DocumentName
    may_answer: bool
    claims: list[ClaimForm]


class FollowEvent(Form):
    """Un événement qui a suivi ; ``url`` est son adresse permanente."""

    date: dt.date
    type: str
    url: str


class FollowForm(Form):
    """Un document qui revient sur ce qui fut ordonné : pourquoi, et la phrase qui le dit."""

    document: DocumentName
    why: str
    sentence: str
    start: int
    end: int
    events: list[FollowEvent]


class OrderedForm(Form):
    """Une injonction : à qui, sous quel délai, ce qui a suivi. Sans suite : « aucune suite connue ici »."""

    document: DocumentName
    text: str
    start: int
    end: int
    on: str = Field(description="À qui, avec sa préposition : « à la commune de… ».")
    deadline: str
    penalty: str
    docket: str
    date: dt.date | None
    is_reported: bool = Field(description="La décision n'est pas détenue ici : un autre document la rapporte.")
    follows: list[FollowForm]


class CaseAnswer(Form):
    """Une affaire entière ; sa chronologie est à /api/v1/timelines?case=…"""

    case: CaseName
    state: str
    summary: str
    proceedings: list[ProceedingForm]
    chain: list[ChainForm]
    participants: list[ParticipantForm]
    documents: list[DocumentName]
    claims: list[FactForm]
    asked: list[AskedForm]
    ordered: list[OrderedForm]


class SourceForm(Form):
    """Une phrase qui dit l'événement."""

    document_id: int
    title: str
    quote: str
    page: int
    start: int
    end: int


class RoleForm(Form):
    """Une partie et son rôle."""

    name: str
    role: str | None


class ConflictValue(Form):
    """Une valeur et les documents qui la donnent."""

    value: str
    sources: list[int]


class ConflictForm(Form):
    """Un désaccord entre sources."""

    field: str
    values: list[ConflictValue]


class EntryForm(Form):
    """Un événement raconté, avec ses sources."""

    date: dt.date
    date_end: dt.date | None
    time: str | None
    precision: str
    type: str
    modality: str
    title: str
    status: str
    deduced: bool
    case: str | None
    proceeding: str | None
    parties: list[RoleForm]
    origins: int
    sources: list[SourceForm]
    conflicts: list[ConflictForm]
    url: str = Field(description="Adresse permanente et datée du fait, à citer.")


class TimelineAnswer(Form):
    """Événements, dans l'ordre."""

    total: int
    entries: list[EntryForm]
    types: dict[str, int]
    next_cursor: str | None


class PartyLine(Form):
    """Une personne morale."""

    name: str
    slug: str
    type: str
    roles: list[str]
    cases: list[CaseName]
    url: str


class PartiesAnswer(Form):
    """Personnes morales, par nom."""

    parties: list[PartyLine]
    next_cursor: str | None


class InvolvedForm(Form):
    """Une partie dans une instance : avec quels requérants, contre qui, sur quoi, avec quel résultat."""

    case: CaseName
    court: str
    docket: str
    role: str
    beside: list[str]
    defendants: list[str]
    basis: str
    outcomes: list[str]
    status: str


class PartyAnswer(Form):
    """Une personne morale et ses affaires."""

    name: str
    slug: str
    type: str
    url: str
    aliases: list[str]
    participations: list[InvolvedForm]


class PlaintiffsAnswer(Form):
    """Requérants (personnes morales), les plus présents d'abord."""

    plaintiffs: list[PartyAnswer]
    next_cursor: str | None


class CitedForm(Form):
    """Une référence lue dans un texte."""

    text: str
    kind: str
    key: str
    court: str
    court_code: str
    number: str
    date: dt.date | None
    target: str | None
    quoted: bool
    start: int
    end: int


class CitationsAnswer(Form):
    """Références, dans l'ordre du texte."""

    citations: list[CitedForm]


class ArticleAnswer(Form):
    """Un article de loi et ce qui l'applique ici."""

    key: str
    label: str
    total: int
    citing: list[CitedByForm]
    by_year: dict[str, int]
    by_outcome: dict[str, int]


class CoverageLine(Form):
    """Ce qui est détenu : une archive, une juridiction, une année."""

    shelf: str
    archive: str
    archive_name: str
    licence: str
    court: str
    court_code: str
    year: str
    count: int
    updated_on: str


class CoverageAnswer(Form):
    """« Absent d'ici » n'est pas « n'existe pas »."""

    coverage: list[CoverageLine]
