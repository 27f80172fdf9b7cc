"""How the command line speaks: UTF-8 on every console, one clean line for a failure, exit codes of the contract."""

import os
import sys
import traceback
from collections.abc import Sequence

import typer

from cmn_core.commands.usage_faults import describe_usage_fault
from cmn_core.errors import CmnError, UsageError

FAULTY, MISUSED, INTERRUPTED = 1, 2, 130
"""Exit codes: the data or the place are at fault; the command was not understood; Ctrl+C."""
_TRACEBACK_VARIABLE = "CMN_TRACEBACK"


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is one line on stderr."""
    speak_utf8()
    try:
        code = app(list(arguments), prog_name="cmn", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        return _fail(error.message, MISUSED)
    except CmnError as error:
        return _fail(_tell(error), FAULTY)
    except typer.TyperException as error:
        return _fail(describe_usage_fault(error), MISUSED)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _end_of_pipe()
    except Exception as error:  # noqa: BLE001 - the last door: a user never reads a traceback
        return _unexpected(error)
    return code if isinstance(code, int) else 0


def say(line: str = "") -> None:
    """Write a line of the answer."""
    sys.stdout.write(f"{line}\n")


def say_invented() -> None:
    """Label the answer of a demonstration database."""
    say("ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ: числа придуманы.")


def warn(line: str) -> None:
    """Write a line that is no part of the answer."""
    sys.stdout.flush()
    sys.stderr.write(f"{line}\n")


def speak_utf8() -> None:
    """Make both streams UTF-8: a Windows console or pipe has a code page that lacks half of our signs."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(message: str, code: int) -> int:
    warn(" ".join(message.split()))
    return code


def _tell(error: CmnError) -> str:
    """Return the sentence; what the place is at fault for may have a way back, which takes the store to find."""
    if type(error).__module__ != "cmn_core.store.failures":
        return error.message
    from cmn_core.keeping.way_back import tell_in_full

    return tell_in_full(error)


def _end_of_pipe() -> int:
    """Stop quietly when the reader (`head`, a closed window) went away."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAULTY


def _unexpected(error: Exception) -> int:
    if os.environ.get(_TRACEBACK_VARIABLE):
        traceback.print_exc()
    return _fail(
        f"Внутренняя ошибка программы: {type(error).__name__}: {error}. "
        f"Повторите с переменной {_TRACEBACK_VARIABLE}=1 и пришлите вывод разработчикам.",
        FAULTY,
    )
