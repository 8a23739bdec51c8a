"""The index folder: one generation serving, perhaps another being built beside it, one lock for whoever writes.

::

    index/
      lock            held while writing or rebuilding, across processes
      current         the name of the generation that serves
      g-<n>/          state.json, vocabulary.db, data/ (the engine's own files)
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from casetrack.errors import Conflict, IndexUnusable

WAIT = 60.0
"""Seconds a writer waits for another."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """What built an index; another value of the first three means it must be rebuilt."""

    engine: str
    schema: int
    analyser: int
    seq: int = 0
    files: tuple[tuple[str, int], ...] = ()
    """Names and sizes of the engine's files at the last commit: a shortened one is damage."""


def current(folder: Path) -> Path | None:
    """The generation that serves; None when there is none yet. Raises `IndexUnusable` when its name is damaged."""
    try:
        name = (folder / "current").read_bytes().strip()
    except FileNotFoundError:
        return None
    if not re.fullmatch(rb"g-\d{1,9}", name):
        raise IndexUnusable("L'index de recherche est abîmé : relancez « casetrack reindex ».")
    return folder / name.decode("ascii")


@contextlib.contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the writers' lock. Raises `Conflict` when another process keeps it for ``wait`` seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as file:
        deadline = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise Conflict("L'index est en cours d'écriture par un autre processus.") from error
                time.sleep(0.02)
        yield


def new_generation(folder: Path) -> Path:
    """An empty place to build in; call it with the lock held."""
    numbers = [int(path.name[2:]) for path in folder.glob("g-*") if path.name[2:].isdigit()]
    generation = folder / f"g-{max(numbers, default=0) + 1}"
    (generation / "data").mkdir(parents=True)
    return generation


def switch(folder: Path, generation: Path) -> None:
    """Let a generation serve, atomically."""
    _replace(folder / "current", generation.name)


def sweep(folder: Path) -> None:
    """Remove the generations that no longer serve; call it with the lock held."""
    try:
        serving = current(folder)
    except IndexUnusable:
        serving = None
    for path in folder.glob("g-*"):
        if path != serving:
            shutil.rmtree(path, ignore_errors=True)


def read_stamps(generation: Path) -> Stamps:
    """Raises `IndexUnusable` when they cannot be read."""
    try:
        values = json.loads((generation / "state.json").read_text(encoding="utf-8"))
        values["files"] = tuple((name, size) for name, size in values["files"])
        return Stamps(**values)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexUnusable("L'index de recherche est illisible : relancez « casetrack reindex ».") from error


def write_stamps(generation: Path, stamps: Stamps) -> None:
    """Record what the engine has just committed; done after the commit, so that a crash only replays."""
    _replace(generation / "state.json", json.dumps(asdict(replace(stamps, files=sizes(generation)))))


def sizes(generation: Path) -> tuple[tuple[str, int], ...]:
    """Names and sizes of the engine's files that are written once."""
    found = {}
    for path in (generation / "data").iterdir():
        with contextlib.suppress(FileNotFoundError):  # segments are being merged, and this one is gone
            if _is_immutable(path):
                found[path.name] = path.stat().st_size
    return tuple(sorted(found.items()))


def _is_immutable(path: Path) -> bool:
    """Segments are written once; lists of segments and locks are not."""
    return path.name != "meta.json" and path.name[0] not in "._" and not path.name.endswith("LOCK")


def check_files(generation: Path, stamps: Stamps) -> None:
    """Raises `IndexUnusable` when a file that was complete has become shorter."""
    for name, size in stamps.files:
        path = generation / "data" / name
        if path.exists() and path.stat().st_size < size:
            raise IndexUnusable(f"L'index de recherche est abîmé ({name}) : relancez « casetrack reindex ».")


def _replace(path: Path, content: str) -> None:
    beside = path.with_suffix(".new")
    with open(beside, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
