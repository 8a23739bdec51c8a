"""The visible text of a page, block by block: every line of a decision counts."""

from __future__ import annotations

import re

from lxml import etree

from casetrack.read import clean

_HIDDEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas",
    "video", "audio", "select", "button", "nav", "form",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tfoot", "tr",
    "ul", "body", "html", "title",
})  # fmt: skip
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentaires?|comment-?list|disqus|reactions?)(?:$|[\s_-])", re.I)
_COMMENT_BLOCKS = frozenset({"div", "section", "ol", "ul", "aside", "article", "li"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text(tree: etree._Element) -> str:
    """Lines of the page in reading order, menus, forms and hidden parts left out."""
    pieces: list[str] = []
    hidden: etree._Element | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if hidden is not None:
            if event == "end" and node is hidden:
                hidden = None
                pieces.append(_flat(node.tail))
            continue
        if event == "start" and is_hidden(node):
            hidden = node
            pieces.append("\n" if node.tag in BLOCKS else " ")
            continue
        pieces += _piece(event, node)
    return clean.clean_lines("".join(pieces))


def _piece(event: str, node: etree._Element) -> list[str]:
    """What entering or leaving an element adds; cells of a row are told apart by a space."""
    edge = " " if node.tag in {"td", "th"} else "\n" if node.tag in BLOCKS else ""
    if event == "start":
        return [edge, node.text or "" if node.tag == "pre" else _flat(node.text)]
    return [edge, _flat(node.tail)]


def is_hidden(node: etree._Element) -> bool:
    """Whether an element is never seen, or is page furniture."""
    return not isinstance(node.tag, str) or node.tag in _HIDDEN or _is_unseen(node)


def _is_unseen(node: etree._Element) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    return bool(_HIDING.search(node.get("style") or ""))


def drop_asides(tree: etree._Element) -> None:
    """Hidden parts and readers' comments out of the tree: their dates would be taken for the article's.

    A block that holds half of the page is neither, whatever it says (class ``has-comments``, body shown by a script).
    """
    whole = _weight(tree)
    for node in list(tree.iter(etree.Element)):
        parent = node.getparent()
        if parent is None or not (_is_unseen(node) or _is_comment(node)) or _weight(node) > whole / 2:
            continue
        before, tail = node.getprevious(), node.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(node)


def _is_comment(node: etree._Element) -> bool:
    if node.tag not in _COMMENT_BLOCKS:
        return False
    return bool(_COMMENTS.search(f"{node.get('id') or ''} {node.get('class') or ''}"))


def _weight(node: etree._Element) -> int:
    return sum(len(text) for text in node.itertext(etree.Element))


def _flat(value: str | None) -> str:
    return value.replace("\n", " ").replace("\r", " ") if value else ""
