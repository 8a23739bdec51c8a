"""Saved pages: the article without its furniture, its fields with where they came from, decisions line by line."""

from __future__ import annotations

import pytest

from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import read_bytes

BODY = """
<p>Le gouvernement devra défendre devant le Conseil d'État, lundi 8 mars, le partenariat conclu avec une plateforme de
prise de rendez-vous dont les données sont hébergées par une société américaine.</p>
<p>Plusieurs associations et syndicats ont déposé une requête en référé-liberté. Elles estiment que le droit américain
permettrait aux autorités de ce pays d'accéder aux informations des patients vaccinés.</p>
<h2>Un débat ancien</h2>
<p>La question s'était déjà posée à propos de la plateforme des données de santé, confiée à un autre prestataire. La
Commission nationale de l'informatique et des libertés avait alors demandé des garanties supplémentaires.</p>
<p>L'audience est publique. La décision est attendue dans les jours qui suivent, selon les avocats des requérants,
qui se disent confiants dans l'issue de la procédure engagée.</p>
"""
FURNITURE_TOP = """
<div class="cookie-banner">Nous utilisons des cookies pour mesurer l'audience du site. <button>Accepter</button></div>
<nav><a href="/">Accueil</a><a href="/politique">Politique</a></nav>
"""
FURNITURE_END = """
<div class="newsletter-box"><p>Newsletter</p><p>Recevez chaque matin l'essentiel de l'actualité par courriel.</p></div>
<div id="comments" class="comments"><h3>2 commentaires</h3>
<div class="comment"><p>Le 07/03/2021 à 10h45, un lecteur : cette affaire est un scandale de plus, à mon avis.</p></div>
</div>
<aside><h3>À lire aussi</h3><a href="/x">Un autre sujet, publié le 01/06/2024</a></aside>
<footer>© 2026 Exemple. Tous droits réservés.</footer>
"""
TITLE = "La plateforme devant le Conseil d'État"


def page(head: str = "", before: str = "", *, title: str = f"<h1>{TITLE}</h1>", body: str = BODY) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'>{head}</head><body>{FURNITURE_TOP}"
        f"<main><article>{title}{before}{body}</article></main>{FURNITURE_END}</body></html>"
    ).encode()


