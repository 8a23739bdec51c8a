"""The tables. DECISIONS: section 1 says what each thing is identified by. Moments are UTC, ISO text, seconds."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _to(target: str, name: str, *, nullable: bool = False, cascade: bool = True, index: bool = True) -> Column[int]:
    key = ForeignKey(target, ondelete="CASCADE" if cascade else "SET NULL")
    return Column(name, Integer, key, nullable=nullable, index=index)


meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

users = Table(
    "users",
    metadata,
    _id(),
    Column("email", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("password_hash", String, nullable=False),
    Column("role", String, nullable=False),
    Column("is_active", Boolean, nullable=False, default=True),
    Column("session_version", Integer, nullable=False, default=1),
    Column("created_at", String, nullable=False),
)

# ------------------------------------------------------------------------- what came in

sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("packed", LargeBinary, nullable=True),
)

arrivals = Table(
    "arrivals",
    metadata,
    _id(),
    Column("sha256", String(64), ForeignKey("sources.sha256", ondelete="CASCADE"), nullable=False, index=True),
    Column("how", String, nullable=False),
    Column("name", String, nullable=False, default=""),
    Column("address", String, nullable=False, default=""),
    Column("final_address", String, nullable=False, default=""),
    Column("received_at", String, nullable=False),
    Column("received_by", Integer, nullable=True),
    Column("container_sha256", String(64), nullable=False, default=""),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    Column("key", String, nullable=False, unique=True),
    Column("court_code", String, nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("ecli", String, nullable=False, default="", index=True),
    Column("cited", Integer, nullable=False, default=0),
)

decision_dockets = Table(
    "decision_dockets",
    metadata,
    Column("docket", String, primary_key=True),
    Column("court_code", String, primary_key=True),
    Column("decision_id", Integer, ForeignKey("decisions.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

documents = Table(
    "documents",
    metadata,
    _id(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("state", String, nullable=False, default="pending"),
    Column("failure", Text, nullable=False, default=""),
    Column("failure_code", String, nullable=False, default=""),
    Column("kind", String, nullable=False, default="other"),
    Column("shelf", String, nullable=False, default="dossiers"),
    Column("visibility", String, nullable=False, default="members"),
    Column("is_demo", Boolean, nullable=False, default=False),
    Column("title", Text, nullable=False, default=""),
    Column("publisher", String, nullable=False, default=""),
    Column("author", String, nullable=False, default=""),
    Column("published_on", Date, nullable=True),
    Column("published_time", String, nullable=False, default=""),
    Column("reference_on", Date, nullable=True),
    Column("court_code", String, nullable=False, default=""),
    Column("decided_on", Date, nullable=True, index=True),
    Column("basis", String, nullable=False, default=""),
    Column("publication_level", String, nullable=False, default=""),
    Column("updated_on", String, nullable=False, default=""),
    Column("archive", String, nullable=False, default=""),
    Column("archive_id", String, nullable=False, default="", index=True),
    Column("address", String, nullable=False, default=""),
    Column("origin", String, nullable=False, default=""),
    Column("quotation", Text, nullable=False, default=""),
    Column("format", String, nullable=False, default=""),
    Column("notices", JSON, nullable=False, default=list),
    Column("details", JSON, nullable=False, default=dict),
    _to("decisions.id", "decision_id", nullable=True, cascade=False),
    Column("parent_id", Integer, nullable=True, index=True),
    Column("text_id", Integer, nullable=True),
    Column("added_at", String, nullable=False),
    Column("added_by", Integer, nullable=True),
    Column("deleted_at", String, nullable=True),
    Column("change_seq", Integer, nullable=False, default=0, index=True),
    CheckConstraint("state in ('pending', 'read', 'failed')", name="state"),
)

texts = Table(
    "texts",
    metadata,
    _id(),
    _to("documents.id", "document_id"),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("declared", JSON, nullable=False, default=list),
    Column("findings", LargeBinary, nullable=True),
    Column("findings_version", String, nullable=False, default=""),
    Column("extractor", String, nullable=False),
    Column("extractor_version", String, nullable=False),
    Column("created_at", String, nullable=False),
    UniqueConstraint("document_id", "sha256"),
)

citations = Table(
    "citations",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("zone", String, nullable=False, default=""),
    Column("point", String, nullable=False, default=""),
    Column("quoted", Boolean, nullable=False, default=False),
)

# ------------------------------------------------------------------------- what is known

proceedings = Table(
    "proceedings",
    metadata,
    _id(),
    Column("court_code", String, nullable=False),
    Column("docket", String, nullable=False),
    Column("year", Integer, nullable=False, default=0),
    Column("basis", String, nullable=False, default=""),
    UniqueConstraint("court_code", "docket", "year"),
)

cases = Table(
    "cases",
    metadata,
    _id(),
    Column("slug", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("named_by_person", Boolean, nullable=False, default=False),
    Column("summary", Text, nullable=False, default=""),
    Column("why_followed", Text, nullable=False, default=""),
    Column("is_demo", Boolean, nullable=False, default=False),
    Column("created_at", String, nullable=False),
    Column("created_by", Integer, nullable=True),
)

case_slugs = Table(
    "case_slugs",
    metadata,
    Column("slug", String, primary_key=True),
    _to("cases.id", "case_id"),
)

case_proceedings = Table(
    "case_proceedings",
    metadata,
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("proceeding_id", Integer, ForeignKey("proceedings.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("reason", Text, nullable=False, default=""),
)

case_documents = Table(
    "case_documents",
    metadata,
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("status", String, nullable=False, default="propose"),
    Column("reason", Text, nullable=False, default=""),
)

parties = Table(
    "parties",
    metadata,
    _id(),
    Column("slug", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False, default="autre"),
    Column("named_by_person", Boolean, nullable=False, default=False),
    CheckConstraint("type != 'personne-physique'", name="legal_person"),
)

party_slugs = Table(
    "party_slugs",
    metadata,
    Column("slug", String, primary_key=True),
    _to("parties.id", "party_id"),
)

party_aliases = Table(
    "party_aliases",
    metadata,
    Column("key", String, primary_key=True),
    _to("parties.id", "party_id"),
    Column("alias", String, nullable=False),
    Column("status", String, nullable=False, default="propose"),
)

facts = Table(
    "facts",
    metadata,
    _id(),
    _to("documents.id", "document_id"),
    Column("text_id", Integer, nullable=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("fingerprint", String(20), nullable=False, unique=True),
    Column("value", JSON, nullable=False),
    Column("status", String, nullable=False, default="propose"),
    Column("by_person", Boolean, nullable=False, default=False),
    Column("reason", Text, nullable=False, default=""),
    Column("start", Integer, nullable=False, default=0),
    Column("end", Integer, nullable=False, default=0),
    Column("page", Integer, nullable=False, default=1),
    Column("quote", Text, nullable=False, default=""),
    Column("before", Text, nullable=False, default=""),
    Column("after", Text, nullable=False, default=""),
    Column("is_on_old_text", Boolean, nullable=False, default=False),
    Column("day", Date, nullable=True, index=True),
    _to("parties.id", "party_id", nullable=True, cascade=False),
    _to("proceedings.id", "proceeding_id", nullable=True, cascade=False),
    Index("ix_facts_kind_document", "kind", "document_id"),
)

# ------------------------------------------------------------------------- what people decided

reviews = Table(
    "reviews",
    metadata,
    _id(),
    Column("fingerprint", String(20), nullable=False, unique=True),
    _to("documents.id", "document_id"),
    Column("verdict", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("value", JSON, nullable=True),
    Column("quote", Text, nullable=False, default=""),
    Column("before", Text, nullable=False, default=""),
    Column("after", Text, nullable=False, default=""),
    Column("user_id", Integer, nullable=True),
    Column("user_name", String, nullable=False, default=""),
    Column("at", String, nullable=False),
    CheckConstraint("verdict in ('confirme', 'ecarte', 'corrige', 'ajoute')", name="verdict"),
)

event_links = Table(
    "event_links",
    metadata,
    Column("first", String(20), primary_key=True),
    Column("second", String(20), primary_key=True),
    Column("is_same", Boolean, nullable=False),
)

suggestions = Table(
    "suggestions",
    metadata,
    _id(),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False, unique=True),
    Column("payload", JSON, nullable=False),
    Column("reasons", JSON, nullable=False, default=list),
    Column("state", String, nullable=False, default="open"),
    _to("documents.id", "document_id", nullable=True),
    Column("created_at", String, nullable=False),
    CheckConstraint("state in ('open', 'accepted', 'refused')", name="state"),
)

journal = Table(
    "journal",
    metadata,
    _id(),
    Column("at", String, nullable=False),
    Column("user_id", Integer, nullable=True),
    Column("user_name", String, nullable=False, default=""),
    Column("act", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("before", JSON, nullable=True),
    Column("after", JSON, nullable=True),
    Column("undone_by", Integer, nullable=True),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("at", String, nullable=False),
    Column("why", String, nullable=False, default=""),
)

# ------------------------------------------------------------------------- what an editor publishes

publications = Table(
    "publications",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("text_id", Integer, nullable=False),
    Column("title", Text, nullable=False, default=""),
    Column("body", LargeBinary, nullable=False),
    Column("pieces", LargeBinary, nullable=False),
    Column("checks", JSON, nullable=False, default=list),
    Column("at", String, nullable=False),
    Column("user_id", Integer, nullable=True),
    Column("user_name", String, nullable=False, default=""),
)

pseudonyms = Table(
    "pseudonyms",
    metadata,
    Column("scope", String, primary_key=True),
    Column("digest", String(32), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("is_full", Boolean, nullable=False, default=True),
)

replies = Table(
    "replies",
    metadata,
    _id(),
    Column("target", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("suggestion_id", Integer, nullable=True),
    Column("at", String, nullable=False),
    Column("withdrawn_at", String, nullable=True),
)

# ------------------------------------------------------------------------- work to do

tasks = Table(
    "tasks",
    metadata,
    _id(),
    Column("kind", String, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String, nullable=False, default="queued", index=True),
    Column("batch", String, nullable=False, default="", index=True),
    Column("claimed_by", String, nullable=False, default=""),
    Column("heartbeat_at", Float, nullable=False, default=0.0),
    Column("attempts", Integer, nullable=False, default=0),
    Column("message", Text, nullable=False, default=""),
    Column("result", JSON, nullable=True),
    Column("created_at", String, nullable=False),
    Column("created_by", Integer, nullable=True),
    CheckConstraint("state in ('queued', 'running', 'done', 'failed')", name="state"),
)
