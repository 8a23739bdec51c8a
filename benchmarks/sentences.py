"""The words that `make_corpus.py` builds decisions from, written for this project. Braces are filled by the dice."""

from __future__ import annotations

BASES = {
    "L. 521-2": ("référé-liberté", 40),
    "L. 521-1": ("référé-suspension", 30),
    "L. 521-3": ("référé mesures utiles", 8),
    "": ("recours pour excès de pouvoir", 22),
}
"""Article -> (its name, its share in a hundred decisions)."""

MATTERS = (
    "l'hébergement d'urgence d'une famille sans abri", "le refus d'enregistrer une demande d'asile",
    "la fermeture d'un lieu de culte", "l'interdiction d'une manifestation sur la voie publique",
    "la plateforme de prise de rendez-vous médicaux", "l'hébergement de données de santé par un prestataire étranger",
    "l'expulsion d'occupants d'un terrain communal", "le refus de délivrer un titre de séjour",
    "l'usage de drones pour surveiller des rassemblements", "la suspension d'un agent public",
    "un permis de construire un immeuble collectif", "les conditions de détention dans un établissement ancien",
    "la dissolution d'une association", "l'accès à l'école d'un enfant en situation de handicap",
    "l'abattage d'arbres le long d'une route", "la tarification d'un service de cantine",
    "un arrêté limitant les horaires des commerces", "la communication de documents administratifs",
    "l'implantation d'éoliennes", "la fermeture d'un service de maternité",
)  # fmt: skip
PARTIES = (
    "Association Les Toits ouverts", "Syndicat des praticiens libres", "Fédération du droit au logement digne",
    "Collectif Données en commun", "Société Hexacloud", "Ligue pour les libertés numériques",
    "Union des riverains de la vallée", "Comité de soutien aux exilés", "Société Pharmadiffusion",
    "Association Mémoire et paysages", "Syndicat national des soignants", "Fédération des usagers du train",
)  # fmt: skip
DEFENDANTS = (
    "le préfet de police", "le préfet du Val-de-Marne", "le ministre de l'intérieur", "la commune de {city}",
    "le ministre des solidarités et de la santé", "le centre hospitalier de {city}", "la métropole de {city}",
    "le préfet des Bouches-du-Rhône", "la Commission nationale de l'informatique et des libertés",
)  # fmt: skip
LIBERTIES = {
    "vie-privee": "le droit au respect de la vie privée", "donnees-personnelles": "la protection des données",
    "asile": "le droit d'asile", "manifestation": "la liberté de manifestation",
    "culte-conscience": "la liberté de culte",
    "hebergement": "le droit à l'hébergement d'urgence", "propriete": "le droit de propriété",
    "aller-et-venir": "la liberté d'aller et venir", "interet-de-l-enfant": "l'intérêt supérieur de l'enfant",
}  # fmt: skip
ARTICLES = (
    "L. 521-1", "L. 521-2", "L. 521-3", "L. 521-4", "L. 522-1", "L. 522-3", "L. 761-1", "R. 522-1", "R. 611-7",
    "R. 742-6", "L. 911-1", "L. 911-3", "R. 412-1", "L. 511-1",
)  # fmt: skip

CLAIMS = (
    "d'annuler l'ordonnance du {date} par laquelle le juge des référés a rejeté la demande",
    "d'enjoindre à {defendant} de prendre toute mesure utile dans un délai de {days} jours",
    "d'assortir cette injonction d'une astreinte de {amount} euros par jour de retard",
    "de suspendre l'exécution de l'arrêté du {date} relatif à {matter}",
    "de mettre à la charge de l'Etat la somme de {amount} euros au titre de l'article L. 761-1",
)
PLEAS = (
    "la condition d'urgence est remplie dès lors que {matter} produit des effets immédiats et difficilement réparables",
    "il est porté une atteinte grave et manifestement illégale à {liberty}",
    "l'arrêté contesté a été pris par une autorité incompétente et n'est pas suffisamment motivé",
    "la mesure n'est ni nécessaire, ni adaptée, ni proportionnée au but qu'elle poursuit",
    "l'administration a méconnu l'étendue de sa compétence en s'abstenant d'examiner la situation de {tail}",
    "les garanties offertes par le prestataire de {tail} ne couvrent pas le risque d'accès par une autorité étrangère",
    "le principe d'égalité est rompu entre les usagers de {tail} et ceux de {tail}",
)
GROUNDS = (
    "Aux termes de l'article {article} du code de justice administrative, le juge peut ordonner les mesures que "
    "l'urgence commande, dans les conditions que ce texte fixe.",
    "Il résulte de l'instruction que {matter} fait l'objet d'un suivi par les services de {tail} depuis le {date}.",
    "Pour justifier de l'urgence, {party} fait valoir que {tail} et {tail} sont déjà engagés, sans en établir la date.",
    "Il n'apparaît pas, en l'état de l'instruction, qu'une atteinte manifestement illégale ait été portée à {liberty}.",
    "Le Conseil d'Etat a jugé, par sa décision n° {cited} du {date}, que l'administration dispose ici d'une marge.",
    "Eu égard à l'office du juge des référés, ce moyen n'est pas de nature à créer un doute sérieux sur la légalité.",
    "La circonstance que {tail} ait été consulté tardivement est sans incidence sur la régularité de la procédure.",
    "Il ressort des échanges à l'audience que {defendant} a proposé une solution provisoire à {tail}.",
    "Une telle mesure suppose de concilier {liberty} avec les exigences de l'ordre public et de la santé publique.",
    "Contrairement à ce qui est soutenu, {tail} ne figure pas au nombre des pièces que l'autorité devait produire.",
    "Par suite, et sans qu'il soit besoin de statuer sur la fin de non-recevoir, la demande doit être regardée comme "
    "dépourvue d'objet en tant qu'elle concerne {tail}.",
    "Dans les circonstances particulières de l'espèce, l'absence de réponse de {tail} caractérise une carence.",
)
OUTCOMES = {
    "rejet": ("La requête de {party} est rejetée.",),
    "injonction": (
        "Il est enjoint à {defendant} de prendre les mesures nécessaires dans un délai de {days} jours.",
        "Le surplus des conclusions de la requête est rejeté.",
    ),
    "suspension": ("L'exécution de l'arrêté du {date} est suspendue.", "Le surplus des conclusions est rejeté."),
    "non-lieu": ("Il n'y a plus lieu de statuer sur la requête de {party}.",),
    "désistement": ("Il est donné acte du désistement de {party}.",),
}
SHARES = {"rejet": 68, "injonction": 11, "suspension": 9, "non-lieu": 7, "désistement": 5}
DECISIVE = ("urgence", "atteinte-grave", "illegalite-manifeste", "doute-serieux", "irrecevabilite")
# Pairs of letters and more, from which the rare words are coined.
SYLLABLES = (
    "ba", "bel", "bri", "cal", "cham", "clo", "cor", "dan", "del", "dri", "fau", "fer", "flo", "gar", "gen", "gri",
    "jon", "lan", "lor", "lu", "mar", "mel", "mon", "nar", "nel", "noi", "pal", "per", "pla", "que", "ran", "rel",
    "roc", "sal", "sen", "sor", "tal", "ter", "tour", "tri", "val", "ven", "ver", "vil",
)  # fmt: skip
ENDINGS = (
    "age", "ance", "eau", "elle", "ement", "erie", "esse", "ette", "eur", "ier", "ière", "ité", "oir", "tion", "é",
)  # fmt: skip
