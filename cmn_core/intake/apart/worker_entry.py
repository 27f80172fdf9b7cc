"""What a worker process runs: `python -m cmn_core.intake.apart.worker_entry MEMORY_BYTES SECONDS [MODULE…]`.

Nothing heavy is imported here; MODULEs are imported before the first file, so that the worker is warm.
"""

import gc
import importlib
import os
import signal
import sys
import traceback
from pickle import PicklingError
from typing import IO, Any

from cmn_core.errors import CmnError
from cmn_core.intake.apart.worker_frames import read_frame, write_frame
from cmn_core.intake.cells.grid import UnreadableFile

_GRACE_SECONDS = 5
"""After its owner's limit a worker ends by itself: the owner may have been killed."""


def main() -> None:
    """Do what the owner asks, one call at a time, until the pipe closes."""
    memory_bytes, seconds, *modules = sys.argv[1:]
    requests, replies = _take_pipes()
    _limit_memory(int(memory_bytes))
    write_frame(replies, _warm_up(modules))
    # Looking for garbage among a large file's cells took up to a fifth of its time: it is looked for between files.
    gc.disable()
    while True:
        try:
            function, arguments = read_frame(requests)
        except EOFError:
            return
        _set_alarm(float(seconds) + _GRACE_SECONDS)
        reply = _call(function, arguments)
        del function, arguments
        _send(replies, reply)
        _set_alarm(0)
        del reply
        gc.collect()


def _warm_up(modules: list[str]) -> str:
    try:
        for module in modules:
            importlib.import_module(module)
    except Exception as fault:  # noqa: BLE001 - told to the owner, who logs it and gives up
        return repr(fault)
    return "ready"


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for the messages alone: whatever prints goes to stderr."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return requests, replies


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _call(function: Any, arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", function(*arguments)
    except (UnreadableFile, CmnError) as refusal:
        return "refused", refusal
    except MemoryError:
        return "memory", None
    except BaseException as fault:  # noqa: BLE001 - a panic of a reader derives from BaseException
        return "crashed", _tell_place(fault)


def _send(replies: IO[bytes], reply: tuple[str, Any]) -> None:
    """Send a reply, or why it cannot be packed: nothing is written before it is."""
    try:
        write_frame(replies, reply)
    except MemoryError:
        write_frame(replies, ("memory", None))
    except (TypeError, AttributeError, PicklingError) as fault:
        write_frame(replies, ("crashed", _tell_place(fault)))


def _tell_place(fault: BaseException) -> str:
    """Name the kind of a fault and where it rose, without its message, which may quote the file."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(fault).__name__} at {place}"


if __name__ == "__main__":
    main()
