"""ODT: odfdo opens the file, its elements are walked here, so that notes, comments and deletions are told apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.metadata import version

import odfdo

from casetrack.errors import Unreadable
from casetrack.model import Declared, Reading
from casetrack.read import clean, guard, names
from casetrack.read.limits import Limits
from casetrack.read.odt_numbers import Lists, read_lists

_SKIPPED = frozenset(
    {"text:tracked-changes", "office:annotation", "text:note", "text:sequence-decls", "office:forms", "svg:desc"}
)
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_DEPTH = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(data: bytes, limits: Limits) -> Reading:
    """Headers, body with tables, notes, footers. Raises `Unreadable` (``bombe``, ``chiffre``, ``tronque``)."""
    guard.open_document(data, limits).close()
    document = odfdo.Document(io.BytesIO(data))
    body = document.body
    lines = list(_edges(document, "style:header"))
    outline: list[tuple[str, int]] = []
    for line, is_heading in _lines(body, _list_styles(document)):
        if is_heading:
            outline.append((line, sum(len(before) + 1 for before in lines)))
        lines.append(line)
    lines += [f"[{number}] {note}" for number, note in enumerate(_notes(body), start=1)]
    lines += [line for line in _edges(document, "style:footer") if line not in lines]
    return Reading(
        text="\n".join(lines),
        format="odt",
        extractor="odfdo",
        extractor_version=f"{version('odfdo')}+{clean.READ_VERSION}",
        declared=tuple(_declared(document)),
        outline=tuple(outline),
        notices=tuple(_notices(body)),
    )


def _edges(document: odfdo.Document, tag: str) -> Iterator[str]:
    """Lines of headers or footers; fields (page numbers) leave nothing but their words."""
    root = document.get_part("styles.xml")
    seen: set[str] = set()
    for edge in root.get_elements(f"//{tag}") if isinstance(root, odfdo.Styles) else ():
        for line, _ in _lines(edge):
            if line not in seen and not re.fullmatch(r"[\W\d]*(?:page)?[\W\d]*", line, re.IGNORECASE):
                seen.add(line)
                yield line


def _list_styles(document: odfdo.Document) -> Lists:
    parts = (document.get_part("content.xml"), document.get_part("styles.xml"))
    return read_lists(part.root for part in parts if isinstance(part, odfdo.XmlPart))


def _lines(
    root: odfdo.Element, lists: Lists | None = None, depth: int = 0, level: int = 0, style: str = ""
) -> Iterator[tuple[str, bool]]:
    """(line, whether it is a heading) of paragraphs outside tables and of the rows of tables.

    ``level`` and ``style`` are those of the list around, 0 and empty outside lists.
    """
    lists = lists or Lists()
    if depth > _DEPTH:
        raise Unreadable("Ce document emboîte trop d'éléments. Enregistrez-le en PDF.", code="bombe")
    for node in root.children:
        tag = node.tag
        if tag in _SKIPPED:
            continue
        if tag in _PARAGRAPHS:
            text = clean.clean_lines(_text(node))
            yield from ((line, tag == "text:h") for line in text.split("\n") if line)
            yield from _boxes(node, depth + 1)
        elif tag == "text:list":
            yield from _list(node, lists, depth + 1, level + 1, style)
        elif tag == "table:table-row":
            cells = (" ".join(line for line, _ in _lines(cell, lists, depth + 1)) for cell in node.children)
            row = " | ".join(cell for cell in cells if cell)
            if row:
                yield row, False
        else:
            yield from _lines(node, lists, depth + 1, level, style)


def _list(node: odfdo.Element, lists: Lists, depth: int, level: int, style: str) -> Iterator[tuple[str, bool]]:
    """The items of a list, each with the number that its style gives."""
    style = str(node.get_attribute("text:style-name") or style)
    goes_on = node.get_attribute("text:continue-numbering") or node.get_attribute("text:continue-list")
    lists.begin(style, level, goes_on=bool(goes_on) and str(goes_on) not in {"false", "False"})
    for item in node.children:
        # An item that only holds a deeper list is there for the depth: it has no number.
        is_counted = item.tag == "text:list-item" and any(child.tag in _PARAGRAPHS for child in item.children)
        label = lists.next_label(style, level) if is_counted else ""
        for line, is_heading in _lines(item, lists, depth + 1, level, style):
            yield f"{label}{line}", is_heading
            label = ""


def _boxes(paragraph: odfdo.Element, depth: int) -> Iterator[tuple[str, bool]]:
    """Text frames anchored in a paragraph."""
    for box in paragraph.get_elements("descendant::draw:text-box"):
        yield from _lines(box, depth=depth)


def _text(node: odfdo.Element, depth: int = 0) -> str:
    if depth > _DEPTH:
        raise Unreadable("Ce document emboîte trop d'éléments. Enregistrez-le en PDF.", code="bombe")
    pieces = [node.text or ""]
    for child in node.children:
        tag = child.tag
        if tag == "text:line-break":
            pieces.append("\n")
        elif tag in {"text:s", "text:tab"}:
            pieces.append(" ")
        elif tag not in _SKIPPED and tag not in {"draw:frame", "draw:custom-shape", "text:soft-page-break"}:
            pieces.append(_text(child, depth + 1))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _notes(body: odfdo.Element) -> Iterator[str]:
    for content in body.get_elements("//text:note-body"):
        note = " ".join(line for line, _ in _lines(content))
        if note:
            yield note


def _declared(document: odfdo.Document) -> Iterator[Declared]:
    meta = document.meta
    for field, value in (("title", meta.title), ("author", meta.creator or meta.initial_creator)):
        line = clean.one_line(str(value or ""))
        if line and not (field == "title" and names.is_empty_title(line)):
            yield Declared(field=field, value=line, origin="propriete")
    day = _DAY.match(str(meta.date or ""))
    if day:
        yield Declared(field="modified_on", value=day.group(), origin="propriete")


def _notices(body: odfdo.Element) -> Iterator[str]:
    comments = len(body.get_elements("//office:annotation"))
    if comments:
        yield f"Commentaires laissés de côté : {comments}."
    if body.get_elements("//text:changed-region"):
        yield "Modifications suivies : le texte ajouté est lu, le texte supprimé ne l'est pas."
