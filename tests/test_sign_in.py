"""What guards the door: the same work for a known and an unknown address, throttling, the password asked again."""

from __future__ import annotations

import argon2
import pytest

from casetrack.accounts import Accounts, passwords
from casetrack.cli.serving import check_binding
from casetrack.errors import SettingsError
from casetrack.model import UserRole
from casetrack.settings import load_settings
from casetrack.store import users
from casetrack.web import sudo
from casetrack.web.security import limiter
from tests.test_web_access import sign_in
from tests.web_site import PASSWORD, open_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("entree")) as opened:
        yield opened


@pytest.fixture
def throttled():
    """Rate limits, which the other tests do without."""
    limiter.enabled = True
    yield
    limiter.reset()
    limiter.enabled = False


def test_each_refusal_costs_one_check_of_the_same_hash(site, monkeypatch):
    """argon2 is what takes time: one check with the same parameters, whatever is wrong."""
    waiting = site.accounts.create(email="invitee@exemple.fr", name="", role=UserRole.READER)
    closed = site.accounts.create(email="close@exemple.fr", name="", role=UserRole.READER, password=PASSWORD)
    site.accounts.set_active(closed.id, False)
    checked = []
    verify = passwords.verify
    monkeypatch.setattr(passwords, "verify", lambda kept, said: checked.append(kept) or verify(kept, said))
    for address in ("lecteur@exemple.fr", "personne@exemple.fr", waiting.email, closed.email, "", "x" * 5000):
        assert site.accounts.sign_in(address, "un mot de passe faux") is None
    assert len(checked) == 6
    assert len({repr(argon2.extract_parameters(kept)) for kept in checked}) == 1


def test_nothing_typed_is_cut(site):
    account = site.accounts.create(email="long@exemple.fr", name="", role=UserRole.READER, password=PASSWORD)
    longest = "abcdefghij" * 20  # longer than what is accepted now: from before
    with site.casebook.store.write() as connection:
        weak = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(longest)
        users.set_password(connection, account.id, weak)
    assert site.accounts.sign_in(account.email, longest) is not None, "the hash is renewed here"
    assert site.accounts.sign_in(account.email, longest) is not None
    assert site.accounts.sign_in(account.email, longest + "de trop") is None
    assert site.accounts.sign_in(account.email, longest + "x" * 5000) is None


@pytest.fixture
def refusing(monkeypatch):
    """No password is good, and argon2's time is saved: the counting is what is looked at."""
    with monkeypatch.context() as patch:
        patch.setattr(passwords, "verify", lambda kept, said: False)
        yield patch


def test_one_address_is_tried_a_few_times_whatever_the_machines(site, throttled, refusing):
    statuses = []
    for number in range(22):
        client = site.app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"10.0.0.{number}"
        typed = "Lecteur@exemple.fr" if number % 2 else "lecteur@exemple.fr "
        statuses.append(sign_in(client, typed, "un mot de passe faux").status_code)
    refusing.undo()
    assert statuses == [422] * 20 + [429] * 2
    other = site.app.test_client()
    other.environ_base["REMOTE_ADDR"] = "10.0.1.1"
    assert sign_in(other, "editeur@exemple.fr", PASSWORD).status_code == 303, "the others still come in"


def test_letters_are_asked_for_a_few_times_only(site, throttled):
    client = site.client()
    found = [
        site.post(client, "/mot-de-passe-oublie", email=f"a{number}@exemple.fr").status_code for number in range(7)
    ]
    assert found == [400] * 5 + [429] * 2


def test_a_session_from_before_the_sign_in_says_nothing_after_it(site):
    client = site.client()
    client.get("/connexion")
    with client.session_transaction() as session:
        session["planted"] = "oui"
        session[sudo._KEY] = (9e12, 1)
    sign_in(client, "lecteur@exemple.fr", PASSWORD)
    with client.session_transaction() as session:
        assert "planted" not in session and sudo._KEY not in session


