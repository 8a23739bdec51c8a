"""Law articles with their code, and texts."""

from __future__ import annotations

import pytest

from casetrack.extract.articles import find_articles, quoted_spans

ARTICLES = [
    ("l'article L. 521-2 du code de justice administrative", ["cja/l-521-2"], "forme pleine"),
    ("l'article L.521-2 du CJA", ["cja/l-521-2"], "sans espace, sigle"),
    ("l'article L521-2 CJA", ["cja/l-521-2"], "sans point ni « du »"),
    ("(art. L. 521-2 du CJA)", ["cja/l-521-2"], "art."),
    ("L. 521-2 CJA", ["cja/l-521-2"], "sans « article »"),
    ("CJA, art. R. 411-1", ["cja/r-411-1"], "code devant"),
    ("C. civ., art. 1240", ["c-civ/1240"], "code numérique devant"),
    ("articles L. 521-1, L. 521-2 et L. 761-1 du CJA", ["cja/l-521-1", "cja/l-521-2", "cja/l-761-1"], "liste"),
    ("articles R. 522-1 à R. 522-8 du CJA", ["cja/r-522-1", "cja/r-522-8"], "les bornes d'un intervalle"),
    ("articles L. 277, 279 et 279 A du livre des procédures fiscales", ["lpf/l-277", "lpf/l-279", "lpf/l-279-a"], "L."),
    ("articles L. 911-1 et suivants du code de justice administrative", ["cja/l-911-1"], "et suivants"),
    ("l'article L. 521-1 du CESEDA", ["ceseda/l-521-1"], "n'est pas un référé"),
    ("l'article R. 311-4 du code de l'entrée et du séjour en France des étrangers", ["ceseda/r-311-4"], "nom altéré"),
    ("l'article L. 613-6 du code de sécurité intérieure", ["csi/l-613-6"], "nom altéré"),
    ("article 226-18 du code pénal et R. 610-5 du même code", ["cp/226-18", "cp/r-610-5"], "suite sans « article »"),
    ("l'article 199 undecies C du code général des impôts", ["cgi/199-undecies-c"], "chiffre latin et lettre"),
    ("les articles 150 U à 150 VE du CGI", ["cgi/150-u", "cgi/150-ve"], "V n'est pas un chiffre romain"),
    ("l'article 44 sexies-0 A du CGI", ["cgi/44-sexies-0-a"], "tiret après le latin"),
    (
        "articles 324 Z et 324 AA de l'annexe III au code général des impôts",
        ["cgi-annexe-3/324-z", "cgi-annexe-3/324-aa"],
        "",
    ),
    ("L'ARTICLE R. 127 DU CODE DES TRIBUNAUX ADMINISTRATIFS", ["cta/r-127"], "capitales"),
    ("AUX ARTICLES 34 A 49 DU CODE GENERAL DES IMPOTS", ["cgi/34", "cgi/49"], "A est une préposition"),
    ("le CJA, notamment ses articles L. 511-2 et L. 521-2", ["cja/l-511-2", "cja/l-521-2"], "ses articles"),
    ("le code civil, notamment l'article 1353", ["c-civ/1353"], "notamment l'article"),
    ("article L. 521-2, alinéa premier, du CJA", ["cja/l-521-2"], "incise"),
    ("le référé-liberté de l'article L. 521-2", ["cja/l-521-2"], "code sous-entendu"),
    ("articles L. 761-1 du CJA et 37 de la loi du 10 juillet 1991", ["cja/l-761-1"], "la loi n'est pas un code"),
    ("Article 2 : Les conclusions sont rejetées.", [], "article du dispositif"),
    ("l'article 2 du jugement attaqué", [], "article d'un jugement"),
    ("l'article UH 13 du règlement du plan local d'urbanisme", [], "plan local d'urbanisme"),
    ("l'article L. 521-2 du code de justice administrative et l'article 3 du contrat", ["cja/l-521-2"], "contrat"),
    ("ce qui est dit à l'article 3 ci-dessus", [], "renvoi interne"),
    ("le code précise que l'article suivant", [], "verbe après code"),
]


def keys(text: str, kind: str = "article") -> list[str]:
    return [item.key for item in find_articles(text) if item.kind == kind]


