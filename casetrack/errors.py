"""What can go wrong, as one tree. Each error keeps its facts and says them in one French sentence."""

from __future__ import annotations

from collections.abc import Mapping


class CasetrackError(Exception):
    """Root of every error this project raises. ``str(error)`` is French, for people, and says what to do."""


class Unreadable(CasetrackError):
    """A file could not be read.

    ``reason`` is the sentence for people, ``code`` a stable word for programs (``chiffre``, ``vide``,
    ``trop-gros``, ``bombe``, ``tronque``, ``format-inconnu``, ``delai``, ``memoire``, ``illisible``...).
    """

    def __init__(self, reason: str, *, code: str = "illisible") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class Refused(CasetrackError):
    """A request that the rules forbid (an address, a size, a right)."""


class WrongFields(Refused):
    """What was typed cannot be kept; ``fields``: name -> what is wrong with it."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotAllowed(Refused):
    """The viewer may not do this."""


class NotFound(CasetrackError):
    """Nothing here by that name, or nothing this viewer may see."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Introuvable : {what}.")
        self.what = what


class Gone(NotFound):
    """It was here, and no longer is; ``why`` is a whole sentence."""

    def __init__(self, what: str, why: str) -> None:
        CasetrackError.__init__(self, why)
        self.what = what


class Replaced(CasetrackError):
    """Something else took its place, known by ``key``."""

    def __init__(self, key: str) -> None:
        super().__init__("Ce que vous cherchez a changé d’adresse.")
        self.key = key


class QueryError(CasetrackError):
    """A search query that cannot be understood; ``position`` is the 0-based character it points at."""

    def __init__(self, message: str, *, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class Conflict(CasetrackError):
    """Somebody else changed the thing meanwhile, or the state does not allow the act."""


class IndexUnusable(CasetrackError):
    """The index is absent, damaged, or of another version: it must be rebuilt."""


class SettingsError(CasetrackError):
    """A ``CASETRACK_*`` variable has a value that cannot be used."""
