"""Which addresses may be asked for, and where their names lead: http and https, the public Internet only."""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from urllib.parse import SplitResult, urlsplit

from casetrack.errors import Refused

PORTS = {"http": 80, "https": 443}
_SHARED = ipaddress.ip_network("100.64.0.0/10")
# IPv4 addresses can hide in these: NAT64, 6to4, Teredo.
_TRANSLATED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def check(address: str) -> SplitResult:
    """The parts of an address that may be asked for. Raises `Refused`."""
    try:
        parts = urlsplit(address.strip())
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise Refused("Cette adresse est mal formée : copiez-la depuis le navigateur.") from error
    if parts.scheme not in PORTS:
        raise Refused("Seules les adresses qui commencent par http:// ou https:// sont acceptées.")
    if not host or re.search(r"[\s\x00-\x1f\x7f]", address.strip()):
        raise Refused("Cette adresse est mal formée : copiez-la depuis le navigateur.")
    if parts.username or parts.password:
        raise Refused("Cette adresse contient un identifiant ou un mot de passe : retirez-le.")
    if port == 0:
        raise Refused("Le port de cette adresse n'existe pas.")
    return parts


def resolve(host: str, port: int, seconds: float, *, private: bool) -> str:
    """One address of a host, all of which must be public unless ``private``. Raises `Refused`."""
    addresses = _look_up(host, port, seconds)
    if not private and not all(is_public(address) for address in addresses):
        raise Refused(
            f"« {host} » désigne une machine du réseau interne, qui n'est pas interrogée : enregistrez la page et "
            "déposez-la."
        )
    return addresses[0]


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host, waiting no longer than ``seconds``: the system's own resolver knows no deadline."""
    found: queue.SimpleQueue[list[str]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            entries = socket.getaddrinfo(ascii_host(host), port, type=socket.SOCK_STREAM)
            found.put([str(entry[4][0]) for entry in entries])
        except (OSError, UnicodeError):
            found.put([])

    threading.Thread(target=ask, daemon=True).start()
    try:
        addresses = found.get(timeout=seconds)
    except queue.Empty:
        addresses = []
    if not addresses:
        raise Refused(f"Le site « {host} » est introuvable : vérifiez l'adresse.")
    return addresses


def ascii_host(host: str) -> str:
    """A name as the network writes it: « conseil-d'état.fr » -> ``xn--...``."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def is_public(address: str) -> bool:
    """Whether an address belongs to the Internet at large, also once unwrapped from IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in _TRANSLATED) or int(ip) < 2**32:
            return False
    return ip.is_global and not _is_special(ip)


def _is_special(ip: _Address) -> bool:
    is_shared = isinstance(ip, ipaddress.IPv4Address) and ip in _SHARED
    return ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local or is_shared
