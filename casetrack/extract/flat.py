"""A copy of a text in small letters without accents, of the same length: what patterns read.

Offsets found in the copy hold in the text. Old decisions are in capitals without accents, press is not: one pattern
reads both.
"""

from __future__ import annotations

_PAIRS = tuple(
    zip("éèêëàâäîïôöùûüç\u2019\u2018\u02bc\u00a0\u202f\u2009º", "eeeeaaaiioouuuc'''   °", strict=True)
)  # fmt: skip


def flatten(text: str) -> str:
    """Small letters, no accents, straight apostrophes, plain spaces; exactly as long as ``text``."""
    flat = text.lower()
    if len(flat) != len(text):  # « İ » becomes two characters
        flat = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if flat.isascii():
        return flat
    for accented, bare in _PAIRS:
        flat = flat.replace(accented, bare)
    return flat
