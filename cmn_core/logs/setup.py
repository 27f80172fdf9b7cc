"""One log for all: ours, uvicorn's, Streamlit's, SQLAlchemy's; a line an event, on stderr, without data of people.

Where the lines go from there and how long they are kept is the matter of whoever runs the server (docs/deployment.md).
"""

import logging
import sys
import threading
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from cmn_core.logs.failures import describe_failure, log_failure
from cmn_core.logs.scrubbing import scrub

_OWN_HANDLERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "websockets")
# Of an address a log would keep invitations' tokens: a proxy in front counts requests, without what follows «?».
_NEVER = ("uvicorn.access",)
_NAMES = ("failure", "request", "session", "level", "logger", "time")


def configure_logging(*, form: str = "auto", level: str = "warning", stream: TextIO | None = None) -> None:
    """Send every logger of the process through one handler.

    `form`: «json» (an object a line), «words», or «auto»: words on a terminal, JSON elsewhere.
    """
    out = stream or sys.stderr
    told: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        _tell_failure,
        _scrub_texts,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *told,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(form, out)],
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *told],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _OWN_HANDLERS:
        hand_over(logging.getLogger(name))
    for name in _NEVER:
        logging.getLogger(name).disabled = True
    threading.excepthook = _log_thread_failure


def hand_over(logger: logging.Logger) -> None:
    """Make a library's logger speak through ours."""
    logger.handlers.clear()
    logger.propagate = True


def _renderer(form: str, out: TextIO) -> Processor:
    if form == "json" or (form == "auto" and not out.isatty()):
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=out.isatty(), timestamp_key="time")


def _tell_failure(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["raised"] = describe_failure(error)
    event.pop("stack_info", None)
    return event


def _scrub_texts(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    for name, value in event.items():
        # What was raised is scrubbed already, without its places.
        if isinstance(value, str) and name not in _NAMES and not name.startswith("_"):
            event[name] = scrub(value)
    return event


def _log_thread_failure(raised: threading.ExceptHookArgs) -> None:
    if raised.exc_value is not None and raised.exc_type is not SystemExit:
        log_failure(raised.exc_value, worker=raised.thread.name if raised.thread else "")
