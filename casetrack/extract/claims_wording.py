"""How claims and operative parts are worded, and whether two wordings name one person or one act. Folded text only."""

from __future__ import annotations

import re

from casetrack.extract.plain import plain

FILING = r"(?:requetes?|pourvois?|recours|appels?|deferes?|protestations?)"
HEAD = re.compile(r"\s*art(?:icle|\.) ?(?:\d+|premier|ler|unique)(?:er)? ?[:.-]*\s*(?:-+\s*)?")
SENTENCE = re.compile(r"(?<=[a-z0-9)])\.\s+(?=(?:l'|la |le |les |il |une? |article))|;\s+")
DOCKET = re.compile(r"\b\d{5,7}\b|\b\d{2}[a-z]{2}\d{5}\b")
# « au titre de l'article L. 761-1 du code de justice administrative et 37 de la loi du 10 juillet 1991 »
COSTS = re.compile(r"\bl\.? ?761[- ]1\b|\bl\.? ?8-1\b|\barticle 75\b|\barticles? 37 de la loi")
ONLY_COSTS = re.compile(r"(?:en tout etat de cause, )?(?:de |d')(?:mettre|condamner)\b")
PAYS = re.compile(r".*?\b(?:versera|verseront|paiera|paieront)\b(?P<payee>.*)")
REFUSED = re.compile(r"(?:les|le surplus des) conclusions\b(?P<who>.*?),? sont rejetees\.?$")
FOUNDED = re.compile(r"(?:presentees? )?(?:au titre|sur le fondement|en application|tendant a)")
BY = re.compile(r"\b(?:par|de|du|des)\b|\bd'")
OF_FILING = re.compile(rf"^ (?:de la |du |des |de l')(?:meme )?{FILING}")
# « La requête de l'association X est rejetée », « Le pourvoi de M. B n'est pas admis »
WHOLE = re.compile(
    rf"(?:la|le|les|l') ?{FILING}\b(?P<who>.*?) (?:(?:n'est|ne sont) pas admise?s?|"
    r"(?:est|sont) (?P<rejected>rejetee?s?))(?P<tail>.*)"
)
WITHDRAWN = re.compile(
    rf"il est donne acte (?:du|de la|des?) desistements?(?: d'instance| d'action| et d'action)*(?: de (?:la|sa|son) "
    rf"{FILING})?(?P<who>.*)"
)
MOOT = re.compile(
    rf"il n'y a (?:pas|plus) lieu de statuer sur (?:la|le|les|l') ?(?P<claims>conclusions (?:de la |du |des ))?"
    rf"{FILING}\b(?P<who>.*)"
)
SEVERAL = re.compile(r"\b(?:les|des) (?:requetes|pourvois|recours|appels|deferes|protestations|desistements)\b")
SURPLUS = re.compile(r"le surplus|les conclusions\b.*\bsont rejetees pour le surplus")
REFUSAL = re.compile(r"(?:est|sont) rejetee?s?|(?:n'est|ne sont) pas admis")
# What a court grants, in any turn: too much is caught rather than too little.
GRANTED = re.compile(
    r"\b(?:annulee?s?|reformee?s?|suspendue?s?|enjoint|ordonnee?s?|condamnee?s?|decharge\w*|renvoyee?s?|accordee?s?|"
    r"fixee?s?|reduite?s?|ramenee?s?|remise?s? a la charge|declaree?s?|sursis|versera|verseront|paiera|paieront)\b|"
    r"(?<!pas )\badmise?s?\b"
)
APART = ("aide juridictionnelle", "conseil constitutionnel")
"""What a court rules on beside the filing: what is said of it answers those claims, or nothing does."""
INTERVENTION = re.compile(r"(?:l'|les )interventions?\b")
BELOW = re.compile(r"\bdevant (?:le|la|les)\b|premiere instance|\b(?:incidente?|provoque)\b|\bd'appel\b")
IN_PART = re.compile(r"\ben (?:tant|ce) qu|\bdans cette mesure\b")
PART = re.compile(r"\ben (?:tant|ce) qu|\bdans cette mesure\b|\btend(?:ant|ent)\b|\bdirigees?\b|\barticles? (?:\d|1er)")
ON_THE_MERITS = re.compile(r"\bfaire (?:entierement )?droit\b|\breglant l'affaire\b|\bstatuant en refere\b")

