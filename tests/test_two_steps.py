"""The second step of signing in: set up, asked for, spent once, taken away."""

from __future__ import annotations

import re
import time

import pyotp
import pytest
from click.testing import CliRunner

from casetrack.accounts import Accounts, two_steps
from casetrack.casebook import SYSTEM
from casetrack.cli import casetrack
from casetrack.errors import Conflict, Refused
from casetrack.model import UserRole
from casetrack.store import Store, second_steps
from casetrack.web.security import OPEN_BEFORE_SECOND_STEP, limiter
from tests.web_site import PASSWORD, open_site, token

NOW = 1_700_000_000


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test sets: codes change every thirty seconds, tests do not wait."""
    hands = {"now": float(NOW)}
    monkeypatch.setattr(two_steps.time, "time", lambda: hands["now"])
    return hands


@pytest.fixture
def people(tmp_path):
    store = Store(tmp_path / "casetrack.db")
    store.migrate()
    yield Accounts(store, "secret-de-test")
    store.close()


def turn_on(people, email="alice@exemple.fr") -> tuple[int, pyotp.TOTP, tuple[str, ...]]:
    account = people.create(email=email, name="Alice", role=UserRole.EDITOR, password=PASSWORD)
    device = pyotp.TOTP(people.prepare_two_steps(account.id).secret)
    codes = people.confirm_two_steps(account.id, device.at(int(two_steps.time.time())))
    return account.id, device, codes


def test_nothing_is_asked_before_a_first_good_code(people, clock):
    account = people.create(email="alice@exemple.fr", name="Alice", role=UserRole.EDITOR, password=PASSWORD)
    ready = people.prepare_two_steps(account.id)
    assert ready.address.startswith("otpauth://totp/casetrack:alice%40exemple.fr?secret=" + ready.secret)
    assert not people.get(account.id).has_two_steps
    for wrong in ("", "000000000", "abcdef", pyotp.TOTP(ready.secret).at(NOW - 600)):
        with pytest.raises(Refused, match="pas le bon"):
            people.confirm_two_steps(account.id, wrong)
    codes = people.confirm_two_steps(account.id, pyotp.TOTP(ready.secret).at(NOW))
    after = people.get(account.id)
    assert after.has_two_steps and after.session_version > account.session_version, "other sessions end"
    assert len(set(codes)) == 10 and people.preparation(account.id) is None, "the secret is shown no more"
    with pytest.raises(Conflict):
        people.prepare_two_steps(account.id)


@pytest.mark.parametrize(("offset", "taken"), [(-90, False), (-30, True), (0, True), (30, True), (90, False)])
def test_telephones_may_be_thirty_seconds_wrong(people, clock, offset, taken):
    user_id, device, _ = turn_on(people)
    clock["now"] = NOW + 3600
    assert people.check_code(user_id, device.at(NOW + 3600 + offset)) is taken


def test_a_code_is_taken_once_and_no_earlier_one_after_it(people, clock):
    user_id, device, _ = turn_on(people)
    assert not people.check_code(user_id, device.at(NOW)), "the one that turned it on is spent"
    clock["now"] = NOW + 600
    code = device.at(NOW + 600)
    assert people.check_code(user_id, f"{code[:3]} {code[3:]}")
    assert not people.check_code(user_id, code)
    assert not people.check_code(user_id, device.at(NOW + 570))
    assert people.check_code(user_id, device.at(NOW + 630))


def test_a_recovery_code_is_taken_once_however_it_is_typed_and_kept_as_a_digest(people, clock):
    user_id, _, codes = turn_on(people)
    other, _, _ = turn_on(people, "eve@exemple.fr")
    assert not people.check_code(other, codes[0]), "somebody else's"
    assert people.check_code(user_id, codes[0].upper().replace("-", " "))
    assert not people.check_code(user_id, codes[0])
    assert people.recovery_codes_left(user_id) == 9
    with people._store.read() as connection:
        kept = connection.execute(second_steps.recovery_codes.select()).all()
    assert not {row.digest for row in kept} & set(codes) and all(len(row.digest) == 64 for row in kept)


def test_taking_it_away_is_written_in_the_journal(people, clock):
    user_id, device, codes = turn_on(people)
    people.remove_two_steps(user_id, by=SYSTEM)
    assert not people.get(user_id).has_two_steps
    clock["now"] = NOW + 600
    assert not people.check_code(user_id, device.at(NOW + 600)) and not people.check_code(user_id, codes[0])
    with people._store.read() as connection:
        entry = connection.exec_driver_sql("select act, target, user_name from journal").one()
    assert tuple(entry) == ("deux-etapes-retirees", f"account:{user_id}", "casetrack")
    with pytest.raises(Conflict):
        people.remove_two_steps(user_id, by=SYSTEM)


# ---------------------------------------------------------------------------------------------- on the site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with open_site(tmp_path_factory.mktemp("deux-etapes")) as opened:
        yield opened


@pytest.fixture
def member(site):
    """A new account with its second step, and what its telephone shows next."""
    email = f"m{time.monotonic_ns()}@exemple.fr"
    account = site.accounts.create(email=email, name="Zoé", role=UserRole.EDITOR, password=PASSWORD)
    device = pyotp.TOTP(site.accounts.prepare_two_steps(account.id).secret)
    codes = site.accounts.confirm_two_steps(account.id, device.at(int(time.time()) - 30))
    return site.accounts.get(account.id), device, codes


def give_password(site, email, following="/"):
    client = site.app.test_client()
    found = token(client.get("/connexion").get_data(as_text=True))
    sent = {"email": email, "password": PASSWORD, "suite": following, "csrf_token": found}
    return client, client.post("/connexion", data=sent)


def give_code(client, code):
    found = token(client.get("/connexion/code").get_data(as_text=True))
    return client.post("/connexion/code", data={"code": code, "csrf_token": found})


def test_the_password_alone_opens_nothing(site, member):
    account, device, _ = member
    client, answer = give_password(site, account.email, "/journal")
    assert answer.headers["Location"] == "/connexion/code"
    assert client.get("/compte").status_code == 302 and client.get("/journal").status_code == 401
    assert give_code(client, "000000").status_code == 422 and client.get("/compte").status_code == 302
    inside = give_code(client, device.now())
    assert inside.headers["Location"] == "/journal" and client.get("/journal").status_code == 200


def test_a_recovery_code_opens_too(site, member):
    account, _, codes = member
    client, _ = give_password(site, account.email)
    assert give_code(client, codes[3]).status_code == 303 and client.get("/compte").status_code == 200


def test_who_waits_too_long_or_whose_password_changed_begins_again(site, member, monkeypatch):
    account, device, _ = member
    late, _ = give_password(site, account.email)
    changed, _ = give_password(site, account.email)
    with monkeypatch.context() as patch:
        patch.setattr("casetrack.web.sessions.HALF_SECONDS", -1)
        late, _ = give_password(site, account.email)
    assert late.get("/connexion/code").headers["Location"].startswith("/connexion")
    site.accounts.end_sessions(account.id)
    found = token(changed.get("/connexion").get_data(as_text=True))
    answer = changed.post("/connexion/code", data={"code": device.now(), "csrf_token": found})
    assert answer.headers["Location"] == "/connexion" and changed.get("/compte").status_code == 302


def test_a_link_that_sets_a_password_does_not_go_round_the_code(site, member):
    account, _, codes = member
    client, address = site.app.test_client(), f"/mot-de-passe/{site.accounts.make_link(account.id)}"
    new = "sept hiboux sur une branche"
    sent = {"csrf_token": token(client.get(address).get_data(as_text=True)), "new": new, "again": new}
    assert client.post(address, data=sent).headers["Location"] == "/connexion/code"
    assert client.get("/compte").status_code == 302
    assert give_code(client, codes[0]).status_code == 303 and client.get("/compte").status_code == 200


def test_guessing_codes_is_slowed_whatever_the_machine(site, member):
    account, _, _ = member
    limiter.enabled = True
    try:
        statuses = []
        for number in range(7):
            client, _ = give_password(site, account.email)
            found = token(client.get("/connexion/code").get_data(as_text=True))
            client.environ_base["REMOTE_ADDR"] = f"10.0.0.{number}"
            statuses.append(client.post("/connexion/code", data={"code": "123", "csrf_token": found}).status_code)
    finally:
        limiter.reset()
        limiter.enabled = False
    assert statuses == [422] * 5 + [429] * 2


def test_setting_it_up_and_taking_it_away_from_the_account_page(site):
    account = site.accounts.create(email="ida@exemple.fr", name="Ida", role=UserRole.READER, password=PASSWORD)
    here, _ = give_password(site, account.email)
    there, _ = give_password(site, account.email)
    page = here.get("/compte/deux-etapes").get_data(as_text=True)
    assert "Votre mot de passe" in page and "<svg" not in page.split("<main")[1]
    assert site.post(here, "/compte/deux-etapes/preparer", password="faux mot de passe").status_code == 400
    assert site.post(here, "/compte/deux-etapes/preparer", password=PASSWORD).status_code == 303
    page = here.get("/compte/deux-etapes").get_data(as_text=True)
    secret = re.sub(r"\s", "", re.search(r'class="secret">([A-Z2-7\s]+)<', page)[1])
    assert 'class="qr"' in page and "style=" not in page
    wrong = site.post(here, "/compte/deux-etapes/activer", code="12")
    assert wrong.status_code == 422 and "n’est pas le bon" in wrong.get_data(as_text=True)
    done = site.post(here, "/compte/deux-etapes/activer", code=pyotp.TOTP(secret).now())
    codes = re.findall(r"<li><code>([a-z0-9-]{19})</code>", done.get_data(as_text=True))
    assert len(codes) == 10 and done.headers["Cache-Control"] == "no-store"
    assert codes[0] not in here.get("/compte/deux-etapes").get_data(as_text=True), "shown once"
    assert here.get("/compte").status_code == 200 and there.get("/compte").status_code == 302
    assert site.post(here, "/compte/deux-etapes/retirer", password="faux").status_code == 400
    assert site.accounts.get(account.id).has_two_steps
    assert site.post(here, "/compte/deux-etapes/retirer", password=PASSWORD).status_code == 303
    assert not site.accounts.get(account.id).has_two_steps


def test_an_administrator_takes_it_away_with_the_password(site, member):
    account, _, _ = member
    admin = site.client("administrateur")
    address = f"/utilisateurs/{account.id}/une-etape"
    assert "Retirer la seconde étape" in admin.get("/utilisateurs").get_data(as_text=True)
    assert site.post(admin, address, password="faux").status_code == 400
    assert site.accounts.get(account.id).has_two_steps
    assert site.post(admin, address, password=PASSWORD).status_code == 303
    assert not site.accounts.get(account.id).has_two_steps
    journal = admin.get("/journal").get_data(as_text=True)
    assert "Seconde étape de connexion retirée" in journal and "un compte" in journal


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """A site that asks its administrators for a second step."""
    with open_site(tmp_path_factory.mktemp("exigee"), two_steps="administrators") as opened:
        yield opened


def post_there(client, address, **data):
    """Post a form of the page that sets the second step up."""
    found = token(client.get("/compte/deux-etapes").get_data(as_text=True))
    return client.post(address, data={"csrf_token": found, **data})


def test_an_administrator_does_nothing_before_the_second_step_that_the_site_asks_for(strict):
    client, answer = give_password(strict, "administrateur@exemple.fr", "/utilisateurs")
    assert answer.headers["Location"] == "/utilisateurs"
    seen = {}
    for rule in strict.app.url_map.iter_rules():
        address = re.sub(r"<[^>]+>", "1", rule.rule)
        if "GET" in (rule.methods or ()):
            seen[rule.endpoint] = client.get(address)
        elif rule.endpoint not in OPEN_BEFORE_SECOND_STEP:
            seen[rule.endpoint] = post_there(client, address)
    shut = {name for name, answer in seen.items() if answer.headers.get("Location") == "/compte/deux-etapes"}
    assert set(seen) - shut == OPEN_BEFORE_SECOND_STEP - {"auth.sign_out", "two_steps.prepare", "two_steps.confirm"}
    assert "Ce site demande la seconde étape" in seen["two_steps.show"].get_data(as_text=True)
    assert post_there(client, "/compte/deux-etapes/preparer", password=PASSWORD).status_code == 303
    account = strict.accounts.find("administrateur@exemple.fr")
    device = pyotp.TOTP(strict.accounts.preparation(account.id).secret)
    assert post_there(client, "/compte/deux-etapes/activer", code=device.now()).status_code == 200
    assert client.get("/utilisateurs").status_code == 200
    assert post_there(client, "/compte/deux-etapes/retirer", password=PASSWORD).status_code == 303
    assert client.get("/utilisateurs").headers["Location"] == "/compte/deux-etapes", "owed again"


def test_the_others_and_the_programs_are_not_asked(strict):
    editor, _ = give_password(strict, "editeur@exemple.fr")
    assert editor.get("/journal").status_code == 200
    strict.accounts.set_role(strict.accounts.find("editeur@exemple.fr").id, UserRole.ADMINISTRATOR)
    assert editor.get("/journal").headers["Location"] == "/compte/deux-etapes", "asked as soon as they may"
    visitor = strict.app.test_client()
    assert visitor.get("/recherche?q=bornes").status_code == 200


def test_the_command_takes_it_away(site, member, monkeypatch):
    account, _, _ = member
    monkeypatch.setenv("CASETRACK_HOME", str(site.settings.home))

    def said(*arguments: str) -> str:
        return CliRunner().invoke(casetrack, ["user", *arguments], catch_exceptions=False).output

    assert f"{account.email}\tediteur (deux étapes)" in said("list")
    assert "retirée" in said("one-step", str(account.id))
    assert not site.accounts.get(account.id).has_two_steps
    assert re.search(r"http://127\.0\.0\.1:\d+/mot-de-passe/\S+", said("link", str(account.id)))
