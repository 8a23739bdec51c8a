"""Law articles with their code, and texts, wherever they are cited.

One pass in the order of the text keeps what « du même code », « ce code » or a bare « l'article R. 431-2 » mean: the
last code named, or, inside a quotation, the code that is quoted. A bare number (« l'article 2 ») is an article of a
code only when the code numbers its articles so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casetrack.extract.article_lists import Item, read_list
from casetrack.extract.codes import ABBREVIATIONS, article_key, code_name, match_code, takes_bare_numbers
from casetrack.extract.plain import plain
from casetrack.extract.quotes import is_inside, quoted_spans
from casetrack.extract.texts import TextMention, find_texts, text_name
from casetrack.model import CitationFinding

__all__ = ["find_articles", "quoted_spans"]

_SHORTS = "|".join(re.escape(short) for short in sorted(ABBREVIATIONS, key=len, reverse=True))
_SHORT = re.compile(rf"(?<![\w-])(?:{_SHORTS})(?![\w-])")
# where something may begin: « article », « art. », « L. 521-2 », « code », « livre des procédures »
_ANCHOR = re.compile(
    r"(?P<article>(?<![a-z])art(?:icles?\b|\.))\s{0,3}|(?P<bare>(?<![\w'.-])[lrd]\.?\s?o?\.?\s?\*?\s?(?=\d{1,4}-\d))"
    r"|(?P<code>(?<![a-z])(?:nouveau\s)?(?:code|livre)\s)"
)
_FILLER = re.compile(
    r"(?:\s{0,2},?\s{0,2}(?:et\s(?:suivants?|s\.)|precitee?s?|susvisee?s?|susmentionnee?s?|mentionnee?s?|ancien|nouveau"
    r"|alors\s(?:applicables?|en vigueur)|al(?:inea|\.)s?\s\d{1,2}(?:er)?|\d{1,2}(?:er|e|eme)\salinea|\([^()\n]{1,40}\)"
    r"|(?:premier|deuxieme|troisieme|quatrieme|cinquieme|dernier)\salinea|[ivx]{1,4}\b|\d{1,2}\s?°(?:\set\s\d{1,2}\s?°)?)){0,4}"
)
_LINK = re.compile(
    r"\s{0,2},?\s{0,2}(?:(?:de|a)\sl'annexe\s(?P<annex>[ivx]{1,4}|\d)\s)?"
    r"(?P<link>de\sladite\s|de\sla\s(?:meme\s|presente\s)?|de\sl'|du\s?dit\s|dudit\s|dudit\s|du\smeme\s|du\spresent\s|du\s|des\s"
    r"|de\sce\sdernier\s|de\sce\smeme\s|de\sce\s|de\scet\s|de\scette\s(?:meme\s)?|au\spresent\s|au\smeme\s|a\sce\s|au\s|de\s(?=code|tfue)|(?=code\b))"
)
_ANNEX_OF = re.compile(
    r"\s?(?:de\s)?l'annexe\s(?P<annex>[ivx]{1,4}|\d)\s(?:au|du|a\sce|de ce)\s(?P<same>meme\s|present\s|ce\s)?"
)
_BARE_CODE = re.compile(r"(?:meme\s|dernier\s|present\s|dit\s)?(?:code|livre)\b(?:\sprecite|\ssusvise)?")
_SAME = re.compile(r"(?:meme|dernier|present|ce|dudit|dit)")
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(frozen=True, slots=True)
class _Container:
    """What an article belongs to: a code (``slug``), another text, or something that is neither."""

    slug: str = ""
    name: str = ""
    text: TextMention | None = None

    @property
    def is_code(self) -> bool:
        return bool(self.slug)


_NEITHER = _Container()


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str) -> None:
        self.text, self.flat = text, plain(text)
        self.quotes = quoted_spans(text)
        self.texts = find_texts(self.flat)
        self.text_at = {mention.start: mention for mention in self.texts}
        self.with_article: dict[int, list[str]] = {}
        self.outside = self.current = _NEITHER
        self.last_code = _NEITHER
        self.quote_end = 0
        self.found: list[CitationFinding] = []
        self.waiting: list[tuple[Item, int]] = []
        self.consumed = 0

    def read(self) -> tuple[CitationFinding, ...]:
        shorts = [(match.start(), match) for match in _SHORT.finditer(self.text)]
        anchors = sorted(
            [(match.start(), match) for match in _ANCHOR.finditer(self.flat)] + shorts, key=lambda pair: pair[0]
        )
        for at, match in anchors:
            if at < self.consumed:
                continue
            self._enter_or_leave_quote(at)
            if match.re is _SHORT:
                self._see_code(_Container(slug=ABBREVIATIONS[match[0]], name=code_name(ABBREVIATIONS[match[0]])))
            elif match["code"]:
                named = match_code(self.flat, at)
                if named:
                    self._see_code(_Container(slug=named[1], name=code_name(named[1], self.flat[at : named[0]])))
                    self.consumed = named[0]
            else:
                self._read_articles(match)
        return tuple(sorted([*self.found, *self._texts()], key=lambda finding: (finding.start, finding.end)))

    def _see_code(self, container: _Container) -> None:
        self.current = self.last_code = container

    def _enter_or_leave_quote(self, at: int) -> None:
        """After a quotation, « du même code » is again the code named before it."""
        if self.quote_end and at >= self.quote_end:
            self.current = self.last_code = self.outside
            self.quote_end = 0
        if not self.quote_end and is_inside(self.quotes, at):
            self.outside = self.current if self.current.is_code else self.last_code
            self.quote_end = next(end for start, end in self.quotes if start <= at < end)

    def _read_articles(self, match: re.Match[str]) -> None:
        items = read_list(self.text, match.end() if match["article"] else match.start())
        if not items:
            return
        start = match.start()
        container, end = self._container_after(items[-1].end)
        self.consumed = max(items[-1].end, end)
        if container is None:
            container = self._look_ahead(items[-1].end) or self._default(items[0])
        self._emit(items, start, end, container)

    def _container_after(self, at: int) -> tuple[_Container | None, int]:
        """What « ... du code X » names after a list, and where it ends; (None, at) when nothing is said."""
        filler = _FILLER.match(self.flat, at)
        position = filler.end() if filler else at
        short = _SHORT.match(self.text, position + 1) if self.text[position : position + 1] in " ,(" else None
        if short:
            slug = ABBREVIATIONS[short[0]]
            container = _Container(slug=slug, name=code_name(slug))
            self._see_code(container)
            return container, short.end()
        link = _LINK.match(self.flat, position)
        if not link:
            return None, at
        position, annex = link.end(), link["annex"] or ""
        of_annex = _ANNEX_OF.match(self.flat, max(at, link.start("link"))) or _ANNEX_OF.match(self.flat, position)
        if of_annex:
            position, annex = of_annex.end(), of_annex["annex"]
        return self._named_at(position, link["link"], annex)

    def _named_at(self, position: int, link: str, annex: str) -> tuple[_Container | None, int]:
        short = _SHORT.match(self.text, position)
        named = (short.end(), ABBREVIATIONS[short[0]]) if short else match_code(self.flat, position)
        if named:
            end, slug = named
            container = _Container(slug=slug, name=code_name(slug, self.flat[position:end]))
            self._see_code(container)
            return _with_annex(container, annex), end
        bare = _BARE_CODE.match(self.flat, position)
        if bare:
            known = self.outside if self.quote_end and "present" in link + bare[0] else self.last_code
            return _with_annex(known, annex), bare.end()
        mention = self.text_at.get(position)
        if mention:
            return _Container(text=mention), mention.end
        return _NEITHER, position

    def _look_ahead(self, at: int) -> _Container | None:
        """« de l'article R. 123-4 et de l'article R. 212-1 du code de l'environnement »: the next one's code."""
        return None

    def _default(self, item: Item) -> _Container:
        known = self.outside if self.quote_end else self.last_code
        if not known.is_code or (not item.prefix and not takes_bare_numbers(known.slug)):
            return _NEITHER
        return known

    def _emit(self, items: list[Item], start: int, end: int, container: _Container) -> None:
        if container.text is not None:
            self.with_article.setdefault(container.text.start, []).extend(item.article for item in items)
            return
        if not container.is_code:
            return
        for index, item in enumerate(items):
            first = start if index == 0 else item.start
            last = max(end, item.end) if index == len(items) - 1 else item.end
            self.found.append(
                CitationFinding(
                    kind="article", start=first, end=last, text=self.text[first:last], code=container.name,
                    article=item.article, key=article_key(container.slug, item.article),
                    quoted=is_inside(self.quotes, first), reason="article et code",
                )
            )  # fmt: skip

    def _texts(self) -> list[CitationFinding]:
        findings = []
        for mention in self.texts:
            if not mention.key:
                continue
            articles = self.with_article.get(mention.start) or [""]
            for article in articles:
                findings.append(
                    CitationFinding(
                        kind="text", start=mention.start, end=mention.end, text=self.text[mention.start : mention.end],
                        key=mention.key, number=mention.number, date=mention.date, article=article,
                        code=text_name(mention.key), quoted=is_inside(self.quotes, mention.start), reason="texte cité",
                    )
                )  # fmt: skip
        return findings


def _with_annex(container: _Container, annex: str) -> _Container:
    """« l'annexe III au code général des impôts » is a book of its own."""
    if not annex or not container.is_code:
        return container
    roman = _ROMAN.get(annex, annex.upper())
    number = {roman: digit for digit, roman in _ROMAN.items()}.get(roman, roman.lower())
    return _Container(slug=f"{container.slug}-annexe-{number}", name=f"{container.name}, annexe {roman}")


def find_articles(text: str) -> tuple[CitationFinding, ...]:
    """Every article of a code (kind ``article``) and every text (kind ``text``) cited, in order.

    A range « R. 522-1 à R. 522-8 » gives its bounds. Articles inside a quotation are marked ``quoted``.
    """
    return _Reader(text).read()
