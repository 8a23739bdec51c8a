"""Who may know whom: the picture of DESIGN.md, kept true."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "casetrack"

WORDS = {"model", "errors", "settings", "words", "codes"}
MAY_KNOW = {
    "model": set(),
    "errors": set(),
    "words": {"model"},
    "codes": set(),
    "settings": {"errors"},
    "masking": {"model", "errors", "extract"},
    "read": WORDS,
    "extract": {"model", "errors", "codes"},
    "resolve": {"model", "errors", "words"},
    "timeline": {"model", "errors", "words"},
    "deadlines": {"model", "errors", "words"},
    "store": WORDS,
    "search": WORDS,
    "ingest": WORDS | {"read", "extract", "masking", "resolve", "store", "search"},
    "casebook": WORDS
    | {"read", "accounts", "ingest", "masking", "timeline", "deadlines", "resolve", "extract", "store", "search"},
    "accounts": WORDS | {"store"},
    "mailing": WORDS | {"accounts", "store"},
    "jobs": WORDS | {"accounts", "casebook", "ingest", "mailing", "store"},
    "web": WORDS | {"casebook", "accounts", "jobs", "mailing", "timeline", "deadlines"},
    "cli": WORDS | {"casebook", "accounts", "jobs", "mailing", "web", "read", "extract", "ingest"},
}
ONLY_IN = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "flask": {"web"},
    "flask_login": {"web"},
    "segno": {"web"},
    "argon2": {"accounts"},
    "pyotp": {"accounts"},
    "smtplib": {"mailing"},
    "zxcvbn": {"accounts"},
    "whoosh": {"search"},
    "tantivy": {"search"},
    "huey": {"jobs"},
    "pypdf": {"read"},
    "pypdfium2": {"read"},
    "trafilatura": {"read"},
    "lxml": {"read"},
}
PURE = {"extract", "masking", "resolve", "timeline", "deadlines", "model", "errors", "words", "codes"}
ALLOWED_IN_PURE = {"rapidfuzz"}  # aliases, in resolve only


def imports(path: Path) -> set[str]:
    """Absolute names imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            if node.module == "casetrack":
                found |= {f"casetrack.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return found


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def test_lines_go_down_only():
    for path in PACKAGE.rglob("*.py"):
        part = part_of(path)
        if part in {"__init__", "__main__"}:
            continue
        for name in imports(path):
            if not name.startswith("casetrack."):
                continue
            other = name.split(".")[1]
            if other in {part, "__version__"}:
                continue
            assert other in MAY_KNOW[part], f"{path.name} ({part}) may not know {other}"


def test_libraries_live_in_one_place():
    for path in PACKAGE.rglob("*.py"):
        part = part_of(path)
        for name in imports(path):
            top = name.split(".")[0]
            assert part in ONLY_IN.get(top, {part}), f"{path} imports {top}"


def test_pure_parts_know_the_standard_library_only():
    import sys

    for path in PACKAGE.rglob("*.py"):
        if part_of(path) not in PURE:
            continue
        for name in imports(path):
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or top in {"casetrack", *ALLOWED_IN_PURE}, f"{path} imports {top}"
