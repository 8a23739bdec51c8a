"""How quick the index is made again from the store, against a bare tantivy loop on the same texts.

    python benchmarks/importing.py 10000                # first: the home to reindex
    python benchmarks/reindex.py 10000

The bare loop indexes one text field with tantivy's own French analyser, on one thread, and nothing else: no store, no
zones, no facets, no vocabulary. The ratio of both holds on any machine; processor times where others work too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import figures
import homes
import search

from casetrack.casebook import Casebook


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesure la reconstruction de l'index.")
    parser.add_argument("many", type=int, metavar="N")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="tantivy")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    casebook = Casebook(homes.home(homes.workplace(options.folder), options.many, options.engine))
    with homes.measured() as ours:
        held = casebook.reindex()
    casebook.close()
    times = f"{ours.seconds:.1f} s ({ours.processor:.1f} s de processeur)"
    memory = f"mémoire {ours.main_memory >> 20} Mo, ouvriers {ours.worker_memory >> 20} Mo"
    print(f"reindex, {held} entrées : {times} ; {memory}", flush=True)
    made = list(search.records(options.many))
    with homes.measured() as bare:
        search.bare_loop(made)
    share = options.many / held  # copies of one decision make one entry, and a home may have grown
    wall, used = share * ours.seconds / bare.seconds, share * ours.processor / bare.processor
    ratios = f"{wall:.2f}, {used:.2f} en processeur"
    figures.keep(f"reindex.{options.engine}.ratio", wall)
    print(f"boucle nue : {bare.seconds:.1f} s ({bare.processor:.1f} s de processeur) ; rapport {ratios}")


if __name__ == "__main__":
    main()
