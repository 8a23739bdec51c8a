"""What people come to do, done in a real browser on the demonstration and a library: how many clicks each takes.

    python benchmarks/paths.py [10000]

Loads the demonstration, imports that many made-up decisions beside it, opens the site in Chromium
(`CASETRACK_CHROMIUM`, else the one in PATH) and walks. A click is a click or an Enter; typing is free. Exit code 1 when
a path does not arrive.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from homes import archive, workplace
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright
from screenshots import FLAGS, chromium, served

ORDER = "CE, ord., 20 octobre 2023, n° 999101"
SAID = "la condition d'urgence particulière posée par l'article L. 521-2 du code de justice administrative"
DRAFT = f"""Le juge des référés a déjà statué : {ORDER}.
Une date fausse : CE, ord., 21 octobre 2023, n° 999101.
Un numéro faux : CE, ord., 20 octobre 2023, n° 999110.
Une décision qui n'existe pas : CE, ord., 2 mai 2019, n° 999555.
Selon {ORDER} : « {SAID} est remplie ».
Mais encore {ORDER} : « {SAID} n'est pas remplie ».
"""
PLANTED = ("21 octobre 2023", "999110", "999555", "n'est pas remplie")


class Hand:
    """Somebody at a screen, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, role: str, name: str, *, within: str = "body") -> None:
        self.clicks += 1
        self.page.locator(within).get_by_role(role, name=re.compile(name)).first.click()  # type: ignore[arg-type]

    def search(self, words: str) -> None:
        self.clicks += 1
        field = self.page.get_by_role("search").locator("input[name=q]").last
        field.fill(words)
        field.press("Enter")
        self.page.wait_for_url(lambda url: "/recherche" in url or "/decisions/" in url)

    def reads(self, *expected: str) -> None:
        """Fails unless the page says all this, what it gives to copy included."""
        to_copy = self.page.locator("main textarea").evaluate_all("all => all.map((one) => one.value).join(' ')")
        said = plain(f"{self.page.locator('main').inner_text()} {to_copy}").lower()
        for words in expected:
            assert words.lower() in said, f"« {words} » manque sur {self.page.url}"


def who_sued_with_interhop(hand: Hand) -> None:
    hand.click("link", "^Requérants$")
    hand.click("link", "^Association InterHop$", within="main")
    hand.reads("association Constances", "Syndicat de la médecine générale", "450163", "444937")


def between_filing_and_order(hand: Hand) -> None:
    hand.click("link", "^Doctolib . AWS$", within="main")
    hand.reads(
        "26 février 2021", "27 février 2021", "7 mars 2021", "8 mars 2021", "annoncé", "12 mars 2021", "14 jours"
    )


def injunctions_about_personal_data(hand: Hand) -> None:
    hand.search("données personnelles")
    hand.click("link", "^Injonction", within="main")
    hand.click("link", "^Protection des données personnelles", within="main")
    hand.reads("n° 999101")
    hand.click("link", "Citer tout le résultat")
    hand.reads("CE, ord., 20 octobre 2023", "n° 999101")


def a_draft_with_planted_errors(hand: Hand) -> None:
    hand.click("link", "^Vérifier un projet$")
    hand.page.get_by_label("Texte du projet").fill(DRAFT)
    hand.click("button", "^Vérifier$")
    wrong = hand.page.locator("main li.verdict-other").all_inner_texts()
    right = hand.page.locator("main li.verdict-exact").count()
    assert len(wrong) == len(PLANTED), wrong
    assert all(error in plain(said) for error, said in zip(PLANTED, wrong, strict=True)), wrong
    assert right == 4, "une référence exacte est mise en cause"


PATHS: dict[str, Callable[[Hand], None]] = {
    "qui a agi avec InterHop": who_sued_with_interhop,
    "ce qui s'est passé entre la requête et l'ordonnance n° 450163": between_filing_and_order,
    "les injonctions sur les données personnelles, citées": injunctions_about_personal_data,
    "un projet avec quatre erreurs, toutes trouvées": a_draft_with_planted_errors,
}


def plain(said: str) -> str:
    return re.sub(r"\s+", " ", said).replace("’", "'")


@contextmanager
def library(many: int) -> Iterator[str]:
    """The address of the demonstration with ``many`` decisions beside it."""
    with tempfile.TemporaryDirectory() as folder:
        named = {**os.environ, "CASETRACK_HOME": f"{folder}/site"}
        subprocess.run([sys.executable, "-m", "casetrack", "demo", "--load-only"], env=named, check=True)
        if many:
            beside = {**named, "CASETRACK_HOME": f"{folder}/site-demo"}
            path = archive(workplace(None), many)
            subprocess.run([sys.executable, "-m", "casetrack", "import", str(path)], env=beside, check=True)
        with served(named) as address:
            yield address


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("many", type=int, nargs="?", default=10_000, help="decisions beside the demonstration")
    many = parser.parse_args().many
    browser_path = chromium()
    failed = 0
    with library(many) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        for name, path in PATHS.items():
            page = browser.new_page(base_url=address)
            page.goto("/")
            hand, began = Hand(page), time.perf_counter()
            try:
                path(hand)
                print(f"{name} : {hand.clicks} clics, {time.perf_counter() - began:.1f} s", flush=True)
            except (AssertionError, PlaywrightError) as error:
                failed += 1
                print(f"{name} : n'arrive pas ({hand.clicks} clics, {page.url})\n{error}", flush=True)
            page.close()
        browser.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
