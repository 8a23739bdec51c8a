"""The library: archives in, and the one act that makes a followed dossier of a decision."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from casetrack.casebook.undoing import Undoing
from casetrack.errors import Conflict
from casetrack.ingest import ImportReport, Librarian


class Library(Undoing):
    """Official archives."""

    def import_archives(
        self, paths: Iterable[Path], advance: Callable[[int], None] = lambda steps: None
    ) -> ImportReport:
        """Take official archives in, and index them. The same twice changes nothing; stopped, it goes on.

        ``advance`` hears how many members were settled. When another process is writing the index, it is left to it.
        """
        report = Librarian(self.pipeline).run(paths, advance)
        if self.feed.waiting(self.index.last_seq):
            with contextlib.suppress(Conflict):  # the one that writes replays what is new
                self.update_index()
        return report
