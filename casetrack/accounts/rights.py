"""One table: which role may do what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from casetrack.errors import NotAllowed
from casetrack.model import UserRole, Viewer


class Act(StrEnum):
    """What a person may want to do."""

    READ = "lire"
    ADD = "ajouter"
    REVIEW = "verifier"
    NAME = "nommer"
    UNDO_OWN = "annuler-les-siens"
    ARRANGE = "fusionner-et-scinder"
    PUBLISH = "publier"
    DELETE = "supprimer"
    UNDO_ANY = "annuler-les-autres"
    MANAGE_USERS = "gerer-les-comptes"
    ERASE = "effacer"


_READER = frozenset({Act.READ})
_CONTRIBUTOR = _READER | {Act.ADD, Act.REVIEW, Act.NAME, Act.UNDO_OWN}
_EDITOR = _CONTRIBUTOR | {Act.ARRANGE, Act.PUBLISH, Act.DELETE, Act.UNDO_ANY}
PERMISSIONS: Mapping[UserRole, frozenset[Act]] = {
    UserRole.READER: _READER,
    UserRole.CONTRIBUTOR: _CONTRIBUTOR,
    UserRole.EDITOR: _EDITOR,
    UserRole.ADMINISTRATOR: _EDITOR | {Act.MANAGE_USERS, Act.ERASE},
}


def may(viewer: Viewer, act: Act) -> bool:
    """Whether this viewer may do this; a visitor may do none of these acts."""
    return viewer.role is not None and act in PERMISSIONS[viewer.role]


def require(viewer: Viewer, act: Act) -> None:
    """Raise `NotAllowed`, saying who may, when this viewer may not."""
    if may(viewer, act):
        return
    least = next(role for role, acts in PERMISSIONS.items() if act in acts)
    raise NotAllowed(f"Cet acte demande le rôle « {least.value} ». Connectez-vous avec un compte qui l’a.")
