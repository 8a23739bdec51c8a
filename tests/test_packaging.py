"""What is distributed: the archive, the package built from it, the locks, the licence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-test.lock": PROJECT["project"]["dependencies"] + [r for extra in EXTRAS.values() for r in extra],
}
PYTHONS = ("3.11", "3.12", "3.13")


def hatch(folder: Path, target: str, out: Path) -> Path:
    """The one file that hatchling builds from ``folder``."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder holding what a wheel made from the source archive installs."""
    base = tmp_path_factory.mktemp("paquet")
    with tarfile.open(hatch(ROOT, "sdist", base / "sdist")) as archive:
        archive.extractall(base / "source")
    (source,) = (base / "source").iterdir()
    with zipfile.ZipFile(hatch(source, "wheel", base / "wheel")) as wheel:
        wheel.extractall(base / "site")
    return base / "site"


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


@pytest.mark.slow
def test_the_package_holds_code_templates_static_files_and_dossiers(installed: Path):
    package = installed / "casetrack"
    assert files(ROOT / "casetrack") <= files(package)
    assert files(ROOT / "templates") == files(package / "templates")
    for dossier in tomllib.loads((ROOT / "corpus/dossiers.toml").read_text(encoding="utf-8"))["dossier"]:
        folder = dossier["folder"]
        assert files(ROOT / "corpus" / folder) == files(package / "corpus" / folder), "add it to pyproject.toml"
    assert not (package / "corpus" / "build.py").exists()


@pytest.mark.slow
def test_the_package_works_away_from_the_working_tree(installed: Path, tmp_path: Path):
    """A timeline is told and a page is found by the installed code alone."""
    said = run(installed, tmp_path, "-c", "import casetrack; print(casetrack.__file__)")
    assert Path(said.strip()).parent == installed / "casetrack"
    article = installed / "casetrack/corpus/doctolib-aws/2021-03-08-audience-annoncee.html"
    assert article.name in run(installed, tmp_path, "-m", "casetrack", "ingest", str(article), "--jsonl")
    assert "2021-03-08" in run(installed, tmp_path, "-m", "casetrack", "timeline", "--all", "--json")
    where = "from casetrack.web.paths import template_folder; print(template_folder())"
    assert Path(run(installed, tmp_path, "-c", where).strip()) == installed / "casetrack/templates"


def run(site: Path, home: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(site), "CASETRACK_HOME": str(home / "home")}
    command = [sys.executable, "-P", *arguments]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


# ------------------------------------------------------------------------------------- locks


def pinned(lock: str) -> dict[str, Requirement]:
    """Name -> requirement of each line; a package pinned twice (by platform) keeps its first pin."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found: dict[str, Requirement] = {}
    for line in re.findall(r"^([a-z0-9][^\s\\]*==[^\\\n#]*?)\s*\\?$", text, re.MULTILINE | re.IGNORECASE):
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), requirement)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str):
    held = pinned(lock)
    for asked in map(Requirement, LOCKS[lock]):
        pin = held[canonicalize_name(asked.name)]
        (version,) = (one.version for one in pin.specifier)
        assert asked.specifier.contains(version, prereleases=True), f"{asked} but {pin}: run « make lock »"
        for python in PYTHONS:
            here = {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": "linux"}
            assert pin.marker is None or pin.marker.evaluate(here), f"{pin} leaves out Python {python}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_hashed_and_names_no_address(lock: str):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text and "--find-links" not in text and "index-url" not in text
    pins = re.findall(r"^[a-z0-9].*==.*$", text, re.MULTILINE | re.IGNORECASE)
    assert pins and all(line.endswith("\\") for line in pins), "each pin goes on with its hashes"


def test_the_licence_is_the_one_declared():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["project"]["license"] == "AGPL-3.0-or-later"
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text and "13. Remote Network Interaction" in text
