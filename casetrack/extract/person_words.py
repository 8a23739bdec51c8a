"""Words beside which a capitalised name is somebody's, and words that are no part of anybody's name. Folded."""

from __future__ import annotations

import re

_TITLES = """
abbe adjudant adjudant-chef agent agente amiral batonnier batonniere brigadier brigadier-chef capitaine cardinal
commandant commandante commissaire confrere consoeur consorts dame depute deputee docteur docteure epoux eveque famille
freres gendarme general inspecteur inspectrice infirmier infirmiere juge lieutenant lieutenant-colonel colonel
lieutenante major maire ministre monseigneur pasteur policier policiere prefet prefete president presidente procureur
procureure professeur professeure proviseur proviseure rabbin recteur rectrice senateur senatrice sergent sieur soeurs
sous-prefet sous-prefete veuve bourgmestre imam caporal curateur mandataire notaire huissier
"""
TITLES = frozenset(_TITLES.split())
"""« le maire Vaugelade », « la famille Bompard »: one name is enough."""

_PEOPLE = """
accompagnante adherente administrateur administratrice adjoint adjointe agriculteur agricultrice animateur animatrice
auteur auteure autrice avocat avocate aide-soignante aide-soignant benevole chercheur chercheuse chef cheffe
co-president co-presidente collegue conseiller conseillere coordinateur coordinatrice delegue deleguee dirigeant
dirigeante directeur directrice eleveur eleveuse educateur educatrice eleve enseignant enseignante etudiant etudiante
exilee exile expert experte fonctionnaire fondateur fondatrice gerant gerante greffier greffiere habitant habitante
infirmier infirmiere ingenieur ingenieure interprete journaliste juriste liquidateur locataire lyceen lyceenne
manifestant manifestante medecin militant militante patient patiente photographe porte-parole praticien prisonnier
professeur professeure proprietaire referent referente representant representante responsable retraite retraitee
riverain riveraine salarie salariee secretaire signataire sociologue syndicaliste temoin tresorier tresoriere tuteur
tutrice victime voisin voisine detenu detenue requerante requerant plaignant plaignante ouvrier ouvriere chercheur
"""
PEOPLE = frozenset(_PEOPLE.split()) | TITLES
"""« le témoin Izaskun Goñi », « Izaskun Goñi, habitante »: two names are needed."""
# A company or an association may be these; beside two capitalised words they prove nothing.
NOT_APPOSED = frozenset({"proprietaire", "requerante", "requerant", "mandataire", "gerante", "plaignante", "locataire"})

_KIN = """
jeune petit petite cher chere fils fille frere soeur mari femme epouse compagne compagnon mere pere oncle tante cousin
cousine ami amie neveu niece enfant bebe mineur mineure conjoint conjointe grand-mere grand-pere prenomme prenommee
"""
KIN = frozenset(_KIN.split())
"""« la petite Léonie », « son fils, Thibaut »: a first name alone is enough."""

_ADJECTIVES = "municipal municipale legal legale general generale judiciaire designe designee honoraire departemental"
ADJECTIVES = frozenset(_ADJECTIVES.split())
"""« le policier municipal Bompard »."""

CIVIL_STATUS = frozenset({"ne", "nee", "epouse", "ep.", "veuve", "vve", "divorcee", "alias"})
"""« née Boulard », « ép. Vernier »."""

_LABELS = """
nom|noms|nom de famille|nom de naissance|nom d'usage|nom marital|nom complet|nom et prenom|noms et prenoms|nom, prenom
nom et prenoms|prenom|prenoms|prenom et nom|patronyme|signataire|signe electroniquement par|signe par|dossier suivi par
affaire suivie par|suivi par|suivie par|propos recueillis par|recueillis par|a l'attention de|attention de|photo|photos
credit photo|texte et photos|agent instructeur|l'agent instructeur|instructeur|redacteur|redactrice|interlocuteur
interlocutrice|representant legal|tuteur|curateur|procuration donnee par|mandataire
"""
LABELS = frozenset(label for line in _LABELS.split("\n") for label in line.split("|") if label)
"""What stands on a form or over a text just before a name."""

SIGN_OFF = re.compile(
    r"cordialement|salutations|bien à (?:vous|toi)|respectueusement|amicalement|sincèrement|considération"
    r"|lu et approuvé|bon pour|fait à |signature|meilleurs sentiments|sentiments (?:les|distingués|dévoués)|cdlt",
    re.IGNORECASE,
)

