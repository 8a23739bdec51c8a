"""What a PDF hides: text under opaque boxes, without colour, invisible, tiny, off the page or in a layer that is off;
notes, files inside, names in its properties, earlier versions of itself. Runs in a child of `sandbox`."""

from __future__ import annotations

import ctypes
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from casetrack.read.defects import Defect
from casetrack.read.limits import Limits
from casetrack.read.pdf import locked, too_many_pages

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page."""
Matrix = tuple[float, float, float, float, float, float]
_WHITE = 245
_OPAQUE = 200
_TINY = 2.5
_DEEPEST = 6
_HARMLESS_NOTES = {pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP}
_REASONS = {
    "boite": "texte encore lisible sous un cache",
    "sans-couleur": "texte de la couleur du fond",
    "invisible": "texte invisible",
    "minuscule": "texte trop petit pour être lu",
    "hors-page": "texte hors de la page",
    "calque": "texte dans un calque éteint",
}


@dataclass(slots=True)
class _Item:
    """One thing drawn, in the order it is painted."""

    kind: int
    order: int
    box: Box
    color: tuple[int, int, int, int]
    is_opaque: bool
    address: int
    mode: int = 0
    scale: float = 1.0
    layers: set[str] = field(default_factory=set)


def inspect(data: bytes, limits: Limits) -> list[Defect]:
    """Everything found, page by page, then the file's own. Raises `Unreadable` (``chiffre``, ``trop-gros``)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise locked() from error
        raise
    found: list[Defect] = []
    layers_off = _layers_off(data)
    try:
        if len(document) > limits.pages:
            raise too_many_pages(len(document), limits)
        for number in range(len(document)):
            page = document[number]
            found += _texts(page, number + 1, layers_off)
            found += _notes(page, number + 1)
        found += _attached(document)
        found += _properties(document, data)
    finally:
        document.close()
    found += [Defect(kind="calque", detail=f"calque éteint « {name} »") for name in sorted(layers_off)]
    if _versions(data) > 1:
        found.append(Defect(kind="versions", detail=f"{_versions(data)} versions successives dans le fichier"))
    return found


# ------------------------------------------------------------------------------------------- text


def _texts(page: Any, number: int, layers_off: set[str]) -> list[Defect]:
    """Characters that the page does not show, gathered by reason and by line of drawing."""
    items = list(_items(page.raw, layers_off))
    texts = {item.address: item for item in items if item.kind == pdfium_c.FPDF_PAGEOBJ_TEXT}
    painted = [item for item in items if item.kind != pdfium_c.FPDF_PAGEOBJ_TEXT and item.is_opaque]
    width, height = page.get_size()
    view = _view(page, width, height)
    is_scan = any(item.kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and _area(item.box) >= 0.5 * _area(view) for item in items)
    covers = [*painted, *_covering_notes(page, len(items))]
    text_page = page.get_textpage()
    gathered: dict[tuple[str, int], list[str]] = defaultdict(list)
    try:
        for index in range(text_page.count_chars()):
            char = chr(pdfium_c.FPDFText_GetUnicode(text_page.raw, index))
            drawn = pdfium_c.FPDFText_GetTextObject(text_page.raw, index)
            item = texts.get(_address(drawn)) if drawn else None
            box = _char_box(text_page.raw, index)
            if item is None or box is None:
                continue
            size = pdfium_c.FPDFText_GetFontSize(text_page.raw, index) * item.scale
            if reason := _why_hidden(item, box, size, covers, view, is_scan):
                gathered[reason, item.order].append(char)
    finally:
        text_page.close()
    return [
        Defect(kind=reason, detail=_REASONS[reason], page=number, text=said)
        for (reason, _order), chars in gathered.items()
        if len(said := " ".join("".join(chars).split())) > 1
    ]


