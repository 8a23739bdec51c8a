"""Accounts: passwords, links, permissions."""

from __future__ import annotations

import argon2
import pytest

from casetrack import accounts
from casetrack.accounts import PERMISSIONS, Accounts, Act, may, require
from casetrack.errors import Conflict, NotAllowed, Refused
from casetrack.model import ANONYMOUS, UserRole, Viewer
from casetrack.store import Store, users

GOOD = "un cheval bleu sur la dune"


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "casetrack.db")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def people(store):
    return Accounts(store, "secret-de-test")


def make(people, role=UserRole.CONTRIBUTOR, email="alice@exemple.fr", password=GOOD):
    return people.create(email=email, name="Alice", role=role, password=password)


def test_sign_in_takes_the_right_password_only(people):
    alice = make(people)
    assert people.sign_in(" Alice@Exemple.fr ", GOOD) == alice
    assert people.sign_in("alice@exemple.fr", "un cheval bleu sur la lune") is None
    assert people.sign_in("personne@exemple.fr", GOOD) is None


def test_a_closed_account_cannot_sign_in_and_its_sessions_end(people):
    make(people, UserRole.ADMINISTRATOR, "admin@exemple.fr")
    alice = make(people)
    people.set_active(alice.id, False)
    assert people.sign_in("alice@exemple.fr", GOOD) is None
    assert people.get(alice.id).session_version > alice.session_version


def test_older_hashes_are_renewed_at_sign_in(people, store):
    alice = make(people)
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    with store.write() as connection:
        users.set_password(connection, alice.id, weak, end_sessions=False)
    assert people.sign_in(alice.email, GOOD) is not None
    with store.read() as connection:
        row = users.get_user(connection, alice.id)
    assert row is not None and row["password_hash"] != weak
    assert row["session_version"] == alice.session_version


@pytest.mark.parametrize(
    "password",
    [
        "court",
        "aaaaaaaaaaaaaaaa",
        "alice et son chat noir",
        "une phrase bien longue" * 6,
        "a   b   c   d   e",
        "password1234",
        "azertyuiop123",
        "iloveyouiloveyou",
        "motdepassemotdepasse",
        "123456789012",
    ],  # fmt: skip
)
def test_weak_passwords_are_refused(people, password):
    with pytest.raises(Refused):
        make(people, password=password)


def test_changing_the_password_needs_the_present_one_and_ends_sessions(people):
    alice = make(people)
    with pytest.raises(Refused, match="actuel"):
        people.change_password(alice.id, current="mauvais", new="une autre phrase assez longue")
    changed = people.change_password(alice.id, current=GOOD, new="une autre phrase assez longue")
    assert changed.session_version == alice.session_version + 1
    assert people.sign_in(alice.email, GOOD) is None


def test_a_link_serves_once(people):
    guest = people.create(email="bob@exemple.fr", name="", role=UserRole.READER)
    assert not guest.has_password and guest.name == "bob"
    assert people.sign_in("bob@exemple.fr", "!") is None
    link = people.make_link(guest.id)
    assert people.use_link(link, GOOD).has_password
    with pytest.raises(Refused, match="déjà servi"):
        people.use_link(link, GOOD)
    with pytest.raises(Refused, match="pas valable"):
        people.read_link(link[:-2] + "xx")


def test_two_accounts_do_not_share_an_address(people):
    make(people)
    with pytest.raises(Conflict):
        make(people, email="ALICE@exemple.fr")


def test_the_last_administrator_stays(people):
    admin = make(people, UserRole.ADMINISTRATOR)
    for act in (lambda: people.set_role(admin.id, UserRole.READER), lambda: people.set_active(admin.id, False)):
        with pytest.raises(Conflict, match="dernier administrateur"):
            act()
    make(people, UserRole.ADMINISTRATOR, "eve@exemple.fr")
    people.set_role(admin.id, UserRole.READER)
    assert people.get(admin.id).role is UserRole.READER


def test_each_role_may_all_that_the_one_below_may():
    acts = list(PERMISSIONS.values())
    assert all(lower < higher for lower, higher in zip(acts, acts[1:], strict=False))
    assert set(acts[-1]) == set(Act)


@pytest.mark.parametrize(
    ("role", "act", "allowed"),
    [
        (None, Act.READ, False),
        (UserRole.READER, Act.READ, True),
        (UserRole.READER, Act.ADD, False),
        (UserRole.CONTRIBUTOR, Act.REVIEW, True),
        (UserRole.CONTRIBUTOR, Act.PUBLISH, False),
        (UserRole.EDITOR, Act.PUBLISH, True),
        (UserRole.EDITOR, Act.MANAGE_USERS, False),
        (UserRole.ADMINISTRATOR, Act.ERASE, True),
    ],
)
def test_who_may_what(role, act, allowed):
    viewer = Viewer(user_id=1, name="x", role=role) if role else ANONYMOUS
    assert may(viewer, act) is allowed
    if allowed:
        require(viewer, act)
    else:
        with pytest.raises(NotAllowed, match="rôle"):
            require(viewer, act)


def test_the_secret_is_made_once_and_kept_private(tmp_path):
    path = tmp_path / "secret.key"
    secret = accounts.read_secret(path)
    assert len(secret) > 40 and accounts.read_secret(path) == secret
    assert path.stat().st_mode & 0o077 == 0
