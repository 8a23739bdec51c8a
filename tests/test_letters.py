"""Letters by a real SMTP server: invitation, forgotten password, and what is said when the server is not there."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import socket
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyotp
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import event

from casetrack.accounts import Why
from casetrack.accounts import links as links_module
from casetrack.errors import Refused, SettingsError
from casetrack.jobs import Worker
from casetrack.mailing import MailFailed, compose
from casetrack.mailing import send as send_letter
from casetrack.model import UserRole
from casetrack.settings import load_settings
from tests.web_site import PASSWORD, open_site, token

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the plain server is on the loopback
BASE = "https://suivi.exemple.fr"
NEW = "sept hiboux sur une branche"


@dataclass
class Box:
    """What the server was given, and by whom."""

    letters: list[email.message.EmailMessage] = field(default_factory=list)
    signed: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        assert envelope.rcpt_tos == [self.letters[-1]["To"]]
        return "250 OK"

    def check(self, server, session, envelope, mechanism, auth_data):
        self.signed.append(auth_data.password)
        return AuthResult(success=auth_data.password == b"secret", handled=False)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return closed.getsockname()[1]


@pytest.fixture(scope="module")
def server():
    box = Box()
    port = free_port()
    controller = Controller(
        box, hostname="127.0.0.1", port=port, authenticator=box.check, auth_require_tls=False, auth_required=True
    )
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture(scope="module")
def site(tmp_path_factory, server):
    changes = {"smtp_host": "127.0.0.1", "smtp_port": server[1], "smtp_tls": "none", "smtp_from": "suivi@exemple.fr"}
    changes |= {"smtp_user": "suivi", "smtp_password": "secret", "base_url": BASE}
    with open_site(tmp_path_factory.mktemp("lettres"), **changes) as opened:
        yield opened


@pytest.fixture(scope="module")
def worker(site):
    found = Worker(site.casebook)
    found.accounts = site.accounts  # the same secret as this site's, which is not that of the file
    return found


def work(site, worker) -> None:
    """What the worker's threads do, here and now."""
    with site.casebook.store.read() as connection:
        waiting = list(connection.exec_driver_sql("select id from tasks where state = 'queued'").scalars())
    for number in waiting:
        worker._perform(number)


def browse(site):
    """A browser behind the https proxy: forms of https sites are checked for where they come from."""
    client = site.app.test_client()
    client.environ_base.update({"wsgi.url_scheme": "https", "HTTP_HOST": "suivi.exemple.fr", "HTTP_REFERER": BASE})
    return client


def send(client, page, address="", **data):
    found = token(client.get(page).get_data(as_text=True))
    return client.post(address or page, data={"csrf_token": found, **data})


def administrator(site):
    client = browse(site)
    assert send(client, "/connexion", email="administrateur@exemple.fr", password=PASSWORD).status_code == 303
    return client


def tasks_of(site):
    with site.casebook.store.read() as connection:
        rows = connection.exec_driver_sql("select state, payload, message from tasks where kind = 'letter'").all()
    return [tuple(row) for row in rows]


def test_a_forgotten_password_is_set_again_by_letter_and_ends_the_sessions(site, worker, server):
    box, _ = server
    account = site.accounts.create(email="zoe@exemple.fr", name="Zoé", role=UserRole.READER, password=PASSWORD)
    open_elsewhere = browse(site)
    send(open_elsewhere, "/connexion", email=account.email, password=PASSWORD)
    assert open_elsewhere.get("/compte").status_code == 200
    client = browse(site)
    answer = send(client, "/mot-de-passe-oublie", email=" Zoe@exemple.fr ")
    assert answer.status_code == 200 and "Si un compte existe" in answer.get_data(as_text=True)
    assert not box.letters, "the page waited for no server"
    assert BASE not in str(tasks_of(site)), "no link in the queue"
    work(site, worker)
    letter = box.letters.pop()
    assert letter["To"] == "zoe@exemple.fr" and letter["From"] == "suivi@exemple.fr" and box.signed[-1] == b"secret"
    assert letter["Subject"] == "Nouveau mot de passe sur suivi.exemple.fr"
    (link,) = re.findall(rf"{BASE}(/mot-de-passe/\S+)", letter.get_content())
    assert send(client, link, new=NEW, again=NEW).status_code == 303
    assert client.get("/compte").status_code == 200 and open_elsewhere.get("/compte").status_code == 302
    assert browse(site).get(link).status_code == 400, "it serves once"
    assert site.accounts.sign_in("zoe@exemple.fr", PASSWORD) is None
    work(site, worker)
    assert "vient de changer" in box.letters.pop().get_content() and tasks_of(site) == []


