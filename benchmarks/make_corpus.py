"""Realistic decisions from dice: the same number and seed give the same ones.

    python benchmarks/make_corpus.py 10000 --to /tmp/decisions.zip

writes the monthly ZIP of the open data that `casetrack import` reads. Structure and lengths follow real files
(about 1,100 words, half of them under 950); the words are ours, the parties invented, and a long tail of coined words
makes the vocabulary grow as a real one does. Dockets stay above the numbers that courts have reached.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))
import sentences as say

from casetrack.model import DocumentKind, IndexRecord, Shelf
from casetrack.words import COURT_CITIES

SEED = 2026
COINED = 60_000
CITIES = tuple(sorted(set(COURT_CITIES.values())))
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_TAIL_WEIGHTS = tuple(accumulate(1 / (rank + 20) for rank in range(COINED)))


@dataclass(frozen=True)
class Decision:
    """One made-up decision. ``zones``: (zone, paragraphs) in reading order."""

    number: int
    court_code: str
    docket: str
    day: dt.date
    basis: str
    party: str
    defendant: str
    outcome: str
    ground: str
    liberty: str
    articles: tuple[str, ...]
    cites: tuple[str, ...]
    zones: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        return "\n".join(line for _, lines in self.zones for line in lines)

    @property
    def court(self) -> str:
        if self.court_code == "CE":
            return "Conseil d'État"
        level = "Tribunal Administratif" if self.court_code.startswith("TA") else "Cour administrative d'appel"
        return f"{level} de {COURT_CITIES[self.court_code]}"


def coined(rank: int) -> str:
    """A French-looking word that depends on its rank alone."""
    pieces, rest = [], rank + 44
    while rest:
        rest, at = divmod(rest, len(say.SYLLABLES))
        pieces.append(say.SYLLABLES[at])
    return "".join(pieces) + say.ENDINGS[rank % len(say.ENDINGS)]


class Dice:
    """Everything drawn for one decision."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.draw = random.Random(seed * 1_000_003 + number)
        self.day = dt.date(2001, 1, 1) + dt.timedelta(days=int(9100 * self.draw.random() ** 0.6))
        self.court_code = self.draw.choices(("CE", "TA", "CAA"), (35, 50, 15))[0]
        if self.court_code != "CE":
            level = self.court_code
            self.court_code = self.draw.choice([code for code in COURT_CITIES if code.startswith(level)])
        self.party = self.draw.choice(say.PARTIES)
        self.defendant = self.draw.choice(say.DEFENDANTS).format(city=self.draw.choice(CITIES))
        self.matter = self.draw.choice(say.MATTERS)
        self.liberty = self.draw.choice(tuple(say.LIBERTIES))
        self.articles: dict[str, None] = {}
        self.cites: dict[str, None] = {}

    def docket(self, number: int) -> str:
        if self.court_code == "CE":
            return str(700_000 + number)
        year = self.day.strftime("%y")
        return f"{year}{'' if self.court_code.startswith('TA') else 'XX'}{number % 100_000:05d}"

    def date(self) -> str:
        day = self.day - dt.timedelta(days=self.draw.randrange(1, 700))
        return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"

    def tail(self) -> str:
        """A rare word, by Zipf's law."""
        return coined(self.draw.choices(range(COINED), cum_weights=_TAIL_WEIGHTS)[0])

    def fill(self, template: str) -> str:
        while "{tail}" in template:
            template = template.replace("{tail}", f"{self.tail()} {self.tail()}", 1)
        article, cited = self.draw.choice(say.ARTICLES), str(700_000 + self.draw.randrange(max(1, self.number)))
        if "{article}" in template:
            self.articles[f"cja/{article.lower().replace('. ', '-')}"] = None
        if "{cited}" in template:
            self.cites[cited] = None
        return template.format(
            date=self.date(), defendant=self.defendant, party=self.party, matter=self.matter, article=article,
            liberty=say.LIBERTIES[self.liberty], days=self.draw.choice((3, 8, 15, 30)), cited=cited,
            amount=self.draw.choice((100, 500, 1000, 1500, 3000)),
        )  # fmt: skip


def make(number: int, seed: int = SEED) -> Decision:
    """The decision of that number: 0, 1, 2..."""
    dice = Dice(number, seed)
    basis = dice.draw.choices(tuple(say.BASES), [share for _, share in say.BASES.values()])[0]
    outcome = dice.draw.choices(tuple(say.SHARES), tuple(say.SHARES.values()))[0]
    length = min(4500, dice.draw.lognormvariate(6.86, 0.5))
    docket = dice.docket(number)
    zones = _zones(dice, docket, basis, outcome, int(length))
    return Decision(
        number=number, court_code=dice.court_code, docket=docket, day=dice.day, basis=basis, party=dice.party,
        defendant=dice.defendant, outcome=outcome, ground=dice.draw.choice(say.DECISIVE) if basis else "",
        liberty=dice.liberty if basis == "L. 521-2" else "", articles=tuple(dice.articles), cites=tuple(dice.cites),
        zones=zones,
    )  # fmt: skip


