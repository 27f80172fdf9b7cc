"""What was made of a year's facts, kept while the very same facts are asked about: every figure starts from it."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class KeptBySource(Generic[Made]):
    """The last few results, found by the identity of what they were made of: comparing facts takes as long as counting.

    What is kept is shared by all who ask and never changed.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[tuple[int, ...], tuple[tuple[object, ...], Made]] = {}
        self._lock = Lock()

    def get(self, sources: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what was made of these objects, or make it now."""
        key = tuple(id(source) for source in sources)
        kept = self._kept.get(key)
        if kept is None:
            # The sources are held too, so nobody else gets their identities meanwhile.
            kept = (sources, make())
            with self._lock:
                self._kept[key] = kept
                while len(self._kept) > self._most:
                    del self._kept[next(iter(self._kept))]
        return kept[1]
