"""Write `casetrack/extract/first_names_faker.py` from the lists of first names of Faker (MIT licence).

    pip install faker && python benchmarks/first_names.py

Faker itself is no dependency: it would be installed everywhere for its lists alone, and importing one takes 0.2 s.
Its languages are those of Europe and of the places from which most people come to it.
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
    "nl_BE", "nl_NL", "en_GB", "hr_HR", "vi_VN", "de_AT", "de_CH", "es_CA", "pt_BR", "en_IE", "ga_IE", "en_US", "sv_SE",
    "no_NO", "da_DK", "fi_FI", "cs_CZ", "sk_SK", "sl_SI", "hu_HU", "lt_LT", "lv_LV", "et_EE", "az_AZ", "uz_UZ", "en_IN",
    "ja_JP", "en_KE", "en_NG", "yo_NG", "ig_NG", "ha_NG", "tw_GH", "zu_ZA", "sw",
)  # fmt: skip
_WORDS = """
ada age aine ale alea ales alpin amie anar ane anes ante armas ascension aune aura avril baba barbu bas beat beau
bebe beni bill bio brandy cal canal candelas cap carter cas chase cherie clair constant crin dadas demi devin
deviner divan dom don ecrin edit edite else emir emis engin est feline fin flore forum franc fuma gal gene grace
hunter iban ica igne imam ina innocent isa islam jet jeton job joy junior jure kanak kick lance lascar lib lien lies
limon leroy line lois lot love lundi mac magne mai maire malin malle mans mante mare marin mark mars marte martins mate
mati maxima med mentor meta mie miel mile mille muret murit musa musee mutai nana nancy nazi neo nord nova olive
ouest par patience paye penny pepe pesent petri prudence rada rama ramadan rares rasa ray rein reine romaine royal
rua safari saga salami samu sante sapa semat sep server seve side sierra signe sol sud sos sue sultane tan tanner thales
tilde
tome tore tory tutu van vide viking ville violet vit yen
"""
WORDS = frozenset(_WORDS.split())
"""First names somewhere, and words or initials of French filings: they would hide what names nobody."""
LEAST = 3
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that are no other letter with an accent."""


def folded(name: str) -> str:
    """The first word in small letters without accents: « Jean-Noël » is « jean »."""
    bare = "".join(
        c for c in unicodedata.normalize("NFD", name.lower().translate(LETTERS)) if not unicodedata.combining(c)
    )
    return bare.replace("-", " ").split()[0] if bare.strip() else ""


def listed(locale: str) -> Iterable[str]:
    """Every first name of a language."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        held = getattr(provider, attribute)
        if attribute.startswith(("first_names", "first_romanized")) and isinstance(held, (tuple, list, dict)):
            yield from (str(name) for name in held)


def main() -> None:
    names = {folded(name) for locale in LOCALES for name in listed(locale)}
    kept = sorted(n for n in names - WORDS if n.isascii() and n.isalpha() and len(n) >= LEAST)
    faker = distribution("faker")
    licence = next(str(f.read_text()) for f in faker.files or () if "LICENSE" in f.name)
    notice = "\n".join(f"# {line}".rstrip() for line in licence.strip().splitlines())
    body = "\n".join(textwrap.wrap(" ".join(kept), 120))
    said = f"First names of {len(LOCALES)} lists of Faker {faker.version}, folded: made by `benchmarks/first_names.py`."
    TARGET.write_text(
        f'"""{said}"""\n\nfrom __future__ import annotations\n\n# Faker\'s licence:\n#\n{notice}\n\n'
        f'_NAMES = """\n{body}\n"""\nFROM_FAKER = frozenset(_NAMES.split())\n',
        encoding="utf-8",
    )
    print(f"{len(kept)} first names from Faker {faker.version}")


if __name__ == "__main__":
    main()
