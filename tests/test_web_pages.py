"""Pages over a real casebook: what they show, what they refuse, and how they are made."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.publishing import CHECKS
from casetrack.web import timelines
from tests.web_site import CASE, PASSWORD, open_site, token

PAGES = [
    "/",
    "/affaires/",
    f"/affaires/{CASE}",
    f"/affaires/{CASE}?par=partie&zoom=jours",
    "/chronologie?aligner=depot",
    "/parties/",
    "/requerants/",
    "/recherche",
    "/recherche?q=bornes",
    "/recherche?q=introuvablissime",
    "/bibliotheque",
    "/documents/",
    "/decisions/ce/2023-10-20/999101",
    "/decisions/ce/2023-10-20/999101?q=bornes",
    "/articles/cja/l-521-2",
    "/references?q=bornes",
    "/chiffres",
    "/verifier-un-projet",
    "/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-05&notifiee=2023-10-06&issue=rejet",
    "/avant-de-deposer",
    "/aide/glossaire",
    "/aide/recherche",
    "/accessibilite",
    "/mentions-legales",
    "/connexion",
]
MEMBER_PAGES = ["/a-verifier", "/ajouter", "/journal", "/compte", "/documents/?etat=failed"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("site")) as opened:
        yield opened


class Page(HTMLParser):
    """What the rules of every page look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.labels: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(found["id"])
        if tag == "label" and found.get("for"):
            self.labels.add(found["for"])


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.get_data(as_text=True)[:2000]
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("role", ["", "editeur"])
@pytest.mark.parametrize("address", [*PAGES, *MEMBER_PAGES])
def test_every_page_keeps_the_rules_of_the_house(site, address, role):
    if address in MEMBER_PAGES and not role:
        assert site.client().get(address).status_code in (200, 302, 401)
        return
    if address == "/connexion" and role:
        return
    text = text_of(site.client(role).get(address))
    page = Page(text)
    assert text.startswith("<!doctype html>")
    assert len(page.ids) == len(set(page.ids)), [one for one in page.ids if page.ids.count(one) > 1]
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        for name in ("src", "action", "srcset"):
            assert not (attributes.get(name) or "").startswith(("http:", "https:", "//"))
        if tag == "link":
            assert (attributes["href"] or "").startswith("/")
        if tag in ("input", "select", "textarea") and attributes.get("type") not in ("hidden", "checkbox", "radio"):
            assert attributes.get("id") in page.labels, attributes
        if tag == "form" and (attributes.get("method") or "get") == "post":
            assert "csrf_token" in text
    assert "<style" not in text and not re.search(r"<script(?! type=\"application/ld\+json\")(?![^>]*\bsrc=)", text)


def test_typography_has_its_no_break_spaces(site):
    text = text_of(site.client().get(f"/affaires/{CASE}"))
    visible = re.sub(r"<[^>]+>", " ", text)
    assert "n°\u00a0999101" in visible
    assert not re.search(r"[Nn]° \d|« \w|\w »|\w [;?!]", visible)


def test_the_policy_allows_only_our_own_script_of_this_very_page(site):
    answer = site.client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert nonce and f'nonce="{nonce[1]}"' in answer.get_data(as_text=True)
    assert "unsafe" not in policy and "http" not in policy
    assert nonce[1] not in site.client().get("/").headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_picture_and_the_list_tell_the_same(site):
    text = text_of(site.client("lecteur").get(f"/affaires/{CASE}"))
    signs = set(re.findall(r'class="sign" href="#e-([0-9a-f]+)"', text))
    entries = re.findall(r'<li class="entry[^>]*id="e-([0-9a-f]+)"', text)
    assert entries and signs == set(entries)


def test_each_source_leads_to_its_sentence_marked_in_its_document(site):
    client = site.client()
    text = text_of(client.get(f"/affaires/{CASE}"))
    links = set(
        re.findall(r'<blockquote class="quote"><a href="(/documents/\d+\?passage=(\d+)-(\d+)#p-\d+-\d+)"', text)
    )
    assert links
    for address, start, end in links:
        page = text_of(client.get(address.split("#")[0]))
        assert f'id="p-{start}-{end}"' in page and "is-target" in page


