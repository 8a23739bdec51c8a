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
PASSWORD_MOST = 200
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
        return _HASHER.verify(kept, password[:PASSWORD_MOST])
    except (VerificationError, InvalidHashError):
        return False


def is_old(kept: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


def checked(password: str, email: str) -> str:
    """A password long enough, not made of the address nor of one repeated sign. Raises `Refused`."""
    if not PASSWORD_LEAST <= len(password) <= PASSWORD_MOST:
        raise Refused(f"Le mot de passe doit avoir au moins {PASSWORD_LEAST} caractères : une phrase convient bien.")
    if email.split("@")[0].lower() in password.lower() or len(set(password)) < 5:
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
