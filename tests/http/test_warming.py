"""Before the first request the modules are loaded; the rest is prepared beside it."""

import asyncio
import gc
import sys
import threading

from cmn_core.http.warming import keep_warm


def test_modules_are_loaded_and_frozen_and_the_rest_is_begun() -> None:
    prepared = threading.Event()
    frozen, switching = gc.get_freeze_count(), sys.getswitchinterval()

    async def start() -> None:
        async with keep_warm(["colorsys"], prepare=prepared.set)(object()):
            assert "colorsys" in sys.modules
            assert gc.get_freeze_count() > frozen
            assert sys.getswitchinterval() < switching
            assert await asyncio.to_thread(prepared.wait, 5)

    sys.modules.pop("colorsys", None)
    try:
        asyncio.run(start())
    finally:
        gc.unfreeze()
        sys.setswitchinterval(switching)
