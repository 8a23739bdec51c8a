"""What identifies a person besides a name: mail, accounts, telephone, official numbers, bank, postal address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casetrack.model import Finding

MAIL, ACCOUNT = "adresse électronique", "compte d'un réseau"
PHONE, SOCIAL_SECURITY = "numéro de téléphone", "numéro de sécurité sociale"
BANK, NUMBER, ADDRESS = "compte bancaire", "numéro d'identité", "adresse postale"

_WAYS = (
    r"rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allées?|quai|route|square|cours|passage|villa|sentier|résidence"
)
_WAYS += r"|lotissement|faubourg"
_NETWORKS = r"(?:twitter|x|facebook|instagram|linkedin|tiktok|threads|bsky|youtube|mastodon)\.(?:com|net|social|app)"
# reason; signs, without any of which the pattern is not tried; the pattern, whose group « it » is what is hidden
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (MAIL, ("@",), re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    # « zoe.martin [arobase] asso.example »
    (MAIL, ("at)", "at]", "at )", "at ]", "arobase"), re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}\s?[\[(]\s?(?:at|arobase)\s?[\])]\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    (ACCOUNT, ("@",), re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{2,40}\b(?![\w.-]*@)")),
    (ACCOUNT, ("://",), re.compile(rf"https?://(?:[\w-]{{1,20}}\.)?{_NETWORKS}/[\w@./?=&%-]{{2,200}}")),
    (PHONE, ("0",), re.compile(r"(?<![\d/.-])(?:\+33\s?(?:\(0\)\s?)?[1-9]|0[1-9])(?:[\s.-]?\d\d){4}(?![\d/-])")),
    # « 0033 6 12 34 56 78 », « +32 475 12 34 56 »
    (PHONE, ("+",), re.compile(r"\+\d{1,3}(?:[\s.()-]{0,2}\d){7,12}(?!\d)")),
    (PHONE, ("00",), re.compile(r"00(?<![\w/.-]00)[1-9]\d{0,2}(?:[\s.()-]{0,2}\d){8,11}(?!\d)")),
    (SOCIAL_SECURITY, ("1", "2"), re.compile(
        r"(?<!\d)[12]\s?\d\d\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d\d|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d\d)?(?!\d)")),
    (BANK, ("FR",), re.compile(r"(?<!\w)FR\d\d(?:\s?\w{4}){5}\s?\w{3}(?!\w)")),
    (NUMBER, ("asseport", "dentité", "tranger", "séjour", "AGDREF", "crou", "permis"), re.compile(
        r"(?:[Pp]asseport|[Cc]arte (?:nationale )?d['’]identité|[Tt]itre de séjour|[Pp]ermis de conduire|AGDREF"
        r"|[EeÉé]crou|(?:[Nn]uméro|[Nn]°) (?:d['’])?étranger)\s?(?:n[°o]s?|numéro)?\s?:?\s?"
        r"(?P<it>(?=[\w-]*\d{3})[A-Z\d][A-Z\d-]{5,15})(?!\w)")),
    (ADDRESS, ("1", "2", "3", "4", "5", "6", "7", "8", "9"), re.compile(
        rf"(?<!\w)\d{{1,4}}(?:\s?(?:bis|ter|quater))?,?\s(?:{_WAYS})\s[\w'’-]+(?:\s(?!\d{{5}})[\w'’-]+){{0,4}}"
        r"(?:,?\s(?:à\s)?\d{5}\s[\w'’-]+)?", re.IGNORECASE)),
    # « demeurant au lieu-dit « Le Bosc », 81140 Puycelsi »
    (ADDRESS, ("emeurant", "omicili", "ésidant"), re.compile(
        r"(?:[Dd]emeurant|[Dd]omiciliée?s?|[Rr]ésidant)\s(?P<it>[^\n;]{0,90}?(?<!\d)\d{5}\s[^\W\d_a-zà-ÿ][\w'’-]*)")),
)  # fmt: skip
# « BE71 0961 2345 6769 »: the country's letters, a key, and the sum that ISO 13616 asks for
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:\s?[\dA-Z]{4}){2,7}(?:\s?[\dA-Z]{1,4})?(?!\w)")


def find_identifiers(text: str) -> Iterator[Finding]:
    """Each span with its kind as reason; they may overlap."""
    for reason, signs, pattern in _PATTERNS:
        if any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                start, end = match.span("it" if "it" in pattern.groupindex else 0)
                yield Finding(start=start, end=end, reason=reason)
    for match in _IBAN.finditer(text):
        if _is_iban(match[0]):
            yield Finding(start=match.start(), end=match.end(), reason=BANK)


def _is_iban(said: str) -> bool:
    """Whether its check digits hold (ISO 7064, modulo 97)."""
    bare = "".join(said.split())
    moved = bare[4:] + bare[:4]
    return 15 <= len(bare) <= 34 and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1
