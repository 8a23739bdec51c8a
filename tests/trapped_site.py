"""A site where every field that a person or a file fills holds scripts that would run, were one page careless."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdf

from casetrack.casebook import SYSTEM
from casetrack.model import UserRole
from casetrack.store import cases, parties
from tests import pdfs
from tests.web_site import CASE, CORPUS, PASSWORD, Site, open_site

TRICKS = (
    "<script>piege()</script>",
    '"><img src=x onerror=piege()>',
    "javascript:piege()",
    "'><svg/onload=piege()>",
    "</title><script>piege()</script>",
    "{{7*7}}${7*7}",
    "<a href='data:text/html,<script>piege()</script>'>x</a>",
    "</textarea><iframe srcdoc='<script>parent.piege()</script>'></iframe>",
    "<details open ontoggle=piege()><input autofocus onfocus=piege()>",
)
TRICK = " ".join(TRICKS)
ARTICLE = "20-presse-echo-de-l-orle.html"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _article() -> bytes:
    """Tricks as text in every field of a page, and alive in its body."""
    said = (CORPUS / ARTICLE).read_text(encoding="utf-8")
    said = said.replace("<h1>", f"<h1>{_escaped(TRICK)} ").replace("<title>", f"<title>{_escaped(TRICK)} ")
    said = re.sub(r'(og:site_name" content=")', lambda found: found[1] + _escaped(TRICK), said)
    said = said.replace("</head>", f'<meta name="author" content="{_escaped(TRICK)}"></head>', 1)
    return said.replace("</body>", f"<p>{_escaped(TRICK)}</p>{TRICK}</body>").encode()


def _filing() -> bytes:
    said = f"MÉMOIRE EN DÉFENSE\nPOUR : l'association {TRICKS[0]} Piégée\nN° 2388124\n{TRICK}\n" * 2
    return said.encode()


def _mail() -> bytes:
    letter = EmailMessage()
    letter["From"] = f'"{TRICKS[3]}" <a@exemple.fr>'.replace("'", "")
    letter["To"], letter["Subject"] = "b@exemple.fr", TRICK
    letter["Date"] = "Mon, 9 Oct 2023 10:00:00 +0200"
    letter.set_content(f"Une audience est prévue le 3 mars 2021. {TRICK}")
    letter.add_alternative(f"<p>Une audience.</p>{TRICK}", subtype="html")
    letter.add_attachment(b"Piece jointe.", maintype="text", subtype="plain", filename=f"{TRICKS[1]}.txt")
    return letter.as_bytes()


def _pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdfs.written([pdfs.column("Note de travail sur une audience.")])))
    writer.add_metadata({"/Title": TRICK, "/Author": TRICK, "/Keywords": TRICK, "/Producer": TRICK})
    writer.add_attachment("piege.html", TRICK.encode())
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _word() -> bytes:
    made = docx.Document()
    made.add_paragraph(f"MÉMOIRE. Une audience est prévue le 3 mars 2021. {TRICK}")
    made.core_properties.author = TRICK[:250]
    made.core_properties.title = TRICK[:250]
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"{TRICKS[1]}.txt", f"Une piece du dossier. {TRICK}")
    return buffer.getvalue()


@contextmanager
def open_trapped_site(home: Path) -> Iterator[Site]:
    """The site of `open_site`, trapped; ``documents`` also holds the trapped ones, under short names."""
    with open_site(home, director=TRICK, contact=f"{TRICKS[1]}@exemple.fr") as site:
        _fill(site)
        yield site


def _fill(site: Site) -> None:
    book = site.casebook
    book.rename_case(CASE, title=f"Affaire {TRICK}", summary=TRICK, why_followed=TRICK, viewer=SYSTEM)
    case = book.cases(viewer=SYSTEM)[0].ref.slug
    files = {
        "article": (f"{TRICKS[1]}.html", _article()),
        "filing": (f"{TRICKS[0]}.txt", _filing()),
        "mail": (f"{TRICKS[4]}.eml", _mail()),
        "pdf": (f"{TRICKS[3]}.pdf", _pdf()),
        "word": (f"{TRICKS[6]}.docx", _word()),
        "zip": (f"{TRICKS[1]}.zip", _zip()),
        "failed": (f"{TRICKS[8]}.pdf", b"%PDF-1.7 rien de bon"),
    }
    book.upload(list(files.values()), viewer=SYSTEM, case=case)
    book.paste(
        f"Une audience est prévue le 3 mars 2021. {TRICK}", viewer=SYSTEM, title=TRICK, publisher=TRICK, case=case
    )
    book.add_address(f"http://127.0.0.1:1/{TRICKS[1]}", viewer=SYSTEM)
    made = {outcome.name: outcome.document_id for _, outcome in book.work_off_queue()}
    site.documents.update({short: made[name] for short, (name, _) in files.items() if made.get(name)})
    _rule(site)
    book.update_index()


def _rule(site: Site) -> None:
    """What people write: notes, names, requests, replies, tokens, reasons."""
    book = site.casebook
    decision = site.documents["DCE_999101_20231020.xml"]
    event = next(fact for fact in book.document(decision, viewer=SYSTEM).facts if fact.kind == "event")
    book.correct(event.id, {"note": TRICK, "party": TRICK}, viewer=SYSTEM)
    book.rename_party(book.parties(viewer=SYSTEM)[0].slug, f"Association {TRICK}", viewer=SYSTEM)
    book.ask(f"document:{decision}", "rectifier", TRICK, TRICK[:200], viewer=SYSTEM)
    book.ask(f"document:{decision}", "repondre", TRICK, TRICK[:200], viewer=SYSTEM)
    asked = book.review_queue(viewer=SYSTEM, kind="request").items[0]
    book.reply(asked.suggestion_id, TRICK, viewer=SYSTEM)
    admin = site.accounts.find("administrateur@exemple.fr")
    site.accounts.make_token(admin.id, TRICK)
    site.accounts.create(email="piege@exemple.fr", name=TRICK, role=UserRole.READER, password=PASSWORD)
    book.publish(site.documents["filing"], viewer=admin.viewer)
    with book.store.write() as connection:
        connection.exec_driver_sql("update users set name = ? where id != ?", (TRICK, admin.id))
        row = cases.get_case(connection, 1) or {}
        cases.attach(connection, row["id"], site.documents["pdf"], "confirme", TRICK)
        first = parties.all_parties(connection)[0]
        parties.add_alias(connection, first["id"], alias=TRICK, key="piege", status="propose")
