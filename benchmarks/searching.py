"""How quick result pages are, as a browser asks for them: count, facets, 20 extracts, rendered.

    python benchmarks/importing.py 100000               # first: the home to search
    python benchmarks/searching.py 100000

Also: an exact docket, and one document added and visible. Each page is asked for three times, all the others in
between, so that nothing counted for it is still kept; its median counts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from functools import partial
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent))
import figures
import homes
import make_corpus
import search

from casetrack.accounts import Accounts, read_secret
from casetrack.casebook import SYSTEM, Casebook
from casetrack.ingest import Arrival
from casetrack.model import Shelf, Visibility
from casetrack.web import create_app
from casetrack.web.security import limiter


def pages(casebook: Casebook, many: int) -> None:
    app = create_app(
        casebook, casebook.settings, Accounts(casebook.store, read_secret(casebook.settings.home / "secret.key"))
    )
    limiter.enabled = False  # one visitor asks for more than a person would
    client = app.test_client()

    def page(text: str) -> None:
        answer = client.get(f"/recherche?q={quote(text)}", headers={"Host": "127.0.0.1"})
        assert answer.status_code == 200, (text, answer.status_code)

    print(f"première page : {search.timed(lambda: page('urgence')) * 1000:.0f} ms", flush=True)
    for clock, measure in (("horloge", search.timed), ("processeur", search.processor)):
        taken: dict[str, list[float]] = {text: [] for text in search.QUERIES}
        for _ in range(3):
            for text, times_of_it in taken.items():
                times_of_it.append(measure(partial(page, text)))
        times = {text: statistics.median(times_of_it) for text, times_of_it in taken.items()}
        if measure is search.timed:
            keep(casebook, "pages", many, list(times.values()))
        slow = sorted(times, key=lambda text: -times[text])[:3]
        print(
            f"page rendue ({clock}) : {search.milliseconds(list(times.values()))} ; les plus lentes : {slow}",
            flush=True,
        )


def keep(casebook: Casebook, what: str, many: int, seconds: list[float]) -> None:
    """Median and 95th percentile, in milliseconds, for the figures of the README."""
    name = f"{what}.{casebook.settings.engine}.{many}"
    figures.keep(f"{name}.median", 1000 * statistics.median(seconds))
    figures.keep(f"{name}.p95", 1000 * search.late(seconds))


def exact(casebook: Casebook, many: int) -> None:
    """A docket pasted, answered by the decision it names."""
    from casetrack.search import parse

    dockets = [make_corpus.make(many * step // 50).docket for step in range(50)]
    times = []
    for docket in dockets:
        reference = parse(docket, search.TODAY).reference
        times.append(search.timed(lambda reference=reference: casebook._resolve(reference, SYSTEM)))
    keep(casebook, "exact", many, times)
    print(f"numéro exact : {search.milliseconds(times)}", flush=True)


def one_more(casebook: Casebook, many: int) -> None:
    """A document taken in, read and stored beforehand: how long until it is found."""
    times = []
    for step in range(10):
        data = make_corpus.as_xml(make_corpus.make(10_000_000 + step)).encode()
        arrival = Arrival(how="essai", name=f"{step}.xml", shelf=Shelf.LIBRARY, visibility=Visibility.PUBLIC)
        taken = casebook.pipeline.take_in(data, arrival)
        if taken.document_id is None or taken.outcome != "added":
            continue
        casebook.pipeline.read(taken.document_id)
        times.append(search.timed(casebook.update_index))
    if times:
        keep(casebook, "add", many, times)
        print(f"un document de plus, visible : {search.milliseconds(times)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesure les pages de résultats.")
    parser.add_argument("many", type=int, metavar="N")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="tantivy")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    casebook = Casebook(homes.home(homes.workplace(options.folder), options.many, options.engine))
    with homes.measured() as spent:
        pages(casebook, options.many)
    figures.keep(f"server.{options.engine}.{options.many}.memory", spent.main_memory >> 20)
    print(f"mémoire propre du serveur : {spent.main_memory >> 20} Mo", flush=True)
    exact(casebook, options.many)
    one_more(casebook, options.many)
    casebook.close()


if __name__ == "__main__":
    main()
