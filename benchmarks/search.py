"""How quick search is, on made-up decisions.

    python benchmarks/search.py build 10000 --engine tantivy     # rebuild, against a bare loop on the same texts
    python benchmarks/search.py pages 10000 --engine whoosh      # result pages: count, facets, 20 extracts
    python benchmarks/search.py add 10000 --engine tantivy       # one document added, visible

The index is kept in ``--folder`` and reused by ``pages`` and ``add``. Medians and 95th percentiles, in milliseconds;
processor times beside them, for a machine that has other things to do.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import make_corpus

from casetrack.model import IndexRecord
from casetrack.search import Index, extract, open_index, parse, rebuild
from casetrack.search.keys import FACETS

QUERIES = (
    "urgence", "requête rejetée", "astreinte", "drones", "hébergement urgence", "liberté OU propriété",
    "asile -rejetée", "référé liberté", "maternité", "éoliennes permis", "manif*", "héberg*", "astrinte~",
    '"juge des référés"', '"doute sérieux"', '"droit d\'asile"', '"enjoindre mesure"~5', "dans:dispositif enjoint",
    'dans:motifs "ordre public"', "juridiction:CE urgence", "juridiction:TA astreinte", "date:2019 urgence",
    "depuis:2015 drones cantine", "fondement:L. 521-2 injonction", "solution:injonction", "motif:urgence asile",
    "article:L. 521-2 manifestation", "partie:hexacloud", "titre:limoges", "données santé prestataire étranger",
    "police manifestation OU drones", "(asile OU hébergement) injonction -désistement", "carence", "proportionnée",
    "521-2", "cite:700012", "préfet police urgence atteinte grave", "égalité usagers", "commune permis construire",
    "*",
)  # fmt: skip
TODAY = dt.date(2026, 11, 22)


def records(many: int) -> Iterator[IndexRecord]:
    return (make_corpus.record(decision) for decision in make_corpus.decisions(many))


def milliseconds(times: list[float]) -> str:
    middle, slowest = statistics.median(times), max(times)
    return f"médiane {middle * 1000:.1f} ms, p95 {late(times) * 1000:.1f} ms, pire {slowest * 1000:.1f} ms"


def late(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def processor(work: Callable[[], object]) -> float:
    """Processor seconds, all threads: what can be compared on a machine that does other things too."""
    began = time.process_time()
    work()
    return time.process_time() - began


def build(folder: Path, many: int, engine: str) -> None:
    made = list(records(many))
    began = time.perf_counter()
    used = processor(lambda: rebuild(folder, engine, iter(made), many))
    seconds = time.perf_counter() - began
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(
        f"{engine}, {many} décisions : {seconds:.1f} s ({used:.1f} s de processeur), {many / seconds:.0f}/s, "
        f"{size / many / 1000:.1f} ko chacune"
    )
    if engine == "tantivy":
        began = time.perf_counter()
        bare = processor(lambda: bare_loop(made))
        bare_seconds = time.perf_counter() - began
        print(
            f"boucle nue de tantivy : {bare_seconds:.1f} s ({bare:.1f} s de processeur), {many / bare_seconds:.0f}/s ; "
            f"rapport {seconds / bare_seconds:.2f} ({used / bare:.2f} en processeur)"
        )
    print(f"mémoire au plus haut : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} Mo")


def bare_loop(made: list[IndexRecord]) -> None:
    """What tantivy does with the same texts and nothing else: one text field, its own French analyser."""
    import tantivy

    with tempfile.TemporaryDirectory() as folder:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="french")
        index = tantivy.Index(builder.build(), path=folder)
        steps = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        index.register_tokenizer("french", steps.filter(tantivy.Filter.stemmer("french")).build())
        writer = index.writer(256_000_000, 1)
        for record in made:
            document = tantivy.Document()
            document.add_text("text", record.text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()


def kept_index(folder: Path, many: int, engine: str) -> Index:
    if not (folder / "current").exists():
        rebuild(folder, engine, records(many), many)
    return open_index(folder, engine)


def pages(folder: Path, many: int, engine: str) -> None:
    index = kept_index(folder, many, engine)
    texts: dict[int, str] = {}

    def page(text: str, *, with_extracts: bool) -> int:
        tree = parse(text, TODAY).tree
        found = index.search(tree, is_member=False, facets=FACETS)
        for hit in found.hits if with_extracts else ():
            extract(texts[hit.document_id], tree)
        return found.total

    first = timed(lambda: page("urgence", with_extracts=False))
    print(f"{engine}, {many} décisions ; première page : {first * 1000:.0f} ms")
    for text in QUERIES:
        for hit in index.search(parse(text, TODAY).tree, is_member=False).hits:
            texts.setdefault(hit.document_id, make_corpus.make(hit.document_id - 1).text)
    for clock, measure in (("horloge", timed), ("processeur", processor)):
        for said, with_extracts in (("compte et facettes", False), ("page entière", True)):
            times = {}
            for text in QUERIES:
                runs = [measure(partial(page, text, with_extracts=with_extracts)) for _ in range(3)]
                times[text] = statistics.median(runs)
            slowest = max(times, key=lambda text: times[text])
            print(f"{said} ({clock}) : {milliseconds(list(times.values()))} ({slowest})")
    print(f"mémoire au plus haut : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} Mo")


def add(folder: Path, many: int, engine: str) -> None:
    index = kept_index(folder, many, engine)
    tree = parse("astreinte", TODAY).tree
    times = []
    for step in range(20):
        record = make_corpus.record(make_corpus.make(many + step))

        def visible(record: IndexRecord = record) -> None:
            index.apply([record], [], many + 1)
            index.search(tree, is_member=False)

        times.append(timed(visible))
    print(f"{engine}, {many} décisions ; une de plus, visible : {milliseconds(times)}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesure la recherche.")
    parser.add_argument("what", choices=("build", "pages", "add"))
    parser.add_argument("many", type=int, metavar="N")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="tantivy")
    parser.add_argument("--folder", type=Path, help="où garder l'index (sinon dans le dossier temporaire)")
    options = parser.parse_args()
    name = f"casetrack-bench-{options.engine}-{options.many}"
    folder = options.folder or Path(tempfile.gettempdir()) / name
    {"build": build, "pages": pages, "add": add}[options.what](folder, options.many, options.engine)


if __name__ == "__main__":
    main()
