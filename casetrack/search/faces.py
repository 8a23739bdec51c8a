"""Index records into faces: analysed once, here, for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casetrack.model import IndexRecord
from casetrack.search import analysis, keys
from casetrack.search.courts import level_of
from casetrack.search.engine import MAX_SLOP, PART_TAGS, Face

SEPARATOR = f" {analysis.BREAK} "
FAR = " ".join([""] + [analysis.BREAK] * (MAX_SLOP + 1) + [""])
"""Between two stretches of one zone: further apart than any phrase may reach."""


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
        text = _Text(found.member_words if is_member else found.public_words)
        text.add(record.title)
        text.add(record.publisher)
        text.add_zoned(record.text, record.zones)
        for other in public if is_member else ():
            for extra in (other.title, other.publisher, other.text):
                if extra not in record.text:
                    text.add(extra)
        found.faces.append(
            Face(
                document_id=record.document_id,
                for_public=not is_member,
                for_members=is_member or record.audience == "all" or not has_members_face,
                is_member_text=is_member,
                text=" ".join(text.terms),
                zones=tuple(text.zones),
                parts=_parts(record, text.seen),
                keys=tuple(_keys(record)),
                facets=_facets(record),
                day=int(record.day.strftime("%Y%m%d")) if record.day else 0,
                authority=min(max(record.authority, 0.0), 1.0),
                cited=max(record.cited, 0),
            )
        )
    return found


class _Text:
    """The terms of a face, and which of them stand in which zone: every word is looked at once."""

    def __init__(self, seen: set[str]) -> None:
        self.seen = seen
        self.terms: list[str] = []
        self.zones: list[tuple[str, int, int]] = []
        """(tag, first place, place after the last), stretches of one zone that touch made one."""

    def add(self, text: str) -> None:
        """A piece of its own: no phrase reaches from another into it."""
        found = self._terms(text)
        if found:
            self.terms += [analysis.BREAK, *found] if self.terms else found

    def add_zoned(self, text: str, zones: Iterable[tuple[str, str]]) -> None:
        """The body. A zone that cannot be found in it, in reading order, is added after it."""
        if self.terms:
            self.terms.append(analysis.BREAK)
        at = 0
        placed, missing = _placed(text, zones)
        for name, first, last in placed:
            self.terms += self._terms(text[at:first])
            self._add_zone(name, text[first:last])
            at = last
        self.terms += self._terms(text[at:])
        for name, zone in missing:
            self.terms.append(analysis.BREAK)
            self._add_zone(name, zone)

    def _add_zone(self, name: str, text: str) -> None:
        first = len(self.terms)
        self.terms += self._terms(text)
        tag, last = PART_TAGS.get(name), len(self.terms)
        if tag is None or last == first:
            return
        if self.zones and self.zones[-1][0] == tag and self.zones[-1][2] == first:
            first = self.zones.pop()[1]
        self.zones.append((tag, first, last))

    def _terms(self, text: str) -> list[str]:
        words = analysis.words(text)
        self.seen.update(words)
        return analysis.terms_of(words)


def _placed(text: str, zones: Iterable[tuple[str, str]]) -> tuple[list[tuple[str, int, int]], list[tuple[str, str]]]:
    """(zone, start, end) of those found in the text, in reading order, and those that are not.

    The points of one zone, with nothing but spaces between, are one stretch: each is work.
    """
    placed: list[tuple[str, int, int]] = []
    missing: list[tuple[str, str]] = []
    at = 0
    for name, zone in zones:
        first = text.find(zone, at) if zone else -1
        if first < 0:
            missing.append((name, zone))
            continue
        last = first + len(zone)
        if placed and placed[-1][0] == name and not text[at:first].strip():
            first = placed.pop()[1]
        placed.append((name, first, last))
        at = last
    return placed, missing


def zoned_text(face: Face) -> str:
    """The zones again, each term tagged with its zone: for an engine that cannot search between two places."""
    terms = face.text.split(" ")
    pieces: list[str] = []
    tags: set[str] = set()
    for tag, first, last in face.zones:
        pieces.append((FAR if tag in tags else " ") + f"{tag}:" + f" {tag}:".join(terms[first:last]))
        tags.add(tag)
    return "".join(pieces).strip()


def _parts(record: IndexRecord, seen: set[str]) -> str:
    named = [
        ("titre", (record.title,)),
        ("partie", record.parties),
        ("requerant", record.plaintiffs),
        ("defendeur", record.defendants),
    ]
    pieces = []
    for name, texts in named:
        tag = PART_TAGS[name]
        for text in texts:
            words = analysis.words(text)
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
