"""Questions: search, timeline."""

from __future__ import annotations

import sys

import click

from casetrack import words
from casetrack.casebook.forms import search_form, timeline_form
from casetrack.cli.common import as_option, json_option, opened, print_json, viewer_of
from casetrack.errors import QueryError
from casetrack.model import TimelineEntry


@click.command()
@click.argument("query", metavar="RECHERCHE")
@json_option
@click.option("--limit", metavar="N", default=20, type=click.IntRange(0, 1000), help="Nombre de réponses montrées.")
@click.option("--sort", type=click.Choice(["relevance", "date", "-date", "cited"]), default="relevance")
@as_option
def search(query: str, as_json: bool, limit: int, sort: str, as_whom: str) -> None:
    """Chercher dans tous les textes.

    \b
    Exemples :
      casetrack search "référé-liberté données de santé"
      casetrack search 'fondement:"L. 521-2" ET dans:dispositif enjoint' --json
      casetrack search '"Cloud Act"' --as anonymous
    """
    with opened() as casebook:
        casebook.update_index()
        try:
            page = casebook.search(query, viewer=viewer_of(as_whom), per_page=limit, sort=sort)
        except QueryError as error:
            click.echo(f"{query}\n{' ' * error.position}^\n{error}", err=True)
            sys.exit(2)
        if as_json:
            print_json(search_form(page))
            return
        click.echo(f"{page.explained} : {words.plural(page.total, 'document')} ({page.took_ms} ms, {page.engine})")
        for hit in page.hits:
            click.echo(f"\n{hit.document.title}")
            click.echo("  " + "".join(text for text, _is_match in hit.snippet))


@click.command()
@click.option("--case", metavar="ADRESSE", default="", help="Adresse courte d'une affaire.")
@click.option(
    "--party", metavar="NOM", default="", help="Nom d'une partie : les instances où elle est, et ce qui la nomme."
)
@click.option("--plaintiff", metavar="NOM", default="", help="Nom d'un requérant.")
@click.option("--all", "everything", is_flag=True, help="Tous les dossiers.")
@json_option
@as_option
def timeline(case: str, party: str, plaintiff: str, everything: bool, as_json: bool, as_whom: str) -> None:
    """Raconter dans l'ordre, chaque entrée avec ses passages.

    \b
    Exemples :
      casetrack timeline --party Doctolib --json
      casetrack timeline --plaintiff InterHop
      casetrack timeline --all
    """
    if sum(map(bool, (case, party, plaintiff, everything))) != 1:
        raise click.UsageError("Choisissez --case, --party, --plaintiff ou --all.")
    with opened() as casebook:
        view = casebook.timeline(
            viewer=viewer_of(as_whom), case=case, party=party, plaintiff=plaintiff, everything=everything
        )
    if as_json:
        print_json(timeline_form(view))
        return
    for entry in view.entries:
        click.echo(_line(entry))
    if not view.entries:
        click.echo("Aucun événement daté n'est connu. « Absent ici » ne veut pas dire « n'existe pas ».", err=True)


def _line(entry: TimelineEntry) -> str:
    when = words.when_words(entry.date, entry.date_end, entry.time, entry.precision)
    return f"{when}  {entry.title}  [{words.STATUSES[entry.status]}, {words.plural(entry.origins, 'origine')}]"


COMMANDS = (search, timeline)
