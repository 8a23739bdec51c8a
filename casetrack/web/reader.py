"""A document prepared for reading: its blocks, its outline, what is marked and where the reader is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casetrack import words
from casetrack.casebook.views import CitationView, DocumentRef, DocumentView
from casetrack.web import facts_said
from casetrack.web.shown import decision_path
from casetrack.web.text_view import Block, Span, ZoneLike, blocks, window

_PASSAGE = re.compile(r"(\d{1,8})-(\d{1,8})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """The text as shown; ``part`` of ``parts`` when it is long. ``outline`` holds (anchor, name)."""

    blocks: tuple[Block, ...]
    outline: tuple[tuple[str, str], ...]
    part: int
    parts: int


def read(
    document: DocumentView, *, passage: str = "", part: int = 1, hits: Sequence[tuple[int, int]] = ()
) -> Read | None:
    """The text with its marks; ``hits`` are where the words searched stand. None when it may not be read."""
    if document.text is None:
        return None
    target = _target(passage, len(document.text))
    part, parts, start, end = window(len(document.text), part, target.start if target else None)
    found = [Span(start=at, end=to, css="is-hit", anchor=f"m-{n}") for n, (at, to) in enumerate(hits, 1)]
    spans = [*_of_facts(document), *_of_citations(document.citations), *found, *([target] if target else [])]
    made = blocks(
        document.text,
        zones=[ZoneLike(zone=z.zone, number=z.number, start=z.start, end=z.end) for z in document.zones],
        pages=document.pages,
        spans=spans,
        start=start,
        end=end,
    )
    outline = [(block.anchor, block.zone) for block in made if block.zone and block.anchor]
    return Read(blocks=tuple(made), outline=tuple(outline), part=part, parts=parts)


def _target(passage: str, length: int) -> Span | None:
    match = _PASSAGE.fullmatch(passage)
    if not match:
        return None
    start, end = int(match[1]), int(match[2])
    if not 0 <= start < end <= length:
        return None
    return Span(start=start, end=end, css="is-target", anchor=f"p-{start}-{end}")


def _of_facts(document: DocumentView) -> Iterable[Span]:
    for fact in document.facts:
        if fact.end > fact.start and fact.status != "ecarte" and not fact.is_on_old_text:
            yield Span(
                start=fact.start,
                end=fact.end,
                css=facts_said.css(fact.kind, fact.value),
                title=f"{facts_said.head(fact)} ({words.STATUSES.get(fact.status, fact.status)})",
                anchor=f"p-{fact.start}-{fact.end}",
            )


def _of_citations(citations: Iterable[CitationView]) -> Iterable[Span]:
    for cited in citations:
        href = citation_path(cited)
        if href:
            yield Span(start=cited.start, end=cited.end, css="", href=href)


def citation_path(cited: CitationView) -> str:
    """Where a citation leads: the decision held here, the page of the article, else a search; empty for a text."""
    if cited.target is not None:
        return document_path(cited.target)
    if cited.kind == "article" and cited.key:
        return f"/articles/{cited.key}"
    if cited.kind in ("decision", "docket") and cited.key:
        return f"/recherche?q=cite:{cited.key.rsplit('/', 1)[-1]}"
    return ""


def document_path(ref: DocumentRef) -> str:
    """The permanent address of a document: a decision's own, else by its number."""
    if ref.kind == "decision" and ref.court_code and ref.docket and ref.day:
        return decision_path(ref.court_code, ref.day, ref.docket)
    return f"/documents/{ref.id}"
