"""ZIP archives and mails, with dates that come from the source and never from the clock."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from making.source import Source

_SUBTYPES = {"pdf": ("application", "pdf"), "txt": ("text", "plain")}


def pack(members: dict[str, bytes], day: str, *, stored: tuple[str, ...] = ()) -> bytes:
    """A ZIP of ``members`` in the order given, all dated 9:00 on ``day`` (ISO)."""
    year, month, number = (int(part) for part in day.split("-"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, (year, month, number, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return out.getvalue()


def _address(text: str) -> Address:
    """« Nom <boite@domaine> » as a mail address."""
    name, _, box = text.rpartition("<")
    return Address(display_name=name.strip(), addr_spec=box.strip(" >"))


def build_eml(source: Source, attachments: dict[str, bytes]) -> bytes:
    """The mail of a source with its attachments; the separators are drawn from its content."""
    message = EmailMessage(policy=policy.SMTP.clone(max_line_length=76))
    moment = dt.datetime.fromisoformat(source.head["sent"].replace("\u00a0", " "))
    message["From"] = _address(source.head["from"])
    message["To"] = [_address(each) for each in source.head["to"].split(",")]
    message["Subject"] = source.title.replace("\u00a0", " ")
    message["Date"] = format_datetime(moment.replace(tzinfo=ZoneInfo("Europe/Paris")))
    digest = hashlib.sha256(repr(source).encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{digest}@demonstration.example>"
    message["X-Casetrack-Demonstration"] = "document fictif"
    message.set_content("\n\n".join(block.text for block in source.blocks) + "\n", cte="quoted-printable")
    for name, data in attachments.items():
        main, sub = _SUBTYPES[name.rsplit(".", 1)[-1]]
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if message.is_multipart():
        message.set_boundary(f"=_{digest}")
    return message.as_bytes()
