"""EML: headers as declared fields, the body as text, attachments as files to be taken in on their own."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from zoneinfo import ZoneInfo

from casetrack.errors import Unreadable
from casetrack.model import Attachment, Declared, Reading
from casetrack.read import clean, names, wrapped
from casetrack.read.limits import Limits

_PARIS = ZoneInfo("Europe/Paris")
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf", "message/rfc822": ".eml"}


def read(data: bytes, limits: Limits) -> Reading:
    """One message. The subject is the first line of the text. Raises `Unreadable` (``vide``, ``bombe``)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    notices: list[str] = []
    attachments = _attachments(message, limits, notices)
    subject = _header(message, "Subject")
    text = "\n".join(filter(None, (subject, _body(message))))
    if not text and not attachments:
        raise Unreadable("Ce courriel n'a ni texte ni pièce jointe : exportez-le de nouveau en .eml.", code="vide")
    return Reading(
        text=text,
        format="eml",
        extractor="email",
        extractor_version=clean.READ_VERSION,
        declared=tuple(_declared(message, subject)),
        attachments=tuple(attachments),
        notices=tuple(notices),
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded, on one line; empty when absent or beyond repair."""
    try:
        return clean.one_line(str(message.get(name, "")))
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):  # the header parser's own faults
        return ""


def _declared(message: EmailMessage, subject: str) -> list[Declared]:
    found = [Declared(field="title", value=subject, origin="en-tete")] if subject else []
    for name, field in (("From", "mail_from"), ("To", "mail_to"), ("Cc", "mail_to")):
        for who, address in getaddresses([_header(message, name)])[:100]:
            value = f"{who} <{address}>" if who and address else who or address
            if value:
                found.append(Declared(field=field, value=value, origin="en-tete"))
    moment = _moment(_header(message, "Date"))
    return [*found, Declared(field="mail_date", value=moment, origin="en-tete")] if moment else found


def _moment(value: str) -> str:
    """``YYYY-MM-DDTHH:MM`` in Paris time; empty when the header is no date."""
    try:
        moment: dt.datetime = parsedate_to_datetime(value)
        return (moment.astimezone(_PARIS) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _body(message: EmailMessage) -> str:
    """The plain body, else the HTML one."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    content = _content(part)
    if part.get_content_type() == "text/html":
        return _from_html(content)
    text = clean.characters(content)
    return clean.clean_lines(wrapped.unwrap(text) if wrapped.is_wrapped(text) else text)


def _from_html(source: str) -> str:
    from casetrack.read import html, html_blocks

    try:
        return html_blocks.text(html.parse(source.encode("utf-8", errors="replace")))
    except Unreadable:
        return ""


def _content(part: MIMEPart) -> str:
    """Text of a part; an unknown or lying character set falls back on the reader of plain text."""
    try:
        content = part.get_content()
    except (LookupError, ValueError, KeyError, AttributeError):
        content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        return content.decode("cp1252", errors="replace")
    return content if isinstance(content, str) else ""


def _attachments(message: EmailMessage, limits: Limits, notices: list[str]) -> list[Attachment]:
    found: list[Attachment] = []
    room = limits.unpacked
    for part in islice(_parts(message), 10 * limits.attachments):
        if not _is_attachment(part):
            continue
        data = _bytes(part)
        room -= len(data)
        if len(found) >= limits.attachments or room < 0:
            notices.append("Pièces jointes trop nombreuses ou trop lourdes : les suivantes ont été laissées de côté.")
            break
        if data:
            found.append(Attachment(name=_name(part, len(found) + 1), data=data))
    return found


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Parts in order, without entering a forwarded message: it comes as a whole."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and (part is message or part.get_content_type() != "message/rfc822"):
            inside = [item for item in part.get_payload() if isinstance(item, EmailMessage)]
            if part.get_content_type() == "multipart/related":  # the pictures of a signature are no attachments
                inside = [item for item in inside if item.get_content_maintype() != "image"]
            waiting.extend(reversed(inside))


def _is_attachment(part: EmailMessage) -> bool:
    """What people see as an attachment: a forwarded message, or a part that is one or has a file name."""
    if part.get_content_type() == "message/rfc822":
        return True
    return not part.is_multipart() and (part.get_content_disposition() == "attachment" or bool(part.get_filename()))


def _bytes(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            return first.as_bytes() if isinstance(first, EmailMessage) else b""
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, KeyError, AttributeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    try:
        written = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        written = ""
    return names.safe_name(written, f"piece-jointe-{number}{_ENDINGS.get(part.get_content_type(), '')}")
