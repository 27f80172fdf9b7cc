"""What a reading comes to in words, with the right plural forms."""

from dataclasses import replace

import pytest

from cmn_core.intake.counting import count_organisations
from cmn_core.intake.problems import Problem
from cmn_core.reference import shipped_reference
from cmn_core.store.verdict import (
    describe_confirmation,
    describe_counted,
    describe_parts,
    describe_saving,
    judge_reading,
    why_not_saved,
)
from tests.store.made_readings import ERROR, WARNING, decide, expansion, row

UNKNOWN = Problem("unknown_org", "warning", "Лист1", "A7", "Школа", "Нет в списке.", "Подтвердите.")
INFO = Problem("dash_as_zero", "info", "Лист1", "C7", "-", "Прочерк.", "Ничего.")
READING = expansion([row("МБОУ «СОШ № 1»", (10, 2, 30), "Вместе"), row("МБОУ «СОШ № 2»", (1_000, 0, 0))])


@pytest.mark.parametrize(
    ("problems", "open_points", "title", "reason"),
    [
        ((ERROR, WARNING), (), "1 ошибка: исправьте здесь или в своём файле", "Сохранить нельзя: в файле 1 ошибка."),
        ((ERROR,) * 5, (), "5 ошибок: исправьте здесь или в своём файле", "Сохранить нельзя: в файле 5 ошибок."),
        ((WARNING,), ("Ответьте.",), "Ошибок нет, осталось ответить на вопросы", "Ответьте."),
        ((WARNING,) * 2, (), "Ошибок нет, есть 2 предупреждения", "Чтобы сохранить, поставьте отметку."),
        ((UNKNOWN,), (), "Замечаний нет, можно сохранять", "Чтобы сохранить, поставьте отметку."),
        ((INFO,), (), "Замечаний нет, можно сохранять", None),
    ],
)
def test_the_title_and_the_reason_follow_the_gravest_thing(
    problems: tuple[Problem, ...], open_points: tuple[str, ...], title: str, reason: str | None
) -> None:
    reading = replace(READING, problems=problems)
    assert judge_reading(reading, open_points).replace("\u00a0", " ") == title
    told = why_not_saved(reading, open_points, confirmed=False)
    assert (told and told.replace("\u00a0", " ")) == reason


def test_a_confirmed_reading_may_be_saved_but_never_one_with_errors() -> None:
    assert why_not_saved(replace(READING, problems=(WARNING,)), (), confirmed=True) is None
    assert why_not_saved(replace(READING, problems=(ERROR,)), (), confirmed=True) is not None
    assert judge_reading(replace(READING, layout=None)) == "Файл не прочитан как отчёт"
    assert why_not_saved(replace(READING, layout=None), (), confirmed=True) is not None


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((), None),
        ((INFO,), None),
        ((WARNING,), "Подтверждаю 1 предупреждение: данные верны"),
        ((WARNING, UNKNOWN), "Подтверждаю 1 предупреждение и 1 новую организацию: данные верны"),
        ((UNKNOWN,) * 5, "Подтверждаю 5 новых организаций: данные верны"),
    ],
)
def test_the_confirmation_counts_what_it_takes_on(problems: tuple[Problem, ...], words: str | None) -> None:
    told = describe_confirmation(replace(READING, problems=problems))
    assert (told and told.replace("\u00a0", " ")) == words


def test_a_report_is_told_in_numbers() -> None:
    counted = count_organisations(READING.rows)
    assert describe_counted(counted).replace("\u00a0", " ") == "2 организации, 1 программа, вовлечено 1 042 человека"
    assert describe_parts(counted, "expansion", shipped_reference()).replace("\u00a0", " ") == (
        "1 010 на первую дату, дополнительно 2 наставника и 30 наставляемых"
    )


def test_the_first_report_of_a_month_is_told_so() -> None:
    assert describe_saving(decide().key, None) == "Станет действующим отчётом за ноябрь 2020."
