"""Small official files, written for tests in the form of the archives. Numbers that cannot exist."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

ORDER = (
    "Vu la procédure suivante :",
    "Par une requête, enregistrée le 3 mai 2023 au greffe du tribunal, {who} demande au juge des référés, statuant sur "
    "le fondement de l'article L. 521-2 du code de justice administrative :",
    "1°) d'enjoindre à la commune de Port-Blanc de retirer ses caméras ;",
    "Vu les autres pièces du dossier ;",
    "Vu le code de justice administrative ;",
    "Considérant ce qui suit :",
    "1. La requête de {who} tend à ce que la commune retire ses caméras.",
    "2. La condition d'urgence n'est pas remplie.",
    "O R D O N N E :",
    "Article 1er : La requête de {who} est rejetée.",
    "Article 2 : La présente ordonnance sera notifiée à {who} et à la commune de Port-Blanc.",
)
APPEAL = (
    "Vu la procédure suivante :",
    "{who} a demandé au juge des référés du tribunal administratif de Nice de faire retirer des caméras. Par une "
    "ordonnance n° 9900001 du 5 mai 2023, le juge des référés du tribunal administratif de Nice a rejeté sa demande.",
    "Par une requête, enregistrée le 15 mai 2023 au secrétariat du contentieux du Conseil d'Etat, {who} demande au "
    "juge des référés du Conseil d'Etat, statuant sur le fondement de l'article L. 521-2 du code de justice "
    "administrative :",
    "1°) d'annuler cette ordonnance ;",
    "Vu les autres pièces du dossier ;",
    "Vu le code de justice administrative ;",
    "Considérant ce qui suit :",
    "1. C'est à tort que le premier juge a écarté l'urgence.",
    "O R D O N N E :",
    "Article 1er : L'ordonnance du 5 mai 2023 du juge des référés du tribunal administratif de Nice est annulée.",
    "Article 2 : La présente ordonnance sera notifiée à {who}.",
)


def opendata(
    docket: str = "9900001",
    court: str = "TA06",
    court_name: str = "Tribunal Administratif de Nice",
    day: str = "2023-05-05",
    who: str = "M. A B",
    lines: tuple[str, ...] = ORDER,
    updated: str = "2023-05-06",
) -> bytes:
    """One decision as the open data of the administrative courts writes it."""
    prefix = {"CE": "ORCE", "TA": "ORTA", "CAA": "ORCA"}[court.rstrip("0123456789")]
    body = "".join(f"<p>{escape(line.format(who=who))}</p>" for line in lines)
    return f"""\ufeff<?xml version="1.0" encoding="UTF-8"?>
<Document><Donnees_Techniques><Identification>{prefix}_{docket}_{day.replace("-", "")}.xml</Identification>
<Date_Mise_Jour>{updated}</Date_Mise_Jour></Donnees_Techniques>
<Dossier><Code_Juridiction>{court}</Code_Juridiction><Nom_Juridiction>{court_name}</Nom_Juridiction>
<Numero_Dossier>{docket}</Numero_Dossier><Date_Lecture>{day}</Date_Lecture><Type_Decision>Ordonnance</Type_Decision>
<Code_Publication>C</Code_Publication></Dossier>
<Audience><Formation_Jugement>Juge des référés</Formation_Jugement></Audience>
<Decision><Texte_Integral>{body}</Texte_Integral></Decision></Document>""".encode()


def appeal(who: str = "M. A B") -> bytes:
    """The order of the Conseil d'État that annuls the one `opendata` makes."""
    return opendata("999301", "CE", "Conseil d'État", "2023-05-22", who, APPEAL, "2023-05-23")


def jade(identifier: str = "CETATEXT000099000001", who: str = "M. A... B...") -> bytes:
    """The same order as `opendata` makes, as the DILA writes it."""
    body = "<br/>".join(escape(line.format(who=who)) for line in ORDER)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEXTE_JURI_ADMIN><META><META_COMMUN><ID>{identifier}</ID><NATURE>Texte</NATURE></META_COMMUN>
<META_SPEC><META_JURI><TITRE>Tribunal administratif de Nice, 05/05/2023, 9900001</TITRE><DATE_DEC>2023-05-05</DATE_DEC>
<JURIDICTION>Tribunal administratif de Nice</JURIDICTION><NUMERO>9900001</NUMERO><SOLUTION>Rejet</SOLUTION></META_JURI>
<META_JURI_ADMIN><FORMATION>Juge des référés</FORMATION><PUBLI_RECUEIL>C</PUBLI_RECUEIL></META_JURI_ADMIN></META_SPEC>
</META><TEXTE><BLOC_TEXTUEL><CONTENU>{body}</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_ADMIN>""".encode()


def deletion_list(*identifiers: str) -> bytes:
    """A DILA list of texts withdrawn."""
    return "".join(f"juri/admin/CETA/TEXT/00/{identifier}\n" for identifier in identifiers).encode()


def write_tar(path: Path, members: Mapping[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path