_SMALL = """
sur les des une un dans pour par aux cette cet ces ce son ses leur leurs quant avec sans que qui le la il elle ils
elles on mais et ou or selon apres avant depuis lors contre chez entre vers voici hier aujourd'hui si comme quand de du
d' au a en nous vous je tous toutes tout mon ma mes notre nos votre vos ainsi alors aussi enfin puis donc car ni
"""
SMALL = frozenset(_SMALL.split())
"""Words that begin a sentence and nobody's name."""

_NO_NAMES = """
etat conseil cour tribunal ministre ministere association societe france paris republique union europe code loi article
syndicat federation ligue commune monde point figaro science televisions television travail inter info bleu culture
insoumise nature environnement asile connect industrie alzheimer victimes relance services service groupe group
collectif comite institut fondation office agence autorite commission direction departement region prefecture mairie
ville metropole communaute agglomeration chambre caisse banque mutuelle assurances assurance hopital clinique centre
universite faculte ecole lycee college maison cabinet etude entreprise compagnie cooperative reseau alliance mouvement
parti republicains renaissance horizons reconquete ensemble ecologie ecologistes ecologiste verts socialiste communiste
divers gauche droite national nationale nationales international internationale nations unies general generale
europeen europeenne francais francaise publique public sociale social populaire solidarite solidaires liberte libertes
droit droits sante habitat logement nord sud est ouest sans frontieres amis terre climat action secours planete
technologies platforms limited ltd inc corporation company holding media medias presse hebdo actualites edition
editions production productions studio studios market distribution energie energies transports mobilites autoroutes
aeroports constitution convention charte reglement directive arrete arret decret ordonnance jugement requete memoire
piece pieces annexe bordereau objet madame monsieur maitre mesdames messieurs mme mlle mm me lundi mardi mercredi jeudi
vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre saint
sainte rue avenue boulevard place square quai route chemin impasse allee cours greffe secretariat accueil delegue
deleguee adjoint adjointe municipal municipale prenom prenoms nom noms date lieu age adresse telephone courriel email
police gendarmerie armee justice interieur education cedex magazine radio journal gazette
"""
NO_NAMES = frozenset(_NO_NAMES.split())
"""Words of bodies, places and forms: a stretch that holds one is nobody, whatever stands beside it."""

_ACRONYMS = """
sarl sas sa sci scp scm scea snc sasu eurl earl gaec gfa selarl selas cgt cfdt cftc cfe fo sud unsa fsu snes snu mjc
ehpad chu chru ch ght admr ufr iut ime itep esat zac rpa ccas epci sivom sivu oph hlm mas fam saint sainte afp reuters
ufc ldh lpo fne samu smur sdis crous caf cpam msa ars dreal drac dreets ofb ofii ofpra cnda tgi ta caa ce cjue cedh
"""
ACRONYMS = frozenset(_ACRONYMS.split())
PLACES = frozenset({"france", "lorraine", "florence", "victoria", "savoie", "corse", "nice", "valence", "vienne"})
"""First names that, last, are more often a place: « CGT Lorraine »."""

# What is named after somebody: « Fondation Jean Jaurès », « lycée Victor Hugo », « société Pierre Fabre ».
# word, without dots -> pattern, when it says more
_PLAIN = (
    "fondation institut instituts laboratoire laboratoires lycee college ecole universite hopital clinique residence "
    "ehpad creche gymnase stade theatre mediatheque bibliotheque musee prix rue avenue place boulevard quai square "
    "salle societe entreprise etablissements editions librairie galerie boulangerie cabinet association sci "
    "selarl federation cercle amicale collectif comite maternite aeroport gare pont ligue caisse banque marque "
    "festival compagnie cinema espace parc jardin promenade immeuble domaine chateau promotion amphitheatre "
    "auditorium eglise chapelle paroisse foyer cite allee impasse chemin cours quartier passage esplanade chu chru mjc "
    "ime esat gfa earl gaec eurl sasu snc chs admr caserne camp complexe piscine conservatoire"
)
NAMED_AFTER = {
    **{word: word for word in _PLAIN.split()},
    "groupe": r"groupe(?:\sscolaire)?",
    "centre": r"centre(?:\s\w+){0,2}",
    "maison": r"maison(?:\sde\s\w+)?",
    "sarl": r"s\.?a\.?r\.?l\.?",
    "sas": r"s\.?a\.?s\.?",
    "scp": r"s\.?c\.?p\.?",
}