def fields(reading: Reading) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for item in reading.declared:
        found.setdefault(item.field, []).append((item.value, item.origin))
    return found


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Titre déclaré", "datePublished": "2021-03-05T23:30:00Z", "dateModified": "2021-04-01",
"author": [{"@type": "Person", "name": "Rédactrice"}, {"name": "Rédacteur"}], "publisher": {"name": "Le Journal"}}]}
</script>"""
META = """<title>x</title><meta property="og:site_name" content="Le Journal"><meta name="author" content="Rédaction">
<meta property="article:published_time" content="2021-03-05T15:13:00+01:00">
<meta property="article:modified_time" content="2021-04-01T00:00:00+02:00">
<link rel="canonical" href="https://journal.example/article">"""

FIELDS = [
    (
        "JSON-LD in a graph, two authors, universal time",
        page(JSON_LD),
        {
            "published_on": [("2021-03-06", "json-ld")],
            "published_time": [("00:30", "json-ld")],
            "modified_on": [("2021-04-01", "json-ld")],
            "author": [("Rédactrice", "json-ld"), ("Rédacteur", "json-ld")],
            "publisher": [("Le Journal", "json-ld")],
            "title": [("Titre déclaré", "json-ld")],
        },
    ),
    (
        "meta elements",
        page(META),
        {
            "published_on": [("2021-03-05", "meta")],
            "published_time": [("15:13", "meta")],
            "author": [("Rédaction", "meta")],
            "publisher": [("Le Journal", "meta")],
            "address": [("https://journal.example/article", "meta")],
        },
    ),
    (
        "what is written beside the title wins over what is declared",
        page(META, "<p>Publié le 04/03/2021 à 9h05</p><p>Auteur(s): FranceExemple</p>"),
        {
            "published_on": [("2021-03-04", "visible")],
            "published_time": [("09:05", "visible")],
            "author": [("FranceExemple", "visible")],
        },
    ),
    (
        "a date line alone, and a later one in a reader's comment",
        page("", "<p>Le 25/03/2021 à 10h45</p>"),
        {"published_on": [("2021-03-25", "visible")], "published_time": [("10:45", "visible")]},
    ),
    (
        "a date in letters, a publisher named like the host",
        page(
            '<meta property="og:site_name" content="www.journal.example"><link rel="canonical" '
            'href="https://journal.example/a">',
            "<p>Publié le vendredi 5 mars 2021 à 16h40 - Mis à jour le 6/4/2021</p>",
        ),
        {
            "published_on": [("2021-03-05", "visible")],
            "published_time": [("16:40", "visible")],
            "publisher": [("www.journal.example", "devine")],
        },
    ),
    (
        "no such day",
        page("", "<p>Publié le 31/02/2021 à 25:61</p>"),
        {"published_time": []},
    ),
    (
        "a time element, updated later",
        page("", "<p><time datetime='2021-03-05'>5 mars 2021</time>, mis à jour le 06/04/2021 à 10:00</p>"),
        {"published_on": [("2021-03-05", "meta")]},
    ),
    (
        "a lying JSON-LD is left aside",
        page('<script type="application/ld+json">{not json</script><meta name="date" content="bientôt">'),
        {"published_time": [], "title": [(TITLE, "visible")]},
    ),
]


@pytest.mark.parametrize(("case", "data", "expected"), FIELDS, ids=[case for case, _, _ in FIELDS])
def test_fields_come_with_their_origin(case, data, expected):
    found = fields(read_bytes(data, "page.html"))
    for field, values in expected.items():
        assert found.get(field, []) == values


@pytest.mark.parametrize("data", [data for _, data, _ in FIELDS], ids=[case for case, _, _ in FIELDS])
def test_the_article_is_whole_and_alone(data):
    text = read_bytes(data, "page.html").text
    for sentence in ("devant le Conseil d'État, lundi 8 mars", "Un débat ancien", "confiants dans l'issue"):
        assert sentence in text
    for furniture in ("cookies", "chaque matin", "scandale", "autre sujet", "Tous droits", "Accueil", "headline"):
        assert furniture not in text
    first = text.split("\n")[0]
    assert first in {TITLE, "Titre déclaré"}


def test_a_date_is_never_taken_from_the_list_of_other_articles():
    found = fields(read_bytes(page(), "page.html"))
    assert all(origin == "devine" for _, origin in found.get("published_on", []))
    assert ("2024-06-01", "devine") not in found.get("published_on", [])
    assert ("2021-03-07", "devine") not in found.get("published_on", []), "a reader's comment"


@pytest.mark.parametrize(
    "appeal",
    [
        "Chère lectrice, cher lecteur, soutenez-nous",
        "Newsletter",
        "PARTAGER CET ARTICLE",
        "Commentaires (12)",
        "Faire un don",
    ],
)
def test_the_tail_is_cut_at_an_appeal(appeal):
    after = "Ce qui suit n'est plus l'article mais une longue demande adressée à ceux qui lisent encore la page."
    text = read_bytes(page(body=f"{BODY}<p>{appeal}</p><p>{after}</p>"), "page.html").text
    assert "confiants dans l'issue" in text and after not in text


DECISION = """<!DOCTYPE html><html><head><title>Conseil d'État, 12/03/2021, 450163</title></head><body>
<nav>Accueil | Recherche</nav><div id="print"><button>Imprimer</button></div>
<div><b>Conseil d'État</b></div><div>N° 450163<br/>ECLI:FR:CEORD:2021:450163.20210312</div>
<div>Inédit au recueil Lebon</div><div><b>Juge des référés</b></div><div>SCP EXEMPLE, avocats</div>
<div>Lecture du vendredi 12 mars 2021</div>
<h2>REPUBLIQUE FRANCAISE</h2><div>AU NOM DU PEUPLE FRANCAIS</div>
<div>Vu la procédure suivante :<br/><br/>
Par une requête, enregistrée le 26 février 2021, l'association Exemple demande au juge des référés :<br/>
1°) d'ordonner la suspension ;<br/>
2°) de mettre une somme à la charge de l'Etat.<br/><br/>
Vu les autres pièces du dossier ;<br/>Vu :<br/>- le code de justice administrative ;<br/><br/>
Considérant ce qui suit :<br/>1. Aux termes de l'article L. 521-2.<br/><br/>
O R D O N N E :<br/>------------------<br/>
Article 1er : La requête est rejetée.<br/>Article 2 : La présente ordonnance sera notifiée.</div>
<table><tr><td>Fait à Paris</td><td>le 12 mars 2021</td></tr></table>
<footer>Signé : le juge</footer></body></html>"""


def test_an_official_page_keeps_every_line():
    reading = read_bytes(DECISION.encode(), "decision.html")
    assert reading.extractor == "blocs"
    assert reading.text.split("\n") == [
        "Conseil d'État",
        "N° 450163",
        "ECLI:FR:CEORD:2021:450163.20210312",
        "Inédit au recueil Lebon",
        "Juge des référés",
        "SCP EXEMPLE, avocats",
        "Lecture du vendredi 12 mars 2021",
        "REPUBLIQUE FRANCAISE",
        "AU NOM DU PEUPLE FRANCAIS",
        "Vu la procédure suivante :",
        "Par une requête, enregistrée le 26 février 2021, l'association Exemple demande au juge des référés :",
        "1°) d'ordonner la suspension ;",
        "2°) de mettre une somme à la charge de l'Etat.",
        "Vu les autres pièces du dossier ;",
        "Vu :",
        "- le code de justice administrative ;",
        "Considérant ce qui suit :",
        "1. Aux termes de l'article L. 521-2.",
        "O R D O N N E :",
        "------------------",
        "Article 1er : La requête est rejetée.",
        "Article 2 : La présente ordonnance sera notifiée.",
        "Fait à Paris le 12 mars 2021",
        "Signé : le juge",
    ]


def test_the_declared_character_set_is_followed():
    body = BODY.replace("’", "'")
    data = f"<html><head><meta charset='iso-8859-15'></head><body><article>{body}</article></body></html>"
    assert "confiée à un autre prestataire" in read_bytes(data.encode("iso-8859-15"), "a.html").text


def test_a_page_without_text_says_so():
    with pytest.raises(Unreadable) as refused:
        read_bytes(b"<html><body><script>render()</script><div hidden>x</div></body></html>", "a.html")
    assert refused.value.code == "vide"


def test_hidden_text_is_not_read():
    hidden = "<p style='display:none'>caché</p><p aria-hidden='true'>caché</p><p hidden>caché</p><!-- caché -->"
    assert "caché" not in read_bytes(f"<html><body><p>Visible.</p>{hidden}</body></html>".encode(), "a.html").text
