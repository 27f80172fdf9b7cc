"""Signing in with argon2 as it is shipped; wrong passwords by the thousand; asking whose a token is."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database, open_database
from cmn_core.store.people import NewPerson, add_person
from cmn_core.store.sign_ins import Entered, SignInRefused, enter, find_actor
from tests.benchmarks.measures import Measure, median, p95, time_calls

_ALLOWED_S = 0.4
_ALLOWED_ASKING_S = 0.005
_OFFICIALS = 33
_TIMES = 20
_TRIES = 1000
_PASSWORD = "синий трактор едет"
_NOW = datetime(2020, 11, 25, 9, 0, tzinfo=UTC)


def measure_entering(demonstration: Path) -> list[Measure]:
    """Time right, wrong and unknown ones, all officials at once, and a thousand guesses."""
    database = open_database(f"sqlite:///{demonstration}")
    logins = [f"official{place}" for place in range(_OFFICIALS)]
    for login in logins:
        new = NewPerson(login, login, "viewer")
        add_person(database, new, by=Author("замер", _NOW), password=_PASSWORD)
    right = time_calls(lambda: _enter(database, logins[0]), _TIMES)
    wrong = _time_refusals(database, logins[1:])
    unknown = _time_refusals(database, [f"nobody{place}" for place in range(_TIMES)])
    together = _enter_at_once(database, logins)
    token = _enter(database, logins[0]).token
    asking = time_calls(lambda: find_actor(database, token, now=_NOW), 200)
    difference = abs(median(unknown) - median(wrong))
    guessing, looked_at = _guess(database, logins[-1])
    hour = read_sign_in_rules().tries
    measures = [
        Measure("a sign-in, median", median(right), "s", _ALLOWED_S),
        Measure("a sign-in, p95", p95(right), "s", _ALLOWED_S),
        Measure("a wrong password, median", median(wrong), "s", _ALLOWED_S),
        Measure("an unknown login, median", median(unknown), "s", _ALLOWED_S),
        Measure("wrong and unknown differ by", difference, "s", median(wrong) / 4),
        Measure(f"{_OFFICIALS} officials at the same moment, the last one in", together, "s", 60.0),
        Measure("whose a token is, p95", p95(asking), "s", _ALLOWED_ASKING_S),
        Measure(f"{_TRIES} guesses within {hour}, refused", guessing, "s", 60.0),
        Measure("of these passwords looked at", float(looked_at), "", 12.0),
    ]
    database.close()
    return measures


def _enter(database: Database, login: str, password: str = _PASSWORD, *, now: datetime = _NOW) -> Entered:
    return enter(database, login, password, address=f"address of {login}", device="замер", now=now)


def _time_refusals(database: Database, logins: list[str]) -> list[float]:
    taken = []
    for login in logins[:_TIMES]:
        started = time.perf_counter()
        _is_looked_at(database, login, _NOW)
        taken.append(time.perf_counter() - started)
    return taken


def _is_looked_at(database: Database, login: str, now: datetime) -> bool:
    """Try a wrong password; tell whether it was compared at all."""
    try:
        _enter(database, login, "не тот пароль", now=now)
    except SignInRefused as refusal:
        return "не подходит" in refusal.message
    raise AssertionError("a wrong password has entered")


def _enter_at_once(database: Database, logins: list[str]) -> float:
    started = time.perf_counter()
    with ThreadPoolExecutor(len(logins)) as pool:
        list(pool.map(lambda login: _enter(database, login), logins))
    return time.perf_counter() - started


def _guess(database: Database, login: str) -> tuple[float, int]:
    step = read_sign_in_rules().tries / _TRIES
    started = time.perf_counter()
    looked = sum(_is_looked_at(database, login, _NOW + timedelta(days=1) + place * step) for place in range(_TRIES))
    return time.perf_counter() - started, looked
