"""Official XML: a parser that trusts nothing, and the lines of a body text."""

from __future__ import annotations

import re

from lxml import etree

from casetrack.errors import Unreadable
from casetrack.model import Declared
from casetrack.read import clean

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Rulings of tabular lines in some archives: « $$$ ».
_FILLER = re.compile(r"\$+")
_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "blockquote"})


def parse_xml(data: bytes) -> etree._Element:
    """The root element. Raises `Unreadable`: ``bombe`` for any document type, ``tronque`` when not well formed."""
    if _DOCTYPE.search(data):
        raise Unreadable(
            "Ce fichier XML déclare des entités, ce qu'aucune archive officielle ne fait : il n'a pas été ouvert.",
            code="bombe",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            "Ce fichier XML est incomplet ou abîmé : téléchargez-le de nouveau depuis l'archive officielle.",
            code="tronque",
        ) from error


def local_name(element: etree._Element) -> str:
    """Tag without namespace, in small letters; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def body_text(element: etree._Element | None) -> str:
    """Text of a body: each ``<p>`` and each ``<br/>`` ends a line; a raw newline is white space.

    A body without any mark-up keeps its own line ends: there is nothing else to tell its paragraphs.
    """
    if element is None:
        return ""
    if len(element) == 0:
        return _without_fillers(clean.clean_lines(element.text or ""))
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        is_block = local_name(node) in _BLOCKS
        if is_block:
            pieces.append("\n")
        if event == "start" and isinstance(node.tag, str):
            pieces.append(_flat(node.text))
        elif event == "end" and node is not element:
            pieces.append(_flat(node.tail))
    return _without_fillers(clean.clean_lines("".join(pieces)))


def _flat(text: str | None) -> str:
    return text.replace("\n", " ").replace("\r", " ") if text else ""


def _without_fillers(text: str) -> str:
    if "$" not in text:
        return text
    return "\n".join(line for line in text.split("\n") if not _FILLER.fullmatch(line.replace(" ", "")))


def values(root: etree._Element, path: str) -> list[str]:
    """Non-empty values of every element at ``path``, on one line each."""
    found = (clean.one_line("".join(element.itertext())) for element in root.iterfind(path))
    return [value for value in found if value]


def declare(root: etree._Element, fields: tuple[tuple[str, str], ...]) -> list[Declared]:
    """One `Declared` for each value found, in the order of ``fields``: (field, path)."""
    return [
        Declared(field=field, value=value, origin="balise") for field, path in fields for value in values(root, path)
    ]


def from_format(field: str, value: str) -> Declared:
    """What every file of an archive shares (licence, source) without saying it itself."""
    return Declared(field=field, value=value, origin="format")
