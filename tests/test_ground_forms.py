"""The sentences in which judges refuse or grant, one a line: which ground each of them is, and those that are none."""

from __future__ import annotations

import pytest

from casetrack.extract.grounds import find_grounds
from casetrack.extract.outcome import find_outcome
from tests.written_decisions import order

_ASKED = (
    "Par une requête, enregistrée le 4 mars 2021, M. A B demande au juge des référés du Conseil d'Etat, sur le "
    "fondement de l'article {article} du code de justice administrative, de statuer."
)
_REJECTED = "Article 1er : La requête de M. B est rejetée."
_CLOSING = "\n3. Il résulte de tout ce qui précède que la requête de M. B doit être rejetée."

URGENCY = """
Elle ne saurait être regardée comme nécessitant l'intervention à très bref délai d'une mesure de sauvegarde.
Cette circonstance ne peut, à elle seule, être regardée comme rendant nécessaire son intervention à très bref délai.
Elle ne justifie d'aucune circonstance particulière rendant nécessaire qu'il soit statué dans un délai de 48 heures.
Ces éléments n'impliquent pas qu'une mesure soit ordonnée dans le délai de quarante-huit heures.
Il n'existe aucune circonstance de nature à justifier que le juge des référés statue à très bref délai.
La condition particulière d'urgence requise par l'article L. 521-2 n'est, dès lors, pas satisfaite.
L'urgence ne peut être tenue pour établie.
Le requérant n'établit pas l'urgence qui s'attacherait à la mesure.
M. B s'est lui-même placé dans la situation d'urgence qu'il invoque.
La condition d'urgence fait, par suite, défaut.
Sa requête doit être rejetée pour défaut d'urgence.
En l'absence d'urgence, il y a lieu de rejeter la requête.
Il ne fait état d'aucun élément de nature à caractériser une situation d'urgence.
L'exécution de la décision ne préjudicie pas de manière suffisamment grave et immédiate à sa situation.
Il n'est pas démontré que l'arrêté porterait une atteinte grave et immédiate à un intérêt public.
Les conséquences alléguées ne sont pas suffisamment graves et immédiates.
Aucune urgence ne s'attache à la mesure demandée.
L'existence d'une situation d'urgence n'apparaît pas caractérisée en l'espèce.
La condition relative à l'urgence ne saurait ainsi être considérée comme remplie.
"""
DOUBT = """
Aucun des moyens invoqués n'est, en l'état de l'instruction, propre à créer un doute sérieux quant à l'arrêté.
Les moyens soulevés ne paraissent pas de nature à faire naître un doute sérieux.
Ces moyens ne sont pas susceptibles de susciter un doute sérieux sur la légalité de l'arrêté.
En l'absence de doute sérieux, la suspension ne peut être ordonnée.
La condition tenant au doute sérieux n'est pas remplie.
"""
ILLEGALITY = """
La mesure ne porte aucune atteinte grave et manifestement illégale à la liberté de réunion.
L'administration n'a pas porté une atteinte manifestement illégale à une liberté.
Le refus contesté n'apparaît pas manifestement illégal.
Il n'est pas entaché d'une illégalité manifeste.
Aucune carence caractérisée ne peut être reprochée à l'Etat.
Le préfet ne peut être regardé comme ayant fait preuve d'une carence caractérisée.
Ces éléments ne révèlent aucune méconnaissance grave et manifeste des obligations de l'Etat.
"""
GRAVITY = """
L'atteinte portée ne présente pas le caractère de gravité exigé par l'article L. 521-2.
L'atteinte invoquée n'est pas d'une gravité suffisante.
Cette mesure ne porte pas une atteinte suffisamment grave à la liberté invoquée.
L'atteinte alléguée n'est pas suffisamment grave.
La restriction ne peut être qualifiée de grave.
"""
LIBERTY = """
Le bénéfice de cette allocation ne constitue pas une liberté fondamentale au sens de l'article L. 521-2.
L'accès à ce service n'a pas le caractère d'une liberté fondamentale.
Ce droit ne figure pas parmi les libertés fondamentales.
Le principe invoqué n'est pas au nombre des libertés fondamentales.
Le requérant n'invoque la méconnaissance d'aucune liberté fondamentale.
Aucune liberté fondamentale n'est en cause.
"""
INADMISSIBLE = """
La requête est manifestement irrecevable.
La demande, présentée sans requête au fond, est dès lors irrecevable.
La requête de M. B est tardive et, par suite, irrecevable.
La requête est tardive et donc irrecevable.
M. B ne justifie pas d'un intérêt lui donnant qualité pour agir.
Sa requête n'est, par suite, pas recevable.
La requête est entachée d'une irrecevabilité manifeste.
"""
NO_JURISDICTION = """
Le litige ne relève manifestement pas de la compétence de la juridiction administrative.
Il n'appartient pas au juge administratif de connaître d'un tel litige.
Le Conseil d'Etat est manifestement incompétent pour connaître en premier ressort de cette requête.
Cet acte échappe à la compétence de la juridiction administrative.
"""
FORMS = [
    (sentence, ground, article)
    for lines, ground, article in (
        (URGENCY, "urgence", "L. 521-2"),
        (DOUBT, "doute-serieux", "L. 521-1"),
        (ILLEGALITY, "illegalite-manifeste", "L. 521-2"),
        (GRAVITY, "atteinte-grave", "L. 521-2"),
        (LIBERTY, "liberte-fondamentale", "L. 521-2"),
        (INADMISSIBLE, "irrecevabilite", "L. 521-1"),
        (NO_JURISDICTION, "incompetence", "L. 521-2"),
    )
    for sentence in lines.strip().splitlines()
]
# What is said in general, or held for the one who asks: no ground of a rejection.
NONE = """
Le juge des référés ne peut ordonner une mesure à très bref délai que si une liberté fondamentale est en cause.
L'urgence s'apprécie globalement. Elle justifie que l'exécution soit suspendue s'il est porté atteinte à un intérêt.
La liberté d'aller et venir constitue une liberté fondamentale.
Le ministre soutient que l'atteinte n'est pas suffisamment grave.
Il appartient au requérant de justifier de circonstances caractérisant la nécessité d'une mesure à bref délai.
"""
MET = """
L. 521-1|urgence|La condition d'urgence doit, dans ces conditions, être regardée comme remplie.
L. 521-1|urgence|Ces travaux imminents caractérisent une situation d'urgence.
L. 521-1|urgence|Il y a urgence à suspendre l'exécution de la décision.
L. 521-1|urgence|La condition d'urgence posée par l'article L. 521-1 est, dès lors, satisfaite.
L. 521-1|doute-serieux|Le moyen tiré du défaut de motif est propre, en l'état du dossier, à créer un doute sérieux.
L. 521-1|doute-serieux|Ce moyen paraît, en l'état, de nature à faire naître un doute sérieux sur la légalité de l'acte.
L. 521-2|illegalite-manifeste|L'arrêté porte ainsi une atteinte grave et manifestement illégale à la liberté de réunion.
L. 521-2|illegalite-manifeste|Ces faits révèlent une carence caractérisée des autorités.
"""


def _read(article: str, reasons: str, operative: str) -> set[str]:
    given = order(_ASKED.format(article=article), reasons, operative)
    instance = given.procedure.instance.value if given.procedure.instance else ""
    found = find_grounds(given.text, given.zones, find_outcome(given.text, given.zones, instance), given.procedure)
    return {value.value for value in found}


@pytest.mark.parametrize(("sentence", "ground", "article"), FORMS)
def test_a_rejection(sentence: str, ground: str, article: str):
    assert _read(article, f"1. L'affaire est la suivante.\n2. {sentence}{_CLOSING}", _REJECTED) == {ground}


@pytest.mark.parametrize("sentence", NONE.strip().splitlines())
def test_no_ground(sentence: str):
    assert _read("L. 521-2", f"1. L'affaire est la suivante.\n2. {sentence}{_CLOSING}", _REJECTED) == set()


@pytest.mark.parametrize("line", MET.strip().splitlines())
def test_a_success(line: str):
    article, ground, sentence = line.split("|")
    operative = "Article 1er : L'exécution de l'arrêté du 3 mars 2021 est suspendue."
    assert ground in _read(article, f"1. L'affaire est la suivante.\n2. {sentence}", operative)
