"""Automatic numbers of DOCX paragraphs (« 1°) », « a) », « II. »): the file keeps only the rule, people see the number.

Rules: ECMA-376, part 1, section 17.9. Claims and points of a filing are cited by these numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

_LEVEL = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    start: int
    form: str
    text: str


@dataclass
class Numbers:
    """The numbering of one document, counted in reading order."""

    rules: dict[str, dict[int, _Rule]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """Which definition each list follows: lists that share one go on counting together."""
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The number shown before a paragraph, with a space after it; empty when it has none."""
        list_id, level = self._place(paragraph)
        key = self.lists.get(list_id, "")
        rule = self.rules.get(key, {}).get(level)
        if rule is None:
            return ""
        counts = self.counts.setdefault(key, {})
        counts[level] = counts.get(level, rule.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._shown(key, rule, counts)

    def _shown(self, key: str, rule: _Rule, counts: dict[int, int]) -> str:
        if rule.form == "bullet":
            return "- "
        if rule.form == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            other = self.rules[key].get(level, rule)
            return written_number(counts.get(level, other.start), other.form)

        shown = _LEVEL.sub(number, rule.text).strip()
        return f"{shown} " if shown else ""

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """(list, level) said by the paragraph itself, else by its style; list « 0 » takes a number away."""
        properties = paragraph.find("{*}pPr")
        if properties is None:
            return "", 0
        style = _value(properties.find("{*}pStyle"))
        list_id, level = self.styles.get(style, ("", 0))
        own = properties.find("{*}numPr")
        if own is not None:
            list_id = _value(own.find("{*}numId")) or list_id
            level = _whole(own.find("{*}ilvl"), level)
        return list_id, level


def read_numbers(numbering: etree._Element | None, styles: etree._Element | None) -> Numbers:
    """The numbering that a document defines; an empty one when it has none."""
    found = Numbers()
    if numbering is not None:
        for definition in numbering.iterfind("{*}abstractNum"):
            found.rules[_attribute(definition, "abstractNumId")] = _rules(definition)
        for one in numbering.iterfind("{*}num"):
            _add_list(found, one)
    for style in styles.iterfind("{*}style") if styles is not None else ():
        place = style.find("{*}pPr/{*}numPr")
        if place is not None:
            list_id = _value(place.find("{*}numId"))
            found.styles[_attribute(style, "styleId")] = (list_id, _whole(place.find("{*}ilvl"), 0))
    return found


def _rules(definition: etree._Element) -> dict[int, _Rule]:
    return {
        int(_attribute(level, "ilvl") or 0): _Rule(
            start=_whole(level.find("{*}start"), 1),
            form=_value(level.find("{*}numFmt")) or "decimal",
            text=_value(level.find("{*}lvlText")),
        )
        for level in definition.iterfind("{*}lvl")
        if (_attribute(level, "ilvl") or "0").isdecimal()
    }


def _add_list(found: Numbers, one: etree._Element) -> None:
    """A list follows a definition; one that restarts it counts on its own."""
    list_id, key = _attribute(one, "numId"), _value(one.find("{*}abstractNumId"))
    starts = {
        int(level): _whole(change.find("{*}startOverride"), 1)
        for change in one.iterfind("{*}lvlOverride")
        if (level := _attribute(change, "ilvl")).isdecimal() and change.find("{*}startOverride") is not None
    }
    if starts:
        rules = found.rules.get(key, {})
        key = f"{key}/{list_id}"
        found.rules[key] = {
            level: _Rule(starts.get(level, rule.start), rule.form, rule.text) for level, rule in rules.items()
        }
    found.lists[list_id] = key


def written_number(number: int, form: str) -> str:
    """A number in one of the forms of ECMA-376: ``decimal``, ``lowerLetter``, ``upperRoman``..."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(5, (number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _value(element: etree._Element | None) -> str:
    return _attribute(element, "val") if element is not None else ""


def _whole(element: etree._Element | None, default: int) -> int:
    value = _value(element)
    return int(value) if value.isdecimal() and len(value) < 9 else default
