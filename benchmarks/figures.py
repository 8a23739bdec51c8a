"""The figures of the README: each benchmark keeps what it measures here, one command writes them down.

    python benchmarks/figures.py        # from figures.json: the table of README.md, the curve docs/images/pages.svg

A figure is a number under a name (« pages.tantivy.100000.p95 »), with the load of the machine when it was taken: wall
times taken beside other work say little, and the table says so.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "figures.json"
README = HERE.parent / "README.md"
CURVE = HERE.parent / "docs" / "images" / "pages.svg"
SIZES = (10_000, 100_000, 300_000)
TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
QUIET = 2.5
"""Load, on two cores, above which others were at work too."""
TIMED = (" ms", " / s", " ×")
"""What other work slows: not bytes."""

Figures = Mapping[str, Mapping[str, float | str]]
Row = tuple[str, str, str, Callable[[Figures], str]]


def keep(name: str, value: float) -> None:
    """Remember a figure, in place of an older one of that name."""
    figures = known()
    figures[name] = {"value": round(value, 2), "load": round(os.getloadavg()[0], 1), "on": dt.date.today().isoformat()}
    KEPT.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def known() -> dict[str, dict[str, float | str]]:
    read = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return dict(read)


def value(figures: Figures, name: str) -> float | None:
    return float(figures[name]["value"]) if name in figures else None


def shown(name: str, unit: str) -> Callable[[Figures], str]:
    """One figure; « * » where others were at work."""

    def show(figures: Figures) -> str:
        found = value(figures, name)
        if found is None:
            return "not measured yet"
        said = f"{found:.0f}" if found >= 20 else f"{found:.1f}" if found >= 1 else f"{found:.2f}"
        is_slowed = unit in TIMED and float(figures[name]["load"]) > QUIET
        return f"{said}{unit}{'*' if is_slowed else ''}"

    return show


def several(*shows: Callable[[Figures], str]) -> Callable[[Figures], str]:
    return lambda figures: ", ".join(show(figures) for show in shows)


def growth(figures: Figures) -> str:
    """How many times slower from the smallest size measured to the largest."""
    found = [(size, value(figures, f"pages.tantivy.{size}.p95")) for size in SIZES]
    held = [(size, p95) for size, p95 in found if p95]
    if len(held) < 2:
        return "not measured yet"
    (first, before), (last, after) = held[0], held[-1]
    return f"{after / before:.1f} × from {first:,} to {last:,}"


ROWS: tuple[Row, ...] = (
    ("import, all included, 10,000 decisions", "120 / s", "250 / s", shown("import.tantivy.10000.each_second", " / s")),
    ("memory of an import of 300,000, one process", "600 MB", "300 MB", shown("import.tantivy.300000.memory", " MB")),
    ("`reindex` against a bare tantivy loop", "2.5 ×", "1.5 ×", shown("reindex.tantivy.ratio", " ×")),
    ("result page, p95, 100,000, tantivy", "80 ms", "40 ms", shown("pages.tantivy.100000.p95", " ms")),
    ("result page, p95, 10,000, Whoosh", "400 ms", "250 ms", shown("pages.whoosh.10000.p95", " ms")),
    ("exact docket, 100,000", "5 ms", "1 ms", shown("exact.tantivy.100000.median", " ms")),
    ("one document added to 100,000, visible", "300 ms", "50 ms", shown("add.tantivy.100000.median", " ms")),
    (
        "300,000: page p95, server memory, disk a decision",
        "published",
        "60 ms, 500 MB, 15 kB",
        several(
            shown("pages.tantivy.300000.p95", " ms"),
            shown("server.tantivy.300000.memory", " MB"),
            shown("disk.tantivy.300000.each", " kB"),
        ),
    ),
    ("page p95, growth", "curve", "under 2 ×", growth),
    ("order of results, nDCG@10, questions kept apart", "", "", shown("ranking.tantivy.apart", "")),
)


def table(figures: Figures) -> str:
    lines = ["| what (2 cores) | must | want | measured |", "|---|---|---|---|"]
    lines += [f"| {what} | {must} | {want} | {show(figures)} |" for what, must, want, show in ROWS]
    busy = any("*" in line for line in lines)
    note = "\n\\* taken while other work ran on the same two cores: slower than a quiet machine.\n" if busy else ""
    return "\n".join(lines) + "\n" + note


def curve(figures: Figures) -> str:
    """Page p95 and median by size, as SVG: the sizes on a scale of tens, the milliseconds from nought."""
    lines = {
        name: [(size, v) for size in SIZES if (v := value(figures, f"pages.tantivy.{size}.{name}")) is not None]
        for name in ("p95", "median")
    }
    top = max([80.0, *(v for points in lines.values() for _, v in points)]) * 1.1
    places = {size: 90 + rank * 210 for rank, size in enumerate(SIZES)}
    drawn = ['<text x="20" y="24" font-weight="bold">Result page, tantivy, 2 cores (ms)</text>']
    for tick in range(0, int(top) + 1, 20 if top < 200 else 100):
        y = 260 - 210 * tick / top
        drawn.append(f'<path d="M60 {y:.0f}H560" stroke="#ddd"/>')
        drawn.append(f'<text x="52" y="{y + 4:.0f}" text-anchor="end">{tick}</text>')
    for size, x in places.items():
        drawn.append(f'<text x="{x}" y="282" text-anchor="middle">{size:,}</text>')
    for (name, points), colour in zip(lines.items(), ("#7a1f2b", "#1f4e79"), strict=True):
        path = " ".join(f"{places[size]},{260 - 210 * v / top:.0f}" for size, v in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        for size, v in points:
            x, y = places[size], 260 - 210 * v / top
            drawn.append(f'<circle cx="{x}" cy="{y:.0f}" r="4" fill="{colour}"/>')
            drawn.append(f'<text x="{x + 8}" y="{y - 8:.0f}" fill="{colour}">{name} {v:.0f}</text>')
    body = "\n".join(drawn)
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="13">'
    return f'{head}\n<rect width="640" height="300" fill="#fff"/>\n{body}\n</svg>\n'


def main() -> None:
    figures = known()
    readme = README.read_text(encoding="utf-8")
    if not TABLE.search(readme):
        raise SystemExit("README.md: <!-- figures --> … <!-- /figures --> not found")
    README.write_text(TABLE.sub(lambda found: found[1] + table(figures) + found[2], readme), encoding="utf-8")
    CURVE.write_text(curve(figures), encoding="utf-8")
    print(table(figures))


if __name__ == "__main__":
    main()
