"""The OpenAPI document, made from the views and their forms."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from spectree import Response, SecurityScheme, SpecTree
from spectree.models import SecureType, SecuritySchemeData

from casetrack import __version__
from casetrack.errors import Refused
from casetrack.web.api.forms import Problem

_TEXT = (
    "Lecture des affaires, documents, chronologies et recherches. Sans jeton : la part publique. "
    "Avec un jeton personnel (page « Mon compte ») : celle des membres, en lecture. Dates ISO, heures de Paris, "
    "positions en points de code. Les noms des juges et des greffiers n'y figurent jamais."
)


def _before(_request: Any, _response: Any, error: Any, _instance: Any, _adapter: Any) -> None:
    """A question that cannot be understood is refused like everywhere else, in French."""
    if error is not None:
        names = ", ".join(sorted({str(item["loc"][0]) for item in error.errors() if item["loc"]}))
        raise Refused(f"Paramètre incompris : {names or 'demande'}. Voyez la description à /api/v1/openapi.json.")


spec = SpecTree(
    "flask",
    title="casetrack",
    description=_TEXT,
    version=__version__,
    mode="strict",
    annotations=True,
    before=_before,
    validation_error_status=400,
    validation_error_model=Problem,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    security_schemes=[SecurityScheme(name="jeton", data=SecuritySchemeData(type=SecureType.HTTP, scheme="bearer"))],
    security=[{}, {"jeton": []}],
)


def answers(form: Any, *, may_miss: bool = False, moved: str = "") -> Response:
    """The answers of a view: its form, and the problems every view may meet. ``moved``: the code of its redirection."""
    problems: dict[str, Any] = {f"HTTP_{code}": Problem for code in (400, 401, 429, 503)}
    if may_miss:
        problems["HTTP_404"] = Problem
    bare = ["HTTP_304", *([f"HTTP_{moved}"] if moved else [])]
    return Response(*bare, HTTP_200=form, **problems)


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document; problems have their own media type."""
    made: dict[str, Any] = deepcopy(spec.spec)
    for path in made["paths"].values():
        for operation in path.values():
            for code, answer in operation["responses"].items():
                if code.startswith(("4", "5")) and "content" in answer:
                    answer["content"] = {"application/problem+json": answer["content"]["application/json"]}
    return made
