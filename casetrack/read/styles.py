"""How a page styles its elements, as far as it says so itself: ``style`` elements and attributes, no outside sheet.

Enough of CSS to know what is not seen: the cascade without specificity, colours, lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.cssselect import CSSSelector

MOST_RULES = 2_000
"""Rules of a page that are applied; pages of today hold thousands that say nothing of hiding."""
HIDING = re.compile(
    r"display|visibility|opacity|font|color|background|position|left|top|right|bottom|margin|indent|clip|height|width"
    r"|overflow|transform",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
# « @media print { » holds rules of another page than the one people see
_OTHER_MEDIA = re.compile(
    r"@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@(?:font-face|page)[^{]*\{[^{}]*\}"
)
_SCREEN_MEDIA = re.compile(r"@(?:media|supports|layer)[^{}]*\{")
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|vw|vh|cm|mm|in|pc|%)?$")
_IN_POINTS = {"px": 0.75, "pt": 1, "cm": 28.3, "mm": 2.83, "in": 72, "pc": 12, "ex": 6, "ch": 6, "vw": 9, "vh": 6}
_RGB = re.compile(r"rgba?\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?\s*(?:[,/]\s*([\d.]+)(%?)\s*)?\)")
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
Color = tuple[int, int, int]
Style = dict[str, str]


def styles(tree: etree._Element) -> dict[etree._Element, Style]:
    """What each styled element is told: rules in their order, then its own attribute."""
    found: dict[etree._Element, Style] = {}
    for selector, said in list(_rules(tree))[:MOST_RULES]:
        for node in _chosen(tree, selector):
            found.setdefault(node, {}).update(said)
    for node in tree.iter(etree.Element):
        own = _declarations(node.get("style") or "")
        for attribute, name in (("color", "color"), ("bgcolor", "background-color")):
            if value := node.get(attribute):
                own.setdefault(name, value.lower())
        if own:
            found.setdefault(node, {}).update(own)
    return found


def _rules(tree: etree._Element) -> Iterator[tuple[str, Style]]:
    for sheet in tree.iter("style"):
        text = _COMMENTS.sub("", sheet.text or "")
        text = _SCREEN_MEDIA.sub("", _OTHER_MEDIA.sub("", text))
        for selector, body in _RULE.findall(text):
            if HIDING.search(body) and (said := _declarations(body)):
                yield selector.strip(" \n\r\t}"), said


def _chosen(tree: etree._Element, selector: str) -> list[etree._Element]:
    """The elements of a selector; none when it asks for what a saved page cannot tell (« :hover »)."""
    try:
        return list(CSSSelector(selector, translator="html")(tree))
    except (SyntaxError, etree.XPathError, ValueError, NotImplementedError, RecursionError):
        return []


def _declarations(text: str) -> Style:
    found = {}
    for item in text.split(";")[:200]:
        name, _, value = item.partition(":")
        if value:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def points(value: str) -> float | None:
    """A length in points, about; None when it is relative to something else or is no length."""
    match = _LENGTH.match(value.strip())
    if match is None:
        return None
    number, unit = float(match[1]), match[2] or ""
    if unit in {"em", "rem", "%"}:
        return number * (0.12 if unit == "%" else 12)
    return number * _IN_POINTS.get(unit, 1)


def color(value: str) -> Color | None:
    """A colour; None when it is transparent, unknown, or no colour."""
    value = value.strip()
    if value in _NAMED:
        return _NAMED[value]
    if digits := re.fullmatch(r"#([0-9a-f]{3,8})", value):
        return _from_digits(digits[1])
    if (match := _RGB.fullmatch(value)) and float(match[5] or 1) > 0:
        scale = 2.55 if match[2] else 1
        red, green, blue = (min(255, round(float(match[group]) * scale)) for group in (1, 3, 4))
        return red, green, blue
    return None


def _from_digits(digits: str) -> Color | None:
    """« #fff », « #ffffff », with a transparency or not."""
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8) or digits[6:] == "00":
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
