"""Words that end a name written in small letters, in prose: verbs of the news, relatives, conjunctions."""

from __future__ import annotations

_ENDS = """
a à ont est sont était étaient avait avaient fut furent sera seront qui que qu' dont où lequel laquelle devant contre
ainsi comme lors afin dans avec par sur sous chez selon depuis pendant après avant mais ou or donc car ni si ne n' se s'
y il elle ils elles on cette ce ces cet son sa ses leur leurs notre nos un une deux trois dix aussi déjà encore
également toutefois cependant non plus même été ayant étant parmi hier notamment voire soit puis alors face
lundi mardi mercredi jeudi vendredi samedi dimanche
dénonce dénoncent demande demandent estime estiment rappelle rappellent saisit saisissent attaque attaquent conteste
contestent réclame réclament affirme affirment explique expliquent souligne soulignent considère considèrent annonce
annoncent indique indiquent critique critiquent regrette regrettent dit disent juge jugent espère espèrent veut veulent
peut peuvent doit doivent va vont fait font reproche reprochent propose proposent soutient soutiennent représente
représentent utilise utilisent assure assurent écrit écrivent répond répondent craint craignent refuse refusent obtient
obtiennent dépose déposent invoque invoquent estimant demandant arguant vient viennent reste restent appelle appellent
entend entendent publie publient rejette rejettent appartient
déposé saisi saisie signé signée attaqué rejeté suspendu hébergé retenu choisi publié
"""
NAME_ENDS = frozenset(_ENDS.split())
_LINKS = "de du des d' la le les l' et en pour aux au à - &"
NAME_LINKS = frozenset(_LINKS.split())
_GENERIC = "association syndicat société collectif union fédération ligue groupe comité ministre ministère préfet maire"
GENERIC_NAMES = frozenset(_GENERIC.split())
