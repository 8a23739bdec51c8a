"""The chain of an affair comes out of texts that state it, each link with its sentence.

The decisions are real; the texts are ours, in the forms in which courts tell the earlier stages.
"""

from __future__ import annotations

import datetime as dt

from casetrack.casebook import SYSTEM, Casebook
from tests.written_decisions import FOLDER

QUASHED, AFTER_REMAND, URGENT = (
    (FOLDER / f"chain_{name}.txt").read_text(encoding="utf-8") for name in ("cassation", "renvoi", "urgence")
)


def links(casebook: Casebook, slug: str) -> dict[tuple[str, str], str]:
    """What the case page says of the chain: from one docket to the next, with the sentence."""
    return {(link.from_docket, link.to_docket): link.fact.quote for link in casebook.case(slug, viewer=SYSTEM).chain}


def test_from_the_tribunal_to_the_arret_after_remand(casebook: Casebook, take):
    take(QUASHED, "quashed.txt")
    take(AFTER_REMAND, "after.txt")
    (summary,) = casebook.cases(viewer=SYSTEM)
    found = links(casebook, summary.ref.slug)
    assert {
        ("1712217/6-3", "19PA02902"), ("19PA02902", "449254"), ("449254", "21PA06696"), ("1712217/6-3", "21PA06696")
    } == set(found)  # fmt: skip
    assert "19PA02902 du 1er décembre 2020" in found["1712217/6-3", "19PA02902"]
    assert "19PA02902 du 1er décembre 2020" in found["19PA02902", "449254"]
    assert found["449254", "21PA06696"] == (
        "Par une décision n° 449254 du 23 décembre 2021, le Conseil d'Etat, statuant au contentieux, a annulé l'arrêt "
        "de la cour administrative d'appel de Paris du 1er décembre 2020 et a renvoyé l'affaire devant la même cour."
    )
    days = {item.docket: item.decided_on for item in casebook.case(summary.ref.slug, viewer=SYSTEM).proceedings}
    assert (days["449254"], days["21PA06696"]) == (dt.date(2021, 12, 23), dt.date(2022, 9, 28))


def test_the_last_arret_alone_tells_the_whole_chain(casebook: Casebook, take):
    take(AFTER_REMAND, "after.txt")
    (summary,) = casebook.cases(viewer=SYSTEM)
    found = links(casebook, summary.ref.slug)
    assert {("1712217/6-3", "19PA02902"), ("19PA02902", "449254"), ("449254", "21PA06696")} <= set(found)
    assert all(sentence in AFTER_REMAND for sentence in found.values())


def test_from_the_tribunal_to_two_joined_urgent_appeals(casebook: Casebook, take):
    take(URGENT, "urgent.txt")
    (summary,) = casebook.cases(viewer=SYSTEM)
    case = casebook.case(summary.ref.slug, viewer=SYSTEM)
    (link,) = case.chain
    assert (link.from_docket, link.to_docket, link.outcome) == ("2006861", "440442", "rejet")
    assert "2006861 du 5 mai 2020" in link.fact.quote
    assert {"440442", "440445"} <= {item.docket for item in case.proceedings}
