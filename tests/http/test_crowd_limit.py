"""Whoever is one too many is told so."""

import asyncio

from starlette.types import Receive, Scope, Send

from cmn_core.http.crowd_limit import CrowdLimit
from tests.http.asgi import connect, get


class Slow:
    """An application whose first caller stays inside while others come."""

    def __init__(self) -> None:
        self.others: list[object] = []
        self.limit = CrowdLimit(self, most=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/slow":
            self.others = [
                await asyncio.to_thread(get, self.limit, "/quick"),
                await asyncio.to_thread(connect, self.limit),
            ]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def test_one_too_many_is_told_and_the_next_finds_room() -> None:
    app = Slow()
    assert get(app.limit, "/slow").status == 200
    refused, closed = app.others
    assert refused.status == 503
    assert "слишком много" in refused.text
    assert [message["type"] for message in closed] == ["websocket.close"]
    assert get(app.limit, "/quick").status == 200
