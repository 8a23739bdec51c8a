"""``python -m casetrack``."""

from casetrack.cli import main

main()
