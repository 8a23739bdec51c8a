"""Casebook: the one door for the outside. Every read takes a `Viewer`; every act asks the viewer's right.

`Base` holds the parts, and each class adds a family: timelines, cases and parties, documents, search, acts, the queue
« À vérifier », undo. A page, a command or a program asks the casebook and nothing below it.
"""

from casetrack.casebook.answering import Answering
from casetrack.casebook.base import SYSTEM
from casetrack.casebook.legal_persons import Moved


class Casebook(Answering):
    """Open with settings; close when done."""


__all__ = ["SYSTEM", "Casebook", "Moved"]
