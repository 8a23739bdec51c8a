"""Public bodies everybody writes by name or acronym, and the words that head a legal person's name."""

from __future__ import annotations

from casetrack.model import PartyType

A, U, C, P = PartyType.ASSOCIATION, PartyType.UNION, PartyType.COMPANY, PartyType.PUBLIC_BODY

# The word that begins a name, in lower case, and what it says of the body.
HEADS: dict[str, PartyType] = {
    "association": A, "ligue": A, "collectif": A, "comité": A, "observatoire": A, "fondation": A, "fonds": A,
    "cercle": A,     "mouvement": A, "réseau": A, "coordination": A, "alliance": A, "coalition": A,     "syndicat": U,
    "fédération": U, "union": U, "confédération": U, "ordre": U, "conseil national": U,
    "intersyndicale": U,     "société": C, "entreprise": C, "compagnie": C, "groupe": C, "groupement": C,
    "start-up": C, "coopérative": C,     "ministère": P, "ministre": P, "commune": P, "ville": P, "département": P,
    "région": P, "préfet": P, "préfète": P,     "préfecture": P, "métropole": P, "mairie": P, "maire": P, "agence": P,
    "caisse": P, "université": P, "rectorat": P,     "recteur": P, "rectrice": P, "direction": P, "haute autorité": P,
    "autorité": P, "défenseur": P, "défenseure": P,     "commission": P, "établissement": P, "centre hospitalier": P,
    "office": P, "institut": P, "garde": P, "secrétariat": P,
}  # fmt: skip

# Written exactly so, whatever stands around. Courts are no organisations here: they are read apart.
INSTITUTIONS: dict[str, PartyType] = {
    "CNIL": P, "Cnil": P, "Commission nationale de l'informatique et des libertés": P,
    "Assurance maladie": P,     "Assurance Maladie": P, "Sécurité sociale": P, "Défenseur des droits": P,
    "Défenseure des droits": P, "CADA": P, "ANSSI": P,     "Anssi": P, "Arcom": P, "ARCOM": P, "CSA": P, "Arcep": P,
    "ARCEP": P, "CNAM": P, "Cnam": P, "CPAM": P, "CAF": P, "Cnaf": P,     "CNAF": P, "ARS": P, "HAS": P, "OFPRA": P,
    "Ofpra": P, "CNDA": P, "OFII": P, "Ofii": P, "UGAP": P, "Ugap": P, "AP-HP": P,     "Health Data Hub": P,
    "Health data Hub": P, "Health data hub": P, "HDH": P,
    "Plateforme des données de santé": P,     "Commission européenne": P, "CEPD": P, "Pôle emploi": P,
    "France Travail": P, "Parquet national financier": P,     "État français": P, "Etat français": P,
    "Conseil national de l'ordre des médecins": U, "Ordre des médecins": U,     "Conseil national des barreaux": U,
    "CNB": U, "LDH": A, "La Quadrature du Net": A, "Quadrature du Net": A, "Gisti": A, "GISTI": A,     "Cimade": A,
    "Amnesty International": A, "SOS Racisme": A, "Greenpeace": A, "CGT": U, "CFDT": U, "FO": U, "FSU": U,
    "CNLL": A,     "Syndicat des avocats de France": U, "Syndicat de la magistrature": U,
    "Conseil national du numérique": P,     "Amazon Web Services (AWS)": C, "Amazon Web Services": C, "AWS": C,
    "Amazon": C, "Microsoft Azure": C, "Microsoft": C, "Google": C,     "Apple": C, "Facebook": C, "Meta": C,
    "Twitter": C, "OVHcloud": C, "OVH": C, "Orange": C, "Doctolib": C, "Palantir": C,
    "TikTok": C,     "Salesforce": C, "Thales": C, "Capgemini": C, "Maiia": C, "Keldoc": C, "KelDoc": C,
    "Clever Cloud": C, "Telegram": C, "Uber": C,
}  # fmt: skip
