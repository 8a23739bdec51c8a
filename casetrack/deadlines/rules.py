"""The remedies as the texts state them: article, rule, source, and what must not be concluded from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from casetrack.words import typo

_CODE = "Code de justice administrative"
_CHAPTER = "https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006150401/"
_NOTIFIED = (
    "Le délai court de la notification (R. 523-1, R. 522-12) ; avec une requête collective, celle faite au "
    "représentant unique, ou au premier dénommé, vaut pour tous (R. 751-3)."
)
_READ_ONLINE = (
    "La règle de réception des communications par Télérecours (R. 611-8-6) n’est pas appliquée ici à la notification."
)
_ALSO_CLOSED = "Jours fériés propres à l’Alsace-Moselle et à l’outre-mer non comptés."
_NOT_FOUND_CLEAR = "Caractère franc calculé, sans décision trouvée pour ce délai : s’en tenir au jour prudent."

NOTICE = "Rappel des règles, pas un conseil. Une personne peut retenir une autre date, avec son motif."
NOT_COVERED = (
    typo(
        "Délais de distance (R. 421-7) : jamais ajoutés aux quinze jours (refusés à un pourvoi en référé : CE, "
        "25 nov. 2020, n° 438002, source secondaire ; non tranché ici pour l’appel d’un référé-liberté)."
    ),
    typo("Aide juridictionnelle, signification par huissier, notification irrégulière : non traitées."),
    typo("Tierce opposition, opposition, révision : non traitées."),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedy:
    """One way left, or its absence. ``is_open`` is None when the rules held here do not tell.

    ``days`` or ``months``: the delay as the text gives it, 0 when there is none. ``last_day`` counts it as clear,
    ``prudent_day`` without that grace; ``earliest_day`` stands alone when the notification is not known.
    """

    kind: str
    label: str
    is_open: bool | None
    rule: str
    article: str
    source: str
    address: str = ""
    days: int = 0
    months: int = 0
    term: str = ""
    last_day: dt.date | None = None
    prudent_day: dt.date | None = None
    earliest_day: dt.date | None = None
    steps: tuple[str, ...] = ()
    caution: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Said to people: numbers, articles and hours do not part at the end of a line."""
        for name in ("label", "rule", "article", "source", "term"):
            object.__setattr__(self, name, typo(getattr(self, name)))
        for name in ("steps", "caution"):
            object.__setattr__(self, name, tuple(typo(said) for said in getattr(self, name)))


