"""Every logger of the process speaks through one handler, in lines without data of people."""

import io
import logging
import threading

import pytest
import sqlalchemy
import structlog

from cmn_core.logs.failures import log_failure
from cmn_core.logs.setup import configure_logging
from cmn_core.store.engine import open_database
from cmn_core.store.failures import DatabaseUnavailable
from tests.logs.memory import Log

CHILD, PHONE, PASSWORD = "Сидорова Алёна", "+7 (913) 555-12-34", "correct horse battery"
COOKIE = "gk3Jd8aPq0ZxW91mVt7b.Qx9k2LrA71"
SECRETS = (CHILD, "Сидорова", PHONE, "555-12-34", PASSWORD, COOKIE)


@pytest.mark.parametrize(
    "name", ["cmn.pages", "uvicorn", "uvicorn.error", "sqlalchemy.engine.Engine", "alembic", "asyncio", "websockets"]
)
def test_every_logger_writes_the_same_lines(log: Log, name: str) -> None:
    logging.getLogger(name).error("Something of %r went wrong", CHILD)
    [line] = log.lines()
    assert (line["event"], line["level"], line["logger"]) == ("Something of … went wrong", "error", name)
    assert line["time"].endswith("Z")


def test_addresses_that_were_asked_for_are_not_written(log: Log) -> None:
    logging.getLogger("uvicorn.access").error('"GET /invitation/%s"', COOKIE)
    assert log.text() == ""


def test_a_failure_is_found_by_its_number_and_says_where_it_was_raised(log: Log) -> None:
    def read(cell: str) -> int:
        return int(cell)

    try:
        try:
            read(CHILD)
        except ValueError as error:
            raise KeyError(f"{PASSWORD} {CHILD}") from error
    except KeyError as error:
        number = log_failure(error, person=7)
    [line] = log.lines()
    assert len(number) == 8
    assert (line["failure"], line["person"], line["level"]) == (number, 7, "error")
    assert line["raised"][0] == "ValueError: invalid literal for int() with base 10: …"
    assert line["raised"][2].startswith("  tests/logs/test_setup.py:")
    assert line["raised"][3].startswith("KeyError")
    assert not any(secret in log.text() for secret in SECRETS)


def test_values_of_a_statement_are_not_written(log: Log) -> None:
    database = open_database("sqlite://")
    statement = sqlalchemy.text("insert into nowhere values (:name, :phone, :password)")
    with pytest.raises(DatabaseUnavailable) as raised, database.write() as session:
        session.execute(statement, {"name": CHILD, "phone": PHONE, "password": PASSWORD})
    database.close()
    log_failure(raised.value)
    assert "OperationalError" in log.text()
    assert not any(secret in str(raised.value.__cause__) for secret in SECRETS)
    assert not any(secret in log.text() for secret in SECRETS)


def test_a_thread_that_fails_is_written_down(log: Log) -> None:
    def fail() -> None:
        raise RuntimeError(CHILD)

    thread = threading.Thread(target=fail, name="schedule")
    thread.start()
    thread.join()
    [line] = log.lines()
    assert (line["worker"], line["raised"][0]) == ("schedule", "RuntimeError: …")


def test_what_is_bound_to_a_request_stands_in_its_lines(log: Log) -> None:
    with structlog.contextvars.bound_contextvars(request="a1b2c3d4"):
        logging.getLogger("cmn.pages").warning("Told %s", COOKIE)
    [line] = log.lines()
    assert (line["request"], line["event"]) == ("a1b2c3d4", "Told …")


def test_an_event_stays_one_line(log: Log) -> None:
    logging.getLogger("cmn.pages").warning('first\nsecond\r\n{"level": "critical"}')
    assert len(log.text().splitlines()) == 1


def test_words_for_a_terminal(log: Log) -> None:
    written = io.StringIO()
    configure_logging(form="words", stream=written)
    logging.getLogger("cmn.pages").error("Went wrong", exc_info=ValueError(CHILD))
    assert "Went wrong" in written.getvalue()
    assert "ValueError: …" in written.getvalue()
    assert CHILD not in written.getvalue()
