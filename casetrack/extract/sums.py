"""Sums asked and granted (art. L. 761-1 and others), and what is enjoined: on whom, by when, under what penalty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from casetrack.extract.addressees import find_addressee
from casetrack.extract.outcome import ARTICLE_LENGTH, articles_of, rstrip
from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import Amount, Injunction, Zone, ZoneName

_MONEY = re.compile(
    r"(?P<sum>\d{1,3}(?:[ .]?\d{3})*(?:,\d{1,2})?|\d+(?:,\d{1,2})?) ?(?P<unit>euros?|\u20ac|francs?|f\b)"
)


_PAID = re.compile(
    r"(?:^|[.:]) ?(?P<payer>(?:l'|la |le |les |m\.|mme|mm\.)[^;:]{0,200}?),? (?:versera|verseront|paiera|paieront|"
    r"est condamnee? a (?:verser|payer))"
)


_PAYEE = re.compile(
    r"\b(?:versera|verseront|paiera|paieront|verser|payer)\b(?: solidairement| conjointement)? ?(?:(?:la|"
    r"une) somme (?:globale |totale )?de [\d .,]+ (?:euros|francs|f)\b ?)?,? ?(?P<link>au |aux |a la |a l'|"
    r"a )(?P<name>[^;:\n]{2,200}?)(?=,? (?:la |une )?somme|,? au titre|,? en application|,? sur le fondement|\.|$|"
    r" une somme)"
)


_CHARGED = re.compile(
    r"(?:mis(?:e)? a la charge|a la charge) (?:de la |de l'|du |des |de |d')(?P<name>[^;,\n]{2,160}?)(?=,? (?:la|"
    r"une) somme| le versement|, |\.|$| au (?:titre|profit|benefice))"
)


_DEADLINE = re.compile(
    r"dans (?:un|le) delai (?:maximum |maximal )?(?:de |d')[^,;.]{2,40}?(?: a compter d[^,;.]{3,80})?(?=[,;.]| sous |"
    r" et |$)|sans delai|immediatement|avant le \d[^,;.]{3,30}|au plus tard [^,;.]{3,40}|sous (?:\d+|"
    r"[a-z-]+) (?:heures|jours|mois)[^,;.]{0,50}|dans les (?:\d+|[a-z-]+) (?:heures|jours|mois)[^,;.]{0,50}"
)


_PENALTY = re.compile(
    r"sous (?:une )?astreinte (?:definitive |provisoire )?de [^,;.]{3,80}(?:par jour[^,;.]{0,60})?|"
    r"astreinte de [^,;.]{3,80}"
)


def find_amounts(text: str, zones: Sequence[Zone]) -> tuple[Amount, ...]:
    """Sums asked in the claims and granted in the operative part, with the article they are founded on."""
    small, found = plain(text), []
    for start, end in ZoneMap(zones).spans(ZoneName.CLAIMS):
        found += [
            _amount(text, small, m, start, end, "demande")
            for m in islice(_MONEY.finditer(small, start, end), 200)
            if _is_claimed(small, m)
        ]
    for start, end, _ in articles_of(zones):
        article = small[start : min(end, start + ARTICLE_LENGTH)]
        if _PAID.search(article) or "charge" in article:
            sums = _MONEY.finditer(small, start, start + len(article))
            found += [_amount(text, small, m, start, start + len(article), "accorde") for m in islice(sums, 20)]
    return tuple(found)


def _is_claimed(small: str, match: re.Match[str]) -> bool:
    return (
        "par jour" not in small[match.end() : match.end() + 16]
        and "somme" in small[max(0, match.start() - 40) : match.start()]
    )


def _amount(text: str, small: str, match: re.Match[str], start: int, end: int, state: str) -> Amount:
    line = small[
        max(small.rfind("\n", start, match.start()) + 1, start, match.start() - 900) : min(
            (small.find("\n", match.end(), end) + 1 or end + 1) - 1, match.end() + 900
        )
    ]
    offset = max(small.rfind("\n", start, match.start()) + 1, start, match.start() - 900)
    payer = _PAID.search(line) if state == "accorde" else _CHARGED.search(line)
    payee = _PAYEE.search(line)
    article = re.search(r"l\.? ?761-1|article 37|l\.? ?8-1|75-i", line)
    name = "payer" if state == "accorde" else "name"
    return Amount(
        start=match.start(),
        end=match.end(),
        reason="Somme demandée" if state == "demande" else "Somme accordée",
        state=state,
        amount=text[match.start() : match.end()],
        article=_ARTICLES.get(article[0][:3], "") if article else "",
        payer=text[offset + payer.start(name) : offset + payer.end(name)].split(" : ")[-1].strip() if payer else "",
        payee=text[offset + payee.start("name") : offset + payee.end("name")].strip() if payee else "",
    )


_ARTICLES = {
    "l. ": "L. 761-1",
    "l.7": "L. 761-1",
    "l 7": "L. 761-1",
    "art": "article 37 de la loi du 10 juillet 1991",
    "l.8": "L. 8-1",
    "75-": "75-I",
}


def find_injunctions(text: str, zones: Sequence[Zone]) -> tuple[Injunction, ...]:
    """What is enjoined, on whom, by when, under what penalty."""
    small, found = plain(text), []
    for start, end, _ in articles_of(zones):
        addressee = find_addressee(small, start, end)
        if not addressee:
            continue
        _, on, after = addressee
        deadline, penalty = _DEADLINE.search(small, after, end), _PENALTY.search(small, start, end)
        stop = rstrip(text, start, end)
        found.append(
            Injunction(
                start=start,
                end=stop,
                reason="Injonction au dispositif",
                text=text[start:stop],
                on=text[on:after],
                deadline=text[deadline.start() : deadline.end()] if deadline else "",
                penalty=text[penalty.start() : penalty.end()] if penalty else "",
            )
        )
    return tuple(found)
