"""Backups: one consistent ZIP while the program runs; restoring replays the tombstones of what was erased."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from pathlib import Path

from casetrack.errors import CasetrackError
from casetrack.settings import Settings
from casetrack.store.originals import Originals


class BackupUnusable(CasetrackError):
    """The file is no backup, or the place to restore to is taken."""


def snapshot(database: Path, target: Path) -> None:
    """A consistent copy of a live SQLite file."""
    source = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()


def backup(settings: Settings, target: Path) -> int:
    """Write database and originals into one ZIP; returns how many originals. The index is not in it: it is rebuilt."""
    if not settings.database.exists():
        raise BackupUnusable("Il n'y a rien à sauvegarder : la base n'existe pas encore.")
    originals = Originals(settings.originals)
    count = 0
    partial = target.with_name(target.name + ".partial")
    with tempfile.TemporaryDirectory(dir=settings.home) as folder:
        copy = Path(folder) / "casetrack.db"
        snapshot(settings.database, copy)
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            archive.write(copy, "casetrack.db")
            for sha256 in originals.names():
                archive.write(originals.path(sha256), f"originals/{sha256[:2]}/{sha256}")
                count += 1
    partial.replace(target)
    return count


def restore(settings: Settings, source: Path, *, replace: bool = False) -> int:
    """Put a backup back; returns how many originals. Tombstones of the present home are replayed by the caller.

    Raises `BackupUnusable` when a database is already there and ``replace`` is not set, or the file is not ours.
    """
    if settings.database.exists() and not replace:
        raise BackupUnusable(
            f"Il y a déjà une base dans {settings.home}. Choisissez un autre CASETRACK_HOME, ou ajoutez --replace."
        )
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            if "casetrack.db" not in names or not all(_is_ours(name) for name in names):
                raise BackupUnusable("Ce fichier n'est pas une sauvegarde de casetrack.")
            settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            for stale in (settings.database, Path(f"{settings.database}-wal"), Path(f"{settings.database}-shm")):
                stale.unlink(missing_ok=True)
            for name in names:
                archive.extract(name, settings.home)
    except (zipfile.BadZipFile, OSError) as error:
        why = "ce n'est pas un ZIP entier" if isinstance(error, zipfile.BadZipFile) else str(error.strerror or error)
        raise BackupUnusable(f"La sauvegarde est illisible : {why}.") from error
    return len(names) - 1


def _is_ours(name: str) -> bool:
    parts = name.split("/")
    if parts == ["casetrack.db"]:
        return True
    return (
        len(parts) == 3
        and parts[0] == "originals"
        and len(parts[2]) == 64
        and parts[1] == parts[2][:2]
        and all(char in "0123456789abcdef" for char in parts[2])
    )
