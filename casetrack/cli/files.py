"""Files in: ingest, extract, cite, ocr."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import click

from casetrack import jobs, words
from casetrack.casebook import Casebook
from casetrack.casebook.forms import outcome_form
from casetrack.cli.common import json_option, opened, print_json, print_line, progress
from casetrack.cli.french import system_words
from casetrack.errors import CasetrackError, Refused, Unreadable
from casetrack.extract import extract
from casetrack.extract.citations import cite
from casetrack.extract.output import to_row
from casetrack.ingest import Arrival, Outcome
from casetrack.model import Reading
from casetrack.read.sandbox import Sandbox
from casetrack.settings import load_settings

PathArgument = click.Path(exists=True, path_type=Path)


class Day(click.ParamType[dt.date]):
    """A day as ISO writes it."""

    name = "AAAA-MM-JJ"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> dt.date:
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"« {value} » n'est pas un jour : écrivez 2021-03-05.", param, context)


DAY = Day()


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Files, and those below folders, in order; hidden ones are left out."""
    for path in paths:
        if path.is_dir():
            below = (p for p in path.rglob("*") if p.is_file())
            yield from sorted(p for p in below if not any(part.startswith(".") for part in p.relative_to(path).parts))
        else:
            yield path


@click.command()
@click.argument("paths", metavar="FICHIERS...", nargs=-1, required=True, type=PathArgument)
@click.option("--jsonl", is_flag=True, help="Un objet JSON par ligne et par fichier.")
@click.option("--published", type=DAY, help="Jour de publication, d'où comptent les dates relatives.")
@click.option("--publisher", metavar="NOM", default="", help="Éditeur de ces fichiers.")
def ingest(paths: tuple[Path, ...], jsonl: bool, published: dt.date | None, publisher: str) -> None:
    """Faire entrer des fichiers ou des dossiers : ils sont gardés, lus, et cherchables.

    \b
    Exemples :
      casetrack ingest requete.pdf ordonnance.xml
      casetrack ingest mon-dossier/ --jsonl
      casetrack ingest article.txt --published 2021-03-05 --publisher "Le Journal"

    Code de sortie : 1 si un fichier n'a pas pu être lu (les autres entrent quand même).
    """
    found = list(walk(paths))
    counts: Counter[str] = Counter()
    with opened() as casebook, progress("Lecture", len(found)) as advance:
        for path, outcome in ingest_files(casebook, found, published_on=published, publisher=publisher):
            counts[outcome.outcome] += 1
            advance(1)
            if jsonl:
                print_line(outcome_form(str(path), outcome))
            elif outcome.outcome == "failed":
                click.echo(f"{path} : {outcome.reason}", err=True)
            else:
                click.echo(f"{path} : {_said(outcome)}")
        for name, outcome in finish_queued(casebook):
            counts[outcome.outcome] += 1
            if jsonl:
                print_line(outcome_form(name, outcome))
            elif outcome.outcome == "failed":
                click.echo(f"{name} : {outcome.reason}", err=True)
            else:
                click.echo(f"{name} : {_said(outcome)}")
        casebook.update_index()
    if not jsonl:
        parts = [words.plural(counts[key], one, many) for key, (one, many) in COUNTED.items()]
        click.echo(", ".join(parts) + ".")
    sys.exit(1 if counts["failed"] else 0)


COUNTED = {"added": ("ajouté", "ajoutés"), "unchanged": ("déjà là", "déjà là"), "failed": ("en échec", "en échec")}
"""What became of a file -> one, several."""


def _said(outcome: Outcome) -> str:
    """« ajouté : Mémoire en défense, tribunal administratif de Lille », « déjà là »."""
    state = COUNTED[outcome.outcome][0]
    return f"{state} : {outcome.title}" if outcome.title and outcome.outcome == "added" else state


def ingest_files(casebook: Casebook, paths: Iterable[Path], **facts: Any) -> Iterator[tuple[Path, Outcome]]:
    """Take each file in and read it, two at a time, giving outcomes in the order of the files."""

    def one(path: Path) -> Outcome:
        try:
            arrival = Arrival(how="dossier", name=path.name, **facts)
            taken = casebook.pipeline.take_in(path.read_bytes(), arrival)
            if taken.outcome == "unchanged" or taken.document_id is None:
                return taken
            return casebook.pipeline.read(taken.document_id)
        except OSError as error:
            return Outcome(name=path.name, outcome="failed", reason=f"Fichier illisible : {system_words(error)}.")
        except Refused as error:
            return Outcome(name=path.name, outcome="failed", reason=str(error))

    with ThreadPoolExecutor(max_workers=casebook.settings.parse_processes) as pool:
        waiting = []
        for path in paths:
            waiting.append((path, pool.submit(one, path)))
            if len(waiting) > 4 * casebook.settings.parse_processes:
                first, result = waiting.pop(0)
                yield first, result.result()
        for path, result in waiting:
            yield path, result.result()


