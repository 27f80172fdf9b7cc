"""Commands run in this process on a database of the test, and small reports to feed them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmn_core.cli import app
from cmn_core.commands.console import run
from tests.commands.answers import HEADING, ROWS, Answer, Cmn


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cmn.sqlite3"


@pytest.fixture
def cmn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, database: Path) -> Cmn:
    """Run a command in this process on a database of the test; `tests/test_cli.py` has it with its worker."""
    monkeypatch.setenv("CMN_DATABASE_URL", f"sqlite:///{database}")
    for module in ("cmn_core.intake.apart.workers", "cmn_core.intake.apart.read_apart"):
        monkeypatch.setattr(f"{module}.run_in_new_worker", lambda function, *arguments: function(*arguments))

    def call(*arguments: str | Path) -> Answer:
        code = run(app, [str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., Path]:
    """Write a report of two schools as a csv."""

    def write(rows: str = ROWS, name: str = "отчёт.csv", heading: str = HEADING) -> Path:
        path = tmp_path / name
        path.write_text(heading + rows, encoding="utf-8")
        return path

    return write
