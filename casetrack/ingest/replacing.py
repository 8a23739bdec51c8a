"""A decision published again, or withdrawn: the newer text replaces the older everywhere, what people added stays.

A court publishes again to hide more names: nothing of the older text may stay, in a quote, a note or a history.
"""

from __future__ import annotations

from typing import Any

from casetrack.extract.output import from_json
from casetrack.ingest.pipeline import Pipeline
from casetrack.model import Declared, Reading
from casetrack.store import Connection, Originals, care, documents, library, traces
from casetrack.store.library import Incoming

REPLACED = "remplacé par une version republiée"
WITHDRAWN = "retiré de l'archive officielle"


def is_older(item: Incoming, row: dict[str, Any]) -> bool:
    """Whether the archive itself says that what is held is more recent."""
    return bool(item.document["updated_on"] and item.document["updated_on"] < row["updated_on"])


def replace_document(connection: Connection, pipeline: Pipeline, row: dict[str, Any], item: Incoming) -> None:
    """Put a republished text in the place of the one held; the older bytes may not come back."""
    before = " ".join(traces.texts_of(connection, row["id"]))
    reading = Reading(
        text=documents.unpack(item.text["body"]),
        pages=tuple(item.text["pages"]),
        format=item.document["format"],
        extractor=item.text["extractor"],
        extractor_version=item.text["extractor_version"],
        declared=tuple(Declared(**value) for value in item.text["declared"]),
        notices=tuple(item.document["notices"]),
    )
    traces.forget(connection, row["id"], before, reading.text)
    library.forget_version(connection, row["id"], row["sha256"], REPLACED)
    library.keep_sources(connection, [item])
    kept = {key: value for key, value in row["details"].items() if key != "differences"}
    first = {"first_sha256": row["details"].get("first_sha256") or row["sha256"]}
    fresh = row | {"sha256": item.sha256, "details": kept | item.document["details"] | first}
    documents.update_document(connection, row["id"], sha256=item.sha256)
    findings = from_json(documents.unpack(item.text["findings"]))
    pipeline.store_reading(connection, fresh, item.name, reading, findings)
    pipeline.originals.erase(row["sha256"])
    if row["decision_id"]:
        library.stamp_decisions(connection, [row["decision_id"]])


def erase_withdrawn(connection: Connection, archive_ids: tuple[str, ...], originals: Originals) -> int:
    """Erase the decisions that an archive has taken back; returns how many were here."""
    found = library.holders(connection, archive_ids)
    for row in found:
        care.erase(connection, row["sha256"], WITHDRAWN)
        originals.erase(row["sha256"])
    library.stamp_decisions(connection, [row["decision_id"] for row in found if row["decision_id"]])
    return len(found)
