"""Official archives in: ``casetrack import``."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from casetrack.cli.common import json_option, opened, print_json, progress
from casetrack.ingest import ImportReport, left_aside

PathArgument = click.Path(exists=True, path_type=Path)


@click.command("import")
@click.argument("paths", metavar="ARCHIVES...", nargs=-1, required=True, type=PathArgument)
@json_option
def import_command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Faire entrer des archives officielles dans la bibliothèque : JADE, open data, Judilibre.

    Archives (.tar.gz, .zip), dossiers ou fichiers, mêlés ou non. Interrompu, l'import reprend où il en était ; relancé,
    il ne change rien à ce qui est déjà là. Une décision republiée remplace l'ancien texte, une décision retirée est
    effacée.

    \b
    Exemples :
      casetrack import Freemium_jade_global_20260101-120000.tar.gz
      casetrack import open-data/ CE_202609.zip --json

    Code de sortie : 1 si un fichier n'a pas pu être lu (les autres entrent quand même).
    """
    began = time.monotonic()
    with opened() as casebook, progress("Import", None) as advance:
        report = casebook.import_archives(paths, advance)
    report.seconds = round(time.monotonic() - began, 2)
    if as_json:
        print_json(report_form(report))
    else:
        _say(report, left_aside(paths))
    sys.exit(1 if report.failed else 0)


def report_form(report: ImportReport) -> dict[str, object]:
    """The fixed form that scripts read (DESIGN.md)."""
    return {
        "added": report.added,
        "unchanged": report.unchanged,
        "updated": report.updated,
        "withdrawn": report.withdrawn,
        "failed": [{"path": item.label, "reason": item.reason} for item in report.failed],
        "seconds": report.seconds,
    }


def _say(report: ImportReport, aside: list[str]) -> None:
    for item in report.failed:
        click.echo(f"{item.label} : {item.reason}", err=True)
    if aside:
        many = "1 fichier laissé de côté" if len(aside) == 1 else f"{len(aside)} fichiers laissés de côté"
        click.echo(f"{many} : ni archive, ni XML, ni JSON (ainsi « {aside[0]} »).", err=True)
    parts = (
        (report.added, "ajoutées"),
        (report.updated, "mises à jour"),
        (report.withdrawn, "retirées"),
        (report.unchanged, "inchangées"),
        (len(report.failed), "en échec"),
    )
    said = ", ".join(f"{many} {word}" for many, word in parts)
    click.echo(f"Décisions : {said}. {report.seconds:.0f} s.")


COMMANDS = (import_command,)
