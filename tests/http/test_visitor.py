"""A visitor's address is the peer's; a header is believed only from a proxy that the settings name."""

import pytest

from cmn_core.http.settings import HttpSettings
from cmn_core.http.visitor import find_visitor

SETTINGS = HttpSettings(hosts="cmn.example", proxies="127.0.0.1 10.0.0.0/8 fd00::/8")
CHAIN, PROTO = "x-forwarded-for", "x-forwarded-proto"


def visitor(peer: str, headers: list[tuple[str, str]], scheme: str = "http", host: str = "cmn.example"):
    lines = [("host", host), *headers]
    scope = {
        "type": "http",
        "scheme": scheme,
        "client": (peer, 1),
        "headers": [(name.encode(), value.encode()) for name, value in lines],
    }
    return find_visitor(scope, SETTINGS)


@pytest.mark.parametrize(
    ("peer", "headers", "address"),
    [
        ("192.168.1.20", [], "192.168.1.20"),
        ("192.168.1.20", [(CHAIN, "8.8.8.8")], "192.168.1.20"),
        ("127.0.0.1", [(CHAIN, "8.8.8.8")], "8.8.8.8"),
        ("127.0.0.1", [(CHAIN, "1.1.1.1, 8.8.8.8")], "8.8.8.8"),
        ("127.0.0.1", [(CHAIN, "1.1.1.1, 8.8.8.8, 10.0.0.7")], "8.8.8.8"),
        ("127.0.0.1", [(CHAIN, "1.1.1.1"), (CHAIN, "8.8.8.8")], "8.8.8.8"),
        ("127.0.0.1", [(CHAIN, "1.1.1.1, nonsense")], "127.0.0.1"),
        ("127.0.0.1", [(CHAIN, "")], "127.0.0.1"),
        ("127.0.0.1", [("x-real-ip", "8.8.8.8")], "127.0.0.1"),
        ("127.0.0.1", [(CHAIN, "10.0.0.9")], "10.0.0.9"),
        ("fd00::1", [(CHAIN, "2001:db8::7")], "2001:db8::7"),
        ("::ffff:127.0.0.1", [(CHAIN, "8.8.8.8")], "8.8.8.8"),
    ],
)  # fmt: skip
def test_address(peer: str, headers: list[tuple[str, str]], address: str) -> None:
    assert visitor(peer, headers).address == address


@pytest.mark.parametrize(
    ("peer", "headers", "scheme", "secure"),
    [
        ("192.168.1.20", [], "http", False),
        ("192.168.1.20", [], "https", True),
        ("192.168.1.20", [], "wss", True),
        ("192.168.1.20", [(PROTO, "https")], "http", False),
        ("127.0.0.1", [(PROTO, "HTTPS")], "http", True),
        ("127.0.0.1", [(PROTO, "http")], "https", False),
        ("127.0.0.1", [(PROTO, "https, http")], "http", False),
    ],
)  # fmt: skip
def test_https(peer: str, headers: list[tuple[str, str]], scheme: str, secure: bool) -> None:
    assert visitor(peer, headers, scheme).is_secure is secure


@pytest.mark.parametrize(
    ("peer", "headers", "host", "local"),
    [
        ("127.0.0.1", [], "localhost:8501", True),
        ("::1", [], "[::1]:8501", True),
        ("127.0.0.1", [], "cmn.example", True),
        ("127.0.0.1", [(CHAIN, "127.0.0.1")], "cmn.example", False),
        ("127.0.0.1", [("x-real-ip", "127.0.0.1")], "cmn.example", False),
        ("192.168.1.20", [], "cmn.example", False),
    ],
)
def test_at_this_computer(peer: str, headers: list[tuple[str, str]], host: str, local: bool) -> None:
    assert visitor(peer, headers, host=host).is_local is local
