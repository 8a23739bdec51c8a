"""A real site in which every private field holds a word of its own, found nowhere else: a canary.

`CANARIES` says who may meet each: nobody but members (``members``), or only those who check documents
(``contributors``), or nobody at all on any page (``nobody``).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urldefrag

import docx
import pypdf
from flask.testing import FlaskClient

from casetrack.casebook import SYSTEM
from casetrack.model import PartyType, UserRole, Viewer
from casetrack.store import cases, facts, parties
from tests import pdfs
from tests.web_site import CASE, Site, open_site

PREFIX = "canar"
WORDS = (
    "canarmemox", "canarnomx", "canarproprix", "canarauteurx", "canarpartix", "canarsiglex", "canaraffairex",
    "canarresumex", "canarmotifx", "canarpdftitrex", "canarpdfmotsx", "canarpdftextex", "canarpressex",
    "canarfichierx", "canareffacex", "canarecartex", "canarratex", "canarquestionx", "canarraisonx", "canarcomptex",
    "canarcourrielx", "canaradressex", "canarmailx", "canarobjetx", "canarzipx", "canarinstancex", "canaraliasx",
    "canarcorrigex", "canarnotex", "canarattachex", "canarjournalx", "canarpartagex", "canarprivex", "canargardex",
    "2388123",
)  # fmt: skip
"""Letters that no French rule of stemming cuts; the last is a docket that only a filing names."""
NOBODY = frozenset({"canareffacex", "canarprivex", "canargardex"})
"""Deleted content, and what one member keeps for themselves: on no page, whoever else looks."""
CONTRIBUTORS = frozenset({"canarquestionx", "canarraisonx", "canaradressex", "canarcourrielx"})
"""Work in progress: not for readers."""
ADMINISTRATORS = frozenset({"canarcourrielx"})

_FILING = """MÉMOIRE EN DÉFENSE
Tribunal administratif de Lyon
N° 2388123
POUR : l'association Canarpartix (CANARSIGLEX)
CONTRE : la commune de Valbrume
Le 3 octobre 2023, l'association Canarpartix a déposé une requête sous le n° 2388123.
Notre stratégie canarmemox reste confidentielle. Une audience aura lieu le 17 octobre 2023 à 14 heures.
Nous citons l'ordonnance du Conseil d'État du 20 octobre 2023, n° 999101, et l'article L. 521-2 du code de justice
administrative.
"""
_PRESS = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>Bornes : la suite de l'affaire | La Gazette de l'Orle</title>
<meta property="og:site_name" content="La Gazette de l'Orle"><meta name="author" content="Canarauteurx Dupuis">
<meta property="article:published_time" content="2023-10-14T08:00:00+02:00"></head><body><article>
<h1>Bornes : la suite de l'affaire</h1>
<p>Le conseil municipal de Valbrume doit se réunir mardi soir pour parler des bornes de la cantine.</p>
<p>Un habitant raconte canarpressex aux voisins. L'audience canarpressex est prévue le 18 octobre 2023 devant la cour.
L'article L. 521-2 du code de justice administrative et l'ordonnance du Conseil d'État du 20 octobre 2023, n° 999101,
sont au centre de canarpressex et des débats, selon plusieurs témoins de la commune de Valbrume.</p>
</article></body></html>"""
_MAIL = (
    b"From: Canarmailx <canarmailx@exemple.fr>\r\nTo: b@exemple.fr\r\nSubject: canarobjetx\r\n"
    b"Date: Mon, 9 Oct 2023 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"Voici canarmailx en confidence pour la suite de notre dossier commun.\r\n"
)


def _word(text: str, author: str) -> bytes:
    made = docx.Document()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.core_properties.author = author
    made.core_properties.comments = author
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _pdf() -> bytes:
    lines = pdfs.column("Note canarpdftextex de travail, pour les seuls membres de notre groupe de travail.")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdfs.written([lines])))
    writer.add_metadata({"/Title": "Note canarpdftitrex", "/Keywords": "canarpdfmotsx", "/Author": "canarproprix"})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("piece-canarzipx.txt", "Pièce jointe canarzipx, que personne d'autre ne doit lire ici.")
    return buffer.getvalue()


@contextmanager
def open_secret_site(home: Path, **changes: object) -> Iterator[Site]:
    """The site of `open_site`, with a canary in every private field."""
    with open_site(home, **changes) as site:
        _plant(site)
        yield site


