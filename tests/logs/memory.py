"""The log in memory."""

import io
import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from cmn_core.logs.setup import configure_logging


class Log:
    """What has been written."""

    def __init__(self, stream: io.StringIO) -> None:
        self._stream = stream

    def text(self) -> str:
        return self._stream.getvalue()

    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.text().splitlines()]


@contextmanager
def logged() -> Iterator[Log]:
    """Send the log into memory; put everything back afterwards."""
    root = logging.getLogger()
    handlers, level, hook = list(root.handlers), root.level, threading.excepthook
    stream = io.StringIO()
    configure_logging(form="json", stream=stream)
    try:
        yield Log(stream)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        threading.excepthook = hook
        structlog.reset_defaults()
