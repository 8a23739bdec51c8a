"""Answers lighter by gzip, where nobody can learn a secret from their length (BREACH).

The attack needs, in one compressed answer, a secret (a form's token, a member's page) and words the attacker chose.
What an address chooses comes by its query. So whoever is signed in, and any page with a form's token, gets plain bytes
as soon as the address has a query; the rest, which is what a visitor mostly loads, is compressed. A browser never
sends a program's token by itself, so the answers to programs are compressed too.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Flask, Response, g, request
from flask_login import current_user

LEAST = 1_000
MOST = 8 * 1024 * 1024
KINDS = frozenset(
    {
        "text/html",
        "text/css",
        "text/csv",
        "text/plain",
        "text/javascript",
        "text/calendar",
        "application/json",
        "application/problem+json",
        "application/atom+xml",
        "application/vnd.citationstyles.csl+json",
        "image/svg+xml",
    }
)


def install(app: Flask) -> None:
    """Installed first, so that it runs last, over the finished answer."""

    @app.after_request
    def _compress(response: Response) -> Response:
        return compressed(response) if _is_worth_it(response) else response


def _is_worth_it(response: Response) -> bool:
    if response.mimetype not in KINDS or response.status_code != 200 or response.headers.get("Content-Encoding"):
        return False
    response.vary.add("Accept-Encoding")
    return request.accept_encodings["gzip"] > 0 and not _tells_by_its_length()


def _tells_by_its_length() -> bool:
    """Whether a secret and chosen words may be in the same answer. Flask-WTF notes on `g` the token it wrote."""
    if request.endpoint == "static":
        return False
    has_secret = "csrf_token" in g or current_user.is_authenticated
    return has_secret and bool(request.query_string or request.method not in ("GET", "HEAD"))


def compressed(response: Response) -> Response:
    """The same answer by gzip; as it was when it is small, huge or streamed."""
    if response.is_streamed and not response.direct_passthrough:
        return response
    size = response.content_length or 0
    if response.direct_passthrough and not 0 < size <= MOST:
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if not LEAST <= len(body) <= MOST:
        return response
    response.set_data(_packed(body) if request.endpoint == "static" else gzip.compress(body, 5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)
    return response


@lru_cache(maxsize=16)
def _packed(body: bytes) -> bytes:
    """Files of the site, compressed once and best."""
    return gzip.compress(body, 9, mtime=0)
