"""Commands that are not understood, help, and failures: one clean line, exit codes of the contract."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.commands.answers import Cmn, WriteReport, assert_one_line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Не указана команда."),
        (["чек"], "Команды «чек» нет."),
        (["check"], "нужен FILE"),
        (["check", "нет.xlsx"], "Файла «нет.xlsx» нет."),
        (["check", "."], "папка, а нужен файл"),
        (["check", "нет.xlsx", "--perod", "2020-11"], "Параметра --perod нет; похожие: --period."),
        (["check", "нет.xlsx", "лишний.xlsx"], "Лишнее в команде: лишний.xlsx."),
        (["check", "нет.xlsx", "--period"], "У параметра --period не хватает значения."),
        (["check", "нет.xlsx", "--json=1"], "Параметр --json пишется без значения."),
        (["check", "нет.xlsx", "--period", "2020-13"], "Период «2020-13» не понят"),
        (["check", "нет.xlsx", "--district", "Ом"], "неоднозначно: Омский, г. Омск"),
        (["check", "нет.xlsx", "--district", "Тамбов"], "Муниципалитет «Тамбов» не найден"),
        (["import", "нет.xlsx", "--layout", "месяц"], "Есть: expansion, monthly, population."),
        (["import", "нет.xlsx", "--scope", "районная"], "Есть: municipal, state, all."),
        (["template", "OUT.xlsx"], "Не указан обязательный параметр --layout."),
        (["template", "OUT.xlsx", "--layout", "weekly"], "Есть: expansion, monthly, population."),
        (["template", "OUT.xlsx", "--layout", "expansion"], "Укажите --dates"),
        (["template", "OUT.xlsx", "--layout", "expansion", "--dates", "01.10.2020", "вчера"], "Дата «вчера»"),
        (["template", "OUT.xlsx", "--layout", "expansion", "--dates", "23.11.2020", "01.10.2020"], "раньше второй"),
        (
            ["template", "OUT.xlsx", "--layout", "expansion",
             "--dates", "01.10.2020", "01.11.2020", "--period", "2020-11"],
            "лежит в периоде «октябрь 2020»",
        ),
        (["template", "нет/OUT.xlsx", "--layout", "population"], "Папки «нет» нет."),
        (["indicators"], "Не указан обязательный параметр --period."),
        (["indicators", "--period", "2020-11", "--level", "школа"], "Есть: region, district, organisation."),
        (["indicators", "--period", "2020-11", "--json", "--csv"], "Оставьте один вид ответа"),
        (["ratios", "--period", "2020-11", "--measure", "люди"], "Есть: programmes, mentees, organisations."),
        (["ratios", "--period", "ноябрь"], "Период «ноябрь» не понят"),
        (["serve", "--port", "восемь"], "Порт «восемь» не подходит"),
        (["migrate", "--database", "база"], "Адрес базы данных «база» не понят."),
    ],
)  # fmt: skip
def test_a_command_that_is_not_understood_is_one_line_and_exit_2(
    cmn: Cmn, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = cmn(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert_one_line(answer.err)
    assert words in answer.err
    assert not database.exists()


@pytest.mark.parametrize(
    "command", ["", "demo", "serve", "check", "import", "template", "indicators", "ratios", "report", "migrate"]
)
def test_help_is_russian(cmn: Cmn, command: str) -> None:
    answer = cmn(*[word for word in (command, "--help") if word])
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Вызов: cmn")
    assert not {"Usage", "Options", "Show", "required", "default", "TEXT"} & set(answer.out.split())


def test_the_database_is_told_before_or_after_the_command(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    for place, arguments in {
        "раньше.sqlite3": lambda url: ["--database", url, "migrate"],
        "позже.sqlite3": lambda url: ["migrate", "--database", url],
    }.items():
        answer = cmn(*arguments(f"sqlite:///{tmp_path / place}"))
        assert answer.code == 0
        assert (tmp_path / place).exists()
    assert not database.exists()
    assert cmn("migrate").code == 0
    assert database.exists()


def test_demo_refuses_a_database_with_other_reports(cmn: Cmn, report: WriteReport) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    answer = cmn("demo", "--no-serve")
    assert (answer.code, answer.out) == (2, "")
    assert_one_line(answer.err)
    assert "есть другие данные" in answer.err


def test_an_unexpected_failure_is_one_line_too(cmn: Cmn, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("нечто\nв две строки")

    monkeypatch.setattr("cmn_core.store.engine.open_database", fail)
    answer = cmn("migrate")
    assert answer.code == 1
    assert_one_line(answer.err)
    assert "Внутренняя ошибка программы: RuntimeError: нечто в две строки." in answer.err
