"""To whom something is enjoined: « au ministre de la transition écologique », whole, up to what is to be done."""

from __future__ import annotations

import re

_LONGEST = 260
"""Characters a name takes at most, lists of ministers included."""
_ENJOINED = re.compile(
    r"\b(?:enjoint|enjoignait|enjoignant|ordonne|ordonnait|ordonnant|prescrit) (?=(?:au|aux|a la|a) |a l')"
)
_LINK = re.compile(r"a l'|(?:aux?|a la|a) ")
# What ends like an infinitive and is none: « de centre », « d'outre-mer », « de l'air », « de maire ».
_NOUNS = (
    r"(?:mer|hiver|cancer|fer|foyer|loyer|metier|quartier|chantier|papier|courrier|premier|dernier|atelier|ouvrier|cahier"
    r"|fichier|dossier|particulier|escalier|fevrier|janvier|avenir|air|loisir|plaisir|pouvoir|espoir|terroir)\b"
)
_ENDS = (
    r"(?:er|ir|oir|[aeo]indre|[aeo]ndre|erdre|oudre|mettre|battre|aitre|etre|ivre|(?<!o)ire|clure|faire|taire|traire"
    r"|rompre|croire)"
)
# « de cesser », « d'effacer », « de ne pas exploiter », « de lui remettre », « de l'autoriser »
_INFINITIVE = re.compile(
    rf",? d(?:e |')(?:ne (?:pas |plus |point )?|n'|se |s'|lui |leur |y |en |le |la |les |l')*"
    rf"(?!{_NOUNS})[a-z]*{_ENDS}\b(?![-'])"
)
# A comma goes on in « des solidarités et de la santé, de l'agriculture » and in « garde des sceaux, ministre de… ».
_STOP = re.compile(
    r",(?! (?:de la |de l'|des |du |et |ministre |a la |a l'|aux? ))|[;:\n]"
    r"| (?:dans (?:un|le) delai|dans les \w+ (?:heures|jours|mois)|sous |sans delai|des la |avant le |au plus tard)"
)
_END = re.compile(r"\.(?:\s|$)")


def find_addressee(small: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Where the addressee of the first injunction of ``small[start:end]`` stands: (its « à », its name, its end).

    ``small`` is a text made plain (`plain`), which keeps every place. None when no addressee is told.
    """
    begins = _ENJOINED.search(small, start, end)
    link = _LINK.match(small, begins.end(), end) if begins else None
    if link is None:
        return None
    first, far = link.end(), min(end, link.end() + _LONGEST)
    ends = _INFINITIVE.search(small, first, far) or _END.search(small, first, far)
    stop = _STOP.search(small, first, ends.start() if ends else far)
    last = stop.start() if stop else ends.start() if ends else first
    name = small[first:last].rstrip(" ,")
    return (link.start(), first, first + len(name)) if name else None