def _zones(dice: Dice, docket: str, basis: str, outcome: str, length: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    claims = [f"{rank}°) {dice.fill(claim)} ;" for rank, claim in enumerate(dice.draw.sample(say.CLAIMS, 3), 1)]
    pleas = [f"- {dice.fill(plea)} ;" for plea in dice.draw.sample(say.PLEAS, dice.draw.randrange(2, 6))]
    about = f", sur le fondement de l'article {basis} du code de justice administrative," if basis else ""
    operative = [f"Article {'1er' if rank == 1 else rank} : {dice.fill(line)}"
                 for rank, line in enumerate(say.OUTCOMES[outcome], 1)]  # fmt: skip
    operative.append(f"Article {len(operative) + 1} : La présente ordonnance sera notifiée à {dice.party}.")
    before = (
        ("entete", (f"N° {docket}", f"{dice.party} c/ {dice.defendant}")),
        ("procedure", ("Vu la procédure suivante :", f"Par une requête, enregistrée le {dice.date()}, {dice.party} "
                       f"demande au juge des référés{about} :")),
        ("conclusions", tuple(claims)),
        ("moyens", (f"{dice.party} soutient que :", *pleas)),
        ("visas", ("Vu les autres pièces du dossier ;", "Vu :", "- la Constitution ;",
                   "- le code de justice administrative ;")),
        ("audience", (f"Ont été entendus à l'audience publique du {dice.date()} les représentants de {dice.party} "
                      f"et de {dice.defendant}.",)),
    )  # fmt: skip
    used = sum(len(line.split()) for _, lines in before for line in lines)
    grounds = ["Considérant ce qui suit :"]
    while used < length or len(grounds) < 3:
        lines = " ".join(dice.fill(dice.draw.choice(say.GROUNDS)) for _ in range(dice.draw.randrange(1, 4)))
        grounds.append(f"{len(grounds)}. {lines}")
        used += len(lines.split())
    return (*before, ("motifs", tuple(grounds)), ("dispositif", ("O R D O N N E :", *operative)))


def decisions(many: int, seed: int = SEED) -> Iterator[Decision]:
    """The first ``many`` decisions of a seed."""
    return (make(number, seed) for number in range(many))


def record(decision: Decision) -> IndexRecord:
    """A decision as the index is fed with it."""
    return IndexRecord(
        document_id=decision.number + 1,
        audience="all",
        kind=DocumentKind.DECISION,
        shelf=Shelf.LIBRARY,
        title=f"{decision.court}, {decision.day.isoformat()}, n° {decision.docket}",
        text=decision.text,
        zones=tuple((zone, "\n".join(lines)) for zone, lines in decision.zones),
        court_code=decision.court_code,
        day=decision.day,
        basis=decision.basis,
        dockets=(decision.docket,),
        parties=(decision.party, decision.defendant),
        plaintiffs=(decision.party,),
        defendants=(decision.defendant,),
        outcomes=(decision.outcome,),
        grounds=(decision.ground,) if decision.ground else (),
        liberties=(decision.liberty,) if decision.liberty else (),
        articles=decision.articles,
        cites=decision.cites,
        authority=(decision.number % 10) / 10,
        cited=decision.number % 7,
    )


def as_xml(decision: Decision) -> str:
    """A decision as the open data of the administrative courts writes it."""
    name = f"{_prefix(decision)}_{decision.docket}_{decision.day:%Y%m%d}.xml"
    body = "\n".join(f"<p>{escape(line)}</p>" for _, lines in decision.zones for line in lines)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document>
<Donnees_Techniques><Identification>{name}</Identification><Date_Mise_Jour>{decision.day}</Date_Mise_Jour>
</Donnees_Techniques>
<Dossier><Code_Juridiction>{decision.court_code}</Code_Juridiction>
<Nom_Juridiction>{escape(decision.court)}</Nom_Juridiction>
<Numero_Dossier>{decision.docket}</Numero_Dossier><Date_Lecture>{decision.day}</Date_Lecture>
<Type_Decision>Ordonnance</Type_Decision><Code_Publication>C</Code_Publication></Dossier>
<Audience><Formation_Jugement>Juge des référés</Formation_Jugement></Audience>
<Decision><Texte_Integral>{body}</Texte_Integral></Decision>
</Document>
"""


def _prefix(decision: Decision) -> str:
    return {"CE": "ORCE", "TA": "ORTA", "CAA": "ORCA"}[decision.court_code.rstrip("0123456789")]


def main() -> None:
    parser = argparse.ArgumentParser(description="Écrit N décisions vraisemblables dans un ZIP de données ouvertes.")
    parser.add_argument("many", type=int, metavar="N")
    parser.add_argument("--to", type=Path, default=Path("decisions.zip"))
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    with zipfile.ZipFile(options.to, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for decision in decisions(options.many, options.seed):
            name = f"{_prefix(decision)}_{decision.docket}_{decision.day:%Y%m%d}_{decision.number}.xml"
            archive.writestr(name, as_xml(decision))
    print(f"{options.many} décisions dans {options.to}")


if __name__ == "__main__":
    main()
