"""Families of errors turned into pages; each says what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from casetrack.casebook import Moved
from casetrack.errors import CasetrackError, Conflict, Gone, IndexUnusable, NotAllowed, NotFound, QueryError, Refused
from casetrack.web.context import parts, viewer
from casetrack.words import size_words

TITLES = {
    400: "Demande incomprise",
    401: "Connexion demandée",
    403: "Accès réservé",
    404: "Page introuvable",
    405: "Geste impossible ici",
    409: "Les choses ont changé entre-temps",
    410: "Ce n’est plus ici",
    413: "Fichier trop gros",
    415: "Format refusé",
    429: "Trop de demandes",
    500: "Quelque chose s’est cassé chez nous",
    503: "Recherche en préparation",
}
ADVICE = {
    400: "Revenez à la page précédente, vérifiez ce que vous avez saisi, puis recommencez.",
    403: "Connectez-vous avec un compte qui a ce droit, ou demandez-le à un administrateur.",
    404: "L’adresse est peut-être ancienne, ou le document n’est pas public. Cherchez-le par son numéro ou son titre.",
    405: "Revenez à la page précédente et servez-vous du bouton prévu.",
    409: "Rechargez la page pour voir l’état présent, puis refaites votre geste s’il est encore utile.",
    410: "Les autres faits du document sont sur sa page.",
    429: "Attendez une minute, puis recommencez.",
    500: "Rien n’est perdu. Recommencez ; si cela se reproduit, signalez-le avec l’heure et l’adresse de la page.",
    503: "L’index se reconstruit. Les pages des affaires restent lisibles ; réessayez dans quelques instants.",
}

API_ADVICE = {
    404: "L’adresse est fausse ou ancienne, ou le document n’est pas public. Voyez /api/v1/openapi.json.",
    405: "L’API se lit seulement : servez-vous de GET. Sa description est à /api/v1/openapi.json.",
}


def install(app: Flask) -> None:
    """One handler a family."""
    families: tuple[tuple[type[CasetrackError], int], ...] = (
        (NotFound, 404),
        (Gone, 410),
        (NotAllowed, 403),
        (QueryError, 400),
        (Conflict, 409),
        (IndexUnusable, 503),
        (Refused, 400),
        (CasetrackError, 500),
    )
    for family, code in families:
        app.register_error_handler(family, _said(code))
    app.register_error_handler(Moved, _moved)
    app.register_error_handler(CSRFError, lambda error: error_page(400, _FORGERY))
    app.register_error_handler(HTTPException, _from_http)
    app.register_error_handler(Exception, _unexpected)


def _moved(error: Moved) -> AnyResponse:
    """An old slug leads to the new one, same page, same query."""
    assert request.endpoint is not None
    arguments: dict[str, Any] = {**request.args.to_dict(flat=False), **(request.view_args or {}), "slug": error.slug}
    return redirect(url_for(request.endpoint, **arguments), 301)


_FORGERY = "Le formulaire a expiré ou vient d’une autre session : rechargez la page puis recommencez."


def _said(code: int) -> Callable[[CasetrackError], tuple[Response | str, int]]:
    def handler(error: CasetrackError) -> tuple[Response | str, int]:
        shown = code
        if isinstance(error, NotAllowed) and not viewer().is_member:
            shown = 401
        return error_page(shown, str(error))

    return handler


def _from_http(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    said = ""
    if error.code == 413:
        limit = size_words(parts().settings.upload_limit)
        said = f"Ce que vous envoyez dépasse {limit}. Envoyez moins de fichiers à la fois, ou un fichier plus léger."
    if error.code == 401:
        said = error.description or ""
    answer = make_response(error_page(error.code, said))
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            answer.headers[name] = value  # what is allowed, how to come in, when to come back
    return answer


def _unexpected(error: Exception) -> tuple[Response | str, int]:
    current_app.logger.exception("Erreur inattendue", exc_info=error)
    return error_page(500, "")


def error_page(code: int, said: str) -> tuple[Response | str, int]:
    """The page, or problem+json for programs."""
    title = TITLES.get(code, "Demande refusée")
    if request.path.startswith("/api/"):
        detail = said or API_ADVICE.get(code) or ADVICE.get(code, "")
        answer = jsonify(type="about:blank", title=title, status=code, detail=detail)
        answer.content_type = "application/problem+json"
        return answer, code
    return render_template("errors/error.html", code=code, title=title, said=said, advice=ADVICE.get(code, "")), code
