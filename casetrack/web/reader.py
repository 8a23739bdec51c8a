"""A document prepared for reading: its blocks, its outline, what is marked and where the reader is taken."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casetrack import words
from casetrack.casebook.notes import NoteView
from casetrack.casebook.reading import article_label
from casetrack.casebook.views import CitationView, DocumentRef, DocumentView
from casetrack.web import facts_said
from casetrack.web.shown import decision_path
from casetrack.web.text_view import Block, Span, ZoneLike, blocks, window

LONG = 90
"""Beyond so many characters a mark is paler: whole sentences underlined would disturb reading."""
_PASSAGE = re.compile(r"(\d{1,8})-(\d{1,8})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """The text as shown; ``part`` of ``parts`` when it is long. ``outline`` holds (anchor, name).

    ``page`` is the page of the original to show beside it, 0 for none; ``sheets`` how many there are.
    """

    blocks: tuple[Block, ...]
    outline: tuple[tuple[str, str], ...]
    part: int
    parts: int
    page: int = 0
    sheets: int = 0


def read(
    document: DocumentView,
    *,
    passage: str = "",
    part: int = 1,
    hits: Sequence[tuple[int, int]] = (),
    rank: int = 0,
    page: int = 0,
    notes: Sequence[NoteView] = (),
) -> Read | None:
    """The text with its marks; None when it may not be read.

    ``hits`` are where the words searched stand, ``rank`` the one looked at (from 1). ``page`` asks for the original
    beside the text; a passage or a hit looked at leads to its own page.
    """
    if document.text is None:
        return None
    target = _target(passage, len(document.text))
    looked = target.start if target else hits[rank - 1][0] if 0 < rank <= len(hits) else None
    part, parts, start, end = window(len(document.text), part, looked)
    found = [
        Span(start=at, end=to, css="is-hit is-current" if n == rank else "is-hit", anchor=f"m-{n}")
        for n, (at, to) in enumerate(hits, 1)
    ]
    noted = [
        Span(start=note.start, end=note.end, css="noted", anchor=f"passage-note-{note.id}", title="Passage noté")
        for note in notes
    ]
    spans = [
        *_of_facts(document),
        *_of_citations(document.citations),
        *noted,
        *found,
        *([target] if target else []),
    ]
    sheets = len(document.pages) if document.ref.format == "pdf" and document.has_original else 0
    if page and looked is not None:
        page = bisect.bisect_right(document.pages, looked)
    made = blocks(
        document.text,
        zones=[ZoneLike(zone=z.zone, number=z.number, start=z.start, end=z.end) for z in document.zones],
        pages=document.pages,
        spans=spans,
        start=start,
        end=end,
    )
    outline = [(block.anchor, block.zone) for block in made if block.zone and block.anchor]
    return Read(
        blocks=tuple(made),
        outline=tuple(outline),
        part=part,
        parts=parts,
        page=min(max(page, 0), sheets),
        sheets=sheets,
    )


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
                css=facts_said.css(fact.kind, fact.value) + (" is-long" if fact.end - fact.start > LONG else ""),
                title=f"{facts_said.head(fact)} ({words.STATUSES.get(fact.status, fact.status)})",
                anchor=f"p-{fact.start}-{fact.end}",
            )


def _of_citations(citations: Iterable[CitationView]) -> Iterable[Span]:
    for cited in citations:
        href = citation_path(cited)
        if href:
            yield Span(start=cited.start, end=cited.end, css="", href=href, preview=_preview(cited))


def _preview(cited: CitationView) -> str:
    """What a citation leads to, in a line."""
    if cited.target is not None:
        ref = cited.target
        day = words.day_words(ref.day) if ref.day else ""
        known = ", ".join(part for part in (ref.court, words.basis_words(ref.basis) if ref.basis else "", day) if part)
        return words.typo(f"{ref.title}. Détenue ici ({known}).")
    if cited.homonyms:
        return words.typo(f"{len(cited.homonyms)} décisions d’ici portent ce numéro : la recherche les donne.")
    if cited.kind == "article":
        return words.typo(f"{words.capital(article_label(cited.key))} : les décisions d’ici qui l’appliquent.")
    return "Pas détenue ici : la recherche dit qui la cite."


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
