"""Index records into faces: analysed once, here, for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casetrack.model import IndexRecord
from casetrack.search import analysis, keys
from casetrack.search.courts import level_of
from casetrack.search.engine import PART_TAGS, Face
from casetrack.search.tree import TEXT_FIELDS

SEPARATOR = f" {analysis.BREAK} "


class Analysed:
    """Faces of one document, and the surface words each audience may be suggested."""

    def __init__(self) -> None:
        self.faces: list[Face] = []
        self.public_words: set[str] = set()
        self.member_words: set[str] = set()


def analyse(records: Sequence[IndexRecord]) -> Analysed:
    """The faces of one document. ``records`` are all its index records, and nothing of another document.

    A member sees a document once: where it has a face for members, its public face is for visitors alone, and the
    members' face also holds whatever only the public one says.
    """
    found = Analysed()
    has_members_face = any(record.audience == "members" for record in records)
    public = [record for record in records if record.audience == "public"]
    for record in records:
        is_member = record.audience == "members"
        words = found.member_words if is_member else found.public_words
        texts = [record.title, record.publisher, record.text]
        if is_member:
            texts += [
                extra
                for face in public
                for extra in (face.title, face.publisher, face.text)
                if extra not in record.text
            ]
        found.faces.append(
            Face(
                document_id=record.document_id,
                for_public=not is_member,
                for_members=is_member or record.audience == "all" or not has_members_face,
                is_member_text=is_member,
                text=_join(texts, words),
                parts=_parts(record, words),
                keys=tuple(_keys(record)),
                facets=_facets(record),
                day=int(record.day.strftime("%Y%m%d")) if record.day else 0,
                authority=min(max(record.authority, 0.0), 1.0),
                cited=max(record.cited, 0),
            )
        )
    return found


def _join(texts: Iterable[str], seen: set[str]) -> str:
    pieces = []
    for text in dict.fromkeys(texts):
        words = analysis.words(text)
        seen.update(words)
        terms = analysis.terms_of(words)
        if terms:
            pieces.append(" ".join(terms))
    return SEPARATOR.join(pieces)


def _parts(record: IndexRecord, seen: set[str]) -> str:
    named = [
        ("titre", (record.title,)),
        ("partie", record.parties),
        ("requerant", record.plaintiffs),
        ("defendeur", record.defendants),
        *((zone, (text,)) for zone, text in record.zones),
    ]
    pieces = []
    for name, texts in named:
        tag = PART_TAGS.get(name)
        for text in texts if tag else ():
            words = analysis.words(text)
            if name in TEXT_FIELDS:  # the words of zones are those of the text
                seen.update(words)
            terms = analysis.terms_of(words)
            if terms:
                pieces.append(f"{tag}:" + f" {tag}:".join(terms))
    return SEPARATOR.join(pieces)


def _facets(record: IndexRecord) -> tuple[tuple[str, ...], ...]:
    """The values of each facet, as they are to be shown, in the order of `keys.FACETS`."""
    values = {
        "kind": (record.kind.value,),
        "court_code": (record.court_code,),
        "year": (str(record.day.year),) if record.day else (),
        "basis": (record.basis,),
        "outcome": record.outcomes,
        "ground": record.grounds,
        "liberty": record.liberties,
        "shelf": (record.shelf.value,),
    }
    return tuple(tuple(dict.fromkeys(value for value in values[name] if value)) for name in keys.FACETS)


def _keys(record: IndexRecord) -> Iterable[str]:
    """Every exact value of a record, as tokens of the index."""
    found = [keys.key("id", str(record.document_id))]
    for name, values in zip(keys.FACETS, _facets(record), strict=True):
        found += [keys.key(name, keys.facet_value(name, value)) for value in values]
    if record.court_code:
        found += [keys.key("court", record.court_code.upper()), keys.key("court", level_of(record.court_code))]
    if record.basis:
        found += [keys.key("basis", short) for short in keys.article_values(record.basis)]
    found += [keys.key("docket", keys.docket_value(docket)) for docket in record.dockets]
    found += [keys.key("ecli", keys.ecli_value(record.ecli))] if record.ecli else []
    found += [keys.key("article", value) for article in record.articles for value in keys.article_values(article)]
    found += [keys.key("cite", form) for cited in record.cites for form in {keys.cite_value(cited), _bare(cited)}]
    return dict.fromkeys(found)


def _bare(cited: str) -> str:
    return keys.docket_value(cited.rpartition("/")[2]) if "/" in cited else keys.docket_value(cited)
