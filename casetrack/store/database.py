"""Opening the database: one SQLite file, write-ahead log, short transactions, migrations by alembic."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.errors import CasetrackError
from casetrack.store.schema import meta

MIGRATIONS = Path(__file__).parent / "migrations"


def now() -> str:
    """The moment, UTC, ISO text to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


class DatabaseUnusable(CasetrackError):
    """The database cannot be opened, or is of a later version than this program."""


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are ours: see `_begin`
    for pragma in (
        "journal_mode=wal",
        "synchronous=normal",
        "foreign_keys=on",
        "busy_timeout=15000",
        "secure_delete=on",
    ):
        connection.execute(f"pragma {pragma}")


@contextmanager
def _said_clearly(path: Path) -> Iterator[None]:
    """What the disk or the file refuses, in a sentence; faults of ours pass as they are."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        is_refusal = isinstance(error, sa.exc.OperationalError) or type(error) is sa.exc.DatabaseError
        if not is_refusal or any(word in str(error.orig) for word in ("no such", "syntax")):
            raise
        raise DatabaseUnusable(_advice(path, str(error.orig))) from error


def _advice(path: Path, said: str) -> str:
    if "locked" in said or "busy" in said:
        return f"La base {path.name} est occupée par un autre programme : recommencez dans un instant."
    if "malformed" in said or "not a database" in said:
        return (
            f"La base {path.name} est illisible, abîmée ({said}). Lancez « casetrack doctor », puis restaurez une "
            "sauvegarde avec « casetrack restore »."
        )
    return (
        f"La base {path.name} ne peut pas être lue ou écrite ({said}). Libérez de la place ou vérifiez les droits de "
        f"{path.parent}, puis recommencez : rien de ce qui était enregistré n'est perdu."
    )


class Store:
    """The truth. ``read()`` and ``write()`` give a connection inside one transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._engine = sa.create_engine(
            f"sqlite:///{path}", poolclass=sa.pool.QueuePool, pool_size=8, max_overflow=24, connect_args={"timeout": 15}
        )
        sa.event.listen(self._engine, "connect", _on_connect)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view; nothing may be written through it. Raises `DatabaseUnusable`."""
        with _said_clearly(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("begin")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("rollback")

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One short write transaction, taken at once so that it never fails half-way on a lock.

        Raises `DatabaseUnusable` when the disk is full or read-only, or the file damaged: nothing is written then.
        """
        with _said_clearly(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("begin immediate")
            try:
                yield connection
                connection.exec_driver_sql("commit")
            except BaseException:
                with suppress(sa.exc.OperationalError):  # SQLite has rolled back by itself when the disk is full
                    connection.exec_driver_sql("rollback")
                raise

    def close(self) -> None:
        self._engine.dispose()

    def damage(self) -> str:
        """What SQLite finds wrong in the file; empty when it is sound."""
        try:
            with self._engine.connect() as connection:
                said = connection.exec_driver_sql("pragma quick_check(1)").scalar()
        except sa.exc.DatabaseError as error:
            return str(error.orig)
        return "" if said == "ok" else str(said)

    def vacuum(self) -> None:
        """Rewrite the file so that nothing deleted stays in its pages."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("vacuum")
            connection.exec_driver_sql("pragma wal_checkpoint(truncate)")

    def settle(self) -> None:
        """Bring the log into the file: what was deleted must not stay in it."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
            connection.exec_driver_sql("pragma optimize")

    # ---------------------------------------------------------------- versions

    def version(self) -> str | None:
        """The migration the database is at; None when it is empty."""
        with self._engine.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.exec_driver_sql("select version_num from alembic_version").scalar()

    def head(self) -> str:
        """The migration this program wants."""
        return max(known_versions())

    def is_behind(self) -> bool:
        """Whether there is data of an earlier version: to be backed up before `migrate`."""
        try:
            before = self.version()
        except sa.exc.DatabaseError:
            return False  # `migrate` says what is wrong
        return before is not None and before != self.head()

    def migrate(self) -> bool:
        """Bring the schema to this program's version; True when something changed.

        Raises `DatabaseUnusable` when the database is damaged or comes from a later program.
        """
        try:
            before = self.version()
            if before == self.head():
                return False
            if before is not None and before not in known_versions():
                raise DatabaseUnusable(
                    "La base vient d'une version plus récente de casetrack : mettez le programme à jour, "
                    "ou restaurez une sauvegarde avec « casetrack restore »."
                )
            self._upgrade()
        except sa.exc.DatabaseError as error:
            raise DatabaseUnusable(_advice(self.path, str(error.orig))) from error
        return True

    def _upgrade(self) -> None:
        from alembic import command  # only here: it takes longer to import than most commands to run
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self._engine
        command.upgrade(config, "head")


def known_versions() -> set[str]:
    """Every migration this program knows: the numbers its files begin with."""
    return {path.stem.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def next_seq(connection: Connection) -> int:
    """A new change number, to stamp on the documents this transaction touches."""
    row = connection.execute(
        sa.text(
            "insert into meta (key, value) values ('change_seq', '1') "
            "on conflict (key) do update set value = cast(cast(value as integer) + 1 as text) returning value"
        )
    ).scalar_one()
    return int(row)


def last_seq(connection: Connection) -> int:
    """The latest change number given out; 0 in a new database."""
    value = connection.execute(sa.select(meta.c.value).where(meta.c.key == "change_seq")).scalar()
    return int(value) if value else 0


def get_note(connection: Connection, key: str) -> str:
    """A value kept under a key; empty when there is none."""
    return connection.execute(sa.select(meta.c.value).where(meta.c.key == key)).scalar() or ""


def put_note(connection: Connection, key: str, value: str) -> None:
    insert = sqlite_insert(meta).values(key=key, value=value)
    connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def rows(connection: Connection, query: sa.Select[Any]) -> list[dict[str, Any]]:
    """The rows of a query as dictionaries."""
    return [dict(row) for row in connection.execute(query).mappings()]
