"""The liberty or right invoked before the urgent judge, by name, in what is asked, pleaded or judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.anchors import find_words
from casetrack.extract.plain import plain
from casetrack.extract.procedure import Procedure
from casetrack.extract.zones import ZoneMap
from casetrack.model import Liberty, Value, Zone, ZoneName

_FORMS: dict[Liberty, str] = {
    Liberty.PERSONAL_DATA: (
        r"protection (?:des|de (?:ses|leurs|vos)) donnees|donnees (?:personnelles|a caractere personnel|de sante)"
    ),
    Liberty.FAMILY_LIFE: r"vie (?:privee et )?familiale|vie familiale normale",
    # the Conseil d'État holds bodily integrity a part of private life (art. 8 of the convention)
    Liberty.PRIVATE_LIFE: (
        r"vie privee|droit a l'image|inviolabilite du domicile|(?:respect|droit)[^.;,]{0,30} integrite physique"
    ),
    Liberty.MOVEMENT: (
        r"d?'?aller et (?:de )?venir|libertes? de (?:circulation|circuler|mouvement|deplacement)|"
        r"libre circulation"
    ),
    Liberty.EXPRESSION: (
        r"libertes? (?:d'expression|d'opinion|de la presse|de communication|d'information|de creation|artistique)|"
        r"liberte de pensee et d'opinion"
    ),
    Liberty.ASSEMBLY: r"libertes? de (?:se )?reuni(?:on|r)",
    Liberty.DEMONSTRATION: r"(?:libertes?|droits?) de manifest(?:er|ation)",
    Liberty.ASSOCIATION: r"libertes? d'association",
    Liberty.UNION: r"libertes? syndicales?|droits? syndica(?:l|ux)|droit de greve",
    Liberty.WORSHIP: (
        r"libertes? (?:de|du|des) cultes?|libre exercice (?:du|des|de leur|de son) cultes?|"
        r"libertes? de (?:conscience|religion|pensee)|"
        r"libertes? religieuses?"
    ),
    Liberty.ASYLUM: (
        r"(?<!et du )droits? (?:constitutionnel )?d'asile|solliciter (?:l'asile|le statut de refugie)|"
        r"demander l'asile"
    ),
    Liberty.LIFE: r"droit (?:au respect de|a) la vie(?! prive| famil)",
    Liberty.DIGNITY: r"dignite|traitements? (?:cruels?, )?(?:inhumains?|degradants?)",
    Liberty.CHILD: r"interets? superieurs? (?:de l'|de leurs? |des |de ses |d'un )?enfants?|interet superieur",
    Liberty.REMEDY: (
        r"droit (?:a|au|d'exercer|d'acces a) (?:un |une )?(?:recours|juge)|"
        r"recours (?:juridictionnel )?effectif|droit au recours|acces au juge"
    ),
    Liberty.DEFENCE: r"droits? de la defense|proces equitable|principe du contradictoire et des droits",
    Liberty.PROPERTY: r"droits? (?:de|a la) propriete|libre disposition de (?:ses|leurs|son) biens?",
    Liberty.ENTERPRISE: r"libertes? d'entreprendre|libertes? du commerce|liberte contractuelle",
    Liberty.WORK: (
        r"droits? (?:au|du) travail|libertes? (?:du|de) travail(?:ler)?|libre exercice d'une (?:activite|"
        r"profession)|droits? a l'emploi|d'exercer une (?:activite )?profession"
    ),
    Liberty.EQUALITY: (
        r"principes? (?:constitutionnel )?d(?:'|e l')egalite|rupture d(?:'|e l')egalite|"
        r"egalite (?:devant|de traitement|entre|des)|non-discrimination|"
        r"discriminatoires?|principe d'egal acces"
    ),
    Liberty.EDUCATION: (
        r"droits? a (?:l'education|l'instruction|la scolarisation)|egal acces a l'instruction|"
        r"libertes? de l'enseignement|droit a une scolarisation"
    ),
    Liberty.HEALTH: (
        r"droits? a la (?:protection de la )?sante|protection de (?:la|leur|sa) sante|"
        r"sante (?:et|ou) (?:de |a )?(?:la )?securite (?:au travail|des (?:travailleurs|salaries|agents))|"
        r"recevoir les (?:traitements et )?soins|atteinte grave[^.;]{0,20} a la sante"
    ),
    Liberty.SHELTER: r"droit a (?:l'|un )hebergement|hebergement d'urgence|droits? au logement",
    Liberty.SUFFRAGE: r"droits? de (?:suffrage|vote)|libre expression du suffrage|sincerite du scrutin",
    Liberty.LOCAL_SELF_GOVERNMENT: r"libre administration",
    Liberty.PERSONAL_FREEDOM: (
        r"libertes? (?:personnelle|individuelle)s?|droit a la surete|droit de refuser un traitement|"
        r"consentement libre et eclaire|droit de disposer de son corps"
    ),
    Liberty.INNOCENCE: r"presomption d'innocence",
    Liberty.SECRECY: r"secret (?:medical|professionnel|des affaires|des sources)",
    Liberty.CORRESPONDENCE: (
        r"secret des correspondances|droit (?:a|au respect de) la correspondance|respect de (?:sa|leur|"
        r"la) correspondance"
    ),
    Liberty.ENVIRONMENT: (
        r"environnement equilibre|droit (?:de chacun de vivre|a un environnement)|respectueux de la sante"
    ),
}
_ALL = re.compile("|".join(f"(?P<{name.name}>{form})" for name, form in _FORMS.items()))
_FIRST_WORDS = (
    "vie ", "protection", "donnees ", "d'aller", "'aller", "aller et", "libert", "libre ", "droit", "solliciter ",
    "demander l'asile", "dignite", "traitement", "interet", "recours ", "acces au juge", "proces equitable", "principe",
    "d'exercer une", "egalite", "non-discrimination", "discriminatoire", "egal acces", "recevoir les",
    "atteinte grave", "hebergement d'urgence", "sincerite", "integrite", "consentement", "presomption", "secret",
    "respect", "environnement", "inviolabilite", "rupture d", "sante et", "sante ou",
)  # fmt: skip
"""Every form begins with one of them: thirty forms tried at each letter cost half the reading of a decision."""
_QUOTED = re.compile(r'"[^"]{0,2500}"')
# Names of texts and bodies that are no liberty invoked
_NOT_INVOKED = re.compile(
    r"(?:droits? de l'homme|convention|declaration|charte|commission nationale de l'informatique)[^.;,]{0,30}$"
)


# « la liberté d'aller et venir, le droit de propriété sont au nombre des libertés fondamentales »: the law, no plea
_GENERAL = re.compile(
    r"(?:au nombre|parmi|figurent|constituent|sont|compte\w*)[^.;]{0,60} libertes? fondamentales? ?(?:au sens|que |qu'|"
    r"protege|[.;,]|$)"
)
# « supprimer les données personnelles collectées »: a thing asked for, not the right that protects it
_DATA_AS_RIGHT = re.compile(
    r"\b(?:protection|droits?|respect|atteinte|libertes?|confidentialite|vie privee)\b[^.;]{0,90}$"
)


def _forms(part: str) -> Iterator[re.Match[str]]:
    """What `_ALL` finds in a text, in order, tried only where one of its first words stands."""
    end = 0
    for at in find_words(part, _FIRST_WORDS):
        if at >= end and (match := _ALL.match(part, at)):
            end = match.end()
            yield match


def find_liberties(text: str, zones: Sequence[Zone], procedure: Procedure | None = None) -> tuple[Value, ...]:
    """Liberties named by the parties or the judge, each at its first mention; only in urgent proceedings.

    ``procedure`` is what `find_procedure` answered for the same text.
    """
    if procedure is None or not procedure.is_urgent or not zones:
        return ()
    small, found = plain(text), dict[Liberty, Value]()
    read = (ZoneName.PROCEDURE, ZoneName.CLAIMS, ZoneName.PLEAS, ZoneName.GROUNDS)
    spans = [(start, end, zone) for zone in read for start, end in ZoneMap(zones).spans(zone)]
    for start, end, zone in sorted(spans):
        part = _QUOTED.sub(lambda match: " " * len(match[0]), small[start:end])
        for match in _forms(part):
            liberty = Liberty[str(match.lastgroup)]
            if liberty is Liberty.PERSONAL_DATA and not _is_right(part, match):
                continue
            if liberty not in found and zone is ZoneName.GROUNDS and _is_list_of_law(part, match):
                continue
            if _NOT_INVOKED.search(part[max(0, match.start() - 60) : match.start()]):
                continue
            at = (start + match.start(), start + match.end())
            found.setdefault(
                liberty, Value(start=at[0], end=at[1], value=liberty.value, reason="Liberté ou droit nommé")
            )
            if liberty is Liberty.FAMILY_LIFE and "privee" in match[0]:
                found.setdefault(
                    Liberty.PRIVATE_LIFE,
                    Value(start=at[0], end=at[1], value="vie-privee", reason="Liberté ou droit nommé"),
                )
    return tuple(found.values())


def _is_right(part: str, match: re.Match[str]) -> bool:
    return match[0].startswith("protection") or bool(
        _DATA_AS_RIGHT.search(part[max(0, match.start() - 130) : match.start()])
    )


def _is_list_of_law(part: str, match: re.Match[str]) -> bool:
    """Two liberties or more, said in general to be fundamental ones: what the law protects, not what was invoked."""
    left = max(part.rfind(mark, 0, match.start()) for mark in (". ", ";", "\n")) + 1
    ends = [end for mark in (". ", ";", "\n") if (end := part.find(mark, match.end())) >= 0]
    sentence = part[left : min([*ends, match.end() + 600, len(part)])]
    if not _GENERAL.search(sentence):
        return False
    return len({form.lastgroup for form in _forms(sentence)}) > 1
