"""Pictures of every page type of the demonstration: 1280, 768 and 390 pixels wide, light and dark.

    python benchmarks/screenshots.py [--out build/screenshots] [--only affaire] [--width 1280]

Starts a demonstration of its own in a temporary folder, looks at it with Chromium (`CASETRACK_CHROMIUM`, else the one
in PATH), and leaves one PNG per page, width and scheme. The pictures of the README come from here.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from casetrack.cli.demonstration import DEMO_EMAIL, DEMO_PASSWORD

WIDTHS = (1280, 768, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FLAGS = [
    *("--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
# name of the picture -> address, as a visitor then as an administrator; together every type of page
# (`casetrack.web.page_types`), which `tests/test_screenshots.py` checks
VISITOR = {
    "accueil": "/",
    "recherche": "/recherche?q=r%C3%A9f%C3%A9r%C3%A9",
    "recherche-sans-reponse": "/recherche?q=zygomatique",
    "affaires": "/affaires/",
    "affaire": "/affaires/doctolib-aws",
    "recherche-dans-une-affaire": "/affaires/doctolib-aws/recherche?q=m%C3%A9moires",
    "chronologie": "/chronologie",
    "fait": "/faits/2021-03-12/",
    "parties": "/parties/",
    "requerants": "/requerants/",
    "partie": "/parties/interhop",
    "decision": "/decisions/ce/2023-10-20/999101",
    "comparer": "/comparer?a=29&b=52",
    "references": "/references?q=bornes",
    "article": "/articles/cja/l-521-2",
    "bibliotheque": "/bibliotheque",
    "chiffres": "/chiffres",
    "verifier-un-projet": "/verifier-un-projet",
    "delais": "/delais?juridiction=TA&fondement=L.+521-2&rendue=2023-10-05&notifiee=2023-10-06&issue=rejet",
    "avant-de-deposer": "/avant-de-deposer",
    "glossaire": "/aide/glossaire",
    "aide-recherche": "/aide/recherche",
    "accessibilite": "/accessibilite",
    "mentions-legales": "/mentions-legales",
    "signaler": "/demander?sur=case:doctolib-aws",
    "connexion": "/connexion",
    "mot-de-passe-oublie": "/mot-de-passe-oublie",
    "introuvable": "/affaires/il-n-y-a-rien-ici",
}
MISSING = "introuvable"
MEMBER = {
    "affaire-membre": "/affaires/bornes-de-valbrume",
    "documents": "/documents/",
    "document": "/documents/26",
    "document-original": "/documents/26?original=1",
    "publier": "/documents/26/publier",
    "effacer": "/documents/26/effacer",
    "ajouter": "/ajouter",
    "lecture-en-cours": "/ajouter/suivi/",
    "a-verifier": "/a-verifier",
    "journal": "/journal",
    "compte": "/compte",
    "deux-etapes": "/compte/deux-etapes",
    "jetons": "/compte/jetons",
    "utilisateurs": "/utilisateurs",
    "mot-de-passe": "/mot-de-passe/",
}


@contextmanager
def demonstration() -> Iterator[tuple[str, str]]:
    """The address of a demonstration that lasts as long as the block, and a link to choose a password."""
    with tempfile.TemporaryDirectory() as home:
        casetrack = [sys.executable, "-m", "casetrack"]
        named = {**os.environ, "CASETRACK_HOME": f"{home}/site"}
        inside = {**os.environ, "CASETRACK_HOME": f"{home}/site-demo"}
        subprocess.run([*casetrack, "demo", "--load-only"], env=named, check=True)
        subprocess.run([*casetrack, "user", "role", "1", "administrateur"], env=inside, check=True)
        link = subprocess.run(
            [*casetrack, "user", "link", "1"], env=inside, check=True, capture_output=True, text=True
        ).stdout
        with served(named) as address:
            yield address, link.strip().rpartition("/")[2]


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of the demonstration of an environment, as long as the block lasts."""
    command = [sys.executable, "-m", "casetrack", "demo", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline())
            if found is None:
                raise SystemExit("La démonstration n'a pas démarré.")
            yield found.group()
        finally:
            process.terminate()


def chromium() -> str:
    """The browser to drive."""
    found = os.environ.get("CASETRACK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise SystemExit("Chromium est introuvable : installez-le ou donnez son chemin dans CASETRACK_CHROMIUM.")
    return found


def main() -> None:
    options = parsed()
    browser_path = chromium()
    options.out.mkdir(parents=True, exist_ok=True)
    with demonstration() as (address, word), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        for is_member, pages in ((False, VISITOR), (True, MEMBER)):
            wanted = {name: path for name, path in pages.items() if not options.only or name in options.only}
            page = browser.new_page(base_url=address, locale="fr-FR", reduced_motion="reduce")
            if wanted and is_member:
                sign_in(page)
            for name, path in wanted.items():
                picture(page, name, whole(page, path, word), options)
            page.close()
        browser.close()
    print(f"{len(list(options.out.glob('*.png')))} images dans {options.out}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"), help="folder of the pictures")
    parser.add_argument("--only", action="append", choices=[*VISITOR, *MEMBER], help="this page only (repeatable)")
    parser.add_argument("--width", action="append", type=int, help=f"instead of {WIDTHS} (repeatable)")
    return parser.parse_args()


def sign_in(page: Page) -> None:
    page.goto("/connexion")
    page.fill("input[type=email]", DEMO_EMAIL)
    page.fill("input[type=password]", DEMO_PASSWORD)
    page.press("input[type=password]", "Enter")
    page.wait_for_url(lambda url: "/connexion" not in url)


def whole(page: Page, path: str, word: str) -> str:
    """An address whose end is only known once the site runs."""
    if path == "/mot-de-passe/":
        return path + word
    if path == "/ajouter/suivi/":
        page.goto("/ajouter")
        section = page.locator("section", has=page.get_by_role("heading", name="Un texte collé"))
        section.get_by_label("Titre").fill("Une note")
        section.get_by_label("Texte", exact=True).fill("Un mémoire a été enregistré le 1er juin 2023.")
        section.get_by_role("button", name="Ajouter ce texte").click()
        return urlsplit(page.url).path
    if path.startswith("/faits/"):
        page.goto("/affaires/doctolib-aws")
        return str(page.locator(f"a[href^='{path}']").first.get_attribute("href"))
    return path


def picture(page: Page, name: str, path: str, options: argparse.Namespace) -> None:
    for width in options.width or WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            answer = page.goto(path)
            if answer is None or not answer.ok and name != MISSING:
                raise SystemExit(f"{name} : {path} ne répond pas.")
            page.screenshot(path=options.out / f"{name}-{width}-{scheme}.png", full_page=True)


if __name__ == "__main__":
    main()
