"""A page or a file at an address, for whoever gave the address: never the inside of our own network.

The name is resolved once and the connection made to the address that was checked, so that a name that changes its
mind between the two gains nothing; each redirect is checked the same way.
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, unquote, urljoin, urlunsplit

from casetrack import __version__
from casetrack.errors import Refused
from casetrack.read import addresses, names
from casetrack.settings import MEGABYTE, Settings

MOST_REDIRECTS = 5
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "application/xml": ".xml", "text/xml": ".xml", "application/json": ".json",
}  # fmt: skip
_AGENT = f"casetrack/{__version__} (lecture ponctuelle, sur demande)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """The bytes at an address, where they were in the end, and when (UTC)."""

    data: bytes
    final_address: str
    media_type: str
    name: str
    fetched_at: dt.datetime


def fetch(address: str, settings: Settings) -> Fetched:
    """Get an http or https address. Raises `Refused`, in French, for whatever the rules or the network forbid.

    ``settings.fetch_limit`` bounds the size, ``settings.fetch_seconds`` the whole time, redirects included.
    """
    deadline = time.monotonic() + settings.fetch_seconds
    for _ in range(MOST_REDIRECTS + 1):
        target = addresses.check(address)
        answer = _Answer(target, settings, deadline)
        try:
            if not answer.redirect:
                return answer.fetched(target)
            address = urljoin(urlunsplit(target), answer.redirect)
        finally:
            answer.close()
    raise Refused(f"Cette adresse renvoie plus de {MOST_REDIRECTS} fois vers une autre : donnez l'adresse finale.")


class _Answer:
    """One request and its answer, under the deadline.

    A watch closes the line when the time is over: each read of a site that sends one byte now and then would
    otherwise start a new delay.
    """

    def __init__(self, target: SplitResult, settings: Settings, deadline: float) -> None:
        self._settings, self._deadline, self._host = settings, deadline, target.hostname or ""
        self._watch: threading.Timer | None = None
        self._line: socket.socket | None = None
        port = target.port or addresses.PORTS[target.scheme]
        self._connection = http.client.HTTPConnection(self._host, port)
        try:
            self._open(port, is_secure=target.scheme == "https")
            self._connection.request("GET", _path(target), headers=_headers(target))
            self._response = self._connection.getresponse()
            self.redirect = self._where()
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise self._failed(error) from error
        except Refused:
            self.close()
            raise

    def _open(self, port: int, *, is_secure: bool) -> None:
        """Connect to the address that was checked; the name stays for TLS and Host."""
        address = addresses.resolve(self._host, port, self._left(), private=self._settings.fetch_private)
        line = socket.create_connection((address, port), timeout=self._left())
        self._connection.sock = line
        self._line = socket.socket(fileno=os.dup(line.fileno()))
        self._watch = threading.Timer(self._left(), _hang_up, [self._line])
        self._watch.daemon = True
        self._watch.start()
        if is_secure:
            self._connection.sock = ssl.create_default_context().wrap_socket(line, server_hostname=self._host)

    def _where(self) -> str:
        """The address this answer sends to, empty when it is the page itself. Raises `Refused` on an error page."""
        status = self._response.status
        where = self._response.getheader("Location") or ""
        if status in _REDIRECTS and where:
            return where
        if status != 200:
            raise Refused(f"Le site « {self._host} » a répondu par une erreur ({status}) : vérifiez l'adresse.")
        return ""

    def fetched(self, target: SplitResult) -> Fetched:
        """The body. Raises `Refused` when it is too heavy, too slow, or cut."""
        data = self._unpacked(self._body())
        media_type = self._response.headers.get_content_type()
        return Fetched(
            data=data,
            final_address=urlunsplit(target._replace(fragment="")),
            media_type=media_type,
            name=_name(self._response.headers, target, media_type),
            fetched_at=dt.datetime.now(dt.UTC),
        )

    def _body(self) -> bytes:
        limit = self._settings.fetch_limit
        body = bytearray()
        try:
            while len(body) <= limit and (self._response.length or 0) <= limit:
                piece = self._response.read1(_CHUNK)
                if not piece:
                    break
                body += piece
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._failed(error) from error
        if len(body) > limit or (self._response.length or 0) > limit:
            raise self._too_heavy()
        self._left()  # a line that the watch closed looks like an end
        if self._response.length:
            raise Refused(f"Le site « {self._host} » a coupé la réponse avant la fin : réessayez.")
        return bytes(body)

    def _unpacked(self, body: bytes) -> bytes:
        """Some sites compress whatever one asks for; the limit holds for what comes out."""
        encoding = (self._response.getheader("Content-Encoding") or "identity").strip().lower()
        if encoding in {"identity", ""}:
            return body
        if encoding not in {"gzip", "deflate"}:
            raise Refused(
                f"Le site « {self._host} » répond dans une forme inconnue : enregistrez la page et déposez-la."
            )
        limit = self._settings.fetch_limit
        try:
            data = zlib.decompressobj(wbits=47).decompress(body, limit + 1)  # 47: gzip or zlib, as its head says
        except zlib.error as error:
            raise self._failed(error) from error
        if len(data) > limit:
            raise self._too_heavy()
        return data

    def _too_heavy(self) -> Refused:
        limit = self._settings.fetch_limit // MEGABYTE
        return Refused(f"La réponse dépasse {limit} Mo : enregistrez-la et déposez-la.")

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self._too_slow()
        return left

    def _failed(self, error: Exception) -> Refused:
        if time.monotonic() >= self._deadline - 0.05:
            return self._too_slow()
        if isinstance(error, ssl.SSLError):
            return Refused(f"Le certificat du site « {self._host} » n'est pas valable : la page n'a pas été lue.")
        return Refused(f"Le site « {self._host} » n'a pas pu être joint ou a mal répondu : réessayez plus tard.")

    def _too_slow(self) -> Refused:
        seconds = f"{self._settings.fetch_seconds:g}"
        return Refused(f"Le site n'a pas répondu en {seconds} secondes : réessayez, ou déposez la page.")

    def close(self) -> None:
        """Give the line back and stop the watch."""
        if self._watch is not None:
            self._watch.cancel()
        if self._line is not None:
            self._line.close()
        self._connection.close()


def _hang_up(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:  # closed meanwhile: nothing left to cut
        return


def _headers(target: SplitResult) -> dict[str, str]:
    host = target.hostname or ""
    shown = f"[{host}]" if ":" in host else addresses.ascii_host(host)
    is_usual = target.port in {None, addresses.PORTS[target.scheme]}
    return {
        "Host": shown if is_usual else f"{shown}:{target.port}",
        "User-Agent": _AGENT,
        "Accept": "text/html,application/pdf,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "fr",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _path(target: SplitResult) -> str:
    path = quote(target.path or "/", safe="/%:=&?~+!$,;'@()*[]-._")
    return f"{path}?{quote(target.query, safe='/%:=&?~+!$,;@()*[]-._')}" if target.query else path


def _name(headers: Message, target: SplitResult, media_type: str) -> str:
    """From Content-Disposition, else the end of the path; with an ending that says the media type."""
    written = headers.get_filename() or unquote(target.path.rstrip("/").rpartition("/")[2])
    name = names.safe_name(written, names.safe_name(target.hostname or "", "page"))
    ending = _ENDINGS.get(media_type, "")
    return name if not ending or name.lower().endswith((ending, ".htm")) else f"{name}{ending}"
