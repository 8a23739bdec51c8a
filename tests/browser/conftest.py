"""A real Chromium over a real server; without Chromium these tests skip, and fail when CI is set."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright
from werkzeug.serving import make_server

from tests.web_site import PASSWORD, Site, open_site

FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def chromium() -> str | None:
    """The browser to drive."""
    named = os.environ.get("CASETRACK_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        said = "Chromium absent : apt install chromium, ou CASETRACK_CHROMIUM=/chemin/du/navigateur"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("site")) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """The site, served; a thread reads what is sent, as the worker does."""
    server = make_server("127.0.0.1", 0, site.app, threaded=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    over = threading.Event()

    def work() -> None:
        while not over.wait(0.3):
            if list(site.casebook.work_off_queue()):
                site.casebook.update_index()

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    yield f"http://127.0.0.1:{server.port}"
    over.set()
    server.shutdown()
    worker.join(timeout=20)


@pytest.fixture(scope="module")
def signed_in(browser: Browser, address: str) -> Callable[[str], StorageState]:
    """The cookies of somebody who signed in by the form, once a module."""
    known: dict[str, StorageState] = {}

    def cookies(role: str) -> StorageState:
        if role not in known:
            context = browser.new_context(base_url=address)
            page = context.new_page()
            page.goto("/connexion")
            page.get_by_label("Adresse de courriel").fill(f"{role}@exemple.fr")
            page.get_by_label("Mot de passe").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Se connecter").click()
            page.wait_for_url("**/")
            known[role] = context.storage_state()
            context.close()
        return known[role]

    return cookies


@pytest.fixture
def visit(browser: Browser, address: str, signed_in: Callable[[str], StorageState]) -> Iterator[Callable[..., Page]]:
    """Open a page: ``visit("/", role="editeur", width=390, color_scheme="dark", java_script_enabled=False)``.

    What the console complains of, and whom the page calls, is kept in ``page.complaints`` and ``page.called``.
    """
    opened: list[BrowserContext] = []

    def open_page(path: str, *, role: str = "", width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            locale="fr-FR",
            storage_state=signed_in(role) if role else None,
            **options,  # type: ignore[arg-type]
        )
        opened.append(context)
        page = context.new_page()
        page.complaints, page.called = [], []  # type: ignore[attr-defined]
        page.on("console", lambda said: page.complaints.append(said.text) if said.type in ("error", "warning") else 0)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.called.append(request.url))
        page.goto(path)
        return page

    yield open_page
    for context in opened:
        context.close()
