"""Passwords: what is accepted, how it is kept, how it is checked; and the secrets kept beside the database."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from casetrack.errors import Refused

PASSWORD_LEAST = 12
PASSWORD_MOST = 128
_TYPED_MOST = 1024
"""Beyond, what is typed is not looked at: argon2 would take long over it."""
_LOOKED_AT = 72
_SOLID = 3
"""Of 4: a hundred million guesses and more, by the estimate of zxcvbn."""
NO_PASSWORD = "!"
_HASHER = PasswordHasher()


@cache
def decoy() -> str:
    """A hash to check when the address is unknown, so that both answers take the same time."""
    return _HASHER.hash(secrets.token_hex(16))


def hashed(password: str) -> str:
    """argon2id, with its salt and parameters."""
    return _HASHER.hash(password)


def verify(kept: str, password: str) -> bool:
    """Whether this is the password a hash was made of."""
    try:
        return _HASHER.verify(kept, password[:_TYPED_MOST]) and len(password) <= _TYPED_MOST
    except (VerificationError, InvalidHashError):
        return False


def is_old(kept: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


def checked(password: str, email: str) -> str:
    """A password long enough, not made of the address, and that lists of known passwords do not give away.

    Several spaces count as one. Raises `Refused`.
    """
    if len(" ".join(password.split())) < PASSWORD_LEAST:
        raise Refused(f"Le mot de passe doit avoir au moins {PASSWORD_LEAST} caractères : une phrase convient bien.")
    if len(password) > PASSWORD_MOST:
        raise Refused(f"Le mot de passe doit avoir au plus {PASSWORD_MOST} caractères.")
    from zxcvbn import zxcvbn  # only here: its lists of words take a while to load

    own = email.split("@")[0].lower()
    is_own = len(own) > 3 and own in password.lower()
    if is_own or zxcvbn(password[:_LOOKED_AT], user_inputs=[own])["score"] < _SOLID:
        raise Refused("Ce mot de passe se devine trop facilement : choisissez une phrase sans rapport avec vous.")
    return password


def read_secret(path: Path) -> str:
    """The secret that signs cookies and links, made on first use, readable by its owner only."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
