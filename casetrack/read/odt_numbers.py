"""Automatic numbers of ODT lists (« 1°) », « a) »): the file keeps only the rule, people see the number.

Rules: OpenDocument 1.3, part 3, section 16.30 (list styles) and 5.3 (lists).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import odfdo

from casetrack.read.docx_numbers import written_number

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One level of a list style."""

    form: str
    before: str = ""
    after: str = ""
    start: int = 1
    levels: int = 1


@dataclass
class Lists:
    """The list styles of a document, and how far each list has counted."""

    rules: dict[tuple[str, int], Rule] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, style: str, level: int, *, goes_on: bool) -> None:
        """A list opens: it starts again unless it says that it goes on."""
        if not goes_on or (style, level) not in self.counts:
            rule = self.rules.get((style, level))
            self.counts[style, level] = (rule.start if rule else 1) - 1

    def next_label(self, style: str, level: int) -> str:
        """Count one more item; its number and a space, empty when the style shows none."""
        self.counts[style, level] = self.counts.get((style, level), 0) + 1
        rule = self.rules.get((style, level))
        if rule is None:
            return ""
        if rule.form == "bullet":
            return "- "
        shown_levels = range(max(1, level - rule.levels + 1), level + 1)
        numbers = ".".join(self._number(style, shown) for shown in shown_levels)
        return f"{rule.before}{numbers}{rule.after}".strip() + " " if numbers else ""

    def _number(self, style: str, level: int) -> str:
        rule = self.rules.get((style, level))
        return written_number(self.counts.get((style, level), 1), rule.form) if rule and rule.form else ""


def read_lists(roots: Iterable[odfdo.Element]) -> Lists:
    """The list styles defined below ``roots`` (content and styles of the document)."""
    found = Lists()
    for root in roots:
        for style in root.get_elements("//text:list-style"):
            name = _said(style, "style:name")
            for level in style.children:
                number = _whole(level, "text:level", 0)
                if level.tag == "text:list-level-style-bullet":
                    found.rules[name, number] = Rule("bullet")
                elif level.tag == "text:list-level-style-number":
                    found.rules[name, number] = _rule(level)
    return found


def _rule(level: odfdo.Element) -> Rule:
    return Rule(
        form=_FORMS.get(_said(level, "style:num-format"), ""),
        before=_said(level, "style:num-prefix"),
        after=_said(level, "style:num-suffix"),
        start=_whole(level, "text:start-value", 1),
        levels=_whole(level, "text:display-levels", 1),
    )


def _said(element: odfdo.Element, name: str) -> str:
    value = element.get_attribute(name)
    return str(value) if value is not None else ""


def _whole(element: odfdo.Element, name: str, default: int) -> int:
    value = _said(element, name)
    return int(value) if value.isdecimal() and len(value) < 9 else default
