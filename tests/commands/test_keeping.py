"""`cmn backup`, `cmn restore`, `cmn audit verify`: the drill as a person does it, and refusals in a line."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.answers import Cmn, assert_one_line

PERIODS = ("2020-09", "2020-11")


@pytest.fixture
def filled(cmn: Cmn, report: Callable[..., Path]) -> Cmn:
    """A database with one report."""
    assert cmn("import", report(), "--district", "Тарский", "--yes").code == 0
    return cmn


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_drill_on_the_demonstration(
    cmn: Cmn, demo_copy: str, engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = tmp_path / "копия.zip"
    made = cmn("backup", file, "--database", demo_copy)
    assert (made.code, made.err) == (0, "")
    assert "Отчётов: 251, организаций: 710" in made.out
    assert cmn("restore", "--check", file).out.startswith(f"Копия {file} цела.\n")
    elsewhere = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    if engine == "postgresql":
        elsewhere = request.getfixturevalue("postgresql_address")
    restored = cmn("restore", file, "--database", elsewhere)
    assert (restored.code, restored.err) == (0, "")
    assert "Журнал цел, показатели области сверены" in restored.out
    for period in PERIODS:
        for command in (("indicators", "--level", "district"), ("ratios",)):
            here, there = (
                cmn(*command, "--period", period, "--json", "--database", address) for address in (demo_copy, elsewhere)
            )
            assert (here.code, here.out) == (there.code, there.out)
            assert len(here.out) > 500
    verified = cmn("audit", "verify", "--against", file, "--json", "--database", elsewhere)
    assert verified.code == 0
    told = json.loads(verified.out)
    assert (told["intact"], told["fault"], told["head"]["lines"]) == (True, None, told["against"]["lines"] + 1)


def test_a_backup_is_one_file_and_leaves_its_line(filled: Cmn, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for _ in range(2):
        assert filled("backup", copies / "cmn.zip").code == 0
        assert [item.name for item in copies.iterdir()] == ["cmn.zip"]
    verified = filled("audit", "verify")
    assert verified.out.startswith("Журнал цел: 3\xa0строки.")


def test_a_record_that_was_touched_is_told(filled: Cmn, database: Path, tmp_path: Path) -> None:
    filled("backup", tmp_path / "cmn.zip")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE audit_entry SET author = 'Никто' WHERE number = 1")
    answer = filled("audit", "verify")
    assert answer.code == 1
    assert answer.out == "Журнал нарушен. Строка № 1 не сходится со своей печатью: её изменили после записи.\n"
    told = json.loads(filled("audit", "verify", "--json").out)
    assert (told["intact"], told["fault"]["kind"], told["fault"]["number"]) == (False, "changed", 1)


def test_a_record_that_a_copy_remembers_longer_is_told(filled: Cmn, database: Path, tmp_path: Path) -> None:
    shutil.copy(database, tmp_path / "older.sqlite3")
    filled("backup", tmp_path / "first.zip")
    filled("backup", tmp_path / "second.zip")
    older = f"sqlite:///{tmp_path / 'older.sqlite3'}"
    assert filled("audit", "verify", "--database", older).code == 0
    answer = filled("audit", "verify", "--against", tmp_path / "second.zip", "--database", older)
    assert answer.code == 1
    assert "В копии 2\xa0строки, в журнале 1" in answer.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("backup",), 2, "OUT"),
        (("backup", "{folder}"), 2, "папка, а нужно имя файла"),
        (("backup", "{folder}/нет/cmn.zip"), 2, "нет. Создайте её"),
        (("backup", "{report}"), 2, "уже есть, и это не резервная копия"),
        (("backup", "{folder}/cmn.zip", "--database", "sqlite:///{folder}/нет.sqlite3"), 2, "копировать нечего"),
        (("restore", "{folder}/нет.zip"), 2, "нет. Проверьте имя"),
        (("restore", "{folder}"), 2, "папка, а нужен файл"),
        (("restore", "{report}"), 1, "не резервная копия этой программы"),
        (("restore", "--check", "{report}"), 1, "не резервная копия этой программы"),
        (("audit", "verify", "--against", "{report}"), 1, "не резервная копия этой программы"),
        (("audit", "verify", "--against", "{folder}/нет.zip"), 2, "нет. Проверьте имя"),
        (("audit", "verify", "--database", "sqlite:///{folder}/нет.sqlite3"), 2, "проверять нечего"),
        (("audit", "проверить"), 2, "проверить"),
    ],
)
def test_refusals_are_one_line(
    filled: Cmn, report: Callable[..., Path], tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    names = {"folder": str(tmp_path), "report": str(report())}
    answer = filled(*(argument.format(**names) for argument in arguments))
    assert (answer.code, answer.out) == (code, "")
    assert_one_line(answer.err)
    assert words in answer.err
    assert not list(tmp_path.glob("*.zip*"))
    assert not (tmp_path / "нет.sqlite3").exists()


def test_a_database_in_use_is_not_restored_into(filled: Cmn, tmp_path: Path) -> None:
    filled("backup", tmp_path / "cmn.zip")
    answer = filled("restore", tmp_path / "cmn.zip")
    assert answer.code == 1
    assert_one_line(answer.err)
    assert "уже есть данные" in answer.err
