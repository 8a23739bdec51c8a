"""Text of scans: ocrmypdf and tesseract as programs apart, killable, under limits of their own."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import casetrack
from casetrack.errors import Unreadable
from casetrack.model import Reading
from casetrack.read import clean
from casetrack.read.pdf import SCAN_BELOW, SCAN_NOTICE
from casetrack.read.sandbox import Sandbox
from casetrack.settings import Settings

NOTICE = "Texte reconnu par une machine : vérifiez les dates et les numéros sur l'original."
MISSING = (
    "Ce PDF est une image. Installez tesseract-ocr et tesseract-ocr-fra, l'option « ocr » de casetrack, puis relancez "
    "la reconnaissance."
)
_ENCRYPTED, _BAD_FILE = 8, 2
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX", "HOME")


@cache
def languages() -> frozenset[str]:
    """What tesseract can read here; empty when it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(line.strip() for line in listed.stdout.splitlines() if " " not in line.strip())


def is_available() -> bool:
    """Whether scans can be read here: ocrmypdf, tesseract, and its French data."""
    return importlib.util.find_spec("ocrmypdf") is not None and "fra" in languages()


def ocr_pdf(path: Path, settings: Settings) -> Reading:
    """The text of a scanned PDF, recognised; pages that hold a text already keep it.

    Raises `Unreadable`: ``ocr-absent`` when the tools are missing, ``delai`` or ``memoire`` beyond
    ``settings.ocr_seconds`` and ``settings.ocr_memory``, or what reading the PDF raises.
    """
    if not is_available():
        raise Unreadable(MISSING, code="ocr-absent")
    one = settings.model_copy(update={"parse_processes": 1})
    with Sandbox(one) as sandbox, tempfile.TemporaryDirectory(prefix="casetrack-ocr-") as folder:
        before = sandbox.read(path, "scan.pdf")
        recognised = Path(folder) / "reconnu.pdf"
        _run(path, recognised, Path(folder), settings, has_text=_has_text(before))
        reading = sandbox.read(recognised, "reconnu.pdf")
    return _told(reading, before)


def _has_text(reading: Reading) -> bool:
    """Whether a page at least carries a real text, to be kept as it is."""
    ends = (*reading.pages[1:], len(reading.text))
    return any(end - start >= SCAN_BELOW for start, end in zip(reading.pages, ends, strict=True))


def _run(source: Path, target: Path, folder: Path, settings: Settings, *, has_text: bool) -> None:
    """ocrmypdf over one file. One thread a page: with more, tesseract is eight times slower on two cores."""
    environment = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    environment |= {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(folder), "PYTHONPATH": _root()}
    process = subprocess.Popen(
        [*_limits(settings), *_command(source, target, has_text=has_text)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    try:
        code = process.wait(timeout=settings.ocr_seconds)
    except subprocess.TimeoutExpired as error:
        raise _too_slow(settings) from error
    finally:
        _end(process)
    if code != 0 or not target.is_file():
        raise _failure(code, settings)


def _limits(settings: Settings) -> list[str]:
    # Two cores may work for the whole of the time.
    seconds = 2 * int(settings.ocr_seconds) + 1
    return [sys.executable, "-P", "-m", "casetrack.read.limited", str(settings.ocr_memory), str(seconds)]


def _command(source: Path, target: Path, *, has_text: bool) -> list[str]:
    options = ["--language", "fra", "--deskew", "--output-type", "pdf", "--optimize", "0", "--jobs", "2", "--quiet"]
    options.append("--skip-text" if has_text else "--force-ocr")
    if "osd" in languages():
        options.append("--rotate-pages")
    return [sys.executable, "-P", "-m", "ocrmypdf", *options, str(source.resolve()), str(target)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """The whole family of ocrmypdf: it leads a session of its own, tesseract included."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:  # all ended by themselves
        return
    finally:
        process.wait()


def _failure(code: int, settings: Settings) -> Unreadable:
    if code == _ENCRYPTED:
        return Unreadable(
            "Ce PDF est protégé : enregistrez-en une copie sans protection, puis déposez-la.", code="chiffre"
        )
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return _too_slow(settings)
    if code == _BAD_FILE:
        return Unreadable("Ce PDF est abîmé : numérisez le document de nouveau.", code="illisible")
    return Unreadable(
        "La reconnaissance de texte a échoué sur ce PDF : numérisez-le de nouveau, en 300 points par pouce.",
        code="ocr-echec",
    )


def _too_slow(settings: Settings) -> Unreadable:
    return Unreadable(
        f"La reconnaissance a dépassé {settings.ocr_seconds:g} secondes : découpez le document et relancez.",
        code="delai",
    )


def _told(reading: Reading, before: Reading) -> Reading:
    """The recognised text under its own name, with what the original declared and carried."""
    programs = f"ocrmypdf {importlib.metadata.version('ocrmypdf')}"
    notices = tuple(notice for notice in reading.notices if notice != SCAN_NOTICE)
    empty = () if reading.text else ("Aucun texte reconnu : la page est vide, ou trop peu lisible.",)
    return replace(
        reading,
        extractor="tesseract",
        extractor_version=f"{programs}+{clean.READ_VERSION}",
        declared=before.declared,
        attachments=before.attachments,
        outline=(),
        notices=(NOTICE, *empty, *notices),
        needs_ocr=False,
    )


def _root() -> str:
    return str(Path(casetrack.__file__).parent.parent)
