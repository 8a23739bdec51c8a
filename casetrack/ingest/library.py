"""Official archives into the library, in bulk.

archives ── members    streamed, never unpacked on disk
  │ prepare            in worker processes: read, extract, compress
  ├─ write             here, in batches, one transaction each: add, replace, or leave what is there
  │ recount            how often each decision is cited
  └─ index             the caller's: rebuilt or replayed

Stopped anywhere, it goes on where it was: what is written is whole, and the same bytes twice are one document.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casetrack.errors import Unreadable
from casetrack.ingest.pipeline import Pipeline
from casetrack.ingest.preparing import Member, Rejected, Workers, member
from casetrack.ingest.replacing import erase_withdrawn, is_older, replace_document
from casetrack.read.archives import deleted_ids, is_archive, is_deletion_list, is_wanted, iter_archive
from casetrack.store import library
from casetrack.store.library import Incoming, parts

HANDED = 25
"""Members a worker prepares in one go."""
BATCH = 200
"""Decisions written in one transaction."""


@dataclass(kw_only=True, slots=True)
class ImportReport:
    """What an import did: how many of each, and each failure with its reason."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    withdrawn: int = 0
    failed: list[Rejected] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def changed(self) -> int:
        return self.added + self.updated + self.withdrawn


Waiting = tuple[list[Member], Future[list[Incoming | Rejected]]]


class Librarian:
    """Imports archives into one store."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._store = pipeline.store
        self._report = ImportReport()
        self._advance: Callable[[int], None] = lambda steps: None

    def run(self, paths: Iterable[Path], advance: Callable[[int], None] = lambda steps: None) -> ImportReport:
        """Take in everything below ``paths``; ``advance`` hears how many members were settled."""
        began = time.monotonic()
        report, self._advance = self._report, advance
        with Workers(self._pipeline.settings.parse_processes) as workers:
            self._import(walk(paths), workers)
        if report.changed:
            with self._store.write() as connection:
                library.recount_citations(connection)
            self._store.settle()
        report.seconds = round(time.monotonic() - began, 2)
        return report

    def _import(self, found: Iterator[Member | Rejected], workers: Workers) -> None:
        flow = _Flow(workers, 3 * self._pipeline.settings.parse_processes)
        for group in _groups(found):
            if isinstance(group, Rejected):
                self._failed(group)
            elif is_deletion_list(group[0].name):
                self._write(flow.drain())  # what came before the list must be there to be withdrawn
                self._withdraw(group[0])
            else:
                for some in parts(self._unseen(group), HANDED):
                    flow.hand_in(some)
                self._write(flow.ready(BATCH))
        self._write(flow.drain())

    def _unseen(self, group: Sequence[Member]) -> list[Member]:
        """Those whose bytes are not here yet: the others cost no reading."""
        with self._store.read() as connection:
            here = library.seen(connection, [item.sha256 for item in group])
        new = [item for item in group if item.sha256 not in here]
        self._settled("unchanged", len(group) - len(new))
        return new

    def _settled(self, what: str, many: int) -> None:
        setattr(self._report, what, getattr(self._report, what) + many)
        self._advance(many)

    def _failed(self, item: Rejected) -> None:
        self._report.failed.append(item)
        self._advance(1)

    def _withdraw(self, listed: Member) -> None:
        with self._store.write() as connection:
            many = erase_withdrawn(connection, deleted_ids(listed.data), self._pipeline.originals)
        self._settled("withdrawn", many)

    def _write(self, prepared: Sequence[Incoming | Rejected]) -> None:
        for item in prepared:
            if isinstance(item, Rejected):
                self._failed(item)
        for some in parts((item for item in prepared if isinstance(item, Incoming)), BATCH):
            self._write_batch(some)

    def _write_batch(self, incoming: Sequence[Incoming]) -> None:
        """One transaction. Looked up again here: the same decision may be twice in one archive."""
        counts = dict.fromkeys(("added", "unchanged", "updated"), 0)
        with self._store.write() as connection:
            here = library.seen(connection, [item.sha256 for item in incoming])
            holders = {_identity(row): row for row in library.holders(connection, _archive_ids(incoming))}
            new: dict[tuple[str, ...], Incoming] = {}
            for item in incoming:
                identity = _identity(item.document) or (item.sha256,)
                if item.sha256 in here:
                    counts["unchanged"] += 1
                elif identity in new:  # two states of one decision in one batch: the first is written, then replaced
                    library.add(connection, list(new.values()))
                    holders |= {_identity(row): row for row in library.holders(connection, _archive_ids(incoming))}
                    counts["added"] += len(new)
                    new = {}
                    self._replace(connection, holders[identity], item, counts)
                elif row := holders.get(identity):
                    self._replace(connection, row, item, counts)
                else:
                    new[identity] = item
                here.add(item.sha256)
            library.add(connection, list(new.values()))
            counts["added"] += len(new)
        for what, many in counts.items():
            self._settled(what, many)

    def _replace(self, connection: Any, row: dict[str, Any], item: Incoming, counts: dict[str, int]) -> None:
        if is_older(item, row):
            counts["unchanged"] += 1
            return
        replace_document(connection, self._pipeline, row, item)
        counts["updated"] += 1


def _identity(row: dict[str, Any]) -> tuple[str, ...]:
    """What an archive knows a decision by. The open data names its files by docket and day, which courts share; the
    samples of Judilibre give one identifier to two courts. DILA's identifiers stand alone."""
    if not row["archive_id"]:
        return ()
    court = row["court_code"] if row["archive"] in ("opendata", "judilibre") else ""
    return row["archive"], row["archive_id"], court


