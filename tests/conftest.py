"""Shared fixtures. Real things only: real files, real databases, a real browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED_DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the repository: skipped when absent, an error when CI is set."""
    if not SHARED_DATA.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/data is absent although CI is set")
        pytest.skip("../shared/data is absent: real documents are not distributed with the project")
    return SHARED_DATA
