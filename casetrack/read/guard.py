"""Archives are weighed before they are opened: entries, total, ratio, names."""

from __future__ import annotations

import io
import re
import zipfile

from casetrack.errors import Unreadable
from casetrack.read.limits import MEGABYTE, Limits

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED = 0x1


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """A ZIP whose weight was checked from its directory.

    Raises `Unreadable`: ``tronque`` when damaged, ``bombe`` beyond the limits on entries, total size or ratio.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise damaged() from error
    members = archive.infolist()
    if len(members) > limits.entries:
        raise Unreadable(
            f"Cette archive contient {len(members)} fichiers, au-delà de la limite de {limits.entries}. "
            "Répartissez-les en plusieurs archives.",
            code="bombe",
        )
    total = sum(member.file_size for member in members)
    if total > limits.unpacked:
        raise too_heavy(limits)
    for member in members:
        if member.file_size > MEGABYTE and member.file_size > limits.ratio * max(1, member.compress_size):
            raise too_heavy(limits)
    return archive


def open_document(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The ZIP of a word processor. Raises `Unreadable` also when an XML part declares entities or is encrypted."""
    archive = open_zip(data, limits)
    for member in archive.infolist():
        if is_encrypted(member):
            raise locked()
        if member.filename.lower().endswith((".xml", ".rels")) and _DOCTYPE.search(member_bytes(archive, member)):
            raise Unreadable(
                "Ce document déclare des entités XML, ce qu'aucun traitement de texte ne fait : il n'a pas été ouvert.",
                code="bombe",
            )
    return archive


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """One entry, never longer than it said. Raises `Unreadable` (``tronque``)."""
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise damaged() from error
    except Exception as error:  # zlib, lzma and bz2 each have their own
        raise damaged() from error


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Whether an entry asks for a password."""
    return bool(member.flag_bits & _ENCRYPTED)


def locked() -> Unreadable:
    """The refusal of what a password protects."""
    return Unreadable(
        "Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis déposez-la.",
        code="chiffre",
    )


def damaged() -> Unreadable:
    """The refusal of an archive that cannot be opened to its end."""
    return Unreadable(
        "Ce fichier compressé est incomplet ou abîmé : enregistrez-le de nouveau, puis déposez-le.", code="tronque"
    )


def too_heavy(limits: Limits) -> Unreadable:
    """The refusal of an archive beyond the limits."""
    return Unreadable(
        f"Une fois décompressé, ce fichier dépasserait {limits.unpacked // MEGABYTE} Mo, ou il est compressé "
        "au-delà du vraisemblable : il n'a pas été ouvert. Allégez-le, ou répartissez-le en plusieurs fichiers.",
        code="bombe",
    )
