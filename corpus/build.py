"""Build the binary documents of the demonstration from their text sources.

    python corpus/build.py [--out FOLDER]

``src/<dossier>/<name>.<format>.txt`` gives ``<dossier>/<name>.<format>``; ``.scan.txt`` gives an image-only PDF. A
source whose head says ``copy_of: FILE.xml`` takes its paragraphs from that official XML. What is already text (notices,
press, XML) is its own source and is not touched.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from making.bundle import build_eml, pack
from making.odt import build_odt
from making.office import build_docx
from making.pdf import build_pdf
from making.scan import CannotScan, build_scan
from making.source import Block, Source, load

HERE = Path(__file__).parent
SOURCES = HERE / "src"
SUFFIXES = {"pdf": "pdf", "docx": "docx", "odt": "odt", "scan": "pdf", "eml": "eml", "zip": "zip"}


def from_official_xml(source: Source, folder: Path) -> Source:
    """The source with the paragraphs of the XML it copies, after its own."""
    path = HERE / folder.name / source.head["copy_of"]
    paragraphs = ElementTree.parse(path).iterfind("Decision/Texte_Integral/p")
    texts = [" ".join("".join(paragraph.itertext()).split(" ")) for paragraph in paragraphs]
    blocks = [Block("centre" if _is_centred(text) else "para", text.strip()) for text in texts]
    return Source(source.head, [*source.blocks, *blocks])


def _is_centred(text: str) -> bool:
    return text.replace("\u00a0", " ").strip().startswith("O R D O N N E")


def members(source: Source, folder: Path) -> dict[str, bytes]:
    """What a mail or an archive carries: its head lines ``piece N: name <- source``, in order."""
    found = {}
    for key, value in source.head.items():
        if key.startswith("piece"):
            name, _, origin = value.partition("<-")
            found[name.strip()] = build(folder / origin.strip())
    return found


def build(path: Path) -> bytes:
    """The bytes that one source gives; a file that is no source is taken as it is. Raises `CannotScan`."""
    kind = path.suffixes[-2].lstrip(".") if len(path.suffixes) > 1 else ""
    if kind not in SUFFIXES:
        return path.read_bytes()
    source = load(path)
    if "copy_of" in source.head:
        source = from_official_xml(source, path.parent)
    if kind == "zip":
        return pack(members(source, path.parent), source.head["date"])
    if kind == "eml":
        return build_eml(source, members(source, path.parent))
    writers = {"pdf": build_pdf, "docx": build_docx, "odt": build_odt, "scan": build_scan}
    return writers[kind](source)


def sources() -> Iterator[tuple[Path, Path]]:
    """Each top-level source with the path, relative to the corpus, of what it gives."""
    for path in sorted(SOURCES.glob("*/*.txt")):
        kind = path.suffixes[-2].lstrip(".")
        name = path.name.removesuffix(f".{kind}.txt")
        yield path, Path(path.parent.name) / f"{name}.{SUFFIXES[kind]}"


def main() -> int:
    """Write every built file; 1 when one could not be made (what was there stays)."""
    parser = argparse.ArgumentParser(description="Construit les documents binaires de la démonstration.")
    parser.add_argument("--out", type=Path, default=HERE, help="dossier où écrire (par défaut : corpus/)")
    out: Path = parser.parse_args().out
    failures = 0
    for path, relative in sources():
        try:
            data = build(path)
        except CannotScan as reason:
            print(f"non construit : {relative} ({reason})", file=sys.stderr)
            failures += 1
            continue
        target = out / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != data:
            target.write_bytes(data)
            print(f"écrit : {relative} ({len(data)} octets)")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
