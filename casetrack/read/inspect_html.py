"""What a saved page hides: text not drawn, without colour or size, or off the screen; remarks in its source.

Only what the page says of itself is known: a style sheet kept elsewhere is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from casetrack.read import html, html_blocks
from casetrack.read.defects import Defect
from casetrack.read.styles import Color, Style, color, points, styles

_SAID = {
    "texte-masque": "texte masqué",
    "sans-couleur": "texte de la couleur du fond",
    "minuscule": "texte trop petit pour être lu",
    "hors-page": "texte placé hors de l'écran",
}
_NOT_TEXT = frozenset({"script", "style", "head", "svg", "math", "iframe", "object", "noscript", "title"})
_PAGE: Color = (255, 255, 255)
_TINY = 2.6
_FAR = -350.0
_CLOSE = 12
"""Colours that differ by so little, of 255, are one to the eye."""
_LEAST = 3
_NAMED = {"author": "auteur", "creator": "auteur", "dc.creator": "auteur", "article:author": "auteur"}


def inspect(data: bytes) -> list[Defect]:
    """Everything found. Raises `Unreadable` for what is no page."""
    tree = html.parse(data)
    look = styles(tree)
    return [*_unseen(tree, look, _PAGE, None), *_remarks(tree), *_inputs(tree), *_properties(tree)]


def _unseen(
    node: etree._Element, look: dict[etree._Element, Style], ground: Color | None, ink: Color | None
) -> Iterator[Defect]:
    """Walk the page; the outermost reason is the one given. ``ground`` and ``ink`` are inherited; None: not known."""
    waiting = [(node, ground, ink)]
    while waiting:
        node, ground, ink = waiting.pop()
        if not isinstance(node.tag, str) or node.tag in _NOT_TEXT:
            continue
        said = look.get(node, {})
        ground, ink = _ground(said, ground), color(said.get("color", "")) or ink
        reason = _reason(node, said)
        if reason:
            yield from (Defect(kind=reason, detail=_SAID[reason], text=line) for line in _lines(node))
            continue
        if ground is not None and ink is not None and _are_close(ground, ink):
            own = [node.text or "", *(child.tail or "" for child in node)]
            for text in (" ".join(piece.split()) for piece in own):
                if len(text) >= _LEAST:
                    yield Defect(kind="sans-couleur", detail=_SAID["sans-couleur"], text=text)
        waiting += [(child, ground, ink) for child in reversed(node)]


def _ground(said: Style, inherited: Color | None) -> Color | None:
    """The colour behind; a picture, or a name we do not know, makes it unknown."""
    value = said.get("background-color") or said.get("background") or ""
    if "background-image" in said or "url(" in value or "gradient" in value:
        return None
    if value in {"", "transparent", "inherit", "none", "initial", "unset"}:
        return inherited
    return next((found for part in value.split() if (found := color(part))), color(value))


def _are_close(first: Color, second: Color) -> bool:
    return all(abs(one - other) <= _CLOSE for one, other in zip(first, second, strict=True))


def _reason(node: etree._Element, said: Style) -> str:
    """Why nothing of an element is seen; empty when it may be."""
    if node.tag == "template" or node.get("hidden") is not None:
        return "texte-masque"
    if said.get("display") == "none" or said.get("visibility") in {"hidden", "collapse"}:
        return "texte-masque"
    if said.get("opacity", "").rstrip("%") in {"0", "0.0", ".0"} or said.get("content-visibility") == "hidden":
        return "texte-masque"
    size = points(said.get("font-size", ""))
    if size is not None and size < _TINY:
        return "minuscule"
    return "hors-page" if _is_off_screen(said) else ""


def _is_off_screen(said: Style) -> bool:
    moved = [points(said.get(name, "")) for name in ("left", "top", "right", "bottom", "margin-left", "text-indent")]
    if any(length is not None and length <= _FAR for length in moved):
        return True
    if said.get("clip", "").replace(" ", "").startswith(("rect(0,0,0,0", "rect(0000", "rect(1px,1px")):
        return True
    if said.get("clip-path", "").replace(" ", "") in {"inset(50%)", "inset(100%)", "circle(0)"}:
        return True
    if "scale(0)" in said.get("transform", ""):
        return True
    sizes = [points(said.get(name, "")) for name in ("height", "width", "max-height", "max-width")]
    is_cut = said.get("overflow", "") in {"hidden", "clip"}
    return is_cut and any(length is not None and 0 <= length <= 1 for length in sizes)


def _lines(node: etree._Element) -> list[str]:
    """The words of an element, a line a block: each is looked for in what was read of the page."""
    found = [""]
    for event, inner in etree.iterwalk(node, events=("start", "end")):
        if not isinstance(inner.tag, str):
            found[-1] += " " + ((inner.tail or "") if event == "end" else "")
            continue
        if inner.tag in html_blocks.BLOCKS:
            found.append("")
        if event == "start":
            found[-1] += inner.text or ""
        elif inner is not node:
            found[-1] += inner.tail or ""
    return [line for line in (" ".join(text.split()) for text in found) if len(line) >= _LEAST]


def _remarks(tree: etree._Element) -> Iterator[Defect]:
    for node in tree.iter(etree.Comment):
        if said := " ".join((node.text or "").split()):
            yield Defect(kind="commentaire", detail="remarque dans le code de la page", text=said)


def _inputs(tree: etree._Element) -> Iterator[Defect]:
    for node in tree.iter("input"):
        if node.get("type", "").lower() == "hidden" and (said := " ".join((node.get("value") or "").split())):
            yield Defect(kind="formulaire", detail="champ caché d'un formulaire", text=said)


def _properties(tree: etree._Element) -> Iterator[Defect]:
    for node in tree.iter("meta"):
        name = (node.get("name") or node.get("property") or "").lower()
        said = " ".join((node.get("content") or "").split())[:200]
        if name in _NAMED and said:
            yield Defect(kind="proprietes", detail=f"{_NAMED[name]} : {said}")
