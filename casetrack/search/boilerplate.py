"""Words that every decision of an administrative court says: sharing them makes no two of them alike.

Frequency alone does not tell them in a small library, where notices and articles outnumber decisions.
"""

from __future__ import annotations

from casetrack.search import analysis

_WORDS = """
administratif administrative administratifs administratives affaire alinéa annulation annuler annulée appel application
arrêt arrêté article articles astreinte atteinte audience
autorité autre autres avocat cassation cause charge clôture code commune communiqué compter conclusions condition
conditions conseil considérant contentieux cour date demande demander demandent demandes décide décision décisions
décret défendeur défense délai demandeur dépens dispositif dispositions dossier doute droit effet enjoindre enregistré
enregistrée enregistrés état euros exécution exposés fait faire fondamentale fondement fonder formation frais français
france garde grave greffe heures illégale illégalité injonction instance instruction intérêt jour jours jugement juge
juger juges juridictionnel justice lecture légalité liberté libertés loi madame manifestement maître mémoire mémoires
mesure mesures ministre monsieur motif motifs moyen moyens mois nature nécessaire nom notification notifiée notifié
novembre numéro objet observations octobre office ordonnance ordonnances ordonner ordre ouvert paiement paragraphe part
partie parties peuple pièces point points pourvoi pouvoir présente présenté premier première président prévu procédure
prononcer public publique publics question rapporteur recevable recours référé référés refus règlement rejet rejeter
rejette rejetée réplique représenté représentée république requérant requérante requérants requête requêtes ressort
saisi saisie saisir seance secrétariat section service services société sommes somme soutenir soutient statuant statuer
sur suspension suspendre sérieux tendant tenir terme territoire texte titre tribunal urgence urgent verser version vice
visas vue janvier février mars avril mai juin juillet août septembre décembre lundi mardi mercredi jeudi vendredi
association syndicat préfet préfecture maire président mise mettre oeuvre porte portée regard raison cas celle celui
caractère circonstance circonstances concerner concerne résulter résulte résultent remplir remplie rempli lors font mme
mlle utiliser utilisation respect respecter cesser sauvegarde permettre permet établir établi établie établit existence
existant existe justifier justifie justifié apparaître donner donné donnée prendre pris prise rendre rendu rendue tout
tous toute toutes leur leurs elle elles ils eux dont lequel laquelle lesquels lesquelles celles ceux ceci cela quel
quelle être avoir été étant ayant même mêmes non pas plus moins dans entre contre pour sans sous vers chez lorsque dès
soit ainsi également notamment toutefois cependant enfin ensuite outre peut peuvent pourrait doit doivent devoir
susceptible susceptibles présent présents cadre conséquence conséquent suite suivant suivante suivants effets décider
ainsi alors aucun aucune avant après cet cette lieu litige matière demeurant exercice représentant siège copie
très voir selon puisse puissent situation caractériser caractérisée apprécier apprécie appréciée acte actes
"""
TERMS = frozenset(analysis.term(word) for word in analysis.words(_WORDS))
