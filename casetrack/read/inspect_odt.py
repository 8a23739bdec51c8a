"""What an ODT hides: comments, tracked changes, hidden or colourless text, files inside, names in its properties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from casetrack.read import guard
from casetrack.read.defects import Defect
from casetrack.read.limits import Limits
from casetrack.read.markup import local_name, parse_xml

_PROPERTIES = {"creator": "modifié par", "initial-creator": "auteur", "printed-by": "imprimé par", "keyword": "mot-clé",
               "description": "commentaires", "subject": "sujet", "user-defined": "propriété"}  # fmt: skip
_WHITES = frozenset({"#ffffff", "#fefefe", "#fdfdfd"})
_SAID = {
    "texte-masque": "texte masqué",
    "sans-couleur": "texte de la couleur du fond",
    "minuscule": "texte trop petit pour être lu",
}


def inspect(data: bytes, limits: Limits) -> list[Defect]:
    """Everything found. Raises `Unreadable` (``bombe``, ``chiffre``, ``tronque``)."""
    found: list[Defect] = []
    with guard.open_document(data, limits) as package:
        names = package.namelist()
        reasons: dict[str, str] = {}
        for name in ("styles.xml", "content.xml"):
            if name in names:
                root = parse_xml(package.read(name))
                reasons |= _hiding_styles(root)
                found += _part(root, reasons)
        if "meta.xml" in names:
            found += _properties(parse_xml(package.read("meta.xml")))
        for name in names:
            if name.startswith(("Object ", "ObjectReplacements/")) and name.endswith("content.xml"):
                found.append(Defect(kind="objet", detail=f"objet intégré « {name.partition('/')[0]} »"))
            elif name.startswith("VersionList") or name.startswith("Versions/"):
                found.append(Defect(kind="versions", detail="versions antérieures dans le fichier"))
    return found


def _part(root: etree._Element, reasons: dict[str, str]) -> Iterator[Defect]:
    for node in root.iter("{*}annotation"):
        author = next(("".join(item.itertext()) for item in node if local_name(item) == "creator"), "")
        said = " ".join("".join(t for p in node.iter("{*}p") for t in p.itertext()).split())
        yield Defect(kind="commentaire", detail=f"commentaire de {author}" if author else "commentaire", text=said)
    for region in root.iter("{*}changed-region"):
        author = next(("".join(item.itertext()) for item in region.iter("{*}creator")), "")
        said = " ".join("".join(t for p in region.iter("{*}p") for t in p.itertext()).split())
        what = "texte supprimé" if said else "modification suivie"
        yield Defect(kind="revision", detail=f"{what} de {author}" if author else what, text=said)
    for node in root.iter("{*}hidden-text", "{*}hidden-paragraph", "{*}conditional-text"):
        said = " ".join("".join(node.itertext()).split()) or _named(node, "string-value")
        yield Defect(kind="texte-masque", detail="champ masqué", text=said)
    for section in root.iter("{*}section"):
        if _named(section, "display") in {"none", "condition"}:
            said = " ".join(" ".join(section.itertext()).split())
            yield Defect(kind="texte-masque", detail="section masquée", text=said)
    for node in root.iter("{*}span", "{*}p", "{*}h"):
        reason = reasons.get(_named(node, "style-name"), "")
        said = " ".join("".join(node.itertext()).split())
        if reason and said:
            yield Defect(kind=reason, detail=_SAID[reason], text=said)


def _hiding_styles(root: etree._Element) -> dict[str, str]:
    """Why text in a style is not seen, by the style's name."""
    found = {}
    for style in root.iter("{*}style"):
        look = style.find("{*}text-properties")
        if look is None:
            continue
        size = _named(look, "font-size").removesuffix("pt")
        color, ground = _named(look, "color").lower(), _named(look, "background-color").lower()
        if _named(look, "display") == "none":
            found[_named(style, "name")] = "texte-masque"
        elif color and (color == ground or (color in _WHITES and ground in {"", "transparent"})):
            found[_named(style, "name")] = "sans-couleur"
        elif size.replace(".", "", 1).isdigit() and float(size) < 2.6:
            found[_named(style, "name")] = "minuscule"
    return found


def _properties(root: etree._Element) -> Iterator[Defect]:
    for node in root.iter():
        said = " ".join((node.text or "").split())[:200]
        label = _PROPERTIES.get(local_name(node), "")
        if label and said:
            yield Defect(kind="proprietes", detail=f"{_named(node, 'name') or label} : {said}")


def _named(node: etree._Element, name: str) -> str:
    return next((str(v) for k, v in node.attrib.items() if str(k).rpartition("}")[2] == name), "")