_DECISION = r"(?P<noun>arret|ordonnance|jugement|decision|arrete|decret|circulaire|deliberation|instruction|note)"
ANNUL = re.compile(rf"d'annuler (?:pour exces de pouvoir )?(?:cet|cette|ce|l'|le|la) ?{_DECISION}\b(?P<rest>.*)")
ANNULLED = re.compile(rf"(?:l'|le |la ){_DECISION}\b(?P<rest>.*?) est (?:\w+ )?annulee?\b(?P<part>.*)")
_TO = r"(?P<to>(?:a|au|aux)\b.{2,}?)(?=,| de | d'|$)(?P<what>.*)"
ENJOIN, ENJOINED = re.compile(rf"d'enjoindre {_TO}"), re.compile(rf"il est enjoint {_TO}")
SUSPEND = re.compile(r"de suspendre |d'ordonner la suspension |d'ordonner (?:qu'il soit |le )sursis")
SUSPENDED = re.compile(
    r"(?:l'execution|les effets)\b.* (?:est|sont) suspendue?s?|.*\bil (?:sera|est) sursis a l'execution"
)
SEND_BACK, SENT_BACK = re.compile(r"de renvoyer l'affaire (?:devant |a )"), re.compile(r"l'affaire est renvoyee")
_QUESTION = r".*(?:conseil constitutionnel|question prioritaire)"
ASK_QUESTION = re.compile(rf"de (?:renvoyer|transmettre) {_QUESTION}")
NO_QUESTION = re.compile(rf"il n'y a pas lieu de (?:renvoyer|transmettre) {_QUESTION}")
REJECT = re.compile(
    r"(?:^|, )de rejeter (?:la |l')(?:demande|appel|requete) (?:presentee? par |de |d'|du )(?P<who>[^,]*)"
)
REJECTED = re.compile(r"la (?:demande|requete) (?:presentee? par |de |d'|du )(?P<who>.*?) est rejetee")

_ARTICLE = re.compile(r"^(?:l'|la |le |les )")
_TITLE = re.compile(r"^(?:mm?\. et mmes?|mm\.|m\.|mmes?|mlle|me|madame|monsieur) ")
_FULL = re.compile(r"(?P<full>.{4,}) \((?P<sigle>[^()]{2,20})\)$")
_REFERENCE = re.compile(r"\bn ?° ?([\d-]{5,}|\d{2}[a-z]{2}\d+)|\b(\d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d)\b")
_WORD = re.compile(r"[a-z]{5,}")


def flat(said: str) -> str:
    """Folded, on one line; the dots of a pseudonym (« M. A...B... ») are spaces."""
    return " ".join(plain(said).replace("...", " ").split())


def forms(name: str) -> frozenset[str]:
    """What to look for: the name without article; « Nom complet (SIGLE) » either way. A civility stays before
    initials (« m. b ») and goes before a name."""
    said = _ARTICLE.sub("", flat(name)).strip(' ".')
    rest = _TITLE.sub("", said)
    kept = said if all(len(word) < 3 for word in rest.split()) else rest
    both = _FULL.match(kept)
    found = {kept, both["full"], both["sigle"]} if both else {kept}
    return frozenset(form for form in found if len(form) > 2)


def names(said: str, wanted: frozenset[str]) -> bool:
    """Whether one of the forms stands in ``said``, whole."""
    return any(re.search(rf"(?<![\w.]){re.escape(form)}(?!\w)", said) for form in wanted)


def may_be_one_act(asked: str, told: str) -> bool:
    """« cette ordonnance » may be any; numbers and dates on both sides must have one in common."""
    left, right = _references(asked), _references(told)
    return not left or not right or bool(left & right)


def _references(said: str) -> set[str]:
    return {number or day for number, day in _REFERENCE.findall(said)}


def shared(left: str, right: str) -> float:
    """How many long words of the shorter side the other has, from 0 to 1."""
    one, other = set(_WORD.findall(left)), set(_WORD.findall(right))
    return len(one & other) / min(len(one), len(other)) if one and other else float(left == right)


def is_limited(who: str) -> bool:
    """Whether a sentence rules on part of a filing, on another's, or on what was before another court."""
    return bool(BELOW.search(who) or PART.search(who) or "conclusions" in who or "surplus" in who)


def ends(tail: str) -> bool:
    """Nothing follows but why: « comme portée devant une juridiction incompétente »."""
    return bool(re.match(r"[ .]*$| ?,? (?:comme|pour irrecevabilite)\b", tail))
