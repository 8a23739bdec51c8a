"""The case page and what it leads to: dossier to take away, search inside, claims answered, orders and sequels."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from casetrack.casebook import SYSTEM
from casetrack.casebook.checking import checked
from casetrack.casebook.dossiers import file_name
from casetrack.casebook.legal_persons import state_words
from casetrack.casebook.sequels import addressee
from casetrack.casebook.views import DocumentRef
from casetrack.errors import WrongFields
from casetrack.extract import extract
from casetrack.ingest import Arrival
from casetrack.ingest import facts as proposals
from casetrack.model import ANONYMOUS
from tests.web_site import CASE, CORPUS, open_site

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{1,5}")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("dossier")) as opened:
        yield opened


def taken(client) -> zipfile.ZipFile:
    answer = client.get(f"/affaires/{CASE}/dossier.zip")
    assert answer.mimetype == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    assert archive.testzip() is None
    return archive


def inventory(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    text = archive.read(f"{CASE}/inventaire.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_member_gets_every_original_with_its_digest(site):
    archive = taken(site.client("lecteur"))
    rows = inventory(archive)
    assert len(rows) == len(site.casebook.case(CASE, viewer=SYSTEM).documents) == len(site.documents)
    originals = {hashlib.sha256((CORPUS / name).read_bytes()).hexdigest() for name in site.documents}
    for row in rows:
        data = archive.read(f"{CASE}/documents/{row['fichier']}")
        assert hashlib.sha256(data).hexdigest() == row["SHA-256"] and len(data) == int(row["octets"])
        assert SAFE.fullmatch(row["fichier"]) and len(row["fichier"]) < 100
    assert {row["SHA-256"] for row in rows} == originals
    assert [int(row["numéro"]) for row in rows] == list(range(1, len(rows) + 1))


def test_a_visitor_gets_public_documents_only_and_is_told_why_the_press_is_absent(site):
    archive = taken(site.client())
    rows = {row["nature"]: row for row in inventory(archive)}
    assert set(rows) == {"Décision", "Article de presse"}
    assert rows["Décision"]["fichier"] and rows["Décision"]["licence"] == "Licence Ouverte 2.0"
    press = rows["Article de presse"]
    assert press["auteur"] in ("", "L'Écho de l'Orle", "Le Courrier des Trois-Vallées")
    assert not press["fichier"] and not press["SHA-256"] and "courte citation" in press["pourquoi il manque"]
    files = [name for name in archive.namelist() if "/documents/" in name]
    assert files == [f"{CASE}/documents/{rows['Décision']['fichier']}"]
    decision = archive.read(files[0]).decode()
    assert "Il est enjoint à la commune de Valbrume" in decision
    whole = site.casebook.document(site.documents["DCE_999101_20231020.xml"], viewer=SYSTEM).text
    judges = {whole[one.start : one.end] for one in extract(whole).withheld}
    assert judges and not any(judge in decision for judge in judges)
    everything = b" ".join(archive.read(name) for name in archive.namelist() if "/documents/" not in name)
    body = site.casebook.document(site.documents["20-presse-echo-de-l-orle.html"], viewer=SYSTEM).text
    sentences = [line for line in body.splitlines() if len(line) > 80]
    assert sentences and not any(line.encode() in everything for line in sentences)
    hidden = site.casebook.document(site.documents["02-memoire-en-defense-tribunal.docx"], viewer=SYSTEM)
    assert hidden.ref.title not in everything.decode() and hidden.sha256 not in everything.decode()


def test_the_timeline_is_there_in_three_forms_and_is_that_of_the_page(site):
    archive = taken(site.client())
    page = site.client().get(f"/affaires/{CASE}/chronologie.json").get_json()
    assert page and json.loads(archive.read(f"{CASE}/chronologie.json")) == page
    assert len(archive.read(f"{CASE}/chronologie.csv").decode().splitlines()) == len(page) + 1
    told = archive.read(f"{CASE}/chronologie.html").decode()
    assert told.count("<tr id=") == len(page) and "<svg" in told
    read = archive.read(f"{CASE}/inventaire.html").decode()
    assert "courte citation" in read and "L.\u00a010" in read


def test_the_same_dossier_twice_is_the_same_bytes(site):
    client = site.client("lecteur")
    first, second = (client.get(f"/affaires/{CASE}/dossier.zip").data for _ in range(2))
    assert first == second


def test_an_original_that_went_is_said_to_be_absent(site):
    sha256 = site.casebook.document(site.documents["02-memoire-en-defense-tribunal.docx"], viewer=SYSTEM).sha256
    path = site.casebook.pipeline.originals.path(sha256)
    kept = path.read_bytes()
    path.unlink()
    try:
        rows = {row["SHA-256"]: row for row in inventory(taken(site.client("lecteur")))}
    finally:
        path.write_bytes(kept)
    assert not rows[sha256]["fichier"] and "pas conservé" in rows[sha256]["pourquoi il manque"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CON", "001-press-con.pdf"),
        ("a/b\\c:d*e?.", "001-press-a-b-c-d-e.pdf"),
        ("../../etc/passwd", "001-press-etc-passwd.pdf"),
        ("日本", "001-press.pdf"),
        ("", "001-press-sans-titre.pdf"),
        (f"{'long ' * 20}titre", f"001-press{'-long' * 15}.pdf"),
    ],
)
def test_names_are_right_everywhere(title, expected):
    ref = DocumentRef(
        id=1, title=title, kind="press", visibility="listed", shelf="dossiers", state="read", is_demo=False
    )
    assert file_name(1, ref, "pdf") == expected


# ------------------------------------------------------------------------------ searching in a case


def test_a_search_inside_a_case_stays_in_it(site):
    words = "reconnaissance faciale"
    everywhere = {hit.document.id for hit in site.casebook.search(words, viewer=SYSTEM, per_page=50).hits}
    inside = site.casebook.search_case(CASE, words, viewer=SYSTEM)
    assert {hit.document.id for hit in inside.hits} == everywhere and inside.total == len(everywhere) > 1
    assert all(hit.snippet for hit in inside.hits)
    alone = site.documents["23-presse-courrier-des-trois-vallees.html"]
    made = site.casebook.create_case("Une autre affaire", viewer=SYSTEM)
    site.casebook.attach_document(made.slug, alone, viewer=SYSTEM)
    found = site.casebook.search_case(made.slug, "cantines", viewer=SYSTEM)
    assert [hit.document.id for hit in found.hits] == [alone]
    second = site.casebook.search_case(CASE, words, viewer=SYSTEM, page=2, per_page=1)
    assert [hit.document.id for hit in second.hits] == [inside.hits[1].document.id] and second.total == inside.total
    empty = site.casebook.create_case("Une affaire sans document", viewer=SYSTEM)
    assert site.casebook.search_case(empty.slug, "cantines", viewer=SYSTEM).total == 0


def test_a_visitor_finds_inside_a_case_only_what_visitors_find(site):
    everywhere = site.casebook.search("commune", viewer=ANONYMOUS, per_page=50)
    inside = site.casebook.search_case(CASE, "commune", viewer=ANONYMOUS)
    members = site.casebook.search_case(CASE, "commune", viewer=SYSTEM)
    assert {hit.document.id for hit in inside.hits} <= {hit.document.id for hit in everywhere.hits}
    assert 0 < inside.total < members.total


def test_the_page_of_a_search_inside_a_case(site):
    client = site.client()
    page = client.get(f"/affaires/{CASE}/recherche?q=urgence").get_data(as_text=True)
    assert "<mark>" in page and 'value="urgence"' in page
    assert client.get(f"/affaires/{CASE}/recherche?q=dans:nulle-part").status_code == 400
    nothing = client.get(f"/affaires/{CASE}/recherche?q=ornithorynque").get_data(as_text=True)
    assert "Rien ne répond dans cette affaire" in nothing


# ----------------------------------------------------------------------- asked, answered, ordered


def test_each_claim_of_a_decision_stands_beside_the_article_that_answers_it(site):
    case = site.casebook.case(CASE, viewer=ANONYMOUS)
    (group,) = site.casebook.asked(case, viewer=ANONYMOUS)
    text = site.casebook.document(group.document.id, viewer=ANONYMOUS).text
    told = [(claim.answer and claim.answer.verdict, claim.quote[:11]) for claim in group.claims]
    assert told == [
        ("annulation", "Article 2 :"),
        ("injonction", "Article 3 :"),
        ("injonction", "Article 4 :"),
        ("somme", "Article 5 :"),
        (None, ""),
    ]
    for claim in group.claims:
        if claim.answer:
            assert " ".join(text[claim.answer.start : claim.answer.end].split()) == claim.quote
    page = site.client().get(f"/affaires/{CASE}").get_data(as_text=True)
    assert "réponse trouvée pour 4 des 5\u00a0demandes" in page and "Non aligné" in page


def test_a_member_also_reads_what_only_filings_ask(site):
    case = site.casebook.case(CASE, viewer=SYSTEM)
    groups = site.casebook.asked(case, viewer=SYSTEM)
    assert [group.may_answer for group in groups] == [True, True, False]
    ruled = {claim.fact.value["text"] for group in groups if group.may_answer for claim in group.claims}
    assert all(claim.fact.value["text"] not in ruled for claim in groups[-1].claims)


def test_what_became_of_an_injunction(site):
    def orders():
        return site.casebook.ordered(site.casebook.case(CASE, viewer=SYSTEM), viewer=SYSTEM)

    before = orders()
    assert [(order.on, order.deadline[:27]) for order in before] == [
        ("à la commune de Valbrume", "dans un délai de trois jour"),
        ("à la commune de Valbrume", ""),
    ]
    assert all(order.docket == "999101" and not order.is_reported and not order.follows for order in before)
    assert "aucune suite connue ici" in site.client().get(f"/affaires/{CASE}").get_data(as_text=True)
    notice = (
        "Notice factuelle : la liquidation\n\nJuridiction : Conseil d'État\n\nDossier : n° 999202\n\n"
        "Les requérantes de l'affaire n° 999101 (Conseil d'État) sont revenues devant le juge des référés. Elles "
        "demandaient de liquider l'astreinte. La requête a été enregistrée le 3 novembre 2023.\n"
    )
    site.casebook.upload([("la-suite.txt", notice.encode())], viewer=SYSTEM, case=CASE)
    ((_, outcome),) = site.casebook.work_off_queue()
    try:
        (follow,) = orders()[0].follows
        assert (follow.document.id, follow.why) == (outcome.document_id, "liquidation de l'astreinte")
        assert "n° 999101" in follow.sentence and [str(event.date) for event in follow.events] == ["2023-11-03"]
        hidden = site.casebook.ordered(site.casebook.case(CASE, viewer=ANONYMOUS), viewer=ANONYMOUS)
        assert all(not order.follows for order in hidden)  # the notice is for members
    finally:
        site.casebook.delete_document(outcome.document_id, viewer=SYSTEM)
    assert not orders()[0].follows


def test_an_injunction_told_by_a_notice_when_the_decision_is_not_here(site):
    notice = (
        "Notice factuelle : L'ordonnance n° 999303\n\nJuridiction : Conseil d'État\n\nDossier : n° 999303\n\n"
        "La requête a été enregistrée le 1er mars 2022, sur le fondement de l'article L. 521-2. "
        "L'ordonnance n° 999303 du 3 mars 2022 rejette la requête pour l'essentiel. Elle enjoint à la Plateforme des "
        "registres de transmettre les éléments utiles. Cette transmission devait intervenir sous cinq jours.\n"
    )
    made = site.casebook.create_case("Les registres", viewer=SYSTEM)
    site.casebook.upload([("ordonnance.txt", notice.encode())], viewer=SYSTEM, case=made.slug)
    list(site.casebook.work_off_queue())
    case = site.casebook.case(made.slug, viewer=SYSTEM)
    (step,) = case.proceedings
    assert {fact.value["value"] for fact in step.reported} == {"rejet du surplus", "injonction"}
    assert (step.outcomes, step.decision, step.basis) == ((), None, "L. 521-2")
    (order,) = site.casebook.ordered(case, viewer=SYSTEM)
    assert (order.on, order.deadline) == ("à la Plateforme des registres", "sous cinq jours")
    assert order.is_reported and order.docket == "999303" and str(order.day) == "2022-03-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il est enjoint au préfet de la Loire de réexaminer la demande", "au préfet de la Loire"),
        ("Il est enjoint au centre de rétention de Nice de ne pas éloigner M. A", "au centre de rétention de Nice"),
        ("Il est enjoint à l'État, dans un délai d'un mois, de publier", "à l'État"),
        (
            "Il est enjoint aux ministres de l'intérieur et de la culture d'abroger le décret",
            "aux ministres de l'intérieur et de la culture",
        ),
        ("La requête est rejetée", ""),
    ],
)
def test_to_whom_an_injunction_is_addressed(text, expected):
    assert addressee(text) == expected


# ------------------------------------------------------------------------------------ facts by their address


def entry_of(site, viewer, day: str = "2023-10-05", kind: str = "décision"):
    entries = site.casebook.timeline(case=CASE, viewer=viewer).entries
    return next(e for e in entries if e.date.isoformat() == day and e.type.startswith(kind))


def test_a_visitor_and_a_member_cite_the_same_address(site):
    seen, whole = entry_of(site, ANONYMOUS), entry_of(site, SYSTEM)
    assert len(whole.sources) > len(seen.sources) and whole.key == seen.key
    page = site.client().get(f"/faits/{seen.date}/{seen.key}").get_data(as_text=True)
    assert "Citer ce fait" in page and f"/faits/{seen.date}/{seen.key}</textarea>" in page
    assert 'rel="canonical"' in page and "Conseil d" in page


def test_an_address_once_cited_leads_to_the_fact_by_any_of_its_sources(site):
    member, whole = site.client("lecteur"), entry_of(site, SYSTEM)
    names = set()
    for source in whole.sources:
        answer = member.get(f"/faits/{source.fingerprint}")
        assert answer.status_code == 302 and answer.location == f"/faits/{whole.date}/{whole.key}"
        names.add(re.search("<h1>(.*?)</h1>", member.get(answer.location).get_data(as_text=True))[1])
    assert len(names) == 1
    old = member.get(f"/faits/2001-01-01/{whole.key}").get_data(as_text=True)
    assert "portait une autre date" in old


def test_a_visitor_learns_nothing_of_a_fact_for_members(site):
    known = {
        source.fingerprint for e in site.casebook.timeline(case=CASE, viewer=ANONYMOUS).entries for source in e.sources
    }
    hidden = [s.fingerprint for e in site.casebook.timeline(case=CASE, viewer=SYSTEM).entries for s in e.sources]
    hidden = [mark for mark in hidden if mark not in known]
    assert hidden
    client = site.client()
    assert {client.get(f"/faits/{mark}").status_code for mark in (*hidden, "0" * 20)} == {404}


def test_the_life_of_a_fact_names_people_to_members_and_roles_to_visitors(site):
    editor = next(account.viewer for account in site.accounts.list() if account.role.value == "editeur")
    source = entry_of(site, ANONYMOUS, "2023-10-20").sources[0]
    done = site.casebook.confirm(source.fact_id, viewer=editor)
    site.casebook.correct(source.fact_id, {"note": "salle des cantines"}, viewer=editor)
    member = site.client("lecteur").get(f"/faits/{source.fingerprint}", follow_redirects=True).get_data(as_text=True)
    visitor = site.client().get(f"/faits/{source.fingerprint}", follow_redirects=True).get_data(as_text=True)
    for said in ("proposé par la lecture du texte", "confirmé par", "corrigé par"):
        assert said in member and said in visitor
    assert "par Editeur" in member and "→ salle des cantines" in member
    assert "par un éditeur" in visitor and "Editeur" not in visitor and "→" not in visitor
    assert "corrigé par un éditeur" in site.client().get(f"/affaires/{CASE}").get_data(as_text=True)
    site.casebook.undo(done.journal_id, viewer=editor)
    again = site.client("lecteur").get(f"/faits/{source.fingerprint}", follow_redirects=True).get_data(as_text=True)
    assert "annulé le" in again


def test_a_fact_without_a_day_of_its_own_has_that_of_its_document(site):
    outcome = next(step for step in site.casebook.case(CASE, viewer=ANONYMOUS).proceedings if step.outcomes).outcomes[0]
    answer = site.client().get(f"/faits/{outcome.fingerprint}")
    assert answer.location == f"/faits/2023-10-20/{outcome.fingerprint}"
    assert "Issue" in site.client().get(answer.location).get_data(as_text=True)


# ----------------------------------------------------------------------------------- visas, state


def test_what_the_visas_list_against_what_is_held_each_filing_once(site):
    def told(viewer):
        pleadings = site.casebook.case(CASE, viewer=viewer).pleadings
        return [(item.date, item.kind, item.held.title if item.held else "") for item in pleadings]

    assert told(SYSTEM) == [
        ("2023-10-02", "requête", ""),
        (
            "2023-10-03",
            "mémoire en défense",
            "Mémoire en défense de la commune de Valbrume devant le tribunal administratif",
        ),
        ("2023-10-04", "mémoire en réplique", ""),
        ("2023-10-12", "requête", ""),
        ("2023-10-13", "mémoire", ""),
        ("2023-10-16", "mémoire en défense", ""),
        ("2023-10-16", "intervention", ""),
        ("2023-10-17", "mémoire en réplique", ""),
    ]
    assert not any(title for _, _, title in told(ANONYMOUS)) and len(told(ANONYMOUS)) == 5


def test_the_outcome_is_a_sentence_that_leads_to_the_operative_part(site):
    page = site.client().get(f"/affaires/{CASE}").get_data(as_text=True).replace("\u00a0", " ")
    card = page[page.index("<h3>Conseil d") :].partition("</li>")[0]
    said = re.search(r"<strong>(.*?)</strong>", card, re.DOTALL)[1]
    plain = re.sub(r"<[^>]+>", "", said)
    assert (
        plain
        == "L’ordonnance attaquée est annulée, une injonction est prononcée et le surplus des conclusions est rejeté"
    )
    addresses = re.findall(r'href="([^"#]+)', said)
    text = site.casebook.document(site.documents["DCE_999101_20231020.xml"], viewer=ANONYMOUS).text
    starts = [int(re.search(r"passage=(\d+)-", address)[1]) for address in addresses]
    assert len(starts) == 3 and all(text[start:].startswith("Article") for start in starts)
    assert "8 jours ; délai de référence : 48 h" in card.replace("\u202f", " ")
    assert "Aucune des 5 écritures que les visas énumèrent n’est publique ici" in page, "some are held, for members"
    members = site.client("lecteur").get(f"/affaires/{CASE}").get_data(as_text=True).replace("\u00a0", " ")
    assert "1 des 8 écritures que les visas énumèrent est ici" in members
    assert page.index("Décisions <span") < page.index("Presse <span")


def test_a_first_judgment_is_told_with_its_own_parties_not_with_those_of_the_appeal(site):
    """The order of the Conseil d'État tells it too, and calls its plaintiffs appellants."""
    entries = site.casebook.timeline(case=CASE, viewer=SYSTEM).entries
    (judged,) = [entry for entry in entries if entry.type == "décision" and entry.docket == "TA21/2399901"]
    assert len(judged.sources) > 1 and {role for _, role, _ in judged.parties} == {"requerant", "defendeur"}
    (appealed,) = [entry for entry in entries if entry.type == "décision" and entry.docket == "CE/999101"]
    assert {role for _, role, _ in appealed.parties} >= {"appelant", "intime"}


