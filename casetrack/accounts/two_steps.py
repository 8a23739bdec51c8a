"""The second step of signing in: a code of six digits that changes every thirty seconds (TOTP, RFC 6238).

The shared secret is in the database, since the server must know it; recovery codes are kept as digests.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from dataclasses import dataclass

import pyotp

from casetrack.accounts.people import People
from casetrack.errors import Conflict, Refused
from casetrack.model import Viewer
from casetrack.store import journal, second_steps

STEP_SECONDS = 30
DRIFT = 1
"""Steps before and after now that are accepted: telephones are rarely on time (RFC 6238, section 5.2)."""
RECOVERY_CODES = 10
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4  # 79 bits: a plain digest cannot be guessed back
_DIGITS = re.compile(r"\d{6}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Preparation:
    """What an authentication application needs, before the first code proves that it has it."""

    secret: str
    """In base 32, to type by hand."""
    address: str
    """``otpauth://``, to put in a QR code."""


class TwoSteps(People):
    """Setting the second step up, asking for it, taking it away."""

    def prepare_two_steps(self, user_id: int) -> Preparation:
        """A new secret, not asked for until `confirm_two_steps`. Raises `Conflict` when the step is already there."""
        if self.get(user_id).has_two_steps:
            raise Conflict("La connexion en deux étapes est déjà activée.")
        with self._store.write() as connection:
            second_steps.prepare(connection, user_id, pyotp.random_base32())
        found = self.preparation(user_id)
        assert found is not None
        return found

    def preparation(self, user_id: int) -> Preparation | None:
        """The secret that waits for its first code."""
        with self._store.read() as connection:
            row = second_steps.find(connection, user_id)
        if row is None or row["confirmed_at"]:
            return None
        address = pyotp.TOTP(row["secret"]).provisioning_uri(name=self.get(user_id).email, issuer_name="casetrack")
        return Preparation(secret=row["secret"], address=address)

    def confirm_two_steps(self, user_id: int, code: str) -> tuple[str, ...]:
        """Turn the second step on with a first code; gives the recovery codes, shown once. Ends the other sessions.

        Raises `Refused` when the code is wrong or nothing was prepared.
        """
        with self._store.write() as connection:
            row = second_steps.find(connection, user_id)
            step = _step_of(row["secret"], code) if row and not row["confirmed_at"] else None
            if step is None:
                raise Refused(
                    "Ce code n’est pas le bon. Vérifiez l’heure de votre téléphone, puis tapez le code suivant."
                )
            made = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
            second_steps.confirm(connection, user_id, step, [_digest(word) for word in made])
        self.end_sessions(user_id)
        return made

    def check_code(self, user_id: int, code: str) -> bool:
        """Whether a code, or a recovery code, is this person's; either is accepted once only."""
        with self._store.write() as connection:
            row = second_steps.find(connection, user_id)
            if row is None or not row["confirmed_at"]:
                return False
            step = _step_of(row["secret"], code)
            if step is not None:
                return second_steps.use_step(connection, user_id, step)
            return second_steps.use_recovery(connection, user_id, _digest(code))

    def recovery_codes_left(self, user_id: int) -> int:
        with self._store.read() as connection:
            return second_steps.recovery_left(connection, user_id)

    def remove_two_steps(self, user_id: int, *, by: Viewer) -> None:
        """Back to the password alone; it is in the journal. Raises `NotFound`, and `Conflict` when there is none."""
        if not self.get(user_id).has_two_steps:
            raise Conflict("Ce compte n’a pas de seconde étape.")
        with self._store.write() as connection:
            second_steps.remove(connection, user_id)
            journal.record(connection, by, "deux-etapes-retirees", f"account:{user_id}")


def _step_of(secret: str, code: str) -> int | None:
    """The step a code belongs to, among those accepted now."""
    typed = re.sub(r"\s", "", code)
    if not _DIGITS.fullmatch(typed):
        return None
    now, clock = int(time.time()) // STEP_SECONDS, pyotp.TOTP(secret)
    steps = range(now - DRIFT, now + DRIFT + 1)
    fitting = [step for step in steps if secrets.compare_digest(clock.generate_otp(step), typed)]
    return fitting[-1] if fitting else None


def _recovery_code() -> str:
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _digest(code: str) -> str:
    """Of the letters and digits alone: spaces, dashes and capitals are typed as one likes."""
    return hashlib.sha256(re.sub(r"[^a-z0-9]", "", code.lower()[:100]).encode()).hexdigest()
