"""Where the templates are: beside the package when installed, at the project's root in a working tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def template_folder() -> Path:
    """The folder of the templates."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"