def test_points_and_articles_of_a_decision_can_be_linked(site):
    page = Page(text_of(site.client().get("/decisions/ce/2023-10-20/999101")))
    assert {"zone-motifs", "zone-dispositif", "point-1", "article-1"} <= set(page.ids)


def test_a_visitor_reads_one_quotation_of_an_article_and_members_all_of_it(site):
    document = site.documents["20-presse-echo-de-l-orle.html"]
    visitor, member = (text_of(site.client(role).get(f"/documents/{document}")) for role in ("", "lecteur"))
    assert "n’est pas publié ici" in visitor and "n’est pas publié ici" not in member
    assert len(visitor) < len(member)


def test_a_filing_is_not_there_for_visitors(site):
    document = site.documents["02-memoire-en-defense-tribunal.docx"]
    answer = site.client().get(f"/documents/{document}")
    assert answer.status_code == 404
    assert "Introuvable" in answer.get_data(as_text=True)
    assert site.client("lecteur").get(f"/documents/{document}").status_code == 200


def test_errors_say_what_to_do(site):
    missing = site.client().get("/rien-ici")
    assert missing.status_code == 404 and "Cherchez-le" in missing.get_data(as_text=True)
    wrong = site.client().get('/recherche?q="ouvert')
    assert wrong.status_code == 400 and "Recherche incomprise" in wrong.get_data(as_text=True)
    closed = site.client().get("/a-verifier")
    assert closed.status_code == 401 and "Se connecter" in closed.get_data(as_text=True)
    day = site.client().get(f"/affaires/{CASE}?du=hier")
    assert day.status_code == 400 and "AAAA-MM-JJ" in day.get_data(as_text=True)


def test_search_says_the_query_back_marks_words_and_offers_facets(site):
    text = text_of(site.client("lecteur").get("/recherche?q=bornes"))
    assert "<mark>" in text and "Nature" in text
    filtered = text_of(site.client("lecteur").get("/recherche?q=bornes&kind=decision"))
    assert 'class="chips"' in filtered and "Retirer le filtre" in filtered
    assert "Absent d’ici" in text_of(site.client().get("/recherche?q=introuvablissime"))


def test_suggestions_name_cases_for_programs(site):
    found = site.client("lecteur").get("/recherche/suggestions?q=born").get_json()
    assert {"text": "Bornes de Valbrume", "url": f"/affaires/{CASE}", "kind": "affaire"} in found


@pytest.mark.parametrize("form", timelines.FORMATS)
def test_exports(site, form):
    answer = site.client().get(f"/affaires/{CASE}/chronologie.{form}")
    body = text_of(answer)
    assert "attachment" in answer.headers["Content-Disposition"]
    if form == "json":
        rows = json.loads(body)
        assert rows and {"date", "type", "modality", "status", "sources", "conflicts", "origins"} <= set(rows[0])
        assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
        assert site.client().get(rows[0]["url"]).status_code == 200, "each fact has its permanent address"
    elif form == "svg":
        assert "<style>" in body and "<script" not in body and "<title" in body
    elif form == "csv":
        assert body.startswith("\ufeffdate;") and len(body.splitlines()) > 5
        assert all("http://localhost/faits/2023-" in line for line in body.splitlines()[1:])
    else:
        assert "<table>" in body and 'src="' not in body and "<script" not in body
        assert f'href="http://localhost/affaires/{CASE}"' in body, "where it comes from"
        assert body.count('href="http://localhost/faits/2023-') == body.count("<tr id=") > 5
        assert 'aria-label="Légende' in body


def test_a_cell_is_never_a_formula():
    assert timelines.cell("=1+1") == "'=1+1" and timelines.cell("12 mars") == "12 mars"


