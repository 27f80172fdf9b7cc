"""The whole command line on a PostgreSQL server gives the figures that it gives on a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.answers import Answer, Cmn

ASKED = [
    ("indicators", "--level", "region", "--json"),
    ("indicators", "--level", "district", "--json"),
    ("indicators", "--level", "organisation", "--csv"),
    ("ratios", "--measure", "programmes", "--json"),
    ("ratios", "--measure", "mentees", "--json"),
    ("ratios", "--measure", "organisations", "--csv"),
]


@pytest.mark.slow
def test_the_demonstration_says_the_same_on_a_server_and_in_a_file(
    cmn: Cmn, postgresql_address: str, read_demonstration: str
) -> None:
    made = cmn("demo", "--no-serve", "--database", postgresql_address)
    assert (made.code, made.err) == (0, "")
    assert "Демонстрационные данные готовы" in made.out
    for command in ASKED:
        for period in ("2020-09", "2020-11"):
            on_server, in_file = (
                cmn(*command, "--period", period, "--database", address)
                for address in (postgresql_address, read_demonstration)
            )
            assert (on_server.code, on_server.err) == (0, in_file.err)
            assert on_server.out == in_file.out, command
            assert len(on_server.out) > 500
    again = cmn("demo", "--no-serve", "--database", postgresql_address)
    assert (again.code, " за " in again.out) == (0, False), "what is there is not made again"


def test_a_report_is_imported_and_counted(cmn: Cmn, report: Callable[..., Path], postgresql_address: str) -> None:
    imported = ("import", report(), "--district", "Тарский", "--yes", "--database", postgresql_address)
    assert cmn(*imported).code == 0
    assert "ничего не изменилось" in cmn(*imported).out
    figures = cmn("indicators", "--period", "2020-11", "--json", "--database", postgresql_address).object["figures"]
    (coverage,) = [item for item in figures if (item["district"], item["indicator"]) == ("52654000", "coverage")]
    # 40 + 5 + 18 and 22 + 0 + 6.
    assert coverage["numerator"] == 91


def test_a_server_that_does_not_answer_is_one_line(cmn: Cmn) -> None:
    told: Answer = cmn("indicators", "--period", "2020-11", "--database", "postgresql://user:secret@127.0.0.1:1/cmn")
    assert told.code == 1
    assert "не отвечает" in told.err
    assert told.err.count("\n") == 1
    assert "secret" not in told.err
