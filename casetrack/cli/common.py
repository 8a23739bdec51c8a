"""What the commands share: opening the casebook, printing JSON, a progress bar that stays quiet in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casetrack.casebook import SYSTEM, Casebook
from casetrack.model import ANONYMOUS, Viewer
from casetrack.settings import load_settings


@contextmanager
def opened(**overrides: Any) -> Iterator[Casebook]:
    """The casebook of CASETRACK_HOME, closed at the end."""
    casebook = Casebook(load_settings(**overrides))
    try:
        yield casebook
    finally:
        casebook.close()


def viewer_of(name: str | None) -> Viewer:
    """``--as anonymous`` sees what a visitor sees; the machine's owner sees everything."""
    return ANONYMOUS if name == "anonymous" else SYSTEM


def print_json(value: Any) -> None:
    """One value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_line(value: Any) -> None:
    """One object, one line."""
    click.echo(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Any]:
    """A function to call with the number of steps done; shows a bar on a terminal, nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda steps=1: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda steps=1: bar.advance(task, steps)


as_option = click.option(
    "--as", "as_whom", type=click.Choice(["anonymous", "member"]), default="member", help="Voir comme un visiteur."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Écrire une valeur JSON.")
