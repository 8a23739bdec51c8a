"""Newspapers, agencies and sites that an article may repeat, in folded form: a small list, for « selon Mediapart »."""

from __future__ import annotations

_OUTLETS = """
afp|agence france-presse|reuters|associated press|bloomberg|politico|euractiv|contexte|mediapart|mediacites
numerama|next inpact|next|le monde|le figaro|liberation|les echos|la croix|l'humanite|le parisien|le point
l'express|l'obs|nouvel obs|marianne|l'opinion|la tribune|l'usine digitale|l'usine nouvelle|le canard enchaine
charlie hebdo|20 minutes|ouest-france|sud ouest|la depeche|nice-matin|la provence|le progres|la voix du nord
le telegramme|midi libre|paris match|bfm tv|bfmtv|bfm|cnews|france info|franceinfo|france inter|france 2
france 3|france tv|france culture|rtl|europe 1|tf1|lci|m6|rfi|france 24|tv5 monde|francesoir|france soir|clubic
zdnet|01net|journal du net|silicon|lemagit|le mag it|channelnews|solutions numeriques|l'informaticien
le monde informatique|ticsante|tic sante|ticpharma|apm|apmnews|hospimedia|egora|le quotidien du medecin
whatsup doc|what's up doc|le generaliste|actu-juridique|dalloz|dalloz actualite|lexbase|lextenso
village de la justice|la gazette des communes|gazette des communes|banque des territoires|localtis
acteurs publics|bastamag|basta|reporterre|streetpress|rue89|les jours|arret sur images|slate|huffpost
huffington post|konbini|vice|brut|checknews|disclose|lighthouse reports|the guardian|new york times
washington post|financial times|wired|techcrunch|le temps|rts|la libre belgique|le soir|el pais|der spiegel
le journal du dimanche|jdd|valeurs actuelles|le media|blast|linuxfr|usbek & rica|siecle digital|presse-citron
frandroid|les numeriques|le journal de saone-et-loire|public senat|lcp
"""
KNOWN_OUTLETS = frozenset(name for line in _OUTLETS.split("\n") for name in line.split("|") if name)
