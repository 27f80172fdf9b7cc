"""What the guard and its pages ask of the database: in threads, and the answer is remembered for a second."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers

from cmn_core.http.files.served_database import served_database
from cmn_core.http.live_connections import LiveConnections
from cmn_core.http.sign_in_cookie import read_token
from cmn_core.http.visitor import Visitor
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor
from cmn_core.store.sign_ins import find_actor
from cmn_core.store.standing_sign_ins import find_standing

REMEMBERED_S = 1.0
"""So long a sign-in that was ended elsewhere may still be used."""
_MOST_REMEMBERED = 10_000
_THREADS = 8
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Known:
    actor: Actor
    until: float


class SignIns:
    """The sign-ins of the database that this process serves."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key: bytes | None = None
        self._known: OrderedDict[str, _Known] = OrderedDict()
        # Of their own: files that the frame sends must not hold a sign-in up, nor passwords that are tried the guard.
        self._threads, self._slow_threads = CapacityLimiter(_THREADS), CapacityLimiter(_THREADS)
        self.live = LiveConnections(self._find_standing)

    async def find(self, visitor: Visitor, headers: Headers) -> Actor | None:
        """Return whom a request's cookie belongs to; None: to nobody who is signed in."""
        token = read_token(headers, await self.key(), is_secure=visitor.is_secure)
        return None if token is None else await self.find_by(token)

    async def find_by(self, token: str) -> Actor | None:
        """Return whom a token belongs to, as it was within the last second."""
        known = self._known.get(token)
        if known is not None and self._clock() < known.until:
            return known.actor
        asked_at = self._clock()
        actor = await self.ask(find_actor, token, now=datetime.now(UTC))
        if actor is None:
            self._known.pop(token, None)
        else:
            self._known[token] = _Known(actor, asked_at + REMEMBERED_S)
            self._known.move_to_end(token)
            if len(self._known) > _MOST_REMEMBERED:
                self._known.popitem(last=False)
        return actor

    async def still_stands(self, token: str) -> bool:
        """Tell whether a live connection's sign-in stands; while the database is away it is not judged."""
        try:
            return await self.find_by(token) is not None
        except DatabaseUnavailable:
            return True

    def forget(self, sign_in_id: int) -> None:
        """Close what is open by a sign-in that has ended, and forget it at once."""
        for token in [token for token, known in self._known.items() if known.actor.sign_in_id == sign_in_id]:
            del self._known[token]
        self.live.end(sign_in_id)

    async def ask(self, question: Callable[..., T], *args: object, **named: object) -> T:
        """Ask the store a question, whose first argument is the database, in a thread."""
        return await to_thread.run_sync(lambda: question(served_database(), *args, **named), limiter=self._threads)

    async def ask_slowly(self, question: Callable[..., T], *args: object, **named: object) -> T:
        """Ask what takes its time on purpose, as looking at a password does."""
        return await to_thread.run_sync(lambda: question(served_database(), *args, **named), limiter=self._slow_threads)

    async def key(self) -> bytes:
        """Return the key that signs cookies and forms."""
        if self._key is None:
            self._key = await self.ask(signing_key)
        return self._key

    async def _find_standing(self, sign_in_ids: frozenset[int]) -> frozenset[int]:
        try:
            return await self.ask(find_standing, sign_in_ids, now=datetime.now(UTC))
        except DatabaseUnavailable:
            return sign_in_ids
