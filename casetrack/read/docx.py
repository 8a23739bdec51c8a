"""DOCX: python-docx opens the package, the parts are walked here: its own paragraphs leave out insertions, content
controls, text boxes, headers and notes. Deleted and hidden text is never read, and its presence is said."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.metadata import version

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from lxml import etree

from casetrack.model import Declared, Reading
from casetrack.read import clean, guard, names
from casetrack.read.docx_numbers import Numbers, read_numbers
from casetrack.read.limits import Limits
from casetrack.read.markup import local_name, parse_xml

_SKIPPED = frozenset({"del", "movefrom", "fallback", "instrtext", "deltext", "ppr", "sectpr", "tblpr", "trpr", "tcpr"})
_HEADING = re.compile(r"(?:heading|titre|title)\s*([1-6])?$", re.IGNORECASE)
_PAGE_LINE = re.compile(r"[-–—\s]*(?:page\s*)?\d*(?:\s*(?:/|sur)\s*\d*)?[-–—\s]*", re.IGNORECASE)
_BREAKS = frozenset({"br", "cr"})


def read(data: bytes, limits: Limits) -> Reading:
    """Headers, body with tables, footers, notes. Raises `Unreadable` (``bombe``, ``chiffre``, ``tronque``)."""
    guard.open_document(data, limits).close()
    document = docx.Document(io.BytesIO(data))
    parts = _parts(document.part)
    lines: list[str] = []
    outline: list[tuple[str, int]] = []
    _add_edges(lines, parts, RELATION.HEADER)
    for line, style in _lines(document.element.body, _numbers(document.part)):
        if _HEADING.match(style):
            outline.append((line, sum(len(before) + 1 for before in lines)))
        lines.append(line)
    _add_notes(lines, parts)
    _add_edges(lines, parts, RELATION.FOOTER)
    return Reading(
        text="\n".join(lines),
        format="docx",
        extractor="python-docx",
        extractor_version=f"{version('python-docx')}+{clean.READ_VERSION}",
        declared=tuple(_declared(document.core_properties)),
        outline=tuple(outline),
        notices=tuple(_notices(document.element.body, parts)),
    )


def _parts(main: Part) -> list[tuple[str, etree._Element]]:
    """(kind of relation, root) of the XML parts beside the body."""
    wanted = {RELATION.HEADER, RELATION.FOOTER, RELATION.FOOTNOTES, RELATION.ENDNOTES, RELATION.COMMENTS}
    related = (relation for relation in main.rels.values() if not relation.is_external and relation.reltype in wanted)
    return [(relation.reltype, parse_xml(relation.target_part.blob)) for relation in related]


def _add_edges(lines: list[str], parts: list[tuple[str, etree._Element]], kind: str) -> None:
    """Headers or footers, each line once, page numbers aside."""
    for reltype, root in parts:
        for line, _ in _lines(root) if reltype == kind else ():
            if line not in lines and not _PAGE_LINE.fullmatch(line):
                lines.append(line)


def _add_notes(lines: list[str], parts: list[tuple[str, etree._Element]]) -> None:
    for reltype, root in parts:
        if reltype not in {RELATION.FOOTNOTES, RELATION.ENDNOTES}:
            continue
        number = 0
        for note in root:
            content = [line for line, _ in _lines(note)]
            if content:  # the separators have none
                number += 1
                lines.append(f"[{number}] {' '.join(content)}")


def _numbers(main: Part) -> Numbers:
    roots = {
        relation.reltype: parse_xml(relation.target_part.blob)
        for relation in main.rels.values()
        if not relation.is_external and relation.reltype in {RELATION.NUMBERING, RELATION.STYLES}
    }
    return read_numbers(roots.get(RELATION.NUMBERING), roots.get(RELATION.STYLES))


def _lines(root: etree._Element, numbers: Numbers | None = None) -> Iterator[tuple[str, str]]:
    """(line, style) of each paragraph outside tables, and of each row of the outermost tables."""
    numbers = numbers or Numbers()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        name = local_name(node)
        if name in _SKIPPED or not name:
            continue
        if name == "tr":
            cells = (_cell(cell, numbers) for cell in node if local_name(cell) == "tc")
            row = clean.one_line(" | ".join(cell for cell in cells if cell))
            if row:
                yield row, ""
        elif name == "p":
            style = _style(node)
            text = clean.clean_lines(_text(node))
            yield from ((line, style) for line in f"{numbers.label(node)}{text}".split("\n") if text)
            waiting.extend(reversed(list(_boxes(node))))
        else:
            waiting.extend(reversed(node))


def _cell(cell: etree._Element, numbers: Numbers) -> str:
    return " ".join(line for child in cell for line, _ in _lines(child, numbers))


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph, in their modern form only."""
    for box in paragraph.iter("{*}txbxContent"):
        if not any(local_name(parent) == "fallback" for parent in box.iterancestors()):
            yield box


def _text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        name = local_name(node)
        if name in _SKIPPED or name == "txbxcontent" or (name == "r" and _is_hidden(node)):
            continue
        if name == "t":
            pieces.append(node.text or "")
        elif name == "tab":
            pieces.append(" ")
        elif name == "nobreakhyphen":
            pieces.append("-")
        elif name in _BREAKS:
            pieces.append("\n")
        else:
            waiting.extend(reversed(node))
    return "".join(pieces)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find("{*}pPr/{*}pStyle")
    return next((str(value) for value in found.attrib.values()), "") if found is not None else ""


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}vanish")
    return mark is not None and not any(value in {"0", "false", "off"} for value in map(str, mark.attrib.values()))


def _declared(properties: object) -> Iterator[Declared]:
    for name, field in (("title", "title"), ("author", "author"), ("language", "language")):
        value = clean.one_line(str(getattr(properties, name, "") or ""))
        if value and value != "python-docx" and not (field == "title" and names.is_empty_title(value)):
            yield Declared(field=field, value=value, origin="propriete")
    modified = getattr(properties, "modified", None)
    if modified is not None:
        yield Declared(field="modified_on", value=modified.date().isoformat(), origin="propriete")


def _notices(body: etree._Element, parts: list[tuple[str, etree._Element]]) -> Iterator[str]:
    comments = sum(len(root) for reltype, root in parts if reltype == RELATION.COMMENTS)
    if comments:
        yield f"Commentaires laissés de côté : {comments}."
    if any(True for _ in body.iter("{*}ins", "{*}del", "{*}moveFrom", "{*}moveTo")):
        yield "Modifications suivies : le texte ajouté est lu, le texte supprimé ne l'est pas."
    if any(_is_hidden(run) for run in body.iter("{*}r")):
        yield "Texte masqué laissé de côté."
