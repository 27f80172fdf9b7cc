"""One script runs at a time, and none holds the others up for long."""

import threading
from collections.abc import Callable

import pytest

from pages._parts.turns import Turns

_LONG_S = 60.0


def _run_beside(script: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=script)
    thread.start()
    return thread


@pytest.mark.timeout(30)
def test_scripts_run_one_after_another() -> None:
    turns, inside, most = Turns(_LONG_S), [0], []

    def script() -> None:
        for _ in range(50):
            with turns.turn():
                inside[0] += 1
                most.append(inside[0])
                threading.Event().wait(0.0005)
                inside[0] -= 1

    for thread in [_run_beside(script) for _ in range(4)]:
        thread.join()
    assert (len(most), max(most)) == (200, 1)


@pytest.mark.timeout(30)
def test_a_script_that_steps_aside_lets_others_run_and_takes_its_turn_again() -> None:
    turns, order = Turns(_LONG_S), []

    def other() -> None:
        with turns.turn():
            order.append("other")

    with turns.turn():
        with turns.aside():
            _run_beside(other).join()
        beside = _run_beside(other)
        order.append("first")
    beside.join()
    assert order == ["other", "first", "other"]


@pytest.mark.timeout(30)
def test_a_script_that_fails_ends_its_turn() -> None:
    turns, ran = Turns(_LONG_S), []
    with pytest.raises(ValueError, match="broken"), turns.turn():
        raise ValueError("broken")
    with turns.turn():
        ran.append(True)
    assert ran


@pytest.mark.timeout(30)
def test_one_that_waits_long_does_not_stop_the_others() -> None:
    turns, ran = Turns(0.05), []

    def other() -> None:
        with turns.turn():
            ran.append("beside")

    with turns.turn():
        _run_beside(other).join()
        assert ran == ["beside"]
    with turns.turn():
        assert turns._free.acquire(blocking=False) is False


def test_stepping_aside_without_a_turn_changes_nothing() -> None:
    turns = Turns(_LONG_S)
    with turns.aside():
        pass
    assert turns._free.acquire(blocking=False) is True
