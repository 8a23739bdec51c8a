"""Legal persons and their aliases. A natural person is never a row here: the table itself refuses one."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from casetrack.model import PartyType
from casetrack.store.database import rows
from casetrack.store.schema import facts, parties, party_aliases, party_slugs


def create_party(connection: Connection, *, slug: str, name: str, type: PartyType, key: str) -> int:
    """A legal person under a new slug, known by its comparable ``key``. Returns its id."""
    base, number = slug or "partie", 1
    slug = base
    while connection.execute(sa.select(party_slugs.c.slug).where(party_slugs.c.slug == slug)).first():
        number += 1
        slug = f"{base}-{number}"
    result = connection.execute(parties.insert().values(slug=slug, name=name, type=type.value, named_by_person=False))
    assert result.inserted_primary_key is not None
    party_id = int(result.inserted_primary_key[0])
    connection.execute(party_slugs.insert().values(slug=slug, party_id=party_id))
    add_alias(connection, party_id, alias=name, key=key, status="confirme")
    return party_id


def add_alias(connection: Connection, party_id: int, *, alias: str, key: str, status: str) -> bool:
    """Another form of the name; a form already taken stays where it is. True when it was added."""
    insert = sqlite_insert(party_aliases).values(key=key, party_id=party_id, alias=alias, status=status)
    return connection.execute(insert.on_conflict_do_nothing()).rowcount > 0


def remove_alias(connection: Connection, key: str) -> None:
    connection.execute(party_aliases.delete().where(party_aliases.c.key == key))


def aliases(connection: Connection) -> list[dict[str, Any]]:
    """Every known form with the party it belongs to."""
    query = sa.select(party_aliases, parties.c.name, parties.c.slug, parties.c.type).join(
        parties, parties.c.id == party_aliases.c.party_id
    )
    return rows(connection, query)


def find_party(connection: Connection, slug: str) -> dict[str, Any] | None:
    """By its slug of today or of before."""
    query = (
        sa.select(parties).join(party_slugs, party_slugs.c.party_id == parties.c.id).where(party_slugs.c.slug == slug)
    )
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def find_party_by_key(connection: Connection, key: str) -> dict[str, Any] | None:
    query = (
        sa.select(parties)
        .join(party_aliases, party_aliases.c.party_id == parties.c.id)
        .where(party_aliases.c.key == key)
    )
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def get_party(connection: Connection, party_id: int) -> dict[str, Any] | None:
    row = connection.execute(sa.select(parties).where(parties.c.id == party_id)).mappings().first()
    return dict(row) if row else None


def all_parties(connection: Connection) -> list[dict[str, Any]]:
    return rows(connection, sa.select(parties).order_by(parties.c.name))


def rename_party(connection: Connection, party_id: int, *, name: str, slug: str) -> None:
    insert = sqlite_insert(party_slugs).values(slug=slug, party_id=party_id)
    connection.execute(insert.on_conflict_do_nothing())
    owner = connection.execute(sa.select(party_slugs.c.party_id).where(party_slugs.c.slug == slug)).scalar()
    values = {"name": name, "named_by_person": True} | ({"slug": slug} if owner == party_id else {})
    connection.execute(parties.update().where(parties.c.id == party_id).values(**values))


def merge_parties(connection: Connection, from_id: int, to_id: int) -> dict[str, Any]:
    """Move everything of one party to another; returns what is needed to undo it."""
    before = {
        "party": get_party(connection, from_id),
        "slugs": list(
            connection.execute(sa.select(party_slugs.c.slug).where(party_slugs.c.party_id == from_id)).scalars()
        ),
        "aliases": rows(connection, sa.select(party_aliases).where(party_aliases.c.party_id == from_id)),
        "facts": list(connection.execute(sa.select(facts.c.fingerprint).where(facts.c.party_id == from_id)).scalars()),
        "into": to_id,
    }
    for table in (party_slugs, party_aliases, facts):
        connection.execute(table.update().where(table.c.party_id == from_id).values(party_id=to_id))
    connection.execute(parties.delete().where(parties.c.id == from_id))
    return before


def split_party(connection: Connection, before: dict[str, Any]) -> None:
    """The inverse of `merge_parties`."""
    connection.execute(parties.insert().values(**before["party"]))
    party_id = before["party"]["id"]
    connection.execute(party_slugs.update().where(party_slugs.c.slug.in_(before["slugs"])).values(party_id=party_id))
    keys = [alias["key"] for alias in before["aliases"]]
    connection.execute(party_aliases.update().where(party_aliases.c.key.in_(keys)).values(party_id=party_id))
    connection.execute(facts.update().where(facts.c.fingerprint.in_(before["facts"])).values(party_id=party_id))
