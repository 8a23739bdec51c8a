"""What the casebook answers: plain values, ready to be shown or printed. Nothing here knows a page or a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from casetrack.model import SearchResults, TimelineEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRef:
    """A document as it is named in lists and links."""

    id: int
    title: str
    kind: str
    visibility: str
    shelf: str
    state: str
    is_demo: bool
    court_code: str = ""
    court: str = ""
    docket: str = ""
    """First docket of its decision, for the address ``/decisions/ce/2021-03-12/450163``."""
    dockets: tuple[str, ...] = ()
    day: dt.date | None = None
    time: str = ""
    publisher: str = ""
    address: str = ""
    format: str = ""
    basis: str = ""
    publication_level: str = ""
    needs_ocr: bool = False
    failure: str = ""
    quotation: str = ""
    attachment_status: str = ""
    attachment_reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """A fact with its passage."""

    id: int
    fingerprint: str
    document_id: int
    kind: str
    subject: str
    value: dict[str, Any]
    status: str
    by_person: bool
    reason: str
    quote: str
    before: str
    after: str
    page: int
    start: int
    end: int
    is_on_old_text: bool
    party_slug: str = ""
    party_name: str = ""
    court_code: str = ""
    docket: str = ""
    is_public: bool = False
    document_title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRef:
    id: int
    slug: str
    title: str
    is_demo: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseSummary:
    """A line of the list of cases."""

    ref: CaseRef
    state: str
    """In words: « ordonnance du 12 mars 2021 », « audience annoncée le 8 mars 2021 »."""
    summary: str
    documents: int
    events: int
    first_on: dt.date | None
    last_on: dt.date | None
    plaintiffs: tuple[str, ...]
    defendants: tuple[str, ...]
    outcomes: tuple[str, ...]
    basis: str
    dockets: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceBand:
    """The 48 hours of article L. 521-2 against the days really taken: « délai de référence »."""

    label: str
    filed_on: dt.date
    decided_on: dt.date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineView:
    entries: tuple[TimelineEntry, ...]
    total: int
    cases: dict[int, CaseRef]
    types: dict[str, int]
    parties: tuple[tuple[str, str], ...] = ()
    """(name, slug) of those who appear in it, for filters."""
    references: tuple[ReferenceBand, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProceedingView:
    id: int
    court: str
    court_code: str
    docket: str
    basis: str
    reason: str
    filed_on: dt.date | None = None
    decided_on: dt.date | None = None
    decision: DocumentRef | None = None
    copies: tuple[DocumentRef, ...] = ()
    outcomes: tuple[FactView, ...] = ()
    reported: tuple[FactView, ...] = ()
    """When the decision is not held: the outcomes that documents tell with it."""
    grounds: tuple[FactView, ...] = ()
    liberties: tuple[FactView, ...] = ()
    injunctions: tuple[FactView, ...] = ()
    is_triage: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainLink:
    """One decision attacks another: the sentence that says so."""

    from_court: str
    from_docket: str
    to_court: str
    to_docket: str
    to_date: str
    outcome: str
    fact: FactView


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipantView:
    """Someone in a case. ``slug`` is empty for a natural person, who is only text."""

    name: str
    slug: str
    role: str
    first_instance_role: str
    type: str
    counsel: str
    status: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PleadingView:
    """A filing that the visas enumerate, and the document held for it, if any."""

    kind: str
    party: str
    date: str
    fact: FactView
    held: DocumentRef | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseView:
    ref: CaseRef
    state: str
    summary: str
    why_followed: str
    named_by_person: bool
    proceedings: tuple[ProceedingView, ...]
    chain: tuple[ChainLink, ...]
    participants: tuple[ParticipantView, ...]
    documents: tuple[DocumentRef, ...]
    claims: tuple[FactView, ...]
    pleadings: tuple[PleadingView, ...]
    amounts: tuple[FactView, ...]
    timeline: TimelineView
    history: tuple[dict[str, Any], ...]
    replies: tuple[dict[str, Any], ...] = ()
    origins: dict[int, str] = field(default_factory=dict)
    """Document -> where it has its information from: what two articles of one origin say counts once. Members only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PartySummary:
    name: str
    slug: str
    type: str
    roles: tuple[str, ...]
    cases: tuple[CaseRef, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaintiffRow:
    """One party in one proceeding of a case: with whom, against whom, on what, with what result."""

    case: CaseRef
    role: str
    defendants: tuple[str, ...]
    basis: str
    outcomes: tuple[str, ...]
    status: str
    state: str = ""
    """Where the proceeding stands, for when no outcome was read."""
    court_code: str = ""
    docket: str = ""
    """Empty when no text says which proceeding."""
    beside: tuple[str, ...] = ()
    """The other plaintiffs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaintiffView:
    name: str
    slug: str
    type: str
    rows: tuple[PlaintiffRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyView:
    id: int
    name: str
    slug: str
    type: str
    aliases: tuple[tuple[str, str], ...]
    """(form, status)."""
    participations: tuple[PlaintiffRow, ...]
    timeline: TimelineView
    namesakes: tuple[PartySummary, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Something to mark in a text."""

    start: int
    end: int
    kind: str
    label: str
    status: str = ""
    fact_id: int | None = None
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CitationView:
    """A reference, where it stands, and the decision here that it leads to (or the homonyms, or none)."""

    start: int
    end: int
    text: str
    kind: str
    key: str
    quoted: bool
    target: DocumentRef | None = None
    homonyms: tuple[DocumentRef, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedBy:
    """A document that cites this one, at a point, with the sentence."""

    document: DocumentRef
    zone: str
    point: str
    sentence: str
    start: int
    end: int
    treatment: str = ""
    """What it did to the cited decision: « annule », « confirme », « rejette le pourvoi »; empty when it only cites."""
    treatment_start: int = 0
    treatment_end: int = 0
    """Where its operative part says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ZoneView:
    zone: str
    number: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentView:
    """A document as this viewer may read it. ``text`` is None when only its listing may be shown."""

    ref: DocumentRef
    text: str | None
    pages: tuple[int, ...]
    zones: tuple[ZoneView, ...]
    facts: tuple[FactView, ...]
    citations: tuple[CitationView, ...]
    cases: tuple[CaseRef, ...]
    copies: tuple[DocumentRef, ...]
    parent: DocumentRef | None
    children: tuple[DocumentRef, ...]
    sha256: str
    size: int
    name: str
    received_at: str
    arrivals: tuple[dict[str, Any], ...]
    declared: tuple[dict[str, str], ...]
    notices: tuple[str, ...]
    versions: tuple[dict[str, Any], ...]
    extractor: str
    archive: str
    updated_on: str
    reference_on: dt.date | None
    reference_reason: str
    cited_by: tuple[CitedBy, ...]
    cited_count: int
    history: tuple[dict[str, Any], ...] = ()
    has_original: bool = False
    authority: str = ""
    """« ordonnance de référé, inédite, citée 12 fois ici »; decisions only."""
    differences: tuple[dict[str, str], ...] = ()
    """Where the tags of an official file and its text disagree: ``{field, tag, text, said}``."""
    published_by_editor_at: str = ""
    """When an editor published the masked text that a visitor reads; empty for what is read as it came."""
    replies: tuple[dict[str, Any], ...] = ()
    """What was answered to requests about this page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HitView:
    document: DocumentRef
    snippet: tuple[tuple[str, bool], ...]
    """(text, is a match)."""
    snippet_start: int
    score: float
    is_cut_before: bool = False
    is_cut_after: bool = False
    outcomes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    cited: int = 0
    bench: str = ""
    """« ord. », « Ass. », « Sect. », « plén. », or nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    is_active: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage:
    query: str
    explained: str
    total: int
    took_ms: float
    engine: str
    hits: tuple[HitView, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    page: int
    pages: int
    cut: tuple[str, ...] = ()
    did_you_mean: str = ""
    any_word: str = ""
    """The query that asks for any of the words, when nothing has them all."""
    reference: DocumentRef | None = None
    """A bare docket, ECLI or reference leads straight here when just one decision answers."""
    homonyms: tuple[DocumentRef, ...] = ()
    not_held: str = ""
    """Said honestly: the reference is well formed, but the decision is not held here."""
    results: SearchResults | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleView:
    """A law article and the documents that apply it."""

    key: str
    label: str
    total: int
    citing: tuple[CitedBy, ...]
    by_year: tuple[tuple[str, int], ...]
    by_outcome: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    shelf: str
    archive: str
    court_code: str
    court: str
    year: str
    count: int
    updated_on: str
    archive_name: str = ""
    licence: str = ""
    since: str = ""
    """Moment of the first document taken in."""
    latest: str = ""
    """Moment of the last one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewChoice:
    """One of the values between which sources disagree; keeping it sets ``others`` aside."""

    field: str
    value: str
    said: str
    others: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewItem:
    """One thing a person should decide. ``kind``: fact, alias, attach, conflict, request."""

    key: str
    kind: str
    question: str
    reasons: tuple[str, ...]
    fact: FactView | None
    suggestion_id: int | None
    document: DocumentRef | None
    choices: tuple[ReviewChoice, ...] = ()
    """For a conflict: what may be kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewQueue:
    items: tuple[ReviewItem, ...]
    total: int
    counts: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskView:
    id: int
    kind: str
    state: str
    name: str
    outcome: str
    reason: str
    document_id: int | None
    created_at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TasksView:
    items: tuple[TaskView, ...]
    done: int
    total: int

    @property
    def is_running(self) -> bool:
        return self.done < self.total


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """An act that was done: a French sentence, and the journal entry that can undo it."""

    said: str
    journal_id: int | None = None
    slug: str = ""
    id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeView:
    cases: tuple[CaseSummary, ...]
    latest: tuple[TimelineEntry, ...]
    counts: dict[str, int]
    to_review: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SimilarView:
    """A document close to another, and what they share."""

    document: DocumentRef
    words: tuple[str, ...]
    citations: tuple[str, ...]
    outcomes: tuple[str, ...]
    leaning: str = ""
    """``pour`` or ``contre`` whoever acts against the administration; empty when the outcome does not say."""
    passage: tuple[tuple[str, bool], ...] = ()
    """What is closest in its grounds, in pieces, each with whether it is shared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftRemark:
    """What is said of one reference or quotation of a draft.

    ``verdict``: ``exact``, ``connu`` (a case follows it, its text is not here), ``autre-date``, ``autre-numero``,
    ``autre-juridiction``, ``autre-nom``, ``altere``, ``absent``, ``homonymes``, ``par-une-partie``, ``annule``,
    ``modifie``, ``remplace``, ``ailleurs`` (another order of courts). The first two are praise, the last asks nothing;
    the others say what to look at.
    """

    verdict: str
    text: str
    start: int
    end: int
    detail: str
    target: DocumentRef | None = None
    passage: tuple[tuple[str, bool], ...] = ()
    """What the decision really says, in pieces, each with whether it differs from what is quoted."""
    reference: str = ""
    """The target as lawyers cite it, to copy."""
    case: CaseRef | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftView:
    """A draft checked: nothing of it is kept."""

    remarks: tuple[DraftRemark, ...]
    close: tuple[SimilarView, ...]
