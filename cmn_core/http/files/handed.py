"""Files that exist only in a session's hands, given to the very person who had them there, for a while.

A page hands over how a file is made; it is made when the person fetches it. Everything lies in this process' memory.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from cmn_core.store.sessions import Actor

KEPT_S = 4 * 3600.0
"""So long after a page last offered a file it can be fetched."""
_MOST = 1000


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that will be made when it is asked for."""

    name: str
    media_type: str
    make: Callable[[], bytes]


@dataclass(slots=True)
class _Held:
    actor: Actor
    place: str
    file: HandedFile
    until: float


class HandedFiles:
    """What sessions have handed over."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = _MOST) -> None:
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._tokens: dict[tuple[Actor, str], str] = {}

    def hand(self, actor: Actor, place: str, file: HandedFile) -> str:
        """Keep a file for a person and return its token; what was handed over at this place before is replaced.

        `place` names the control of the session that offers the file, so that a page's next run adds nothing.
        """
        with self._lock:
            token = self._tokens.setdefault((actor, place), secrets.token_urlsafe(24))
            self._held[token] = _Held(actor, place, file, self._clock() + KEPT_S)
            self._held.move_to_end(token)
            self._forget_old()
            return token

    def find(self, actor: Actor, token: str) -> HandedFile | None:
        """Return a person's file; None for another's, an expired or an unknown one."""
        with self._lock:
            held = self._held.get(token)
            if held is None or held.actor != actor or held.until < self._clock():
                return None
            return held.file

    def _forget_old(self) -> None:
        while self._held:
            token, oldest = next(iter(self._held.items()))
            if len(self._held) <= self._most and oldest.until >= self._clock():
                return
            del self._held[token], self._tokens[oldest.actor, oldest.place]


HANDED = HandedFiles()
"""Of this process: pages hand over, the route gives out."""
