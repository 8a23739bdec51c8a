"""One affair, whatever file comes first: an earlier order joins by what a later paper tells, and nothing is doubled."""

from __future__ import annotations

import itertools

import pytest

from casetrack.casebook import SYSTEM, Casebook
from tests.written_decisions import FOLDER

FIRST_ORDER = """TRIBUNAL ADMINISTRATIF DE POITIERS
N° 2401190
ASSOCIATION LES RIVES OUVERTES et autre
Ordonnance du 24 avril 2024
RÉPUBLIQUE FRANÇAISE
AU NOM DU PEUPLE FRANÇAIS
Le juge des référés
Vu la procédure suivante :
Par une requête, enregistrée le 22 avril 2024, l'association Les Rives ouvertes et l'Union des riverains du Clain demandent au juge des référés, sur le fondement de l'article L. 521-2 du code de justice administrative, de suspendre l'exécution de la convention du 15 avril 2024.
Vu le code de justice administrative.
Considérant ce qui suit :
1. La condition d'urgence n'est pas remplie. La requête est rejetée selon l'article L. 522-3 du même code.
O R D O N N E :
Article 1er : La requête est rejetée.
Article 2 : La présente ordonnance sera notifiée à l'association Les Rives ouvertes.
Fait à Poitiers, le 24 avril 2024."""  # noqa: E501
DEFENCE = (
    (FOLDER / "forms" / "acte_defense_refere_liberte.txt")
    .read_text(encoding="utf-8")
    .partition("\n----\n")[2]
    .replace(
        "Par une requête enregistrée le 6 mai",
        "Par une ordonnance n° 2401190 du 24 avril 2024, le juge des référés du tribunal administratif de Poitiers a "
        "rejeté une première requête.\nPar une requête enregistrée le 6 mai",
    )
)
SECOND_REQUEST = (
    (FOLDER / "forms" / "acte_requete_sans_par_ces_motifs.txt").read_text(encoding="utf-8").partition("\n----\n")[2]
)
TEXTS = {"ordonnance.txt": FIRST_ORDER, "defense.txt": DEFENCE, "requete.txt": SECOND_REQUEST}


@pytest.mark.parametrize("order", list(itertools.permutations(TEXTS))[::2], ids="-".join)
def test_one_case_and_one_question_in_any_order(casebook: Casebook, take, order):
    ids = {name: take(TEXTS[name], name) for name in order}
    (summary,) = casebook.cases(viewer=SYSTEM)
    case = casebook.case(summary.ref.slug, viewer=SYSTEM)
    assert {item.docket for item in case.proceedings} == {"2401190", "2401377"}
    (asked,) = [item for item in casebook.review_queue(viewer=SYSTEM).items if item.kind == "attach"]
    assert asked.document is not None and asked.document.id == ids["requete.txt"], "no docket: a person says"
    assert "Les Rives ouvertes" in asked.reasons[0], "names are shown as they are written"
    assert asked.document.title == "Requête, tribunal administratif de Poitiers, 6\u00a0mai 2024"


def test_an_act_attacked_twice_before_one_court_is_told_once(casebook: Casebook, take):
    take(FIRST_ORDER, "ordonnance.txt")
    take(FIRST_ORDER.replace("2401190", "2401377").replace("22 avril", "6 mai").replace("24 avril", "8 mai"), "2.txt")
    view = casebook.timeline(viewer=SYSTEM, everything=True)
    (act,) = [entry for entry in view.entries if entry.type == "acte contesté"]
    assert len(act.sources) == 2 and not act.conflicts


def test_a_paper_about_two_dockets_says_of_neither_who_asked(casebook: Casebook, take):
    """« Requête de l'association A (n° 492368) », where B filed it: better no name than the wrong one."""
    take(
        "# Notice factuelle : deux requêtes jointes\n\nJuridiction : Conseil d'État\n\n"
        "Dossiers : nos 491644, 492368\n\n"
        "Requérants : association Internet Société ; société Nuage habile\n\nLa requête n° 491644 a été enregistrée le "
        "9 février 2024 et la requête n° 492368 le 5 mars 2024. Toutes deux contestent la délibération n° 2023-146 du "
        "21 décembre 2023.\n\nSources :\n\n- Un journal : https://exemple.fr/\n",
        "notice.txt",
    )
    titles = [entry.title.replace("\u00a0", " ") for entry in casebook.timeline(viewer=SYSTEM, everything=True).entries]
    assert titles == ["Avis : délibération n° 2023-146", "Requête (n° 491644)", "Requête (n° 492368)"]
