"""Official XML: a parser that trusts nothing, and the lines of a body text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from casetrack.errors import Unreadable
from casetrack.model import Declared
from casetrack.read import clean

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Rulings of tabular lines in some archives: « $$$ ».
_FILLER = re.compile(r"\$+")
# « 230166 230345 », « 19DA01717, 19DA01718 », « 2026-321/322/323 » stays whole
_BETWEEN_DOCKETS = re.compile(r"[\s,;]+")
_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "blockquote"})


def parse_xml(data: bytes) -> etree._Element:
    """The root element. Raises `Unreadable`: ``bombe`` for any document type, ``tronque`` when not well formed."""
    if _DOCTYPE.search(data):
        raise Unreadable(
            "Ce fichier XML déclare des entités, ce qu'aucune archive officielle ne fait : il n'a pas été ouvert.",
            code="bombe",
        )
    try:
        return _without_namespaces(etree.fromstring(data.lstrip(), _parser()))
    except (etree.XMLSyntaxError, ValueError) as error:
        if _is_in_windows_letters(data):
            return _without_namespaces(_parse_windows_letters(data))
        raise _damaged() from error


def _parser(encoding: str | None = None) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding=encoding)


def _damaged() -> Unreadable:
    return Unreadable(
        "Ce fichier XML est incomplet ou abîmé : téléchargez-le de nouveau depuis l'archive officielle.",
        code="tronque",
    )


def _is_in_windows_letters(data: bytes) -> bool:
    """Whether bytes that say nothing of their letters, or call them UTF-8, are none."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"\x00" not in data
    return False


def _parse_windows_letters(data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data.lstrip(), _parser(encoding="cp1252"))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged() from error


def _without_namespaces(root: etree._Element) -> etree._Element:
    """The archives have none; a copy that was given one keeps its tags."""
    if etree.QName(root).namespace:
        for element in root.iter("{*}*"):
            element.tag = etree.QName(element).localname
    return root


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


def numbers_in(values: Iterable[str]) -> list[str]:
    """Each docket of « 230166 230345 », « 9900119, 9900120 et 9900121 » or « N° 9900138 »."""
    parts = (part for value in values for part in _BETWEEN_DOCKETS.split(value))
    return list(dict.fromkeys(part for part in parts if any(char.isdigit() for char in part)))


def from_format(field: str, value: str) -> Declared:
    """What every file of an archive shares (licence, source) without saying it itself."""
    return Declared(field=field, value=value, origin="format")
