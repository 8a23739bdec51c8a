"""The site: `create_app` reads as the list of what hangs on it."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from casetrack.accounts import Accounts, read_secret
from casetrack.casebook import Casebook
from casetrack.settings import Settings
from casetrack.web import (
    adding,
    api,
    auth,
    beside,
    cases,
    clock,
    compare,
    compliance,
    compression,
    context,
    documents,
    drafts,
    errors,
    exports,
    feeds,
    figures,
    glossing,
    home,
    journal,
    library,
    linked,
    notes,
    parties,
    people,
    publishing,
    review,
    search,
    security,
    sessions,
    shown,
    tokens,
    two_steps,
)
from casetrack.web.paths import template_folder

PAGES = (
    home,
    search,
    cases,
    parties,
    documents,
    beside,
    notes,
    library,
    review,
    adding,
    journal,
    drafts,
    clock,
    compliance,
    auth,
    two_steps,
    people,
    compare,
    exports,
    feeds,
    figures,
    tokens,
    api,
    publishing,
)


def create_app(casebook: Casebook, settings: Settings, accounts: Accounts) -> Flask:
    """The application over one casebook; ``settings`` must already be valid."""
    app = Flask(__name__, template_folder=str(template_folder()), static_folder="static", static_url_path="/statique")
    app.config.update(
        SECRET_KEY=read_secret(settings.home / "secret.key"),
        MAX_CONTENT_LENGTH=settings.upload_limit,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        RATELIMIT_ENABLED=True,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    context.install(app, casebook, settings, accounts)
    compression.install(app)
    security.install(app, settings)
    sessions.install(app)
    api.install(app)
    errors.install(app)
    shown.install(app)
    linked.install(app)
    glossing.install(app)
    for page in PAGES:
        app.register_blueprint(page.pages)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    return app
