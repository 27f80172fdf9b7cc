"""A failure behind an address is a Russian page with a number that stands in the log."""

import re

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from cmn_core.access import OWNER, AccessDenied
from cmn_core.errors import CmnError
from cmn_core.http.failure_answers import FailureAnswers
from cmn_core.http.visitor import Visitor, keep_visitor
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.sessions import Actor
from tests.http.asgi import connect, get
from tests.logs.memory import Log

SECRET = "Сидорова Алёна"


class Failing:
    """An application that raises before, within or after its answer."""

    def __init__(self, error: Exception, *, after: list[dict] | None = None, is_local: bool = True) -> None:
        self._error = error
        self._after = after or []
        self._visitor = Visitor("127.0.0.1", is_secure=False, is_local=is_local, host="x", actor=Actor(OWNER, None))

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        keep_visitor(scope, self._visitor)
        for message in self._after:
            await send(message)
        raise self._error


def test_an_unexpected_failure_is_told_by_its_number(log: Log) -> None:
    answer = get(FailureAnswers(Failing(ValueError(SECRET))), f"/district?name={SECRET}")
    assert answer.status == 500
    assert SECRET not in answer.text
    assert "ValueError" not in answer.text
    number = re.search(r"№ ([0-9A-F]{8})", answer.text)
    assert number is not None
    [line] = log.lines()
    assert (line["failure"], line["person"]) == (number[1], OWNER.number)
    assert re.fullmatch("[0-9a-f]{12}", line["request"])
    assert SECRET not in log.text()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (AccessDenied("see_journal", None, "Журнал <b> открыт не вам."), 403),
        (DatabaseUnavailable("База <b> не отвечает."), 503),
        (CmnError("Так <b> нельзя."), 400),
    ],
)
def test_our_own_refusals_are_told_in_their_words(log: Log, error: CmnError, status: int) -> None:
    answer = get(FailureAnswers(Failing(error)), "/")
    assert answer.status == status
    assert error.message.replace("<b>", "&lt;b&gt;") in answer.text
    assert log.lines() == []


def test_where_the_database_lies_is_told_at_this_computer_alone(log: Log) -> None:
    away = DatabaseUnavailable("Файла базы данных /srv/cmn.sqlite3 больше нет на месте.")
    assert "/srv/cmn.sqlite3" in get(FailureAnswers(Failing(away)), "/").text
    answer = get(FailureAnswers(Failing(away, is_local=False)), "/")
    assert answer.status == 503
    assert "База данных сейчас недоступна" in answer.text
    assert "sqlite3" not in answer.text
    [line] = log.lines()
    assert line["failure"] in answer.text


def test_an_answer_that_was_begun_is_left_as_it_is(log: Log) -> None:
    begun = {"type": "http.response.start", "status": 200, "headers": []}
    assert get(FailureAnswers(Failing(ValueError("x"), after=[begun])), "/").status == 200
    assert len(log.lines()) == 1


def test_whoever_went_away_is_no_failure(log: Log) -> None:
    with pytest.raises(StopIteration):
        get(FailureAnswers(Failing(ClientDisconnect())), "/")
    assert log.lines() == []


@pytest.mark.parametrize("after", [[], [{"type": "websocket.accept"}]])
def test_a_live_connection_that_fails_is_closed(log: Log, after: list[dict]) -> None:
    sent = connect(FailureAnswers(Failing(ValueError(SECRET), after=after)))
    assert sent == [*after, {"type": "websocket.close", "code": 1011, "reason": ""}]
    assert len(log.lines()) == 1


def test_a_live_connection_is_closed_once(log: Log) -> None:
    closed = {"type": "websocket.close", "code": 4401, "reason": ""}
    assert connect(FailureAnswers(Failing(ValueError("x"), after=[closed]))) == [closed]
    assert len(log.lines()) == 1
