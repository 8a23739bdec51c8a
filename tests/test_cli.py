"""The command line: fixed forms, exit codes, quiet in a pipe."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from casetrack.cli import MODULES, casetrack
from tests.archives import opendata
from tests.samples import ARTICLE, ORDER


@pytest.fixture
def run(tmp_path: Path):
    """Run `casetrack` in a home of its own, as a person would."""
    environment = {**os.environ, "CASETRACK_HOME": str(tmp_path / "home"), "CASETRACK_PARSE_PROCESSES": "1"}

    def run_command(*arguments: str, data: str | None = None, code: int = 0, engine: str = "auto") -> str:
        command = [sys.executable, "-m", "casetrack", *arguments]
        chosen = environment | {"CASETRACK_ENGINE": engine}
        done = subprocess.run(command, capture_output=True, text=True, env=chosen, input=data, timeout=600)
        assert done.returncode == code, f"{done.returncode}: {done.stderr}"
        return done.stdout if code == 0 or done.stdout else done.stderr

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    (made / "ordonnance.txt").write_text(ORDER, encoding="utf-8")
    (made / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return made


def test_ingest_then_timeline_then_search(run, folder):
    rows = [json.loads(line) for line in run("ingest", str(folder), "--jsonl").splitlines()]
    assert [row["outcome"] for row in rows] == ["added", "added"]
    assert set(rows[0]) == {"path", "sha256", "outcome", "reason", "document_id", "kind", "title"}
    again = [json.loads(line) for line in run("ingest", str(folder), "--jsonl").splitlines()]
    assert [row["outcome"] for row in again] == ["unchanged", "unchanged"]

    entries = json.loads(run("timeline", "--plaintiff", "Les Amis du Phare", "--json"))
    (hearing,) = [entry for entry in entries if entry["type"] == "audience"]
    assert (hearing["date"], hearing["time"], hearing["modality"]) == ("2021-03-08", "10:00", "constate")
    assert hearing["proceeding"] == "CE/999201"
    assert {source["document_id"] for source in hearing["sources"]} == {row["document_id"] for row in rows}

    found = json.loads(run("search", "phares", "--json"))
    assert found["total"] == 2
    assert {"total", "took_ms", "engine", "explained", "hits", "facets"} <= set(found)
    assert json.loads(run("search", "phares défendre", "--json", "--as", "anonymous"))["total"] <= 1


def test_one_bad_file_fails_and_stops_nothing(run, folder):
    (folder / "faux.pdf").write_bytes(b"%PDF-1.4 rien")
    rows = [json.loads(line) for line in run("ingest", str(folder), "--jsonl", code=1).splitlines()]
    assert sorted(row["outcome"] for row in rows) == ["added", "added", "failed"]
    assert all(row["reason"] for row in rows if row["outcome"] == "failed")


def test_an_import_says_what_it_passes_over(tmp_path, folder, monkeypatch):
    monkeypatch.setenv("CASETRACK_HOME", str(tmp_path / "home"))
    (folder / "TA.xml").write_bytes(opendata())
    (folder / "TA.xml.gz").write_bytes(b"compressed alone")
    done = CliRunner().invoke(casetrack, ["import", str(folder)])
    assert "3 fichiers laissés de côté" in done.stderr
    assert "1 ajoutées" in done.stdout
    assert done.exit_code == 0
    assert "laissé" not in CliRunner().invoke(casetrack, ["import", str(folder), "--json"]).output


def test_extract_reads_files_and_standard_input(run, folder):
    row = json.loads(run("extract", str(folder / "ordonnance.txt"), "--jsonl", "--text"))
    assert row["dockets"] == ["999201"]
    assert row["court"] == "Conseil d'État"
    for party in row["parties"]:
        assert row["text"][party["start"] : party["end"]]
    piped = json.loads(run("extract", "-", "--jsonl", data=ORDER))
    assert piped["text_sha256"] == row["text_sha256"]


def test_cite_says_key_and_target(run, folder):
    run("ingest", str(folder / "ordonnance.txt"))
    (row,) = json.loads(run("cite", "CE, ord., 12 mars 2021, Association X, n° 999201", "--json"))
    assert row["key"] == "CE/2021-03-12/999201"
    assert row["target"] == "/decisions/ce/2021-03-12/999201"
    (absent,) = json.loads(run("cite", "CE, 5 oct. 2018, n° 409579", "--json"))
    assert absent["target"] is None


def test_wrong_use_is_said_in_a_sentence(run):
    assert "Choisissez" in run("timeline", code=2)
    assert "Introuvable" in run("timeline", "--case", "rien", "--json", code=1)
    assert "^" in run("search", "date:abcd", code=2)


def test_doctor_verify_backup_restore(run, folder, tmp_path):
    run("ingest", str(folder))
    assert all(check["ok"] for check in json.loads(run("doctor", "--json")))
    assert all(check["ok"] for check in json.loads(run("verify", "--json")))
    run("backup", str(tmp_path / "copie.zip"))
    run("restore", str(tmp_path / "copie.zip"), code=1)
    run("restore", str(tmp_path / "copie.zip"), "--replace")
    assert json.loads(run("search", "phares", "--json"))["total"] == 2
    assert "Index refait" in run("reindex")


def test_accounts(run):
    assert "Lien" in run("user", "add", "ana@asso.example", "--role", "administrateur")
    assert "ana@asso.example" in run("user", "list")


def test_every_command_has_help_with_an_example():
    for name in [""] + [name for names in MODULES.values() for name in names]:
        said = CliRunner().invoke(casetrack, [*filter(None, [name]), "--help"]).output
        assert "Usage" in said
        assert name in ("", "worker", "doctor", "verify", "reindex", "user") or "Exemple" in said, name


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_seeds_tell_one_announced_hearing_and_answer_alike(run, shared_data, engine):
    if engine == "tantivy":
        pytest.importorskip("tantivy", reason="l'option « fast » n'est pas installée")
    run("ingest", str(shared_data / "seeds"), "--jsonl", engine=engine)
    for option, name in (("--party", "Doctolib"), ("--plaintiff", "InterHop")):
        entries = json.loads(run("timeline", option, name, "--json"))
        (hearing,) = [entry for entry in entries if entry["type"] == "audience"]
        assert (hearing["date"], hearing["modality"]) == ("2021-03-08", "annonce")
        assert len({source["document_id"] for source in hearing["sources"]}) == 2
        assert all(entry["date"] < "2022" for entry in entries)
    for query in ("référé liberté", "refere-liberte", "RÉFÉRÉ-LIBERTÉ", '"Cloud Act"'):
        found = json.loads(run("search", query, "--json", engine=engine))
        assert (found["total"], found["engine"]) == (2, engine)


WRONG_USES = (
    ([], ("Usage : casetrack", "Montrer cette aide.")),
    (["abracadabra"], ("Erreur : Commande inconnue : abracadabra.", "« casetrack --help » donne l'aide.")),
    (["ingest"], ("Il manque 'FICHIERS...'.",)),
    (["ingest", "/nulle/part"], ("« /nulle/part » n'existe pas.",)),
    (["ingest", "--published", "5/3/2021", "."], ("« 5/3/2021 » n'est pas un jour : écrivez 2021-03-05.",)),
    (["search", "--limit", "beaucoup", "x"], ("« beaucoup » n'est pas un nombre entier.",)),
    (["user", "add", "x@y.example", "--role", "chef"], ("« chef » n'est pas dans 'lecteur'",)),
    (["search", "--trier", "x"], ("Option inconnue : --trier.",)),
)


@pytest.mark.parametrize(("arguments", "said"), WRONG_USES, ids=lambda value: " ".join(value)[:30] or "rien")
def test_a_wrong_use_is_told_in_french(arguments, said):
    done = CliRunner().invoke(casetrack, arguments, prog_name="casetrack")
    assert done.exit_code == 2
    assert all(words in done.output for words in said), done.output
    assert not re.search(r"\b(?:Error|Usage:|Missing|Invalid|No such|Try|Show)\b", done.output)


def test_what_does_not_exist_is_said_and_fails(tmp_path, monkeypatch):
    monkeypatch.setenv("CASETRACK_HOME", str(tmp_path / "home"))
    for arguments in (["ocr", "99"], ["user", "role", "7", "lecteur"], ["user", "link", "7"]):
        done = CliRunner().invoke(casetrack, arguments)
        assert done.exit_code == 1 and "Introuvable" in f"{done.output}{done.exception}", arguments
    done = CliRunner().invoke(casetrack, ["extract", str(tmp_path / "absent.txt")])
    assert done.exit_code == 1 and "absent.txt : introuvable" in done.output


def test_ingest_says_what_became_of_each_file(run, folder):
    (folder / "vide.pdf").write_bytes(b"")
    said = run("ingest", str(folder), code=1).replace("\xa0", " ").splitlines()
    assert [line.partition(" : ")[2].partition(" : ")[0] for line in said[:2]] == ["ajouté", "ajouté"]
    assert said[-1] == "2 ajoutés, 0 déjà là, 1 en échec."
    assert (
        run("ingest", str(folder / "article.txt"))
        .replace("\xa0", " ")
        .endswith("article.txt : déjà là\n0 ajouté, 1 déjà là, 0 en échec.\n")
    )
