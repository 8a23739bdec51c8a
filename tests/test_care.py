"""Doctor, verify, backup and restore, erasure, migrations."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zlib

import pytest

from casetrack.casebook import SYSTEM, Casebook, care
from casetrack.settings import load_settings
from casetrack.store import DatabaseUnusable, Store
from casetrack.store.backup import BackupUnusable
from casetrack.store.schema import metadata
from tests.samples import ARTICLE, ORDER


def test_doctor_and_verify_are_content_with_a_sound_home(casebook: Casebook, take):
    take(ORDER)
    assert all(check.ok for check in care.doctor(casebook.settings))
    said = {check.name: check.said.replace("\u00a0", " ") for check in care.doctor(casebook.settings)}
    assert said["base"] == "saine ; documents : 1 lu"
    assert said["comptes"].startswith("0 compte, 0 administrateur : « casetrack user add")
    assert all(check.ok for check in care.verify(casebook))


def test_verify_sees_a_changed_original(casebook: Casebook, take):
    document_id = take(ORDER)
    sha256 = casebook.document(document_id, viewer=SYSTEM).sha256
    casebook.pipeline.originals.path(sha256).write_bytes(b"autre chose")
    wrong = [check.name for check in care.verify(casebook) if not check.ok]
    assert wrong == ["originaux"]


@pytest.mark.parametrize("column", ["body", "findings"])
def test_verify_sees_a_damaged_text(casebook: Casebook, take, column):
    take(ORDER)
    with casebook.store.write() as connection:
        connection.exec_driver_sql(f"update texts set {column} = substr({column}, 1, length({column}) - 9)")
    checks = {check.name: check for check in care.verify(casebook)}
    assert not checks["textes"].ok
    assert "1 abîmés sur 1" in checks["textes"].said


def test_verify_sees_words_changed_under_their_digest(casebook: Casebook, take):
    take(ORDER)
    with casebook.store.write() as connection:
        connection.exec_driver_sql("update texts set body = ?", (zlib.compress(b"autre chose"),))
    assert [check.name for check in care.verify(casebook) if not check.ok] == ["textes", "index"]


def test_verify_sees_a_quotation_that_its_text_does_not_say(casebook: Casebook, take):
    take(ORDER)
    with casebook.store.write() as connection:
        connection.exec_driver_sql("update facts set quote = 'jamais dit' where id = (select min(id) from facts)")
    assert [check.name for check in care.verify(casebook) if not check.ok] == ["passages"]


def test_a_backup_comes_back_elsewhere(casebook: Casebook, take, tmp_path):
    take(ORDER)
    saved = tmp_path / "sauvegarde.zip"
    assert care.backup(casebook.settings, saved) == 1
    other = load_settings(home=tmp_path / "ailleurs", parse_processes=1)
    assert care.restore(other, saved) == (1, 0)
    again = Casebook(other)
    try:
        assert again.search("phare", viewer=SYSTEM).total == 1
        assert all(check.ok for check in care.verify(again))
    finally:
        again.close()
    with pytest.raises(BackupUnusable):
        care.restore(other, saved)


def test_what_was_erased_stays_erased_when_an_older_backup_returns(casebook: Casebook, take, tmp_path):
    take(ORDER)
    gone = take(ARTICLE, "a.txt")
    saved = tmp_path / "avant.zip"
    care.backup(casebook.settings, saved)
    sha256 = casebook.document(gone, viewer=SYSTEM).sha256
    assert care.erase_sha256(casebook, sha256, "demande d'une personne")
    settings = casebook.settings
    casebook.close()
    assert care.restore(settings, saved, replace=True) == (2, 1)
    again = Casebook(settings)
    try:
        assert again.search("Gazette", viewer=SYSTEM).total == 0
        assert not again.pipeline.originals.path(sha256).exists()
    finally:
        again.close()


def test_a_file_that_is_no_backup_is_refused(tmp_path):
    wrong = tmp_path / "photo.zip"
    wrong.write_bytes(b"pas un zip")
    with pytest.raises(BackupUnusable):
        care.restore(load_settings(home=tmp_path / "h"), wrong)


def test_migrations_make_the_schema_of_the_code(tmp_path):
    store = Store(tmp_path / "a.db")
    assert store.migrate() is True
    assert store.migrate() is False
    store.close()
    tables = {name for (name,) in sqlite3.connect(tmp_path / "a.db").execute("select name from sqlite_master")}
    for table in metadata.sorted_tables:
        assert table.name in tables
        wanted = {column.name for column in table.columns}
        have = {row[1] for row in sqlite3.connect(tmp_path / "a.db").execute(f"pragma table_info({table.name})")}
        assert have == wanted, table.name


def test_a_damaged_or_later_database_is_said_clearly(tmp_path):
    (tmp_path / "a.db").write_bytes(b"rien de bon" * 1000)
    with pytest.raises(DatabaseUnusable, match="illisible"):
        Store(tmp_path / "a.db").migrate()
    store = Store(tmp_path / "b.db")
    store.migrate()
    connection = sqlite3.connect(tmp_path / "b.db")
    connection.execute("update alembic_version set version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseUnusable, match="plus récente"):
        store.migrate()


def test_the_table_of_parties_refuses_a_natural_person(casebook: Casebook):
    with casebook.store.write() as connection, pytest.raises(Exception, match="legal_person"):
        connection.exec_driver_sql(
            "insert into parties (slug, name, type, named_by_person) values ('x', 'X', 'personne-physique', 0)"
        )


def test_what_commands_write_is_their_owners_alone(tmp_path):
    """A home and its backups hold filings: cron runs with a lax mask, the files are closed all the same."""
    home, target = tmp_path / "home", tmp_path / "sauvegarde.zip"
    environment = {**os.environ, "CASETRACK_HOME": str(home)}
    lax = "umask 022; " + sys.executable + " -m casetrack "
    (tmp_path / "note.txt").write_text("Une audience est prévue le 3 mars 2021.", encoding="utf-8")
    for command in ("user add ana@exemple.fr", f"ingest {tmp_path / 'note.txt'}", f"backup {target}"):
        subprocess.run(["/bin/sh", "-c", lax + command], env=environment, check=True, capture_output=True)
    written = [path for path in [target, home, *home.rglob("*")] if path.exists()]
    assert any("originals" in path.parts for path in written)
    assert not [path for path in written if path.stat().st_mode & 0o077]