def _archive_ids(incoming: Iterable[Incoming]) -> list[str]:
    return [item.document["archive_id"] for item in incoming if item.document["archive_id"]]


class _Flow:
    """Members on their way through the workers, in order; never more than ``room`` groups at once."""

    def __init__(self, workers: Workers, room: int) -> None:
        self._workers = workers
        self._room = room
        self._waiting: deque[Waiting] = deque()
        self._done: list[Incoming | Rejected] = []

    def hand_in(self, items: list[Member]) -> None:
        while len(self._waiting) >= self._room:
            self._take()
        self._waiting.append((items, self._workers.hand_in(items)))

    def _take(self) -> None:
        items, future = self._waiting.popleft()
        self._done += self._workers.result(items, future)

    def ready(self, least: int) -> list[Incoming | Rejected]:
        """What is done, once there is enough for a transaction."""
        if len(self._done) < least:
            return []
        done, self._done = self._done, []
        return done

    def drain(self) -> list[Incoming | Rejected]:
        """Everything, waiting for it."""
        while self._waiting:
            self._take()
        done, self._done = self._done, []
        return done


def walk(paths: Iterable[Path]) -> Iterator[Member | Rejected]:
    """Every member below the paths: archives, unpacked trees, single files, or folders that mix them, in order."""
    for path in paths:
        if not path.is_dir():
            yield from _members(path, path.name)
            continue
        for inner in _files(path):
            if _is_read(inner):
                yield from _members(inner, inner.relative_to(path.parent).as_posix())


def left_aside(paths: Iterable[Path]) -> list[str]:
    """The files of folders that are no archive, no XML and no JSON: an import passes over them, and says so."""
    folders = [path for path in paths if path.is_dir()]
    return [inner.relative_to(path.parent).as_posix() for path in folders for inner in _files(path)
            if not _is_read(inner) and not inner.name.startswith(".")]  # fmt: skip


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]


def _is_read(path: Path) -> bool:
    return is_archive(path) or is_wanted(path.name)


def _members(path: Path, label: str) -> Iterator[Member | Rejected]:
    try:
        for name, data in iter_archive(path):
            yield member(f"{label}/{name}" if is_archive(path) else label, data)
    except (Unreadable, OSError) as error:
        yield Rejected(label=label, reason=str(error))


def _groups(found: Iterable[Member | Rejected]) -> Iterator[list[Member] | Rejected]:
    """Members by `BATCH`; a list of withdrawn texts comes alone, in its place."""
    group: list[Member] = []
    for item in found:
        is_list = isinstance(item, Member) and is_deletion_list(item.name)
        if group and (isinstance(item, Rejected) or is_list or len(group) == BATCH):
            yield group
            group = []
        if isinstance(item, Rejected):
            yield item
        elif is_list:
            yield [item]
        else:
            group.append(item)
    if group:
        yield group