@pytest.mark.parametrize(("text", "expected", "trap"), ARTICLES)
def test_articles_of_codes(text: str, expected: list[str], trap: str):
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'article L. 1 du code électoral. L'article L. 2 du même code", ["c-elect/l-1", "c-elect/l-2"]),
        ("l'article L. 521-1 du CJA ; l'article R. 522-1 dudit code", ["cja/l-521-1", "cja/r-522-1"]),
        ("articles L. 1 du code électoral puis L. 521-1 du CJA ; L. 521-4 de ce dernier code",
         ["c-elect/l-1", "cja/l-521-1", "cja/l-521-4"]),
        ("l'article 39 du CGI dispose. Selon l'article 209 du même code général des impôts", ["cgi/39", "cgi/209"]),
    ],
)  # fmt: skip
def test_codes_named_before(text: str, expected: list[str]):
    assert keys(text) == expected


def test_a_quotation_speaks_of_the_code_it_quotes():
    text = (
        "Aux termes de l'article R. 431-2 du code de l'entrée et du séjour des étrangers et du droit d'asile : "
        "« La demande mentionnée à l'article R. 431-3 du présent code et à l'article L. 110-1 du code de commerce ». "
        "Aux termes de l'article R. 431-5 de ce code"
    )
    assert [(item.key, item.quoted) for item in find_articles(text)] == [
        ("ceseda/r-431-2", False),
        ("ceseda/r-431-3", True),
        ("c-com/l-110-1", True),
        ("ceseda/r-431-5", False),
    ]


@pytest.mark.parametrize(
    ("text", "key", "article"),
    [
        ("la loi n° 78-17 du 6 janvier 1978", "loi/78-17", ""),
        ("l'article 20 de la loi n° 78-17 du 6 janvier 1978", "loi/78-17", "20"),
        ("la loi n° 78-17 du 6 janvier 1978, notamment son article 20", "loi/78-17", "20"),
        ("la loi du 29 juillet 1881", "loi/1881-07-29", ""),
        ("le décret n°2021-848 du 29 juin 2021", "decret/2021-848", ""),
        ("l'ordonnance n° 58-1067", "ordonnance/58-1067", ""),
        ("l'article 5 du règlement (UE) 2016/679", "ue/2016-679", "5"),
        ("l'article 5 du RGPD", "ue/2016-679", "5"),
        ("la directive 2000/54/CE", "ue/2000-54", ""),
        ("le règlement (UE) n° 604/2013 du 26 juin 2013", "ue/604-2013", ""),
        ("l'article 8 de la convention européenne de sauvegarde des droits de l'homme", "cesdh", "8"),
        ("l'article 8 CEDH", "cesdh", "8"),
        ("l'article 34 de la Constitution", "constitution", "34"),
        ("la loi Informatique et Libertés (article 66)", "loi/78-17", "66"),
        (
            "l'article 1er du premier protocole additionnel à la convention européenne des droits de l'homme",
            "cesdh-p1",
            "1er",
        ),
    ],
)
def test_texts(text: str, key: str, article: str):
    (item,) = (item for item in find_articles(text) if item.kind == "text")
    assert (item.key, item.article) == (key, article)


def test_a_law_named_by_its_date_has_the_number_given_elsewhere():
    assert keys("la loi n° 78-17 du 6 janvier 1978 ; la loi du 6 janvier 1978", "text") == ["loi/78-17", "loi/78-17"]


def test_an_order_of_a_judge_is_no_text():
    assert keys("l'ordonnance n° 450163 du 12 mars 2021, l'ordonnance du 22 septembre 2021", "text") == []
    assert keys("l'ordonnance du 26 janvier 2017 relative à l'autorisation", "text") == ["ordonnance/2017-01-26"]


def test_quotations_end_with_their_point():
    text = "1. Il dit : « ouvert sans fin\n2. Point suivant « fermé »."
    assert [text[start:end] for start, end in quoted_spans(text)] == ["« ouvert sans fin", "« fermé »"]


def test_straight_marks_open_and_close_by_turns():
    text = 'Selon " un " et " deux "'
    assert [text[start:end] for start, end in quoted_spans(text)] == ['" un "', '" deux "']
