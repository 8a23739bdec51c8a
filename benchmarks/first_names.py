"""Write `casetrack/extract/first_names_faker.py` from the lists of first names of Faker (MIT licence).

    pip install faker && python benchmarks/first_names.py

Faker itself is no dependency: it would be installed everywhere for its lists alone, and importing one takes 0.2 s.
Its languages are those of France's neighbours and of the places from which most of its people come.
"""

from __future__ import annotations

import importlib
import textwrap
import unicodedata
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

TARGET = Path(__file__).parent.parent / "casetrack" / "extract" / "first_names_faker.py"
LOCALES = (
    "fr_FR", "fr_BE", "fr_CH", "fr_CA", "fr_QC", "fr_DZ", "es_ES", "it_IT", "pt_PT", "ro_RO", "pl_PL", "tr_TR", "de_DE",
    "nl_BE", "nl_NL", "en_GB", "hr_HR", "vi_VN",
)  # fmt: skip
_WORDS = """
ada ane aura bas cas constant edit else emis flore grace iban ica ina isa lien lies line lois lot mai marin mark maxima
nancy paye pesent rares samu sante server side sol
"""
WORDS = frozenset(_WORDS.split())
"""First names somewhere, and words or initials of French filings: they would hide what names nobody."""
LEAST = 3


def folded(name: str) -> str:
    """The first word in small letters without accents: « Jean-Noël » is « jean »."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return bare.replace("-", " ").split()[0] if bare.strip() else ""


def listed(locale: str) -> Iterable[str]:
    """Every first name of a language."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        held = getattr(provider, attribute)
        if attribute.startswith("first_names") and isinstance(held, (tuple, list, dict)):
            yield from (str(name) for name in held)


def main() -> None:
    names = {folded(name) for locale in LOCALES for name in listed(locale)}
    kept = sorted(n for n in names - WORDS if n.isascii() and n.isalpha() and len(n) >= LEAST)
    faker = distribution("faker")
    licence = next(str(f.read_text()) for f in faker.files or () if "LICENSE" in f.name)
    notice = "\n".join(f"# {line}".rstrip() for line in licence.strip().splitlines())
    body = "\n".join(textwrap.wrap(" ".join(kept), 120))
    said = (
        f"First names of eighteen languages, folded: `benchmarks/first_names.py` made them from Faker {faker.version}."
    )
    TARGET.write_text(
        f'"""{said}"""\n\nfrom __future__ import annotations\n\n# Faker\'s licence:\n#\n{notice}\n\n'
        f'_NAMES = """\n{body}\n"""\nFROM_FAKER = frozenset(_NAMES.split())\n',
        encoding="utf-8",
    )
    print(f"{len(kept)} first names from Faker {faker.version}")


if __name__ == "__main__":
    main()
