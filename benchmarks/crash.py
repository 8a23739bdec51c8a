"""Many documents through a site whose processes are killed: ``python benchmarks/crash.py --kills 10``.

It stops with the first thing that is lost, twice, or wrong; it prints what was done and the seconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import running
from tests.test_crash import ingest_under_fire


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=10_000)
    arguments.add_argument("--kills", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    running.WAIT = 6 * 3600  # what is left to read after the last kill is one command
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        ingest_under_fire(Path(folder), count=asked.documents, kills=asked.kills, seed=asked.seed)
    print(f"{asked.documents} documents, {asked.kills} kills, nothing lost: {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
