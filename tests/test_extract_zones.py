"""Zones: every form of a decision, a filing, and what has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack.extract.zones import ZoneMap, find_zones
from casetrack.model import ZoneName
from tests.written_decisions import written


def outline(name: str) -> list[str]:
    """Zone names in order, neighbours once."""
    out: list[str] = []
    for zone in written(name).zones:
        if not out or out[-1] != zone.zone.value:
            out.append(zone.zone.value)
    return out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ta_liberte",
            "entete procedure conclusions moyens procedure moyens procedure visas audience motifs dispositif "
            "notification",
        ),
        (
            "ta_suspension",
            "entete procedure conclusions moyens procedure visas audience motifs dispositif notification",
        ),
        (
            "caa_arret",
            "entete procedure conclusions moyens procedure moyens procedure visas audience motifs dispositif "
            "notification",
        ),
        ("ce_refere", "procedure conclusions moyens procedure visas audience motifs dispositif notification"),
        ("ce_ancien", "procedure conclusions procedure visas audience motifs dispositif notification"),
        ("requete", "entete procedure moyens conclusions notification"),
    ],
)
def test_outline(name: str, expected: str) -> None:
    assert outline(name) == expected.split()


def test_points_articles_and_joined_dockets_have_numbers() -> None:
    """A heading goes with the point it announces; « 1er » is 1; each joined request keeps its docket."""
    suspension = written("ta_suspension")
    numbers = [zone.number for zone in suspension.zones if zone.zone is ZoneName.GROUNDS]
    assert numbers == ["", "1", "2", "3", "4", "5"]
    fifth = next(zone for zone in suspension.zones if zone.number == "5" and zone.zone is ZoneName.GROUNDS)
    assert suspension.text[fifth.start :].startswith("Sur les conclusions à fin d'injonction")
    articles = [zone.number for zone in suspension.zones if zone.zone is ZoneName.OPERATIVE_PART]
    assert articles == ["", "1", "2", "3", "4"]
    dockets = [zone.number for zone in written("ce_ancien").zones if zone.zone is ZoneName.PROCEDURE]
    assert dockets == ["99100", "99549"]


@pytest.mark.parametrize(
    ("text", "zone", "words"),
    [
        (
            "Vu la requête ;Vu le code du travail ;Considérant que A ; D E C I D E :Article 1er : La requête est "
            "rejetée.",
            "motifs",
            "Considérant que A",
        ),
        (
            "VU LA REQUETE ; VU LA LOI DU 3 MAI ; CONSIDERANT QUE A ; DECIDE : ARTICLE 1ER - REJET.",
            "dispositif",
            "DECIDE",
        ),
        (
            "REQUETE DU SIEUR X, TENDANT A L'ANNULATION ; VU LE CODE ; CONSIDERANT QUE A ; ANNULATION. REJET DU "
            "SURPLUS.",
            "dispositif",
            "ANNULATION",
        ),
        (
            "Vu la procédure suivante :\nM. A demande.\nVu le code ;\n1. Il ressort du "
            "dossier.\nDÉCIDE\nArticle ler : Rejet.",
            "motifs",
            "1. Il ressort",
        ),
    ],
)
def test_old_and_bare_forms(text: str, zone: str, words: str) -> None:
    """Paragraphs run into one line, capitals, a summary without articles, no « Considérant » at all."""
    found = next(item for item in find_zones(text) if item.zone.value == zone)
    assert text[found.start : found.end].strip().startswith(words)


def test_a_quoted_list_is_not_a_point() -> None:
    text = (
        "Vu le code ;\nConsidérant ce qui suit :\n1. Aux termes de l'article 2 : \"Sont exclus :\n2. les biens ;\n3. "
        'les droits".\n'
        "2. Il en résulte que non.\n3. Par suite, rejet.\nDECIDE :\nArticle 1er : La requête est rejetée."
    )
    points = [text[z.start : z.end] for z in find_zones(text) if z.zone is ZoneName.GROUNDS and z.number]
    assert [point[:6] for point in points] == ["1. Aux", "2. Il ", "3. Par"]


@pytest.mark.parametrize("kind", ["press", "association", "notice", "other"])
def test_other_kinds_have_no_zones(kind: str) -> None:
    assert find_zones(written("ce_refere").text, kind) == ()


def test_press_that_quotes_a_decision_has_no_zones() -> None:
    assert find_zones("Le Conseil d'État a rejeté la requête vendredi.\nVu de loin, l'affaire est close.") == ()


def test_real_decisions_tile(shared_data) -> None:
    """Each zone begins where the one before ends, over the whole text."""
    count = 0
    for path in sorted((shared_data / "ce_opendata").glob("*.xml"))[:30]:
        text = path.read_text(encoding="utf-8-sig").replace("<p>", "\n")
        zones = find_zones(text)
        assert zones, path.name
        assert [zones[0].start, *(z.end for z in zones[:-1])] == [z.start for z in zones], path.name
        assert zones[-1].end == len(text)
        count += 1
    assert count == 30


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Vu la requête ", "Considérant que ", "\n", "1°) ", "Article 1er : ", "DECIDE :", "2. ", 'é«"İ', " "]
        ),
        max_size=40,
    )
)
def test_zones_tile_whatever_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    zones = find_zones(text)
    where = ZoneMap(zones)
    for before, after in zip(zones, zones[1:], strict=False):
        assert before.end == after.start
    if zones:
        assert (zones[0].start, zones[-1].end) == (0, len(text))
        assert where.zone_at(0) is zones[0].zone
    assert where.zone_at(len(text)) is None