APPEAL = Remedy(
    kind="appel",
    label="Appel devant le juge des référés du Conseil d’État",
    is_open=True,
    rule="Appel dans les quinze jours de la notification ; il est jugé dans les 48 h.",
    article="L. 523-1, alinéa 2, CJA",
    source=f"{_CODE}, art. L. 523-1 ; CE, 1er avr. 2019, n° 426228",
    address=_CHAPTER,
    days=15,
    caution=(
        "Ouvert à toute partie présente ou régulièrement appelée (R. 811-1), sans avocat obligatoire (R. 523-3).",
        "Ouvert même sans audience, sauf rejet pris sur l’article L. 522-3.",
        _NOTIFIED,
        _READ_ONLINE,
        _NOT_FOUND_CLEAR,
        _ALSO_CLOSED,
    ),
)
CASSATION = Remedy(
    kind="pourvoi",
    label="Pourvoi en cassation devant le Conseil d’État",
    is_open=True,
    rule="Décision en dernier ressort : pourvoi dans les quinze jours de la notification.",
    article="L. 523-1 et R. 523-1 CJA",
    source=f"{_CODE}, art. L. 523-1 et R. 523-1 ; CE, 29 juin 2023, n° 470217 (source secondaire) pour le délai franc",
    address=_CHAPTER,
    days=15,
    caution=(
        "Avocat au Conseil d’État et à la Cour de cassation obligatoire.",
        "Un observateur ne peut se pourvoir (CE, 7 oct. 2020, n° 438889, source secondaire).",
        _NOTIFIED,
        _READ_ONLINE,
        _ALSO_CLOSED,
    ),
)
NO_REMEDY = Remedy(
    kind="aucun",
    label="Ni appel ni cassation",
    is_open=False,
    rule="Une ordonnance du Conseil d’État, en premier et dernier ressort comme en appel, n’a ni appel ni cassation.",
    article="L. 511-2 et R. 311-1 CJA",
    source=f"{_CODE}, art. L. 511-2 et R. 311-1",
    caution=("Restent les voies dites à la suite, et la correction de pure forme par le président (R. 741-11).",),
)
OF_THE_MODIFIED = Remedy(
    kind="recours-de-l-ordonnance-modifiee",
    label="Même recours que l’ordonnance modifiée",
    is_open=None,
    rule="Appel si elle relève de l’article L. 521-2, pourvoi si elle relève des articles L. 521-1 ou L. 521-3.",
    article="L. 521-4 et L. 523-1 CJA",
    source="CE, ord., 6 janv. 2022, n° 459750 ; CE, 7 nov. 2003, n° 261475 (sources secondaires concordantes)",
    days=15,
    caution=(
        "Le fondement de l’ordonnance modifiée n’est pas connu ici ; le délai est de quinze jours dans les deux cas.",
        _NOTIFIED,
        _READ_ONLINE,
        _NOT_FOUND_CLEAR,
        _ALSO_CLOSED,
    ),
)
UNKNOWN = Remedy(
    kind="non-couvert",
    label="Voie de recours non couverte",
    is_open=None,
    rule="Les règles tenues ici portent sur les articles L. 521-1 à L. 521-4 ; cette décision n’y entre pas.",
    article="L. 521-1 à L. 523-1 CJA",
    source=f"{_CODE}, livre V",
    address=_CHAPTER,
    caution=("Lire la notification de la décision : elle indique les voies et délais de recours.",),
)
CONFIRMATION = Remedy(
    kind="confirmation-au-fond",
    label="Confirmer le maintien de la requête au fond",
    is_open=True,
    rule="Rejet faute de doute sérieux : confirmation dans le mois de la notification, sauf pourvoi en cassation ; "
    "à défaut, désistement d’office.",
    article="R. 612-5-2 CJA",
    source=f"{_CODE}, art. R. 612-5-2",
    months=1,
    caution=(
        "Seulement si le rejet tient à l’absence de doute sérieux, non au défaut d’urgence : vérifier les motifs.",
        _NOT_FOUND_CLEAR,
        _ALSO_CLOSED,
    ),
)
MERITS = Remedy(
    kind="recours-au-fond",
    label="Recours au fond dans son propre délai",
    is_open=True,
    rule="Un référé-suspension suppose une requête au fond, à introduire dans les deux mois de l’acte.",
    article="R. 522-1 et R. 421-1 CJA",
    source=f"{_CODE}, art. R. 522-1 et R. 421-1",
    caution=("Terme non calculé : il dépend de la publication ou de la notification de l’acte.",),
)
MODIFICATION = Remedy(
    kind="modification",
    label="Demander la modification ou la fin des mesures",
    is_open=True,
    rule="À tout moment, à la demande de toute personne intéressée, au vu d’un élément nouveau.",
    article="L. 521-4 CJA",
    source=f"{_CODE}, art. L. 521-4",
    caution=("Ne vaut que pour des mesures ordonnées.",),
)
NEW_REQUEST = Remedy(
    kind="nouvelle-requete",
    label="Former une nouvelle requête",
    is_open=True,
    rule="L’article L. 521-4 ne sert pas contre un rejet : le demandeur forme une nouvelle requête.",
    article="L. 521-4 CJA",
    source=f"{_CODE}, art. L. 521-4",
    caution=("Sans délai propre ; l’urgence s’apprécie au jour de la nouvelle requête.",),
)
RECTIFICATION = Remedy(
    kind="rectification",
    label="Recours en rectification d’erreur matérielle",
    is_open=True,
    rule="Contre une erreur matérielle qui a pu influer sur le jugement, dans les deux mois de la notification.",
    article="R. 833-1 CJA",
    source=f"{_CODE}, art. R. 833-1",
    months=2,
    caution=("Ne permet pas de rejuger le droit.", _NOT_FOUND_CLEAR, _ALSO_CLOSED),
)
BRIEF = Remedy(
    kind="memoire-complementaire",
    label="Produire le mémoire complémentaire annoncé au pourvoi",
    is_open=True,
    rule="Pourvoi contre une ordonnance de référé : quinze jours francs ; à défaut, désistement d’office.",
    article="R. 611-23 CJA",
    source="CE, 30 oct. 2025, n° 505529 (source secondaire)",
    days=15,
    caution=("Seulement si un mémoire complémentaire a été annoncé.", _ALSO_CLOSED),
)
