"""casetrack as people run it: `casetrack serve` in a process of its own, spoken to over the loopback."""

from __future__ import annotations

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Sequence
from pathlib import Path

from tests.web_site import PASSWORD, token

EMAIL = "essai@exemple.fr"
WAIT = 600
"""Seconds before a test gives up: a limit against hanging on a busy machine, not a measure."""


def environment(home: Path, **settings: object) -> dict[str, str]:
    """The variables of one installation."""
    named = {f"CASETRACK_{name.upper()}": str(value) for name, value in settings.items()}
    return {**os.environ, "CASETRACK_HOME": str(home), "CASETRACK_PARSE_PROCESSES": "1", **named}


def casetrack(home: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    command = [sys.executable, "-m", "casetrack", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment(home, **settings), timeout=WAIT)


class Running:
    """A server and its worker. `kill` is abrupt; `stop` is polite."""

    def __init__(self, home: Path, **settings: object) -> None:
        self.home = home
        command = [sys.executable, "-m", "casetrack", "serve", "--port", "0"]
        self.log = home.parent / f"{home.name}-{uuid.uuid4().hex[:6]}.log"
        self._errors = self.log.open("wb")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self._errors, env=environment(home, **settings), text=True
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        found = re.search(r"http://[\d.:]+", said)
        assert found, said + self.log.read_text()
        self.address = found[0]
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=60)
        self._errors.close()

    def kill(self) -> None:
        """As a power cut would: no time to tidy up."""
        self.process.kill()
        self.process.wait()
        self._errors.close()

    def children(self) -> list[int]:
        """The processes below the server, the worker first, its parsers after."""
        found, waiting = [], [self.process.pid]
        while waiting:
            listed = Path(f"/proc/{waiting.pop(0)}/task")
            for path in listed.glob("*/children"):
                try:
                    below = [int(number) for number in path.read_text().split()]
                except OSError:
                    continue
                found += below
                waiting += below
        return found

    def memory(self) -> int:
        """Bytes held by the server and all its processes now."""
        return sum(resident(pid) for pid in [self.process.pid, *self.children()])


def resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError):
        return 0


def kill(pid: int) -> None:
    """Kill one process; one that is over already is well."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


class Visitor:
    """Somebody with a browser's cookies; ``at`` is the page they are on."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.at = ""
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> tuple[int, str]:
        return self._open(urllib.request.Request(self.address + path))

    def _open(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self._opener.open(request, timeout=WAIT) as answer:
                self.at = answer.geturl().removeprefix(self.address)
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")

    def sign_in(self) -> None:
        sent = {"email": EMAIL, "password": PASSWORD, "csrf_token": token(self.get("/connexion")[1])}
        data = urllib.parse.urlencode(sent).encode()
        status, page = self._open(urllib.request.Request(f"{self.address}/connexion", data=data))
        assert status == 200 and "Se déconnecter" in page, page[:500]

    def send(self, path: str, files: Sequence[tuple[str, bytes]] = (), **fields: str) -> tuple[int, str]:
        """Post a form of the site, with its token; gives the page it ends on."""
        edge = uuid.uuid4().hex
        fields["csrf_token"] = token(self.get("/compte")[1])
        body = b""
        for name, value in fields.items():
            body += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, data in files:
            head = f'Content-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            body += f"--{edge}\r\n{head}".encode() + data + b"\r\n"
        body += f"--{edge}--\r\n".encode()
        request = urllib.request.Request(self.address + path, data=body)
        request.add_header("Content-Type", f"multipart/form-data; boundary={edge}")
        return self._open(request)

    def wait_for_batches(self, pages: Sequence[str]) -> list[str]:
        """The progress pages, once nothing waits or is being read any more."""
        until = time.monotonic() + WAIT
        done = [""] * len(pages)
        while time.monotonic() < until:
            done = [self.get(path)[1] for path in pages]
            if not any("en attente" in page or "en lecture" in page for page in done):
                return done
            time.sleep(0.5)
        raise AssertionError("the worker did not finish: " + re.sub(r"<[^>]+>|\s+", " ", done[-1])[:2000])


def open_account(home: Path) -> None:
    made = casetrack(home, "user", "add", EMAIL, "--name", "Essai", "--role", "editeur", "--password", PASSWORD)
    assert made.returncode == 0, made.stderr
