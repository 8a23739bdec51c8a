"""The command line: ``casetrack COMMAND --help``. Each command's module is imported when it is asked for.

Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys

import click

from casetrack import __version__
from casetrack.cli.french import speak_french, system_words
from casetrack.errors import CasetrackError

speak_french()
MODULES = {
    "serving": ("demo", "serve", "worker"),
    "files": ("ingest", "extract", "cite", "ocr"),
    "importing": ("import",),
    "asking": ("search", "timeline"),
    "care": ("doctor", "verify", "reindex", "backup", "restore"),
    "people": ("user",),
}
"""Module of `casetrack.cli` -> its commands, in the order of the help."""


class LazyGroup(click.Group):
    """Imports a command's module only when that command is wanted: `extract` need not wait for the site."""

    def list_commands(self, context: click.Context) -> list[str]:
        return [name for names in MODULES.values() for name in names]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        for module, names in MODULES.items():
            if name in names:
                commands = importlib.import_module(f"casetrack.cli.{module}").COMMANDS
                found: click.Command = next(command for command in commands if command.name == name)
                return found
        return None


@click.group(
    cls=LazyGroup,
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="casetrack")
@click.option("--verbose", is_flag=True, help="Dit ce qui se passe.")
def casetrack(verbose: bool) -> None:
    """Suivre les référés devant le juge administratif : documents, parties, chronologies prouvées.

    Les données vivent dans le dossier nommé par CASETRACK_HOME.
    """
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")


def main() -> None:
    """Run; an error of ours is one sentence on standard error and exit code 1."""
    os.umask(0o077)  # the home and its backups hold filings: whatever is written is its owner's alone
    try:
        casetrack()
    except CasetrackError as error:
        click.echo(f"casetrack : {error}", err=True)
        sys.exit(1)
    except OSError as error:  # the disk, mostly: full, read-only, not ours
        where = f" : {error.filename}" if error.filename else ""
        said = "Libérez de la place ou vérifiez les droits, puis recommencez : rien d'enregistré n'est perdu."
        click.echo(f"casetrack : le système refuse ({system_words(error)}{where}). {said}", err=True)
        sys.exit(1)
