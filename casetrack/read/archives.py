"""Archives of many decisions, one member at a time: constant memory, nothing unpacked on disk."""

from __future__ import annotations

import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from casetrack.errors import Unreadable
from casetrack.read.limits import MEGABYTE

MEMBER_LIMIT = 20 * MEGABYTE
"""The longest real decision is under 2 MB."""
_DELETIONS = re.compile(r"liste_suppression[^/]*\.dat$", re.IGNORECASE)
# « .../CETATEXT000044331919 », the identifier that ends a path of the list
_IDENTIFIER = re.compile(r"((?:CETA|JURI|CONS)TEXT\d{12})")


def iter_jade_tar(path: Path) -> Iterator[tuple[str, bytes]]:
    """(member name, bytes) of a DILA ``tar.gz``: its XML files and its lists of deleted texts.

    Raises `Unreadable` (``tronque``) when the archive ends early; members already given stay good.
    """
    try:
        with tarfile.open(path, mode="r|*") as archive:
            while (member := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]  # it would remember half a million headers
                stream = archive.extractfile(member) if member.isfile() and is_wanted(member.name) else None
                if stream is not None:
                    yield member.name, _bounded(stream, member.size)
    except (tarfile.TarError, EOFError, OSError, zlib.error) as error:
        raise _damaged(path) from error


def iter_opendata_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    """(member name, bytes) of a monthly ZIP of the open data. Raises `Unreadable` (``tronque``) when damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if member.is_dir() or not is_wanted(member.filename):
                    continue
                with archive.open(member) as stream:
                    data = _bounded(stream, member.file_size)
                yield member.filename, data
    except (zipfile.BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError) as error:
        raise _damaged(path) from error


def iter_tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(path below ``folder``, bytes) of the XML and JSON files of an unpacked archive, in a stable order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and is_wanted(path.name):
            with path.open("rb") as stream:
                data = _bounded(stream, path.stat().st_size)
            yield path.relative_to(folder).as_posix(), data


def iter_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    """Whatever ``path`` is: a folder (archives inside it are opened too), a tar, a ZIP, one file."""
    if path.is_dir():
        yield from iter_tree(path)
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and is_archive(inner):
                yield from iter_archive(inner)
    elif path.name.lower().endswith(".zip"):
        yield from iter_opendata_zip(path)
    elif is_archive(path):
        yield from iter_jade_tar(path)
    else:
        yield path.name, path.read_bytes()


def is_archive(path: Path) -> bool:
    """By name: ``.zip``, ``.tar``, ``.tar.gz``, ``.tgz``."""
    return path.name.lower().endswith((".zip", ".tar", ".tar.gz", ".tgz"))


def is_deletion_list(name: str) -> bool:
    """Whether a member is a DILA list of texts withdrawn since the last delivery."""
    return _DELETIONS.search(name) is not None


def deleted_ids(data: bytes) -> tuple[str, ...]:
    """Identifiers (``CETATEXT...``) that such a list names, one a line."""
    return tuple(dict.fromkeys(_IDENTIFIER.findall(data.decode("utf-8", errors="replace"))))


def is_wanted(name: str) -> bool:
    """Whether a member is looked at: XML, JSON, lists of withdrawn texts."""
    return name.lower().endswith((".xml", ".json")) or is_deletion_list(name)


def _bounded(stream: IO[bytes], size: int) -> bytes:
    """An outsize member becomes empty bytes: it then fails alone, with its reason, and the rest goes on."""
    return stream.read(size) if size <= MEMBER_LIMIT else b""


def _damaged(path: Path) -> Unreadable:
    return Unreadable(
        f"L'archive « {path.name} » est incomplète ou abîmée : téléchargez-la de nouveau, puis relancez.",
        code="tronque",
    )
