"""What was decided, article by article: outcomes in the words of the annotations, sums, injunctions.

A refusal of costs alone (« Les conclusions présentées au titre de l'article L. 761-1 sont rejetées ») is no outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.plain import plain
from casetrack.model import Value, Zone, ZoneName

_COSTS_ONLY = re.compile(
    r"^[^;]{0,400}(?:l\.? ?761-1|au meme titre|75-i\b|l\.? ?8-1|frais (?:exposes|irrepetibles)|"
    r"non compris dans les depens|article 37 de la loi)"
)
_PRINCIPAL = re.compile(r"\b(?:requetes?|pourvois?|recours|deferes?|demandes?|protestations?|appels?)\b")
_REJECTED = re.compile(
    r"\b(?:est|sont|en|es|soient?) (?:\w+ )?rejete?e?s?\b|"
    r"\brejet (?:des?|de la|du|de l') ?(?:demandes?|requetes?|recours|pourvoi)|\brejet\b ?\.?$|^\W*rejet"
)
_SURPLUS = re.compile(
    r"surplus (?:des (?:autres )?conclusions|de la (?:requete|demande)|du pourvoi|des demandes)|"
    r"conclusions de la (?:requete|demande)[^.]{0,80} sont rejetees pour le surplus|le surplus"
)
# « La demande de M. B devant le tribunal et le surplus des conclusions de sa requête sont rejetés »
_WITH_SURPLUS = re.compile(r"\bdemandes?\b[^.]{0,300} et (?:le |du )surplus")
_BELOW = re.compile(
    r"devant (?:le|la|l'|les) (?:juge|tribunal|cour|commission|chambre|conseil|president)|"
    r"(?<!requete )(?<!requetes )d'appel de|"
    r"premiere instance|demande de premiere|par [^.]{3,90} au tribunal|presentee? (?:par [^.]{2,160} )?(?:au|devant)"
)
_ANNULLED = re.compile(
    r"\b(?:est|sont)(?: [a-z]+,?)? annulee?s?|^\W*(?:est|sont) annulee?s?|^\W*annulation\b|"
    r"declaree?s? nul(?:le)?s? et non avenu"
)
_ORDER_ANNULLED = re.compile(
    r"ordonnance[^.]{0,160}(?:est|sont) (?:[a-z]+ )?annulee|(?:est|sont) annulee?s?,? [^.]{0,40}ordonnance|"
    r"^\W*annulation de l'ordonnance"
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
        re.compile(
            r"donne acte (?:a .{2,80} )?d[ue]s? ?(?:\w+ )?(?:desistement|ce que)|"
            r"desistement (?:d'office|d'instance)"
        ),
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
            r"(?:annulation|abrogation|effets?)[^.]{0,120}(?:prend(?:ra)? effet|a compter du|"
            r"(?:est|sont) (?:differe|reporte))|"
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


def find_outcome(text: str, zones: Sequence[Zone], instance: str = "") -> tuple[Value, ...]:
    """Outcomes of the operative part, each once, in the order of the text.

    ``instance`` is what `find_procedure` answered, in the words of the contract.
    """
    small, found = plain(text), dict[str, Value]()
    for start, end, _ in list(articles_of(zones)) or _unheaded(small, zones):
        article = " ".join(small[start : min(end, start + ARTICLE_LENGTH)].split())
        for word, reason in _of_article(article, instance):
            found.setdefault(word, Value(start=start, end=rstrip(text, start, end), value=word, reason=reason))
    words = set(found)
    if (
        words & {"annulation", "annulation de l'ordonnance attaquée"}
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


_DEMAND_BELOW = re.compile(
    r"\s*article \w+ ?(?:er)? ?[:.-]* ?(?:la|les) demandes?\b|annulation\b[^;\n]*\brejet (?:de la|des) demandes?\b"
)


def _is_demand(small: str, value: Value) -> bool:
    """What is rejected is the demand made below, once its judgment is annulled."""
    return bool(_DEMAND_BELOW.match(small, value.start, value.end))


# « ; annulation de l'ordonnance et rejet de la demande . »: the last words of a decision abridged by the Lebon
_LAST_WORDS = re.compile(
    r"(?:^|[;.\n])\s*(?P<said>(?:rejet|annulation|non-lieu|decharge|reduction|reformation|renvoi|donne acte)\b"
    r"[^;\n]{0,300})\s*$"
)


def _unheaded(small: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int, str]]:
    """The operative part in one phrase at the end of the reasons, where no article is written."""
    last = next((zone for zone in reversed(zones) if zone.zone is ZoneName.GROUNDS), None)
    if last and not any(zone.zone is ZoneName.OPERATIVE_PART for zone in zones):
        said = _LAST_WORDS.search(small, max(last.start, last.end - 400), last.end)
        if said:
            yield said.start("said"), said.end("said"), ""


def articles_of(zones: Sequence[Zone]) -> Iterator[tuple[int, int, str]]:
    numbered = [z for z in zones if z.zone is ZoneName.OPERATIVE_PART]
    for zone in numbered:
        if zone.number or len(numbered) == 1:
            yield zone.start, zone.end, zone.number


def rstrip(text: str, start: int, end: int) -> int:
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
    elif re.match(r"\W*rejet\W*$", article):
        yield "rejet", "Dispositif d'un mot"
    elif not costs and re.search(r"\bconclusions\b", article) and not re.search(r"\bintervention\b", article):
        yield "rejet", "Conclusions rejetées"


ARTICLE_LENGTH = 6000  # no article of an operative part is longer; keeps hostile texts linear