def test_the_state_of_a_case_is_its_latest_step(site):
    assert site.casebook.case(CASE, viewer=SYSTEM).state == "ordonnance du 20\u00a0octobre 2023"
    entries = site.casebook.timeline(case=CASE, viewer=SYSTEM).entries
    before = [entry for entry in entries if str(entry.date) < "2023-10-20"]
    assert state_words(before).startswith("audience tenue le 18")
    assert state_words([e for e in before if e.type == "requête"]) == "requête enregistrée le 12\u00a0octobre 2023"
    assert state_words([]) == "aucune étape datée pour l'instant"


def test_an_event_refused_comes_back_filled_with_its_error_beside_the_field(site):
    client = site.client("contributeur")
    address = f"/documents/{site.documents['DCE_999101_20231020.xml']}/ajouter-un-evenement"
    sent = {"type": "réunion", "date": "le 3 mars", "modality": "annonce", "quote": "Une phrase qui n'y est pas."}
    answer = site.post(client, address, **sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422 and 'id="ajouter-un-evenement" open' in page
    assert 'value="réunion"' in page and "Une phrase qui n&#39;y est pas.</textarea>" in page
    assert 'value="annonce" selected' in page
    for field in ("date", "quote"):
        assert re.search(rf'id="f-{field}"[^>]*aria-describedby="w-{field}"[^>]*aria-invalid="true"', page)
    assert page.index('id="w-date"') < page.index('id="w-quote"') and 'id="w-type"' not in page
    quote = "Vu la procédure suivante"
    assert site.post(client, address, **(sent | {"date": "2023-09-01", "quote": quote})).status_code == 303


def test_the_address_of_a_fact_outlives_another_reading_of_its_words(site, monkeypatch):
    """Unconfirmed facts: one whose quotation grows, one that is no longer read, one read again at last."""
    document = site.documents["DCE_999101_20231020.xml"]
    view = site.casebook.document(document, viewer=ANONYMOUS)
    hearing = next(fact for fact in view.facts if fact.kind == "event" and fact.subject == "audience")
    closing = next(fact for fact in view.facts if fact.kind == "event" and fact.subject.startswith("clôture"))
    plain = proposals.propose

    def otherwise(*given):
        for made in plain(*given):
            if made.kind == "event" and made.subject == "audience":
                yield replace(made, end=made.end + 12)
            elif not (made.kind == "event" and made.subject.startswith("clôture")):
                yield made

    visitor = site.client()
    before = visitor.get(f"/faits/2023-10-18/{hearing.fingerprint}")
    assert before.status_code == 200
    with monkeypatch.context() as changed:
        changed.setattr(proposals, "propose", otherwise)
        site.casebook.pipeline.read(document)
    moved = visitor.get(f"/faits/2023-10-18/{hearing.fingerprint}")
    assert moved.status_code == 301 and hearing.fingerprint not in moved.headers["Location"]
    followed = visitor.get(moved.headers["Location"])
    assert followed.status_code == 200 and "Le document a été relu depuis" in followed.get_data(as_text=True)
    gone = visitor.get(f"/faits/{closing.fingerprint}")
    assert gone.status_code == 410 and "n’est plus lu dans" in gone.get_data(as_text=True)
    assert visitor.get(f"/faits/2023-10-18/{'0' * 20}").status_code == 404
    site.casebook.pipeline.read(document)
    assert visitor.get(f"/faits/2023-10-18/{hearing.fingerprint}").status_code == 200
    back = moved.headers["Location"].partition("?")[0]
    assert visitor.get(back).headers["Location"].startswith(f"/faits/2023-10-18/{hearing.fingerprint}")


def test_a_correction_refused_comes_back_filled_with_its_error_beside_the_field(site):
    client = site.client("contributeur")
    document = site.documents["23-presse-courrier-des-trois-vallees.html"]
    facts = site.casebook.document(document, viewer=SYSTEM).facts
    event = next(fact for fact in facts if fact.kind == "event")
    address = f"/documents/{document}/faits/{event.id}/corriger"
    sent = {"date": "2023-10-14", "time": "vers midi", "type": "réunion du conseil", "modality": "peut-être"}
    answer = site.post(client, address, **sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422 and "Le fait n’est pas corrigé" in page
    own = page[page.index(f'action="{address}"') :].partition("</form>")[0]
    assert 'value="vers midi"' in own and 'value="réunion du conseil"' in own and 'value="2023-10-14"' in own
    for field in ("time", "modality"):
        name = f"c{event.id}-{field}"
        assert re.search(rf'id="f-{name}"[^>]*aria-describedby="w-{name}"[^>]*aria-invalid="true"', own)
    assert page.count('class="wrong"') == 2, "no other form says it"
    kept = [fact for fact in site.casebook.document(document, viewer=SYSTEM).facts if fact.id == event.id]
    assert kept == [event]


@pytest.mark.parametrize(
    ("kind", "subject", "sent", "wrong"),
    [
        pytest.param("event", "", {"date": ""}, {"date"}, id="an event without its day"),
        pytest.param("event", "", {"date": "12/10/2023"}, {"date"}, id="a day in another form"),
        pytest.param("event", "", {"type": "", "precision": "nuit"}, {"type", "precision"}, id="two at once"),
        pytest.param("event", "", {"time": "24:10"}, {"time"}, id="no such hour"),
        pytest.param("participation", "", {"name": "", "role": "témoin"}, {"name", "role"}, id="nobody, in no role"),
        pytest.param("metadata", "kind", {"value": "roman"}, {"value"}, id="a kind that is none"),
        pytest.param("metadata", "publication_date", {"value": "hier"}, {"value"}, id="a day in words"),
        pytest.param("metadata", "title", {"value": ""}, {"value"}, id="an empty title"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_changes(site, kind, subject, sent, wrong):
    document = site.documents["20-presse-echo-de-l-orle.html"]
    before = site.casebook.document(document, viewer=SYSTEM).facts
    fact = next(fact for fact in before if fact.kind == kind and (not subject or fact.subject == subject))
    with pytest.raises(WrongFields) as caught:
        site.casebook.correct(fact.id, sent, viewer=SYSTEM)
    assert set(caught.value.fields) == wrong
    assert site.casebook.document(document, viewer=SYSTEM).facts == before


def test_a_name_corrected_is_another_party_and_a_title_corrected_is_given_back(site):
    document = site.documents["20-presse-echo-de-l-orle.html"]

    def party(name):
        facts = site.casebook.document(document, viewer=SYSTEM).facts
        return next(fact.party_name for fact in facts if fact.kind == "participation" and fact.value["name"] == name)

    facts = site.casebook.document(document, viewer=SYSTEM).facts
    named = next(fact for fact in facts if fact.kind == "participation" and fact.party_slug)
    renamed = site.casebook.correct(named.id, {"name": "association Vigie-Cantines"}, viewer=SYSTEM)
    assert party("association Vigie-Cantines") == "association Vigie-Cantines"
    site.casebook.pipeline.read(document)
    assert party("association Vigie-Cantines") == "association Vigie-Cantines", "a reading keeps it"
    site.casebook.undo(renamed.journal_id, viewer=SYSTEM)
    assert party(named.value["name"]) == named.party_name
    before = site.casebook.document(document, viewer=SYSTEM)
    title = next(fact for fact in before.facts if fact.kind == "metadata" and fact.subject == "title")
    titled = site.casebook.correct(title.id, {"value": "Un autre titre"}, viewer=SYSTEM)
    assert site.casebook.document(document, viewer=SYSTEM).ref.title == "Un autre titre"
    site.casebook.undo(titled.journal_id, viewer=SYSTEM)
    assert site.casebook.document(document, viewer=SYSTEM).ref.title == before.ref.title


def test_a_day_that_a_person_writes_is_not_deduced_and_an_hour_makes_it_precise():
    was = {"date": "2021-03-08", "date_end": None, "time": None, "precision": "month", "deduced": True}
    assert checked("event", "audience", was, {"type": "audience"})["deduced"]
    told = checked("event", "audience", was, {"date": "2021-03-09", "time": "15:30"})
    assert (told["deduced"], told["precision"]) == (False, "minute")
    assert checked("event", "audience", told, {"time": None})["precision"] == "day"
    with pytest.raises(WrongFields) as caught:
        checked("event", "audience", was | {"date_end": "2021-03-10"}, {"date": "2021-03-11"})
    assert set(caught.value.fields) == {"date"}


def test_articles_of_one_origin_stand_together_for_members(site):
    article = (
        "Valbrume : les bornes devant le juge\n\nPar la rédaction, le 6 octobre 2023\n\nSource : L'Écho de l'Orle\n\n"
        "L'association Clair-Registre a saisi le juge des référés du tribunal administratif de Dijon.\n"
    )
    given = {"kind": "press", "publisher": "Le Quotidien", "published_on": dt.date(2023, 10, 6)}
    taken = site.casebook.pipeline.take_in(article.encode(), Arrival(how="essai", name="reprise.txt", **given))
    assert site.casebook.pipeline.read(taken.document_id).outcome == "added"
    site.casebook.attach_document(CASE, taken.document_id, viewer=SYSTEM)
    try:
        case = site.casebook.case(CASE, viewer=SYSTEM)
        echo = site.documents["20-presse-echo-de-l-orle.html"]
        assert case.origins[taken.document_id] == case.origins[echo]
        page = site.client("lecteur").get(f"/affaires/{CASE}").get_data(as_text=True)
        assert "2\u00a0documents" not in page.partition("Même origine")[0].rpartition("Presse")[2]
        assert "Même origine" in page and "Même origine" not in site.client().get(f"/affaires/{CASE}").get_data(
            as_text=True
        )
        assert not site.casebook.case(CASE, viewer=ANONYMOUS).origins
    finally:
        site.casebook.delete_document(taken.document_id, viewer=SYSTEM)


def test_citations_made_and_received_are_those_beyond_the_case(site):
    text = (
        "Requête\n\nPour : l'association Neuve\n\nLe juge des référés a déjà ordonné l'arrêt de bornes (CE, ord., "
        "20 octobre 2023, n° 999101).\n\nPAR CES MOTIFS\n\nl'association demande d'enjoindre.\n"
    )
    site.casebook.upload([("ailleurs.txt", text.encode())], viewer=SYSTEM)
    ((_, outcome),) = site.casebook.work_off_queue()
    try:
        found = site.casebook.citations_of(site.casebook.case(CASE, viewer=SYSTEM), viewer=SYSTEM)
        (place,) = (p for p in found.received if p.document.id == outcome.document_id)
        assert "n° 999101" in place.sentence
        assert not {view.key.rpartition("/")[2] for _, view in found.made} & {"999101", "2399901"}
        page = site.client("lecteur").get(f"/affaires/{CASE}").get_data(as_text=True)
        assert "Ce qui cite ses décisions, hors de l’affaire" in page
        visitor = site.casebook.citations_of(site.casebook.case(CASE, viewer=ANONYMOUS), viewer=ANONYMOUS)
        assert outcome.document_id not in {p.document.id for p in visitor.received}
    finally:
        site.casebook.delete_document(outcome.document_id, viewer=SYSTEM)
