"""Title, publisher, author, moment of publication and origin of an article, each with where it was read.

What the page declares (json-ld, meta) wins; the visible marks (« Publié le 05/03/2021 à 15:13 », « Auteur(s): X »)
come next; nothing is guessed beyond. A comment's date, an update's date or « Source : X » are never the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.extract.calendar_words import lower
from casetrack.extract.dates import find_dates
from casetrack.extract.outlets import KNOWN_OUTLETS
from casetrack.model import DateFinding, Declared, Value, fold


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    title: Value | None = None
    publisher: Value | None = None
    author: Value | None = None
    publication_date: Value | None = None
    publication_time: Value | None = None
    origins: tuple[Value, ...] = ()


_HEAD = 4_000
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOUR = re.compile(r"[0-2]\d:[0-5]\d")
# « Publié le », « Mis en ligne le » ; an update comes after, or counts only when it is alone.
_PUBLISHED = re.compile(
    r"(?<!\w)(?:publiée?|mise? en ligne|postée?|parue?|diffusée?|communiqué(?: de presse)?) (?:\w{1,9} )?(?:le|du)\s"
    r"|date\s?:\s"
)
_UPDATED = re.compile(r"(?<!\w)(?:mise? à jour|modifiée?|actualisée?) le\s")
_AUTHOR = re.compile(
    r"^\s{0,8}(?:auteurs?(?:\(s\))?|rédigé par|écrit par)\s?:?\s?(?P<name>[^\n|•,]{2,60})", re.MULTILINE | re.IGNORECASE
)
_BY = re.compile(
    r"^\s{0,8}(?:Par|De)\s(?P<name>[A-ZÉÈÀ][\w'’-]{1,20}(?:\s[A-ZÉÈÀ][\w'’-]{1,25}){1,3})\s{0,3}(?=$|[|•,(–-])",
    re.MULTILINE,
)
_NAVIGATION = re.compile(
    r"^\W{0,4}(?:accueil|menu|rechercher?|se connecter|s'abonner|newsletter|partager|publicité|unsplash|getty|photo"
    r"|crédit|aller au"
    r"|\w{0,24}\s?logo|logo\b|image\b|illustration|©)"
)
_TAIL = re.compile(
    r"^\W{0,4}(?:commentaires?|newsletter|ch[eè]re lectrice|à lire aussi|lire aussi|sur le même (?:sujet|thème)"
    r"|partager cet article"
    r"|fil d'actualités?|mots[- ]clés|réagissez)\W{0,4}", re.MULTILINE,
)  # fmt: skip
# « Source : Euractiv », « Sources : AFP, Le Monde »
_SOURCE = re.compile(r"^\W{0,4}sources?\s?:\s?(?P<names>[^\n]{2,120})", re.MULTILINE | re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:[Ss]elon|[Dd]['’]après|(?:nos confrères|le site|le journal|le quotidien|le magazine|l['’]agence) (?:de "
    r"|d['’])?|[Aa]vec|révélée?s? par"
    r"|rapporte|indique|\()\s{0,2}(?:l['’]|le |la )?(?P<name>[A-Z][\w'’ .-]{1,30})"
)
_COLLECTIVE = (
    r"(?:l'équipe d[e']|développement d[e']|la rédaction d[e']|nous soutenir|©|est différent|est un (?:média"
    r"|site|journal))"
)


def find_press(text: str, declared: Sequence[Declared] = ()) -> Press:
    """What an article says of itself. Never raises; absent stays None."""
    small = lower(text[:_HEAD])
    author = _declared("author", declared) or _author(text)
    date, time = _published(text, small, declared)
    return Press(
        title=_declared("title", declared) or _title(text),
        publisher=_publisher(text, author, declared),
        author=author,
        publication_date=date,
        publication_time=time,
        origins=_origins(text),
    )


def body_end(text: str) -> int:
    """Where the article ends and the page's appeals, comments and links begin."""
    for match in _TAIL.finditer(lower(text)):
        if match.start() > 400 and match.start() > len(text) // 3:
            return match.start()
    return len(text)


def _declared(field: str, declared: Sequence[Declared]) -> Value | None:
    for item in declared:
        if item.field == field and item.value.strip():
            return Value(value=item.value.strip(), reason="indiqué par le fichier", origin=item.origin)
    return None


def _title(text: str) -> Value | None:
    """The first line that is written twice at the head, else the first line that reads like a sentence."""
    lines = _head_lines(text)
    seen: dict[str, tuple[int, int]] = {}
    for start, line in lines:
        key = fold(line)
        if key in seen and len(key) >= 12:
            first, end = seen[key]
            return Value(value=text[first:end], start=first, end=end, reason="première ligne répétée")
        seen[key] = (start, start + len(line))
    for start, line in lines:
        if 20 <= len(line) <= 300 and not _NAVIGATION.match(lower(line)) and " " in line:
            return Value(
                value=line, start=start, end=start + len(line), reason="première ligne qui se lit comme un titre"
            )
    return None


def _head_lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text[:_HEAD].split("\n")[:15]:
        bare = line.strip()
        if bare:
            found.append((at + line.index(bare), bare))
        at += len(line) + 1
    return found


