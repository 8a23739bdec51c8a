"""Concurrent readers of the demonstration: ``python benchmarks/load.py --readers 200 --seconds 120``.

Each reader opens a public page, reads it for a second or two, then opens another. Loopback only. Prints the number of
pages, the errors, the median and 95th percentile of the time to a whole page, and the memory of all the processes.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.running import Running, environment

PAGES = ("/", "/affaires/", "/parties/", "/requerants/", "/chronologie", "/recherche?q=donn%C3%A9es+de+sant%C3%A9",
         "/recherche?q=%22libert%C3%A9+fondamentale%22", "/documents/", "/articles/cja/l-521-2")  # fmt: skip


class Reader(threading.Thread):
    """One reader; ``times`` are seconds, ``errors`` what was not a whole page."""

    def __init__(self, address: str, paths: list[str], until: float, seed: int) -> None:
        super().__init__(daemon=True)
        self.host = address.removeprefix("http://")
        self.paths, self.until, self.chance = paths, until, random.Random(seed)
        self.name_of_machine = f"198.18.{seed // 250}.{seed % 250}"
        self.times: list[float] = []
        self.errors: list[str] = []

    def run(self) -> None:
        time.sleep(self.chance.uniform(0, 2))
        connection = http.client.HTTPConnection(self.host, timeout=60)
        while time.monotonic() < self.until:
            path = self.chance.choice(self.paths)
            began = time.monotonic()
            try:
                connection.request("GET", path, headers={"X-Forwarded-For": self.name_of_machine})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    self.errors.append(f"{answer.status} {path}")
            except OSError as error:
                self.errors.append(f"{error!r} {path}")
                connection.close()
            self.times.append(time.monotonic() - began)
            time.sleep(self.chance.uniform(1, 2))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--readers", type=int, default=200)
    arguments.add_argument("--seconds", type=int, default=120)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "demo"
        load = [sys.executable, "-m", "casetrack", "demo", "--load-only"]
        done = subprocess.run(load, env=environment(home), check=True, capture_output=True)
        homes = [path.parent for path in Path(folder).rglob("casetrack.db")]
        assert homes, done.stderr
        with Running(homes[0], proxies=1) as server:  # each reader has an address of its own, as behind a proxy
            connection = http.client.HTTPConnection(server.address.removeprefix("http://"))
            connection.request("GET", "/affaires/")
            slugs = set(re.findall(r'"(/affaires/[\w-]+)"', connection.getresponse().read().decode()))
            paths = [*PAGES, *sorted(slugs)]
            until = time.monotonic() + asked.seconds
            readers = [Reader(server.address, paths, until, seed) for seed in range(asked.readers)]
            for reader in readers:
                reader.start()
            most = 0
            while any(reader.is_alive() for reader in readers):
                most = max(most, server.memory())
                time.sleep(1)
        times = sorted(seconds for reader in readers for seconds in reader.times)
        errors = [error for reader in readers for error in reader.errors]
        print(f"readers {asked.readers}, seconds {asked.seconds}, pages {len(times)}, errors {len(errors)}")
        print(f"median {statistics.median(times) * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms")
        print(f"memory {most / 1024 / 1024:.0f} MB (server, worker and parsers)")
        for error in errors[:5]:
            print(error)


if __name__ == "__main__":
    main()
