"""The bytes as they came, named by their SHA-256: a file each, written before anything is parsed; or, for the members
of archives, packed in the database (half a million small files would take four times the room)."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from casetrack.errors import CasetrackError, NotFound


class StorageFull(CasetrackError):
    """The disk refused the bytes."""


class Originals:
    """A folder of originals: ``ab/abcdef...``. Files are never changed once there.

    ``packed`` gives the bytes that the database holds instead, or None.
    """

    def __init__(self, folder: Path, packed: Callable[[str], bytes | None] = lambda sha256: None) -> None:
        self.folder = folder
        self._packed = packed

    def put(self, data: bytes) -> str:
        """Keep the bytes; the same bytes twice are one file. Returns their SHA-256. Raises `StorageFull`."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        if target.exists():
            return sha256
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(name, target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise StorageFull(
                f"Impossible d'écrire l'original ({error.strerror}). Libérez de la place ou vérifiez les droits de "
                f"{self.folder}, puis recommencez."
            ) from error
        return sha256

    def path(self, sha256: str) -> Path:
        """Where the bytes of that SHA-256 are, or would be."""
        return self.folder / sha256[:2] / sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises `NotFound`."""
        found = self.open(sha256)
        return found if isinstance(found, bytes) else found.read_bytes()

    def open(self, sha256: str) -> Path | bytes:
        """The file, or the bytes where there is no file. Raises `NotFound`."""
        path = self.path(sha256)
        if path.is_file():
            return path
        data = self._packed(sha256)
        if data is None:
            raise NotFound(f"original {sha256[:12]}…")
        return data

    def has(self, sha256: str) -> bool:
        """Whether the bytes are kept here."""
        return self.path(sha256).is_file() or self._packed(sha256) is not None

    def erase(self, sha256: str) -> None:
        self.path(sha256).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """The SHA-256 of every original kept as a file, in order."""
        for folder in sorted(self.folder.glob("??")):
            yield from sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))

    def verify(self, sha256: str) -> bool:
        """Whether the bytes are there and still what their name says."""
        try:
            found = self.open(sha256)
        except (NotFound, zlib.error):
            return False
        if isinstance(found, bytes):
            return hashlib.sha256(found).hexdigest() == sha256
        with found.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
