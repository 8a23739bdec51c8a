"""How well `casetrack.extract` reads annotated documents: precision, recall and F1 a field, zones by character.

As a command: ``python -m tests.scoring [--floor tests/floors.json] [--misses FIELD...]`` prints a table a set and a
mode (whole file; bare text, tags removed) and exits 1 below a floor. Fields of the shared scorer are imported from it,
beside the repository; zones, grounds and liberties are scored here.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import importlib.util
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from casetrack.extract import extract
from casetrack.extract.output import to_row
from casetrack.model import Reading
from casetrack.read import read_bytes

Row = dict[str, Any]
GOLD = Path(__file__).parent / "gold"
WRITTEN = Path(__file__).parent / "written" / "annotated"
SHARED = Path(__file__).parent.parent.parent / "shared"
MODES = ("whole", "bare")
FEWEST_ITEMS = 25
# Annotated on some documents only: an extra one elsewhere is not known to be false.
_SOMETIMES = ("related_dockets", "interveners", "lower_number", "lower_date", "judge")


@dataclass
class Score:
    """Counts of one field over a set of documents."""

    matched: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.matched / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, matched: int, wanted: int, found: int) -> None:
        self.matched += matched
        self.wanted += wanted
        self.found += found


def shared_scorer() -> ModuleType:
    """The scorer that the annotations come with."""
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "score_extraction.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def gold_sets(data: Path) -> dict[str, list[Row]]:
    """Annotated documents by set: those shared, those used while tuning, those set aside before (at two moments),
    those written for it.

    Of the decisions written for it, only the fields that their annotation names are scored.
    """
    grounds = {row["file"]: row for row in load(GOLD / "shared_grounds.jsonl")}
    shared = [row | grounds.get(row["file"], {}) for row in load(data / "gold" / "gold_shared.jsonl")]
    return {
        "shared": shared,
        "development": load(GOLD / "development.jsonl"),
        "heldout": load(GOLD / "heldout.jsonl"),
        "heldout2": load(GOLD / "heldout2.jsonl"),
        "written": [row | {"scored": sorted(_fields_of(row))} for row in load(GOLD / "written.jsonl")],
    }


def _fields_of(row: Row) -> set[str]:
    return (row.keys() - {"file", "procedure"}) | ({"basis"} if "procedure" in row else set())


# --------------------------------------------------------------------------------------- reading


def whole(path: Path) -> Reading:
    return read_bytes(path.read_bytes(), path.name)


def bare(path: Path) -> Reading:
    """The same file with every tag removed and nothing declared."""
    source = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".xml":
        source = html.unescape(re.sub(r"<[^>]+>", "", source))
    return Reading(text=source)


def read_all(golds: Sequence[Row], data: Path, mode: str) -> dict[str, tuple[Row, str]]:
    """Contract row and text of each document, by file."""
    reader: Callable[[Path], Reading] = whole if mode == "whole" else bare
    rows = {}
    for gold in golds:
        reading = reader((WRITTEN if "scored" in gold else data) / gold["file"])
        findings = extract(reading.text, declared=reading.declared, format=reading.format)
        rows[gold["file"]] = (to_row(findings, reading.text, gold["file"]), reading.text)
    return rows


# --------------------------------------------------------------------------------------- scoring


@dataclass
class Miss:
    field: str
    file: str
    missed: list[Any]
    extra: list[Any]


def score(golds: Sequence[Row], rows: dict[str, tuple[Row, str]]) -> tuple[dict[str, Score], list[Miss]]:
    """A score a field, and every document where a field is not exact."""
    scorer, scores, misses = shared_scorer(), dict[str, Score](), list[Miss]()
    for gold in golds:
        row, text = rows[gold["file"]]
        for field, wanted, found, same in _compared(scorer, gold, row):
            matched, missed, extra = scorer.match(wanted, found, same)
            scores.setdefault(field, Score()).add(matched, len(wanted), len(found))
            if missed or extra:
                misses.append(Miss(field, gold["file"], missed, extra))
        characters = zone_characters(gold, row, text)
        if characters:
            right, total = characters
            scores.setdefault("zones", Score()).add(right, total, total)
            if right < total:
                misses.append(Miss("zones", gold["file"], [f"{right}/{total}"], []))
    return scores, misses


def _compared(
    scorer: ModuleType, gold: Row, row: Row
) -> Iterator[tuple[str, list[Any], list[Any], Callable[..., bool]]]:
    def equal(one: Any, other: Any) -> bool:
        return bool(one == other)

    for field, (read, same) in scorer.FIELDS.items():
        if field not in gold.get("scored", scorer.FIELDS):
            continue
        wanted, found = read(gold), read(row)
        if field in _SOMETIMES and not wanted:
            continue
        partial = (field in ("events", "event_dates") and not gold.get("events_complete")) or (
            field == "articles" and gold.get("articles_partial")
        )
        if partial:
            found = [item for item in found if item in wanted]
        yield field, wanted, found, same or equal
    for field in ("grounds", "liberties"):
        if field in gold:
            yield field, sorted(set(gold[field])), sorted({item["value"] for item in row[field]}), equal


def zone_characters(gold: Row, row: Row, text: str) -> tuple[int, int] | None:
    """(characters in the right zone, characters), white space not counted; None where zones are not annotated.

    The annotated offsets count the code points of the body without any white space, checked by its hash.
    """
    if "zones" not in gold or gold["kind"] != "decision":
        return None
    composed = unicodedata.normalize("NFC", text)
    assert len(composed) == len(text), "the text of a reading is composed"
    places = [index for index, char in enumerate(composed) if not char.isspace()]
    solid = "".join(composed[index] for index in places)
    size = gold["zones"][-1]["end"]
    shift = _find_body(solid, size, gold["body_sha256"])
    if shift is None:
        return None
    labels = [""] * len(text)
    for zone in row["zones"]:
        labels[zone["start"] : zone["end"]] = [zone["zone"]] * (zone["end"] - zone["start"])
    right = sum(
        labels[places[shift + index]] == zone["zone"]
        for zone in gold["zones"]
        for index in range(zone["start"], zone["end"])
    )
    return right, size


def _find_body(solid: str, size: int, digest: str) -> int | None:
    """Where the annotated body begins in a text that may have lines before and after it."""
    for shift in range(min(len(solid) - size, 3000) + 1):
        if hashlib.sha256(solid[shift : shift + size].encode()).hexdigest() == digest:
            return shift
    return None


# --------------------------------------------------------------------------------------- tables


def table(scores: dict[str, Score]) -> str:
    lines = [f"{'field':18}{'items':>8}{'P':>8}{'R':>8}{'F1':>8}"]
    for field, value in scores.items():
        if value.wanted or value.found:
            lines.append(f"{field:18}{value.wanted:8}{value.precision:8.3f}{value.recall:8.3f}{value.f1:8.3f}")
    return "\n".join(lines)


def measure(data: Path, mode: str) -> dict[str, tuple[dict[str, Score], list[Miss]]]:
    """Scores of each set and of all of them together, in one mode."""
    sets = gold_sets(data)
    sets["all"] = [row for rows in sets.values() for row in rows]
    rows = read_all(sets["all"], data, mode)
    return {name: score(golds, rows) for name, golds in sets.items()}


def below(scores: dict[str, Score], floors: dict[str, float]) -> list[str]:
    """Fields under their floor. With fewer than 25 annotated items a figure is reported, not enforced."""
    low = []
    for field, floor in floors.items():
        f1 = scores[field].f1 if field in scores else 0.0
        if field in scores and scores[field].wanted < FEWEST_ITEMS:
            continue
        if f1 < floor:
            low.append(f"{field}: {f1:.4f} < {floor}")
    return low


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--floor", type=Path, help="floors by mode and field; exit 1 below one")
    parser.add_argument("--misses", nargs="*", help="fields whose misses are printed (never those set aside)")
    args = parser.parse_args()
    floors = json.loads(args.floor.read_text(encoding="utf-8")) if args.floor else {}
    low = []
    for mode in MODES:
        for name, (scores, misses) in measure(SHARED / "data", mode).items():
            print(f"\n== {name}, {mode}\n{table(scores)}")
            for miss in misses if name not in ("heldout", "heldout2", "all") else ():
                if args.misses is not None and miss.field in args.misses:
                    print(f"  {miss.field} {miss.file}: missed {miss.missed}, extra {miss.extra}")
            if name == "all":
                low += [f"{mode} {line}" for line in below(scores, floors.get(mode, {}))]
    if low:
        print("below the floor: " + "; ".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
