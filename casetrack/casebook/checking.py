"""What a person writes in place of the machine's reading, checked field by field before anything is stored."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from casetrack.errors import WrongFields
from casetrack.model import DocumentKind, Modality, Precision, Role

_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_MOST = 500
_DATED = frozenset({"publication_date", "decision_date"})
NOT_A_DAY = "Cette date ne se comprend pas : écrivez par exemple 2021-03-12."
_NO_DAY = "Un événement a besoin d’une date : s’il n’en a pas, écartez-le plutôt."
_NO_TYPE = "Dites ce qui s’est passé : requête, audience, décision…"
_EMPTY = "Ce champ ne peut pas rester vide : pour dire que la lecture est fausse, écartez-la."
_UNKNOWN = "Choisissez une valeur de la liste."


def checked(kind: str, subject: str, was: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The value of a fact once ``changes`` are made to what it was.

    A day that a person writes is no longer deduced, and an hour makes it precise to the minute. Raises `WrongFields`.
    """
    value = {**was, **changes}
    if wrong := wrong_fields(kind, subject, changes) or _ends_before(value):
        raise WrongFields(wrong)
    return value | _settled(was, value) if kind == "event" else value


def wrong_fields(kind: str, subject: str, changes: Mapping[str, Any]) -> dict[str, str]:
    """Field -> what is wrong with what is written there."""
    rules = (
        _EVENT if kind == "event" else _PARTICIPATION if kind == "participation" else {"value": _value_rule(subject)}
    )
    return {name: said for name, rule in rules.items() if name in changes and (said := rule(changes[name]))}


def _settled(was: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Any]:
    is_moved = any(value.get(name) != was.get(name) for name in ("date", "date_end"))
    precision = value.get("precision") or Precision.DAY.value
    if value.get("time"):
        precision = Precision.MINUTE.value
    elif precision == Precision.MINUTE:
        precision = Precision.DAY.value
    return {"precision": precision, "deduced": bool(value.get("deduced")) and not is_moved}


def _ends_before(value: Mapping[str, Any]) -> dict[str, str]:
    first, last = value.get("date"), value.get("date_end")
    return {"date": f"Cette date est après la fin de l’intervalle ({last})."} if first and last and first > last else {}


def is_day(text: object) -> bool:
    """« 2021-03-12 »."""
    try:
        return bool(dt.date.fromisoformat(str(text)))
    except ValueError:
        return False


def _day(text: object) -> str:
    return "" if is_day(text) else NOT_A_DAY


def _hour(text: object) -> str:
    return "" if not text or _HOUR.fullmatch(str(text)) else "L’heure s’écrit HH:MM, par exemple 15:30."


def _said(text: object, empty: str = _EMPTY) -> str:
    said = str(text or "").strip()
    return empty if not said else f"{_MOST} signes au plus." if len(said) > _MOST else ""


def _one_of(known: type[Modality | Precision | Role | DocumentKind]) -> Callable[[object], str]:
    return lambda text: "" if text in {item.value for item in known} else _UNKNOWN


def _value_rule(subject: str) -> Callable[[object], str]:
    return _day if subject in _DATED else _one_of(DocumentKind) if subject == "kind" else _said


_EVENT: Mapping[str, Callable[[object], str]] = {
    "date": lambda text: _day(text) if text else _NO_DAY,
    "date_end": lambda text: _day(text) if text else "",
    "time": _hour,
    "type": lambda text: _said(text, _NO_TYPE),
    "modality": _one_of(Modality),
    "precision": _one_of(Precision),
}
_PARTICIPATION: Mapping[str, Callable[[object], str]] = {"name": _said, "role": _one_of(Role)}
