"""How quick and how heavy an import is, on made-up decisions.

    python benchmarks/importing.py 10000                # import, all included: read, extract, store, index
    python benchmarks/importing.py 10000 --then         # the same again; updates; withdrawals; backup; restore; verify
    python benchmarks/importing.py 300000 --from 100000 # into a copy of a smaller home: what it holds is only looked at

Prints wall and processor seconds, memory, bytes a decision. The home is kept in ``--folder`` for the other benchmarks.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import figures
import homes
import make_corpus

from casetrack.casebook import Casebook, care
from casetrack.ingest import ImportReport
from casetrack.settings import load_settings

MEGABYTE = 1024 * 1024


def said(name: str, many: int, spent: homes.Spent, more: str = "") -> None:
    memory = f"mémoire {spent.main_memory // MEGABYTE} Mo, ouvriers {spent.worker_memory // MEGABYTE} Mo"
    print(
        f"{name} : {spent.seconds:.1f} s ({spent.processor:.1f} s de processeur) {rate(many, spent)}; {memory} {more}",
        flush=True,
    )


def rate(many: int, spent: homes.Spent) -> str:
    """How many a second, and what processor time alone allows on two cores that do nothing else."""
    if not many:
        return ""
    main, workers = (1000 * seconds / many for seconds in (spent.main_processor, spent.worker_processor))
    return (
        f"{many / spent.seconds:.0f}/s, {main + workers:.1f} ms de processeur chacune (principal {main:.1f}, "
        f"ouvriers {workers:.1f} : {2 * many / spent.processor:.0f}/s sur deux cœurs libres) "
    )


def counted(report: ImportReport) -> str:
    return (
        f"; {report.added} ajoutées, {report.unchanged} inchangées, {report.updated} mises à jour, "
        f"{report.withdrawn} retirées, {len(report.failed)} en échec"
    )


def first_import(place: Path, many: int, engine: str, smaller: int | None) -> None:
    """Into an empty home, or into a copy of a smaller one, whose decisions begin the larger archive."""
    source, settings = homes.archive(place, many), homes.home(place, many, engine)
    shutil.rmtree(settings.home, ignore_errors=True)
    if smaller:
        shutil.copytree(homes.home(place, smaller, engine).home, settings.home)
    casebook = Casebook(settings)
    with homes.measured() as spent:
        report = casebook.import_archives([source])
    casebook.close()
    said(f"import, {engine}, {many} décisions", report.added, spent, counted(report))
    parts = {name: homes.weight(path) for name, path in (("base", settings.database), ("index", settings.index))}
    each = ", ".join(f"{name} {size / many / 1000:.1f} ko" for name, size in parts.items())
    name = f"import.{engine}.{many}"
    figures.keep(f"{name}.each_second", report.added / spent.seconds)
    figures.keep(f"{name}.memory", max(spent.main_memory, spent.worker_memory) // MEGABYTE)
    figures.keep(f"disk.{engine}.{many}.each", sum(parts.values()) / many / 1000)
    print(f"disque par décision : {sum(parts.values()) / many / 1000:.1f} ko ({each})", flush=True)


def afterwards(place: Path, many: int, engine: str) -> None:
    """What a library lives through."""
    settings = homes.home(place, many, engine)
    casebook = Casebook(settings)
    _timed("le même, de nouveau", many, lambda: casebook.import_archives([homes.archive(place, many)]))
    some = min(1000, many // 2)
    _timed(f"{some} republiées", some, lambda: casebook.import_archives([republished(place, some)]))
    _timed("300 de la DILA", 300, lambda: casebook.import_archives([dila(place, 300)]))
    _timed("100 retirées", 100, lambda: casebook.import_archives([withdrawn(place, 100)]))
    saved, other = place / "sauvegarde.zip", load_settings(home=place / "restored", engine=engine)
    with homes.measured() as spent:
        care.backup(settings, saved)
    said("sauvegarde", 0, spent, f"; {homes.weight(saved) // MEGABYTE} Mo")
    with homes.measured() as spent:
        checks = care.verify(casebook)
    said("vérification", 0, spent, "; " + " ; ".join(f"{check.name} {check.said}" for check in checks))
    casebook.close()
    shutil.rmtree(other.home, ignore_errors=True)
    with homes.measured() as spent:
        care.restore(other, saved)
    said("restauration, index refait", 0, spent)
    shutil.rmtree(other.home)
    saved.unlink()


def _timed(name: str, many: int, work: Callable[[], ImportReport]) -> None:
    with homes.measured() as spent:
        report = work()
    said(name, many, spent, counted(report))


def republished(place: Path, many: int) -> Path:
    """The first decisions again, a year later, under one more pseudonym."""
    path = place / "republished.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for decision in make_corpus.decisions(many):
            text = make_corpus.as_xml(decision).replace(decision.party, "M. A B")
            year = f"<Date_Mise_Jour>{decision.day.year + 1}"
            text = text.replace(f"<Date_Mise_Jour>{decision.day.year}", year)
            archive.writestr(f"{decision.number}.xml", text)
    return path


def dila(place: Path, many: int) -> Path:
    """Other decisions in the form of the DILA, so that they may be withdrawn by a list."""
    path = place / "JADE_20260101-000000.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for decision in make_corpus.decisions(many, seed=7):
            _add(archive, f"juri/{_identifier(decision.number)}.xml", _as_jade(decision))
    return path


def withdrawn(place: Path, many: int) -> Path:
    path = place / "JADE_20260102-000000.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        lines = "".join(f"juri/admin/CETA/TEXT/{_identifier(number)}\n" for number in range(many))
        _add(archive, "liste_suppression_jade.dat", lines)
    return path


def _identifier(number: int) -> str:
    return f"CETATEXT{900_000_000_000 + number}"


def _as_jade(decision: make_corpus.Decision) -> str:
    body = "<br/>".join(make_corpus.escape(line) for line in decision.text.split("\n"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEXTE_JURI_ADMIN><META><META_COMMUN><ID>{_identifier(decision.number)}</ID></META_COMMUN><META_SPEC><META_JURI>
<TITRE>{decision.court}, {decision.day:%d/%m/%Y}, {decision.docket}9</TITRE><DATE_DEC>{decision.day}</DATE_DEC>
<JURIDICTION>{decision.court}</JURIDICTION><NUMERO>{decision.docket}9</NUMERO></META_JURI></META_SPEC></META>
<TEXTE><BLOC_TEXTUEL><CONTENU>{body}</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_ADMIN>"""


def _add(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesure l'import.")
    parser.add_argument("many", type=int, metavar="N")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="tantivy")
    parser.add_argument("--folder", type=Path, help="où garder archives et données (sinon le dossier temporaire)")
    parser.add_argument("--then", action="store_true", help="la suite, sur des données déjà importées")
    parser.add_argument("--from", type=int, metavar="N", dest="smaller", help="partir d'une copie de ces données-là")
    options = parser.parse_args()
    place = homes.workplace(options.folder)
    if options.then:
        afterwards(place, options.many, options.engine)
    else:
        first_import(place, options.many, options.engine, options.smaller)


if __name__ == "__main__":
    main()
