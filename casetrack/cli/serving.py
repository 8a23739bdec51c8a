"""Running: serve, worker, demo."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import webbrowser
from typing import Any

import click
import waitress

from casetrack import jobs
from casetrack.casebook import Casebook
from casetrack.cli.common import opened, progress
from casetrack.cli.demonstration import DEMO_EMAIL, DEMO_PASSWORD, demo_home, load_dossiers
from casetrack.cli.french import system_words
from casetrack.cli.people import accounts_of
from casetrack.errors import CasetrackError, SettingsError
from casetrack.settings import Settings, load_settings
from casetrack.web import create_app

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
THREADS = 8
CONNECTIONS = 1000
"""Browsers keep connections open between two pages: each reader holds one or more."""


def check_binding(settings: Settings, *, is_demo: bool = False) -> None:
    """Beyond this machine, passwords would travel in clear. Raises `SettingsError`."""
    if settings.host in LOOPBACK:
        return
    if is_demo:
        raise SettingsError("La démonstration ne sert que cette machine : son compte est connu de tous.")
    if not settings.is_https and not settings.allow_plain_http:
        raise SettingsError(
            f"Servir {settings.host} sans https laisserait lire les mots de passe. Mettez un serveur https devant et "
            "CASETRACK_BASE_URL=https://..., ou CASETRACK_ALLOW_PLAIN_HTTP=1 en connaissance de cause."
        )


def run(settings: Settings, said: str) -> None:
    """Serve until interrupted, with a worker process beside."""
    handle = jobs.lock_home(settings.home / "serve.lock")
    casebook = Casebook(settings)
    supervisor = jobs.Supervisor(settings)
    try:
        app = create_app(casebook, settings, accounts_of(casebook, settings))
        server = waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            ident=None,
            clear_untrusted_proxy_headers=not settings.proxies,  # else every reader has the address of the proxy
            max_request_body_size=settings.upload_limit + 1024 * 1024,
        )
    except OSError as error:
        raise CasetrackError(
            f"Impossible d'ouvrir {settings.host}:{settings.port} ({system_words(error)}). Un autre programme "
            "l'occupe ? Essayez --port 5001."
        ) from error
    supervisor.start()
    signal.signal(signal.SIGTERM, _interrupt)
    port = getattr(server, "effective_port", settings.port)
    click.echo(said.replace("{address}", settings.base_url or f"http://{settings.host}:{port}"))
    sys.stdout.flush()
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("Arrêt.", err=True)
    finally:
        server.close()
        supervisor.stop()
        casebook.close()
        os.close(handle)


def _interrupt(_signal: int, _frame: Any) -> None:
    raise KeyboardInterrupt


@click.command()
@click.option("--host", metavar="ADRESSE", default=None, help="Adresse d'écoute (CASETRACK_HOST).")
@click.option("--port", metavar="PORT", default=None, type=int, help="Port (CASETRACK_PORT) ; 0 en choisit un libre.")
def serve(host: str | None, port: int | None) -> None:
    """Servir le site, avec le processus qui lit les documents.

    \b
    Exemple :
      CASETRACK_HOME=/srv/casetrack casetrack serve --port 8080
    """
    settings = load_settings(**{k: v for k, v in {"host": host, "port": port}.items() if v is not None})
    check_binding(settings)
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    run(settings, "casetrack est prêt : {address}")


@click.command()
@click.option("--with-parent", is_flag=True, help="S'arrêter quand l'entrée standard se ferme.")
def worker(with_parent: bool) -> None:
    """Lire les documents en attente (« serve » le lance lui-même)."""
    logging.getLogger("huey").setLevel(logging.WARNING)
    over = threading.Event()
    is_over = jobs.until_orphaned() if with_parent else over.is_set
    signal.signal(signal.SIGTERM, lambda _signal, _frame: over.set())
    if with_parent:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with opened() as casebook:
        jobs.Worker(casebook).run(lambda: is_over() or over.is_set())


@click.command()
@click.option("--port", metavar="PORT", default=5000, type=int, help="Port d'écoute ; 0 en choisit un libre.")
@click.option("--load-only", is_flag=True, help="Charger les dossiers sans servir.")
@click.option("--open", "show", is_flag=True, help="Ouvrir le navigateur.")
def demo(port: int, load_only: bool, show: bool) -> None:
    """Montrer casetrack sur trois dossiers de démonstration, dans un dossier de données à part.

    \b
    Exemple :
      casetrack demo --port 5001
    """
    base = load_settings()
    settings = load_settings(home=demo_home(base.home), port=port, base_url="")
    check_binding(settings, is_demo=True)
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    casebook = Casebook(settings)
    try:
        load_dossiers(casebook, accounts_of(casebook, settings), progress)
    finally:
        casebook.close()
    if load_only:
        return
    if show:
        threading.Timer(1.0, webbrowser.open, [f"http://{settings.host}:{port}"]).start()
    run(
        settings,
        f"Démonstration prête : {{address}}\nCompte : {DEMO_EMAIL} / {DEMO_PASSWORD} (éditeur)\nCtrl+C pour arrêter.",
    )


COMMANDS = (serve, worker, demo)
