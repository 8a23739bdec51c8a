"""What `casetrack verify` asks of the store: texts against their digests, passages against their texts."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from casetrack.store.documents import load_text, unpack
from casetrack.store.schema import facts, texts


def check_texts(connection: Connection) -> tuple[list[int], int, int]:
    """(ids of texts that are damaged, how many were looked at, how many passages their findings point at).

    A text is damaged when its words are not those of its digest, or when a finding points beyond its end.
    """
    wrong, count, passages = [], 0, 0
    query = sa.select(texts.c.id, texts.c.sha256, texts.c.body, texts.c.findings).execution_options(yield_per=200)
    for row in connection.execute(query):
        count += 1
        try:
            text = unpack(row.body)
            places = list(_places(json.loads(zlib.decompress(row.findings)))) if row.findings else []
        except (zlib.error, ValueError):
            wrong.append(row.id)
            continue
        passages += len(places)
        is_same = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == row.sha256
        if not is_same or any(not 0 <= start <= end <= len(text) for start, end in places):
            wrong.append(row.id)
    return wrong, count, passages


def _places(finding: Any) -> Iterator[tuple[int, int]]:
    """Every pair of offsets below a finding."""
    if isinstance(finding, dict):
        if "start" in finding and "end" in finding:
            yield finding["start"], finding["end"]
        finding = list(finding.values())
    if isinstance(finding, list):
        for part in finding:
            yield from _places(part)


def check_passages(connection: Connection, but: Collection[int] = ()) -> tuple[list[int], int]:
    """(ids of facts whose quote is not what their text says, how many were looked at). ``but``: texts left out."""
    wrong, count = [], 0
    query = sa.select(facts.c.id, facts.c.text_id, facts.c.start, facts.c.end, facts.c.quote)
    query = query.where(facts.c.text_id.is_not(None), facts.c.is_on_old_text.is_(False)).order_by(facts.c.text_id)
    text_id, text = None, ""
    for row in connection.execute(query):
        if row.text_id in but:
            continue
        if row.text_id != text_id:
            text_id, text = row.text_id, load_text(connection, row.text_id).text
        count += 1
        if text[row.start : row.end] != row.quote:
            wrong.append(row.id)
    return wrong, count
