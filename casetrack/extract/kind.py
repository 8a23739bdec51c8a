"""What a document is: a decision, a filing, press, an association's page, a notice, or something else, and why.

Each kind has marks that count for it; the file's own word (official XML, mail header, site) counts most. The reason
names the marks that decided, so that a person can disagree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.extract.calendar_words import lower
from casetrack.model import Declared, DocumentKind, Value

_REACH = 60_000
"""Code points looked at from each end: the marks of a kind stand at the head and at the foot."""


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: DocumentKind
    weight: int
    words: str
    pattern: re.Pattern[str]


def _mark(kind: DocumentKind, weight: int, words: str, pattern: str) -> _Mark:
    return _Mark(kind, weight, words, re.compile(pattern, re.MULTILINE))


_D, _F, _P = DocumentKind.DECISION, DocumentKind.FILING, DocumentKind.PRESS
_A, _N = DocumentKind.ASSOCIATION, DocumentKind.NOTICE
_MARKS = (
    _mark(_D, 4, "« D E C I D E » ou « O R D O N N E »",
          r"(?:^|[\s:;,.])(?:d\s?[eé]\s?c\s?i\s?d\s?e(?:nt)?|o\s?r\s?d\s?o\s?n\s?n\s?e|d[eé]cr[eè]te)\s{0,3}:"),
    _mark(_D, 3, "« Considérant ce qui suit »", r"considérant ce qui suit|(?:^|[;.\s])considérant (?:que|qu')"),
    _mark(_D, 3, "« Vu la procédure suivante »", r"vu (?:la|les) procédures? suivantes?|^vu (?:la requête|le pourvoi"
                                                 r"|le recours)"),
    _mark(_D, 2, "« sera notifiée »", r"la présente (?:décision|ordonnance)|le présent (?:jugement|arrêt) sera"
                                      r"|sera notifiée? (?:à|au|aux)"),
    _mark(_D, 2, "titre d'un recueil de décisions",
          r"^[ \t]{0,8}(?:conseil d['’][eé]tat|cour administrative d['’]appel d|tribunal administratif d)[^\n]{0,60},"
          r" (?:du )?\d{1,2}(?:er)?[ /][^\n,]{1,12}[ /]\d{4}, (?:n° ?)?\d[\w ]{3,40}"),
    _mark(_D, 2, "« Au nom du peuple français »", r"au nom du peuple français"),
    _mark(_D, 3, "« par ces motifs » d'une juridiction",
          r"par ces motifs\s?,?\s?(?:la cour|le tribunal|le conseil)|(?:la cour|le tribunal)\s?[:,]?\s(?:rejette|casse"
          r"|confirme|infirme)"),
    _mark(_F, 4, "« PAR CES MOTIFS », « plaise au »",
          r"par ces motifs(?!\s?,?\s?(?:la cour|le tribunal|le conseil))|plaise (?:au|à la|à)\b"
          r"|il est demandé au (?:juge|tribunal|conseil)"),
    _mark(_F, 3, "titre de requête ou de mémoire",
          r"^[ \t]{0,8}(?:requête|mémoire|recours|référé|conclusions|note en délibéré|pourvoi|intervention volontaire)"
          r"(?:\s(?:introducti[fv]e?|en (?:défense|réplique|intervention|référé|annulation|suspension)|complémentaire"
          r"|ampliatif|"
          r"sommaire|aux fins|tendant|pour|devant|à|de|\(|-|–|:)[^\n]{0,120})?[ \t]{0,4}$"),
    _mark(_F, 3, "« POUR : », « CONTRE : »", r"^[ \t]{0,8}(?:pour|contre)\s?:"),
    _mark(_F, 3, "inventaire des pièces",
          r"(?:inventaire|bordereau|liste)(?: détaillé)? (?:des|de)\s(?:pièces|productions)|^[ \t]{0,8}(?:pièce"
          r"|production) n\s?[°o]?\s?\d"),
    _mark(_F, 2, "adresse à la juridiction",
          r"à (?:mesdames et messieurs|m(?:onsieur|\.) le président|mesdames|messieurs) (?:les (?:conseillers"
          r"|président|juge)|le|du|et)|"
          r"(?:à|devant) (?:monsieur|madame|m\.|mme) l[ea] (?:juge|président)"),
    _mark(_F, 2, "« l'exposante »", r"\bl(?:'|es )exposante?s?\b|\bles? requérante?s? (?:soutien|entend|demand"
                                    r"|conclu)"),
    _mark(_F, 3, "courrier d'avocat ou lettre recommandée",
          r"ch[eè]re? (?:consœur|confrère|maître)|lettre recommandée|mise en demeure"
          r"|^[ \t]{0,8}objet\s?:|^[ \t]{0,8}(?:nos"
          r"|vos)? ?réf(?:érence)?s?\.?\s?:"),
    _mark(_F, 4, "avis d'audience ou convocation", r"^[ \t]{0,8}(?:avis d'audience|convocation à (?:l'|une )audience)"),
    _mark(_F, 3, "lettre", r"^[ \t]{0,8}(?:monsieur|madame|maître|ch[eè]re? \w{2,12})[^\n.]{0,50},[ \t]{0,4}$"),
    _mark(_N, 8, "notice de démonstration", r"\A\W{0,6}(?:notice|fiche)(?: (?:factuelle|neutre|documentaire"
                                            r"|de faits?))?\b[^\n]{0,160}$"),
    _mark(_N, 3, "« Sources : » d'une notice", r"^\W{0,6}(?:nature du document|type)\s?:\s?notice\b"),
    _mark(_P, 3, "« Publié le »", r"(?:publiée?|mise? en ligne|postée?|parue?|mise? à jour|modifiée?) le\s"),
    _mark(_P, 2, "signature", r"^[ \t]{0,8}(?:auteur(?:\(s\)|s)?\s?:|par [a-zà-ÿ-]{2,20} [a-zà-ÿ-]{2,25}\s{0,3}(?:$|["
                              r"|•,–-])|la rédaction|propos recueillis)"),
    _mark(_P, 2, "boutons de partage ou d'abonnement",
          r"^\W{0,4}(?:partager|newsletter|commentaires?|lire aussi|à lire aussi|s'abonner|réagir|fil d'actualités?"
          r"|temps de lecture)"),
    _mark(_P, 2, "« Source : »", r"^\W{0,4}(?:sources?|crédits?(?: photo)?)\s?:"),
    _mark(_P, 2, "« nos confrères », « selon l'AFP »", r"nos confrères|\bavec (?:l')?afp\b|\(afp\)|selon (?:l'afp"
                                                       r"|mediapart|le monde|reuters)"),
    _mark(_A, 4, "« notre association »",
          r"\bnotre (?:association|syndicat|fédération|collectif|ligue|union|organisation)\b|\bnos (?:adhérents"
          r"|adhérentes|bénévoles|membres)\b"),
    _mark(_A, 2, "« nous avons déposé »",
          r"\bnous (?:avons|demandons|contestons|avions|saisissons|dénonçons|appelons) (?:\w{1,12} ){0,2}(?:déposé"
          r"|saisi|demandé|recours|attaqu|la|le|que|au)"),
    _mark(_A, 2, "appel aux dons ou à l'adhésion", r"\badhére[rz]\b|faire un don|\bdon défiscalisé|soutenez (?:notre"
                                                   r"|l'association|nos)"),
)  # fmt: skip
_OFFICIAL = {"jade", "opendata-ce", "opendata", "judilibre", "cass", "capp", "inca", "constit"}
_ASSOCIATION_NAME = re.compile(
    r"(?:^|\b)(?:association|ligue|syndicat|collectif|fédération|union|confédération|comité|observatoire|interhop"
    r"|quadrature)\b"
)
_COURT_WORDS = re.compile(
    r"conseil d'état|tribunal administratif|référé|cour administrative|juge administratif|requête|recours"
)
# « Le maire de Valbrume, Vu ..., DÉCIDE : »: an administration decides so too, and it is no judge
_ADMINISTRATION = re.compile(
    r"^[ \t]{0,8}l(?:e |a |es |['’])"
    r"(?:maires?|préf[eè]te?s?|(?:premi[eè]re? )?ministres?|direct(?:eur|rice)s?|présidente?s?"
    r"|conseil (?:municipal|départemental|régional|communautaire|métropolitain|syndical|d['’]administration"
    r"|de surveillance)|rect(?:eur|rice)|commission|comité|collège|bureau|assemblée)\b[^\n]{0,90},[ \t]{0,4}$",
    re.MULTILINE,
)
_ACTS = re.compile(r"^[ \t]{0,8}(?:d\s?[eé]\s?c\s?i\s?d\s?e|a\s?r\s?r\s?[eê]\s?t\s?e)(?:nt)?\s{0,3}:", re.MULTILINE)
_JUDGE = re.compile(r"^[ \t]{0,8}(?:l[ea] )?(?:conseil d['’]état|tribunal|cour|juge)\b", re.MULTILINE)
_ALONE = 4
"""What « DÉCIDE : » weighs: alone, in a text that names no judge, it is a board's or an office's."""
_ANY_JUDGE = re.compile(r"\b(?:conseil d['’][ée]tat|tribunal|cour|juges?|peuple français|conseil constitutionnel)\b")
_PRIORITY = (_N, _D, _F, _A, _P)


def find_kind(text: str, declared: Sequence[Declared] = (), format: str = "") -> Value:
    """The kind in the words of the annotations, with its reason. Never raises; an unmarked text is ``other``."""
    by_file = _said_by_file(declared, format)
    if by_file:
        return by_file
    small = lower(text if len(text) <= 2 * _REACH else text[:_REACH] + "\n" + text[-_REACH:])
    scores: dict[DocumentKind, int] = {}
    reasons: dict[DocumentKind, list[str]] = {}
    for mark in _MARKS:
        if mark.pattern.search(small):
            scores[mark.kind] = scores.get(mark.kind, 0) + mark.weight
            reasons.setdefault(mark.kind, []).append(mark.words)
    _add_declared(declared, scores, reasons)
    best = max(_PRIORITY, key=lambda kind: (scores.get(kind, 0), -_PRIORITY.index(kind)))
    if best is _D and (_is_act(small) or (scores[_D] <= _ALONE and not _ANY_JUDGE.search(small))):
        return Value(value=DocumentKind.OTHER.value, reason="acte d'une administration, sans juge")
    if scores.get(best, 0) >= 4 or (best is _P and scores.get(_P, 0) >= 2):
        return Value(value=best.value, reason="marques : " + ", ".join(reasons[best]))
    if _is_report(text, small):
        return Value(value=_P.value, reason="prose qui rapporte une affaire devant le juge administratif")
    return Value(value=DocumentKind.OTHER.value, reason="aucune marque d'une décision, d'un acte ou d'un article")


def _said_by_file(declared: Sequence[Declared], format: str) -> Value | None:
    fields = {item.field: item for item in declared}
    if format in _OFFICIAL or {"court", "decided_on"} <= fields.keys():
        return Value(value=_D.value, reason="fichier officiel d'une décision", origin="balise")
    if "mail_from" in fields:
        return Value(value=_F.value, reason="courrier électronique d'un dossier", origin="en-tete")
    return None


def _add_declared(
    declared: Sequence[Declared], scores: dict[DocumentKind, int], reasons: dict[DocumentKind, list[str]]
) -> None:
    for item in declared:
        if item.field in ("publisher", "site", "address"):
            name = lower(item.value)
            is_association = ".asso." in name or (item.field != "address" and _ASSOCIATION_NAME.search(name))
            kind, weight = (_A, 4) if is_association else (_P, 2)
            scores[kind] = scores.get(kind, 0) + weight
            reasons.setdefault(kind, []).append(f"éditeur « {item.value} »")


def _is_act(small: str) -> bool:
    """Signed by an administration that decides, no court being named at the head of a line."""
    author = _ADMINISTRATION.search(small)
    return bool(author and _ACTS.search(small, author.end(), author.end() + 4000) and not _JUDGE.search(small))


def _is_report(text: str, small: str) -> bool:
    """Long sentences, and words of litigation: an article saved without its marks."""
    return len(text) >= 600 and len(_COURT_WORDS.findall(small)) >= 2 and max(map(len, text.split("\n"))) >= 200
