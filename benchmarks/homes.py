"""Homes for measuring: made-up archives, a home of its own for each size, processor time of all processes, memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from casetrack.settings import Settings, load_settings

HERE = Path(__file__).parent


def workplace(folder: Path | None) -> Path:
    """Where archives and homes are kept between commands."""
    place = folder or Path(tempfile.gettempdir()) / "casetrack-bench"
    place.mkdir(parents=True, exist_ok=True)
    return place


def archive(place: Path, many: int, seed: int = 2026) -> Path:
    """A ZIP of ``many`` made-up decisions, written once."""
    path = place / f"{many}-{seed}.zip"
    if not path.exists():
        beside = path.with_suffix(".new")
        command = [sys.executable, str(HERE / "make_corpus.py"), str(many), "--to", str(beside), "--seed", str(seed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        beside.rename(path)
    return path


def home(place: Path, many: int, engine: str) -> Settings:
    return load_settings(home=place / f"home-{engine}-{many}", engine=engine)


def weight(path: Path) -> int:
    """Bytes on disk below a path."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


@dataclass
class Spent:
    """What a stretch of work cost: processor seconds of this process, and of its children that have ended."""

    seconds: float = 0.0
    main_processor: float = 0.0
    worker_processor: float = 0.0
    main_memory: int = 0
    worker_memory: int = 0

    @property
    def processor(self) -> float:
        return self.main_processor + self.worker_processor


@contextmanager
def measured() -> Iterator[Spent]:
    """Wall and processor time, and the highest memory (bytes) of this process and of any of its children."""
    spent, is_over = Spent(), threading.Event()
    watcher = threading.Thread(target=_watch, args=(spent, is_over), daemon=True)
    began, main, workers = time.perf_counter(), _processor(resource.RUSAGE_SELF), _processor(resource.RUSAGE_CHILDREN)
    watcher.start()
    try:
        yield spent
    finally:
        spent.seconds = time.perf_counter() - began
        spent.main_processor = _processor(resource.RUSAGE_SELF) - main
        spent.worker_processor = _processor(resource.RUSAGE_CHILDREN) - workers
        is_over.set()
        watcher.join()


def _processor(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _watch(spent: Spent, is_over: threading.Event) -> None:
    """Memory that is really this process's own: pages of mapped files are the system's to take back."""
    while not is_over.wait(0.5):
        spent.main_memory = max(spent.main_memory, _private(os.getpid()))
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
        spent.worker_memory = max([spent.worker_memory, *(_private(int(child)) for child in children)])


def _private(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("RssAnon", "RssShmem")))
