"""The sentences in which judges give a decisive ground, ground by ground: not met, and met.

Patterns run on plain text (small letters, no accents), point by point, and only where one of their words stands.
A form with « ne ... que » or inside a quotation is no holding: `grounds` blanks the second, the forms avoid the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casetrack.model import Ground


@dataclass(frozen=True, slots=True)
class Form:
    """One ground: ``words`` of which one must stand in the point, the ``pattern`` of its sentences, and the reason."""

    ground: Ground
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    reason: str

    def is_near(self, part: str) -> bool:
        return any(word in part for word in self.words)


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


_NOT = r"(?:n'est|ne sont|n'etait|ne saurait|ne peut|ne peuvent|ne pouvait|n'apparai(?:t|ssent)|n'etant|n'a ete)"
_MET_WORD = (
    r"(?:remplie|satisfaite|etablie|caracterisee|justifiee|reunie|presente|demontree|regardee|averee|constituee)"
)
_SOON = r"(?:bref delai|quarante-huit heures|48 heures)"
_NEEDS = r"(?:necessit|impliqu|rend|exige|appel|impos|justifi|commande|requer)\w*"
# « propre, en l'état de l'instruction, à créer un doute sérieux »
_APT = r"(?:propres?|de nature|susceptibles?)(?:,? (?:en|a) [^.;]{3,70}?,?)? (?:a|de) (?:creer|faire naitre|susciter)"

_URGENCY = _any(
    rf"(?:condition|situation)s? (?:particuliere )?(?:d'|tenant a l'|relative a l'|de l'|posee |liee a l')"
    rf"(?:extreme )?urgence[^.;]{{0,220}}?{_NOT}[^.;]{{0,100}}?{_MET_WORD}",
    r"(?:n'est|ne sont|n'etant) pas (?:de nature a )?(?:remplie|caracteriser|constitutif|constituer|justifier|"
    r"reveler|etablir)[^.;]{0,60}urgence",
    r"faute (?:que|pour|d'etablir|de justifier)[^.;]{0,120}urgence",
    r"(?:defaut|absence|faute) d'(?:une )?(?:situation d')?urgence",
    r"ne (?:justifie|justifient|caracterise|caracterisent|demontre|demontrent|revele|revelent|etabli\w*|fait etat|"
    r"font etat|constitue|saurait|permet\w*|suffi\w*|peut|peuvent|presente\w*|revet\w*)[^.;]{0,220}urgence",
    r"n'(?:etabli|apport|expos|invoqu)\w*[^.;]{0,100}urgence",
    r"sans (?:exposer|apporter|justifier|etablir|faire etat)[^.;]{0,130}urgence",
    r"urgence[^.;]{0,60} (?:n'est|n'etait|ne peut|ne saurait|fait defaut|fait donc defaut|ferait defaut|"
    r"fait, [^,]{3,30}, defaut|ne s'attache|manque)",
    r"il n'y a pas (?:d'|lieu de constater l')urgence",
    r"aucune (?:situation d')?urgence",
    r"manifeste[^.;]{0,60}condition d'urgence[^.;]{0,60}pas",
    r"(?:n'est|ne sont) pas remplie[^.;]{0,40}urgence",
    r"aucun[e]?[^.;]{0,120}(?:etablir|justifier|caracteriser)[^.;]{0,60}urgence",
    r"(?:s'est|se sont|s'etant) (?:elle|lui|eux)s?-memes? (?:place\w*|mis\w*)[^.;]{0,60}urgence",
    # « ne saurait être regardée comme nécessitant l'intervention, à très bref délai, d'une mesure de sauvegarde »
    rf"ne (?:saurai\w+|peu\w+|pourrai\w+)[^.;]{{0,60}} etre (?:regarde|considere|tenu)\w* comme "
    rf"{_NEEDS}[^.;]{{0,160}}{_SOON}",
    rf"(?:ne |n')(?:necessit|impliqu|ren[dt]|exig|appel|impos|justifi|requ|caracteris|revel|etabli|demontr)\w*"
    rf"(?: pas| aucun\w*| nullement| en rien)[^.;]{{0,200}}{_SOON}",
    rf"aucune? (?:circonstance|situation|element|consideration)[^.;]{{0,140}}{_NEEDS}[^.;]{{0,140}}{_SOON}",
    rf"(?:pas|aucune?)[^.;]{{0,60}}(?:de nature a|susceptibles? de) (?:justifier|caracteriser|imposer|rendre)"
    rf"[^.;]{{0,140}}{_SOON}",
    # « ne préjudicie pas de manière suffisamment grave et immédiate à un intérêt public »
    r"(?:ne |n')[^.;]{0,220}(?:prejudici\w+|atteinte|consequences?|prejudice)[^.;]{0,60}(?:suffisamment )?graves? et "
    r"immediate?s?",
    r"(?:prejudice|atteinte|consequences?)[^.;]{0,120} (?:n'est|ne sont|n'a|ne presente\w*|ne revet\w*)[^.;]{0,60}"
    r"graves? et immediate?s?",
)
_URGENCY_MET = _any(
    r"urgence[^.;]{0,160}(?:est|(?:doi(?:t|vent)|peut)(?:, [^,.;]{3,40},)?(?: ainsi| donc| des lors)? etre regardee "
    r"comme|etant)[, ][^.;]{0,40}(?:remplie|satisfaite|caracterisee|justifiee|etablie|reunie)",
    r"urgence[^.;]{0,120}doi(?:t|vent)[^.;]{0,60}etre regarde\w* comme (?:etant )?(?:remplie|satisfaite|etablie)",
    r"(?<!ne )(?:caracteris|constitu|revel|justifi)\w+[^.;]{0,40}(?:une |la |l'|de l')(?:situation d')?"
    r"(?:extreme )?urgence",
    r"presente(?:nt)?[^.;]{0,30} caractere d'urgence|il y a (?:bien )?urgence",
)
_DOUBT = _any(
    r"(?:aucun|pas|ne (?:sont|paraissent|parait|peuvent)|n'(?:est|apparait|apparaissent|etait))[^.;]{0,260}(?:creer|"
    r"faire naitre|susciter|susceptibles? de)[^.;]{0,90}doute serieux",
    r"aucun doute serieux",
    r"ne (?:permet|permettent) pas[^.;]{0,160}doute serieux",
    r"(?:absence|defaut|faute) de doute serieux",
    r"n'existe pas de (?:doute|moyen)[^.;]{0,80}serieux",
    r"(?:faute|defaut) de (?:doute|moyen)[^.;]{0,60}serieux",
    r"n'est[^.;]{0,60}propre a[^.;]{0,80}doute serieux",
    r"ne permet de regarder[^.;]{0,80}doute serieux",
    r"doute serieux[^.;]{0,80} (?:n'est|ne peut etre|ne saurait etre)[^.;]{0,40}(?:remplie|regardee|satisfaite|"
    r"etabli|tenue)",
)
_DOUBT_MET = _any(
    rf"(?:est|sont|parai\w+|apparai\w+)[^.;]{{0,90}}{_APT}[^.;]{{0,60}}doute serieux",
    rf"{_APT}[^.;]{{0,60}}doute serieux",
)
_ILLEGALITY = _any(
    r"(?:ne (?:porte|portent|portait|peu\w+|saurai\w+|revele\w*|constitue\w*|caracterise\w*|fait apparaitre|"
    r"permet\w*|sont)|n'(?:a|ont|est|etait|apparai\w+|etabli\w+|a pas|y a|existe|aurai\w+)|aucune?|"
    r"sans que)[^.;]{0,320}(?:atteinte )?(?:suffisamment )?(?:grave et )?manifestement illegale?",
    r"(?:pas|aucune)[^.;]{0,80}(?:illegalite|meconnaissance)(?: grave et)? manifeste",
    r"absence (?:d'atteinte|d'illegalite)[^.;]{0,60}manifeste",
    # shelter, prisons, protection of a child: what is asked of the State is to act
    r"(?:aucune|pas|sans|ne (?:peut|saurait|revele\w*|caracterise\w*)|n'(?:est|a))[^.;]{0,120}carence "
    r"(?:caracterisee|grave)",
)
_ILLEGALITY_MET = _any(
    r"(?:porte|portent|portant|a porte|constitue\w*|constitutive|caracterise\w*|revele\w*|"
    r"doit etre regarde[^.;]{0,30})[^.;]{0,60} une? (?:atteinte|illegalite|meconnaissance)[^.;]{0,40}(?:grave et "
    r"manifestement illegale|manifeste)",
    r"(?<!pas )(?:revele|constitue|caracterise)\w*[^.;]{0,30}une carence (?:caracterisee|grave)",
)
_GRAVITY = _any(
    r"(?:ne porte\w*|n'a pas porte|pas)[^.;]{0,100}atteinte (?:suffisamment )?grave (?!et (?:manifest|immediat))",
    r"n'est (?:donc |ainsi )?pas (?:suffisamment )?grave|n'est ni (?:suffisamment )?grave",
    r"gravite (?:de l'atteinte )?n'est pas|gravite insuffisante",
    r"(?:pas|ne|n')[^.;]{0,60}(?:d'une|de|un degre de|le degre de|le caractere de|un caractere de) gravite "
    r"(?:suffisante?|exige|requis|tel)",
    r"(?:ne (?:peut|saurait)|pas)[^.;]{0,60}(?:qualifiee? de|regardee? comme(?: etant)?) grave\b(?! et)",
)
_LIBERTY = _any(
    r"(?:n'est pas|ne (?:constitue|constituent|revet|revetent)(?: pas)?|n'a(?: pas)?,?|"
    r"ne (?:peut|saurait)[^.;]{0,30} etre regarde\w* comme|ne figure\w*|n'entre\w*)(?:(?!atteinte)[^.;]){0,70}?"
    r"(?:une |parmi les |au nombre des |d'une |des |aucune )libertes? fondamentales?",
    r"(?:n'invoque|ne se prevaut|ne precise|ne fait etat|ne met(?:tent)? en cause|ne mentionne)"
    r"(?:(?!atteinte)[^.;]){0,60}libertes? fondamentales?",
    r"aucune liberte fondamentale",
)
_LINKED = (
    r"(?:,? (?:donc|manifestement|ainsi|par suite|par consequent|des lors|egalement|en consequence|"
    r"entachee?s? d'une|des lors manifestement|elle-meme|tardive et)){0,4}"
)
_INADMISSIBLE = _any(
    rf"(?:est|sont|etait|etaient|serait|apparait|comme|regardee?s? comme){_LINKED},?"
    rf"(?: (?:tardives?|nouvelles?|prematuree?s?)(?:,? et|,){_LINKED})? irrecevables?",
    r"n'(?:est|etait|est donc|est, par suite,|est, des lors,) (?:donc |ainsi |manifestement |par suite )?"
    r"pas recevables?",
    r"ne (?:sont|peut etre|saurait etre|peuvent etre)[^.;]{0,20} ?(?:pas )?(?:donc )?recevables?",
    r"irrecevabilite manifeste|a bon droit[^.;]{0,60}irrecevable|d'une irrecevabilite",
    r"tardive[^.;]{0,40}rejetee",
    r"ne peut, (?:des lors|par suite), etre admis",
    r"(?:ne justifie\w*|n'a|n'ont|est depourvue?)(?: pas| donc)*[^.;]{0,40} (?:interet|qualite)(?: [^.;]{3,50})? pour "
    r"(?:agir|demander|contester)",
)
_NO_JURISDICTION = _any(
    r"ne rel(?:eve|event)[^.;]{0,60}(?:manifestement )?pas[^.;]{0,30} de la (?:competence|juridiction)",
    r"(?:juridiction|juge|conseil d'etat|tribunal|ordre)[^.;]{0,90}(?:est|sont)[^.;]{0,20} (?:manifestement )?"
    r"incompetente?s? pour",
    r"ne ressorti\w+ (?:manifestement )?pas",
    r"aucune disposition[^.;]{0,120}donne competence",
    r"n'est[^.;]{0,30} pas (?:manifestement )?competente? pour (?:en )?connaitre",
    r"insusceptibles? d'etre portees? devant|porte+e?s? devant une juridiction incompetente",
    r"n'appartient (?:pas|qu'au juge judiciaire|qu'aux juridictions judiciaires)[^.;]{0,90} "
    r"(?:de )?(?:connaitre|statuer)",
    r"echapp\w+[^.;]{0,30} a la competence d[eu]",
)

NOT_MET = (
    Form(Ground.NO_JURISDICTION, ("competen", "ressorti", "appartient"), _NO_JURISDICTION,
         "Incompétence de la juridiction saisie"),
    Form(Ground.INADMISSIBLE, ("recevab", "tardive", "etre admis", "pour agir", "pour demander", "pour contester"),
         _INADMISSIBLE, "Demande irrecevable"),
    Form(Ground.URGENCY, ("urgence", "bref delai", "quarante-huit heures", "48 heures", "et immediate"), _URGENCY,
         "Condition d'urgence non remplie"),
    Form(Ground.DOUBT, ("serieux",), _DOUBT, "Aucun doute sérieux"),
    Form(Ground.ILLEGALITY, ("manifeste", "carence"), _ILLEGALITY, "Aucune atteinte grave et manifestement illégale"),
    Form(Ground.GRAVITY, ("grav",), _GRAVITY, "Atteinte sans gravité suffisante"),
    Form(Ground.LIBERTY, ("fondamentale",), _LIBERTY, "Aucune liberté fondamentale en cause"),
)  # fmt: skip
"""Grounds of a rejection, in the order they are told."""

MET = (
    Form(Ground.URGENCY, ("urgence",), _URGENCY_MET, "Condition d'urgence remplie"),
    Form(Ground.DOUBT, ("serieux",), _DOUBT_MET, "Doute sérieux"),
    Form(Ground.ILLEGALITY, ("manifeste", "carence"), _ILLEGALITY_MET, "Atteinte grave et manifestement illégale"),
)
"""Grounds of a success."""