def test_an_old_cookie_opens_nothing_after_everything_was_closed(site):
    account = site.accounts.create(email="cookie@exemple.fr", name="", role=UserRole.READER, password=PASSWORD)
    client, copy = site.app.test_client(), site.app.test_client()
    sign_in(client, account.email, PASSWORD)
    copy.set_cookie("casetrack", client.get_cookie("casetrack").value)
    assert copy.get("/compte").status_code == 200
    site.post(client, "/compte/fermer-les-sessions")
    assert client.get("/compte").status_code == 200 and copy.get("/compte").status_code == 302


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(site):
    client, copy, elsewhere = site.client("lecteur"), site.app.test_client(), site.client("lecteur")
    copy.set_cookie("casetrack", client.get_cookie("casetrack").value)
    assert copy.get("/compte").status_code == 200
    site.post(client, "/deconnexion")
    assert copy.get("/compte").status_code == 302, "this session is over"
    assert elsewhere.get("/compte").status_code == 200, "the others are not"
    again = Accounts(site.casebook.store, "secret-de-test")
    with elsewhere.session_transaction() as session:
        assert not again.is_ended(session["session_id"])
    assert len(again._load()) == 1, "the next server remembers"


def test_after_thirty_days_the_password_is_asked_again(site, monkeypatch):
    client = site.client("lecteur")
    now = sudo.time.time()
    for days, status in ((29.9, 200), (30.1, 302)):
        with monkeypatch.context() as patch:
            patch.setattr(sudo.time, "time", lambda days=days: now + days * 86_400)
            assert client.get("/compte").status_code == status


# ------------------------------------------------------------------------- the password asked again


@pytest.fixture
def editor(site):
    return site.client("editeur"), site.documents["02-memoire-en-defense-tribunal.docx"]


def publish(site, client, document, **sent):
    """Publishing up to the point where the password is asked: the rest of the form is not filled on purpose."""
    return site.post(client, f"/documents/{document}/publier", stamp="x", **sent)


def test_publishing_asks_for_the_password_of_whoever_is_signed_in(site, editor):
    client, document = editor
    for wrong in ({}, {"password": ""}, {"password": "faux"}, {"password": PASSWORD + "x"}):
        answer = publish(site, client, document, **wrong)
        assert answer.status_code == 400 and "mot de passe n’est pas le bon" in answer.get_data(as_text=True)
    assert "Votre mot de passe" in client.get(f"/documents/{document}/publier").get_data(as_text=True)
    answer = publish(site, client, document, password=PASSWORD)
    assert "mot de passe" not in answer.get_data(as_text=True).split("<main")[1]


def test_a_confirmation_ends_after_five_minutes(site, editor, monkeypatch):
    client, document = editor
    publish(site, client, document, password=PASSWORD)
    page = f"/documents/{document}/publier"
    assert "Votre mot de passe" not in client.get(page).get_data(as_text=True)
    now = sudo.time.time()
    monkeypatch.setattr(sudo.time, "time", lambda: now + sudo.SECONDS + 1)
    assert "Votre mot de passe" in client.get(page).get_data(as_text=True)
    assert publish(site, client, document).status_code == 400


def test_a_confirmation_is_for_one_session_and_one_person(site, editor):
    client, document = editor
    publish(site, client, document, password=PASSWORD)
    elsewhere = site.client("editeur")
    assert "pas le bon" in publish(site, elsewhere, document).get_data(as_text=True)
    site.post(client, "/deconnexion")
    sign_in(client, "administrateur@exemple.fr", PASSWORD)
    assert "pas le bon" in publish(site, client, document).get_data(as_text=True)


def test_the_password_asked_again_cannot_be_guessed_at_length(site, editor, throttled, refusing):
    client, document = editor
    statuses = [publish(site, client, document, password="faux").status_code for _ in range(32)]
    assert statuses[-1] == 429


def test_beyond_this_machine_passwords_do_not_travel_in_clear():
    for changes in ({"host": "0.0.0.0"}, {"host": "::"}, {"host": "0.0.0.0", "base_url": "http://suivi.exemple.fr"}):
        with pytest.raises(SettingsError, match="https"):
            check_binding(load_settings(**changes))
    for changes in ({}, {"base_url": "https://suivi.exemple.fr"}, {"allow_plain_http": True}):
        check_binding(load_settings(**{"host": "0.0.0.0" if changes else "127.0.0.1", **changes}))
    with pytest.raises(SettingsError, match="démonstration"):
        check_binding(load_settings(host="0.0.0.0", base_url="https://suivi.exemple.fr"), is_demo=True)
