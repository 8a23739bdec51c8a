"""A small real site for tests: six files of the invented affair, four accounts, a client that signs in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from casetrack.accounts import Accounts
from casetrack.casebook import SYSTEM, Casebook
from casetrack.model import UserRole
from casetrack.settings import Settings, load_settings
from casetrack.web import create_app
from casetrack.web.security import limiter

CORPUS = Path(__file__).parent.parent / "corpus" / "affaire-inventee"
FILES = (
    "DCE_999101_20231020.xml",
    "04-ordonnance-tribunal-administratif.pdf",
    "02-memoire-en-defense-tribunal.docx",
    "20-presse-echo-de-l-orle.html",
    "23-presse-courrier-des-trois-vallees.html",
)
CASE = "bornes-de-valbrume"
PASSWORD = "quatre chats sur un toit"


@dataclass(frozen=True)
class Site:
    """What a test needs: the application, its casebook, and the documents by file name."""

    app: Flask
    casebook: Casebook
    accounts: Accounts
    settings: Settings
    documents: dict[str, int]

    def client(self, role: str = "") -> FlaskClient:
        """A new client, signed in as ``role`` when one is given."""
        client = self.app.test_client()
        if role:
            page = client.get("/connexion").get_data(as_text=True)
            sent = {"email": f"{role}@exemple.fr", "password": PASSWORD, "csrf_token": token(page)}
            answer = client.post("/connexion", data=sent)
            assert answer.status_code == 303, answer.get_data(as_text=True)
        return client

    def post(self, client: FlaskClient, address: str, /, **data: object):
        """Post a form as a page of the site would, with its token."""
        page = client.get("/aide/recherche" if client.get("/compte").status_code != 200 else "/compte")
        found = token(page.get_data(as_text=True)) or token(client.get("/connexion").get_data(as_text=True))
        return client.post(address, data={"csrf_token": found, **data}, content_type="multipart/form-data")


def token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    return found[1] if found else ""


@contextmanager
def open_site(home: Path, **changes: object) -> Iterator[Site]:
    """Open a site over a fresh home."""
    settings = load_settings(home=home, parse_processes=1, parse_seconds=30, **changes)
    casebook = Casebook(settings)
    accounts = Accounts(casebook.store, "secret-de-test")
    for role in UserRole:
        accounts.create(email=f"{role.value}@exemple.fr", name=role.value.capitalize(), role=role, password=PASSWORD)
    made = casebook.create_case("Bornes de Valbrume", viewer=SYSTEM, summary="Une affaire inventée.")
    casebook.upload([(name, (CORPUS / name).read_bytes()) for name in FILES], viewer=SYSTEM, case=made.slug)
    outcomes = list(casebook.work_off_queue())
    assert all(outcome.outcome == "added" for _, outcome in outcomes), outcomes
    casebook.update_index()
    documents = {name: outcome.document_id for name, outcome in outcomes if outcome.document_id is not None}
    app = create_app(casebook, settings, accounts)
    limiter.enabled = False
    try:
        yield Site(app, casebook, accounts, settings, documents)
    finally:
        casebook.close()