def test_a_correction_is_kept_shown_and_undone(site):
    client = site.client("contributeur")
    document = site.documents["23-presse-courrier-des-trois-vallees.html"]
    view = site.casebook.document(document, viewer=site.accounts.list()[0].viewer)
    fact = next(fact for fact in view.facts if fact.kind == "event")
    answer = site.post(
        client, f"/documents/{document}/faits/{fact.id}/corriger", date="2023-10-14", time="", type="appel"
    )
    assert answer.status_code == 303
    page = text_of(client.get(f"/documents/{document}"))
    assert "Fait corrigé" in page and 'datetime="2023-10-14"' not in page and "14\u00a0octobre 2023" in page
    undo = re.search(r'action="(/journal/\d+/annuler)"', page)
    assert undo and site.post(client, undo[1]).status_code == 303
    assert "14\u00a0octobre 2023" not in text_of(client.get(f"/documents/{document}"))


def test_a_renamed_case_redirects_from_its_old_address(site):
    client = site.client("contributeur")
    made = site.post(client, "/affaires/", title="Affaire du quai")
    old = made.headers["Location"]
    site.post(client, f"{old}/nommer", title="Affaire du port", summary="", why_followed="")
    moved = client.get(old)
    assert moved.status_code == 301 and moved.headers["Location"].endswith("/affaires/affaire-du-port")


def test_files_are_sent_followed_and_known_the_second_time(site):
    client = site.client("contributeur")

    def send():
        from io import BytesIO

        text = "Communiqué du 3 mai 2023. L’audience est fixée au 9 mai 2023."
        return site.post(client, "/ajouter/fichiers", files=(BytesIO(text.encode()), "communique.txt"))

    followed = send().headers["Location"]
    assert "en attente" in text_of(client.get(followed))
    list(site.casebook.work_off_queue())
    assert "ajouté" in text_of(client.get(followed))
    assert "déjà là" in text_of(client.get(send().headers["Location"]))


def test_publishing_asks_for_each_point_of_the_checklist(site):
    client = site.client("editeur")
    document = site.documents["02-memoire-en-defense-tribunal.docx"]
    address = f"/documents/{document}/publier"
    stamp = re.search(r'name="stamp" value="(\w+)"', text_of(client.get(address)))
    assert stamp
    again = site.post(client, address, stamp=stamp[1], checked=["auteur"], aussi="Me Fictif", password=PASSWORD)
    assert site.client().get(f"/documents/{document}").status_code == 404
    page = again.get_data(as_text=True)
    assert again.status_code == 400 and 'role="alert"' in page and "Me Fictif</textarea>" in page
    assert page.count('name="checked"') == len(CHECKS) and page.count("required checked>") == 1, "the form comes back"
    site.post(client, address, stamp=stamp[1], checked=list(CHECKS), password=PASSWORD)
    assert site.client().get(f"/documents/{document}").status_code == 200
    site.post(client, f"/documents/{document}/visibilite", visibility="members")
    assert site.client().get(f"/documents/{document}").status_code == 404


def test_an_original_opens_in_a_closed_box(site):
    document = site.documents["04-ordonnance-tribunal-administratif.pdf"]
    client = site.client("lecteur")
    address = re.search(r'href="(/sources/[0-9a-f]{64})"', text_of(client.get(f"/documents/{document}")))
    assert address
    assert site.client().get(address[1]).status_code == 404  # a decision that somebody sent is not official
    answer = client.get(address[1])
    assert answer.data.startswith(b"%PDF") and answer.headers["Content-Type"] == "application/pdf"
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_draft_is_checked_and_its_words_do_not_travel_in_an_address(site):
    client = site.client()
    page = text_of(client.get("/verifier-un-projet"))
    sent = {"csrf_token": token(page), "text": "Voir CE, ord., 21 octobre 2023, n° 999101."}
    answer = client.post("/verifier-un-projet", data=sent)
    assert "La date ne correspond pas" in text_of(answer)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_request_that_says_nothing_comes_back_filled(site):
    client = site.client()
    target = f"document:{site.documents['DCE_999101_20231020.xml']}"
    answer = site.post(client, "/demander", sur=target, genre="retirer", message="  non ", contact="ana@exemple.fr")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400 and 'role="alert"' in page
    assert "  non </textarea>" in page and 'value="ana@exemple.fr"' in page and 'value="retirer" selected' in page


