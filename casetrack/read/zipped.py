"""ZIP: each entry becomes a file to be taken in on its own; a ZIP inside is opened too, once."""

from __future__ import annotations

import zipfile
from dataclasses import replace

from casetrack.errors import Unreadable
from casetrack.model import Attachment, Reading
from casetrack.read import clean, guard, names
from casetrack.read.limits import Limits
from casetrack.read.sniffing import sniff

_LEFTOVERS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def read(data: bytes, limits: Limits) -> Reading:
    """The entries, under names without folders. Raises `Unreadable` (``bombe``, ``tronque``, ``chiffre``, ``vide``)."""
    notices: list[str] = []
    found = _entries(data, limits, notices, may_nest=True)
    if not found:
        raise Unreadable("Cette archive ne contient aucun fichier lisible : vérifiez-la et refaites-la.", code="vide")
    return Reading(
        text="\n".join(clean.one_line(item.name) for item in found),
        format="zip",
        extractor="zipfile",
        extractor_version=clean.READ_VERSION,
        attachments=tuple(_told_apart(found)),
        notices=tuple(dict.fromkeys(notices)),
    )


def _entries(data: bytes, limits: Limits, notices: list[str], *, may_nest: bool) -> list[Attachment]:
    found: list[Attachment] = []
    room = limits.unpacked
    with guard.open_zip(data, limits) as archive:
        members = [member for member in archive.infolist() if _is_wanted(member)]
        if members and all(guard.is_encrypted(member) for member in members):
            raise guard.locked()
        for member in members:
            if guard.is_encrypted(member):
                notices.append(f"Protégé par un mot de passe, laissé de côté : {names.safe_name(member.filename)}.")
                continue
            content = guard.member_bytes(archive, member)
            if sniff(content, member.filename) == "zip":
                news = _nested(content, member, replace(limits, unpacked=room), notices) if may_nest else None
                if news is None:
                    notices.append(f"Archive dans une archive, laissée de côté : {names.safe_name(member.filename)}.")
                    continue
            else:
                news = [Attachment(name=names.safe_name(member.filename), data=content)]
            room -= sum(len(item.data) for item in news)
            if room < 0 or len(found) + len(news) > limits.entries:
                raise guard.too_heavy(limits)
            found += news
    return found


def _nested(data: bytes, member: zipfile.ZipInfo, limits: Limits, notices: list[str]) -> list[Attachment] | None:
    """The entries of a ZIP found inside; None when it cannot be opened, so that the others still are."""
    try:
        return _entries(data, limits, notices, may_nest=False)
    except Unreadable as error:
        if error.code == "bombe":
            raise
        return None


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    path = member.filename.replace("\\", "/")
    last = path.rpartition("/")[2].lower()
    return not (
        member.is_dir() or path.startswith("__MACOSX/") or last in _LEFTOVERS or last.startswith("~$") or not last
    )


def _told_apart(found: list[Attachment]) -> list[Attachment]:
    """« a.pdf », « a (2).pdf »: two folders may hold the same name."""
    seen: dict[str, int] = {}
    told: list[Attachment] = []
    for item in found:
        seen[item.name] = seen.get(item.name, 0) + 1
        stem, dot, ending = item.name.rpartition(".")
        number = f" ({seen[item.name]})" if seen[item.name] > 1 else ""
        told.append(replace(item, name=f"{stem}{number}{dot}{ending}" if dot and stem else f"{item.name}{number}"))
    return told
