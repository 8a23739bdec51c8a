"""Addresses: what may be asked for, what is refused, and bounds on what answers."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from casetrack.errors import Refused
from casetrack.read import addresses
from casetrack.read.fetch import fetch
from casetrack.settings import Settings, load_settings


class Site(BaseHTTPRequestHandler):
    """A site that behaves, and misbehaves, by path."""

    def do_GET(self) -> None:
        getattr(self, f"do_{self.path.strip('/').split('/')[0].split('?')[0]}")()

    def answer(self, body: bytes, media_type: str = "text/html", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_page(self) -> None:
        self.answer(f"<p>{self.headers['Host']}</p>".encode(), "text/html; charset=utf-8")

    def do_named(self) -> None:
        self.answer(b"%PDF-1.4", "application/pdf", Content_Disposition='attachment; filename="../ordonnance.pdf"')

    def do_turn(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.redirect(f"/turn/{left - 1}" if left else "/page")

    def do_inside(self) -> None:
        self.redirect("http://169.254.169.254/latest/")

    def do_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def do_endless(self) -> None:
        self.answer(b"")
        self.pour(b"x" * 65_536, 0)

    def do_drip(self) -> None:
        self.answer(b"")
        self.pour(b"x", 0.05)

    def do_drip_head(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        self.pour(b"X: y\r\n", 0.3)

    def pour(self, piece: bytes, pause: float) -> None:
        try:
            while True:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            self.close_connection = True

    def do_heavy(self) -> None:
        self.answer(b"x", Content_Length=str(10**12))

    def do_packed(self) -> None:
        self.answer(gzip.compress(b"<p>texte</p>"), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.answer(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")

    def do_cut(self) -> None:
        self.answer(b"x", Content_Length="1000")

    def do_missing(self) -> None:
        self.send_error(404)

    def log_message(self, *arguments: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def settings() -> Settings:
    return load_settings(fetch_private=True, fetch_limit=1_000_000, fetch_seconds=1.0)


def test_a_page_comes_with_its_final_address_and_its_name(site, settings):
    found = fetch(f"{site}/page/article?x=é#fin", settings)
    assert found.data == f"<p>{site.removeprefix('http://')}</p>".encode()
    assert found.final_address == f"{site}/page/article?x=é"
    assert (found.media_type, found.name) == ("text/html", "article.html")
    assert found.fetched_at.utcoffset() is not None


def test_a_declared_name_is_made_safe(site, settings):
    assert fetch(f"{site}/named", settings).name == "ordonnance.pdf"


def test_a_page_packed_without_asking_is_unpacked(site, settings):
    assert fetch(f"{site}/packed", settings).data == b"<p>texte</p>"


def test_five_redirects_are_followed_and_not_six(site, settings):
    assert fetch(f"{site}/turn/4", settings).final_address == f"{site}/page"
    with pytest.raises(Refused, match="plus de 5 fois"):
        fetch(f"{site}/turn/5", settings)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/endless", "dépasse"),
        ("/heavy", "dépasse"),
        ("/bomb", "dépasse"),
        ("/drip", "secondes"),
        ("/drip_head", "secondes"),
        ("/cut", "coupé"),
        ("/missing", "erreur \\(404\\)"),
        ("/file", "http://"),
    ],
)
def test_answers_are_bounded(site, settings, path, said):
    with pytest.raises(Refused, match=said):
        fetch(site + path, settings)


@pytest.mark.parametrize(
    "address",
    [
        "{site}/page",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://10.0.0.1/",
        "http://172.16.3.4/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://192.0.2.1/",
    ],
)
def test_the_inside_of_the_network_is_refused(site, address):
    with pytest.raises(Refused, match="réseau interne"):
        fetch(address.format(site=site), load_settings(fetch_seconds=2))


@pytest.mark.parametrize(
    "address",
    ["", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://a b/", "http://[::1/",
     "http://user:secret@example.org/", "http://example.org:99999/", "http://exa\nmple.org/", "gopher://x", "//x/y"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Refused):
        fetch(address, load_settings())


def test_a_redirect_to_the_inside_is_refused(site, monkeypatch):
    """Only this test's site counts as public: the second step is checked like the first."""
    really = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or really(address))
    with pytest.raises(Refused, match="réseau interne"):
        fetch(f"{site}/inside", load_settings(fetch_seconds=2))


def test_a_name_is_resolved_once_and_that_address_is_the_one_asked(site, monkeypatch):
    """DNS rebinding: a second answer of the resolver would be the inside of the network."""
    port = int(site.rpartition(":")[2])
    asked: list[str] = []

    def resolver(host, *arguments, **options):
        asked.append(host)
        answer = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answer, port))]

    really = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or really(address))
    monkeypatch.setattr(addresses.socket, "getaddrinfo", _only_for("rebind.example", resolver))
    found = fetch(f"http://rebind.example:{port}/page", load_settings(fetch_seconds=2))
    assert found.data == f"<p>rebind.example:{port}</p>".encode(), "Host keeps the name"
    assert asked == ["rebind.example"]


def _only_for(name, resolver):
    really = socket.getaddrinfo
    return lambda host, *rest, **options: (resolver if host == name else really)(host, *rest, **options)


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    def resolver(host, port, **options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port)) for found in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", resolver)
    with pytest.raises(Refused, match="réseau interne"):
        fetch("http://mixed.example/", load_settings())
