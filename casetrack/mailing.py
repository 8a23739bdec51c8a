"""Letters to those who have an account: composed, then handed to the SMTP server of the settings."""

from __future__ import annotations

import logging
import smtplib
import socket
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import urlsplit

from casetrack.accounts import Account, Accounts, Why
from casetrack.errors import CasetrackError
from casetrack.settings import Settings
from casetrack.store import Store, letters

log = logging.getLogger(__name__)

_INVITATION = """Bonjour,

Un compte vous est ouvert sur {site}, pour l'adresse {email}.

Choisissez votre mot de passe à cette adresse, dans les trois jours :

{link}

Ce lien ne sert qu'une fois. Si vous n'attendiez rien, laissez ce message de côté : rien ne se passera.
"""
_FORGOTTEN = """Bonjour,

Quelqu'un, vous sans doute, a demandé un nouveau mot de passe pour le compte {email} sur {site}.

Choisissez-le à cette adresse, dans les deux heures :

{link}

Ce lien ne sert qu'une fois. Si ce n'est pas vous, laissez ce message de côté : votre mot de passe ne change pas.
"""
_CHANGED = """Bonjour,

Le mot de passe ou la connexion en deux étapes du compte {email} vient de changer sur {site}.

Si c'est vous, il n'y a rien à faire. Sinon, prévenez tout de suite un administrateur de ce site.
"""
_LETTERS = {
    Why.INVITATION: ("Votre compte", _INVITATION),
    Why.FORGOTTEN: ("Nouveau mot de passe", _FORGOTTEN),
    Why.CHANGED: ("Votre compte a changé", _CHANGED),
}
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, "il refuse le nom ou le mot de passe des réglages"),
    (smtplib.SMTPRecipientsRefused, "il refuse cette adresse"),
    (smtplib.SMTPSenderRefused, "il refuse l'expéditeur des réglages"),
    (ssl.SSLError, "son certificat n'est pas reconnu"),
    (socket.gaierror, "son nom est introuvable"),
    (ConnectionRefusedError, "il ne répond pas à cette adresse et ce port"),
    (TimeoutError, "il ne répond pas à temps"),
)


class MailFailed(CasetrackError):
    """The SMTP server could not be reached, or refused."""


def deliver(task: dict[str, Any], *, accounts: Accounts, store: Store, settings: Settings) -> None:
    """Send the letter of one claimed task. A failure is kept on its row, for administrators; a letter for nobody ends
    without a word. The link is made here, so that no queue, log or backup ever holds one."""
    account, why = accounts.addressee(task["payload"]), Why(task["payload"]["why"])
    failure = ""
    if account is not None:
        try:
            word = "" if why is Why.CHANGED else accounts.make_link(account.id, why)
            send(compose(account, why, word, settings), settings)
        except MailFailed as error:
            log.warning("letter %s not sent: %s", task["id"], error)
            failure = str(error)
    with store.write() as connection:
        letters.finish(connection, task["id"], account.id if account else None, why.value, failure=failure)


def link_address(settings: Settings, word: str) -> str:
    """The whole address of a link that sets a password."""
    base = settings.base_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
    return f"{base}/mot-de-passe/{word}"


def compose(account: Account, why: Why, word: str, settings: Settings) -> EmailMessage:
    """A letter of plain text, to one person."""
    site = urlsplit(settings.base_url).netloc
    subject, body = _LETTERS[why]
    letter = EmailMessage()
    letter["Subject"] = f"{subject} sur {site}"
    letter["From"] = settings.smtp_from
    letter["To"] = account.email
    letter["Date"] = formatdate(localtime=False)
    letter["Message-ID"] = make_msgid(domain=settings.smtp_from.rsplit("@", 1)[-1].strip(" >"))
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday answer comes back
    letter.set_content(body.format(site=site, email=account.email, link=link_address(settings, word)))
    return letter


def send(letter: EmailMessage, settings: Settings) -> None:
    """Hand a letter over. Raises `MailFailed`, which says why in French."""
    try:
        with _connection(settings) as server:
            if settings.smtp_tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
            server.send_message(letter)
    except (OSError, smtplib.SMTPException, ValueError) as error:  # ValueError: an address that mail cannot write
        said = next((said for kind, said in _REASONS if isinstance(error, kind)), type(error).__name__)
        raise MailFailed(f"Le serveur de courriel ne prend pas le message : {said}.") from error


def _connection(settings: Settings) -> smtplib.SMTP:
    where, seconds = (settings.smtp_host, settings.smtp_port), settings.smtp_seconds
    if settings.smtp_tls == "tls":
        return smtplib.SMTP_SSL(*where, timeout=seconds, context=ssl.create_default_context())
    return smtplib.SMTP(*where, timeout=seconds)
