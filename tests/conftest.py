"""Shared fixtures. Real things only: real files, real databases, a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from casetrack.casebook import Casebook
from casetrack.ingest import Arrival
from casetrack.settings import Settings, load_settings

SHARED_DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the repository: skipped when absent, an error when CI is set."""
    if not SHARED_DATA.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/data is absent although CI is set")
        pytest.skip("../shared/data is absent: real documents are not distributed with the project")
    return SHARED_DATA


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home of its own, with limits that keep tests quick."""
    return load_settings(home=tmp_path / "home", parse_processes=1, parse_seconds=20)


@pytest.fixture
def casebook(settings: Settings) -> Iterator[Casebook]:
    """A real casebook: SQLite, originals, an index on disk, parsing in child processes."""
    opened = Casebook(settings)
    yield opened
    opened.close()


@pytest.fixture
def take(casebook: Casebook) -> Callable[..., int]:
    """Take a text in and read it, as a person pasting it would; gives the document's id."""

    def take_text(text: str, name: str = "texte.txt", **facts: Any) -> int:
        taken = casebook.pipeline.take_in(text.encode(), Arrival(how="essai", name=name, **facts))
        assert taken.document_id is not None
        outcome = casebook.pipeline.read(taken.document_id)
        assert outcome.outcome == "added", outcome.reason
        casebook.update_index()
        return taken.document_id

    return take_text
