"""Who asks: from which address, over which line, and as whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from cmn_core.http.settings import HttpSettings, Network
from cmn_core.store.sessions import Actor

_KEY = "cmn.visitor"
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
# A proxy stands between: the peer's own address says nothing about the person then.
_FORWARDING_HEADERS = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sent a request."""

    address: str
    """The peer's, or the one that a trusted proxy names."""
    is_secure: bool
    """Over https, to the proxy in front if there is one."""
    is_local: bool
    """At this very computer, without anything between."""
    host: str
    """The server's name as the visitor wrote it, with its port."""
    actor: Actor | None = None
    """None: not signed in."""


def find_visitor(scope: Scope, settings: HttpSettings) -> Visitor | None:
    """Return who sent a request; None where this server is not the one it asks for."""
    headers = Headers(scope=scope)
    hosts, peer = headers.getlist("host"), scope.get("client")
    if len(hosts) != 1 or peer is None:
        return None
    is_local = is_loopback(peer[0]) and not any(name in headers for name in _FORWARDING_HEADERS)
    name = _without_port(hosts[0])
    if not (name in settings.hosts or (is_local and name in _LOCAL_HOSTS)):
        return None
    is_trusted = _is_in(peer[0], settings.proxies)
    address = _forwarded_address(peer[0], headers, settings.proxies) if is_trusted else peer[0]
    scheme = headers.get("x-forwarded-proto", "").strip().lower() if is_trusted else ""
    is_secure = (scheme or scope.get("scheme")) in ("https", "wss")
    return Visitor(_plain(address), is_secure, is_local, hosts[0].lower())


def keep_visitor(scope: Scope, visitor: Visitor) -> None:
    """Write down who sent a request, for the guard and the routes behind it."""
    scope[_KEY] = visitor


def visitor_of(scope: Scope) -> Visitor:
    """Return who sent a request."""
    visitor: Visitor = scope[_KEY]
    return visitor


def known_visitor(scope: Scope) -> Visitor | None:
    """Return who sent a request; None where it went wrong or was refused before that was found."""
    return scope.get(_KEY)


def is_loopback(address: str) -> bool:
    """Tell whether an IP address or host name means this computer; «::ffff:127.0.0.1» does."""
    if address == "localhost":
        return True
    parsed = _parse(address)
    return parsed is not None and parsed.is_loopback


def _forwarded_address(peer: str, headers: Headers, proxies: Iterable[Network]) -> str:
    """Walk the chain from the nearest proxy outwards to the first address that is none of ours."""
    chain = [word.strip() for line in headers.getlist("x-forwarded-for") for word in line.split(",")]
    address = peer
    for word in reversed(chain):
        if _parse(word) is None:
            break
        address = word
        if not _is_in(word, proxies):
            break
    return address


def _is_in(address: str, networks: Iterable[Network]) -> bool:
    parsed = _parse(address)
    return parsed is not None and any(parsed in network for network in networks)


def _plain(address: str) -> str:
    parsed = _parse(address)
    return address if parsed is None else str(parsed)


def _parse(address: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    return parsed.ipv4_mapped or parsed if isinstance(parsed, IPv6Address) else parsed


def _without_port(host: str) -> str:
    name, separator, port = host.rpartition(":")
    return (name if separator and port.isdigit() else host).lower().rstrip(".")
