"""Taking files, texts and addresses in, and doing the queued work."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from casetrack.accounts import Act, require
from casetrack.casebook.base import SYSTEM
from casetrack.casebook.drafts import Drafts
from casetrack.casebook.views import TasksView, TaskView
from casetrack.errors import NotFound, Refused, Unreadable
from casetrack.ingest import Arrival, Outcome
from casetrack.model import Viewer, slugify
from casetrack.read import ocr
from casetrack.read.fetch import fetch
from casetrack.store import Connection, cases, tasks
from casetrack.store import documents as documents_store


class Adding(Drafts):
    """Files in, work done."""

    def upload(self, files: Sequence[tuple[str, bytes]], *, viewer: Viewer, case: str = "") -> str:
        """Take files in and queue their reading. Returns the batch to follow with `batch`."""
        return self._queue(
            [(data, Arrival(how="envoi", name=name, user_id=viewer.user_id)) for name, data in files], viewer, case
        )

    def paste(
        self,
        text: str,
        *,
        viewer: Viewer,
        title: str = "",
        publisher: str = "",
        published_on: dt.date | None = None,
        case: str = "",
    ) -> str:
        """Take a pasted text in, with what the person says of it."""
        if not text.strip():
            raise Refused("Le texte est vide : collez l'article, puis recommencez.")
        arrival = Arrival(
            how="collage",
            name=f"{slugify(title or text[:60]) or 'texte'}.txt",
            user_id=viewer.user_id,
            title=title.strip(),
            publisher=publisher.strip(),
            published_on=published_on,
        )
        return self._queue([(text.encode("utf-8"), arrival)], viewer, case)

    def add_address(self, address: str, *, viewer: Viewer, case: str = "") -> str:
        """Queue the fetching of a page. The worker fetches; refusals are said on the batch's page."""
        require(viewer, Act.ADD)
        batch = uuid.uuid4().hex[:12]
        with self.store.write() as connection:
            payload = {"address": address.strip(), "case": case, "name": address.strip()}
            tasks.add_task(connection, "fetch", payload, batch=batch, created_by=viewer.user_id)
        return batch

    def _queue(self, arrivals: Sequence[tuple[bytes, Arrival]], viewer: Viewer, case: str) -> str:
        require(viewer, Act.ADD)
        batch = uuid.uuid4().hex[:12]
        for data, arrival in arrivals:
            payload: dict[str, Any] = {"name": arrival.name, "case": case}
            try:
                taken = self.pipeline.take_in(data, arrival)
            except Refused as error:
                taken = Outcome(name=arrival.name, outcome="failed", reason=str(error))
            with self.store.write() as connection:
                payload["document_id"] = taken.document_id
                task_id = tasks.add_task(connection, "read", payload, batch=batch, created_by=viewer.user_id)
                if taken.document_id is not None and case:
                    self._attach_new(connection, case, taken.document_id)
                if taken.outcome != "added":
                    result = {"outcome": taken.outcome, "reason": taken.reason}
                    failure = taken.reason if taken.outcome == "failed" and taken.document_id is None else ""
                    tasks.finish_task(connection, task_id, result=result, failure=failure)
        return batch

    def _attach_new(self, connection: Connection, case: str, document_id: int) -> None:
        row = cases.find_case(connection, case)
        if row is not None:
            cases.attach(connection, row["id"], document_id, "confirme", "ajouté depuis la page de l'affaire")

    def run_task(self, task: dict[str, Any], beat: Callable[[], None] = lambda: None) -> Outcome:
        """Do one claimed task; its outcome is kept on its row. Used by the worker."""
        payload = task["payload"]
        document_id, failure = payload.get("document_id"), ""
        try:
            if task["kind"] == "fetch" and document_id is None:
                document_id = self._fetch(task)
            beat()
            outcome = self._read_again(document_id) if task["kind"] != "ocr" else self.read_by_ocr(document_id)
        except (Refused, Unreadable, NotFound) as error:
            failure = str(error)
            outcome = Outcome(name=payload.get("name", ""), outcome="failed", document_id=document_id, reason=failure)
        result = {"outcome": outcome.outcome, "reason": outcome.reason, "document_id": document_id}
        with self.store.write() as connection:
            tasks.finish_task(connection, task["id"], result=result, failure=failure)
        return outcome

    def _read_again(self, document_id: int) -> Outcome:
        with self.store.read() as connection:
            if documents_store.get_any(connection, document_id)["deleted_at"] is not None:
                raise NotFound("document (supprimé entre-temps)")
        return self.pipeline.read(document_id)

    def _fetch(self, task: dict[str, Any]) -> int:
        payload = task["payload"]
        fetched = fetch(payload["address"], self.settings)
        taken = self.pipeline.take_in(
            fetched.data,
            Arrival(
                how="adresse",
                name=fetched.name,
                address=payload["address"],
                final_address=fetched.final_address,
                user_id=task["created_by"],
            ),
        )
        assert taken.document_id is not None
        if payload.get("case"):
            with self.store.write() as connection:
                self._attach_new(connection, payload["case"], taken.document_id)
        return taken.document_id

    def read_by_ocr(self, document_id: int) -> Outcome:
        """Recognise the text of a scan. Raises `NotFound`, and `Refused` when the tools are not installed."""
        with self.store.read() as connection:
            row = documents_store.find_document(connection, document_id, SYSTEM)
        if row is None:
            raise NotFound(f"document n°\u00a0{document_id}")
        if not ocr.is_available():
            raise Refused(
                "La reconnaissance de texte n'est pas installée : installez tesseract-ocr et tesseract-ocr-fra, "
                "puis l'option « ocr » de casetrack."
            )
        reading = ocr.ocr_pdf(self.pipeline.originals.path(row["sha256"]), self.settings)
        return self.pipeline.keep(row, row["title"], reading)

    def work_off_queue(self) -> Iterator[tuple[str, Outcome]]:
        """Read every waiting document here and now, giving each outcome (the command line has no worker)."""
        while True:
            with self.store.read() as connection:
                waiting = tasks.queued_ids(connection, but=tasks.LETTER)
            if not waiting:
                return
            for task_id in waiting:
                with self.store.write() as connection:
                    task = tasks.claim_task(connection, task_id, "cli")
                if task is not None:
                    outcome = self.run_task(task)
                    yield outcome.name, outcome

    def batch(self, batch: str, *, viewer: Viewer) -> TasksView:
        """Where the files of one sending stand."""
        require(viewer, Act.ADD)
        with self.store.read() as connection:
            found = tasks.batch_tasks(connection, batch)
        return _tasks_view(found)

    def tasks(self, *, viewer: Viewer) -> TasksView:
        """The latest tasks of everybody."""
        require(viewer, Act.ADD)
        with self.store.read() as connection:
            found = _tasks_view(tasks.recent_tasks(connection))
            nameless = {item.document_id for item in found.items if item.document_id and not item.name}
            named = documents_store.find_documents(connection, nameless, viewer) if nameless else {}
        items = tuple(
            replace(item, name=named[item.document_id]["title"]) if item.document_id in named else item
            for item in found.items
        )
        return replace(found, items=items)

    def retry_document(self, document_id: int, *, viewer: Viewer) -> str:
        """Queue another reading. Returns the batch."""
        return self._queue_work("read", document_id, viewer)

    def request_ocr(self, document_id: int, *, viewer: Viewer) -> str:
        """Queue a recognition of text. Returns the batch."""
        return self._queue_work("ocr", document_id, viewer)

    def _queue_work(self, kind: str, document_id: int, viewer: Viewer) -> str:
        require(viewer, Act.ADD)
        batch = uuid.uuid4().hex[:12]
        with self.store.write() as connection:
            row = self._row(connection, document_id, viewer)
            payload = {"document_id": document_id, "name": row["title"]}
            tasks.add_task(connection, kind, payload, batch=batch, created_by=viewer.user_id)
        return batch

    def _row(self, connection: Connection, document_id: int, viewer: Viewer) -> dict[str, Any]:
        row = documents_store.find_document(connection, document_id, viewer)
        if row is None:
            raise NotFound(f"document {document_id}")
        return row


def _tasks_view(found: list[dict[str, Any]]) -> TasksView:
    items = tuple(
        TaskView(
            id=row["id"],
            kind=row["kind"],
            state=row["state"],
            name=row["payload"].get("name", ""),
            outcome=(row["result"] or {}).get("outcome", ""),
            reason=(row["result"] or {}).get("reason", "") or row["message"],
            document_id=(row["result"] or {}).get("document_id") or row["payload"].get("document_id"),
            created_at=row["created_at"],
        )
        for row in found
    )
    return TasksView(items=items, done=sum(item.state in ("done", "failed") for item in items), total=len(items))