@contextmanager
def statements(site):
    """The questions asked of the database meanwhile."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_):
        seen.append(statement)

    engine = site.casebook.store._engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_an_unknown_address_gets_the_same_page_and_the_same_work_and_no_letter(site, worker, server):
    box, _ = server
    done = []
    for address in ("lecteur@exemple.fr", "personne@exemple.fr"):
        page = browse(site)
        page.get("/mot-de-passe-oublie")
        with statements(site) as seen:
            said = send(page, "/mot-de-passe-oublie", email=address).get_data(as_text=True)
        (row,) = tasks_of(site)[-1:]
        said = re.sub(r'nonce="[^"]+"|value="[^"]+"', "", said)
        done.append((said, seen, row[0], row[1].replace(address, "x")))
    assert done[0] == done[1] and done[0][1]
    work(site, worker)
    assert [letter["To"] for letter in box.letters] == ["lecteur@exemple.fr"]
    assert "personne@exemple.fr" not in str(tasks_of(site)), "an address that nobody has is forgotten"
    box.letters.clear()


def test_a_closed_account_gets_no_letter(site, worker, server):
    account = site.accounts.create(email="ferme@exemple.fr", name="", role=UserRole.READER, password=PASSWORD)
    site.accounts.set_active(account.id, False)
    send(browse(site), "/mot-de-passe-oublie", email=account.email)
    work(site, worker)
    assert not server[0].letters


def test_an_invitation_leaves_by_letter(site, worker, server):
    box, _ = server
    admin = administrator(site)
    answer = send(admin, "/utilisateurs", email="nouvelle@exemple.fr", name="Nouvelle", role="lecteur")
    assert answer.status_code == 303 and "en route" in admin.get("/utilisateurs").get_data(as_text=True)
    work(site, worker)
    page = admin.get("/utilisateurs").get_data(as_text=True)
    assert "Courriel envoyé" in page and "/mot-de-passe/" not in page
    (link,) = re.findall(rf"{BASE}(/mot-de-passe/\S+)", box.letters.pop().get_content())
    guest = browse(site)
    assert send(guest, link, new=NEW, again=NEW).status_code == 303 and guest.get("/compte").status_code == 200


def test_the_owner_is_told_of_each_change_of_how_to_sign_in(site, worker, server):
    box, _ = server
    account = site.accounts.create(email="vue@exemple.fr", name="Vue", role=UserRole.READER, password=PASSWORD)
    client = browse(site)
    send(client, "/connexion", email=account.email, password=PASSWORD)
    send(client, "/compte", "/compte/mot-de-passe", current=PASSWORD, new=NEW, again=NEW)
    send(client, "/compte/deux-etapes", "/compte/deux-etapes/preparer", password=NEW)
    code = pyotp.TOTP(site.accounts.preparation(account.id).secret).now()
    assert send(client, "/compte/deux-etapes", "/compte/deux-etapes/activer", code=code).status_code == 200
    send(administrator(site), "/utilisateurs", f"/utilisateurs/{account.id}/une-etape", password=PASSWORD)
    work(site, worker)
    assert [letter["To"] for letter in box.letters] == ["vue@exemple.fr"] * 3
    assert all(
        "vient de changer" in letter.get_content() and "http" not in letter.get_content() for letter in box.letters
    )
    assert account.id not in site.accounts.letters()
    box.letters.clear()


def test_a_server_that_is_away_is_said_to_the_administrator_with_the_link(site, server):
    box, _ = server
    away = Worker(site.casebook)
    away.accounts = site.accounts
    site.casebook.settings, kept = site.settings.model_copy(update={"smtp_port": free_port()}), site.casebook.settings
    try:
        account = site.accounts.create(email="loin@exemple.fr", name="", role=UserRole.READER)
        site.accounts.invite_by_letter(account.id, by=None)
        work(site, away)
    finally:
        site.casebook.settings = kept
    admin = administrator(site)
    page = admin.get("/utilisateurs").get_data(as_text=True)
    assert "Le courriel à loin@exemple.fr n’est pas parti" in page and "ne répond pas à cette adresse" in page
    link = re.search(rf'value="{BASE}(/mot-de-passe/[^"]+)"', page)[1]
    guest = browse(site)
    assert send(guest, link, new=NEW, again=NEW).status_code == 303
    assert "loin@exemple.fr n’est pas parti" not in admin.get("/utilisateurs").get_data(as_text=True)
    listed = administrator(site).get("/ajouter").get_data(as_text=True)
    assert "loin@exemple.fr" not in listed, "letters are not among the readings"


def test_a_refused_name_is_said_and_the_password_is_nowhere(site, server, caplog):
    _, port = server
    wrong = load_settings(**{**site.settings.model_dump(), "smtp_password": "perdu-de-vue"})
    site.casebook.settings, kept = wrong, site.casebook.settings
    try:
        lost = Worker(site.casebook)
        lost.accounts = site.accounts
        account = site.accounts.create(email="nom@exemple.fr", name="", role=UserRole.READER)
        site.accounts.invite_by_letter(account.id, by=None)
        work(site, lost)
    finally:
        site.casebook.settings = kept
    assert "refuse le nom ou le mot de passe" in site.accounts.letters()[account.id].message
    assert "perdu-de-vue" not in caplog.text + repr(wrong)


def certificate(folder) -> Path:
    """A key and a certificate of our own for « localhost », in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    start = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=3))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "localhost.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_the_password_travels_under_tls_to_a_server_that_is_who_it_says(site, tmp_path, monkeypatch):
    pem, box, port = certificate(tmp_path), Box(), free_port()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    controller = Controller(
        box, hostname="localhost", port=port, tls_context=context, require_starttls=True, authenticator=box.check
    )
    controller.start()
    changes = {"smtp_host": "localhost", "smtp_port": port, "smtp_tls": "starttls", "smtp_seconds": 10}
    settings = site.settings.model_copy(update=changes)
    letter = compose(site.accounts.find("lecteur@exemple.fr"), Why.INVITATION, "mot", settings)
    try:
        with pytest.raises(MailFailed, match="certificat"):
            send_letter(letter, settings)
        assert not box.signed, "the password was not said"
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        send_letter(letter, settings)
    finally:
        controller.stop()
    assert len(box.letters) == 1 and box.signed == [b"secret"]