def test_erasing_goes_back_to_its_form_until_the_word_is_typed(site):
    client = site.client("administrateur")
    address = f"/documents/{site.documents['20-presse-echo-de-l-orle.html']}/effacer"
    answer = site.post(client, address, why="Demande du 3 mai", word="éffacer", password=PASSWORD)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400 and 'value="Demande du 3 mai"' in page and 'value="éffacer"' in page
    assert client.get(address).status_code == 200, "it is still there"


def test_every_example_of_the_help_is_understood(site):
    client = site.client()
    examples = re.findall(r'<th scope="row"><a href="(/recherche[^"]+)"', text_of(client.get("/aide/recherche")))
    assert len(examples) > 20
    for example in examples:
        assert "incomprise" not in text_of(client.get(html.unescape(example))), example


def test_a_title_is_set_in_french_and_its_window_holds_no_element(site):
    client = site.client("contributeur")
    sent = {"title": "Courrier du 1er juin 2023, art. L. 521-2", "text": "Elle demande : rien ; « tout »."}
    site.post(client, "/ajouter/texte", **sent)
    list(site.casebook.work_off_queue())
    page = text_of(client.get(f"/documents/{site.casebook.documents(viewer=SYSTEM)[0].id}"))
    assert "<title>Courrier du 1er\u00a0juin 2023, art.\u00a0L.\u00a0521-2 —" in page
    assert '1<sup>er</sup>\u00a0juin 2023, art.\u00a0<span class="nb">L.\u00a0521-2</span></h1>' in page
    tied = '<span class="nb"> </span>'
    assert f"Elle demande{tied}: rien{tied}; «{tied}tout{tied}»." in page, "the spaces are the document's own"


def test_the_clock_counts_the_days_left_and_says_its_rule(site):
    asked = "/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-11&notifiee=2023-10-12&issue=rejet"
    text = text_of(site.client().get(asked))
    assert "Appel devant le juge des référés du Conseil d’État" in text
    assert 'datetime="2023-10-30"' in text and "L.\u00a0523-1" in text
    assert "Tribunal administratif, référé-liberté" in text and ", rejet, notifiée le" in text, (
        "what was asked stays on paper"
    )
    last = text_of(site.client().get(asked.replace("juridiction=TA", "juridiction=CE")))
    assert 'datetime="2023-10-30"' not in last


def test_every_page_is_reached_by_links_from_the_first(site):
    """What a person could click, from the home page; nothing on the way is broken."""
    client = site.client("administrateur")
    waiting, seen, reached = ["/"], {"/"}, set()
    adapter = site.app.url_map.bind("localhost")
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code in (200, 301, 302), (address, answer.status_code)
        reached.add(adapter.match(address.split("?")[0])[0])
        if answer.status_code != 200 or not answer.content_type.startswith("text/html"):
            continue
        for found in re.findall(r'href="(/[^"#]*)', answer.get_data(as_text=True)):
            found = html.unescape(found)
            shape = re.sub(r"\d+", "0", found.split("?")[0])
            if found not in seen and (shape, "?" in found) not in seen:
                seen |= {found, (shape, "?" in found)}
                waiting.append(found)
    gets = {rule.endpoint for rule in site.app.url_map.iter_rules() if "GET" in rule.methods}
    gets = {name for name in gets if not name.startswith("api.")}  # for programs: described, not linked
    unlinked = {"auth.set_password", "adding.progress", "search.suggestions", "auth.sign_in"}
    unlinked |= {"beside.page"}  # a picture inside a page
    unlinked |= {"auth.forgotten", "two_steps.ask"}  # with a mail server; between the password and the code
    assert gets - reached == unlinked
