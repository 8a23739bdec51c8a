"""Citations of decisions and dockets, in the forms lawyers and courts write, and `cite` for one passage of text.

« CE, ord., 12 mars 2021, Association InterHop et autres, n° 450163 » gives the key ``CE/2021-03-12/450163``; without a
date ``CE/450163``. Numbers of other orders (RG, Cass., CC, CJUE, CEDH) are decisions of their court, without our keys.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.articles import find_articles
from casetrack.extract.courts import CourtMention, court_name, court_of_caa_number, find_courts
from casetrack.extract.plain import plain
from casetrack.extract.numbers import NUMBERS, split_numbers
from casetrack.extract.written_days import DAY_PATTERN, read_day
from casetrack.model import CitationFinding

_TEXT_NOUN = re.compile(
    r"\b(?:loi|decret|arrete|deliberation|directive|reglement|circulaire|instruction|avenant)s?(?:\s[a-z()]{1,20}){0,3}\s?$"
)


def find_citations(text: str, *, courts: Sequence[CourtMention] | None = None) -> tuple[CitationFinding, ...]:
    """Every decision and docket cited, in order."""
    flat = plain(text)
    mentions = find_courts(text) if courts is None else courts
    found: list[CitationFinding] = []
    for match in NUMBERS.finditer(text):
        if _TEXT_NOUN.search(flat, max(0, match.start() - 60), match.start()):
            continue
        near = [m for m in mentions if match.start() - 200 < m.end <= match.start() or 0 <= m.start - match.end() < 120]
        day = DAY_PATTERN.search(flat, match.end(), match.end() + 40)
        date = read_day(day[0]) if day else None
        for number in split_numbers(text, match.start("first"), match.end()):
            code = court_of_caa_number(number.number) if number.kind == "CAA" else ""
            code = code or ("CE" if number.kind == "CE" else near[0].code if near else "")
            if not code:
                continue
            key = "/".join(filter(None, (code, str(date) if date else "", number.number)))
            found.append(
                CitationFinding(
                    kind="decision" if date else "docket", start=number.start, end=number.end,
                    text=text[number.start : number.end], key=key, court=court_name(code), court_code=code,
                    number=number.number, date=date, reason="numéro",
                )
            )  # fmt: skip
    return tuple(found)


def cite(text: str) -> tuple[CitationFinding, ...]:
    """All references of a text: decisions, dockets, articles and texts, in order."""
    return tuple(
        sorted([*find_citations(text), *find_articles(text)], key=lambda finding: (finding.start, finding.end))
    )
