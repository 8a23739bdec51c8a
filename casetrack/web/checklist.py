"""« Avant de déposer »: what the rules ask of a référé request, each item with its articles. A reminder, not advice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to check: a title, what the rule says, and the articles or decisions it comes from."""

    title: str
    text: str
    sources: tuple[str, ...]


BEFORE_FILING: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Choisir la voie",
        (
            Item(
                "Référé-liberté ou référé-suspension : deux requêtes séparées",
                "Les deux demandes ne peuvent pas tenir dans une même requête : celle qui les mêle est irrecevable.",
                ("L. 521-1", "L. 521-2", "CE, Sect., 28 févr. 2001, n° 230112"),
            ),
            Item(
                "Une suspension suppose un recours au fond",
                "Le référé-suspension accompagne une requête en annulation ou en réformation déjà déposée, dont la "
                "copie est jointe ; le délai de ce recours court de son côté.",
                ("L. 521-1", "R. 522-1", "R. 421-1"),
            ),
            Item(
                "Une mesure déjà ordonnée se modifie par L. 521-4",
                "Toute personne intéressée peut demander qu’elle soit modifiée ou prenne fin, au vu d’un élément "
                "nouveau. Après un rejet, c’est une nouvelle requête qu’il faut présenter.",
                ("L. 521-4",),
            ),
            Item(
                "Vérifier le juge compétent",
                "En référé, une requête portée devant la mauvaise juridiction est rejetée : elle n’est pas transmise. "
                "Le Conseil d’État connaît directement des décrets et des actes réglementaires des ministres.",
                ("R. 522-8-1", "R. 311-1", "L. 511-2"),
            ),
        ),
    ),
    (
        "Présenter la requête",
        (
            Item(
                "Écrire « référé » en tête",
                "La requête porte la mention « référé » et, sur papier, l’enveloppe aussi, en recommandé.",
                ("R. 522-3",),
            ),
            Item(
                "Être complet dès le premier jour",
                "Le juge des référés n’a pas à inviter à régulariser : ce qui manque peut suffire au rejet.",
                ("R. 522-2",),
            ),
            Item(
                "Joindre l’inventaire des pièces",
                "Chaque pièce est numérotée et désignée dans un inventaire détaillé.",
                ("R. 412-2",),
            ),
            Item(
                "À plusieurs, désigner un représentant unique",
                "Sans désignation, c’est le premier dénommé. La notification qui lui est faite vaut pour tous, délai "
                "de recours compris.",
                ("R. 411-5", "R. 751-3"),
            ),
            Item(
                "Avocat",
                "Il n’est pas obligatoire en référé-liberté, ni pour son appel. Un pourvoi en cassation demande un "
                "avocat aux Conseils.",
                ("R. 522-5", "R. 523-3"),
            ),
            Item(
                "Frais",
                "Il n’y a plus de droit de timbre depuis 2014. La partie perdante peut payer des frais, et une "
                "requête abusive une amende.",
                ("L. 761-1", "R. 741-12"),
            ),
        ),
    ),
    (
        "Justifier qu’on peut agir",
        (
            Item(
                "Statuts et objet",
                "L’objet de l’association doit couvrir le litige, assez précisément et à la bonne échelle.",
                ("statuts de l’association",),
            ),
            Item(
                "Pouvoir d’agir en justice",
                "Les statuts disent qui décide d’agir ; à défaut, une délibération l’autorise. Elle se joint.",
                ("statuts, délibération",),
            ),
        ),
    ),
    (
        "Montrer l’urgence et l’atteinte",
        (
            Item(
                "Référé-liberté : une urgence à quarante-huit heures",
                "Il faut des circonstances précises qui appellent une mesure dans ce délai, pas seulement une "
                "illégalité qui dure.",
                ("L. 521-2",),
            ),
            Item(
                "Une liberté fondamentale nommée",
                "Dire laquelle, et en quoi une personne publique lui porte une atteinte grave et manifestement "
                "illégale dans l’exercice de ses pouvoirs.",
                ("L. 521-2",),
            ),
            Item(
                "Ce qui le prouve",
                "Des dates, des courriers, des constats, des contrats. Sans cela, la requête peut être rejetée sans "
                "audience.",
                ("L. 522-3",),
            ),
            Item(
                "Demander des mesures possibles",
                "Des mesures provisoires, précises, que l’administration peut exécuter vite.",
                ("L. 511-1", "L. 521-2"),
            ),
        ),
    ),
    (
        "Pendant et après",
        (
            Item(
                "Des délais très courts, par tout moyen",
                "Les parties sont convoquées sans délai. Sur Télérecours, quand le juge statue en un mois ou moins, "
                "ce qui est déposé est réputé reçu aussitôt.",
                ("R. 522-4", "R. 522-6", "R. 611-8-6"),
            ),
            Item(
                "L’instruction se clôt à la fin de l’audience",
                "Sauf si le juge la diffère : ce qui suit est une note en délibéré.",
                ("R. 522-8",),
            ),
            Item(
                "Recours contre l’ordonnance d’un tribunal",
                "Référé-liberté : appel au Conseil d’État dans les quinze jours de la notification, sauf rejet sans "
                "audience (L. 522-3), qui relève de la cassation. Référé-suspension et mesures utiles : cassation dans "
                "les quinze jours.",
                ("L. 523-1", "R. 523-1"),
            ),
            Item(
                "Après un rejet faute de doute sérieux",
                "Le recours au fond doit être confirmé dans le mois, sauf pourvoi, sinon on est réputé s’en désister.",
                ("R. 612-5-2",),
            ),
            Item(
                "Publier ses écritures",
                "Mettre en ligne sa propre requête n’est pas couvert par l’immunité des débats : relire avant.",
                ("loi du 29 juillet 1881, art. 41", "Crim., 26 mars 2008"),
            ),
        ),
    ),
)
