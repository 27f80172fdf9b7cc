"""An answer of the inner application, held whole so that it can be changed before it is sent."""

from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class CapturedResponse:
    """Status, headers and body of one answer."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Return a header's value, empty where there is none."""
        return MutableHeaders(raw=list(self.headers)).get(name, "")

    async def send(self, send: Send, *, body: bytes | None = None, headers: dict[str, str] | None = None) -> None:
        """Send the answer, with another body and more headers if given."""
        shown = self.body if body is None else body
        changed = MutableHeaders(raw=list(self.headers))
        changed.update({**(headers or {}), "Content-Length": str(len(shown))})
        await send({"type": "http.response.start", "status": self.status, "headers": changed.raw})
        await send({"type": "http.response.body", "body": shown})


async def capture_response(app: ASGIApp, scope: Scope, receive: Receive) -> CapturedResponse | None:
    """Run the inner application and hold its answer; None where it broke off, as it does when the browser has left."""
    head: Message = {}
    chunks: list[bytes] = []
    is_whole = False

    async def keep(message: Message) -> None:
        nonlocal is_whole
        if message["type"] == "http.response.start":
            head.update(message)
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))
            is_whole = not message.get("more_body", False)

    await app(scope, receive, keep)
    return CapturedResponse(head["status"], tuple(head["headers"]), b"".join(chunks)) if is_whole else None
