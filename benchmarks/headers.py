"""Look at the security headers of a running site, as a stranger's scanner would, and say what is missing.

    python benchmarks/headers.py https://suivi.exemple.fr [--insecure]

Exit code 1 when something is missing. `--insecure` is for a certificate of one's own, in a trial.
"""

from __future__ import annotations

import re
import ssl
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message

PATHS = ("/", "/connexion", "/recherche?q=urgence", "/statique/site.css", "/rien-ici")
YEAR = 31_536_000


def directives(policy: str) -> dict[str, str]:
    """A content policy, by directive."""
    return dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())


def _policy(headers: Message) -> dict[str, str]:
    return directives(headers.get("Content-Security-Policy", ""))


def _long_enough(headers: Message) -> bool:
    found = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    return bool(found) and int(found[1]) >= YEAR


def _cookies(headers: Message, *words: str) -> bool:
    return all(word in cookie for cookie in headers.get_all("Set-Cookie", []) for word in words)


CHECKS: dict[str, Callable[[Message], bool]] = {
    "policy: nothing by default": lambda h: _policy(h).get("default-src") == "'none'",
    "policy: scripts by nonce only": lambda h: bool(re.fullmatch(r"'nonce-[\w-]+'", _policy(h).get("script-src", ""))),
    "policy: no unsafe word": lambda h: "unsafe" not in h.get("Content-Security-Policy", "unsafe"),
    "policy: no other site": lambda h: "http" not in h.get("Content-Security-Policy", "http"),
    "policy: no base, no frame around": lambda h: (
        _policy(h).get("base-uri") == "'none'" == _policy(h).get("frame-ancestors")
    ),
    "policy: forms to ourselves": lambda h: _policy(h).get("form-action") == "'self'",
    "HSTS for a year": _long_enough,
    "no guess of types": lambda h: h.get("X-Content-Type-Options") == "nosniff",
    "no frame, for old browsers": lambda h: h.get("X-Frame-Options") == "DENY",
    "referrer kept": lambda h: h.get("Referrer-Policy") in {"same-origin", "no-referrer"},
    "no other window": lambda h: h.get("Cross-Origin-Opener-Policy") == "same-origin",
    "no other reader": lambda h: h.get("Cross-Origin-Resource-Policy") == "same-origin",
    "no sensor": lambda h: "camera=()" in h.get("Permissions-Policy", ""),
    "no cross-origin permission": lambda h: "Access-Control-Allow-Origin" not in h,
    "cookies: Secure, HttpOnly, SameSite": lambda h: _cookies(h, "Secure", "HttpOnly", "SameSite=Lax"),
    "cookies: __Host-": lambda h: _cookies(h, "__Host-"),
    "no program named with its version": lambda h: (
        not re.search(r"waitress|werkzeug|python", h.get("Server", ""), re.I)
    ),
}


def headers_of(address: str, context: ssl.SSLContext) -> Message:
    """The headers of an answer, an error's too."""
    try:
        with urllib.request.urlopen(address, context=context, timeout=30) as answer:
            return answer.headers
    except urllib.error.HTTPError as error:
        return error.headers


def main() -> int:
    base = sys.argv[1].rstrip("/")
    context = ssl.create_default_context()
    if "--insecure" in sys.argv:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    answers = {path: headers_of(base + path, context) for path in PATHS}
    missing = 0
    for said, check in CHECKS.items():
        wrong = [path for path, headers in answers.items() if not check(headers)]
        missing += bool(wrong)
        print(f"{'NO ' + ' '.join(wrong) if wrong else 'yes':<6} {said}")
    print(f"\n{len(CHECKS) - missing} of {len(CHECKS)} on {len(PATHS)} answers of {base}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
