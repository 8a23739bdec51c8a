"""The words of administrative litigation, explained in a sentence, with where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from casetrack.model import slugify


@dataclass(frozen=True, slots=True)
class Term:
    word: str
    text: str
    source: str = ""

    @property
    def anchor(self) -> str:
        return slugify(self.word)


GLOSSARY: tuple[Term, ...] = (
    Term("Acte contesté", "Le décret, l’arrêté, la circulaire ou la décision que la requête attaque.", "R. 421-1 CJA"),
    Term("Affaire", "Ici : toutes les instances d’un même litige, de la première requête à la dernière décision."),
    Term("Annonce", "Ici : un événement que ses sources disent à venir. Rien ne prouve encore qu’il a eu lieu."),
    Term("Appel", "Recours qui fait rejuger l’affaire par un juge supérieur.", "R. 811-1 CJA"),
    Term("Astreinte", "Somme due par jour de retard quand une injonction n’est pas exécutée.", "L. 911-3 CJA"),
    Term(
        "Audience",
        "La séance où les parties parlent devant le juge. En référé, elle peut clore l’instruction.",
        "R. 522-8 CJA",
    ),
    Term(
        "Avocat aux Conseils",
        "Avocat au Conseil d’État et à la Cour de cassation, requis pour un pourvoi.",
        "R. 821-3 CJA",
    ),
    Term("Cassation", "Recours qui juge la décision attaquée en droit, sans refaire toute l’affaire.", "L. 821-1 CJA"),
    Term(
        "Clôture de l’instruction",
        "Moment après lequel les écritures nouvelles n’ont plus à être prises en compte.",
        "R. 613-3 CJA",
    ),
    Term("Conclusions", "Ce qu’une partie demande précisément au juge de décider.", "R. 411-1 CJA"),
    Term(
        "Conseil d’État",
        "La plus haute juridiction administrative ; juge d’appel, de cassation, et parfois direct.",
        "R. 311-1 CJA",
    ),
    Term(
        "Considérant",
        "Ancienne forme des points qui motivent une décision ; on dit aujourd’hui « point ».",
        "Conseil d’État, vade-mecum de rédaction des décisions, 2018",
    ),
    Term("Défendeur", "Celui contre qui la requête est dirigée, souvent une personne publique.", "R. 611-1 CJA"),
    Term(
        "Délai de référence",
        "Les quarante-huit heures du référé-liberté : un repère, sans point de départ ni sanction dans le texte.",
        "L. 521-2 CJA",
    ),
    Term(
        "Délai franc",
        "Délai où ne comptent ni le jour qui le fait courir ni celui où il expire.",
        "CE, 15 déc. 2023, n° 472836",
    ),
    Term("Désistement", "Le requérant renonce à sa demande ; le juge en donne acte.", "R. 636-1 CJA"),
    Term("Dispositif", "La fin de la décision, en articles : ce que le juge décide.", "R. 741-6 CJA"),
    Term("Doute sérieux", "En référé-suspension : ce qui rend probable l’illégalité de l’acte.", "L. 521-1 CJA"),
    Term(
        "ECLI",
        "Identifiant européen d’une décision de justice, par exemple ECLI:FR:CEORD:2021:450163.20210312.",
        "conclusions du Conseil de l’Union européenne, 2011/C 127/01",
    ),
    Term("Écritures", "Requête, mémoires et notes que les parties adressent au juge.", "R. 611-1 CJA"),
    Term("Incompétence", "Le juge saisi n’est pas celui qui peut juger cette demande.", "R. 522-8-1 CJA"),
    Term("Injonction", "Ordre donné par le juge de faire ou de ne pas faire.", "L. 911-1 CJA"),
    Term("Instance", "Ici : un numéro devant une juridiction, de l’enregistrement à la décision."),
    Term("Intervenant", "Celui qui se joint à un procès pour soutenir une partie.", "R. 632-1 CJA"),
    Term(
        "Irrecevabilité", "La demande ne peut être examinée : hors délai, sans qualité, mal présentée.", "R. 222-1 CJA"
    ),
    Term("Juge des référés", "Juge, seul en général, qui statue vite par des mesures provisoires.", "L. 511-1 CJA"),
    Term(
        "Liberté fondamentale",
        "Au sens du référé-liberté : vie privée, aller et venir, expression, asile, etc.",
        "L. 521-2 CJA",
    ),
    Term("Mémoire", "Écrit d’une partie : complémentaire, en défense, en réplique.", "R. 611-1 CJA"),
    Term("Motif décisif", "Ici : la raison qui a suffi à rejeter ou à accueillir la demande."),
    Term("Moyens", "Les arguments de droit et de fait à l’appui des conclusions.", "R. 411-1 CJA"),
    Term("Non-admission", "Le pourvoi n’est pas examiné faute de moyen sérieux.", "L. 822-1 CJA"),
    Term("Non-lieu à statuer", "La demande a perdu son objet : il n’y a plus rien à juger.", "R. 222-1 CJA"),
    Term("Note en délibéré", "Écrit produit après l’audience et avant la décision.", "R. 731-3 CJA"),
    Term(
        "Observateur",
        "Appelé à présenter des observations sans être partie : il ne peut pas se pourvoir.",
        "CE, 7 oct. 2020, n° 438889",
    ),
    Term("Ordonnance", "Décision d’un juge seul. Elle est réputée prononcée quand elle est signée.", "R. 742-6 CJA"),
    Term("Origine indépendante", "Ici : deux articles qui répètent la même dépêche n’en font qu’une."),
    Term("Pourvoi", "L’acte qui forme un recours en cassation.", "R. 821-1 CJA"),
    Term(
        "Proposé, confirmé, écarté", "Ici : ce que la machine a lu, ce qu’une personne a vérifié, ce qu’elle a refusé."
    ),
    Term(
        "Recueil Lebon",
        "Recueil des décisions : A publiées, B mentionnées aux tables, C inédites.",
        "Conseil d’État, classement des décisions",
    ),
    Term(
        "Référé-liberté",
        "Référé d’extrême urgence contre une atteinte grave et manifestement illégale à une liberté fondamentale.",
        "L. 521-2 CJA",
    ),
    Term(
        "Référé mesures utiles",
        "Référé pour toute mesure utile qui ne bloque pas l’exécution d’une décision.",
        "L. 521-3 CJA",
    ),
    Term("Référé-suspension", "Référé qui suspend un acte : urgence et doute sérieux.", "L. 521-1 CJA"),
    Term(
        "Rejet sans audience",
        "Le juge écarte une demande sans urgence, ou manifestement mal fondée, irrecevable ou mal dirigée.",
        "L. 522-3 CJA",
    ),
    Term("Requérant", "Celui qui saisit le juge.", "R. 411-1 CJA"),
    Term("Requête introductive", "L’écrit qui ouvre une instance.", "R. 411-1 CJA"),
    Term("Visas", "Début d’une décision : la procédure suivie et les textes vus.", "R. 741-2 CJA"),
)