def _plant(site: Site) -> None:
    book = site.casebook
    made = site.accounts.create(
        email="canarcourrielx@exemple.fr", name="Canarcomptex", role=UserRole.EDITOR, password="six lapins sous un if"
    )
    editor = made.viewer
    book.create_case("Affaire canaraffairex", viewer=editor, summary="canarresumex", why_followed="canarmotifx")
    book.rename_case(CASE, title="", summary="Une affaire.", why_followed="Suivi pour canarmotifx.", viewer=editor)
    secret = _slug(site, "canaraffairex")
    book.upload(
        [
            ("memoire-canarnomx.docx", _word(_FILING, "canarproprix")),
            ("note.pdf", _pdf()),
            ("canarratex.pdf", b"%PDF-1.7 rien de bon"),
            ("canarnomx.eml", _MAIL),
            ("canarzipx.zip", _zip()),
        ],
        viewer=editor,
        case=secret,
    )
    book.upload([("canarfichierx.html", _PRESS.encode())], viewer=editor, case=CASE)
    book.upload([("defense-canarnomx.docx", _word(_FILING + "\nSuite.", "canarproprix"))], viewer=editor, case=CASE)
    book.paste("Un texte canareffacex à retirer, envoyé par erreur.", viewer=editor, title="A retirer", case=CASE)
    book.add_address("http://127.0.0.1:1/canaradressex", viewer=editor)
    for _, outcome in book.work_off_queue():
        site.documents[outcome.name] = outcome.document_id or 0
    _rule(site, editor)
    book.update_index()


def _slug(site: Site, word: str) -> str:
    return next(c.ref.slug for c in site.casebook.cases(viewer=SYSTEM) if word in c.ref.title)


def _rule(site: Site, editor: Viewer) -> None:
    """What people do: delete, correct, set aside, add, ask; each leaves its own words behind."""
    book = site.casebook
    found = book.documents(viewer=SYSTEM)
    book.delete_document(next(ref.id for ref in found if "retirer" in ref.title), viewer=editor)
    decision = site.documents["DCE_999101_20231020.xml"]
    events = [fact for fact in book.document(decision, viewer=SYSTEM).facts if fact.kind == "event"]
    book.correct(events[0].id, {"note": "canarecartex"}, viewer=editor)
    book.set_aside(events[0].id, viewer=editor)
    book.confirm(events[1].id, viewer=editor)
    press = next(ref.id for ref in found if ref.publisher == "La Gazette de l'Orle")
    told = [fact for fact in book.document(press, viewer=SYSTEM).facts if fact.kind == "event"]
    book.correct(told[0].id, {"note": "canarcorrigex"}, viewer=editor)
    book.set_aside(told[0].id, viewer=editor)
    filing = site.documents["memoire-canarnomx.docx"]
    start = (book.document(filing, viewer=SYSTEM).text or "").index("Une audience aura lieu")
    value = {"type": "audience", "date": "2023-10-17", "precision": "day", "note": "canarnotex"}
    book.add_fact(filing, kind="event", subject="audience", value=value, start=start, end=start + 40, viewer=editor)
    with book.store.write() as connection:
        facts.suggest(connection, "request", "essai", {"question": "canarquestionx ?"}, ["canarraisonx"], decision)
        case = cases.find_case(connection, CASE) or {}
        cases.attach(connection, case["id"], press, "confirme", "canarattachex")
        known = parties.all_parties(connection)
        public = next(party for party in known if party["name"].startswith("Clair") or "Clair" in party["name"])
        parties.add_alias(connection, public["id"], alias="Canaraliasx", key="canaraliasx", status="propose")
        alone = parties.create_party(
            connection,
            slug="canarinstancex",
            name="Société Canarinstancex",
            type=PartyType.COMPANY,
            key="canarinstancex",
        )
        assert alone
    for number in (decision, filing):
        book.add_note(number, "Note canarpartagex.", quote="l'article L. 521-2", is_shared=True, viewer=editor)
        book.add_note(number, "Note canarprivex.", quote="l'article L. 521-2", viewer=editor)
    book.save_search("Recherche canargardex", "q=bornes+canargardex", viewer=editor)
    book.rename_party("canarinstancex", "Société Canarinstancex nouvelle", viewer=editor)


# ------------------------------------------------------------------------------------------ reading all of it

_LINKS = re.compile(r'(?:href|src|action|data-[a-z-]+)="(/[^"]*)"')


def canaries_in(text: str, *, but: frozenset[str] = frozenset()) -> set[str]:
    """The canaries a text holds."""
    folded = text.lower()
    return {word for word in WORDS if word in folded} - but


def crawl(client: FlaskClient, starts: list[str], most: int = 1500) -> Iterator[tuple[str, int, str]]:
    """(address, status, body with its headers) of every page that links lead to from ``starts``."""
    waiting, seen = list(starts), set(starts)
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        answer = client.get(address)
        said = answer.get_data().decode("utf-8", "replace") + str(answer.headers)
        yield address, answer.status_code, said
        if answer.mimetype != "text/html":
            continue
        for link in _LINKS.findall(said):
            target = urldefrag(link.replace("&amp;", "&")).url
            if target not in seen and not target.startswith(("//", "/statique")) and _is_new_kind(target, seen):
                seen.add(target)
                waiting.append(target)


def _is_new_kind(target: str, seen: set[str]) -> bool:
    """One passage a document is enough, and one way at a time of drawing a timeline: the rest shows the same text."""
    if len(re.findall(r"(?:par|zoom|aligner|type|statut|du|au)=", target)) > 1:
        return False
    bare = re.sub(r"(passage|fait)=[\d-]+&?", "", target).rstrip("?&")
    if bare != target:
        return f"{bare}!" not in seen and not seen.add(f"{bare}!")  # type: ignore[func-returns-value]
    return True
