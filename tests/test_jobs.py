"""Background work: rows are never lost, and done once."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from casetrack import jobs
from casetrack.casebook import SYSTEM, Casebook
from casetrack.errors import CasetrackError
from casetrack.ingest import Arrival
from casetrack.store import tasks
from tests.hostile.make import mail_forwarded_in_mail
from tests.samples import ARTICLE, ORDER


def work_until(casebook: Casebook, is_done: Callable[[], bool]) -> None:
    """Run a worker until something is done."""
    over = threading.Event()
    worker = jobs.Worker(casebook)
    thread = threading.Thread(target=worker.run, args=(over.is_set,))
    thread.start()
    try:
        for _ in range(300):
            if is_done():
                return
            threading.Event().wait(0.1)
        raise AssertionError("the worker did not finish")
    finally:
        over.set()
        thread.join()


def work(casebook: Casebook, batch: str) -> None:
    work_until(casebook, lambda: not casebook.batch(batch, viewer=SYSTEM).is_running)


def test_the_worker_reads_what_was_sent_and_indexes_it(casebook: Casebook):
    batch = casebook.upload([("o.txt", ORDER.encode()), ("a.txt", ARTICLE.encode())], viewer=SYSTEM)
    assert casebook.batch(batch, viewer=SYSTEM).done == 0
    work(casebook, batch)
    assert {item.outcome for item in casebook.batch(batch, viewer=SYSTEM).items} == {"added"}
    assert casebook.search("phares", viewer=SYSTEM).total == 2


def test_what_a_dead_worker_held_is_done_by_the_next(casebook: Casebook):
    batch = casebook.upload([("o.txt", ORDER.encode())], viewer=SYSTEM)
    (item,) = casebook.batch(batch, viewer=SYSTEM).items
    with casebook.store.write() as connection:
        assert tasks.claim_task(connection, item.id, "dead")
        assert tasks.claim_task(connection, item.id, "other") is None, "a row is claimed once"
    work(casebook, batch)
    assert casebook.batch(batch, viewer=SYSTEM).items[0].outcome == "added"


def test_a_document_whose_sender_was_killed_is_read_all_the_same(casebook: Casebook):
    taken = casebook.pipeline.take_in(ORDER.encode(), Arrival(how="envoi", name="o.txt"))
    casebook.add_address("https://exemple.invalid/", viewer=SYSTEM)
    work_until(casebook, lambda: casebook.document(taken.document_id or 0, viewer=SYSTEM).ref.state == "read")


def test_a_task_that_kills_its_worker_again_and_again_is_given_up_with_a_reason(casebook: Casebook):
    batch = casebook.upload([("o.txt", ORDER.encode())], viewer=SYSTEM)
    (item,) = casebook.batch(batch, viewer=SYSTEM).items
    for _ in range(tasks.MAX_ATTEMPTS):
        with casebook.store.write() as connection:
            assert tasks.claim_task(connection, item.id, "dead")
            waiting = tasks.requeue_unfinished(connection)
    assert waiting == []
    assert "interrompu" in casebook.batch(batch, viewer=SYSTEM).items[0].reason


def test_two_servers_do_not_share_a_home(tmp_path):
    handle = jobs.lock_home(tmp_path / "serve.lock")
    assert handle
    with pytest.raises(CasetrackError, match="déjà"):
        jobs.lock_home(tmp_path / "serve.lock")


def test_a_mail_in_a_mail_in_a_mail_is_read_once_at_each_depth(casebook: Casebook):
    """The same attachment comes by several ways while it still waits: one task reads it."""
    casebook.upload([("courriels.eml", mail_forwarded_in_mail(12))], viewer=SYSTEM)
    outcomes = list(casebook.work_off_queue())
    assert len({outcome.sha256 for _, outcome in outcomes}) == len(outcomes) > 3
