"""casetrack: urgent litigation before the French administrative courts, read, proved and told in order."""

__version__ = "0.1.0"
