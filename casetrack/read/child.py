"""The parsing child: reads file after file, each under limits, and answers on a pipe of its own.

Started by `sandbox` as ``python -m casetrack.read.child``. It ends when its input does, after running out of memory,
and by itself when the parent is no longer there to stop it.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from casetrack.errors import Unreadable
from casetrack.read import defects, pictures, read_bytes, wire
from casetrack.read.limits import MEGABYTE, Limits

MEMORY_REASON = (
    "Lire ce fichier demande trop de mémoire. Découpez-le, ou ouvrez-le et imprimez-le en PDF, puis déposez-le."
)
_GRACE = 5
"""Seconds beyond the limit after which the child ends by itself."""


def main() -> int:
    """Serve until the end of the input. The answers' pipe is moved away from what libraries print."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 * MEGABYTE, 256 * MEGABYTE))
    requests = sys.stdin.buffer
    while header := requests.read(wire.HEADER.size):
        size, _ = wire.lengths(header, MEGABYTE)
        is_spent = _serve(json.loads(requests.read(size)), answers)
        if is_spent:
            return 0
    return 0


def _serve(request: dict[str, object], answers: BinaryIO) -> bool:
    """Answer one request; whether the child should not be used again."""
    limits = Limits(**request["limits"])  # type: ignore[arg-type]
    is_spent = False
    _hold(limits)
    try:
        answer = _answer(request, limits)
    except MemoryError:
        is_spent = True
        answer = b""
    _release()
    answers.write(answer or wire.from_refusal(Unreadable(MEMORY_REASON, code="memoire")))
    answers.flush()
    return is_spent


def _answer(request: dict[str, object], limits: Limits) -> bytes:
    try:
        data = Path(str(request["path"])).read_bytes()
        if request.get("verb") == "inspect":
            return defects.to_wire(defects.inspect_bytes(data, str(request["name"]), limits))
        if request.get("verb") == "draw":
            return pictures.to_wire(pictures.draw(data, int(str(request["number"])), limits))
        engines = [str(engine) for engine in request["engines"]]  # type: ignore[attr-defined]
        reading = read_bytes(data, str(request["name"]), limits=limits, pdf_engines=engines)
        return wire.from_reading(reading)
    except Unreadable as error:
        return wire.from_refusal(error)
    except OSError:
        reason = "L'original n'a pas pu être ouvert : vérifiez les droits du dossier de données, puis relancez."
        return wire.from_refusal(Unreadable(reason, code="illisible"))


def _hold(limits: Limits) -> None:
    """Address space, processor time counted from now, and an alarm in case nobody watches."""
    _limit(resource.RLIMIT_AS, limits.memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.seconds) + 2)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE)


def _release() -> None:
    signal.setitimer(signal.ITIMER_REAL, 0)
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
        _limit(kind, resource.RLIM_INFINITY)


def _limit(kind: int, value: int) -> None:
    """The soft limit only, so that the next file gets its own."""
    _, hard = resource.getrlimit(kind)
    if value == resource.RLIM_INFINITY:
        value = hard
    elif hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, hard))


if __name__ == "__main__":
    sys.exit(main())
