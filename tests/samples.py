"""Texts written for tests: an invented affair, with numbers that cannot exist."""

ORDER = """N° 999201
Conseil d'État
Juge des référés
Ordonnance du 12 mars 2021
Vu la procédure suivante :
Par une requête, enregistrée le 26 février 2021 au secrétariat du contentieux du Conseil d'Etat, l'association Les Amis du Phare et le Syndicat des gardiens de phare (SGP) demandent au juge des référés du Conseil d'Etat, statuant sur le fondement de l'article L. 521-2 du code de justice administrative :
1°) de suspendre l'exécution de la décision du 11 janvier 2021 par laquelle le ministre de la mer a confié leurs données à la société Nuage ;
2°) de mettre à la charge de l'Etat la somme de 2 000 euros au titre de l'article L. 761-1 du code de justice administrative.
Ils soutiennent que :
- la condition d'urgence est remplie ;
- il est porté une atteinte grave et manifestement illégale au droit au respect de la vie privée.
Par un mémoire en défense, enregistré le 4 mars 2021, le ministre de la mer conclut au rejet de la requête.
Vu les autres pièces du dossier ;
Vu le code de justice administrative ;
Après avoir convoqué à une audience publique, d'une part, l'association Les Amis du Phare et autres et, d'autre part, le ministre de la mer ;
Ont été entendus lors de l'audience publique du 8 mars 2021, à 10 heures :
- les représentants de l'association Les Amis du Phare ;
à l'issue de laquelle le juge des référés a clos l'instruction.
Considérant ce qui suit :
1. Aux termes de l'article L. 521-2 du code de justice administrative : « Saisi d'une demande en ce sens justifiée par l'urgence, le juge des référés peut ordonner toutes mesures nécessaires ».
2. La condition d'urgence prévue par l'article L. 521-2 n'est pas remplie.
O R D O N N E :
Article 1er : La requête de l'association Les Amis du Phare et autres est rejetée.
Article 2 : La présente ordonnance sera notifiée à l'association Les Amis du Phare et au ministre de la mer.
"""

ARTICLE = """Phares : l'État attendu devant le Conseil d'État
Publié le 05/03/2021 à 15:13
Auteur(s): La Gazette du Littoral
L'association Les Amis du Phare et le Syndicat des gardiens de phare contestent l'hébergement des données chez la société Nuage. Le ministère de la Mer devra défendre ce choix devant le Conseil d'État le 8 mars prochain.
"""

ECHO = """Les gardiens de phare saisissent la justice
Publié le 04/03/2021 à 09:00
L'association Les Amis du Phare a déposé sa requête le 25 février 2021 devant le Conseil d'État, sous le n° 999201. Une audience est prévue le 8 mars 2021.
Source : La Gazette du Littoral
"""
