"""The demonstration: three dossiers written for this project, in a home of their own."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casetrack import __version__
from casetrack.accounts import Accounts
from casetrack.casebook import Casebook
from casetrack.ingest import Arrival
from casetrack.model import UserRole, Viewer, Visibility

DEMO_EMAIL = "demo@casetrack.example"
DEMO_PASSWORD = "essai-casetrack"
CONFIRMED_KINDS = ("event", "participation", "outcome", "ground", "liberty")


def corpus_folder() -> Path:
    """Where the dossiers are: beside the package when installed, at the project's root in a working tree."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "corpus"
    return inside if inside.is_dir() else package.parent / "corpus"


def demo_home(home: Path) -> Path:
    """A folder beside the real one: the demonstration never mixes with anybody's data."""
    return home.with_name(home.name + "-demo")


def dossiers() -> list[dict[str, Any]]:
    """What `corpus/dossiers.toml` says."""
    text = (corpus_folder() / "dossiers.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["dossier"]
    return found


def _stamp() -> str:
    """Changes when the program or a file of the corpus does."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(corpus_folder().rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load_dossiers(casebook: Casebook, accounts: Accounts, progress: Callable[..., Any]) -> bool:
    """Load what is not there yet; True when something was loaded. A second start is instant and loses nothing."""
    if casebook.note("demonstration") == _stamp():
        return False
    account = next((a for a in accounts.list() if a.email == DEMO_EMAIL), None)
    account = account or accounts.create(
        email=DEMO_EMAIL, name="Équipe de démonstration", role=UserRole.EDITOR, password=DEMO_PASSWORD
    )
    found = dossiers()
    files = [(d, p) for d in found for p in sorted((corpus_folder() / d["folder"]).iterdir()) if p.is_file()]
    with progress("Dossiers de démonstration", len(files)) as advance:
        for dossier in found:
            _open(casebook, dossier, account.viewer)
        for dossier, path in files:
            _load(casebook, dossier, path, account.viewer)
            advance(1)
    casebook.update_index()
    casebook.set_note("demonstration", _stamp())
    return True


def _open(casebook: Casebook, dossier: dict[str, Any], viewer: Viewer) -> None:
    if dossier["slug"] in {summary.ref.slug for summary in casebook.cases(viewer=viewer)}:
        return
    casebook.create_case(
        dossier["title"],
        viewer=viewer,
        summary=dossier["summary"],
        why_followed=dossier["why"],
        slug=dossier["slug"],
        is_demo=True,
    )


def _load(casebook: Casebook, dossier: dict[str, Any], path: Path, viewer: Viewer) -> None:
    """One file, in its case; the notices are ours, so what is read in them is confirmed by us."""
    said: dict[str, Any] = next((item for item in dossier.get("file", ()) if item["name"] == path.name), {})
    is_notice = dossier["folder"] != "affaire-inventee"
    visibility = Visibility.PUBLIC if is_notice else Visibility(said["visibility"]) if "visibility" in said else None
    arrival = Arrival(
        how="demonstration",
        name=path.name,
        user_id=viewer.user_id,
        is_demo=True,
        title=said.get("title", ""),
        publisher=said.get("publisher", ""),
        published_on=said.get("published_on"),
        kind=said.get("kind", ""),
        visibility=visibility,
    )
    taken = casebook.pipeline.take_in(path.read_bytes(), arrival)
    if taken.outcome == "unchanged" or taken.document_id is None:
        return
    casebook.attach_document(dossier["slug"], taken.document_id, viewer=viewer)
    casebook.pipeline.read(taken.document_id)
    for _name, outcome in casebook.work_off_queue():
        if outcome.document_id is not None:
            casebook.attach_document(dossier["slug"], outcome.document_id, viewer=viewer)
    if is_notice:
        for fact in casebook.document(taken.document_id, viewer=viewer).facts:
            if fact.kind in CONFIRMED_KINDS:
                casebook.confirm(fact.id, viewer=viewer)
