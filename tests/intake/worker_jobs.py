"""What the tests of workers have done in them: functions that pickle by name."""

import os
import sys
import time

from cmn_core.errors import UsageError
from cmn_core.intake.cells.grid import UnreadableFile


def tell_process(_=None):
    return os.getpid()


def sleep(seconds):
    time.sleep(seconds)
    return os.getpid()


def take_memory(megabytes):
    return len(bytearray(megabytes * 1024 * 1024))


def hold_memory(megabytes, seconds):
    held = bytearray(megabytes * 1024 * 1024)
    held[::4096] = b"\1" * len(held[::4096])
    time.sleep(seconds)
    return len(held)


def abort():
    """End as calamine does when it runs out of memory."""
    os.abort()


def crash():
    return {}["личные данные"]


def refuse():
    raise UnreadableFile("corrupt_file", fault="cut", reason="он обрезан")


def refuse_usage():
    raise UsageError("Так нельзя")


def panic():
    """Raise what is no Exception, as a panic of a reader is."""
    raise BaseException("panic")


def print_and_answer():
    print("шум на выводе")
    os.write(1, b"noise")
    return "answer"


def loaded_modules():
    return [name for name in ("streamlit", "pandas", "numpy", "pyarrow", "sqlmodel") if name in sys.modules]


def return_much(megabytes):
    return bytes(megabytes * 1024 * 1024)
