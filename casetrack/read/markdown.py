"""Markdown: marks of emphasis go, links keep their address, headings make the outline."""

from __future__ import annotations

import re

from casetrack.model import Declared, Reading
from casetrack.read import clean, text
from casetrack.read.limits import Limits

# « title: Vaccinations » between two lines of dashes at the head of a Markdown file
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:[^\n]{0,2000}\n){1,40}?)---[ \t]*(?:\n|\Z)")
_FRONT_FIELDS = {
    "title": "title", "titre": "title", "publisher": "publisher", "editeur": "publisher", "éditeur": "publisher",
    "author": "author", "auteur": "author", "url": "address", "address": "address", "adresse": "address",
    "lang": "language", "language": "language", "langue": "language", "licence": "licence", "license": "licence",
}  # fmt: skip
_DATE_FIELDS = frozenset({"date", "published", "published_on", "publié", "publie"})
# « 2021-03-05 », « 2021-03-05T15:13 », « 2021-03-05 15:13 »
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,500}?)(?<=\S)\1(?![\w*])|(?<!\w)(_{1,2})(?=\S)([^_\n]{1,500}?)(?<=\S)\3(?!\w)"
)
_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\(<?([^)\s>]{1,2000})>?(?:\s+\"[^\"\n]{0,500}\")?\)")
_NEW_BLOCK = re.compile(r"\s*(?:[-*+]\s|\d{1,4}[.)]\s|[|>]|```|~~~|(?:[-*_]\s*){3,}$)")


def read(data: bytes, limits: Limits) -> Reading:
    """Markdown: marks of emphasis go, links keep their address, headings make the outline."""
    source = clean.characters(text.decode(data))
    head = _FRONT_MATTER.match(source)
    declared = _front_matter(head.group(1)) if head else ()
    lines, outline = _markdown_lines(source[head.end() :] if head else source)
    return Reading(
        text="\n".join(lines),
        format="md",
        extractor="texte",
        extractor_version=clean.READ_VERSION,
        declared=declared,
        outline=outline,
    )


def _front_matter(block: str) -> tuple[Declared, ...]:
    found: list[Declared] = []
    for line in block.split("\n"):
        key, _, value = line.partition(":")
        key, value = key.strip().lower(), value.strip().strip("\"'")
        if not value:
            continue
        if key in _FRONT_FIELDS:
            found.append(Declared(field=_FRONT_FIELDS[key], value=value, origin="en-tete"))
        elif key in _DATE_FIELDS and (moment := _ISO.match(value)):
            found.append(Declared(field="published_on", value=moment[1], origin="en-tete"))
            if moment[2]:
                found.append(Declared(field="published_time", value=moment[2], origin="en-tete"))
    return tuple(found)


def _markdown_lines(source: str) -> tuple[list[str], tuple[tuple[str, int], ...]]:
    lines: list[str] = []
    outline: list[tuple[str, int]] = []
    offset = 0
    for block in _markdown_blocks(source):
        heading = _HEADING.fullmatch(block)
        line = _inline(heading.group(1) if heading else block)
        if not line:
            continue
        if heading:
            outline.append((line, offset))
        lines.append(line)
        offset += len(line) + 1
    return lines, tuple(outline)


def _markdown_blocks(source: str) -> list[str]:
    """Paragraphs: lines that follow one another are one, unless a mark or a forced break says otherwise."""
    blocks: list[str] = []
    is_open = in_code = False
    for raw in source.split("\n"):
        line = raw.strip()
        if line.startswith(("```", "~~~")):
            in_code, is_open = not in_code, False
        elif in_code or not line or _HEADING.fullmatch(line) or _NEW_BLOCK.match(raw) or not is_open:
            blocks.append(line)
            is_open = bool(line) and not in_code and not _HEADING.fullmatch(line) and not line.startswith("|")
        else:
            blocks[-1] += f" {line}"
        if raw.endswith(("  ", "\\")):
            is_open = False
    return blocks


def _inline(line: str) -> str:
    line = _LINK.sub(lambda link: link[2] if link[1] in {"", link[2]} else f"{link[1]} ({link[2]})", line)
    line = _EMPHASIS.sub(lambda mark: mark[2] or mark[4] or "", line)
    return line.rstrip("\\").strip()
