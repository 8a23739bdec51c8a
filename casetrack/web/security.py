"""Headers, cookies, forgery tokens, rate limits, and the private-instance switch."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, redirect, request, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import current_user
from flask_wtf import CSRFProtect
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response as AnyResponse

from casetrack.settings import Settings
from casetrack.web.sessions import owes_second_step

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")
forgery = CSRFProtect()
BEARER = WWWAuthenticate("bearer", {"realm": "casetrack"})
"""How a program that is refused may come in."""
OPEN_WHEN_PRIVATE = frozenset(
    {
        "static",
        "auth.sign_in",
        "auth.sign_in_now",
        "auth.set_password",
        "auth.set_password_now",
        "auth.forgotten",
        "auth.forgotten_now",
        "two_steps.ask",
        "two_steps.check",
        "compliance.accessibility",
        "compliance.legal",
    }
)


OPEN_BEFORE_SECOND_STEP = frozenset(
    {
        "static",
        "auth.sign_out",
        "two_steps.show",
        "two_steps.prepare",
        "two_steps.confirm",
        "compliance.accessibility",
        "compliance.legal",
    }
)


def install(app: Flask, settings: Settings) -> None:
    """Everything that every answer carries."""
    app.config.update(
        SESSION_COOKIE_NAME="__Host-casetrack" if settings.is_https else "casetrack",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_https,
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SECURE=settings.is_https,
        REMEMBER_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        RATELIMIT_HEADERS_ENABLED=True,
        WTF_CSRF_SSL_STRICT=settings.is_https,
    )

    @app.before_request
    def _begin() -> AnyResponse | None:
        g.nonce = secrets.token_urlsafe(16)
        closed = settings.private and request.endpoint not in OPEN_WHEN_PRIVATE
        if closed and not current_user.is_authenticated:
            if request.path.startswith("/api/"):
                raise Unauthorized(
                    "Cette installation est privée : présentez un jeton personnel.", www_authenticate=BEARER
                )
            return redirect(url_for("auth.sign_in", suite=request.full_path if request.method == "GET" else "/"))
        if request.endpoint in OPEN_BEFORE_SECOND_STEP or not current_user.is_authenticated or current_user.scope:
            return None  # a program's token only reads, and was made by somebody who had signed in
        return redirect(url_for("two_steps.show"), 303) if owes_second_step(current_user.account) else None

    forgery.init_app(app)  # after the nonce is there: the page that refuses a form has one too
    limiter.init_app(app)

    @app.after_request
    def _harden(response: Response) -> Response:
        return harden(response, settings)


def harden(response: Response, settings: Settings) -> Response:
    """The security headers of every answer; an original kept from elsewhere gets a closed box of its own."""
    headers = response.headers
    nonce = g.get("nonce", "")
    headers.setdefault(
        "Content-Security-Policy",
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
    )
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
    if settings.is_https:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    if request.endpoint == "static":
        headers["Cache-Control"] = "public, max-age=31536000, immutable" if request.args.get("v") else "no-cache"
    else:
        headers.setdefault("Cache-Control", "no-store" if current_user.is_authenticated else "no-cache")
        response.vary.add("Cookie")
    return response