def _author(text: str) -> Value | None:
    for pattern in (_AUTHOR, _BY):
        match = pattern.search(text, 0, _HEAD)
        if match:
            name = match["name"].strip()
            start = match.start("name") + match["name"].index(name)
            return Value(value=name, start=start, end=start + len(name), reason="signature en tête")
    return None


# « La Gazette du val », « L'Écho de l'Orle », « Valbrume-Matin », « Radio Orle »; never « Le Goff Anne »
_TITLE_OF_PAPER = re.compile(
    r"(?:(?:la|le|les)\s|l['’])?(?:gazette|journal|courrier|écho|dépêche|tribune|voix|nouvelles?|quotidien|figaro|monde"
    r"|parisien|progrès|télégramme|républicain|provençal|indépendant|radio|agence|rédaction)\b"
    r"|[\w-]{3,20}[- ](?:matin|soir)$",
    re.IGNORECASE,
)


def _publisher(text: str, author: Value | None, declared: Sequence[Declared]) -> Value | None:
    known = _declared("publisher", declared) or _declared("site", declared)
    if known:
        return known
    if author and author.end and _TITLE_OF_PAPER.match(author.value):
        reason = "signature qui est le nom d'un journal"
        return Value(value=author.value, start=author.start, end=author.end, reason=reason)
    if author and author.end and " " not in author.value:
        # « Auteur(s): FranceSoir »: a signature in one word that the page uses of itself is the newspaper.
        name = re.escape(author.value)
        if fold(author.value) in KNOWN_OUTLETS or re.search(rf"{_COLLECTIVE}\s?{name}|{name}\s?{_COLLECTIVE}", text):
            reason = "signature collective, que la page emploie pour elle-même"
            return Value(value=author.value, start=author.start, end=author.end, reason=reason)
    return None


def _published(text: str, small: str, declared: Sequence[Declared]) -> tuple[Value | None, Value | None]:
    stated = _declared("published_on", [item for item in declared if _is_day(item.value)])
    if stated:
        return stated, _declared("published_time", [item for item in declared if _HOUR.fullmatch(item.value.strip())])
    for pattern, reason in ((_PUBLISHED, "« Publié le »"), (_UPDATED, "« Mis à jour le », seule date de la page")):
        for match in pattern.finditer(small):
            found = find_dates(text[match.end() : match.end() + 60])
            if found and found[0].start <= 12 and found[0].date and not found[0].date_end:
                return _moment(found[0], match.end(), reason)
    return _dateline(text)


def _is_day(value: str) -> bool:
    return bool(_ISO_DAY.fullmatch(value.strip()) and find_dates(value.strip())[:1])


# « Séance du 3 novembre 2026 », « Fait à Lille, le »: the minutes and acts of a board, which no newspaper published
_BOARD = re.compile(r"\b(?:séance|réunion|délibération)s?\b|^fait à\b", re.IGNORECASE)


def _dateline(text: str) -> tuple[Value | None, Value | None]:
    """A line of the head that is a date and little else: « Jeudi 2 janvier 2025, 08:15 », « Paris, le 9 juin 2020 »."""
    for start, line in _head_lines(text):
        if len(line) > 200:
            break  # the article has begun
        if len(line) > 80 or _BOARD.search(line):
            continue
        for found in find_dates(line):
            if found.date and not found.date_end and found.end - found.start >= len(line) // 2 - 8:
                return _moment(found, start, "date en tête, seule sur sa ligne")
    return None, None


def _moment(found: DateFinding, offset: int, reason: str) -> tuple[Value | None, Value | None]:
    assert found.date is not None
    start, end = offset + found.start, offset + found.end
    day = Value(value=found.date.isoformat(), start=start, end=end, reason=reason, origin="visible")
    time = Value(value=found.time, start=start, end=end, reason=reason, origin="visible") if found.time else None
    return day, time


def _origins(text: str) -> tuple[Value, ...]:
    """Whom the article repeats: named as its source, or quoted as a newspaper for a part of it."""
    found: dict[str, Value] = {}
    for match in _SOURCE.finditer(text):
        for name in re.finditer(r"[^,;/&]{2,60}", match["names"]):
            bare = name[0].strip(" .\u00a0")
            start = match.start("names") + name.start() + name[0].index(bare) if bare else 0
            if bare and len(bare) <= 60:
                found.setdefault(
                    fold(bare), Value(value=bare, start=start, end=start + len(bare), reason="« Source : »")
                )
    for match in _ACCORDING.finditer(text):
        outlet = _outlet(match["name"])
        if outlet:
            start = match.start("name")
            value = Value(
                value=outlet, start=start, end=start + len(outlet), reason="origine partielle : cité comme source"
            )
            found.setdefault(fold(outlet), value)
    return tuple(sorted(found.values(), key=lambda value: value.start))


def _outlet(words: str) -> str:
    """The longest beginning of ``words`` that is a known newspaper or agency, or nothing."""
    pieces = words.split(" ")
    for count in range(min(4, len(pieces)), 0, -1):
        name = " ".join(pieces[:count]).rstrip(" .,'’-")
        if fold(name) in KNOWN_OUTLETS and words.startswith(name):
            return name
    return ""
