"""From a file to facts and to the index."""

from casetrack.ingest.indexing import Feed
from casetrack.ingest.library import ImportReport, Librarian, left_aside
from casetrack.ingest.pipeline import Arrival, Outcome, Pipeline

__all__ = ["Arrival", "Feed", "ImportReport", "Librarian", "Outcome", "Pipeline", "left_aside"]
