"""Run a program under limits that it cannot lift: ``python -m casetrack.read.limited MEMORY SECONDS program ...``.

Done in a process of its own because Python code between fork and exec is not safe in a server with threads.
"""

from __future__ import annotations

import os
import resource
import sys

from casetrack.read.limits import MEGABYTE


def main(arguments: list[str]) -> None:
    """Set address space (bytes) and processor time (seconds), then become the program; its children inherit them."""
    memory, seconds, program = int(arguments[0]), int(arguments[1]), arguments[2:]
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 2048 * MEGABYTE),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))
    os.execvp(program[0], program)


if __name__ == "__main__":
    main(sys.argv[1:])
