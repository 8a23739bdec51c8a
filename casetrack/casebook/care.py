"""Looking after a home: what is wrong, is everything still there, backup, restore, erasure."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

from casetrack import search, words
from casetrack.casebook import Casebook
from casetrack.errors import CasetrackError
from casetrack.ingest import Feed
from casetrack.model import UserRole
from casetrack.read import ocr
from casetrack.settings import Settings
from casetrack.store import Store, care, checks, users
from casetrack.store import backup as backups
from casetrack.store import documents as documents_store

FREE_LEAST = 500 * 1024 * 1024


class Check(NamedTuple):
    """One thing looked at, whether it is well, and what to say of it."""

    name: str
    ok: bool
    said: str


def doctor(settings: Settings) -> list[Check]:
    """Look at everything without changing anything."""
    found = [
        Check("python", True, platform.python_version()),
        Check("moteurs", True, ", ".join(installed_engines())),
        _recognition(),
        _folder(settings),
    ]
    if not settings.database.exists():
        return [*found, Check("base", True, "pas encore de données ici")]
    return [*found, _disk(settings), *_database(settings)]


def installed_engines() -> list[str]:
    """Whoosh always, tantivy with the extra « fast »."""
    return ["whoosh", *(["tantivy"] if importlib.util.find_spec("tantivy") else [])]


def _recognition() -> Check:
    said = "prête" if ocr.is_available() else "absente (facultative : tesseract-ocr, tesseract-ocr-fra, option « ocr »)"
    return Check("reconnaissance de texte", True, said)


def _folder(settings: Settings) -> Check:
    folder = settings.home if settings.home.exists() else settings.home.parent
    while not folder.exists():
        folder = folder.parent
    ok = os.access(folder, os.W_OK)
    said = str(settings.home) if ok else f"{settings.home} n'est pas accessible en écriture : vérifiez les droits"
    return Check("dossier", ok, said)


def _disk(settings: Settings) -> Check:
    free = shutil.disk_usage(settings.home).free
    said = f"{words.size_words(free)} libres"
    return Check("disque", free > FREE_LEAST, said if free > FREE_LEAST else f"{said} : libérez de la place")


def _database(settings: Settings) -> list[Check]:
    store = Store(settings.database)
    try:
        damage = store.damage()
        if damage:
            return [Check("base", False, f"abîmée ({damage}) : restaurez une sauvegarde avec « casetrack restore »")]
        if store.version() != store.head():
            return [Check("base", False, "d'une autre version : lancez « casetrack serve », qui sauvegarde puis migre")]
        with store.read() as connection:
            counts = documents_store.totals(connection)
            people = [row["role"] for row in users.list_users(connection) if row["is_active"]]
        parts = [words.plural(counts[state], *STATES.get(state, (state,))) for state in sorted(counts)]
        said = f"saine ; documents : {', '.join(parts) or 'aucun'}"
        return [Check("base", True, said), _accounts(people), _index(settings, store)]
    except (sqlite3.DatabaseError, CasetrackError) as error:
        return [Check("base", False, str(error))]
    finally:
        store.close()


STATES = {"read": ("lu", "lus"), "pending": ("en attente", "en attente"), "failed": ("en échec", "en échec")}
"""Where a document stands -> one, several."""


def _accounts(roles: list[str]) -> Check:
    """Nobody can look after a site without an administrator; it is said, and is no fault of a new one."""
    many = sum(role == UserRole.ADMINISTRATOR.value for role in roles)
    said = words.plural(len(roles), "compte") + ", " + words.plural(many, "administrateur")
    return Check("comptes", True, said if many else f"{said} : « casetrack user add … --role administrateur »")


def _index(settings: Settings, store: Store) -> Check:
    try:
        index = search.open_index(settings.index, settings.engine)
    except CasetrackError as error:
        return Check("index", False, str(error))
    try:
        late = Feed(store).reached() - index.last_seq
        said = f"{index.stamps.engine}, {index.count()} entrées"
        return Check("index", True, f"{said}, à jour" if late <= 0 else f"{said}, {late} changements à rejouer")
    finally:
        index.close()


# ----------------------------------------------------------------------------------------- verify


def verify(casebook: Casebook) -> list[Check]:
    """Every original against its name, every text against its digest, every passage against its text, the index
    against the store."""
    originals = casebook.pipeline.originals
    with casebook.store.read() as connection:
        wanted = documents_store.kept_sha256s(connection)
        wrong_texts, texts, places = checks.check_texts(connection)
        wrong_quotes, quotes = checks.check_passages(connection, but=wrong_texts)
    bad = [sha256 for sha256 in wanted if not originals.verify(sha256)]
    told = words.plural(quotes, "passage de fait vérifié", "passages de faits vérifiés")
    return [
        Check("base", not casebook.store.damage(), casebook.store.damage() or "saine"),
        Check("originaux", not bad, f"{len(wanted)} vérifiés" if not bad else f"à retrouver : {', '.join(bad[:5])}"),
        Check("textes", not wrong_texts, _texts_said(wrong_texts, texts, places)),
        Check("passages", not wrong_quotes, f"{told}, {len(wrong_quotes)} faux"),
        _compared(casebook) if not wrong_texts else Check("index", False, "à comparer quand les textes seront sains"),
    ]


def _compared(casebook: Casebook) -> Check:
    casebook.update_index()
    held, faces = casebook.index.count(), casebook.feed.expected()
    return Check("index", held == faces, f"{held} entrées pour {faces} attendues")


def _texts_said(wrong: list[int], count: int, places: int) -> str:
    if not wrong:
        return f"{count} vérifiés, {places} passages relevés"
    return f"{len(wrong)} abîmés sur {count} (textes {', '.join(map(str, wrong[:5]))}) : reprenez une sauvegarde"


# ------------------------------------------------------------------------------- backup, erasure


def backup(settings: Settings, target: Path) -> int:
    """See `casetrack.store.backup.backup`."""
    return backups.backup(settings, target)


def restore(settings: Settings, source: Path, *, replace: bool = False) -> tuple[int, int]:
    """Put a backup back, then replay the erasures of the home it replaces. Returns (originals, erased again)."""
    stones = care.tombstones_of(settings.database) if settings.database.exists() else []
    count = backups.restore(settings, source, replace=replace)
    shutil.rmtree(settings.index, ignore_errors=True)
    casebook = Casebook(settings)
    try:
        erased = 0
        for sha256, why in stones:
            erased += erase_sha256(casebook, sha256, why)
        casebook.reindex()
        return count, erased
    finally:
        casebook.close()


def erase_sha256(casebook: Casebook, sha256: str, why: str) -> bool:
    """Remove the content of one document everywhere; only a tombstone stays. True when something was there."""
    with casebook.store.write() as connection:
        was_there = care.erase(connection, sha256, why)
    casebook.pipeline.originals.erase(sha256)
    return was_there
