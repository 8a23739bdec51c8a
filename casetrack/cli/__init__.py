"""The command line: ``casetrack COMMAND --help``.

Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import logging
import sys

import click

from casetrack import __version__
from casetrack.cli import asking, care, files, people, serving
from casetrack.errors import CasetrackError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="casetrack")
@click.option("--verbose", is_flag=True, help="Dit ce qui se passe.")
def casetrack(verbose: bool) -> None:
    """Suivre les référés devant le juge administratif : documents, parties, chronologies prouvées.

    Les données vivent dans le dossier nommé par CASETRACK_HOME.
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )


for command in (*serving.COMMANDS, *files.COMMANDS, *asking.COMMANDS, *care.COMMANDS, *people.COMMANDS):
    casetrack.add_command(command)


def main() -> None:
    """Run; an error of ours is one sentence on standard error and exit code 1."""
    try:
        casetrack()
    except CasetrackError as error:
        click.echo(f"casetrack : {error}", err=True)
        sys.exit(1)
