"""Looking after an installation: doctor, verify, reindex, backup, restore."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from casetrack import __version__, words
from casetrack.casebook import care as checks
from casetrack.cli.common import json_option, opened, print_json
from casetrack.errors import CasetrackError
from casetrack.settings import load_settings


def _show(found: list[checks.Check], as_json: bool) -> None:
    """Print checks; exit 1 when one is wrong."""
    if as_json:
        print_json([{"name": check.name, "ok": check.ok, "said": check.said} for check in found])
    else:
        for check in found:
            click.echo(f"{'ok ' if check.ok else 'NON'}  {check.name} : {check.said}")
    sys.exit(0 if all(check.ok for check in found) else 1)


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Dire l'état de l'installation : versions, moteurs, reconnaissance, disque, index, comptes.

    Code de sortie : 1 si quelque chose ne va pas.
    """
    _show([checks.Check("casetrack", True, __version__), *checks.doctor(load_settings())], as_json)


@click.command()
@json_option
def verify(as_json: bool) -> None:
    """Vérifier chaque original contre son SHA-256, chaque passage contre son texte, l'index contre la base."""
    with opened() as casebook:
        found = checks.verify(casebook)
    _show(found, as_json)


@click.command()
def reindex() -> None:
    """Refaire l'index depuis la base ; l'ancien sert pendant ce temps."""
    with opened() as casebook:
        click.echo(f"Index refait : {casebook.reindex()} entrées ({casebook.index.stamps.engine}).")


@click.command()
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Sauvegarder base et originaux dans un fichier ZIP, même pendant que le site tourne.

    \b
    Exemple :
      casetrack backup /media/cle/casetrack-2026-11-22.zip
    """
    count = checks.backup(load_settings(), file)
    click.echo(f"Sauvegardé : la base et {words.plural(count, 'original', 'originaux')}, dans {file}.")


@click.command()
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Remplacer la base qui est là.")
def restore(file: Path, replace: bool) -> None:
    """Remettre une sauvegarde ; ce qui fut effacé depuis reste effacé.

    \b
    Exemple :
      CASETRACK_HOME=/srv/neuf casetrack restore casetrack-2026-11-22.zip
    """
    try:
        count, erased = checks.restore(load_settings(), file, replace=replace)
    except CasetrackError as error:
        raise click.ClickException(str(error)) from error
    gone = words.plural(
        erased, "document effacé depuis n'est pas revenu", "documents effacés depuis ne sont pas revenus"
    )
    said = f" ; {gone}" if erased else ""
    click.echo(f"Restauré : la base et {words.plural(count, 'original', 'originaux')}{said}.")


COMMANDS = (doctor, verify, reindex, backup, restore)
