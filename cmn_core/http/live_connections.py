"""The live connections of each sign-in, so that they are closed when it ends, whatever the person does or does not."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

WATCH_S = 5.0


class LiveConnections:
    """Who is connected by which sign-in."""

    def __init__(self, who_stands: Callable[[frozenset[int]], Awaitable[frozenset[int]]]) -> None:
        self._who_stands = who_stands
        self._ends: defaultdict[int, set[asyncio.Event]] = defaultdict(set)
        self._watch: asyncio.Task[None] | None = None

    @contextmanager
    def connected(self, sign_in_id: int) -> Iterator[asyncio.Event]:
        """Count a connection of a sign-in while the block lasts; the event is set when the sign-in has ended."""
        end = asyncio.Event()
        self._ends[sign_in_id].add(end)
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look_round())
        try:
            yield end
        finally:
            self._ends[sign_in_id].discard(end)
            if not self._ends[sign_in_id]:
                del self._ends[sign_in_id]

    def end(self, sign_in_id: int) -> None:
        """Close all connections of a sign-in."""
        for end in self._ends.get(sign_in_id, ()):
            end.set()

    async def _look_round(self) -> None:
        """Ask the database for all of them at once: a sign-in also ends in another process, or by its time."""
        while self._ends:
            await asyncio.sleep(WATCH_S)
            asked = frozenset(self._ends)
            if asked:
                for gone in asked - await self._who_stands(asked):
                    self.end(gone)
