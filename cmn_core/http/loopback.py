"""Who may speak to the application while it has no sign-in: only this very computer."""

from ipaddress import IPv6Address, ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

REFUSAL = (
    "Приложение открывается только на том компьютере, где оно запущено: вход по паролю ещё не настроен. "
    "Откройте на этом компьютере адрес http://127.0.0.1 с портом, который приложение напечатало при запуске."
)
_HOST_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
# A proxy stands between: the peer's own address says nothing about the person then.
_FORWARDING_HEADERS = frozenset({b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"})
_POLICY_VIOLATION = 1008


class LoopbackGuard:
    """Refuse http and websocket from another computer, through a proxy, or under a foreign host name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a local request through; answer any other in words."""
        if scope["type"] not in ("http", "websocket") or _is_local(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION, "reason": "loopback only"})
        else:
            await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)


def is_loopback(address: str) -> bool:
    """Tell whether an IP address or host name means this computer; «::ffff:127.0.0.1» does."""
    if address == "localhost":
        return True
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback


def _is_local(scope: Scope) -> bool:
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    if any(name in _FORWARDING_HEADERS for name, _ in headers):
        return False
    hosts = [value.decode("latin-1") for name, value in headers if name == b"host"]
    if len(hosts) != 1 or _without_port(hosts[0]) not in _HOST_NAMES:
        return False
    peer = scope.get("client")
    return peer is not None and is_loopback(peer[0])


def _without_port(host: str) -> str:
    name, separator, port = host.rpartition(":")
    return (name if separator and port.isdigit() else host).lower()
