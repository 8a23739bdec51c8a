"""Law articles with their code, and texts, wherever they are cited.

One pass in the order of the text keeps what « du même code », « ce code » or a bare « l'article R. 431-2 » mean: the
last code named, or, inside a quotation, the code that is quoted. A bare number (« l'article 2 ») is an article of a
code only when the code numbers its articles so.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from casetrack.extract.anchors import find_starts, starts_word
from casetrack.extract.article_lists import Item, read_list
from casetrack.extract.article_owners import (
    ANNEX_OF,
    ANOTHER_PART,
    BARE_CODE,
    FILLER,
    LINK,
    NEITHER,
    RIGHTS,
    RULES,
    SAME,
    SHORT,
    TYPE_OF_TEXT,
    Owner,
    of_short,
    with_annex,
)
from casetrack.extract.codes import (
    ABBREVIATIONS,
    article_key,
    code_name,
    is_known,
    is_numeric,
    match_code,
    takes_bare_numbers,
)
from casetrack.extract.plain import plain
from casetrack.extract.quotes import end_of_span, is_inside, quoted_spans
from casetrack.extract.texts import TextMention, find_texts, text_name
from casetrack.model import CitationFinding

__all__ = ["find_articles", "quoted_spans"]

MOST_ARTICLES = 10_000
"""Articles read in one text: beyond, it is no document."""
# « L. 521-2 » without « article »; the capital is required
_BARE = re.compile(r"[LRD](?<![\w'’.-][LRD])\.?\s?(?:O\.?\s?)?\*?\s?(?=\d{1,4}-\d)")
_ARTICLE = re.compile(r"art(?:icles?\b|\.)\s{0,3}")
# « Article 2 : », « ARTICLE 1ER - »: an article of the operative part, or of the text itself
_OWN_ARTICLE = re.compile(r"\s?(?:er|eme)?\s{0,2}(?:[:.-]|$)", re.MULTILINE)
_ABOVE = re.compile(r"\s?ci-dess(?:us|ous)")
# « dans sa rédaction issue de l'article 13 de la loi »: whence a text comes, not what is spoken of
_SOURCE = re.compile(
    r"(?:issue?s?|resultant|modifiee?s?|inseree?s?|introduite?s?|creee?s?|abrogee?s?) (?:de|par) l(?:'|es )$"
)
_AND_MORE = re.compile(r"\s?,?\s(?:et|ou|ainsi que)\s(?:(?:de|a)\sl'|l')?(?=\d|[lrd]\.)")
_OWN = re.compile(r"\b(?:(?:son|ses|leurs?)\s|notamment\s(?:l'|les\s|de\sl'|des\s))$")
_ADJACENT = re.compile(r"[\s,(:]{1,3}")
# what lawyers write without its code; only where no code has been named at all
_URGENT = frozenset(
    {f"L. 521-{n}" for n in range(1, 5)}
    | {f"L. 522-{n}" for n in range(1, 4)}
    | {"L. 511-2", "L. 523-1", "L. 761-1", "L. 911-1"}
)


class _Reader:
    """One reading of one text, from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.flat = text, plain(text)
        self.quotes = quoted_spans(text)
        self.texts = find_texts(self.flat)
        self.text_at = {mention.start: mention for mention in self.texts}
        self.text_starts = [mention.start for mention in self.texts]
        self.numbered = {f"{m.key.split('/')[0]}/{m.date}": m.key for m in self.texts if m.number and m.date}
        self.with_article: set[int] = set()
        self.last_code_end = 0
        self.owner_of: dict[str, Owner] = {}
        self.last_code = self.last_bearer = self.quoted_code = NEITHER
        self.before_quote = (NEITHER, NEITHER)
        self.quote_end = 0
        self.found: list[CitationFinding] = []
        self.consumed = 0

    def read(self) -> tuple[CitationFinding, ...]:
        for at, kind in self._anchors():
            if at < self.consumed:
                continue
            if len(self.found) >= MOST_ARTICLES:
                break
            self._enter_or_leave_quote(at)
            if kind == "code":
                self._see_code(at)
            elif kind == "short":
                self._see_short(at)
            else:
                self._read_articles(at, kind)
        return tuple(sorted([*self.found, *self._texts()], key=lambda finding: (finding.start, finding.end)))

    def _anchors(self) -> list[tuple[int, str]]:
        """Where a code may be named or an article cited, in order."""
        flat, text = self.flat, self.text
        anchors = [(at, "article") for at in find_starts(flat, ("article", "art."))]
        anchors += [(match.start(), "bare") for match in _BARE.finditer(text)]
        anchors += [(at, "code") for at in find_starts(flat, ("code ", "livre ", "code\n"))]
        anchors += [(match.start(), "short") for match in SHORT.finditer(text) if starts_word(text, match.start())]
        return sorted(anchors)

    def _see_code(self, at: int) -> None:
        named = match_code(self.flat, at)
        if named:
            self._now(Owner(slug=named[1], name=code_name(named[1], self.text[at : named[0]])), named[0])
            self.consumed = named[0]

    def _see_short(self, at: int) -> None:
        match = SHORT.match(self.text, at)
        if match:
            self._now(of_short(match), match.end())

    def _now(self, code: Owner, end: int) -> Owner:
        """A code has been named, up to ``end``."""
        self.last_code, self.last_code_end = code, end
        return code

    def _enter_or_leave_quote(self, at: int) -> None:
        """Inside a quotation « l'article 8 » is of the code quoted; after it, « du même code » is the one before."""
        if self.quote_end and at >= self.quote_end:
            self.last_code, self.last_bearer = self.before_quote
            self.quote_end = 0
        if not self.quote_end:
            self.quote_end = end_of_span(self.quotes, at)
            if self.quote_end:
                self.before_quote = (self.last_code, self.last_bearer)
                self.quoted_code = self.last_bearer

    def _read_articles(self, at: int, kind: str) -> None:
        match = _ARTICLE.match(self.flat, at) if kind == "article" else None
        items = read_list(self.text, match.end() if match else at)
        if not items or self._is_own_article(at, items):
            return
        near = self._just_named(at)
        owner, end = self._owner_after(items[-1].end)
        if owner is None or (owner is NEITHER and items[0].prefix and not RULES.match(self.flat, end)):
            owner = near or self._default(items[0])
        if not _SOURCE.search(self.flat, max(0, at - 40), at):
            self.last_bearer = owner
        self._emit(items, at, end, owner)
        self.consumed = max(items[-1].end, end)
        if end > items[-1].end and (more := _AND_MORE.match(self.flat, end)):
            self._read_more(more.end())

    def _read_more(self, at: int) -> None:
        """« ... L. 761-1 du code de justice administrative et 37 de la loi du 10 juillet 1991 »."""
        items = read_list(self.text, at)
        owner, end = self._owner_after(items[-1].end) if items else (None, at)
        if owner is not None and owner is not NEITHER:
            self._emit(items, at, end, owner)
            self.consumed = end

    def _just_named(self, at: int) -> Owner | None:
        """What was named right before: « la loi du 6 janvier 1978, en son article 20 », « C. civ., art. 1240 »."""
        index = bisect_right(self.text_starts, at) - 1
        text = self.texts[index] if index >= 0 and self.texts[index].end <= at else None
        end = max(self.last_code_end, text.end if text else 0)
        own = _OWN.search(self.flat, max(0, at - 20), at)
        if not end or at - end > (120 if own else 24) or not (own or _ADJACENT.fullmatch(self.flat, end, at)):
            return None
        return Owner(text=text) if text and text.end == end else self.last_code

    def _is_own_article(self, at: int, items: list[Item]) -> bool:
        """« Article 2 : La requête est rejetée » cites nothing."""
        if items[0].prefix or len(items) > 1:
            return False
        if _ABOVE.match(self.flat, items[0].end):
            return True
        before = self.text[max(0, at - 3) : at].rstrip(" ")
        is_own = self.text[at] == "A" and (not before or before[-1] in "\n.;:!")
        if not is_own or not _OWN_ARTICLE.match(self.flat, items[0].end):
            return False
        self.last_bearer = NEITHER
        return True

    def _owner_after(self, at: int) -> tuple[Owner | None, int]:
        """What « ... du code X » names after a list, and where it ends; (None, at) when nothing is said."""
        filler = FILLER.match(self.flat, at)
        position = filler.end() if filler else at
        short = SHORT.match(self.text, position + 1) if self.text[position : position + 1] in {" ", ",", "("} else None
        if short:
            return self._now(of_short(short), short.end()), short.end()
        if rights := RIGHTS.match(self.flat, position):
            mention = TextMention(start=rights.start("name"), end=rights.end(), key="cesdh")
            return Owner(text=mention), rights.end()
        link = LINK.match(self.flat, position)
        if not link:
            return None, at
        found, end = self._named_at(link.end(), link["link"], link["annex"] or "")
        if found is NEITHER and ("," in link[0][:3] or ANOTHER_PART.match(self.flat, link.end())):
            return None, at
        return found, end

    def _named_at(self, position: int, link: str, annex: str) -> tuple[Owner, int]:
        inner = ANNEX_OF.match(self.flat, position) if not annex else None
        if inner:
            annex, position, link = inner["annex"], inner.end(), link + (inner["same"] or "")
        short = SHORT.match(self.text, position)
        named = (short.end(), ABBREVIATIONS[short[0]]) if short else match_code(self.flat, position)
        if named and not (SAME.search(link) and not is_known(named[1])):
            code = Owner(slug=named[1], name=code_name(named[1], self.text[position : named[0]]))
            return with_annex(self._now(code, named[0]), annex), named[0]
        bare = BARE_CODE.match(self.flat, position)
        if bare:
            is_present = self.quote_end and "present" in link + bare[0]
            known = self.quoted_code if is_present and self.quoted_code.is_code else self.last_code
            return with_annex(known, annex), bare.end()
        mention = self.text_at.get(position) or self._same_text(position, link)
        return (Owner(text=mention), mention.end) if mention else (NEITHER, position)

    def _same_text(self, position: int, link: str) -> TextMention | None:
        """« de cette directive », « du même décret »: the last one named of that kind."""
        word = TYPE_OF_TEXT.match(self.flat, position)
        if not word or not SAME.search(link + word[0]):
            return None
        kind = "ue" if word["type"] in {"directive", "reglement"} else word["type"]
        last = bisect_right(self.text_starts, position)
        for mention in reversed(self.texts[max(0, last - 40) : last]):
            if mention.key.startswith(f"{kind}/") and mention.end <= position:
                return mention
        return None

    def _default(self, item: Item) -> Owner:
        """Whose article it is when the text does not say."""
        bearer = self.quoted_code if self.quote_end else self.last_bearer
        if not self.quote_end and item.article in self.owner_of:
            return self.owner_of[item.article]
        if item.prefix:
            is_quoted_code = self.quote_end and bearer.is_code and not is_numeric(bearer.slug)
            known = bearer if is_quoted_code else self.last_code
            return known if known.is_code or item.article not in _URGENT else Owner(slug="cja", name=code_name("cja"))
        if bearer.is_code:
            return bearer if takes_bare_numbers(bearer.slug) else NEITHER
        return bearer

    def _emit(self, items: list[Item], start: int, end: int, owner: Owner) -> None:
        mention = owner.text
        if mention is None and not owner.is_code:
            return
        if mention is not None:
            self.with_article.add(mention.start)
        for index, item in enumerate(items):
            first = start if index == 0 else item.start
            last = max(end, item.end) if index == len(items) - 1 else item.end
            if owner.is_code and len(item.article) > 3 and owner.slug == self.last_code.slug:
                self.owner_of[item.article] = owner
            if mention is None:
                self.found.append(self._article(first, last, item, owner))
            else:
                self.found.append(self._of_text(first, last, mention, item.article))

    def _article(self, start: int, end: int, item: Item, code: Owner) -> CitationFinding:
        return CitationFinding(
            kind="article", start=start, end=end, text=self.text[start:end], code=code.name, article=item.article,
            key=article_key(code.slug, item.article), quoted=is_inside(self.quotes, start), reason="article et code",
        )  # fmt: skip

    def _of_text(self, start: int, end: int, mention: TextMention, article: str = "") -> CitationFinding:
        """A text, or one of its articles; « la loi du 6 janvier 1978 » has the number it was given elsewhere."""
        key = self.numbered.get(mention.key, mention.key)
        return CitationFinding(
            kind="text", start=start, end=end, text=self.text[start:end], key=key,
            number=key.split("/")[-1] if mention.number or key != mention.key else "", date=mention.date,
            article=article, code=text_name(mention.key), quoted=is_inside(self.quotes, start), reason="texte cité",
        )  # fmt: skip

    def _texts(self) -> list[CitationFinding]:
        return [
            self._of_text(text.start, text.end, text)
            for text in self.texts
            if text.key and text.start not in self.with_article
        ]


def find_articles(text: str) -> tuple[CitationFinding, ...]:
    """Every article of a code (kind ``article``) and every text (kind ``text``) cited, in order.

    A range « R. 522-1 à R. 522-8 » gives its bounds. Articles inside a quotation are marked ``quoted``.
    """
    return _Reader(text).read()
