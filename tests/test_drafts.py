"""A draft with planted errors: every one found, no alarm on what is right."""

from __future__ import annotations

import pytest

from casetrack.casebook import SYSTEM, Casebook
from casetrack.casebook.likeness import LEAST_SHARED, leaning
from casetrack.ingest import Arrival
from casetrack.model import Findings, PartyFinding, PartyType, Role, Value
from casetrack.settings import load_settings
from tests.samples import ORDER

RIGHT = "CE, ord., 12 mars 2021, Association Les Amis du Phare et autres, n° 999201"


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A casebook that holds the order alone: a draft changes nothing, so that one does for all."""
    home = tmp_path_factory.mktemp("drafts") / "home"
    opened = Casebook(load_settings(home=home, parse_processes=1, parse_seconds=20))
    taken = opened.pipeline.take_in(ORDER.encode(), Arrival(how="essai", name="texte.txt"))
    assert taken.document_id is not None
    assert opened.pipeline.read(taken.document_id).outcome == "added"
    opened.update_index()
    yield opened
    opened.close()


def verdicts(casebook: Casebook, draft: str) -> list[str]:
    return [remark.verdict for remark in casebook.check_draft(draft, viewer=SYSTEM).remarks]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (f"Voir {RIGHT}.", ["exact"]),
        (
            f"Voir {RIGHT} : « La condition d’urgence prévue par l'article L. 521-2 n'est pas remplie ».",
            ["exact", "exact"],
        ),
        (f"Voir {RIGHT.replace('12 mars', '13 mars')}.", ["autre-date"]),
        (f"Voir {RIGHT.replace('999201', '999210')}.", ["autre-numero"]),
        ("Voir CE, ord., 2 mai 2019, n° 999555.", ["absent"]),
        (f"{RIGHT} : « la condition d'urgence prévue par l'article L. 521-2 est bien remplie ».", ["exact", "altere"]),
        (f"{RIGHT} : « il est porté une atteinte grave et manifestement illégale ».", ["exact", "par-une-partie"]),
        # a digit missing; a court that is not the one of that number; a name that the decision does not have
        (f"Voir {RIGHT.replace('999201', '99920')}.", ["autre-numero"]),
        ("TA Paris, ord., 12 mars 2021, n° 999201", ["autre-juridiction"]),
        ("CAA Marseille, 3 mai 2022, n° 21BX04358", ["autre-juridiction"]),
        (f"Voir {RIGHT.replace('Les Amis du Phare', 'Vigie des Dunes')}.", ["exact", "autre-nom"]),
        ("Voir CE, ord., 12 mars 2021, M. Untel, n° 999201.", ["exact"]),
        # without its number, a decision alone of its court and day; another day
        ("Voir CE, ord., 12 mars 2021, Association Les Amis du Phare.", ["exact"]),
        ("Voir CE, ord., 13 mars 2021, Association Les Amis du Phare.", ["absent"]),
        # the text of a law beside a reference is not the decision's
        (
            "Aux termes de l'article L. 521-2 du code de justice administrative : « Saisi d'une demande en ce sens "
            f"justifiée par l'urgence, le juge se prononce dans un délai de quarante-huit heures » ({RIGHT}).",
            ["exact"],
        ),
        # nor what an administration wrote, near a reference
        (
            f"Le ministre écrit que « les données sont en sécurité chez le prestataire » (pièce n° 4). V. {RIGHT}.",
            ["exact"],
        ),
        # but words that the draft gives to a decision and that it has not
        (f"« les données sont en sécurité chez le prestataire » ({RIGHT}).", ["altere", "exact"]),
        # the draft says itself that a party speaks
        (
            f"Les requérantes soutenaient qu'« il est porté une atteinte grave et manifestement illégale » ({RIGHT}).",
            ["exact", "exact"],
        ),
        (
            f"Le ministre objecte que « il est porté une atteinte grave et manifestement illégale » ({RIGHT}).",
            ["exact", "exact"],
        ),
        ("V. Cass. soc., 12 avril 2023, n° 21-19.332, et CJUE, 16 juillet 2020, C-311/18.", ["ailleurs", "ailleurs"]),
        ("Vu l'article L. 9 du code des tribunaux administratifs et des cours administratives d'appel.", ["remplace"]),
        (
            "Vu la loi du 13 juillet 1983, alors applicable, et l'article L. 521-2 du code de justice administrative.",
            [],
        ),
    ],
)
def test_each_reference_and_quotation_is_judged(held: Casebook, draft, expected):
    assert verdicts(held, draft) == expected


def test_nothing_of_a_draft_is_kept(held: Casebook):
    held.check_draft("Le mot ornithorynque n'est nulle part. " + RIGHT, viewer=SYSTEM)
    assert held.search("ornithorynque", viewer=SYSTEM).total == 0
    assert b"ornithorynque" not in held.settings.database.read_bytes()


def test_hits_in_a_document_are_where_the_words_are(held: Casebook):
    (document,) = held.documents(viewer=SYSTEM)
    text = held.document(document.id, viewer=SYSTEM).text or ""
    spans = held.hits_in(document.id, "urgence", viewer=SYSTEM)
    assert spans
    assert {text[start:end].lower() for start, end in spans} == {"urgence"}


def test_a_quotation_may_be_cut_and_quote_in_its_turn(held: Casebook):
    cut = f"{RIGHT} : « [L]a condition d'urgence prévue par l'article (…) n'est pas remplie »"
    assert verdicts(held, cut) == ["exact", "exact"]
    turned = f"{RIGHT} : « n'est pas remplie (…) La condition d'urgence prévue par l'article L. 521-2 »"
    assert verdicts(held, turned) == ["exact", "altere"]
    law = f"{RIGHT}, point 1 : « Saisi d'une demande en ce sens justifiée par l'urgence, le juge des référés peut »"
    found = held.check_draft(law, viewer=SYSTEM).remarks[1]
    assert (found.verdict, found.detail) == ("exact", "Citation exacte : c'est un texte que la décision rappelle.")


def test_what_differs_is_pointed_at(held: Casebook):
    draft = f"{RIGHT} : « la condition d'urgence prévue par l'article L. 521-2 est remplie »."
    _, remark = held.check_draft(draft, viewer=SYSTEM).remarks
    assert "".join(text for text, _ in remark.passage) == (
        "La condition d'urgence prévue par l'article L. 521-2 n'est pas remplie"
    )
    assert [text for text, differs in remark.passage if differs] == ["n", "pas"]


def test_close_decisions_have_a_passage_of_the_judge_and_say_which_way_they_went(casebook: Casebook, take):
    take(ORDER)
    granted = ORDER.replace("999201", "999202").replace("12 mars", "19 mars").replace("est rejetée", "est admise")
    granted = granted.replace("Article 2 :", "Article 2 : Il est enjoint au ministre de la mer d'agir.\nArticle 3 :")
    take(granted.replace("la société Nuage", "la société Brume"))
    draft = "Requête en référé-liberté des gardiens de phare : leurs données sont confiées à la société Nuage, la mer."
    close = casebook.check_draft(draft, viewer=SYSTEM).close
    assert {(one.document.docket, one.leaning) for one in close} == {("999201", "contre"), ("999202", "pour")}
    for one in close:
        assert len(one.words) >= LEAST_SHARED
        assert "demandent au juge" not in "".join(text for text, _ in one.passage), "the grounds, not the procedure"
    assert casebook.check_draft("Recette de la tarte aux pommes.", viewer=SYSTEM).close == ()


@pytest.mark.parametrize(
    ("outcomes", "asks", "way"),
    [
        (["rejet"], PartyType.ASSOCIATION, "contre"),
        (["injonction", "rejet du surplus"], PartyType.ASSOCIATION, "pour"),
        (["rejet pour incompétence"], PartyType.UNION, "contre"),
        ([], PartyType.ASSOCIATION, ""),
        # an administration appeals: what it loses, the other side wins
        (["rejet"], PartyType.PUBLIC_BODY, "pour"),
        (["annulation de l'ordonnance attaquée", "rejet de la demande"], PartyType.PUBLIC_BODY, "contre"),
        (["annulation", "renvoi"], PartyType.PUBLIC_BODY, ""),
    ],
)
def test_which_way_a_decision_went(outcomes, asks, way):
    party = PartyFinding(name="X", role=Role.PLAINTIFF, type=asks)
    found = Findings(kind=Value(value="decision"), parties=(party,), outcome=tuple(Value(value=o) for o in outcomes))
    assert leaning(found) == way