def test_links_end_and_one_that_anybody_may_ask_for_ends_sooner(site, monkeypatch):
    account = site.accounts.find("lecteur@exemple.fr")
    words = {why: site.accounts.make_link(account.id, why) for why in links_module.SECONDS}
    now = links_module.time.time()
    for why, hours, good in [
        (Why.FORGOTTEN, 1.9, True),
        (Why.FORGOTTEN, 2.1, False),
        (Why.INVITATION, 71.9, True),
        (Why.INVITATION, 72.1, False),
    ]:
        with monkeypatch.context() as patch:
            patch.setattr(links_module.time, "time", lambda hours=hours: now + hours * 3600)
            if good:
                assert site.accounts.read_link(words[why]).id == account.id
            else:
                with pytest.raises(Refused, match="plus valable"):
                    site.accounts.read_link(words[why])


@pytest.mark.parametrize(
    "address",
    ["a@b.fr, c@d.fr", "a@b.fr\nBcc: c@d.fr", "a@b@c", "rien", "x" * 250 + "@a.fr", "<a@b.fr>", "a b@c.fr"],
)
def test_what_is_not_one_address_is_refused(site, address):
    with pytest.raises(Refused, match="n’en est pas une"):
        site.accounts.create(email=address, name="", role=UserRole.READER)
    assert send(browse(site), "/mot-de-passe-oublie", email=address).status_code == 422


def test_a_letter_is_plain_text_to_one_person(site):
    letter = compose(site.accounts.find("lecteur@exemple.fr"), Why.INVITATION, "mot", site.settings)
    assert letter.get_content_type() == "text/plain" and letter["Auto-Submitted"] == "auto-generated"
    assert re.findall(r"https?://\S+", letter.get_content()) == [f"{BASE}/mot-de-passe/mot"]


def test_settings_without_a_sender_or_an_address_are_refused():
    for missing in ({"base_url": BASE}, {"smtp_from": "suivi@exemple.fr"}):
        with pytest.raises(SettingsError, match="CASETRACK_SMTP_FROM"):
            load_settings(smtp_host="127.0.0.1", **missing)


def test_without_a_server_the_page_says_whom_to_ask(tmp_path):
    with open_site(tmp_path) as plain:
        client = plain.client()
        page = client.get("/mot-de-passe-oublie").get_data(as_text=True)
        assert "administrateur" in page and 'name="email"' not in page
        assert send(client, "/connexion", "/mot-de-passe-oublie", email="lecteur@exemple.fr").status_code == 400
