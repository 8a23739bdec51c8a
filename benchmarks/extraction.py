"""How fast `casetrack.extract` reads: median over real files, and time against length.

    python -m benchmarks.extraction [FOLDER]

Prints milliseconds of processor per 1,000 words (median, 9th decile, slowest) over the official files of FOLDER (by
default ``../shared/data``), reading the file not included, the best of three passes on one core; then one decision
repeated to 1, 10, 100 and 1,000 kB: linear means that the last column stays level.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from casetrack.extract import extract
from casetrack.model import Reading
from casetrack.read import read_bytes

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
FOLDERS = ("ce_opendata", "ta_opendata", "dila_jade", "seeds")
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def seconds(readings: list[Reading], passes: int = 3) -> list[float]:
    """The least of some passes over all of them, in turn: what a rule keeps of a text is forgotten by its next pass."""
    least = [float("inf")] * len(readings)
    for _ in range(passes):
        for place, reading in enumerate(readings):
            started = time.process_time()
            extract(reading.text, declared=reading.declared, format=reading.format)
            least[place] = min(least[place], time.process_time() - started)
    return least


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    folder = parser.parse_args().folder
    files = sorted(path for name in FOLDERS for path in (folder / name).glob("*") if path.is_file())
    readings = [read_bytes(path.read_bytes(), path.name) for path in files]
    readings = [reading for reading in readings if len(reading.text.split()) >= 150]
    if not readings:
        raise SystemExit(f"no document of 150 words under {folder}")
    spent = seconds(readings)
    costs = sorted(1e6 * each / len(reading.text.split()) for each, reading in zip(spent, readings, strict=True))
    print(f"{len(costs)} documents, ms per 1,000 words:", end=" ")
    print(
        f"median {statistics.median(costs):.1f}, 9th decile {costs[9 * len(costs) // 10]:.1f}, slowest {costs[-1]:.1f}"
    )
    longest = max(readings, key=lambda reading: len(reading.text))
    for size in SIZES:
        text = (longest.text * (size // len(longest.text) + 1))[:size]
        (took,) = seconds([Reading(text=text, format=longest.format)], passes=1)
        print(f"{size // 1000:6} kB {took:8.3f} s {1e6 * took / len(text.split()):8.1f} ms per 1,000 words")


if __name__ == "__main__":
    main()