def _why_hidden(item: _Item, box: Box, size: float, covers: list[_Item], view: Box, is_scan: bool) -> str:
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    if item.layers:
        return "calque"
    if item.mode in (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP):
        return "" if is_scan else "invisible"
    if not _holds(view, middle):
        return "hors-page"
    over = [cover for cover in covers if cover.order > item.order and _holds(cover.box, middle)]
    if over:
        return "boite"
    if item.color[3] < 20:
        return "invisible"
    if size < _TINY and box[3] - box[1] < _TINY:
        return "minuscule"
    under = [cover for cover in covers if cover.order < item.order and _holds(cover.box, middle)]
    ground = under[-1] if under else None
    if ground is None:
        return "sans-couleur" if min(item.color[:3]) >= _WHITE else ""
    is_same = ground.kind == pdfium_c.FPDF_PAGEOBJ_PATH and _distance(ground.color, item.color) < 24
    return "sans-couleur" if is_same else ""


def _items(page: Any, layers_off: set[str]) -> Iterator[_Item]:
    order = 0
    waiting = [
        (pdfium_c.FPDFPage_GetObject(page, index), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0, frozenset[str]())
        for index in reversed(range(pdfium_c.FPDFPage_CountObjects(page)))
    ]
    while waiting:
        raw, outer, depth, inherited = waiting.pop()
        kind = pdfium_c.FPDFPageObj_GetType(raw)
        layers = inherited | (_marks(raw) & layers_off)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                inner = _times(_matrix(raw), outer)
                count = pdfium_c.FPDFFormObj_CountObjects(raw)
                waiting += [
                    (pdfium_c.FPDFFormObj_GetObject(raw, index), inner, depth + 1, layers)
                    for index in reversed(range(count))
                ]
            continue
        order += 1
        color = _color(raw)
        item = _Item(
            kind=kind,
            order=order,
            box=_moved(_bounds(raw), outer),
            color=color,
            is_opaque=_is_opaque(raw, kind, color),
            address=_address(raw),
            layers=set(layers),
        )
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            item.mode = pdfium_c.FPDFTextObj_GetTextRenderMode(raw)
            a, b, c, d, _, _ = _times(_matrix(raw), outer)
            item.scale = abs(a * d - b * c) ** 0.5 or 1.0
        yield item


def _is_opaque(raw: Any, kind: int, color: tuple[int, int, int, int]) -> bool:
    """Whether what lies under it cannot be seen. A highlighter is transparent, a rule or a frame is not filled."""
    if pdfium_c.FPDFPageObj_HasTransparency(raw):
        return False
    if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
        return True
    if kind != pdfium_c.FPDF_PAGEOBJ_PATH:
        return bool(kind == pdfium_c.FPDF_PAGEOBJ_SHADING)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(raw, mode, stroke)
    return bool(mode.value) and color[3] >= _OPAQUE


def _marks(raw: Any) -> set[str]:
    """Names of the layers an object belongs to."""
    found = set()
    for index in range(max(0, pdfium_c.FPDFPageObj_CountMarks(raw))):
        mark = pdfium_c.FPDFPageObj_GetMark(raw, index)
        length = ctypes.c_ulong()
        buffer = ctypes.create_string_buffer(1024)
        key = b"Name"
        if pdfium_c.FPDFPageObjMark_GetParamStringValue(
            mark, key, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), 1024, length
        ):
            found.add(buffer.raw[: length.value].decode("utf-16-le", "replace").rstrip("\x00"))
    return found


# --------------------------------------------------------------------------------------- geometry


def _address(raw: Any) -> int:
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def _bounds(raw: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(raw, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _color(raw: Any) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(raw, red, green, blue, alpha):
        return 0, 0, 0, 255
    return red.value, green.value, blue.value, alpha.value


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one[:3], other[:3], strict=True))


def _matrix(raw: Any) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(raw, found):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(box: Box, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _char_box(text_page: Any, index: int) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] - 0.5 <= point[0] <= box[2] + 0.5 and box[1] - 0.5 <= point[1] <= box[3] + 0.5


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _view(page: Any, width: float, height: float) -> Box:
    """What of the page is shown."""
    try:
        left, bottom, right, top = page.get_cropbox() or page.get_mediabox()
    except (TypeError, ValueError, pypdfium2.PdfiumError):
        return 0.0, 0.0, width, height
    return left - 2, bottom - 2, right + 2, top + 2


# ---------------------------------------------------------------------------------- notes and file


def _each_note(page: Any) -> Iterator[tuple[int, Any]]:
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        try:
            yield pdfium_c.FPDFAnnot_GetSubtype(note), note
        finally:
            pdfium_c.FPDFPage_CloseAnnot(note)


