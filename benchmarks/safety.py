"""Adversarial texts: seconds of one core that extraction takes on a megabyte of each; exit 1 above the limit.

python -m benchmarks.safety [--size 1000000] [--limit 2.0]
"""

from __future__ import annotations

import argparse
import sys
import time

from casetrack.extract import extract
from tests.test_extract_safety import HOSTILE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="code points of each text")
    parser.add_argument("--limit", type=float, default=2.0, help="seconds")
    args = parser.parse_args()
    slow = []
    for name, piece in HOSTILE.items():
        text = (piece * (args.size // len(piece) + 1))[: args.size]
        started = time.process_time()
        kind = extract(text).kind.value
        seconds = time.process_time() - started
        print(f"{name:24}{seconds:8.2f} s  {kind}", flush=True)
        if seconds > args.limit:
            slow.append(name)
    if slow:
        print(f"above {args.limit} s: {', '.join(slow)}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