def finish_queued(casebook: Casebook) -> Iterator[tuple[str, Outcome]]:
    """Read what waits (attachments, what a stopped worker held), unless a running server does it."""
    try:
        handle = jobs.lock_home(casebook.settings.home / "serve.lock")
    except CasetrackError:
        yield from casebook.work_off_queue()
        return
    try:
        with casebook.store.write() as connection:
            jobs.requeue_unfinished(connection)
        yield from casebook.work_off_queue()
    finally:
        os.close(handle)


def read_file(sandbox: Sandbox, name: str) -> Reading:
    """A file, or standard input for « - », through the same limits as the site."""
    if name == "-":
        return sandbox.read(sys.stdin.buffer.read(), "stdin.txt")
    if not Path(name).exists():
        raise FileNotFoundError(errno.ENOENT, "", name)
    return sandbox.read(Path(name), Path(name).name)


@click.command("extract")
@click.argument("files", metavar="FICHIERS...", nargs=-1, required=True)
@click.option("--jsonl", is_flag=True, help="Un objet JSON par ligne et par fichier (sinon une valeur indentée).")
@click.option("--published", type=DAY, help="Jour de publication, d'où comptent les dates relatives.")
@click.option("--text", "with_text", is_flag=True, help="Ajouter le texte lu, dans lequel comptent les positions.")
def extract_command(files: tuple[str, ...], jsonl: bool, published: dt.date | None, with_text: bool) -> None:
    """Dire ce qu'un fichier contient, sans rien garder. « - » lit l'entrée standard.

    \b
    Exemples :
      casetrack extract ordonnance.xml --jsonl
      casetrack extract article.txt --published 2021-03-05
      cat decision.txt | casetrack extract - --text
    """
    failed = 0
    with Sandbox(load_settings()) as sandbox:
        for name in files:
            try:
                reading = read_file(sandbox, name)
            except (Unreadable, OSError) as error:
                failed += 1
                said = system_words(error) if isinstance(error, OSError) else error
                click.echo(f"{name} : {said}", err=True)
                continue
            findings = extract(reading.text, declared=reading.declared, published=published, format=reading.format)
            row = to_row(findings, reading.text, name)
            row["text_sha256"] = hashlib.sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest()
            if with_text:
                row["text"] = reading.text
            (print_line if jsonl else print_json)(row)
    sys.exit(1 if failed else 0)


@click.command("cite")
@click.argument("text", metavar="TEXTE")
@json_option
def cite_command(text: str, as_json: bool) -> None:
    """Reconnaître les références d'un texte : décisions, dossiers, articles.

    \b
    Exemple :
      casetrack cite "CE, ord., 12 mars 2021, Association InterHop et autres, n° 450163" --json
    """
    found = [
        {
            "text": item.text,
            "kind": item.kind,
            "key": item.key or None,
            "court": item.court or None,
            "court_code": item.court_code or None,
            "number": item.number or None,
            "date": item.date.isoformat() if item.date else None,
            "target": None,
            "quoted": item.quoted,
            "start": item.start,
            "end": item.end,
        }
        for item in cite(text)
    ]
    with opened() as casebook:
        for row in found:
            row["target"] = casebook.target_of(str(row["key"])) if row["key"] else None
    if as_json:
        print_json(found)
        return
    for row in found:
        click.echo(f"{row['text']}  →  {row['key'] or 'clé inconnue'}")


@click.command("ocr")
@click.argument("document_ids", metavar="NUMÉROS...", nargs=-1, type=int, required=True)
def ocr_command(document_ids: tuple[int, ...]) -> None:
    """Reconnaître le texte d'un PDF qui n'est qu'une image.

    \b
    Exemple :
      casetrack ocr 12 15
    """
    with opened() as casebook:
        for document_id in document_ids:
            try:
                outcome = casebook.read_by_ocr(document_id)
            except CasetrackError as error:
                raise click.ClickException(str(error)) from error
            click.echo(f"{document_id} : {outcome.title}")
        casebook.update_index()


COMMANDS = (ingest, extract_command, cite_command, ocr_command)
