"""Make the first visitor as quick as the tenth: load what pages need before the server answers."""

import gc
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module

# Python's own 5 ms: the thread that sends pages out waits that long at each of a page's messages while a script runs.
_SWITCH_S = 0.0005


def keep_warm(
    modules: Iterable[str], prepare: Callable[[], None] = lambda: None
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Build a lifespan that imports these modules, takes them out of the garbage collector's rounds and prepares."""
    names = tuple(modules)

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        for name in names:
            import_module(name)
        # Some 120 000 objects of libraries live as long as the process; walking them cost half of a rerun.
        gc.collect()
        gc.freeze()
        sys.setswitchinterval(_SWITCH_S)
        # The first page does not wait for what only later ones need.
        threading.Thread(target=prepare, daemon=True).start()
        yield

    return lifespan
