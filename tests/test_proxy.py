"""Behind a proxy, each reader is known by their own address; without one, nobody may choose theirs."""

from __future__ import annotations

import http.client

from tests.running import Running


def statuses(server: Running, addresses: list[str]) -> list[int]:
    """Of a page that one address may ask for sixty times a minute."""
    connection = http.client.HTTPConnection(server.address.removeprefix("http://"), timeout=60)
    found = []
    for address in addresses:
        connection.request("GET", "/chiffres", headers={"X-Forwarded-For": address})
        answer = connection.getresponse()
        answer.read()
        found.append(answer.status)
    connection.close()
    return found


def test_readers_behind_a_proxy_do_not_share_a_limit(tmp_path):
    with Running(tmp_path / "home", proxies=1) as server:
        assert set(statuses(server, [f"198.51.100.{number}" for number in range(70)])) == {200}
        assert statuses(server, ["203.0.113.7"] * 70)[-1] == 429


def test_without_a_proxy_an_address_that_is_claimed_is_not_believed(tmp_path):
    with Running(tmp_path / "home") as server:
        assert statuses(server, [f"198.51.100.{number}" for number in range(70)])[-1] == 429