def _covering_notes(page: Any, order: int) -> list[_Item]:
    """Squares and redaction marks put over the page: what they cover is still there."""
    kinds = {pdfium_c.FPDF_ANNOT_SQUARE, pdfium_c.FPDF_ANNOT_REDACT, pdfium_c.FPDF_ANNOT_STAMP}
    found = []
    for kind, note in _each_note(page):
        box = pdfium_c.FS_RECTF()
        if kind in kinds and pdfium_c.FPDFAnnot_GetRect(note, box):
            place = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
            found.append(_Item(pdfium_c.FPDF_PAGEOBJ_PATH, order + 1, place, (0, 0, 0, 255), True, 0))
    return found


def _notes(page: Any, number: int) -> list[Defect]:
    found = []
    for kind, note in _each_note(page):
        if kind in _HARMLESS_NOTES:
            continue
        if kind == pdfium_c.FPDF_ANNOT_WIDGET:
            found.append(Defect(kind="formulaire", detail="champ de formulaire", page=number, text=_said(note, b"V")))
        elif kind == pdfium_c.FPDF_ANNOT_FILEATTACHMENT:
            found.append(Defect(kind="fichier-joint", detail="fichier attaché à la page", page=number))
        else:
            found.append(Defect(kind="annotation", detail="annotation", page=number, text=_said(note, b"Contents")))
    return found


def _said(note: Any, key: bytes) -> str:
    buffer = ctypes.create_string_buffer(4096)
    length = pdfium_c.FPDFAnnot_GetStringValue(
        note, key, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), 4096
    )
    return buffer.raw[: min(length, 4096)].decode("utf-16-le", "replace").rstrip("\x00")


def _attached(document: Any) -> Iterator[Defect]:
    for index in range(min(document.count_attachments(), 50)):
        yield Defect(kind="fichier-joint", detail=f"fichier « {document.get_attachment(index).get_name()} »")


_XMP = re.compile(rb"<(dc:creator|pdf:Author|xmpRights:Owner|dc:contributor)\b[^>]*>(.{1,400}?)</\1>", re.DOTALL)
_TAGS = re.compile(rb"<[^>]+>")


def _properties(document: Any, data: bytes) -> Iterator[Defect]:
    known = document.get_metadata_dict(skip_empty=True)
    for name, said in (("Author", "auteur"), ("Keywords", "mots-clés"), ("Subject", "sujet")):
        if known.get(name, "").strip():
            yield Defect(kind="proprietes", detail=f"{said} : {known[name].strip()[:200]}")
    packet = _metadata(data)
    for match in _XMP.finditer(packet):
        said = " ".join(_TAGS.sub(b" ", match[2]).decode("utf-8", "replace").split())
        if said and said != known.get("Author", "").strip():
            yield Defect(kind="proprietes", detail=f"auteur (XMP) : {said[:200]}")


def _root(data: bytes) -> Any:
    try:
        return pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"].get_object()
    except Exception:  # what pypdf cannot open, pdfium has examined
        return {}


def _metadata(data: bytes) -> bytes:
    try:
        stream = _root(data).get("/Metadata")
        return bytes(stream.get_object().get_data()) if stream is not None else b""
    except Exception:
        return b""


def _layers_off(data: bytes) -> set[str]:
    """Names of the layers that are off when the file opens."""
    try:
        properties = _root(data).get("/OCProperties")
        if properties is None:
            return set()
        found = properties.get_object()
        default = found["/D"].get_object()
        off = list(default.get("/OFF", ()))
        if default.get("/BaseState") == "/OFF":
            on = {getattr(item, "idnum", None) for item in default.get("/ON", ())}
            off += [item for item in found["/OCGs"] if getattr(item, "idnum", None) not in on]
        return {str(item.get_object().get("/Name", "")) for item in off}
    except Exception:
        return {"?"}


def _versions(data: bytes) -> int:
    """Saves that were added at the end of the file; a file arranged for the web has two marks and one version."""
    marks = data.count(b"%%EOF")
    return marks - 1 if b"/Linearized" in data[:2048] else marks
