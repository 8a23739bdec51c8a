"""What was decided, article by article: outcomes in the words of the annotations, sums, injunctions.

A refusal of costs alone (« Les conclusions présentées au titre de l'article L. 761-1 sont rejetées ») is no outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from casetrack.extract.plain import plain
from casetrack.extract.zones import ZoneMap
from casetrack.model import Amount, Injunction, Value, Zone, ZoneName

_COSTS_ONLY = re.compile(
    r"^[^;]{0,400}(?:l\.? ?761-1|au meme titre|75-i\b|l\.? ?8-1|frais (?:exposes|irrepetibles)|"
    r"non compris dans les depens|article 37 de la loi)"
)
_PRINCIPAL = re.compile(r"\b(?:requetes?|pourvois?|recours|deferes?|demandes?|protestations?|appels?)\b")
_REJECTED = re.compile(
    r"\b(?:est|sont|en|es|soient?) (?:\w+ )?rejete?e?s?\b|\brejet des? demandes?|\brejet\b\.?$|^\W*rejet"
)
_SURPLUS = re.compile(
    r"surplus (?:des (?:autres )?conclusions|de la (?:requete|demande)|du pourvoi|des demandes)|"
    r"conclusions de la (?:requete|demande)[^.]{0,80} sont rejetees pour le surplus|le surplus"
)
# « La demande de M. B devant le tribunal et le surplus des conclusions de sa requête sont rejetés »
_WITH_SURPLUS = re.compile(r"\bdemandes?\b[^.]{0,300} et (?:le |du )surplus")
_BELOW = re.compile(
    r"devant (?:le|la|l'|les) (?:juge|tribunal|cour|commission|chambre|conseil|president)|d'appel de|"
    r"premiere instance|demande de premiere|par [^.]{3,90} au tribunal|presentee? (?:par [^.]{2,160} )?(?:au|devant)"
)
_ANNULLED = re.compile(
    r"\b(?:est|sont)(?: [a-z]+,?)? annulee?s?|^\W*(?:est|sont) annulee?s?|^\W*annulation\b|"
    r"declaree?s? nulle?s? et non avenu"
)
_ORDER_ANNULLED = re.compile(
    r"ordonnance[^.]{0,160}(?:est|sont) (?:[a-z]+ )?annulee|(?:est|sont) annulee?s?,? [^.]{0,40}ordonnance"
)
_SENT_BACK = re.compile(
    r"affaires?[^.]{0,80}(?:est|sont) renvoyee?s?|(?:est|sont) renvoyee?s? devant|"
    r"la cause et les parties sont renvoyees|requerante? est renvoyee? devant"
)
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("non-admission", re.compile(r"n'(?:est|a) pas (?:ete )?admise?|ne sont pas admise?s?")),
    (
        "non-renvoi de la QPC",
        re.compile(
            r"n'y a pas lieu (?:de|a) (?:renvoyer|renvoi|transmettre)[^.]{0,60}(?:conseil constitutionnel|"
            r"question prioritaire)"
        ),
    ),
    (
        "désistement",
        re.compile(r"donne acte d[ue]s? ?(?:\w+ )?(?:desistement|ce que)|desistement (?:d'office|d'instance)"),
    ),
    (
        "non-lieu",
        re.compile(
            r"n'y (?:a|avait)(?:,[^,.;]{0,40},)? (?:pas|plus)(?:, [^,]{0,60},)? lieu(?:, [^,]{0,80},)? (?:de|"
            r"a) statuer|sont devenues sans objet|non-lieu"
        ),
    ),
    (
        "injonction",
        re.compile(
            r"(?:est|soit|sera) (?:\w+ )?enjoint|il est (?:fait )?injonction|prescrit a|(?:il est )?ordonne (?:a|au|"
            r"aux) (?:l|la|m|pre|min|com|dep|reg|cent|dir)"
        ),
    ),
    (
        "suspension",
        re.compile(
            r"(?:execution|effets)[^.]{0,400} (?:est|sont|soit) (?:\w+ )?suspendue?s?|"
            r"est suspendue?[^.]{0,40}(?:execution|jusqu)|la suspension (?:de l'execution )?[^.]{0,80}est ordonnee|"
            r"(?:est|sont) suspendue?s?"
        ),
    ),
    (
        "mesure d'instruction avant dire droit",
        re.compile(
            r"avant(?:, [^,]{0,40},)? (?:de |dire droit)|il (?:est|sera)[^.]{0,80} procede[^.]{0,80}(?:expertise|"
            r"supplement d'instruction|visite|enquete)|supplement d'instruction"
        ),
    ),
    (
        "effets différés",
        re.compile(
            r"(?:annulation|abrogation|effets?)[^.]{0,120}(?:prend(?:ra)? effet|a compter du|est differe)|"
            r"sous reserve des actions contentieuses engagees|doivent etre (?:regardes|reputes) comme definitifs"
        ),
    ),
)
_STAYED = re.compile(
    r"sera sursis a l'execution|est sursis a l'execution|sursis a (?:l'execution|execution)[^.]{0,100}(?:est|"
    r"sont) (?:ordonne|accorde|prononce)"
)
_PARTLY = re.compile(r"en tant qu|dans cette mesure|partiellement|, en ce qu")
_NO_JURISDICTION = re.compile(
    r"(?:comme )?porte+e?s? devant (?:une|un) (?:juridiction|ordre de juridiction)[^.]{0,40}incompetent|"
    r"incompetente? pour (?:en )?connaitre"
)
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
_ENJOINED = re.compile(
    r"(?:enjoint|ordonne|prescrit) (?P<link>au |aux |a la |a l'|a )(?P<on>[^;:\n]{2,220}?)(?=,? (?:de |d'|"
    r"dans un delai|,|des la|sous))"
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


def find_outcome(text: str, zones: Sequence[Zone], instance: str = "") -> tuple[Value, ...]:
    """Outcomes of the operative part, each once, in the order of the text.

    ``instance`` is what `find_procedure` answered, in the words of the contract.
    """
    small, found = plain(text), dict[str, Value]()
    for start, end, _ in _articles(zones):
        article = " ".join(small[start : min(end, start + _ARTICLE_LENGTH)].split())
        for word, reason in _of_article(article, instance):
            found.setdefault(word, Value(start=start, end=_rstrip(text, start, end), value=word, reason=reason))
    words = set(found)
    if (
        "annulation" in words
        and "rejet" in words
        and instance in ("appel", "cassation")
        and _is_demand(small, found["rejet"])
    ):
        old = found.pop("rejet")
        found["rejet de la demande"] = Value(
            start=old.start, end=old.end, value="rejet de la demande", reason=old.reason
        )
    if "rejet pour incompétence" in words:
        found.pop("rejet", None)
    return tuple(found.values())


def _is_demand(small: str, value: Value) -> bool:
    """What is rejected is the demand made below, once its judgment is annulled."""
    return bool(re.match(r"\s*article \w+ ?(?:er)? ?[:.-]* ?(?:la|les) demandes?\b", small[value.start : value.end]))


def _articles(zones: Sequence[Zone]) -> Iterator[tuple[int, int, str]]:
    numbered = [z for z in zones if z.zone is ZoneName.OPERATIVE_PART]
    for zone in numbered:
        if zone.number or len(numbered) == 1:
            yield zone.start, zone.end, zone.number


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _of_article(article: str, instance: str) -> Iterator[tuple[str, str]]:
    """Outcomes of one article."""
    reason = "Dispositif"
    if re.match(r"(?:article \w+ ?(?:er)? ?[:.-]* ?)?(?:l'|les )interventions?\b", article):
        return
    is_stay = bool(_STAYED.search(article))
    if is_stay:
        yield ("suspension partielle" if _PARTLY.search(article) else "suspension"), "Sursis à exécution ordonné"
    for word, pattern in _RULES:
        if not pattern.search(article):
            continue
        if word == "mesure d'instruction avant dire droit" and is_stay or word == "suspension" and is_stay:
            continue
        if word == "suspension" and _PARTLY.search(article):
            word = "suspension partielle"
        yield word, reason
    if _ANNULLED.search(article) and "non-lieu" not in article[:40]:
        is_urgent_appeal = instance == "appel" and _ORDER_ANNULLED.search(article)
        yield ("annulation de l'ordonnance attaquée" if is_urgent_appeal else "annulation"), reason
    if _SENT_BACK.search(article) and "conseil constitutionnel" not in article:
        yield "renvoi", reason
    if _NO_JURISDICTION.search(article):
        yield "rejet pour incompétence", reason
    else:
        for sentence in re.split(r"(?<!\bm)(?<!\bmm)(?<!\.)\. (?=[a-z])", article):
            if _REJECTED.search(sentence):
                yield from _rejection(sentence, instance)


def _rejection(article: str, instance: str) -> Iterator[tuple[str, str]]:
    if _SURPLUS.search(article):
        if _WITH_SURPLUS.search(article):
            yield "rejet de la demande", "Demande rejetée avec le surplus"
        if not _COSTS_ONLY.match(article.split("surplus")[0]):
            yield "rejet du surplus", "Surplus rejeté"
        return
    principal = _PRINCIPAL.search(article)
    costs = _COSTS_ONLY.match(article)
    if instance in ("appel", "cassation") and _BELOW.search(article) and principal:
        yield "rejet de la demande", "Demande portée devant les premiers juges"
    elif (
        principal
        and not (costs and re.search(r"\bconclusions\b", article[: principal.start() + 1]))
        and not article.startswith("interven")
    ):
        yield "rejet", "Requête rejetée"
    elif not costs and re.search(r"\bconclusions\b", article) and not re.search(r"\bintervention\b", article):
        yield "rejet", "Conclusions rejetées"


def find_amounts(text: str, zones: Sequence[Zone]) -> tuple[Amount, ...]:
    """Sums asked in the claims and granted in the operative part, with the article they are founded on."""
    small, found = plain(text), []
    for start, end in ZoneMap(zones).spans(ZoneName.CLAIMS):
        found += [
            _amount(text, small, m, start, end, "demande")
            for m in islice(_MONEY.finditer(small, start, end), 200)
            if _is_claimed(small, m)
        ]
    for start, end, _ in _articles(zones):
        article = small[start : min(end, start + _ARTICLE_LENGTH)]
        if _PAID.search(article) or "charge" in article:
            sums = _MONEY.finditer(small, start, start + len(article))
            found += [_amount(text, small, m, start, start + len(article), "accorde") for m in islice(sums, 20)]
    return tuple(found)


_ARTICLE_LENGTH = 6000  # no article of an operative part is longer; keeps hostile texts linear


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
    for start, end, _ in _articles(zones):
        match = _ENJOINED.search(small, start, end)
        if not match:
            continue
        deadline, penalty = _DEADLINE.search(small, match.end(), end), _PENALTY.search(small, start, end)
        stop = _rstrip(text, start, end)
        found.append(
            Injunction(
                start=start,
                end=stop,
                reason="Injonction au dispositif",
                text=text[start:stop],
                on=text[match.start("on") : match.end("on")].strip(),
                deadline=text[deadline.start() : deadline.end()] if deadline else "",
                penalty=text[penalty.start() : penalty.end()] if penalty else "",
            )
        )
    return tuple(found)
