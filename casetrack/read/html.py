"""HTML: press articles by trafilatura with rules of our own, official decision pages line by line.

Where each field came from is kept: what the page declares (JSON-LD, meta), what a visible rule reads, what is guessed.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from casetrack.errors import Unreadable
from casetrack.model import Declared, Reading
from casetrack.read import clean, html_blocks, html_meta
from casetrack.read.limits import Limits

# A page of a court holds several of these; an article that quotes an order holds one or two.
_DECISION_SIGNS = re.compile(
    r"AU NOM DU PEUPLE FRAN[CÇ]AIS|Considérant ce qui suit|Vu la procédure suivante|D\s?E\s?C\s?I\s?D\s?E\s?:"
    r"|O\s?R\s?D\s?O\s?N\s?N\s?E\s?:|ECLI:FR:|Vu les autres pièces du dossier|Article 1er\s?:|\bLecture du\b"
    r"|code de justice administrative"
)
# Lines that begin what is no longer the article.
_TAIL = re.compile(
    r"(?:Chère lectrice|Cher lecteur|Chers lecteurs|Newsletter\b|Inscrivez-vous à|Abonnez-vous|S'abonner à"
    r"|Commentaires?\s*(?:\(\d+\))?\s*$|\d+ commentaires?\s*$|Laisser un commentaire|Réagir à cet article"
    r"|À lire aussi|A lire aussi|Lire aussi\s*:?\s*$|Sur le même sujet|Articles? (?:liés|similaires|associés)"
    r"|Faire un don|Soutenez-nous|Soutenez notre|Partager cet article)",
    re.IGNORECASE,
)
_LEAST = 200
"""Characters under which an extraction is taken for a failure."""


def read(data: bytes, limits: Limits) -> Reading:
    """One saved page. Raises `Unreadable` (``vide`` without any text, ``illisible`` when it is no page)."""
    tree = parse(data)
    whole = html_blocks.text(tree)
    if not whole:
        raise Unreadable("Cette page ne contient aucun texte. Enregistrez-la depuis le navigateur.", code="vide")
    if len(set(_DECISION_SIGNS.findall(whole))) >= 4:
        return _reading(whole, "blocs", html_meta.declared(tree, whole), limits)
    html_blocks.drop_asides(tree)
    found = html_meta.declared(tree, html_blocks.text(tree))
    found += html_meta.guesses(tree, found)
    article = _article(tree)
    if len(article) < _LEAST and len(whole) > 2 * len(article):
        return _reading(whole, "blocs", found, limits)
    return _reading(_with_title(_without_tail(article), found), "trafilatura", found, limits)


def _with_title(article: str, found: list[Declared]) -> str:
    """The title is part of what people read; the extraction often leaves it out."""
    titles = [item.value for item in found if item.field == "title" and item.origin != "devine"]
    return f"{titles[0]}\n{article}" if titles and titles[0] not in article[:1000] else article


def _reading(text: str, extractor: str, found: list[Declared], limits: Limits) -> Reading:
    return Reading(
        text=text[: limits.characters],
        format="html",
        extractor=extractor,
        extractor_version=f"{version('trafilatura')}+{clean.READ_VERSION}",
        declared=tuple(found),
    )


def parse(data: bytes) -> etree._Element:
    """The tree of a page, scripts left aside. Raises `Unreadable` (``illisible``)."""
    from casetrack.read.text import decode

    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_pis=True)
    source = clean.unify_line_ends(_with_declared_charset(data) or decode(data)).replace("\x00", "")
    try:
        tree = lxml_html.document_fromstring(_without_declaration(source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("Cette page est vide ou abîmée : enregistrez-la de nouveau.", code="illisible") from error
    return tree


_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def _with_declared_charset(data: bytes) -> str:
    """The text in the declared character set, when UTF-8 does not fit; empty when there is none or it lies."""
    match = _CHARSET.search(data[:4096])
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or match is None:
        return ""
    try:
        return data.decode(match.group(1).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return ""


def _without_declaration(source: str) -> str:
    """lxml refuses a str with an encoding declaration."""
    return _XML_DECLARATION.sub("", source, count=1)


def _article(tree: Any) -> str:
    """The body of the article by trafilatura; empty when it finds none or fails."""
    import trafilatura

    try:
        found = trafilatura.extract(tree, include_comments=False, include_tables=True, output_format="txt")
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return ""
    return clean.clean_lines(found or "")


def _without_tail(text: str) -> str:
    """Cut at the first appeal of the second half: donations, newsletter, comments."""
    lines = text.split("\n")
    length = 0
    for number, line in enumerate(lines):
        if number and length > len(text) / 2 and len(line) < 400 and _TAIL.match(line):
            return "\n".join(lines[:number])
        length += len(line) + 1
    return text
